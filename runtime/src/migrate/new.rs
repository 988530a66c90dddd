//! A migration from what changed in the structs since the last one.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use tablewright_schema::dialect::version::Version;
use tablewright_schema::diff::{self, Change};
use tablewright_schema::lint::{self, Accepted, Finding, Severity};
use tablewright_schema::migration::{Asks, Draft, Migration, Timeout, WayBack, next_version, version_fault};
use tablewright_schema::plan::{Class, ClassifiedChange, Fill, Plan, Refusal, aside, classified, plan, purge};
use tablewright_schema::snapshot::Snapshot;
use tablewright_schema::{Dialect, TableDef, expr, suggest};

use super::asides::Asides;
use crate::error::{Error, Kind, Result};
use crate::snapshot;

/// What a file says of a loss that is none, for the values are kept aside.
const KEPT: &str = "kept aside";

/// What changed, and what is said about it before it is written.
#[derive(Debug, Clone)]
pub struct NewMigration {
    folder: PathBuf,
    before: Snapshot,
    tables: Vec<TableDef>,
    dialects: Vec<Dialect>,
    versions: [Version; Dialect::COUNT],
    fill: Fill,
    given_up: Vec<String>,
    purged: Vec<String>,
    accepted: Vec<Acceptance>,
    denied: Vec<String>,
    version: Option<String>,
    timeout: Timeout,
}

/// What somebody takes upon himself: the rule, what it found, and why.
#[derive(Debug, Clone)]
struct Acceptance {
    rule: String,
    of: String,
    reason: String,
}

/// A migration that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Written {
    /// Its file.
    pub path: PathBuf,
    /// Its version.
    pub version: String,
    /// Dialects for which its statements have to be written by hand, each with the reason.
    pub missing: Vec<(Dialect, String)>,
    /// Why there is no way back, where there is none.
    pub no_way_back: Vec<(Dialect, String)>,
    /// What the way back is worth, change by change.
    pub way_back: Vec<ClassifiedChange>,
    /// What the [lint](crate::migrate::lint()) warns of, and what was accepted.
    pub findings: Vec<Finding>,
}

impl NewMigration {
    /// From the snapshot in a folder to these tables.
    pub(super) fn between(
        folder: PathBuf,
        before: Snapshot,
        tables: Vec<TableDef>,
        dialects: Vec<Dialect>,
        versions: [Version; Dialect::COUNT],
    ) -> Self {
        Self {
            folder,
            before,
            tables,
            dialects,
            versions,
            fill: Fill::default(),
            given_up: Vec::new(),
            purged: Vec::new(),
            accepted: Vec::new(),
            denied: Vec::new(),
            version: None,
            timeout: Timeout::default(),
        }
    }

    /// What changed, in words. Empty if the last migration leads to these structs.
    pub fn changes(&self) -> Vec<Change> {
        diff::diff(&self.before.tables, &self.tables)
    }

    /// What the rows that are there get in a column that needs a value: `people.town`, and an expression in the language of
    /// checks and computed columns, as `lower(name)` or `'unknown'`.
    ///
    /// # Errors
    /// One of kind [`Usage`](Kind::Usage) if there is no such column.
    pub fn backfill(mut self, column: &str, expression: &str) -> Result<Self> {
        let known = column
            .split_once('.')
            .filter(|(table, name)| self.tables.iter().any(|def| def.name == *table && def.column(name).is_some()));
        let Some((table, name)) = known else {
            return Err(Error::new(Kind::Usage, format!("there is no column `{column}`; say `table.column`")));
        };
        self.fill.given.push((table.to_owned(), name.to_owned(), expression.to_owned()));
        Ok(self)
    }

    /// Says that the values of this table (`people`) or column (`people.town`) may be lost.
    #[must_use]
    pub fn give_up(mut self, name: impl Into<String>) -> Self {
        self.given_up.push(name.into());
        self
    }

    /// Keeps what is dropped aside, a table (`people`) or the values of a column (`people.town`), in a table of its own whose name
    /// begins with `_tablewright_aside_`, until it is [purged](Self::purge); until then the way back restores it.
    #[must_use]
    pub fn keep(mut self, name: impl Into<String>) -> Self {
        self.fill.kept.push(name.into());
        self
    }

    /// Lets others read and write meanwhile, where the engine can: PostgreSQL makes indexes beside them and looks at the rows for
    /// new constraints in a transaction of its own; MySQL and MariaDB refuse what they cannot do beside others, as far as
    /// they are known to be able to. It takes longer, and what fails leaves behind what was done before it.
    #[must_use]
    pub fn online(mut self) -> Self {
        self.fill.online = true;
        self
    }

    /// How long its statements wait for the lock of a table or a row, at least a millisecond; otherwise as long as the [runner](super::Migrator::lock_timeout)
    /// lets them.
    #[must_use]
    pub fn lock_timeout(mut self, limit: Duration) -> Self {
        self.timeout.lock = Some(limit.max(Duration::from_millis(1)));
        self
    }

    /// How long each of its statements runs, at least a millisecond; otherwise as long as the [runner](super::Migrator::statement_timeout) lets them.
    #[must_use]
    pub fn statement_timeout(mut self, limit: Duration) -> Self {
        self.timeout.statement = Some(limit.max(Duration::from_millis(1)));
        self
    }

    /// Gives up for good what was [kept](Self::keep) by this name; this alone is a migration, too. What dropped it cannot be taken
    /// back any more.
    #[must_use]
    pub fn purge(mut self, name: impl Into<String>) -> Self {
        self.purged.push(name.into());
        self
    }

    /// Takes upon oneself what a rule found: its code or name (`P101`), what it is about (`people.ix_people_town`), and why. It
    /// stands in the migration's file, bound to this change. Values that are lost are [given up](Self::give_up) instead.
    #[must_use]
    pub fn accept(mut self, rule: impl Into<String>, of: impl Into<String>, reason: impl Into<String>) -> Self {
        self.accepted.push(Acceptance { rule: rule.into(), of: of.into(), reason: reason.into() });
        self
    }

    /// Makes a rule refuse that only warns (`P101`).
    #[must_use]
    pub fn deny(mut self, rule: impl Into<String>) -> Self {
        self.denied.push(rule.into());
        self
    }

    /// What the [lint](crate::migrate::lint()) finds in the change, also what is accepted or given up.
    pub fn findings(&self) -> Vec<Finding> {
        let plans: Vec<(Dialect, Plan)> =
            self.dialects.iter().filter_map(|dialect| Some((*dialect, self.way_there(*dialect).ok()?))).collect();
        let (old, new) = (&self.before.tables, &self.tables);
        let subject = lint::Subject::new(old, new, &self.fill, &plans, &self.dialects, &self.versions);
        let mut findings = lint::changes(&subject);
        for finding in &mut findings {
            let is_loss = lint::LOSSES.contains(&finding.rule.code);
            let given_up = self.given_up_because(&finding.of).filter(|_| is_loss);
            let own = self.accepted.iter().find(|own| !is_loss && own.is_of(finding));
            finding.accepted = given_up.map(str::to_owned).or(own.map(|own| own.reason.clone()));
        }
        findings
    }

    /// The version; otherwise the last one with its last number one higher.
    #[must_use]
    pub fn version(mut self, version: impl Into<String>) -> Self {
        self.version = Some(version.into());
        self
    }

    /// The way there and the way back in a dialect.
    ///
    /// # Errors
    /// Why there is none.
    pub fn plans(&self, dialect: Dialect) -> [Result<Plan, Vec<Refusal>>; 2] {
        let back = Fill { neutral: true, restored: self.fill.kept.clone(), ..Fill::default() };
        let old = &self.before.tables;
        [self.way_there(dialect), plan(&self.tables, &diff::back(old, &self.tables), dialect, &back)]
    }

    fn way_there(&self, dialect: Dialect) -> std::result::Result<Plan, Vec<Refusal>> {
        let mut there = plan(&self.before.tables, &self.tables, dialect, &self.fill)?;
        there.statements.extend(self.purged.iter().map(|name| purge(name, dialect)));
        Ok(there)
    }

    /// Refuses what was said of it and means nothing: a value, a name or an acceptance that nothing asks for, a version that is taken or is
    /// none. [`write`](Self::write) refuses it too; this tells mistakes of whoever says it from what has to be said still.
    ///
    /// # Errors
    /// One of kind [`Usage`](Kind::Usage) that lists it; of kind [`Config`](Kind::Config) if a file of the folder cannot be read.
    pub fn check(&self) -> Result<()> {
        if let Some(version) = &self.version {
            if let Some(fault) = version_fault(version) {
                return Err(usage(format!("`{version}` is no version: {fault}")));
            }
            self.is_free(version)?;
        }
        for (table, column, expression) in &self.fill.given {
            if let Err(error) = expr::parse(expression) {
                let at = error.offset + 1;
                let place = format!("at character {at} of `{expression}`");
                return Err(usage(format!("the value for `{table}.{column}` is wrong: {}, {place}", error.message)));
            }
        }
        self.judge_asides()?;
        let mistakes = self.mistakes(&self.findings());
        if mistakes.is_empty() { Ok(()) } else { Err(usage(mistakes.join("\n"))) }
    }

    /// Writes the migration and the snapshot that belongs to it.
    ///
    /// # Errors
    /// One of kind [`Usage`](Kind::Usage), with nothing written, if nothing changed, if a rule refuses what nobody
    /// [gave up](Self::give_up) or [accepted](Self::accept), if something is accepted that no rule found, or if no dialect
    /// has a way there; of kind [`Config`](Kind::Config) if the folder cannot be
    /// written.
    pub fn write(&self, name: &str, description: &str) -> Result<Written> {
        let changes = self.changes();
        if changes.is_empty() && self.purged.is_empty() {
            return Err(usage("nothing changed: the last migration leads to these structs"));
        }
        let findings = self.findings();
        self.judge_asides()?;
        self.judge(&findings)?;
        let (mut up, mut down, mut missing, mut no_way_back) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for dialect in self.dialects.iter().copied() {
            let [there, back] = self.plans(dialect);
            match (there, back) {
                (Ok(there), Ok(back)) => {
                    up.push((dialect, there));
                    down.push((dialect, back));
                }
                (Ok(there), Err(refusals)) => {
                    up.push((dialect, there));
                    no_way_back.push((dialect, told(&refusals)));
                }
                (Err(refusals), _) => missing.push((dialect, told(&refusals))),
            }
        }
        if up.is_empty() {
            let reason = missing.first().map_or_else(String::new, |(_, reason)| reason.clone());
            return Err(usage(format!("no dialect has a way there: {reason}")));
        }
        let versions = || self.before.migrations.iter().map(|entry| entry.version.as_str());
        let version = self.version.clone().unwrap_or_else(|| next_version(versions()));
        let asks = down.iter().map(|(dialect, plan)| (*dialect, Asks::of(plan))).filter(|(_, asks)| !asks.is_empty());
        let purged = self.purged.iter().map(|name| ClassifiedChange { of: aside(name), class: Class::Shape });
        let way_back = WayBack {
            changes: classified(&self.before.tables, &self.tables, &self.fill).into_iter().chain(purged).collect(),
            asks: asks.collect(),
            impossible: no_way_back.clone(),
        };
        let draft = Draft {
            version: version.clone(),
            name: name.to_owned(),
            description: description.to_owned(),
            dependencies: self.before.migrations.last().map(|entry| entry.version.clone()).into_iter().collect(),
            changes,
            accepted: findings
                .iter()
                .filter_map(|finding| finding.accepted.as_ref().map(|reason| Accepted::of(finding, reason)))
                .collect(),
            up,
            down,
            way_back,
            timeout: self.timeout,
        };
        let text = draft.to_json();
        let file = format!("{version}_{}.json", file_name(name));
        Migration::parse(&file, &text).map_err(|fault| usage(fault.to_string()))?;
        let path = self.folder.join(&file);
        self.is_free(&version)?;
        if path.exists() {
            return Err(usage(format!("there is a file `{}` already", path.display())));
        }
        fs::create_dir_all(&self.folder).ok();
        let unwritable = |error| Error::new(Kind::Config, format!("`{}` cannot be written: {error}", path.display()));
        fs::write(&path, &text).map_err(unwritable)?;
        if let Err(error) = snapshot::write(self.tables.iter(), &self.folder) {
            // Half of it would be a folder that no build accepts.
            fs::remove_file(&path).ok();
            return Err(error);
        }
        Ok(Written { path, version, missing, no_way_back, way_back: draft.way_back.changes, findings })
    }

    /// Refuses a version that the folder has.
    fn is_free(&self, version: &str) -> Result<()> {
        match self.before.migrations.iter().any(|entry| entry.version == version) {
            true => Err(usage(format!("there is a migration `{version}` already"))),
            false => Ok(()),
        }
    }

    /// What is given up, kept, accepted or denied of nothing.
    fn mistakes(&self, findings: &[Finding]) -> Vec<String> {
        let mut wrong: Vec<String> = Vec::new();
        for name in self.given_up.iter().chain(&self.fill.kept) {
            let losses = || findings.iter().filter(|finding| lint::LOSSES.contains(&finding.rule.code));
            if !losses().any(|finding| finding.of == *name) {
                let help = match losses().next() {
                    Some(_) => suggest::help(name, losses().map(|finding| &*finding.of).collect::<Vec<_>>()),
                    None => "nothing would be lost".to_owned(),
                };
                wrong.push(format!("there is nothing to give up in `{name}`; {help}"));
            }
        }
        for own in &self.accepted {
            let rule = lint::named(&own.rule);
            if rule.is_some_and(|rule| lint::LOSSES.contains(&rule.code)) {
                wrong.push(format!("`{}` is accepted by giving up `{}` by name", own.rule, own.of));
            } else if own.reason.trim().is_empty() {
                wrong.push(format!("say why `{}` of `{}` is accepted", own.rule, own.of));
            } else if !findings.iter().any(|finding| own.is_of(finding)) {
                wrong.push(lint::accept::nothing(findings, &own.rule, &own.of));
            }
        }
        for rule in self.denied.iter().filter(|rule| lint::named(rule).is_none()) {
            wrong.push(lint::accept::nothing(findings, rule, ""));
        }
        wrong
    }

    /// Refuses what nobody accepted, and what is accepted of nothing.
    fn judge(&self, findings: &[Finding]) -> Result<()> {
        let mut wrong = self.mistakes(findings);
        let is_denied = |finding: &Finding| self.denied.iter().any(|rule| lint::accept::is_named(finding, rule));
        let refused = |finding: &&Finding| {
            finding.accepted.is_none() && (finding.rule.severity == Severity::Refuse || is_denied(finding))
        };
        wrong.extend(findings.iter().filter(refused).map(ToString::to_string));
        if wrong.is_empty() { Ok(()) } else { Err(usage(wrong.join("\n"))) }
    }

    /// Refuses to purge what no migration keeps aside, and to keep what one does already: both would fail in every database.
    fn judge_asides(&self) -> Result<()> {
        if self.purged.is_empty() && self.fill.kept.is_empty() {
            return Ok(());
        }
        let asides = Asides::of(&self.folder)?;
        if let Some(name) = self.purged.iter().find(|name| !asides.hold(name)) {
            let kept = asides.names(KEPT);
            let help = match kept.is_empty() {
                true => "no migration keeps anything".to_owned(),
                false => suggest::help(name, kept),
            };
            return Err(usage(format!("nothing is kept aside of `{name}`; {help}")));
        }
        match self.fill.kept.iter().find(|name| asides.hold(name)) {
            Some(name) => Err(usage(format!(
                "something is kept aside of `{name}` already; purge it in a migration before this one, or give `{name}` up"
            ))),
            None => Ok(()),
        }
    }

    /// Why the values of a table or column may be lost: they were given up by name, or with `dropped(..)`.
    fn given_up_because(&self, name: &str) -> Option<&'static str> {
        if self.given_up.iter().any(|given_up| given_up == name) {
            return Some("given up by name");
        }
        if self.fill.kept.iter().any(|kept| kept == name) {
            return Some(KEPT);
        }
        let (table, column) = name.split_once('.')?;
        let mut defs = self.tables.iter().filter(|def| def.name == table);
        let is_declared = defs.any(|def| def.dropped.iter().any(|dropped| dropped == column));
        is_declared.then_some("declared with `dropped(..)`")
    }
}

impl Acceptance {
    fn is_of(&self, finding: &Finding) -> bool {
        lint::accept::is_named(finding, &self.rule) && finding.of == self.of
    }
}

fn told(refusals: &[Refusal]) -> String {
    refusals.iter().map(|refusal| format!("{}; {}", refusal.message, refusal.help)).collect::<Vec<_>>().join("; ")
}

/// What of a name can stand in a file's.
pub(super) fn file_name(name: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '_' };
    name.chars().map(plain).take(60).collect()
}

#[cold]
fn usage(message: impl Into<String>) -> Error {
    Error::new(Kind::Usage, message.into())
}
