//! The kinds of databases that a configuration can name, and what each one's URL is made of.

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
    /// The feature that switches its driver on.
    pub(crate) feature: &'static str,
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

/// Every kind, whether or not this build has its driver.
pub(crate) const ENGINES: [Engine; Dialect::COUNT] = [
    Engine {
        names: &["sqlite"],
        scheme: "sqlite",
        dialect: Dialect::Sqlite,
        place: Place::File,
        pool_setting: "readers",
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
    Engine { names, scheme, dialect, place: Place::Server { port }, pool_setting: "pool_size", feature: scheme }
}

/// The kind of this name.
pub(crate) fn by_name(name: &str) -> Option<&'static Engine> {
    ENGINES.iter().find(|engine| engine.names.contains(&name))
}

/// The error of a URL that no driver of this build opens. It shows no more of it than the scheme.
#[cold]
pub(crate) fn no_driver(url: &str) -> Error {
    let Some((scheme, _)) = url.split_once(':') else {
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
    fn every_dialect_has_its_kind() {
        let dialects: Vec<_> = ENGINES.iter().map(|engine| engine.dialect).collect();
        assert_eq!(dialects, Dialect::ALL);
        assert_eq!(by_name("postgresql").map(|engine| engine.scheme), Some("postgres"));
    }
}
