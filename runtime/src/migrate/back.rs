//! The way back of an applied migration, kept with the data it belongs to, and what it may give up.

use serde::{Deserialize, Serialize};
use tablewright_schema::lint::empty;
use tablewright_schema::migration::Migration;
use tablewright_schema::plan::{Preflight, Sample};
use tablewright_schema::{Dialect, suggest};

use super::history::{AppliedMigration, Progress};
use super::later::{self, Whereabouts};
use super::{Migrator, keys, preflight, way};
use crate::error::{Error, Kind, Result};
use crate::executor::Executor;
use crate::handwritten::HandwrittenSql;
use crate::json::Json;

/// A way back.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Kept", into = "Kept")]
#[non_exhaustive]
pub struct Back {
    /// Its statements, in order.
    pub statements: Vec<String>,
    /// What the rows are asked before the first of them.
    pub asks: Vec<Question>,
}

/// A question that counts rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Gives one number.
    pub sql: String,
    /// What they are.
    pub message: String,
    /// What has to be named if there are some; without it, there may be none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gives_up: Option<String>,
    /// What is shown of them.
    #[serde(flatten)]
    pub sample: KeysAsked,
}

/// Which of the rows are shown, and why none: neither if nothing is known of their key.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeysAsked {
    /// The columns of their key.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub key: Vec<String>,
    /// Gives the keys as texts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keys: Option<String>,
    /// Why no keys are shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_keys: Option<String>,
}

impl From<Sample> for KeysAsked {
    fn from(sample: Sample) -> Self {
        match sample {
            Sample::Count => Self::default(),
            Sample::Keys { columns, sql } => Self { key: columns, keys: Some(sql), no_keys: None },
            Sample::Withheld(why) => Self { no_keys: Some(why), ..Self::default() },
        }
    }
}

impl KeysAsked {
    fn sample(&self) -> Sample {
        match (&self.keys, &self.no_keys) {
            (Some(sql), _) => Sample::Keys { columns: self.key.clone(), sql: sql.clone() },
            (None, Some(why)) => Sample::Withheld(why.clone()),
            (None, None) => Sample::Count,
        }
    }
}

/// How the history holds it: a plain list where nothing is asked, and in what older versions wrote.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Kept {
    Plain(Vec<String>),
    Asking { statements: Vec<String>, asks: Vec<Question> },
}

impl From<Kept> for Back {
    fn from(kept: Kept) -> Self {
        match kept {
            Kept::Plain(statements) => Self { statements, asks: Vec::new() },
            Kept::Asking { statements, asks } => Self { statements, asks },
        }
    }
}

impl From<Back> for Kept {
    fn from(Back { statements, asks }: Back) -> Self {
        if asks.is_empty() { Self::Plain(statements) } else { Self::Asking { statements, asks } }
    }
}

impl Back {
    /// That of a migration in a dialect, if it has one. A list in which nobody wrote is none: it would undo nothing.
    pub(super) fn of(migration: &Migration, dialect: Dialect) -> Option<Self> {
        if empty::refusal(migration, dialect, false).is_some() {
            return None;
        }
        let statements = migration.down.as_ref()?.statements(dialect)?.to_vec();
        let asks = migration.way_back.asks(dialect);
        let preflight = asks.preflight.into_iter().map(|ask| (ask, None));
        let losses = asks.losses.into_iter().map(|loss| (loss.question, Some(loss.of)));
        let question = |(ask, gives_up): (Preflight, _)| Question {
            sql: ask.sql,
            message: ask.message,
            gives_up,
            sample: ask.sample.into(),
        };
        Some(Self { statements, asks: preflight.chain(losses).map(question).collect() })
    }

    /// All of it as one text, for the history's chain of hashes.
    pub(super) fn text(&self) -> String {
        let mut text = self.statements.join("\0");
        for Question { sql, message, gives_up, sample } in &self.asks {
            text.extend(["\u{2}", sql, "\0", message, "\0", gives_up.as_deref().unwrap_or_default()]);
            if let Some(keys) = &sample.keys {
                text.extend(["\u{3}", &sample.key.join("\0"), "\0", keys]);
            }
        }
        text
    }
}

/// What is in the way of going back.
#[derive(Default)]
struct Objections {
    /// What would be lost that nobody gave up.
    lost: Vec<String>,
    /// Rows that do not fit.
    unfit: Vec<String>,
    /// Versions whose ways back were written by hand and nobody gave up.
    unknown: Vec<String>,
}

impl Migrator<'_> {
    /// Refuses before the first of several ways back what one of them would give up and nobody named, and names of nothing. What was
    /// taken back before may be named once more, so that the same call goes on with what is left; `all` is the whole history.
    pub(super) async fn may_give_up(&self, rows: &[&AppliedMigration], all: &[AppliedMigration]) -> Result<()> {
        let unknown = || rows.iter().filter(|row| self.is_by_hand(row)).map(|row| row.version.as_str());
        let known = || rows.iter().flat_map(|row| asks(row)).filter_map(|ask| ask.gives_up.as_deref());
        let losses = || known().chain(unknown());
        let is_gone = |own: &&Migration| !all.iter().any(|row| row.version == own.version);
        let gone: Vec<&Migration> = self.migrations.iter().filter(is_gone).collect();
        let was_lost = |name: &str| {
            let losses = |own: &Migration| own.way_back.asks(self.db.dialect()).losses;
            gone.iter().any(|own| own.version == name || losses(own).iter().any(|loss| loss.of == name))
        };
        for name in &self.given_up {
            if !losses().any(|of| of == name) && !was_lost(name) {
                let help = suggest::help(name, losses());
                return Err(usage(format!("nothing of `{name}` is lost on this way back; {help}")));
            }
        }
        let mut found = Objections::default();
        for row in rows {
            // What a later migration renamed or dropped is somewhere else, if anywhere.
            let later: Vec<&AppliedMigration> =
                rows.iter().rev().filter(|other| other.position > row.position).copied().collect();
            self.ask_back(self.db, row, &later, &mut found).await?;
        }
        found.refuse(&versions(rows), preflight::NOTHING)
    }

    /// The same for one of them, the `number`th of a run, once it is its turn: what was lost meanwhile, and which rows do
    /// not fit.
    pub(super) async fn may_go_back(
        &self,
        executor: &impl Executor,
        row: &AppliedMigration,
        number: usize,
    ) -> Result<()> {
        let mut found = Objections::default();
        self.ask_back(executor, row, &[], &mut found).await?;
        let untouched = if number == 1 { preflight::NOTHING } else { preflight::NOTHING_OF_IT };
        found.refuse(&format!("`{}`", row.version), untouched)
    }

    async fn ask_back(
        &self,
        executor: &impl Executor,
        row: &AppliedMigration,
        later: &[&AppliedMigration],
        found: &mut Objections,
    ) -> Result<()> {
        // One that was begun is asked no more: its tables are on their way.
        if row.state != Progress::Applied {
            return Ok(());
        }
        if self.is_by_hand(row) && !self.given_up.contains(&row.version) {
            found.unknown.push(row.version.clone());
        }
        let is_early = !later.is_empty();
        for ask in asks(row) {
            let is_named = ask.gives_up.as_ref().is_some_and(|of| self.given_up.contains(of));
            if is_named || (is_early && ask.gives_up.is_none()) {
                continue;
            }
            let unknown = || format!("an unknown number of {}", ask.message);
            let sql = match self.whereabouts(ask, later) {
                Whereabouts::Query(sql) => sql,
                Whereabouts::Nowhere => continue,
                Whereabouts::Unknown => {
                    found.lost.push(unknown());
                    continue;
                }
            };
            let counts = executor.fetch_sql(&sql, &[], |row| row.get::<i64>(0)).await;
            let count: i64 = match counts {
                Ok(counts) => counts.iter().sum(),
                // What a later migration made of it is not known; with the connection nothing is.
                Err(error)
                    if is_early && !matches!(error.kind(), Kind::ConnectionLost | Kind::Connect | Kind::Login) =>
                {
                    found.lost.push(unknown());
                    continue;
                }
                // What was kept aside for this way back.
                Err(error) if ask.gives_up.is_none() && error.kind() == Kind::MissingObject => {
                    found.unfit.push(ask.message.clone());
                    // In the transaction of the lock nothing more is answered now.
                    break;
                }
                Err(error) => return Err(error),
            };
            if count > 0 && ask.gives_up.is_some() {
                found.lost.push(format!("{count} {}", ask.message));
            } else if count > 0 {
                let keys = keys::of(executor, &ask.sample.sample(), count, &self.personal).await?;
                found.unfit.push(format!("{count} times: {}{keys}", ask.message));
            }
        }
        Ok(())
    }
}

impl Migrator<'_> {
    /// Whether nothing says what its way back loses: neither its file, nor, without one, the questions that the history kept.
    pub(super) fn is_by_hand(&self, row: &AppliedMigration) -> bool {
        // One that replaces others says nothing of their ways back, which the history has kept.
        let own = self.migrations.iter().find(|own| own.version == row.version && own.replaces.is_empty());
        let is_told = own.map_or(!asks(row).is_empty(), |own| !own.way_back.changes.is_empty());
        !is_told && !way::statements_back(row).is_empty()
    }

    /// Where the rows are that a question is about, while later migrations are applied.
    fn whereabouts(&self, ask: &Question, later: &[&AppliedMigration]) -> Whereabouts {
        let (Some(of), [_, ..]) = (&ask.gives_up, later) else { return Whereabouts::Query(ask.sql.clone()) };
        let files: Option<Vec<&Migration>> =
            later.iter().map(|row| self.migrations.iter().find(|own| own.version == row.version)).collect();
        // One that this program does not have is not known to rename nothing; its names are tried.
        files.map_or_else(
            || Whereabouts::Query(ask.sql.clone()),
            |files| later::whereabouts(&ask.sql, of, files.into_iter(), self.db.dialect()),
        )
    }
}

impl Objections {
    fn refuse(self, versions: &str, untouched: &str) -> Result<()> {
        let mut wrong = Vec::new();
        if !self.lost.is_empty() {
            wrong.push(format!("{} would be lost; give them up by name (`give_up`)", self.lost.join(", ")));
        }
        if !self.unfit.is_empty() {
            wrong.push(format!("the rows do not fit: {}", self.unfit.join("; ")));
        }
        if !self.unknown.is_empty() {
            let of = self.unknown.join("`, `");
            wrong.push(format!(
                "the way back of `{of}` was written by hand, and what it loses is not known; read it, and give that up by the \
                 version (`give_up`)"
            ));
        }
        if wrong.is_empty() {
            return Ok(());
        }
        Err(usage(format!("taking back {versions}: {}; {untouched}", wrong.join("; "))))
    }
}

fn asks(row: &AppliedMigration) -> &[Question] {
    row.down_sql.as_ref().map_or(&[], |Json(back)| &back.asks)
}

fn versions(rows: &[&AppliedMigration]) -> String {
    rows.iter().map(|row| format!("`{}`", row.version)).collect::<Vec<_>>().join(", ")
}

#[cold]
fn usage(message: String) -> Error {
    Error::new(Kind::Usage, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_older_versions_wrote_is_read() {
        let plain: Back = serde_json::from_str(r#"["DROP TABLE t"]"#).unwrap();
        assert_eq!(plain, Back { statements: vec!["DROP TABLE t".to_owned()], asks: Vec::new() });
        assert_eq!(serde_json::to_string(&plain).unwrap(), r#"["DROP TABLE t"]"#);
        assert_eq!(plain.text(), "DROP TABLE t", "the chain of an older history holds");
        let question = Question {
            sql: "SELECT 1".to_owned(),
            message: "rows".to_owned(),
            gives_up: Some("t".to_owned()),
            sample: KeysAsked::default(),
        };
        let asking = Back { asks: vec![question], ..plain };
        let text = serde_json::to_string(&asking).unwrap();
        assert_eq!(serde_json::from_str::<Back>(&text).unwrap(), asking);
        assert_ne!(asking.text(), "DROP TABLE t", "what it gives up cannot be changed unseen");
    }
}
