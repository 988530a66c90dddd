//! The kinds of databases that a configuration can name, and what each one's URL is made of.

use tablewright_schema::Dialect;

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
    },
    server(&["postgresql", "postgres"], "postgres", Dialect::Postgres, 5432),
    server(&["mysql"], "mysql", Dialect::Mysql, 3306),
    server(&["mariadb"], "mariadb", Dialect::Mariadb, 3306),
    Engine { place: Place::ServerFile { port: 3050 }, ..server(&["firebird"], "firebird", Dialect::Firebird, 3050) },
    server(&["sqlserver", "mssql"], "sqlserver", Dialect::SqlServer, 1433),
    server(&["oracle"], "oracle", Dialect::Oracle, 1521),
];

const fn server(names: &'static [&'static str], scheme: &'static str, dialect: Dialect, port: u16) -> Engine {
    Engine { names, scheme, dialect, place: Place::Server { port }, pool_setting: "pool_size" }
}

/// The kind of this name.
pub(crate) fn by_name(name: &str) -> Option<&'static Engine> {
    ENGINES.iter().find(|engine| engine.names.contains(&name))
}

/// All names, for messages.
pub(crate) fn names() -> impl Iterator<Item = &'static str> + Clone {
    ENGINES.iter().flat_map(|engine| engine.names.iter().copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dialect_has_its_kind() {
        let dialects: Vec<_> = ENGINES.iter().map(|engine| engine.dialect).collect();
        assert_eq!(dialects, Dialect::ALL);
        assert_eq!(by_name("postgresql").map(|engine| engine.scheme), Some("postgres"));
    }
}
