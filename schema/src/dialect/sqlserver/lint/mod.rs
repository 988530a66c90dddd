//! What SQL Server says of changes: a file for its hazards, and one for each trap of hand-written SQL.

mod hazards;
mod renamed_with_brackets;
mod untrusted_constraint;

use crate::dialect::lint::DialectLint;
use crate::lint::TextRule;

/// All of it.
pub(super) const LINT: DialectLint = DialectLint { hazards: &hazards::HAZARDS, texts: &TEXTS };

static TEXTS: [TextRule; 2] = [renamed_with_brackets::LINT, untrusted_constraint::LINT];
