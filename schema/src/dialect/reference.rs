//! Foreign keys: the clause, and the statements that add and drop it.

use super::Dialect;
use super::context::Context;
use super::rules::{Ability, Event, Limit};
use crate::ddl::ForeignKeyDdl;
use crate::expr;
use crate::model::{Action, ForeignKeyDef, Generated, TableDef};
use crate::problem::Place;

/// Which keys a foreign key can point to, beside the primary key and unique constraints of required columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReferenceTargets {
    /// A unique index.
    pub unique_index: bool,
    /// A unique constraint of one column that may be NULL.
    pub nullable: bool,
    /// A unique constraint of several columns of which some may be NULL.
    pub several_nullable: bool,
    /// The columns of a key in any order; without it, in the key's.
    pub any_order: bool,
}

/// Why a foreign key cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoReference {
    /// What stands against it.
    pub why: &'static str,
    /// What to do instead.
    pub help: &'static str,
}

impl Dialect {
    /// Which keys a foreign key can point to.
    ///
    /// - Firebird and Oracle want a constraint, not an index; there, constraints over several columns that may be NULL
    ///   are indexes over expressions
    ///   (<https://firebirdsql.org/file/documentation/html/en/refdocs/fblangref40/firebird-40-language-reference.html#fblangref40-ddl-tbl-fk>,
    ///   <https://docs.oracle.com/error-help/db/ora-02270/>).
    /// - SQL Server takes no filtered index, which every unique constraint of nullable columns is there
    ///   (<https://learn.microsoft.com/sql/relational-databases/errors-events/database-engine-events-and-errors-1000-to-1999>, 1776).
    /// - InnoDB wants the columns in the order of the key
    ///   (<https://dev.mysql.com/doc/refman/8.4/en/create-table-foreign-keys.html>).
    pub const fn reference_targets(self) -> ReferenceTargets {
        match self {
            Self::Sqlite | Self::Postgres => {
                ReferenceTargets { unique_index: true, nullable: true, several_nullable: true, any_order: true }
            }
            Self::Mysql | Self::Mariadb => {
                ReferenceTargets { unique_index: true, nullable: true, several_nullable: true, any_order: false }
            }
            Self::Firebird | Self::Oracle => {
                ReferenceTargets { unique_index: false, nullable: true, several_nullable: false, any_order: true }
            }
            Self::SqlServer => {
                ReferenceTargets { unique_index: true, nullable: false, several_nullable: false, any_order: true }
            }
        }
    }

    /// Why no foreign key can start at such a computed column, or point to it, if none can.
    ///
    /// - MySQL has none of a virtual column, nor to one
    ///   (<https://dev.mysql.com/doc/refman/8.4/en/create-table-foreign-keys.html>).
    /// - Firebird has no constraint of one, for that would be an index of it ("attempt to index COMPUTED BY column", 4.0).
    /// - SQL Server wants it to be PERSISTED
    ///   (<https://learn.microsoft.com/sql/relational-databases/tables/specify-computed-columns-in-a-table>).
    pub const fn no_reference_of_computed(self, computed: &Generated) -> Option<NoReference> {
        match self {
            Self::Mysql | Self::SqlServer if !computed.stored => {
                Some(NoReference { why: "it is computed on each read", help: "write `stored`" })
            }
            Self::Firebird => Some(NoReference { why: "it is computed", help: "use a column that is not" }),
            Self::Sqlite | Self::Postgres | Self::Mysql | Self::Mariadb | Self::SqlServer | Self::Oracle => None,
        }
    }

    /// Whether the actions that one DELETE or UPDATE sets off may reach a table by one path only
    /// (<https://learn.microsoft.com/sql/relational-databases/errors-events/mssqlserver-1785-database-engine-error>).
    pub const fn one_cascade_path(self) -> bool {
        match self {
            Self::SqlServer => true,
            Self::Sqlite | Self::Postgres | Self::Mysql | Self::Mariadb | Self::Firebird | Self::Oracle => false,
        }
    }
}

/// The references of a table, in order of declaration.
pub(crate) fn foreign_keys(context: &mut Context<'_>) -> Vec<ForeignKeyDdl> {
    let def = context.def;
    def.foreign_keys.iter().enumerate().map(|(position, key)| foreign_key(context, position, key)).collect()
}

fn foreign_key(context: &mut Context<'_>, position: usize, key: &ForeignKeyDef) -> ForeignKeyDdl {
    let name = context.quote(&key.name);
    let mut clause = format!(
        "CONSTRAINT {name} FOREIGN KEY ({}) REFERENCES {} ({})",
        context.list(key.columns.iter().map(|column| &**column)),
        context.quote(&key.target),
        context.list(key.target_columns.iter().map(|column| &**column)),
    );
    let events = [
        (Event::Delete, "DELETE", key.on_delete, Place::ForeignKeyOnDelete(position)),
        (Event::Update, "UPDATE", key.on_update, Place::ForeignKeyOnUpdate(position)),
    ];
    for (event, word, action, place) in events {
        match context.rules.action(event, action) {
            Ok(None) => {}
            Ok(Some(words)) => clause.push_str(&format!(" ON {word} {words}")),
            Err(limit) => context.problem("foreign-key-action", place, limit),
        }
        judge_self_cascade(context, key, word, action, place);
        judge_computed_from(context, key, event, action, place);
    }
    judge_computed(context, position, key);
    let (add, drop) = match context.rules.add_foreign_key() {
        Ability::Yes => {
            let table = context.table();
            let words = context.rules.drop_foreign_key();
            (Some(format!("ALTER TABLE {table} ADD {clause}")), Some(format!("ALTER TABLE {table} {words} {name}")))
        }
        Ability::No(_) => (None, None),
    };
    ForeignKeyDdl { clause, add, drop }
}

fn judge_self_cascade(context: &mut Context<'_>, key: &ForeignKeyDef, word: &str, action: Action, place: Place) {
    let moves = match action {
        Action::Cascade | Action::SetNull | Action::SetDefault => true,
        Action::NoAction | Action::Restrict => false,
    };
    if let (true, true, Ability::No(why)) = (moves, key.target == context.def.name, context.rules.self_cascade()) {
        let message =
            format!("`{}` points to its own table and cannot have ON {word} {}: {why}", key.name, action.sql());
        context.problem("foreign-key-self-cascade", place, Limit::new(message).help("use `no_action`"));
    }
}

/// Finds computed columns that the dialect takes for no end of a foreign key.
fn judge_computed(context: &mut Context<'_>, position: usize, key: &ForeignKeyDef) {
    let def = context.def;
    for (part, name) in key.columns.iter().enumerate() {
        let computed = def.column(name).and_then(|column| column.generated.as_ref());
        let no = computed.and_then(|computed| context.dialect.no_reference_of_computed(computed));
        let Some(NoReference { why, help }) = no else { continue };
        let limit = Limit::new(format!("`{name}` cannot be part of the foreign key `{}`: {why}", key.name)).help(help);
        context.problem("foreign-key-computed", Place::ForeignKeyColumn(position, part), limit);
    }
}

/// Finds a stored computed column that is made of what an action would change.
fn judge_computed_from(context: &mut Context<'_>, key: &ForeignKeyDef, event: Event, action: Action, place: Place) {
    let Ability::No(why) = context.rules.action_below_computed(event, action) else { return };
    let def = context.def;
    for column in def.columns.iter() {
        let Some(computed) = column.generated.as_ref().filter(|computed| computed.stored) else { continue };
        let sources = sources(computed, def);
        let Some(source) = key.columns.iter().find(|own| sources.iter().any(|source| source == *own)) else { continue };
        let message = format!("`{source}` is part of `{}`, and `{}` is made of it: {why}", key.name, column.name);
        let limit = Limit::new(message).help("leave `stored` out, or let the foreign key refuse (`no_action`)");
        context.problem("foreign-key-computed", place, limit);
    }
}

/// The columns that a computed one is made of, also by way of others.
pub(crate) fn sources(computed: &Generated, def: &TableDef) -> Vec<String> {
    let mut found = expr::columns(&computed.expression, def);
    let mut at = 0;
    while let Some(next) = found.get(at).and_then(|name| def.column(name)) {
        let more = next.generated.iter().flat_map(|computed| expr::columns(&computed.expression, def));
        let more: Vec<String> = more.filter(|name| !found.contains(name)).collect();
        found.extend(more);
        at += 1;
    }
    found
}
