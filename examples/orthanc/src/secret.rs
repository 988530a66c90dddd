//! Tokens of links and passwords: made here, and kept as hashes only.

use std::fmt;

use anyhow::{Result, anyhow};
use argon2::Argon2;
use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use sha2::{Digest, Sha256};

/// The secret part of a link: 256 random bits in hexadecimal. Whoever has it sees the images.
#[derive(Clone)]
pub struct ShareToken(String);

impl ShareToken {
    /// A new one.
    ///
    /// # Errors
    /// If the system has no random numbers to give.
    pub fn random() -> Result<Self> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(|error| anyhow!("no random numbers from the system: {error}"))?;
        Ok(Self(hex(&bytes)))
    }

    /// The text that goes into the link, and nowhere else.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// What the database keeps. A plain hash will do, for nobody can guess 256 bits.
    pub fn hash(&self) -> String {
        token_hash(&self.0)
    }
}

/// Never the token.
impl fmt::Debug for ShareToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ShareToken(..)")
    }
}

/// What the database keeps of a token that came with a request.
pub fn token_hash(token: &str) -> String {
    hex(&Sha256::digest(token.as_bytes()))
}

/// What the database keeps of a password: Argon2id with a salt of its own.
///
/// # Errors
/// If the system has no random numbers to give.
pub fn password_hash(password: &str) -> Result<String> {
    let mut salt = [0; 16];
    getrandom::fill(&mut salt).map_err(|error| anyhow!("no random numbers from the system: {error}"))?;
    let salt = SaltString::encode_b64(&salt).map_err(|error| anyhow!("salt: {error}"))?;
    let hash = Argon2::default().hash_password(password.as_bytes(), &salt).map_err(|error| anyhow!("hash: {error}"))?;
    Ok(hash.to_string())
}

/// Whether a password is the one that was kept. A damaged hash is nobody's password.
pub fn password_matches(password: &str, kept: &str) -> bool {
    PasswordHash::new(kept).is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_has_256_bits_and_does_not_show_itself() {
        let token = ShareToken::random().unwrap();
        assert_eq!(token.reveal().len(), 64);
        assert_ne!(token.reveal(), ShareToken::random().unwrap().reveal());
        assert_eq!(token.hash(), token_hash(token.reveal()));
        assert!(!format!("{token:?}").contains(token.reveal()));
    }

    #[test]
    fn only_the_right_password_matches() {
        let kept = password_hash("korrek battery").unwrap();
        assert!(password_matches("korrek battery", &kept));
        assert!(!password_matches("wrong", &kept));
        assert!(!password_matches("korrek battery", "no hash"));
    }
}
