//! `bool`, integers, floats and `Decimal`.

use rust_decimal::Decimal;
use tablewright_schema::DataType;

use crate::column_type::ColumnType;
use crate::error::{Error, Kind, Result};
use crate::param::Param;
use crate::row::Row;

macro_rules! plain {
    ($($type:ty: $variant:ident, $getter:ident;)+) => {$(
        impl ColumnType for $type {
            const TYPE: DataType = DataType::$variant;

            fn param(&self, _: &DataType) -> Result<Param<'_>> {
                Ok(Param::$variant(*self))
            }

            fn decode(row: &mut dyn Row, index: usize, _: &DataType) -> Result<Self> {
                row.$getter(index)
            }
        }
    )+};
}

plain! {
    bool: Bool, bool;
    i16: I16, i16;
    i32: I32, i32;
    i64: I64, i64;
    f32: F32, f32;
    f64: F64, f64;
}

/// What a decimal has without a column's word: all digits the Rust type can hold.
const WIDEST: (u8, u8) = (28, 10);

fn shape(data_type: &DataType) -> (u8, u8) {
    match data_type {
        DataType::Decimal { precision, scale } => (*precision, *scale),
        _ => WIDEST,
    }
}

impl ColumnType for Decimal {
    const TYPE: DataType = DataType::Decimal { precision: WIDEST.0, scale: WIDEST.1 };

    fn param(&self, data_type: &DataType) -> Result<Param<'_>> {
        let (precision, scale) = shape(data_type);
        let value = self.normalize();
        if value.scale() > u32::from(scale) {
            return Err(Error::new(Kind::OutOfRange, format!("more than {scale} digits after the point")));
        }
        let whole = u32::from(precision.saturating_sub(scale));
        let limit = 10_u128.checked_pow(whole).unwrap_or(u128::MAX);
        if value.trunc().mantissa().unsigned_abs() >= limit {
            return Err(Error::new(Kind::OutOfRange, format!("more than {whole} digits before the point")));
        }
        Ok(Param::Decimal { value, precision, scale })
    }

    fn decode(row: &mut dyn Row, index: usize, data_type: &DataType) -> Result<Self> {
        let (precision, scale) = shape(data_type);
        row.decimal(index, precision, scale)
    }
}
