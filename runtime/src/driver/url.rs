//! The parts of a URL that names a database on the network.
//!
//! `scheme://user:password@host:port/database?key=value&..`, each part percent-encoded. No message repeats what stands in
//! the URL unless it surely is no part of a password.

use std::borrow::Cow;
use std::ops::RangeInclusive;
use std::str::FromStr;

use percent_encoding::percent_decode_str;
use tablewright_schema::suggest;

use crate::error::{Error, Kind, Result};

/// The parts, decoded.
#[derive(Default, PartialEq, Eq)]
pub struct Url {
    /// Before the `:` or the `@`.
    pub user: Option<String>,
    /// Between `:` and `@`.
    pub password: Option<String>,
    /// A name, an address, or the folder of a socket.
    pub host: Option<String>,
    /// The number behind the host.
    pub port: Option<u16>,
    /// What follows the first `/`.
    pub database: Option<String>,
    /// What follows the `?`, in order.
    pub settings: Vec<(String, String)>,
}

impl Url {
    /// Reads what follows `scheme://`.
    ///
    /// # Errors
    /// Of kind `Config`.
    pub fn parse(rest: &str) -> Result<Self> {
        let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (authority, database) = rest.split_once('/').unwrap_or((rest, ""));
        let (login, host) = match authority.rsplit_once('@') {
            Some((login, host)) => (Some(login), host),
            None => (None, authority),
        };
        let (user, password) = match login.map(|login| login.split_once(':').unwrap_or((login, ""))) {
            Some((user, password)) => (some(user)?, some(password)?),
            None => (None, None),
        };
        // The address of IPv6 has colons of its own, and stands in brackets.
        let (host, port) = match host.strip_prefix('[').and_then(|host| host.split_once(']')) {
            Some((host, "")) => (host, None),
            Some((host, port)) => (host, Some(port.strip_prefix(':').ok_or_else(|| malformed("host"))?)),
            None => host.split_once(':').map_or((host, None), |(host, port)| (host, Some(port))),
        };
        let port = port.map(|port| port.parse().map_err(|_| malformed("port"))).transpose()?;
        let pairs = query.split('&').filter(|pair| !pair.is_empty());
        let settings = pairs.map(|pair| {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            Ok((decode(key)?, decode(value)?))
        });
        let (host, database) = (some(host)?, some(database)?);
        Ok(Self { user, password, host, port, database, settings: settings.collect::<Result<_>>()? })
    }
}

fn some(text: &str) -> Result<Option<String>> {
    if text.is_empty() { Ok(None) } else { decode(text).map(Some) }
}

fn decode(text: &str) -> Result<String> {
    percent_decode_str(text).decode_utf8().map(Cow::into_owned).map_err(|_| malformed("text"))
}

#[cold]
fn malformed(part: &str) -> Error {
    let hint =
        "inside a name or a password write `%40` for `@`, `%3A` for `:`, `%2F` for `/`, `%3F` for `?`, `%25` for `%`";
    config(format!("the {part} in the URL cannot be read; {hint}"))
}

/// An error of the URL. The message does not repeat a value: an `&` forgotten to be encoded may have cut a password in two.
#[cold]
pub fn config(message: impl Into<Cow<'static, str>>) -> Error {
    Error::new(Kind::Config, message)
}

/// The number that is the value of a key.
///
/// # Errors
/// Of kind `Config` if it is none of these.
pub fn number<N: FromStr + PartialOrd>(
    key: &str,
    value: &str,
    allowed: RangeInclusive<N>,
    expected: &str,
) -> Result<N> {
    let number = value.parse().ok().filter(|number| allowed.contains(number));
    number.ok_or_else(|| config(format!("`{key}` in the URL: expected {expected}")))
}

/// A key that is none of those known.
#[cold]
pub fn unknown_key<'k>(key: &str, known: impl IntoIterator<Item = &'k str> + Clone) -> Error {
    let is_word = key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte));
    // Anything else may be the rest of a password.
    let named = if is_word { format!("unknown key `{key}` in the URL") } else { "unknown key in the URL".to_owned() };
    let help = if is_word { suggest::help(key, known) } else { suggest::expected(known) };
    config(format!("{named}, {help}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_are_found_and_decoded() {
        let url = Url::parse("me:p%40ss%2Fw@[::1]:5433/my%20db?sslmode=disable&pool_size=3").unwrap();
        assert_eq!((url.user.as_deref(), url.password.as_deref()), (Some("me"), Some("p@ss/w")));
        assert_eq!((url.host.as_deref(), url.port), (Some("::1"), Some(5433)));
        assert_eq!(url.database.as_deref(), Some("my db"));
        assert_eq!(url.settings[1], ("pool_size".to_owned(), "3".to_owned()));
        let url = Url::parse("me@%2Frun%2Fpostgresql/").unwrap();
        assert_eq!((url.host.as_deref(), url.password, url.database), (Some("/run/postgresql"), None, None));
        assert!(Url::parse("").unwrap() == Url::default());
    }

    #[test]
    fn no_mistake_tells_the_password() {
        for text in ["me:sec/ret@host/db", "me:secret@host:port/db", "me:sec%ffret@host", "me:sec?ret@host/db"] {
            let error = Url::parse(text).err().unwrap();
            assert_eq!(error.kind(), Kind::Config);
            assert!(!error.to_string().contains("ret"), "{error}");
        }
        let url = Url::parse("sec?ret@host/db").unwrap();
        assert!(!unknown_key(&url.settings[0].0, ["mode"]).to_string().contains("ret"));
        assert_eq!(unknown_key("mdoe", ["mode"]).to_string(), "unknown key `mdoe` in the URL, did you mean `mode`?");
    }
}
