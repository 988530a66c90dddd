//! `String`.

use std::borrow::Cow;

use tablewright_schema::DataType;

use crate::column_type::ColumnType;
use crate::error::{Error, Kind, Result};
use crate::param::Param;
use crate::row::Row;

impl ColumnType for String {
    const TYPE: DataType = DataType::Text;

    fn param(&self, data_type: &DataType) -> Result<Param<'_>> {
        if let DataType::Varchar(length) = data_type {
            check_length(self, *length)?;
        }
        Ok(Param::Text(Cow::Borrowed(self)))
    }

    fn decode(row: &mut dyn Row, index: usize, _: &DataType) -> Result<Self> {
        row.text(index).map(str::to_owned)
    }
}

/// No more characters than the column takes. Counting them is only needed if there are more bytes.
fn check_length(text: &str, length: u32) -> Result<()> {
    let limit = length as usize;
    if text.len() <= limit || text.chars().count() <= limit {
        return Ok(());
    }
    Err(Error::new(Kind::TooLong, format!("the text is longer than {length} characters")))
}
