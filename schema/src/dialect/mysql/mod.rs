//! MySQL 8.0.17 and newer, with InnoDB.
//!
//! The collation `utf8mb4_0900_bin` (8.0.17) compares character by character, without regard to language and without
//! padding, so that texts are equal here exactly when they are on the other engines
//! (<https://dev.mysql.com/doc/refman/8.0/en/charset-unicode-sets.html>). An upsert exists only for tables with one key
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
    Ability, Backslash, Comments, DefaultForm, EmptyRow, Event, ExpressionIndex, Identity, Limit, NumberedColumn,
    Partial, ReturningForm, Rules, Upsert, Wording,
};
use super::runner::Runner;
use super::sea::Speaker;
use super::syntax::{ManyNumbers, Returning, Syntax};
use super::{Dialect, TypeSql};
use crate::catalog::{Source, Table};
use crate::model::{Action, DataType, TableDef};

pub(crate) struct Mysql;

const SYNTAX: Syntax = Syntax {
    insert_returns: Returning::Reselect,
    upsert_returns: Returning::Reselect,
    // The numbers of an INSERT whose rows are known beforehand have no gaps, in each of InnoDB's lock modes
    // (<https://dev.mysql.com/doc/refman/8.4/en/innodb-auto-increment-handling.html>).
    many_numbers: ManyNumbers::FromFirst { step: "SELECT @@SESSION.auto_increment_increment" },
    ..family::SYNTAX
};

/// What MySQL alone has: indexes over expressions, or that are not used, and checks that are not.
const STATE: &[(usize, &str)] = &[
    (
        1,
        "SELECT CAST(CONCAT_WS('|', TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX, IS_VISIBLE, QUOTE(EXPRESSION)) AS CHAR) \
         FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE()",
    ),
    (
        1,
        "SELECT CAST(CONCAT_WS('|', TABLE_NAME, CONSTRAINT_NAME, CONSTRAINT_TYPE, ENFORCED) AS CHAR) \
         FROM information_schema.TABLE_CONSTRAINTS WHERE TABLE_SCHEMA = DATABASE()",
    ),
];

impl Rules for Mysql {
    fn syntax(&self) -> &'static Syntax {
        &SYNTAX
    }

    fn sea(&self) -> &'static dyn Speaker {
        &MysqlQueryBuilder
    }

    fn type_sql(&self, data_type: &DataType) -> Result<TypeSql, Limit> {
        family::types::sql(data_type, Dialect::Mysql)
    }

    fn now(&self, data_type: &DataType) -> Option<&'static str> {
        family::now(data_type)
    }

    fn emulates(&self, data_type: &DataType) -> bool {
        matches!(data_type, DataType::TimestampTz | DataType::Uuid)
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
        family::lint::MYSQL
    }

    fn online(&self, statement: &str, beside: &[String]) -> Option<Vec<String>> {
        family::online::statements(statement, beside)
    }

    fn restates_beside(&self, _: &TableDef, before: &ColumnPiece, after: &ColumnPiece) -> bool {
        family::online::restates_beside(before, after)
    }

    fn version_query(&self) -> &'static str {
        family::VERSION_QUERY
    }

    /// <https://dev.mysql.com/doc/refman/8.0/en/implicit-commit.html>
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
        family::catalog::settle(table, "utf8mb4_0900_bin");
    }

    fn wording(&self) -> Wording {
        Wording::AsOfATable { create: "CREATE TEMPORARY TABLE ", drop: "DROP TEMPORARY TABLE IF EXISTS " }
    }

    /// <https://dev.mysql.com/doc/refman/8.0/en/create-table-foreign-keys.html>
    fn indexes_references(&self) -> bool {
        true
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

    fn table_options(&self) -> &'static str {
        " ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin"
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
        family::names::kept(named, name)
    }

    fn kept_column(&self, name: &str) -> Option<&'static str> {
        family::names::kept_column(name)
    }

    fn partial_index(&self) -> Partial {
        Partial::No("MySQL has no partial indexes")
    }

    fn expression_index(&self) -> ExpressionIndex {
        // <https://dev.mysql.com/doc/refman/8.0/en/create-index.html#create-index-functional-key-parts>
        ExpressionIndex::InParentheses
    }

    /// Error 3757 (tried on 9.7; <https://dev.mysql.com/doc/refman/8.4/en/create-index.html#create-index-functional-key-parts>).
    fn longest_index_expression(&self) -> Option<(u32, &'static str)> {
        Some((512, "MySQL takes one that is longer for a TEXT, which no index holds"))
    }

    /// <https://dev.mysql.com/doc/refman/8.0/en/innodb-limits.html>
    fn max_key_columns(&self) -> usize {
        16
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

    /// Error 3823 (<https://dev.mysql.com/doc/refman/8.0/en/create-table-check-constraints.html>).
    fn checked_reference(&self) -> Ability {
        Ability::No("MySQL refuses a check on a column that a foreign key can change")
    }

    /// <https://dev.mysql.com/doc/refman/8.4/en/create-table-foreign-keys.html>
    fn action_below_computed(&self, _: Event, action: Action) -> Ability {
        match action {
            Action::NoAction | Action::Restrict => Ability::Yes,
            Action::Cascade | Action::SetNull | Action::SetDefault => {
                Ability::No("MySQL lets no action change or delete what a stored column is made of")
            }
        }
    }

    fn row_bytes(&self) -> Option<u32> {
        Some(65_535)
    }

    fn row_width(&self, data_type: &DataType) -> u32 {
        family::types::row_width(data_type)
    }

    /// The first 40 bytes of what is longer, and how long they are
    /// (<https://dev.mysql.com/doc/refman/8.4/en/innodb-row-format.html>).
    fn page_bytes(&self, def: &TableDef) -> Option<(u32, u32)> {
        Some((family::page::bytes(def, |length| length.min(40) + 1), family::page::BYTES))
    }

    fn returning(&self) -> ReturningForm {
        ReturningForm::Absent
    }

    fn empty_row(&self) -> EmptyRow {
        EmptyRow::EmptyLists
    }
}
