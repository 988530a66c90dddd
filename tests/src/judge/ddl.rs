//! What is wrong with the DDL of a few tables that belong together.

use std::collections::{BTreeMap, BTreeSet};

use super::token::{self, Token};
use super::{Arguments, IndexNames, Key, Rules};

/// The tables as their DDL declares them.
#[derive(Default)]
struct Schema {
    /// Table and column to the bytes of a value, if it has a limit, and where it may stand.
    columns: BTreeMap<(String, String), Width>,
    /// The references that change rows: from, to.
    cascades: Vec<(String, String)>,
    /// The names of constraints and indexes.
    names: BTreeSet<String>,
    wrong: Vec<String>,
}

/// How wide the values of a column are, and where they may stand.
type Width = (Option<usize>, Key);

/// Everything wrong with the statements.
pub fn judge(rules: &Rules, statements: &[String]) -> Vec<String> {
    let mut schema = Schema::default();
    for statement in statements {
        let tokens = token::read(&rules.lexis, statement);
        let before = schema.wrong.len();
        schema.wrong.extend(super::words(rules, &tokens));
        if tokens.last() == Some(&Token::Symbol(';')) {
            schema.wrong.push("ends in a semicolon".to_owned());
        }
        schema.statement(rules, &tokens);
        for wrong in &mut schema.wrong[before..] {
            *wrong = format!("{wrong}\n    {statement}");
        }
    }
    schema.wrong
}

/// References that change rows on their own must reach a table on one way only, and never the one they start from:
/// SQL Server's error 1785.
pub fn judge_cascades(rules: &Rules, statements: &[String]) -> Vec<String> {
    let mut schema = Schema::default();
    for statement in statements {
        schema.statement(rules, &token::read(&rules.lexis, statement));
    }
    let starts: BTreeSet<&String> = schema.cascades.iter().map(|(_, to)| to).collect();
    let mut wrong = Vec::new();
    for start in starts {
        let mut reached: BTreeMap<&String, u32> = BTreeMap::new();
        let mut ways = vec![(start, 0_u32)];
        while let Some((table, length)) = ways.pop() {
            for (from, _) in schema.cascades.iter().filter(|(_, to)| to == table) {
                *reached.entry(from).or_default() += 1;
                if length < 8 {
                    ways.push((from, length + 1));
                }
            }
        }
        let many = reached.iter().filter(|(table, ways)| **ways > 1 || **table == start);
        wrong.extend(many.map(|(table, ways)| format!("a change of `{start}` reaches `{table}` on {ways} ways")));
    }
    wrong
}

impl Schema {
    fn statement(&mut self, rules: &Rules, tokens: &[Token]) {
        if token::find(tokens, &["CREATE", "TABLE"]) == Some(0) {
            self.table(rules, tokens);
        } else if tokens.first().is_some_and(|token| token.is("CREATE")) && token::find(tokens, &["INDEX"]).is_some() {
            self.index(rules, tokens);
        } else if token::find(tokens, &["ALTER", "TABLE"]) == Some(0) {
            let table = tokens.get(2).and_then(Token::name).unwrap_or_default().to_owned();
            self.constraint(rules, &table, tokens.get(3..).unwrap_or_default());
        }
    }

    fn table(&mut self, rules: &Rules, tokens: &[Token]) {
        let Some(table) = tokens.get(2).and_then(Token::name).map(str::to_owned) else {
            self.wrong.push("CREATE TABLE without a quoted name".to_owned());
            return;
        };
        let Some((body, _)) = token::parenthesis(tokens, 3) else {
            self.wrong.push("CREATE TABLE without columns".to_owned());
            return;
        };
        let mut identities = 0;
        for part in token::split(body) {
            match part.first() {
                Some(Token::Name(column)) => {
                    let width = self.column(rules, &part[1..]);
                    identities += u32::from(part.iter().any(|token| token.is("IDENTITY")));
                    if self.columns.insert((table.clone(), column.clone()), width).is_some() {
                        self.wrong.push(format!("column `{column}` is there twice"));
                    }
                }
                _ => self.constraint(rules, &table, part),
            }
        }
        if identities > 1 {
            self.wrong.push("a table has one identity at most".to_owned());
        }
    }

    /// Checks a column without its name.
    fn column(&mut self, rules: &Rules, tokens: &[Token]) -> Width {
        let position = |word: &str| tokens.iter().position(|token| token.is(word));
        let (identity, default) = (position("IDENTITY"), position("DEFAULT"));
        if identity.is_some() && default.is_some_and(|at| !tokens.get(at + 1).is_some_and(|next| next.is("AS"))) {
            self.wrong.push("an identity has no default".to_owned());
        }
        if let (Some(default), Some(not)) = (default, token::find(tokens, &["NOT", "NULL"]))
            && default > not
        {
            self.wrong.push("DEFAULT stands before NOT NULL".to_owned());
        }
        if tokens.first().is_some_and(|token| token.is("AS")) {
            // Computed columns have no type; those we make are numbers and short texts.
            return (Some(0), Key::Anywhere);
        }
        self.data_type(rules, tokens)
    }

    fn data_type(&mut self, rules: &Rules, tokens: &[Token]) -> Width {
        let words: Vec<&str> = tokens
            .iter()
            .map_while(|token| match token {
                Token::Word(word) => Some(word.as_str()),
                _ => None,
            })
            .collect();
        let found = rules
            .types
            .iter()
            .filter(|known| words.first() == known.name.split(' ').next().as_ref())
            .max_by_key(|known| spelled(tokens, known.name));
        let Some(found) = found else {
            self.wrong.push(format!("no type `{}`", words.first().unwrap_or(&"")));
            return (None, Key::Never);
        };
        let arguments = match tokens.get(1) {
            Some(Token::Symbol('(')) => token::parenthesis(tokens, 1).map(|(inside, _)| inside).unwrap_or_default(),
            _ => &[],
        };
        match size(&found.arguments, arguments) {
            Ok(bytes) => (bytes, found.key),
            Err(problem) => {
                self.wrong.push(format!("{}: {problem}", found.name));
                (None, Key::Never)
            }
        }
    }

    fn constraint(&mut self, rules: &Rules, table: &str, tokens: &[Token]) {
        let named = tokens.iter().position(|token| token.is("CONSTRAINT")).and_then(|at| tokens.get(at + 1)?.name());
        match named {
            Some(name) => self.name(name.to_owned()),
            None => self.wrong.push("a constraint without a name".to_owned()),
        }
        let list = |words: &[&str]| token::find(tokens, words).and_then(|at| token::parenthesis(tokens, at));
        if let Some((columns, _)) = list(&["PRIMARY", "KEY"]) {
            self.key(table, &token::names(columns), rules.key_bytes.0, Key::Anywhere);
        } else if let Some((columns, end)) = list(&["FOREIGN", "KEY"]) {
            self.foreign_key(rules, table, &token::names(columns), &tokens[end..]);
        } else if let Some((columns, _)) = list(&["UNIQUE"]) {
            self.key(table, &token::names(columns), rules.key_bytes.1, Key::Anywhere);
        }
    }

    fn foreign_key(&mut self, rules: &Rules, table: &str, columns: &[String], rest: &[Token]) {
        let target = rest.iter().find_map(Token::name).unwrap_or_default().to_owned();
        let targets = token::parenthesis(rest, 0).map(|(inside, _)| token::names(inside)).unwrap_or_default();
        if columns.len() != targets.len() {
            self.wrong.push(format!("{} columns refer to {}", columns.len(), targets.len()));
        }
        for (occasion, allowed) in [("DELETE", rules.actions.0), ("UPDATE", rules.actions.1)] {
            let Some(at) = token::find(rest, &["ON", occasion]) else { continue };
            let action = allowed.iter().find(|action| spelled(&rest[at + 2..], action) > 0);
            match action {
                None => self.wrong.push(format!("ON {occasion} cannot do that")),
                Some(&"NO ACTION") => {}
                Some(_) => self.cascades.push((table.to_owned(), target.clone())),
            }
        }
    }

    fn index(&mut self, rules: &Rules, tokens: &[Token]) {
        let at = token::find(tokens, &["INDEX"]).unwrap_or_default();
        let name = tokens.get(at + 1).and_then(Token::name).unwrap_or_default().to_owned();
        let on = tokens.iter().position(|token| token.is("ON")).unwrap_or_default();
        let table = tokens.get(on + 1).and_then(Token::name).unwrap_or_default().to_owned();
        self.name(match rules.index_names {
            IndexNames::Table => format!("{table}.{name}"),
            IndexNames::Schema => name,
        });
        let Some((parts, _)) = token::parenthesis(tokens, on) else { return };
        let plain = |part: &&[Token]| part.first().is_some_and(|token| token.name().is_some());
        let columns: Vec<String> =
            token::split(parts).iter().filter(|part| plain(part)).flat_map(|part| token::names(part)).collect();
        let unique = tokens.get(1).is_some_and(|token| token.is("UNIQUE"));
        self.key(&table, &columns, rules.key_bytes.1, if unique { Key::Anywhere } else { Key::Index });
    }

    fn key(&mut self, table: &str, columns: &[String], most: usize, wanted: Key) {
        let mut total = 0;
        for column in columns {
            match self.columns.get(&(table.to_owned(), column.clone())) {
                Some((Some(bytes), key)) if *key == Key::Anywhere || *key == wanted => total += bytes,
                Some(_) => self.wrong.push(format!("`{column}` cannot be in a key")),
                None => self.wrong.push(format!("`{table}` has no column `{column}`")),
            }
        }
        if total > most {
            self.wrong.push(format!("a key of {total} bytes over ({}), {most} fit", columns.join(", ")));
        }
        if columns.len() > 32 {
            self.wrong.push(format!("a key of {} columns, 32 fit", columns.len()));
        }
    }

    fn name(&mut self, name: String) {
        if self.names.contains(&name) {
            self.wrong.push(format!("name `{name}` is taken"));
        }
        self.names.insert(name);
    }
}

/// How many of the words of `text` stand at the start, if all do; parentheses between them are passed over.
fn spelled(tokens: &[Token], text: &str) -> usize {
    let mut rest = tokens;
    let mut count = 0;
    for word in text.split(' ') {
        if rest.first() == Some(&Token::Symbol('(')) {
            rest = token::parenthesis(rest, 0).map(|(_, end)| &rest[end + 1..]).unwrap_or_default();
        }
        match rest.first() {
            Some(token) if token.is(word) => rest = &rest[1..],
            _ => return 0,
        }
        count += 1;
    }
    count
}

/// The bytes of a value of a type with these arguments, if it may stand in a key.
fn size(expected: &Arguments, arguments: &[Token]) -> Result<Option<usize>, String> {
    let number = |at: usize| match arguments.get(at) {
        Some(Token::Number(text)) => text.parse::<u32>().ok(),
        _ => None,
    };
    match *expected {
        Arguments::None if arguments.is_empty() => Ok(Some(16)),
        Arguments::None => Err("takes nothing in parentheses".to_owned()),
        Arguments::Exactly(wanted) => match number(0) {
            Some(found) if found == wanted => Ok(Some(16)),
            _ => Err(format!("takes ({wanted})")),
        },
        Arguments::Length { max: true, .. } if arguments.first().is_some_and(|token| token.is("MAX")) => Ok(None),
        Arguments::Length { most, bytes, unit, .. } => {
            let found = number(0).ok_or("takes a length")?;
            if !(1..=most).contains(&found) {
                return Err(format!("length {found}, {most} is the largest"));
            }
            if let Some(unit) = unit
                && !arguments.get(1).is_some_and(|token| token.is(unit))
            {
                return Err(format!("a length without {unit}"));
            }
            Ok(usize::try_from(found * bytes).ok())
        }
        Arguments::Digits { most, bytes } => {
            let digits = number(0).ok_or("takes digits")?;
            let scale = number(2).unwrap_or(0);
            if !(1..=most).contains(&digits) || scale > digits {
                return Err(format!("({digits}, {scale}), {most} digits are the most"));
            }
            Ok(usize::try_from(bytes).ok())
        }
    }
}
