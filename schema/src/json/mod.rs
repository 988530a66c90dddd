//! JSON files read with care: every value knows where it stands, every key that is not known is a fault.

pub(crate) mod format;
pub(crate) mod keys;

use serde_json::{Map, Value};

use crate::suggest;

/// What is wrong with a file, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The file's name.
    pub file: String,
    /// Where in it: `4:12` (line and column), or `tables[0].name`; empty for the file as such.
    pub place: String,
    /// What is wrong, and what to do.
    pub message: String,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.place.as_str() {
            "" => write!(f, "{}: {}", self.file, self.message),
            place => write!(f, "{}, {place}: {}", self.file, self.message),
        }
    }
}

impl std::error::Error for Fault {}

/// A result that a fault ends.
pub(crate) type Read<T> = Result<T, Fault>;

/// A value and where it stands.
#[derive(Clone)]
pub(crate) struct Node<'a> {
    value: &'a Value,
    file: &'a str,
    place: String,
}

/// An object whose keys are all known.
pub(crate) struct Object<'a> {
    map: &'a Map<String, Value>,
    file: &'a str,
    place: String,
}

/// Parses a file, in which no object may have a key twice: a reader would see one value, and the program take the other.
pub(crate) fn parse(file: &str, text: &str) -> Read<Value> {
    // Some editors of Windows put a mark before the text.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let fault = |place: String, message: String| Fault { file: file.to_owned(), place, message };
    let value = serde_json::from_str(text).map_err(|error| {
        let message = error.to_string();
        let message = message.split(" at line ").next().unwrap_or_default();
        fault(format!("{}:{}", error.line(), error.column()), format!("this is no JSON: {message}"))
    })?;
    if let Some((key, at)) = keys::twice(text) {
        let before = text.get(..at).unwrap_or_default();
        let column = before.rsplit('\n').next().map_or(0, str::len) + 1;
        let place = format!("{}:{column}", before.matches('\n').count() + 1);
        return Err(fault(place, format!("the key `{key}` stands here for the second time; take one of the two out")));
    }
    Ok(value)
}

impl<'a> Node<'a> {
    pub(crate) const fn root(file: &'a str, value: &'a Value) -> Self {
        Self { value, file, place: String::new() }
    }

    pub(crate) const fn value(&self) -> &'a Value {
        self.value
    }

    /// A fault here.
    pub(crate) fn fault(&self, message: impl Into<String>) -> Fault {
        Fault { file: self.file.to_owned(), place: self.place.clone(), message: message.into() }
    }

    pub(crate) fn object(&self, keys: &[&str]) -> Read<Object<'a>> {
        let Value::Object(map) = self.value else { return Err(self.fault("expected an object, `{..}`")) };
        if let Some(unknown) = map.keys().find(|key| !keys.contains(&key.as_str())) {
            let help = suggest::help(unknown, keys.iter().copied());
            return Err(self.fault(format!("unknown key `{unknown}`; {help}")));
        }
        Ok(Object { map, file: self.file, place: self.place.clone() })
    }

    pub(crate) fn text(&self) -> Read<&'a str> {
        self.value.as_str().ok_or_else(|| self.fault("expected a text in double quotes"))
    }

    pub(crate) fn bool(&self) -> Read<bool> {
        self.value.as_bool().ok_or_else(|| self.fault("expected `true` or `false`"))
    }

    pub(crate) fn integer(&self) -> Read<i64> {
        self.value.as_i64().ok_or_else(|| self.fault("expected a whole number"))
    }

    pub(crate) fn list(&self) -> Read<Vec<Self>> {
        let Value::Array(values) = self.value else { return Err(self.fault("expected a list, `[..]`")) };
        let values = values.iter().enumerate();
        Ok(values.map(|(n, value)| Self { value, file: self.file, place: format!("{}[{n}]", self.place) }).collect())
    }

    /// Every value of a list.
    pub(crate) fn each<T>(&self, read: impl Fn(&Self) -> Read<T>) -> Read<Vec<T>> {
        self.list()?.iter().map(read).collect()
    }

    pub(crate) fn texts(&self) -> Read<Vec<String>> {
        self.each(|node| node.text().map(str::to_owned))
    }
}

impl<'a> Object<'a> {
    /// The value of a key that may be absent.
    pub(crate) fn get(&self, key: &str) -> Option<Node<'a>> {
        let value = self.map.get(key)?;
        let place = if self.place.is_empty() { key.to_owned() } else { format!("{}.{key}", self.place) };
        Some(Node { value, file: self.file, place })
    }

    /// The value of a key that has to be there.
    pub(crate) fn need(&self, key: &str) -> Read<Node<'a>> {
        self.get(key).ok_or_else(|| Fault {
            file: self.file.to_owned(),
            place: self.place.clone(),
            message: format!("the key `{key}` is missing"),
        })
    }

    pub(crate) fn flag(&self, key: &str) -> Read<bool> {
        self.get(key).map_or(Ok(false), |node| node.bool())
    }

    pub(crate) fn text(&self, key: &str) -> Read<Option<String>> {
        self.get(key).map(|node| node.text().map(str::to_owned)).transpose()
    }

    /// A list that may be absent.
    pub(crate) fn each<T>(&self, key: &str, read: impl Fn(&Node<'a>) -> Read<T>) -> Read<Vec<T>> {
        self.get(key).map_or(Ok(Vec::new()), |node| node.each(read))
    }
}
