//! A table's DDL taken apart: what a plan compares, drops and makes one by one.

use super::Dialect;
use super::check;
use super::column;
use super::comment;
use super::context::Context;
use super::index::{self, UniqueForm};
use super::reference;
use super::rules::Comments;
use crate::ddl::ForeignKeyDdl;
use crate::expr;
use crate::model::{IndexPart, TableDef};

/// The parts of a table in a dialect.
pub(crate) struct Pieces {
    /// In order of declaration.
    pub(crate) columns: Vec<ColumnPiece>,
    /// Primary key, unique constraints, checks, indexes; a check of a type is among them.
    pub(crate) keys: Vec<KeyPiece>,
    /// In order of declaration.
    pub(crate) foreign_keys: Vec<ForeignKeyDdl>,
    /// Those that are statements of their own: of the table without a name, of its columns.
    pub(crate) comments: Vec<(Option<String>, String)>,
}

/// A column.
#[derive(PartialEq, Eq)]
pub(crate) struct ColumnPiece {
    pub(crate) name: String,
    pub(crate) type_name: String,
    /// All that follows the type.
    pub(crate) clauses: String,
    /// `DEFAULT ..`.
    pub(crate) default: Option<String>,
    pub(crate) not_null: bool,
    /// What follows the type where the column may be NULL.
    loose: String,
}

/// What a key is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum KeyForm {
    PrimaryKey,
    Unique,
    Check,
    Index,
}

/// A constraint or an index.
pub(crate) struct KeyPiece {
    pub(crate) form: KeyForm,
    pub(crate) name: String,
    /// `CONSTRAINT ..`, or the statement that makes an index.
    pub(crate) sql: String,
    /// The columns it is over, in order, as far as they are columns.
    pub(crate) columns: Vec<String>,
    /// All columns that it speaks of in expressions.
    pub(crate) mentions: Vec<String>,
}

impl ColumnPiece {
    /// The value of its default.
    pub(crate) fn default_value(&self) -> Option<&str> {
        self.default.as_deref()?.split_once("DEFAULT ").map(|(_, value)| value)
    }

    /// The quoted name of the constraint that is its default.
    pub(crate) fn default_name(&self) -> Option<&str> {
        self.default.as_deref()?.strip_prefix("CONSTRAINT ")?.split_once(' ').map(|(name, _)| name)
    }

    /// As it stands in CREATE TABLE.
    pub(crate) fn definition(&self, dialect: Dialect) -> String {
        self.with(&self.clauses, dialect)
    }

    /// The same without `NOT NULL`.
    pub(crate) fn loose_definition(&self, dialect: Dialect) -> String {
        self.with(if self.not_null { &self.loose } else { &self.clauses }, dialect)
    }

    fn with(&self, clauses: &str, dialect: Dialect) -> String {
        let parts = [&*dialect.quoted(&self.name), &self.type_name, clauses];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

impl Pieces {
    /// Of a table whose definition the dialect can express.
    pub(crate) fn of(def: &TableDef, dialect: Dialect) -> Self {
        let mut context = Context::new(def, dialect);
        let context = &mut context;
        let (mut columns, mut keys) = (Vec::new(), Vec::new());
        for (position, column) in def.columns.iter().enumerate() {
            let mut sql = column::column(context, position, column);
            let mut mentions = vec![column.name.to_string()];
            mentions.extend(column.generated.iter().flat_map(|generated| expr::columns(&generated.expression, def)));
            keys.extend(sql.checks.iter().map(|check| KeyPiece {
                sql: format!("CONSTRAINT {} CHECK ({})", context.quote(&check.name), check.condition),
                form: KeyForm::Check,
                name: check.name.clone(),
                columns: Vec::new(),
                mentions: mentions.clone(),
            }));
            sql.with_own_checks(context);
            columns.push(ColumnPiece {
                name: column.name.to_string(),
                type_name: sql.type_name,
                clauses: sql.clauses,
                default: sql.default,
                not_null: sql.loose.is_some(),
                loose: sql.loose.unwrap_or_default(),
            });
        }
        keys.extend(primary_key(context));
        keys.extend(uniques(context));
        for (position, check) in def.checks.iter().enumerate() {
            let condition = check::condition(context, position, check);
            keys.push(KeyPiece {
                form: KeyForm::Check,
                name: check.name.to_string(),
                sql: format!("CONSTRAINT {} CHECK ({condition})", context.quote(&check.name)),
                columns: Vec::new(),
                mentions: expr::columns(&check.expression, def),
            });
        }
        keys.extend(indexes(context));
        Self { columns, keys, foreign_keys: reference::foreign_keys(context), comments: comments(context) }
    }
}

fn primary_key(context: &Context<'_>) -> Option<KeyPiece> {
    let key = &context.def.primary_key;
    let columns: Vec<String> = key.columns.iter().map(ToString::to_string).collect();
    let list = context.list(columns.iter().map(String::as_str));
    (!columns.is_empty()).then(|| KeyPiece {
        form: KeyForm::PrimaryKey,
        name: key.name.to_string(),
        sql: format!("CONSTRAINT {} PRIMARY KEY ({list})", context.quote(&key.name)),
        columns,
        mentions: Vec::new(),
    })
}

fn uniques(context: &mut Context<'_>) -> Vec<KeyPiece> {
    let def = context.def;
    let forms = index::unique_forms(context);
    let piece = |(position, form): (usize, UniqueForm)| {
        let unique = &def.uniques[position];
        let columns: Vec<String> = unique.columns.iter().map(ToString::to_string).collect();
        let (form, sql, mentions) = match form {
            UniqueForm::Constraint => {
                let list = context.list(columns.iter().map(String::as_str));
                (KeyForm::Unique, format!("CONSTRAINT {} UNIQUE ({list})", context.quote(&unique.name)), Vec::new())
            }
            // Such an index is over an expression.
            UniqueForm::Index(create) => (KeyForm::Index, create, columns.clone()),
        };
        KeyPiece { form, name: unique.name.to_string(), sql, columns, mentions }
    };
    forms.into_iter().map(piece).collect()
}

fn indexes(context: &mut Context<'_>) -> Vec<KeyPiece> {
    let def = context.def;
    let made = index::indexes(context);
    let piece = |(position, sql): (usize, String)| {
        let index = &def.indexes[position];
        let texts = index.parts.iter().filter_map(|part| match part {
            IndexPart::Column { .. } => None,
            IndexPart::Expression { expression, .. } => Some(&**expression),
        });
        let mut mentions: Vec<String> =
            texts.chain(index.filter.as_deref()).flat_map(|text| expr::columns(text, def)).collect();
        let is_computed = index.columns().any(|column| index::only_as_expression(context, column).is_some());
        if index.unique || is_computed || !mentions.is_empty() {
            // It may have become one over an expression.
            mentions.extend(index.columns().map(str::to_owned));
        }
        let columns = index.columns().map(str::to_owned).collect();
        KeyPiece { form: KeyForm::Index, name: index.name.to_string(), sql, columns, mentions }
    };
    made.into_iter().map(piece).collect()
}

fn comments(context: &Context<'_>) -> Vec<(Option<String>, String)> {
    if matches!(context.rules.comments(), Comments::Inline) {
        let comment = context.def.comment.as_deref().unwrap_or_default();
        let text = super::literal::text(comment, context.dialect);
        return vec![(None, format!("ALTER TABLE {} COMMENT = {text}", context.table()))];
    }
    comment::all(context)
}
