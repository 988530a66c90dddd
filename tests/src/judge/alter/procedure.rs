//! SQL Server's procedures that give names and comments, and Oracle's statement for comments.

use super::super::token::Token;
use super::{Applied, Catalog, are, named, refuse};

impl Catalog {
    /// `sp_rename` and the procedures of comments.
    pub(super) fn procedure(&mut self, tokens: &[Token]) -> Applied {
        let texts: Vec<&str> = tokens
            .iter()
            .filter_map(|token| match token {
                Token::Text(text) => Some(text.as_str()),
                _ => None,
            })
            .collect();
        if are(tokens, &["EXEC", "SP_RENAME"]) {
            return match texts[..] {
                [path, to] => {
                    let table = path.strip_prefix("dbo.").ok_or("no schema")?;
                    self.exists(table, None)?;
                    self.rename_table(table, bare(to)?)
                }
                [path, to, "COLUMN"] => {
                    let (table, from) =
                        path.strip_prefix("dbo.").and_then(|path| path.split_once('.')).ok_or("no column")?;
                    self.rename_column(table, from, bare(to)?)
                }
                _ => refuse("sp_rename takes an object, a bare name and what it is"),
            };
        }
        let verb = tokens.iter().find_map(|token| match token {
            Token::Word(word) => word.strip_prefix("SP_")?.strip_suffix("EXTENDEDPROPERTY"),
            _ => None,
        });
        let (value, path) = match (verb, &texts[..]) {
            (Some("DROP"), ["MS_Description", path @ ..]) => (None, path),
            (Some("ADD" | "UPDATE"), ["MS_Description", value, path @ ..]) => (Some(*value), path),
            _ => return refuse("no procedure that we use"),
        };
        let of = match path {
            ["SCHEMA", "dbo", "TABLE", table] => ((*table).to_owned(), None),
            ["SCHEMA", "dbo", "TABLE", table, "COLUMN", column] => ((*table).to_owned(), Some((*column).to_owned())),
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

/// A new name that is no path and not quoted, for quotes would be part of it.
fn bare(name: &str) -> Result<&str, String> {
    let is_bare = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    if is_bare { Ok(name) } else { refuse(format!("`{name}` is no bare name")) }
}
