//! Mistakes that other judges let pass: ours has to see each.

use tablewright_tests::judge::{Rules, alter, ddl, dml, oracle, sqlserver};

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

/// What no parser sees of a change: what is in its way, and what it leaves out.
#[test]
fn sqlserver_changes() {
    let before = [
        "CREATE TABLE [p] ( [id] BIGINT NOT NULL, CONSTRAINT [pk_p] PRIMARY KEY ([id]) )",
        "CREATE TABLE [t] ( [id] BIGINT NOT NULL, [c] NVARCHAR(10) COLLATE Latin1_General_100_BIN2 CONSTRAINT [df_t_c] \
         DEFAULT N'x' NOT NULL, [d] INT NULL, [e] AS ([d] + 1), CONSTRAINT [ck_t_d] CHECK ([d] > 0), CONSTRAINT [fk_t_id] \
         FOREIGN KEY ([id]) REFERENCES [p] ([id]) )",
        "CREATE INDEX [ix_t_c] ON [t] ([c])",
    ];
    for (statement, why) in [
        ("ALTER TABLE [t] DROP COLUMN [c]", "`ix_t_c` depends on `c`"),
        ("ALTER TABLE [t] DROP COLUMN [d]", "`ck_t_d` depends on `d`"),
        ("ALTER TABLE [p] ALTER COLUMN [id] INT NOT NULL", "`fk_t_id` depends on `id`"),
        ("ALTER TABLE [t] ALTER COLUMN [id] INT", "`fk_t_id` depends on `id`"),
        ("ALTER TABLE [p] DROP CONSTRAINT [pk_p]", "a reference needs `pk_p`"),
        ("ALTER TABLE [t] DROP CONSTRAINT [ck_d]", "no constraint `ck_d`"),
        ("ALTER TABLE [t] ADD CONSTRAINT [df] DEFAULT 1 FOR [c]", "it has a default"),
        ("ALTER TABLE [t] ADD CONSTRAINT [ck_t_d] CHECK ([d] < 9)", "`ck_t_d` is taken"),
        ("ALTER TABLE [t] ADD [f] INT NOT NULL", "no value for it"),
        ("ALTER TABLE [t] ADD COLUMN [f] INT NULL", "a quoted name is missing"),
        ("ALTER TABLE [t] RENAME TO [u]", "no change of a table"),
        (
            "DECLARE @path NVARCHAR(1035) = QUOTENAME(SCHEMA_NAME()) + N'.t.d'; EXEC sp_rename @path, N'f', N'COLUMN'",
            "an expression speaks of `d`",
        ),
        (
            "DECLARE @path NVARCHAR(1035) = QUOTENAME(SCHEMA_NAME()) + N'.t.c'; EXEC sp_rename @path, N'[f]', N'COLUMN'",
            "no bare name",
        ),
        ("DECLARE @path NVARCHAR(1035) = QUOTENAME(SCHEMA_NAME()) + N'.t'; EXEC sp_rename @path, N'p'", "`p` is there"),
        ("DECLARE @path NVARCHAR(1035) = N'dbo.t'; EXEC sp_rename @path, N'u'", "a path without its schema"),
        ("EXEC sp_rename N'dbo.t', N'u'", "an object without its schema"),
        ("DECLARE @path NVARCHAR(9); SELECT 1; SELECT 2", "two statements"),
        ("DROP INDEX [ix_t_c]", "an index goes from its table"),
        ("DROP TABLE [p]", "`fk_t_id` refers to it"),
        ("UPDATE [t] SET [f] = 1", "no `f` in `t`"),
        ("UPDATE [t] SET [d] = (SELECT [f] FROM [p] WHERE [id] = [d])", "no `f` in `t`, `p`"),
        ("INSERT INTO [p] ([id]) SELECT [f] FROM [t] WHERE [d] IS NOT NULL", "no `t`"),
        ("INSERT INTO [p] ([id]) SELECT [id], [d] FROM [t]", "2 values for 1 columns"),
        ("INSERT INTO [p] ([id]) VALUES (1)", "no table to copy from"),
        (
            "DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_dropextendedproperty @name = N'MS_Description', \
             @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N't'",
            "only if it is there",
        ),
        (
            "DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_dropextendedproperty @name = N'MS_Description', \
             @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N't'",
            "a comment without its schema",
        ),
    ] {
        refused(&changed(&sqlserver::RULES, &before, statement), why, statement);
    }
    let free = &before[..1];
    let column = [free[0], "ALTER TABLE [p] ADD [c] NVARCHAR(9) COLLATE Latin1_General_100_BIN2 NULL"];
    for (statement, why) in [
        ("ALTER TABLE [p] ALTER COLUMN [c] NVARCHAR(8) NULL", "without COLLATE"),
        ("ALTER TABLE [p] ALTER COLUMN [c] NVARCHAR(8) COLLATE Latin1_General_100_BIN2", "without NULL or NOT NULL"),
    ] {
        refused(&changed(&sqlserver::RULES, &column, statement), why, statement);
    }
}

#[test]
fn oracle_changes() {
    let before = [
        "CREATE TABLE \"p\" ( \"id\" NUMBER(19) NOT NULL, CONSTRAINT \"pk_p\" PRIMARY KEY (\"id\") )",
        "CREATE TABLE \"t\" ( \"id\" NUMBER(19) NOT NULL, \"c\" VARCHAR2(10 CHAR), \"d\" NUMBER(10), \"e\" NUMBER(10) \
         GENERATED ALWAYS AS (\"d\" + 1) VIRTUAL, CONSTRAINT \"fk_t_id\" FOREIGN KEY (\"id\") REFERENCES \"p\" (\"id\") )",
    ];
    for (statement, why) in [
        ("ALTER TABLE \"t\" MODIFY (\"id\" NOT NULL)", "ORA-01442"),
        ("ALTER TABLE \"t\" MODIFY (\"c\" NULL)", "ORA-01451"),
        ("ALTER TABLE \"t\" MODIFY (\"c\" VARCHAR2(9 CHAR))", "does not get wider"),
        ("ALTER TABLE \"t\" MODIFY (\"c\" VARCHAR2(10 CHAR))", "does not get wider"),
        ("ALTER TABLE \"t\" MODIFY (\"c\" CLOB)", "ORA-22858"),
        ("ALTER TABLE \"t\" RENAME COLUMN \"d\" TO \"f\"", "ORA-54032"),
        ("ALTER TABLE \"t\" RENAME COLUMN \"c\" TO \"d\"", "`d` is there"),
        ("ALTER TABLE \"t\" DROP COLUMN \"id\"", "`fk_t_id` depends on `id`"),
        ("ALTER TABLE \"t\" DROP COLUMN \"c\" CASCADE CONSTRAINTS", "on no list"),
        ("ALTER TABLE \"t\" ADD (\"f\" NUMBER(10) NOT NULL)", "no value for it"),
        ("ALTER TABLE \"t\" ADD COLUMN \"f\" NUMBER(10)", "no change of a table"),
        ("DROP TABLE \"t\" CASCADE CONSTRAINTS PURGE", "on no list"),
        ("DROP TABLE \"p\"", "`fk_t_id` refers to it"),
        ("COMMENT ON TABLE \"t\" IS NULL", "a comment is a text"),
    ] {
        refused(&changed(&oracle::RULES, &before, statement), why, statement);
    }
}

fn changed(rules: &Rules, before: &[&str], statement: &str) -> Vec<String> {
    let before: Vec<String> = before.iter().map(|sql| (*sql).to_owned()).collect();
    assert_eq!(alter::judge(rules, &before, &[]).0, [""; 0], "what is there is right");
    alter::judge(rules, &before, &[statement.to_owned()]).0
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
