//! What Oracle says of changes: a file for its hazards, and one for each trap of hand-written SQL.

mod empty_default;
mod hazards;

use crate::dialect::lint::DialectLint;
use crate::lint::TextRule;

/// All of it.
pub(super) const LINT: DialectLint = DialectLint { hazards: &hazards::HAZARDS, texts: &TEXTS };

static TEXTS: [TextRule; 1] = [empty_default::LINT];
