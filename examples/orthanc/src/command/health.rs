//! `health`: how each connection of the configuration is.

use anyhow::{Result, bail};
use tablewright::manager::{Health, State};
use tablewright_cli::DatabaseOptions;

use crate::show;

/// Asks all of them, and shows a table; fails if one does not answer.
pub async fn run(database: &DatabaseOptions) -> Result<()> {
    let health = database.manager()?.health().await;
    show::heading("Connections");
    show::table(&["name", "engine", "state", "version", "answer", "note"], health.iter().map(row));
    let down = health.iter().filter(|health| !health.is_up()).count();
    if down > 0 {
        bail!("{down} of {} connections are down", health.len());
    }
    Ok(())
}

fn row(health: &Health) -> [String; 6] {
    let mut engine = health.dialect.map(|dialect| dialect.to_string()).unwrap_or_default();
    let (state, version, answer, note) = match &health.state {
        State::Up { version, product, latency, pool } => {
            // Another product may speak the protocol of the engine.
            engine = product.as_ref().map_or(engine, |product| product.name.to_string());
            let pool = pool.map(|pool| format!("{} of {} connections open", pool.open, pool.most)).unwrap_or_default();
            ("up", version.clone(), format!("{:.1} ms", latency.as_secs_f64() * 1e3), pool)
        }
        State::Down(error) => ("down", String::new(), String::new(), error.to_string()),
        _ => ("unknown", String::new(), String::new(), String::new()),
    };
    [health.name.clone(), engine, state.to_owned(), version, answer, note]
}
