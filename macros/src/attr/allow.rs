//! `allow(rule, reason = "..")` in `#[table(..)]` and `#[column(..)]`.

use proc_macro2::{Ident, Span};
use tablewright_schema::check::advice::{self, Advice};

use crate::attr::{Form, entries};
use crate::errors::{Errors, advice, nearest};
use crate::symbol::{ALLOW, REASON};

/// A rule that shall not warn here.
pub struct Allow {
    /// The rule.
    pub rule: &'static Advice,
    /// Where its name stands.
    pub span: Span,
}

/// Reads one `allow`; what is wrong in it is left out.
pub fn read(form: Form<'_>, word: &Ident, errors: &mut Errors) -> Vec<Allow> {
    const EXAMPLE: &str = "narrow_key, reason = \"..\"";
    let Some(list) = form.list(errors, word, EXAMPLE) else { return Vec::new() };
    let mut allowed = Vec::new();
    let mut reason = None;
    let before = errors.count();
    for entry in entries(list, errors) {
        match entry.word() {
            Some((name, Form::Flag)) if name == REASON => {
                errors.at(name.span(), "`reason` says why\nhelp: write `reason = \"..\"`");
            }
            Some((name, Form::Flag)) => allowed.extend(rule(name, errors)),
            Some((name, form)) if name == REASON => match form.text(errors, name) {
                Some(text) if text.value.trim().is_empty() => {
                    errors.at(text.span, "the reason is empty\nhelp: say why the rule does not matter here");
                }
                text => reason = text,
            },
            Some(_) | None => errors
                .over(entry.tokens(), format_args!("expected the name of a rule\nhelp: write `{ALLOW}({EXAMPLE})`")),
        }
    }
    if (reason.is_none() || allowed.is_empty()) && errors.count() == before {
        let message = match allowed.is_empty() {
            true => "`allow` names no rule",
            false => "`allow` needs a reason, for those who read this later",
        };
        let name = allowed.first().map_or_else(|| "narrow_key".to_owned(), |allow| spelt(allow.rule));
        errors.at(word.span(), format_args!("{message}\nhelp: write `{ALLOW}({name}, reason = \"..\")`"));
    }
    allowed
}

fn rule(name: &Ident, errors: &mut Errors) -> Option<Allow> {
    let text = name.to_string();
    let found = advice::named(&text);
    if found.is_none() {
        let rules: Vec<String> = advice::ALL.iter().map(spelt).collect();
        let rules: Vec<&str> = rules.iter().map(String::as_str).collect();
        let help = advice(nearest(&text, &rules), &rules);
        errors.at(name.span(), format_args!("no rule `{text}` warns, so it cannot be allowed\nhelp: {help}"));
    }
    found.map(|rule| Allow { rule, span: name.span() })
}

/// The rule's name as an identifier.
pub fn spelt(rule: &Advice) -> String {
    rule.rule.replace('-', "_")
}
