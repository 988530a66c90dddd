//! Text and tables for people: with colour on a terminal that wants it, plain everywhere else.

use std::fmt::Display;
use std::io::Write;
use std::process;

use anstream::{AutoStream, ColorChoice};
use comfy_table::presets::UTF8_FULL_CONDENSED;
use comfy_table::{Attribute, Cell, Color, ContentArrangement, Table};

/// Standard output and standard error.
#[derive(Debug)]
pub struct Screen {
    is_colored: bool,
}

/// What a cell says, and how it is meant.
#[derive(Debug, Clone)]
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
        Self { is_colored }
    }

    /// A line of output. Whoever reads it may stop reading (`| head`), and then there is nothing more to do.
    pub fn line(&mut self, text: impl Display) {
        if writeln!(anstream::stdout(), "{text}").is_err() {
            process::exit(0);
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
