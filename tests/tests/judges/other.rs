//! sqlparser, a parser that is not ours, reads every statement of the golden cases.
//!
//! It accepts nearly everything, so that a pass proves little, and it does not know some valid forms. Those are listed
//! with the reason why they are valid; an entry that is no longer needed is a failure too.

use sqlparser::dialect::{Dialect as Grammar, MsSqlDialect, OracleDialect};
use sqlparser::parser::Parser;
use tablewright_schema::Dialect;
use tablewright_tests::golden::{case, changes, kept, online, statements, text};

/// What stands in a valid statement that sqlparser does not know, and why it is valid.
type Unknown = (&'static str, &'static str);

const SQLSERVER: &[Unknown] = &[
    ("PERSISTED NOT NULL", "a computed column has no type: CREATE TABLE (Transact-SQL), computed_column_definition"),
    ("WITH (HOLDLOCK) AS t", "the hint stands before the alias: MERGE (Transact-SQL), merge_hint"),
    (" ALTER COLUMN [", "type and NULL in one clause: ALTER TABLE (Transact-SQL), ALTER COLUMN"),
    ("] AS (", "a computed column is added: ALTER TABLE (Transact-SQL), computed_column_definition"),
    (" FOR [", "a default is a constraint: ALTER TABLE (Transact-SQL), table_constraint"),
];
const ORACLE: &[Unknown] = &[
    ("INTERVAL DAY(0) TO SECOND(6)", "a data type: SQL Language Reference, interval_day_to_second"),
    (" INTO :", "where RETURNING leaves its values: SQL Language Reference, INSERT, returning_clause"),
    (" ADD (\"", "SQL Language Reference, ALTER TABLE, add_column_clause"),
    (" MODIFY (\"", "SQL Language Reference, ALTER TABLE, modify_column_clauses"),
];

#[test]
fn sqlparser_reads_sqlserver() {
    read(Dialect::SqlServer, &MsSqlDialect {}, SQLSERVER);
}

#[test]
fn sqlparser_reads_oracle() {
    read(Dialect::Oracle, &OracleDialect {}, ORACLE);
}

#[test]
fn sqlparser_refuses_nonsense() {
    for nonsense in ["CREATE TABLE \"a\" ( \"b\" INT NOT NUL", "INSERT INTO \"a\" VALUES (", "SELEC 1", "UPDATE SET 1"]
    {
        assert!(Parser::parse_sql(&MsSqlDialect {}, nonsense).is_err(), "{nonsense}");
        assert!(Parser::parse_sql(&OracleDialect {}, nonsense).is_err(), "{nonsense}");
    }
}

fn read(dialect: Dialect, grammar: &dyn Grammar, unknown: &[Unknown]) {
    let mut all = Vec::new();
    for case in case::all() {
        let script = text::script(&case, dialect);
        all.extend(script.create.into_iter().chain(script.drop));
    }
    for (_, statements_of) in statements::CASES {
        all.extend(statements_of(dialect).into_iter().map(|statement| statement.sql));
    }
    let cases = [changes::cases(dialect), online::cases(dialect), kept::cases(dialect)];
    all.extend(cases.into_iter().flat_map(|cases| changes::planned(dialect, cases)).flat_map(|it| it.plan.statements));
    assert!(all.len() > 100, "only {} statements", all.len());
    let (mut wrong, mut used) = (Vec::new(), vec![false; unknown.len()]);
    for statement in &all {
        let Err(error) = Parser::parse_sql(grammar, statement) else { continue };
        match unknown.iter().position(|(text, _)| statement.contains(text)) {
            Some(known) => used[known] = true,
            None => wrong.push(format!("{error}\n    {statement}")),
        }
    }
    for ((text, reason), used) in unknown.iter().zip(used) {
        if !used {
            wrong.push(format!("sqlparser reads `{text}` now; take it off the list ({reason})"));
        }
    }
    assert!(wrong.is_empty(), "{} objections of {} statements\n{}", wrong.len(), all.len(), wrong.join("\n"));
}
