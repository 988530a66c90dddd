//! A random schema as definitions.

use tablewright_schema::model::{
    CheckDef, ColumnDef, DataType, ForeignKeyDef, Generated, IndexDef, IndexPart, TableDef, Text, UniqueDef,
};

use super::{Column, Flavour, Key, Kind, Table, World};

impl World {
    /// The definitions; `before` tells the names that tables and columns had.
    pub fn defs(&self, before: Option<&Self>) -> Vec<TableDef> {
        self.tables.iter().map(|table| self.def(table, before)).collect()
    }

    fn def(&self, table: &Table, before: Option<&Self>) -> TableDef {
        let old = before.and_then(|world| world.table(table.id));
        let mut def = TableDef::new("", &[]);
        def.name = table.name.clone().into();
        def.primary_key.name = table.key_name.clone().into();
        let key = table.key_column.map(|id| table.name_of(id));
        def.primary_key.columns = std::iter::once("id".into()).chain(key.map(Text::from)).collect::<Vec<_>>().into();
        def.renamed_from = old.filter(|old| old.name != table.name).map(|old| old.name.clone().into());
        def.comment = table.comment.clone().map(Into::into);
        let id = ColumnDef::new("id", table.id_type.clone());
        let mut columns = vec![if table.numbered { id.auto_increment() } else { id }];
        columns.extend(table.columns.iter().map(|column| made(table, column, old)));
        def.columns = columns.into();
        keys(table, &mut def);
        let references = table.references.iter().filter(|reference| reference.enforced);
        let references = references.filter_map(|reference| {
            let target = self.table(reference.target)?;
            let mut key = ForeignKeyDef::new("", &[], "", &[]);
            key.name = reference.name.clone().into();
            key.columns = names(table, &reference.columns).into();
            key.target = target.name.clone().into();
            let second = target.key_column.map(|id| target.name_of(id));
            key.target_columns = std::iter::once("id".into()).chain(second.map(Text::from)).collect::<Vec<_>>().into();
            (key.on_delete, key.on_update) = (reference.on_delete, reference.on_update);
            Some(key)
        });
        def.foreign_keys = references.collect::<Vec<_>>().into();
        def
    }
}

fn made(table: &Table, column: &Column, old: Option<&Table>) -> ColumnDef {
    let was = old.and_then(|old| old.column(column.id));
    let mut made = ColumnDef::new("", column.data_type.clone());
    made.name = column.name.clone().into();
    made.nullable = column.nullable;
    made.renamed_from = was.filter(|was| was.name != column.name).map(|was| was.name.clone().into());
    made.comment = column.comment.clone().map(Into::into);
    made.default = column.default.clone();
    if let Some(how) = column.generated {
        let source = table.name_of(how.source);
        let is_text = matches!(column.data_type, DataType::Varchar(_));
        let expression = match (is_text, how.way) {
            (true, 0) => format!("lower({source})"),
            (true, _) => format!("upper({source})"),
            (false, 0) => format!("{source} + 1"),
            (false, _) => format!("{source} - 2"),
        };
        made.generated = Some(Generated { expression: expression.into(), stored: how.stored });
    }
    made
}

fn names(table: &Table, ids: &[usize]) -> Vec<Text> {
    ids.iter().map(|id| table.name_of(*id).into()).collect()
}

fn keys(table: &Table, def: &mut TableDef) {
    let (mut uniques, mut indexes, mut checks) = (Vec::new(), Vec::new(), Vec::new());
    for key in &table.keys {
        match key.kind {
            Kind::Unique => {
                let mut unique = UniqueDef::new("", &[]);
                unique.name = key.name.clone().into();
                unique.columns = names(table, &key.columns).into();
                uniques.push(unique);
            }
            Kind::Index { .. } | Kind::Expression { .. } => indexes.push(index(table, key)),
            Kind::Check(way) => {
                let mut check = CheckDef::new("", "");
                check.name = key.name.clone().into();
                check.expression = condition(table, key.columns[0], way).into();
                checks.push(check);
            }
        }
    }
    (def.uniques, def.indexes, def.checks) = (uniques.into(), indexes.into(), checks.into());
}

fn index(table: &Table, key: &Key) -> IndexDef {
    let mut index = IndexDef::new("", &[]);
    index.name = key.name.clone().into();
    let columns = names(table, &key.columns);
    let parts: Vec<IndexPart> = match key.kind {
        Kind::Index { unique, descending, mixed, partial } => {
            index.unique = unique;
            index.filter = partial.then(|| format!("{} is not null", columns[0]).into());
            let part = |(n, name)| IndexPart::Column { name, descending: descending != (mixed && n == 1) };
            columns.into_iter().enumerate().map(part).collect()
        }
        Kind::Expression { unique } => {
            index.unique = unique;
            let expression = format!("lower({})", columns[0]).into();
            vec![IndexPart::Expression { expression, descending: false }]
        }
        Kind::Unique | Kind::Check(_) => Vec::new(),
    };
    index.parts = parts.into();
    index
}

/// A condition that the rows fulfil, but for the last, which one of them may not.
fn condition(table: &Table, id: usize, way: u8) -> String {
    let name = table.name_of(id);
    match (table.column(id).map(|column| column.flavour), way) {
        (Some(Flavour::Words), 0) => format!("length({name}) < 1000"),
        (Some(Flavour::Words), 1) => format!("{name} <> 'none' and {name} is not null or {name} is null"),
        (Some(Flavour::Words), 2) => format!("{name} not in ('a', 'b')"),
        (Some(Flavour::Words), _) => format!("{name} <> 'gamma'"),
        (Some(Flavour::Days), 0 | 1) => format!("{name} <> date '2023-01-01'"),
        (Some(Flavour::Days), _) => format!("{name} > date '1950-01-01'"),
        (_, 0) => format!("{name} <> 77"),
        (_, 1) => format!("{name} < 77 or {name} > 78"),
        (_, 2) => format!("{name} between 0 and 50 or {name} <> 60"),
        (_, _) => format!("{name} <> 41"),
    }
}
