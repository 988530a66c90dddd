//! What a field's type says about its column: the only place that reads Rust type syntax.

/// A field's type, without `Option`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RustType {
    /// `String`.
    String,
    /// `i16`.
    I16,
    /// `i32`.
    I32,
    /// `i64`.
    I64,
    /// `bool`.
    Bool,
    /// `f32`.
    F32,
    /// `f64`.
    F64,
    /// `Decimal`.
    Decimal,
    /// `NaiveDate`.
    Date,
    /// `NaiveTime`.
    Time,
    /// `NaiveDateTime`.
    Timestamp,
    /// `DateTime<Utc>`.
    TimestampTz,
    /// `Uuid`.
    Uuid,
    /// `Json<T>`.
    Json,
    /// `Vec<u8>`.
    Bytes,
    /// Anything else: a type of the user's own.
    User,
}
