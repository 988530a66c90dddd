//! The rows of a catalog's queries, put together to tables.

use super::{Check, Column, GeneratedAs, Key, KeyForm, Part, Reference, Table, bare, statement};
use crate::dialect::Dialect;

/// The tables that the rows of the five queries of [`Source::Rows`](super::Source::Rows) speak of, in order of their names.
///
/// - tables: name, comment
/// - columns, in order: table, name, type, `NO` if never NULL, default, `YES` if numbered, expression, `YES` if that is kept, comment
/// - keys, in order of their parts: table, name, `PRIMARY`, `UNIQUE`, `INDEX` or `UNIQUE INDEX`, column, expression, `DESC`, filter, note
/// - checks: table, name, condition, note
/// - references, in order of their columns: table, name, column, target, its column, on delete, on update, note
pub fn from_rows(dialect: Dialect, rows: &[Vec<Vec<String>>]) -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    for row in rows.first().into_iter().flatten() {
        if let [name, comment] = &row[..] {
            tables.push(Table { name: name.clone(), comment: comment.clone(), ..Table::default() });
        }
    }
    tables.sort_by(|one, other| one.name.cmp(&other.name));
    for (number, add) in [columns, keys, checks, references].into_iter().enumerate() {
        for row in rows.get(number + 1).into_iter().flatten() {
            let Some((name, rest)) = row.split_first() else { continue };
            if let Ok(at) = tables.binary_search_by(|table| table.name.cmp(name)) {
                add(&mut tables[at], rest);
            }
        }
    }
    tables.iter_mut().for_each(|table| dialect.settle(table));
    tables
}

/// The tables that statements make, in order of their names: a table's name and a statement each. What is neither a table
/// nor an index is left out.
pub fn from_statements(dialect: Dialect, statements: &[Vec<String>]) -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    for row in statements {
        if let [_, sql] = &row[..] {
            statement(sql, dialect, &mut tables);
        }
    }
    tables.sort_by(|one, other| one.name.cmp(&other.name));
    tables.iter_mut().for_each(|table| dialect.settle(table));
    tables
}

fn some(text: &str) -> Option<String> {
    let text = bare(text);
    (!text.is_empty()).then(|| text.to_owned())
}

fn columns(table: &mut Table, row: &[String]) {
    let [name, told, null, default, numbered, expression, kept, comment] = row else { return };
    // Some engines tell the whole clause.
    let default = default.trim();
    let default =
        default.get(..7).filter(|word| word.eq_ignore_ascii_case("DEFAULT")).map_or(default, |_| &default[7..]);
    table.columns.push(Column {
        name: name.clone(),
        type_name: told.clone(),
        nullable: null != "NO",
        numbered: numbered == "YES",
        default: some(default).filter(|text| !text.eq_ignore_ascii_case("NULL")),
        computed: some(expression).map(|expression| GeneratedAs { expression, stored: kept == "YES" }),
        comment: comment.clone(),
        ..Column::default()
    });
}

fn keys(table: &mut Table, row: &[String]) {
    let [name, form, column, expression, direction, filter, note] = row else { return };
    let is_expression = column.is_empty();
    let text = if is_expression { bare(expression).to_owned() } else { column.clone() };
    let part = Part { text, is_expression, descending: direction == "DESC", prefix: String::new() };
    if let Some(key) = table.keys.last_mut().filter(|key| key.name == *name) {
        return key.parts.push(part);
    }
    let form = match form.as_str() {
        "PRIMARY" => KeyForm::Primary,
        "UNIQUE" => KeyForm::Unique,
        "UNIQUE INDEX" => KeyForm::UniqueIndex,
        _ => KeyForm::Index,
    };
    table.keys.push(Key { form, name: name.clone(), parts: vec![part], filter: some(filter), note: note.clone() });
}

fn checks(table: &mut Table, row: &[String]) {
    let [name, condition, note] = row else { return };
    // Some engines tell the whole clause.
    let condition = condition.trim();
    let condition =
        condition.get(..5).filter(|word| word.eq_ignore_ascii_case("CHECK")).map_or(condition, |_| &condition[5..]);
    let check = Check { name: name.clone(), condition: bare(condition).to_owned(), note: note.clone() };
    table.checks.push(check);
}

fn references(table: &mut Table, row: &[String]) {
    let [name, column, target, target_column, on_delete, on_update, note] = row else { return };
    let is_next = |reference: &&mut Reference| reference.name == *name;
    if let Some(reference) = table.references.last_mut().filter(is_next) {
        reference.columns.push(column.clone());
        return reference.target_columns.push(target_column.clone());
    }
    table.references.push(Reference {
        name: name.clone(),
        columns: vec![column.clone()],
        target: target.clone(),
        target_columns: vec![target_column.clone()],
        on_delete: on_delete.replace('_', " "),
        on_update: on_update.replace('_', " "),
        note: note.clone(),
    });
}
