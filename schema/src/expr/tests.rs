//! The language: what is read, what is refused with which words, and what each dialect gets.

use super::{Context, misfit, parse, render, render_value, validate};
use crate::dialect::Dialect;
use crate::model::{ColumnDef, DataType, TableDef};

pub(super) fn table() -> TableDef {
    static COLUMNS: [ColumnDef; 18] = [
        ColumnDef::new("qty", DataType::I32),
        ColumnDef::new("max_qty", DataType::I64),
        ColumnDef::new("amount", DataType::Decimal { precision: 12, scale: 2 }),
        ColumnDef::new("huge", DataType::Decimal { precision: 28, scale: 4 }),
        ColumnDef::new("name", DataType::Varchar(50)),
        ColumnDef::new("is_active", DataType::Bool),
        ColumnDef::new("created_at", DataType::TimestampTz),
        ColumnDef::new("born", DataType::Date),
        ColumnDef::new("closes", DataType::Time),
        ColumnDef::new("parts", DataType::I64).nullable(),
        ColumnDef::new("middle", DataType::Varchar(50)).nullable(),
        ColumnDef::new("weight", DataType::F64),
        ColumnDef::new("tenant", DataType::Uuid),
        ColumnDef::new("own", DataType::Late(13)),
        ColumnDef::new("raw", DataType::Blob),
        ColumnDef::new("doc", DataType::Json),
        ColumnDef::new("pair", DataType::Json).nullable(),
        ColumnDef::new("small", DataType::I16),
    ];
    TableDef::new("t", &COLUMNS)
}

pub(super) fn sql(text: &str, dialect: Dialect) -> String {
    render(text, &table(), dialect).unwrap_or_else(|error| panic!("{text} on {dialect}: {error:?}"))
}

pub(super) fn mistake(text: &str, context: Context) -> String {
    let errors = match parse(text) {
        Ok(expression) => validate(&expression, &table(), context),
        Err(error) => vec![error],
    };
    let line = |error: &super::SyntaxError| {
        format!(
            "{} {}{}",
            error.offset,
            error.message,
            error.help.as_ref().map_or(String::new(), |help| format!(" | {help}"))
        )
    };
    errors.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn conditions_keep_their_meaning_on_every_engine() {
    let cases: [(&str, [(Dialect, &str); 3]); 9] = [
        (
            "qty >= 0 and qty <= max_qty",
            [
                (Dialect::Sqlite, r#""qty" >= 0 AND "qty" <= "max_qty""#),
                (Dialect::Mysql, "`qty` >= 0 AND `qty` <= `max_qty`"),
                (Dialect::SqlServer, "[qty] >= 0 AND [qty] <= [max_qty]"),
            ],
        ),
        (
            "is_active or qty > 1",
            [
                (Dialect::Postgres, r#""is_active" OR "qty" > 1"#),
                (Dialect::SqlServer, "[is_active] = 1 OR [qty] > 1"),
                (Dialect::Oracle, r#""is_active" = 1 OR "qty" > 1"#),
            ],
        ),
        (
            "not (is_active = true)",
            [
                (Dialect::Postgres, r#"NOT ("is_active" = TRUE)"#),
                (Dialect::SqlServer, "NOT ([is_active] = 1)"),
                (Dialect::Oracle, r#"NOT ("is_active" = 1)"#),
            ],
        ),
        (
            "name = 'O''Brien'",
            [
                (Dialect::Sqlite, r#""name" = 'O''Brien'"#),
                (Dialect::SqlServer, "[name] = N'O''Brien'"),
                (Dialect::Oracle, r#""name" = 'O''Brien'"#),
            ],
        ),
        (
            "qty % 2 = 0",
            [
                (Dialect::Postgres, r#"("qty" % 2) = 0"#),
                (Dialect::Firebird, r#"(MOD("qty", 2)) = 0"#),
                (Dialect::Oracle, r#"(MOD("qty", 2)) = 0"#),
            ],
        ),
        (
            "qty / 2 > 1",
            [
                (Dialect::Postgres, r#"(CAST("qty" AS bigint) / 2) > 1"#),
                (Dialect::Mysql, "(`qty` DIV 2) > 1"),
                (Dialect::Oracle, r#"(TRUNC("qty" / 2)) > 1"#),
            ],
        ),
        (
            "length(name) > 3",
            [
                (Dialect::Postgres, r#"LENGTH("name") > 3"#),
                (Dialect::Mariadb, "CHAR_LENGTH(`name`) > 3"),
                (Dialect::SqlServer, "(LEN([name] + N'.') - 1) > 3"),
            ],
        ),
        (
            "name in ('a', 'b') and born is not null",
            [
                (Dialect::Sqlite, r#""name" IN ('a', 'b') AND "born" IS NOT NULL"#),
                (Dialect::SqlServer, "[name] IN (N'a', N'b') AND [born] IS NOT NULL"),
                (Dialect::Firebird, r#""name" IN ('a', 'b') AND "born" IS NOT NULL"#),
            ],
        ),
        (
            "born > date '2000-01-31'",
            [
                (Dialect::Sqlite, r#""born" > '2000-01-31'"#),
                (Dialect::SqlServer, "[born] > CAST('2000-01-31' AS date)"),
                (Dialect::Oracle, r#""born" > DATE '2000-01-31'"#),
            ],
        ),
    ];
    for (text, expected) in cases {
        for (dialect, wanted) in expected {
            assert_eq!(sql(text, dialect), wanted, "{text} on {dialect}");
        }
    }
}

#[test]
fn decimals_are_scaled_where_they_are_kept_as_whole_numbers() {
    assert_eq!(sql("amount >= 10.5", Dialect::Sqlite), r#""amount" >= 1050"#);
    assert_eq!(sql("amount >= 10.5", Dialect::Postgres), r#""amount" >= 10.5"#);
    assert_eq!(sql("amount between -1 and 99.99", Dialect::Sqlite), r#""amount" BETWEEN -100 AND 9999"#);
    assert_eq!(sql("amount <= qty", Dialect::Sqlite), r#""amount" <= ("qty" * 100)"#);
    assert_eq!(sql("amount + 1 > 0", Dialect::Sqlite), r#"("amount" + 100) > 0"#);
    assert_eq!(sql("huge = 1.5", Dialect::Sqlite), r#""huge" = '1.5000'"#);
    let refused = |text| render(text, &table(), Dialect::Sqlite).unwrap_err().message;
    assert!(refused("amount > 1.005").contains("more digits than the 2"));
    assert!(refused("amount * 2 > 1").contains("scaled whole numbers"));
    assert!(refused("huge > 1").contains("has no order"));
    assert!(refused("amount = huge").contains("scaled whole numbers"));
}

#[test]
fn an_instant_is_compared_in_the_form_it_is_kept_in() {
    let text = "created_at >= timestamp '2026-01-31 12:00:00.5'";
    assert_eq!(sql(text, Dialect::Sqlite), r#""created_at" >= '2026-01-31 12:00:00.500000+00:00'"#);
    assert_eq!(sql(text, Dialect::Postgres), r#""created_at" >= TIMESTAMP WITH TIME ZONE '2026-01-31 12:00:00.5+00'"#);
    assert_eq!(sql(text, Dialect::Firebird), r#""created_at" >= TIMESTAMP '2026-01-31 12:00:00.5 +00:00'"#);
    assert_eq!(sql(text, Dialect::Oracle), r#""created_at" >= TIMESTAMP '2026-01-31 12:00:00.5 +00:00'"#);
    assert_eq!(
        sql(text, Dialect::SqlServer),
        "[created_at] >= CAST('2026-01-31T12:00:00.5+00:00' AS datetimeoffset(6))"
    );
    assert_eq!(sql(text, Dialect::Mysql), "`created_at` >= TIMESTAMP '2026-01-31 12:00:00.5'");
    let noon = "'2026-01-31 12:00:00.000000+00:00'";
    let written = |text: &str| sql(&text.replace('@', "timestamp '2026-01-31 12:00:00'"), Dialect::Sqlite);
    assert_eq!(written("created_at in (@, @)"), format!(r#""created_at" IN ({noon}, {noon})"#));
    assert_eq!(written("created_at between @ and @"), format!(r#""created_at" BETWEEN {noon} AND {noon}"#));
    assert_eq!(written("coalesce(created_at, @) = @"), format!(r#"COALESCE("created_at", {noon}) = {noon}"#));
    assert_eq!(
        written("case when qty > 1 then created_at else @ end <> @"),
        format!(r#"CASE WHEN "qty" > 1 THEN "created_at" ELSE {noon} END <> {noon}"#)
    );
    assert_eq!(
        sql("created_at = date '2026-01-31'", Dialect::Sqlite),
        r#""created_at" = '2026-01-31 00:00:00.000000+00:00'"#
    );
}

#[test]
fn a_value_is_written_as_its_column_keeps_it() {
    let decimal = |precision, scale| DataType::Decimal { precision, scale };
    let value = |text: &str, target: DataType| render_value(text, &table(), Some(&target), Dialect::Sqlite);
    let sql = |text: &str, target| value(text, target).unwrap_or_else(|error| panic!("{text}: {error:?}"));
    assert_eq!(sql("2 + 3", decimal(10, 2)), "200 + 300");
    assert_eq!(sql("2 + 3", DataType::I32), "2 + 3");
    assert_eq!(sql("1.5", decimal(20, 3)), "'1.500'");
    assert_eq!(sql("qty * 2", decimal(10, 2)), r#"(("qty" * 2) * 100)"#);
    assert_eq!(sql("length(name)", decimal(10, 1)), r#"(LENGTH("name") * 10)"#);
    assert_eq!(sql("amount + 1", decimal(14, 4)), r#"("amount" + 100) * 100"#);
    assert_eq!(sql("amount", decimal(14, 2)), r#""amount""#);
    assert_eq!(sql("coalesce(nullif(qty, 0), 1.5)", decimal(4, 1)), r#"COALESCE(NULLIF(("qty" * 10), 0), 15)"#);
    assert_eq!(sql("timestamp '2026-01-31 12:00:00'", DataType::TimestampTz), "'2026-01-31 12:00:00.000000+00:00'");
    assert_eq!(sql("timestamp '2026-01-31 12:00:00'", DataType::Timestamp), "'2026-01-31 12:00:00.000000'");
    assert_eq!(sql("date '2026-01-31'", DataType::Timestamp), "'2026-01-31 00:00:00.000000'");
    for (text, target) in [
        ("amount", decimal(10, 1)),
        ("amount", DataType::I64),
        ("amount", decimal(20, 2)),
        ("qty * 1.5", decimal(10, 2)),
        ("qty", decimal(20, 2)),
        ("-huge", decimal(28, 4)),
        ("abs(huge)", decimal(28, 4)),
        ("1.005", decimal(10, 2)),
    ] {
        assert!(value(text, target).is_err(), "{text} is refused");
    }
    assert_eq!(
        render_value("qty > 1", &table(), Some(&DataType::Bool), Dialect::Oracle).unwrap(),
        r#"CASE WHEN "qty" > 1 THEN 1 ELSE 0 END"#
    );
}

#[test]
fn a_scaled_decimal_is_rounded_in_whole_numbers() {
    assert_eq!(
        sql("round(amount, 0) = amount", Dialect::Sqlite),
        r#"(("amount" + SIGN("amount") * 50) / 100 * 100) = "amount""#
    );
    assert_eq!(sql("round(amount, 2) = 1", Dialect::Sqlite), r#""amount" = 100"#);
    assert_eq!(sql("round(amount, 0) = 1", Dialect::Postgres), r#"ROUND("amount", 0) = 1"#);
    for text in ["round(amount, qty) = 1", "round(huge, 0) = 1", "round(amount, -1) = 1"] {
        assert!(render(text, &table(), Dialect::Sqlite).is_err(), "{text} is refused");
    }
}

#[test]
fn brackets_stay_where_they_count() {
    let ends = "(qty + case when is_active then 1 else 2 end) * 3 = 9";
    assert_eq!(
        sql(ends, Dialect::Postgres),
        r#"((CAST("qty" AS bigint) + CASE WHEN "is_active" THEN 1 ELSE 2 END) * 3) = 9"#
    );
    assert_eq!(sql("qty = -(-2)", Dialect::Postgres), r#""qty" = -(-2)"#);
    assert_eq!(sql("qty = -(-qty)", Dialect::Postgres), r#""qty" = -(-CAST("qty" AS bigint))"#);
}

#[test]
fn a_condition_becomes_a_value_where_there_are_no_boolean_values() {
    let text = "case when qty > 1 then qty else 0 end = 1";
    assert_eq!(sql(text, Dialect::Oracle), r#"CASE WHEN "qty" > 1 THEN "qty" ELSE 0 END = 1"#);
    assert_eq!(
        sql("coalesce(qty > 1, false) = true", Dialect::SqlServer),
        "COALESCE(CASE WHEN [qty] > 1 THEN 1 ELSE 0 END, 0) = 1"
    );
}

#[test]
fn mistakes_are_named_with_their_place() {
    let condition = |text| mistake(text, Context::Condition);
    assert_eq!(condition("qyt > 0"), "0 table `t` has no column `qyt` | did you mean `qty`?");
    assert_eq!(condition("qty > 'x'"), "6 a number cannot be compared with a text");
    assert_eq!(condition("qty"), "0 this is a value, not a condition | compare it with something, as in `count > 0`");
    assert_eq!(condition("qty > 0 and 5"), "12 `and` joins conditions");
    assert_eq!(condition("qty == 5"), "4 `==` is not an operator here | write `=`");
    assert_eq!(condition("qty = null"), "6 nothing is equal to NULL, not even NULL | write `is null` or `is not null`");
    assert_eq!(condition("lenght(name) > 3"), "0 unknown function `lenght` | did you mean `length`?");
    assert_eq!(
        condition("case qty > 1 then 2 end = 1"),
        "5 `case` needs a branch | write `case when condition then value else value end`"
    );
    assert_eq!(condition("qty > and qty < 3"), "6 a value is missing before `and`");
    assert_eq!(condition("qty > case"), "6 a value is missing before `case`");
    assert_eq!(condition("qty > end"), "6 a value is missing before `end`");
    assert_eq!(condition("length(name, 2) > 3"), "0 `length` takes 1 arguments, 2 are given");
    assert_eq!(condition("(qty > 0"), "8 `)` is missing before the end");
    assert_eq!(condition("qty > 0 qty"), "8 the expression ends before `qty` | join two conditions with `and` or `or`");
    assert_eq!(condition("0 < qty < 5"), "8 comparisons cannot be chained | write `a < b and b < c`");
    assert_eq!(
        condition("\"qty\" > 0"),
        "0 `\"` has no meaning here | write a column's name without quotes, and a text in single quotes"
    );
    assert_eq!(condition("born > date '31.1.2026'"), "12 `31.1.2026` is not a date | write `date '2026-01-31'`");
    assert_eq!(condition("name = 'x"), "7 a text has no end | close it with a single quote; a quote inside is doubled");
    assert_eq!(condition(""), "0 the expression is empty");
    assert_eq!(
        mistake("qty + 1", Context::Default),
        "0 a default cannot name a column, as `qty` seems to be | write a constant; texts stand in quotes"
    );
}

#[test]
fn an_expression_of_another_kind_does_not_fit() {
    let given = |text: &str, data_type| misfit(&parse(text).unwrap(), &table(), &data_type);
    assert_eq!(given("qty * 2", DataType::Text), Some("a number"));
    assert_eq!(given("upper(name)", DataType::I32), Some("a text"));
    assert_eq!(given("qty > 1", DataType::I32), Some("a condition"));
    assert_eq!(given("timestamp '2026-01-31 12:00:00'", DataType::Date), Some("a date and time"));
    assert_eq!(given("'2026-01-31'", DataType::Date), Some("a text"));
    assert_eq!(given("created_at", DataType::Timestamp), Some("an instant"));
    for (text, data_type) in [
        ("qty * 2", DataType::Decimal { precision: 4, scale: 2 }),
        ("date '2026-01-31'", DataType::TimestampTz),
        ("timestamp '2026-01-31 12:00:00'", DataType::TimestampTz),
        ("case when qty > 1 then null else name end", DataType::Text),
        ("'{}'", DataType::Json),
        ("5", DataType::Late(0)),
    ] {
        assert_eq!(given(text, data_type), None, "{text}");
    }
    assert_eq!(mistake("born = created_at", Context::Condition), "7 a date cannot be compared with an instant");
    assert_eq!(mistake("born = '2026-01-31' or created_at = date '2026-01-31'", Context::Condition), "");
}

#[test]
fn a_text_beside_a_time_is_read_as_that_time() {
    let evening = "closes <= '18:00'";
    assert_eq!(sql(evening, Dialect::Sqlite), r#""closes" <= '18:00:00.000000'"#);
    assert_eq!(sql(evening, Dialect::Postgres), r#""closes" <= TIME '18:00:00'"#);
    assert_eq!(sql(evening, Dialect::SqlServer), "[closes] <= CAST('18:00:00' AS time(6))");
    assert_eq!(sql(evening, Dialect::Oracle), r#""closes" <= INTERVAL '0 18:00:00' DAY TO SECOND"#);
    assert_eq!(sql("closes <= time '18:00:00.5'", Dialect::Sqlite), r#""closes" <= '18:00:00.500000'"#);
    let noon = "created_at in ('2026-01-31 12:00:00', '2026-01-31T12:00:00Z', '2026-01-31')";
    assert_eq!(
        sql(noon, Dialect::Postgres),
        "\"created_at\" IN (TIMESTAMP WITH TIME ZONE '2026-01-31 12:00:00+00', \
         TIMESTAMP WITH TIME ZONE '2026-01-31 12:00:00+00', TIMESTAMP WITH TIME ZONE '2026-01-31 00:00:00+00')"
    );
    assert_eq!(
        sql("coalesce('2026-01-31', born) = born", Dialect::Oracle),
        r#"COALESCE(DATE '2026-01-31', "born") = "born""#
    );
    let condition = |text| mistake(text, Context::Condition);
    assert_eq!(condition("born > '31.1.2026'"), "7 `31.1.2026` is not a date | write `date '2026-01-31'`");
    assert_eq!(condition("closes < '2026-01-31'"), "9 `2026-01-31` is not a time of day | write `time '18:00:00'`");
    assert_eq!(
        condition("created_at < 'x'"),
        "13 `x` is not a date and time | write `timestamp '2026-01-31 12:00:00'`, which is in UTC"
    );
    assert_eq!(condition("born = date '2026-02-30'"), "12 `2026-02-30` is not a date | write `date '2026-01-31'`");
    assert_eq!(condition("born = name"), "7 a date cannot be compared with a text");
    assert_eq!(
        condition("tenant <> '0'"),
        "10 a UUID cannot be compared with a text | engines keep them in forms of their own: compare it with a column"
    );
    assert_eq!(condition("tenant = tenant"), "");
    assert_eq!(condition("tenant <> raw"), "10 a UUID cannot be compared with bytes");
}

#[test]
fn a_time_is_no_finer_than_the_engine_reads() {
    let told = |text: &str, dialect| render(text, &table(), dialect).unwrap_err();
    assert_eq!(sql("closes <= '18:00:00.12340'", Dialect::Firebird), r#""closes" <= TIME '18:00:00.1234'"#);
    assert_eq!(
        sql("created_at > timestamp '2026-01-31 12:00:00.500000'", Dialect::Firebird),
        r#""created_at" > TIMESTAMP '2026-01-31 12:00:00.5 +00:00'"#
    );
    assert_eq!(sql("closes <= '18:00:00.000000'", Dialect::Firebird), r#""closes" <= TIME '18:00:00'"#);
    assert_eq!(sql("closes <= '18:00:00.12345'", Dialect::Postgres), r#""closes" <= TIME '18:00:00.12345'"#);
    for text in ["closes <= '18:00:00.12345'", "closes <= time '18:00:00.12345'"] {
        let error = told(text, Dialect::Firebird);
        assert_eq!(error.message, "`18:00:00.12345` has 5 digits behind the second, and the engine keeps 4");
        assert_eq!((error.offset, error.help.as_deref()), (10, Some("write at most 4")));
    }
}

#[test]
fn what_is_kept_apart_is_not_compared() {
    let mut table = table();
    table.columns.to_mut()[10].data_type = DataType::Text;
    let help = "limit its length with `max_length`, or ask by `like`, `length` or `is null`";
    for (text, offset) in [
        ("middle <> 'x'", 0),
        ("name = lower(middle)", 7),
        ("name || middle in ('x')", 0),
        ("name between 'a' and coalesce(middle, 'b')", 21),
        ("nullif(middle, 'x') is null", 7),
        ("qty = case when middle > 'x' then 1 else 2 end", 16),
    ] {
        let error = render(text, &table, Dialect::Oracle).unwrap_err();
        assert_eq!((error.offset, error.help.as_deref()), (offset, Some(help)), "{text}");
        assert_eq!(error.message, "this cannot be compared: Oracle keeps it in a LOB, which it compares with nothing");
        assert!(render(text, &table, Dialect::Firebird).is_ok(), "{text}");
    }
    for text in ["middle is null or middle like 'x%'", "length(middle) > 5", "coalesce(middle, name) is null"] {
        assert!(render(text, &table, Dialect::Oracle).is_ok(), "{text}");
    }
}

#[test]
fn what_engines_differ_in_is_refused() {
    let value = |text| mistake(text, Context::Value);
    assert_eq!(value("qty % 2"), "");
    let whole = "`%` needs whole numbers, for engines differ in the rest of others";
    assert_eq!(value("weight % 2"), format!("0 {whole}"));
    assert_eq!(value("amount % 0.05"), format!("0 {whole}\n9 {whole}"));
    assert_eq!(value("round(amount / 3, qty)"), "");
    assert!(value("round(weight, 2)").starts_with("6 `round` needs a decimal, and this is a float | "));
    assert!(value("round(qty + 1, 0)").starts_with("6 `round` needs a decimal, and this is a whole number | "));
    assert_eq!(value("substr(name, qty, max_qty)"), "");
    assert!(value("substr(name, 0, 3)").starts_with("13 `substr` cannot begin before the first character | "));
    assert!(value("substr(name, -1, 3)").starts_with("13 `substr` cannot begin"));
    assert!(value("substr(name, 1, -1)").starts_with("16 `substr` cannot take fewer"));
    assert_eq!(value("substr(name, 1.5, 1)"), "13 `substr` counts in whole numbers");
    assert_eq!(value("coalesce(qty, 'x')"), "14 `coalesce` gives a number or a text, which cannot be");
    assert_eq!(
        value("case when is_active then 1 when qty > 1 then null else name end"),
        "55 one branch of a `case` gives a number, and this one a text"
    );
    assert_eq!(value("nullif(qty, name)"), "12 a number cannot be compared with a text");
    assert_eq!(value("coalesce(qty, 1.5)"), "");
    assert_eq!(
        sql("substr(name, 1, max_qty) = 'a'", Dialect::Postgres),
        r#"SUBSTR("name", 1, CAST("max_qty" AS integer)) = 'a'"#
    );
    assert_eq!(
        sql("round(amount, max_qty) = 1", Dialect::Postgres),
        r#"ROUND("amount", CAST("max_qty" AS integer)) = 1"#
    );
}

#[test]
fn whole_numbers_are_divided_without_a_rest() {
    for (text, mysql, oracle) in [
        (
            "qty / nullif(parts, 0) = 1",
            "(`qty` DIV NULLIF(`parts`, 0)) = 1",
            r#"(TRUNC("qty" / NULLIF("parts", 0))) = 1"#,
        ),
        ("-qty / abs(-2) = 1", "(-`qty` DIV ABS(-2)) = 1", r#"(TRUNC(-"qty" / ABS(-2))) = 1"#),
        (
            "case when is_active then qty else 2 end / 2 = 1",
            "(CASE WHEN `is_active` THEN `qty` ELSE 2 END DIV 2) = 1",
            r#"(TRUNC(CASE WHEN "is_active" = 1 THEN "qty" ELSE 2 END / 2)) = 1"#,
        ),
        ("qty / 2.5 = 1", "(`qty` / 2.5) = 1", r#"("qty" / 2.5) = 1"#),
    ] {
        assert_eq!(sql(text, Dialect::Mysql), mysql);
        assert_eq!(sql(text, Dialect::Oracle), oracle);
    }
    assert_eq!(sql("qty / 2 = 1", Dialect::Firebird), r#"("qty" / 2) = 1"#);
    assert_eq!(sql("weight / 2 = 1", Dialect::Firebird), r#"("weight" / 2) = 1"#);
    assert_eq!(sql("amount / 3 = 1", Dialect::Firebird), r#"(CAST("amount" AS DECFLOAT(34)) / 3) = 1"#);
}

#[test]
fn an_empty_text_is_refused_where_it_is_null() {
    for text in ["trim(name) <> ''", "name in ('a', '')", "name like ''", "coalesce(name, '') = 'a'"] {
        let error = render(text, &table(), Dialect::Oracle).unwrap_err();
        assert_eq!(error.message, "an empty text is NULL here, and nothing is equal to it", "{text}");
        assert!(render(text, &table(), Dialect::Postgres).is_ok());
    }
    let oracle = |text: &str| sql(text, Dialect::Oracle);
    assert_eq!(oracle("length(name) > 0"), r#"LENGTH("name") > 0"#);
    assert_eq!(oracle("length(trim(name)) > 0"), r#"COALESCE(LENGTH(TRIM("name")), 0) > 0"#);
    assert_eq!(
        oracle("length(trim(middle)) > 0"),
        r#"CASE WHEN "middle" IS NOT NULL THEN COALESCE(LENGTH(TRIM("middle")), 0) END > 0"#
    );
    assert_eq!(oracle("name || name = 'aa'"), r#"("name" || "name") = 'aa'"#);
    assert_eq!(
        oracle("name || ' ' || trim(middle) = 'a b'"),
        r#"(CASE WHEN "middle" IS NOT NULL THEN ("name" || ' ') || TRIM("middle") END) = 'a b'"#
    );
    assert_eq!(sql("name || middle = 'a'", Dialect::Postgres), r#"("name" || "middle") = 'a'"#);
}

#[test]
fn a_condition_that_is_unknown_is_null_as_a_value() {
    let value = |text| render_value(text, &table(), Some(&DataType::Bool), Dialect::SqlServer).unwrap();
    assert_eq!(value("qty > 1"), "CASE WHEN [qty] > 1 THEN 1 ELSE 0 END");
    assert_eq!(value("parts > 1"), "CASE WHEN [parts] > 1 THEN 1 WHEN NOT ([parts] > 1) THEN 0 END");
    assert_eq!(value("parts is null"), "CASE WHEN [parts] IS NULL THEN 1 ELSE 0 END");
}

#[test]
fn a_truth_value_is_a_condition_as_a_whole() {
    for (text, server, mysql) in [
        ("is_active", "[is_active] = 1", "`is_active` = TRUE"),
        ("own", "[own] = 1", "`own` = TRUE"),
        ("coalesce(is_active, false)", "COALESCE([is_active], 0) = 1", "COALESCE(`is_active`, FALSE) = TRUE"),
        (
            "case when qty = 1 then max_qty > 0 else true end",
            "CASE WHEN [qty] = 1 THEN CASE WHEN [max_qty] > 0 THEN 1 ELSE 0 END ELSE 1 END = 1",
            "CASE WHEN `qty` = 1 THEN (`max_qty` > 0) ELSE TRUE END = TRUE",
        ),
        ("not is_active", "NOT ([is_active] = 1)", "NOT (`is_active`)"),
    ] {
        assert_eq!(sql(text, Dialect::SqlServer), server);
        assert_eq!(sql(text, Dialect::Mysql), mysql);
    }
    assert_eq!(sql("coalesce(is_active, false)", Dialect::Postgres), r#"COALESCE("is_active", FALSE)"#);
}

#[test]
fn a_word_of_the_language_can_be_a_column() {
    static COLUMNS: [ColumnDef; 6] = [
        ColumnDef::new("start", DataType::Date),
        ColumnDef::new("end", DataType::Date),
        ColumnDef::new("when", DataType::Time),
        ColumnDef::new("like", DataType::Bool),
        ColumnDef::new("date", DataType::Date),
        ColumnDef::new("null", DataType::I32),
    ];
    let table = TableDef::new("t", &COLUMNS);
    for (text, expected) in [
        ("start < end", r#""start" < "end""#),
        ("end is not null and like", r#""end" IS NOT NULL AND "like""#),
        ("not like", r#"NOT ("like")"#),
        (
            "case when like then end else start end > date '2026-01-31'",
            r#"CASE WHEN "like" THEN "end" ELSE "start" END > DATE '2026-01-31'"#,
        ),
        (
            "case when when > time '12:00' then end end = date",
            r#"CASE WHEN "when" > TIME '12:00:00' THEN "end" END = "date""#,
        ),
        ("end in (start, end)", r#""end" IN ("start", "end")"#),
    ] {
        assert!(validate(&parse(text).unwrap(), &table, Context::Condition).is_empty(), "{text}");
        assert_eq!(render(text, &table, Dialect::Postgres).unwrap(), expected);
    }
    let errors = validate(&parse("case when like then null else 1 end = 1").unwrap(), &table, Context::Condition);
    assert_eq!(errors[0].message, "`null` is a value in expressions, which cannot name the column `null`");
}

#[test]
fn what_is_right_is_silent() {
    for text in ["qty between 1 and 5", "name like 'Dr.%' or name is null", "not is_active", "huge <> 1.5"] {
        assert_eq!(mistake(text, Context::Condition), "");
    }
    for text in ["lower(name)", "qty * 2", "substr(name, 1, 3) || '.'"] {
        assert_eq!(mistake(text, Context::Value), "");
    }
}

#[test]
fn no_text_makes_it_panic() {
    const WORDS: [&str; 26] = [
        "qty", "name", "amount", "and", "or", "not", "is", "null", "in", "between", "like", "case", "when", "then",
        "end", "(", ")", ",", "=", "<", "%", "||", "'x'", "12.5", "é", "'",
    ];
    // A small generator of its own: the same texts on every run.
    let mut state = 42_u64;
    for _ in 0..20_000 {
        let mut text = String::new();
        for _ in 0..8 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text.push_str(WORDS[(state >> 33) as usize % WORDS.len()]);
            if state & 4 == 0 {
                text.push(' ');
            }
        }
        if let Ok(expression) = parse(&text) {
            let _ = validate(&expression, &table(), Context::Condition);
            for dialect in Dialect::ALL {
                let _ = render(&text, &table(), dialect);
            }
        }
    }
}
