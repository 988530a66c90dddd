//! The kinds of databases that a configuration can name, and what each one's URL is made of.

use std::path::PathBuf;

use percent_encoding::percent_decode_str;
use tablewright_schema::{Dialect, suggest};

use crate::error::{Error, Kind};

/// A kind of database.
#[derive(Debug)]
pub(crate) struct Engine {
    /// What it is called in a configuration; the first is the usual one.
    pub(crate) names: &'static [&'static str],
    /// The start of its URLs, without the colon.
    pub(crate) scheme: &'static str,
    /// The dialect it speaks.
    pub(crate) dialect: Dialect,
    /// Where it is.
    pub(crate) place: Place,
    /// The setting that says how many connections there may be.
    pub(crate) pool_setting: &'static str,
    /// The most that it takes.
    pub(crate) most_connections: u32,
    /// The feature that switches its driver on.
    pub(crate) feature: &'static str,
}

impl Engine {
    /// Whether a database of the other kind can be a replica of one of this: those of one driver are spoken to alike.
    pub(crate) fn speaks_with(&self, other: &Self) -> bool {
        self.feature == other.feature
    }
}

impl Place {
    /// The keys of a configuration that mean nothing for a database there.
    pub(crate) fn keys_of_others(self) -> &'static [&'static str] {
        match self {
            Self::File => &["host", "port", "database", "username", "password"],
            Self::Server { .. } => &["file_path"],
            Self::ServerFile { .. } => &["database"],
        }
    }
}

/// Where a database is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// In a file that this program opens.
    File,
    /// Behind a server, under a name.
    Server {
        /// The usual port.
        port: u16,
    },
    /// Behind a server, in a file of that machine.
    ServerFile {
        /// The usual port.
        port: u16,
    },
}

/// The most connections to a server that a setting asks for.
pub(crate) const MOST_CONNECTIONS: u32 = 1_000;
/// The most connections that read a file.
pub(crate) const MOST_READERS: u32 = 64;

/// Every kind, whether or not this build has its driver.
pub(crate) const ENGINES: [Engine; Dialect::COUNT] = [
    Engine {
        names: &["sqlite"],
        scheme: "sqlite",
        dialect: Dialect::Sqlite,
        place: Place::File,
        pool_setting: "readers",
        most_connections: MOST_READERS,
        feature: "sqlite",
    },
    server(&["postgresql", "postgres"], "postgres", Dialect::Postgres, 5432),
    server(&["mysql"], "mysql", Dialect::Mysql, 3306),
    Engine { feature: "mysql", ..server(&["mariadb"], "mariadb", Dialect::Mariadb, 3306) },
    Engine { place: Place::ServerFile { port: 3050 }, ..server(&["firebird"], "firebird", Dialect::Firebird, 3050) },
    server(&["sqlserver", "mssql"], "sqlserver", Dialect::SqlServer, 1433),
    server(&["oracle"], "oracle", Dialect::Oracle, 1521),
];

const fn server(names: &'static [&'static str], scheme: &'static str, dialect: Dialect, port: u16) -> Engine {
    Engine {
        names,
        scheme,
        dialect,
        place: Place::Server { port },
        pool_setting: "pool_size",
        most_connections: MOST_CONNECTIONS,
        feature: scheme,
    }
}

/// The kind of this name.
pub(crate) fn by_name(name: &str) -> Option<&'static Engine> {
    ENGINES.iter().find(|engine| engine.names.contains(&name))
}

/// The file of this machine that a URL names, of a kind of database that is one.
pub(crate) fn local_file(url: &str) -> Option<PathBuf> {
    let (scheme, rest) = url.split_once(':')?;
    ENGINES.iter().find(|engine| engine.scheme == scheme && engine.place == Place::File)?;
    let path = rest.strip_prefix("//").unwrap_or(rest).split('?').next()?;
    // One in memory is none.
    if path.is_empty() || path.starts_with(':') {
        return None;
    }
    percent_decode_str(path).decode_utf8().ok().map(|path| PathBuf::from(path.into_owned()))
}

/// The error of a URL that no driver of this build opens. It shows no more of it than the scheme.
#[cold]
pub(crate) fn no_driver(url: &str) -> Error {
    let scheme = url.split_once(':').map(|(scheme, _)| scheme).filter(|scheme| is_scheme(scheme));
    let Some(scheme) = scheme else {
        let expected = suggest::expected(super::SCHEMES.iter().copied());
        return Error::new(Kind::Config, format!("the text is no URL; {expected} at its start"));
    };
    let known = ENGINES.iter().find(|engine| engine.scheme == scheme || engine.names.contains(&scheme));
    let message = match known.map(|engine| engine.feature) {
        Some(feature) => {
            format!("this build has no driver for `{scheme}:`; switch on the feature `{feature}` of `tablewright`")
        }
        None => {
            let known = ENGINES.iter().map(|engine| engine.scheme);
            format!("unknown scheme `{scheme}:`; {}", suggest::help(scheme, known))
        }
    };
    Error::new(Kind::Config, message)
}

/// Whether a text can be a scheme (<https://www.rfc-editor.org/rfc/rfc3986#section-3.1>). What stands before a colon may
/// also be the better part of a password, in a text of another form.
fn is_scheme(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.chars().all(|each| each.is_ascii_alphanumeric() || "+-.".contains(each))
}

/// All names, for messages.
pub(crate) fn names() -> impl Iterator<Item = &'static str> + Clone {
    ENGINES.iter().flat_map(|engine| engine.names.iter().copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_without_a_driver_says_what_to_do_and_shows_no_secret() {
        assert_eq!(no_driver("sqlit://secret").to_string(), "unknown scheme `sqlit:`; did you mean `sqlite`?");
        for (url, scheme, feature) in [
            ("firebird://u:secret@h/d", "firebird", "firebird"),
            ("mssql://u:secret@h/d", "mssql", "sqlserver"),
            ("oracle://u:secret@h/d", "oracle", "oracle"),
        ] {
            let expected =
                format!("this build has no driver for `{scheme}:`; switch on the feature `{feature}` of `tablewright`");
            assert_eq!(no_driver(url).to_string(), expected);
        }
        assert!(no_driver("u:secret").to_string().starts_with("unknown scheme `u:`"));
        assert!(!no_driver("secret").to_string().contains("secret"));
    }

    #[test]
    fn a_file_of_this_machine_is_known_by_its_url() {
        let file = |url: &str| local_file(url).map(|path| path.display().to_string());
        assert_eq!(file("sqlite://folder/my%20file.db?mode=ro").as_deref(), Some("folder/my file.db"));
        assert_eq!(file("sqlite:/a.db").as_deref(), Some("/a.db"));
        for url in ["sqlite::memory:", "sqlite:", "firebird://host/a.fdb", "postgres://host/a", "a.db"] {
            assert_eq!(file(url), None, "{url}");
        }
    }

    #[test]
    fn a_replica_is_of_the_same_family() {
        let speaks = |one: &str, other: &str| by_name(one).unwrap().speaks_with(by_name(other).unwrap());
        assert!(speaks("mysql", "mariadb") && speaks("postgres", "postgresql"));
        assert!(!speaks("mysql", "postgres") && !speaks("sqlite", "firebird"));
    }

    #[test]
    fn every_dialect_has_its_kind() {
        let dialects: Vec<_> = ENGINES.iter().map(|engine| engine.dialect).collect();
        assert_eq!(dialects, Dialect::ALL);
        assert_eq!(by_name("postgresql").map(|engine| engine.scheme), Some("postgres"));
    }
}
