//! What a column is about: the types that can hold it, and values of it.

use fastrand::Rng;
use tablewright_schema::model::{ColumnDefault, DataType, Literal, Text};

/// A column keeps its flavour, whatever becomes of its type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flavour {
    Words,
    Numbers,
    Fractions,
    Truth,
    Days,
    Moments,
    Times,
    Instants,
    Uuids,
    Documents,
    Bytes,
    Floats,
}

use Flavour::{Bytes, Days, Documents, Floats, Fractions, Instants, Moments, Numbers, Times, Truth, Uuids, Words};

const ALL: [Flavour; 18] = [
    Words, Words, Words, Numbers, Numbers, Numbers, Fractions, Fractions, Truth, Days, Days, Moments, Times, Instants,
    Uuids, Documents, Bytes, Floats,
];

/// Values of enumerations, and of texts that may become some.
const WORDS: [&str; 5] = ["alpha", "beta", "gamma", "delta", "it's"];

impl Flavour {
    pub fn any(rng: &mut Rng) -> Self {
        ALL[rng.usize(0..ALL.len())]
    }

    /// A type that holds it, or most of it.
    pub fn data_type(self, rng: &mut Rng) -> DataType {
        let integer = |rng: &mut Rng| [DataType::I16, DataType::I32, DataType::I64][rng.usize(0..3)].clone();
        match (self, rng.u8(0..10)) {
            (Words, 0) => DataType::Text,
            (Words, 1 | 2) => words(rng),
            // Longer than some engines keep in the row.
            (Words, 3) => DataType::Varchar(9_000),
            (Words, _) => DataType::Varchar(rng.u32(8..60)),
            (Numbers, 0..=5) => integer(rng),
            (Numbers, 6) => DataType::Decimal { precision: rng.u8(5..25), scale: 0 },
            (Numbers, 7) => DataType::Decimal { precision: rng.u8(8..25), scale: rng.u8(1..4) },
            (Numbers, 8) => DataType::Text,
            (Numbers, _) => DataType::Varchar(rng.u32(6..30)),
            (Fractions, 0..=6) => DataType::Decimal { precision: rng.u8(7..25), scale: rng.u8(2..5) },
            (Fractions, 7) => DataType::Text,
            (Fractions, _) => DataType::Varchar(rng.u32(12..40)),
            (Truth, 0..=5) => DataType::Bool,
            (Truth, _) => integer(rng),
            (Days, 0..=5) => DataType::Date,
            (Days, 6 | 7) => DataType::Timestamp,
            (Days, 8) => DataType::Text,
            (Days, _) => DataType::Varchar(rng.u32(10..30)),
            (Moments, 0) => DataType::Date,
            (Moments, _) => DataType::Timestamp,
            (Times, _) => DataType::Time,
            (Instants, _) => DataType::TimestampTz,
            (Uuids, 0..=6) => DataType::Uuid,
            (Uuids, _) => DataType::Varchar(rng.u32(36..50)),
            (Documents, _) => DataType::Json,
            (Bytes, 0..=4) => DataType::Blob,
            (Bytes, 5) => DataType::Binary(20_000),
            (Bytes, _) => DataType::Binary(rng.u32(4..40)),
            (Floats, 0..=4) => DataType::F32,
            (Floats, _) => DataType::F64,
        }
    }

    /// Another type, which plans can get to and back from.
    pub fn other_type(self, from: &DataType, rng: &mut Rng) -> DataType {
        let to = self.data_type(rng);
        let is_text = |data_type: &DataType| matches!(data_type, DataType::Text | DataType::Varchar(_));
        match (from, &to) {
            // What would be rounded or read otherwise is refused.
            (DataType::F64, DataType::F32) => from.clone(),
            (DataType::Timestamp, to) if is_text(to) => from.clone(),
            (from, DataType::Timestamp) if is_text(from) => from.clone(),
            _ => to,
        }
    }

    /// The value with this number; others have others, as far as there are enough.
    pub fn value(self, data_type: &DataType, number: usize) -> String {
        let one = |values: &[&str]| values[number % values.len()].to_owned();
        let is_date = matches!(data_type, DataType::Date | DataType::Text | DataType::Varchar(_));
        match self {
            Words => match data_type {
                DataType::Enum(values) => values[number % values.len()].to_string(),
                _ => one(&["beta", "alpha", "gamma", "é€𝄞 \\", "", "O'Brien", "x y", "delta"]),
            },
            Numbers => one(&["7", "0", "-12", "30000", "41", "-32768", "5", "99"]),
            Fractions => one(&["1.50", "-0.05", "7.00", "0.00", "999.99", "12.34", "-100.10", "3.30"]),
            Truth => match data_type {
                DataType::Bool => one(&["true", "false"]),
                _ => one(&["1", "0"]),
            },
            Days => {
                let day = one(&["2024-02-29", "1969-12-31", "0001-01-01", "9999-12-31", "2000-01-01", "1900-03-01"]);
                if is_date { day } else { format!("{day} 00:00:00") }
            }
            Moments => {
                let day = format!("20{:02}-12-31", number % 8 + 10);
                if is_date { day } else { format!("{day} 23:59:59.99") }
            }
            Times => format!("23:5{}:59.5", number % 8),
            Instants => format!("1969-12-31 23:5{}:59.5", number % 8),
            Uuids => format!("ffffffff-aaaa-4bbb-8ccc-00000000000{}", number % 8),
            Documents => format!("{{\"a\":{}}}", number % 8),
            Bytes => one(&["00ff10", "01", "7f8000", "aa", "00ff", "ffff", "10", "20"]),
            Floats => one(&["0.5", "-16777216", "0.1", "3", "-0.25", "1024", "7.5", "9"]),
        }
    }

    /// A value that hardly fits: what a narrower type does not hold.
    pub fn extreme(self, data_type: &DataType) -> Option<String> {
        match (self, data_type) {
            (Words, DataType::Varchar(length)) => Some("w".repeat(usize::try_from(*length).ok()?)),
            (Words, DataType::Text) => Some("w".repeat(300)),
            // What is computed from it has to fit as well.
            (Numbers, DataType::I32) => Some((i32::MAX - 5).to_string()),
            (Numbers, DataType::I64) => Some(i64::MIN.to_string()),
            (Numbers | Fractions | Days | Uuids, DataType::Text | DataType::Varchar(_)) => Some("x".to_owned()),
            (Truth, DataType::I16 | DataType::I32 | DataType::I64) => Some("2".to_owned()),
            (Fractions, DataType::Decimal { precision, scale }) => {
                let whole = "9".repeat(usize::from(precision - scale));
                let whole = if whole.is_empty() { "0" } else { &whole };
                Some(format!("{whole}.{}", "9".repeat(usize::from(*scale))))
            }
            _ => None,
        }
    }

    /// A default of a type, of some kind.
    pub fn default(self, data_type: &DataType, rng: &mut Rng) -> Option<ColumnDefault> {
        let literal = |literal| Some(ColumnDefault::Literal(literal));
        let is_text = matches!(data_type, DataType::Varchar(_));
        match (self, data_type, rng.u8(0..3)) {
            (Words, DataType::Enum(values), _) => literal(Literal::Text(values[0].clone())),
            (Words, DataType::Varchar(_), 0) => Some(ColumnDefault::Expression("lower('ABC')".into())),
            (Words, DataType::Varchar(_), _) => literal(Literal::Text("it's".into())),
            (Numbers, DataType::I32 | DataType::I64, 0) => Some(ColumnDefault::Expression("3 + 4".into())),
            (Numbers | Truth, DataType::I16 | DataType::I32 | DataType::I64, _) => literal(Literal::Integer(1)),
            (Numbers | Fractions, DataType::Decimal { scale, .. }, _) if *scale > 0 => {
                literal(Literal::Number("1.5".into()))
            }
            (Truth, DataType::Bool, _) => literal(Literal::Bool(true)),
            (Uuids, _, _) => Some(ColumnDefault::Uuid),
            (Days | Moments | Times | Instants, _, _) if !is_text && *data_type != DataType::Text => {
                Some(ColumnDefault::Now)
            }
            _ => None,
        }
    }
}

/// Some of the words, in some order.
fn words(rng: &mut Rng) -> DataType {
    let mut words = WORDS;
    rng.shuffle(&mut words);
    DataType::Enum(words[..rng.usize(2..5)].iter().map(|word| Text::Borrowed(*word)).collect::<Vec<_>>().into())
}
