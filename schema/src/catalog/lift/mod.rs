//! A table that is there, lifted to the definition that would make it, as far as our language has words for it.

mod data_type;
mod default;
mod expression;

use super::{Key, KeyForm, Part, Table, expected};
use crate::dialect::Dialect;
use crate::expr::{self, Expr};
use crate::model::{
    Action, CheckDef, ColumnDef, ForeignKeyDef, Generated, IndexDef, IndexPart, Key as KeyDef, TableDef, Text,
    UniqueDef,
};
use crate::name;

/// A definition, and what of the table it does not say.
#[derive(Debug, Clone, PartialEq)]
pub struct Lifted {
    /// The definition.
    pub def: TableDef,
    /// What it does not say, a sentence each.
    pub notes: Vec<String>,
}

/// Lifts a table; `all` are those that it may refer to.
pub fn lift(table: &Table, all: &[Table], dialect: Dialect) -> Lifted {
    let mut lift = Lift { table, dialect, def: TableDef::new("", &[]), notes: Vec::new(), used: Vec::new() };
    lift.def.name = table.name.clone().into();
    lift.def.comment = text(&table.comment);
    lift.nameable(&table.name, "the table");
    lift.types();
    lift.expressions();
    lift.keys();
    lift.checks();
    lift.references(all);
    Lifted { def: lift.def, notes: lift.notes }
}

struct Lift<'a> {
    table: &'a Table,
    dialect: Dialect,
    def: TableDef,
    notes: Vec<String>,
    /// The positions of the checks that come with a type.
    used: Vec<usize>,
}

fn text(text: &str) -> Option<Text> {
    (!text.is_empty()).then(|| text.to_owned().into())
}

fn texts(names: &[String]) -> Vec<Text> {
    names.iter().map(|name| name.clone().into()).collect()
}

impl Lift<'_> {
    fn note(&mut self, what: String) {
        self.notes.push(what);
    }

    fn nameable(&mut self, name: &str, what: &str) -> bool {
        let is_one = name::is_identifier(name);
        if !is_one {
            self.note(format!("{what} `{name}` has a name that not every engine takes"));
        }
        is_one
    }

    /// The columns with what can be said before all of them are known.
    fn types(&mut self) {
        let mut columns = Vec::new();
        for column in &self.table.columns {
            if !self.nameable(&column.name, "column") {
                continue;
            }
            let mut def = ColumnDef::new("", crate::model::DataType::Text);
            def.name = column.name.clone().into();
            match data_type::lift(self.table, column, self.dialect) {
                Some((data_type, check)) => {
                    def.data_type = data_type;
                    self.used.extend(check);
                }
                None => {
                    self.note(format!(
                        "column `{}` has the type {}, which is none of ours",
                        column.name, column.type_name
                    ));
                    continue;
                }
            }
            def.nullable = column.nullable;
            def.auto_increment = column.numbered;
            def.comment = text(&column.comment);
            columns.push(def);
        }
        self.def.columns = columns.into();
    }

    /// Defaults and computations, which speak of columns.
    fn expressions(&mut self) {
        let known = self.def.clone();
        let mut notes = Vec::new();
        for def in self.def.columns.to_mut() {
            let Some(column) = self.table.columns.iter().find(|column| column.name == *def.name) else { continue };
            if let Some(default) = &column.default {
                def.default = default::lift(default, &mut def.data_type, &known, self.dialect);
                if def.default.is_none() {
                    notes.push(format!("the default of column `{}` is {default}", column.name));
                }
            }
            if let Some(computed) = &column.computed {
                match read(&computed.expression, &known, self.dialect) {
                    Some(expression) => {
                        def.generated = Some(Generated { expression: expression.into(), stored: computed.stored });
                        // Whether it may be NULL is where an engine cannot say so in a check of its own.
                        let not_null = name::check(&self.table.name, &format!("{}_not_null", column.name));
                        if let Some(at) = self.table.checks.iter().position(|check| check.name == not_null) {
                            self.used.push(at);
                            def.nullable = false;
                        }
                    }
                    None => notes.push(format!("column `{}` is computed as {}", column.name, computed.expression)),
                }
            }
        }
        self.notes.extend(notes);
    }

    fn has(&self, columns: &[String]) -> bool {
        columns.iter().all(|name| self.def.column(name).is_some())
    }

    fn keys(&mut self) {
        let (mut uniques, mut indexes) = (Vec::new(), Vec::new());
        for key in &self.table.keys {
            let is_of_a_reference = self.dialect.indexes_references()
                && key.form == KeyForm::Index
                && self.table.references.iter().any(|reference| reference.name == key.name);
            let columns: Vec<String> =
                key.parts.iter().filter(|part| !part.is_expression).map(|part| part.text.clone()).collect();
            let is_plain = columns.len() == key.parts.len();
            if is_of_a_reference {
                continue;
            }
            if !key.note.is_empty() {
                self.note(format!("{} `{}` is {}", key.form.name(), key.name, key.note));
            }
            if !self.has(&columns) {
                self.note(format!("{} `{}` is over a column that could not be lifted", key.form.name(), key.name));
                continue;
            }
            match key.form {
                KeyForm::Primary => {
                    let name = if key.name.is_empty() { name::primary_key(&self.table.name) } else { key.name.clone() };
                    if name != name::primary_key(&self.table.name) {
                        self.note(format!("the primary key is called `{name}`"));
                    }
                    self.def.primary_key = KeyDef { name: name.into(), columns: texts(&columns).into() };
                }
                KeyForm::Unique | KeyForm::UniqueIndex if is_plain && is_constraint(key) => {
                    let name = if key.name.is_empty() {
                        name::unique(&self.table.name, columns.iter().map(String::as_str))
                    } else {
                        key.name.clone()
                    };
                    uniques.push(UniqueDef { name: name.into(), columns: texts(&columns).into() });
                }
                KeyForm::Unique | KeyForm::Index | KeyForm::UniqueIndex => match self.index(key) {
                    Some(Made::Index(index)) => indexes.push(index),
                    Some(Made::Unique(unique)) => uniques.push(unique),
                    None => {
                        let parts: Vec<&str> = key.parts.iter().map(|part| &*part.text).collect();
                        self.note(format!("{} `{}` is over {}", key.form.name(), key.name, parts.join(", ")));
                    }
                },
            }
        }
        (self.def.uniques, self.def.indexes) = (uniques.into(), indexes.into());
    }

    fn index(&self, key: &Key) -> Option<Made> {
        let name: Text = key.name.clone().into();
        let unique = matches!(key.form, KeyForm::Unique | KeyForm::UniqueIndex);
        if let ([Part { text, is_expression: true, .. }, ..], true) = (&key.parts[..], unique)
            && let Some(made) = self.of_expression(key, text)
        {
            return Some(made);
        }
        let mut parts = Vec::new();
        for Part { text, is_expression, descending, .. } in &key.parts {
            let descending = *descending;
            parts.push(if *is_expression {
                IndexPart::Expression { expression: read(text, &self.def, self.dialect)?.into(), descending }
            } else {
                IndexPart::Column { name: text.clone().into(), descending }
            });
        }
        let filter = match &key.filter {
            Some(filter) => Some(read(filter, &self.def, self.dialect)?.into()),
            None => None,
        };
        Some(Made::Index(IndexDef { name, parts: parts.into(), unique, filter }))
    }

    /// What a unique index over an expression stands for, where an engine takes NULLs for equal: found by making it.
    fn of_expression(&self, key: &Key, text: &str) -> Option<Made> {
        // The names in it are quoted; each stands in it at least twice.
        let mut names: Vec<(usize, Text)> = Vec::new();
        for column in self.def.columns.iter() {
            names.extend(text.rfind(&self.dialect.quoted(&column.name)).map(|at| (at, column.name.clone())));
        }
        names.sort();
        let columns: Vec<Text> = names.into_iter().map(|(_, name)| name).collect();
        let mut def = self.def.clone();
        def.uniques = vec![UniqueDef { name: key.name.clone().into(), columns: columns.clone().into() }].into();
        let made = expected(&def, self.dialect).ok()?;
        let is_it = made.keys.iter().any(|made| made.name == key.name && made.parts == key.parts);
        let unique = UniqueDef { name: key.name.clone().into(), columns: columns.clone().into() };
        is_it.then(|| {
            if is_constraint(key) {
                return Made::Unique(unique);
            }
            let parts: Vec<IndexPart> =
                columns.into_iter().map(|name| IndexPart::Column { name, descending: false }).collect();
            Made::Index(IndexDef { name: key.name.clone().into(), parts: parts.into(), unique: true, filter: None })
        })
    }

    fn checks(&mut self) {
        let mut checks = Vec::new();
        for (at, check) in self.table.checks.iter().enumerate() {
            if self.used.contains(&at) {
                continue;
            }
            if !check.note.is_empty() {
                self.note(format!("check `{}` is {}", check.name, check.note));
            }
            match read(&check.condition, &self.def, self.dialect) {
                Some(expression) => {
                    let number = (checks.len() + 1).to_string();
                    let name =
                        if check.name.is_empty() { name::check(&self.table.name, &number) } else { check.name.clone() };
                    checks.push(CheckDef { name: name.into(), expression: expression.into() });
                }
                None => self.note(format!("check `{}` is {}", check.name, check.condition)),
            }
        }
        self.def.checks = checks.into();
    }

    fn references(&mut self, all: &[Table]) {
        let mut keys = Vec::new();
        for reference in &self.table.references {
            let mut target_columns = reference.target_columns.clone();
            if target_columns.is_empty() {
                let target = all.iter().find(|table| table.name == reference.target);
                let key = target.and_then(|table| table.keys.iter().find(|key| key.form == KeyForm::Primary));
                target_columns =
                    key.into_iter().flat_map(|key| key.parts.iter().map(|part| part.text.clone())).collect();
            }
            if !reference.note.is_empty() {
                self.note(format!("foreign key `{}` is {}", reference.name, reference.note));
            }
            if !self.has(&reference.columns) {
                self.note(format!("foreign key `{}` is of a column that could not be lifted", reference.name));
                continue;
            }
            let name = if reference.name.is_empty() {
                name::foreign_key(&self.table.name, reference.columns.iter().map(String::as_str))
            } else {
                reference.name.clone()
            };
            keys.push(ForeignKeyDef {
                name: name.into(),
                columns: texts(&reference.columns).into(),
                target: reference.target.clone().into(),
                target_columns: texts(&target_columns).into(),
                on_delete: self.action(&reference.on_delete),
                on_update: self.action(&reference.on_update),
            });
        }
        self.def.foreign_keys = keys.into();
    }

    fn action(&self, word: &str) -> Action {
        match word {
            "RESTRICT" if self.dialect.tells_restrict() => Action::Restrict,
            "CASCADE" => Action::Cascade,
            "SET NULL" => Action::SetNull,
            "SET DEFAULT" => Action::SetDefault,
            _ => Action::NoAction,
        }
    }
}

/// What an index is for us.
enum Made {
    Index(IndexDef),
    Unique(UniqueDef),
}

/// Whether a unique index is a constraint: where both are one, its name says so.
fn is_constraint(key: &Key) -> bool {
    key.form == KeyForm::Unique
        || (key.name.starts_with("uq_") && key.filter.is_none() && !key.parts.iter().any(|part| part.descending))
}

/// An expression in our language.
fn read(sql: &str, def: &TableDef, dialect: Dialect) -> Option<String> {
    let shown = expr::show(&expression::read(sql, def, dialect)?);
    // What our own parser refuses is none, and what the checks refuse could not be compiled.
    let parsed: Expr = expr::parse(&shown).ok()?;
    expr::validate(&parsed, def, expr::Context::Condition)
        .iter()
        .all(|error| error.message.contains("not a condition"))
        .then_some(shown)
}
