//! What Firebird says of changes.

mod hazards;

use crate::dialect::lint::DialectLint;

/// All of it.
pub(super) const LINT: DialectLint = DialectLint { hazards: &hazards::HAZARDS, texts: &[] };
