//! Database servers for a test: started in a folder of their own, stopped when the test ends.

#[cfg(target_os = "linux")]
pub mod crash;
#[cfg(feature = "firebird")]
pub mod firebird;
pub mod fresh;
pub mod postgres;

/// The URL of an engine's server, from `TABLEWRIGHT_<ENGINE>_URL`. Without it there is nothing to test, and it says so.
///
/// # Panics
/// If the variable is missing where nothing may be left out.
pub fn url(engine: &str) -> Option<String> {
    let variable = format!("TABLEWRIGHT_{}_URL", engine.to_uppercase());
    let url = std::env::var(&variable).ok();
    if url.is_none() {
        assert!(std::env::var_os("CI").is_none_or(|value| value != "true"), "no {variable}");
        eprintln!("skipped: no {variable}");
    }
    url
}
