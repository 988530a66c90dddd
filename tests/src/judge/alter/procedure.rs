//! SQL Server's procedures that give names and comments, and Oracle's statement for comments.

use super::super::token::{self, Lexis, Token};
use super::{Applied, Catalog, are, named, refuse};

impl Catalog {
    /// `sp_rename` and the procedures of comments, each behind a variable with the schema.
    pub(super) fn procedure(&mut self, lexis: &Lexis, tokens: &[Token]) -> Applied {
        let end = tokens.iter().position(|token| *token == Token::Symbol(';')).ok_or("an object without its schema")?;
        let (declared, call) = (&tokens[..end], &tokens[end + 1..]);
        if are(call, &["EXEC", "SP_RENAME", "@path"]) {
            let start = token::read(lexis, "DECLARE @path NVARCHAR(1035) = QUOTENAME(SCHEMA_NAME()) +");
            let [Token::Text(path)] = declared.strip_prefix(&*start).ok_or("a path without its schema")? else {
                return refuse("no path");
            };
            let path = path.strip_prefix('.').ok_or("no schema")?;
            return match texts(call)[..] {
                [to] => {
                    self.exists(path, None)?;
                    self.rename_table(path, bare(to)?)
                }
                [to, "COLUMN"] => {
                    let (table, from) = path.split_once('.').ok_or("no column")?;
                    self.rename_column(table, from, bare(to)?)
                }
                _ => refuse("sp_rename takes an object, a bare name and what it is"),
            };
        }
        if declared != token::read(lexis, "DECLARE @schema NVARCHAR(128) = SCHEMA_NAME()")
            || token::find(call, &["@level0name"])
                .is_none_or(|at| !call.get(at + 2).is_some_and(|own| own.is("@schema")))
        {
            return refuse("a comment without its schema");
        }
        let verb = call.iter().find_map(|token| match token {
            Token::Word(word) => word.strip_prefix("SP_")?.strip_suffix("EXTENDEDPROPERTY"),
            _ => None,
        });
        let texts = texts(call);
        let (value, path) = match (verb, &texts[..]) {
            (Some("DROP"), ["MS_Description", path @ ..]) => (None, path),
            (Some("ADD" | "UPDATE"), ["MS_Description", value, path @ ..]) => (Some(*value), path),
            _ => return refuse("no procedure that we use"),
        };
        let of = match path {
            ["SCHEMA", "TABLE", table] => ((*table).to_owned(), None),
            ["SCHEMA", "TABLE", table, "COLUMN", column] => ((*table).to_owned(), Some((*column).to_owned())),
            _ => return refuse("a comment on something else"),
        };
        self.exists(&of.0, of.1.as_deref())?;
        if self.comments.contains_key(&of) == (verb == Some("ADD")) {
            return refuse("a property is added once, and changed or dropped only if it is there (15233, 15217)");
        }
        match value {
            Some(value) => self.comments.insert(of, value.to_owned()),
            None => self.comments.remove(&of),
        };
        Ok(())
    }

    pub(super) fn comment(&mut self, tokens: &[Token]) -> Applied {
        let table = named(tokens, 3)?.to_owned();
        let column = tokens[2].is("COLUMN").then(|| named(tokens, 5).map(str::to_owned)).transpose()?;
        self.exists(&table, column.as_deref())?;
        match tokens.last() {
            Some(Token::Text(text)) if text.is_empty() => self.comments.remove(&(table, column)),
            Some(Token::Text(text)) => self.comments.insert((table, column), text.clone()),
            _ => return refuse("a comment is a text"),
        };
        Ok(())
    }
}

fn texts(tokens: &[Token]) -> Vec<&str> {
    let texts = tokens.iter().filter_map(|token| match token {
        Token::Text(text) => Some(text.as_str()),
        _ => None,
    });
    texts.collect()
}

/// A new name that is no path and not quoted, for quotes would be part of it.
fn bare(name: &str) -> Result<&str, String> {
    let is_bare = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    if is_bare { Ok(name) } else { refuse(format!("`{name}` is no bare name")) }
}
