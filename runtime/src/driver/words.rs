//! The words of a statement, behind blanks and comments: the first ones say what it does.

use super::{Operation, Statement};
use crate::error::{Error, Kind, Result};

/// The words of a statement, in order. What stands between them is left out, and so are comments.
#[derive(Debug, Clone)]
pub struct Words<'s> {
    rest: &'s str,
    /// Whether the engine runs what stands in `/*! .. */`, and a `#` starts a comment.
    has_code_in_comments: bool,
    /// Whether a comment can stand in another one.
    are_comments_nested: bool,
}

/// The words of a statement.
pub fn words(sql: &str) -> Words<'_> {
    Words { rest: sql, has_code_in_comments: false, are_comments_nested: false }
}

/// The first word of a statement; empty if there is none.
#[allow(dead_code, reason = "not every driver needs one alone")]
pub fn first_word(sql: &str) -> &str {
    words(sql).next().unwrap_or_default()
}

/// Whether a word is one of a list, in letters of either size.
pub fn is_in(list: &[&str], word: &str) -> bool {
    list.iter().any(|known| known.eq_ignore_ascii_case(word))
}

impl<'s> Words<'s> {
    /// On an engine that runs what stands in `/*! .. */`, where a `#` starts a comment
    /// (<https://dev.mysql.com/doc/refman/8.4/en/comments.html>, <https://mariadb.com/docs/server/reference/sql-structure/sql-language-structure/comment-syntax>).
    #[allow(dead_code, reason = "few engines do")]
    pub fn with_code_in_comments(self) -> Self {
        Self { has_code_in_comments: true, ..self }
    }

    /// On an engine where a comment in a comment ends before it (<https://www.postgresql.org/docs/current/sql-syntax-lexical.html>,
    /// <https://learn.microsoft.com/sql/t-sql/language-elements/slash-star-comment-transact-sql>).
    #[allow(dead_code, reason = "few engines have them")]
    pub fn with_nested_comments(self) -> Self {
        Self { are_comments_nested: true, ..self }
    }

    /// What follows the next one that is this word and stands in no parentheses and no quotes, where a backslash escapes what is
    /// behind it. `None` if there is none.
    #[allow(dead_code, reason = "few engines have to ask")]
    pub fn behind(mut self, wanted: &str) -> Option<Self> {
        let mut depth = 0_usize;
        loop {
            if let Some(rest) = self.behind_comment() {
                self.rest = rest;
                continue;
            }
            match self.rest.chars().next()? {
                '\'' | '"' | '`' => self.rest = behind_quoted(self.rest),
                first if is_in_word(first) => {
                    if is_in(&[wanted], self.next()?) && depth == 0 {
                        return Some(self);
                    }
                }
                first => {
                    match first {
                        '(' => depth += 1,
                        ')' => depth = depth.saturating_sub(1),
                        _ => {}
                    }
                    self.rest = &self.rest[first.len_utf8()..];
                }
            }
        }
    }

    /// Whether these follow a `ROLLBACK` that goes back to a savepoint only.
    #[allow(dead_code, reason = "not every driver asks")]
    pub fn are_of_savepoint(mut self) -> bool {
        let next = self.next().filter(|word| !is_in(&["TRANSACTION", "WORK"], word));
        next.or_else(|| self.next()).is_some_and(|word| is_in(&["TO"], word))
    }

    /// Whether a value is assigned to what the last word names.
    #[allow(dead_code, reason = "few engines have to ask")]
    pub fn are_assigned(mut self) -> bool {
        loop {
            self.rest = self.rest.trim_start_matches(|c: char| c.is_whitespace() || c == '`');
            // The second is the end of a comment that is run.
            match self.behind_comment().or_else(|| self.rest.strip_prefix("*/")) {
                Some(rest) => self.rest = rest,
                None => return self.rest.starts_with('=') || self.rest.starts_with(":="),
            }
        }
    }

    /// What follows a comment that starts here.
    fn behind_comment(&self) -> Option<&'s str> {
        let behind = |text: &'s str, end: &str| text.split_once(end).map_or("", |(_, rest)| rest);
        if self.rest.starts_with("--") || (self.has_code_in_comments && self.rest.starts_with('#')) {
            return Some(behind(self.rest, "\n"));
        }
        let inside = self.rest.strip_prefix("/*")?;
        let code = inside.strip_prefix('!').or_else(|| inside.strip_prefix("M!"));
        match code.filter(|_| self.has_code_in_comments) {
            // Before it may stand the version that it is for.
            Some(code) => Some(code.trim_start_matches(|c: char| c.is_ascii_digit())),
            None if self.are_comments_nested => Some(behind_nested(inside)),
            None => Some(behind(inside, "*/")),
        }
    }
}

impl<'s> Iterator for Words<'s> {
    type Item = &'s str;

    fn next(&mut self) -> Option<&'s str> {
        loop {
            if let Some(rest) = self.behind_comment() {
                self.rest = rest;
                continue;
            }
            let first = self.rest.chars().next()?;
            if is_in_word(first) {
                break;
            }
            self.rest = &self.rest[first.len_utf8()..];
        }
        let end = self.rest.find(|c| !is_in_word(c)).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        Some(word)
    }
}

fn is_in_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

/// What follows a comment, of which this is the inside and the rest.
fn behind_nested(mut rest: &str) -> &str {
    let mut depth = 1_usize;
    while depth > 0 {
        let Some(end) = rest.find("*/") else { return "" };
        let start = rest.find("/*").filter(|start| *start < end);
        depth = if start.is_some() { depth + 1 } else { depth - 1 };
        rest = &rest[start.unwrap_or(end) + 2..];
    }
    rest
}

/// What follows a text in quotes that starts here. A quote that is doubled ends one and starts the next.
fn behind_quoted(text: &str) -> &str {
    let mut all = text.bytes().enumerate();
    let Some((_, quote)) = all.next() else { return "" };
    while let Some((at, byte)) = all.next() {
        if byte == quote {
            return &text[at + 1..];
        }
        if byte == b'\\' && quote != b'`' {
            all.next();
        }
    }
    ""
}

/// Whether a word stands in a statement's own text, in letters of either size: then an error that repeats it tells no value.
#[allow(dead_code, reason = "not every driver has to ask")]
pub fn has_word(sql: &str, word: &str) -> bool {
    let (sql, word) = (sql.to_lowercase(), word.to_lowercase());
    let is_in_word = |c: char| c.is_alphanumeric() || c == '_';
    let mut places = sql.match_indices(&word);
    !word.is_empty()
        && places
            .any(|(start, _)| !sql[..start].ends_with(is_in_word) && !sql[start + word.len()..].starts_with(is_in_word))
}

/// Refuses a statement written by hand that would start or end a transaction behind the driver's back: its connection
/// would go back to the pool inside of one, or what follows in a session would be committed one by one.
///
/// # Errors
/// Of kind `Usage`.
#[allow(dead_code, reason = "not every driver asks")]
pub fn refuse_if<'s>(
    statement: Statement<'s>,
    words: impl FnOnce(&'s str) -> Words<'s>,
    is_ours: impl FnOnce(Words<'s>) -> bool,
) -> Result<()> {
    match statement.operation {
        Operation::Select | Operation::Insert | Operation::Upsert | Operation::Update | Operation::Delete => Ok(()),
        Operation::Ddl | Operation::Other => {
            if is_ours(words(statement.sql)) {
                Err(ours())
            } else {
                Ok(())
            }
        }
    }
}

/// The error of a statement that is the driver's to run.
#[cold]
pub fn ours() -> Error {
    let message = "a transaction is begun and ended by `begin`, `commit` and `rollback`, not by statements or settings";
    Error::new(Kind::Usage, message)
}

/// The error of a setting that says how transactions begin, and would stay with a connection that others get.
#[allow(dead_code, reason = "not every engine has one")]
#[cold]
pub fn options_stay() -> Error {
    let message = "how a transaction begins is said by `begin_with` or `transaction_with`: a setting would stay with the \
                   connection, for whoever has it next";
    Error::new(Kind::Usage, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_behind_comments() {
        for (sql, expected) in [
            ("create table t", &["create", "table", "t"][..]),
            (" /* a */ -- b\n DROP/**/TABLE \"t\"", &["DROP", "TABLE", "t"]),
            (";; (SELECT 'é', a_1)", &["SELECT", "a_1"]),
            ("", &[]),
            ("-- drop", &[]),
            ("/* create", &[]),
            ("/*! COMMIT */ 1", &["1"]),
            ("a - b / c", &["a", "b", "c"]),
        ] {
            assert_eq!(words(sql).collect::<Vec<_>>(), expected, "{sql}");
        }
        let code = |sql| words(sql).with_code_in_comments().collect::<Vec<_>>();
        assert_eq!(code("# a\n/*!50701 COMMIT */"), ["COMMIT"]);
        assert_eq!(code("/*M!100100 ROLLBACK*/ # a"), ["ROLLBACK"]);
        assert_eq!(first_word("/* x */ BEGIN"), "BEGIN");
    }

    #[test]
    fn comments_are_nested_where_they_are() {
        for (sql, nested, plain) in [
            ("/* off: /* old */ see below */ BEGIN", "BEGIN", "see"),
            ("/*/**/*/ COMMIT", "COMMIT", "COMMIT"),
            ("/* a /* b /* c */ d */ e */END", "END", "d"),
            ("/* a /* b */ END", "", "END"),
            ("/*/ BEGIN */ END", "END", "END"),
        ] {
            assert_eq!(words(sql).with_nested_comments().next().unwrap_or_default(), nested, "{sql}");
            assert_eq!(first_word(sql), plain, "{sql}");
        }
    }

    #[test]
    fn a_word_in_quotes_is_passed_over() {
        for (sql, expected) in [
            ("a = 1 FOR ALTER", Some("ALTER")),
            (r"a = 'x\'FOR y' /* FOR z */ for `FOR w` COMMIT", Some("FOR")),
            ("a = 'it''s FOR', b = \"FOR x\" FOR DROP", Some("DROP")),
            ("a = (SUBSTRING('x' FROM 1 FOR 2)) FOR CALL", Some("CALL")),
            ("a = 'FOR x", None),
            ("a = 'é' FOR", None),
            ("forward", None),
        ] {
            let next = words(sql).behind("FOR").and_then(|mut rest| rest.next());
            assert_eq!(next, expected, "{sql}");
        }
    }

    #[test]
    fn a_word_of_a_statement_is_a_whole_one() {
        for (word, expected) in [("name", true), ("NAME", true), ("a.name", true), ("nam", false), ("", false)] {
            assert_eq!(has_word("SELECT a.name FROM t WHERE names = 1", word), expected, "{word}");
        }
    }

    #[test]
    fn going_back_to_a_savepoint_is_no_end() {
        for (sql, expected) in
            [("TO SAVEPOINT a", true), ("work to a", true), ("TRANSACTION TO a", true), ("", false), ("WORK", false)]
        {
            assert_eq!(words(sql).are_of_savepoint(), expected, "{sql}");
        }
    }
}
