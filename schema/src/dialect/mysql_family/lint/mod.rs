//! What MySQL and MariaDB say of changes: a file for their hazards, and one for each trap of hand-written SQL.

mod hazards;
mod inline_reference;

use crate::dialect::lint::DialectLint;
use crate::lint::TextRule;

/// All of it.
pub(crate) const LINT: DialectLint = DialectLint { hazards: &hazards::HAZARDS, texts: &TEXTS };

static TEXTS: [TextRule; 1] = [inline_reference::LINT];
