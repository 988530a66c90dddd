//! A migration that is about to be written: the text of its file.

use serde_json::{Map, Value, json};

use super::{FORMAT, Timeout, WayBack, checksum, question};
use crate::Dialect;
use crate::diff::Change;
use crate::lint::Accepted;
use crate::plan::Plan;

/// What goes into the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The version, as `002_001_000`.
    pub version: String,
    /// A name for people.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// The versions that have to run before.
    pub dependencies: Vec<String>,
    /// What it changes, in words.
    pub changes: Vec<Change>,
    /// What somebody took upon himself.
    pub accepted: Vec<Accepted>,
    /// The way there for each dialect that has one.
    pub up: Vec<(Dialect, Plan)>,
    /// The way back for each dialect that has one; none at all if nothing leads back.
    pub down: Vec<(Dialect, Plan)>,
    /// What the way back is worth.
    pub way_back: WayBack,
    /// How long its statements may wait and run.
    pub timeout: Timeout,
}

impl Draft {
    /// The file's text, with its checksum.
    pub fn to_json(&self) -> String {
        let statements = |plans: &[(Dialect, Plan)]| by_dialect(plans, |plan| json!(plan.statements));
        let asking = self.up.iter().filter(|(_, plan)| !plan.preflight.is_empty());
        let asking: Vec<_> = asking.map(|(dialect, plan)| (*dialect, plan.preflight.clone())).collect();
        let mut value = json!({
            "format": FORMAT,
            "version": self.version,
            "name": self.name,
            "description": self.description,
            "dependencies": self.dependencies,
            "changes": self.changes.iter().map(change).collect::<Vec<_>>(),
            "up_sql": statements(&self.up),
        });
        if !self.accepted.is_empty() {
            value["accepted"] = self.accepted.iter().map(Accepted::to_json).collect();
        }
        let apart = self.up.iter().filter(|(_, plan)| plan.apart);
        let apart: Map<String, Value> = apart.map(|(dialect, _)| (dialect.name().to_owned(), false.into())).collect();
        if !apart.is_empty() {
            value["transaction"] = apart.into();
        }
        if !asking.is_empty() {
            value["preflight"] = question::by_dialect(&asking);
        }
        if !self.down.is_empty() {
            value["down_sql"] = statements(&self.down);
        }
        if self.way_back != WayBack::default() {
            value["way_back"] = self.way_back.to_json();
        }
        if self.timeout != Timeout::default() {
            value["timeout"] = self.timeout.to_json();
        }
        value["checksum"] = checksum::of(&value).into();
        format!("{value:#}\n")
    }
}

fn by_dialect(plans: &[(Dialect, Plan)], of: impl Fn(&Plan) -> Value) -> Value {
    Value::Object(Map::from_iter(plans.iter().map(|(dialect, plan)| (dialect.name().to_owned(), of(plan)))))
}

/// Without what says nothing.
pub(super) fn change(change: &Change) -> Value {
    let mut value = json!({ "verb": change.verb.name(), "table": change.table });
    for (key, text) in [("part", &change.part), ("from", &change.from), ("to", &change.to)] {
        if !text.is_empty() {
            value[key] = text.as_str().into();
        }
    }
    if change.loses_data {
        value["loses_data"] = true.into();
    }
    value
}

/// The version after these: the last of them with its last number one higher, by numbers and not by texts.
pub fn next_version<'v>(versions: impl Iterator<Item = &'v str>) -> String {
    let versions: Vec<&str> = versions.collect();
    let Some(last) = versions.iter().max_by_key(|version| parts(version)) else { return "001_001_000".to_owned() };
    let mut next = after(last);
    while versions.contains(&next.as_str()) {
        next = after(&next);
    }
    next
}

fn after(version: &str) -> String {
    let digits = version.bytes().rev().take_while(u8::is_ascii_digit).count();
    let (before, number) = version.split_at(version.len() - digits);
    match number.parse::<u64>().ok().and_then(|number| number.checked_add(1)) {
        Some(next) => format!("{before}{next:0digits$}"),
        None => format!("{version}_001"),
    }
}

/// What a version is counted by: texts and the numbers between them; a longer number is a larger one.
pub(super) fn parts(version: &str) -> Vec<(&str, usize, &str)> {
    let (mut parts, mut rest) = (Vec::new(), version);
    while !rest.is_empty() {
        let text = rest.find(|c: char| c.is_ascii_digit()).unwrap_or(rest.len());
        let (text, behind) = rest.split_at(text);
        let digits = behind.find(|c: char| !c.is_ascii_digit()).unwrap_or(behind.len());
        let (number, behind) = behind.split_at(digits);
        let number = number.trim_start_matches('0');
        parts.push((text, number.len(), number));
        rest = behind;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diff::Verb;
    use crate::migration::{Asks, Migration};
    use crate::plan::{Class, ClassifiedChange, Loss, Preflight, Sample};

    #[test]
    fn versions_count_on() {
        let next = |versions: &[&str]| next_version(versions.iter().copied());
        assert_eq!(next(&[]), "001_001_000");
        assert_eq!(next(&["001_001_000", "000_009_009"]), "001_001_001");
        assert_eq!(next(&["2024.99"]), "2024.100");
        assert_eq!(next(&["first"]), "first_001");
        assert_eq!(next(&["001_001_998", "001_001_999"]), "001_001_1000");
        assert_eq!(next(&["001_001_999", "001_001_1000"]), "001_001_1001");
        assert_eq!(next(&["9", "10"]), "11");
        assert_eq!(next(&["009", "8"]), "010");
        assert_eq!(next(&["1", "01"]), "02", "what is taken is not proposed");
        assert_eq!(next(&["18446744073709551615"]), "18446744073709551615_001", "there is no number behind it");
    }

    #[test]
    fn what_is_written_is_read() {
        let columns = vec!["id".to_owned()];
        let sample = Sample::Keys { columns, sql: "SELECT id FROM t".to_owned() };
        let question = Preflight { sql: "SELECT 0".to_owned(), message: "nothing".to_owned(), sample };
        let plan = Plan {
            statements: vec!["CREATE TABLE t (id INTEGER)".to_owned()],
            preflight: vec![question.clone()],
            losses: Vec::new(),
            apart: true,
        };
        let losses = vec![Loss { of: "t".to_owned(), question: question.clone() }];
        let way_back = WayBack {
            changes: vec![ClassifiedChange { of: "t".to_owned(), class: Class::LosesData }],
            asks: vec![(Dialect::Sqlite, Asks { preflight: vec![question], losses })],
            impossible: vec![(Dialect::Oracle, "because".to_owned())],
        };
        let changed = Change {
            verb: Verb::Drop,
            table: "t".to_owned(),
            part: "column `a`".to_owned(),
            from: "i32".to_owned(),
            to: String::new(),
            loses_data: true,
        };
        let [rule, of, reason, change] = ["M002", "t.a", "nobody reads it", "sha256:0"].map(str::to_owned);
        let accepted = Accepted { rule, of, reason, change };
        let draft = Draft {
            version: "001".to_owned(),
            name: "n".to_owned(),
            description: "d".to_owned(),
            dependencies: vec!["000".to_owned()],
            changes: vec![changed.clone()],
            accepted: vec![accepted.clone()],
            up: vec![(Dialect::Sqlite, plan.clone())],
            down: Vec::new(),
            way_back,
            timeout: Timeout { lock: Some(core::time::Duration::from_millis(500)), statement: None },
        };
        let read = Migration::parse("001.json", &draft.to_json()).unwrap();
        assert_eq!(read.claimed.as_ref(), Some(&read.checksum));
        assert_eq!(read.up.statements(Dialect::Sqlite), Some(&*plan.statements));
        assert_eq!(read.timeout, draft.timeout);
        assert_eq!(read.preflight, [(Dialect::Sqlite, plan.preflight)]);
        assert!(!read.is_whole(Dialect::Sqlite) && read.is_whole(Dialect::Oracle));
        assert_eq!((read.changes, read.accepted), (vec![changed], vec![accepted]));
        assert_eq!(read.down, None);
        assert_eq!(read.way_back, draft.way_back);
    }
}
