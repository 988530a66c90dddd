//! Structs against the snapshot that the last migration left: a fingerprint a table, and words only where they differ.

use tablewright_schema::describe::{self, SEPARATOR, Writer};
use tablewright_schema::model::borrowed::{equal, slice, text};
use tablewright_schema::{ColumnDef, TableDef};

use super::{Listed, Message, Name, column};

/// A table of the snapshot.
#[derive(Debug, Clone, Copy)]
pub struct Kept {
    /// Its name.
    pub name: &'static str,
    /// See [`describe::fingerprint`].
    pub fingerprint: u64,
    /// See [`describe::lines`].
    pub lines: &'static str,
}

/// How many differences a message tells.
const TOLD: usize = 3;
const HELP: &str = "\nhelp: write a migration with `cargo tablewright new NAME`, or with `new` of your own program, built with \
                    TABLEWRIGHT_DRIFT=allow";

/// How one table differs from its snapshot, if it does. `kept` is sorted by name.
pub const fn table(schema: Listed, kept: &'static [Kept], n: usize) -> Option<Message> {
    let meta = schema.tables[n];
    let def = meta.def;
    let old_name = match &def.renamed_from {
        Some(old) if find(kept, text(&def.name)).is_none() => Some(text(old)),
        _ => None,
    };
    let name = match old_name {
        Some(old) => old,
        None => text(&def.name),
    };
    let Some(found) = find(kept, name) else {
        let message = Message::new("table `").and(text(&def.name)).and("` is not in the snapshot of the migrations");
        return Some(message.and(HELP));
    };
    if let Some(old) = old_name {
        let message = Message::new("table `").and(text(&def.name)).and("` is still called `").and(old);
        return Some(message.and("` in the snapshot of the migrations").and(HELP));
    }
    if meta.fingerprint() == found.fingerprint {
        return None;
    }
    match undeclared(def, found.lines) {
        None => Some(differences(def, found.lines)),
        message => message,
    }
}

/// A table of the snapshot that the schema does not list, if there is one.
pub const fn vanished(schema: Listed, names: &[Name], kept: &'static [Kept], dropped: &[&str]) -> Option<Message> {
    let mut n = 0;
    while n < kept.len() {
        let name = kept[n].name;
        if schema.find(names, name).is_none() && !renamed(schema, name) {
            let message = Message::new("table `").and(name);
            if !contains(dropped, name)
                && let Some(new) = similar(schema, kept, kept[n].lines)
            {
                return Some(
                    message
                        .and("` is gone and a similar table `")
                        .and(new)
                        .and("` is new\nhelp: if its rows live on, write `#[table(renamed_from = \"")
                        .and(name)
                        .and("\")]` on the new one; if not, `dropped: [")
                        .and(name)
                        .and("]` in the schema"),
                );
            }
            return Some(message.and("` is in the snapshot of the migrations and no more in the schema").and(HELP));
        }
        n += 1;
    }
    None
}

const fn find(kept: &'static [Kept], name: &str) -> Option<&'static Kept> {
    let (mut low, mut high) = (0, kept.len());
    while low < high {
        let middle = low + (high - low) / 2;
        if less(kept[middle].name, name) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if low < kept.len() && equal(kept[low].name, name) { Some(&kept[low]) } else { None }
}

/// Whether a text comes first by its bytes, as `str` is ordered.
const fn less(left: &str, right: &str) -> bool {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    let mut n = 0;
    while n < left.len() && n < right.len() {
        if left[n] != right[n] {
            return left[n] < right[n];
        }
        n += 1;
    }
    left.len() < right.len()
}

/// Whether a table says that this was its name.
const fn renamed(schema: Listed, name: &str) -> bool {
    let mut n = 0;
    while n < schema.tables.len() {
        if let Some(old) = &schema.tables[n].def.renamed_from
            && equal(text(old), name)
        {
            return true;
        }
        n += 1;
    }
    false
}

/// The name of a new table that has at least half of the columns of one that is gone.
const fn similar(schema: Listed, kept: &'static [Kept], lines: &'static str) -> Option<&'static str> {
    let mut n = 0;
    while n < schema.tables.len() {
        let def = schema.tables[n].def;
        if find(kept, text(&def.name)).is_none() {
            let columns = slice(&def.columns);
            let (mut alike, mut m) = (0, 0);
            while m < columns.len() {
                let mut buffer = [0; Writer::LONGEST];
                let mut writer = Writer::writing(&mut buffer);
                describe::entry(def, m, &mut writer);
                alike += matches!(look_up(lines, writer.text()), Line::Same) as usize;
                m += 1;
            }
            if alike > 0 && alike * 2 >= columns.len() {
                return Some(text(&def.name));
            }
        }
        n += 1;
    }
    None
}

const fn contains(names: &[&str], name: &str) -> bool {
    let mut n = 0;
    while n < names.len() {
        if equal(names[n], name) {
            return true;
        }
        n += 1;
    }
    false
}

/// What the snapshot says of an entry.
enum Line<'a> {
    Same,
    /// Something else.
    Other(&'a str),
    Absent,
}

/// Finds the line with the key of this entry.
const fn look_up<'a>(mut lines: &'a str, entry: &str) -> Line<'a> {
    let key = key_length(entry);
    while !lines.is_empty() {
        let (line, rest) = first_line(lines);
        if starts(line, entry, key) {
            return if equal(line, entry) { Line::Same } else { Line::Other(line.split_at(key).1) };
        }
        lines = rest;
    }
    Line::Absent
}

/// How long the key is, with the separator.
const fn key_length(entry: &str) -> usize {
    let bytes = entry.as_bytes();
    let mut n = 0;
    while n < bytes.len() {
        n += 1;
        if bytes[n - 1] == SEPARATOR as u8 {
            break;
        }
    }
    n
}

const fn first_line(lines: &str) -> (&str, &str) {
    let bytes = lines.as_bytes();
    let mut n = 0;
    while n < bytes.len() && bytes[n] != b'\n' {
        n += 1;
    }
    let (line, rest) = lines.split_at(n);
    (line, if rest.is_empty() { rest } else { rest.split_at(1).1 })
}

/// Whether both start with the same bytes, as many as this.
const fn starts(left: &str, right: &str, length: usize) -> bool {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    if left.len() < length || right.len() < length {
        return false;
    }
    let mut n = 0;
    while n < length {
        if left[n] != right[n] {
            return false;
        }
        n += 1;
    }
    true
}

/// The name between the backticks of a column's line.
const fn column_name(line: &str) -> Option<&str> {
    const START: &str = "column `";
    if !starts(line, START, START.len()) {
        return None;
    }
    let name = line.split_at(key_length(line) - 2).0;
    Some(name.split_at(START.len()).1)
}

/// The type in a column's line: what it says up to the first comma.
const fn column_type(line: &str) -> &str {
    let value = line.split_at(key_length(line)).1;
    let bytes = value.as_bytes();
    let mut n = 0;
    while n < bytes.len() && bytes[n] != b',' && bytes[n] != b'(' {
        n += 1;
    }
    value.split_at(n).0
}

/// The column that says that this was its name.
const fn successor(def: &'static TableDef, name: &str) -> Option<&'static ColumnDef> {
    let columns = slice(&def.columns);
    let mut n = 0;
    while n < columns.len() {
        if let Some(old) = &columns[n].renamed_from
            && equal(text(old), name)
        {
            return Some(&columns[n]);
        }
        n += 1;
    }
    None
}

const fn is_dropped(def: &'static TableDef, name: &str) -> bool {
    let dropped = slice(&def.dropped);
    let mut n = 0;
    while n < dropped.len() {
        if equal(text(&dropped[n]), name) {
            return true;
        }
        n += 1;
    }
    false
}

/// A column that is gone while one of its type is new, and nobody said whether they are one.
const fn undeclared(def: &'static TableDef, lines: &'static str) -> Option<Message> {
    let mut rest = lines;
    while !rest.is_empty() {
        let (line, more) = first_line(rest);
        rest = more;
        let Some(gone) = column_name(line) else { continue };
        if column(def, gone).is_some() || successor(def, gone).is_some() || is_dropped(def, gone) {
            continue;
        }
        let columns = slice(&def.columns);
        let mut n = 0;
        while n < columns.len() {
            let mut buffer = [0; Writer::LONGEST];
            let mut writer = Writer::writing(&mut buffer);
            describe::entry(def, n, &mut writer);
            let entry = writer.text();
            if columns[n].renamed_from.is_none()
                && matches!(look_up(lines, entry), Line::Absent)
                && equal(column_type(entry), column_type(line))
            {
                return Some(
                    Message::new("column `")
                        .and(gone)
                        .and("` of table `")
                        .and(text(&def.name))
                        .and("` is gone, and `")
                        .and(text(&columns[n].name))
                        .and(
                            "` of the same type is new\nhelp: if its values live on, write `#[column(renamed_from = \"",
                        )
                        .and(gone)
                        .and("\")]` on the new one; if not, `#[table(dropped(\"")
                        .and(gone)
                        .and("\"))]`"),
                );
            }
            n += 1;
        }
    }
    None
}

/// The first differences in words.
const fn differences(def: &'static TableDef, lines: &'static str) -> Message {
    let mut message = Message::new("table `").and(text(&def.name)).and("` is not as the last migration left it:");
    let mut told = 0;
    let mut n = 0;
    while n < describe::count(def) {
        let mut buffer = [0; Writer::LONGEST];
        let mut writer = Writer::writing(&mut buffer);
        describe::entry(def, n, &mut writer);
        let entry = writer.text();
        let (key, value) = entry.split_at(key_length(entry));
        let key = key.split_at(key.len() - 1).0;
        let line = look_up(lines, entry);
        if !matches!(line, Line::Same) {
            told += 1;
            if told <= TOLD {
                message = message.and("\n  ").and(key);
                message = match line {
                    Line::Other(old) if old.is_empty() => message.and(" is new: ").and(value),
                    Line::Other(_) if value.is_empty() => message.and(" is gone"),
                    Line::Other(old) => message.and(" was ").and(old).and(", now it is ").and(value),
                    Line::Same | Line::Absent => message.and(" is new"),
                };
            }
        }
        n += 1;
    }
    let mut rest = lines;
    while !rest.is_empty() {
        let (line, more) = first_line(rest);
        rest = more;
        if !has(def, line) {
            told += 1;
            if told <= TOLD {
                let key = line.split_at(key_length(line) - 1).0;
                message = message.and("\n  ").and(key).and(" is gone");
            }
        }
    }
    if told > TOLD {
        message = message.and("\n  and more");
    }
    message.and(HELP)
}

/// Whether a table has an entry with the key of this line.
const fn has(def: &'static TableDef, line: &str) -> bool {
    let length = key_length(line);
    let mut n = 0;
    while n < describe::count(def) {
        let mut buffer = [0; Writer::LONGEST];
        let mut writer = Writer::writing(&mut buffer);
        describe::entry(def, n, &mut writer);
        let entry = writer.text();
        if key_length(entry) == length && starts(entry, line, length) {
            return true;
        }
        n += 1;
    }
    false
}
