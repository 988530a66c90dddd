//! The order in which the tables of a schema are created, and the references that must wait until all are there.

use crate::ddl::{ForeignKeyDdl, TableDdl};
use crate::model::TableDef;

/// An order of tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// The positions of the tables, those that others refer to first; otherwise as they were given.
    pub tables: Vec<usize>,
    /// The references that close a cycle: which table, which of its foreign keys.
    pub late: Vec<(usize, usize)>,
}

/// The order for these tables. Tables that are not in the list are taken to be there.
pub fn order(tables: &[&TableDef]) -> Order {
    let targets: Vec<Vec<Option<usize>>> = tables
        .iter()
        .map(|def| {
            def.foreign_keys.iter().map(|key| tables.iter().position(|other| other.name == key.target)).collect()
        })
        .collect();
    let mut order = Order { tables: Vec::with_capacity(tables.len()), late: Vec::new() };
    let mut placed = vec![false; tables.len()];
    while let Some(next) = next(&targets, &placed) {
        for (key, target) in targets[next].iter().enumerate() {
            if target.is_some_and(|target| target != next && !placed[target]) {
                order.late.push((next, key));
            }
        }
        placed[next] = true;
        order.tables.push(next);
    }
    order
}

/// The first table that waits for nothing; if all wait, the first that waits for itself by way of others.
fn next(targets: &[Vec<Option<usize>>], placed: &[bool]) -> Option<usize> {
    let waiting = || (0..targets.len()).filter(|table| !placed[*table]);
    let open = |table: usize| {
        targets[table].iter().flatten().copied().filter(move |target| !placed[*target] && *target != table)
    };
    waiting().find(|table| open(*table).next().is_none()).or_else(|| {
        waiting().find(|start| {
            let mut seen = vec![false; targets.len()];
            let mut stack: Vec<usize> = open(*start).collect();
            while let Some(table) = stack.pop() {
                if table == *start {
                    return true;
                }
                if !std::mem::replace(&mut seen[table], true) {
                    stack.extend(open(table));
                }
            }
            false
        })
    })
}

/// The statements that create a schema, in order.
pub fn create(tables: &[(&TableDef, TableDdl)]) -> Vec<String> {
    let order = order_of(tables);
    let mut statements = Vec::new();
    for &table in &order.tables {
        let ddl = &tables[table].1;
        let mut create = ddl.head.clone();
        for (position, key) in ddl.foreign_keys.iter().enumerate() {
            if !waits(&order, table, position, key) {
                create.push_str(", ");
                create.push_str(&key.clause);
            }
        }
        create.push_str(&ddl.tail);
        statements.push(create);
        statements.extend(ddl.after.iter().cloned());
    }
    statements.extend(late(tables, &order).filter_map(|key| key.add.clone()));
    statements
}

/// The statements that drop a schema, in order.
pub fn drop(tables: &[(&TableDef, TableDdl)]) -> Vec<String> {
    let order = order_of(tables);
    let mut statements: Vec<String> = late(tables, &order).filter_map(|key| key.drop.clone()).collect();
    statements.extend(order.tables.iter().rev().map(|table| tables[*table].1.drop.clone()));
    statements
}

fn order_of(tables: &[(&TableDef, TableDdl)]) -> Order {
    order(&tables.iter().map(|(def, _)| *def).collect::<Vec<_>>())
}

/// Whether a reference is added later: it closes a cycle, and the engine can.
fn waits(order: &Order, table: usize, position: usize, key: &ForeignKeyDdl) -> bool {
    key.add.is_some() && order.late.contains(&(table, position))
}

fn late<'a>(tables: &'a [(&TableDef, TableDdl)], order: &'a Order) -> impl Iterator<Item = &'a ForeignKeyDdl> {
    order.late.iter().filter_map(|(table, position)| tables[*table].1.foreign_keys.get(*position))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialect::{Dialect, render};
    use crate::model::{ColumnDef, DataType, ForeignKeyDef, Text};

    fn table(name: &'static str, targets: &[&'static str]) -> TableDef {
        let mut def = TableDef::new(name, &[]).primary_key("pk", const { &[Text::Borrowed("id")] });
        let mut columns = vec![ColumnDef::new("id", DataType::I64)];
        let mut keys = Vec::new();
        for target in targets {
            let column: Text = format!("{target}_id").into();
            let mut definition = ColumnDef::new("", DataType::I64).nullable();
            definition.name = column.clone();
            columns.push(definition);
            let mut key = ForeignKeyDef::new("", &[], target, const { &[Text::Borrowed("id")] });
            key.name = format!("fk_{name}_{target}").into();
            key.columns = vec![column].into();
            keys.push(key);
        }
        def.columns = columns.into();
        def.foreign_keys = keys.into();
        def
    }

    fn names(tables: &[TableDef]) -> (Vec<&str>, Vec<&str>) {
        let order = order(&tables.iter().collect::<Vec<_>>());
        let late = order.late.iter().map(|(table, key)| &*tables[*table].foreign_keys[*key].name).collect();
        (order.tables.iter().map(|table| &*tables[*table].name).collect(), late)
    }

    #[test]
    fn targets_come_first_and_the_rest_as_declared() {
        let tables = [table("c", &["b"]), table("x", &[]), table("b", &["a", "b"]), table("a", &["elsewhere"])];
        assert_eq!(names(&tables), (vec!["x", "a", "b", "c"], vec![]));
    }

    #[test]
    fn a_cycle_is_cut_where_it_is_a_cycle() {
        let tables = [table("a", &["b"]), table("b", &["c"]), table("c", &["b"]), table("d", &[])];
        assert_eq!(names(&tables), (vec!["d", "b", "a", "c"], vec!["fk_b_c"]));
    }

    #[test]
    fn what_closes_a_cycle_is_added_last_and_dropped_first() {
        let (a, b) = (table("a", &["b"]), table("b", &["a"]));
        let of = |dialect| [&a, &b].map(|def| (def, render(def, dialect).unwrap().0));
        let created = create(&of(Dialect::Postgres));
        assert_eq!(created.len(), 3);
        assert!(!created[0].contains("FOREIGN KEY") && created[1].contains("FOREIGN KEY"), "{created:#?}");
        assert_eq!(created[2], r#"ALTER TABLE "a" ADD CONSTRAINT "fk_a_b" FOREIGN KEY ("b_id") REFERENCES "b" ("id")"#);
        let dropped = drop(&of(Dialect::Postgres));
        assert_eq!(dropped, [r#"ALTER TABLE "a" DROP CONSTRAINT "fk_a_b""#, r#"DROP TABLE "b""#, r#"DROP TABLE "a""#]);
        let created = create(&of(Dialect::Sqlite));
        assert_eq!(created.len(), 2);
        assert!(created.iter().all(|sql| sql.contains("FOREIGN KEY")), "{created:#?}");
        assert_eq!(drop(&of(Dialect::Sqlite)), [r#"DROP TABLE "b""#, r#"DROP TABLE "a""#]);
    }
}
