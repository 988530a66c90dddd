//! A new row, or new values for the row that has its key already.

use super::context::Context;
use super::dml;
use super::rules::Upsert;

/// The upsert for this key. Empty if nothing can collide there, or if the dialect cannot say which key decides.
///
/// Afterwards the row is what was given, apart from its primary key, which never changes.
pub(crate) fn upsert(context: &mut Context<'_>, target: &[&str]) -> String {
    let def = context.def;
    let insertable: Vec<&str> = def.insertable().map(|column| &*column.name).collect();
    if !target.iter().all(|column| insertable.contains(column)) {
        return String::new();
    }
    let changes: Vec<&str> =
        insertable.iter().copied().filter(|column| !target.contains(column) && !def.is_key(column)).collect();
    let by_key = def.primary_key.columns.iter().eq(target);
    let keeps_key = by_key || !insertable.iter().any(|column| def.is_key(column));
    match context.rules.upsert() {
        style @ Upsert::OnConflict => dml::on_conflict(context, target, &changes, style),
        style @ Upsert::OnDuplicateKey if keys(context) == 1 => dml::on_conflict(context, target, &changes, style),
        Upsert::OnDuplicateKey => String::new(),
        Upsert::UpdateOrInsert if keeps_key => update_or_insert(context, target),
        Upsert::UpdateOrInsert | Upsert::Merge => merge(context, target, &changes),
    }
}

/// How many keys a new row can collide with.
fn keys(context: &Context<'_>) -> usize {
    let def = context.def;
    let given = |column: &str| def.column(column).is_some_and(|column| column.is_insertable());
    let mut keys: Vec<Vec<&str>> = def.uniques.iter().map(|unique| list(&unique.columns)).collect();
    keys.push(list(&def.primary_key.columns));
    keys.retain(|columns| columns.iter().any(|column| given(column)));
    // An index over expressions collides too, whatever its columns.
    for index in def.indexes.iter().filter(|index| index.unique) {
        let columns: Vec<&str> = index.columns().collect();
        if columns.len() < index.parts.len() || !keys.contains(&columns) {
            keys.push(columns);
        }
    }
    keys.len()
}

fn list(columns: &[crate::model::Text]) -> Vec<&str> {
    columns.iter().map(|column| &**column).collect()
}

/// <https://firebirdsql.org/file/documentation/html/en/refdocs/fblangref40/firebird-40-language-reference.html#fblangref40-dml-update-or-insert>
fn update_or_insert(context: &mut Context<'_>, target: &[&str]) -> String {
    let def = context.def;
    let columns = context.list(def.insertable().map(|column| &*column.name));
    let values = dml::values(context).join(", ");
    format!(
        "UPDATE OR INSERT INTO {} ({columns}) VALUES ({values}) MATCHING ({}) RETURNING {}",
        context.table(),
        context.list(target.iter().copied()),
        context.list(def.columns.iter().map(|column| &*column.name)),
    )
}

/// `MERGE`, with the new row as a table of one row.
fn merge(context: &mut Context<'_>, target: &[&str], changes: &[&str]) -> String {
    let def = context.def;
    let form = context.rules.merge();
    let columns: Vec<&str> = def.insertable().map(|column| &*column.name).collect();
    let mut values = Vec::new();
    for (position, (value, column)) in dml::values(context).into_iter().zip(def.insertable()).enumerate() {
        let parameter = dml::parameter(context, position + 1);
        let plain = form.typed && value == parameter;
        values.push(if plain { dml::cast(context, column, &parameter) } else { value });
    }
    let source = match form.source {
        MergeSource::Values => {
            format!("(VALUES ({})) AS s ({})", values.join(", "), context.list(columns.iter().copied()))
        }
        MergeSource::Select(from) => {
            let named: Vec<String> = values
                .iter()
                .zip(&columns)
                .map(|(value, column)| format!("{value} AS {}", context.quote(column)))
                .collect();
            format!("(SELECT {} FROM {from}) s", named.join(", "))
        }
    };
    let of = |alias: &str, column: &str| format!("{alias}.{}", context.quote(column));
    let same: Vec<String> = target.iter().map(|column| format!("{} = {}", of("t", column), of("s", column))).collect();
    let mut sql = format!("MERGE INTO {}{} USING {source} ON ({})", context.table(), form.alias, same.join(" AND "));
    if !changes.is_empty() {
        let set: Vec<String> =
            changes.iter().map(|column| format!("{} = {}", context.quote(column), of("s", column))).collect();
        sql.push_str(&format!(" WHEN MATCHED THEN UPDATE SET {}", set.join(", ")));
    }
    let given: Vec<String> = columns.iter().map(|column| of("s", column)).collect();
    sql.push_str(&format!(
        " WHEN NOT MATCHED THEN INSERT ({}) VALUES ({})",
        context.list(columns.iter().copied()),
        given.join(", ")
    ));
    let all: Vec<&str> = def.columns.iter().map(|column| &*column.name).collect();
    match form.back {
        MergeBack::Output => {
            let all: Vec<String> = all.iter().map(|column| format!("INSERTED.{}", context.quote(column))).collect();
            sql.push_str(&format!(" OUTPUT {};", all.join(", ")));
        }
        MergeBack::Returning => {
            let all: Vec<String> = all.iter().map(|column| of("t", column)).collect();
            sql.push_str(&format!(" RETURNING {}", all.join(", ")));
        }
        MergeBack::Nothing => {}
    }
    sql
}

/// How a dialect writes MERGE.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct MergeForm {
    /// What follows the table's name: hints, and the alias `t`.
    pub(crate) alias: &'static str,
    pub(crate) source: MergeSource,
    /// Whether parameters need their types there.
    pub(crate) typed: bool,
    pub(crate) back: MergeBack,
}

/// Where the new row stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MergeSource {
    /// In `VALUES`.
    Values,
    /// In a SELECT from this table of one row.
    Select(&'static str),
}

/// How the row is given back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MergeBack {
    /// `OUTPUT`, and the semicolon that T-SQL wants at the end of a MERGE.
    Output,
    /// `RETURNING`.
    Returning,
    /// Not at all.
    Nothing,
}
