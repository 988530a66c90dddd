//! What a column type holds is a column type itself.

use tablewright::prelude::*;

struct Street(String);

#[derive(ColumnType)]
struct Address(Street);

fn main() {}
