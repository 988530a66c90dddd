//! What Oracle says of changes that hurt: a file for each rule, about an operation or about hand-written SQL.

mod built_offline;
mod column_drop_rewrites;
mod empty_default;

use crate::dialect::lint::{DialectLint, Hazard};
use crate::lint::TextRule;

/// All of it.
pub(super) const LINT: DialectLint = DialectLint { hazards: &HAZARDS, texts: &TEXTS };

static HAZARDS: [Hazard; 2] = [built_offline::HAZARD, column_drop_rewrites::HAZARD];

static TEXTS: [TextRule; 1] = [empty_default::LINT];
