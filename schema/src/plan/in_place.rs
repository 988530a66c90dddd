//! Columns that come or go without making their table anew, where nothing else about it changes.

use super::Fill;
use super::convert::added_value;
use super::rebuild::{create, ddl};
use crate::Dialect;
use crate::dialect::alter::InPlace;
use crate::dialect::pieces::{ColumnPiece, KeyForm, KeyPiece, Pieces};
use crate::diff::Pair;
use crate::expr;
use crate::model::{ColumnDef, TableDef};

/// The clauses that make a table, under its new names, the wanted one; none if it is that. Nothing if it takes a new table.
pub(super) fn clauses(pair: &Pair<'_>, dialect: Dialect, words: InPlace, fill: &Fill) -> Option<Vec<String>> {
    let (old, new) = (&pair.renamed_old, pair.new);
    let dropped: Vec<&ColumnDef> = old.columns.iter().filter(|column| new.column(&column.name).is_none()).collect();
    let added: Vec<&ColumnDef> = new.columns.iter().filter(|column| old.column(&column.name).is_none()).collect();
    let is_possible = dropped.len() <= words.max_dropped
        && dropped.iter().all(|column| is_free(old, column, dialect))
        && added.iter().all(|column| (words.can_add)(column) && added_value(new, column, dialect, fill).is_none());
    if !is_possible || text(&without(old, &dropped, &added), dialect) != text(new, dialect) {
        return None;
    }
    let pieces = Pieces::of(new, dialect).columns;
    let definition = |column: &&ColumnDef| {
        let piece: &ColumnPiece = pieces.iter().find(|piece| piece.name == *column.name)?;
        Some(format!("{} {}", words.add_column, piece.definition(dialect)))
    };
    let drops = dropped.iter().map(|column| format!("{} {}", words.drop_column, dialect.quoted(&column.name)));
    Some(drops.chain(added.iter().filter_map(definition)).collect())
}

/// Whether nothing speaks of a column but indexes, which are dropped before it.
fn is_free(def: &TableDef, column: &ColumnDef, dialect: Dialect) -> bool {
    let is_it = |name: &String| *name == *column.name;
    let holds = |key: &KeyPiece| {
        key.form != KeyForm::Index && (key.columns.iter().any(is_it) || key.mentions.iter().any(is_it))
    };
    let computes = |other: &ColumnDef| {
        other.generated.as_ref().is_some_and(|generated| expr::columns(&generated.expression, def).iter().any(is_it))
    };
    !Pieces::of(def, dialect).keys.iter().any(holds) && !def.columns.iter().any(computes)
}

/// What becomes of a table whose columns are dropped, and added behind the others.
fn without(def: &TableDef, dropped: &[&ColumnDef], added: &[&ColumnDef]) -> TableDef {
    let mut def = def.clone();
    let columns = def.columns.to_mut();
    columns.retain(|column| !dropped.iter().any(|other| other.name == column.name));
    columns.extend(added.iter().map(|column| (*column).clone()));
    def
}

/// The statement that would make the table.
fn text(def: &TableDef, dialect: Dialect) -> String {
    create(def, &ddl(def, dialect), &def.name, dialect)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ColumnDefault, DataType, Generated, IndexDef, IndexPart, Literal, Text, UniqueDef};
    use crate::plan::plan;

    const AGE: ColumnDef = ColumnDef::new("age", DataType::I32).nullable();
    const MEMBER: ColumnDef = ColumnDef::new("member", DataType::Bool).nullable();
    const TOWN: ColumnDef = ColumnDef::new("town", DataType::Text).nullable();

    fn table(columns: &[ColumnDef]) -> TableDef {
        let mut def = TableDef::new("people", &[]).primary_key("pk_people", const { &[Text::Borrowed("id")] });
        def.columns = [&[ColumnDef::new("id", DataType::I64)], columns].concat().into();
        def
    }

    fn computed(stored: bool) -> ColumnDef {
        let generated = Some(Generated { expression: "age + 1".into(), stored });
        ColumnDef { generated, ..ColumnDef::new("next", DataType::I32).nullable() }
    }

    /// The clauses of a change that makes no new table.
    fn altered(old: TableDef, new: TableDef) -> Option<Vec<String>> {
        let sql = plan(&[old], &[new], Dialect::Sqlite, &Fill { neutral: true, ..Fill::default() }).unwrap().statements;
        let clause = |sql: &String| sql.strip_prefix("ALTER TABLE \"people\" ").map(str::to_owned);
        let is_made_anew = sql.iter().any(|sql| sql.starts_with("CREATE TABLE "));
        (!is_made_anew).then(|| sql.iter().filter_map(clause).collect())
    }

    #[test]
    fn columns_come_behind_the_others() {
        let default = |value| TOWN.default(ColumnDefault::Literal(value));
        let clauses = |new: &[ColumnDef]| altered(table(&[AGE]), table(new)).map(|clauses| clauses.join(", "));
        assert_eq!(clauses(&[AGE, TOWN]).unwrap(), "ADD COLUMN \"town\" TEXT");
        let member = "ADD COLUMN \"member\" INTEGER CONSTRAINT \"ck_people_member\" CHECK (\"member\" IN (0, 1)), ADD COLUMN \"town\" TEXT";
        assert_eq!(clauses(&[AGE, MEMBER, TOWN]).unwrap(), member);
        assert!(clauses(&[AGE, default(Literal::Text("a".into()))]).is_some());
        assert!(clauses(&[AGE, computed(false)]).is_some());
        for refused in [
            [TOWN, AGE],
            [AGE, computed(true)],
            [AGE, ColumnDef::new("town", DataType::Text)],
            [AGE, ColumnDef::new("at", DataType::TimestampTz).default(ColumnDefault::Now)],
            [AGE.default(ColumnDefault::Literal(Literal::Integer(1))), TOWN],
        ] {
            assert_eq!(clauses(&refused), None, "{refused:?}");
        }
    }

    #[test]
    fn one_column_goes_that_nothing_speaks_of() {
        let clauses = |old: &[ColumnDef], new: &[ColumnDef]| altered(table(old), table(new));
        assert_eq!(clauses(&[AGE, TOWN], &[TOWN]).unwrap(), ["DROP COLUMN \"age\""]);
        let (drop, add) = ("DROP COLUMN \"age\"".to_owned(), "ADD COLUMN \"town\" TEXT".to_owned());
        assert_eq!(clauses(&[AGE], &[TOWN]).unwrap(), [drop, add]);
        assert_eq!(clauses(&[AGE, TOWN], &[]), None, "two of them");
        assert_eq!(clauses(&[MEMBER], &[]), None, "one that is checked");
        assert_eq!(clauses(&[AGE, computed(false)], &[]), None, "one that another is computed from");
        let mut unique = table(&[AGE]);
        unique.uniques = vec![UniqueDef::new("uq_people_age", const { &[Text::Borrowed("age")] })].into();
        assert_eq!(altered(unique, table(&[])), None);
        let mut indexed = table(&[AGE]);
        indexed.indexes = vec![IndexDef::new("ix_people_age", const { &[IndexPart::asc("age")] })].into();
        assert_eq!(altered(indexed, table(&[])).unwrap(), ["DROP COLUMN \"age\""]);
    }
}
