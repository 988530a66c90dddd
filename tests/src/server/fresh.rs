//! New databases on a server for a test, dropped when its thread ends: after its runtime, and also if it fails.

use std::cell::RefCell;
use std::sync::atomic::{AtomicU32, Ordering};

use tablewright::driver::{Operation, Statement};
use tablewright::{Database, Executor};

/// The URL of a new database without tables on PostgreSQL, MySQL or MariaDB; its settings can be added.
///
/// # Panics
/// If it cannot be made.
pub async fn url(engine: &str, purpose: &str) -> String {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let server = super::url(engine).expect("a test that asks for a database has a server");
    // Another run may be on the same server.
    let name = format!("tablewright_{purpose}_{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
    let (drop, create) = match engine {
        "postgres" => (
            format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"),
            format!("CREATE DATABASE {name} TEMPLATE template0"),
        ),
        _ => (format!("DROP DATABASE IF EXISTS {name}"), format!("CREATE DATABASE {name}")),
    };
    // What an earlier run left that was killed.
    for sql in [&drop, &create] {
        run(&server, sql).await.expect("a new database");
    }
    let (place, _) = server.rsplit_once('/').expect("a URL with a database");
    let url = format!("{place}/{name}?");
    MADE.with_borrow_mut(|made| made.push(Removal { server, drop }));
    url
}

thread_local! {
    static MADE: RefCell<Vec<Removal>> = const { RefCell::new(Vec::new()) };
}

/// Drops a database when dropped itself.
struct Removal {
    server: String,
    drop: String,
}

impl Drop for Removal {
    fn drop(&mut self) {
        // This thread is ending, and may be a runtime's own.
        let gone = std::thread::scope(|scope| {
            scope
                .spawn(|| {
                    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().ok()?;
                    runtime.block_on(run(&self.server, &self.drop)).ok()
                })
                .join()
        });
        if !matches!(gone, Ok(Some(()))) {
            eprintln!("left behind: {}", self.drop);
        }
    }
}

async fn run(server: &str, sql: &str) -> tablewright::Result<()> {
    let server = Database::connect(server).await?;
    server.execute(Statement::built(sql, Operation::Ddl), &[]).await?;
    server.close().await
}
