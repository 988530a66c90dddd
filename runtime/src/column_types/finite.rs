//! Whether a value that is to become JSON holds a float that JSON has no number for.

use std::fmt::{self, Display};

use serde::ser::{
    self, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};

/// Whether all floats in a value are finite.
pub fn is_finite(value: &impl Serialize) -> bool {
    value.serialize(Look).is_ok()
}

/// Looks at the floats of a value, and writes nothing.
#[derive(Clone, Copy)]
struct Look;

/// A float is infinite or no number, or the value cannot be serialized.
#[derive(Debug)]
struct Refused;

impl Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a float is no finite number")
    }
}

impl std::error::Error for Refused {}

impl ser::Error for Refused {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

type Looked = Result<(), Refused>;

const fn look_at(is_finite: bool) -> Looked {
    if is_finite { Ok(()) } else { Err(Refused) }
}

/// What holds no float.
macro_rules! nothing {
    ($($method:ident($($value:ty),*)),+ $(,)?) => {$(
        fn $method(self, $(_: $value),*) -> Looked {
            Ok(())
        }
    )+};
}

/// What holds values of its own.
macro_rules! compound {
    ($($method:ident($($value:ty),*)),+ $(,)?) => {$(
        fn $method(self, $(_: $value),*) -> Result<Self, Refused> {
            Ok(self)
        }
    )+};
}

impl Serializer for Look {
    type Ok = ();
    type Error = Refused;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Self;
    type SerializeTupleVariant = Self;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Self;

    nothing! {
        serialize_bool(bool),
        serialize_i8(i8), serialize_i16(i16), serialize_i32(i32), serialize_i64(i64), serialize_i128(i128),
        serialize_u8(u8), serialize_u16(u16), serialize_u32(u32), serialize_u64(u64), serialize_u128(u128),
        serialize_char(char), serialize_str(&str), serialize_bytes(&[u8]),
        serialize_none(), serialize_unit(), serialize_unit_struct(&'static str),
        serialize_unit_variant(&'static str, u32, &'static str),
    }

    compound! {
        serialize_seq(Option<usize>),
        serialize_tuple(usize),
        serialize_tuple_struct(&'static str, usize),
        serialize_tuple_variant(&'static str, u32, &'static str, usize),
        serialize_map(Option<usize>),
        serialize_struct(&'static str, usize),
        serialize_struct_variant(&'static str, u32, &'static str, usize),
    }

    fn serialize_f32(self, value: f32) -> Looked {
        look_at(value.is_finite())
    }

    fn serialize_f64(self, value: f64) -> Looked {
        look_at(value.is_finite())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Looked {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Looked {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        value: &T,
    ) -> Looked {
        value.serialize(self)
    }
}

/// Each part of a compound is looked at by itself.
macro_rules! parts {
    ($($compound:ident: $method:ident($($name:ty)?)),+ $(,)?) => {$(
        impl $compound for Look {
            type Ok = ();
            type Error = Refused;

            fn $method<T: Serialize + ?Sized>(&mut self, $(_: $name,)? value: &T) -> Looked {
                value.serialize(*self)
            }

            fn end(self) -> Looked {
                Ok(())
            }
        }
    )+};
}

parts! {
    SerializeSeq: serialize_element(),
    SerializeTuple: serialize_element(),
    SerializeTupleStruct: serialize_field(),
    SerializeTupleVariant: serialize_field(),
    SerializeStruct: serialize_field(&'static str),
    SerializeStructVariant: serialize_field(&'static str),
}

impl SerializeMap for Look {
    type Ok = ();
    type Error = Refused;

    /// serde_json refuses a float as a key that is not finite.
    fn serialize_key<T: Serialize + ?Sized>(&mut self, _: &T) -> Looked {
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Looked {
        value.serialize(*self)
    }

    fn end(self) -> Looked {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Serialize;

    use super::*;

    #[derive(Serialize)]
    enum Shape {
        Unit,
        One(f64),
        Two(f32, f32),
        Named { at: Option<f64> },
    }

    #[test]
    fn floats_are_found_wherever_they_are() {
        for odd in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert!(!is_finite(&odd) && !is_finite(&Some(odd)) && !is_finite(&vec![0.0, odd]));
            assert!(!is_finite(&BTreeMap::from([("a", odd)])) && !is_finite(&(1, odd, "b")));
            assert!(!is_finite(&Shape::One(odd)) && !is_finite(&Shape::Named { at: Some(odd) }));
        }
        assert!(!is_finite(&Shape::Two(0.0, f32::NAN)));
        for fine in [Shape::Unit, Shape::One(f64::MAX), Shape::Two(0.0, -0.0), Shape::Named { at: None }] {
            assert!(is_finite(&fine));
        }
        assert!(is_finite(&(None::<f64>, (), "null", [1, 2], BTreeMap::from([(1, 'a')]))));
    }
}
