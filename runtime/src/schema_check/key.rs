//! Types of the user's own in keys and indexes: what they stand for is known to the finished crate only.

use tablewright_schema::dialect::key_width::KeyKind;
use tablewright_schema::model::Text;
use tablewright_schema::model::borrowed::{slice, text};
use tablewright_schema::{Dialect, IndexPart, TableDef};

use super::{Message, column};
use crate::table::{Rendering, TableMeta};

/// What is wrong with a key or a numbered column of a table in a dialect that the derive could not see.
pub const fn unseen(meta: &'static TableMeta, dialect: Dialect) -> Option<Message> {
    let Rendering::Ready { ddl, .. } = &meta.renderings[dialect.index()] else { return None };
    let def = meta.def;
    if ddl.late.is_empty() {
        return None;
    }
    let mut n = 0;
    while n < ddl.late.len() {
        let column = &slice(&def.columns)[ddl.late[n].column as usize];
        if column.auto_increment && !column.data_type.is_integer() {
            let message = Message::new("column `").and(text(&column.name)).and("` of table `").and(text(&def.name));
            return Some(message.and(
                "` is numbered by the database, but its type stands for no whole number\
                 \nhelp: let the type stand for an `i64`, or leave `auto_increment` out",
            ));
        }
        n += 1;
    }
    if let Some(message) = judge(def, dialect, KeyKind::Primary, Columns::Names(slice(&def.primary_key.columns))) {
        return Some(message);
    }
    let uniques = slice(&def.uniques);
    let mut n = 0;
    while n < uniques.len() {
        if let Some(message) = judge(def, dialect, KeyKind::Unique, Columns::Names(slice(&uniques[n].columns))) {
            return Some(message);
        }
        n += 1;
    }
    let indexes = slice(&def.indexes);
    let mut n = 0;
    while n < indexes.len() {
        let kind = if indexes[n].unique { KeyKind::Unique } else { KeyKind::Index };
        if let Some(message) = judge(def, dialect, kind, Columns::Parts(slice(&indexes[n].parts))) {
            return Some(message);
        }
        n += 1;
    }
    None
}

/// The columns of a key.
#[derive(Clone, Copy)]
enum Columns {
    Names(&'static [Text]),
    /// Those that are no expressions.
    Parts(&'static [IndexPart]),
}

impl Columns {
    const fn count(self) -> usize {
        match self {
            Self::Names(names) => names.len(),
            Self::Parts(parts) => parts.len(),
        }
    }

    const fn name(self, n: usize) -> Option<&'static str> {
        match self {
            Self::Names(names) => Some(text(&names[n])),
            Self::Parts(parts) => match &parts[n] {
                IndexPart::Column { name, .. } => Some(text(name)),
                _ => None,
            },
        }
    }
}

/// The rules of `key-column` and `key-width`, once more: what they knew then they have told.
const fn judge(def: &'static TableDef, dialect: Dialect, kind: KeyKind, columns: Columns) -> Option<Message> {
    if matches!(kind, KeyKind::Unique) && dialect.hashes_wide_unique() {
        return None;
    }
    let (mut alone, mut beside, mut n) = (0, 0_u32, 0);
    while n < columns.count() {
        if let Some(name) = columns.name(n)
            && let Some(column) = column(def, name)
        {
            match dialect.width_in_key(&column.data_type, kind) {
                Ok(width) => {
                    alone = width;
                    beside = beside.saturating_add(dialect.key_width_beside(width));
                }
                Err(why) => {
                    let message = start(def, dialect).and(name).and("` cannot be part of ").and(kind.what());
                    return Some(message.and(": ").and(why).and(
                        "\nhelp: limit its length where the type is derived, `#[column_type(max_length = ..)]`, or leave it out",
                    ));
                }
            }
        }
        n += 1;
    }
    let total = if columns.count() == 1 { alone } else { beside };
    if let Some(most) = dialect.key_bytes(kind)
        && total > most
        && let Some(name) = columns.name(0)
    {
        let message = start(def, dialect).and(name).and("` begins ").and(kind.what()).and(" that can have ");
        let message = message.number(total).and(" bytes, and ").number(most).and(" are the most");
        return Some(message.and(
            "\nhelp: shorten its columns, a type of your own where it is derived: `#[column_type(max_length = ..)]`",
        ));
    }
    None
}

const fn start(def: &'static TableDef, dialect: Dialect) -> Message {
    Message::new(dialect.name()).and(" cannot hold table `").and(text(&def.name)).and("`: `")
}
