//! A change as the rules see it: tables before and after, the differences, and the operations that they take.

use crate::Dialect;
use crate::dialect::version::Version;
use crate::diff::{self, Change, Matched, Pair};
use crate::migration::checksum;
use crate::model::{ColumnDef, ColumnDefault, DataType, IndexDef, TableDef};
use crate::plan::{Fill, Plan};

/// What the rules are told.
pub struct Subject<'a> {
    pub(super) matched: Matched<'a>,
    pub(super) changes: Vec<Change>,
    pub(super) fill: &'a Fill,
    /// The way there, for each dialect that has one.
    pub(super) plans: &'a [(Dialect, Plan)],
    pub(super) dialects: &'a [Dialect],
    pub(super) versions: &'a [Version; Dialect::COUNT],
}

/// Something that is done to a table that is there.
pub(crate) struct Operation<'a> {
    pub(crate) kind: OperationKind,
    /// The table, by its new name.
    pub(crate) table: &'a str,
    /// The part of the table by its new name; the table itself if it is about that.
    pub(crate) name: &'a str,
    /// The part in words, as a [`Change`] has it.
    part: String,
    /// The type before and after, where it changes.
    pub(crate) types: Option<(&'a DataType, &'a DataType)>,
}

/// What is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OperationKind {
    AddIndex,
    DropIndex,
    AddUnique,
    ChangePrimaryKey,
    AddReference,
    AddCheck,
    Require,
    Retype,
    AddComputed,
    AddStored,
    AddNumbered,
    DropColumn,
    DropTable,
    /// All rows are written into another table.
    CopyRows,
    /// It is one of several tables that one transaction changes.
    ChangeBesideOthers,
}

impl<'a> Subject<'a> {
    /// A change from old tables to new ones, and the plans for it.
    pub fn new(
        old: &'a [TableDef],
        new: &'a [TableDef],
        fill: &'a Fill,
        plans: &'a [(Dialect, Plan)],
        dialects: &'a [Dialect],
        versions: &'a [Version; Dialect::COUNT],
    ) -> Self {
        Self { matched: diff::matched(old, new), changes: diff::diff(old, new), fill, plans, dialects, versions }
    }

    /// The change of a part.
    pub(super) fn hash(&self, table: &str, part: &str) -> String {
        let own = self.changes.iter().filter(|change| change.table == *table && change.part == *part);
        hash(own)
    }

    /// All changes of a table.
    pub(super) fn hash_of_table(&self, table: &str) -> String {
        hash(self.changes.iter().filter(|change| change.table == *table))
    }

    /// The operations of all dialects; those that are to be read off a plan are asked for with it.
    pub(super) fn operations(&self) -> Vec<Operation<'_>> {
        let mut all = Vec::new();
        for pair in &self.matched.pairs {
            let table = &*pair.new.name;
            columns(pair, table, &mut all);
            keys(pair, table, &mut all);
        }
        let dropped = self.matched.dropped.iter().map(|def| of_table(OperationKind::DropTable, &def.name));
        all.extend(dropped);
        let changed = |pair: &&Pair<'_>| self.changes.iter().any(|change| *change.table == *pair.new.name);
        let changed: Vec<&Pair<'_>> = self.matched.pairs.iter().filter(changed).collect();
        if changed.len() > 1 {
            all.extend(changed.iter().map(|pair| of_table(OperationKind::ChangeBesideOthers, &pair.new.name)));
        }
        all
    }

    /// The tables whose rows a dialect's plan writes into another table.
    pub(super) fn copies(&self, dialect: Dialect) -> Vec<Operation<'_>> {
        let plan = self.plans.iter().find(|(of, _)| *of == dialect).map(|(_, plan)| plan);
        let statements = plan.map_or(&[][..], |plan| &plan.statements);
        let is_copied = |pair: &&Pair<'_>| {
            let from = [&pair.old.name, &pair.new.name].map(|name| format!(" FROM {}", dialect.quoted(name)));
            statements.iter().any(|sql| sql.starts_with("INSERT INTO ") && from.iter().any(|from| sql.ends_with(from)))
        };
        let copied = self.matched.pairs.iter().filter(is_copied);
        copied.map(|pair| of_table(OperationKind::CopyRows, &pair.new.name)).collect()
    }
}

impl Operation<'_> {
    /// Whether it is about a key, an index or a constraint.
    pub(super) fn is_key(&self) -> bool {
        match self.kind {
            OperationKind::AddIndex
            | OperationKind::DropIndex
            | OperationKind::AddUnique
            | OperationKind::AddReference
            | OperationKind::AddCheck => true,
            OperationKind::ChangePrimaryKey
            | OperationKind::Require
            | OperationKind::Retype
            | OperationKind::AddComputed
            | OperationKind::AddStored
            | OperationKind::AddNumbered
            | OperationKind::DropColumn
            | OperationKind::DropTable
            | OperationKind::CopyRows
            | OperationKind::ChangeBesideOthers => false,
        }
    }

    /// What an acknowledgement of it names.
    pub(super) fn of(&self) -> String {
        if self.part.is_empty() { self.table.to_owned() } else { format!("{}.{}", self.table, self.name) }
    }

    /// In words.
    pub(super) fn words(&self) -> String {
        if self.part.is_empty() {
            format!("table `{}`", self.table)
        } else {
            format!("{} of `{}`", self.part, self.table)
        }
    }

    pub(super) fn hash(&self, subject: &Subject<'_>) -> String {
        if self.part.is_empty() { subject.hash_of_table(self.table) } else { subject.hash(self.table, &self.part) }
    }
}

/// The hash of changes, from what a migration's file says of them.
pub(super) fn hash<'c>(changes: impl Iterator<Item = &'c Change>) -> String {
    let texts =
        changes.map(|change| [change.verb.name(), &change.table, &change.part, &change.from, &change.to].join("\u{1}"));
    checksum::of_text(&texts.collect::<Vec<_>>().join("\0"))
}

/// The hashes that an acknowledgement of a change may be bound to: of this one, of all of its part, of all of its table.
pub(super) fn hashes(changes: &[Change], own: &Change) -> [String; 3] {
    let of_part = changes.iter().filter(|other| (&other.table, &other.part) == (&own.table, &own.part));
    let of_table = changes.iter().filter(|other| other.table == own.table);
    [hash([own].into_iter()), hash(of_part), hash(of_table)]
}

fn of_table(kind: OperationKind, table: &str) -> Operation<'_> {
    Operation { kind, table, name: table, part: String::new(), types: None }
}

fn columns<'a>(pair: &'a Pair<'_>, table: &'a str, all: &mut Vec<Operation<'a>>) {
    let mut push = |kind, column: &'a ColumnDef, types| {
        let part = format!("column `{}`", column.name);
        all.push(Operation { kind, table, name: &column.name, part, types });
    };
    for column in pair.new.columns.iter() {
        let Some(before) = pair.renamed_old.column(&column.name) else {
            if column.generated.as_ref().is_some_and(|generated| generated.stored) {
                push(OperationKind::AddStored, column, None);
            }
            if matches!(column.default, Some(ColumnDefault::Expression(_))) {
                push(OperationKind::AddComputed, column, None);
            }
            if column.auto_increment {
                push(OperationKind::AddNumbered, column, None);
            }
            continue;
        };
        if before.generated.is_none() && column.generated.is_none() {
            if before.data_type != column.data_type && !is_same_list(&before.data_type, &column.data_type) {
                push(OperationKind::Retype, column, Some((&before.data_type, &column.data_type)));
            }
            if matches!(&column.data_type, DataType::Enum(_)) && before.data_type != column.data_type {
                push(OperationKind::AddCheck, column, None);
            }
            if before.nullable && !column.nullable && !pair.renamed_old.is_key(&column.name) {
                push(OperationKind::Require, column, None);
            }
        }
    }
    for column in pair.renamed_old.columns.iter().filter(|column| pair.new.column(&column.name).is_none()) {
        push(OperationKind::DropColumn, column, None);
    }
}

fn keys<'a>(pair: &'a Pair<'_>, table: &'a str, all: &mut Vec<Operation<'a>>) {
    let (old, new) = (&pair.renamed_old, pair.new);
    let mut push = |kind, what: &str, name: &'a str| {
        let part = format!("{what} `{name}`");
        all.push(Operation { kind, table, name, part, types: None });
    };
    for unique in new.uniques.iter().filter(|unique| !old.uniques.contains(unique)) {
        push(OperationKind::AddUnique, "unique constraint", &unique.name);
    }
    for check in new.checks.iter().filter(|check| !old.checks.contains(check)) {
        push(OperationKind::AddCheck, "check", &check.name);
    }
    for index in new.indexes.iter().filter(|index| !old.indexes.contains(index)) {
        push(OperationKind::AddIndex, "index", &index.name);
    }
    let goes = |index: &&IndexDef| !new.indexes.contains(index);
    for index in old.indexes.iter().filter(goes) {
        push(OperationKind::DropIndex, "index", &index.name);
    }
    for key in new.foreign_keys.iter().filter(|key| !old.foreign_keys.contains(key)) {
        push(OperationKind::AddReference, "foreign key", &key.name);
    }
    if old.primary_key.columns != new.primary_key.columns && !new.primary_key.columns.is_empty() {
        let (kind, name) = (OperationKind::ChangePrimaryKey, &*new.primary_key.name);
        all.push(Operation { kind, table, name, part: "the primary key".to_owned(), types: None });
    }
}

/// Whether both are enumerations that are kept in the same way.
fn is_same_list(before: &DataType, after: &DataType) -> bool {
    let (DataType::Enum(before), DataType::Enum(after)) = (before, after) else { return false };
    DataType::enum_width(before) == DataType::enum_width(after)
}
