//! Judges of SQL text for the engines that cannot be had here: what their parsers and servers refuse and no other
//! judge at hand sees.
//!
//! A judge reads statements as tokens and knows closed lists: a word, a type or a function that is not on them is an
//! error, so that nothing new gets in unseen.

pub mod alter;
pub mod ddl;
pub mod dml;
pub mod oracle;
pub mod sqlserver;
pub mod token;

use token::Token;

/// What a judge knows about its engine.
pub struct Rules {
    /// How quoted names, texts and parameters look.
    pub lexis: token::Lexis,
    /// The words that may stand unquoted and are neither types nor functions.
    pub words: &'static [&'static str],
    /// The types; anything they take in parentheses is checked.
    pub types: &'static [Type],
    /// The words that may stand before an opening parenthesis as functions.
    pub functions: &'static [&'static str],
    /// Bytes of a name.
    pub longest_name: usize,
    /// Bytes of all columns of a primary key, and of any other index.
    pub key_bytes: (usize, usize),
    /// What a referential action may be, after ON DELETE and after ON UPDATE.
    pub actions: (&'static [&'static str], &'static [&'static str]),
    /// Whether an index belongs to its table, so that its name is free in others.
    pub index_names: IndexNames,
    /// How a column is changed.
    pub alter: alter::Alterations,
}

/// Where the name of an index has to be unique.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IndexNames {
    /// In its table.
    Table,
    /// In the schema.
    Schema,
}

/// A type the engine has.
pub struct Type {
    /// Its words.
    pub name: &'static str,
    /// What it takes in parentheses.
    pub arguments: Arguments,
    /// Where its values may stand.
    pub key: Key,
}

/// Where the values of a type may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// In a primary key, a unique constraint, an index.
    Anywhere,
    /// In an index that is not unique.
    Index,
    /// In none of these.
    Never,
}

impl Type {
    const fn new(name: &'static str, arguments: Arguments) -> Self {
        Self { name, arguments, key: Key::Anywhere }
    }

    const fn key(mut self, key: Key) -> Self {
        self.key = key;
        self
    }
}

/// What a type takes in parentheses.
pub enum Arguments {
    /// Nothing.
    None,
    /// A length of at most this many, each of this many bytes; and whether `MAX` may stand instead.
    Length {
        /// The largest.
        most: u32,
        /// Bytes of one.
        bytes: u32,
        /// The word that has to follow the number.
        unit: Option<&'static str>,
        /// Whether `MAX` may stand instead.
        max: bool,
    },
    /// Digits in all, at most this many; then, if it is there, digits after the point, no more than those in all.
    Digits {
        /// The largest.
        most: u32,
        /// Bytes of a value.
        bytes: u32,
    },
    /// Exactly this number.
    Exactly(u32),
}

/// Everything wrong with a statement's words: unknown, unquoted, or a literal in another engine's notation.
pub fn words(rules: &Rules, tokens: &[Token]) -> Vec<String> {
    let mut wrong = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Word(word) => {
                let call = tokens.get(at + 1) == Some(&Token::Symbol('('));
                let is_type = rules.types.iter().any(|known| known.name.split(' ').any(|part| part == word));
                let is_function = call && rules.functions.contains(&word.as_str());
                if !rules.words.contains(&word.as_str()) && !is_type && !is_function {
                    wrong.push(format!("`{word}` is no word of this engine that we use"));
                }
                if matches!(tokens.get(at + 1), Some(Token::Text(_)))
                    && !rules.lexis.typed_literals.contains(&word.as_str())
                {
                    let before_text =
                        ["DEFAULT", "SP_RENAME", "THEN", "ELSE", "IN", "LIKE", "ESCAPE", "IS", "AND", "OR", "SELECT"];
                    if !before_text.contains(&word.as_str()) {
                        wrong.push(format!("`{word} '..'` is read as a column and its alias"));
                    }
                }
            }
            Token::Name(name) if name.len() > rules.longest_name => wrong.push(format!("name `{name}` is too long")),
            // A variable lives as long as its text.
            Token::Symbol(';') if tokens[0].is("DECLARE") && !tokens[..at].contains(&Token::Symbol(';')) => {}
            Token::Symbol(';') if at + 1 < tokens.len() => wrong.push("two statements".to_owned()),
            // One character, and an ASCII one.
            Token::BareText(_) if at > 0 && tokens[at - 1].is("ESCAPE") => {}
            // A day, a time, or the zone of one that the engine makes.
            Token::BareText(text) if text.bytes().all(|c| c.is_ascii_digit() || b"-+:. T".contains(&c)) => {}
            Token::BareText(text) => wrong.push(format!("'{text}' without N is cut to the code page")),
            Token::Unknown(c) => wrong.push(format!("unexpected `{c}`")),
            Token::Name(_) | Token::Text(_) | Token::Number(_) | Token::Parameter(_) | Token::Symbol(_) => {}
        }
    }
    wrong
}
