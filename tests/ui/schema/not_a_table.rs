//! A schema lists tables.

use tablewright::prelude::*;

struct Clinic;

schema! {
    struct Practice {
        tables: [Clinic],
    }
}

fn main() {}
