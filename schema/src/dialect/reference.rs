//! Foreign keys: the clause, and the statements that add and drop it.

use super::context::Context;
use super::rules::{Ability, Event, Limit};
use crate::ddl::ForeignKeyDdl;
use crate::model::{Action, ForeignKeyDef};
use crate::problem::Place;

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
    }
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
