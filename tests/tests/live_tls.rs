//! TLS with real servers: what is asked for is done, and whoever is not whom the URL trusts is refused.
//!
//! `TABLEWRIGHT_TLS` names a folder with `ca.pem`, the authority that signed the servers' certificates for `localhost` and
//! not for an address, and `client.pem` and `client.key`, signed by it too. The servers' URLs name `127.0.0.1`.

use std::path::PathBuf;
use std::time::Duration;

use tablewright::driver::{Operation, Statement};
use tablewright::prelude::*;
use tablewright::{Executor, HandwrittenSql, Kind, Param};
use tablewright_tests::case::{
    Ability, EngineUnderTest, a_cancelled_task_leaves_nothing, bytes_come_back, concurrent_writers_lose_nothing,
    create_many_is_all_or_nothing,
};
use tablewright_tests::server::{self, fresh};
use tablewright_tests::source;
use tablewright_tests::table::Suite;

/// An engine over TLS.
struct Encrypted {
    name: &'static str,
    /// Asks which TLS the connection has.
    ask: &'static str,
}

const POSTGRES: Encrypted =
    Encrypted { name: "postgres", ask: "SELECT COALESCE(version, '') FROM pg_stat_ssl WHERE pid = pg_backend_pid()" };
const MYSQL: Encrypted = Encrypted {
    name: "mysql",
    ask: "SELECT VARIABLE_VALUE FROM performance_schema.session_status WHERE VARIABLE_NAME = 'Ssl_version'",
};
const MARIADB: Encrypted = Encrypted {
    name: "mariadb",
    ask: "SELECT VARIABLE_VALUE FROM information_schema.SESSION_STATUS WHERE VARIABLE_NAME = 'Ssl_version'",
};

impl EngineUnderTest for Encrypted {
    async fn database(&self) -> Database {
        let db = self.connect("127.0.0.1", &self.trusting("verify-ca")).await.unwrap();
        Suite::create(&db).await.unwrap();
        db
    }

    fn lacks(&self, _: Ability) -> bool {
        false
    }
}

impl Encrypted {
    fn is_there(&self) -> bool {
        server::url(self.name).is_some() && folder().is_some()
    }

    async fn connect(&self, host: &str, settings: &str) -> tablewright::Result<Database> {
        let url = fresh::url(self.name, "tls").await.replace("127.0.0.1", host);
        Database::connect(&format!("{url}{settings}")).await
    }

    /// The settings that trust the authority.
    fn trusting(&self, mode: &str) -> String {
        format!("sslmode={mode}&sslrootcert={}", folder().unwrap().join("ca.pem").display())
    }

    /// The TLS of a connection.
    async fn version(&self, db: &Database) -> String {
        db.fetch_sql(self.ask, &[], |row| row.get::<String>(0)).await.unwrap().pop().unwrap()
    }

    async fn is_refused(&self, host: &str, settings: &str) {
        let error = self.connect(host, settings).await.err().unwrap_or_else(|| panic!("{settings} is let in"));
        assert_eq!(error.kind(), Kind::Connect, "{error}");
        assert!(error.to_string().contains("certificate"), "{error}");
    }

    async fn a_mode_is_what_is_done(&self) {
        for (settings, has_tls) in [("sslmode=disable", false), ("sslmode=require", true), ("", true)] {
            let db = self.connect("127.0.0.1", settings).await.unwrap();
            let version = self.version(&db).await;
            assert_eq!(version.starts_with("TLSv1."), has_tls, "{settings}: {version}");
        }
    }

    async fn the_authority_decides(&self) {
        let db = self.connect("127.0.0.1", &self.trusting("verify-ca")).await.unwrap();
        assert!(self.version(&db).await.starts_with("TLSv1."));
        let stranger = source::root().join("tests/src/server/stranger.pem");
        self.is_refused("127.0.0.1", &format!("sslmode=verify-ca&sslrootcert={}", stranger.display())).await;
        // The system's authorities did not sign it.
        self.is_refused("127.0.0.1", "sslmode=verify-ca").await;
    }

    async fn the_name_decides(&self) {
        let settings = self.trusting("verify-full");
        let db = self.connect("localhost", &settings).await.unwrap();
        assert!(self.version(&db).await.starts_with("TLSv1."));
        self.is_refused("127.0.0.1", &settings).await;
        let stranger = source::root().join("tests/src/server/stranger.pem");
        self.is_refused("localhost", &format!("sslmode=verify-full&sslrootcert={}", stranger.display())).await;
    }

    /// A connection is stopped and mended over a second one, which is encrypted too.
    async fn a_call_that_is_cut_off_is_over(&self, sleep: &str) {
        let db = self.connect("127.0.0.1", &format!("{}&pool_size=2", self.trusting("verify-ca"))).await.unwrap();
        for _ in 0..3 {
            let call = db.fetch_sql(sleep, &[], |_| Ok(()));
            tokio::time::timeout(Duration::from_millis(100), call).await.unwrap_err();
            assert!(self.version(&db).await.starts_with("TLSv1."));
        }
    }

    /// What does not fit into the first record waits for an acknowledgement, 44 ms for each statement.
    async fn statements_for_many_rows_fit_into_a_record(&self) {
        let mut statements = Vec::new();
        for mode in ["sslmode=disable", "sslmode=require"] {
            let db = self.connect("127.0.0.1", &format!("{mode}&pool_size=1")).await.unwrap();
            db.execute_sql("CREATE TABLE notes (a VARCHAR(200) NOT NULL)", &[]).await.unwrap();
            let rows: Vec<Vec<_>> = (0..512).map(|row| vec![Param::from(format!("{row:0100}"))]).collect();
            let before = self.inserts(&db).await;
            let insert = Statement::built("INSERT INTO notes (a) VALUES (?)", Operation::Insert);
            assert_eq!(db.execute_many(insert, &rows).await.unwrap().rows, 512, "{mode}");
            statements.push(self.inserts(&db).await - before);
            db.execute_sql("DROP TABLE notes", &[]).await.unwrap();
        }
        // 512 texts of 100 bytes are one statement, or as many as have less than 16 KiB of them each.
        assert!(statements[0] == 1 && statements[1] > 3, "{statements:?}");
    }

    /// How many INSERTs there were on the connection.
    async fn inserts(&self, db: &Database) -> i64 {
        let ask = "SHOW SESSION STATUS LIKE 'Com_insert'";
        let found = db.fetch_sql(ask, &[], |row| row.get::<String>(1)).await.unwrap();
        found[0].parse().unwrap()
    }

    /// The server would offer TLS on a socket too, whose path is no name that a certificate could have.
    async fn a_socket_needs_none(&self) {
        let db = self.connect("127.0.0.1", "").await.unwrap();
        let socket = db.fetch_sql("SELECT @@socket", &[], |row| row.get::<String>(0)).await.unwrap().pop().unwrap();
        let url = server::url(self.name).unwrap();
        let (login, _) = url.rsplit_once('@').unwrap();
        for settings in ["", "?sslmode=require"] {
            let db = Database::connect(&format!("{login}@{}/{settings}", socket.replace('/', "%2F"))).await.unwrap();
            assert_eq!(self.version(&db).await, "", "{settings}");
        }
    }
}

fn folder() -> Option<PathBuf> {
    let folder = std::env::var_os("TABLEWRIGHT_TLS").map(PathBuf::from);
    if folder.is_none() {
        assert!(std::env::var_os("CI").is_none_or(|value| value != "true"), "no TABLEWRIGHT_TLS");
        eprintln!("skipped: no TABLEWRIGHT_TLS");
    }
    folder
}

macro_rules! held {
    ($name:ident, $engine:expr, $sleep:literal, $($claim:ident)+) => {
        mod $name {
            use super::*;

            #[tokio::test]
            async fn a_call_that_is_cut_off_is_over() {
                if $engine.is_there() {
                    $engine.a_call_that_is_cut_off_is_over($sleep).await;
                }
            }

            #[tokio::test]
            async fn a_mode_is_what_is_done() {
                if $engine.is_there() {
                    $engine.a_mode_is_what_is_done().await;
                }
            }

            #[tokio::test]
            async fn the_authority_decides() {
                if $engine.is_there() {
                    $engine.the_authority_decides().await;
                }
            }

            #[tokio::test]
            async fn the_name_decides() {
                if $engine.is_there() {
                    $engine.the_name_decides().await;
                }
            }

            $(#[tokio::test(flavor = "multi_thread")]
            async fn $claim() {
                if $engine.is_there() {
                    super::$claim::holds(&$engine).await;
                }
            })+
        }
    };
    ($name:ident, $engine:expr, $sleep:literal) => {
        held! {
            $name, $engine, $sleep,
            a_cancelled_task_leaves_nothing bytes_come_back concurrent_writers_lose_nothing create_many_is_all_or_nothing
        }
    };
}

held!(postgres, POSTGRES, "SELECT pg_sleep(60)::text");
held!(mysql, MYSQL, "SELECT SLEEP(60)");
held!(mariadb, MARIADB, "SELECT SLEEP(60)");

#[tokio::test]
async fn postgres_is_shown_a_client_s_certificate() {
    if !POSTGRES.is_there() {
        return;
    }
    let folder = folder().unwrap();
    let files = ["client.pem", "client.key"].map(|name| folder.join(name).display().to_string());
    let [certificate, key] = files;
    let db =
        POSTGRES.connect("127.0.0.1", &format!("sslmode=require&sslcert={certificate}&sslkey={key}")).await.unwrap();
    let ask = "SELECT client_dn FROM pg_stat_ssl WHERE pid = pg_backend_pid()";
    assert_eq!(db.fetch_sql(ask, &[], |row| row.get::<String>(0)).await.unwrap(), ["/CN=test"]);
}

#[tokio::test]
async fn mysql_s_socket_needs_none() {
    if MYSQL.is_there() {
        MYSQL.a_socket_needs_none().await;
    }
}

#[tokio::test]
async fn mysql_s_statements_for_many_rows_fit_into_a_record() {
    if MYSQL.is_there() {
        MYSQL.statements_for_many_rows_fit_into_a_record().await;
    }
}

#[tokio::test]
async fn mariadb_s_statements_for_many_rows_fit_into_a_record() {
    if MARIADB.is_there() {
        MARIADB.statements_for_many_rows_fit_into_a_record().await;
    }
}

#[tokio::test]
async fn mariadb_s_socket_needs_none() {
    if MARIADB.is_there() {
        MARIADB.a_socket_needs_none().await;
    }
}
