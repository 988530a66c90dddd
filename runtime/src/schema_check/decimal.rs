//! Decimals behind a type of the user's own in expressions, where an engine keeps decimals in another form.

use tablewright_schema::model::borrowed::{equal, slice, text};
use tablewright_schema::{ColumnDefault, DataType, Dialect, IndexPart, TableDef};

use super::Message;
use crate::table::{Rendering, TableMeta};

/// What is wrong with a table in a dialect: an expression is written before anybody knows that the type of a column stands for a
/// decimal, so its numbers would be other ones.
pub const fn unseen(meta: &'static TableMeta, dialect: Dialect) -> Option<Message> {
    if !dialect.has_own_form_of_decimals() {
        return None;
    }
    let Rendering::Ready { ddl, .. } = &meta.renderings[dialect.index()] else { return None };
    let mut n = 0;
    while n < ddl.late.len() {
        let column = &slice(&meta.def.columns)[ddl.late[n].column as usize];
        if matches!(column.data_type, DataType::Decimal { .. })
            && let Some(place) = place_of(meta.def, text(&column.name))
        {
            let message = Message::new(dialect.name()).and(" keeps decimals in a form of its own, and ").and(place);
            let message = message.and(" of table `").and(text(&meta.def.name)).and("` speaks of `");
            let message = message.and(text(&column.name)).and("`, where a type of your own stands for a decimal");
            return Some(message.and(
                "\nhelp: write the field as a `Decimal` with `precision` and `scale`, or leave the dialect out of `dialects: [..]`",
            ));
        }
        n += 1;
    }
    None
}

/// Where an expression speaks of a column.
const fn place_of(def: &'static TableDef, column: &str) -> Option<&'static str> {
    let (columns, checks, indexes) = (slice(&def.columns), slice(&def.checks), slice(&def.indexes));
    let mut n = 0;
    while n < checks.len() {
        if speaks_of(text(&checks[n].expression), column) {
            return Some("a check");
        }
        n += 1;
    }
    let mut n = 0;
    while n < columns.len() {
        if let Some(generated) = &columns[n].generated
            && speaks_of(text(&generated.expression), column)
        {
            return Some("a computed column");
        }
        if let Some(ColumnDefault::Expression(_)) = &columns[n].default
            && equal(text(&columns[n].name), column)
        {
            return Some("the expression of a default");
        }
        n += 1;
    }
    let mut n = 0;
    while n < indexes.len() {
        if let Some(filter) = &indexes[n].filter
            && speaks_of(text(filter), column)
        {
            return Some("the filter of an index");
        }
        let parts = slice(&indexes[n].parts);
        let mut part = 0;
        while part < parts.len() {
            if let IndexPart::Expression { expression, .. } = &parts[part]
                && speaks_of(text(expression), column)
            {
                return Some("an index");
            }
            part += 1;
        }
        n += 1;
    }
    None
}

/// Whether a name stands in an expression, outside of its texts.
const fn speaks_of(expression: &str, name: &str) -> bool {
    let bytes = expression.as_bytes();
    let (mut at, mut in_text) = (0, false);
    while at < bytes.len() {
        if bytes[at] == b'\'' {
            in_text = !in_text;
        }
        if in_text || !is_of_name(bytes[at]) {
            at += 1;
            continue;
        }
        let start = at;
        while at < bytes.len() && is_of_name(bytes[at]) {
            at += 1;
        }
        let (word, _) = expression.split_at(at);
        let (_, word) = word.split_at(start);
        if equal(word, name) {
            return true;
        }
    }
    false
}

const fn is_of_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

#[cfg(test)]
mod tests {
    use super::speaks_of;

    #[test]
    fn a_name_is_a_word_outside_of_texts() {
        for (expression, expected) in [
            ("price > 1.5", true),
            ("1.5<price", true),
            ("net_price > 1", false),
            ("prices > 1", false),
            ("state = 'price'", false),
            ("state = 'it''s price' and price > 0", true),
            ("", false),
        ] {
            assert_eq!(speaks_of(expression, "price"), expected, "{expression}");
        }
    }
}
