//! Decimals: the client's numbers have up to 40 digits, and are written and read as text.

use oracledb::OracleNumber;
use rust_decimal::Decimal;

use crate::error::{Error, Kind, Result};

/// The number as the client takes it.
///
/// # Errors
/// Of kind `Encode`, which cannot be: 29 digits are fewer than 40.
pub fn write(value: Decimal) -> Result<OracleNumber> {
    value.to_string().parse().map_err(|_| Error::new(Kind::Encode, "the number cannot be sent"))
}

/// The number with all its digits. `None` if there are more than a decimal holds.
pub fn read(value: OracleNumber) -> Option<Decimal> {
    // The server keeps no zeros at the end.
    Decimal::from_str_exact(&value.to_string()).ok()
}

/// The number, if it is a whole one of 64 bits.
pub fn whole(value: OracleNumber) -> Option<i64> {
    value.to_string().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_digit_counts() {
        for text in ["0", "-12.5", "0.0000000000000000000000000001", "-79228162514264337593543950335", "100", "0.05"] {
            let value: Decimal = text.parse().unwrap();
            assert_eq!(read(write(value).unwrap()), Some(value), "{text}");
        }
        assert_eq!(read(write("1.50".parse().unwrap()).unwrap()).unwrap().to_string(), "1.5");
        let number = |text: &str| text.parse::<OracleNumber>().unwrap();
        assert_eq!(read(number("1000000000000000000000000000001")), None, "31 digits");
        assert_eq!(read(number("0.00000000000000000000000000001")), None, "29 digits behind the point");
    }

    #[test]
    fn whole_numbers_are_whole() {
        let number = |text: &str| text.parse::<OracleNumber>().unwrap();
        assert_eq!(whole(number("-9223372036854775808")), Some(i64::MIN));
        assert_eq!(whole(number("9223372036854775808")), None);
        assert_eq!(whole(number("0.5")), None);
    }
}
