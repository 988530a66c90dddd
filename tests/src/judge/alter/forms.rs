//! The forms of a change of a table, of a column and of a name, each engine's own.

use super::super::token::{self, Token};
use super::{Applied, Catalog, Column, DefaultValue, Key, Kind, are, ends, mentioned, named, refuse, value_length};

impl Catalog {
    pub(super) fn restated(&mut self, table: &str, tokens: &[Token]) -> Applied {
        if are(tokens, &["DROP", "CONSTRAINT"]) {
            return self.drop_constraint(table, tokens);
        }
        if are(tokens, &["DROP", "COLUMN"]) {
            return self.drop_column(table, tokens);
        }
        if are(tokens, &["ADD", "CONSTRAINT"]) {
            let Some(at) = tokens.iter().position(|token| token.is("FOR")) else {
                return self.add_constraint(table, &tokens[1..]);
            };
            let (name, column) = (named(tokens, 2)?.to_owned(), named(tokens, at + 1)?.to_owned());
            ends(tokens, at + 2)?;
            let own = self.columns.get_mut(&(table.to_owned(), column)).ok_or("no such column")?;
            if own.default.is_some() {
                return refuse("it has a default");
            }
            own.default = Some(DefaultValue { name: Some(name), value: tokens[4..at].to_vec() });
            return Ok(());
        }
        if are(tokens, &["ADD"]) {
            return self.added(table, &tokens[1..]);
        }
        if !are(tokens, &["ALTER", "COLUMN"]) {
            return refuse("no change of a table that we use");
        }
        let column = named(tokens, 2)?.to_owned();
        self.is_free(table, &column, true)?;
        let rest = &tokens[3..];
        let not_null = rest.ends_with(&[Token::Word("NOT".into()), Token::Word("NULL".into())]);
        if !rest.last().is_some_and(|last| last.is("NULL")) {
            return refuse("without NULL or NOT NULL it may become NULL");
        }
        let data_type = &rest[..rest.len() - 1 - usize::from(not_null)];
        if rest[0].is("NVARCHAR") && !rest.iter().any(|token| token.is("COLLATE")) {
            return refuse("without COLLATE it gets that of the database");
        }
        let own = self.columns.get_mut(&(table.to_owned(), column)).ok_or("no such column")?;
        (own.data_type, own.not_null) = (data_type.to_vec(), not_null);
        Ok(())
    }

    fn added(&mut self, table: &str, column: &[Token]) -> Applied {
        self.add_column(table, column)?;
        let added = &self.columns[&(table.to_owned(), named(column, 0)?.to_owned())];
        if added.not_null && added.default.is_none() && added.computed.is_none() && !added.identity {
            return refuse("the rows that are there have no value for it");
        }
        Ok(())
    }

    pub(super) fn modified(&mut self, table: &str, tokens: &[Token]) -> Applied {
        let (inside, _) = token::parenthesis(tokens, 0).unwrap_or_default();
        if are(tokens, &["DROP", "CONSTRAINT"]) {
            self.drop_constraint(table, tokens)
        } else if are(tokens, &["DROP", "COLUMN"]) {
            self.drop_column(table, tokens)
        } else if are(tokens, &["ADD", "CONSTRAINT"]) {
            self.add_constraint(table, &tokens[1..])
        } else if are(tokens, &["ADD"]) && tokens.get(1) == Some(&Token::Symbol('(')) {
            self.added(table, inside)
        } else if are(tokens, &["RENAME", "COLUMN"]) {
            ends(tokens, 5)?;
            self.rename_column(table, named(tokens, 2)?, named(tokens, 4)?)
        } else if are(tokens, &["RENAME", "TO"]) {
            ends(tokens, 3)?;
            self.rename_table(table, named(tokens, 2)?)
        } else if are(tokens, &["MODIFY"]) && tokens.get(1) == Some(&Token::Symbol('(')) {
            self.modify(table, inside)
        } else {
            refuse("no change of a table that we use")
        }
    }

    /// A column and what differs.
    fn modify(&mut self, table: &str, tokens: &[Token]) -> Applied {
        let column = named(tokens, 0)?.to_owned();
        let mut rest = &tokens[1..];
        let own = self.columns.get(&(table.to_owned(), column.clone())).ok_or("no such column")?.clone();
        let mut changed = own.clone();
        if are(rest, &["DROP", "IDENTITY"]) && own.identity {
            ends(rest, 2)?;
            changed.identity = false;
            self.columns.insert((table.to_owned(), column), changed);
            return Ok(());
        }
        let length =
            rest.iter().take_while(|token| !["NOT", "NULL", "DEFAULT"].iter().any(|word| token.is(word))).count();
        if length > 0 {
            let data_type = &rest[..length];
            if data_type.first() != own.data_type.first() {
                return refuse("the type changes and not only its size (ORA-01439, ORA-22858)");
            }
            if size(data_type) <= size(&own.data_type) {
                return refuse("it does not get wider (ORA-01440, ORA-01441)");
            }
            (changed.data_type, rest) = (data_type.to_vec(), &rest[length..]);
        }
        if are(rest, &["DEFAULT"]) {
            let value = &rest[1..];
            let length = value_length(value);
            let is_none = length == 1 && value[0].is("NULL");
            changed.default = (!is_none).then(|| DefaultValue { name: None, value: value[..length].to_vec() });
            rest = &value[length..];
        }
        match rest {
            [] => {}
            [null] if null.is("NULL") && own.not_null => changed.not_null = false,
            [null] if null.is("NULL") => return refuse("it may be NULL already (ORA-01451)"),
            _ if are(rest, &["NOT", "NULL"]) && !own.not_null => changed.not_null = true,
            _ if are(rest, &["NOT", "NULL"]) => return refuse("it is NOT NULL already (ORA-01442)"),
            _ => return refuse("something follows that is on no list"),
        }
        if changed == own {
            return refuse("nothing changes");
        }
        self.columns.insert((table.to_owned(), column), changed);
        Ok(())
    }

    pub(super) fn rename_column(&mut self, table: &str, from: &str, to: &str) -> Applied {
        let (old, new) = ((table.to_owned(), from.to_owned()), (table.to_owned(), to.to_owned()));
        if self.columns.contains_key(&new) {
            return refuse(format!("`{to}` is there"));
        }
        let text =
            |key: &Key| key.table == table && matches!(key.kind, Kind::Check) && mentioned(&key.text).contains(&from);
        let computes = |other: &Column| other.computed.as_ref().is_some_and(|text| mentioned(text).contains(&from));
        if self.keys.values().any(text) || self.columns.iter().any(|((own, _), other)| own == table && computes(other))
        {
            return refuse(format!("an expression speaks of `{from}` (15336, ORA-54032)"));
        }
        let column = self.columns.remove(&old).ok_or("no such column")?;
        self.columns.insert(new, column);
        for key in self.keys.values_mut() {
            let (_, end) = token::parenthesis(&key.text, 0).unwrap_or_default();
            let targets = key.kind == Kind::Reference && key.text.get(end + 2).and_then(Token::name) == Some(table);
            let is_own = key.table == table;
            for (at, token) in key.text.iter_mut().enumerate() {
                let here = if key.kind == Kind::Reference && at > end { targets && at > end + 2 } else { is_own };
                if here && token.name() == Some(from) {
                    *token = Token::Name(to.to_owned());
                }
            }
        }
        if let Some(comment) = self.comments.remove(&(table.to_owned(), Some(from.to_owned()))) {
            self.comments.insert((table.to_owned(), Some(to.to_owned())), comment);
        }
        Ok(())
    }

    pub(super) fn rename_table(&mut self, from: &str, to: &str) -> Applied {
        if self.exists(to, None).is_ok() {
            return refuse(format!("`{to}` is there"));
        }
        let own = |name: String| if name == from { to.to_owned() } else { name };
        self.columns =
            std::mem::take(&mut self.columns).into_iter().map(|((t, c), column)| ((own(t), c), column)).collect();
        self.comments =
            std::mem::take(&mut self.comments).into_iter().map(|((t, c), text)| ((own(t), c), text)).collect();
        for key in self.keys.values_mut() {
            key.table = own(std::mem::take(&mut key.table));
            let (_, end) = token::parenthesis(&key.text, 0).unwrap_or_default();
            if key.kind == Kind::Reference && key.text.get(end + 2).and_then(Token::name) == Some(from) {
                key.text[end + 2] = Token::Name(to.to_owned());
            }
        }
        Ok(())
    }
}

/// The numbers in a type's parentheses.
fn size(data_type: &[Token]) -> Vec<u32> {
    let numbers = data_type.iter().filter_map(|token| match token {
        Token::Number(text) => text.parse().ok(),
        _ => None,
    });
    numbers.collect()
}
