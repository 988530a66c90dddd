//! A field as a column.

use syn::ext::IdentExt;
use syn::spanned::Spanned as _;
use tablewright_schema::{ColumnDef, DataType, Generated, Place};

use crate::ast;
use crate::attr::Spanned;
use crate::errors::Errors;
use crate::lower::{Lower, default};
use crate::lowered::Field;
use crate::rust_type::{self, Read, RustType};

/// Makes column `n`.
pub fn lower(lower: &mut Lower<'_>, n: usize, errors: &mut Errors) -> (Field, ColumnDef) {
    let field = &lower.table.fields[n];
    let read = rust_type::read(&field.field.ty).unwrap_or_else(|message| {
        errors.over(&field.field.ty, message);
        lower.unreadable = true;
        Read { optional: false, inner: field.field.ty.clone(), rust_type: RustType::User }
    });
    let attr = &field.column;
    lower.spans.set(Place::Column(n), attr.name.value.as_ref().map_or_else(|| field.ident.span(), |name| name.span));

    let mut def = ColumnDef::new("", data_type(field, n, &read, lower, errors));
    def.name = lower.columns[n].clone().into();
    def.nullable = read.optional;
    def.auto_increment = attr.auto_increment.is_given();
    def.personal = attr.personal.is_given();
    def.comment = attr
        .comment
        .value
        .as_ref()
        .map(|text| text.value.clone())
        .or_else(|| ast::summary(&field.field.attrs))
        .map(Into::into);
    if let Some(name) = &attr.renamed_from.value {
        lower.spans.set(Place::ColumnRenamedFrom(n), name.span);
    }
    def.renamed_from = attr.renamed_from.value.as_ref().map(|name| name.value.clone().into());
    if let Some(generated) = &attr.generated.value {
        let rendered = lower.render(&generated.expression);
        lower.spans.set_text(Place::ColumnGenerated(n, 0), rendered.map);
        def.generated = Some(Generated { expression: rendered.text.into(), stored: generated.stored });
    }
    if let (Some(generated), Some(_)) = (attr.generated.key, attr.default.key) {
        errors.at(
            generated,
            format_args!(
                "`{}` is computed from other columns, so it has no default\nhelp: remove `default` or `generated`",
                field.ident
            ),
        );
    }
    let mut rust_default = None;
    if let Some(default) = &attr.default.value {
        lower.spans.set(Place::ColumnDefault(n), default.span);
        let (default, tokens) = default::lower(field, n, read.rust_type, default, lower, errors);
        (def.default, rust_default) = (Some(default), tokens);
    }
    let lowered = Field {
        ident: field.ident.clone(),
        vis: field.field.vis.clone(),
        ty: field.field.ty.clone(),
        inner: read.inner,
        optional: read.optional,
        rust_type: read.rust_type,
        default: rust_default,
    };
    (lowered, def)
}

fn data_type(field: &ast::Field<'_>, n: usize, read: &Read, lower: &mut Lower<'_>, errors: &mut Errors) -> DataType {
    let attr = &field.column;
    let place = Place::ColumnType(n);
    let max_length = attr.max_length.value.as_ref();
    let digits = attr.precision.value.as_ref().zip(attr.scale.value.as_ref());
    match read.rust_type {
        RustType::String | RustType::Bytes => {}
        other => {
            if let Some(key) = attr.max_length.key {
                errors.at(key, misplaced("max_length", "`String` and `Vec<u8>`", field, other));
            }
        }
    }
    if read.rust_type != RustType::Decimal {
        for (word, key) in [("precision", attr.precision.key), ("scale", attr.scale.key)] {
            if let Some(key) = key {
                errors.at(key, misplaced(word, "`Decimal`", field, read.rust_type));
            }
        }
    }
    let span = max_length.map(|length| length.span).or(digits.map(|(precision, _)| precision.span));
    lower.spans.set(place, span.unwrap_or_else(|| field.field.ty.span()));
    match read.rust_type {
        RustType::String => max_length.map_or(DataType::Text, |length| DataType::Varchar(length.value)),
        RustType::Bytes => max_length.map_or(DataType::Blob, |length| DataType::Binary(length.value)),
        RustType::Decimal => match digits {
            Some((precision, scale)) => DataType::Decimal { precision: byte(precision), scale: byte(scale) },
            None => {
                if !field.faulty {
                    let missing = match (attr.precision.is_given(), attr.scale.is_given()) {
                        (true, false) => "`scale`, the digits after the point",
                        (false, true) => "`precision`, the digits in all",
                        (true, true) | (false, false) => "`precision` and `scale`",
                    };
                    errors.over(
                        &field.field.ty,
                        format_args!(
                            "a `Decimal` column says how many digits it keeps: `{}` lacks {missing}\
                            \nhelp: write `#[column(precision = 18, scale = 2)]`",
                            field.ident
                        ),
                    );
                }
                DataType::Decimal { precision: 18, scale: 2 }
            }
        },
        RustType::I16 => DataType::I16,
        RustType::I32 => DataType::I32,
        RustType::I64 => DataType::I64,
        RustType::Bool => DataType::Bool,
        RustType::F32 => DataType::F32,
        RustType::F64 => DataType::F64,
        RustType::Date => DataType::Date,
        RustType::Time => DataType::Time,
        RustType::Timestamp => DataType::Timestamp,
        RustType::TimestampTz => DataType::TimestampTz,
        RustType::Uuid => DataType::Uuid,
        RustType::Json => DataType::Json,
        RustType::User => DataType::Late(number(n)),
    }
}

fn misplaced(word: &str, home: &str, field: &ast::Field<'_>, rust_type: RustType) -> String {
    let ident = field.ident.unraw();
    match rust_type {
        RustType::User => format!(
            "`{word}` is for {home}, and the type of `{ident}` is not a built-in one\
                \nhelp: say it where that type is derived: `#[column_type({word} = ..)]`"
        ),
        other => format!("`{word}` is for {home}, and `{ident}` is of type `{}`\nhelp: remove it", other.name()),
    }
}

/// The grammar keeps it within a byte.
fn byte(number: &Spanned<u32>) -> u8 {
    u8::try_from(number.value).unwrap_or(u8::MAX)
}

/// A table has fewer columns than this.
pub fn number(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}
