//! Foreign keys, with their targets in view.

use tablewright_schema::dialect::reference::NoReference;
use tablewright_schema::model::Text;
use tablewright_schema::model::borrowed::{equal, slice, text};
use tablewright_schema::{DataType, Dialect, ForeignKeyDef, IndexDef, IndexPart, TableDef};

use super::{Listed, Message, Name, column};

pub(super) const fn foreign_key(
    schema: Listed,
    names: &[Name],
    def: &'static TableDef,
    key: &'static ForeignKeyDef,
) -> Option<Message> {
    let start = Message::new("foreign key `").and(text(&key.name)).and("` of table `").and(text(&def.name));
    let start = start.and("` points to ");
    let target_name = text(&key.target);
    let Some(target) = schema.find(names, target_name) else {
        return Some(
            start
                .and("table `")
                .and(target_name)
                .and("`, which the schema does not list\nhelp: add the table to `tables: [..]`"),
        );
    };
    let target = schema.tables[target].def;
    let (columns, target_columns) = (slice(&key.columns), slice(&key.target_columns));
    if !is_key(target, target_columns) {
        let message = start.and("columns of table `").and(target_name);
        return Some(
            message.and("` that are no key of it\nhelp: point to its primary key, or make the columns unique"),
        );
    }
    let mut dialect = 0;
    while dialect < schema.dialects.len() {
        if let Some(NoReference { why, help }) = no_target(schema.dialects[dialect], target, target_columns) {
            let message = start.and("columns of table `").and(target_name).and("` that ");
            let message = message.and(schema.dialects[dialect].name()).and(" takes for no key: ").and(why);
            let message = message.and("\nhelp: ").and(help);
            return Some(message.and(", or leave the dialect out of `dialects: [..]`"));
        }
        dialect += 1;
    }
    let mut n = 0;
    while n < columns.len() && n < target_columns.len() {
        if let (Some(own), Some(other)) = (column(def, text(&columns[n])), column(target, text(&target_columns[n])))
            && !agree(&own.data_type, &other.data_type)
        {
            let message = start.and("column `").and(text(&other.name)).and("` of table `").and(target_name);
            return Some(
                message
                    .and("`, which has another length or precision than `")
                    .and(text(&own.name))
                    .and("`\nhelp: give both the same `max_length`, or `precision` and `scale`"),
            );
        }
        n += 1;
    }
    None
}

/// Whether no two rows have equal values in these columns, in whatever order they are named.
const fn is_key(def: &'static TableDef, columns: &'static [Text]) -> bool {
    if covers(columns, slice(&def.primary_key.columns)) {
        return true;
    }
    let uniques = slice(&def.uniques);
    let mut n = 0;
    while n < uniques.len() {
        if covers(columns, slice(&uniques[n].columns)) {
            return true;
        }
        n += 1;
    }
    let indexes = slice(&def.indexes);
    n = 0;
    while n < indexes.len() {
        if unique_index(&indexes[n], columns) {
            return true;
        }
        n += 1;
    }
    false
}

/// Why a dialect refuses a key as a target, and what to do instead, if it does.
const fn no_target(dialect: Dialect, def: &'static TableDef, columns: &'static [Text]) -> Option<NoReference> {
    let takes = dialect.reference_targets();
    if !takes.any_order && !is_in_order(def, columns) {
        return no("they stand in another order than in the key", "name both sides in the order of the key");
    }
    if covers(columns, slice(&def.primary_key.columns)) {
        return None;
    }
    let nullable = nullable(def, columns);
    if nullable && columns.len() > 1 && !takes.several_nullable {
        return no("some may be NULL, so their constraint is an index there", "make the columns required");
    }
    if nullable && !takes.nullable {
        return no("it may be NULL, so its constraint is an index there", "make the column required");
    }
    let mut n = 0;
    while n < columns.len() {
        if let Some(column) = column(def, text(&columns[n]))
            && let Some(computed) = &column.generated
            && let Some(why) = dialect.no_reference_of_computed(computed)
        {
            return Some(why);
        }
        n += 1;
    }
    let uniques = slice(&def.uniques);
    let mut n = 0;
    while n < uniques.len() {
        if covers(columns, slice(&uniques[n].columns)) {
            return None;
        }
        n += 1;
    }
    match takes.unique_index {
        true => None,
        false => no("they have a unique index and no constraint", "write `unique` instead of the index"),
    }
}

const fn no(why: &'static str, help: &'static str) -> Option<NoReference> {
    Some(NoReference { why, help })
}

/// Whether some key has exactly these columns in this order.
const fn is_in_order(def: &'static TableDef, columns: &'static [Text]) -> bool {
    if are_same(columns, slice(&def.primary_key.columns)) {
        return true;
    }
    let uniques = slice(&def.uniques);
    let mut n = 0;
    while n < uniques.len() {
        if are_same(columns, slice(&uniques[n].columns)) {
            return true;
        }
        n += 1;
    }
    let indexes = slice(&def.indexes);
    n = 0;
    while n < indexes.len() {
        if unique_index(&indexes[n], columns) && parts_are(slice(&indexes[n].parts), columns) {
            return true;
        }
        n += 1;
    }
    false
}

const fn are_same(left: &'static [Text], right: &'static [Text]) -> bool {
    let mut n = 0;
    while n < left.len() && n < right.len() {
        if !equal(text(&left[n]), text(&right[n])) {
            return false;
        }
        n += 1;
    }
    left.len() == right.len()
}

const fn parts_are(parts: &'static [IndexPart], columns: &'static [Text]) -> bool {
    let mut n = 0;
    while n < parts.len() && n < columns.len() {
        match &parts[n] {
            IndexPart::Column { name, .. } if equal(text(name), text(&columns[n])) => n += 1,
            _ => return false,
        }
    }
    parts.len() == columns.len()
}

const fn nullable(def: &'static TableDef, columns: &'static [Text]) -> bool {
    let mut n = 0;
    while n < columns.len() {
        if let Some(column) = column(def, text(&columns[n]))
            && column.nullable
        {
            return true;
        }
        n += 1;
    }
    false
}

const fn covers(columns: &'static [Text], key: &'static [Text]) -> bool {
    let mut n = 0;
    while n < columns.len() {
        let mut found = false;
        let mut k = 0;
        while k < key.len() {
            found |= equal(text(&columns[n]), text(&key[k]));
            k += 1;
        }
        if !found {
            return false;
        }
        n += 1;
    }
    columns.len() == key.len()
}

const fn unique_index(index: &'static IndexDef, columns: &'static [Text]) -> bool {
    let parts = slice(&index.parts);
    if !index.unique || index.filter.is_some() || parts.len() != columns.len() {
        return false;
    }
    let mut n = 0;
    while n < parts.len() {
        let IndexPart::Column { name, .. } = &parts[n] else { return false };
        let mut found = false;
        let mut k = 0;
        while k < columns.len() {
            found |= equal(text(name), text(&columns[k]));
            k += 1;
        }
        if !found {
            return false;
        }
        n += 1;
    }
    true
}

/// Whether every engine takes the two as the ends of a foreign key. The Rust types agree already, so what can differ is
/// what attributes say.
const fn agree(left: &DataType, right: &DataType) -> bool {
    match (left, right) {
        (DataType::Varchar(left), DataType::Varchar(right)) | (DataType::Binary(left), DataType::Binary(right)) => {
            *left == *right
        }
        (
            DataType::Decimal { precision, scale },
            DataType::Decimal { precision: other_precision, scale: other_scale },
        ) => *precision == *other_precision && *scale == *other_scale,
        (DataType::Text, DataType::Varchar(_))
        | (DataType::Varchar(_), DataType::Text)
        | (DataType::Blob, DataType::Binary(_))
        | (DataType::Binary(_), DataType::Blob) => false,
        _ => true,
    }
}
