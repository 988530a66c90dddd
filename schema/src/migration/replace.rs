//! One migration in place of several: which it replaces, and what it says.

use core::time::Duration;

use serde_json::{Map, Value, json};

use super::{FORMAT, Migration, Timeout, WayBack, checksum, draft, question};
use crate::Dialect;
use crate::dialect::render;
use crate::diff::{self, Change};
use crate::json::{Node, Read};
use crate::lint::{Accepted, empty};
use crate::model::TableDef;
use crate::order;
use crate::plan::{ASIDE, Class, ClassifiedChange};

/// A migration that another one replaces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replaced {
    /// Its version.
    pub version: String,
    /// Its checksum.
    pub checksum: String,
    /// Those that it replaced itself.
    pub replaces: Vec<Replaced>,
}

impl Replaced {
    /// Whether a database has it: `is_applied` says that of a version and a checksum.
    pub fn is_there(&self, is_applied: &dyn Fn(&str, &str) -> bool) -> bool {
        let inside = !self.replaces.is_empty() && self.replaces.iter().all(|inside| inside.is_there(is_applied));
        inside || is_applied(&self.version, &self.checksum)
    }

    fn names(&self, version: &str) -> bool {
        self.version == version || self.replaces.iter().any(|inside| inside.names(version))
    }

    fn to_json(&self) -> Value {
        let mut value = json!({ "version": self.version, "checksum": self.checksum });
        if !self.replaces.is_empty() {
            value["replaces"] = self.replaces.iter().map(Self::to_json).collect();
        }
        value
    }
}

impl Migration {
    /// Whether it is this version, or replaces it.
    pub fn stands_for(&self, version: &str) -> bool {
        self.version == version || self.replaces.iter().any(|replaced| replaced.names(version))
    }
}

/// Reads `replaces`.
pub(super) fn read(node: &Node<'_>) -> Read<Replaced> {
    let object = node.object(&["version", "checksum", "replaces"])?;
    let text = |key| object.need(key)?.text().map(str::to_owned);
    Ok(Replaced { version: text("version")?, checksum: text("checksum")?, replaces: object.each("replaces", read)? })
}

/// The file of a migration that replaces these, which come first in the order of their folder, and its version: that of the
/// last of them, so that whatever depends on it goes on to do so. It runs their statements; with `tables`, those that create
/// these instead. Nothing comes before it, so it has no way back.
///
/// What the files say of their statements goes on to hold for them: what stands in no transaction, how long it may wait and run
/// (the longest that one of them says), what is kept aside or purged, and what was accepted. It says what it changes if all of them do, so that the lint goes by that
/// and not by their texts; otherwise what was accepted of changes is not in it. Of the questions to the rows only those of
/// the first one stay, for the others are about rows that its own statements write.
///
/// # Errors
/// Why they cannot be replaced by one.
pub fn replacing(parts: &[Migration], name: &str, tables: Option<&[TableDef]>) -> Result<(String, String), String> {
    let (Some(first), Some(last)) = (parts.first(), parts.get(1..).and_then(<[Migration]>::last)) else {
        return Err("there have to be two migrations or more to replace them by one".to_owned());
    };
    if let Some(other) = parts.iter().find(|part| part.environments != first.environments) {
        return Err(format!(
            "migration `{}` is for other environments than `{}`, so that no database may have both",
            other.version, first.version
        ));
    }
    let up = match tables {
        Some(tables) => by_dialect(|dialect| created(tables, dialect)),
        None => joined(parts),
    };
    let Some(up) = up else {
        return Err("there is no dialect for which all of them have statements".to_owned());
    };
    if let Some(message) = lacking(parts).filter(|_| tables.is_none()) {
        return Err(message);
    }
    let replaces = parts.iter().map(|part| {
        let (version, checksum) = (part.version.clone(), part.checksum.clone());
        Replaced { version, checksum, replaces: part.replaces.clone() }.to_json()
    });
    // The tables of the end are all that is made of nothing; otherwise it is said if all of them say it.
    let changes = match tables {
        Some(tables) => diff::diff(&[], tables),
        None if parts.iter().any(|part| part.changes.is_empty() && asides(part).next().is_none()) => Vec::new(),
        None => parts.iter().flat_map(|part| part.changes.clone()).collect(),
    };
    let mut value = json!({
        "format": FORMAT,
        "version": last.version,
        "name": name,
        "description": format!("replaces `{}` to `{}`", first.version, last.version),
        "dependencies": [],
        "replaces": replaces.collect::<Vec<_>>(),
        "up_sql": up,
    });
    if !first.environments.is_empty() {
        value["environments"] = json!(first.environments);
    }
    if !changes.is_empty() {
        value["changes"] = changes.iter().map(draft::change).collect();
    }
    if tables.is_none() {
        carry(parts, first, &changes, &mut value);
    }
    value["checksum"] = checksum::of(&value).into();
    Ok((last.version.clone(), format!("{value:#}\n")))
}

/// What the files say of the statements that are taken over.
fn carry(parts: &[Migration], first: &Migration, changes: &[Change], value: &mut Value) {
    let is_apart = |dialect: &Dialect| parts.iter().any(|part| part.apart.contains(dialect));
    let apart: Vec<Dialect> = Dialect::ALL.into_iter().filter(is_apart).collect();
    if parts.iter().any(|part| !part.transaction) {
        value["transaction"] = false.into();
    } else if !apart.is_empty() {
        value["transaction"] = apart.iter().map(|dialect| (dialect.name().to_owned(), Value::from(false))).collect();
    }
    let longest = |of: fn(&Timeout) -> Option<Duration>| parts.iter().filter_map(|part| of(&part.timeout)).max();
    let timeout = Timeout { lock: longest(|own| own.lock), statement: longest(|own| own.statement) };
    if timeout != Timeout::default() {
        value["timeout"] = timeout.to_json();
    }
    // What is accepted of changes is bound to them, which are in this one or not; its lists are others.
    let kept = parts.iter().filter(|part| part.changes.is_empty() || !changes.is_empty());
    let accepted = kept.flat_map(|part| accepted(part, changes)).filter(|own| !empty::is_accepted_by(own));
    let accepted: Vec<Value> = accepted.map(|own| own.to_json()).collect();
    if !accepted.is_empty() {
        value["accepted"] = accepted.into();
    }
    if !first.preflight.is_empty() {
        value["preflight"] = question::by_dialect(&first.preflight);
    }
    let asides: Vec<ClassifiedChange> = parts.iter().flat_map(asides).cloned().collect();
    if !asides.is_empty() {
        value["way_back"] = WayBack { changes: asides, ..WayBack::default() }.to_json();
    }
}

/// What one of them says it keeps aside, or gives up that was: of that no statement is somebody's own.
fn asides(part: &Migration) -> impl Iterator<Item = &ClassifiedChange> {
    let is_purged = |own: &ClassifiedChange| own.class == Class::Shape && own.of.starts_with(ASIDE);
    part.way_back.changes.iter().filter(move |own| own.class == Class::ExactIfKept || is_purged(own))
}

/// What is accepted of one of them, among the changes of all.
fn accepted(part: &Migration, changes: &[Change]) -> Vec<Accepted> {
    match part.accepted.as_slice() {
        [] => part.changes.iter().filter_map(Accepted::older).collect(),
        accepted => accepted.iter().map(|own| own.among(&part.changes, changes)).collect(),
    }
}

/// The statements of all, for each dialect that is in all of them.
fn joined(parts: &[Migration]) -> Option<Value> {
    let common: Option<Vec<&[String]>> = parts.iter().map(|part| part.up.common()).collect();
    if let Some(common) = common {
        return Some(json!(common.concat()));
    }
    by_dialect(|dialect| {
        let lists: Option<Vec<&[String]>> = parts.iter().map(|part| part.up.statements(dialect)).collect();
        Some(lists?.concat())
    })
}

/// What to say of a dialect that some of them speak and others do not: the one in their place would be without it.
fn lacking(parts: &[Migration]) -> Option<String> {
    let speaks = |part: &Migration, dialect| part.up.common().is_none() && part.up.statements(dialect).is_some();
    let spoken = Dialect::ALL.into_iter().filter(|dialect| parts.iter().any(|part| speaks(part, *dialect)));
    let mut lacking = spoken.filter_map(|dialect| {
        let part = parts.iter().find(|part| part.up.statements(dialect).is_none())?;
        Some((dialect, part))
    });
    let (dialect, part) = lacking.next()?;
    Some(format!(
        "migration `{}` has no statements for {dialect} and others have some, so that the one in their place would have none: \
         replace those before it alone, or create the tables anew (`from_tables`)",
        part.version
    ))
}

fn by_dialect(statements: impl Fn(Dialect) -> Option<Vec<String>>) -> Option<Value> {
    let lists =
        Dialect::ALL.into_iter().filter_map(|dialect| Some((dialect.name().to_owned(), json!(statements(dialect)?))));
    let lists = Map::from_iter(lists);
    (!lists.is_empty()).then_some(Value::Object(lists))
}

fn created(tables: &[TableDef], dialect: Dialect) -> Option<Vec<String>> {
    let rendered: Option<Vec<_>> = tables.iter().map(|def| Some((def, render(def, dialect).ok()?.0))).collect();
    Some(order::create(&rendered?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(version: &str, up: Value) -> Migration {
        let text = json!({ "version": version, "name": version, "up_sql": up }).to_string();
        Migration::parse("x.json", &text).unwrap()
    }

    #[test]
    fn statements_are_joined() {
        let parts = [parsed("1", json!(["a"])), parsed("2", json!({ "sqlite": ["b"], "oracle": ["c"] }))];
        let (version, text) = replacing(&parts, "one", None).unwrap();
        assert_eq!(version, "2");
        let one = Migration::parse("one.json", &text).unwrap();
        assert_eq!(one.claimed.as_ref(), Some(&one.checksum));
        assert_eq!(one.up.statements(Dialect::Sqlite), Some(&["a".to_owned(), "b".to_owned()][..]));
        assert_eq!(one.up.statements(Dialect::Mysql), None, "one of them has nothing for it");
        assert!(one.stands_for("1") && one.stands_for("2") && !one.stands_for("3"));

        // One that replaces others is replaced itself.
        let (_, text) = replacing(&[one, parsed("3", json!(["d"]))], "two", None).unwrap();
        let two = Migration::parse("two.json", &text).unwrap();
        assert!(two.stands_for("1") && two.stands_for("3"));
        let original = |version: &str, checksum: &str| {
            parts.iter().any(|part| part.version == version && part.checksum == checksum)
        };
        assert!(two.replaces[0].is_there(&original), "by what the first one replaced");
        assert!(!two.replaces[1].is_there(&original));
    }

    #[test]
    fn what_the_files_say_of_their_statements_stays() {
        let file = |version: &str, more: Value| {
            let mut value = json!({ "version": version, "name": version, "up_sql": ["DROP TABLE t"] });
            value.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            Migration::parse("x.json", &value.to_string()).unwrap()
        };
        let accepted = json!([{ "rule": "M101", "of": "t", "reason": "empty", "change": "sha256:0" }]);
        let question = json!({ "sqlite": [{ "sql": "SELECT 0", "message": "m" }] });
        let parts = [
            file("1", json!({ "timeout": { "lock_ms": 500 }, "preflight": question })),
            file("2", json!({ "transaction": { "postgres": false }, "accepted": accepted })),
            file("3", json!({ "timeout": { "lock_ms": 100, "statement_ms": 9 }, "preflight": question })),
        ];
        let read = |tables| Migration::parse("one.json", &replacing(&parts, "one", tables).unwrap().1).unwrap();
        let one = read(None);
        assert!(one.transaction && !one.is_whole(Dialect::Postgres) && one.is_whole(Dialect::Sqlite));
        let limits = [one.timeout.lock, one.timeout.statement].map(|limit| limit.map(|limit| limit.as_millis()));
        assert_eq!(limits, [Some(500), Some(9)]);
        assert_eq!(one.accepted, parts[1].accepted);
        assert_eq!(one.preflight, parts[0].preflight);
        let anew = read(Some(&[]));
        assert!(anew.is_whole(Dialect::Postgres) && anew.accepted.is_empty(), "those statements are not in it");
        let apart = [parts[1].clone(), file("4", json!({ "transaction": false }))];
        let one = Migration::parse("one.json", &replacing(&apart, "one", None).unwrap().1).unwrap();
        assert!(!one.transaction);
    }

    #[test]
    fn typed_changes_stay_and_so_does_what_was_accepted_of_them() {
        let file = |version: &str, changes: Value, more: Value| {
            let up = json!(["UPDATE people SET town = 'x'", "ALTER TABLE people DROP COLUMN age"]);
            let mut value = json!({ "version": version, "name": version, "up_sql": up, "changes": changes });
            value.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            Migration::parse("x.json", &value.to_string()).unwrap()
        };
        let add = json!([{ "verb": "add", "table": "people" }, { "verb": "add", "table": "towns" }]);
        let part = |verb: &str, name: &str, to: &str, loses: bool| {
            let part = format!("column `{name}`");
            json!({ "verb": verb, "table": "people", "part": part, "to": to, "loses_data": loses })
        };
        // Older than acknowledgements, one bound to a change, and one to all changes of a table.
        let older = file("2", json!([part("drop", "age", "", true)]), json!({}));
        let bare = file("3", json!([part("drop", "town", "", true)]), json!({}));
        let loss = Accepted { reason: "nobody reads it".to_owned(), ..Accepted::older(&bare.changes[0]).unwrap() };
        let named = file("3", json!([part("drop", "town", "", true)]), json!({ "accepted": [loss.to_json()] }));
        let both = json!([part("add", "a", "i32", false), part("change", "b", "i64", false)]);
        let [_, _, table] = crate::lint::hashes(&file("4", both.clone(), json!({})).changes, 0);
        let slow = json!([{ "rule": "L104", "of": "people", "reason": "few rows", "change": table }]);
        let parts = [file("1", add, json!({})), older, named, file("4", both, json!({ "accepted": slow }))];
        let text = replacing(&parts, "one", None).unwrap().1;
        let one = Migration::parse("one.json", &text).unwrap();
        assert_eq!(one.changes, parts.iter().flat_map(|part| part.changes.clone()).collect::<Vec<_>>());
        let of: Vec<_> = one.accepted.iter().map(|own| [own.rule.as_str(), &own.of, &own.reason]).collect();
        let wanted = [
            ["M002", "people.age", "given up when it was written"],
            ["M002", "people.town", "nobody reads it"],
            ["L104", "people", "few rows"],
        ];
        assert_eq!(of, wanted);
        let found = |text: &str| {
            let one = Migration::parse("one.json", text).unwrap();
            let findings = crate::lint::file::folder(&[("one.json".to_owned(), one)], &[]);
            findings
                .into_iter()
                .filter(|finding| finding.accepted.is_none())
                .map(|own| own.rule.code)
                .collect::<Vec<_>>()
        };
        assert_eq!(found(&text), [""; 0]);

        // One that was written by hand says nothing of what it changes, so neither does the whole.
        let mixed = [parts[0].clone(), parsed("5", json!(["ALTER TABLE people DROP COLUMN x"]))];
        let text = replacing(&mixed, "one", None).unwrap().1;
        assert_eq!(Migration::parse("one.json", &text).unwrap().changes, []);
        assert!(found(&text).contains(&"M102"), "{:?}", found(&text));
        // What the tables of the end are made by is typed as well.
        let tables = [TableDef::new("people", &[])];
        let anew = Migration::parse("one.json", &replacing(&mixed, "one", Some(&tables)).unwrap().1).unwrap();
        assert_eq!(anew.changes, diff::diff(&[], &tables));
    }

    #[test]
    fn what_is_kept_aside_and_purged_is_none_of_ones_own() {
        let aside = crate::plan::aside("people");
        let quoted = Dialect::Sqlite.quoted(&aside);
        let file = |version: &str, changes: Value, up: &[&str], classes: Value| {
            let way_back = json!({ "format": 1, "changes": classes });
            let file = json!({
                "version": version, "name": version, "changes": changes, "up_sql": { "sqlite": up }, "way_back": way_back,
            });
            Migration::parse("x.json", &file.to_string()).unwrap()
        };
        let people = |verb: &str| json!([{ "verb": verb, "table": "people", "loses_data": verb == "drop" }]);
        let keeping = json!([{ "of": "people", "class": "exact_if_kept" }]);
        let purging = json!([{ "of": aside, "class": "shape" }]);
        let parts = [
            file("1", people("add"), &["CREATE TABLE people (a)"], json!([{ "of": "people", "class": "loses_data" }])),
            file("2", people("drop"), &[&format!("ALTER TABLE people RENAME TO {quoted}")], keeping),
            file("3", json!([]), &[&format!("DROP TABLE {quoted}")], purging),
        ];
        let one = Migration::parse("one.json", &replacing(&parts, "one", None).unwrap().1).unwrap();
        assert_eq!(one.changes.len(), 2, "a purge changes nothing");
        assert_eq!(one.way_back.changes, [&*parts[1].way_back.changes, &parts[2].way_back.changes].concat());
        let findings = crate::lint::file::folder(&[("one.json".to_owned(), one.clone())], &[]);
        let codes: Vec<&str> = findings.iter().filter(|own| own.refuses()).map(|own| own.rule.code).collect();
        assert_eq!(codes, [""; 0]);
        assert_eq!(crate::lint::loss::Losses::new(Dialect::Sqlite).of(&one), [""; 0], "it has made all of it");
    }

    #[test]
    fn what_cannot_be_one_is_told() {
        let sqlite = parsed("1", json!({ "sqlite": [] }));
        let mut mysql = parsed("2", json!({ "mysql": [] }));
        let told = |parts: &[Migration]| replacing(parts, "one", None).unwrap_err();
        assert_eq!(told(&[]), "there have to be two migrations or more to replace them by one");
        assert_eq!(told(&[sqlite.clone(), mysql.clone()]), "there is no dialect for which all of them have statements");
        let both = parsed("3", json!({ "mysql": ["a"], "sqlite": ["b"] }));
        assert_eq!(
            told(&[both.clone(), sqlite.clone()]),
            "migration `1` has no statements for mysql and others have some, so that the one in their place would have none: \
             replace those before it alone, or create the tables anew (`from_tables`)"
        );
        assert!(replacing(&[both, sqlite.clone()], "one", Some(&[])).is_ok(), "whose statements are not taken over");
        mysql.environments = vec!["staging".to_owned()];
        assert_eq!(
            told(&[sqlite, mysql]),
            "migration `2` is for other environments than `1`, so that no database may have both"
        );
    }
}
