//! Decimals as Firebird sends them: whole numbers of at most 128 bits, with a scale beside them.

use rust_decimal::Decimal;

/// The value times ten to the power of the scale. `None` if a digit would be lost or it does not fit.
pub fn scaled(value: Decimal, scale: u32) -> Option<i128> {
    let value = value.normalize();
    let missing = scale.checked_sub(value.scale())?;
    value.mantissa().checked_mul(10_i128.checked_pow(missing)?)
}

/// A whole number divided by ten to the power of the scale. `None` if it has more digits than a `Decimal`.
pub fn unscaled(mut number: i128, mut scale: u32) -> Option<Decimal> {
    // More digits than fit may be zeros at the end.
    while Decimal::try_from_i128_with_scale(number, scale).is_err() && scale > 0 && number % 10 == 0 {
        number /= 10;
        scale -= 1;
    }
    Decimal::try_from_i128_with_scale(number, scale).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twenty_eight_digits_survive() {
        let value: Decimal = "-999999999999999999.9999999999".parse().unwrap();
        let number = scaled(value, 10).unwrap();
        assert_eq!(number, -9_999_999_999_999_999_999_999_999_999);
        assert_eq!(unscaled(number, 10), Some(value));
    }

    #[test]
    fn a_digit_is_never_lost() {
        assert_eq!(scaled("1.234".parse().unwrap(), 2), None);
        assert_eq!(scaled("1.230".parse().unwrap(), 2), Some(123));
        assert_eq!(unscaled(10_i128.pow(35), 30), Some(Decimal::from(100_000)));
        assert_eq!(unscaled(10_i128.pow(35) + 1, 30), None);
    }
}
