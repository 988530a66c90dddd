//! How far a run has come, for whoever sits before a terminal, and for whoever reads the log.

use std::io::{IsTerminal, Write, stderr};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use tablewright::migrate::{Event, Observer, Place};

/// What is going on, on standard error: a line that changes on a terminal, and elsewhere, for the log of whoever runs it, a line
/// for each migration and each wait.
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
        if !stderr().is_terminal() {
            return Self { shown: Shown::Lines(Mutex::default()) };
        }
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
        if let Ok(style) = ProgressStyle::with_template("{spinner} {elapsed} {msg}") {
            bar.set_style(style);
        }
        Self { shown: Shown::Bar(bar) }
    }

    /// What changes from moment to moment: only where it can be written over.
    fn pass(&self, text: String) {
        if let Shown::Bar(bar) = &self.shown {
            bar.enable_steady_tick(Duration::from_millis(120));
            bar.set_message(text);
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
    let way = if place.forward { "" } else { "back: " };
    format!("{way}{} of {}, {} {}: {what}", place.number, place.of, place.version, place.name)
}

impl Observer for Progress {
    fn observe(&self, event: &Event<'_>) {
        match event {
            Event::WaitingForRunner { holder, waited, .. } => {
                let holder = holder.map_or_else(|| "another runner".to_owned(), |name| format!("`{name}`"));
                self.tell(format!("waiting for {holder}"), format!(" since {} s", waited.as_secs()));
            }
            Event::Started(place) => self.tell(at(*place, "begins"), String::new()),
            Event::Asked { place, question, .. } => self.pass(at(*place, &format!("asked: {question}"))),
            Event::Running { place, statement, .. } => {
                self.pass(at(*place, &format!("statement {statement} of {}", place.statements)));
            }
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
