//! Decimals: a whole number and how many of its digits stand after the point.

use rust_decimal::Decimal;
use tiberius::numeric::Numeric;

/// The digits of a decimal that count after the point; the server has ten more.
const MAX_SCALE: u8 = 28;

/// The number as the server takes it.
pub fn write(value: Decimal) -> Numeric {
    // At most 28, as the type has it.
    Numeric::new_with_scale(value.mantissa(), value.scale() as u8)
}

/// The number with all its digits. `None` if there are more than a decimal holds.
pub fn read(value: Numeric) -> Option<Decimal> {
    let (mut digits, mut scale) = (value.value(), value.scale());
    // Zeros at the end are no digits.
    while scale > MAX_SCALE && digits % 10 == 0 {
        digits /= 10;
        scale -= 1;
    }
    if let Ok(value) = Decimal::try_from_i128_with_scale(digits, u32::from(scale)) {
        return Some(value);
    }
    while scale > 0 && digits % 10 == 0 {
        digits /= 10;
        scale -= 1;
        if let Ok(value) = Decimal::try_from_i128_with_scale(digits, u32::from(scale)) {
            return Some(value);
        }
    }
    None
}

/// The number, if it is a whole one of 64 bits.
pub fn whole(value: Numeric) -> Option<i64> {
    (value.scale() == 0).then(|| i64::try_from(value.value()).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_digit_counts() {
        for text in ["0", "0.00", "-12.50", "0.0000000000000000000000000001", "-79228162514264337593543950335"] {
            let value: Decimal = text.parse().unwrap();
            assert_eq!(read(write(value)).unwrap().to_string(), text);
        }
        let of = |digits, scale| read(Numeric::new_with_scale(digits, scale));
        assert_eq!(of(7 * 10_i128.pow(30), 30), Some(Decimal::from(7)), "zeros at the end");
        assert_eq!(of(10_i128.pow(30) + 1, 30), None, "31 digits");
        assert_eq!(of(10_i128.pow(29), 0), None, "30 digits");
        assert_eq!(of(0, 38), Some(Decimal::ZERO));
    }

    #[test]
    fn a_sum_of_integers_is_whole() {
        assert_eq!(whole(Numeric::new_with_scale(-5, 0)), Some(-5));
        assert_eq!(whole(Numeric::new_with_scale(50, 1)), None);
        assert_eq!(whole(Numeric::new_with_scale(i128::from(i64::MAX) + 1, 0)), None);
    }
}
