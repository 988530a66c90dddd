//! The grammar of `schema!`.

use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Attribute, LitStr, Path, Token, Visibility, braced, bracketed, parenthesized};
use tablewright_schema::Dialect;
use tablewright_schema::check::advice;
use tablewright_schema::dialect::version::Version;

use super::{Schema, migrations};
use crate::attr::allow::spelt;
use crate::errors::{self, Errors, list, nearest};

const TABLES: &str = "tables";
const DIALECTS: &str = "dialects";
const DENY: &str = "deny";
/// All rules, as a word of `deny`.
const WARNINGS: &str = "warnings";
const MIGRATIONS: &str = "migrations";
const DRIFT: &str = "drift";
const DROPPED: &str = "dropped";
/// The keys of a schema.
pub const KEYS: &[&str] = &[TABLES, DIALECTS, DENY, MIGRATIONS, DRIFT, DROPPED];

/// The item, with what stands between its braces unread.
struct Item {
    attributes: Vec<Attribute>,
    vis: Visibility,
    ident: Ident,
    entries: Punctuated<Entry, Token![,]>,
}

/// `tables: [..]`.
struct Entry {
    key: Ident,
    given: Given,
}

/// What stands after a key.
enum Given {
    /// `[..]`
    List(Punctuated<Value, Token![,]>),
    /// `[..]` of names in a database, which may be any words
    Names(Punctuated<Ident, Token![,]>),
    /// `"migrations"`
    Text(LitStr),
    /// `allow`
    Word(Ident),
    /// Whatever stands after a key that is not known.
    Unread,
}

/// `Author`, or `firebird(3)`.
struct Value {
    path: Path,
    /// What stands in parentheses.
    argument: Option<TokenStream>,
}

/// Reads a schema; nothing if it has not even a name.
pub fn schema(input: TokenStream, errors: &mut Errors) -> Option<Schema> {
    let item = match item.parse2(input) {
        Ok(item) => item,
        Err(error) => {
            errors.at(error.span(), &error);
            return None;
        }
    };
    let mut tables: Option<(Span, Vec<Path>)> = None;
    let mut dialects: Option<(Span, Vec<(Dialect, Version)>)> = None;
    let mut deny: Option<(Span, Vec<&'static str>)> = None;
    let mut dropped: Option<(Span, Vec<String>)> = None;
    let mut folder: Option<(Span, LitStr)> = None;
    let mut drift: Option<(Span, bool)> = None;
    for Entry { key, given } in item.entries {
        let name = key.to_string();
        match (name.as_str(), given) {
            (TABLES, Given::List(values)) => match &tables {
                Some((first, _)) => errors.duplicate(TABLES, key.span(), *first),
                None => tables = Some((key.span(), distinct(plain(values, errors), errors))),
            },
            (DIALECTS, Given::List(values)) => match &dialects {
                Some((first, _)) => errors.duplicate(DIALECTS, key.span(), *first),
                None => dialects = Some((key.span(), self::dialects(values.into_iter(), &key, errors))),
            },
            (DENY, Given::List(values)) => match &deny {
                Some((first, _)) => errors.duplicate(DENY, key.span(), *first),
                None => deny = Some((key.span(), denied(plain(values, errors), errors))),
            },
            (DROPPED, Given::Names(names)) => match &dropped {
                Some((first, _)) => errors.duplicate(DROPPED, key.span(), *first),
                None => dropped = Some((key.span(), names.iter().map(|name| name.unraw().to_string()).collect())),
            },
            (MIGRATIONS, Given::Text(text)) => match &folder {
                Some((first, _)) => errors.duplicate(MIGRATIONS, key.span(), *first),
                None => folder = Some((key.span(), text)),
            },
            (DRIFT, Given::Word(word)) => match (&drift, word.to_string().as_str()) {
                (Some((first, _)), _) => errors.duplicate(DRIFT, key.span(), *first),
                (None, "deny") => drift = Some((key.span(), true)),
                (None, "allow") => drift = Some((key.span(), false)),
                (None, other) => {
                    let words = ["deny", "allow"];
                    let help = errors::advice(nearest(other, &words), &words);
                    errors.at(word.span(), format_args!("unknown word `{other}` for `{DRIFT}`\nhelp: {help}"));
                }
            },
            _ => errors.at(
                key.span(),
                format_args!(
                    "unknown word `{name}` in `schema!`\nhelp: {}",
                    errors::advice(nearest(&name, KEYS), KEYS)
                ),
            ),
        }
    }
    let compare = drift.as_ref().is_none_or(|(_, deny)| *deny);
    if let (Some((span, _)), None, true) = (&drift, &folder, errors.is_empty()) {
        errors.at(*span, "without migrations there is nothing to drift from\nhelp: write `migrations: \"migrations\"`");
    }
    // Of a schema with mistakes nothing is compared.
    let migrations = folder
        .filter(|_| errors.is_empty())
        .map(|(_, text)| migrations::read(text.value().trim_end_matches('/'), text.span(), compare, errors));
    match &tables {
        None => errors.at(
            item.ident.span(),
            format_args!("a schema lists its tables\nhelp: write `struct {} {{ tables: [..] }}`", item.ident),
        ),
        Some((key, list)) if list.is_empty() && errors.count() == 0 => {
            errors.at(*key, "a schema has at least one table\nhelp: name the structs with `#[derive(Table)]`");
        }
        Some(_) => {}
    }
    Some(Schema {
        attributes: item.attributes,
        vis: item.vis,
        ident: item.ident,
        tables: tables.map(|(_, tables)| tables).unwrap_or_default(),
        dropped: dropped.map(|(_, names)| names).unwrap_or_default(),
        migrations,
        deny: deny.map(|(_, deny)| deny).unwrap_or_default(),
        dialects: dialects
            .map_or_else(|| Dialect::ALL.map(|dialect| (dialect, dialect.usual())).to_vec(), |(_, dialects)| dialects),
    })
}

fn item(input: ParseStream<'_>) -> syn::Result<Item> {
    let attributes = input.call(Attribute::parse_outer)?;
    let vis = input.parse()?;
    if !input.peek(Token![struct]) {
        return Err(
            input.error("expected a struct\nhelp: write `schema! { pub struct Library { tables: [Author, Book] } }`")
        );
    }
    input.parse::<Token![struct]>()?;
    let ident = input.parse()?;
    let inside;
    braced!(inside in input);
    let entries = inside.parse_terminated(entry, Token![,])?;
    if input.is_empty() {
        Ok(Item { attributes, vis, ident, entries })
    } else {
        Err(input.error("one schema in one `schema!`\nhelp: write another `schema!` for another schema"))
    }
}

fn entry(input: ParseStream<'_>) -> syn::Result<Entry> {
    let key: Ident = input.call(Ident::parse_any)?;
    input.parse::<Token![:]>()?;
    let given = match key.to_string().as_str() {
        TABLES | DIALECTS | DENY | DROPPED => {
            if !input.peek(syn::token::Bracket) {
                return Err(input.error(format!("expected a list\nhelp: write `{key}: [..]`")));
            }
            let inside;
            bracketed!(inside in input);
            match key == DROPPED {
                true => Given::Names(inside.parse_terminated(Ident::parse_any, Token![,])?),
                false => Given::List(inside.parse_terminated(value, Token![,])?),
            }
        }
        MIGRATIONS if input.peek(LitStr) => Given::Text(input.parse()?),
        MIGRATIONS => return Err(input.error("expected a folder\nhelp: write `migrations: \"migrations\"`")),
        DRIFT => match input.parse() {
            Ok(word) => Given::Word(word),
            Err(error) => return Err(syn::Error::new(error.span(), "expected `deny` or `allow`")),
        },
        _ => {
            while !input.is_empty() && !input.peek(Token![,]) {
                input.parse::<proc_macro2::TokenTree>()?;
            }
            Given::Unread
        }
    };
    Ok(Entry { key, given })
}

fn value(input: ParseStream<'_>) -> syn::Result<Value> {
    let path = Path::parse_mod_style(input)?;
    let argument = if input.peek(syn::token::Paren) {
        let inside;
        parenthesized!(inside in input);
        Some(inside.parse()?)
    } else {
        None
    };
    Ok(Value { path, argument })
}

/// The paths of values that take nothing in parentheses.
fn plain(values: Punctuated<Value, Token![,]>, errors: &mut Errors) -> Vec<Path> {
    let mut paths = Vec::new();
    for Value { path, argument } in values {
        if let Some(argument) = argument {
            errors.over(argument, "nothing stands in parentheses here\nhelp: remove them");
        }
        paths.push(path);
    }
    paths
}

/// The tables; one that is listed twice is a mistake.
fn distinct(values: Vec<Path>, errors: &mut Errors) -> Vec<Path> {
    let mut tables: Vec<Path> = Vec::new();
    for table in values {
        let shown = |path: &Path| path.to_token_stream().to_string();
        match tables.iter().find(|other| shown(other) == shown(&table)) {
            Some(first) => {
                errors.at(table.span(), format_args!("`{}` is listed twice", shown(&table).replace(' ', "")));
                errors.at(first.span(), "it is first listed here");
            }
            None => tables.push(table),
        }
    }
    tables
}

/// The rules that are errors in this schema.
fn denied(values: Vec<Path>, errors: &mut Errors) -> Vec<&'static str> {
    let mut rules = Vec::new();
    for value in values {
        let name = value.to_token_stream().to_string();
        match advice::named(&name) {
            Some(rule) => rules.push(rule.rule),
            None if name == WARNINGS => rules.push(WARNINGS),
            None => {
                let known: Vec<String> = advice::ALL.iter().map(spelt).collect();
                let known: Vec<&str> = [WARNINGS].into_iter().chain(known.iter().map(String::as_str)).collect();
                let help = errors::advice(nearest(&name, &known), &known);
                errors.over(&value, format_args!("no rule `{name}` warns, so it cannot be denied\nhelp: {help}"));
            }
        }
    }
    rules
}

fn dialects(values: impl Iterator<Item = Value>, key: &Ident, errors: &mut Errors) -> Vec<(Dialect, Version)> {
    let names = Dialect::ALL.map(Dialect::name);
    let mut dialects: Vec<(Dialect, Version)> = Vec::new();
    let mut spans: Vec<Span> = Vec::new();
    let before = errors.count();
    for Value { path, argument } in values {
        let name = path.to_token_stream().to_string().replace(' ', "");
        match name.parse::<Dialect>() {
            Err(_) => errors.over(
                &path,
                format_args!(
                    "unknown dialect `{name}`\nhelp: {}",
                    errors::advice(nearest(&name.to_lowercase(), &names), &names)
                ),
            ),
            Ok(dialect) => match dialects.iter().position(|(other, _)| *other == dialect) {
                Some(first) => {
                    errors.at(path.span(), format_args!("`{name}` is listed twice"));
                    errors.at(spans[first], "it is first listed here");
                }
                None => {
                    let version = argument.and_then(|argument| version(dialect, &argument, &path, errors));
                    dialects.push((dialect, version.unwrap_or(dialect.usual())));
                    spans.push(path.span());
                }
            },
        }
    }
    if dialects.is_empty() && errors.count() == before {
        errors.at(
            key.span(),
            format_args!(
                "a schema is for at least one dialect\nhelp: leave `dialects` out for all of them, or name some of {}",
                list(&names)
            ),
        );
    }
    dialects
}

/// The oldest release that the schema is for.
fn version(dialect: Dialect, argument: &TokenStream, path: &Path, errors: &mut Errors) -> Option<Version> {
    let text = argument.to_string();
    let oldest = dialect.oldest();
    let span = if argument.is_empty() { path.span() } else { argument.span() };
    match Version::parse(&text) {
        None => {
            errors.at(
                span,
                format_args!("expected a version of {dialect}\nhelp: write `{dialect}({})`", dialect.usual()),
            );
            None
        }
        Some(version) if version < oldest => {
            errors.at(
                span,
                format_args!(
                    "{dialect} {version} is older than what the SQL is made for\nhelp: the oldest is `{dialect}({oldest})`"
                ),
            );
            None
        }
        version => version,
    }
}
