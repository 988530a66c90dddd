//! Random schemas, and what may become of one: columns and tables keep their identity, whatever they are called.

use fastrand::Rng;
use tablewright_schema::dialect::Dialect;
use tablewright_schema::model::{
    Action, CheckDef, ColumnDef, ColumnDefault, DataType, ForeignKeyDef, IndexDef, IndexPart, Literal, TableDef, Text,
    UniqueDef,
};

/// Tables in the making.
#[derive(Clone)]
pub struct World {
    dialect: Dialect,
    tables: Vec<Table>,
    next: usize,
}

#[derive(Clone)]
struct Table {
    id: usize,
    name: String,
    numbered: bool,
    columns: Vec<Column>,
    keys: Vec<Key>,
    comment: Option<String>,
}

#[derive(Clone)]
struct Column {
    id: usize,
    name: String,
    data_type: DataType,
    nullable: bool,
    default: bool,
    /// The column it is computed from.
    generated: Option<usize>,
    /// The table it points to.
    target: Option<(usize, Action)>,
    comment: Option<String>,
}

#[derive(Clone)]
enum Key {
    Unique(usize, Vec<usize>),
    Index { id: usize, columns: Vec<usize>, unique: bool, descending: bool, partial: bool },
    Lower(usize, usize),
    Check(usize, usize),
}

/// The values of enumerations, and of texts that may become some.
pub const WORDS: [&str; 4] = ["alpha", "beta", "gamma", "delta"];

impl World {
    /// Two to four tables.
    pub fn new(dialect: Dialect, rng: &mut Rng) -> Self {
        let mut world = Self { dialect, tables: Vec::new(), next: 0 };
        for _ in 0..rng.usize(2..5) {
            world.add_table(rng);
        }
        world
    }

    fn id(&mut self) -> usize {
        self.next += 1;
        self.next
    }

    fn add_table(&mut self, rng: &mut Rng) {
        let id = self.id();
        let numbered = rng.bool();
        let comment = rng.bool().then(|| format!("table {id}"));
        self.tables.push(Table {
            id,
            name: format!("x{id}"),
            numbered,
            columns: Vec::new(),
            keys: Vec::new(),
            comment,
        });
        let at = self.tables.len() - 1;
        for _ in 0..rng.usize(2..6) {
            self.add_column(at, rng);
        }
        for _ in 0..rng.usize(0..4) {
            self.add_key(at, rng);
        }
    }

    fn add_column(&mut self, at: usize, rng: &mut Rng) {
        let id = self.id();
        let mut column = Column {
            id,
            name: format!("c{id}"),
            data_type: data_type(rng),
            nullable: rng.u8(0..10) < 4,
            default: rng.u8(0..10) < 3,
            generated: None,
            target: None,
            comment: (rng.u8(0..10) < 2).then(|| format!("it's {id}")),
        };
        // A required value can be made up for a simple type only.
        column.nullable |= neutral(&column.data_type).is_none();
        if rng.u8(0..10) < 2 {
            let target = self.tables[rng.usize(0..=at)].id;
            let action = rng.choice([Action::NoAction, Action::Cascade, Action::SetNull]).expect("one of three");
            // Engines differ about what a table may do to itself.
            let action = if target == self.tables[at].id { Action::NoAction } else { action };
            (column.data_type, column.nullable, column.default) = (DataType::I64, true, false);
            column.target = Some((target, action));
        } else if rng.u8(0..10) < 2 {
            let sources = self.tables[at].columns.iter().filter(|other| {
                other.generated.is_none()
                    && other.target.is_none()
                    && matches!(other.data_type, DataType::I32 | DataType::Varchar(_))
            });
            let sources: Vec<(usize, DataType)> = sources.map(|other| (other.id, other.data_type.clone())).collect();
            if let Some((source, data_type)) = rng.choice(sources) {
                (column.data_type, column.nullable, column.default) = (data_type, true, false);
                column.generated = Some(source);
            }
        }
        self.tables[at].columns.push(column);
    }

    fn add_key(&mut self, at: usize, rng: &mut Rng) {
        let id = self.id();
        let dialect = self.dialect;
        let table = &mut self.tables[at];
        let fits = |column: &&Column| match column.data_type {
            DataType::Bool | DataType::Json | DataType::Text | DataType::Blob | DataType::F32 | DataType::F64 => false,
            _ => column.generated.is_none(),
        };
        let mut columns: Vec<usize> = table.columns.iter().filter(fits).map(|column| column.id).collect();
        rng.shuffle(&mut columns);
        columns.truncate(rng.usize(1..3));
        if columns.is_empty() {
            return;
        }
        let of = |test: &dyn Fn(&Column) -> bool| -> Vec<usize> {
            table
                .columns
                .iter()
                .filter(|column| column.generated.is_none() && test(column))
                .map(|column| column.id)
                .collect()
        };
        let texts = of(&|column| matches!(column.data_type, DataType::Varchar(_)));
        let checked = of(&|column| {
            column.target.is_none() && matches!(column.data_type, DataType::Varchar(_) | DataType::I32 | DataType::I64)
        });
        let is_partial = matches!(dialect, Dialect::Sqlite | Dialect::Postgres);
        let key = match rng.u8(0..5) {
            0 => Key::Unique(id, columns),
            1 | 2 => {
                let (unique, descending, partial) = (rng.u8(0..4) == 0, rng.bool(), is_partial && rng.u8(0..3) == 0);
                // One direction an index on Firebird.
                Key::Index { id, columns, unique, descending: descending && !unique, partial }
            }
            3 if !texts.is_empty() && dialect != Dialect::Mariadb => Key::Lower(id, rng.choice(texts).expect("one")),
            _ if !checked.is_empty() => Key::Check(id, rng.choice(checked).expect("one")),
            _ => return,
        };
        table.keys.push(key);
    }

    /// What may become of it.
    pub fn changed(&self, rng: &mut Rng) -> Self {
        let mut world = self.clone();
        if rng.u8(0..4) == 0 && world.tables.len() > 1 {
            let gone = world.tables.remove(rng.usize(0..world.tables.len())).id;
            for table in &mut world.tables {
                table.remove(|column| column.target.is_some_and(|(target, _)| target == gone));
            }
        }
        for at in 0..world.tables.len() {
            world.change_table(at, rng);
        }
        if rng.u8(0..3) == 0 {
            world.add_table(rng);
        }
        world
    }

    fn change_table(&mut self, at: usize, rng: &mut Rng) {
        let mut often = |of: u8| rng.u8(0..of) == 0;
        if often(5) {
            let id = self.id();
            self.tables[at].name = format!("x{}_{id}", self.tables[at].id);
        }
        if often(5) {
            let comment = self.tables[at].comment.take();
            self.tables[at].comment = comment.is_none().then(|| "now it's commented".to_owned());
        }
        for n in 0..self.tables[at].columns.len() {
            let new_name = format!("d{}", self.id());
            let column = &mut self.tables[at].columns[n];
            if rng.u8(0..6) == 0 {
                column.name = new_name;
            }
            if rng.u8(0..8) == 0 {
                column.comment = if column.comment.is_some() { None } else { Some("new \\ words".to_owned()) };
            }
            if column.generated.is_some() || column.target.is_some() {
                continue;
            }
            if rng.u8(0..4) == 0 {
                column.data_type = other_type(&column.data_type, rng);
            }
            if rng.u8(0..6) == 0 {
                column.nullable = !column.nullable || neutral(&column.data_type).is_none();
            }
            if rng.u8(0..6) == 0 {
                column.default = !column.default;
            }
        }
        self.follow_types(at);
        if rng.u8(0..3) == 0 && self.tables[at].columns.len() > 2 {
            let gone = rng.choice(self.tables[at].columns.iter().map(|column| column.id)).expect("one of them");
            self.tables[at].remove(|column| column.id == gone);
        }
        for n in (0..self.tables[at].keys.len()).rev() {
            if rng.u8(0..4) == 0 {
                self.tables[at].keys.remove(n);
            }
        }
        if rng.u8(0..2) == 0 {
            self.add_column(at, rng);
        }
        if rng.u8(0..2) == 0 {
            self.add_key(at, rng);
        }
    }

    /// Keys and computed columns that a new type does not allow go.
    fn follow_types(&mut self, at: usize) {
        let table = &mut self.tables[at];
        let long: Vec<usize> = table
            .columns
            .iter()
            .filter(|column| matches!(column.data_type, DataType::Text | DataType::Blob))
            .map(|column| column.id)
            .collect();
        table.keys.retain(|key| !key.columns().iter().any(|id| long.contains(id)));
        let kinds: Vec<(usize, DataType)> =
            table.columns.iter().map(|column| (column.id, column.data_type.clone())).collect();
        let of = |id: usize| kinds.iter().find(|(other, _)| *other == id).map(|(_, data_type)| data_type.clone());
        for column in &mut table.columns {
            if let Some(source) = column.generated {
                column.data_type = of(source).expect("its source is there");
            }
        }
        table.remove(|column| {
            column.generated.is_some() && !matches!(column.data_type, DataType::I32 | DataType::Varchar(_))
        });
        let texts: Vec<usize> = kinds
            .iter()
            .filter(|(_, data_type)| matches!(data_type, DataType::Varchar(_)))
            .map(|(id, _)| *id)
            .collect();
        table.keys.retain(|key| !matches!(key, Key::Lower(_, column) if !texts.contains(column)));
        let checked: Vec<usize> = kinds
            .iter()
            .filter(|(_, data_type)| matches!(data_type, DataType::Varchar(_) | DataType::I32 | DataType::I64))
            .map(|(id, _)| *id)
            .collect();
        table.keys.retain(|key| !matches!(key, Key::Check(_, column) if !checked.contains(column)));
    }

    /// As definitions; `before` tells the names that tables and columns had.
    pub fn defs(&self, before: Option<&Self>) -> Vec<TableDef> {
        self.tables.iter().map(|table| self.def(table, before)).collect()
    }

    fn def(&self, table: &Table, before: Option<&Self>) -> TableDef {
        let old = before.and_then(|world| world.tables.iter().find(|old| old.id == table.id));
        let mut def = TableDef::new("", &[]).primary_key("", const { &[Text::Borrowed("id")] });
        def.name = table.name.clone().into();
        def.primary_key.name = format!("pk_{}", table.id).into();
        def.renamed_from = old.filter(|old| old.name != table.name).map(|old| old.name.clone().into());
        def.comment = table.comment.clone().map(Into::into);
        let id = ColumnDef::new("id", DataType::I64);
        let mut columns = vec![if table.numbered { id.auto_increment() } else { id }];
        let mut keys = Vec::new();
        for column in &table.columns {
            let was = old.and_then(|old| old.columns.iter().find(|was| was.id == column.id));
            let mut made = ColumnDef::new("", column.data_type.clone());
            made.name = column.name.clone().into();
            made.nullable = column.nullable;
            made.renamed_from = was.filter(|was| was.name != column.name).map(|was| was.name.clone().into());
            made.comment = column.comment.clone().map(Into::into);
            made.default = if column.default { default(&column.data_type) } else { None };
            if let Some(source) = column.generated {
                let source = table.name_of(source);
                let text = matches!(column.data_type, DataType::Varchar(_));
                let expression = if text { format!("lower({source})") } else { format!("{source} + 1") };
                let stored = matches!(self.dialect, Dialect::Postgres | Dialect::Mysql | Dialect::Mariadb);
                made.generated = Some(tablewright_schema::model::Generated { expression: expression.into(), stored });
            }
            if let Some((target, action)) = column.target
                && let Some(target) = self.tables.iter().find(|other| other.id == target)
            {
                let mut key = ForeignKeyDef::new("", &[], "", const { &[Text::Borrowed("id")] }).on_delete(action);
                key.name = format!("fk_{}", column.id).into();
                key.columns = vec![Text::from(column.name.clone())].into();
                key.target = target.name.clone().into();
                keys.push(key);
            }
            columns.push(made);
        }
        def.columns = columns.into();
        def.foreign_keys = keys.into();
        self.keys(table, &mut def);
        def
    }

    fn keys(&self, table: &Table, def: &mut TableDef) {
        let names = |ids: &[usize]| -> Vec<Text> { ids.iter().map(|id| table.name_of(*id).into()).collect() };
        let (mut uniques, mut indexes, mut checks) = (Vec::new(), Vec::new(), Vec::new());
        for key in &table.keys {
            match key {
                Key::Unique(id, columns) => {
                    let mut unique = UniqueDef::new("", &[]);
                    unique.name = format!("uq_{id}").into();
                    unique.columns = names(columns).into();
                    uniques.push(unique);
                }
                Key::Index { id, columns, unique, descending, partial } => {
                    let mut index = IndexDef::new("", &[]);
                    index.name = format!("ix_{id}").into();
                    index.unique = *unique;
                    let part = |name: Text| IndexPart::Column { name, descending: *descending };
                    index.parts = names(columns).into_iter().map(part).collect::<Vec<_>>().into();
                    index.filter = partial.then(|| format!("{} is not null", table.name_of(columns[0])).into());
                    indexes.push(index);
                }
                Key::Lower(id, column) => {
                    let mut index = IndexDef::new("", &[]);
                    index.name = format!("ix_{id}").into();
                    let expression = format!("lower({})", table.name_of(*column)).into();
                    index.parts = vec![IndexPart::Expression { expression, descending: false }].into();
                    indexes.push(index);
                }
                Key::Check(id, column) => {
                    let name = table.name_of(*column);
                    let found = table.columns.iter().find(|other| other.id == *column).expect("its column");
                    let is_text = matches!(found.data_type, DataType::Varchar(_));
                    let mut check = CheckDef::new("", "");
                    check.name = format!("ck_{id}").into();
                    check.expression =
                        if is_text { format!("length({name}) < 1000") } else { format!("{name} >= 0 or {name} < -5") }
                            .into();
                    checks.push(check);
                }
            }
        }
        // A second key over the same columns is another engine's error.
        uniques.dedup_by(|one, other| one.columns == other.columns);
        (def.uniques, def.indexes, def.checks) = (uniques.into(), indexes.into(), checks.into());
    }

    /// The columns with values of their own, here and there: table and name, then table and name in the other one.
    pub fn surviving(&self, other: &Self) -> Vec<[(String, String); 2]> {
        let mut all = Vec::new();
        for table in &self.tables {
            let Some(there) = other.tables.iter().find(|there| there.id == table.id) else { continue };
            for column in
                table.columns.iter().filter(|column| column.generated.is_none() && readable(&column.data_type))
            {
                let also = there.columns.iter().find(|also| also.id == column.id && also.generated.is_none());
                all.extend(
                    also.map(|also| {
                        [(table.name.clone(), column.name.clone()), (there.name.clone(), also.name.clone())]
                    }),
                );
            }
        }
        all
    }
}

impl Table {
    fn name_of(&self, id: usize) -> String {
        self.columns.iter().find(|column| column.id == id).map_or_else(String::new, |column| column.name.clone())
    }

    /// Removes columns, with what is over them.
    fn remove(&mut self, test: impl Fn(&Column) -> bool) {
        let mut gone: Vec<usize> = self.columns.iter().filter(|column| test(column)).map(|column| column.id).collect();
        let computed =
            self.columns.iter().filter(|column| column.generated.is_some_and(|source| gone.contains(&source)));
        let computed: Vec<usize> = computed.map(|column| column.id).collect();
        gone.extend(computed);
        self.columns.retain(|column| !gone.contains(&column.id));
        self.keys.retain(|key| !key.columns().iter().any(|id| gone.contains(id)));
    }
}

impl Key {
    fn columns(&self) -> Vec<usize> {
        match self {
            Self::Unique(_, columns) | Self::Index { columns, .. } => columns.clone(),
            Self::Lower(_, column) | Self::Check(_, column) => vec![*column],
        }
    }
}

fn words(count: usize) -> DataType {
    DataType::Enum(WORDS[..count].iter().map(|word| Text::Borrowed(*word)).collect::<Vec<_>>().into())
}

fn data_type(rng: &mut Rng) -> DataType {
    match rng.u8(0..20) {
        0 => DataType::Text,
        1..=4 => DataType::Varchar(rng.u32(10..60)),
        5 => words(rng.usize(3..5)),
        6 => DataType::I16,
        7 | 8 => DataType::I32,
        9 => DataType::I64,
        10 => DataType::Bool,
        11 => {
            if rng.bool() {
                DataType::F32
            } else {
                DataType::F64
            }
        }
        12 | 13 => DataType::Decimal { precision: rng.u8(6..17), scale: 2 },
        14 => DataType::Date,
        15 => DataType::Time,
        16 => DataType::Timestamp,
        17 => DataType::TimestampTz,
        18 => {
            if rng.bool() {
                DataType::Uuid
            } else {
                DataType::Json
            }
        }
        _ => {
            if rng.bool() {
                DataType::Blob
            } else {
                DataType::Binary(rng.u32(8..40))
            }
        }
    }
}

/// A type that holds the values of another one, or most of them.
fn other_type(data_type: &DataType, rng: &mut Rng) -> DataType {
    match data_type {
        DataType::Text | DataType::Varchar(_) | DataType::Enum(_) => match rng.u8(0..5) {
            0 => DataType::Text,
            1 => words(rng.usize(3..5)),
            _ => DataType::Varchar(rng.u32(10..60)),
        },
        DataType::I16 | DataType::I32 | DataType::I64 => {
            rng.choice([DataType::I16, DataType::I32, DataType::I64]).expect("one of three")
        }
        DataType::Decimal { scale, .. } => DataType::Decimal { precision: rng.u8(6..17), scale: *scale },
        DataType::Blob | DataType::Binary(_) => {
            if rng.bool() {
                DataType::Blob
            } else {
                DataType::Binary(rng.u32(8..40))
            }
        }
        other => other.clone(),
    }
}

/// Whether a value can be made up, and a default.
fn neutral(data_type: &DataType) -> Option<()> {
    let simple = !matches!(
        data_type,
        DataType::Uuid | DataType::Json | DataType::Blob | DataType::Binary(_) | DataType::Time | DataType::TimestampTz
    );
    simple.then_some(())
}

fn default(data_type: &DataType) -> Option<ColumnDefault> {
    let literal = |literal| Some(ColumnDefault::Literal(literal));
    match data_type {
        DataType::Varchar(_) | DataType::Enum(_) => literal(Literal::Text("beta".into())),
        DataType::I16 | DataType::I32 | DataType::I64 => literal(Literal::Integer(7)),
        DataType::Bool => literal(Literal::Bool(true)),
        DataType::Decimal { .. } => literal(Literal::Number("1.50".into())),
        _ => None,
    }
}

/// Whether the values can be compared as texts.
fn readable(data_type: &DataType) -> bool {
    matches!(
        data_type,
        DataType::Text
            | DataType::Varchar(_)
            | DataType::Enum(_)
            | DataType::I16
            | DataType::I32
            | DataType::I64
            | DataType::Bool
            | DataType::Decimal { .. }
            | DataType::Date
    )
}
