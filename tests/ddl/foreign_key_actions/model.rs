//! What a reference does when the row it points to is deleted or changes its key, one table for each action.

use tablewright_schema::{Action, ColumnDefault, Literal, TableDef};

use crate::golden::build::{foreign_key, i64, id, table};
use crate::golden::case::Model;

/// A parent, and a child for each action on each occasion.
pub fn models() -> Vec<Model> {
    let mut models = vec![Model::built(table("parent", [id()]))];
    let deletes = [
        ("delete_no_action", "fk_delete_no_action", Action::NoAction),
        ("delete_restrict", "fk_delete_restrict", Action::Restrict),
        ("delete_cascade", "fk_delete_cascade", Action::Cascade),
        ("delete_set_null", "fk_delete_set_null", Action::SetNull),
        ("delete_set_default", "fk_delete_set_default", Action::SetDefault),
    ];
    models.extend(deletes.map(|(name, key, action)| Model::built(child(name, key, action, Action::NoAction))));
    let updates = [
        ("update_restrict", "fk_update_restrict", Action::Restrict),
        ("update_cascade", "fk_update_cascade", Action::Cascade),
        ("update_set_null", "fk_update_set_null", Action::SetNull),
        ("update_set_default", "fk_update_set_default", Action::SetDefault),
    ];
    models.extend(updates.map(|(name, key, action)| Model::built(child(name, key, Action::NoAction, action))));
    models
}

fn child(name: &'static str, key: &'static str, on_delete: Action, on_update: Action) -> TableDef {
    let parent = i64("parent_id").nullable().default(ColumnDefault::Literal(Literal::Integer(1)));
    let mut def = table(name, [id(), parent]);
    let key = foreign_key(key, ["parent_id"], "parent", ["id"]);
    def.foreign_keys = vec![key.on_delete(on_delete).on_update(on_update)].into();
    def
}
