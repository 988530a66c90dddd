//! What stands in golden files.

use std::fmt::Write;

use tablewright::schema::dml::TableSql;
use tablewright_schema::{Dialect, order};

use super::case::{Case, Model};

/// The DDL of a case: what creates its tables, then what drops them. A table that the dialect refuses is left out, with
/// its problems in its place.
pub fn of_ddl(case: &Case, dialect: Dialect) -> String {
    let mut text = String::new();
    for refusal in refusals(case, dialect) {
        let lines: Vec<&str> = refusal.lines().collect();
        writeln!(text, "-- refused: {}", lines.join("\n--   ")).expect("a text takes text");
    }
    let script = script(case, dialect);
    section(&mut text, "create", &script.create);
    section(&mut text, "drop", &script.drop);
    text
}

/// What creates a case's tables, and what drops them.
pub struct Script {
    /// In order.
    pub create: Vec<String>,
    /// In order.
    pub drop: Vec<String>,
}

/// The statements for those tables of a case that the dialect takes.
pub fn script(case: &Case, dialect: Dialect) -> Script {
    let tables: Vec<_> = taken(case, dialect).map(|(model, (ddl, _))| (model.def().clone(), ddl)).collect();
    let tables: Vec<_> = tables.iter().map(|(def, ddl)| (def, ddl.clone())).collect();
    Script { create: order::create(&tables), drop: order::drop(&tables) }
}

/// Each table and what was wrong with it.
pub fn refusals(case: &Case, dialect: Dialect) -> Vec<String> {
    let refused = |model: &Model| {
        let problems = model.render(dialect).err()?;
        Some(problems.into_iter().map(|problem| format!("{}: {problem}", model.def().name)).collect::<Vec<_>>())
    };
    case.models.iter().filter_map(refused).flatten().collect()
}

type Rendered = (tablewright::schema::ddl::TableDdl, TableSql);

fn taken(case: &Case, dialect: Dialect) -> impl Iterator<Item = (&Model, Rendered)> {
    case.models.iter().filter_map(move |model| Some((model, model.render(dialect).ok()?)))
}

/// The statements of a table's DAO, each with its name.
pub fn named(sql: &TableSql) -> Vec<(String, &str)> {
    let fixed = [
        ("select", &sql.select),
        ("count", &sql.count),
        ("find", &sql.find),
        ("exists", &sql.exists),
        ("insert", &sql.insert),
        ("reselect", &sql.reselect),
        ("upsert", &sql.upsert),
        ("update", &sql.update),
        ("delete", &sql.delete),
    ];
    let mut all: Vec<_> = fixed.into_iter().map(|(name, text)| (name.to_owned(), text.as_str())).collect();
    all.extend(sql.finders.iter().enumerate().map(|(n, text)| (format!("finder {}", n + 1), text.as_str())));
    all.extend(sql.upserts.iter().enumerate().map(|(n, text)| (format!("upsert by finder {}", n + 1), text.as_str())));
    all.retain(|(_, text)| !text.is_empty());
    all
}

/// Statements, each under its name.
pub fn of_statements<'a>(statements: impl IntoIterator<Item = (String, &'a str)>) -> String {
    let mut text = String::new();
    for (name, statement) in statements {
        writeln!(text, "-- {name}\n{}\n", ended(statement)).expect("a text takes text");
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

fn section(text: &mut String, name: &str, statements: &[String]) {
    if statements.is_empty() {
        return;
    }
    let gap = if text.is_empty() { "" } else { "\n" };
    writeln!(text, "{gap}-- {name}").expect("a text takes text");
    for statement in statements {
        writeln!(text, "{}", ended(&laid_out(statement))).expect("a text takes text");
    }
}

/// A CREATE TABLE with each column and constraint on a line of its own; anything else as it is. Only blanks between
/// tokens become line breaks.
fn laid_out(statement: &str) -> String {
    if !statement.starts_with("CREATE TABLE") {
        return statement.to_owned();
    }
    let (mut out, mut depth, mut quote) = (String::with_capacity(statement.len() + 64), 0_u32, None);
    let mut rest = statement.chars().peekable();
    while let Some(c) = rest.next() {
        match (quote, c) {
            (Some(end), _) => {
                out.push(c);
                if c == end {
                    quote = None;
                }
                continue;
            }
            (None, '\'' | '"' | '`') => quote = Some(c),
            (None, '[') => quote = Some(']'),
            (None, '(') => depth += 1,
            (None, ')') => {
                if depth == 1 {
                    out.truncate(out.trim_end().len());
                    out.push('\n');
                }
                depth = depth.saturating_sub(1);
            }
            (None, _) => {}
        }
        out.push(c);
        if (c == '(' || c == ',') && depth == 1 {
            rest.next_if_eq(&' ');
            out.push_str("\n    ");
        }
    }
    out
}

/// With the semicolon that a script needs; T-SQL's MERGE brings its own.
fn ended(statement: &str) -> String {
    format!("{};", statement.trim_end_matches(';'))
}
