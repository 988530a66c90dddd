//! Headings and tables for people.

use std::fmt::Display;

use chrono::{DateTime, Utc};
use comfy_table::presets::UTF8_FULL_CONDENSED;
use comfy_table::{Attribute, Cell, ContentArrangement, Table};

/// A heading with room above it.
pub fn heading(text: &str) {
    println!("\n{text}");
}

/// A sentence.
pub fn say(text: &str) {
    println!("{text}");
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
    println!("{table}");
}

/// A value, or a dash.
pub fn text(value: Option<impl Display>) -> String {
    value.map_or_else(|| "-".to_owned(), |value| value.to_string())
}

/// A time to the second, or a dash.
pub fn time(value: Option<DateTime<Utc>>) -> String {
    text(value.map(|time| time.format("%Y-%m-%d %H:%M:%S UTC")))
}
