//! The grammar of `schema!`.

use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;
use syn::parse::{ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Attribute, Path, Token, Visibility, braced, bracketed};
use tablewright_schema::Dialect;

use super::Schema;
use crate::errors::{Errors, advice, list, nearest};

const TABLES: &str = "tables";
const DIALECTS: &str = "dialects";
const MIGRATIONS: &str = "migrations";
const KEYS: &[&str] = &[TABLES, DIALECTS];

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
    /// The list; for a key that is not known, whatever stands there.
    values: Option<Punctuated<Path, Token![,]>>,
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
    let mut dialects: Option<(Span, Vec<Dialect>)> = None;
    for Entry { key, values } in item.entries {
        let name = key.to_string();
        let values = values.into_iter().flatten();
        match name.as_str() {
            TABLES => match &tables {
                Some((first, _)) => errors.duplicate(TABLES, key.span(), *first),
                None => tables = Some((key.span(), distinct(values, errors))),
            },
            DIALECTS => match &dialects {
                Some((first, _)) => errors.duplicate(DIALECTS, key.span(), *first),
                None => dialects = Some((key.span(), self::dialects(values, &key, errors))),
            },
            MIGRATIONS => errors.at(
                key.span(),
                "`migrations` comes with a later version\nhelp: leave it out; `create` and `ensure` make the tables",
            ),
            _ => errors.at(
                key.span(),
                format_args!("unknown word `{name}` in `schema!`\nhelp: {}", advice(nearest(&name, KEYS), KEYS)),
            ),
        }
    }
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
        dialects: dialects.map_or_else(|| Dialect::ALL.to_vec(), |(_, dialects)| dialects),
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
    let key: Ident = input.call(syn::ext::IdentExt::parse_any)?;
    input.parse::<Token![:]>()?;
    if !KEYS.iter().any(|known| key == known) {
        while !input.is_empty() && !input.peek(Token![,]) {
            input.parse::<proc_macro2::TokenTree>()?;
        }
        return Ok(Entry { key, values: None });
    }
    if !input.peek(syn::token::Bracket) {
        return Err(input.error(format!("expected a list\nhelp: write `{key}: [..]`")));
    }
    let inside;
    bracketed!(inside in input);
    let values = inside.parse_terminated(Path::parse_mod_style, Token![,])?;
    Ok(Entry { key, values: Some(values) })
}

/// The tables; one that is listed twice is a mistake.
fn distinct(values: impl Iterator<Item = Path>, errors: &mut Errors) -> Vec<Path> {
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

fn dialects(values: impl Iterator<Item = Path>, key: &Ident, errors: &mut Errors) -> Vec<Dialect> {
    let names = Dialect::ALL.map(Dialect::name);
    let mut dialects: Vec<(Dialect, Span)> = Vec::new();
    let before = errors.count();
    for value in values {
        let name = value.to_token_stream().to_string().replace(' ', "");
        match name.parse::<Dialect>() {
            Err(_) => errors.over(
                &value,
                format_args!(
                    "unknown dialect `{name}`\nhelp: {}",
                    advice(nearest(&name.to_lowercase(), &names), &names)
                ),
            ),
            Ok(dialect) => match dialects.iter().find(|(other, _)| *other == dialect) {
                Some((_, first)) => {
                    errors.at(value.span(), format_args!("`{name}` is listed twice"));
                    errors.at(*first, "it is first listed here");
                }
                None => dialects.push((dialect, value.span())),
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
    dialects.into_iter().map(|(dialect, _)| dialect).collect()
}
