//! What SQLite says of changes that hurt: a file for each rule, about an operation or about hand-written SQL.

mod drop_cascades;
mod renamed_out_of_the_way;
mod setting_ignored;
mod table_made_anew;

use crate::dialect::lint::{DialectLint, Hazard};
use crate::lint::TextRule;

/// All of it.
pub(super) const LINT: DialectLint = DialectLint { hazards: &HAZARDS, texts: &TEXTS };

static HAZARDS: [Hazard; 1] = [table_made_anew::HAZARD];

static TEXTS: [TextRule; 3] = [drop_cascades::LINT, renamed_out_of_the_way::LINT, setting_ignored::LINT];
