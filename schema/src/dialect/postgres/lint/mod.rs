//! What PostgreSQL says of changes that hurt: a file for each rule, about an operation or about hand-written SQL.

mod check_reads_all;
mod concurrent_index_corrupted;
mod concurrently_in_transaction;
mod index_blocks_writers;
mod index_drop_waits_for_all;
mod invalid_index_left;
mod not_null_reads_all;
mod numbered_column_rewrites;
mod primary_key_blocks_all;
mod reference_reads_all;
mod session_lock;
mod several_tables_locked;
mod stored_column_rewrites;
mod timeout_replaced;
mod type_rewrites;
mod unique_blocks_all;
mod validated_too_soon;

use crate::dialect::lint::{DialectLint, Hazard};
use crate::lint::TextRule;

/// All of it.
pub(super) const LINT: DialectLint = DialectLint { hazards: &HAZARDS, texts: &TEXTS };

static HAZARDS: [Hazard; 12] = [
    index_blocks_writers::HAZARD,
    index_drop_waits_for_all::HAZARD,
    primary_key_blocks_all::HAZARD,
    unique_blocks_all::HAZARD,
    reference_reads_all::HAZARD,
    check_reads_all::HAZARD,
    not_null_reads_all::HAZARD,
    type_rewrites::HAZARD,
    stored_column_rewrites::HAZARD,
    numbered_column_rewrites::HAZARD,
    several_tables_locked::HAZARD,
    concurrent_index_corrupted::HAZARD,
];

static TEXTS: [TextRule; 5] = [
    concurrently_in_transaction::LINT,
    invalid_index_left::LINT,
    session_lock::LINT,
    timeout_replaced::LINT,
    validated_too_soon::LINT,
];
