//! `Option<V>`: a column that may be NULL.

use tablewright_schema::{DataType, Dialect};

use crate::column_type::ColumnType;
use crate::error::Result;
use crate::param::{NullType, Param};
use crate::row::Row;

impl<V: ColumnType> ColumnType for Option<V> {
    const TYPE: DataType = V::TYPE;

    fn param(&self, data_type: &DataType) -> Result<Param<'_>> {
        match self {
            Some(value) => value.param(data_type),
            None => Ok(Param::Null(NullType::of(data_type))),
        }
    }

    fn decode(row: &mut dyn Row, index: usize, data_type: &DataType) -> Result<Self> {
        Ok(if row.is_null(index)? { None } else { Some(V::decode(row, index, data_type)?) })
    }

    fn normalize(&mut self, dialect: Dialect) {
        if let Some(value) = self {
            value.normalize(dialect);
        }
    }
}
