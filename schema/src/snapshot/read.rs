//! From JSON to the model.

use super::{Entry, FORMAT, Snapshot};
use crate::json::{Fault, Node, Read, format, parse};
use crate::model::{
    Action, CheckDef, ColumnDef, ColumnDefault, DataType, ForeignKeyDef, Generated, IndexDef, IndexPart, Literal,
    TableDef, Text, UniqueDef,
};

/// Reads a snapshot.
pub(super) fn snapshot(file: &str, text: &str) -> Result<Snapshot, Fault> {
    let value = parse(file, text)?;
    let root = Node::root(file, &value);
    known_format(&root)?;
    let object = root.object(&["format", "tables", "migrations"])?;
    Ok(Snapshot { tables: object.need("tables")?.each(table)?, migrations: object.each("migrations", entry)? })
}

/// Asked first, for a newer format may have other keys.
pub(super) fn known_format(root: &Node<'_>) -> Read<()> {
    match format::of(root, FORMAT)? {
        Some(_) => Ok(()),
        None => Err(root.fault("`\"format\": 1` is missing, so this is no snapshot of tablewright")),
    }
}

fn entry(node: &Node<'_>) -> Read<Entry> {
    let object = node.object(&["version", "file", "checksum"])?;
    let text = |key| object.need(key)?.text().map(str::to_owned);
    Ok(Entry { version: text("version")?, file: text("file")?, checksum: text("checksum")? })
}

/// What it was before is there only in what `schema!` declares.
pub(super) fn table(node: &Node<'_>) -> Read<TableDef> {
    let keys = [
        "name",
        "comment",
        "columns",
        "primary_key",
        "uniques",
        "checks",
        "indexes",
        "foreign_keys",
        "renamed_from",
        "dropped",
    ];
    let object = node.object(&keys)?;
    let mut def = TableDef::new("", &[]);
    def.name = name(&object.need("name")?)?;
    def.comment = object.text("comment")?.map(Into::into);
    def.columns = object.need("columns")?.each(column)?.into();
    if let Some(key) = object.get("primary_key") {
        (def.primary_key.name, def.primary_key.columns) = key_columns(&key)?;
    }
    def.uniques = object
        .each("uniques", |node| {
            let mut unique = UniqueDef::new("", &[]);
            (unique.name, unique.columns) = key_columns(node)?;
            Ok(unique)
        })?
        .into();
    def.checks = object
        .each("checks", |node| {
            let object = node.object(&["name", "expression"])?;
            let mut check = CheckDef::new("", "");
            check.name = name(&object.need("name")?)?;
            check.expression = name(&object.need("expression")?)?;
            Ok(check)
        })?
        .into();
    def.indexes = object.each("indexes", index)?.into();
    def.foreign_keys = object.each("foreign_keys", foreign_key)?.into();
    def.renamed_from = object.text("renamed_from")?.map(Into::into);
    def.dropped = object.each("dropped", name)?.into();
    Ok(def)
}

fn name(node: &Node<'_>) -> Read<Text> {
    node.text().map(|text| text.to_owned().into())
}

fn names(node: &Node<'_>) -> Read<std::borrow::Cow<'static, [Text]>> {
    node.each(name).map(Into::into)
}

fn key_columns(node: &Node<'_>) -> Read<(Text, std::borrow::Cow<'static, [Text]>)> {
    let object = node.object(&["name", "columns"])?;
    Ok((name(&object.need("name")?)?, names(&object.need("columns")?)?))
}

fn column(node: &Node<'_>) -> Read<ColumnDef> {
    let keys =
        ["name", "type", "nullable", "default", "auto_increment", "generated", "personal", "comment", "renamed_from"];
    let object = node.object(&keys)?;
    let mut def = ColumnDef::new("", data_type(&object.need("type")?)?);
    def.name = name(&object.need("name")?)?;
    def.nullable = object.flag("nullable")?;
    def.auto_increment = object.flag("auto_increment")?;
    def.personal = object.flag("personal")?;
    def.comment = object.text("comment")?.map(Into::into);
    def.renamed_from = object.text("renamed_from")?.map(Into::into);
    def.default = object.get("default").map(|node| default(&node)).transpose()?;
    if let Some(node) = object.get("generated") {
        let object = node.object(&["expression", "stored"])?;
        def.generated =
            Some(Generated { expression: name(&object.need("expression")?)?, stored: object.flag("stored")? });
    }
    Ok(def)
}

fn data_type(node: &Node<'_>) -> Read<DataType> {
    if node.value().is_object() {
        let values = names(&node.object(&["enum"])?.need("enum")?)?;
        return Ok(DataType::Enum(values));
    }
    let text = node.text()?;
    let unknown = || node.fault(format!("`{text}` is no data type of tablewright"));
    let (word, numbers) = match text.strip_suffix(')').and_then(|text| text.split_once('(')) {
        Some((word, numbers)) => (word, numbers.split(',').map(str::trim).collect::<Vec<_>>()),
        None => (text, Vec::new()),
    };
    Ok(match (word, numbers.as_slice()) {
        ("text", []) => DataType::Text,
        ("i16", []) => DataType::I16,
        ("i32", []) => DataType::I32,
        ("i64", []) => DataType::I64,
        ("bool", []) => DataType::Bool,
        ("f32", []) => DataType::F32,
        ("f64", []) => DataType::F64,
        ("date", []) => DataType::Date,
        ("time", []) => DataType::Time,
        ("timestamp", []) => DataType::Timestamp,
        ("timestamptz", []) => DataType::TimestampTz,
        ("uuid", []) => DataType::Uuid,
        ("json", []) => DataType::Json,
        ("blob", []) => DataType::Blob,
        ("varchar", [length]) => DataType::Varchar(length.parse().map_err(|_| unknown())?),
        ("binary", [length]) => DataType::Binary(length.parse().map_err(|_| unknown())?),
        ("decimal", [precision, scale]) => DataType::Decimal {
            precision: precision.parse().map_err(|_| unknown())?,
            scale: scale.parse().map_err(|_| unknown())?,
        },
        _ => return Err(unknown()),
    })
}

fn default(node: &Node<'_>) -> Read<ColumnDefault> {
    match node.value().as_str() {
        Some("now") => return Ok(ColumnDefault::Now),
        Some("uuid") => return Ok(ColumnDefault::Uuid),
        Some(_) | None => {}
    }
    let object = node.object(&["bool", "integer", "number", "text", "expression"])?;
    if let Some(node) = object.get("bool") {
        return Ok(ColumnDefault::Literal(Literal::Bool(node.bool()?)));
    }
    if let Some(node) = object.get("integer") {
        return Ok(ColumnDefault::Literal(Literal::Integer(node.integer()?)));
    }
    if let Some(node) = object.get("number") {
        return Ok(ColumnDefault::Literal(Literal::Number(name(&node)?)));
    }
    if let Some(node) = object.get("text") {
        return Ok(ColumnDefault::Literal(Literal::Text(name(&node)?)));
    }
    Ok(ColumnDefault::Expression(name(&object.need("expression")?)?))
}

fn index(node: &Node<'_>) -> Read<IndexDef> {
    let object = node.object(&["name", "parts", "unique", "filter"])?;
    let mut def = IndexDef::new("", &[]);
    def.name = name(&object.need("name")?)?;
    def.unique = object.flag("unique")?;
    def.filter = object.text("filter")?.map(Into::into);
    def.parts = object
        .need("parts")?
        .each(|node| {
            let object = node.object(&["column", "expression", "descending"])?;
            let descending = object.flag("descending")?;
            match object.get("expression") {
                Some(expression) => Ok(IndexPart::Expression { expression: name(&expression)?, descending }),
                None => Ok(IndexPart::Column { name: name(&object.need("column")?)?, descending }),
            }
        })?
        .into();
    Ok(def)
}

fn foreign_key(node: &Node<'_>) -> Read<ForeignKeyDef> {
    let object = node.object(&["name", "columns", "target", "target_columns", "on_delete", "on_update"])?;
    let mut def = ForeignKeyDef::new("", &[], "", &[]);
    def.name = name(&object.need("name")?)?;
    def.columns = names(&object.need("columns")?)?;
    def.target = name(&object.need("target")?)?;
    def.target_columns = names(&object.need("target_columns")?)?;
    def.on_delete = action(&object.need("on_delete")?)?;
    def.on_update = action(&object.need("on_update")?)?;
    Ok(def)
}

fn action(node: &Node<'_>) -> Read<Action> {
    let text = node.text()?;
    let all = [Action::NoAction, Action::Restrict, Action::Cascade, Action::SetNull, Action::SetDefault];
    all.into_iter()
        .find(|action| action.sql() == text)
        .ok_or_else(|| node.fault(format!("`{text}` is no action; one of {}", all.map(Action::sql).join(", "))))
}
