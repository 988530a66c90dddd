//! The keys of a JSON text: which of them stands twice, and where the value of one stands.

use std::collections::BTreeSet;
use std::ops::Range;

/// A key of an object.
struct Key {
    name: String,
    /// Where it begins, in bytes.
    at: usize,
    /// Where its value begins.
    value: usize,
    /// Which object it is in; that of the file is the first one.
    object: usize,
}

/// The first key that stands twice in one object, and where it does so, in bytes. The text has to be JSON.
pub(super) fn twice(text: &str) -> Option<(String, usize)> {
    let mut seen = BTreeSet::new();
    let second = |key: &Key| !seen.insert((key.object, key.name.clone()));
    keys(text).into_iter().find(second).map(|key| (key.name, key.at))
}

/// Where the text stands that the file's own object has for a key, with its quotes. The text has to be JSON.
pub(crate) fn text_of(text: &str, key: &str) -> Option<Range<usize>> {
    let found = keys(text).into_iter().find(|own| own.object == 1 && own.name == key)?;
    let is_text = text.as_bytes().get(found.value) == Some(&b'"');
    is_text.then(|| found.value..end_of_text(text.as_bytes(), found.value))
}

/// All keys, in the order of the text. A text is a key if a colon follows it, in JSON and only there.
fn keys(text: &str) -> Vec<Key> {
    let bytes = text.as_bytes();
    let (mut keys, mut open, mut objects, mut at) = (Vec::new(), Vec::new(), 0, 0);
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'{' => {
                objects += 1;
                open.push(objects);
            }
            b'}' => drop(open.pop()),
            b'"' => {
                let end = end_of_text(bytes, at);
                let colon = after_space(bytes, end);
                if let (Some(b':'), Some(object)) = (bytes.get(colon), open.last()) {
                    let name = text.get(at..end).and_then(|name| serde_json::from_str(name).ok()).unwrap_or_default();
                    keys.push(Key { name, at, value: after_space(bytes, colon + 1), object: *object });
                }
                at = end;
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    keys
}

/// Behind the closing quote of the text that begins here.
fn end_of_text(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 2,
            b'"' => return at + 1,
            _ => at += 1,
        }
    }
    bytes.len()
}

fn after_space(bytes: &[u8], mut at: usize) -> usize {
    while bytes.get(at).is_some_and(u8::is_ascii_whitespace) {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_stands_once_in_an_object() {
        let twice = |text: &str| twice(text).map(|(name, at)| format!("{name} {at}"));
        assert_eq!(twice(r#"{"a": 1, "b": {"a": 2}, "c": [{"a": 3}, {"a": 4}]}"#), None);
        assert_eq!(twice(r#"{"a": "a\": ", "b": ["a", "a"]}"#), None, "values are no keys");
        assert_eq!(twice(r#"{"a": 1, "a": 2}"#).as_deref(), Some("a 9"));
        assert_eq!(twice(r#"[{"b": {"x": 1}, "b" : 2}]"#).as_deref(), Some("b 17"));
        assert_eq!(twice(r#"{"ab": 1, "\u0061b": 2}"#).as_deref(), Some("ab 10"), "however it is written");
    }

    #[test]
    fn a_value_is_found_where_it_stands() {
        let found = |text: &'static str| text_of(text, "sum").map(|range| &text[range]);
        assert_eq!(found(r#"{"x": {"sum": "1"}, "sum" : "a\"b" }"#), Some(r#""a\"b""#));
        assert_eq!(found(r#"{"x": "sum", "sum": ""}"#), Some(r#""""#));
        assert_eq!(found("\u{feff}{\"sum\":\"é\"}"), Some("\"é\""));
        assert_eq!(found(r#"{"sum": 1}"#), None);
        assert_eq!(found(r#"[{"x": "sum"}]"#), None);
    }
}
