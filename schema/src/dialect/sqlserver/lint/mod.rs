//! What SQL Server says of changes that hurt: a file for each rule, about an operation or about hand-written SQL.

mod index_built_offline;
mod renamed_with_brackets;
mod untrusted_constraint;

use crate::dialect::lint::{DialectLint, Hazard};
use crate::lint::TextRule;

/// All of it.
pub(super) const LINT: DialectLint = DialectLint { hazards: &HAZARDS, texts: &TEXTS };

static HAZARDS: [Hazard; 1] = [index_built_offline::HAZARD];

static TEXTS: [TextRule; 2] = [renamed_with_brackets::LINT, untrusted_constraint::LINT];
