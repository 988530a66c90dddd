//! A place in a list of tokens, and the steps from it.

use super::token::{Kind, Token, tokens};
use crate::dialect::Dialect;

/// A stretch of tokens that is read from its start.
pub(super) struct Cursor<'t> {
    sql: &'t str,
    tokens: Vec<Token<'t>>,
    at: usize,
    escapes: bool,
}

impl<'t> Cursor<'t> {
    pub(super) fn new(sql: &'t str, dialect: Dialect) -> Self {
        let escapes = dialect.backslash_escapes();
        Self { sql, tokens: tokens(sql, escapes), at: 0, escapes }
    }

    fn peek(&self) -> Option<Token<'t>> {
        self.tokens.get(self.at).copied()
    }

    pub(super) fn is_done(&self) -> bool {
        self.at >= self.tokens.len()
    }

    /// Whether an unquoted word is next.
    pub(super) fn at(&self, word: &str) -> bool {
        self.peek().is_some_and(|token| token.is(word))
    }

    /// Whether a bracket is next.
    pub(super) fn is_at_group(&self) -> bool {
        self.peek().is_some_and(|token| token.is_symbol("("))
    }

    /// Steps over an unquoted word, if it is next.
    pub(super) fn take(&mut self, word: &str) -> bool {
        let is_next = self.at(word);
        self.at += usize::from(is_next);
        is_next
    }

    /// Cuts an unquoted word off the end, if it is there.
    pub(super) fn take_last(&mut self, word: &str) -> bool {
        let is_last = self.tokens.len() > self.at + 1 && self.tokens.last().is_some_and(|token| token.is(word));
        if is_last {
            self.tokens.pop();
        }
        is_last
    }

    /// Steps over a symbol, if it is next.
    pub(super) fn symbol(&mut self, symbol: &str) -> bool {
        let is_next = self.peek().is_some_and(|token| token.is_symbol(symbol));
        self.at += usize::from(is_next);
        is_next
    }

    /// Steps over a token.
    pub(super) fn skip(&mut self) {
        self.at += 1;
    }

    /// The unquoted word that is next.
    pub(super) fn word(&mut self) -> Option<&'t str> {
        let word = self.peek().filter(|token| token.kind == Kind::Word)?;
        self.at += 1;
        Some(word.text)
    }

    /// The name that is next, quoted or not; its last part, if it is qualified.
    pub(super) fn name(&mut self) -> Option<String> {
        let name = self.peek().filter(|token| matches!(token.kind, Kind::Word | Kind::Name))?;
        self.at += 1;
        if self.symbol(".") {
            return self.name();
        }
        Some(name.value(self.escapes))
    }

    /// The text that is next.
    pub(super) fn text(&mut self) -> Option<String> {
        let text = self.peek().filter(|token| token.kind == Kind::Text)?;
        self.at += 1;
        Some(text.value(self.escapes))
    }

    /// What the brackets that are next hold.
    pub(super) fn group(&mut self) -> Option<Self> {
        if !self.symbol("(") {
            return None;
        }
        let start = self.at;
        self.step_while(|_| true, true);
        let inside = self.part(start, self.at);
        self.at += 1;
        Some(inside)
    }

    /// What stands before the next comma that is in no brackets; the comma is stepped over.
    pub(super) fn until_comma(&mut self) -> Self {
        let start = self.at;
        self.step_while(|token| !token.is_symbol(","), false);
        let before = self.part(start, self.at);
        self.at += 1;
        before
    }

    /// The text of the tokens from here on that are in brackets, or fulfil the condition; steps over them.
    pub(super) fn span(&mut self, is_in: impl Fn(&Token<'_>) -> bool) -> &'t str {
        let start = self.at;
        self.step_while(is_in, false);
        self.between(start, self.at)
    }

    /// The text of all that is left.
    pub(super) fn rest(&self) -> &'t str {
        self.between(self.at, self.tokens.len())
    }

    /// Steps on while a token is in brackets or fulfils the condition, or to the bracket that closes those it is in.
    fn step_while(&mut self, is_in: impl Fn(&Token<'_>) -> bool, is_inside: bool) {
        let mut depth = 0_usize;
        while let Some(token) = self.peek() {
            if token.is_symbol("(") {
                if depth == 0 && !is_in(&token) {
                    return;
                }
                depth += 1;
            } else if token.is_symbol(")") {
                if depth == 0 && is_inside {
                    return;
                }
                depth = depth.saturating_sub(1);
            } else if depth == 0 && !is_in(&token) {
                return;
            }
            self.at += 1;
        }
    }

    fn part(&self, start: usize, end: usize) -> Self {
        let tokens = self.tokens.get(start..end.min(self.tokens.len())).unwrap_or_default().to_vec();
        Self { sql: self.sql, tokens, at: 0, escapes: self.escapes }
    }

    fn between(&self, start: usize, end: usize) -> &'t str {
        match self.tokens.get(start..end) {
            Some([first, .., last]) => &self.sql[first.start..last.end()],
            Some([only]) => only.text,
            Some([]) | None => "",
        }
    }
}
