//! How far a run has come, for whoever sits before a terminal.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use tablewright::migrate::{Event, Observer, Place};

/// A line on standard error that says what is going on: nothing where nobody sees it.
pub struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// A line, or, for a program, none.
    pub fn new(is_quiet: bool) -> Self {
        let target = if is_quiet { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
        let bar = ProgressBar::with_draw_target(None, target);
        if let Ok(style) = ProgressStyle::with_template("{spinner} {elapsed} {msg}") {
            bar.set_style(style);
        }
        Self { bar }
    }

    fn say(&self, text: String) {
        self.bar.enable_steady_tick(Duration::from_millis(120));
        self.bar.set_message(text);
    }

    fn at(&self, place: Place<'_>, what: &str) {
        let way = if place.forward { "" } else { "back: " };
        self.say(format!("{way}{} of {}, {} {}: {what}", place.number, place.of, place.version, place.name));
    }
}

impl Observer for Progress {
    fn observe(&self, event: &Event<'_>) {
        match event {
            Event::WaitingForRunner { holder, waited, .. } => {
                let holder = holder.map_or_else(|| "another runner".to_owned(), |name| format!("`{name}`"));
                self.say(format!("waiting for {holder} since {} s", waited.as_secs()));
            }
            Event::Started(place) => self.at(*place, "begins"),
            Event::Asked { place, question, .. } => self.at(*place, &format!("asked: {question}")),
            Event::Running { place, statement, .. } => {
                self.at(*place, &format!("statement {statement} of {}", place.statements));
            }
            Event::WaitingForStatement { place, waited, .. } => {
                self.at(*place, &format!("a statement that an earlier runner left, since {} s", waited.as_secs()));
            }
            Event::Settled { place, statement, took_effect, .. } => {
                let what = if *took_effect { "took effect" } else { "runs again" };
                self.at(*place, &format!("statement {statement}, in which a runner was cut off, {what}"));
            }
            Event::Retrying { place, pause, .. } => {
                self.at(*place, &format!("a lock was not free, again in {} s", pause.as_secs()));
            }
            // What was done is told at the end.
            _ => {}
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
