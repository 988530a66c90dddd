//! `${VAR}` and `${VAR:-default}` in the texts of a configuration.

use std::collections::BTreeMap;
use std::path::Path;

use crate::error::{Error, Kind, Result};

/// Where the values of `${VAR}` come from.
#[derive(Clone, Default)]
pub struct Variables {
    own: BTreeMap<String, String>,
    process: bool,
}

impl Variables {
    /// Those of the process.
    pub fn process() -> Self {
        Self { own: BTreeMap::new(), process: true }
    }

    /// These and no others.
    pub fn given<K: Into<String>, V: Into<String>>(pairs: impl IntoIterator<Item = (K, V)>) -> Self {
        Self { own: pairs.into_iter().map(|(key, value)| (key.into(), value.into())).collect(), process: false }
    }

    /// Adds those of a `.env` file; what is there already stays, as an operator expects of the process's own.
    ///
    /// # Errors
    /// Of kind [`Config`](Kind::Config) if the file cannot be read, or has a line that is not `NAME=value`.
    pub fn with_file(mut self, path: impl AsRef<Path>) -> Result<Self> {
        let path = path.as_ref();
        // The library's error may show the line, which may hold a password.
        let unreadable = || Error::new(Kind::Config, format!("`{}` cannot be read as a .env file", path.display()));
        for pair in dotenvy::from_path_iter(path).map_err(|_| unreadable())? {
            let (name, value) = pair.map_err(|_| unreadable())?;
            if self.get(&name).is_none() {
                self.own.insert(name, value);
            }
        }
        Ok(self)
    }

    fn get(&self, name: &str) -> Option<String> {
        let own = self.own.get(name).cloned();
        own.or_else(|| self.process.then(|| std::env::var(name).ok()).flatten())
    }

    /// The text with every `${..}` replaced; `$$` is a dollar sign. Otherwise what is wrong, without a value.
    pub(crate) fn expand(&self, text: &str) -> std::result::Result<String, String> {
        let mut expanded = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(start) = rest.find('$') {
            expanded.push_str(&rest[..start]);
            rest = &rest[start + 1..];
            if let Some(after) = rest.strip_prefix('$') {
                expanded.push('$');
                rest = after;
            } else if let Some(inside) = rest.strip_prefix('{') {
                let end = inside.find('}').ok_or("a `${` has no `}`")?;
                expanded.push_str(&self.value(&inside[..end])?);
                rest = &inside[end + 1..];
            } else {
                expanded.push('$');
            }
        }
        expanded.push_str(rest);
        Ok(expanded)
    }

    fn value(&self, asked: &str) -> std::result::Result<String, String> {
        let (name, default) = match asked.split_once(":-") {
            Some((name, default)) => (name, Some(default)),
            None => (asked, None),
        };
        let plain = |c: char| c == '_' || c.is_ascii_alphanumeric();
        if name.is_empty() || !name.chars().all(plain) {
            return Err("a variable is written `${NAME}` or `${NAME:-default}`".to_owned());
        }
        // As in a shell, `:-` also stands in for an empty value.
        let found = self.get(name).filter(|value| default.is_none() || !value.is_empty());
        found
            .or_else(|| default.map(str::to_owned))
            .ok_or_else(|| format!("the variable `{name}` is not set; set it, or write `${{{name}:-default}}`"))
    }
}

/// Shows the names, for values may be passwords.
impl std::fmt::Debug for Variables {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let names: Vec<_> = self.own.keys().collect();
        f.debug_struct("Variables").field("names", &names).field("process", &self.process).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::Variables;

    #[test]
    fn variables_are_replaced() {
        let variables = Variables::given([("USER", "thandi"), ("EMPTY", "")]);
        let expand = |text: &str| variables.expand(text);
        assert_eq!(expand("${USER}@host").unwrap(), "thandi@host");
        assert_eq!(expand("${NONE:-a:-b}${EMPTY:-c}${EMPTY}").unwrap(), "a:-bc");
        assert_eq!(expand("5$ $$ $${USER}").unwrap(), "5$ $ ${USER}");
        assert!(expand("${NONE}").unwrap_err().contains("`NONE` is not set"));
        assert!(expand("${USER").unwrap_err().contains("no `}`"));
        assert!(expand("${A B}").unwrap_err().contains("is written"));
    }

    #[test]
    fn a_file_adds_and_does_not_replace() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(".env");
        std::fs::write(&path, "# passwords\nA=one\nexport B=\"two words\"\n").unwrap();
        let variables = Variables::given([("A", "mine")]).with_file(&path).unwrap();
        assert_eq!(variables.expand("${A} ${B}").unwrap(), "mine two words");
        std::fs::write(&path, "geheim hunter2\n").unwrap();
        let error = Variables::default().with_file(&path).unwrap_err();
        assert!(!format!("{error} {error:?}").contains("hunter2"));
    }
}
