//! A column's values in another type: how they are written, and which of them have no equal there.
//!
//! The same rows are refused and the same values come out on every engine: texts are read strictly, as the other types are
//! written, and nothing is rounded.

use super::Dialect;
use super::literal::text;
use super::rules::Rules;
use super::type_text::largest_decimal;
use crate::expr::Function;
use crate::model::DataType;

/// Rows that stand in the way of a conversion.
pub(crate) struct Unfit {
    /// Holds for them.
    pub(crate) condition: String,
    /// What is wrong with the value; its column stands before it.
    pub(crate) words: String,
}

impl Unfit {
    fn new(condition: impl Into<String>, words: impl Into<String>) -> Self {
        Self { condition: condition.into(), words: words.into() }
    }
}

/// A dialect's answers about values that change their family.
pub(crate) trait Converter: Sync {
    /// The value of a column in another type. The pair is one that a plan knows, and the value has an equal there.
    fn convert(&self, from: &DataType, to: &DataType, value: &str) -> String;

    /// Whether a text is written as values of this type are.
    fn readable(&self, to: &DataType, text: &str) -> String;

    /// Whether an exact number, of a type that may have more digits, has an equal in this type.
    fn exact(&self, from: &DataType, to: &DataType, value: &str) -> Option<String> {
        let scale = scale(to);
        (scale < self::scale(from)).then(|| format!("ROUND({value}, {scale}) = {value}"))
    }

    /// Whether a number is within the bounds of another type.
    fn within(&self, _: &DataType, to: &DataType, value: &str) -> String {
        let (least, largest) = bounds(to);
        format!("{value} BETWEEN {least} AND {largest}")
    }

    /// Whether the engine's own change of a column's type converts as [`convert`](Self::convert) does; otherwise a new
    /// column takes the values.
    fn in_place(&self, from: &DataType, to: &DataType) -> bool;
}

/// The digits after the point.
pub(crate) fn scale(data_type: &DataType) -> u8 {
    match data_type {
        DataType::Decimal { scale, .. } => *scale,
        _ => 0,
    }
}

/// The largest whole number of a type.
pub(crate) fn largest_integer(data_type: &DataType) -> Option<i64> {
    match data_type {
        DataType::I16 => Some(i64::from(i16::MAX)),
        DataType::I32 => Some(i64::from(i32::MAX)),
        DataType::I64 => Some(i64::MAX),
        _ => None,
    }
}

/// How many characters a text has; as many as there are, if it has no end.
pub(crate) fn text_width(data_type: &DataType) -> Option<u64> {
    match data_type {
        DataType::Varchar(length) => Some(u64::from(*length)),
        DataType::Enum(values) => Some(u64::from(DataType::enum_width(values))),
        DataType::Text => Some(u64::MAX),
        _ => None,
    }
}

/// How many bytes there may be.
pub(crate) fn byte_width(data_type: &DataType) -> Option<u64> {
    match data_type {
        DataType::Binary(length) => Some(u64::from(*length)),
        DataType::Blob => Some(u64::MAX),
        _ => None,
    }
}

/// The longest text that a value is written as.
fn written_width(data_type: &DataType) -> u64 {
    match data_type {
        DataType::I16 => 6,
        DataType::I32 => 11,
        DataType::I64 => 20,
        // A sign, a point, and a zero before it.
        DataType::Decimal { precision, .. } => u64::from(*precision) + 3,
        DataType::Date => 10,
        DataType::Uuid => 36,
        _ => u64::MAX,
    }
}

impl Dialect {
    /// The value of a column in another type; itself where there is nothing to do.
    pub(crate) fn converted(self, from: &DataType, to: &DataType, value: &str) -> String {
        match self.rules().converter() {
            Some(converter) if !is_family(from, to) => converter.convert(from, to, value),
            Some(_) | None => value.to_owned(),
        }
    }

    /// Whether it knows how to convert between families of types.
    pub(crate) fn converts_families(self) -> bool {
        self.rules().converter().is_some()
    }

    /// Whether its own change of a column's type converts the values.
    pub(crate) fn converts_in_place(self, from: &DataType, to: &DataType) -> bool {
        self.rules().converter().is_none_or(|converter| is_family(from, to) || converter.in_place(from, to))
    }

    /// The values that have no equal in another type.
    pub(crate) fn unfit(self, from: &DataType, to: &DataType, value: &str) -> Vec<Unfit> {
        let rules = self.rules();
        if let DataType::Enum(values) = to {
            let list: Vec<String> = values.iter().map(|value| text(value, self)).collect();
            let condition = format!("{value} NOT IN ({})", list.join(", "));
            return vec![Unfit::new(condition, format!("is none of {}", values.join(", ")))];
        }
        if let Some(to_width) = text_width(to) {
            let from_width = text_width(from).unwrap_or_else(|| written_width(from));
            if from_width <= to_width {
                return Vec::new();
            }
            let length = self.call(Function::Length, &[self.converted(from, to, value)]);
            return vec![Unfit::new(format!("{length} > {to_width}"), format!("is longer than {to_width} characters"))];
        }
        if let (Some(from), Some(to)) = (byte_width(from), byte_width(to)) {
            let condition = format!("{} > {to}", rules.octets(value));
            return if from <= to {
                Vec::new()
            } else {
                vec![Unfit::new(condition, format!("is longer than {to} bytes"))]
            };
        }
        if text_width(from).is_some() {
            return match rules.converter() {
                Some(converter) => {
                    let condition = format!("{value} IS NOT NULL AND NOT ({})", converter.readable(to, value));
                    vec![Unfit::new(condition, format!("is not written as {} is", shape(to)))]
                }
                None => Vec::new(),
            };
        }
        number(rules, from, to, value)
    }
}

/// Numbers that have no equal in another type of numbers.
fn number(rules: &dyn Rules, from: &DataType, to: &DataType, value: &str) -> Vec<Unfit> {
    if *to == DataType::Bool {
        return vec![Unfit::new(format!("{value} NOT IN (0, 1)"), "is neither 0 nor 1")];
    }
    if let (Some(from), Some(to)) = (largest_integer(from), largest_integer(to)) {
        let least = -to - 1;
        let condition = format!("{value} > {to} OR {value} < {least}");
        return if from <= to {
            Vec::new()
        } else {
            vec![Unfit::new(condition, format!("is not within {least} and {to}"))]
        };
    }
    let (Some(digits), Some(room), Some(converter)) = (digits_before(from), digits_before(to), rules.converter())
    else {
        return Vec::new();
    };
    let mut all = Vec::new();
    // As many digits as the largest whole number has can be more than it.
    if digits > room || (digits == room && largest_integer(to).is_some()) {
        let (least, largest) = bounds(to);
        let condition = format!("NOT ({})", converter.within(from, to, value));
        all.push(Unfit::new(condition, format!("is not within {least} and {largest}")));
    }
    if let Some(exact) = converter.exact(from, to, value) {
        let words = format!("has more than {} digits after the point", scale(to));
        all.push(Unfit::new(format!("NOT ({exact})"), words));
    }
    all
}

/// The digits that may stand before the point.
pub(crate) fn digits_before(data_type: &DataType) -> Option<u8> {
    match data_type {
        DataType::I16 => Some(5),
        DataType::I32 => Some(10),
        DataType::I64 => Some(19),
        DataType::Decimal { precision, scale } => Some(precision.saturating_sub(*scale)),
        _ => None,
    }
}

/// The least and the largest number of a type.
pub(crate) fn bounds(data_type: &DataType) -> (String, String) {
    match (largest_integer(data_type), data_type) {
        (Some(largest), _) => ((-largest - 1).to_string(), largest.to_string()),
        (None, DataType::Decimal { precision, scale }) => {
            let largest = largest_decimal(*precision, *scale);
            (format!("-{largest}"), largest)
        }
        (None, _) => (String::new(), String::new()),
    }
}

/// What a text has to look like.
fn shape(data_type: &DataType) -> String {
    match data_type {
        DataType::Date => "a day, `2026-01-31`,".to_owned(),
        DataType::Uuid => "a UUID".to_owned(),
        DataType::Decimal { precision, scale } => {
            format!("a number with at most {precision} digits, {scale} of them after the point,")
        }
        other => format!("a whole number ({})", crate::describe::data_type_name(other)),
    }
}

/// Whether two types keep their values in the same way, so that an assignment is enough.
pub(crate) fn is_family(from: &DataType, to: &DataType) -> bool {
    let both = |of: fn(&DataType) -> bool| of(from) && of(to);
    from == to
        || both(|data_type| largest_integer(data_type).is_some())
        || both(|data_type| text_width(data_type).is_some())
        || both(|data_type| byte_width(data_type).is_some())
}

/// A regular expression for the texts that are values of a type, without anchors: what POSIX, PCRE, ICU and SIMILAR TO have
/// in common; `~` is a minus sign.
pub(crate) fn pattern(to: &DataType) -> String {
    match to {
        DataType::Decimal { precision, scale } => {
            let whole = match precision.saturating_sub(*scale) {
                0 => "0".to_owned(),
                1 => "[0-9]".to_owned(),
                digits => format!("(0|[1-9][0-9]{{0,{}}})", digits - 1),
            };
            let fraction = if *scale == 0 { String::new() } else { format!("([.][0-9]{{1,{scale}}})?") };
            format!("~?{whole}{fraction}")
        }
        // 29 February is a day in years that four divides, and not a hundred, unless four hundred does.
        DataType::Date => "([0-9]{3}[1-9]|[0-9]{2}[1-9][0-9]|[0-9][1-9][0-9]{2}|[1-9][0-9]{3})~\
             ((0[13578]|1[02])~(0[1-9]|[12][0-9]|3[01])|(0[469]|11)~(0[1-9]|[12][0-9]|30)|02~(0[1-9]|1[0-9]|2[0-8]))\
             |([0-9]{2}(0[48]|[2468][048]|[13579][26])|(0[48]|[2468][048]|[13579][26])00)~02~29"
            .to_owned(),
        DataType::Uuid => "[0-9a-fA-F]{8}~([0-9a-fA-F]{4}~){3}[0-9a-fA-F]{12}".to_owned(),
        // As many digits as the type has at most; the bounds are asked for beside it.
        other => format!("0|~?[1-9][0-9]{{0,{}}}", digits_before(other).unwrap_or(1).saturating_sub(1)),
    }
}

/// Whether a text is a value of a type, where `matches` says whether it matches the pattern and `number` makes a number of one
/// that does.
pub(crate) fn by_pattern(to: &DataType, matches: String, number: &str) -> String {
    if largest_integer(to).is_none() {
        return matches;
    }
    let (least, largest) = bounds(to);
    // A branch that is not taken is not evaluated, so that no other text has to be a number.
    format!("CASE WHEN {matches} THEN {number} BETWEEN {least} AND {largest} ELSE 1 = 0 END")
}
