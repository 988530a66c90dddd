//! The questions that the general code asks a dialect, each with the most common answer as the default. What an answer can be
//! stands beside what is made of it, and in `column_form.rs`, `key_form.rs` and `row_form.rs`.

use super::TypeSql;
use super::alter::{Alter, HoldRows};
use super::catalog::Scope;
use super::comment::{self, CommentWriter};
use super::convert::Converter;
use super::lint::DialectLint;
use super::name_space::Named;
use super::online::Leftover;
use super::pieces::ColumnPiece;
use super::runner::Runner;
use super::sea::Speaker;
use super::syntax::{Storage, Syntax};
use super::upsert::{MergeBack, MergeForm, MergeSource};
use crate::catalog::{Source, Table};
use crate::model::{Action, DataType, TableDef};

pub(crate) use super::column_form::{
    Backslash, DefaultForm, DefaultNames, EmptyText, GeneratedSql, Identity, NotNull, NumberedColumn, Stored,
    TypeChecks,
};
pub(crate) use super::key_form::{Directions, ExpressionIndex, JoinedKey, Partial, SameColumns, Unfit, UniqueNulls};
pub(crate) use super::row_form::{EmptyRow, ReturningForm, Upsert};

/// A dialect's answers. To add a dialect is to implement this and to list it in `Dialect::rules`.
pub(crate) trait Rules: Sync {
    fn syntax(&self) -> &'static Syntax;
    /// The builder of sea-query that speaks the dialect.
    fn sea(&self) -> &'static dyn Speaker;
    /// How a type is spelt, or why it cannot be.
    fn type_sql(&self, data_type: &DataType) -> Result<TypeSql, Limit>;
    /// The current time in UTC as a default of this type. `None` if a DEFAULT of the dialect cannot say it.
    fn now(&self, data_type: &DataType) -> Option<&'static str>;
    /// How the database is told to number the rows.
    fn identity(&self) -> Identity;
    /// How it changes a table that is there.
    fn alter(&self) -> Alter;

    /// How a plan keeps others from writing a table whose values it copies.
    fn hold_rows(&self) -> HoldRows {
        HoldRows::Not
    }
    /// How it converts values from one family of types to another, if it was taught to.
    fn converter(&self) -> Option<&'static dyn Converter> {
        None
    }

    /// What a statement of a plan becomes if others are to read and write meanwhile; nothing if it stays as it is. Some of
    /// its clauses may be known to run beside others ([`restates_beside`](Self::restates_beside)).
    fn online(&self, _statement: &str, _beside: &[String]) -> Option<Vec<String>> {
        None
    }

    /// Whether others read and write while a column of a table, about which everything is told once more, becomes another.
    fn restates_beside(&self, _: &TableDef, _before: &ColumnPiece, _after: &ColumnPiece) -> bool {
        false
    }

    /// What a statement leaves behind where it failed.
    fn leftover(&self, _statement: &str) -> Option<Leftover> {
        None
    }

    /// The statement after which a numbered column goes on after the highest number that is there, where it does not by itself.
    fn go_on_numbering(&self, _table: &str, _column: &str) -> Option<String> {
        None
    }

    /// The statements after which the numbered column of a new table goes on where that of the old one was, also if the last
    /// rows are gone. Both tables are there.
    fn keep_numbering(&self, _old: &str, _new: &str, _column: &str) -> Vec<String> {
        Vec::new()
    }

    /// How many bytes a value has.
    fn octets(&self, value: &str) -> String {
        format!("OCTET_LENGTH({value})")
    }

    /// What it knows of changes that are right and will hurt.
    fn lint(&self) -> DialectLint {
        DialectLint::NONE
    }

    /// A query for one text, the engine's version.
    fn version_query(&self) -> &'static str;
    /// Whether several changes of the schema can be made and undone as a whole.
    fn transactional_ddl(&self) -> bool {
        true
    }

    /// Whether a transaction that has written keeps every other one from writing.
    fn one_writer(&self) -> bool {
        false
    }

    /// What a query ends with that is to see what is there now, also in a transaction that sees what was there when it first
    /// looked: after a statement that may have left another's row as it was.
    fn seen_now(&self) -> &'static str {
        ""
    }

    /// What a runner of migrations has to know.
    fn runner(&self) -> &'static Runner {
        &Runner::PLAIN
    }

    /// A query for the names of the user's tables.
    fn tables_query(&self) -> &'static str;
    /// How its tables are asked for.
    fn catalog(&self, scope: Scope) -> Source;
    /// Queries for all that a user made, each with the number of its columns.
    fn state(&self) -> Vec<(usize, &'static str)>;
    /// Puts what the engine told of a table into the words of our DDL.
    fn settle(&self, _: &mut Table) {}
    /// In whose words it tells expressions.
    fn wording(&self) -> Wording;
    /// Whether a reference brings an index of its name if no other serves.
    fn indexes_references(&self) -> bool {
        false
    }
    /// Whether RESTRICT and NO ACTION are told apart.
    fn tells_restrict(&self) -> bool {
        true
    }
    /// How an upsert is written.
    fn upsert(&self) -> Upsert;

    /// Where the checks stand that come with the type of a column.
    fn type_checks(&self) -> TypeChecks {
        TypeChecks::BehindColumns
    }

    /// How values are kept, as far as comparing and adding are concerned.
    fn storage(&self, _: &DataType) -> Storage {
        Storage::Natural
    }

    /// Whether values of a type can be compared with others.
    fn comparable(&self, _: &DataType) -> Ability {
        Ability::Yes
    }

    /// Whether a type has none of its own and is kept in another one.
    fn emulates(&self, _: &DataType) -> bool {
        false
    }

    /// What stands before a text constant.
    fn text_prefix(&self) -> &'static str {
        ""
    }

    /// What a backslash in a text constant means.
    fn backslash(&self) -> Backslash {
        Backslash::Plain
    }

    /// Whether an empty text is NULL.
    fn empty_text(&self) -> EmptyText {
        EmptyText::Text
    }

    /// How a constant default is written in a column of this type.
    fn literal_default(&self, _: &DataType) -> DefaultForm {
        DefaultForm::Plain
    }

    /// Whether a DEFAULT can be any expression.
    fn expression_default(&self) -> Ability {
        Ability::Yes
    }

    /// What stands before DEFAULT.
    fn default_names(&self) -> DefaultNames {
        DefaultNames::None
    }

    /// A computed column: its type, and what follows.
    fn generated(&self, sql: &TypeSql, _: &DataType, expression: &str, stored: Stored) -> GeneratedSql {
        let kept = match stored {
            Stored::InTheRow => "STORED",
            Stored::OnRead => "VIRTUAL",
        };
        GeneratedSql {
            type_name: sql.name.clone(),
            clause: format!("GENERATED ALWAYS AS ({expression}) {kept}"),
            not_null: NotNull::Clause,
        }
    }

    /// The condition on a computed value, before and after it, that its type alone does not see to: where the engine writes rows
    /// without a look at whether the value fits, and only who reads them is told, or gets another value.
    fn computed_check(&self, _: &DataType, _: Stored) -> Option<(String, String)> {
        None
    }

    /// Whether a column of such a type can be computed.
    fn computed(&self, _: &DataType) -> Ability {
        Ability::Yes
    }

    /// Whether a check can speak of a computed column. Where it cannot, it speaks of what the column is made of.
    fn computed_in_check(&self, _: Stored) -> bool {
        true
    }

    /// What a column says that may be NULL.
    fn nullable(&self) -> Option<&'static str> {
        None
    }

    /// What follows the closing parenthesis of CREATE TABLE.
    fn table_options(&self) -> &'static str {
        ""
    }

    /// Where comments go.
    fn comments(&self) -> Comments {
        Comments::Statement(comment::standard)
    }

    /// What stands for no comment, where that is a statement.
    fn no_comment(&self) -> &'static str {
        "NULL"
    }

    /// What a foreign key says about an action: nothing, words, or why it cannot.
    fn action(&self, _: Event, action: Action) -> Result<Option<&'static str>, Limit> {
        standard_action(action)
    }

    /// Whether such an action can change a column of which a stored computed column is made.
    fn action_below_computed(&self, _: Event, _: Action) -> Ability {
        Ability::Yes
    }

    /// Why a name of such a thing is one that the engine keeps for itself, if it is.
    fn kept_name(&self, _: Named, _name: &str) -> Option<&'static str> {
        None
    }

    /// Why the name of a column is one that the engine keeps for itself, if it is.
    fn kept_column(&self, _name: &str) -> Option<&'static str> {
        None
    }

    /// Whether a foreign key can be added to a table that is there.
    fn add_foreign_key(&self) -> Ability {
        Ability::Yes
    }

    /// What drops a foreign key, up to its name.
    fn drop_foreign_key(&self) -> &'static str {
        "DROP CONSTRAINT"
    }

    /// Whether cascades may lead back to the same table.
    fn self_cascade(&self) -> Ability {
        Ability::Yes
    }

    /// Whether an index can hold only the rows of a condition.
    fn partial_index(&self) -> Partial;

    /// How an index over an expression is written.
    fn expression_index(&self) -> ExpressionIndex;

    /// Whether a computed column can be in a key or an index as any other.
    fn computed_in_key(&self) -> Ability {
        Ability::Yes
    }

    /// Whether each part of an index has a direction, or the whole index has one.
    fn directions(&self) -> Directions {
        Directions::PerPart
    }

    /// What a unique constraint thinks of NULL.
    fn unique_nulls(&self) -> UniqueNulls {
        UniqueNulls::Distinct
    }

    /// Whether a second index (or key) over the same columns is refused.
    fn same_columns(&self) -> SameColumns {
        SameColumns::Allowed
    }

    /// How many characters (or bytes) the value of an expression in an index can have, and why not more.
    fn longest_index_expression(&self) -> Option<(u32, &'static str)> {
        None
    }

    /// The most columns of a table.
    fn max_columns(&self) -> usize {
        usize::MAX
    }

    /// The longest comments, in characters: of a table, and of a column.
    fn longest_comments(&self) -> (usize, usize) {
        (usize::MAX, usize::MAX)
    }

    /// Whether a check may speak of a column that a foreign key sets to something else.
    fn checked_reference(&self) -> Ability {
        Ability::Yes
    }

    /// Whether checks and computed columns may speak of a numbered column.
    fn numbered_in_expression(&self) -> Ability {
        Ability::Yes
    }

    /// How many bytes a row can have, counting columns by their declared width. `None` if the engine does not ask.
    fn row_bytes(&self) -> Option<u32> {
        None
    }

    /// How many bytes of a row a column takes.
    fn row_width(&self, _: &DataType) -> u32 {
        0
    }

    /// How many bytes of a row are kept in its page, and how many can be. `None` if the engine does not ask.
    fn page_bytes(&self, _: &TableDef) -> Option<(u32, u32)> {
        None
    }

    /// The most columns of a key.
    fn max_key_columns(&self) -> usize {
        32
    }

    /// Whether a numbered column must be the primary key (alone), or be the first of a key.
    fn numbered_column(&self) -> NumberedColumn {
        NumberedColumn::Anywhere
    }

    /// A parameter where the dialect must be told its type. The column comes as `"table"."column"`.
    fn cast(&self, _: &DataType, _column: &str, placeholder: &str) -> String {
        placeholder.to_owned()
    }

    /// What follows an INSERT (or upsert) to get columns back, if sea-query does not write it.
    fn returning(&self) -> ReturningForm {
        ReturningForm::SeaQuery
    }

    /// How MERGE is written, where an upsert is one.
    fn merge(&self) -> MergeForm {
        MergeForm { alias: " t", source: MergeSource::Select("DUAL"), typed: false, back: MergeBack::Nothing }
    }

    /// What an INSERT of a row without any value is.
    fn empty_row(&self) -> EmptyRow {
        EmptyRow::DefaultValues
    }
}

/// In whose words an engine tells checks, defaults, computed columns, filters and indexes over expressions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wording {
    /// In those in which they were written.
    AsWritten,
    /// In its own, which a temporary table of the same definition shows.
    AsOfATable {
        /// What makes one, up to its name.
        create: &'static str,
        /// What drops it if it is there, up to its name.
        drop: &'static str,
    },
    /// In its own, and nothing shows which.
    ItsOwn,
}

/// Why a dialect cannot do something: what is wrong, and what to do instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Limit {
    pub(crate) message: String,
    pub(crate) help: Option<String>,
}

impl Limit {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), help: None }
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// Whether the dialect can, and if not, why.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Ability {
    Yes,
    No(&'static str),
}

/// Where comments go.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Comments {
    /// Nowhere: the database has no place for them.
    Nowhere,
    /// Into CREATE TABLE.
    Inline,
    /// Into statements of their own, written by this.
    Statement(CommentWriter),
}

/// What happens to the row that a foreign key points to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Event {
    Delete,
    Update,
}

/// What most engines say, without those words that are the default anyway.
pub(crate) fn standard_action(action: Action) -> Result<Option<&'static str>, Limit> {
    Ok(match action {
        Action::NoAction => None,
        Action::Restrict | Action::Cascade | Action::SetNull | Action::SetDefault => Some(action.sql()),
    })
}
