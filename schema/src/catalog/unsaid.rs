//! What of a definition no struct can say: it becomes a note, so that the source compiles.

use super::Lifted;
use crate::check;
use crate::model::{ColumnDefault, Literal, TableDef};
use crate::name::is_identifier;

/// The same without it, and with the notes.
pub(super) fn left_out(lifted: &Lifted) -> Lifted {
    let Lifted { mut def, mut notes } = lifted.clone();
    for (n, column) in lifted.def.columns.iter().enumerate() {
        let Some(default) = &column.default else { continue };
        if check::default_mismatch(&lifted.def, column, default).is_some() {
            notes.push(format!("the default of column `{}` is {}", column.name, told(default)));
            def.columns.to_mut()[n].default = None;
        }
    }
    let mut is_named = |kind: &str, name: &str| {
        let is_one = is_identifier(name);
        if !is_one {
            notes.push(format!("{kind} `{name}` has a name that not every engine takes"));
        }
        is_one
    };
    def.uniques.to_mut().retain(|unique| is_named("unique constraint", &unique.name));
    def.indexes.to_mut().retain(|index| is_named("index", &index.name));
    def.checks.to_mut().retain(|check| is_named("check", &check.name));
    def.foreign_keys.to_mut().retain(|key| is_named("foreign key", &key.name));
    Lifted { def, notes }
}

/// Why no struct can be the table, if none can.
pub(super) fn why_no_struct(def: &TableDef) -> Option<&'static str> {
    if !is_identifier(&def.name) {
        Some("not every engine takes its name")
    } else if def.columns.is_empty() {
        Some("none of its columns can be a field")
    } else {
        None
    }
}

fn told(default: &ColumnDefault) -> String {
    match default {
        ColumnDefault::Now => "the current time".to_owned(),
        ColumnDefault::Uuid => "a new UUID".to_owned(),
        ColumnDefault::Literal(Literal::Bool(value)) => value.to_string(),
        ColumnDefault::Literal(Literal::Integer(value)) => value.to_string(),
        ColumnDefault::Literal(Literal::Number(text)) | ColumnDefault::Expression(text) => text.to_string(),
        ColumnDefault::Literal(Literal::Text(text)) => format!("'{text}'"),
        // Never in a finished model.
        ColumnDefault::Literal(Literal::Late(_)) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::source;
    use crate::model::{ColumnDef, DataType, ForeignKeyDef, IndexDef, IndexPart, Text};

    fn lifted(name: &'static str, columns: Vec<ColumnDef>) -> Lifted {
        let mut def = TableDef::new(name, &[]);
        def.columns = columns.into();
        Lifted { def, notes: Vec::new() }
    }

    #[test]
    fn what_would_not_compile_is_a_comment() {
        let text = |text: &'static str| ColumnDefault::Literal(Literal::Text(text.into()));
        let mut people = lifted(
            "people",
            vec![
                ColumnDef::new("id", DataType::I64),
                ColumnDef::new("papers", DataType::Json).default(text("{}")),
                ColumnDef::new("born", DataType::Date).default(text("2020-01-01")),
                ColumnDef::new("town", DataType::Text).default(text("Durban")),
            ],
        );
        const TOWN: &[IndexPart] = &[IndexPart::asc("town")];
        people.def.indexes = vec![IndexDef::new("odd index", TOWN)].into();
        let to =
            |target: &'static str| ForeignKeyDef::new("fk", &[Text::Borrowed("id")], target, &[Text::Borrowed("id")]);
        people.def.foreign_keys = vec![to("odd name")].into();
        let mut odd = lifted("odd name", vec![ColumnDef::new("id", DataType::I64)]);
        odd.notes.push("column `a b` has a name\nof two words".to_owned());
        let written = source(&[people, odd, lifted("empty", Vec::new())], "library", "postgres");
        for line in [
            "// Not in this struct: the default of column `papers` is '{}'.",
            "// Not in this struct: the default of column `born` is '2020-01-01'.",
            "    #[column(default = \"Durban\")]",
            "// Not in this struct: index `odd index` has a name that not every engine takes.",
            "// Not in this schema: table `odd name`, for not every engine takes its name.",
            "// column `a b` has a name of two words.",
            "// Not in this schema: table `empty`, for none of its columns can be a field.",
        ] {
            assert!(written.lines().any(|own| own == line), "no `{line}` in\n{written}");
        }
        assert!(written.contains("tables: [People], dialects: [postgres]"), "{written}");
        assert!(written.contains("// Not in this struct: a foreign key to a table that is not here: "), "{written}");
        assert_eq!(written.matches("#[column(").count(), 1, "{written}");
        assert_eq!(written.matches("pub struct ").count(), 2, "{written}");
    }
}
