//! A table in words, an entry for each of its parts, and the hash of them all: what drift is found and told by.
//!
//! Everything is a `const fn`, so that one implementation serves the compiler, which compares structs with a snapshot
//! while the user's crate compiles, and the tools that wrote the snapshot. What is no part of the database (personal
//! data, former names) is left out, and so is the order of the parts.

mod column;
mod writer;

pub(crate) use column::data_type as write_data_type;
pub use writer::Writer;

use crate::model::borrowed::{slice, text};
use crate::model::{ColumnDefault, DataType, ForeignKeyDef, IndexPart, List, Literal, TableDef, Text};

/// Stands between what an entry is about and what it says.
pub const SEPARATOR: char = '\t';

/// How many entries a table has.
pub const fn count(def: &TableDef) -> usize {
    lists(def) + 2
}

const fn lists(def: &TableDef) -> usize {
    slice(&def.columns).len()
        + slice(&def.uniques).len()
        + slice(&def.checks).len()
        + slice(&def.indexes).len()
        + slice(&def.foreign_keys).len()
}

/// Writes one entry: "column `age`", the separator, "i32, may be NULL". The last two are the table's comment and its
/// primary key, which may be empty.
pub const fn entry(def: &TableDef, mut n: usize, to: &mut Writer<'_>) {
    let columns = slice(&def.columns);
    if n < columns.len() {
        return column::entry(&columns[n], to);
    }
    n -= columns.len();
    let uniques = slice(&def.uniques);
    if n < uniques.len() {
        start("unique constraint", &uniques[n].name, to);
        to.put("over ");
        return names(&uniques[n].columns, to);
    }
    n -= uniques.len();
    let checks = slice(&def.checks);
    if n < checks.len() {
        start("check", &checks[n].name, to);
        return to.put(text(&checks[n].expression));
    }
    n -= checks.len();
    let indexes = slice(&def.indexes);
    if n < indexes.len() {
        let index = &indexes[n];
        start("index", &index.name, to);
        to.put(if index.unique { "unique, over " } else { "over " });
        parts(slice(&index.parts), to);
        if let Some(filter) = &index.filter {
            to.put(", where ");
            to.put(text(filter));
        }
        return;
    }
    n -= indexes.len();
    let keys = slice(&def.foreign_keys);
    if n < keys.len() {
        return foreign_key(&keys[n], to);
    }
    match n - keys.len() {
        0 => {
            to.put("the comment\t");
            if let Some(comment) = &def.comment {
                to.put(text(comment));
            }
        }
        _ => {
            to.put("the primary key\t");
            if !slice(&def.primary_key.columns).is_empty() {
                to.put("`");
                to.put(text(&def.primary_key.name));
                to.put("` over ");
                names(&def.primary_key.columns, to);
            }
        }
    }
}

const fn start(what: &str, name: &Text, to: &mut Writer<'_>) {
    to.put(what);
    to.put(" `");
    to.put(text(name));
    to.put("`\t");
}

const fn names(names: &List<Text>, to: &mut Writer<'_>) {
    let names = slice(names);
    let mut n = 0;
    while n < names.len() {
        if n > 0 {
            to.put(", ");
        }
        to.put(text(&names[n]));
        n += 1;
    }
}

const fn parts(parts: &[IndexPart], to: &mut Writer<'_>) {
    let mut n = 0;
    while n < parts.len() {
        if n > 0 {
            to.put(", ");
        }
        let descending = match &parts[n] {
            IndexPart::Column { name, descending } => {
                to.put(text(name));
                *descending
            }
            IndexPart::Expression { expression, descending } => {
                to.put("(");
                to.put(text(expression));
                to.put(")");
                *descending
            }
        };
        if descending {
            to.put(" desc");
        }
        n += 1;
    }
}

const fn foreign_key(key: &ForeignKeyDef, to: &mut Writer<'_>) {
    start("foreign key", &key.name, to);
    names(&key.columns, to);
    to.put(" to ");
    to.put(text(&key.target));
    to.put(" (");
    names(&key.target_columns, to);
    to.put("), on delete ");
    to.put(key.on_delete.sql());
    to.put(", on update ");
    to.put(key.on_update.sql());
}

/// The hash of a table: the same whatever the compiler, the machine, and the order of its parts.
pub const fn fingerprint(def: &TableDef) -> u64 {
    let mut name = Writer::hashing();
    name.put(text(&def.name));
    let mut sum = name.hash();
    let mut n = 0;
    while n < count(def) {
        sum = sum.wrapping_add(hash(def, n));
        n += 1;
    }
    sum
}

/// The part of the fingerprint that a derive can know, and the entries it cannot: those about types of the user's own and
/// about other tables. [`fingerprint`] is the sum of all; the compiler of the user's crate has to add up the rest only.
pub fn known(def: &TableDef) -> (u64, Vec<usize>) {
    let mut name = Writer::hashing();
    name.put(&def.name);
    let (mut sum, mut rest) = (name.hash(), Vec::new());
    let keys = def.columns.len() + def.uniques.len() + def.checks.len() + def.indexes.len();
    for n in 0..count(def) {
        let is_late = match def.columns.get(n) {
            Some(column) => {
                matches!(column.data_type, DataType::Late(_))
                    || matches!(column.default, Some(ColumnDefault::Literal(Literal::Late(_))))
            }
            None => (keys..keys + def.foreign_keys.len()).contains(&n),
        };
        if is_late {
            rest.push(n);
        } else {
            sum = sum.wrapping_add(hash(def, n));
        }
    }
    (sum, rest)
}

/// The hash of one entry.
pub const fn hash(def: &TableDef, n: usize) -> u64 {
    let mut writer = Writer::hashing();
    entry(def, n, &mut writer);
    writer.hash()
}

/// A data type in words.
pub fn data_type_name(data_type: &DataType) -> String {
    let mut buffer = [0; Writer::LONGEST];
    let mut writer = Writer::writing(&mut buffer);
    column::data_type(data_type, &mut writer);
    writer.text().to_owned()
}

/// All entries of a table, a line each.
pub fn lines(def: &TableDef) -> String {
    let mut all = String::new();
    for n in 0..count(def) {
        let mut buffer = [0; Writer::LONGEST];
        let mut writer = Writer::writing(&mut buffer);
        entry(def, n, &mut writer);
        all.push_str(writer.text());
        all.push('\n');
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Action, CheckDef, ColumnDef, IndexDef, UniqueDef};

    const ID: &[Text] = &[Text::Borrowed("id")];
    static COLUMNS: [ColumnDef; 3] = [
        ColumnDef::new("id", DataType::I64).auto_increment(),
        ColumnDef::new("name", DataType::Varchar(50)).nullable().personal().comment("Who"),
        ColumnDef::new("price", DataType::Decimal { precision: 9, scale: 2 })
            .default(ColumnDefault::Literal(Literal::Integer(-5))),
    ];
    static DEF: TableDef = TableDef::new("t", &COLUMNS)
        .comment("Things")
        .primary_key("pk_t", ID)
        .uniques(const { &[UniqueDef::new("uq_t", ID)] })
        .checks(const { &[CheckDef::new("ck_t", "id > 0")] })
        .indexes(const { &[IndexDef::new("ix_t", const { &[IndexPart::desc("id")] }).filter("id > 1")] })
        .foreign_keys(const { &[ForeignKeyDef::new("fk_t", ID, "u", ID).on_delete(Action::Cascade)] });
    const FINGERPRINT: u64 = fingerprint(&DEF);

    #[test]
    fn a_table_in_words() {
        assert_eq!(
            lines(&DEF).replace('\t', ": "),
            "column `id`: i64, numbered\n\
             column `name`: varchar(50), may be NULL, comment `Who`\n\
             column `price`: decimal(9, 2), default -5\n\
             unique constraint `uq_t`: over id\n\
             check `ck_t`: id > 0\n\
             index `ix_t`: over id desc, where id > 1\n\
             foreign key `fk_t`: id to u (id), on delete CASCADE, on update NO ACTION\n\
             the comment: Things\n\
             the primary key: `pk_t` over id\n"
        );
    }

    #[test]
    fn the_fingerprint_is_the_same_in_every_build() {
        assert_eq!(FINGERPRINT, fingerprint(&DEF.clone()));
        assert_eq!(FINGERPRINT, 13_668_581_655_988_752_287, "of this model, for ever");
    }

    #[test]
    fn what_a_derive_knows_and_the_rest_are_the_whole() {
        let (sum, rest) = known(&DEF);
        assert_eq!(rest, [6], "the foreign key");
        assert_eq!(sum.wrapping_add(hash(&DEF, 6)), FINGERPRINT);
    }

    #[test]
    fn order_and_privacy_are_no_part_of_it() {
        let mut other = DEF.clone();
        other.columns.to_mut().reverse();
        other.columns.to_mut()[1].personal = false;
        assert_eq!(fingerprint(&other), FINGERPRINT);
        other.columns.to_mut()[1].nullable = false;
        assert_ne!(fingerprint(&other), FINGERPRINT);
    }
}
