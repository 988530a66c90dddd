//! What a URL says of TLS: one list of words for every engine that has it, those of PostgreSQL.

use std::path::PathBuf;

use tablewright_schema::suggest;

use super::url::config;
use crate::error::{Error, Kind, Result};

/// How much of TLS is asked for (<https://www.postgresql.org/docs/current/libpq-ssl.html>).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TlsMode {
    /// None.
    Disable,
    /// If the server has it, whoever it is.
    Prefer,
    /// Surely, whoever the server is.
    Require,
    /// From a server whose certificate the authority signed.
    VerifyCa,
    /// From a server whose certificate the authority signed for its name.
    VerifyFull,
}

/// `allow`, which prefers no TLS, has no use.
const MODES: [(&str, TlsMode); 5] = [
    ("disable", TlsMode::Disable),
    ("prefer", TlsMode::Prefer),
    ("require", TlsMode::Require),
    ("verify-ca", TlsMode::VerifyCa),
    ("verify-full", TlsMode::VerifyFull),
];

/// What MySQL calls some of them
/// (<https://dev.mysql.com/doc/refman/8.4/en/connection-options.html#option_general_ssl-mode>).
const OTHER_WORDS: [(&str, &str); 6] = [
    ("allow", "prefer"),
    ("disabled", "disable"),
    ("preferred", "prefer"),
    ("required", "require"),
    ("verify-identity", "verify-full"),
    ("verify-none", "require"),
];

/// The settings.
#[derive(Debug, Default)]
pub struct Tls {
    mode: Option<TlsMode>,
    /// The certificates of whom to trust, beside those of the system.
    pub authority: Option<PathBuf>,
    /// One's own certificate.
    pub certificate: Option<PathBuf>,
    /// Its key.
    pub key: Option<PathBuf>,
}

impl Tls {
    /// Their names.
    pub const KEYS: [&'static str; 4] = ["sslmode", "sslrootcert", "sslcert", "sslkey"];

    /// Takes a setting; false if it is not about TLS.
    ///
    /// # Errors
    /// Of kind `Config` for a mode that is none.
    pub fn set(&mut self, key: &str, value: &str) -> Result<bool> {
        match key {
            "sslmode" => self.mode = Some(mode(value)?),
            "sslrootcert" => self.authority = Some(PathBuf::from(value)),
            "sslcert" => self.certificate = Some(PathBuf::from(value)),
            "sslkey" => self.key = Some(PathBuf::from(value)),
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// The mode, after a look at what the settings say together. A socket of this computer needs no TLS and is given none,
    /// as libpq does it. From now on there is a library of cryptography to speak it with.
    ///
    /// # Errors
    /// Of kind `Config` if something would not be done that the settings ask for.
    pub fn check(&self, is_socket: bool) -> Result<TlsMode> {
        let mode = self.mode.unwrap_or(TlsMode::Prefer);
        let (name, _) = MODES[mode as usize];
        let files = [("sslrootcert", &self.authority), ("sslcert", &self.certificate), ("sslkey", &self.key)];
        let given = files.into_iter().filter_map(|(key, file)| Some((key, file.as_ref()?)));
        if !cfg!(feature = "tls") {
            let asks = matches!(mode, TlsMode::Require | TlsMode::VerifyCa | TlsMode::VerifyFull);
            let asked = asks.then(|| format!("sslmode={name}"));
            return match asked.or_else(|| given.map(|(key, _)| key.to_owned()).next()) {
                Some(asked) => {
                    Err(config(format!("`{asked}`: this build has no TLS; switch on tablewright's feature `tls`")))
                }
                None => Ok(mode),
            };
        }
        if self.authority.is_some() && !matches!(mode, TlsMode::VerifyCa | TlsMode::VerifyFull) {
            return Err(config(format!(
                "`sslrootcert` names whom to trust, and `sslmode={name}` trusts anyone; write `sslmode=verify-full`"
            )));
        }
        if self.certificate.is_some() != self.key.is_some() {
            return Err(config("`sslcert` and `sslkey` belong together, and the URL has one of them"));
        }
        for (key, file) in given {
            // sqlx would take a file without a certificate for an authority that nobody needs to be trusted by.
            let text = std::fs::read(file).map_err(|error| {
                Error::new(Kind::Config, format!("`{key}` in the URL: the file cannot be read")).with_source(error)
            })?;
            if !text.windows(11).any(|window| window == b"-----BEGIN ") {
                return Err(config(format!("`{key}` in the URL: the file is not in the format PEM")));
            }
        }
        #[cfg(feature = "tls")]
        super::cryptography::choose();
        Ok(if is_socket { TlsMode::Disable } else { mode })
    }
}

fn mode(value: &str) -> Result<TlsMode> {
    if let Some((_, mode)) = MODES.into_iter().find(|(name, _)| *name == value) {
        return Ok(mode);
    }
    let word = value.to_ascii_lowercase().replace('_', "-");
    let other = OTHER_WORDS.into_iter().find(|(other, _)| *other == word);
    let word = other.map_or(word.as_str(), |(_, name)| name);
    let help = suggest::help(word, MODES.into_iter().map(|(name, _)| name));
    Err(config(format!("`sslmode` in the URL: {help}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(settings: &[(&str, &str)]) -> Result<TlsMode> {
        let mut tls = Tls::default();
        for (key, value) in settings {
            assert!(tls.set(key, value)?, "{key}");
        }
        tls.check(false)
    }

    fn message(settings: &[(&str, &str)]) -> String {
        let error = of(settings).unwrap_err();
        assert_eq!(error.kind(), Kind::Config);
        error.to_string()
    }

    #[test]
    fn the_words_of_others_are_known_again() {
        for (word, meant) in [("required", "require"), ("VERIFY_CA", "verify-ca"), ("verify_identity", "verify-full")] {
            let expected = format!("`sslmode` in the URL: did you mean `{meant}`?");
            assert_eq!(message(&[("sslmode", word)]), expected);
        }
        assert!(message(&[("sslmode", "on")]).contains("expected one of `disable`, `prefer`"));
        assert_eq!(of(&[]).unwrap(), TlsMode::Prefer);
        assert_eq!(of(&[("sslmode", "disable")]).unwrap(), TlsMode::Disable);
        assert!(MODES.iter().enumerate().all(|(position, (_, mode))| *mode as usize == position));
    }

    #[cfg(not(feature = "tls"))]
    #[test]
    fn a_build_without_tls_says_so() {
        for settings in [[("sslmode", "require")], [("sslmode", "verify-full")], [("sslrootcert", "ca.pem")]] {
            assert!(message(&settings).contains("switch on tablewright's feature `tls`"));
        }
    }

    #[cfg(feature = "tls")]
    #[test]
    fn nothing_that_is_asked_for_is_ignored() {
        let trusts_anyone = "`sslrootcert` names whom to trust, and `sslmode=prefer` trusts anyone";
        assert!(message(&[("sslrootcert", "ca.pem")]).starts_with(trusts_anyone));
        assert!(message(&[("sslmode", "require"), ("sslrootcert", "ca.pem")]).contains("verify-full"));
        assert!(message(&[("sslmode", "require"), ("sslcert", "me.pem")]).contains("belong together"));
        let missing = [("sslmode", "verify-ca"), ("sslrootcert", "/no/such.pem")];
        assert_eq!(message(&missing), "`sslrootcert` in the URL: the file cannot be read");
        let no_pem = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
        assert!(message(&[("sslmode", "verify-ca"), ("sslrootcert", no_pem)]).contains("format PEM"));
        let mut tls = Tls::default();
        tls.set("sslmode", "require").unwrap();
        assert_eq!((tls.check(false).unwrap(), tls.check(true).unwrap()), (TlsMode::Require, TlsMode::Disable));
        // Without it clients would panic where several are compiled in.
        assert!(rustls::crypto::CryptoProvider::get_default().is_some());
    }
}
