//! What MySQL and MariaDB say of changes that hurt: a file for each rule, about an operation or about hand-written SQL.

mod column_drop_rebuilds;
mod computed_default;
mod constraint_blocks_writers;
mod inline_reference;
mod length_byte;
mod table_copied;
mod varchar;

use crate::dialect::lint::{DialectLint, Hazard};
use crate::lint::TextRule;

/// MySQL's.
pub(crate) const MYSQL: DialectLint = DialectLint { hazards: &MYSQL_HAZARDS, texts: &TEXTS };
/// MariaDB's.
pub(crate) const MARIADB: DialectLint = DialectLint { hazards: &MARIADB_HAZARDS, texts: &TEXTS };

static MYSQL_HAZARDS: [Hazard; 5] = [
    table_copied::HAZARD,
    length_byte::HAZARD,
    computed_default::HAZARD,
    constraint_blocks_writers::HAZARD,
    column_drop_rebuilds::HAZARD,
];
/// It adds a column with a computed default, and drops one, without copying.
static MARIADB_HAZARDS: [Hazard; 3] = [table_copied::HAZARD, length_byte::HAZARD, constraint_blocks_writers::HAZARD];

static TEXTS: [TextRule; 1] = [inline_reference::LINT];
