//! From the struct as written to the model: names are made here, and fields become columns.

mod column;
mod default;
mod key;

pub use default::wrong as wrong_default;

use proc_macro2::Ident;
use syn::ext::IdentExt;
use tablewright_schema::{CheckDef, ColumnDef, IndexDef, IndexPart, Place, TableDef, expr, name};

use crate::ast::{self, Table};
use crate::attr::check::CheckAttr;
use crate::attr::expression::{Expression, Rendered};
use crate::attr::index::{IndexAttr, PartKey};
use crate::errors::{Errors, list, nearest};
use crate::lowered::{ForeignKey, Lowered, Spans, State};

/// What grows while a struct is read.
struct Lower<'a> {
    table: &'a Table<'a>,
    name: String,
    /// The columns' names, in order.
    columns: Vec<String>,
    spans: Spans,
    foreign_keys: Vec<ForeignKey>,
    /// Whether some field cannot be a column.
    unreadable: bool,
}

/// Makes the model of a struct. What is wrong is left out of it, so it is of use only if nothing was.
pub fn table(table: &Table<'_>, errors: &mut Errors) -> Lowered {
    let mut lower = Lower::new(table);
    let (fields, columns): (Vec<_>, Vec<ColumnDef>) =
        (0..table.fields.len()).map(|n| column::lower(&mut lower, n, errors)).unzip();
    let mut def = TableDef::new("", &[]);
    def.comment = table
        .attr
        .comment
        .value
        .as_ref()
        .map(|text| text.value.clone())
        .or_else(|| ast::summary(&table.input.attrs))
        .map(Into::into);
    def.columns = columns.into();
    key::primary(&mut lower, &mut def, errors);
    key::uniques(&mut lower, &mut def, errors);
    lower.checks(&mut def);
    lower.indexes(&mut def, errors);
    key::foreign(&mut lower, &mut def, errors);
    def.name = lower.name.clone().into();
    lower.past(&mut def);
    Lowered {
        ident: table.input.ident.clone(),
        vis: table.input.vis.clone(),
        def,
        fields,
        foreign_keys: lower.foreign_keys,
        spans: lower.spans,
        warnings: Vec::new(),
        state: if lower.unreadable {
            State::Unreadable
        } else if errors.is_empty() {
            State::Sound
        } else {
            State::Wrong
        },
    }
}

impl<'a> Lower<'a> {
    fn new(table: &'a Table<'a>) -> Self {
        let ident = &table.input.ident;
        let mut spans = Spans::default();
        let (name, span) = match &table.attr.name.value {
            Some(name) => (name.value.clone(), name.span),
            None => (snake_case(&ident.unraw().to_string()), ident.span()),
        };
        spans.set(Place::Table, span);
        let columns = table.fields.iter().map(|field| match &field.column.name.value {
            Some(name) => name.value.clone(),
            None => field.ident.unraw().to_string(),
        });
        Self { table, name, columns: columns.collect(), spans, foreign_keys: Vec::new(), unreadable: false }
    }

    /// The number of a field; an unknown one is a mistake.
    fn field(&self, name: &Ident, errors: &mut Errors) -> Option<usize> {
        let found = self.table.fields.iter().position(|field| field.ident.unraw() == name.unraw());
        if found.is_none() {
            let fields: Vec<String> = self.table.fields.iter().map(|field| field.ident.to_string()).collect();
            let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
            let column = self.columns.iter().position(|column| name == column);
            let help = match (column, nearest(&name.to_string(), &fields)) {
                (Some(n), _) => format!("that is a column; write its field, `{}`", fields[n]),
                (None, Some(near)) => format!("did you mean `{near}`?"),
                (None, None) if fields.len() <= 12 => format!("its fields are {}", list(&fields)),
                (None, None) => "write the name of one of its fields".to_owned(),
            };
            errors.at(name.span(), format_args!("`{}` has no field `{name}`\nhelp: {help}", self.table.input.ident));
        }
        found
    }

    /// The numbers of fields, those that are known; one that is listed twice is a mistake.
    fn fields(&self, names: &[Ident], errors: &mut Errors) -> Vec<usize> {
        let mut found: Vec<usize> = Vec::new();
        for name in names {
            match self.field(name, errors) {
                Some(n) if found.contains(&n) => errors.at(name.span(), format_args!("`{name}` is listed twice")),
                Some(n) => found.push(n),
                None => {}
            }
        }
        found
    }

    /// What the table was before.
    fn past(&mut self, def: &mut TableDef) {
        let attr = &self.table.attr;
        if let Some(name) = &attr.renamed_from.value {
            self.spans.set(Place::RenamedFrom, name.span);
            def.renamed_from = Some(name.value.clone().into());
        }
        let dropped = attr.dropped.value.as_deref().unwrap_or_default();
        for (n, name) in dropped.iter().enumerate() {
            self.spans.set(Place::Dropped(n), name.span);
        }
        def.dropped = dropped.iter().map(|name| name.value.clone().into()).collect();
    }

    fn render(&self, expression: &Expression) -> Rendered {
        expression.render(|name| {
            let n = self.table.fields.iter().position(|field| field.ident.unraw() == name)?;
            self.columns.get(n).map(String::as_str)
        })
    }

    fn checks(&mut self, def: &mut TableDef) {
        let table = self.table;
        let of_fields = table.fields.iter().flat_map(|field| &field.parts.checks);
        let checks: Vec<CheckDef> = table
            .parts
            .checks
            .iter()
            .chain(of_fields)
            .enumerate()
            .filter_map(|(n, check)| self.check(n, check))
            .collect();
        def.checks = checks.into();
    }

    fn check(&mut self, n: usize, check: &CheckAttr) -> Option<CheckDef> {
        let rendered = self.render(check.expression.as_ref()?);
        let name = match &check.name.value {
            Some(name) => {
                self.spans.set_name(Place::Check(n), name.span);
                name.value.clone()
            }
            None => name::check(&self.name, &(n + 1).to_string()),
        };
        self.spans.set(Place::Check(n), check.span);
        self.spans.set_text(Place::CheckExpression(n, 0), rendered.map);
        let mut def = CheckDef::new("", "");
        def.name = name.into();
        def.expression = rendered.text.into();
        Some(def)
    }

    fn indexes(&mut self, def: &mut TableDef, errors: &mut Errors) {
        let mut indexes = Vec::new();
        let table = self.table;
        for index in &table.parts.indexes {
            let n = indexes.len();
            let mut parts = Vec::new();
            let mut words: Vec<String> = Vec::new();
            for part in &index.parts {
                let place = Place::IndexPart(n, parts.len());
                match &part.key {
                    PartKey::Field(field) => {
                        let Some(column) = self.field(field, errors) else { continue };
                        self.spans.set(place, field.span());
                        words.push(self.columns[column].clone());
                        parts.push(IndexPart::Column {
                            name: self.columns[column].clone().into(),
                            descending: part.descending,
                        });
                    }
                    PartKey::Expression(expression) => {
                        let rendered = self.render(expression);
                        self.spans.set(place, expression.span);
                        self.spans.set_text(Place::IndexExpression(n, parts.len(), 0), rendered.map);
                        words.extend(expr::words(&rendered.text));
                        parts.push(IndexPart::Expression {
                            expression: rendered.text.into(),
                            descending: part.descending,
                        });
                    }
                }
            }
            indexes.push(self.index(n, index, parts, &words));
        }
        for (column, field) in table.fields.iter().enumerate() {
            for index in &field.parts.indexes {
                let n = indexes.len();
                let name = self.columns[column].clone();
                self.spans.set(Place::IndexPart(n, 0), index.span);
                let descending = index.descending.is_given();
                let parts = vec![IndexPart::Column { name: name.clone().into(), descending }];
                indexes.push(self.index(n, index, parts, &[name]));
            }
        }
        def.indexes = indexes.into();
    }

    fn index(&mut self, n: usize, index: &IndexAttr, parts: Vec<IndexPart>, words: &[String]) -> IndexDef {
        let name = match &index.name.value {
            Some(name) => {
                self.spans.set_name(Place::Index(n), name.span);
                name.value.clone()
            }
            None => name::index(&self.name, words.iter().map(String::as_str)),
        };
        self.spans.set(Place::Index(n), index.span);
        let mut def = IndexDef::new("", &[]);
        def.name = name.into();
        def.parts = parts.into();
        def.unique = index.unique.is_given();
        if let Some(filter) = &index.filter.value {
            let rendered = self.render(filter);
            self.spans.set_text(Place::IndexFilter(n, 0), rendered.map);
            def.filter = Some(rendered.text.into());
        }
        def
    }
}

/// `ReferringDoctor` as `referring_doctor`, `HTTPServer2` as `http_server2`.
pub fn snake_case(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    let mut snake = String::new();
    for (n, letter) in letters.iter().enumerate() {
        let before = n.checked_sub(1).and_then(|n| letters.get(n));
        let after = letters.get(n + 1);
        let starts_word = before.is_some_and(|before| {
            before.is_lowercase()
                || before.is_numeric()
                || (before.is_uppercase() && after.is_some_and(|after| after.is_lowercase()))
        });
        if letter.is_uppercase() && starts_word {
            snake.push('_');
        }
        snake.extend(letter.to_lowercase());
    }
    snake
}
