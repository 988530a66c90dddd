//! The tables of the conformance suite.

pub mod bookings;
pub mod foreign_names;
pub mod library;
pub mod parcels;
pub mod people;
pub mod values;

use tablewright::prelude::*;

use library::{Author, Book, Loan, Translation};
use people::{Counter, Crate, Defaults, Evaluated, Mailbox, Paint, Patient, Stock};
use values::{Measure, Moments, Numbers, Optionals, Strings};

schema! {
    /// The tables of the conformance suite.
    pub struct Suite {
        tables: [
            Numbers, Strings, Moments, Measure, Optionals, Author, Book, Loan, Translation, Patient, Paint, Crate, Defaults, Counter,
            Stock, Mailbox,
        ],
    }
}

schema! {
    /// What only some engines can hold: Firebird's defaults are constants.
    pub struct Expressions {
        tables: [Evaluated],
        dialects: [sqlite, postgres, mysql, mariadb, sqlserver, oracle],
    }
}
