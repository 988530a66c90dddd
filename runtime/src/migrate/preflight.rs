//! The rows are asked whether they fit, before anything is touched.

use std::collections::BTreeSet;

use tablewright_schema::Dialect;
use tablewright_schema::diff::{Change, Verb};
use tablewright_schema::migration::Migration;

use super::event::{Event, Observers, Place};
use super::keys::{self, Keys};
use super::personal::Personal;
use crate::error::{Error, Kind, Result};
use crate::executor::Executor;
use crate::handwritten::HandwrittenSql;

/// What the rows answer to a question.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Answer {
    /// What is wrong with the rows that are in the way.
    pub question: String,
    /// How many they are. Nothing if that is not known before earlier migrations have run.
    pub rows: Option<i64>,
    /// Which they are.
    pub sample: Keys,
}

/// What pending migrations do before another one, as far as their statements tell.
#[derive(Debug, Default)]
pub(super) struct Before {
    /// Whether they may change rows.
    changes_rows: bool,
    /// The tables and other objects that they make, change or drop, in lower case.
    objects: BTreeSet<String>,
}

impl Before {
    pub(super) fn add(&mut self, migration: &Migration, dialect: Dialect) {
        let statements = migration.up.statements(dialect).unwrap_or_default();
        self.changes_rows |= statements.iter().any(|sql| dialect.changes_rows(sql));
        let renamed = |change: &&Change| change.verb == Verb::Rename && change.part.is_empty();
        let before = migration.changes.iter().filter(renamed).map(|change| change.from.clone());
        let changed = migration.changes.iter().map(|change| change.table.clone());
        let named = statements.iter().flat_map(|sql| dialect.named(sql));
        self.objects.extend(named.chain(changed).chain(before).map(|name| name.to_lowercase()));
    }

    /// Whether a question can be asked only when they have run: what it asks for may be something else by then.
    fn is_open(&self, sql: &str, dialect: Dialect) -> bool {
        self.changes_rows || dialect.mentions(sql, &self.objects)
    }
}

/// What the rows answer to the questions of a migration that can be asked already, with others before it.
pub(super) async fn answers(
    executor: &impl Executor,
    migration: &Migration,
    before: &Before,
    personal: &Personal,
) -> Result<Vec<Answer>> {
    let dialect = executor.dialect();
    let own = migration.preflight.iter().filter(|(of, _)| *of == dialect);
    let mut answers = Vec::new();
    for question in own.flat_map(|(_, questions)| questions) {
        let counts = match before.is_open(&question.sql, dialect) {
            true => Ok(None),
            false => executor.fetch_sql(&question.sql, &[], |row| row.get::<i64>(0)).await.map(Some),
        };
        let rows: Option<i64> = match counts {
            Ok(counts) => counts.map(|counts| counts.iter().sum()),
            // An earlier migration makes the table.
            Err(error) if error.kind() == Kind::MissingObject => None,
            Err(error) => return Err(error),
        };
        let sample = keys::of(executor, &question.sample, rows.unwrap_or_default(), personal).await?;
        answers.push(Answer { question: question.message.clone(), rows, sample });
    }
    Ok(answers)
}

/// Asks all questions of a migration whose turn it is.
pub(super) async fn ask(
    executor: &impl Executor,
    migration: &Migration,
    place: &Place<'_>,
    observers: &Observers,
    personal: &Personal,
) -> Result<()> {
    let dialect = executor.dialect();
    let own = migration.preflight.iter().filter(|(of, _)| *of == dialect);
    let mut answers = Vec::new();
    for question in own.flat_map(|(_, questions)| questions) {
        let counts = executor.fetch_sql(&question.sql, &[], |row| row.get::<i64>(0)).await?;
        let rows: i64 = counts.iter().sum();
        observers.tell(&Event::Asked { place: *place, question: &question.message, rows });
        let sample = keys::of(executor, &question.sample, rows, personal).await?;
        answers.push(Answer { question: question.message.clone(), rows: Some(rows), sample });
    }
    let untouched = if place.number == 1 { NOTHING } else { NOTHING_OF_IT };
    objection(migration, &answers, untouched).map_or(Ok(()), |wrong| Err(unfit(&wrong)))
}

/// What is said of a run before its first statement, and of a migration before its own.
pub(super) const NOTHING: &str = "nothing was touched";
pub(super) const NOTHING_OF_IT: &str = "nothing of it was touched, but what ran before it took effect";

/// All that is in the way of a migration, in words; `untouched` says what was not touched.
pub(super) fn objection(migration: &Migration, answers: &[Answer], untouched: &str) -> Option<String> {
    let wrong = answers.iter().filter_map(|answer| {
        answer.rows.filter(|rows| *rows > 0).map(|rows| format!("{rows} times: {}{}", answer.question, answer.sample))
    });
    let wrong: Vec<String> = wrong.collect();
    (!wrong.is_empty()).then(|| {
        let wrong = wrong.join("; ");
        format!("migration `{}`: the rows do not fit, and {untouched}: {wrong}", migration.version)
    })
}

#[cold]
pub(super) fn unfit(wrong: &str) -> Error {
    Error::new(Kind::Usage, wrong.to_owned())
}
