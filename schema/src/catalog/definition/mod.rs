//! `CREATE TABLE` and `CREATE INDEX` read: what SQLite and MySQL tell of a table, and what our own DDL says of it.

mod clause;
mod cursor;
pub(crate) mod token;

use self::clause::column;
use self::cursor::Cursor;
use super::{Check, Key, KeyForm, Part, Reference, Table};
use crate::dialect::Dialect;

/// Reads a statement: a table is added, an index goes to its table, anything else is left out.
pub(crate) fn statement(sql: &str, dialect: Dialect, tables: &mut Vec<Table>) {
    let mut cursor = Cursor::new(sql, dialect);
    if !cursor.take("CREATE") {
        return;
    }
    let mut form = KeyForm::Index;
    let mut descending = false;
    loop {
        if cursor.take("TEMPORARY") || cursor.take("TEMP") || cursor.take("ASCENDING") || cursor.take("ASC") {
        } else if cursor.take("UNIQUE") {
            form = KeyForm::UniqueIndex;
        } else if cursor.take("DESCENDING") || cursor.take("DESC") {
            descending = true;
        } else {
            break;
        }
    }
    if cursor.take("TABLE") {
        tables.extend(table(&mut cursor));
    } else if cursor.take("INDEX") {
        if_not_exists(&mut cursor);
        let Some(name) = cursor.name() else { return };
        if !cursor.take("ON") {
            return;
        }
        let on = cursor.name().unwrap_or_default();
        let mut key = Key { form, name, ..Key::default() };
        if cursor.take("COMPUTED") {
            cursor.take("BY");
            let text = cursor.group().map(|group| bare(group.rest()).to_owned()).unwrap_or_default();
            key.parts.push(Part { text, is_expression: true, ..Part::default() });
        } else {
            key.parts = parts(&mut cursor);
        }
        key.parts.iter_mut().for_each(|part| part.descending |= descending);
        if cursor.take("WHERE") {
            key.filter = Some(bare(cursor.rest()).to_owned());
        }
        if let Some(table) = tables.iter_mut().find(|table| table.name == on) {
            table.keys.push(key);
        }
    }
}

/// Without the brackets around all of it, and without blanks.
pub(crate) fn bare(text: &str) -> &str {
    let mut text = text.trim();
    while let Some(inside) = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        if !is_balanced(inside) {
            break;
        }
        text = inside.trim();
    }
    text
}

/// Whether no bracket in it closes one before it.
fn is_balanced(text: &str) -> bool {
    let mut depth = 0_i32;
    // How texts escape is not known here; an odd one at worst keeps its brackets.
    for token in token::tokens(text, false) {
        depth += i32::from(token.is_symbol("(")) - i32::from(token.is_symbol(")"));
        if depth < 0 {
            return false;
        }
    }
    depth == 0
}

fn if_not_exists(cursor: &mut Cursor<'_>) {
    if cursor.take("IF") {
        cursor.take("NOT");
        cursor.take("EXISTS");
    }
}

/// From the name on.
fn table(cursor: &mut Cursor<'_>) -> Option<Table> {
    if_not_exists(cursor);
    let mut table = Table { name: cursor.name()?, ..Table::default() };
    let mut items = cursor.group()?;
    while !items.is_done() {
        let mut item = items.until_comma();
        item_of(&mut item, &mut table);
    }
    while !cursor.is_done() {
        if cursor.take("COMMENT") {
            cursor.symbol("=");
            table.comment = cursor.text().unwrap_or_default();
        } else if cursor.take("COLLATE") {
            cursor.symbol("=");
            table.collation = cursor.name().unwrap_or_default();
        } else {
            cursor.skip();
        }
    }
    let key = table.keys.iter().find(|key| key.form == KeyForm::Primary);
    let keys: Vec<String> = key.into_iter().flat_map(|key| key.parts.iter().map(|part| part.text.clone())).collect();
    for column in table.columns.iter_mut().filter(|column| keys.contains(&column.name)) {
        column.nullable = false;
    }
    Some(table)
}

/// What is between two commas.
fn item_of(item: &mut Cursor<'_>, table: &mut Table) {
    let name = if item.take("CONSTRAINT") { item.name().unwrap_or_default() } else { String::new() };
    let is_column = !["PRIMARY", "UNIQUE", "KEY", "INDEX", "FOREIGN", "CHECK", "FULLTEXT", "SPATIAL"]
        .iter()
        .any(|word| item.at(word));
    if is_column {
        column(item, table);
    } else {
        constraint(item, name, table);
    }
}

/// From its first word on.
fn constraint(item: &mut Cursor<'_>, name: String, table: &mut Table) {
    if item.take("CHECK") {
        return table.checks.push(check(item, name));
    }
    if item.take("FOREIGN") {
        item.take("KEY");
        let columns = names(item);
        return table.references.push(reference(item, name, columns));
    }
    let mut key = Key { name, ..Key::default() };
    if item.take("PRIMARY") {
        key.form = KeyForm::Primary;
        item.take("KEY");
    } else if item.take("UNIQUE") {
        key.form = KeyForm::Unique;
        let _ = item.take("KEY") || item.take("INDEX");
    } else if item.at("FULLTEXT") || item.at("SPATIAL") {
        key.note = item.word().unwrap_or_default().to_lowercase();
        let _ = item.take("KEY") || item.take("INDEX");
    } else {
        let _ = item.take("KEY") || item.take("INDEX");
    }
    if !item.is_at_group()
        && let Some(name) = item.name()
    {
        key.name = name;
    }
    key.parts = parts(item);
    while !item.is_done() {
        // What a unique constraint of MariaDB that is too wide for a tree is kept as, is its own affair.
        if item.take("USING") {
            item.skip();
        } else if let Some(word) = item.word() {
            key.note = word.to_lowercase();
        } else {
            item.skip();
        }
    }
    table.keys.push(key);
}

/// Behind `CHECK`.
fn check(item: &mut Cursor<'_>, name: String) -> Check {
    let condition = item.group().map(|group| bare(group.rest()).to_owned()).unwrap_or_default();
    let note = if item.take("NOT") {
        format!("not {}", item.word().unwrap_or_default().to_lowercase())
    } else {
        String::new()
    };
    Check { name, condition, note }
}

/// At `REFERENCES`.
fn reference(item: &mut Cursor<'_>, name: String, columns: Vec<String>) -> Reference {
    item.take("REFERENCES");
    let target = item.name().unwrap_or_default();
    let mut reference = Reference { name, columns, target, ..Reference::default() };
    reference.target_columns = if item.is_at_group() { names(item) } else { Vec::new() };
    while item.take("ON") {
        let is_delete = item.take("DELETE");
        if !is_delete {
            item.take("UPDATE");
        }
        let mut action = item.word().unwrap_or_default().to_uppercase();
        if ["NO", "SET"].contains(&action.as_str()) {
            action = format!("{action} {}", item.word().unwrap_or_default().to_uppercase());
        }
        *if is_delete { &mut reference.on_delete } else { &mut reference.on_update } = action;
    }
    for action in [&mut reference.on_delete, &mut reference.on_update] {
        if action.is_empty() {
            action.push_str("NO ACTION");
        }
    }
    reference
}

/// `(a, b)`.
fn names(item: &mut Cursor<'_>) -> Vec<String> {
    parts(item).into_iter().map(|part| part.text).collect()
}

/// `(a, b(20) DESC, (lower(c)))`.
fn parts(item: &mut Cursor<'_>) -> Vec<Part> {
    let Some(mut group) = item.group() else { return Vec::new() };
    let mut parts = Vec::new();
    while !group.is_done() {
        let mut one = group.until_comma();
        let descending = one.take_last("DESC");
        one.take_last("ASC");
        parts.push(Part { descending, ..part(&mut one) });
    }
    parts
}

fn part(one: &mut Cursor<'_>) -> Part {
    let whole = bare(one.rest()).to_owned();
    let Some(text) = one.name() else { return Part { text: whole, is_expression: true, ..Part::default() } };
    let prefix = one.group().map(|group| group.rest().to_owned()).unwrap_or_default();
    let is_number = prefix.bytes().all(|byte| byte.is_ascii_digit());
    if !one.is_done() && one.take("COLLATE") {
        one.skip();
    }
    if one.is_done() && is_number {
        Part { text, prefix, ..Part::default() }
    } else {
        Part { text: whole, is_expression: true, ..Part::default() }
    }
}
