//! How many formats of its rows a change of a table makes on Firebird, which takes 255 of them
//! (<https://firebirdsql.org/file/documentation/html/en/refdocs/fblangref40/firebird-40-language-reference.html#fblangref40-ddl-tbl-alter>).

use tablewright::{Database, Executor, HandwrittenSql};
use tablewright_schema::model::{CheckDef, ColumnDef, ColumnDefault, DataType, Literal, TableDef, Text};
use tablewright_schema::plan::{Fill, plan};

use super::files::Files;
use crate::golden::changes::back;

fn table(columns: Vec<ColumnDef>) -> TableDef {
    let mut def = TableDef::new("people", &[]).primary_key("pk_people", const { &[Text::Borrowed("id")] });
    def.columns = columns.into();
    def
}

/// Shows that changes of all kinds make one more format where one statement can say them.
///
/// # Panics
/// If there are others.
pub async fn are_few(db: &Database) {
    let (id, age) = (ColumnDef::new("id", DataType::I64), ColumnDef::new("age", DataType::I32).nullable());
    let (town, paid) = (ColumnDef::new("town", DataType::Text).nullable(), ColumnDef::new("paid", DataType::I32));
    let twice =
        |source: &ColumnDef| ColumnDef::new("twice", source.data_type.clone()).nullable().generated("age + age", false);
    let first = table(vec![id.clone(), age.clone(), town, paid.clone(), twice(&age)]);
    let (mut wide, mut settled) = (age, paid);
    wide.data_type = DataType::I64;
    (settled.name, settled.renamed_from) = ("settled".into(), Some("paid".into()));
    settled.default = Some(ColumnDefault::Literal(Literal::Integer(7)));
    let name = ColumnDef::new("name", DataType::Varchar(20)).nullable();
    let member = ColumnDef::new("member", DataType::Bool).default(ColumnDefault::Literal(Literal::Bool(true)));
    let second =
        table(vec![id.clone(), wide.clone(), twice(&wide), name.clone(), ColumnDef::new("paid", DataType::I32)]);
    let mut third = table(vec![id, wide, settled, member]);
    third.checks = vec![CheckDef::new("ck_people_age", "age > 0")].into();
    // What is computed goes before a new name is told, and a narrower type takes the values into another column.
    for (old, new, expected) in [(&first, &second, [1, 2]), (&second, &third, [2, 2])] {
        let (old, new) = ([old.clone()], [new.clone()]);
        let up = plan(&old, &new, db.dialect(), &Fill::default()).expect("a plan");
        let down = plan(&new, &tablewright_schema::diff::back(&old, &new), db.dialect(), &back()).expect("a way back");
        let files = Files::new(db.dialect(), &old, &[(&up, Some(&down))]);
        files.migrate(db, "001").await.expect("tables");
        let mut formats = vec![format(db).await];
        files.migrate(db, "002").await.expect("changes");
        formats.push(format(db).await);
        files.rollback(db, "001").await.expect("a way back");
        formats.push(format(db).await);
        files.rollback(db, "000").await.expect("nothing");
        let more: Vec<i64> = formats.windows(2).map(|pair| pair[1] - pair[0]).collect();
        assert_eq!(more, expected, "{}\n-- back\n{}", up.statements.join("\n"), down.statements.join("\n"));
    }
}

async fn format(db: &Database) -> i64 {
    let sql = "SELECT CAST(RDB$FORMAT AS BIGINT) FROM RDB$RELATIONS WHERE RDB$RELATION_NAME = 'people'";
    db.fetch_sql(sql, &[], |row| row.get::<i64>(0)).await.expect("a format")[0]
}
