//! What is known of a server's errors by their codes: their kind, and what may be said of them.

use std::fmt;

use super::{Operation, Statement};
use crate::error::{Error, Kind};

#[cfg(test)]
#[allow(unused_imports, reason = "not every driver has numbers for codes")]
pub use self::sound::{check, is_about_values};

/// What is said of an error.
#[derive(Debug)]
pub enum Say {
    /// This.
    Words(&'static str),
    /// What the server says: it speaks of no value.
    Told,
}

/// Codes, their kind, and what is said of them.
pub type Codes<N> = (&'static [N], Kind, Say);

/// The error of a code that is known. `told` is what the server says.
pub fn known<N: PartialEq>(codes: &[Codes<N>], code: &N, told: &str) -> Option<Error> {
    codes.iter().find(|(known, ..)| known.contains(code)).map(|(_, kind, say)| say.error(*kind, told))
}

/// The error of a code that is not: of a change of the schema the server may tell more, for it speaks of no value.
pub fn unknown(statement: Option<Statement<'_>>, code: impl fmt::Display, told: &str) -> Error {
    match statement.is_some_and(|statement| statement.operation == Operation::Ddl) {
        true => Error::new(Kind::Other, told.to_owned()),
        false => Error::new(Kind::Other, format!("the server refused, with error {code}")),
    }
}

impl Say {
    /// An error of which this is said.
    pub fn error(&self, kind: Kind, told: &str) -> Error {
        match self {
            Self::Words(words) => Error::new(kind, *words),
            Self::Told => Error::new(kind, told.to_owned()),
        }
    }
}

/// The number below an error, for those who know it.
#[derive(Debug)]
pub struct Number<N>(pub N);

impl<N: fmt::Display> fmt::Display for Number<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the server's error {}", self.0)
    }
}

impl<N: fmt::Debug + fmt::Display> std::error::Error for Number<N> {}

#[cfg(test)]
mod sound {
    use super::*;

    /// No code is there twice, and where an error is about a value the server's words, which may repeat it, are not told.
    pub fn check<N: Copy + Ord + fmt::Debug>(codes: &[Codes<N>]) {
        let mut all: Vec<N> = codes.iter().flat_map(|(codes, ..)| codes.iter().copied()).collect();
        all.sort_unstable();
        assert!(all.windows(2).all(|pair| pair[0] != pair[1]), "{all:?}");
        for (codes, kind, say) in codes {
            assert!(!(is_about_values(*kind) && matches!(say, Say::Told)), "{codes:?}");
        }
    }

    /// Whether errors of this kind are about values.
    pub fn is_about_values(kind: Kind) -> bool {
        matches!(
            kind,
            Kind::Unique
                | Kind::ForeignKey
                | Kind::NotNull
                | Kind::Check
                | Kind::TooLong
                | Kind::OutOfRange
                | Kind::Encode
        )
    }
}
