//! The statements of the DAOs in each dialect are what their golden files say.

use tablewright_schema::Dialect;
use tablewright_tests::golden::{Golden, statements, text};

#[test]
fn statements_are_as_kept() {
    let mut golden = Golden::new("dml");
    for (case, statements_of) in statements::CASES {
        for dialect in Dialect::ALL {
            let statements = statements_of(dialect);
            let named = statements.iter().map(|statement| (statement.name.clone(), statement.sql.as_str()));
            golden.compare(format!("{case}/{dialect}.sql"), &text::of_statements(named));
        }
    }
    golden.finish();
}
