//! What a run did, whole or in part: what was applied or taken back, what was settled, what failed, and what to do then.

use serde::Serialize;
use serde_json::{Map, Value, json};
use tablewright::Migrator;
use tablewright::migrate::{Progress as Reached, Standing, Status};
use tablewright::schema::suggest;

use crate::exit::Exit;
use crate::failure::{Failure, Result};
use crate::journal::{Done, Journal, Kept, Open, Settled};
use crate::report::{Report, members};
use crate::screen::{Screen, Tone};
use crate::subject::Subject;
use crate::verb::{recorded, way, word};

/// What ran.
#[derive(Debug, Serialize)]
pub struct Ran {
    #[serde(flatten)]
    subject: Subject,
    runs: Vec<Done>,
}

/// What ran before something failed.
#[derive(Debug)]
struct Partly {
    subject: Subject,
    exit: Exit,
    kept: Kept,
    /// How each migration stands that stands otherwise than before.
    changed: Vec<State>,
}

/// How a migration stands, and how far it came.
#[derive(Debug, PartialEq, Eq)]
pub struct State {
    pub version: String,
    standing: &'static str,
    /// `there` or `back`, if it was begun and not finished.
    pub way: Option<&'static str>,
    reached: Option<(Reached, i32)>,
    /// Whether a statement of it may have taken effect, and nobody knows.
    is_in_doubt: bool,
}

impl State {
    fn json(&self) -> Value {
        let mut value = json!({ "version": self.version, "standing": self.standing });
        // Of one that is done it says nothing.
        if let Some((_, step)) = self.reached.as_ref().filter(|(state, _)| *state != Reached::Applied) {
            value["statements"] = (*step).into();
        }
        value
    }
}

/// How every migration stands.
pub async fn states(migrator: &Migrator<'_>) -> Result<Vec<State>> {
    let state = |status: Status| State {
        standing: word(&status.standing),
        way: way(&status.standing),
        reached: recorded(&status.standing).map(|row| (row.state, row.step)),
        is_in_doubt: matches!(status.standing, Standing::InDoubt(_)),
        version: status.version,
    };
    Ok(migrator.status().await?.into_iter().map(state).collect())
}

/// Refuses a version that neither the files nor the database have: it is a slip of the finger.
pub fn known(version: Option<&str>, states: &[State]) -> Result<()> {
    let Some(version) = version.filter(|version| states.iter().all(|state| state.version != *version)) else {
        return Ok(());
    };
    let help = suggest::help(version, states.iter().map(|state| &*state.version));
    Err(Failure::usage(format!("no migration has version `{version}`; {help}")))
}

/// A run that ended well; or, if something failed, all that was done before it, whether anything took effect, and what to do.
pub async fn told<T>(
    migrator: &Migrator<'_>,
    subject: &Subject,
    journal: &Journal,
    before: Vec<State>,
    ran: tablewright::Result<T>,
) -> Result<()> {
    let Err(error) = ran else { return Ok(()) };
    let (failure, kept) = (Failure::from(error), journal.read());
    let after = states(migrator).await;
    let exit = match &after {
        // One that was in doubt before too may have taken effect this time.
        Ok(after) if *after == before && kept.done.is_empty() && !after.iter().any(|state| state.is_in_doubt) => {
            failure.exit
        }
        // What cannot be asked any more may well have been touched.
        Ok(_) | Err(_) => Exit::Failed,
    };
    let asks = failure.message.contains("`resolve`");
    let help = kept.open.as_ref().map(|open| next(open, after.as_ref().ok().map(Vec::as_slice), asks));
    let changed = after.unwrap_or_default().into_iter().filter(|state| !before.contains(state)).collect();
    let partly = Partly { subject: subject.clone(), exit, kept, changed };
    Err(Failure { exit, help, done: Some(Box::new(partly)), ..failure })
}

/// What to do about a migration that failed, by how it stands now; nothing is known of that if nobody answers. `asks` says whether the
/// run could not find out what became of its statement.
fn next(open: &Open, after: Option<&[State]>, asks: bool) -> String {
    let Open { version, way, .. } = open;
    let Some(after) = after else {
        return format!("`status` says how far `{version}` came, as soon as the database answers");
    };
    let state = after.iter().find(|state| state.version == *version);
    let (verb, is_there) = if *way == "there" { ("migrate", true) } else { ("rollback", false) };
    let again = format!("mend what the message names, and run `{verb}` again");
    match state.map(|state| (state.standing, &state.reached)) {
        Some(("in_doubt", _)) if asks => format!(
            "say which it was by `resolve {version} --took-effect` or `resolve {version} --no-effect`, and run `{verb}` again"
        ),
        Some(("in_doubt", _)) => {
            format!("run `{verb}` again: it finds out what became of the statement, or asks for `resolve {version}`")
        }
        Some(("stopped", Some((_, step)))) if is_there => format!(
            "{again}: it goes on with statement {} of `{version}`; `repair --file {version}` takes in a file that was mended \
             behind what is done",
            step + 1
        ),
        Some(("stopped", Some((_, step)))) => {
            format!("{again}: it goes on with statement {} of the way back", step + 1)
        }
        Some(_) | None if is_there => format!(
            "{again}: nothing of `{version}` took effect, and `repair --file {version}` takes in a file that was mended"
        ),
        Some(_) | None => format!("{again}: nothing of `{version}` was taken back"),
    }
}

impl Ran {
    /// All that a run did.
    pub fn new(subject: Subject, journal: &Journal) -> Self {
        Self { subject, runs: journal.read().done }
    }
}

impl Report for Ran {
    fn exit(&self) -> Exit {
        Exit::Fine
    }

    fn json(&self) -> Map<String, Value> {
        members(self)
    }

    fn show(&self, screen: &mut Screen) {
        self.subject.show(screen);
        if self.runs.is_empty() {
            screen.line(format_args!("nothing to do in {}", self.subject.name()));
        }
        show(&self.runs, screen);
    }
}

impl Report for Partly {
    fn exit(&self) -> Exit {
        self.exit
    }

    fn json(&self) -> Map<String, Value> {
        let Kept { done, open } = &self.kept;
        let changed: Vec<Value> = self.changed.iter().map(State::json).collect();
        let lists = [("runs", json!(done)), ("changed", changed.into())];
        let said = lists.into_iter().filter(|(_, list)| *list != json!([]));
        let failed = open.iter().map(|open| ("failed", json!(open)));
        let told = said.chain(failed).map(|(key, value)| (key.to_owned(), value));
        members(&self.subject).into_iter().chain(told).collect()
    }

    fn show(&self, screen: &mut Screen) {
        self.subject.show(screen);
        show(&self.kept.done, screen);
        if let Some(Open { version, settled: Some(settled), .. }) = &self.kept.open {
            screen.line(format_args!("in {version} {}", words(*settled)));
        }
    }
}

fn show(runs: &[Done], screen: &mut Screen) {
    for Done { version, name, way, duration_ms, settled } in runs {
        let word = if *way == "there" { "applied" } else { "taken back" };
        screen.say(Tone::Good, format_args!("{word} {version} {name} in {duration_ms} ms"));
        if let Some(settled) = settled {
            screen.line(words(*settled));
        }
    }
}

fn words(Settled { statement, took_effect }: Settled) -> String {
    let what = if took_effect { "had taken effect, and did not run again" } else { "ran again" };
    format!("an earlier runner was cut off in statement {statement}, which {what}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_is_the_help() {
        let told = |way: &'static str, asks| {
            let open = Open {
                version: "001".to_owned(),
                name: "n".to_owned(),
                way,
                statement: None,
                statements: 2,
                settled: None,
            };
            let state = State {
                version: "001".to_owned(),
                standing: "in_doubt",
                way: Some(way),
                reached: Some((Reached::Applying, 1)),
                is_in_doubt: true,
            };
            next(&open, Some(&[state]), asks)
        };
        assert_eq!(
            told("back", true),
            "say which it was by `resolve 001 --took-effect` or `resolve 001 --no-effect`, and run `rollback` again"
        );
        assert!(told("there", false).starts_with("run `migrate` again: it finds out"));
    }
}
