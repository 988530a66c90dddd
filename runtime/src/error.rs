//! What can go wrong, sorted by what a caller would do about it.

use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;

/// A result with an [`Error`] of this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// An error of a database, a driver, or the use of either. One pointer wide.
///
/// Its texts never hold a parameter's value.
pub struct Error(Box<Inner>);

struct Inner {
    kind: Kind,
    message: Cow<'static, str>,
    constraint: Option<Constraint>,
    source: Option<Box<dyn StdError + Send + Sync>>,
    /// Alive as long as the error is.
    mark: Option<Arc<()>>,
}

/// What a caller can branch on, the same on every engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// A row that should be there is not.
    NotFound,
    /// A unique constraint, unique index or primary key already has this value.
    Unique,
    /// A foreign key points to nothing, or the row it points to would go.
    ForeignKey,
    /// A required column got NULL.
    NotNull,
    /// A check failed.
    Check,
    /// A text or a list of bytes is longer than its column.
    TooLong,
    /// A number or a time is outside of what its column holds.
    OutOfRange,
    /// The transaction could not be ordered among others: run it again.
    Serialization,
    /// The transaction was chosen to end a deadlock: run it again.
    Deadlock,
    /// A lock was not free in time.
    Busy,
    /// The statement, or the wait for a connection, took too long.
    Timeout,
    /// The connection broke; whether the statement took effect is not known.
    ConnectionLost,
    /// The database cannot be reached or opened.
    Connect,
    /// The server refused the login: the user or the password is wrong, or the account is locked or expired. Trying again as
    /// it is would not help, and may lock the account.
    Login,
    /// The engine cannot do this.
    Unsupported,
    /// A table, column or other object is missing.
    MissingObject,
    /// The database refused the text of a statement.
    Syntax,
    /// A value read does not fit the Rust type.
    Decode,
    /// A value given cannot be sent.
    Encode,
    /// A setting is wrong.
    Config,
    /// The caller used the crate in a way that cannot work.
    Usage,
    /// Anything else.
    Other,
}

/// The constraint that was violated, as far as the engine tells or the schema knows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Constraint {
    /// The constraint's or index's own name.
    pub name: Option<String>,
    /// The table it belongs to.
    pub table: Option<String>,
    /// The columns it is about, in its own order.
    pub columns: Vec<String>,
}

impl Error {
    /// An error of this kind. The message says what happened and what to do, and holds no value of a parameter.
    pub fn new(kind: Kind, message: impl Into<Cow<'static, str>>) -> Self {
        Self(Box::new(Inner { kind, message: message.into(), constraint: None, source: None, mark: None }))
    }

    /// Attaches the error below.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.0.source = Some(source.into());
        self
    }

    /// Makes it known, whatever error it becomes part of, for as long as it lives.
    pub(crate) fn marked(mut self, mark: Arc<()>) -> Self {
        self.0.mark = Some(mark);
        self
    }

    /// Attaches the violated constraint.
    #[must_use]
    pub fn with_constraint(mut self, constraint: Constraint) -> Self {
        self.0.constraint = Some(constraint);
        self
    }

    /// Names the column it is about, unless one is named already.
    #[must_use]
    pub fn in_column(mut self, column: &str) -> Self {
        let constraint = self.0.constraint.get_or_insert_default();
        if constraint.columns.is_empty() {
            constraint.columns.push(column.to_owned());
        }
        self
    }

    /// Names the table it is about, unless one is named already.
    #[must_use]
    pub fn in_table(mut self, table: &str) -> Self {
        self.0.constraint.get_or_insert_default().table.get_or_insert_with(|| table.to_owned());
        self
    }

    /// What a caller can branch on.
    pub fn kind(&self) -> Kind {
        self.0.kind
    }

    /// The violated constraint, if that is what happened.
    pub fn constraint(&self) -> Option<&Constraint> {
        self.0.constraint.as_ref()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.message)?;
        match &self.0.constraint {
            Some(constraint) => write!(f, " ({constraint})"),
            None => Ok(()),
        }
    }
}

impl fmt::Display for Constraint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let columns = self.columns.join(", ");
        let table = self.table.as_deref().unwrap_or("");
        match (&self.name, columns.is_empty()) {
            (Some(name), true) => write!(f, "constraint `{name}` of table `{table}`"),
            (Some(name), false) => write!(f, "constraint `{name}` on `{table}` ({columns})"),
            (None, true) => write!(f, "table `{table}`"),
            (None, false) => write!(f, "table `{table}`, columns {columns}"),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("kind", &self.0.kind)
            .field("message", &self.0.message)
            .field("constraint", &self.0.constraint)
            .field("source", &self.0.source)
            .finish()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source.as_deref().map(|source| source as &(dyn StdError + 'static))
    }
}
