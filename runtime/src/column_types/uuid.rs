//! `Uuid`.

use tablewright_schema::DataType;
use uuid::Uuid;

use crate::column_type::ColumnType;
use crate::error::Result;
use crate::param::Param;
use crate::row::Row;

impl ColumnType for Uuid {
    const TYPE: DataType = DataType::Uuid;

    fn param(&self, _: &DataType) -> Result<Param<'_>> {
        Ok(Param::Uuid(*self))
    }

    fn decode(row: &mut dyn Row, index: usize, _: &DataType) -> Result<Self> {
        row.uuid(index)
    }
}
