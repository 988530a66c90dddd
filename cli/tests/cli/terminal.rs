//! What a person sees on a terminal: the one question, of which the right word goes on and another one touches nothing, and the
//! bar of a run.

use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::process::Stdio;
use std::thread;

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};

use serde_json::json;
use tablewright::migrate::MigrationFolder;

use crate::command::{Answer, Place};
use crate::sqlite::{place, with};

const QUESTION: &str = "Type `people.db` to go on: ";

/// Runs the command with its input and its questions on a terminal, where a person types `typed` once asked.
fn asked(place: &Place, words: &[&str], typed: &str) -> (Answer, String) {
    asked_on("xterm", place, words, typed)
}

/// The same on a terminal of this kind.
fn asked_on(kind: &str, place: &Place, words: &[&str], typed: &str) -> (Answer, String) {
    let flags = OpenptFlags::RDWR | OpenptFlags::NOCTTY;
    let ours = openpt(flags).unwrap();
    grantpt(&ours).unwrap();
    unlockpt(&ours).unwrap();
    let name = ptsname(&ours, Vec::new()).unwrap().into_string().unwrap();
    let theirs = OpenOptions::new().read(true).write(true).open(name).unwrap();
    let mut ours = File::from(ours);
    let mut command = place.command(words);
    command.env("TERM", kind);
    command.stdin(theirs.try_clone().unwrap()).stderr(theirs).stdout(Stdio::piped());
    let child = command.spawn().unwrap();
    // It has the only ends of the other side now: when it ends, there is nothing more to read.
    drop(command);
    let mut person = ours.try_clone().unwrap();
    let typed = format!("{typed}\n");
    let screen = thread::spawn(move || {
        let (mut screen, mut is_answered, mut bytes) = (String::new(), false, [0; 1024]);
        // Linux answers with an error once nobody has the other side.
        while let Ok(count @ 1..) = ours.read(&mut bytes) {
            screen.push_str(&String::from_utf8_lossy(&bytes[..count]));
            if screen.contains(QUESTION) && !is_answered {
                person.write_all(typed.as_bytes()).unwrap();
                is_answered = true;
            }
        }
        screen
    });
    let output = child.wait_with_output().unwrap();
    let screen = screen.join().unwrap();
    let out = String::from_utf8(output.stdout).unwrap();
    (Answer { exit: output.status.code().unwrap(), out, err: screen.clone() }, screen)
}

fn applied(place: &Place) -> usize {
    let status = place.run(&with(&["status", "--json"])).json();
    status["migrations"].as_array().unwrap().iter().filter(|row| row["standing"] == "applied").count()
}

#[test]
fn the_right_word_goes_on() {
    let place = place();
    place.run(&with(&["migrate"])).ended(0);
    let (answer, screen) = asked(&place, &with(&["rollback", "--to", "001_001_000"]), "people.db");
    answer.ended(0).says("001_002_000");
    assert!(screen.contains("this takes back `001_002_000` Sample Data in `people.db`"), "{screen}");
    assert_eq!(applied(&place), 1);
}

#[test]
fn another_word_touches_nothing() {
    let place = place();
    place.run(&with(&["migrate"])).ended(0);
    for wrong in ["yes", "People.db", ""] {
        let (answer, screen) = asked(&place, &with(&["rollback", "--to", "001_001_000", "--json"]), wrong);
        assert!(screen.contains(QUESTION), "{screen}");
        let refused = answer.ended(3).json();
        assert_eq!(refused["error"]["message"], "not confirmed: `people.db` was not typed; nothing was touched");
        assert_eq!(applied(&place), 2);
    }
}

/// The end of the input, control and D, is no answer either.
#[test]
fn no_word_touches_nothing() {
    let place = place();
    place.run(&with(&["migrate"])).ended(0);
    let (answer, _) = asked(&place, &with(&["rollback", "--to", "001_001_000"]), "\u{4}");
    answer.ended(3).says("nothing was touched");
    assert_eq!(applied(&place), 2);
}

/// A statement that takes about a second, so that the bar is drawn while it runs.
const SLOW: &str = "INSERT INTO `people` (`town`)\n  WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1500000)\
    SELECT 'Harare' FROM n WHERE i = 1500000";

#[test]
fn a_run_shows_how_far_it_is() {
    let place = place();
    let file =
        json!({ "version": "002", "name": "Slow", "up_sql": [SLOW, "DELETE FROM `people`"], "down_sql": [SLOW] });
    MigrationFolder::open(place.path("migrations")).unwrap().save_migration(&file.to_string()).unwrap();
    let (answer, screen) = asked(&place, &with(&["migrate"]), "");
    answer.ended(0).says("applied 002 Slow");
    // Two statements ran before it, of four; the line breaks of the statement are none, and it is cut to the screen's width.
    assert!(screen.contains("2/4 002 Slow: INSERT INTO `people` (`town`) WITH"), "{screen}");
    assert!(!screen.contains("SELECT 'Harare'"), "{screen}");
    assert!(screen.ends_with("\u{1b}[2K") || screen.trim_end().is_empty(), "nothing of it stays: {screen:?}");
    let (answer, screen) = asked(&place, &with(&["rollback", "--to", "001_002_000"]), "people.db");
    answer.ended(0).says("taken back 002 Slow");
    assert!(screen.contains("0/1 back: 002 Slow: INSERT INTO `people`"), "{screen}");
    // For a program there is none.
    let (answer, screen) = asked(&place, &with(&["migrate", "--json", "--yes"]), "");
    answer.ended(0);
    assert_eq!(screen, "");
}

/// A terminal that cannot write over a line gets those of a log.
#[test]
fn a_simple_terminal_gets_lines() {
    let place = place();
    let (answer, screen) = asked_on("dumb", &place, &with(&["migrate"]), "");
    answer.ended(0);
    assert_eq!(screen, "1 of 2, 001_001_000 People: begins\r\n2 of 2, 001_002_000 Sample Data: begins\r\n");
}
