//! The plans of changes in each dialect are what their golden files say.

use tablewright_schema::Dialect;
use tablewright_tests::golden::{Golden, changes};

#[test]
fn plans_are_as_kept() {
    let mut golden = Golden::new("plan");
    for dialect in Dialect::ALL {
        golden.compare(format!("{dialect}.sql"), &changes::text(dialect));
    }
    golden.finish();
}
