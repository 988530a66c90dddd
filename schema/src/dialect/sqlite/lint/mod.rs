//! What SQLite says of changes: a file for its hazards, and one for each trap of hand-written SQL.

mod drop_cascades;
mod hazards;
mod renamed_out_of_the_way;

use crate::dialect::lint::DialectLint;
use crate::lint::TextRule;

/// All of it.
pub(super) const LINT: DialectLint = DialectLint { hazards: &hazards::HAZARDS, texts: &TEXTS };

static TEXTS: [TextRule; 2] = [drop_cascades::LINT, renamed_out_of_the_way::LINT];
