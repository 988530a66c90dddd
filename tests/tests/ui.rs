//! What the compiler says for each way of getting a table wrong: one mistake a file, and the messages beside it.
//!
//! The messages are those of the compiler that `.ci` pins; `TRYBUILD=overwrite cargo test -p tablewright-tests --test ui`
//! writes them anew.

#[test]
fn ui() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("ui/*/*.rs");
}
