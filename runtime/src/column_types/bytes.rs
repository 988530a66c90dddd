//! `Vec<u8>`.

use std::borrow::Cow;

use tablewright_schema::DataType;

use crate::column_type::ColumnType;
use crate::error::{Error, Kind, Result};
use crate::param::Param;
use crate::row::Row;

impl ColumnType for Vec<u8> {
    const TYPE: DataType = DataType::Blob;

    fn param(&self, data_type: &DataType) -> Result<Param<'_>> {
        match data_type {
            DataType::Binary(length) if self.len() > *length as usize => {
                Err(Error::new(Kind::TooLong, format!("more than {length} bytes")))
            }
            _ => Ok(Param::Bytes(Cow::Borrowed(self))),
        }
    }

    fn decode(row: &mut dyn Row, index: usize, _: &DataType) -> Result<Self> {
        row.bytes(index).map(<[u8]>::to_vec)
    }
}
