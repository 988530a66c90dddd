//! What went wrong for users of other tools, each tried here on every engine that it could happen on.

/// A test of this name for each engine: `on!(disaster; sqlite, postgres)`.
macro_rules! on {
    ($disaster:ident; $($engine:ident),+) => { $( on!(@ $engine $disaster); )+ };
    (@ sqlite $disaster:ident) => {
        #[tokio::test]
        async fn sqlite() {
            $disaster(&crate::ground::Ground::sqlite().await).await;
        }
    };
    (@ postgres $disaster:ident) => { on!(@@ "postgres" postgres "postgres" $disaster); };
    (@ mysql $disaster:ident) => { on!(@@ "mysql" mysql "mysql" $disaster); };
    (@ mariadb $disaster:ident) => { on!(@@ "mysql" mariadb "mariadb" $disaster); };
    (@ firebird $disaster:ident) => {
        #[cfg(feature = "firebird")]
        #[tokio::test]
        async fn firebird() {
            if let Some(ground) = crate::ground::Ground::firebird().await {
                $disaster(&ground).await;
            }
        }
    };
    (@@ $feature:literal $engine:ident $name:literal $disaster:ident) => {
        #[cfg(feature = $feature)]
        #[tokio::test]
        async fn $engine() {
            if let Some(ground) = crate::ground::Ground::server($name).await {
                $disaster(&ground).await;
            }
        }
    };
}

mod a_change_of_a_type_keeps_the_rest;
#[cfg(any(feature = "mysql", feature = "postgres"))]
mod a_change_that_waits_keeps_nobody_waiting;
mod a_column_is_used_right_behind_its_making;
mod a_dead_runner_holds_no_lock;
mod a_failed_migration_bricks_nothing;
mod a_file_that_is_not_embedded_is_noticed;
#[cfg(any(feature = "firebird", feature = "mysql"))]
mod a_half_applied_migration_says_how_far_it_came;
mod a_hand_written_rebuild_cascades_to_no_child;
mod a_lock_is_given_back_where_it_was_taken;
mod a_lock_that_is_not_granted_is_an_error;
mod a_migration_that_came_late_is_not_skipped;
mod a_migration_that_was_tampered_with_is_refused;
mod a_number_is_not_handed_out_again;
mod a_rebuild_cascades_to_no_child;
mod a_rebuild_keeps_triggers_indexes_and_views;
mod a_rename_is_never_guessed;
mod a_rename_is_no_drop_and_add;
#[cfg(any(feature = "mysql", feature = "postgres"))]
mod a_runner_cut_off_applies_nothing_twice;
mod a_table_that_is_referred_to_is_not_dropped;
#[cfg(feature = "postgres")]
mod an_index_built_concurrently_meets_no_waiting_runner;
mod an_index_over_some_rows_is_what_it_says;
mod ground;
mod layout_is_no_change;
mod looking_touches_nothing;
mod nothing_pending_waits_for_nobody;
mod programs_that_start_together_apply_each_once;
#[cfg(any(feature = "firebird", feature = "mysql"))]
mod what_is_about_to_run_is_written_down;
mod what_is_done_and_the_record_of_it_are_one;
