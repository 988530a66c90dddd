//! Texts that only get longer, which InnoDB mostly changes in place.

use crate::dialect::lint::is_longer_text;
use crate::lint::Operation;
use crate::model::DataType;

/// What is longer is kept apart from the row, in a type of its own.
const LONGEST_VARCHAR: u32 = 4_000;

/// The characters before and after of a `varchar` that only gets longer.
pub(super) fn widths(operation: &Operation<'_>) -> Option<(u32, u32)> {
    let widths = operation.types.and_then(|(from, to)| Some((width(from)?, width(to)?)));
    widths.filter(|_| is_longer_text(operation))
}

fn width(data_type: &DataType) -> Option<u32> {
    match data_type {
        DataType::Varchar(length) => Some(*length).filter(|length| *length <= LONGEST_VARCHAR),
        DataType::Enum(values) => Some(DataType::enum_width(values)),
        _ => None,
    }
}
