//! Text and tables for people: with colour on a terminal that wants it, plain everywhere else.

use std::fmt::Display;
use std::io::{ErrorKind, Write};

use anstream::{AutoStream, ColorChoice};
use comfy_table::presets::UTF8_FULL_CONDENSED;
use comfy_table::{Attribute, Cell, Color, ContentArrangement, Table};

/// Standard output and standard error.
#[derive(Debug)]
pub struct Screen {
    is_colored: bool,
    output: Output,
}

/// How standard output is.
#[derive(Debug)]
enum Output {
    /// It takes what is written.
    Open,
    /// Whoever read it has stopped (`| head`): nothing more is written, and nothing is wrong.
    Closed,
    /// What was written is not there, or not whole: the reason.
    Failed(std::io::Error),
}

/// What a cell says, and how it is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    text: String,
    tone: Tone,
}

/// How something is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// As it is.
    Plain,
    /// As it should be.
    Good,
    /// To be looked at.
    Warn,
    /// Wrong.
    Bad,
}

impl Screen {
    /// The program's own. `NO_COLOR` and a pipe make it plain, unless colour is asked for.
    pub fn new(choice: ColorChoice) -> Self {
        choice.write_global();
        let is_colored = AutoStream::choice(&std::io::stdout()) != ColorChoice::Never;
        Self { is_colored, output: Output::Open }
    }

    /// A line of output. Once one could not be written, no more are: the command goes on all the same, and ends as it would.
    pub fn line(&mut self, text: impl Display) {
        if !matches!(self.output, Output::Open) {
            return;
        }
        let mut output = anstream::stdout();
        match writeln!(output, "{text}").and_then(|()| output.flush()) {
            Ok(()) => {}
            Err(error) if error.kind() == ErrorKind::BrokenPipe => self.output = Output::Closed,
            Err(error) => self.output = Output::Failed(error),
        }
    }

    /// Whether all that was written went somewhere.
    pub const fn is_open(&self) -> bool {
        matches!(self.output, Output::Open)
    }

    /// Why output is missing that somebody waits for.
    pub const fn fault(&self) -> Option<&std::io::Error> {
        match &self.output {
            Output::Failed(error) => Some(error),
            Output::Open | Output::Closed => None,
        }
    }

    /// A line with a colour.
    pub fn say(&mut self, tone: Tone, text: impl Display) {
        match tone.ansi().filter(|_| self.is_colored) {
            Some(code) => self.line(format_args!("\u{1b}[{code}m{text}\u{1b}[0m")),
            None => self.line(text),
        }
    }

    /// The same of what is meant already.
    pub fn said(&mut self, said: Said) {
        self.say(said.tone, said.text);
    }

    /// A heading with room above it.
    pub fn heading(&mut self, text: &str) {
        match self.is_colored {
            true => self.line(format_args!("\n\u{1b}[1m{text}\u{1b}[0m")),
            false => self.line(format_args!("\n{text}")),
        }
    }

    /// A table, as wide as the terminal allows.
    pub fn table<const N: usize>(&mut self, header: [&str; N], rows: impl IntoIterator<Item = [Said; N]>) {
        let mut table = Table::new();
        table.load_style(UTF8_FULL_CONDENSED).set_content_arrangement(ContentArrangement::Dynamic);
        match self.is_colored {
            true => table.enforce_styling(),
            false => table.force_no_tty(),
        };
        table.set_header(header.map(|name| Cell::new(name).add_attribute(Attribute::Bold)));
        for row in rows {
            table.add_row(row.map(Said::cell));
        }
        self.line(table);
    }

    /// What went wrong, on standard error.
    pub fn error(&mut self, message: &str) {
        writeln!(anstream::stderr(), "\u{1b}[1;31merror\u{1b}[0m: {message}").ok();
    }

    /// What to do about it, on standard error.
    pub fn help(&mut self, message: &str) {
        writeln!(anstream::stderr(), "\u{1b}[1mhelp\u{1b}[0m: {message}").ok();
    }

    /// What should be known, on standard error.
    pub fn note(&mut self, message: &str) {
        writeln!(anstream::stderr(), "\u{1b}[1;33mnote\u{1b}[0m: {message}").ok();
    }
}

impl Said {
    /// As it is.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), tone: Tone::Plain }
    }

    /// With a colour.
    pub fn toned(tone: Tone, text: impl Into<String>) -> Self {
        Self { text: text.into(), tone }
    }

    fn cell(self) -> Cell {
        let cell = Cell::new(self.text);
        match self.tone {
            Tone::Plain => cell,
            Tone::Good => cell.fg(Color::Green),
            Tone::Warn => cell.fg(Color::Yellow),
            Tone::Bad => cell.fg(Color::Red),
        }
    }
}

impl Tone {
    /// The code of ECMA-48, section 8.3.117.
    const fn ansi(self) -> Option<u8> {
        match self {
            Self::Plain => None,
            Self::Good => Some(32),
            Self::Warn => Some(33),
            Self::Bad => Some(31),
        }
    }
}
