//! The tables of the conformance suite.

pub mod library;
pub mod people;
pub mod values;

use tablewright::prelude::*;

use library::{Author, Book, Loan};
use people::{Counter, Crate, Defaults, Paint, Patient};
use values::{Moments, Numbers, Optionals, Strings};

/// The tables of the conformance suite.
pub struct Suite;

impl Schema for Suite {
    const NAME: &'static str = "Suite";
    const TABLES: &'static [&'static tablewright::table::TableMeta] = &[
        Numbers::META, Strings::META, Moments::META, Optionals::META, Author::META, Book::META, Loan::META, Patient::META,
        Paint::META, Crate::META, Defaults::META, Counter::META,
    ];
}
