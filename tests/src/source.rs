//! The workspace's own files, as the tests about its architecture read them.

use std::fs;
use std::path::{Path, PathBuf};

/// A file of the workspace.
pub struct Source {
    /// The path from the workspace's root, with `/` between its parts.
    pub path: String,
    /// The whole text.
    pub text: String,
}

impl Source {
    /// The text without comments and without the contents of string and character literals; lines stay where they are.
    pub fn code(&self) -> String {
        strip(&self.text)
    }

    /// The code that is compiled without tests: what comes before `#[cfg(test)] mod`.
    pub fn shipped_code(&self) -> String {
        let code = self.code();
        match code.find("#[cfg(test)]\nmod ") {
            Some(start) => code[..start].to_owned(),
            None => code,
        }
    }

    /// How many lines it has.
    pub fn lines(&self) -> usize {
        self.text.lines().count()
    }

    /// The lines of `code` that hold `word` as a whole word, as `path:line: text`.
    pub fn find(&self, code: &str, word: &str) -> Vec<String> {
        let hits = code.lines().enumerate().filter(|(_, line)| contains_word(line, word));
        hits.map(|(number, _)| {
            let shown = self.text.lines().nth(number).unwrap_or_default().trim();
            format!("{}:{}: {shown}", self.path, number + 1)
        })
        .collect()
    }
}

/// The workspace's root.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().expect("the workspace's root is there")
}

/// All files below a folder of the workspace whose names end in `.extension`, in the order of their paths.
pub fn files(folder: &str, extension: &str) -> Vec<Source> {
    let root = root();
    let mut found = Vec::new();
    walk(&root.join(folder), &mut |path| {
        if path.extension().is_some_and(|found| found == extension) {
            let relative = path.strip_prefix(&root).expect("below the root");
            let path_text = relative.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>();
            let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            found.push(Source { path: path_text.join("/"), text });
        }
    });
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// The Rust files of the workspace, apart from the deliberately wrong ones of `tests/ui`.
pub fn rust() -> Vec<Source> {
    files(".", "rs").into_iter().filter(|file| !file.path.starts_with("tests/ui/")).collect()
}

/// Whether `line` holds `word` with no letter, digit or `_` on either side.
pub fn contains_word(line: &str, word: &str) -> bool {
    let is_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    line.match_indices(word).any(|(at, _)| {
        let bounded_left = !is_word(word.chars().next()) || !is_word(line[..at].chars().next_back());
        let bounded_right = !is_word(word.chars().next_back()) || !is_word(line[at + word.len()..].chars().next());
        bounded_left && bounded_right
    })
}

fn walk(folder: &Path, visit: &mut dyn FnMut(&Path)) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let (path, name) = (entry.path(), entry.file_name());
        let name = name.to_string_lossy();
        if path.is_dir() {
            if name != "target" && !name.starts_with('.') {
                walk(&path, visit);
            }
        } else {
            visit(&path);
        }
    }
}

/// Blanks comments and the contents of literals, keeping every line break.
fn strip(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (keep, skip) = match token(rest, out.chars().next_back()) {
            Token::Code => (first.len_utf8(), 0),
            Token::Skipped(length) => (0, length),
        };
        out.push_str(&rest[..keep]);
        out.extend(rest[keep..keep + skip].chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
        rest = &rest[keep + skip..];
    }
    out
}

enum Token {
    Code,
    Skipped(usize),
}

fn token(rest: &str, before: Option<char>) -> Token {
    if rest.starts_with("//") {
        return Token::Skipped(rest.find('\n').unwrap_or(rest.len()));
    }
    if rest.starts_with("/*") {
        return Token::Skipped(block_comment(rest));
    }
    if rest.starts_with('"') {
        return Token::Skipped(quoted(rest));
    }
    let in_word = before.is_some_and(|c| c.is_alphanumeric() || c == '_');
    if !in_word && let Some(length) = raw_string(rest) {
        return Token::Skipped(length);
    }
    if rest.starts_with('\'')
        && let Some(length) = character(rest)
    {
        return Token::Skipped(length);
    }
    Token::Code
}

fn block_comment(rest: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < rest.len() {
        let here = &rest[at..];
        if here.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if here.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += here.chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}

fn quoted(rest: &str) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

fn raw_string(rest: &str) -> Option<usize> {
    let hashes_at = ["br", "cr", "r"].iter().find(|prefix| rest.starts_with(**prefix))?.len();
    let hashes = rest[hashes_at..].bytes().take_while(|byte| *byte == b'#').count();
    let open = hashes_at + hashes;
    if !rest[open..].starts_with('"') {
        return None;
    }
    let close = format!("\"{}", "#".repeat(hashes));
    Some(rest[open + 1..].find(&close).map_or(rest.len(), |at| open + 1 + at + close.len()))
}

/// A character literal, as opposed to a lifetime.
fn character(rest: &str) -> Option<usize> {
    let mut chars = rest.char_indices().skip(1);
    let (_, first) = chars.next()?;
    if first == '\\' {
        return rest[2..].char_indices().skip(1).find(|(_, c)| *c == '\'').map(|(at, _)| 2 + at + 1);
    }
    let (at, second) = chars.next()?;
    (second == '\'').then_some(at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_and_comments_are_blanked_and_lines_stay() {
        let text = "let a = \"x // y\"; // z\nlet b = 'q'; let c: &'static str = r#\"a \" b\"#;\n/* o /* i */ o */ end";
        let code = strip(text);
        assert_eq!(code.lines().count(), 3);
        for gone in ["x", "y", "z", "q", " b\"", " i ", " o "] {
            assert!(!code.contains(gone), "{gone:?} in {code:?}");
        }
        for kept in ["let a =", "let b =", "&'static str", "end"] {
            assert!(code.contains(kept), "{kept:?} in {code:?}");
        }
    }

    #[test]
    fn words_are_whole() {
        assert!(contains_word("use sea_query::Table;", "sea_query"));
        assert!(!contains_word("use sea_query_derive::Table;", "sea_query"));
        assert!(contains_word("value.unwrap()", ".unwrap()"));
    }
}
