//! What PostgreSQL says of changes: a file for its hazards, and one for each trap of hand-written SQL.

mod concurrently_in_transaction;
mod hazards;
mod invalid_index_left;
mod session_lock;
mod timeout_replaced;
mod validated_too_soon;

use crate::dialect::lint::DialectLint;
use crate::lint::TextRule;

/// All of it.
pub(super) const LINT: DialectLint = DialectLint { hazards: &hazards::HAZARDS, texts: &TEXTS };

static TEXTS: [TextRule; 5] = [
    concurrently_in_transaction::LINT,
    invalid_index_left::LINT,
    session_lock::LINT,
    timeout_replaced::LINT,
    validated_too_soon::LINT,
];
