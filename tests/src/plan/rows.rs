//! The rows of random tables: what they hold, also what they should not, and what is there afterwards.

use std::collections::BTreeMap;

use tablewright::{Database, Executor, HandwrittenSql, Kind, Param};
use tablewright_schema::model::DataType;

use super::random::{Column, Table, World};
use super::value::{NULL, becomes, null, param, read};

/// Every table is filled with so many rows.
pub const ROWS: usize = 4;

/// The values of a column, row by row.
pub type Values = BTreeMap<(usize, usize), Vec<String>>;

/// Fills the tables. What a check of theirs does not let in is left out; whether there was nothing of it.
pub async fn fill(db: &Database, world: &World) -> Result<bool, String> {
    let mut is_complete = true;
    for table in &world.tables {
        for row in 1..=ROWS {
            let value = |column: &Column| if table.is_link(column.id) { None } else { world.value(table, column, row) };
            if let Err(error) = insert(db, table, row, value).await {
                tolerated(error, &[Kind::Check]).map_err(told)?;
                is_complete = false;
            }
        }
    }
    // Rows refer to each other once they are all there.
    for table in &world.tables {
        for column in table.columns.iter().filter(|column| table.is_link(column.id)) {
            for row in 1..=ROWS {
                if let Some(value) = world.value(table, column, row) {
                    let set = update(db, table, column, row, &value).await;
                    set.or_else(|error| tolerated(error, &[Kind::ForeignKey, Kind::Check])).map_err(told)?;
                }
            }
        }
    }
    Ok(is_complete)
}

/// Adds what a change may not like: the same values twice, what hardly fits, and what points to nothing.
pub async fn spoil(db: &Database, world: &World) -> Result<(), String> {
    let refused = [Kind::Unique, Kind::Check, Kind::ForeignKey, Kind::NotNull];
    for table in &world.tables {
        let twin = |column: &Column| if table.is_link(column.id) { None } else { world.value(table, column, 1) };
        let extreme = |column: &Column| {
            if table.is_link(column.id) {
                return None;
            }
            column.flavour.extreme(&column.data_type).or_else(|| world.value(table, column, 7))
        };
        insert(db, table, ROWS + 1, twin).await.or_else(|error| tolerated(error, &refused)).map_err(told)?;
        insert(db, table, ROWS + 2, extreme).await.or_else(|error| tolerated(error, &refused)).map_err(told)?;
        for reference in table.references.iter().filter(|reference| !reference.enforced) {
            for column in reference.columns.iter().filter_map(|id| table.column(*id)) {
                let value = if matches!(column.data_type, DataType::Varchar(_)) { "nobody" } else { "999" };
                if column.data_type != DataType::Date {
                    update(db, table, column, 1, value)
                        .await
                        .or_else(|error| tolerated(error, &refused))
                        .map_err(told)?;
                }
            }
        }
    }
    Ok(())
}

/// The values of all columns that hold some.
pub async fn values(db: &Database, world: &World) -> Result<Values, String> {
    let mut all = Values::new();
    for table in &world.tables {
        all.insert((table.id, 0), ids(db, table).await?);
        for column in table.columns.iter().filter(|column| column.generated.is_none()) {
            all.insert((table.id, column.id), texts(db, table, &column.name, &column.data_type).await?);
        }
    }
    Ok(all)
}

async fn ids(db: &Database, table: &Table) -> Result<Vec<String>, String> {
    texts(db, table, "id", &table.id_type).await
}

async fn texts(db: &Database, table: &Table, column: &str, data_type: &DataType) -> Result<Vec<String>, String> {
    let dialect = db.dialect();
    let [column, table, id] = [column, &table.name, "id"].map(|name| dialect.quoted(name));
    let sql = format!("SELECT {column} FROM {table} ORDER BY {id}");
    db.fetch_sql(&sql, &[], |row| read(row, data_type)).await.map_err(|error| format!("{error}: {sql}"))
}

/// Whether each value that was there is there, in the type that its column has now; those of `via` are what became of them
/// meanwhile.
pub fn kept(was: &Values, before: &World, is: &Values, after: &World, via: Option<&World>) -> Result<(), String> {
    for ((table, column), was) in was {
        let (Some(is), Some(new), Some(old)) = (is.get(&(*table, *column)), after.table(*table), before.table(*table))
        else {
            continue;
        };
        let types = old.column(*column).zip(new.column(*column)).map(|(from, to)| {
            let meanwhile = via.and_then(|world| world.table(*table)).and_then(|table| table.column(*column));
            (&from.data_type, meanwhile.unwrap_or(to), to)
        });
        // What was dropped meanwhile is gone.
        let dropped = via.is_some_and(|world| {
            world.table(*table).is_none_or(|table| *column > 0 && table.column(*column).is_none())
        });
        if dropped {
            continue;
        }
        let matches = |(was, is): (&String, &String)| match types {
            // NULLs are filled where a value is needed.
            Some((_, meanwhile, _)) if was == NULL && !meanwhile.nullable => true,
            Some((from, meanwhile, to)) => {
                let there = becomes(from, &meanwhile.data_type, was);
                becomes(&meanwhile.data_type, &to.data_type, &there) == *is
            }
            None => was == is,
        };
        if was.len() > is.len() || !was.iter().zip(is).all(matches) {
            let name = new.column(*column).map_or("id", |column| &column.name);
            return Err(format!("{}.{name}: {was:?} became {is:?}", new.name));
        }
    }
    Ok(())
}

/// Another row can be added, and its number is the next one.
pub async fn goes_on(db: &Database, world: &World, is_exact: bool) -> Result<(), String> {
    for table in &world.tables {
        let before = ids(db, table).await?;
        let value =
            |column: &Column| if table.is_link(column.id) { None } else { world.value(table, column, ROWS + 2) };
        let number = before.len() + 10;
        if let Err(error) = insert(db, table, number, value).await {
            // Its values may be those of another row, or not what a check wants.
            tolerated(error, &[Kind::Unique, Kind::Check]).map_err(|error| format!("another row: {}", told(error)))?;
            continue;
        }
        let largest = |ids: &[String]| ids.iter().filter_map(|id| id.parse::<i64>().ok()).max().unwrap_or(0);
        let (was, is) = (largest(&before), largest(&ids(db, table).await?));
        let is_next = if is_exact { is == was + 1 } else { is > was };
        if table.numbered && !before.is_empty() && !is_next {
            return Err(format!("the numbers of {} go on with {is} after {was}", table.name));
        }
    }
    Ok(())
}

/// Leaves the first row of each table.
pub async fn prune(db: &Database, world: &World) -> Result<(), String> {
    let dialect = db.dialect();
    for table in &world.tables {
        for column in table.columns.iter().filter(|column| table.is_link(column.id)) {
            let [table, column] = [&table.name, &column.name].map(|name| dialect.quoted(name));
            let sql = format!("UPDATE {table} SET {column} = NULL");
            db.execute_sql(&sql, &[]).await.map_err(|error| format!("{error}: {sql}"))?;
        }
    }
    for table in &world.tables {
        let [table, id] = [&table.name, "id"].map(|name| dialect.quoted(name));
        let sql = format!("DELETE FROM {table} WHERE {id} > 1");
        db.execute_sql(&sql, &[]).await.map_err(|error| format!("{error}: {sql}"))?;
    }
    Ok(())
}

async fn insert(
    db: &Database,
    table: &Table,
    row: usize,
    value: impl Fn(&Column) -> Option<String>,
) -> tablewright::Result<()> {
    let (mut columns, mut given) = (Vec::new(), Vec::new());
    for column in table.columns.iter().filter(|column| column.generated.is_none()) {
        columns.push(column.name.as_str());
        given.push((&column.data_type, value(column)));
    }
    if !table.numbered || columns.is_empty() {
        columns.push("id");
        given.push((&table.id_type, Some(row.to_string())));
    }
    let params: Vec<Param<'_>> = given
        .iter()
        .map(|(data_type, value)| value.as_deref().map_or_else(|| null(data_type), |value| param(data_type, value)))
        .collect();
    let dialect = db.dialect();
    let mut places = String::new();
    for number in 1..=params.len() {
        places.push_str(if number > 1 { ", " } else { "" });
        dialect.placeholder(number, &mut places);
    }
    let columns: Vec<String> = columns.iter().map(|name| dialect.quoted(name)).collect();
    let sql = format!("INSERT INTO {} ({}) VALUES ({places})", dialect.quoted(&table.name), columns.join(", "));
    db.execute_sql(&sql, &params).await.map(drop)
}

async fn update(db: &Database, table: &Table, column: &Column, row: usize, value: &str) -> tablewright::Result<()> {
    let dialect = db.dialect();
    let mut place = String::new();
    dialect.placeholder(1, &mut place);
    let [name, column_name, id] = [&table.name, &column.name, "id"].map(|name| dialect.quoted(name));
    let sql = format!("UPDATE {name} SET {column_name} = {place} WHERE {id} = {row}");
    db.execute_sql(&sql, &[param(&column.data_type, value)]).await.map(drop)
}

fn tolerated(error: tablewright::Error, kinds: &[Kind]) -> tablewright::Result<()> {
    if kinds.contains(&error.kind()) { Ok(()) } else { Err(error) }
}

fn told(error: impl std::fmt::Display) -> String {
    error.to_string()
}
