//! Numbers in the registers of the Health Professions Council of South Africa.

use std::fmt;
use std::str::FromStr;

use tablewright::prelude::*;

/// A number in a register of the Health Professions Council: two or three letters of the register (MP, HP, DP, PS, ..)
/// followed by digits, in capitals without spaces.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, ColumnType)]
#[column_type(max_length = 50)]
pub struct HpcsaNumber(String);

/// A text that is no number of the council's.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a HPCSA number: write two or three letters of the register and then digits, as in `MP0123456`")]
pub struct InvalidHpcsaNumber;

impl HpcsaNumber {
    /// Reads a number as people write it: small letters and spaces are taken.
    ///
    /// # Errors
    /// If it does not start with two or three letters, or anything but one to ten digits follows.
    pub fn parse(text: &str) -> Result<Self, InvalidHpcsaNumber> {
        let number = text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_uppercase();
        let letters = number.bytes().take_while(u8::is_ascii_uppercase).count();
        let digits = &number.as_bytes()[letters..];
        let valid = matches!(letters, 2 | 3) && matches!(digits.len(), 1..=10) && digits.iter().all(u8::is_ascii_digit);
        if valid { Ok(Self(number)) } else { Err(InvalidHpcsaNumber) }
    }

    /// The number in capitals without spaces.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for HpcsaNumber {
    type Err = InvalidHpcsaNumber;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl fmt::Display for HpcsaNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::HpcsaNumber;

    #[test]
    fn people_write_it_with_spaces_and_small_letters() {
        for text in ["MP0123456", "mp 0123456", " Mp01 23456 "] {
            assert_eq!(HpcsaNumber::parse(text).unwrap().as_str(), "MP0123456");
        }
        assert_eq!(HpcsaNumber::parse("PSB1").unwrap().as_str(), "PSB1");
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in ["", "M123", "MPXX123", "MP", "12345", "MP12A", "MP-123", "MP12345678901", "ÄÖ123"] {
            assert!(HpcsaNumber::parse(text).is_err(), "{text}");
        }
    }
}
