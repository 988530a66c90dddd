//! What is wrong with the input so far, and the wording shared by all messages.

use std::fmt::Display;

use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;
use tablewright_schema::suggest;

use crate::symbol;

/// The mistakes found, in the order in which they were found.
///
/// Inside a phase everything is collected; the next phase runs only if there is nothing.
#[derive(Default)]
pub struct Errors(Vec<syn::Error>);

impl Errors {
    /// A mistake at a token.
    pub fn at(&mut self, span: Span, message: impl Display) {
        self.0.push(syn::Error::new(span, message));
    }

    /// A mistake in a stretch of tokens.
    pub fn over(&mut self, tokens: impl ToTokens, message: impl Display) {
        self.0.push(syn::Error::new_spanned(tokens, message));
    }

    /// How many there are: lets a caller see whether a step found any.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// Whether the next phase may run.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The mistakes as `compile_error!` invocations.
    pub fn into_tokens(mut self) -> TokenStream {
        std::mem::take(&mut self.0).iter().map(syn::Error::to_compile_error).collect()
    }

    /// The mistakes as text, each after the first token it points to.
    #[cfg(test)]
    pub fn shown(mut self) -> String {
        std::mem::take(&mut self.0)
            .iter()
            .map(|error| format!("{} | {error}\n", error.span().source_text().unwrap_or_default()))
            .collect()
    }

    /// A word was given twice.
    pub fn duplicate(&mut self, word: &str, second: Span, first: Span) {
        self.at(second, format_args!("`{word}` is given twice"));
        self.at(first, format_args!("`{word}` is first given here"));
    }

    /// A word that an attribute does not have.
    pub fn unknown(&mut self, word: &Ident, attribute: &str, allowed: &[&str]) {
        let name = word.to_string();
        let near = nearest(&name, allowed);
        let other = (attribute == symbol::COLUMN).then(|| symbol::elsewhere(&name)).flatten();
        let message = match (other, near, symbol::home(&name)) {
            (None, None, Some(symbol::OWN)) => format!(
                "`{name}` does not belong in `#[{attribute}(..)]`\n\
                 help: write an attribute of its own, `#[{name}(..)]`"
            ),
            (None, None, Some(home)) => {
                format!("`{name}` does not belong in this `#[{attribute}(..)]`\nhelp: it belongs {home}")
            }
            (Some(other), ..) => format!("unknown word `{name}` in `#[{attribute}(..)]`\nhelp: {other}"),
            (None, near, _) => {
                format!("unknown word `{name}` in `#[{attribute}(..)]`\nhelp: {}", advice(near, allowed))
            }
        };
        self.at(word.span(), message);
    }
}

/// A collector with mistakes in it that nobody reported would let a broken struct through.
impl Drop for Errors {
    fn drop(&mut self) {
        debug_assert!(self.0.is_empty() || std::thread::panicking(), "mistakes were collected and not reported");
    }
}

/// "did you mean", if there is something near, and the allowed words.
pub fn advice(near: Option<&str>, allowed: &[&str]) -> String {
    match near {
        // A long list would hide the answer.
        Some(near) if allowed.len() > 6 => format!("did you mean `{near}`?"),
        Some(near) => format!("did you mean `{near}`? allowed: {}", list(allowed)),
        None => format!("allowed: {}", list(allowed)),
    }
}

/// Words in backticks, separated by commas.
pub fn list(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

/// The word that was probably meant.
pub fn nearest<'a>(word: &str, words: &[&'a str]) -> Option<&'a str> {
    suggest::closest(word, words.iter().copied())
}
