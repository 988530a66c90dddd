//! Constants in each dialect.

use super::syntax::Storage;
use super::{Dialect, rules::Backslash};
use crate::model::{DataType, Literal};
use crate::sql::Late;

/// A constant, as it is written for a column of this type.
///
/// A text is never a place to break out of: quotes are doubled, and backslashes where they mean something.
pub fn literal(literal: &Literal, data_type: Option<&DataType>, dialect: Dialect) -> String {
    match literal {
        Literal::Bool(value) => dialect.syntax().boolean(*value).to_owned(),
        Literal::Integer(value) => number(&value.to_string(), data_type, dialect),
        Literal::Number(value) => number(value, data_type, dialect),
        Literal::Text(value) => text(value, dialect),
        // An enumeration's value, which comes in quotes.
        Literal::Late(n) => format!("{}{}", dialect.rules().text_prefix(), Late::Default(*n)),
    }
}

/// A text constant.
pub fn text(value: &str, dialect: Dialect) -> String {
    let rules = dialect.rules();
    let mut out = String::with_capacity(value.len() + 3);
    out.push_str(rules.text_prefix());
    out.push('\'');
    for character in value.chars() {
        if character == '\'' || (character == '\\' && rules.backslash() == Backslash::Escapes) {
            out.push(character);
        }
        out.push(character);
    }
    out.push('\'');
    out
}

fn number(value: &str, data_type: Option<&DataType>, dialect: Dialect) -> String {
    match data_type.map(|data_type| (dialect.storage(data_type), data_type)) {
        Some((Storage::Scaled(scale), _)) => scaled(value, scale).unwrap_or_else(|| value.to_owned()),
        Some((Storage::DecimalText(scale), _)) => {
            text(&canonical(value, scale).unwrap_or_else(|| value.to_owned()), dialect)
        }
        Some((Storage::Natural, _)) | None => value.to_owned(),
    }
}

/// A decimal number times ten to the power of `scale`, as text. `None` if a digit would be lost, or it is no number.
pub fn scaled(value: &str, scale: u8) -> Option<String> {
    let (sign, whole, fraction) = digits(value, scale)?;
    let all = format!("{whole}{fraction}");
    let all = all.trim_start_matches('0');
    Some(if all.is_empty() { "0".to_owned() } else { format!("{sign}{all}") })
}

/// A decimal number with exactly `scale` digits after the point. `None` if a digit would be lost, or it is no number.
pub fn canonical(value: &str, scale: u8) -> Option<String> {
    let (sign, whole, fraction) = digits(value, scale)?;
    let whole = if whole.is_empty() { "0" } else { whole };
    let sign = if whole == "0" && fraction.bytes().all(|digit| digit == b'0') { "" } else { sign };
    Some(if scale == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") })
}

/// Sign, digits before the point without leading zeros, and `scale` digits after it.
fn digits(value: &str, scale: u8) -> Option<(&'static str, &str, String)> {
    let (sign, rest) = match value.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", value.strip_prefix('+').unwrap_or(value)),
    };
    let (whole, fraction) = rest.split_once('.').unwrap_or((rest, ""));
    let fraction = fraction.trim_end_matches('0');
    let numeric = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if rest.is_empty() || !numeric(whole) || !numeric(fraction) || fraction.len() > usize::from(scale) {
        return None;
    }
    Some((sign, whole.trim_start_matches('0'), format!("{fraction:0<width$}", width = usize::from(scale))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_cannot_leave_its_quotes() {
        let of = |dialect| text(r"it's a \' trap", dialect);
        assert_eq!(of(Dialect::Sqlite), r"'it''s a \'' trap'");
        assert_eq!(of(Dialect::Postgres), r"'it''s a \'' trap'");
        assert_eq!(of(Dialect::Mysql), r"'it''s a \\'' trap'");
        assert_eq!(of(Dialect::Mariadb), r"'it''s a \\'' trap'");
        assert_eq!(of(Dialect::SqlServer), r"N'it''s a \'' trap'");
    }

    #[test]
    fn decimals_stay_exact_on_sqlite() {
        let of = |value: &'static str, precision, scale| {
            literal(&Literal::Number(value.into()), Some(&DataType::Decimal { precision, scale }), Dialect::Sqlite)
        };
        assert_eq!(of("-12.5", 10, 2), "-1250");
        assert_eq!(of("0.05", 10, 2), "5");
        assert_eq!(of("-0.00", 10, 2), "0");
        assert_eq!(of("12.5", 30, 3), "'12.500'");
        assert_eq!(of("-0", 30, 1), "'0.0'");
        assert_eq!(scaled("1.234", 2), None);
        assert_eq!(scaled("", 2), None);
        assert_eq!(scaled("1e5", 2), None);
    }
}
