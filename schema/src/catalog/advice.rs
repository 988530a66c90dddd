//! What is no difference of a table that is there, and worth knowing.

use super::Table;

/// That the columns stand in another order, if they do: only `SELECT *` and `INSERT` without names of columns see it.
pub fn order(expected: &Table, found: &Table) -> Option<String> {
    let common = |of: &Table, other: &Table| -> Vec<String> {
        let is_there = |name: &String| other.columns.iter().any(|column| column.name == *name);
        of.columns.iter().map(|column| column.name.clone()).filter(is_there).collect()
    };
    let (should, is) = (common(expected, found), common(found, expected));
    (should != is).then(|| {
        format!(
            "{}: the columns are in the order {}, in the schema {}",
            expected.name,
            is.join(", "),
            should.join(", ")
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Column;

    fn table(columns: &[&str]) -> Table {
        let column = |name: &&str| Column { name: (*name).to_owned(), ..Column::default() };
        Table { name: "people".to_owned(), columns: columns.iter().map(column).collect(), ..Table::default() }
    }

    #[test]
    fn another_order_is_told() {
        let should = table(&["id", "town", "age"]);
        for same in [&["id", "town", "age"][..], &["id", "more", "age"], &["town", "age"], &[]] {
            assert_eq!(order(&should, &table(same)), None, "{same:?}");
        }
        let told = order(&should, &table(&["id", "age", "more", "town"]));
        let wanted = "people: the columns are in the order id, age, town, in the schema id, town, age";
        assert_eq!(told.as_deref(), Some(wanted));
    }
}
