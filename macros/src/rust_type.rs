//! What a field's type says about its column: the only place that reads Rust type syntax.

use syn::{GenericArgument, PathArguments, Type};
use tablewright_schema::DataType;

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

/// What a type says.
pub struct Read {
    /// Whether it is an `Option`.
    pub optional: bool,
    /// The type without `Option`.
    pub inner: Type,
    /// What the derive makes of it.
    pub rust_type: RustType,
}

/// Reads the type of a field.
///
/// # Errors
/// Why no column can hold it, and what can, if that is certain from the syntax. A name that is not known is
/// [`RustType::User`], and the compiler judges it.
pub fn read(ty: &Type) -> Result<Read, String> {
    let ty = unwrapped(ty);
    if let Some(inner) = option(ty) {
        let inner = unwrapped(inner);
        if option(inner).is_some() {
            return Err(
                "a column is NULL or not, so an `Option` inside an `Option` cannot come back\nhelp: write one `Option`"
                    .to_owned(),
            );
        }
        return Ok(Read { optional: true, inner: inner.clone(), rust_type: classify(inner)? });
    }
    Ok(Read { optional: false, inner: ty.clone(), rust_type: classify(ty)? })
}

/// A type without the parentheses, visible or not, around it.
fn unwrapped(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => unwrapped(&group.elem),
        Type::Paren(paren) => unwrapped(&paren.elem),
        other => other,
    }
}

fn option(ty: &Type) -> Option<&Type> {
    match named(ty)? {
        ("Option", Some(inner)) => Some(inner),
        _ => None,
    }
}

/// The name of a type whose path is short or starts with a crate the derive knows, and its first argument.
fn named(ty: &Type) -> Option<(&str, Option<&Type>)> {
    const KNOWN: [&str; 7] = ["std", "core", "alloc", "chrono", "rust_decimal", "uuid", "tablewright"];
    let Type::Path(path) = ty else { return None };
    if path.qself.is_some() {
        return None;
    }
    let last = path.path.segments.last()?;
    let first = path.path.segments.first()?;
    if path.path.segments.len() > 1 && !KNOWN.iter().any(|known| first.ident == known) {
        return None;
    }
    let argument = match &last.arguments {
        PathArguments::AngleBracketed(list) => list.args.iter().find_map(|argument| match argument {
            GenericArgument::Type(ty) => Some(unwrapped(ty)),
            _ => None,
        }),
        PathArguments::None | PathArguments::Parenthesized(_) => None,
    };
    Some((NAMES.iter().copied().find(|name| last.ident == name)?, argument))
}

/// The names the derive knows: those of column types, and those that are often tried and cannot be one.
const NAMES: &[&str] = &[
    "Option",
    "String",
    "i16",
    "i32",
    "i64",
    "bool",
    "f32",
    "f64",
    "Decimal",
    "NaiveDate",
    "NaiveTime",
    "NaiveDateTime",
    "DateTime",
    "Uuid",
    "Json",
    "Vec",
    "i8",
    "u8",
    "u16",
    "u32",
    "u64",
    "i128",
    "u128",
    "isize",
    "usize",
    "char",
    "str",
    "Box",
    "Rc",
    "Arc",
    "Cow",
    "HashMap",
    "BTreeMap",
    "HashSet",
    "BTreeSet",
    "VecDeque",
    "SystemTime",
    "Instant",
    "Duration",
    "PathBuf",
];

/// A type as people write it.
fn source(ty: &Type) -> String {
    let mut text = quote::quote!(#ty).to_string();
    for (wide, narrow) in
        [(" < ", "<"), (" >", ">"), (" :: ", "::"), (":: ", "::"), ("& ", "&"), (" ,", ","), (" ;", ";")]
    {
        text = text.replace(wide, narrow);
    }
    text
}

/// The advice, with how a type of the user's own is told from one of the standard library that is often tried.
fn or_own(ty: &Type, advice: &str) -> String {
    match ty {
        Type::Path(path) if path.path.segments.len() == 1 => {
            format!("{advice}; if it is a type of your own, write its path, as in `self::{}`", source(ty))
        }
        _ => advice.to_owned(),
    }
}

fn classify(ty: &Type) -> Result<RustType, String> {
    let refuse = |instead: &str| Err(format!("no column holds `{}`\nhelp: {instead}", source(ty)));
    match ty {
        Type::Path(_) => {}
        Type::Reference(reference) => {
            return match &*reference.elem {
                Type::Slice(_) => refuse("a row owns its values; write `Vec<u8>`"),
                _ => refuse("a row owns its values; write the type without `&`, `String` for a text"),
            };
        }
        Type::Array(_) | Type::Slice(_) => return refuse("write `Vec<u8>` for bytes, or `Json<..>` for a list"),
        Type::Tuple(_) => return refuse("write a field for each value, or `Json<..>` for the whole"),
        Type::FnPtr(_) | Type::ImplTrait(_) | Type::Infer(_) | Type::Never(_) | Type::Ptr(_) | Type::TraitObject(_) => {
            return refuse("write a type that is known and owned, such as `String` or `i64`");
        }
        // A macro, or syntax newer than the parser: the compiler judges it.
        _ => return Ok(RustType::User),
    }
    Ok(match named(ty) {
        None => RustType::User,
        Some(("String", _)) => RustType::String,
        Some(("i16", _)) => RustType::I16,
        Some(("i32", _)) => RustType::I32,
        Some(("i64", _)) => RustType::I64,
        Some(("bool", _)) => RustType::Bool,
        Some(("f32", _)) => RustType::F32,
        Some(("f64", _)) => RustType::F64,
        Some(("Decimal", _)) => RustType::Decimal,
        Some(("NaiveDate", _)) => RustType::Date,
        Some(("NaiveTime", _)) => RustType::Time,
        Some(("NaiveDateTime", _)) => RustType::Timestamp,
        Some(("DateTime", Some(zone))) => match zone {
            Type::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == "Utc") => {
                RustType::TimestampTz
            }
            _ => return refuse("instants are kept in UTC; write `DateTime<Utc>`"),
        },
        Some(("DateTime", None)) => return refuse("write `DateTime<Utc>`"),
        Some(("Uuid", _)) => RustType::Uuid,
        Some(("Json", Some(_))) => RustType::Json,
        Some(("Json", None)) => return refuse("say what the document holds; write `Json<..>`"),
        Some(("Vec", argument)) => match argument {
            Some(Type::Path(path)) if path.path.is_ident("u8") => RustType::Bytes,
            _ => return refuse("write `Vec<u8>` for bytes, `Json<Vec<..>>` for a list, or a table of its own"),
        },
        Some(("i8" | "u8", _)) => return refuse("the smallest integer every engine has is `i16`"),
        Some(("u16", _)) => return refuse("not every engine has unsigned integers; write `i32`"),
        Some(("u32", _)) => return refuse("not every engine has unsigned integers; write `i64`"),
        Some(("u64" | "isize" | "usize" | "i128" | "u128", _)) => {
            return refuse("the largest integer every engine has is `i64`; for more digits, write `Decimal`");
        }
        Some(("char" | "str", _)) => return refuse("write `String`, with `max_length` if it is short"),
        Some(("Box" | "Rc" | "Arc" | "Cow", _)) => return refuse("a row owns its values; write the type inside"),
        Some(("HashMap" | "BTreeMap" | "HashSet" | "BTreeSet" | "VecDeque", _)) => {
            return refuse("write `Json<..>` around it, or a table of its own");
        }
        Some(("SystemTime" | "Instant", _)) => return refuse(&or_own(ty, "write `DateTime<Utc>`")),
        Some(("Duration", _)) => {
            return refuse(&or_own(ty, "engines differ in intervals; write `i64` and say the unit in the name"));
        }
        Some(("PathBuf", _)) => return refuse(&or_own(ty, "write `String`")),
        Some(_) => RustType::User,
    })
}

impl RustType {
    /// The data type, for those that leave nothing to be said.
    pub const fn fixed(self) -> Option<DataType> {
        Some(match self {
            Self::I16 => DataType::I16,
            Self::I32 => DataType::I32,
            Self::I64 => DataType::I64,
            Self::Bool => DataType::Bool,
            Self::F32 => DataType::F32,
            Self::F64 => DataType::F64,
            Self::Date => DataType::Date,
            Self::Time => DataType::Time,
            Self::Timestamp => DataType::Timestamp,
            Self::TimestampTz => DataType::TimestampTz,
            Self::Uuid => DataType::Uuid,
            Self::Json => DataType::Json,
            Self::String | Self::Bytes | Self::Decimal | Self::User => return None,
        })
    }

    /// How a message names it.
    pub fn shown(self) -> String {
        match self {
            Self::User => "a type of your own".to_owned(),
            built_in => format!("`{}`", built_in.name()),
        }
    }

    /// How a user writes it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::String => "String",
            Self::I16 => "i16",
            Self::I32 => "i32",
            Self::I64 => "i64",
            Self::Bool => "bool",
            Self::F32 => "f32",
            Self::F64 => "f64",
            Self::Decimal => "Decimal",
            Self::Date => "NaiveDate",
            Self::Time => "NaiveTime",
            Self::Timestamp => "NaiveDateTime",
            Self::TimestampTz => "DateTime<Utc>",
            Self::Uuid => "Uuid",
            Self::Json => "Json<..>",
            Self::Bytes => "Vec<u8>",
            Self::User => "a type of your own",
        }
    }
}
