//! A configuration's JSON, checked as a whole: everything wrong with it is told at once.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use serde_json::{Map, Value};
use tablewright_schema::suggest;

use super::settings::{ConnectionSettings, Password};
use super::variables::Variables;
use crate::driver::engine;
use crate::error::{Error, Kind, Result};

/// What a configuration says.
#[derive(Debug, Default)]
pub(super) struct Read {
    pub(super) connections: BTreeMap<String, ConnectionSettings>,
    pub(super) default: Option<String>,
}

/// The key beside the connections that names the usual one.
const DEFAULT: &str = "default_connection";

const KEYS: [&str; 13] = [
    "type",
    "file_path",
    "host",
    "port",
    "database",
    "username",
    "password",
    "pool_size",
    "max_overflow",
    "timeout",
    "connection_params",
    "replicas",
    "description",
];

/// Reads the text. Only these connections and their replicas are kept, and their variables asked for, or all.
pub(super) fn read(text: &str, variables: &Variables, only: Option<&[String]>) -> Result<Read> {
    let value: Value = serde_json::from_str(text).map_err(|error| {
        // The library's own text may show a piece of the file.
        let place = format!("line {}, column {}", error.line(), error.column());
        Error::new(Kind::Config, format!("the configuration is not JSON: {place}"))
    })?;
    let mut reader = Reader { variables, problems: Vec::new() };
    let read = reader.file(&value, only);
    if reader.problems.is_empty() {
        return Ok(read);
    }
    let count = reader.problems.len();
    let head = if count == 1 { "the configuration is wrong".to_owned() } else { format!("{count} things are wrong") };
    Err(Error::new(Kind::Config, format!("{head}:\n  {}", reader.problems.join("\n  "))))
}

/// The connections that are asked for, and the replicas that these read from.
fn wanted<'f>(file: &'f Map<String, Value>, only: &'f [String]) -> BTreeSet<&'f str> {
    let mut wanted = BTreeSet::new();
    let mut rest: Vec<&str> = only.iter().map(String::as_str).collect();
    while let Some(name) = rest.pop() {
        if wanted.insert(name) {
            let replicas = file.get(name).and_then(|keys| keys.get("replicas")).and_then(Value::as_array);
            rest.extend(replicas.into_iter().flatten().filter_map(Value::as_str));
        }
    }
    wanted
}

struct Reader<'v> {
    variables: &'v Variables,
    problems: Vec<String>,
}

/// A key's path, and whether the variables in its value are asked for.
#[derive(Clone, Copy)]
struct At<'p> {
    connection: &'p str,
    expands: bool,
}

impl Reader<'_> {
    fn problem(&mut self, path: &str, what: impl std::fmt::Display) {
        self.problems.push(format!("`{path}`: {what}"));
    }

    fn file(&mut self, value: &Value, only: Option<&[String]>) -> Read {
        let mut read = Read::default();
        let Value::Object(file) = value else {
            self.problems.push("expected an object of named connections".to_owned());
            return read;
        };
        let wanted = only.map(|only| wanted(file, only));
        let names = || file.keys().map(String::as_str).filter(|name| *name != DEFAULT);
        for (name, value) in file {
            if name == DEFAULT {
                match value.as_str() {
                    Some(default) if names().any(|name| name == default) => read.default = Some(default.to_owned()),
                    Some(default) => {
                        self.problem(name, format!("no connection `{default}`; {}", suggest::help(default, names())));
                    }
                    None => self.problem(name, "expected the name of a connection"),
                }
                continue;
            }
            let expands = wanted.as_ref().is_none_or(|wanted| wanted.contains(name.as_str()));
            if let Some(settings) = self.connection(At { connection: name, expands }, value) {
                for replica in &settings.replicas {
                    if replica == name || !names().any(|other| other == replica) {
                        let help = suggest::help(replica, names().filter(|other| other != name));
                        self.problem(&format!("{name}.replicas"), format!("no other connection `{replica}`; {help}"));
                    }
                }
                read.connections.insert(name.clone(), settings);
            }
        }
        for (name, settings) in &read.connections {
            let replicas = settings.replicas.iter().filter_map(|replica| read.connections.get_key_value(replica));
            for (replica, other) in replicas.filter(|(_, other)| !settings.engine.speaks_with(other.engine)) {
                let (own, others) = (settings.dialect(), other.dialect());
                self.problem(
                    &format!("{name}.replicas"),
                    format!("`{replica}` is a database of {others}, and no replica of one of {own}"),
                );
            }
        }
        if let Some(wanted) = &wanted {
            read.connections.retain(|name, _| wanted.contains(name.as_str()));
        }
        for name in only.unwrap_or_default() {
            if !names().any(|other| other == name) {
                self.problem(name, format!("no such connection; {}", suggest::help(name, names())));
            }
        }
        read
    }

    fn connection(&mut self, at: At<'_>, value: &Value) -> Option<ConnectionSettings> {
        let Value::Object(keys) = value else {
            self.problem(at.connection, "expected an object with a `type`");
            return None;
        };
        for key in keys.keys().filter(|key| !KEYS.contains(&key.as_str())) {
            let help = suggest::help(key, KEYS);
            self.problem(&format!("{}.{key}", at.connection), format!("unknown key; {help}"));
        }
        let mut settings = match self.text(at, keys, "type") {
            Some(name) => match ConnectionSettings::of_type(&name) {
                Some(settings) => settings,
                None => {
                    let help = suggest::help(&name, engine::names());
                    self.problem(&format!("{}.type", at.connection), format!("unknown type `{name}`; {help}"));
                    return None;
                }
            },
            None if keys.contains_key("type") => return None,
            None => {
                let expected = suggest::expected(engine::names());
                self.problem(&format!("{}.type", at.connection), format!("missing; {expected}"));
                return None;
            }
        };
        settings.file_path = self.text(at, keys, "file_path");
        settings.host = self.text(at, keys, "host");
        settings.port = self.number(at, keys, "port", 1..=u32::from(u16::MAX)).and_then(|port| port.try_into().ok());
        settings.database = self.text(at, keys, "database");
        settings.username = self.text(at, keys, "username");
        settings.password = self.text(at, keys, "password").map(Password::new);
        let most = settings.engine.most_connections;
        settings.pool_size = self.number(at, keys, "pool_size", 1..=most);
        let in_all = settings.pool_size.map_or(most, |size| settings.most_overflow(size));
        settings.max_overflow = self.number(at, keys, "max_overflow", 0..=in_all);
        settings.timeout = self.seconds(at, keys);
        settings.description = self.text(at, keys, "description");
        settings.replicas = self.replicas(at, keys);
        settings.connection_params = self.params(at, keys);
        for key in settings.engine.place.keys_of_others().iter().filter(|key| keys.contains_key(**key)) {
            self.problem(&format!("{}.{key}", at.connection), format!("{} has none; leave it out", settings.dialect()));
        }
        for key in settings.missing() {
            if !keys.contains_key(key) {
                self.problem(&format!("{}.{key}", at.connection), format!("missing, {} needs it", settings.dialect()));
            }
        }
        Some(settings)
    }

    fn text(&mut self, at: At<'_>, keys: &Map<String, Value>, key: &str) -> Option<String> {
        let path = format!("{}.{key}", at.connection);
        self.expanded(at, &path, keys.get(key)?)
    }

    fn expanded(&mut self, at: At<'_>, path: &str, value: &Value) -> Option<String> {
        let Value::String(text) = value else {
            self.problem(path, "expected a text");
            return None;
        };
        if !at.expands {
            return Some(text.clone());
        }
        self.variables.expand(text).map_err(|problem| self.problem(path, problem)).ok()
    }

    /// A number, or a text that becomes one, since a variable can only stand in a text.
    fn number(
        &mut self,
        at: At<'_>,
        keys: &Map<String, Value>,
        key: &str,
        range: std::ops::RangeInclusive<u32>,
    ) -> Option<u32> {
        let path = format!("{}.{key}", at.connection);
        let found = match keys.get(key)? {
            Value::Number(number) => number.as_u64(),
            value @ Value::String(_) if at.expands => self.expanded(at, &path, value)?.parse().ok(),
            Value::String(_) => return None,
            _ => None,
        };
        let found = found.and_then(|number| u32::try_from(number).ok()).filter(|number| range.contains(number));
        if found.is_none() {
            self.problem(&path, format!("expected a number from {} to {}", range.start(), range.end()));
        }
        found
    }

    fn seconds(&mut self, at: At<'_>, keys: &Map<String, Value>) -> Option<Duration> {
        let path = format!("{}.timeout", at.connection);
        let found = match keys.get("timeout")? {
            Value::Number(number) => number.as_f64(),
            value @ Value::String(_) if at.expands => self.expanded(at, &path, value)?.parse().ok(),
            Value::String(_) => return None,
            _ => None,
        };
        let found = found.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
        let found = found.filter(|timeout| !timeout.is_zero() && timeout.as_secs() <= 86_400);
        if found.is_none() {
            self.problem(&path, "expected a number of seconds, up to a day");
        }
        found
    }

    fn replicas(&mut self, at: At<'_>, keys: &Map<String, Value>) -> Vec<String> {
        let Some(value) = keys.get("replicas") else { return Vec::new() };
        let names = value.as_array().map(|list| list.iter().map(|name| name.as_str().map(str::to_owned)));
        names.and_then(Iterator::collect).unwrap_or_else(|| {
            self.problem(&format!("{}.replicas", at.connection), "expected a list of names of connections");
            Vec::new()
        })
    }

    fn params(&mut self, at: At<'_>, keys: &Map<String, Value>) -> BTreeMap<String, String> {
        let path = format!("{}.connection_params", at.connection);
        let mut params = BTreeMap::new();
        match keys.get("connection_params") {
            None => {}
            Some(Value::Object(given)) => {
                for (key, value) in given {
                    let path = format!("{path}.{key}");
                    let text = match value {
                        Value::String(_) => self.expanded(at, &path, value),
                        Value::Number(number) => Some(number.to_string()),
                        Value::Bool(value) => Some(value.to_string()),
                        Value::Null | Value::Array(_) | Value::Object(_) => {
                            self.problem(&path, "expected a text, a number, true or false");
                            None
                        }
                    };
                    params.extend(text.map(|text| (key.clone(), text)));
                }
            }
            Some(_) => self.problem(&path, "expected an object of texts"),
        }
        params
    }
}
