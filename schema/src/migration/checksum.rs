//! The checksum of a migration: SHA-256 of its content, whatever its layout, line ends and order of keys.

use serde_json::Value;

use crate::json::keys;

/// The key that holds a file's own checksum, which is no part of it.
const KEY: &str = "checksum";

/// `sha256:` and 64 hexadecimal digits, of the file without its own checksum.
pub fn of(file: &Value) -> String {
    let mut text = String::new();
    canonical(file, true, &mut text);
    of_text(&text)
}

/// `sha256:` and 64 hexadecimal digits, of a text as it is.
pub fn of_text(text: &str) -> String {
    let digest = hmac_sha256::Hash::hash(text.as_bytes());
    let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("sha256:{hex}")
}

/// The text of a file with another checksum of its own; as it is if it holds none. Everything else stays as it was written.
pub fn renewed(text: &str, checksum: &str) -> String {
    let mut renewed = text.to_owned();
    if let Some(place) = keys::text_of(text, KEY) {
        renewed.replace_range(place, &Value::from(checksum).to_string());
    }
    renewed
}

/// Without spaces, keys in the order of their bytes, and line ends as they are on no machine that carries them about.
fn canonical(value: &Value, is_root: bool, to: &mut String) {
    match value {
        Value::Object(map) => {
            // A program may have switched on a feature of `serde_json` that keeps keys as they were written.
            let mut entries: Vec<_> = map.iter().filter(|(key, _)| !is_root || *key != KEY).collect();
            entries.sort_by_key(|(key, _)| *key);
            to.push('{');
            for (n, (key, value)) in entries.into_iter().enumerate() {
                to.push_str(if n > 0 { "," } else { "" });
                to.push_str(&Value::from(key.as_str()).to_string());
                to.push(':');
                canonical(value, false, to);
            }
            to.push('}');
        }
        Value::Array(values) => {
            to.push('[');
            for (n, value) in values.iter().enumerate() {
                to.push_str(if n > 0 { "," } else { "" });
                canonical(value, false, to);
            }
            to.push(']');
        }
        Value::String(text) => to.push_str(&Value::from(text.replace("\r\n", "\n")).to_string()),
        Value::Null | Value::Bool(_) | Value::Number(_) => to.push_str(&value.to_string()),
    }
}
