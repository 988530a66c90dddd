//! Headings and tables for people.

use std::fmt::Display;
use std::io::{self, Write};
use std::process;

use chrono::{DateTime, Utc};
use comfy_table::presets::UTF8_FULL_CONDENSED;
use comfy_table::{Attribute, Cell, ContentArrangement, Table};

/// A line of output. Whoever reads it may stop reading (`| head`), and then there is nothing more to do.
pub fn line(text: impl Display) {
    if writeln!(io::stdout(), "{text}").is_err() {
        process::exit(0);
    }
}

/// A heading with room above it.
pub fn heading(text: &str) {
    line(format_args!("\n{text}"));
}

/// A sentence.
pub fn say(text: &str) {
    line(text);
}

/// A table, as wide as the terminal allows.
pub fn table<const N: usize>(header: &[&str; N], rows: impl IntoIterator<Item = [String; N]>) {
    let mut table = Table::new();
    table
        .load_style(UTF8_FULL_CONDENSED)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_header(header.map(|name| Cell::new(name).add_attribute(Attribute::Bold)));
    for row in rows {
        table.add_row(row);
    }
    line(table);
}

/// A table of cells, as wide as the terminal allows.
pub fn cells(header: &[String], rows: impl IntoIterator<Item = Vec<Cell>>) {
    let mut table = Table::new();
    table.load_style(UTF8_FULL_CONDENSED).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_header(header.iter().map(|name| Cell::new(name).add_attribute(Attribute::Bold)));
    for row in rows {
        table.add_row(row);
    }
    line(table);
}

/// A value, or a dash.
pub fn text(value: Option<impl Display>) -> String {
    value.map_or_else(|| "-".to_owned(), |value| value.to_string())
}

/// A time to the second, or a dash.
pub fn time(value: Option<DateTime<Utc>>) -> String {
    text(value.map(|time| time.format("%Y-%m-%d %H:%M:%S UTC")))
}
