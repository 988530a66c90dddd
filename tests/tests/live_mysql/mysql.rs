//! MySQL is held to the conformance suite, and to what a server can do to its clients.

mod balanced;
mod called;
mod family;
mod full;
mod load;
mod sql;

const ENGINE: &str = "mysql";

tablewright_tests::conformance!(family::Server, if family::is_there());
