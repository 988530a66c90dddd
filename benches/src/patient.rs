//! The table under test: seven columns of the usual types, and the rows that are in it.

use chrono::{DateTime, Utc};
use tablewright::prelude::*;

/// How many rows the table has before anything is measured.
pub const ROWS: u64 = 10_000;
/// How many rows share a ward, which is what a list returns.
pub const ROWS_OF_WARD: u64 = 100;

/// A patient in a ward.
#[derive(Debug, Clone, PartialEq, Table)]
#[table(name = "patients")]
pub struct Patient {
    /// Given by the caller, so that neither side spends time on making one.
    #[column(primary_key, max_length = 36)]
    pub id: String,
    /// First and last name.
    #[column(max_length = 100)]
    pub name: String,
    /// The column that lists are filtered by.
    #[index]
    #[column(max_length = 20)]
    pub ward: String,
    /// NULL in every third row.
    #[column(max_length = 20, unique)]
    pub record_number: Option<String>,
    /// True in every other row.
    pub is_active: bool,
    /// A number.
    pub visits: i64,
    /// A different instant in each row, with microseconds.
    pub admitted_at: DateTime<Utc>,
}

schema! {
    /// One table.
    pub struct Hospital { tables: [Patient] }
}

impl From<Patient> for NewPatient {
    fn from(row: Patient) -> Self {
        let new = NewPatient::new(row.id, row.name, row.ward, row.is_active, row.visits, row.admitted_at);
        new.record_number(row.record_number)
    }
}

/// The key of the row with this number.
pub fn key(number: u64) -> String {
    format!("patient-{number:028}")
}

/// The ward of the row with this number.
pub fn ward(number: u64) -> String {
    format!("ward-{}", number / ROWS_OF_WARD)
}

/// The row with this number.
pub fn patient(number: u64) -> Patient {
    // 2026-01-01, and a step that leaves no digit of the fraction at rest.
    let micros = 1_767_225_600_000_000 + number as i64 * 61_234_567;
    Patient {
        id: key(number),
        name: format!("Nomvula Dlamini {number}"),
        ward: ward(number),
        record_number: (!number.is_multiple_of(3)).then(|| format!("MRN{number:09}")),
        is_active: number.is_multiple_of(2),
        visits: number as i64,
        admitted_at: DateTime::from_timestamp_micros(micros).unwrap_or_default(),
    }
}
