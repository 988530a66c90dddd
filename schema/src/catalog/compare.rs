//! What is there beside what should be there.

use super::difference::{Difference, Object};
use super::{Check, Column, Key, KeyForm, Part, Reference, Table};
use crate::dialect::Dialect;

/// Whether the wording of expressions says anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Texts {
    /// Both sides are in the same words.
    Compared,
    /// Whether there is an expression is all that can be compared.
    Unknown,
}

/// All differences of a table, in the order in which its parts should be.
pub fn compare(expected: &Table, found: &Table, dialect: Dialect, texts: Texts) -> Vec<Difference> {
    let mut compare = Compare { table: &expected.name, dialect, texts, differences: Vec::new() };
    compare.aspect(Object::Table, "comment", some(&found.comment), some(&expected.comment));
    compare.columns(expected, found);
    compare.keys(expected, found);
    compare.checks(expected, found);
    compare.references(expected, found);
    compare.differences
}

/// That a table is missing.
pub fn missing(table: &str) -> Difference {
    let (found, expected) = (None, Some(String::new()));
    Difference { table: table.to_owned(), object: Object::Table, aspect: "", found, expected }
}

fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| format!("`{text}`"))
}

struct Compare<'a> {
    table: &'a str,
    dialect: Dialect,
    texts: Texts,
    differences: Vec<Difference>,
}

impl Compare<'_> {
    fn aspect(&mut self, object: Object, aspect: &'static str, found: Option<String>, expected: Option<String>) {
        if found != expected {
            self.differences.push(Difference { table: self.table.to_owned(), object, aspect, found, expected });
        }
    }

    /// The same for an expression.
    fn text(&mut self, object: Object, aspect: &'static str, found: Option<&str>, expected: Option<&str>) {
        if self.texts == Texts::Compared || found.is_some() != expected.is_some() {
            self.aspect(object, aspect, found.map(str::to_owned), expected.map(str::to_owned));
        }
    }

    fn columns(&mut self, expected: &Table, found: &Table) {
        for should in &expected.columns {
            let object = Object::Column(should.name.clone());
            match found.columns.iter().find(|column| column.name == should.name) {
                Some(is) => self.column(&object, should, is),
                None => self.aspect(object, "", None, Some(should.type_name.clone())),
            }
        }
        for is in found.columns.iter().filter(|is| !expected.columns.iter().any(|should| should.name == is.name)) {
            self.aspect(Object::Column(is.name.clone()), "", Some(is.type_name.clone()), None);
        }
    }

    fn column(&mut self, object: &Object, should: &Column, is: &Column) {
        // Where a computed column has the type of its expression, none is written.
        if !should.type_name.is_empty() && !should.type_name.eq_ignore_ascii_case(&is.type_name) {
            self.aspect(object.clone(), "", Some(is.type_name.clone()), Some(should.type_name.clone()));
        }
        let null = |nullable: bool| Some(if nullable { "nullable" } else { "NOT NULL" }.to_owned());
        self.aspect(object.clone(), "", null(is.nullable), null(should.nullable));
        let numbered = |numbered: bool| Some(if numbered { "numbered" } else { "not numbered" }.to_owned());
        self.aspect(object.clone(), "", numbered(is.numbered), numbered(should.numbered));
        self.text(object.clone(), "default", is.default.as_deref(), should.default.as_deref());
        let expression = |column: &Column| column.computed.as_ref().map(|computed| computed.expression.clone());
        self.text(object.clone(), "computation", expression(is).as_deref(), expression(should).as_deref());
        if let (Some(is), Some(should)) = (&is.computed, &should.computed) {
            let kept = |stored: bool| Some(if stored { "stored" } else { "computed on each read" }.to_owned());
            self.aspect(object.clone(), "", kept(is.stored), kept(should.stored));
        }
        self.aspect(object.clone(), "update", some(&is.on_update), some(&should.on_update));
        self.aspect(object.clone(), "comment", some(&is.comment), some(&should.comment));
    }

    fn keys(&mut self, expected: &Table, found: &Table) {
        let is_primary = |key: &&Key| key.form == KeyForm::Primary;
        let (should, is) = (expected.keys.iter().find(is_primary), found.keys.iter().find(is_primary));
        self.key(Object::PrimaryKey, should, is);
        if let (Some(should), Some(is)) = (should, is)
            && !should.name.is_empty()
            && !is.name.is_empty()
        {
            self.aspect(Object::PrimaryKey, "name", some(&is.name), some(&should.name));
        }
        let others = |table: &Table| -> Vec<Key> {
            let keys = table.keys.iter().filter(|key| !is_primary(key) && !self.is_of_a_reference(key, table));
            keys.cloned().collect()
        };
        let (should, is) = (others(expected), others(found));
        for key in &should {
            self.key(object(key), Some(key), is.iter().find(|other| other.name == key.name));
        }
        for key in is.iter().filter(|key| !should.iter().any(|other| other.name == key.name)) {
            self.key(object(key), None, Some(key));
        }
    }

    /// Whether an index is one that the engine makes for a reference, and takes away when another serves.
    fn is_of_a_reference(&self, key: &Key, table: &Table) -> bool {
        let is_its = |reference: &Reference| reference.name == key.name;
        self.dialect.indexes_references() && key.form == KeyForm::Index && table.references.iter().any(is_its)
    }

    fn key(&mut self, object: Object, should: Option<&Key>, is: Option<&Key>) {
        if let (Some(should), Some(is)) = (should, is)
            && self.texts == Texts::Unknown
            && (0..should.parts.len().max(is.parts.len())).all(|n| similar(should.parts.get(n), is.parts.get(n)))
        {
            let plain =
                |key: &Key| Key { parts: Vec::new(), filter: key.filter.clone().map(|_| "..".into()), ..key.clone() };
            let (should, is) = (words(&plain(should)), words(&plain(is)));
            return self.aspect(object, "", Some(is), Some(should));
        }
        self.aspect(object, "", is.map(words), should.map(words));
    }

    fn checks(&mut self, expected: &Table, found: &Table) {
        let note = |check: &Check| some(&check.note);
        for should in &expected.checks {
            let object = Object::Check(should.name.clone());
            let is = found.checks.iter().find(|check| check.name == should.name);
            self.text(object.clone(), "", is.map(|check| &*check.condition), Some(&should.condition));
            self.aspect(object, "state", is.and_then(note), note(should));
        }
        for is in &found.checks {
            if is.name.is_empty() || !expected.checks.iter().any(|should| should.name == is.name) {
                self.text(Object::Check(is.name.clone()), "", Some(&is.condition), None);
            }
        }
    }

    fn references(&mut self, expected: &Table, found: &Table) {
        let words = |reference: &Reference| {
            let action = |action: &str| match action {
                "RESTRICT" if !self.dialect.tells_restrict() => "NO ACTION".to_owned(),
                _ => action.to_owned(),
            };
            let Reference { columns, target, target_columns, note, .. } = reference;
            let (on_delete, on_update) = (action(&reference.on_delete), action(&reference.on_update));
            let (columns, target_columns) = (columns.join(", "), target_columns.join(", "));
            let note = if note.is_empty() { String::new() } else { format!(", {note}") };
            format!("{columns} to {target} ({target_columns}), on delete {on_delete}, on update {on_update}{note}")
        };
        let mut all = Vec::new();
        for should in &expected.references {
            let is = found.references.iter().find(|reference| reference.name == should.name);
            all.push((should.name.clone(), is.map(words), Some(words(should))));
        }
        let is_known = |is: &&Reference| expected.references.iter().any(|should| should.name == is.name);
        all.extend(
            found.references.iter().filter(|is| !is_known(is)).map(|is| (is.name.clone(), Some(words(is)), None)),
        );
        for (name, is, should) in all {
            self.aspect(Object::ForeignKey(name), "", is, should);
        }
    }
}

fn object(key: &Key) -> Object {
    match key.form {
        KeyForm::Primary => Object::PrimaryKey,
        KeyForm::Unique => Object::Unique(key.name.clone()),
        KeyForm::Index | KeyForm::UniqueIndex => Object::Index(key.name.clone()),
    }
}

/// Whether two parts are the same but for the wording of an expression.
fn similar(one: Option<&Part>, other: Option<&Part>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) if one.is_expression && other.is_expression => one.descending == other.descending,
        (one, other) => one == other,
    }
}

/// A key in words.
fn words(key: &Key) -> String {
    let parts: Vec<String> = key
        .parts
        .iter()
        .map(|part| {
            let text = if part.is_expression { format!("({})", part.text) } else { part.text.clone() };
            let prefix = if part.prefix.is_empty() { String::new() } else { format!(" to {}", part.prefix) };
            format!("{text}{prefix}{}", if part.descending { " desc" } else { "" })
        })
        .collect();
    let form = match key.form {
        KeyForm::Primary => "",
        KeyForm::Unique => "unique constraint ",
        KeyForm::UniqueIndex => "unique ",
        KeyForm::Index => "",
    };
    let filter = key.filter.as_ref().map(|filter| format!(", where {filter}")).unwrap_or_default();
    let note = if key.note.is_empty() { String::new() } else { format!(", {}", key.note) };
    format!("{form}over {}{filter}{note}", parts.join(", "))
}
