//! What the tests share: the workspace's own files, golden files, judges of SQL, and the conformance suite.

pub mod case;
pub mod drift;
pub mod golden;
pub mod judge;
pub mod keep;
pub mod kept_rows;
pub mod live;
pub mod migrations;
pub mod online;
pub mod plan;
pub mod process;
pub mod recorder;
pub mod runner;
pub mod samples;
pub mod secrets;
pub mod server;
pub mod source;
pub mod squash;
pub mod table;
pub mod traced;
pub mod truth;
pub mod way_back;

/// The README's example is compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;
