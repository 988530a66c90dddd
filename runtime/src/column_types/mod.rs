//! The built-in column types, by kind.

mod bytes;
mod finite;
mod json;
mod number;
mod option;
mod text;
mod time;
mod uuid;
