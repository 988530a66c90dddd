//! MariaDB 10.6 and newer, with InnoDB.
//!
//! The collation `utf8mb4_nopad_bin` compares character by character, without regard to language and without padding, so
//! that texts are equal here exactly when they are on the other engines
//! (<https://mariadb.com/kb/en/supported-character-sets-and-collations/>). An upsert exists only for tables with one key
//! that can collide, for `ON DUPLICATE KEY UPDATE` cannot be told which one decides.

mod names;

pub(super) use names::name_spaces;

use sea_query::MysqlQueryBuilder;

use super::alter::Alter;
use super::catalog::Scope;
use super::convert::Converter;
use super::lint::DialectLint;
use super::mysql_family as family;
use super::name_space::Named;
use super::pieces::ColumnPiece;
use super::rules::{
    Ability, Backslash, Comments, DefaultForm, EmptyRow, Event, ExpressionIndex, GeneratedSql, Identity, Limit,
    NotNull, NumberedColumn, Partial, ReturningForm, Rules, Stored, Upsert, Wording,
};
use super::runner::Runner;
use super::sea::Speaker;
use super::syntax::{Like, ManyNumbers, Syntax};
use super::type_text::{in_digits, in_range};
use super::{Dialect, TypeSql};
use crate::catalog::{Source, Table};
use crate::model::{Action, DataType, TableDef};

pub(crate) struct Mariadb;

const SYNTAX: Syntax = Syntax {
    // With an index, `LIKE 'a%'` leaves out rows where a character above U+FFFF follows the `a`, as if U+FFFF were the
    // greatest character when the optimizer makes a range of the pattern (seen with 10.11). An expression has no index.
    like: Like { around_column: ("CONCAT(", ")"), ..Like::STANDARD },
    many_numbers: ManyNumbers::Returned,
    ..family::SYNTAX
};

/// Checks with their tables, which the family's query cannot ask for.
const STATE: &[(usize, &str)] = &[(
    1,
    "SELECT CAST(CONCAT_WS('|', TABLE_NAME, CONSTRAINT_NAME, CHECK_CLAUSE) AS CHAR) \
     FROM information_schema.CHECK_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = DATABASE()",
)];

impl Rules for Mariadb {
    fn syntax(&self) -> &'static Syntax {
        &SYNTAX
    }

    fn sea(&self) -> &'static dyn Speaker {
        &MysqlQueryBuilder
    }

    fn type_sql(&self, data_type: &DataType) -> Result<TypeSql, Limit> {
        family::types::sql(data_type, Dialect::Mariadb)
    }

    fn now(&self, data_type: &DataType) -> Option<&'static str> {
        family::now(data_type)
    }

    fn emulates(&self, data_type: &DataType) -> bool {
        matches!(data_type, DataType::TimestampTz | DataType::Uuid | DataType::Json)
    }

    fn identity(&self) -> Identity {
        Identity::Clause("AUTO_INCREMENT")
    }

    fn numbered_column(&self) -> NumberedColumn {
        NumberedColumn::FirstOfKey
    }

    fn alter(&self) -> Alter {
        family::ALTER
    }

    fn converter(&self) -> Option<&'static dyn Converter> {
        Some(&family::convert::Family)
    }

    fn octets(&self, value: &str) -> String {
        format!("LENGTH({value})")
    }

    fn lint(&self) -> DialectLint {
        family::lint::MARIADB
    }

    fn online(&self, statement: &str, beside: &[String]) -> Option<Vec<String>> {
        family::online::statements(statement, beside)
    }

    /// A column that becomes required is checked while the table is made anew, and one with a stored computed column is locked
    /// for that (tried on 10.11).
    fn restates_beside(&self, table: &TableDef, before: &ColumnPiece, after: &ColumnPiece) -> bool {
        let is_stored = table.columns.iter().any(|column| column.generated.as_ref().is_some_and(|own| own.stored));
        let is_locked = is_stored && after.not_null && !before.not_null;
        !is_locked && family::online::restates_beside(before, after)
    }

    fn version_query(&self) -> &'static str {
        family::VERSION_QUERY
    }

    /// <https://mariadb.com/kb/en/sql-statements-that-cause-an-implicit-commit/>
    fn transactional_ddl(&self) -> bool {
        false
    }

    fn runner(&self) -> &'static Runner {
        &family::RUNNER
    }

    fn tables_query(&self) -> &'static str {
        family::TABLES_QUERY
    }

    fn catalog(&self, _: Scope) -> Source {
        family::catalog::source()
    }

    fn state(&self) -> Vec<(usize, &'static str)> {
        [family::catalog::STATE, STATE].concat()
    }

    fn settle(&self, table: &mut Table) {
        family::catalog::settle(table, "utf8mb4_nopad_bin");
    }

    fn wording(&self) -> Wording {
        Wording::AsOfATable { create: "CREATE TEMPORARY TABLE ", drop: "DROP TEMPORARY TABLE IF EXISTS " }
    }

    /// <https://dev.mysql.com/doc/refman/8.0/en/create-table-foreign-keys.html>
    fn indexes_references(&self) -> bool {
        true
    }

    fn tells_restrict(&self) -> bool {
        false
    }

    fn seen_now(&self) -> &'static str {
        family::SEEN_NOW
    }

    fn upsert(&self) -> Upsert {
        Upsert::OnDuplicateKey
    }

    fn backslash(&self) -> Backslash {
        Backslash::Escapes
    }

    fn literal_default(&self, data_type: &DataType) -> DefaultForm {
        family::types::literal_default(data_type)
    }

    /// A generated column takes no NOT NULL (<https://mariadb.com/kb/en/generated-columns/>).
    fn generated(&self, sql: &TypeSql, _: &DataType, expression: &str, stored: Stored) -> GeneratedSql {
        let kept = match stored {
            Stored::InTheRow => "STORED",
            Stored::OnRead => "VIRTUAL",
        };
        GeneratedSql {
            type_name: sql.name.clone(),
            clause: format!("GENERATED ALWAYS AS ({expression}) {kept}"),
            not_null: NotNull::Check,
        }
    }

    /// A stored one is looked at as any column is; one that is computed on each read is cut or clipped there.
    fn computed_check(&self, data_type: &DataType, stored: Stored) -> Option<(String, String)> {
        match (stored, data_type) {
            (Stored::InTheRow, _) => None,
            (Stored::OnRead, DataType::Decimal { precision, scale }) => Some(in_digits(*precision, *scale)),
            (Stored::OnRead, DataType::Varchar(length)) => Some(("char_length(".to_owned(), format!(") <= {length}"))),
            (Stored::OnRead, DataType::Binary(length)) => Some(("length(".to_owned(), format!(") <= {length}"))),
            (Stored::OnRead, other) => in_range(other),
        }
    }

    fn table_options(&self) -> &'static str {
        " ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin"
    }

    fn comments(&self) -> Comments {
        Comments::Inline
    }

    fn action(&self, _: Event, action: Action) -> Result<Option<&'static str>, Limit> {
        family::action(action)
    }

    fn drop_foreign_key(&self) -> &'static str {
        "DROP FOREIGN KEY"
    }

    fn kept_name(&self, named: Named, name: &str) -> Option<&'static str> {
        names::kept(named, name)
    }

    fn kept_column(&self, name: &str) -> Option<&'static str> {
        family::names::kept_column(name)
    }

    fn partial_index(&self) -> Partial {
        Partial::No("MariaDB has no partial indexes")
    }

    fn expression_index(&self) -> ExpressionIndex {
        ExpressionIndex::No("MariaDB indexes columns only")
    }

    /// Error 1070 says so.
    fn max_key_columns(&self) -> usize {
        32
    }

    fn max_columns(&self) -> usize {
        family::MAX_COLUMNS
    }

    fn longest_comments(&self) -> (usize, usize) {
        family::LONGEST_COMMENTS
    }

    fn numbered_in_expression(&self) -> Ability {
        Ability::No("AUTO_INCREMENT gives the number after expressions are evaluated")
    }

    /// Error 1901 (tried on 10.11; <https://mariadb.com/kb/en/constraint/#check-constraints>).
    fn checked_reference(&self) -> Ability {
        Ability::No("MariaDB refuses a check on a column that a foreign key can change")
    }

    /// Error 1901 (tried on 10.11; <https://mariadb.com/kb/en/generated-columns/>).
    fn action_below_computed(&self, event: Event, action: Action) -> Ability {
        let sets = match event {
            Event::Delete => action.sets_on_delete(),
            Event::Update => action.sets_on_update(),
        };
        match sets {
            true => Ability::No("MariaDB lets no action change what a stored column is made of"),
            false => Ability::Yes,
        }
    }

    fn row_bytes(&self) -> Option<u32> {
        Some(65_535)
    }

    fn row_width(&self, data_type: &DataType) -> u32 {
        family::types::row_width(data_type)
    }

    /// All of what has at most 255 bytes; of what is longer, where it is kept
    /// (<https://mariadb.com/kb/en/innodb-dynamic-row-format/>).
    fn page_bytes(&self, def: &TableDef) -> Option<(u32, u32)> {
        let kept = |length| if length <= 255 { length + 1 } else { 21 };
        Some((family::page::bytes(def, kept), family::page::BYTES))
    }

    fn returning(&self) -> ReturningForm {
        ReturningForm::AtEnd
    }

    fn empty_row(&self) -> EmptyRow {
        EmptyRow::EmptyLists
    }
}
