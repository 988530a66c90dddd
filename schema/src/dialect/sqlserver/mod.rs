//! SQL Server 2017 and newer.
//!
//! - Lengths of texts count UTF-16 units: a character outside of the basic plane takes two.
//! - `=` leaves blanks at the end out of account, whatever the collation.
//! - OUTPUT fails on a table with triggers
//!   (<https://learn.microsoft.com/sql/t-sql/queries/output-clause-transact-sql#triggers>).
//! - A unique constraint takes NULLs for equal, so over columns that may be NULL it becomes a unique index over the rows
//!   without NULL (<https://learn.microsoft.com/sql/relational-databases/indexes/create-filtered-indexes>).

mod builder;
mod catalog;
mod filter;
mod lint;
mod names;
mod procedure;
mod types;

pub(super) use names::name_spaces;
pub(super) use types::key_width;

use builder::SqlServerBuilder;

use super::TypeSql;
use super::alter::{Alter, AlterWords, ChangeColumn, HoldRows, NumberColumn, OneAlter, RenameKey, RenameTable};
use super::catalog::Scope;
use super::lint::DialectLint;
use super::rules::{
    Ability, Comments, DefaultNames, Event, ExpressionIndex, GeneratedSql, Identity, Limit, NotNull, Partial, Rules,
    Stored, UniqueNulls, Upsert, Wording,
};
use super::runner::Runner;
use super::sea::Speaker;
use super::syntax::{Booleans, Like, OrderBy, Paging, Placeholder, Savepoints, Syntax};
use super::upsert::{MergeBack, MergeForm, MergeSource};
use crate::catalog::{Source, Table};
use crate::model::{Action, DataType};

pub(crate) struct SqlServer;

const SYNTAX: Syntax = Syntax {
    quotes: ('[', ']'),
    placeholder: Placeholder::AtP,
    paging: Paging::OffsetFetch { order: OrderBy::Required },
    like: Like { special: "%_![", ..Like::STANDARD },
    booleans: Booleans::Numbers,
    // 2,100, of which the driver needs some for itself.
    max_parameters: 2_098,
    savepoints: Savepoints { create: "SAVE TRANSACTION ", release: None, rollback: "ROLLBACK TRANSACTION " },
    ..Syntax::STANDARD
};

impl Rules for SqlServer {
    fn syntax(&self) -> &'static Syntax {
        &SYNTAX
    }

    fn sea(&self) -> &'static dyn Speaker {
        &SqlServerBuilder
    }

    fn type_sql(&self, data_type: &DataType) -> Result<TypeSql, Limit> {
        types::sql(data_type)
    }

    fn now(&self, data_type: &DataType) -> Option<&'static str> {
        Some(match data_type {
            DataType::Date => "CAST(SYSUTCDATETIME() AS DATE)",
            DataType::Time => "CAST(SYSUTCDATETIME() AS TIME(6))",
            DataType::Timestamp => "SYSUTCDATETIME()",
            DataType::TimestampTz => "TODATETIMEOFFSET(SYSUTCDATETIME(), 0)",
            _ => return None,
        })
    }

    fn identity(&self) -> Identity {
        Identity::Clause("IDENTITY(1, 1)")
    }

    /// <https://learn.microsoft.com/sql/t-sql/statements/alter-table-transact-sql>
    fn alter(&self) -> Alter {
        Alter::Statements(AlterWords {
            add_column: "ADD",
            drop_column: "DROP COLUMN",
            rename_column: "",
            rename_table: RenameTable::Statement(procedure::rename),
            change_column: ChangeColumn::RestateType,
            one_alter: OneAlter::No,
            number_column: NumberColumn::Never,
            rename_key: RenameKey::None,
            fills_added: false,
        })
    }

    /// <https://learn.microsoft.com/en-us/sql/t-sql/queries/hints-transact-sql-table>
    fn hold_rows(&self) -> HoldRows {
        HoldRows::Words(" WITH (TABLOCKX, HOLDLOCK)")
    }

    fn lint(&self) -> DialectLint {
        lint::LINT
    }

    fn octets(&self, value: &str) -> String {
        format!("DATALENGTH({value})")
    }

    fn version_query(&self) -> &'static str {
        "SELECT CAST(SERVERPROPERTY('ProductVersion') AS NVARCHAR(128))"
    }

    /// <https://learn.microsoft.com/sql/t-sql/language-elements/transactions-sql-data-warehouse>, "Limitations"
    fn runner(&self) -> &'static Runner {
        const RUNNER: Runner = Runner {
            is_alone: |words| match words {
                ["CREATE" | "ALTER" | "DROP", "DATABASE" | "FULLTEXT", ..] => true,
                [first, ..] => ["BACKUP", "RESTORE", "RECONFIGURE", "KILL"].contains(first),
                [] => false,
            },
            ..Runner::PLAIN
        };
        &RUNNER
    }

    fn tables_query(&self) -> &'static str {
        "SELECT name FROM sys.tables WHERE schema_id = SCHEMA_ID() AND is_ms_shipped = 0"
    }

    fn catalog(&self, scope: Scope) -> Source {
        catalog::source(scope)
    }

    fn state(&self) -> Vec<(usize, &'static str)> {
        catalog::STATE.to_vec()
    }

    fn settle(&self, table: &mut Table) {
        catalog::settle(table);
    }

    fn wording(&self) -> Wording {
        Wording::ItsOwn
    }

    fn tells_restrict(&self) -> bool {
        false
    }

    fn upsert(&self) -> Upsert {
        Upsert::Merge
    }

    fn text_prefix(&self) -> &'static str {
        "N"
    }

    /// Named, for a default cannot be changed without its name.
    fn default_names(&self) -> DefaultNames {
        DefaultNames::Constraint
    }

    /// The type is the expression's, so it is cast, apart from texts, which a cast would cut without a word
    /// (<https://learn.microsoft.com/sql/relational-databases/tables/specify-computed-columns-in-a-table>).
    fn generated(&self, _: &TypeSql, data_type: &DataType, expression: &str, stored: Stored) -> GeneratedSql {
        let typed = match data_type {
            DataType::Text
            | DataType::Varchar(_)
            | DataType::Enum(_)
            | DataType::Json
            | DataType::Blob
            | DataType::Binary(_)
            | DataType::Late(_) => expression.to_owned(),
            DataType::I16
            | DataType::I32
            | DataType::I64
            | DataType::Bool
            | DataType::F32
            | DataType::F64
            | DataType::Decimal { .. }
            | DataType::Date
            | DataType::Time
            | DataType::Timestamp
            | DataType::TimestampTz
            | DataType::Uuid => format!("CAST({expression} AS {})", types::name(data_type)),
        };
        let (kept, not_null) = match stored {
            Stored::InTheRow => (" PERSISTED", NotNull::Clause),
            Stored::OnRead => ("", NotNull::Check),
        };
        GeneratedSql { type_name: String::new(), clause: format!("AS ({typed}){kept}"), not_null }
    }

    /// <https://learn.microsoft.com/sql/relational-databases/tables/specify-computed-columns-in-a-table>
    fn computed_in_check(&self, stored: Stored) -> bool {
        match stored {
            Stored::InTheRow => true,
            Stored::OnRead => false,
        }
    }

    /// Without it, a setting of the session decides
    /// (<https://learn.microsoft.com/sql/t-sql/statements/create-table-transact-sql#nullability-rules-within-a-table-definition>).
    fn nullable(&self) -> Option<&'static str> {
        Some("NULL")
    }

    fn comments(&self) -> Comments {
        Comments::Statement(procedure::comment)
    }

    /// There is no word for RESTRICT; NO ACTION, which is not written, refuses as well.
    fn action(&self, _: Event, action: Action) -> Result<Option<&'static str>, Limit> {
        Ok(match action {
            Action::NoAction | Action::Restrict => None,
            Action::Cascade | Action::SetNull | Action::SetDefault => Some(action.sql()),
        })
    }

    fn self_cascade(&self) -> Ability {
        Ability::No("SQL Server refuses cascades that lead back to where they started (error 1785)")
    }

    /// <https://learn.microsoft.com/sql/t-sql/statements/create-index-transact-sql#filtered-indexes>
    fn partial_index(&self) -> Partial {
        Partial::WhereIf(filter::judge)
    }

    fn expression_index(&self) -> ExpressionIndex {
        ExpressionIndex::No("SQL Server indexes columns only")
    }

    fn unique_nulls(&self) -> UniqueNulls {
        UniqueNulls::Equal
    }

    fn max_columns(&self) -> usize {
        1_024
    }

    /// 7,500 bytes, two to a character.
    fn longest_comments(&self) -> (usize, usize) {
        (3_750, 3_750)
    }

    fn cast(&self, data_type: &DataType, _: &str, placeholder: &str) -> String {
        match data_type {
            DataType::Late(_) => placeholder.to_owned(),
            // Without a length, for a cast cuts without a word.
            DataType::Varchar(_) | DataType::Enum(_) => format!("CAST({placeholder} AS NVARCHAR(MAX))"),
            DataType::Binary(_) => format!("CAST({placeholder} AS VARBINARY(MAX))"),
            _ => format!("CAST({placeholder} AS {})", types::name(data_type)),
        }
    }

    fn merge(&self) -> MergeForm {
        MergeForm { alias: " WITH (HOLDLOCK) AS t", source: MergeSource::Values, typed: false, back: MergeBack::Output }
    }
}
