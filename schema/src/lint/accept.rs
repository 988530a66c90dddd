//! Acknowledgements: a finding that somebody takes upon himself, for the one change that he was shown.

use serde_json::{Value, json};

use super::{Finding, change, named, subject};
use crate::diff::Change;
use crate::json::{Node, Read};
use crate::suggest;

/// An acknowledgement, as a migration's file has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// The code or the name of the rule.
    pub rule: String,
    /// What the finding is about.
    pub of: String,
    /// Why.
    pub reason: String,
    /// The hash of the change, see [`Finding::change`].
    pub change: String,
}

impl Accepted {
    /// For a finding.
    pub fn of(finding: &Finding, reason: impl Into<String>) -> Self {
        Self {
            rule: finding.rule.code.to_owned(),
            of: finding.of.clone(),
            reason: reason.into(),
            change: finding.change.clone(),
        }
    }

    /// The same of changes that stand among more now, in a migration in place of several.
    pub(crate) fn among(&self, own: &[Change], all: &[Change]) -> Self {
        let bound = own.iter().find_map(|change| {
            let kind = subject::hashes(own, change).iter().position(|hash| *hash == self.change)?;
            subject::hashes(all, change).into_iter().nth(kind)
        });
        // What is bound to the text of a statement stays so.
        Self { change: bound.unwrap_or_else(|| self.change.clone()), ..self.clone() }
    }

    /// For the loss of a migration that is older than acknowledgements: its values were given up when it was written.
    pub(crate) fn older(lost: &Change) -> Option<Self> {
        let (rule, of) = change::loss(lost).filter(|_| lost.loses_data)?;
        let reason = "given up when it was written".to_owned();
        Some(Self { rule: rule.code.to_owned(), of, reason, change: subject::hash([lost].into_iter()) })
    }

    pub(crate) fn read(node: &Node<'_>) -> Read<Self> {
        let object = node.object(&["rule", "of", "reason", "change"])?;
        let text = |key: &str| Ok(object.need(key)?.text()?.to_owned());
        let reason = object.need("reason")?;
        if reason.text()?.trim().is_empty() {
            return Err(reason.fault("say why; who reads it in a year has nobody to ask"));
        }
        Ok(Self { rule: text("rule")?, of: text("of")?, reason: text("reason")?, change: text("change")? })
    }

    /// As a file has it.
    pub(crate) fn to_json(&self) -> Value {
        json!({ "rule": self.rule, "of": self.of, "reason": self.reason, "change": self.change })
    }

    fn is_of(&self, finding: &Finding) -> bool {
        is_named(finding, &self.rule) && finding.of == self.of
    }

    /// Whether it is of this finding, and was given for its change.
    pub(super) fn is_for(&self, finding: &Finding) -> bool {
        self.is_of(finding) && finding.change == self.change
    }
}

/// How a finding is accepted in the file of its migration.
pub(super) fn how(finding: &Finding) -> String {
    format!(
        "or accept it in the file: \"accepted\": [{{\"rule\": \"{}\", \"of\": \"{}\", \"reason\": \"..\", \"change\": \"{}\"}}]",
        finding.rule.code, finding.of, finding.change
    )
}

/// Marks what is accepted, and gives back what is wrong with acknowledgements that match nothing.
///
/// `is_known` says whether a change is in the file of which the rules were not asked again.
pub(crate) fn apply(
    findings: &mut [Finding],
    accepted: &[Accepted],
    is_known: impl Fn(&Accepted) -> bool,
) -> Vec<(String, String)> {
    let mut wrong = Vec::new();
    for own in accepted {
        let mut matches = false;
        for finding in findings.iter_mut().filter(|finding| own.is_for(finding)) {
            finding.accepted = Some(own.reason.clone());
            matches = true;
        }
        if matches || (named(&own.rule).is_some() && is_known(own)) {
            continue;
        }
        wrong.push((
            own.of.clone(),
            match findings.iter().find(|finding| own.is_of(finding)) {
                Some(finding) => format!(
                    "`{}` of `{}` was accepted for another change; look at this one, and write `\"change\": \"{}\"`",
                    own.rule, own.of, finding.change
                ),
                None => nothing(findings, &own.rule, &own.of),
            },
        ));
    }
    wrong
}

/// What to say of an acknowledgement of what was not found.
pub fn nothing(findings: &[Finding], rule: &str, of: &str) -> String {
    if named(rule).is_none() {
        let codes: Vec<&str> = super::all().into_iter().flat_map(|rule| [rule.code, rule.name]).collect();
        let closest = suggest::closest(rule, codes);
        let help = closest.map_or_else(String::new, |found| format!("; did you mean `{found}`?"));
        return format!("there is no rule `{rule}`{help}");
    }
    let own: Vec<&str> =
        findings.iter().filter(|finding| is_named(finding, rule)).map(|finding| &*finding.of).collect();
    let help = match own.as_slice() {
        [] => "take the acknowledgement out".to_owned(),
        own => suggest::help(of, own.iter().copied()),
    };
    format!("`{rule}` finds nothing in `{of}`; {help}")
}

/// Whether a word is the code or the name of a finding's rule.
pub fn is_named(finding: &Finding, word: &str) -> bool {
    [finding.rule.code, finding.rule.name].iter().any(|own| own.eq_ignore_ascii_case(word))
}
