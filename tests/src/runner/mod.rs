//! What a runner of migrations promises when it has to wait, when it dies, and when it is not alone, on any engine.

mod child;
mod dies;
mod functions;
mod idle;
mod made;
mod many;
mod mends;
pub mod races;
mod references;
mod refused;
mod resolves;
mod sessions;
pub(crate) mod set;
mod waits;
mod which;

pub use child::be_killed;
use tablewright::Database;
use which::Which;

/// All promises, each on an empty database of its own; `url` makes one and gives its URL.
pub async fn everything(url: impl AsyncFn() -> String) {
    let open = async |url: &str| Database::connect(url).await.unwrap();
    waits::it_gives_up_in_time_and_tries_again(&open(&url().await).await).await;
    waits::what_takes_too_long_is_stopped(&open(&url().await).await).await;
    waits::a_file_says_how_long(&open(&url().await).await).await;
    functions::run_once(&open(&url().await).await).await;
    functions::commit_nothing_half_way(&open(&url().await).await).await;
    functions::questions_wait_for_their_turn(&open(&url().await).await).await;
    functions::have_to_be_there(&open(&url().await).await).await;
    functions::a_plan_touches_nothing(&open(&url().await).await).await;
    mends::what_was_last_is_missed(&open(&url().await).await).await;
    mends::by_name_only(&open(&url().await).await).await;
    races::nothing_is_taken_back_from_below(&open(&url().await).await).await;
    races::nothing_is_built_on_what_is_gone(&open(&url().await).await).await;
    resolves::only_what_ran_becomes_history(&open(&url().await).await).await;
    resolves::what_stopped_goes_on_first(&open(&url().await).await).await;
    idle::nothing_pending_is_one_question(&url().await).await;
    idle::many_pending_read_the_history_once(&open(&url().await).await).await;
    dies::killed_at_any_moment(&url().await, Which::ByHand).await;
    dies::killed_at_any_moment(&url().await, Which::Made).await;
    dies::in_a_long_statement(&url().await).await;
    dies::dropped_at_any_moment(&open(&url().await).await).await;
    dies::in_a_table_without_transactions(&url().await).await;
    dies::in_what_no_catalog_shows(&url().await).await;
    refused::a_procedure_is_called_once(&open(&url().await).await).await;
    refused::rows_without_transactions_are_changed_once(&open(&url().await).await).await;
    refused::nothing_is_said_to_be_undone_that_is_not(&open(&url().await).await).await;
    refused::a_misspelt_statement_did_nothing(&open(&url().await).await).await;
    references::do_what_they_are_for(&open(&url().await).await).await;
    dies::while_others_change_the_schema(&url().await).await;
    sessions::what_would_do_nothing_is_refused(&open(&url().await).await).await;
    sessions::a_busy_pool_is_no_runner(&url().await).await;
    sessions::the_program_keeps_its_settings(&open(&url().await).await).await;
    sessions::one_connection_is_too_few(&url().await).await;
    many::each_once(&url().await).await;
}
