//! Where the database is and how it is opened, out of a URL.

use std::path::PathBuf;
use std::time::Duration;

use percent_encoding::percent_decode_str;

use crate::driver::engine::MOST_READERS;
use crate::error::{Error, Kind, Result};

/// The settings of a SQLite database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The file, or memory.
    pub location: Location,
    /// Whether it may be made or changed.
    pub mode: Mode,
    /// How long a statement waits for a lock that another process holds.
    pub busy_timeout: Duration,
    /// How long a statement waits for a connection of this program.
    pub acquire_timeout: Duration,
    /// How many connections read beside the one that writes.
    pub readers: usize,
    /// Whether each commit waits for the disk.
    pub synchronous: Synchronous,
}

/// Where the database is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Location {
    /// In memory, gone when closed.
    Memory,
    /// In a file.
    File(PathBuf),
}

/// Whether the file may be made or changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// `ro`: read only.
    ReadOnly,
    /// `rw`: the file must be there.
    ReadWrite,
    /// `rwc`: the file is made if it is missing.
    Create,
}

/// What a commit waits for (<https://www.sqlite.org/pragma.html#pragma_synchronous>).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Synchronous {
    /// Safe against a crash of the program; a power cut may lose the last commits, but never damages the file.
    Normal,
    /// Safe against a power cut too; each commit waits for the disk.
    Full,
}

const KEYS: [&str; 5] = ["mode", "busy_timeout", "acquire_timeout", "readers", "synchronous"];

impl Options {
    /// Reads `sqlite:PATH`, `sqlite://PATH` or `sqlite::memory:`, each with `?key=value&..`. The path is percent-decoded.
    ///
    /// # Errors
    /// Of kind `Config` for an unknown key or a value that does not fit it.
    pub fn parse(url: &str) -> Result<Self> {
        let Some(rest) = url.strip_prefix("sqlite://").or_else(|| url.strip_prefix("sqlite:")) else {
            return Err(config("a SQLite URL starts with `sqlite:`".to_owned()));
        };
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        let location = match path {
            "" => {
                return Err(config(
                    "the URL names no file: write `sqlite://path/to.db` or `sqlite::memory:`".to_owned(),
                ));
            }
            ":memory:" => Location::Memory,
            path => Location::File(decoded(path)?),
        };
        let mut options = Self {
            location,
            mode: Mode::Create,
            busy_timeout: Duration::from_secs(5),
            acquire_timeout: Duration::from_secs(30),
            readers: std::thread::available_parallelism().map_or(4, usize::from).clamp(2, 8),
            synchronous: Synchronous::Normal,
        };
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            options.set(key, value)?;
        }
        Ok(options)
    }

    fn set(&mut self, key: &str, value: &str) -> Result<()> {
        match key {
            "mode" => {
                self.mode =
                    one_of(key, value, &[("ro", Mode::ReadOnly), ("rw", Mode::ReadWrite), ("rwc", Mode::Create)])?
            }
            "busy_timeout" => self.busy_timeout = milliseconds(key, value)?,
            "acquire_timeout" => self.acquire_timeout = milliseconds(key, value)?,
            "readers" => {
                let readers = value.parse().ok().filter(|readers| (1..=MOST_READERS as usize).contains(readers));
                self.readers =
                    readers.ok_or_else(|| config(format!("`readers={value}`: expected a number from 1 to 64")))?;
            }
            "synchronous" => {
                let known = [("normal", Synchronous::Normal), ("full", Synchronous::Full)];
                self.synchronous = one_of(key, value, &known)?;
            }
            _ => {
                let known = KEYS.map(|key| format!("`{key}`")).join(", ");
                return Err(config(format!("unknown key `{key}` in the URL, expected one of {known}")));
            }
        }
        Ok(())
    }
}

fn decoded(path: &str) -> Result<PathBuf> {
    let path = percent_decode_str(path).decode_utf8();
    let path = path.map_err(|_| config("the path in the URL is no UTF-8; write `%25` for `%`".to_owned()))?;
    Ok(PathBuf::from(path.into_owned()))
}

fn one_of<V: Copy>(key: &str, value: &str, known: &[(&str, V)]) -> Result<V> {
    known.iter().find(|(name, _)| *name == value).map(|(_, found)| *found).ok_or_else(|| {
        let names = known.iter().map(|(name, _)| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        config(format!("`{key}={value}`: expected one of {names}"))
    })
}

fn milliseconds(key: &str, value: &str) -> Result<Duration> {
    value
        .parse()
        .map(Duration::from_millis)
        .map_err(|_| config(format!("`{key}={value}`: expected a number of milliseconds")))
}

fn config(message: String) -> Error {
    Error::new(Kind::Config, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_names_the_file_and_the_settings() {
        let options = Options::parse("sqlite://data/a.db?mode=rw&busy_timeout=250&readers=3&synchronous=full").unwrap();
        assert_eq!(options.location, Location::File("data/a.db".into()));
        assert_eq!((options.mode, options.readers), (Mode::ReadWrite, 3));
        assert_eq!(options.busy_timeout, Duration::from_millis(250));
        assert_eq!(options.synchronous, Synchronous::Full);
        assert_eq!(Options::parse("sqlite::memory:").unwrap().location, Location::Memory);
        assert_eq!(Options::parse("sqlite://:memory:").unwrap().location, Location::Memory);
        for (path, location) in [
            ("d%C3%A9j%C3%A0%20vu%3F.db", "d\u{e9}j\u{e0} vu?.db"),
            ("d\u{e9}j\u{e0} vu.db", "d\u{e9}j\u{e0} vu.db"),
            ("100%.db", "100%.db"),
        ] {
            assert_eq!(Options::parse(&format!("sqlite:{path}")).unwrap().location, Location::File(location.into()));
        }
        assert!(Options::parse("sqlite:%ff.db").is_err());
    }

    #[test]
    fn mistakes_are_named_with_what_is_allowed() {
        let message = |url: &str| Options::parse(url).unwrap_err().to_string();
        assert_eq!(message("sqlite:a.db?mode=rx"), "`mode=rx`: expected one of `ro`, `rw`, `rwc`");
        assert!(message("sqlite:a.db?reader=1").starts_with("unknown key `reader` in the URL, expected one of `mode`"));
        assert!(message("sqlite:a.db?readers=0").ends_with("expected a number from 1 to 64"));
        assert!(message("sqlite:").contains("names no file"));
    }
}
