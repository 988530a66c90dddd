//! Values of every type, there and back.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use rust_decimal::Decimal;
use tablewright::{HandwrittenSql, Kind, NullType, Param};
use uuid::Uuid;

use crate::answering;
use crate::tokens::{self, Column, column, int, long, nvarchar, result, short, unlimited, utf16};

const ID: &str = "00112233-4455-6677-8899-aabbccddeeff";
/// The first three groups the other way round.
const ID_BYTES: [u8; 16] =
    [0x33, 0x22, 0x11, 0, 0x55, 0x44, 0x77, 0x66, 0x88, 0x99, 0xaa, 0xbb, 0xcc, 0xdd, 0xee, 0xff];
/// 2024-02-29 in days since the year 1.
const DAY: [u8; 3] = [0x80, 0x46, 0x0b];
/// 12:34:56.123456 in steps of a microsecond, and of the server's default of a tenth of one.
const MICROSECONDS: [u8; 5] = [0x40, 0xfe, 0xdb, 0x8b, 0x0a];
const STEPS: [u8; 5] = [0x80, 0xee, 0x97, 0x76, 0x69];

fn columns() -> Vec<Column> {
    vec![
        column("truth", &[0x68, 1]),
        int("small", 2),
        int("medium", 4),
        int("large", 8),
        column("single", &[0x6d, 4]),
        column("double", &[0x6d, 8]),
        column("exact", &[0x6a, 17, 38, 10]),
        nvarchar("short", false),
        nvarchar("long", true),
        column("bytes", &[0xa5, 0xff, 0xff]),
        column("day", &[0x28]),
        column("hour", &[0x29, 6]),
        column("local", &[0x2a, 6]),
        column("instant", &[0x2b, 6]),
        column("id", &[0x24, 16]),
    ]
}

fn timestamp() -> NaiveDateTime {
    "2024-02-29T12:34:56.123456".parse().unwrap()
}

#[tokio::test]
async fn every_type_is_read() {
    let exact = [&[1][..], &79_228_162_514_264_337_593_543_950_335_u128.to_le_bytes()].concat();
    let long_text = "Zoë 🦉 ".repeat(3_000);
    let row = [
        short(&[1]),
        short(&i16::MIN.to_le_bytes()),
        short(&i32::MIN.to_le_bytes()),
        short(&i64::MIN.to_le_bytes()),
        short(&1.5_f32.to_le_bytes()),
        short(&f64::MAX.to_le_bytes()),
        short(&exact),
        long(&utf16("Zoë")),
        unlimited(&utf16(&long_text)),
        unlimited(&[0, 255, 1]),
        short(&DAY),
        short(&MICROSECONDS),
        short(&[&MICROSECONDS[..], &DAY].concat()),
        // Two hours east; the time is in UTC.
        short(&[&MICROSECONDS[..], &DAY, &[120, 0]].concat()),
        short(&ID_BYTES),
    ];
    let (_fake, db) = answering("SELECT 2", [result(&columns(), &[&row, &row]), tokens::done(2)].concat()).await;
    let rows = db.fetch_sql("SELECT 2", &[], |row| {
        assert!(row.bool(0)?);
        assert_eq!((row.i16(1)?, row.i32(2)?, row.i64(3)?), (i16::MIN, i32::MIN, i64::MIN));
        assert_eq!((row.f32(4)?, row.f64(5)?), (1.5, f64::MAX));
        assert_eq!(row.decimal(6, 38, 10)?.to_string(), "7922816251426433759.3543950335");
        assert_eq!(row.text(7)?, "Zoë");
        assert_eq!(row.json(8)?, long_text);
        assert_eq!(row.bytes(9)?, [0, 255, 1]);
        assert_eq!((row.date(10)?, row.time(11)?), (timestamp().date(), timestamp().time()));
        assert_eq!((row.timestamp(12)?, row.timestamp_tz(13)?), (timestamp(), timestamp().and_utc()));
        assert_eq!(row.uuid(14)?.to_string(), ID);
        assert_eq!(row.i32(3).unwrap_err().kind(), Kind::Decode);
        Ok(())
    });
    assert_eq!(rows.await.unwrap().len(), 2);
}

#[tokio::test]
async fn nulls_are_read_as_none() {
    let null_max = u64::MAX.to_le_bytes().to_vec();
    let row: Vec<Vec<u8>> = (0..15)
        .map(|column| match column {
            7 => vec![0xff, 0xff],
            8 | 9 => null_max.clone(),
            _ => vec![0],
        })
        .collect();
    let (_fake, db) = answering("SELECT 2", [result(&columns(), &[&row]), tokens::done(1)].concat()).await;
    let rows = db.fetch_sql("SELECT 2", &[], |row| {
        for column in 0..15 {
            assert!(row.is_null(column)?, "{column}");
        }
        assert_eq!(row.get::<Option<NaiveTime>>(11)?, None);
        Ok(row.text(7).unwrap_err().to_string())
    });
    assert_eq!(rows.await.unwrap(), ["column `short` of the result holds no text (found NULL)"]);
}

#[tokio::test]
async fn parameters_are_sent_as_what_they_are() {
    let (fake, db) = answering("SELECT 2", tokens::done(0)).await;
    let exact: Decimal = "-12.50".parse().unwrap();
    let params: Vec<Param<'_>> = vec![
        true.into(),
        1_i16.into(),
        2_i32.into(),
        3_i64.into(),
        1.5_f32.into(),
        2.5_f64.into(),
        Param::Decimal { value: exact, precision: 18, scale: 2 },
        "Zoë".into(),
        Param::Json("[1]".into()),
        (&[0_u8, 255][..]).into(),
        timestamp().date().into(),
        timestamp().time().into(),
        timestamp().into(),
        timestamp().and_utc().into(),
        Uuid::parse_str(ID).unwrap().into(),
    ];
    db.execute_sql("SELECT 2", &params).await.unwrap();
    let sent = fake.take().remove(0);
    let declared: Vec<&str> = sent.declared.split(",@P").map(|one| one.split_once(' ').unwrap().1).collect();
    let (numbers, rest) = declared.split_at(6);
    assert_eq!(numbers, ["bit", "smallint", "int", "bigint", "float(24)", "float(53)"]);
    assert_eq!(
        rest,
        [
            "numeric(4,2)",
            "nvarchar(4000)",
            "nvarchar(4000)",
            "varbinary(8000)",
            "date",
            "time",
            "datetime2",
            "datetimeoffset",
            "uniqueidentifier",
        ]
    );
    let has = |bytes: &[u8]| sent.values.windows(bytes.len()).any(|found| found == bytes);
    assert!(has(&[5, 0, 0xe2, 0x04, 0, 0]), "-1250, without its point");
    assert!(has(&long(&utf16("Zoë"))) && has(&long(&utf16("[1]"))) && has(&long(&[0, 255])));
    assert!(has(&short(&DAY)) && has(&short(&STEPS)) && has(&short(&[&STEPS[..], &DAY].concat())));
    assert!(has(&short(&[&STEPS[..], &DAY, &[0, 0]].concat())) && has(&short(&ID_BYTES)));
}

#[tokio::test]
async fn nulls_keep_their_types_and_long_values_their_length() {
    let (fake, db) = answering("SELECT 2", tokens::done(0)).await;
    let long_text = "é".repeat(70_000);
    let params = [
        Param::Null(NullType::Bytes),
        Param::Null(NullType::Decimal),
        Param::Null(NullType::TimestampTz),
        Param::Null(NullType::Text),
        long_text.as_str().into(),
        vec![7_u8; 9_000].into(),
    ];
    db.execute_sql("SELECT 2", &params).await.unwrap();
    let sent = fake.take().remove(0);
    let expected =
        "@P1 varbinary(max),@P2 numeric,@P3 datetimeoffset,@P4 nvarchar(4000),@P5 nvarchar(max),@P6 varbinary(max)";
    assert_eq!(sent.declared, expected);
    assert!(sent.values.len() > 140_000 + 9_000);
}

#[tokio::test]
async fn what_does_not_fit_is_not_sent() {
    let (fake, db) = answering("SELECT 2", tokens::done(0)).await;
    let before = NaiveDate::from_ymd_opt(0, 12, 31).unwrap();
    let instant: DateTime<Utc> = DateTime::from_timestamp(300_000_000_000, 0).unwrap();
    for (param, kind) in
        [(Param::F64(f64::NAN), Kind::Encode), (before.into(), Kind::OutOfRange), (instant.into(), Kind::OutOfRange)]
    {
        assert_eq!(db.execute_sql("SELECT 2", &[param]).await.unwrap_err().kind(), kind);
    }
    assert!(fake.take().is_empty());
}
