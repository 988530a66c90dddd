//! Cascades that reach a table twice, which some engines refuse.

use tablewright_schema::model::Action;
use tablewright_schema::model::borrowed::{slice, text};
use tablewright_schema::{Dialect, ForeignKeyDef, TableDef};

use super::{Listed, Message, Name};

/// What is wrong with the cascades that end at one table, if anything is. `N` is at least the number of tables.
pub(super) const fn paths<const N: usize>(
    schema: Listed,
    names: &[Name; N],
    dialect: Dialect,
    n: usize,
) -> Option<Message> {
    match by_event(schema, names, dialect, n, false) {
        None => by_event(schema, names, dialect, n, true),
        found => found,
    }
}

const fn by_event<const N: usize>(
    schema: Listed,
    names: &[Name; N],
    dialect: Dialect,
    n: usize,
    update: bool,
) -> Option<Message> {
    let def = schema.tables[n].def;
    let keys = slice(&def.foreign_keys);
    if count(keys, update) == 0 {
        return None;
    }
    // By which reference of this table a row of that one reaches it, counted from 1.
    let mut reached_by = [0_u16; N];
    let mut key = 0;
    while key < keys.len() {
        if moves(&keys[key], update)
            && let Some(start) = schema.find(names, text(&keys[key].target))
            && start != n
        {
            let mut stack = [0_u16; N];
            stack[0] = start as u16;
            let mut depth = 1;
            while depth > 0 {
                depth -= 1;
                let at = stack[depth] as usize;
                if at == n {
                    return Some(cycle(dialect, def, &keys[key]));
                }
                if reached_by[at] == key as u16 + 1 {
                    continue;
                }
                if reached_by[at] != 0 {
                    let other = &keys[reached_by[at] as usize - 1];
                    return Some(twice(dialect, def, schema.tables[at].def, other, &keys[key]));
                }
                reached_by[at] = key as u16 + 1;
                let above = slice(&schema.tables[at].def.foreign_keys);
                let mut up = 0;
                while up < above.len() {
                    if moves(&above[up], update)
                        && let Some(parent) = schema.find(names, text(&above[up].target))
                        && parent != at
                        && depth < N
                    {
                        stack[depth] = parent as u16;
                        depth += 1;
                    }
                    up += 1;
                }
            }
        }
        key += 1;
    }
    None
}

const fn count(keys: &[ForeignKeyDef], update: bool) -> usize {
    let (mut count, mut n) = (0, 0);
    while n < keys.len() {
        count += moves(&keys[n], update) as usize;
        n += 1;
    }
    count
}

const fn moves(key: &ForeignKeyDef, update: bool) -> bool {
    let action = if update { key.on_update } else { key.on_delete };
    matches!(action, Action::Cascade | Action::SetNull | Action::SetDefault)
}

const fn cycle(dialect: Dialect, def: &'static TableDef, key: &'static ForeignKeyDef) -> Message {
    start(dialect, key, def)
        .and("it closes a circle of cascades, through table `")
        .and(text(&key.target))
        .and("`\nhelp: use `no_action` for one of them, or leave the dialect out of `dialects: [..]`")
}

const fn twice(
    dialect: Dialect,
    def: &'static TableDef,
    from: &'static TableDef,
    other: &'static ForeignKeyDef,
    key: &'static ForeignKeyDef,
) -> Message {
    start(dialect, key, def)
        .and("a change in `")
        .and(text(&from.name))
        .and("` would cascade to `")
        .and(text(&def.name))
        .and("` by two paths, the other through `")
        .and(text(&other.name))
        .and("`\nhelp: use `no_action` for one of the two, or leave the dialect out of `dialects: [..]`")
}

const fn start(dialect: Dialect, key: &'static ForeignKeyDef, def: &'static TableDef) -> Message {
    let start = Message::new(dialect.name()).and(" cannot hold foreign key `").and(text(&key.name));
    start.and("` of table `").and(text(&def.name)).and("`: ")
}
