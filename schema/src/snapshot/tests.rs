//! What is written is read back, and what is wrong is named with its place.

use super::*;
use crate::model::{
    Action, CheckDef, ColumnDef, ColumnDefault, DataType, ForeignKeyDef, IndexDef, IndexPart, Literal, Text, UniqueDef,
};

const ID: &[Text] = &[Text::Borrowed("id")];

fn everything() -> Snapshot {
    let types = [
        DataType::Text,
        DataType::Varchar(9),
        DataType::I16,
        DataType::I32,
        DataType::I64,
        DataType::Bool,
        DataType::F32,
        DataType::F64,
        DataType::Decimal { precision: 9, scale: 2 },
        DataType::Date,
        DataType::Time,
        DataType::Timestamp,
        DataType::TimestampTz,
        DataType::Uuid,
        DataType::Json,
        DataType::Blob,
        DataType::Binary(4),
        DataType::Enum(vec!["a, b".into(), "c".into()].into()),
    ];
    let defaults = [
        ColumnDefault::Now,
        ColumnDefault::Uuid,
        ColumnDefault::Expression("1 + 1".into()),
        ColumnDefault::Literal(Literal::Bool(false)),
        ColumnDefault::Literal(Literal::Integer(i64::MIN)),
        ColumnDefault::Literal(Literal::Number("0.10".into())),
        ColumnDefault::Literal(Literal::Text("".into())),
    ];
    let mut columns = vec![ColumnDef::new("id", DataType::I64).auto_increment().comment("\"quoted\"\n")];
    for (n, data_type) in types.into_iter().enumerate() {
        let mut column = ColumnDef::new("", data_type);
        column.name = format!("c{n}").into();
        column.default = defaults.get(n).cloned();
        column.nullable = n % 2 == 0;
        column.personal = n % 3 == 0;
        columns.push(column);
    }
    columns.push(ColumnDef::new("sum", DataType::I64).generated("c2 + c3", true));
    let mut def = TableDef::new("t", &[])
        .comment("Things")
        .primary_key("pk_t", ID)
        .uniques(const { &[UniqueDef::new("uq_t", ID)] })
        .checks(const { &[CheckDef::new("ck_t", "id > 0")] })
        .indexes(
            const {
                &[
                    IndexDef::new("ix_1", const { &[IndexPart::desc("id"), IndexPart::expression("lower(c0)")] })
                        .unique(),
                    IndexDef::new("ix_2", const { &[IndexPart::asc("c1")] }).filter("id > 1"),
                ]
            },
        )
        .foreign_keys(const { &[ForeignKeyDef::new("fk_t", ID, "u", ID).on_delete(Action::SetNull)] });
    def.columns = columns.into();
    let migration = Entry { version: "001".into(), file: "001.json".into(), checksum: "sha256:0".into() };
    Snapshot {
        tables: vec![def, TableDef::new("bare", const { &[ColumnDef::new("id", DataType::I64)] })],
        migrations: vec![migration],
    }
}

#[test]
fn what_is_written_is_read_back() {
    let snapshot = everything();
    let text = snapshot.to_json();
    assert_eq!(Snapshot::parse(FILE, &text), Ok(snapshot));
    assert!(text.ends_with("}\n") && !text.contains(": null"), "{text}");
}

#[test]
fn faults_have_a_place() {
    let faults = [
        ("{", "s.json, 1:1: this is no JSON: EOF while parsing an object"),
        ("[]", "s.json: `\"format\": 1` is missing, so this is no snapshot of tablewright"),
        (
            r#"{"format": 2, "new": 1}"#,
            concat!(
                "s.json, format: format 2 needs a newer tablewright than ",
                env!("CARGO_PKG_VERSION"),
                ", which reads formats up to 1: update it to the release that wrote this, or a later one"
            ),
        ),
        (r#"{"format": "1", "tables": []}"#, "s.json, format: expected a whole number"),
        (r#"{"format": 0, "tables": []}"#, "s.json, format: formats are numbers from 1 to 1"),
        (r#"{"format": 1}"#, "s.json: the key `tables` is missing"),
        (
            r#"{"format": 1, "tables": [{"name": "t", "colums": []}]}"#,
            "s.json, tables[0]: unknown key `colums`; did you mean `columns`?",
        ),
        (
            r#"{"format": 1, "tables": [{"name": "t", "columns": [{"name": "a", "type": "varchar(x)"}]}]}"#,
            "s.json, tables[0].columns[0].type: `varchar(x)` is no data type of tablewright",
        ),
        (
            r#"{"format": 1, "tables": [{"name": 1, "columns": []}]}"#,
            "s.json, tables[0].name: expected a text in double quotes",
        ),
    ];
    for (text, message) in faults {
        assert_eq!(Snapshot::parse("s.json", text).unwrap_err().to_string(), message);
    }
}

mod declaration {
    use super::super::declared::{Declaration, Declared, Warning};
    use crate::Dialect;
    use crate::model::{ColumnDef, ColumnDefault, DataType, Literal, TableDef, Text};

    static TABLE: TableDef = TableDef::new(
        "people",
        const {
            &[ColumnDef::new("name", DataType::Varchar(9))
                .default(ColumnDefault::Literal(Literal::Text(Text::Borrowed("\"\\\u{1}é"))))
                .renamed_from("title")]
        },
    )
    .renamed_from("persons")
    .dropped(const { &[Text::Borrowed("age")] });
    static DECLARATION: Declaration = Declaration {
        name: "Clinic",
        dialects: &[Dialect::Postgres, Dialect::Firebird],
        versions: &Dialect::usual_versions(),
        migrations: "migrations",
        dropped: &["visits"],
        tables: &[(&TABLE, &[Warning { rule: "no-primary-key", message: "it hurts" }])],
    };
    /// As the compiler writes it.
    static BYTES: [u8; DECLARATION.length()] = DECLARATION.bytes();

    #[test]
    fn what_the_compiler_writes_is_read() {
        let read = Declared::parse("x", std::str::from_utf8(&BYTES).unwrap()).unwrap();
        let expected = Declared {
            name: "Clinic".to_owned(),
            dialects: [Dialect::Postgres, Dialect::Firebird].map(|dialect| (dialect, dialect.usual())).to_vec(),
            migrations: Some("migrations".to_owned()),
            dropped: vec!["visits".to_owned()],
            tables: vec![TABLE.clone()],
            warnings: vec![("people".to_owned(), "no-primary-key".to_owned(), "it hurts".to_owned())],
        };
        assert_eq!(read, expected);
    }
}
