//! Values that somebody gave for the rows that are there: what is wrong with them.

use super::{Fill, Refusal};
use crate::Dialect;
use crate::diff::{Matched, Pair};
use crate::expr::{self, Context};
use crate::model::{ColumnDef, TableDef};

/// What is wrong with the values that were given, and those that nothing asks for.
pub(super) fn refusals(matched: &Matched<'_>, dialect: Dialect, fill: &Fill) -> Vec<Refusal> {
    let wrong = fill.given.iter().filter_map(|(table, column, expression)| {
        let Some(pair) = matched.pairs.iter().find(|pair| pair.new.name == *table) else {
            let message = format!("the table `{table}` is new: there are no rows that need a value for `{column}`");
            return Some(Refusal { message, help: "leave the value away".to_owned() });
        };
        let column = pair.new.column(column)?;
        if !is_asked_for(pair, column) {
            let message = format!("no row needs a value for `{table}.{}`: nothing would be done with it", column.name);
            return Some(Refusal { message, help: "leave the value away, or write an UPDATE of your own".to_owned() });
        }
        let (message, help) = mistake(pair, column, expression, dialect)?;
        let message = format!("the value for `{table}.{}` is wrong: {message}", column.name);
        Some(Refusal { message, help })
    });
    wrong.collect()
}

/// Whether rows that are there get a value in it: it is added, or needs one from now on.
fn is_asked_for(pair: &Pair<'_>, column: &ColumnDef) -> bool {
    if column.generated.is_some() || column.auto_increment {
        return false;
    }
    let is_required = |def: &TableDef, column: &ColumnDef| !column.nullable || def.is_key(&column.name);
    pair.renamed_old.column(&column.name).is_none_or(|before| {
        before.generated.is_some() || is_required(pair.new, column) && !is_required(&pair.renamed_old, before)
    })
}

/// The first mistake in an expression, and what to do.
fn mistake(pair: &Pair<'_>, column: &ColumnDef, expression: &str, dialect: Dialect) -> Option<(String, String)> {
    let told = |error: expr::SyntaxError| {
        let message = format!("{}, at character {} of `{expression}`", error.message, error.offset + 1);
        (message, error.help.unwrap_or_else(|| "write it as in checks, as `lower(name)` or `'unknown'`".to_owned()))
    };
    let parsed = match expr::parse(expression) {
        Ok(parsed) => parsed,
        Err(error) => return Some(told(error)),
    };
    let stays = staying(pair);
    let is_known = |name: &String| pair.new.column(name).is_some() || pair.renamed_old.column(name).is_some();
    let moving = [pair.new, &pair.renamed_old].into_iter().flat_map(|def| expr::columns(expression, def));
    if let Some(name) = moving.filter(is_known).find(|name| stays.column(name).is_none()) {
        let message = format!("`{name}` comes, goes or becomes another type in the same migration");
        return Some((message, "add and fill the column in a migration before that".to_owned()));
    }
    if let Some(error) = expr::validate(&parsed, &stays, Context::Value).into_iter().next() {
        return Some(told(error));
    }
    if let Some(kind) = expr::misfit(&parsed, &stays, &column.data_type) {
        let wanted = crate::describe::data_type_name(&column.data_type);
        return Some((format!("it is {kind}, and the column holds {wanted}"), "give a value of that kind".to_owned()));
    }
    expr::render_value(expression, &stays, Some(&column.data_type), dialect).err().map(told)
}

/// The table with the columns alone that are the same before and after.
fn staying(pair: &Pair<'_>) -> TableDef {
    let is_same = |column: &&ColumnDef| {
        let before = pair.renamed_old.column(&column.name);
        before.is_some_and(|before| before.data_type == column.data_type && before.generated == column.generated)
    };
    let mut def = pair.new.clone();
    def.columns = pair.new.columns.iter().filter(is_same).cloned().collect::<Vec<_>>().into();
    def
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{DataType, Text};
    use crate::plan::plan;

    const TOWN: ColumnDef = ColumnDef::new("town", DataType::Varchar(20)).nullable();
    const OLD: ColumnDef = ColumnDef::new("old", DataType::Varchar(20)).nullable();

    fn people(columns: &[ColumnDef]) -> TableDef {
        let own = [ColumnDef::new("id", DataType::I64), ColumnDef::new("name", DataType::Varchar(20))];
        let mut def = TableDef::new("people", &[]).primary_key("pk_people", const { &[Text::Borrowed("id")] });
        def.columns = [&own, columns].concat().into();
        def
    }

    fn refused(old: &[ColumnDef], new: &[ColumnDef], column: &str, expression: &str) -> Option<String> {
        let given = vec![("people".to_owned(), column.to_owned(), expression.to_owned())];
        let fill = Fill { given, ..Fill::default() };
        let told = Dialect::ALL.map(|dialect| {
            let refusals = plan(&[people(old)], &[people(new)], dialect, &fill).err()?;
            Some(format!("{}; {}", refusals[0].message, refusals[0].help))
        });
        assert!(told.iter().all(|one| *one == told[0]), "{told:?}");
        told[0].clone()
    }

    #[test]
    fn a_value_is_read_before_it_is_needed() {
        let added = |expression| refused(&[OLD], &[TOWN], "town", expression);
        assert_eq!(added("lower(name)"), None);
        assert_eq!(added("'unknown'"), None);
        assert!(added("lowr(name)").unwrap().contains("lowr"));
        assert!(added("lower(nmae)").unwrap().contains("did you mean `name`"));
        assert!(added("lower(old)").unwrap().contains("`old` comes, goes or becomes another type"));
        assert!(added("id + 1").unwrap().contains("the column holds"));
        assert!(added("").is_some());
    }

    #[test]
    fn a_value_that_nobody_needs_is_refused() {
        assert!(refused(&[TOWN], &[TOWN], "name", "'x'").unwrap().contains("no row needs a value"));
        let required = ColumnDef::new("town", DataType::Varchar(20));
        assert_eq!(refused(&[TOWN], &[required], "town", "'x'"), None);
        let given = vec![("people".to_owned(), "name".to_owned(), "'x'".to_owned())];
        let fill = Fill { given, ..Fill::default() };
        let error = plan(&[], &[people(&[])], Dialect::Sqlite, &fill).unwrap_err();
        assert!(error[0].message.contains("is new"), "{}", error[0].message);
    }
}
