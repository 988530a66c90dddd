//! How a transaction stands at the server, which may end it by itself.

use crate::error::{Error, Kind, Result};

/// How a transaction stands.
#[derive(Debug, Clone, Default)]
pub struct Standing {
    /// How the server ended it.
    end: Option<End>,
    /// A change of the schema made what was before it permanent.
    is_partly_permanent: bool,
    /// The depth of the innermost savepoint.
    depth: u32,
    /// The depth of the innermost savepoint that a change of the schema did away with.
    gone: u32,
}

/// How the server ended a transaction by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// It undid all of it.
    Undone,
    /// It made it permanent, for a change of the schema that failed then.
    Permanent,
}

/// What became of a savepoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Savepoint {
    /// The server has it.
    Kept,
    /// A change of the schema did away with it.
    Gone,
}

impl Standing {
    /// The server undid everything.
    pub fn undone(&mut self) {
        self.end = Some(End::Undone);
    }

    /// A change of the schema failed, after it had made permanent what was before it.
    pub fn failed_changing(&mut self) {
        self.schema_changes();
        self.end = Some(End::Permanent);
    }

    /// # Errors
    /// Of kind `Usage` if the server undid everything, and of kind `Unsupported` if it made everything permanent: what
    /// follows would be committed one by one.
    pub fn check(&self) -> Result<()> {
        match self.end {
            None => Ok(()),
            Some(End::Undone) => Err(Error::new(
                Kind::Usage,
                "the server undid the transaction when a statement of it failed: nothing of it was kept",
            )),
            Some(End::Permanent) => Err(Error::new(
                Kind::Unsupported,
                "a change of the schema, or what was called, failed, and has made permanent what was before it in the \
                 transaction: nothing but a rollback follows",
            )),
        }
    }

    /// A change of the schema commits what was before it.
    pub fn schema_changes(&mut self) {
        self.is_partly_permanent = true;
        self.gone = self.depth;
    }

    /// A savepoint was set.
    pub fn savepoint(&mut self, depth: u32) {
        self.depth = depth;
        self.gone = self.gone.min(depth.saturating_sub(1));
    }

    /// A savepoint is to be forgotten.
    pub fn leave(&mut self, depth: u32) -> Savepoint {
        self.depth = depth.saturating_sub(1);
        if depth > self.gone {
            return Savepoint::Kept;
        }
        self.gone = self.depth;
        Savepoint::Gone
    }

    /// Whether a change of the schema made something permanent.
    pub const fn is_partly_permanent(&self) -> bool {
        self.is_partly_permanent
    }

    /// # Errors
    /// Of kind `Unsupported` if the whole transaction cannot be undone any more.
    pub fn rolled_back(&self) -> Result<()> {
        if self.is_partly_permanent { Err(partly_permanent()) } else { Ok(()) }
    }
}

/// What is said of a rollback that comes too late, on MySQL and MariaDB
/// (<https://dev.mysql.com/doc/refman/8.4/en/implicit-commit.html>) and on Oracle
/// (<https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/COMMIT.html>).
#[cold]
pub fn partly_permanent() -> Error {
    let message =
        "a change of the schema, or what was called, has made permanent what was before it in the transaction";
    Error::new(Kind::Unsupported, message)
}

/// What is said of a transaction that was begun by what was called outside of any, and that is undone.
#[cold]
pub fn left_open() -> Error {
    let message = "what was called has begun a transaction and not ended it, so that it was undone: have it commit, or call it in \
                   a transaction";
    Error::new(Kind::Usage, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_of_the_schema_does_away_with_savepoints() {
        let mut standing = Standing::default();
        standing.savepoint(1);
        standing.savepoint(2);
        standing.schema_changes();
        standing.savepoint(3);
        assert_eq!(standing.leave(3), Savepoint::Kept);
        assert_eq!(standing.leave(2), Savepoint::Gone);
        standing.savepoint(2);
        assert_eq!(standing.leave(2), Savepoint::Kept);
        assert_eq!(standing.leave(1), Savepoint::Gone);
        standing.savepoint(1);
        assert_eq!(standing.leave(1), Savepoint::Kept);
        assert_eq!(standing.rolled_back().unwrap_err().kind(), Kind::Unsupported);
    }

    #[test]
    fn what_the_server_undid_does_not_go_on() {
        let mut standing = Standing::default();
        standing.check().unwrap();
        standing.undone();
        assert_eq!(standing.check().unwrap_err().kind(), Kind::Usage);
        standing.rolled_back().unwrap();
    }

    #[test]
    fn what_the_server_made_permanent_does_not_go_on() {
        let mut standing = Standing::default();
        standing.failed_changing();
        assert_eq!(standing.check().unwrap_err().kind(), Kind::Unsupported);
        assert_eq!(standing.rolled_back().unwrap_err().kind(), Kind::Unsupported);
    }
}
