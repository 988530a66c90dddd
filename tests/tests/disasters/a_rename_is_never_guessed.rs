//! Columns that look alike are not renamed into each other (dotnet/efcore#26875, #10334).

use tablewright_schema::diff::{Change, Verb, diff};

use crate::ground::people_and_visits;

#[test]
fn alike_columns_are_dropped_and_added() {
    let old = people_and_visits();
    let mut new = old.clone();
    for (column, name) in new[0].columns.to_mut().iter_mut().skip(1).zip(["nickname", "years"]) {
        column.name = name.into();
    }
    new[1].name = "calls".into();
    let changes = diff(&old, &new);
    assert!(changes.iter().all(|change| change.verb != Verb::Rename), "{changes:?}");
    let lost: Vec<String> = changes.iter().filter(|change| change.loses_data).map(Change::name).collect();
    assert_eq!(lost, ["people.name", "people.age", "visits"]);
}
