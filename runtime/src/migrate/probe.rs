//! The catalog around a statement: what tells of the objects that it names, and all the rest.

use std::str::FromStr;

use crate::drift;
use crate::error::Result;
use crate::executor::Executor;

/// How many characters of a hash are kept: two have to fit where the history has place for one.
const KEPT: usize = 32;

/// A state of the catalog. As a text, as the history keeps it: both hashes, a dot between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Probe {
    /// The hash of what tells of the objects that the statement names.
    named: String,
    /// That of everything else.
    others: String,
}

/// What became of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    Took,
    None,
    /// Others changed the schema, and nothing shows at what the statement names.
    Unknown,
}

impl Probe {
    /// Looks at the catalog.
    pub(super) async fn taken(executor: &impl Executor, sql: &str) -> Result<Self> {
        let [named, others] = drift::around(executor, &executor.dialect().named(sql)).await?;
        Ok(Self { named: short(&named), others: short(&others) })
    }

    /// What became of the statement between this and now.
    pub(super) fn until(&self, now: &Self) -> Found {
        if self.named != now.named {
            Found::Took
        } else if self.others == now.others {
            Found::None
        } else {
            Found::Unknown
        }
    }
}

impl std::fmt::Display for Probe {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.named, self.others)
    }
}

impl FromStr for Probe {
    /// An older release kept one hash of all, which does not tell what changed.
    type Err = ();

    fn from_str(text: &str) -> std::result::Result<Self, ()> {
        let (named, others) = text.split_once('.').ok_or(())?;
        Ok(Self { named: named.to_owned(), others: others.to_owned() })
    }
}

fn short(hash: &str) -> String {
    hash.trim_start_matches("sha256:").chars().take(KEPT).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn probe(text: &str) -> Probe {
        text.parse().unwrap()
    }

    #[test]
    fn only_what_a_statement_names_tells_that_it_ran() {
        let before = probe("a.b");
        assert_eq!(before.until(&probe("a.b")), Found::None);
        assert_eq!(before.until(&probe("c.b")), Found::Took);
        assert_eq!(before.until(&probe("c.d")), Found::Took);
        assert_eq!(before.until(&probe("a.d")), Found::Unknown);
        assert_eq!(before.to_string(), "a.b");
        assert!("sha256:00".parse::<Probe>().is_err());
    }
}
