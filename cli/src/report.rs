//! What a command found or did: for people as text and tables, for programs as one JSON object.

use std::fmt::Debug;

use serde_json::{Map, Value, json};

use crate::exit::Exit;
use crate::failure::Failure;
use crate::screen::Screen;

/// What a command found or did.
pub trait Report: Debug {
    /// How the command ends.
    fn exit(&self) -> Exit;
    /// The members of the object, beside `verb` and `exit`.
    fn json(&self) -> Map<String, Value>;
    /// The same for people.
    fn show(&self, screen: &mut Screen);
}

/// Serialises what is made of texts, numbers and lists, which cannot fail.
pub fn members(value: &impl serde::Serialize) -> Map<String, Value> {
    match serde_json::to_value(value) {
        Ok(Value::Object(map)) => map,
        Ok(_) | Err(_) => Map::new(),
    }
}

/// Tells how a command ended, on standard output if it is a report, and gives the code.
pub fn tell(verb: &str, result: Result<Box<dyn Report>, Failure>, json: bool, screen: &mut Screen) -> Exit {
    let exit = match result {
        Ok(report) if json => {
            let exit = report.exit();
            screen.line(object(verb, exit, report.json()));
            exit
        }
        Ok(report) => {
            report.show(screen);
            report.exit()
        }
        Err(Failure { exit, message, help, done }) => {
            if json {
                let mut members = done.map_or_else(Map::new, |done| done.json());
                let mut error = json!({ "message": message });
                if let Some(help) = &help {
                    error["help"] = help.as_str().into();
                }
                members.insert("error".to_owned(), error);
                screen.line(object(verb, exit, members));
            } else if let Some(done) = done {
                done.show(screen);
            }
            // What nobody reads on standard output is not lost.
            if !json || !screen.is_open() {
                screen.error(&message);
                if let Some(help) = help {
                    screen.help(&help);
                }
            }
            exit
        }
    };
    written(exit, screen)
}

/// How a command ends by what became of its output: what it should have told is not there, so it did not do all it was asked for.
fn written(exit: Exit, screen: &mut Screen) -> Exit {
    let Some(fault) = screen.fault() else { return exit };
    let message = format!("standard output cannot be written: {fault}");
    screen.error(&message);
    match exit {
        Exit::Fine | Exit::Found => Exit::Failed,
        Exit::Usage | Exit::Refused | Exit::Failed | Exit::Unreachable => exit,
    }
}

fn object(verb: &str, exit: Exit, mut members: Map<String, Value>) -> String {
    members.insert("verb".to_owned(), verb.into());
    members.insert("exit".to_owned(), exit.code().into());
    format!("{:#}", Value::Object(members))
}
