//! What engines refuse: for each rule that says so, the statements that show it, and the near miss that is taken.

use std::fmt::Write as _;

use tablewright::{Database, Executor, HandwrittenSql};
use tablewright_schema::Dialect::{self, Firebird, Mariadb, Mysql, Postgres, Sqlite};

/// A rule on an engine.
pub struct Truth {
    /// The rule's name.
    pub rule: &'static str,
    /// The engine.
    pub dialect: Dialect,
    /// From this version on the engine takes it after all.
    pub until: Option<u32>,
    /// Statements of which the engine refuses the last one.
    pub refused: Vec<String>,
    /// Statements that the engine takes.
    pub accepted: Vec<String>,
}

/// Rules about a dialect that no engine here refuses, with the reason why they are rules.
pub const NOT_REFUSED: [(&str, &str); 9] = [
    ("computed-type", "Oracle refuses it, which computes no column of unlimited length"),
    ("default-digits", "the engine would round"),
    ("default-empty", "Oracle takes an empty text for NULL"),
    ("default-now", "the engine has no such constant in UTC"),
    ("expression", "the expression is not in our language"),
    ("foreign-key-action", "InnoDB takes SET DEFAULT and refuses the deletion after all; Oracle has no ON UPDATE"),
    ("foreign-key-self-cascade", "SQL Server refuses it (1785)"),
    ("identifier", "such a name could leave its quotes"),
    ("unique-nullable", "our own promise that NULLs never collide could not be kept"),
];

const FAMILY: [Dialect; 2] = [Mysql, Mariadb];

/// Runs every truth of an engine on an empty database; what is folklore.
pub async fn folklore(db: &Database) -> Vec<String> {
    let mut wrong = Vec::new();
    let dialect = db.dialect();
    let version = db.fetch_sql(dialect.version_query(), &[], |row| row.get::<String>(0)).await.expect("a version");
    let major: u32 = version[0].split('.').next().and_then(|major| major.parse().ok()).expect("a number");
    for truth in all().into_iter().filter(|truth| truth.dialect == dialect) {
        for sql in &truth.accepted {
            if let Err(error) = db.execute_sql(sql, &[]).await {
                wrong.push(format!("{}: {dialect} refuses the near miss: {error}: {}", truth.rule, short(sql)));
            }
        }
        if truth.until.is_some_and(|until| major >= until) {
            continue;
        }
        let (last, before) = truth.refused.split_last().expect("something is refused");
        for sql in before {
            if let Err(error) = db.execute_sql(sql, &[]).await {
                wrong.push(format!("{}: {dialect} refuses the preparation: {error}: {}", truth.rule, short(sql)));
            }
        }
        if db.execute_sql(last, &[]).await.is_ok() {
            wrong.push(format!("{}: {dialect} takes it: {}", truth.rule, short(last)));
        }
    }
    wrong
}

fn short(sql: &str) -> String {
    sql.chars().take(120).collect()
}

/// Declares truths: a rule, engines, the refused statements, the accepted ones. `{}` stands for a name of their own.
macro_rules! truths {
    ($($rule:literal on $dialects:expr $(, until $until:literal)? => [$($refused:expr),+ $(,)?] not [$($accepted:expr),+ $(,)?];)+) => {{
        let mut all = Vec::new();
        $(for dialect in $dialects {
            let named = |text: String, part: &str| text.replace("{}", &format!("{part}{}", all.len()));
            #[allow(unused_mut, unused_assignments)]
            let mut until = None;
            $(until = Some($until);)?
            let truth = Truth {
                rule: $rule,
                dialect,
                until,
                refused: vec![$(named($refused.to_string(), "r")),+],
                accepted: vec![$(named($accepted.to_string(), "a")),+],
            };
            all.push(truth);
        })+
        all
    }};
}

/// All of them.
pub fn all() -> Vec<Truth> {
    let mut all = keys_and_names();
    all.extend(limits());
    all.extend(clauses());
    all.extend(references());
    // Names are numbered within each group.
    for (n, truth) in all.iter_mut().enumerate() {
        for sql in truth.refused.iter_mut().chain(&mut truth.accepted) {
            *sql = sql.replace("T_", &format!("t{n}_"));
        }
    }
    all
}

fn keys_and_names() -> Vec<Truth> {
    let long = |length: usize| format!("CREATE TABLE \"{}\" (\"id\" INTEGER)", "n".repeat(length));
    truths! {
        "key-column" on [Mysql] => ["CREATE TABLE T_{} (a longtext)", "CREATE INDEX T_{}i ON T_{} ((LOWER(a)))"]
            not ["CREATE TABLE T_{} (a longtext)", "CREATE INDEX T_{}i ON T_{} ((CHAR_LENGTH(a)))"];
        // It takes the index as long as there is no row.
        "key-column" on [Firebird] => [
            "CREATE TABLE T_{} (a BLOB SUB_TYPE TEXT)", "CREATE INDEX T_{}i ON T_{} COMPUTED BY (LOWER(a))",
            "INSERT INTO T_{} VALUES ('x')"
        ] not [
            "CREATE TABLE T_{} (a BLOB SUB_TYPE TEXT)", "CREATE INDEX T_{}i ON T_{} COMPUTED BY (CHAR_LENGTH(a))",
            "INSERT INTO T_{} VALUES ('x')"
        ];
        "name-taken" on [Postgres, Mysql, Mariadb, Firebird] =>
            ["CREATE TABLE T_{} (a int, CONSTRAINT T_{}c CHECK (a > 0), CONSTRAINT T_{}c CHECK (a < 9))"]
            not ["CREATE TABLE T_{} (a int, CONSTRAINT T_{}c CHECK (a > 0), CONSTRAINT T_{}d CHECK (a < 9))"];
        "auto-increment-key" on FAMILY => ["CREATE TABLE T_{} (id int NOT NULL, n int NOT NULL AUTO_INCREMENT, PRIMARY KEY (id))"]
            not ["CREATE TABLE T_{} (n int NOT NULL AUTO_INCREMENT, PRIMARY KEY (n))"];
        "auto-increment-key" on [Sqlite] => ["CREATE TABLE T_{} (id INTEGER PRIMARY KEY, n INTEGER AUTOINCREMENT)"]
            not ["CREATE TABLE T_{} (n INTEGER PRIMARY KEY AUTOINCREMENT)"];
        "auto-increment-twice" on FAMILY => ["CREATE TABLE T_{} (id int AUTO_INCREMENT PRIMARY KEY, n int AUTO_INCREMENT UNIQUE)"]
            not ["CREATE TABLE T_{} (id int AUTO_INCREMENT PRIMARY KEY, n int UNIQUE)"];
        "auto-increment-expression" on FAMILY => ["CREATE TABLE T_{} (id int AUTO_INCREMENT PRIMARY KEY, CHECK (id > 0))"]
            not ["CREATE TABLE T_{} (id int AUTO_INCREMENT PRIMARY KEY, n int, CHECK (n > 0))"];
        // MariaDB makes it NOT NULL without a word.
        "primary-key-nullable" on [Mysql] => ["CREATE TABLE T_{} (id int NULL, PRIMARY KEY (id))"]
            not ["CREATE TABLE T_{} (id int NOT NULL, PRIMARY KEY (id))"];
        "redundant-unique" on [Firebird] => ["CREATE TABLE T_{} (id INTEGER NOT NULL PRIMARY KEY, a INTEGER NOT NULL, UNIQUE (a), UNIQUE (a))"]
            not ["CREATE TABLE T_{} (id INTEGER NOT NULL PRIMARY KEY, a INTEGER NOT NULL, b INTEGER NOT NULL, UNIQUE (a), UNIQUE (b))"];
        "duplicate-column" on [Sqlite] => ["CREATE TABLE T_{} (\"name\" TEXT, \"NAME\" TEXT)"] not ["CREATE TABLE T_{} (\"name\" TEXT, \"name2\" TEXT)"];
        "duplicate-column" on FAMILY => ["CREATE TABLE T_{} (`name` int, `NAME` int)"] not ["CREATE TABLE T_{} (`name` int, `name2` int)"];
        "duplicate-name" on [Sqlite, Postgres, Firebird] => [
            "CREATE TABLE T_{} (a INTEGER, b INTEGER)", "CREATE INDEX T_{}i ON T_{} (a)", "CREATE INDEX T_{}i ON T_{} (b)"
        ] not ["CREATE TABLE T_{} (a INTEGER, b INTEGER)", "CREATE INDEX T_{}i ON T_{} (a)", "CREATE INDEX T_{}j ON T_{} (b)"];
        "names-of-a-schema" on [Sqlite, Postgres] => ["CREATE TABLE T_{} (a INTEGER)", "CREATE INDEX T_{} ON T_{} (a)"]
            not ["CREATE TABLE T_{} (a INTEGER)", "CREATE INDEX T_{}i ON T_{} (a)"];
        "name-too-long" on [Firebird] => [long(64)] not [long(63)];
        "name-too-long" on FAMILY => [long(65).replace('"', "`")] not [long(64).replace('"', "`")];
    }
}

fn limits() -> Vec<Truth> {
    let columns = |count: usize, data_type: &str| {
        let mut text = "CREATE TABLE T_{} (id INTEGER".to_owned();
        for n in 1..count {
            write!(text, ", c{n} {data_type}").expect("a text takes text");
        }
        format!("{text})")
    };
    let key = |count: usize| {
        let names: Vec<String> = (0..count).map(|n| format!("c{n}")).collect();
        let columns: Vec<String> = names.iter().map(|name| format!("{name} INTEGER NOT NULL")).collect();
        format!("CREATE TABLE T_{{}} ({}, UNIQUE ({}))", columns.join(", "), names.join(", "))
    };
    let comment = |length: usize| format!("CREATE TABLE T_{{}} (id int) COMMENT '{}'", "x".repeat(length));
    let note = |length: usize| format!("CREATE TABLE T_{{}} (id int COMMENT '{}')", "x".repeat(length));
    truths! {
        "too-many-columns" on FAMILY => [columns(1_018, "int")] not [columns(1_017, "int")];
        "table-columns" on FAMILY => [columns(1_018, "int")] not [columns(1_000, "int")];
        "table-columns" on [Postgres] => [columns(1_601, "boolean")] not [columns(1_600, "boolean")];
        "table-columns" on [Sqlite] => [columns(2_001, "INTEGER")] not [columns(2_000, "INTEGER")];
        "too-many-key-columns" on [Mysql, Firebird] => [key(17)] not [key(16)];
        "key-columns" on [Mysql, Firebird] => [key(17)] not [key(16)];
        "key-columns" on [Postgres, Mariadb] => [key(33)] not [key(32)];
        "key-width" on FAMILY => ["CREATE TABLE T_{} (a varchar(769) CHARACTER SET utf8mb4 PRIMARY KEY)"]
            not ["CREATE TABLE T_{} (a varchar(768) CHARACTER SET utf8mb4 PRIMARY KEY)"];
        "key-width" on [Firebird] => ["CREATE TABLE T_{} (a VARCHAR(510) CHARACTER SET UTF8 NOT NULL UNIQUE)"]
            not ["CREATE TABLE T_{} (a VARCHAR(508) CHARACTER SET UTF8 NOT NULL UNIQUE)"];
        "key-column" on [Firebird] => ["CREATE TABLE T_{} (a BLOB SUB_TYPE TEXT NOT NULL UNIQUE)"]
            not ["CREATE TABLE T_{} (a VARCHAR(100) NOT NULL UNIQUE)"];
        "key-column" on FAMILY => ["CREATE TABLE T_{} (a longtext NOT NULL, PRIMARY KEY (a))"]
            not ["CREATE TABLE T_{} (a varchar(100) NOT NULL, PRIMARY KEY (a))"];
        "row-width" on FAMILY => [columns(6, "varchar(4000) CHARACTER SET utf8mb4")] not [columns(5, "varchar(4000) CHARACTER SET utf8mb4")];
        "row-width" on [Firebird] => [columns(4, "VARCHAR(8191) CHARACTER SET UTF8")] not [columns(2, "VARCHAR(8191) CHARACTER SET UTF8")];
        "row-page" on FAMILY => [columns(600, "binary(16)")] not [columns(500, "binary(16)")];
        "row-page" on [Mysql] => [columns(210, "longtext")] not [columns(190, "longtext")];
        "row-page" on [Mariadb] => [columns(42, "varchar(50) CHARACTER SET utf8mb4")]
            not [columns(38, "varchar(50) CHARACTER SET utf8mb4")];
        "comment-length" on FAMILY => [comment(2_049)] not [comment(2_048)];
        "comment-too-long" on FAMILY => [note(1_025)] not [note(1_024)];
        "type-limit" on FAMILY => ["CREATE TABLE T_{} (a decimal(66, 0))"] not ["CREATE TABLE T_{} (a decimal(65, 30))"];
        "type-limit" on [Mysql] => ["CREATE TABLE T_{} (a decimal(65, 31))"] not ["CREATE TABLE T_{} (a decimal(65, 30))"];
        "type-limit" on [Firebird] => ["CREATE TABLE T_{} (a DECIMAL(39, 0))"] not ["CREATE TABLE T_{} (a DECIMAL(38, 0))"];
    }
}

fn clauses() -> Vec<Truth> {
    truths! {
        "kept-name" on [Sqlite] => ["CREATE TABLE sqlite_{} (a INTEGER)"] not ["CREATE TABLE sqlit_{} (a INTEGER)"];
        "kept-name" on [Postgres] => ["CREATE TABLE T_{} (xmin integer)"] not ["CREATE TABLE T_{} (xminimum integer)"];
        "kept-name" on FAMILY => ["CREATE TABLE T_{} (a int)", "CREATE INDEX `PRIMARY` ON T_{} (a)"]
            not ["CREATE TABLE T_{} (a int)", "CREATE INDEX `PRIMARY_ONE` ON T_{} (a)"];
        "default-expression" on [Firebird] => ["CREATE TABLE T_{} (a INTEGER DEFAULT 1 + 1)"] not ["CREATE TABLE T_{} (a INTEGER DEFAULT 2)"];
        "index-directions" on [Firebird] => ["CREATE TABLE T_{} (a INTEGER, b INTEGER)", "CREATE INDEX T_{}i ON T_{} (a ASC, b DESC)"]
            not ["CREATE TABLE T_{} (a INTEGER, b INTEGER)", "CREATE DESCENDING INDEX T_{}i ON T_{} (a, b)"];
        "index-expression" on [Mariadb] => ["CREATE TABLE T_{} (a int)", "CREATE INDEX T_{}i ON T_{} ((a + 1))"]
            not ["CREATE TABLE T_{} (a int)", "CREATE INDEX T_{}i ON T_{} (a)"];
        "index-expression" on [Firebird] => ["CREATE TABLE T_{} (a INTEGER, b VARCHAR(9))", "CREATE INDEX T_{}i ON T_{} (a, UPPER(b))"]
            not ["CREATE TABLE T_{} (a INTEGER, b VARCHAR(9))", "CREATE INDEX T_{}i ON T_{} COMPUTED BY (UPPER(b))"];
        "partial-index" on FAMILY => ["CREATE TABLE T_{} (a int)", "CREATE INDEX T_{}i ON T_{} (a) WHERE a > 0"]
            not ["CREATE TABLE T_{} (a int)", "CREATE INDEX T_{}i ON T_{} (a)"];
        "partial-index" on [Firebird], until 5 => ["CREATE TABLE T_{} (a INTEGER)", "CREATE INDEX T_{}i ON T_{} (a) WHERE a > 0"]
            not ["CREATE TABLE T_{} (a INTEGER)", "CREATE INDEX T_{}i ON T_{} (a)"];
    }
}

fn references() -> Vec<Truth> {
    const PARENT: &str = "CREATE TABLE T_{}p (id INTEGER NOT NULL PRIMARY KEY, n INTEGER, t VARCHAR(9))";
    let child = |rest: &str| format!("CREATE TABLE T_{{}} (a INTEGER{rest}");
    let key = |target: &str| child(&format!(", FOREIGN KEY (a) REFERENCES T_{{}}p ({target}))"));
    let good = || key("id");
    truths! {
        "foreign-key-set-null" on FAMILY => [PARENT, child(" NOT NULL, FOREIGN KEY (a) REFERENCES T_{}p (id) ON DELETE SET NULL)")]
            not [PARENT, child(", FOREIGN KEY (a) REFERENCES T_{}p (id) ON DELETE SET NULL)")];
        "foreign-key-computed" on [Mysql] => [
            PARENT, child(", b INTEGER AS (a) VIRTUAL, FOREIGN KEY (b) REFERENCES T_{}p (id))")
        ] not [PARENT, child(", b INTEGER AS (a) STORED, FOREIGN KEY (b) REFERENCES T_{}p (id))")];
        "foreign-key-computed" on [Mysql] => [
            PARENT, child(", b INTEGER AS (a + 1) STORED, FOREIGN KEY (a) REFERENCES T_{}p (id) ON DELETE CASCADE)")
        ] not [PARENT, child(", b INTEGER AS (a + 1) STORED, FOREIGN KEY (a) REFERENCES T_{}p (id))")];
        "foreign-key-computed" on [Firebird] => [
            PARENT, child(", b INTEGER COMPUTED BY (a), FOREIGN KEY (b) REFERENCES T_{}p (id))")
        ] not [PARENT, child(", b INTEGER COMPUTED BY (a), FOREIGN KEY (a) REFERENCES T_{}p (id))")];
        "foreign-key-check" on [Mysql, Mariadb] => [
            PARENT, child(", CHECK (a > 0), FOREIGN KEY (a) REFERENCES T_{}p (id) ON DELETE SET NULL)")
        ] not [PARENT, child(", CHECK (a > 0), FOREIGN KEY (a) REFERENCES T_{}p (id))")];
        "target-is-no-key" on [Postgres, Mysql, Firebird] => [PARENT, key("n")] not [PARENT, good()];
        "target-is-no-constraint" on [Firebird] => [PARENT, "CREATE UNIQUE INDEX T_{}u ON T_{}p (n)", key("n")] not [PARENT, good()];
        "types-of-a-reference" on [Postgres, Mysql, Mariadb, Firebird] => [
            PARENT, "CREATE TABLE T_{} (a VARCHAR(9), FOREIGN KEY (a) REFERENCES T_{}p (id))"
        ] not [PARENT, good()];
        "foreign-key-column-count" on [Sqlite, Postgres, Mysql, Mariadb, Firebird] => [
            PARENT, "CREATE TABLE T_{} (a INTEGER, b INTEGER, FOREIGN KEY (a, b) REFERENCES T_{}p (id))"
        ] not [PARENT, good()];
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source;

    /// A rule that says "this dialect refuses" is tried on a dialect that runs here, or says why it is not.
    #[test]
    fn no_rule_is_folklore() {
        let all = all();
        let mut missing = Vec::new();
        for file in source::files("schema/src/dialect", "rs") {
            for rest in file.text.split("context.problem(").skip(1) {
                let Some(rule) = rest.trim_start().strip_prefix('"').and_then(|rest| rest.split('"').next()) else {
                    continue;
                };
                if !all.iter().any(|truth| truth.rule == rule) && !NOT_REFUSED.iter().any(|(known, _)| *known == rule) {
                    missing.push(rule.to_owned());
                }
            }
        }
        assert!(missing.is_empty(), "not tried: {missing:?}");
    }
}
