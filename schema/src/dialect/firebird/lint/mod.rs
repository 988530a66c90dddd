//! What Firebird says of changes that hurt: a file for each rule, about an operation or about hand-written SQL.

mod formats_spent;
mod object_in_use;
mod table_made_anew;

use crate::dialect::lint::{DialectLint, Hazard};
use crate::lint::TextRule;

/// All of it.
pub(super) const LINT: DialectLint = DialectLint { hazards: &HAZARDS, texts: &TEXTS };

static HAZARDS: [Hazard; 2] = [table_made_anew::HAZARD, object_in_use::HAZARD];

static TEXTS: [TextRule; 1] = [formats_spent::LINT];
