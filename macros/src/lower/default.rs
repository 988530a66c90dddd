//! A default as the model's, and as the Rust expression that `New::new` starts with.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt;
use tablewright_schema::{ColumnDefault, Literal};

use crate::ast;
use crate::attr::Spanned;
use crate::attr::default::DefaultValue;
use crate::errors::Errors;
use crate::lower::Lower;
use crate::lower::column::number;
use crate::rust_type::RustType;

/// The model's default, and its Rust expression if it is a literal or a path.
type Default = (ColumnDefault, Option<TokenStream>);

/// The default of column `n`. A wrong one becomes the database's business, so that nothing judges it again.
pub fn lower(
    field: &ast::Field<'_>,
    n: usize,
    rust_type: RustType,
    default: &Spanned<DefaultValue>,
    lower: &Lower<'_>,
    errors: &mut Errors,
) -> Default {
    match read(&field.ident.unraw().to_string(), n, rust_type, &default.value, lower) {
        Ok(default) => default,
        Err(message) => {
            errors.at(default.span, message);
            wrong()
        }
    }
}

/// What stands for a default that is wrong.
pub fn wrong() -> Default {
    (ColumnDefault::Expression("".into()), None)
}

fn read(
    field: &str,
    n: usize,
    rust_type: RustType,
    default: &DefaultValue,
    lower: &Lower<'_>,
) -> Result<Default, String> {
    let literal = |literal, tokens| Ok((ColumnDefault::Literal(literal), Some(tokens)));
    let shown = rust_type.name();
    match (default, rust_type) {
        (DefaultValue::Now, RustType::Date | RustType::Time | RustType::Timestamp | RustType::TimestampTz)
        | (DefaultValue::Now, RustType::User) => Ok((ColumnDefault::Now, None)),
        (DefaultValue::Now, _) => Err(format!(
            "`now` is a time, and `{field}` is of type `{shown}`\nhelp: write the field as `DateTime<Utc>`"
        )),
        (DefaultValue::Uuid, RustType::Uuid | RustType::String | RustType::User) => Ok((ColumnDefault::Uuid, None)),
        (DefaultValue::Uuid, _) => {
            Err(format!("`uuid` is for `Uuid` and `String`, and `{field}` is of type `{shown}`"))
        }
        (DefaultValue::Expression(expression), _) => {
            Ok((ColumnDefault::Expression(lower.render(expression).text.into()), None))
        }
        (DefaultValue::Path(path), RustType::User) => literal(Literal::Late(number(n)), quote!(#path)),
        (DefaultValue::Path(path), _) => {
            let path = quote!(#path).to_string().replace(' ', "");
            Err(format!(
                "`{path}` cannot be the default of `{field}`, which is of type `{shown}`\n\
                 help: write a literal, `now`, `uuid`, or `expr(..)`; the value of a constant is not known here"
            ))
        }
        (DefaultValue::Bool(_) | DefaultValue::Number(_) | DefaultValue::Text(_), RustType::User) => Err(format!(
            "a literal cannot be the default of `{field}`, whose type is not a built-in one\n\
             help: write a variant, such as `Priority::Routine`, or the database's expression, `expr(..)`"
        )),
        (DefaultValue::Bool(value), _) => literal(Literal::Bool(*value), quote!(#value)),
        (DefaultValue::Text(value), _) => literal(Literal::Text(value.clone().into()), quote!(#value)),
        (DefaultValue::Number(digits), _) => {
            let tokens = digits.parse().unwrap_or_default();
            if digits.contains(['.', 'e', 'E']) {
                return literal(Literal::Number(digits.clone().into()), tokens);
            }
            match (digits.parse(), rust_type) {
                (Ok(value), _) => literal(Literal::Integer(value), tokens),
                (Err(_), RustType::I16 | RustType::I32 | RustType::I64) => Err(format!(
                    "`{digits}` does not fit any integer column\nhelp: `i64` goes from {} to {}",
                    i64::MIN,
                    i64::MAX
                )),
                (Err(_), _) => literal(Literal::Number(digits.clone().into()), tokens),
            }
        }
    }
}
