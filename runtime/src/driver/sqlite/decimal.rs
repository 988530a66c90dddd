//! Decimals: scaled integers up to 18 digits, canonical text beyond.

use rust_decimal::Decimal;

/// The most digits that fit into a scaled 64-bit integer.
pub const INTEGER_DIGITS: u8 = 18;

/// The value times ten to the power of the scale. `None` if a digit would be lost or it does not fit.
pub fn scaled(value: Decimal, scale: u8) -> Option<i64> {
    let value = value.normalize();
    let missing = u32::from(scale).checked_sub(value.scale())?;
    let factor = 10_i128.checked_pow(missing)?;
    i64::try_from(value.mantissa().checked_mul(factor)?).ok()
}

/// The value with exactly `scale` digits after the point. `None` if a digit would be lost.
pub fn canonical(value: Decimal, scale: u8) -> Option<String> {
    let value = value.normalize();
    (value.scale() <= u32::from(scale)).then(|| format!("{value:.*}", usize::from(scale)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eighteen_digits_survive() {
        let value: Decimal = "-9999999999999999.99".parse().unwrap();
        assert_eq!(scaled(value, 2), Some(-999_999_999_999_999_999));
        assert_eq!(Decimal::new(-999_999_999_999_999_999, 2), value);
    }

    #[test]
    fn a_digit_is_never_lost() {
        assert_eq!(scaled("1.234".parse().unwrap(), 2), None);
        assert_eq!(scaled("1.230".parse().unwrap(), 2), Some(123));
        assert_eq!(canonical("1.5".parse().unwrap(), 4).as_deref(), Some("1.5000"));
        assert_eq!(canonical("1.55555".parse().unwrap(), 4), None);
    }
}
