//! Mistakes that other judges let pass: ours has to see each.

use tablewright_tests::judge::{Rules, ddl, dml, oracle, sqlserver};

#[test]
fn sqlserver_ddl() {
    let table = |column: &str| vec![format!("CREATE TABLE [t] ( [id] BIGINT NOT NULL, [c] {column} )")];
    for (column, why) in [
        ("NVARCHAR(8000)", "length 8000"),
        ("NVARCHAR NOT NULL", "takes a length"),
        ("VARBINARY(9000)", "length 9000"),
        ("DECIMAL(40, 2)", "38 digits"),
        ("DECIMAL(4, 5)", "38 digits"),
        ("DATETIME2(9)", "takes (6)"),
        ("DATETIME2", "takes (6)"),
        ("TIMESTAMP CONSTRAINT [df_t_c] DEFAULT SYSUTCDATETIME()", "no type `TIMESTAMP`"),
        ("TEXT", "no type `TEXT`"),
        ("BOOLEAN", "no type `BOOLEAN`"),
        ("BIGINT IDENTITY(1, 1) CONSTRAINT [df_t_c] DEFAULT 1", "an identity has no default"),
        ("NVARCHAR(10) CONSTRAINT [df_t_c] DEFAULT 'x'", "without N"),
        ("BIT CONSTRAINT [df_t_c] DEFAULT TRUE", "`TRUE` is no word"),
        ("BIGINT CONSTRAINT [ck_t_c] CHECK (LENGTH([c]) > 1)", "`LENGTH` is no word"),
        ("DATETIME2(6) CONSTRAINT [df_t_c] DEFAULT NOW()", "`NOW` is no word"),
        ("DATETIME2(6) CONSTRAINT [df_t_c] DEFAULT TIMESTAMP N'2024-01-01'", "is read as a column"),
        ("BIGINT; ", "two statements"),
    ] {
        refused(&ddl::judge(&sqlserver::RULES, &table(column)), why, column);
    }
    for (end, why) in [
        ("[c] NVARCHAR(MAX), CONSTRAINT [u] UNIQUE ([c])", "cannot be in a key"),
        ("[c] NVARCHAR(451), CONSTRAINT [p] PRIMARY KEY ([c])", "902 bytes"),
        ("[c] NVARCHAR(851), CONSTRAINT [u] UNIQUE ([c])", "1702 bytes"),
        ("[c] BIGINT, PRIMARY KEY ([c])", "without a name"),
        ("[c] BIGINT, [c] BIGINT", "twice"),
        ("[c] BIGINT, CONSTRAINT [u] UNIQUE ([d])", "no column `d`"),
        ("[c] BIGINT, CONSTRAINT [f] FOREIGN KEY ([c]) REFERENCES [t] ([a], [b])", "1 columns refer to 2"),
        ("[c] BIGINT, CONSTRAINT [f] FOREIGN KEY ([c]) REFERENCES [t] ([c]) ON DELETE RESTRICT", "cannot do that"),
        ("c BIGINT", "`C` is no word"),
        ("index BIGINT", "without a name"),
        ("[c] BIGINT IDENTITY(1, 1), [d] BIGINT IDENTITY(1, 1)", "one identity"),
    ] {
        refused(&ddl::judge(&sqlserver::RULES, &[format!("CREATE TABLE [t] ( {end} )")]), why, end);
    }
    let twice = ["CREATE INDEX [i] ON [t] ([c])", "CREATE INDEX [i] ON [t] ([c] DESC)"];
    refused(&with_table(&sqlserver::RULES, "[c] BIGINT", &twice), "`t.i` is taken", "index");
}

#[test]
fn oracle_ddl() {
    for (column, why) in [
        ("BOOLEAN", "no type `BOOLEAN`"),
        ("BIT", "no type `BIT`"),
        ("TIME", "no type `TIME`"),
        ("DATETIME", "no type `DATETIME`"),
        ("UUID", "no type `UUID`"),
        ("TEXT", "no type `TEXT`"),
        ("BIGINT", "no type `BIGINT`"),
        ("JSON", "no type `JSON`"),
        ("VARCHAR2(10)", "without CHAR"),
        ("VARCHAR2", "takes a length"),
        ("VARCHAR2(4001 CHAR)", "length 4001"),
        ("RAW(2001)", "length 2001"),
        ("NUMBER(39)", "38 digits"),
        ("NUMBER(1) DEFAULT TRUE", "`TRUE` is no word"),
        ("NUMBER(1) NOT NULL DEFAULT 1", "DEFAULT stands before NOT NULL"),
        ("TIMESTAMP(6) DEFAULT NOW()", "`NOW` is no word"),
        ("NUMBER(1) CHECK (ISJSON(\"c\") = 1)", "`ISJSON` is no word"),
    ] {
        let statement = format!("CREATE TABLE \"t\" ( \"id\" NUMBER(19) NOT NULL, \"c\" {column} )");
        refused(&ddl::judge(&oracle::RULES, &[statement]), why, column);
    }
    for (end, why) in [
        ("\"c\" CLOB, CONSTRAINT \"u\" UNIQUE (\"c\")", "cannot be in a key"),
        ("\"c\" TIMESTAMP(6) WITH TIME ZONE, CONSTRAINT \"u\" UNIQUE (\"c\")", "cannot be in a key"),
        ("\"c\" VARCHAR2(1600 CHAR), CONSTRAINT \"u\" UNIQUE (\"c\")", "6400 bytes"),
        (
            "\"c\" NUMBER(19), CONSTRAINT \"f\" FOREIGN KEY (\"c\") REFERENCES \"t\" (\"c\") ON UPDATE CASCADE",
            "ON UPDATE cannot",
        ),
        (
            "\"c\" NUMBER(19), CONSTRAINT \"f\" FOREIGN KEY (\"c\") REFERENCES \"t\" (\"c\") ON DELETE SET DEFAULT",
            "ON DELETE cannot",
        ),
        ("order NUMBER(19)", "without a name"),
        ("\"c\" NUMBER(19) );", "semicolon"),
    ] {
        refused(
            &ddl::judge(&oracle::RULES, &[format!("CREATE TABLE \"t\" ( {end} )").replace(" ); )", " );")]),
            why,
            end,
        );
    }
}

#[test]
fn cascades() {
    let key = |from: &str, to: &str| {
        format!(
            "ALTER TABLE [{from}] ADD CONSTRAINT [fk_{from}_{to}] FOREIGN KEY ([x]) REFERENCES [{to}] ([id]) ON DELETE CASCADE"
        )
    };
    let judge = |keys: &[(&str, &str)]| {
        let statements: Vec<String> = keys.iter().map(|(from, to)| key(from, to)).collect();
        ddl::judge_cascades(&sqlserver::RULES, &statements)
    };
    assert!(judge(&[("b", "a"), ("c", "b")]).is_empty());
    refused(&judge(&[("b", "a"), ("c", "b"), ("c", "a")]), "reaches `c` on 2 ways", "two ways");
    refused(&judge(&[("a", "a")]), "reaches `a`", "itself");
    refused(&judge(&[("a", "b"), ("b", "a")]), "reaches `a`", "a ring");
}

#[test]
fn statements() {
    let cases: [(&Rules, &str, Option<usize>, &str); 11] = [
        (&sqlserver::RULES, "INSERT INTO [t] ([a], [b]) VALUES (@P1)", None, "2 columns get 1 values"),
        (&oracle::RULES, "INSERT INTO \"t\" (\"a\") VALUES (:1, :2)", None, "1 columns get 2 values"),
        (&sqlserver::RULES, "SELECT [a] FROM [t] ORDER BY [a] LIMIT 3", None, "LIMIT"),
        (&sqlserver::RULES, "SELECT [a] FROM [t] OFFSET 1 ROWS", None, "without ORDER BY"),
        (&sqlserver::RULES, "SELECT [a] FROM [t] WHERE [a] = @P2", None, "have gaps"),
        (&oracle::RULES, "SELECT \"a\" FROM \"t\" WHERE \"a\" = :1", Some(2), "1 parameters instead of 2"),
        (&oracle::RULES, "SELECT \"a\" FROM \"t\";", None, "semicolon"),
        (&oracle::RULES, "SELECT \"a\" FROM \"t\" WHERE \"a\" = ?", None, "unexpected `?`"),
        (&oracle::RULES, "SELECT EXISTS (SELECT 1 FROM \"t\") FROM DUAL", None, "`EXISTS`"),
        (
            &sqlserver::RULES,
            "MERGE INTO [t] AS [t] USING (VALUES (@P1)) AS [s] ([a]) ON [t].[a] = [s].[a] \
             WHEN NOT MATCHED THEN INSERT ([a]) VALUES ([s].[a])",
            None,
            "ends in a semicolon",
        ),
        (
            &oracle::RULES,
            "MERGE INTO \"t\" \"t\" USING (SELECT :1 AS \"a\", :2 AS \"b\" FROM DUAL) \"s\" ON (\"t\".\"a\" = \"s\".\"a\") \
             WHEN MATCHED THEN UPDATE SET \"t\".\"b\" = \"s\".\"b\", \"t\".\"a\" = \"s\".\"a\" \
             WHEN NOT MATCHED THEN INSERT (\"a\", \"b\") VALUES (\"s\".\"a\", \"s\".\"b\")",
            Some(2),
            "MERGE changes `a` of ON",
        ),
    ];
    for (rules, statement, parameters, why) in cases {
        refused(&dml::judge(rules, statement, parameters), why, statement);
    }
}

#[track_caller]
fn refused(wrong: &[String], why: &str, what: &str) {
    assert!(wrong.iter().any(|wrong| wrong.contains(why)), "{what}: expected `{why}` in {wrong:#?}");
}

fn with_table(rules: &Rules, columns: &str, more: &[&str]) -> Vec<String> {
    let mut statements = vec![format!("CREATE TABLE [t] ( {columns} )")];
    statements.extend(more.iter().map(|statement| (*statement).to_owned()));
    ddl::judge(rules, &statements)
}
