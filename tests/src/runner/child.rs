//! A runner in a process of its own, which stops at a moment that was chosen and waits there to be killed.

use std::sync::atomic::{AtomicIsize, Ordering};
use std::time::Duration;

use tablewright::migrate::Event;
use tablewright::{Database, Migrator};

use super::which::Which;
use crate::process::{self, Process, say};

/// What the child is told, line by line: the URL, the version to go back to (or nothing), at which event it stops (0 for the
/// first statement, with which it goes on; -1 before the first statement, -2 behind it), and the word of a set of migrations or
/// the text of one of its own.
const ORDER: &str = "TABLEWRIGHT_RUNNER_ORDER";
/// The test that does it.
const TEST: &str = "child_runs";

/// Does what the parent ordered; without an order there is nothing to do. It has to be called by a test named
/// `child_runs`.
pub fn be_killed() {
    let Ok(order) = std::env::var(ORDER) else { return };
    let mut order = order.split('\n');
    let mut next = || order.next().unwrap().to_owned();
    let (url, back, stop, file) = (next(), next(), next().parse::<isize>().unwrap(), next());
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let db = Database::connect(&url).await.unwrap();
        let count = AtomicIsize::new(0);
        let migrator = match file.as_str() {
            word if word == Which::ByHand.word() => Which::ByHand.migrator(&db),
            word if word == Which::Made.word() => Which::Made.migrator(&db),
            text => Migrator::new(&db, [("001.json", text)]).unwrap(),
        };
        let migrator = migrator.observe(move |event: &Event<'_>| {
            let is_running = matches!(event, Event::Running { .. });
            let is_there = match stop {
                -1 => is_running,
                -2 => matches!(event, Event::Ran { .. }),
                _ => false,
            };
            match count.fetch_add(1, Ordering::Relaxed) + 1 {
                number if number == stop || is_there => {
                    say(process::STOPPED);
                    loop {
                        std::thread::sleep(Duration::from_secs(60));
                    }
                }
                _ if stop == 0 && is_running => say(process::STOPPED),
                _ => {}
            }
        });
        match back.as_str() {
            "" => migrator.migrate_to_latest().await.map(drop),
            version => migrator.rollback_to_version(version).await.map(drop),
        }
        .unwrap();
        say(process::DONE);
    });
}

/// A child that runs the migrations, or goes back to a version, and stops at an event. `None` if it was done before.
pub fn stopped_at(url: &str, back: &str, stop: usize, which: Which) -> Option<Process> {
    start(&format!("{url}\n{back}\n{stop}\n{}", which.word()))
}

/// A child that has come to the statement of a migration, and does not stop there.
pub fn running(url: &str, file: &str) -> Process {
    start(&format!("{url}\n\n0\n{file}")).expect("it comes to its statement")
}

/// A child that has stopped right before the first statement of a migration, or right behind it.
pub fn cut_off(url: &str, file: &str, is_behind: bool) -> Process {
    let stop = if is_behind { -2 } else { -1 };
    start(&format!("{url}\n\n{stop}\n{file}")).expect("it comes to its statement")
}

fn start(order: &str) -> Option<Process> {
    process::start(TEST, ORDER, order)
}
