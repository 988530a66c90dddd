//! A column has at least one allowed value.

use tablewright::prelude::*;

#[derive(ColumnEnum)]
enum Priority {}

fn main() {}
