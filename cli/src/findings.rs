//! What the lint found, for people and for programs.

use serde::Serialize;
use tablewright::Dialect;
use tablewright::schema::lint::{Finding, Severity};

use crate::screen::{Said, Screen, Tone};

/// One finding.
#[derive(Debug, Clone, Serialize)]
pub struct Found {
    /// `M101`, or the name of a warning of the schema.
    rule: String,
    /// `warn` or `refuse`.
    severity: &'static str,
    #[serde(skip_serializing_if = "String::is_empty")]
    file: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    place: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    dialects: Vec<&'static str>,
    of: String,
    message: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    help: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    page: String,
    /// Why somebody took it upon himself.
    #[serde(skip_serializing_if = "Option::is_none")]
    accepted: Option<String>,
}

impl From<Finding> for Found {
    fn from(finding: Finding) -> Self {
        Self {
            rule: finding.rule.code.to_owned(),
            severity: finding.rule.severity.name(),
            file: finding.file,
            place: finding.place,
            dialects: finding.dialects.into_iter().map(Dialect::name).collect(),
            of: finding.of,
            message: finding.message,
            help: finding.help,
            page: finding.rule.page.to_owned(),
            accepted: finding.accepted,
        }
    }
}

impl Found {
    /// A warning of the schema, as the compiler tells it.
    pub fn warning((table, rule, message): (String, String, String)) -> Self {
        Self {
            rule,
            severity: Severity::Warn.name(),
            file: String::new(),
            place: String::new(),
            dialects: Vec::new(),
            of: table,
            message,
            help: String::new(),
            page: String::new(),
            accepted: None,
        }
    }

    /// Whether nobody took it upon himself.
    pub const fn is_open(&self) -> bool {
        self.accepted.is_none()
    }
}

/// All of them, one below the other: their sentences are long.
pub fn show(findings: &[Found], screen: &mut Screen) {
    for found in findings {
        let tone = match (&found.accepted, found.severity == Severity::Refuse.name()) {
            (Some(_), _) => Tone::Good,
            (None, true) => Tone::Bad,
            (None, false) => Tone::Warn,
        };
        let dialects =
            if found.dialects.is_empty() { String::new() } else { format!(" ({})", found.dialects.join(", ")) };
        let place = match (found.file.as_str(), found.place.as_str()) {
            ("", _) => found.of.clone(),
            (file, "") => format!("{file}, {}", found.of),
            (file, place) => format!("{file}, {place}, {}", found.of),
        };
        screen.say(tone, format_args!("{} {}{dialects}: {place}: {}", found.severity, found.rule, found.message));
        for (word, text) in [("help", &found.help), ("see", &found.page)] {
            if !text.is_empty() {
                screen.line(format_args!("  {word}: {text}"));
            }
        }
        if let Some(reason) = &found.accepted {
            screen.line(format_args!("  accepted: {reason}"));
        }
    }
}

/// How many are open, as a table's last line would say it.
pub fn counted(findings: &[Found]) -> Said {
    let open = findings.iter().filter(|found| found.is_open()).count();
    match open {
        0 => Said::toned(Tone::Good, "nothing to mend"),
        1 => Said::toned(Tone::Warn, "1 finding"),
        count => Said::toned(Tone::Warn, format!("{count} findings")),
    }
}
