//! What each dialect makes of what a table uses: natively, by other means with the same meaning, or not at all.

use super::rules::{Ability, Comments, Directions, Event, ExpressionIndex, Partial, Rules, UniqueNulls};
use super::syntax::Storage;
use super::{Dialect, render};
use crate::describe::data_type_name;
use crate::model::{Action, ColumnDefault, DataType, IndexPart, TableDef};

/// A thing that a table uses, and what each dialect makes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The thing: `varchar(50)`, `default now`, `on delete CASCADE`.
    pub feature: String,
    /// In the order of [`Dialect::ALL`].
    pub support: [Support; Dialect::COUNT],
}

/// What a dialect makes of a thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Support {
    /// The engine has it.
    Native,
    /// The same meaning by other means: which.
    Emulated(String),
    /// It cannot be had: why.
    Refused(String),
}

impl Support {
    /// The one word for it.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Native => "native",
            Self::Emulated(_) => "emulated",
            Self::Refused(_) => "refused",
        }
    }

    /// By which other means, or why not.
    pub fn note(&self) -> Option<&str> {
        match self {
            Self::Native => None,
            Self::Emulated(note) | Self::Refused(note) => Some(note),
        }
    }

    fn by(note: &str) -> Self {
        Self::Emulated(note.to_owned())
    }

    fn able(ability: Ability) -> Self {
        match ability {
            Ability::Yes => Self::Native,
            Ability::No(why) => Self::Refused(why.to_owned()),
        }
    }
}

/// A question to a dialect.
type Question<'a> = Box<dyn Fn(&'static dyn Rules) -> Support + 'a>;

/// The rows of a table, each feature once, in the order in which the table uses them; the last one is the whole table, as
/// the rules about widths and combinations judge it.
pub fn table(def: &TableDef) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for (feature, question) in features(def) {
        if rows.iter().all(|row| row.feature != feature) {
            rows.push(Row { feature, support: Dialect::ALL.map(|dialect| question(dialect.rules())) });
        }
    }
    let whole = Dialect::ALL.map(|dialect| match render(def, dialect) {
        Ok(_) if rows.iter().all(|row| row.support[dialect.index()] == Support::Native) => Support::Native,
        Ok(_) => Support::by("as said above"),
        Err(problems) => Support::Refused(problems.first().map(|problem| problem.message.clone()).unwrap_or_default()),
    });
    rows.push(Row { feature: "the whole table".to_owned(), support: whole });
    rows
}

fn features(def: &TableDef) -> Vec<(String, Question<'_>)> {
    let mut all: Vec<(String, Question<'_>)> = Vec::new();
    for column in def.columns.iter() {
        let data_type = &column.data_type;
        all.push((type_name(data_type), Box::new(move |rules| of_type(rules, data_type))));
        if column.auto_increment {
            all.push(("numbered rows".to_owned(), Box::new(|_| Support::Native)));
        }
        match &column.default {
            Some(ColumnDefault::Now) => {
                all.push((
                    format!("default now, {}", type_name(data_type)),
                    Box::new(move |rules| now(rules, data_type)),
                ));
            }
            Some(ColumnDefault::Uuid) => {
                all.push(("default uuid".to_owned(), Box::new(|_| Support::by("made by the client"))));
            }
            Some(ColumnDefault::Expression(_)) => {
                all.push((
                    "default of an expression".to_owned(),
                    Box::new(|rules| Support::able(rules.expression_default())),
                ));
            }
            Some(ColumnDefault::Literal(_)) | None => {}
        }
    }
    let has_comment = def.comment.is_some() || def.columns.iter().any(|column| column.comment.is_some());
    if has_comment {
        all.push(("comments".to_owned(), Box::new(comments)));
    }
    if def.uniques.iter().any(|unique| unique.columns.iter().any(|name| may_be_null(def, name))) {
        let several = def.uniques.iter().any(|unique| unique.columns.len() > 1);
        all.push(("unique over columns that may be NULL".to_owned(), Box::new(move |rules| nulls(rules, several))));
    }
    for index in def.indexes.iter() {
        if index.filter.is_some() {
            let unique = index.unique;
            all.push(("index of some rows".to_owned(), Box::new(move |rules| partial(rules, unique))));
        }
        if index.parts.iter().any(|part| matches!(part, IndexPart::Expression { .. })) {
            all.push(("index of an expression".to_owned(), Box::new(expression_index)));
        }
        let descending = index.parts.iter().filter(|part| part.is_descending()).count();
        if descending > 0 && descending < index.parts.len() {
            all.push(("index of mixed directions".to_owned(), Box::new(mixed)));
        }
    }
    for key in def.foreign_keys.iter() {
        for (event, word, action) in
            [(Event::Delete, "delete", key.on_delete), (Event::Update, "update", key.on_update)]
        {
            if action != Action::NoAction {
                let feature = format!("on {word} {}", action.sql());
                all.push((feature, Box::new(move |rules| acts(rules, event, action))));
            }
        }
    }
    all
}

fn may_be_null(def: &TableDef, name: &str) -> bool {
    def.column(name).is_some_and(|column| column.nullable)
}

/// Enumerations are one feature, whatever their values.
fn type_name(data_type: &DataType) -> String {
    match data_type {
        DataType::Enum(_) => "one of a list".to_owned(),
        other => data_type_name(other),
    }
}

fn of_type(rules: &dyn Rules, data_type: &DataType) -> Support {
    match rules.type_sql(data_type) {
        Err(limit) => Support::Refused(limit.message),
        Ok(sql) if sql.check.is_some() => Support::Emulated(format!("{} with a check", sql.name)),
        Ok(sql) if rules.emulates(data_type) || !matches!(rules.storage(data_type), Storage::Natural) => {
            Support::Emulated(sql.name)
        }
        Ok(_) => Support::Native,
    }
}

fn now(rules: &dyn Rules, data_type: &DataType) -> Support {
    match rules.now(data_type) {
        Some(_) => Support::Native,
        None => Support::by("made by the client; other writers have to give it"),
    }
}

fn comments(rules: &'static dyn Rules) -> Support {
    match rules.comments() {
        Comments::Nowhere => Support::by("left out: the database has no place for them"),
        Comments::Inline | Comments::Statement(_) => Support::Native,
    }
}

fn nulls(rules: &dyn Rules, several: bool) -> Support {
    match rules.unique_nulls() {
        UniqueNulls::Distinct => Support::Native,
        UniqueNulls::Equal => Support::by("a unique index of the rows without NULL"),
        UniqueNulls::EqualBesideValues if several => Support::by("a unique index of an expression"),
        UniqueNulls::EqualBesideValues => Support::Native,
    }
}

fn partial(rules: &dyn Rules, unique: bool) -> Support {
    match rules.partial_index() {
        Partial::Where | Partial::WhereIf(_) => Support::Native,
        Partial::UniqueByExpression(_) if unique => Support::by("a unique index of an expression"),
        Partial::UniqueByExpression(why) | Partial::No(why) => Support::Refused(why.to_owned()),
    }
}

fn expression_index(rules: &'static dyn Rules) -> Support {
    match rules.expression_index() {
        ExpressionIndex::InParentheses | ExpressionIndex::Bare | ExpressionIndex::ComputedBy(_) => Support::Native,
        ExpressionIndex::No(why) => Support::Refused(why.to_owned()),
    }
}

fn mixed(rules: &'static dyn Rules) -> Support {
    match rules.directions() {
        Directions::PerPart => Support::Native,
        Directions::PerIndex => Support::Refused("an index has one direction".to_owned()),
    }
}

fn acts(rules: &dyn Rules, event: Event, action: Action) -> Support {
    match (rules.action(event, action), action) {
        (Err(limit), _) => Support::Refused(limit.message),
        (Ok(Some(words)), _) if words == action.sql() => Support::Native,
        (Ok(Some(words)), _) => Support::Emulated(words.to_owned()),
        (Ok(None), _) => Support::by("NO ACTION, which refuses as well"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ColumnDef, IndexDef, Text};

    fn words(rows: &[Row], feature: &str) -> Vec<&'static str> {
        let row = rows.iter().find(|row| row.feature == feature).unwrap_or_else(|| panic!("{feature}"));
        row.support.iter().map(Support::word).collect()
    }

    #[test]
    fn a_table_has_a_row_for_what_it_uses() {
        let def = TableDef::new(
            "t",
            const {
                &[
                    ColumnDef::new("id", DataType::Uuid).default(ColumnDefault::Uuid),
                    ColumnDef::new("done", DataType::Bool),
                    ColumnDef::new("again", DataType::Bool),
                ]
            },
        )
        .primary_key("pk_t", const { &[Text::Borrowed("id")] })
        .indexes(const { &[IndexDef::new("ix", const { &[IndexPart::asc("done")] }).filter("again")] });
        let rows = table(&def);
        let features: Vec<_> = rows.iter().map(|row| row.feature.as_str()).collect();
        assert_eq!(features, ["uuid", "default uuid", "bool", "index of some rows", "the whole table"]);
        let (n, e, r) = ("native", "emulated", "refused");
        assert_eq!(words(&rows, "uuid"), [e, n, e, e, e, n, e]);
        assert_eq!(words(&rows, "bool"), [e, n, e, e, n, n, e]);
        assert_eq!(words(&rows, "index of some rows"), [n, n, r, r, r, n, r]);
        assert_eq!(words(&rows, "the whole table"), [e, e, r, r, r, e, r]);
    }
}
