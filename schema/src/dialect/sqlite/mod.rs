//! SQLite 3.37 and newer.
//!
//! Comments have no place in the database and are left out. Foreign keys cannot be added later, and may point to a table
//! that is not there yet (<https://www.sqlite.org/lang_createtable.html>, <https://www.sqlite.org/foreignkeys.html>).

mod catalog;
mod convert;
mod lint;
mod names;
mod types;

pub(super) use names::name_spaces;

use sea_query::SqliteQueryBuilder;

use super::alter::{Alter, InPlace};
use super::catalog::Scope;
use super::convert::Converter;
use super::lint::DialectLint;
use super::literal::text;
use super::name_space::Named;
use super::rules::{
    Ability, Comments, ExpressionIndex, Identity, Limit, NumberedColumn, Partial, Rules, Stored, TypeChecks, Upsert,
    Wording,
};
use super::runner::Runner;
use super::sea::Speaker;
use super::syntax::{Booleans, Escape, Like, Paging, Storage, Syntax};
use super::type_text::in_range;
use super::{Dialect, TypeSql};
use crate::catalog::Source;
use crate::model::{ColumnDefault, DataType};

pub(crate) struct Sqlite;

const SYNTAX: Syntax = Syntax {
    paging: Paging::LimitOffset { all: Some("-1") },
    // LIKE ignores the case of ASCII letters, GLOB does not: <https://www.sqlite.org/lang_expr.html#glob>.
    like: Like {
        operator: " GLOB ",
        after: "",
        any_text: '*',
        any_one: '?',
        escape: Escape::Brackets,
        special: "*?[",
        ..Like::STANDARD
    },
    booleans: Booleans::Numbers,
    // <https://www.sqlite.org/limits.html#max_variable_number>
    max_parameters: 32_766,
    ..Syntax::STANDARD
};

impl Rules for Sqlite {
    fn syntax(&self) -> &'static Syntax {
        &SYNTAX
    }

    fn sea(&self) -> &'static dyn Speaker {
        &SqliteQueryBuilder
    }

    fn type_sql(&self, data_type: &DataType) -> Result<TypeSql, Limit> {
        types::sql(data_type)
    }

    /// Fixed width, so that the order of the texts is the order of the times; `%f` has milliseconds only
    /// (<https://www.sqlite.org/lang_datefunc.html>).
    fn now(&self, data_type: &DataType) -> Option<&'static str> {
        Some(match data_type {
            DataType::Date => "(date('now'))",
            DataType::Time => "(strftime('%H:%M:%f', 'now') || '000')",
            DataType::Timestamp => "(strftime('%Y-%m-%d %H:%M:%f', 'now') || '000')",
            DataType::TimestampTz => "(strftime('%Y-%m-%d %H:%M:%f', 'now') || '000+00:00')",
            _ => return None,
        })
    }

    /// <https://www.sqlite.org/autoinc.html>
    fn identity(&self) -> Identity {
        Identity::WithKey("PRIMARY KEY AUTOINCREMENT")
    }

    fn numbered_column(&self) -> NumberedColumn {
        NumberedColumn::OnlyKey
    }

    /// <https://www.sqlite.org/lang_altertable.html>: a column is added without touching the rows, and dropped by writing
    /// them anew.
    fn alter(&self) -> Alter {
        Alter::Rebuild(InPlace {
            add_column: "ADD COLUMN",
            can_add: |column| {
                let is_constant =
                    matches!(column.default, None | Some(ColumnDefault::Literal(_) | ColumnDefault::Uuid));
                let is_stored = column.generated.as_ref().is_some_and(|generated| generated.stored);
                is_constant && !is_stored && !column.auto_increment
            },
            drop_column: "DROP COLUMN",
            max_dropped: 1,
        })
    }

    fn converter(&self) -> Option<&'static dyn Converter> {
        Some(&Sqlite)
    }

    /// <https://www.sqlite.org/autoinc.html>
    fn keep_numbering(&self, old: &str, new: &str, _: &str) -> Vec<String> {
        let [old, new] = [old, new].map(|name| text(name, Dialect::Sqlite));
        vec![
            format!("DELETE FROM sqlite_sequence WHERE name = {new}"),
            format!(
                "INSERT INTO sqlite_sequence (name, seq) SELECT {new}, seq FROM sqlite_sequence WHERE name = {old}"
            ),
        ]
    }

    fn octets(&self, value: &str) -> String {
        format!("length({value})")
    }

    fn lint(&self) -> DialectLint {
        lint::LINT
    }

    fn version_query(&self) -> &'static str {
        "SELECT sqlite_version()"
    }

    fn one_writer(&self) -> bool {
        true
    }

    /// <https://www.sqlite.org/lang_vacuum.html>, <https://www.sqlite.org/lang_attach.html>
    fn runner(&self) -> &'static Runner {
        const RUNNER: Runner = Runner {
            is_alone: |words| matches!(words.first(), Some(&("VACUUM" | "PRAGMA" | "ATTACH" | "DETACH"))),
            ..Runner::PLAIN
        };
        &RUNNER
    }

    fn tables_query(&self) -> &'static str {
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"
    }

    fn catalog(&self, scope: Scope) -> Source {
        catalog::source(scope)
    }

    fn state(&self) -> Vec<(usize, &'static str)> {
        catalog::STATE.to_vec()
    }

    fn wording(&self) -> Wording {
        Wording::AsWritten
    }

    fn upsert(&self) -> Upsert {
        Upsert::OnConflict
    }

    fn emulates(&self, data_type: &DataType) -> bool {
        matches!(data_type, DataType::Date | DataType::Time | DataType::Timestamp | DataType::TimestampTz)
    }

    fn storage(&self, data_type: &DataType) -> Storage {
        match data_type {
            DataType::Decimal { precision, scale } if *precision <= types::INTEGER_DIGITS => Storage::Scaled(*scale),
            DataType::Decimal { scale, .. } => Storage::DecimalText(*scale),
            _ => Storage::Natural,
        }
    }

    /// A whole number has 64 bits whatever the column. One that has more has become a float, which a strict table refuses.
    fn computed_check(&self, data_type: &DataType, _: Stored) -> Option<(String, String)> {
        in_range(data_type).filter(|_| *data_type != DataType::I64)
    }

    fn table_options(&self) -> &'static str {
        " STRICT"
    }

    fn type_checks(&self) -> TypeChecks {
        TypeChecks::InColumn
    }

    fn comments(&self) -> Comments {
        Comments::Nowhere
    }

    fn add_foreign_key(&self) -> Ability {
        Ability::No("SQLite cannot change the constraints of a table")
    }

    fn kept_name(&self, named: Named, name: &str) -> Option<&'static str> {
        names::kept(named, name)
    }

    fn partial_index(&self) -> Partial {
        Partial::Where
    }

    fn expression_index(&self) -> ExpressionIndex {
        ExpressionIndex::InParentheses
    }

    /// <https://www.sqlite.org/limits.html#max_column>
    fn max_columns(&self) -> usize {
        2_000
    }

    /// <https://www.sqlite.org/limits.html#max_column>
    fn max_key_columns(&self) -> usize {
        2_000
    }
}
