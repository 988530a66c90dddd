//! The small expression language of checks, filters, generated columns and defaults, the same for all dialects.
//!
//! Columns by name, `'text'`, numbers, `true`, `false`, `null`, `date '2026-01-31'`, `time '18:00'`, `timestamp '2026-01-31 12:00:00'`;
//! `= <> < <= > >=`, `+ - * / %`, `||`, `and or not`, `is [not] null`, `[not] in (..)`, `[not] between .. and ..`,
//! `[not] like '..'`, `case when .. then .. else .. end`, and the functions of [`Function`]. Nothing in it depends on
//! the time, the session or chance, so any of it can stand in an index.
//!
//! A text beside a time is read as that time, and an instant is in UTC. A column may have the name of any word but `true`,
//! `false` and `null`.
//!
//! Whole numbers are computed in 64 bits, whatever the columns that they come from have; those behind a type of the user's own in as
//! many as the engine takes for them. `/` of two whole numbers is a whole number, on every engine. That of decimals has four digits more than the first of them has
//! after the point, or more than that, as the engine likes: `round` it before it is compared. `%` is for whole numbers, and
//! `round` for decimals, for engines differ in others. The first character of `substr` is at least 1, and its count at least 0.
//!
//! Where an empty text is NULL (Oracle), none can be written, and what a function makes of a text may be NULL if it is empty.

mod kind;
mod lex;
mod moment;
mod null;
mod own_type;
mod parse;
mod rename;
mod show;
mod source;
mod validate;
mod wide;
mod write;

#[cfg(test)]
mod tests;

pub use own_type::{family, unfit};
pub use parse::parse;
pub(crate) use rename::{columns, renamed};
pub use rename::{places, words};
pub use show::show;
pub(crate) use source::sources;
pub use validate::{Context, misfit, validate};
pub use write::{render, render_value};

/// An expression, and where it starts in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expr {
    /// Bytes before it.
    pub offset: usize,
    /// What it is.
    pub node: Node,
}

/// What an expression is.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Node {
    /// A column of the table.
    Column(String),
    /// A text.
    Text(String),
    /// A number as written.
    Number(String),
    /// True or false.
    Bool(bool),
    /// NULL.
    Null,
    /// A date or a time, as written.
    Moment(Moment, String),
    /// Not.
    Not(Box<Expr>),
    /// The negative.
    Minus(Box<Expr>),
    /// Two operands.
    Binary(Operator, Box<Expr>, Box<Expr>),
    /// Is NULL, or is not.
    IsNull(Box<Expr>, Sense),
    /// One of a list, or none of it.
    In(Box<Expr>, Vec<Expr>, Sense),
    /// Between two, both included, or not.
    Between(Box<Expr>, Box<Expr>, Box<Expr>, Sense),
    /// Matches a pattern, or does not.
    Like(Box<Expr>, String, Sense),
    /// The first branch that holds.
    Case(Vec<(Expr, Expr)>, Option<Box<Expr>>),
    /// A function.
    Call(Function, Vec<Expr>),
}

/// Whether something is asked for, or its opposite.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sense {
    /// As it stands.
    Is,
    /// With `not`.
    IsNot,
}

/// The kind of a literal of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// `date '..'`.
    Date,
    /// `time '..'`.
    Time,
    /// `timestamp '..'`.
    Timestamp,
}

/// What stands between two operands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
#[allow(missing_docs, reason = "the names say it")]
pub enum Operator {
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    Concat,
}

/// A function with the same meaning on every engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Function {
    /// The number of characters of a text.
    Length,
    /// A text in small letters.
    Lower,
    /// A text in capitals.
    Upper,
    /// A text without blanks at its ends.
    Trim,
    /// `substr(text, first, count)`; the first character is 1.
    Substr,
    /// A number without its sign.
    Abs,
    /// `round(decimal, digits)`.
    Round,
    /// The first argument that is not NULL.
    Coalesce,
    /// NULL if both arguments are equal, else the first.
    NullIf,
}

/// What is wrong with an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxError {
    /// Bytes before the place.
    pub offset: usize,
    /// What is wrong.
    pub message: String,
    /// What to write instead.
    pub help: Option<String>,
}

impl Function {
    /// All functions, as they are written.
    pub const ALL: [(&'static str, Self); 9] = [
        ("length", Self::Length),
        ("lower", Self::Lower),
        ("upper", Self::Upper),
        ("trim", Self::Trim),
        ("substr", Self::Substr),
        ("abs", Self::Abs),
        ("round", Self::Round),
        ("coalesce", Self::Coalesce),
        ("nullif", Self::NullIf),
    ];

    /// How many arguments it takes, the fewest and the most.
    pub const fn arity(self) -> (usize, usize) {
        match self {
            Self::Length | Self::Lower | Self::Upper | Self::Trim | Self::Abs => (1, 1),
            Self::Substr => (3, 3),
            Self::Round | Self::NullIf => (2, 2),
            Self::Coalesce => (2, usize::MAX),
        }
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        Self::ALL.into_iter().find(|(_, function)| *function == self).map_or("", |(name, _)| name)
    }
}

impl Operator {
    /// How it is written.
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Or => "OR",
            Self::And => "AND",
            Self::Equal => "=",
            Self::NotEqual => "<>",
            Self::Less => "<",
            Self::LessOrEqual => "<=",
            Self::Greater => ">",
            Self::GreaterOrEqual => ">=",
            Self::Add => "+",
            Self::Subtract => "-",
            Self::Multiply => "*",
            Self::Divide => "/",
            Self::Remainder => "%",
            Self::Concat => "||",
        }
    }

    /// Whether it compares.
    pub const fn is_comparison(self) -> bool {
        matches!(
            self,
            Self::Equal | Self::NotEqual | Self::Less | Self::LessOrEqual | Self::Greater | Self::GreaterOrEqual
        )
    }
}

impl SyntaxError {
    /// A mistake at a place.
    pub fn new(offset: usize, message: impl Into<String>) -> Self {
        Self { offset, message: message.into(), help: None }
    }

    /// Adds what to write instead.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}
