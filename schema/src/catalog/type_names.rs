//! The names of the types in a file of introspected tables: no two the same, and none that the file has from elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use super::Lifted;
use crate::model::{ColumnDef, DataType, TableDef};

/// What the file calls types that are not its own, and what whoever goes on with it will miss first.
const TAKEN: [&str; 15] = [
    "Box",
    "DateTime",
    "Decimal",
    "Error",
    "Json",
    "NaiveDate",
    "NaiveDateTime",
    "NaiveTime",
    "Option",
    "Result",
    "Self",
    "String",
    "Utc",
    "Uuid",
    "Vec",
];

/// The names of the types in a file.
#[derive(Debug)]
pub(super) struct TypeNames<'t> {
    /// That of the schema.
    pub schema: String,
    tables: BTreeMap<&'t str, String>,
    /// Of the enumerations, by table and column.
    enums: BTreeMap<(&'t str, &'t str), String>,
}

impl<'t> TypeNames<'t> {
    /// The names for a schema, its tables, and their columns with enumerations. One that is taken gets a line behind it.
    pub fn of(tables: &'t [Lifted], schema: &str) -> Self {
        let mut taken: BTreeSet<String> = TAKEN.map(str::to_owned).into();
        let mut own = |wanted: String, family: fn(&str) -> Vec<String>| take(wanted, family, &mut taken);
        let schema = own(pascal(schema), |name| vec![name.to_owned()]);
        // The derive makes two types more.
        let of_table = |name: &str| vec![name.to_owned(), format!("New{name}"), format!("{name}Dao")];
        let names = tables.iter().map(|Lifted { def, .. }| (&*def.name, own(pascal(&def.name), of_table)));
        let names: BTreeMap<&str, String> = names.collect();
        let enums = tables.iter().flat_map(|Lifted { def, .. }| {
            let is_enum = |column: &&ColumnDef| matches!(column.data_type, DataType::Enum(_) | DataType::Late(_));
            def.columns.iter().filter(is_enum).map(move |column| (&*def.name, &*column.name))
        });
        let enums = enums.map(|(table, column)| {
            let wanted = format!("{}{}", pascal(table), pascal(column));
            ((table, column), own(wanted, |name| vec![name.to_owned()]))
        });
        let enums = enums.collect();
        Self { schema, tables: names, enums }
    }

    /// The name of a table's struct.
    pub fn table(&self, table: &str) -> String {
        self.tables.get(table).cloned().unwrap_or_else(|| pascal(table))
    }

    /// The name of a column's enumeration.
    pub fn of_enum(&self, def: &TableDef, column: &ColumnDef) -> String {
        self.enums.get(&(&*def.name, &*column.name)).cloned().unwrap_or_else(|| pascal(&column.name))
    }
}

/// A name for each value of an enumeration, no two the same.
pub(super) fn variants(values: &[impl AsRef<str>]) -> Vec<String> {
    let mut taken = BTreeSet::from(["Self".to_owned()]);
    values.iter().map(|value| take(pascal(value.as_ref()), |name| vec![name.to_owned()], &mut taken)).collect()
}

/// Takes a name with all that come with it, which gets lines behind it for as long as one of them is taken.
fn take(mut name: String, family: fn(&str) -> Vec<String>, taken: &mut BTreeSet<String>) -> String {
    while family(&name).iter().any(|one| taken.contains(one)) {
        name.push('_');
    }
    taken.extend(family(&name));
    name
}

/// `patient_referrals` as `PatientReferrals`, and something that is no name as one.
fn pascal(name: &str) -> String {
    let mut out = String::new();
    let mut starts = true;
    for character in name.chars() {
        if character.is_ascii_alphanumeric() {
            out.push(if starts { character.to_ascii_uppercase() } else { character });
            starts = false;
        } else {
            starts = true;
        }
    }
    match out.chars().next() {
        Some(first) if first.is_ascii_alphabetic() => out,
        _ => format!("X{out}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lifted(names: &[&'static str]) -> Vec<Lifted> {
        let values = DataType::Enum(vec!["a".into()].into());
        let table = |name: &&'static str| {
            let columns = vec![ColumnDef::new("kind", values.clone())];
            Lifted { def: TableDef { columns: columns.into(), ..TableDef::new(name, &[]) }, notes: Vec::new() }
        };
        names.iter().map(table).collect()
    }

    #[test]
    fn no_two_are_the_same() {
        let tables = lifted(&["people_1", "people1", "new_people1", "option", "library", "people1_kind", "people1Dao"]);
        let names = TypeNames::of(&tables, "library");
        let of = |name: &str| names.table(name);
        assert_eq!(names.schema, "Library");
        assert_eq!(
            ["people_1", "people1", "new_people1", "option", "library", "people1_kind", "people1Dao"].map(of),
            ["People1", "People1_", "NewPeople1__", "Option_", "Library_", "People1Kind", "People1Dao_"]
        );
        let enums = tables.iter().map(|Lifted { def, .. }| names.of_enum(def, &def.columns[0]));
        assert_eq!(
            enums.collect::<Vec<_>>(),
            [
                "People1Kind_",
                "People1Kind__",
                "NewPeople1Kind_",
                "OptionKind",
                "LibraryKind",
                "People1KindKind",
                "People1DaoKind"
            ]
        );
    }

    #[test]
    fn values_become_variants() {
        assert_eq!(variants(&["a", "A", "self", "1", ""]), ["A", "A_", "Self_", "X1", "X"]);
    }
}
