//! SQLite's values in other types: times and long decimals are texts, short decimals whole numbers.

use super::super::convert::{Converter, bounds, digits_before, largest_integer, scale};
use super::super::literal::scaled;
use super::super::rules::Rules;
use super::super::syntax::Storage;
use super::Sqlite;
use crate::model::DataType;

impl Converter for Sqlite {
    fn convert(&self, from: &DataType, to: &DataType, value: &str) -> String {
        match (from, to) {
            (DataType::Date, DataType::Timestamp) => format!("{value} || ' 00:00:00.000000'"),
            (DataType::Timestamp, DataType::Date) => format!("substr({value}, 1, 10)"),
            (_, DataType::Text | DataType::Varchar(_)) => as_text(from, value),
            (DataType::Text | DataType::Varchar(_) | DataType::Enum(_), _) => from_text(to, value),
            (from, to) if is_exact(from) && is_exact(to) => number(from, to, value),
            _ => value.to_owned(),
        }
    }

    /// What SQLite makes of a text is written again and compared: of one that is no number or day, it makes another.
    fn readable(&self, to: &DataType, text: &str) -> String {
        match to {
            DataType::Date => {
                format!("COALESCE(date({text}), '') = {text} AND {text} >= '0001'")
            }
            DataType::Uuid => {
                let hex = format!("replace({text}, '-', '')");
                let groups = "????????-????-????-????-????????????";
                format!("{text} GLOB '{groups}' AND length({hex}) = 32 AND {hex} NOT GLOB '*[^0-9a-fA-F]*'")
            }
            DataType::Decimal { .. } => decimal_text(to, text),
            _ => {
                let same = format!("CAST(CAST({text} AS INTEGER) AS TEXT) = {text}");
                match largest_integer(to) {
                    Some(largest) if largest < i64::MAX => {
                        format!("{same} AND CAST({text} AS INTEGER) BETWEEN {} AND {largest}", -largest - 1)
                    }
                    Some(_) | None => same,
                }
            }
        }
    }

    fn exact(&self, from: &DataType, to: &DataType, value: &str) -> Option<String> {
        let more = scale(from).checked_sub(scale(to)).filter(|more| *more > 0)?;
        Some(match self.storage(from) {
            Storage::DecimalText(_) => format!("substr({value}, -{more}) = '{}'", zeros(more)),
            Storage::Scaled(_) | Storage::Natural => format!("{value} % {} = 0", power(more)),
        })
    }

    fn within(&self, from: &DataType, to: &DataType, value: &str) -> String {
        let (least, largest) = bounds(to);
        match self.storage(from) {
            Storage::Natural => format!("{value} BETWEEN {least} AND {largest}"),
            Storage::Scaled(kept) => {
                // Digits that the column does not keep are no part of the bound.
                let bound = |bound: &str| {
                    let (whole, fraction) = bound.split_once('.').unwrap_or((bound, ""));
                    let fraction: String = fraction.chars().take(usize::from(kept)).collect();
                    scaled(&format!("{whole}.{fraction}"), kept).unwrap_or_default()
                };
                format!("{value} BETWEEN {} AND {}", bound(&least), bound(&largest))
            }
            Storage::DecimalText(_) => self.readable(&without_fraction(to), &whole_part(value)),
        }
    }

    fn in_place(&self, _: &DataType, _: &DataType) -> bool {
        // Tables are made anew.
        true
    }
}

fn is_exact(data_type: &DataType) -> bool {
    digits_before(data_type).is_some()
}

/// A type that holds what stands before the point.
fn without_fraction(data_type: &DataType) -> DataType {
    match data_type {
        DataType::Decimal { precision, scale } => {
            DataType::Decimal { precision: precision.saturating_sub(*scale), scale: 0 }
        }
        other => other.clone(),
    }
}

/// What of a decimal text stands before the point.
fn whole_part(value: &str) -> String {
    format!("substr({value}, 1, instr({value} || '.', '.') - 1)")
}

fn as_text(from: &DataType, value: &str) -> String {
    match from {
        DataType::Uuid => {
            let hex = format!("hex({value})");
            let part = |first: u8, count: u8| format!("substr({hex}, {first}, {count})");
            let parts = [part(1, 8), part(9, 4), part(13, 4), part(17, 4), part(21, 12)];
            format!("CASE WHEN {value} IS NOT NULL THEN lower({}) END", parts.join(" || '-' || "))
        }
        DataType::Decimal { scale, .. } if *scale > 0 && Sqlite.storage(from) == Storage::Scaled(*scale) => {
            let power = power(*scale);
            // Both functions make something of NULL.
            format!(
                "CASE WHEN {value} IS NOT NULL THEN iif({value} < 0, '-', '') || printf('%d.%0{scale}d', \
                 abs({value}) / {power}, abs({value}) % {power}) END"
            )
        }
        DataType::Date | DataType::Text | DataType::Varchar(_) | DataType::Enum(_) => value.to_owned(),
        _ => format!("CAST({value} AS TEXT)"),
    }
}

/// The value of a text that is written as one.
fn from_text(to: &DataType, value: &str) -> String {
    match (to, Sqlite.storage(to)) {
        // <https://www.sqlite.org/lang_corefunc.html#unhex>, since 3.41.
        (DataType::Uuid, _) => format!("unhex(replace({value}, '-', ''))"),
        (DataType::Decimal { scale, .. }, Storage::Scaled(_)) => {
            let missing = missing_zeros(*scale, value);
            format!("CAST(replace({value}, '.', '') || {missing} AS INTEGER)")
        }
        (DataType::Decimal { scale, .. }, Storage::DecimalText(_)) => {
            // A negative zero is a zero.
            let plain = format!("CASE WHEN {value} GLOB '*[1-9]*' THEN {value} ELSE ltrim({value}, '-') END");
            if *scale == 0 {
                return plain;
            }
            let point = format!("CASE instr({value}, '.') WHEN 0 THEN '.' ELSE '' END");
            format!("{plain} || {point} || {}", missing_zeros(*scale, value))
        }
        (data_type, _) if largest_integer(data_type).is_some() => format!("CAST({value} AS INTEGER)"),
        _ => value.to_owned(),
    }
}

/// The zeros that a number lacks to have so many digits after the point.
fn missing_zeros(scale: u8, value: &str) -> String {
    let there = format!("CASE instr({value}, '.') WHEN 0 THEN 0 ELSE length({value}) - instr({value}, '.') END");
    format!("substr('{}', 1 + {there})", zeros(scale))
}

/// An exact number of one type in another; it loses no digit.
fn number(from: &DataType, to: &DataType, value: &str) -> String {
    let (was, is) = (scale(from), scale(to));
    let is_text = |data_type: &DataType| matches!(Sqlite.storage(data_type), Storage::DecimalText(_));
    if !is_text(from) && !is_text(to) {
        return match (is.checked_sub(was), was.checked_sub(is)) {
            (Some(0), _) => value.to_owned(),
            (Some(more), _) => format!("{value} * {}", power(more)),
            (None, less) => format!("{value} / {}", power(less.unwrap_or(0))),
        };
    }
    let written = as_text(from, value);
    let written = match was.checked_sub(is).filter(|less| *less > 0) {
        // Zeros, and the point with the last of them.
        Some(less) => format!("substr({written}, 1, length({written}) - {})", less + u8::from(is == 0)),
        None => written,
    };
    from_text(to, &format!("({written})"))
}

/// Whether a text is a decimal number with no more digits than the type has.
fn decimal_text(to: &DataType, text: &str) -> String {
    let before = digits_before(to).unwrap_or(0);
    let glob = |pattern: &str| format!("{text} GLOB '{pattern}'");
    let not = |pattern: &str| format!("{text} NOT GLOB '{pattern}'");
    let digits = "[0-9]".repeat(usize::from(before.max(1)) + 1);
    let mut all = vec![
        format!("({} OR {})", glob("[0-9]*"), glob("-[0-9]*")),
        not("*[^0-9.-]*"),
        not("?*-*"),
        not("*.*.*"),
        not("*."),
        // No zero that could be left out, and no digit too many.
        not("0[0-9]*"),
        not("-0[0-9]*"),
        not(&format!("{digits}*")),
        not(&format!("-{digits}*")),
        not(&format!("*.{}*", "?".repeat(usize::from(scale(to)) + 1))),
    ];
    if before == 0 {
        all.extend([not("[1-9]*"), not("-[1-9]*")]);
    }
    if scale(to) == 0 {
        all.push(not("*.*"));
    }
    all.join(" AND ")
}

fn zeros(count: u8) -> String {
    "0".repeat(usize::from(count))
}

fn power(digits: u8) -> String {
    format!("1{}", zeros(digits))
}
