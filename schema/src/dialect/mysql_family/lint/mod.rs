//! What MySQL and MariaDB say of changes: a file for their hazards, and one for each trap of hand-written SQL.

mod hazards;
mod inline_reference;

use crate::dialect::lint::DialectLint;
use crate::lint::TextRule;

/// MySQL's.
pub(crate) const MYSQL: DialectLint = DialectLint { hazards: &hazards::MYSQL, texts: &TEXTS };
/// MariaDB's.
pub(crate) const MARIADB: DialectLint = DialectLint { hazards: &hazards::MARIADB, texts: &TEXTS };

static TEXTS: [TextRule; 1] = [inline_reference::LINT];
