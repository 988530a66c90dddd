//! What is wrong with statements that change tables: each is one of a closed list of forms, and fits what is there by then.
//!
//! The statements are applied to a catalog of our own, with what their engines' manuals say of what is in the way of what. So
//! two things are known without a server: no statement is refused for what depends on what, and in the end all is there
//! that a new schema would have.

mod forms;
mod procedure;

use std::collections::{BTreeMap, BTreeSet};

use super::token::{self, Token};
use super::{Rules, words};

/// How an engine changes a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alterations {
    /// `ALTER COLUMN` with type, collation and NULL; `sp_rename`; defaults are constraints.
    Restating,
    /// `MODIFY` with what differs; `RENAME`.
    Modifying,
}

/// What is there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Catalog {
    columns: BTreeMap<(String, String), Column>,
    keys: BTreeMap<String, Key>,
    comments: BTreeMap<(String, Option<String>), String>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Column {
    data_type: Vec<Token>,
    not_null: bool,
    default: Option<DefaultValue>,
    /// The expression of a computed one.
    computed: Option<Vec<Token>>,
    identity: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct DefaultValue {
    /// Where defaults are constraints.
    name: Option<String>,
    value: Vec<Token>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Key {
    table: String,
    kind: Kind,
    /// All of it but the table and the name.
    text: Vec<Token>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Unique,
    Check,
    Reference,
    Index,
}

/// Everything wrong with the statements, which come after those that made what is there; and what is there in the end.
pub fn judge(rules: &Rules, before: &[String], statements: &[String]) -> (Vec<String>, Catalog) {
    let mut catalog = Catalog::default();
    let mut wrong = Vec::new();
    for (statement, is_judged) in before.iter().map(|sql| (sql, false)).chain(statements.iter().map(|sql| (sql, true)))
    {
        let tokens = token::read(&rules.lexis, statement);
        let mut found = words(rules, &tokens);
        found.extend(catalog.apply(rules, &tokens).err());
        if is_judged || !found.is_empty() {
            wrong.extend(found.into_iter().map(|found| format!("{found}\n    {statement}")));
        }
    }
    (wrong, catalog)
}

type Applied = Result<(), String>;

fn refuse<T>(what: impl Into<String>) -> Result<T, String> {
    Err(what.into())
}

/// Whether the tokens are these words.
fn are(tokens: &[Token], words: &[&str]) -> bool {
    tokens.len() >= words.len() && tokens.iter().zip(words).all(|(token, word)| token.is(word))
}

fn named(tokens: &[Token], at: usize) -> Result<&str, String> {
    tokens.get(at).and_then(Token::name).ok_or_else(|| "a quoted name is missing".to_owned())
}

/// The quoted names.
fn mentioned(tokens: &[Token]) -> Vec<&str> {
    tokens.iter().filter_map(Token::name).collect()
}

fn ends(tokens: &[Token], length: usize) -> Applied {
    if tokens.len() == length { Ok(()) } else { refuse("something follows that is on no list") }
}

impl Catalog {
    fn apply(&mut self, rules: &Rules, tokens: &[Token]) -> Applied {
        if are(tokens, &["CREATE", "TABLE"]) {
            self.create(tokens)
        } else if are(tokens, &["CREATE", "INDEX"]) || are(tokens, &["CREATE", "UNIQUE", "INDEX"]) {
            self.create_index(tokens)
        } else if are(tokens, &["DROP", "TABLE"]) {
            self.drop_table(tokens)
        } else if are(tokens, &["DROP", "INDEX"]) {
            self.drop_index(rules, tokens)
        } else if are(tokens, &["ALTER", "TABLE"]) {
            let table = named(tokens, 2)?.to_owned();
            self.exists(&table, None)?;
            match rules.alter {
                Alterations::Restating => self.restated(&table, &tokens[3..]),
                Alterations::Modifying => self.modified(&table, &tokens[3..]),
            }
        } else if are(tokens, &["UPDATE"]) {
            self.update(tokens)
        } else if are(tokens, &["INSERT", "INTO"]) {
            self.insert(tokens)
        } else if (are(tokens, &["EXEC"]) || are(tokens, &["DECLARE"])) && rules.alter == Alterations::Restating {
            self.procedure(&rules.lexis, tokens)
        } else if are(tokens, &["COMMENT", "ON"]) && rules.alter == Alterations::Modifying {
            self.comment(tokens)
        } else {
            refuse("no statement that we use")
        }
    }

    /// Rows of one table copied into another: `INSERT INTO a (..) SELECT .. FROM b WHERE ..`.
    fn insert(&self, tokens: &[Token]) -> Applied {
        let into = named(tokens, 2)?;
        let (targets, end) = token::parenthesis(tokens, 3).ok_or("no columns")?;
        let from = tokens.iter().position(|token| token.is("FROM")).ok_or("no table to copy from")?;
        if !tokens.get(end + 1).is_some_and(|token| token.is("SELECT")) || from < end {
            return refuse("no rows that are copied");
        }
        let (values, source) = (&tokens[end + 2..from], named(tokens, from + 1)?);
        mentioned(targets).iter().try_for_each(|column| self.exists(into, Some(column)))?;
        let read = [values, &tokens[from + 2..]].concat();
        mentioned(&read).iter().try_for_each(|column| self.exists(source, Some(column)))?;
        let (targets, values) = (token::split(targets).len(), token::split(values).len());
        if targets == values { Ok(()) } else { refuse(format!("{values} values for {targets} columns")) }
    }

    /// Values of a row's own columns, and of the tables that are asked for them.
    fn update(&self, tokens: &[Token]) -> Applied {
        let froms = tokens.iter().enumerate().filter(|(_, token)| token.is("FROM"));
        let asked = froms.map(|(at, _)| named(tokens, at + 1)).collect::<Result<Vec<_>, _>>()?;
        let tables = [&[named(tokens, 1)?], &*asked].concat();
        tables.iter().try_for_each(|table| self.exists(table, None))?;
        let mut columns = mentioned(&tokens[2..]).into_iter().filter(|name| !asked.contains(name));
        columns.try_for_each(|column| {
            let is_there = tables.iter().any(|table| self.exists(table, Some(column)).is_ok());
            if is_there { Ok(()) } else { refuse(format!("no `{column}` in `{}`", tables.join("`, `"))) }
        })
    }

    fn exists(&self, table: &str, column: Option<&str>) -> Applied {
        let is_there = |(own, name): &(String, String)| own == table && column.is_none_or(|column| column == name);
        if self.columns.keys().any(is_there) { Ok(()) } else { refuse(format!("no `{table}` `{column:?}`")) }
    }

    fn create(&mut self, tokens: &[Token]) -> Applied {
        let table = named(tokens, 2)?.to_owned();
        if self.exists(&table, None).is_ok() {
            return refuse(format!("`{table}` is there"));
        }
        let (body, _) = token::parenthesis(tokens, 3).ok_or("no columns")?;
        let parts = token::split(body);
        for part in parts.iter().filter(|part| part.first().is_some_and(|token| token.name().is_some())) {
            self.add_column(&table, part)?;
        }
        for part in parts.iter().filter(|part| are(part, &["CONSTRAINT"])) {
            self.add_constraint(&table, part)?;
        }
        Ok(())
    }

    /// A column as it stands in CREATE TABLE, with its name.
    fn add_column(&mut self, table: &str, tokens: &[Token]) -> Applied {
        let name = named(tokens, 0)?;
        let mut column = Column::default();
        let mut rest = &tokens[1..];
        let stops = ["NOT", "NULL", "DEFAULT", "CONSTRAINT", "GENERATED", "IDENTITY", "AS"];
        let length = rest.iter().take_while(|token| !stops.iter().any(|word| token.is(word))).count();
        column.data_type = rest[..length].to_vec();
        rest = &rest[length..];
        while let Some(first) = rest.first() {
            if are(rest, &["NOT", "NULL"]) {
                (column.not_null, rest) = (true, &rest[2..]);
            } else if first.is("NULL") || first.is("PERSISTED") || first.is("VIRTUAL") {
                rest = &rest[1..];
            } else if are(rest, &["GENERATED", "BY", "DEFAULT", "AS", "IDENTITY"]) {
                (column.identity, rest) = (true, &rest[5..]);
            } else if first.is("IDENTITY") {
                let (_, end) = token::parenthesis(rest, 0).ok_or("IDENTITY without numbers")?;
                (column.identity, rest) = (true, &rest[end + 1..]);
            } else if first.is("AS") || are(rest, &["GENERATED", "ALWAYS", "AS"]) {
                let (expression, end) = token::parenthesis(rest, 0).ok_or("no expression")?;
                (column.computed, rest) = (Some(expression.to_vec()), &rest[end + 1..]);
            } else {
                let default = rest.iter().position(|token| token.is("DEFAULT")).ok_or("a clause that is on no list")?;
                let constraint = rest[..default].iter().find_map(Token::name).map(str::to_owned);
                let value = &rest[default + 1..];
                let length = value_length(value);
                column.default = Some(DefaultValue { name: constraint, value: value[..length].to_vec() });
                rest = &value[length..];
            }
        }
        if self.columns.insert((table.to_owned(), name.to_owned()), column).is_some() {
            return refuse(format!("column `{name}` is there"));
        }
        Ok(())
    }

    /// `CONSTRAINT name ..`.
    fn add_constraint(&mut self, table: &str, tokens: &[Token]) -> Applied {
        let (name, text) = (named(tokens, 1)?, &tokens[2..]);
        let kind = match text {
            _ if are(text, &["PRIMARY", "KEY"]) || are(text, &["UNIQUE"]) => Kind::Unique,
            _ if are(text, &["FOREIGN", "KEY"]) => Kind::Reference,
            _ if are(text, &["CHECK"]) => Kind::Check,
            _ => return refuse("a constraint that is on no list"),
        };
        let own = if kind == Kind::Reference { token::parenthesis(text, 0).map_or(text, |(own, _)| own) } else { text };
        for column in mentioned(own) {
            self.exists(table, Some(column))?;
        }
        if kind == Kind::Reference {
            let (_, end) = token::parenthesis(text, 0).ok_or("no columns")?;
            let (columns, _) = token::parenthesis(text, end + 1).ok_or("no target")?;
            let target = named(text, end + 2)?;
            let is_key = |key: &&Key| {
                let (over, _) = token::parenthesis(&key.text, 0).unwrap_or_default();
                key.table == target && key.kind == Kind::Unique && mentioned(over) == mentioned(columns)
            };
            // Inside of CREATE TABLE its own keys may come later.
            if target != table && !self.keys.values().any(|key| is_key(&key)) {
                return refuse(format!("`{target}` has no such key"));
            }
        }
        self.add_key(name.to_owned(), Key { table: table.to_owned(), kind, text: text.to_vec() })
    }

    fn add_key(&mut self, name: String, key: Key) -> Applied {
        if self.keys.contains_key(&name) || self.defaulted(&name).is_some() {
            return refuse(format!("name `{name}` is taken"));
        }
        self.keys.insert(name, key);
        Ok(())
    }

    /// The column whose default has this name.
    fn defaulted(&self, name: &str) -> Option<(String, String)> {
        let is_it = |column: &Column| column.default.as_ref().is_some_and(|own| own.name.as_deref() == Some(name));
        self.columns.iter().find(|(_, column)| is_it(column)).map(|(key, _)| key.clone())
    }

    fn create_index(&mut self, tokens: &[Token]) -> Applied {
        let at = usize::from(tokens[1].is("UNIQUE"));
        let (name, table) = (named(tokens, 2 + at)?.to_owned(), named(tokens, 4 + at)?.to_owned());
        for column in mentioned(&tokens[5 + at..]) {
            self.exists(&table, Some(column))?;
        }
        let text = [&tokens[..1 + at], &tokens[5 + at..]].concat();
        self.add_key(name, Key { table, kind: Kind::Index, text })
    }

    fn drop_index(&mut self, rules: &Rules, tokens: &[Token]) -> Applied {
        let name = named(tokens, 2)?;
        let Some(key) = self.keys.get(name).filter(|key| key.kind == Kind::Index) else {
            return refuse(format!("no index `{name}`"));
        };
        match rules.alter {
            Alterations::Restating
                if !tokens.get(3).is_some_and(|on| on.is("ON")) || named(tokens, 4)? != key.table =>
            {
                return refuse("an index goes from its table");
            }
            Alterations::Restating => ends(tokens, 5)?,
            Alterations::Modifying => ends(tokens, 3)?,
        }
        self.keys.remove(name);
        Ok(())
    }

    fn drop_table(&mut self, tokens: &[Token]) -> Applied {
        let table = named(tokens, 2)?.to_owned();
        // Neither CASCADE CONSTRAINTS nor PURGE.
        ends(tokens, 3)?;
        self.exists(&table, None)?;
        let refers =
            |key: &Key| key.kind == Kind::Reference && key.table != table && mentioned(&key.text).contains(&&*table);
        if let Some((name, _)) = self.keys.iter().find(|(_, key)| refers(key)) {
            return refuse(format!("`{name}` refers to it"));
        }
        self.columns.retain(|(own, _), _| *own != table);
        self.keys.retain(|_, key| key.table != table);
        self.comments.retain(|(own, _), _| *own != table);
        Ok(())
    }

    fn drop_constraint(&mut self, table: &str, tokens: &[Token]) -> Applied {
        let name = named(tokens, 2)?;
        ends(tokens, 3)?;
        if let Some(column) = self.defaulted(name) {
            self.columns.entry(column).or_default().default = None;
            return Ok(());
        }
        let Some(key) = self.keys.get(name).filter(|key| key.table == table && key.kind != Kind::Index) else {
            return refuse(format!("`{table}` has no constraint `{name}`"));
        };
        let (over, _) = token::parenthesis(&key.text, 0).unwrap_or_default();
        let needs = |other: &Key| {
            let (_, end) = token::parenthesis(&other.text, 0).unwrap_or_default();
            let (to, _) = token::parenthesis(&other.text, end + 1).unwrap_or_default();
            other.kind == Kind::Reference
                && other.text.get(end + 2).and_then(Token::name) == Some(table)
                && mentioned(to) == mentioned(over)
        };
        if key.kind == Kind::Unique && self.keys.values().any(needs) {
            return refuse(format!("a reference needs `{name}`"));
        }
        self.keys.remove(name);
        Ok(())
    }

    fn drop_column(&mut self, table: &str, tokens: &[Token]) -> Applied {
        let column = named(tokens, 2)?;
        ends(tokens, 3)?;
        self.is_free(table, column, true)?;
        self.columns.remove(&(table.to_owned(), column.to_owned())).ok_or("no such column")?;
        self.comments.remove(&(table.to_owned(), Some(column.to_owned())));
        Ok(())
    }

    /// Nothing depends on a column.
    fn is_free(&self, table: &str, column: &str, also_default: bool) -> Applied {
        let over = |key: &Key| match key.kind {
            Kind::Reference => {
                let (own, end) = token::parenthesis(&key.text, 0).unwrap_or_default();
                let target = key.text.get(end + 2).and_then(Token::name);
                (key.table == table && mentioned(own).contains(&column))
                    || (target == Some(table) && mentioned(&key.text[end + 3..]).contains(&column))
            }
            Kind::Unique | Kind::Check | Kind::Index => key.table == table && mentioned(&key.text).contains(&column),
        };
        if let Some((name, _)) = self.keys.iter().find(|(_, key)| over(key)) {
            return refuse(format!("`{name}` depends on `{column}`"));
        }
        let computes = |other: &Column| other.computed.as_ref().is_some_and(|text| mentioned(text).contains(&column));
        if self.columns.iter().any(|((own, _), other)| own == table && computes(other)) {
            return refuse(format!("a computed column depends on `{column}`"));
        }
        let own = self.columns.get(&(table.to_owned(), column.to_owned()));
        let named_default = own.and_then(|own| own.default.as_ref()).and_then(|default| default.name.as_ref());
        match named_default {
            Some(name) if also_default => refuse(format!("`{name}` depends on `{column}`")),
            Some(_) | None => Ok(()),
        }
    }

    /// What one has and the other has not, as lines.
    pub fn differences(&self, other: &Self) -> Vec<String> {
        let lines = |catalog: &Self| -> BTreeSet<String> {
            let columns = catalog.columns.iter().map(|(name, column)| format!("column {name:?} {column:?}"));
            let keys = catalog.keys.iter().map(|(name, key)| format!("key {name:?} {key:?}"));
            let comments = catalog.comments.iter().map(|(of, text)| format!("comment {of:?} {text:?}"));
            columns.chain(keys).chain(comments).collect()
        };
        let (one, two) = (lines(self), lines(other));
        one.symmetric_difference(&two)
            .map(|line| format!("{} {line}", if one.contains(line) { "has" } else { "lacks" }))
            .collect()
    }
}

/// How many tokens a default's value is.
fn value_length(tokens: &[Token]) -> usize {
    let mut depth = 0;
    let ends = |token: &Token| ["NOT", "NULL", "GENERATED", "CONSTRAINT"].iter().any(|word| token.is(word));
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Symbol('(') => depth += 1,
            Token::Symbol(')') => depth -= 1,
            token if depth == 0 && at > 0 && ends(token) => return at,
            _ => {}
        }
    }
    tokens.len()
}
