//! Definitions as Rust source: structs with our attributes, enumerations, and a `schema!` of all of them.

use std::fmt::Write as _;

use super::type_names::{TypeNames, variants};
use super::{Lifted, unsaid};
use crate::model::{
    Action, ColumnDef, ColumnDefault, DataType, ForeignKeyDef, IndexDef, IndexPart, Literal, TableDef, Text,
};

/// The words of Rust that can be names with `r#` before them (<https://doc.rust-lang.org/reference/keywords.html>).
const KEYWORDS: [&str; 49] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum",
    "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move",
    "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield", "union",
];

/// A file that declares these tables and a schema of them; `dialect` is the word for theirs in `dialects: [..]`.
pub fn source(tables: &[Lifted], schema: &str, dialect: &str) -> String {
    let mut out = String::from("//! Tables as a database has them.\n\n");
    let all = tables.iter().map(unsaid::left_out);
    let (tables, others): (Vec<_>, Vec<_>) = all.partition(|lifted| unsaid::why_no_struct(&lifted.def).is_none());
    let types = TypeNames::of(&tables, schema);
    uses(&tables, &mut out);
    for lifted in &tables {
        table(lifted, &tables, &types, &mut out);
    }
    others.iter().for_each(|lifted| comments(lifted, &mut out));
    let names: Vec<String> = tables.iter().map(|lifted| types.table(&lifted.def.name)).collect();
    let _ = write!(
        out,
        "\nschema! {{\n    /// The tables of the database.\n    pub struct {} {{ tables: [{}], dialects: [{dialect}] }}\n}}\n",
        types.schema,
        names.join(", ")
    );
    out
}

/// A table that no struct can be.
fn comments(lifted: &Lifted, out: &mut String) {
    let why = unsaid::why_no_struct(&lifted.def).unwrap_or_default();
    let of = std::iter::once(format!("Not in this schema: table `{}`, for {why}", lifted.def.name));
    out.push('\n');
    for note in of.chain(lifted.notes.iter().cloned()) {
        let _ = writeln!(out, "// {}.", note.replace(['\n', '\r'], " "));
    }
}

fn uses(tables: &[Lifted], out: &mut String) {
    let any = |is_it: fn(&DataType) -> bool| {
        tables.iter().flat_map(|lifted| lifted.def.columns.iter()).any(|column| is_it(&column.data_type))
    };
    let times = [
        ("DateTime", any(|data_type| *data_type == DataType::TimestampTz)),
        ("NaiveDate", any(|data_type| *data_type == DataType::Date)),
        ("NaiveDateTime", any(|data_type| *data_type == DataType::Timestamp)),
        ("NaiveTime", any(|data_type| *data_type == DataType::Time)),
        ("Utc", any(|data_type| *data_type == DataType::TimestampTz)),
    ];
    let times: Vec<&str> = times.into_iter().filter_map(|(name, is_used)| is_used.then_some(name)).collect();
    match times[..] {
        [] => {}
        [one] => out.push_str(&format!("use chrono::{one};\n")),
        _ => out.push_str(&format!("use chrono::{{{}}};\n", times.join(", "))),
    }
    if any(|data_type| matches!(data_type, DataType::Decimal { .. })) {
        out.push_str("use rust_decimal::Decimal;\n");
    }
    out.push_str("use tablewright::prelude::*;\n");
    if any(|data_type| *data_type == DataType::Uuid) {
        out.push_str("use uuid::Uuid;\n");
    }
}

fn table(lifted: &Lifted, all: &[Lifted], types: &TypeNames<'_>, out: &mut String) {
    let def = &lifted.def;
    let name = types.table(&def.name);
    out.push('\n');
    let comment = commented(def.comment.as_deref(), "", out);
    for note in &lifted.notes {
        let _ = writeln!(out, "// Not in this struct: {}.", note.replace(['\n', '\r'], " "));
    }
    out.push_str("#[derive(Debug, Clone, Table)]\n");
    let comment = comment.map(|comment| format!(", comment = {comment}")).unwrap_or_default();
    let _ = writeln!(out, "#[table(name = {}{comment})]", text(&def.name));
    if !follows_fields(def) {
        let _ = writeln!(out, "#[table(primary_key({}))]", fields(&def.primary_key.columns));
    }
    for unique in def.uniques.iter() {
        let _ = writeln!(out, "#[unique(name = {}, columns({}))]", text(&unique.name), fields(&unique.columns));
    }
    for index in def.indexes.iter().filter(|index| of_one_column(index).is_none()) {
        out.push_str(&of_index(index));
    }
    for check in def.checks.iter() {
        let _ = writeln!(out, "#[check(name = {}, {})]", text(&check.name), text(&check.expression));
    }
    for key in def.foreign_keys.iter() {
        out.push_str(&of_foreign_key(key, def, all, types));
    }
    let _ = writeln!(out, "pub struct {name} {{");
    for column in def.columns.iter() {
        of_column(column, def, types, out);
    }
    out.push_str("}\n");
    for column in def.columns.iter() {
        if let DataType::Enum(values) = &column.data_type {
            of_enum(&types.of_enum(def, column), values, column, out);
        }
    }
}

/// Writes the comment as one of Rust if that says the same; otherwise gives it back as a text.
fn commented(comment: Option<&str>, indent: &str, out: &mut String) -> Option<String> {
    let comment = comment?;
    let is_line = !comment.is_empty() && comment.trim() == comment && !comment.chars().any(char::is_control);
    if is_line {
        let _ = writeln!(out, "{indent}/// {comment}");
        return None;
    }
    Some(text(comment))
}

/// Whether the columns of the key stand in its order in the struct.
fn follows_fields(def: &TableDef) -> bool {
    let in_order = def.columns.iter().filter(|column| def.is_key(&column.name)).map(|column| &column.name);
    in_order.eq(def.primary_key.columns.iter())
}

fn of_index(index: &IndexDef) -> String {
    let parts = index.parts.iter().map(|part| {
        let of = match part {
            IndexPart::Column { name, .. } => field(name),
            IndexPart::Expression { expression, .. } => text(expression),
        };
        format!("{of}{}", if part.is_descending() { " desc" } else { "" })
    });
    let parts = parts.collect::<Vec<_>>().join(", ");
    let unique = if index.unique { ", unique" } else { "" };
    format!("#[index(name = {}, columns({parts}){unique}{})]\n", text(&index.name), filter(index))
}

/// The column of an index over one alone, which stands on its field.
fn of_one_column(index: &IndexDef) -> Option<&str> {
    let [part] = &index.parts[..] else { return None };
    part.column()
}

fn of_index_of_field(index: &IndexDef) -> String {
    let unique = if index.unique { ", unique" } else { "" };
    let desc = if index.parts.iter().any(IndexPart::is_descending) { ", desc" } else { "" };
    format!("    #[index(name = {}{unique}{desc}{})]\n", text(&index.name), filter(index))
}

fn filter(index: &IndexDef) -> String {
    index.filter.as_ref().map(|filter| format!(", filter({})", text(filter))).unwrap_or_default()
}

fn of_foreign_key(key: &ForeignKeyDef, def: &TableDef, all: &[Lifted], types: &TypeNames<'_>) -> String {
    let target = if key.target == def.name { "Self".to_owned() } else { types.table(&key.target) };
    let mut words = format!(
        "name = {}, columns({}), {target}({})",
        text(&key.name),
        fields(&key.columns),
        fields(&key.target_columns)
    );
    for (event, action) in [("on_delete", key.on_delete), ("on_update", key.on_update)] {
        let word = match action {
            Action::NoAction => continue,
            Action::Restrict => "restrict",
            Action::Cascade => "cascade",
            Action::SetNull => "set_null",
            Action::SetDefault => "set_default",
        };
        let _ = write!(words, ", {event} = {word}");
    }
    let has_target =
        |def: &TableDef| def.name == key.target && key.target_columns.iter().all(|name| def.column(name).is_some());
    if has_target(def) || all.iter().any(|lifted| has_target(&lifted.def)) {
        format!("#[foreign_key({words})]\n")
    } else {
        format!("// Not in this struct: a foreign key to a table that is not here: {words}\n")
    }
}

fn of_column(column: &ColumnDef, def: &TableDef, types: &TypeNames<'_>, out: &mut String) {
    let mut words = Vec::new();
    let comment = commented(column.comment.as_deref(), "    ", out);
    let name = field(&column.name);
    if name.trim_start_matches("r#") != column.name {
        words.push(format!("name = {}", text(&column.name)));
    }
    words.extend(comment.map(|comment| format!("comment = {comment}")));
    if follows_fields(def) && def.is_key(&column.name) {
        words.push("primary_key".to_owned());
    }
    if column.auto_increment {
        words.push("auto_increment".to_owned());
    }
    match column.data_type {
        DataType::Varchar(length) | DataType::Binary(length) => words.push(format!("max_length = {length}")),
        DataType::Decimal { precision, scale } => words.push(format!("precision = {precision}, scale = {scale}")),
        _ => {}
    }
    words.extend(column.default.as_ref().map(|value| format!("default = {}", of_default(value, column, def, types))));
    if let Some(generated) = &column.generated {
        let stored = if generated.stored { ", stored" } else { "" };
        words.push(format!("generated({}{stored})", text(&generated.expression)));
    }
    if !words.is_empty() {
        let _ = writeln!(out, "    #[column({})]", words.join(", "));
    }
    for index in def.indexes.iter().filter(|index| of_one_column(index) == Some(&*column.name)) {
        out.push_str(&of_index_of_field(index));
    }
    let type_name = of_type(column, def, types);
    let type_name = if column.nullable { format!("Option<{type_name}>") } else { type_name };
    let _ = writeln!(out, "    pub {name}: {type_name},");
}

fn of_type(column: &ColumnDef, def: &TableDef, types: &TypeNames<'_>) -> String {
    let name = match &column.data_type {
        DataType::Text | DataType::Varchar(_) => "String",
        DataType::I16 => "i16",
        DataType::I32 => "i32",
        DataType::I64 => "i64",
        DataType::Bool => "bool",
        DataType::F32 => "f32",
        DataType::F64 => "f64",
        DataType::Decimal { .. } => "Decimal",
        DataType::Date => "NaiveDate",
        DataType::Time => "NaiveTime",
        DataType::Timestamp => "NaiveDateTime",
        DataType::TimestampTz => "DateTime<Utc>",
        DataType::Uuid => "Uuid",
        DataType::Json => "Json<serde_json::Value>",
        DataType::Blob | DataType::Binary(_) => "Vec<u8>",
        DataType::Enum(_) | DataType::Late(_) => return types.of_enum(def, column),
    };
    name.to_owned()
}

fn of_default(default: &ColumnDefault, column: &ColumnDef, def: &TableDef, types: &TypeNames<'_>) -> String {
    match default {
        ColumnDefault::Now => "now".to_owned(),
        ColumnDefault::Uuid => "uuid".to_owned(),
        ColumnDefault::Expression(expression) => format!("expr({})", text(expression)),
        ColumnDefault::Literal(Literal::Bool(value)) => value.to_string(),
        ColumnDefault::Literal(Literal::Integer(value)) => value.to_string(),
        ColumnDefault::Literal(Literal::Number(value)) => value.to_string(),
        ColumnDefault::Literal(Literal::Text(value)) => match &column.data_type {
            DataType::Enum(values) => {
                let at = values.iter().position(|one| one == value).unwrap_or_default();
                format!("{}::{}", types.of_enum(def, column), variants(values)[at])
            }
            _ => text(value),
        },
        // Never in a finished model.
        ColumnDefault::Literal(Literal::Late(_)) => String::new(),
    }
}

fn of_enum(name: &str, values: &[Text], column: &ColumnDef, out: &mut String) {
    let _ = writeln!(out, "\n/// What `{}` can be.", column.name);
    out.push_str("#[derive(Debug, Clone, Copy, PartialEq, Eq, ColumnEnum)]\n");
    let _ = writeln!(out, "pub enum {name} {{");
    for (variant, value) in variants(values).iter().zip(values) {
        let _ = writeln!(out, "    /// `{}`.", value.replace(['\n', '\r'], " "));
        let _ = writeln!(out, "    #[column_enum(rename = {})]\n    {variant},", text(value));
    }
    out.push_str("}\n");
}

fn fields(names: &[Text]) -> String {
    names.iter().map(|name| field(name)).collect::<Vec<_>>().join(", ")
}

/// The name of a field; a word that no field can have gets a line behind it.
fn field(name: &str) -> String {
    match name {
        "self" | "Self" | "super" | "crate" => format!("{name}_"),
        name if KEYWORDS.contains(&name) => format!("r#{name}"),
        name => name.to_owned(),
    }
}

/// A text of Rust.
fn text(text: &str) -> String {
    format!("{text:?}")
}
