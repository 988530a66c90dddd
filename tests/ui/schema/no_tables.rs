//! A schema lists its tables.

use tablewright::prelude::*;

schema! {
    struct Practice {}
}

fn main() {}
