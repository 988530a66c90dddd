//! How far a run has come: a bar for whoever sits before a terminal, lines for whoever reads the log.

use std::io::{Write, stderr};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use tablewright::migrate::{Event, Observer, Place};

/// The statements of the whole run, how many of them are done, and what happens now, cut to the width of the terminal.
const BAR: &str = "{spinner} {elapsed} {bar:20} {pos}/{len} {wide_msg}";
/// Before anything runs, it is not known how much there is.
const SPINNER: &str = "{spinner} {elapsed} {wide_msg}";
/// How often it moves.
const TICK: Duration = Duration::from_millis(120);
/// How many characters of a statement are shown.
const SHOWN: usize = 60;

/// What is going on, on standard error: a bar on a terminal, and elsewhere, for the log of whoever runs it, a line for each
/// migration and each wait.
pub struct Progress {
    shown: Shown,
}

enum Shown {
    /// For a program that reads standard output, and for nobody.
    Nothing,
    Bar(ProgressBar),
    /// What was told last, for a wait is told once.
    Lines(Mutex<String>),
}

impl Progress {
    /// As it suits standard error; nothing for a program.
    pub fn new(is_quiet: bool) -> Self {
        if is_quiet {
            return Self { shown: Shown::Nothing };
        }
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
        // No terminal, or one that cannot write over a line.
        if bar.is_hidden() {
            return Self { shown: Shown::Lines(Mutex::default()) };
        }
        style(&bar, SPINNER);
        Self { shown: Shown::Bar(bar) }
    }

    /// What changes from moment to moment: only where it can be written over.
    fn pass(&self, text: String) {
        if let Shown::Bar(bar) = &self.shown {
            bar.enable_steady_tick(TICK);
            bar.set_message(text);
        }
    }

    /// How many statements of the run are done.
    fn reach(&self, place: Place<'_>, done: usize) {
        if let Shown::Bar(bar) = &self.shown {
            let count = |statements: usize| u64::try_from(statements).unwrap_or(u64::MAX);
            if bar.length().is_none() {
                // Whoever had to confirm it took his time.
                bar.reset_elapsed();
                bar.set_length(count(place.all));
                style(bar, BAR);
            }
            bar.set_position(count(place.before.saturating_add(done)));
        }
    }

    /// What belongs into a log, once.
    fn tell(&self, text: String, still: String) {
        match &self.shown {
            Shown::Nothing => {}
            Shown::Bar(_) => self.pass(text + &still),
            Shown::Lines(last) => {
                let mut last = last.lock().unwrap_or_else(PoisonError::into_inner);
                if *last != text {
                    writeln!(stderr(), "{text}").ok();
                    *last = text;
                }
            }
        }
    }
}

/// Which migration it is, and what happens to it.
fn at(place: Place<'_>, what: &str) -> String {
    format!("{}{} of {}, {} {}: {what}", way(place), place.number, place.of, place.version, place.name)
}

const fn way(place: Place<'_>) -> &'static str {
    if place.forward { "" } else { "back: " }
}

/// The beginning of a statement, on one line, and without what would move the cursor.
fn shortened(sql: &str) -> String {
    let words: Vec<&str> = sql.split(|sign: char| sign.is_whitespace() || sign.is_control()).collect();
    let line = words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}..", &line[..end]),
        None => line,
    }
}

fn style(bar: &ProgressBar, template: &str) {
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
}

impl Observer for Progress {
    fn observe(&self, event: &Event<'_>) {
        match event {
            Event::WaitingForRunner { holder, waited, .. } => {
                let holder = holder.map_or_else(|| "another runner".to_owned(), |name| format!("`{name}`"));
                self.tell(format!("waiting for {holder}"), format!(" since {} s", waited.as_secs()));
            }
            Event::Started(place) => {
                self.reach(*place, 0);
                self.tell(at(*place, "begins"), String::new());
            }
            Event::Asked { place, question, .. } => self.pass(at(*place, &format!("asked: {question}"))),
            Event::Running { place, statement, sql } => {
                self.reach(*place, statement.saturating_sub(1));
                self.pass(format!("{}{} {}: {}", way(*place), place.version, place.name, shortened(sql)));
            }
            Event::Ran { place, statement, .. } => self.reach(*place, *statement),
            Event::WaitingForStatement { place, waited, .. } => {
                let what = at(*place, "waiting for a statement that an earlier runner left");
                self.tell(what, format!(" since {} s", waited.as_secs()));
            }
            Event::Settled { place, statement, took_effect, .. } => {
                let what = if *took_effect { "took effect" } else { "runs again" };
                let what = format!("statement {statement}, in which a runner was cut off, {what}");
                self.tell(at(*place, &what), String::new());
            }
            Event::Retrying { place, pause, .. } => {
                self.tell(at(*place, "a lock was not free, again after a pause"), format!(" of {} s", pause.as_secs()));
            }
            // What was done is told at the end.
            _ => {}
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Shown::Bar(bar) = &self.shown {
            bar.finish_and_clear();
        }
    }
}
