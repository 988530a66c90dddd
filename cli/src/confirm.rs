//! The one place that asks a person: what cannot be undone is confirmed by typing a name.

use std::io::{BufRead, IsTerminal, Write, stderr, stdin};

use crate::failure::{Failure, Result};

/// Asks, unless `yes` was said before. Without a terminal there is nobody to ask, and that is a refusal.
pub fn typed(what: &str, name: &str, yes: bool) -> Result<()> {
    if yes {
        return Ok(());
    }
    let is_terminal = stdin().is_terminal() && stderr().is_terminal();
    ask(what, name, is_terminal.then(|| stdin().lock()), &mut stderr())
}

fn ask(what: &str, name: &str, input: Option<impl BufRead>, output: &mut impl Write) -> Result<()> {
    let Some(mut input) = input else {
        return Err(Failure::refused(format!(
            "{what}; nobody is there to confirm it: say --yes if that is what you want"
        )));
    };
    let mut answer = String::new();
    let asked = write!(output, "{what}.\nType `{name}` to go on: ").and_then(|()| output.flush());
    let read = asked.and_then(|()| input.read_line(&mut answer));
    match read {
        Ok(_) if answer.trim() == name => Ok(()),
        Ok(_) => Err(Failure::refused(format!("not confirmed: `{name}` was not typed; nothing was touched"))),
        Err(error) => Err(Failure::refused(format!("not confirmed: {error}; nothing was touched"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exit::Exit;

    fn answered(input: Option<&str>) -> (Result<()>, String) {
        let mut output = Vec::new();
        let result = ask("all rows go", "library", input.map(str::as_bytes), &mut output);
        (result, String::from_utf8(output).unwrap())
    }

    #[test]
    fn the_name_has_to_be_typed() {
        let (result, asked) = answered(Some("library\n"));
        assert!(result.is_ok());
        assert_eq!(asked, "all rows go.\nType `library` to go on: ");
        for wrong in ["Library\n", "yes\n", "y\n", ""] {
            let failure = answered(Some(wrong)).0.unwrap_err();
            assert_eq!(failure.exit, Exit::Refused);
            assert_eq!(failure.message, "not confirmed: `library` was not typed; nothing was touched");
        }
    }

    #[test]
    fn without_a_terminal_it_is_refused() {
        let (result, asked) = answered(None);
        assert_eq!(asked, "");
        let failure = result.unwrap_err();
        assert_eq!(failure.exit, Exit::Refused);
        assert_eq!(failure.message, "all rows go; nobody is there to confirm it: say --yes if that is what you want");
        assert!(typed("all rows go", "library", true).is_ok());
    }
}
