//! What a column gets when nobody gives it a value.

use super::Text;

/// A column's default.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum ColumnDefault {
    /// A constant, known to the database and to the client.
    Literal(Literal),
    /// The current time. The DAO gives it (microseconds on every engine); the database gives it to other writers.
    Now,
    /// A random UUID made by the client; no default in the database, since not every engine can make one.
    Uuid,
    /// An expression in the language of [`crate::expr`], evaluated by the database for each row.
    Expression(Text),
}

/// A constant that every dialect can write.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Literal {
    /// True or false.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// A number with a fraction, exactly as written (`-12.50`).
    Number(Text),
    /// A text.
    Text(Text),
    /// The value of a type of the user's own in column number `n`, known only after the derive (see [`crate::sql::Late`]).
    #[doc(hidden)]
    Late(u16),
}
