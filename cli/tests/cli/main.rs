//! The command as users run it: on a folder and SQLite, on crates that cargo builds, on the servers that there are.

mod command;
mod database;
#[cfg(feature = "live")]
mod live;
// Closed pipes are those of Unix.
#[cfg(unix)]
mod output;
mod package;
mod sqlite;
// Pseudo-terminals are those of Unix.
#[cfg(unix)]
mod terminal;
mod way_back;
