//! The conformance suite: what every engine has to hold to, one claim a file.
//!
//! An engine is tested by `tablewright_tests::conformance!(engine);` in a test file of its own. A claim that an engine
//! cannot hold to is skipped by an [`Ability`] it lacks, never by its name.

pub mod a_cancelled_task_leaves_nothing;
pub mod a_check_violation_names_its_constraint;
pub mod a_closed_database_answers;
pub mod a_computed_column_is_unique;
pub mod a_foreign_key_violation_is_told;
pub mod a_list_of_any_length_works;
pub mod a_long_result_comes_row_by_row;
pub mod a_missing_table_is_told;
pub mod a_patch_changes_what_it_names;
pub mod a_read_only_transaction_only_reads;
pub mod a_repeatable_read_sees_one_state;
pub mod a_transaction_is_all_or_nothing;
pub mod a_unique_violation_names_its_columns;
pub mod bytes_come_back;
pub mod concurrent_writers_lose_nothing;
pub mod conditions_select_what_they_say;
pub mod create_many_is_all_or_nothing;
pub mod create_many_keeps_every_type;
pub mod create_many_knows_each_number;
pub mod decimals_are_divided;
pub mod decimals_are_exact;
pub mod ensure_makes_what_is_missing;
pub mod enumerations_and_newtypes_come_back;
pub mod expression_defaults_are_evaluated;
pub mod expressions_mean_the_same;
pub mod expressions_need_no_care;
pub mod finders_find;
pub mod integers_and_floats_at_their_limits;
pub mod large_values_come_back_whole;
pub mod like_is_literal_and_case_sensitive;
pub mod many_readers_read;
pub mod nobody_sees_what_is_not_committed;
pub mod null_comes_back_as_none;
pub mod nulls_never_collide;
pub mod odd_values_are_kept_or_refused;
pub mod pages_follow_each_other;
pub mod personal_data_stays_private;
pub mod readers_see_the_last_commit;
pub mod rows_are_updated_and_deleted_by_key;
pub mod savepoints_nest;
pub mod savepoints_take_turns;
pub mod serializable_transactions_have_an_order;
pub mod texts_of_any_script_work_in_every_place;
pub mod texts_of_every_kind_come_back;
pub mod the_database_guards_its_own_rules;
pub mod the_database_makes_what_is_its_to_make;
pub mod times_come_back_to_the_microsecond;
pub mod transactions_are_not_for_statements;
pub mod two_writers_of_a_row_take_turns;
pub mod upsert_adds_or_changes;
pub mod uuids_and_documents_come_back;
pub mod values_that_do_not_fit_are_refused;
pub mod what_is_computed_fits_its_column;
pub mod what_it_says_it_can_do_holds;

use std::future::Future;
use std::str::FromStr;

use chrono::{NaiveDateTime, SubsecRound};
use rust_decimal::Decimal;
use tablewright::Database;

/// An engine that is held to the claims.
pub trait EngineUnderTest: Sync {
    /// A new database with the tables of [`crate::table::Suite`], all empty.
    fn database(&self) -> impl Future<Output = Database> + Send;

    /// Whether it cannot do something that a claim is about.
    fn lacks(&self, ability: Ability) -> bool;
}

/// What not every engine can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ability {
    /// Reading what was committed while a transaction writes.
    ReadsBesideAWriter,
    /// Transactions that write at the same time; without it, each waits for the one before.
    WritersBesideEachOther,
    /// Defaults that are expressions.
    ExpressionDefaults,
    /// Times to the microsecond; without it, to the tenth of a millisecond.
    Microseconds,
    /// Thousands of parameters in one statement.
    LongLists,
    /// Comparing texts and bytes as they are; without it, the shorter is filled up first.
    UnpaddedComparison,
    /// Documents of more than 32 levels.
    DeepDocuments,
    /// Dividing decimals.
    DecimalDivision,
}

/// A test for each claim; with `if`, only where the engine is there.
#[macro_export]
macro_rules! conformance {
    ($engine:expr) => {
        $crate::conformance!($engine, if true);
    };
    ($engine:expr, if $is_there:expr) => {
        $crate::conformance! {
            @claims $engine, $is_there;
            a_cancelled_task_leaves_nothing
            a_check_violation_names_its_constraint
            a_closed_database_answers
            a_computed_column_is_unique
            a_foreign_key_violation_is_told
            a_list_of_any_length_works
            a_long_result_comes_row_by_row
            a_missing_table_is_told
            a_patch_changes_what_it_names
            a_read_only_transaction_only_reads
            a_repeatable_read_sees_one_state
            a_transaction_is_all_or_nothing
            a_unique_violation_names_its_columns
            bytes_come_back
            concurrent_writers_lose_nothing
            conditions_select_what_they_say
            create_many_is_all_or_nothing
            create_many_keeps_every_type
            create_many_knows_each_number
            decimals_are_divided
            decimals_are_exact
            ensure_makes_what_is_missing
            enumerations_and_newtypes_come_back
            expression_defaults_are_evaluated
            expressions_mean_the_same
            expressions_need_no_care
            finders_find
            integers_and_floats_at_their_limits
            large_values_come_back_whole
            like_is_literal_and_case_sensitive
            many_readers_read
            nobody_sees_what_is_not_committed
            null_comes_back_as_none
            nulls_never_collide
            odd_values_are_kept_or_refused
            pages_follow_each_other
            personal_data_stays_private
            readers_see_the_last_commit
            rows_are_updated_and_deleted_by_key
            savepoints_nest
            savepoints_take_turns
            serializable_transactions_have_an_order
            texts_of_any_script_work_in_every_place
            texts_of_every_kind_come_back
            the_database_guards_its_own_rules
            the_database_makes_what_is_its_to_make
            times_come_back_to_the_microsecond
            transactions_are_not_for_statements
            two_writers_of_a_row_take_turns
            upsert_adds_or_changes
            uuids_and_documents_come_back
            values_that_do_not_fit_are_refused
            what_is_computed_fits_its_column
            what_it_says_it_can_do_holds
        }
    };
    (@claims $engine:expr, $is_there:expr; $($claim:ident)+) => {
        $(
            #[tokio::test(flavor = "multi_thread")]
            async fn $claim() {
                if $is_there {
                    $crate::case::$claim::holds(&$engine).await;
                }
            }
        )+
    };
}

/// Whether a claim has to leave out what needs an ability. It is told, for nothing is left out in silence.
pub(crate) fn leaves_out(engine: &impl EngineUnderTest, ability: Ability) -> bool {
    let lacks = engine.lacks(ability);
    if lacks {
        // `cargo xtask test` counts these lines.
        println!("left out: {ability:?}");
    }
    lacks
}

/// What an engine keeps of a time.
pub(crate) fn kept(engine: &impl EngineUnderTest, time: NaiveDateTime) -> NaiveDateTime {
    time.trunc_subsecs(if leaves_out(engine, Ability::Microseconds) { 4 } else { 6 })
}

/// A decimal from its digits.
pub(crate) fn decimal(text: &str) -> Decimal {
    Decimal::from_str(text).expect("a number")
}
