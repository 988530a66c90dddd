//! What each engine makes of the eight tables, as Markdown: `examples/orthanc/MATRIX.md`.

use std::fmt::Write as _;

use tablewright::Dialect;
use tablewright::prelude::*;

use crate::Orthanc;

/// The text of the file.
pub fn markdown() -> String {
    let mut text = "# What each engine makes of the eight tables\n\n\
        Written by `cargo run -p orthanc -- matrix --markdown`. *Native*: the engine has it. *Emulated*: the same meaning by \
        other means, which the notes name. *Refused*: the table would not compile for that engine.\n"
        .to_owned();
    for (def, rows) in Orthanc::matrix() {
        // Writing to a `String` does not fail.
        let _ = writeln!(text, "\n## {}\n\n| | {} |", def.name, Dialect::ALL.map(Dialect::name).join(" | "));
        let _ = writeln!(text, "|---|{}", "---|".repeat(Dialect::COUNT));
        let mut notes: Vec<(&str, &str, Vec<&str>)> = Vec::new();
        for row in &rows {
            let words: Vec<_> = row.support.iter().map(|support| support.word()).collect();
            let _ = writeln!(text, "| {} | {} |", row.feature, words.join(" | "));
            for (dialect, support) in Dialect::ALL.iter().zip(&row.support) {
                let Some(note) = support.note() else { continue };
                match notes.iter_mut().find(|(feature, known, _)| *feature == row.feature && *known == note) {
                    Some((.., dialects)) => dialects.push(dialect.name()),
                    None => notes.push((&row.feature, note, vec![dialect.name()])),
                }
            }
        }
        let _ = writeln!(text);
        for (feature, note, dialects) in notes {
            let _ = writeln!(text, "- {feature} on {}: {note}", dialects.join(", "));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_file_is_what_the_command_prints() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/MATRIX.md");
        let text = super::markdown();
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(path, &text).unwrap();
        }
        assert_eq!(std::fs::read_to_string(path).unwrap(), text, "BLESS=1 cargo test -p orthanc writes it anew");
    }
}
