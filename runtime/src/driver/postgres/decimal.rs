//! PostgreSQL's `numeric` on the wire: groups of four decimal digits.
//!
//! <https://github.com/postgres/postgres/blob/master/src/backend/utils/adt/numeric.c> (`numeric_send`, `numeric_recv`)

use rust_decimal::Decimal;

const NEGATIVE: u16 = 0x4000;
const POSITIVE: u16 = 0;
/// A decimal has 96 bits of digits, and at most 28 of them after the point.
const MAX_MANTISSA: u128 = (1 << 96) - 1;
const MAX_SCALE: i32 = 28;

/// Writes a value with all its digits.
pub fn write(value: Decimal, bytes: &mut Vec<u8>) {
    let scale = value.scale();
    let padding = (4 - scale % 4) % 4;
    let mut rest = value.mantissa().unsigned_abs() * 10_u128.pow(padding);
    // 96 bits and three digits more are 32 digits at most.
    let mut groups = [0_u16; 8];
    let mut first = groups.len();
    while rest > 0 {
        first -= 1;
        groups[first] = (rest % 10_000) as u16;
        rest /= 10_000;
    }
    let groups = &groups[first..];
    let after_point = (scale + padding) / 4;
    let weight = groups.len() as i16 - after_point as i16 - 1;
    let zeros = groups.iter().rev().take_while(|group| **group == 0).count();
    let groups = &groups[..groups.len() - zeros];
    let sign = if value.is_sign_negative() && !value.is_zero() { NEGATIVE } else { POSITIVE };
    let weight = if groups.is_empty() { 0 } else { weight };
    for part in [groups.len() as u16, weight as u16, sign, scale as u16].iter().chain(groups) {
        bytes.extend_from_slice(&part.to_be_bytes());
    }
}

/// Reads a value. `None` if it is no number, or has more digits than a decimal holds.
pub fn read(bytes: &[u8]) -> Option<Decimal> {
    let mut parts = bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
    let (count, weight) = (parts.next()?, parts.next()? as i16);
    let (sign, wanted_scale) = (parts.next()?, i32::from(parts.next()?));
    if !matches!(sign, POSITIVE | NEGATIVE) || parts.len() != usize::from(count) {
        return None;
    }
    let mut mantissa = parts.try_fold(0_u128, |mantissa, group| {
        mantissa.checked_mul(10_000)?.checked_add(u128::from(group)).filter(|_| group < 10_000)
    })?;
    let mut scale = if mantissa == 0 { 0 } else { 4 * (i32::from(count) - 1 - i32::from(weight)) };
    while scale < 0 {
        (mantissa, scale) = (mantissa.checked_mul(10)?, scale + 1);
    }
    while mantissa % 10 == 0 && (scale > wanted_scale || scale > MAX_SCALE || mantissa > MAX_MANTISSA) && scale > 0 {
        (mantissa, scale) = (mantissa / 10, scale - 1);
    }
    while scale < wanted_scale.min(MAX_SCALE) && mantissa <= MAX_MANTISSA / 10 {
        (mantissa, scale) = (mantissa * 10, scale + 1);
    }
    let magnitude = i128::try_from(mantissa).ok().filter(|_| mantissa <= MAX_MANTISSA)?;
    let signed = if sign == NEGATIVE { -magnitude } else { magnitude };
    Decimal::try_from_i128_with_scale(signed, u32::try_from(scale).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        for text in [
            "0",
            "0.00",
            "1",
            "-1",
            "12.50",
            "100.00",
            "10000",
            "100000000.0001",
            "0.0001",
            "0.00010",
            "-0.0000000001",
            "999999999999999999.9999999999",
            "79228162514264337593543950335",
            "-7.9228162514264337593543950335",
            "0.0000000000000000000000000001",
        ] {
            let value: Decimal = text.parse().unwrap();
            let mut bytes = Vec::new();
            write(value, &mut bytes);
            let read = read(&bytes).unwrap();
            assert_eq!((read, read.to_string()), (value, text.to_owned()));
        }
    }

    #[test]
    fn what_is_no_decimal_is_refused() {
        let message = |parts: &[u16]| parts.iter().flat_map(|part| part.to_be_bytes()).collect::<Vec<_>>();
        assert_eq!(read(&message(&[0, 0, 0xc000, 0])), None, "NaN");
        assert_eq!(read(&message(&[0, 0, 0xd000, 0])), None, "infinity");
        assert_eq!(read(&message(&[1, 9, 0, 0, 9_999])), None, "40 digits");
        assert_eq!(read(&message(&[2, 0, 0, 0, 1])), None, "cut off");
        let long = [10, 9, 0, 2, 123, 9_999, 9_999, 9_999, 9_999, 9_999, 9_999, 9_999, 9_999, 9_999];
        assert_eq!(read(&message(&long)), None, "39 digits and a scale");
        // Zeros at the end are no digits.
        assert_eq!(read(&message(&[1, 0, 0, 40, 7])), Some(Decimal::from(7)));
    }
}
