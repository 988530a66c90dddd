//! What is to be done: the files of the program against the history of the database.

use tablewright_schema::Dialect;
use tablewright_schema::dialect::runner::Nature;
use tablewright_schema::lint::empty;
use tablewright_schema::migration::{Migration, checksum, unknown_environment};
use tablewright_schema::suggest;

use super::Migrator;
use super::history::{self, AppliedMigration, Progress};
use super::way::Way;
use crate::error::{Error, Kind, Result};
use crate::executor::Executor;

/// How a migration stands.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Status {
    /// Its version.
    pub version: String,
    /// Its name.
    pub name: String,
    /// How it stands.
    pub standing: Standing,
}

/// How a migration stands.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Standing {
    /// It will run next, or after others.
    Pending,
    /// It is for other environments.
    Elsewhere,
    /// It took effect.
    Applied(Box<AppliedMigration>),
    /// It took effect, and its file was changed since.
    Changed(Box<AppliedMigration>),
    /// A statement of it was refused, or its runner died between two; the next run goes on there.
    Stopped(Box<AppliedMigration>),
    /// Its runner died in the middle of a statement, or is at work; the next run finds out.
    InDoubt(Box<AppliedMigration>),
    /// The database has it, and this program does not know it.
    Unknown(Box<AppliedMigration>),
    /// It replaces several migrations, of which the database lacks these versions and has others.
    Partly(Vec<String>),
}

impl Migrator<'_> {
    pub(super) fn standing(&self, rows: &[AppliedMigration]) -> Vec<Status> {
        let own = self.migrations.iter().map(|migration| Status {
            version: migration.version.clone(),
            name: migration.name.clone(),
            standing: self.of(migration, rows),
        });
        let is_own = |row: &&AppliedMigration| self.migrations.iter().any(|own| own.stands_for(&row.version));
        let others = rows.iter().filter(|row| !is_own(row)).map(|row| Status {
            version: row.version.clone(),
            name: row.name.clone(),
            standing: Standing::Unknown(Box::new(row.clone())),
        });
        own.chain(others).collect()
    }

    pub(super) fn of(&self, migration: &Migration, rows: &[AppliedMigration]) -> Standing {
        let row = rows.iter().find(|row| row.version == migration.version);
        match (replaced(migration, rows), row) {
            (Some(standing), _) => standing,
            (None, Some(row)) => self.of_row(row, migration),
            (None, None) if migration.is_for(self.environment.as_deref()) => Standing::Pending,
            (None, None) => Standing::Elsewhere,
        }
    }

    fn of_row(&self, row: &AppliedMigration, migration: &Migration) -> Standing {
        let kept = Box::new(row.clone());
        match row.state {
            Progress::Applied if row.checksum != migration.checksum => Standing::Changed(kept),
            Progress::Applied => Standing::Applied(kept),
            _ if is_in_doubt(row) => Standing::InDoubt(kept),
            Progress::Applying | Progress::Reverting | Progress::Stopped | Progress::RevertStopped => {
                Standing::Stopped(kept)
            }
        }
    }

    /// What has to run, in order, up to a version, and can.
    pub(super) fn checked(&self, rows: &[AppliedMigration], until: Option<&str>) -> Result<Vec<&Migration>> {
        let (due, dialect) = (self.due(rows, until)?, self.db.dialect());
        let ways = due.iter().map(|own| Ok((own.version.as_str(), statements(own, dialect)?)));
        let ways = ways.collect::<Result<Vec<_>>>()?;
        self.knows_functions(ways.iter().copied())?;
        let apart = due.iter().zip(ways).filter(|(own, _)| !self.is_one(own));
        self.bears_other_connections(apart.map(|(_, (version, statements))| {
            let row = rows.iter().find(|row| row.version == version);
            let done = row.map_or(0, |row| usize::try_from(row.step).unwrap_or(0)).min(statements.len());
            (version, done + 1, &statements[done..])
        }))?;
        Ok(due)
    }

    /// Whether all of it is one transaction.
    pub(super) fn is_one(&self, migration: &Migration) -> bool {
        migration.is_whole(self.db.dialect()) && self.db.dialect().transactional_ddl()
    }

    /// Whether all of a way back is one transaction.
    pub(super) fn is_one_back(&self, statements: &[String]) -> bool {
        let dialect = self.db.dialect();
        dialect.transactional_ddl() && statements.iter().all(|sql| dialect.nature(sql) == Nature::InTransaction)
    }

    /// What has to run, in order, up to a version.
    pub(super) fn due(&self, rows: &[AppliedMigration], until: Option<&str>) -> Result<Vec<&Migration>> {
        if let Some(message) = self.environment.as_deref().and_then(unknown_environment) {
            return Err(Error::new(Kind::Usage, message));
        }
        let last = match until {
            None => self.migrations.len(),
            Some(version) => self.position(version)? + 1,
        };
        let mut wrong = Vec::new();
        let standings = self.standing(rows);
        for Status { version, standing, .. } in &standings {
            wrong.extend(match standing {
                Standing::Changed(_) => Some(format!(
                    "migration `{version}` was changed after it was applied: bring its file back, and write another one"
                )),
                Standing::Unknown(_) => Some(format!(
                    "the database has migration `{version}`, which this program does not know: it is older than the database"
                )),
                Standing::Stopped(row) | Standing::InDoubt(row) if row.is_on_its_way_back() => {
                    Some(format!("migration `{version}` is on its way back: finish that with {}", way_behind(row, rows)))
                }
                Standing::Partly(missing) => Some(partly(version, missing)),
                Standing::Pending
                | Standing::Elsewhere
                | Standing::Applied(_)
                | Standing::Stopped(_)
                | Standing::InDoubt(_) => None,
            });
        }
        if !wrong.is_empty() {
            return Err(Error::new(Kind::Usage, wrong.join("; ")));
        }
        let (mut open, mut fresh) = (Vec::new(), Vec::new());
        for (n, (migration, status)) in self.migrations.iter().zip(&standings).enumerate() {
            match status.standing {
                Standing::Stopped(_) | Standing::InDoubt(_) => open.push((n, migration)),
                Standing::Pending if n < last => fresh.push(migration),
                Standing::Pending
                | Standing::Elsewhere
                | Standing::Applied(_)
                | Standing::Changed(_)
                | Standing::Unknown(_)
                | Standing::Partly(_) => {}
            }
        }
        // What stopped goes on first, wherever it stands: the history is a chain, and nothing is added behind an open link.
        open.retain(|(n, _)| *n < last || !fresh.is_empty());
        Ok(open.into_iter().map(|(_, migration)| migration).chain(fresh).collect())
    }

    /// Refuses before anything is touched.
    pub(super) fn can_go_back(&self, rows: &[&AppliedMigration]) -> Result<()> {
        let wrong: Vec<String> = rows
            .iter()
            .filter_map(|row| match (&row.down_sql, row.state) {
                (None, _) => Some(match self.why_no_way_back(&row.version) {
                    Some(why) => format!("migration `{}` has no way back: {why}", row.version),
                    None => format!("migration `{}` has no way back (`down_sql`)", row.version),
                }),
                (Some(_), Progress::Stopped | Progress::Applying) => Some(format!(
                    "migration `{}` stopped at its statement {}; finish it before it is taken back",
                    row.version,
                    row.step + 1
                )),
                (Some(_), Progress::Applied | Progress::Reverting | Progress::RevertStopped) => None,
            })
            .collect();
        if wrong.is_empty() { Ok(()) } else { Err(Error::new(Kind::Usage, wrong.join("; "))) }
    }

    /// What the file says, if the program has it.
    fn why_no_way_back(&self, version: &str) -> Option<String> {
        let own = self.migrations.iter().find(|own| own.version == version)?;
        let dialect = self.db.dialect();
        own.way_back.why_none(dialect).map(str::to_owned).or_else(|| empty::refusal(own, dialect, false))
    }

    pub(super) fn position(&self, version: &str) -> Result<usize> {
        self.migrations.iter().position(|migration| migration.version == version).ok_or_else(|| {
            let help = suggest::help(version, self.migrations.iter().map(|migration| &*migration.version));
            Error::new(Kind::Usage, format!("no migration has version `{version}`; {help}"))
        })
    }
}

/// What a migration runs in a dialect.
pub(super) fn statements(migration: &Migration, dialect: Dialect) -> Result<&[String]> {
    let wrong = |message: String| Error::new(Kind::Usage, format!("migration `{}` {message}", migration.version));
    if let Some(why) = empty::refusal(migration, dialect, true) {
        return Err(wrong(format!("has nothing to run in {why}")));
    }
    migration.up.statements(dialect).ok_or_else(|| wrong(format!("has no `up_sql` for {dialect}")))
}

/// Whether a statement of it was about to run, and nothing says what became of it.
pub(super) fn is_in_doubt(row: &AppliedMigration) -> bool {
    row.running.is_some()
}

/// How a migration stands that replaces others, if the database has some of those.
pub(super) fn replaced(migration: &Migration, rows: &[AppliedMigration]) -> Option<Standing> {
    let mut others = rows.iter().filter(|row| row.version != migration.version && migration.stands_for(&row.version));
    // A row of its own version alone is its own.
    let last = others.next_back()?;
    let is_applied = |version: &str, checksum: &str| {
        rows.iter().any(|row| row.version == version && row.checksum == checksum && row.state == Progress::Applied)
    };
    let missing = migration.replaces.iter().filter(|replaced| !replaced.is_there(&is_applied));
    let missing: Vec<String> = missing.map(|replaced| replaced.version.clone()).collect();
    if !missing.is_empty() {
        return Some(Standing::Partly(missing));
    }
    let row = rows.iter().find(|row| row.version == migration.version).unwrap_or(last);
    Some(Standing::Applied(Box::new(row.clone())))
}

/// What to say of a database that has some of what a migration replaces.
pub(super) fn partly(version: &str, missing: &[String]) -> String {
    format!(
        "migration `{version}` replaces others, of which the database has some, and not (or not as they were) `{}`: migrate \
         it with a program that still has those, then with this one",
        missing.join("`, `")
    )
}

/// What to say of a migration that was begun and not finished, and is to be gone back to.
pub(super) fn is_no_target(row: &AppliedMigration, rows: &[AppliedMigration]) -> String {
    let (version, step) = (&row.version, row.step + 1);
    match row.is_on_its_way_back() {
        true => format!(
            "migration `{version}` is on its way back itself, at the statement {step} of it, so there is no way back to it: \
             finish that with {}",
            way_behind(row, rows)
        ),
        false => format!(
            "migration `{version}` stopped at its statement {step}, so there is no way back to it: let `migrate` finish it, or \
             undo what it did and `forget` it"
        ),
    }
}

/// What takes a migration back: the way to the one before it, or to nothing.
fn way_behind(row: &AppliedMigration, rows: &[AppliedMigration]) -> String {
    let before = rows.iter().filter(|other| other.position < row.position).max_by_key(|other| other.position);
    before
        .map_or_else(|| "`rollback_all`".to_owned(), |before| format!("`rollback_to_version` to `{}`", before.version))
}

/// What to say of a migration whose runner died.
pub(super) fn in_doubt(row: &AppliedMigration) -> String {
    let way = if row.is_on_its_way_back() { "the way back of migration" } else { "migration" };
    format!(
        "{way} `{}` was cut off in its statement {}, and nobody knows whether that took effect: look at the database, then \
         `resolve` it",
        row.version,
        row.step + 1
    )
}

/// The statement in which a runner died, if it is still that one in the file.
pub(super) fn running<'w>(row: &AppliedMigration, way: &Way<'w>, step: usize) -> Result<&'w str> {
    let statement = way.statements.get(step).filter(|sql| row.running.as_ref() == Some(&checksum::of_text(sql)));
    statement.map(String::as_str).ok_or_else(|| {
        let message = format!(
            "migration `{}` was cut off in its statement {}, and that is another one in its file now: bring it back",
            row.version,
            step + 1
        );
        Error::new(Kind::Usage, message)
    })
}

/// What to say of one where others changed the schema since.
pub(super) fn others_changed(row: &AppliedMigration) -> String {
    format!("{}; others have changed the schema since, but nothing that it names", in_doubt(row))
}

/// Where to go on in a migration that was begun: its file may have been mended behind that place, not before.
pub(super) fn resume(row: &AppliedMigration, way: &Way<'_>) -> Result<usize> {
    if !way.place.forward && row.state == Progress::Applied {
        return Ok(0);
    }
    let step = usize::try_from(row.step).unwrap_or(0);
    if step > way.statements.len() || history::done(way.statements, step) != row.done {
        let message = format!(
            "migration `{}` stopped after {step} statements, and those are other ones in its file now: bring them back",
            row.version
        );
        return Err(Error::new(Kind::Usage, message));
    }
    Ok(step)
}
