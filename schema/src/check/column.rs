//! Columns: each name once, types within their limits, values from one source.

use std::collections::{BTreeMap, BTreeSet};

use super::name::case_note;
use crate::model::{ColumnDef, DataType, TableDef};
use crate::problem::{Place, Problem};
use crate::sql::may_hold;

/// The most columns that every engine takes: Oracle and MySQL stop near a thousand.
const MAX_COLUMNS: usize = 1_000;
/// The longest text with a limit: PostgreSQL's varchar.
const MAX_LENGTH: u32 = 10_485_760;
/// The most digits of a `Decimal`.
const MAX_PRECISION: u8 = 28;
/// The longest value of an enumeration, in characters.
const MAX_VALUE: usize = 255;
/// The longest comments MySQL takes, in characters.
const MAX_COMMENT: (usize, usize) = (2_048, 1_024);

/// `no-columns`, `too-many-columns`.
pub(super) fn some(def: &TableDef, problems: &mut Vec<Problem>) {
    if def.columns.is_empty() {
        let problem = Problem::new("no-columns", Place::Table, format!("table `{}` has no columns", def.name));
        problems.push(problem.help("add a field"));
    }
    if def.columns.len() > MAX_COLUMNS {
        let message = format!("{} columns, {MAX_COLUMNS} are the most on every engine", def.columns.len());
        problems.push(Problem::new("too-many-columns", Place::Table, message).help("split the table"));
    }
}

/// `duplicate-column`: two fields, one column, also if only capitals differ.
pub(super) fn unique(def: &TableDef, problems: &mut Vec<Problem>) {
    let mut seen = BTreeMap::new();
    for (n, column) in def.columns.iter().enumerate() {
        if let Some(first) = seen.insert(column.name.to_lowercase(), &*column.name) {
            let message = format!("two fields are column `{}`{}", column.name, case_note(first, &column.name));
            let problem = Problem::new("duplicate-column", Place::Column(n), message);
            problems.push(problem.help("rename one with `#[column(name = \"..\")]`"));
        }
    }
}

/// `length-zero`, `length-too-large`.
pub(super) fn length(def: &TableDef, problems: &mut Vec<Problem>) {
    for (n, column) in def.columns.iter().enumerate() {
        let (DataType::Varchar(length) | DataType::Binary(length)) = column.data_type else { continue };
        let place = Place::ColumnType(n);
        if length == 0 {
            let problem = Problem::new("length-zero", place, "a length of 0 leaves room for nothing");
            problems.push(problem.help("give the most characters a value may have, or leave `max_length` out"));
        } else if length > MAX_LENGTH {
            let message = format!("a length of {length} is more than any engine takes, {MAX_LENGTH} is the most");
            problems.push(
                Problem::new("length-too-large", place, message).help("leave `max_length` out for text of any length"),
            );
        }
    }
}

/// `precision-zero`, `precision-too-large`, `scale-exceeds-precision`.
pub(super) fn decimal(def: &TableDef, problems: &mut Vec<Problem>) {
    for (n, column) in def.columns.iter().enumerate() {
        let DataType::Decimal { precision, scale } = column.data_type else { continue };
        let place = Place::ColumnType(n);
        if precision == 0 {
            problems.push(Problem::new("precision-zero", place, "a precision of 0 leaves room for no digit"));
        } else if precision > MAX_PRECISION {
            let message = format!("a precision of {precision} is more than a `Decimal` holds");
            problems.push(
                Problem::new("precision-too-large", place, message)
                    .help(format!("{MAX_PRECISION} digits are the most")),
            );
        } else if scale > precision {
            let message = format!("{scale} digits after the point are more than the {precision} digits in all");
            let problem = Problem::new("scale-exceeds-precision", place, message);
            problems.push(problem.help("`precision` counts all digits, `scale` those after the point"));
        }
    }
}

/// `enum-empty`, `enum-duplicate`, `enum-value-invalid`.
pub(super) fn enumeration(def: &TableDef, problems: &mut Vec<Problem>) {
    for (n, column) in def.columns.iter().enumerate() {
        if let DataType::Enum(values) = &column.data_type {
            problems.extend(
                enum_values(values).into_iter().map(|problem| Problem { place: Place::ColumnType(n), ..problem }),
            );
        }
    }
}

/// What is wrong with the values of an enumeration.
pub fn enum_values(values: &[crate::model::Text]) -> Vec<Problem> {
    let mut problems = Vec::new();
    if values.is_empty() {
        problems.push(Problem::new("enum-empty", Place::Table, "an enumeration without values allows nothing"));
    }
    let mut seen = BTreeSet::new();
    for value in values {
        if !seen.insert(value) {
            problems.push(Problem::new(
                "enum-duplicate",
                Place::Table,
                format!("two variants have the value `{value}`"),
            ));
        }
        let odd = value.is_empty() || value.contains('\\') || value.chars().any(char::is_control);
        if odd || value.chars().count() > MAX_VALUE {
            let message = format!("`{}` cannot be the value of a variant", value.escape_debug());
            let problem = Problem::new("enum-value-invalid", Place::Table, message);
            problems.push(problem.help("use 1 to 255 characters, without backslashes and control characters"));
        }
    }
    problems
}

/// `comment-too-long`, `control-character`.
pub(super) fn comment(def: &TableDef, problems: &mut Vec<Problem>) {
    let mut check = |place, comment: Option<&str>, most: usize| {
        problems.extend(comment.and_then(|comment| control_character("comment", place, comment)));
        let length = comment.map_or(0, |comment| comment.chars().count());
        if length > most {
            let message = format!("the comment has {length} characters, MySQL takes {most}");
            problems
                .push(Problem::new("comment-too-long", place, message).help("say it shorter with `comment = \"..\"`"));
        }
    };
    check(Place::Table, def.comment.as_deref(), MAX_COMMENT.0);
    for (n, column) in def.columns.iter().enumerate() {
        check(Place::Column(n), column.comment.as_deref(), MAX_COMMENT.1);
    }
}

/// `control-character`: such a character would end a statement, or be taken for a marker.
pub(super) fn control_character(what: &str, place: Place, text: &str) -> Option<Problem> {
    let odd = text.chars().find(|&character| !may_hold(character))?;
    let message = format!("the {what} holds the control character `{}`", odd.escape_unicode());
    let help = "leave it out; of such characters a text can hold `\\n` and `\\t`";
    Some(Problem::new("control-character", place, message).help(help))
}

/// `auto-increment-not-integer`, `auto-increment-twice`, `auto-increment-not-key`, `auto-increment-default`,
/// `generated-auto-increment`, `auto-increment-nullable`.
pub(super) fn auto_increment(def: &TableDef, problems: &mut Vec<Problem>) {
    let numbered = |(_, column): &(usize, &ColumnDef)| column.auto_increment;
    for (count, (n, column)) in def.columns.iter().enumerate().filter(numbered).enumerate() {
        let (place, name) = (Place::Column(n), &column.name);
        let mut add = |rule, message: String, help: &str| problems.push(Problem::new(rule, place, message).help(help));
        if count > 0 {
            let message = format!("`{name}` is the second column that the database numbers");
            add("auto-increment-twice", message, "one column a table can have `auto_increment`");
        }
        if !column.data_type.is_integer() && !matches!(column.data_type, DataType::Late(_)) {
            let message = format!("`{name}` is numbered by the database, but is no whole number");
            add("auto-increment-not-integer", message, "use `i64`, `i32` or `i16`");
        }
        if !(def.primary_key.columns.len() == 1 && def.is_key(name)) {
            let message = format!("`{name}` is numbered by the database, but is not the primary key");
            add("auto-increment-not-key", message, "add `primary_key`; not every engine numbers other columns");
        }
        if column.default.is_some() {
            let message = format!("`{name}` is numbered by the database, so it has no use for a default");
            add("auto-increment-default", message, "leave out `default` or `auto_increment`");
        }
        if column.generated.is_some() {
            let message = format!("`{name}` cannot be both computed and numbered");
            add("generated-auto-increment", message, "leave out `generated` or `auto_increment`");
        }
    }
}

/// `generated-default`, `generated-key`.
pub(super) fn generated(def: &TableDef, problems: &mut Vec<Problem>) {
    for (n, column) in def.columns.iter().enumerate().filter(|(_, column)| column.generated.is_some()) {
        let name = &column.name;
        if column.default.is_some() {
            let message = format!("`{name}` is computed, so it has no use for a default");
            problems
                .push(Problem::new("generated-default", Place::ColumnDefault(n), message).help("leave out `default`"));
        }
        if def.is_key(name) {
            let message = format!("`{name}` is computed and cannot be part of the primary key");
            problems.push(Problem::new("generated-key", Place::Column(n), message).help("use a column that is stored"));
        }
    }
}
