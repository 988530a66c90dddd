//! Why a command did not do what it was asked for.

use tablewright::{Error, Kind};

use crate::exit::Exit;
use crate::report::Report;

/// What went wrong, and how the command ends because of it.
#[derive(Debug)]
pub struct Failure {
    /// How it ends.
    pub exit: Exit,
    /// What is wrong, and what to do.
    pub message: String,
    /// What to do, where the message does not say it.
    pub help: Option<String>,
    /// What was done before.
    pub done: Option<Box<dyn Report>>,
}

/// The result of a step.
pub type Result<T, E = Failure> = std::result::Result<T, E>;

impl Failure {
    /// One that ends in this way.
    pub fn new(exit: Exit, message: impl Into<String>) -> Self {
        Self { exit, message: message.into(), help: None, done: None }
    }

    /// The arguments or the configuration are wrong.
    pub fn usage(message: impl Into<String>) -> Self {
        Self::new(Exit::Usage, message)
    }

    /// Nothing was touched.
    pub fn refused(message: impl Into<String>) -> Self {
        Self::new(Exit::Refused, message)
    }
}

/// An error before anything was touched; what may have been is for the caller to say.
impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        let exit = match error.kind() {
            Kind::Connect | Kind::Login | Kind::ConnectionLost => Exit::Unreachable,
            Kind::Config => Exit::Usage,
            _ => Exit::Refused,
        };
        Self::new(exit, in_options(&error.to_string()))
    }
}

/// What the library calls by the names of its functions, in the words of the command.
const OPTIONS: [(&str, &str); 13] = [
    ("`rollback_to_version` to `", "`rollback --to "),
    ("`rollback_to_version`", "`rollback --to`"),
    ("`rollback_all`", "`rollback --all`"),
    ("`migrate_to_latest`", "`migrate`"),
    ("`forget`", "`repair --forget`"),
    ("`relink`", "`repair --relink`"),
    ("`realign`", "`repair --realign`"),
    ("`from_tables`", "`--from-tables`"),
    ("`give_up`", "`--give-up`"),
    ("`backfill`", "`--backfill`"),
    ("`accept`", "`--accept`"),
    ("`keep`", "`--keep`"),
    ("`purge`", "`--purge`"),
];

/// A message of the library as the command says it.
pub fn in_options(message: &str) -> String {
    OPTIONS.iter().fold(message.to_owned(), |message, (function, option)| message.replace(function, option))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_are_told_as_options() {
        assert_eq!(
            in_options("finish that with `rollback_to_version` to `001`"),
            "finish that with `rollback --to 001`"
        );
        assert_eq!(in_options("(`rollback_to_version`, `rollback_all`)"), "(`rollback --to`, `rollback --all`)");
        let told =
            in_options("bring it back, or `relink` it there; then `forget` it or `realign` the history, `resolve` it");
        let wanted = "bring it back, or `repair --relink` it there; then `repair --forget` it or `repair --realign` the history, `resolve` it";
        assert_eq!(told, wanted);
    }
}
