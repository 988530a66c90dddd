//! What may become of a schema: one change of it.

use fastrand::Rng;
use tablewright_schema::model::{Action, DataType};

use super::grow::is_without_neutral;
use super::{Kind, World};

impl World {
    pub(super) fn mutate(&mut self, rng: &mut Rng) {
        let at = rng.usize(0..self.tables.len());
        let number = self.id();
        match rng.u8(0..24) {
            0 => self.add_table(rng),
            1 => self.drop_table(at),
            2 => self.tables[at].name = format!("x{}_{number}", self.tables[at].id),
            3 => {
                let comment = &mut self.tables[at].comment;
                *comment = if comment.is_some() { None } else { Some(format!("now it's {number}")) };
            }
            4 | 5 => self.add_column(at, rng),
            6 => self.drop_column(at, rng),
            7 => self.add_key(at, rng),
            8 => self.drop_key(at, rng),
            9 => self.rename_key(at, rng, number),
            10 => self.change_key(at, rng),
            11 => self.tables[at].numbered = !self.tables[at].numbered,
            12 => self.change_id_type(at),
            13 => self.change_primary_key(at, rng),
            14 => self.add_reference(at, rng),
            15 | 16 => self.change_reference(at, rng),
            _ => self.change_column(at, rng, number),
        }
    }

    /// Whether a table is pointed to.
    fn is_target(&self, id: usize) -> bool {
        self.tables.iter().any(|table| table.references.iter().any(|reference| reference.target == id))
    }

    fn drop_table(&mut self, at: usize) {
        if self.tables.len() < 2 {
            return;
        }
        let gone = self.tables.remove(at).id;
        for table in &mut self.tables {
            let links = table.references.iter().filter(|reference| reference.target == gone);
            let links: Vec<usize> = links.flat_map(|reference| reference.columns.clone()).collect();
            links.into_iter().for_each(|id| table.remove(id));
        }
    }

    fn drop_column(&mut self, at: usize, rng: &mut Rng) {
        let table = &mut self.tables[at];
        let key = table.key_column;
        let free = table.columns.iter().map(|column| column.id).filter(|id| Some(*id) != key);
        if let Some(id) = rng.choice(free.collect::<Vec<_>>()) {
            table.remove(id);
        }
    }

    fn drop_key(&mut self, at: usize, rng: &mut Rng) {
        let keys = &mut self.tables[at].keys;
        if !keys.is_empty() {
            keys.remove(rng.usize(0..keys.len()));
        }
    }

    fn rename_key(&mut self, at: usize, rng: &mut Rng, number: usize) {
        let table = &mut self.tables[at];
        let names = table.keys.iter_mut().map(|key| &mut key.name);
        let names = names.chain(table.references.iter_mut().map(|reference| &mut reference.name));
        if let Some(name) = rng.choice(names.chain([&mut table.key_name]).collect::<Vec<_>>()) {
            *name = format!("{}_{number}", name.split('_').take(2).collect::<Vec<_>>().join("_"));
        }
    }

    fn change_key(&mut self, at: usize, rng: &mut Rng) {
        let Some(key) = rng.choice(&mut self.tables[at].keys) else { return };
        let flip = rng.u8(0..4);
        key.kind = match key.kind {
            Kind::Unique => {
                key.columns.reverse();
                Kind::Unique
            }
            Kind::Index { unique, descending, mixed, partial } => Kind::Index {
                unique: unique != (flip == 0),
                descending: descending != (flip == 1),
                mixed: mixed != (flip == 2),
                partial: partial != (flip == 3),
            },
            Kind::Expression { unique } => Kind::Expression { unique: !unique },
            Kind::Check(way) => Kind::Check((way + 1) % 4),
        };
    }

    fn change_id_type(&mut self, at: usize) {
        let table = &mut self.tables[at];
        table.id_type = if table.id_type == DataType::I64 { DataType::I32 } else { DataType::I64 };
        let (id, data_type) = (table.id, table.id_type.clone());
        // What points to it has the same type.
        for table in &mut self.tables {
            let links: Vec<usize> = table
                .references
                .iter()
                .filter(|reference| reference.target == id)
                .filter_map(|reference| reference.columns.first().copied())
                .collect();
            for column in table.columns.iter_mut().filter(|column| links.contains(&column.id)) {
                column.data_type = data_type.clone();
            }
        }
    }

    fn change_primary_key(&mut self, at: usize, rng: &mut Rng) {
        if self.is_target(self.tables[at].id) {
            return;
        }
        if self.tables[at].key_column.take().is_none() {
            self.widen_key(at, rng);
        }
    }

    fn change_reference(&mut self, at: usize, rng: &mut Rng) {
        let own = self.tables[at].id;
        let Some(reference) = rng.choice(&mut self.tables[at].references) else { return };
        if rng.bool() || reference.target == own || reference.columns.len() > 1 {
            reference.enforced = !reference.enforced;
        } else {
            let next = |action| match action {
                Action::NoAction => Action::Cascade,
                Action::Cascade => Action::SetNull,
                _ => Action::NoAction,
            };
            (reference.on_delete, reference.on_update) = (next(reference.on_delete), next(reference.on_update));
        }
    }

    fn change_column(&mut self, at: usize, rng: &mut Rng, number: usize) {
        let key = self.tables[at].key_column;
        let is_target = self.is_target(self.tables[at].id);
        let table = &mut self.tables[at];
        let links: Vec<usize> = table.references.iter().flat_map(|reference| reference.columns.clone()).collect();
        let Some(column) = rng.choice(&mut table.columns) else { return };
        let id = column.id;
        match rng.u8(0..9) {
            0 | 1 => column.name = format!("d{id}_{number}"),
            2 => column.comment = if column.comment.is_some() { None } else { Some("new \\ words".to_owned()) },
            _ if links.contains(&id) => {}
            _ if column.generated.is_some() => {
                column.generated =
                    column.generated.map(|how| super::Computed { stored: !how.stored, way: rng.u8(0..2), ..how });
            }
            3 if key != Some(id) => {
                column.nullable = !column.nullable || is_without_neutral(&column.data_type);
            }
            4 if key != Some(id) => {
                column.default =
                    if column.default.is_some() { None } else { column.flavour.default(&column.data_type, rng) };
            }
            _ if key == Some(id) && is_target => {}
            _ => {
                column.data_type = column.flavour.other_type(&column.data_type, rng);
                column.nullable |= is_without_neutral(&column.data_type) && key != Some(id);
                // A default of the old type may be none of the new one.
                column.default = None;
                let data_type = column.data_type.clone();
                // What was over it as a text or a number goes.
                table.keys.retain(|key| {
                    !key.columns.contains(&id) || !matches!(key.kind, Kind::Check(_) | Kind::Expression { .. })
                });
                let computed = matches!(data_type, DataType::I32 | DataType::Varchar(..=60));
                let followers =
                    table.columns.iter_mut().filter(|other| other.generated.is_some_and(|how| how.source == id));
                let mut gone = Vec::new();
                for follower in followers {
                    if computed && matches!(follower.data_type, DataType::I32) == (data_type == DataType::I32) {
                        follower.data_type = data_type.clone();
                    } else {
                        gone.push(follower.id);
                    }
                }
                gone.into_iter().for_each(|id| table.remove(id));
            }
        }
    }
}
