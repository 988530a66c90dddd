//! `Json<T>`.

use std::borrow::Cow;

use serde::Serialize;
use serde::de::DeserializeOwned;
use tablewright_schema::DataType;

use super::finite::is_finite;
use crate::column_type::ColumnType;
use crate::error::{Error, Kind, Result};
use crate::json::Json;
use crate::param::Param;
use crate::row::Row;

impl<T: Serialize + DeserializeOwned + Send + Sync + 'static> ColumnType for Json<T> {
    const TYPE: DataType = DataType::Json;

    fn param(&self, _: &DataType) -> Result<Param<'_>> {
        // serde's messages may quote the value, so only the kind of trouble is told.
        let text = serde_json::to_string(&self.0)
            .map_err(|_| Error::new(Kind::Encode, "the value cannot be written as JSON"))?;
        // What JSON has no number for is written as `null`, and would not be read again.
        if text.contains("null") && !is_finite(&self.0) {
            let message = "the value holds a float that is no finite number, which JSON has not";
            return Err(Error::new(Kind::Encode, message));
        }
        Ok(Param::Json(Cow::Owned(text)))
    }

    fn decode(row: &mut dyn Row, index: usize, _: &DataType) -> Result<Self> {
        serde_json::from_str(row.json(index)?).map(Self).map_err(|error| {
            let (line, column) = (error.line(), error.column());
            Error::new(Kind::Decode, format!("the JSON does not fit the type (line {line}, column {column})"))
        })
    }
}
