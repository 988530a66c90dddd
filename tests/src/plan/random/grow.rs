//! Tables, columns, keys and references that come.

use fastrand::Rng;
use tablewright_schema::model::{Action, DataType};

use super::{Column, Computed, Flavour, Key, Kind, Reference, Table, World};

impl World {
    pub(super) fn add_table(&mut self, rng: &mut Rng) {
        let id = self.id();
        self.tables.push(Table {
            id,
            name: format!("x{id}"),
            numbered: rng.u8(0..3) == 0,
            id_type: if rng.u8(0..4) == 0 { DataType::I32 } else { DataType::I64 },
            key_column: None,
            columns: Vec::new(),
            keys: Vec::new(),
            references: Vec::new(),
            comment: rng.bool().then(|| format!("table {id}, it's")),
            key_name: format!("pk_{id}"),
        });
        let at = self.tables.len() - 1;
        for _ in 0..rng.usize(2..7) {
            self.tried(|world| world.add_column(at, rng));
        }
        if rng.u8(0..4) == 0 {
            self.tried(|world| world.widen_key(at, rng));
        }
        for _ in 0..rng.usize(0..5) {
            self.tried(|world| world.add_key(at, rng));
        }
        if rng.bool() {
            self.tried(|world| world.add_reference(at, rng));
        }
    }

    pub(super) fn add_column(&mut self, at: usize, rng: &mut Rng) {
        let id = self.id();
        let flavour = Flavour::any(rng);
        let data_type = flavour.data_type(rng);
        let default = if rng.u8(0..10) < 4 { flavour.default(&data_type, rng) } else { None };
        let comment = (rng.u8(0..10) < 2).then(|| format!("it's {id}"));
        let nullable = rng.u8(0..10) < 5 || is_without_neutral(&data_type);
        let mut column =
            Column { id, name: format!("c{id}"), flavour, data_type, nullable, default, generated: None, comment };
        if rng.u8(0..6) == 0 {
            let sources = self.tables[at].plain(|other| {
                matches!(other.data_type, DataType::I32 | DataType::Varchar(..=60))
                    && matches!(other.flavour, Flavour::Words | Flavour::Numbers)
            });
            if let Some(source) = rng.choice(sources) {
                let data_type = self.tables[at].column(source).map(|source| source.data_type.clone());
                column.data_type = data_type.unwrap_or(column.data_type);
                (column.nullable, column.default) = (true, None);
                column.generated = Some(Computed { source, stored: rng.bool(), way: rng.u8(0..2) });
            }
        }
        self.tables[at].columns.push(column);
    }

    /// A second column for the primary key.
    pub(super) fn widen_key(&mut self, at: usize, rng: &mut Rng) {
        let table = &mut self.tables[at];
        let fits = table.plain(|column| {
            matches!(column.data_type, DataType::I32 | DataType::I16 | DataType::Varchar(..=60) | DataType::Date)
        });
        let Some(column) = rng.choice(fits) else { return };
        (table.key_column, table.numbered) = (Some(column), false);
        for own in table.columns.iter_mut().filter(|own| own.id == column) {
            (own.nullable, own.default) = (false, None);
        }
    }

    pub(super) fn add_key(&mut self, at: usize, rng: &mut Rng) {
        let id = self.id();
        let table = &mut self.tables[at];
        let mut columns = table.plain(|column| {
            let is_long = matches!(column.data_type, DataType::Text | DataType::Json | DataType::Blob);
            let is_few = matches!(column.flavour, Flavour::Truth | Flavour::Floats);
            let is_few_words = matches!(column.data_type, DataType::Enum(_));
            !is_long && !is_few && !is_few_words
        });
        rng.shuffle(&mut columns);
        columns.truncate(rng.usize(1..4));
        let words = table
            .plain(|column| column.flavour == Flavour::Words && matches!(column.data_type, DataType::Varchar(..=60)));
        let one = |rng: &mut Rng, columns: Vec<usize>| rng.choice(columns).into_iter().collect::<Vec<_>>();
        let (name, kind, columns) = match rng.u8(0..8) {
            0 | 1 => (format!("uq_{id}"), Kind::Unique, columns),
            2..=4 => {
                let [unique, descending, mixed, partial] = std::array::from_fn(|_| rng.u8(0..3) == 0);
                let computed = if unique { Vec::new() } else { table.computed() };
                let columns = match rng.u8(0..3) {
                    0 if !computed.is_empty() => one(rng, computed),
                    _ => columns,
                };
                (format!("ix_{id}"), Kind::Index { unique, descending, mixed, partial }, columns)
            }
            5 => (format!("ix_{id}"), Kind::Expression { unique: rng.u8(0..3) == 0 }, one(rng, words)),
            _ => {
                let checked = table.plain(|column| {
                    matches!(
                        (column.flavour, &column.data_type),
                        (Flavour::Words, DataType::Varchar(_) | DataType::Text)
                            | (Flavour::Numbers, DataType::I16 | DataType::I32 | DataType::I64)
                            | (Flavour::Days, DataType::Date)
                    )
                });
                (format!("ck_{id}"), Kind::Check(rng.u8(0..4)), one(rng, checked))
            }
        };
        if !columns.is_empty() {
            table.keys.push(Key { name, columns, kind });
        }
    }

    /// New columns with the key of another table, or the same.
    pub(super) fn add_reference(&mut self, at: usize, rng: &mut Rng) {
        let target = self.tables[rng.usize(0..self.tables.len())].clone();
        let own = self.tables[at].id;
        let mut types = vec![target.id_type.clone()];
        types.extend(target.key_column.and_then(|id| target.column(id)).map(|column| column.data_type.clone()));
        let mut columns = Vec::new();
        for data_type in types {
            let id = self.id();
            // Row by row, which needs rows that are there.
            let (flavour, nullable) = (Flavour::Numbers, true);
            let name = format!("c{id}");
            let (default, generated, comment) = (None, None, None);
            self.tables[at].columns.push(Column {
                id,
                name,
                flavour,
                data_type,
                nullable,
                default,
                generated,
                comment,
            });
            columns.push(id);
        }
        let id = self.id();
        let actions = [Action::NoAction, Action::Cascade, Action::SetNull, Action::Restrict];
        let any = |rng: &mut Rng| actions[rng.usize(0..actions.len())];
        let (mut on_delete, mut on_update) = (any(rng), any(rng));
        if target.id == own || columns.len() > 1 {
            // Engines differ about what a table may do to itself.
            (on_delete, on_update) = (Action::NoAction, Action::NoAction);
        }
        let (name, target, enforced) = (format!("fk_{id}"), target.id, rng.u8(0..4) > 0);
        self.tables[at].references.push(Reference { name, columns, target, enforced, on_delete, on_update });
    }
}

/// Whether no value of a type can be made up on a way back.
pub(super) fn is_without_neutral(data_type: &DataType) -> bool {
    matches!(
        data_type,
        DataType::Uuid | DataType::Json | DataType::Blob | DataType::Binary(_) | DataType::Time | DataType::TimestampTz
    )
}
