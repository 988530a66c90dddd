//! Values whose column gets another type: each becomes the same one on every engine, or is told before anything is touched.

use tablewright::driver::{Operation, Statement};
use tablewright::{Database, Executor, HandwrittenSql, Param};
use tablewright_schema::dialect::render;
use tablewright_schema::model::{ColumnDef, DataType, TableDef, Text};
use tablewright_schema::plan::{Fill, Plan, plan};
use tablewright_schema::{diff, order};

use super::value::{null, param, read};

/// What becomes of values: each is written as a text that says all of it.
struct Case {
    from: DataType,
    to: DataType,
    /// A value, what it becomes, and what that becomes on the way back.
    fit: &'static [(&'static str, &'static str, &'static str)],
    /// Values that have no equal.
    unfit: &'static [&'static str],
}

const fn decimal(precision: u8, scale: u8) -> DataType {
    DataType::Decimal { precision, scale }
}

fn words() -> DataType {
    DataType::Enum(const { &[Text::Borrowed("alpha"), Text::Borrowed("beta")] }.into())
}

/// Values that come back as they were.
macro_rules! same {
    ($($was:literal => $is:literal),* $(,)?) => { &[$(($was, $is, $was)),*] };
}

fn cases() -> Vec<Case> {
    let case = |from, to, fit, unfit| Case { from, to, fit, unfit };
    let long = decimal(30, 4);
    let days = &["2023-02-29", "1900-02-29", "2024-2-1", "2024-02-30", "0000-01-01", " 2024-01-01", "2024-01-01 ", ""];
    vec![
        case(DataType::I16, DataType::I64, same!["-32768" => "-32768", "0" => "0", "32767" => "32767"], &[]),
        case(DataType::I64, DataType::I16, same!["-32768" => "-32768", "32767" => "32767"], &["32768", "-32769"]),
        case(
            DataType::I64,
            DataType::I32,
            same!["-2147483648" => "-2147483648", "2147483647" => "2147483647"],
            &["2147483648", "-9223372036854775808"],
        ),
        case(
            DataType::I64,
            DataType::Text,
            same!["-9223372036854775808" => "-9223372036854775808", "0" => "0", "9223372036854775807" => "9223372036854775807"],
            &[],
        ),
        case(DataType::I32, DataType::Varchar(3), same!["-12" => "-12", "999" => "999"], &["-123", "1000"]),
        case(
            DataType::Text,
            DataType::I64,
            same!["-9223372036854775808" => "-9223372036854775808", "9223372036854775807" => "9223372036854775807", "0" => "0"],
            &["9223372036854775808", "-0", "+1", "01", "1.0", "1e3", " 1", "1 ", "1\n", "x", "", "-", "٣"],
        ),
        case(
            DataType::Varchar(20),
            DataType::I16,
            same!["-32768" => "-32768", "7" => "7"],
            &["32768", "-32769", "99999", "123456", "0x1F", "7;"],
        ),
        case(DataType::I16, decimal(8, 2), same!["-32768" => "-32768.00", "0" => "0.00", "5" => "5.00"], &[]),
        case(DataType::I32, decimal(6, 2), same!["-9999" => "-9999.00", "9999" => "9999.00"], &["10000", "-10000"]),
        case(DataType::I64, long.clone(), same!["-9223372036854775808" => "-9223372036854775808.0000"], &[]),
        case(DataType::I64, decimal(20, 0), same!["-9223372036854775808" => "-9223372036854775808"], &[]),
        case(
            decimal(8, 2),
            DataType::I16,
            same!["-32768.00" => "-32768", "0.00" => "0", "32767.00" => "32767"],
            &["0.01", "-0.50", "32768.00", "999999.00"],
        ),
        case(
            long.clone(),
            DataType::I64,
            same!["-9223372036854775808.0000" => "-9223372036854775808", "12.0000" => "12"],
            &["0.0001", "9223372036854775808.0000", "-0.5000"],
        ),
        case(decimal(6, 2), decimal(12, 4), same!["-9999.99" => "-9999.9900", "0.05" => "0.0500"], &[]),
        case(
            decimal(12, 4),
            decimal(6, 2),
            same!["-9999.9900" => "-9999.99", "0.0500" => "0.05", "0.0000" => "0.00"],
            &["0.0510", "-0.0001", "10000.0000"],
        ),
        case(decimal(8, 2), long.clone(), same!["-999999.99" => "-999999.9900", "-0.05" => "-0.0500"], &[]),
        case(
            long.clone(),
            decimal(8, 2),
            same!["-999999.9900" => "-999999.99", "0.5000" => "0.50", "-0.0100" => "-0.01"],
            &["0.0001", "1000000.0000", "-0.0010"],
        ),
        case(long.clone(), decimal(24, 0), same!["-12.0000" => "-12", "0.0000" => "0"], &["0.1000"]),
        case(decimal(6, 2), decimal(6, 3), same!["-999.99" => "-999.990", "0.00" => "0.000"], &["1000.00", "-1000.01"]),
        case(
            decimal(8, 2),
            DataType::Varchar(12),
            same!["-999999.99" => "-999999.99", "0.00" => "0.00", "-0.05" => "-0.05", "7.10" => "7.10"],
            &[],
        ),
        case(
            long.clone(),
            DataType::Text,
            same!["-0.0500" => "-0.0500", "12345678901234567890.1234" => "12345678901234567890.1234"],
            &[],
        ),
        case(decimal(10, 0), DataType::Text, same!["-12" => "-12", "0" => "0"], &[]),
        case(
            DataType::Varchar(40),
            decimal(8, 2),
            &[
                ("12", "12.00", "12.00"),
                ("-0.5", "-0.50", "-0.50"),
                ("999999.99", "999999.99", "999999.99"),
                ("-0", "0.00", "0.00"),
            ],
            &[
                "1000000", "0.123", ".5", "5.", "1,5", "00.5", "--1", "1-", "1.2.3", "1e2", "", "NaN", "Infinity",
                "1.00\n",
            ],
        ),
        case(
            DataType::Text,
            decimal(30, 4),
            &[
                ("12345678901234567890.5", "12345678901234567890.5000", "12345678901234567890.5000"),
                ("-0.0", "0.0000", "0.0000"),
            ],
            &["0.12345", "123456789012345678901234567"],
        ),
        case(
            DataType::Text,
            decimal(4, 4),
            &[("0.1234", "0.1234", "0.1234"), ("-0.5", "-0.5000", "-0.5000")],
            &["1", "1.5", "-2"],
        ),
        case(DataType::Bool, DataType::I32, same!["true" => "1", "false" => "0"], &[]),
        case(DataType::Bool, DataType::I16, same!["true" => "1", "false" => "0"], &[]),
        case(DataType::I64, DataType::Bool, same!["1" => "true", "0" => "false"], &["2", "-1"]),
        case(
            DataType::Date,
            DataType::Text,
            same!["0001-01-01" => "0001-01-01", "2024-02-29" => "2024-02-29", "9999-12-31" => "9999-12-31"],
            &[],
        ),
        case(
            DataType::Date,
            DataType::Timestamp,
            same!["0001-01-01" => "0001-01-01 00:00:00", "9999-12-31" => "9999-12-31 00:00:00"],
            &[],
        ),
        case(
            DataType::Timestamp,
            DataType::Date,
            &[
                ("2024-12-31 23:59:59.9999", "2024-12-31", "2024-12-31 00:00:00"),
                ("1969-12-31 00:00:00", "1969-12-31", "1969-12-31 00:00:00"),
            ],
            &[],
        ),
        case(
            DataType::Varchar(30),
            DataType::Date,
            same!["2024-02-29" => "2024-02-29", "2000-02-29" => "2000-02-29", "0001-01-01" => "0001-01-01", "9999-12-31" => "9999-12-31"],
            days,
        ),
        case(DataType::Text, DataType::Date, same!["2024-12-31" => "2024-12-31"], days),
        case(words(), DataType::Text, same!["alpha" => "alpha", "beta" => "beta"], &[]),
        case(words(), DataType::Varchar(4), same!["beta" => "beta"], &["alpha"]),
        case(DataType::Text, words(), same!["alpha" => "alpha"], &["gamma", "Alpha", ""]),
        case(DataType::Varchar(4), DataType::Text, same!["é€𝄞x" => "é€𝄞x", "" => ""], &[]),
        case(DataType::Text, DataType::Varchar(4), same!["é€𝄞x" => "é€𝄞x", "" => ""], &["é€𝄞xy"]),
        case(
            DataType::F32,
            DataType::F64,
            &[("0.5", "0.5", ""), ("-16777216", "-16777216", ""), ("0.1", "0.10000000149011612", "")],
            &[],
        ),
        case(
            DataType::Uuid,
            DataType::Varchar(36),
            same!["00000000-0000-0000-0000-000000000001" => "00000000-0000-0000-0000-000000000001",
                  "ffffffff-aaaa-4bbb-8ccc-0123456789ab" => "ffffffff-aaaa-4bbb-8ccc-0123456789ab"],
            &[],
        ),
        case(
            DataType::Text,
            DataType::Uuid,
            &[(
                "FFFFFFFF-aaaa-4bbb-8ccc-0123456789ab",
                "ffffffff-aaaa-4bbb-8ccc-0123456789ab",
                "ffffffff-aaaa-4bbb-8ccc-0123456789ab",
            )],
            &[
                "ffffffffaaaa4bbb8ccc0123456789ab",
                "ffffffff-aaaa-4bbb-8ccc-0123456789a",
                "gfffffff-aaaa-4bbb-8ccc-0123456789ab",
                "",
            ],
        ),
        case(DataType::Blob, DataType::Binary(3), same!["00ff10" => "00ff10", "" => ""], &["00ff1000"]),
        case(DataType::Binary(3), DataType::Blob, same!["00ff10" => "00ff10"], &[]),
    ]
}

/// Shows it for all pairs of types; how many values.
///
/// # Panics
/// If a value becomes another one, or one without an equal is not told.
pub async fn agree(db: &Database) -> usize {
    let (mut wrong, mut count) = (Vec::new(), 0);
    for case in &cases() {
        let name = "xconverted";
        let what = format!("{:?} to {:?}", case.from, case.to);
        match converted(db, case, name).await {
            Ok(values) => count += values,
            Err(error) => wrong.push(format!("{what}: {error}")),
        }
        forget(db, name).await;
    }
    assert!(wrong.is_empty(), "{} on {}:\n{}", wrong.len(), db.dialect(), wrong.join("\n"));
    count
}

fn table(name: &str, data_type: &DataType) -> TableDef {
    let id = ColumnDef::new("id", DataType::I64);
    let mut def = TableDef::new("", &[]).primary_key("pk_xconverted", const { &[Text::Borrowed("id")] });
    def.name = name.to_owned().into();
    def.columns = vec![id, ColumnDef::new("v", data_type.clone()).nullable()].into();
    def
}

async fn converted(db: &Database, case: &Case, name: &str) -> Result<usize, String> {
    let dialect = db.dialect();
    let (old, new) = ([table(name, &case.from)], [table(name, &case.to)]);
    let told = |refusals: Vec<tablewright_schema::plan::Refusal>| format!("{refusals:?}");
    let up = plan(&old, &new, dialect, &Fill::default()).map_err(told)?;
    let ddl = render(&old[0], dialect).map_err(|wrong| format!("{wrong:?}"))?.0;
    for sql in order::create(&[(&old[0], ddl)]) {
        run(db, &sql).await?;
    }
    // Each value without an equal is told for itself.
    for value in case.unfit {
        insert(db, name, 1, &case.from, Some(value)).await?;
        if asked(db, &up).await? == 0 {
            return Err(format!("`{value}` is not told:\n{}", text(&up)));
        }
        let sql = format!("DELETE FROM {}", dialect.quoted(name));
        db.execute_sql(&sql, &[]).await.map_err(|error| error.to_string())?;
    }
    insert(db, name, 1, &case.from, None).await?;
    for (id, (value, ..)) in (2..).zip(case.fit) {
        insert(db, name, id, &case.from, Some(value)).await?;
    }
    change(db, &up).await?;
    same(db, name, &case.to, case.fit.iter().map(|(_, is, _)| *is))
        .await
        .map_err(|error| format!("{error}\n{}", text(&up)))?;
    // What would be rounded has no way back.
    if let Ok(down) = plan(&new, &diff::back(&old, &new), dialect, &Fill::default()) {
        change(db, &down).await.map_err(|error| format!("back: {error}"))?;
        let back = same(db, name, &case.from, case.fit.iter().map(|(_, _, back)| *back)).await;
        back.map_err(|error| format!("back: {error}\n{}", text(&down)))?;
    }
    Ok(case.fit.len() + case.unfit.len())
}

fn text(plan: &Plan) -> String {
    let questions = plan.preflight.iter().map(|question| question.sql.clone());
    questions.chain(plan.statements.iter().cloned()).collect::<Vec<_>>().join("\n")
}

/// How many rows are in the way.
async fn asked(db: &Database, plan: &Plan) -> Result<i64, String> {
    let mut sum = 0;
    for question in &plan.preflight {
        let count = db.fetch_sql(&question.sql, &[], |row| row.get::<i64>(0)).await;
        sum += count.map_err(|error| format!("{error}: {}", question.sql))?.iter().sum::<i64>();
    }
    Ok(sum)
}

async fn change(db: &Database, plan: &Plan) -> Result<(), String> {
    match asked(db, plan).await? {
        0 => {}
        count => return Err(format!("{count} rows are said not to fit:\n{}", text(plan))),
    }
    for sql in &plan.statements {
        run(db, sql).await?;
    }
    Ok(())
}

async fn run(db: &Database, sql: &str) -> Result<(), String> {
    db.execute(Statement::built(sql, Operation::Ddl), &[]).await.map(drop).map_err(|error| format!("{error}: {sql}"))
}

async fn forget(db: &Database, name: &str) {
    let sql = format!("DROP TABLE {}", db.dialect().quoted(name));
    // It is not there where it could not be made.
    db.execute(Statement::built(&sql, Operation::Ddl), &[]).await.ok();
}

async fn insert(db: &Database, table: &str, id: i64, data_type: &DataType, value: Option<&str>) -> Result<(), String> {
    let dialect = db.dialect();
    let (mut first, mut second) = (String::new(), String::new());
    dialect.placeholder(1, &mut first);
    dialect.placeholder(2, &mut second);
    let names = [table, "id", "v"].map(|name| dialect.quoted(name));
    let sql = format!("INSERT INTO {} ({}, {}) VALUES ({first}, {second})", names[0], names[1], names[2]);
    let value = value.map_or_else(|| null(data_type), |value| param(data_type, value));
    let done = db.execute_sql(&sql, &[Param::I64(id), value]).await;
    done.map(drop).map_err(|error| format!("a value of {data_type:?}: {error}"))
}

async fn same<'v>(
    db: &Database,
    name: &str,
    data_type: &DataType,
    wanted: impl Iterator<Item = &'v str>,
) -> Result<(), String> {
    let dialect = db.dialect();
    let sql = format!("SELECT {} FROM {} ORDER BY {}", dialect.quoted("v"), dialect.quoted(name), dialect.quoted("id"));
    let found = db.fetch_sql(&sql, &[], |row| read(row, data_type)).await.map_err(|error| error.to_string())?;
    let wanted: Vec<&str> = std::iter::once("NULL").chain(wanted).collect();
    if found == wanted { Ok(()) } else { Err(format!("{found:?} instead of {wanted:?}")) }
}
