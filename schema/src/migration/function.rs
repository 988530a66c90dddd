//! The entries of a migration that are no SQL: functions of the program, by name.

/// How such an entry begins.
const PREFIX: &str = "rust:";

/// The function that an entry names: `fill_towns` of `rust: fill_towns`.
pub fn function(entry: &str) -> Option<&str> {
    entry.trim_start().strip_prefix(PREFIX).map(str::trim)
}

/// Whether a function can have this name.
pub(super) fn is_name(name: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_alphabetic() || byte == b'_';
    name.bytes().next().is_some_and(is_letter) && name.bytes().all(|byte| is_letter(byte) || byte.is_ascii_digit())
}
