//! A name is no longer than every engine takes.

use tablewright::prelude::*;

#[derive(Table)]
#[table(name = "doctors_who_refer_patients_for_imaging_to_the_practice_in_rosebank")]
struct Doctor {
    #[column(primary_key)]
    id: i64,
}

fn main() {}
