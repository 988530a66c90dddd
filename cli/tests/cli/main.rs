//! The command as users run it: on a folder and SQLite, on crates that cargo builds, on the servers that there are.

mod command;
#[cfg(feature = "live")]
mod live;
mod package;
mod sqlite;
// Pseudo-terminals are those of Unix.
#[cfg(unix)]
mod terminal;
