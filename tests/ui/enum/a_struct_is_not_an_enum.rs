//! `ColumnEnum` is for enums.

use tablewright::prelude::*;

#[derive(ColumnEnum)]
struct Priority(i32);

fn main() {}
