//! Decimals, which travel as text.

use rust_decimal::Decimal;

/// Reads a number with all its digits. `None` if there are more than a decimal holds.
pub fn read(text: &str) -> Option<Decimal> {
    if let Ok(value) = Decimal::from_str_exact(text) {
        return Some(value);
    }
    // A column may have more digits than that after the point; zeros at the end are none.
    let shorter = text.contains('.').then(|| text.trim_end_matches('0').trim_end_matches('.'))?;
    Decimal::from_str_exact(shorter).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_digit_counts() {
        for text in ["0", "-12.50", "0.0000000000000000000000000001", "79228162514264337593543950335"] {
            assert_eq!(read(text).unwrap().to_string(), text);
        }
        assert_eq!(read("7.000000000000000000000000000000"), Some(Decimal::from(7)));
        assert_eq!(read("1.00000000000000000000000000001"), None, "29 digits");
        assert_eq!(read("100000000000000000000000000000"), None, "30 digits");
        assert_eq!(read("x"), None);
    }
}
