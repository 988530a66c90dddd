//! `#[derive(ColumnType)]`: a struct around one value as a column type.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::spanned::Spanned as _;
use syn::{Data, DeriveInput, Field, Member, Type, Visibility};
use tablewright_schema::DataType;

use crate::attr::{Attr, Spanned, arguments, entries};
use crate::errors::{Errors, advice};
use crate::rust_type::{self, RustType};
use crate::symbol::{COLUMN_TYPE, IN_COLUMN_TYPE, MAX_LENGTH, PRECISION, SCALE};
use crate::type_ddl;

/// A struct around one value.
struct Wrapper<'a> {
    ident: &'a Ident,
    field: &'a Field,
    member: Member,
    rust_type: RustType,
    /// What it holds, if the value's type is built in.
    data_type: Option<DataType>,
    /// The word that decides about the type, or the type.
    span: Span,
}

/// The words of `#[column_type(..)]`.
#[derive(Default)]
struct TypeAttr {
    max_length: Attr<Spanned<u32>>,
    precision: Attr<Spanned<u32>>,
    scale: Attr<Spanned<u32>>,
}

/// The code of a struct with `#[derive(ColumnType)]`: on any mistake, all of them, and the code as far as it
/// goes, so that one mistake makes one message.
pub fn derive(input: TokenStream) -> TokenStream {
    let input: DeriveInput = match syn::parse2(input) {
        Ok(input) => input,
        Err(error) => return error.into_compile_error(),
    };
    let mut errors = Errors::default();
    let code = read(&input, &mut errors).map(|wrapper| expand(&wrapper, &mut errors));
    let messages = errors.into_tokens();
    quote!(#messages #code)
}

fn read<'a>(input: &'a DeriveInput, errors: &mut Errors) -> Option<Wrapper<'a>> {
    if !input.generics.params.is_empty() {
        errors.over(&input.generics, "a column type has no generics\nhelp: write the type out");
        return None;
    }
    let Data::Struct(data) = &input.data else {
        errors.at(
            input.ident.span(),
            "`ColumnType` is for a struct around one value\nhelp: for an enum of plain variants, derive `ColumnEnum`",
        );
        return None;
    };
    let mut fields = data.fields.members().zip(&data.fields);
    let (Some((member, field)), None) = (fields.next(), fields.next()) else {
        errors.at(
            input.ident.span(),
            format_args!(
                "a column holds one value, and `{}` has {}\
                    \nhelp: keep one field, or write `Json<{0}>` for the column's type",
                input.ident,
                data.fields.len()
            ),
        );
        return None;
    };
    let before = errors.count();
    let attr = TypeAttr::read(input, errors);
    let mut rust_type = RustType::User;
    match rust_type::read(&field.ty) {
        Ok(read) if read.optional => errors.over(
            &field.ty,
            "whether a column may be NULL is said by the field of the table\
                \nhelp: write the type without `Option` here, and `Option` around this struct there",
        ),
        Ok(read) => rust_type = read.rust_type,
        Err(message) => errors.over(&field.ty, message),
    }
    let given = [&attr.max_length, &attr.precision].map(|word| word.value.as_ref().map(|value| value.span));
    let span = given.into_iter().flatten().next().unwrap_or_else(|| field.ty.span());
    let data_type = (errors.count() == before).then(|| attr.data_type(rust_type, &field.ty, errors)).flatten();
    Some(Wrapper { ident: &input.ident, field, member, rust_type, data_type, span })
}

impl TypeAttr {
    fn read(input: &DeriveInput, errors: &mut Errors) -> Self {
        let mut this = Self::default();
        for attribute in input.attrs.iter().filter(|attribute| attribute.path().is_ident(COLUMN_TYPE)) {
            for entry in entries(arguments(attribute, errors), errors) {
                let Some((word, form)) = entry.word() else {
                    errors
                        .over(entry.tokens(), format_args!("expected a word\nhelp: {}", advice(None, IN_COLUMN_TYPE)));
                    continue;
                };
                let (max, target) = match word.to_string().as_str() {
                    MAX_LENGTH => (u32::MAX, &mut this.max_length),
                    PRECISION => (u8::MAX.into(), &mut this.precision),
                    SCALE => (u8::MAX.into(), &mut this.scale),
                    _ => {
                        errors.unknown(word, COLUMN_TYPE, IN_COLUMN_TYPE);
                        continue;
                    }
                };
                let number = form.number(errors, word, max);
                target.set(errors, word, number);
            }
        }
        this
    }

    fn data_type(&self, rust_type: RustType, ty: &Type, errors: &mut Errors) -> Option<DataType> {
        let max_length = self.max_length.value.as_ref().map(|length| length.value);
        let digits = self.precision.value.as_ref().zip(self.scale.value.as_ref());
        let takes_length = matches!(rust_type, RustType::String | RustType::Bytes);
        let takes_digits = rust_type == RustType::Decimal;
        for (word, key, home, takes) in [
            (MAX_LENGTH, self.max_length.key, "`String` and `Vec<u8>`", takes_length),
            (PRECISION, self.precision.key, "`Decimal`", takes_digits),
            (SCALE, self.scale.key, "`Decimal`", takes_digits),
        ] {
            if let (Some(key), false) = (key, takes) {
                errors.at(
                    key,
                    format_args!(
                        "`{word}` is for {home}, and this struct holds {}\nhelp: remove it",
                        rust_type.shown()
                    ),
                );
            }
        }
        Some(match rust_type {
            RustType::String => max_length.map_or(DataType::Text, DataType::Varchar),
            RustType::Bytes => max_length.map_or(DataType::Blob, DataType::Binary),
            RustType::Decimal => match digits {
                Some((precision, scale)) => DataType::Decimal {
                    precision: u8::try_from(precision.value).unwrap_or(u8::MAX),
                    scale: u8::try_from(scale.value).unwrap_or(u8::MAX),
                },
                None => {
                    errors.over(
                        ty,
                        "a `Decimal` says how many digits it keeps\
                            \nhelp: write `#[column_type(precision = 18, scale = 2)]`",
                    );
                    return None;
                }
            },
            RustType::User => return None,
            RustType::I16
            | RustType::I32
            | RustType::I64
            | RustType::Bool
            | RustType::F32
            | RustType::F64
            | RustType::Date
            | RustType::Time
            | RustType::Timestamp
            | RustType::TimestampTz
            | RustType::Uuid
            | RustType::Json => rust_type.fixed()?,
        })
    }
}

fn expand(wrapper: &Wrapper<'_>, errors: &mut Errors) -> TokenStream {
    let Wrapper { ident, field, member, rust_type, data_type, span } = wrapper;
    let inner = &field.ty;
    let (data_type, ddl) = match data_type {
        Some(data_type) => {
            type_ddl::judge(data_type, *span, errors);
            (data_type_tokens(data_type), type_ddl::rendered(data_type, *span, errors))
        }
        // After a mistake anything will do.
        None if errors.count() > 0 => {
            let ddl = quote!([const { __tw::TypeDdl { name: "", check: __tw::None } }; __tw::Dialect::COUNT]);
            (quote!(__tw::DataType::Text), ddl)
        }
        None => (quote!(<#inner as __tw::ColumnType>::TYPE), quote!(<#inner as __tw::UserType>::DDL)),
    };
    // A private field may be guarded by a constructor, which `From` would go around.
    let from = matches!(field.vis, Visibility::Public(_)).then(|| {
        quote! {
            #[automatically_derived]
            impl ::core::convert::From<#inner> for #ident {
                fn from(value: #inner) -> Self {
                    Self { #member: value }
                }
            }
        }
    });
    let made = match rust_type {
        RustType::String | RustType::Uuid => Some(quote! {
            #[automatically_derived]
            impl __tw::NewUuid for #ident {
                fn new_uuid() -> Self {
                    Self { #member: __tw::new_uuid() }
                }
            }
        }),
        RustType::Date | RustType::Time | RustType::Timestamp | RustType::TimestampTz => Some(quote! {
            #[automatically_derived]
            impl __tw::Now for #ident {
                fn now() -> Self {
                    Self { #member: __tw::now() }
                }
            }
        }),
        RustType::I16
        | RustType::I32
        | RustType::I64
        | RustType::Bool
        | RustType::F32
        | RustType::F64
        | RustType::Decimal
        | RustType::Json
        | RustType::Bytes
        | RustType::User => None,
    };
    quote! {
        const _: () = {
            use ::tablewright::__private as __tw;

            #[automatically_derived]
            #[diagnostic::do_not_recommend]
            impl __tw::ColumnType for #ident {
                const TYPE: __tw::DataType = #data_type;

                fn param(&self, data_type: &__tw::DataType) -> __tw::Result<__tw::Param<'_>> {
                    <#inner as __tw::ColumnType>::param(&self.#member, data_type)
                }

                fn decode(
                    row: &mut dyn __tw::Row,
                    index: ::core::primitive::usize,
                    data_type: &__tw::DataType,
                ) -> __tw::Result<Self> {
                    __tw::Ok(Self { #member: <#inner as __tw::ColumnType>::decode(row, index, data_type)? })
                }

                fn normalize(&mut self, dialect: __tw::Dialect) {
                    <#inner as __tw::ColumnType>::normalize(&mut self.#member, dialect);
                }
            }

            #[automatically_derived]
            #[diagnostic::do_not_recommend]
            impl __tw::UserType for #ident {
                const DDL: [__tw::TypeDdl; __tw::Dialect::COUNT] = #ddl;
            }

            #from
            #made
        };
    }
}

/// A built-in type other than an enumeration, as tokens.
fn data_type_tokens(data_type: &DataType) -> TokenStream {
    match data_type {
        DataType::Varchar(length) => quote!(__tw::DataType::Varchar(#length)),
        DataType::Binary(length) => quote!(__tw::DataType::Binary(#length)),
        DataType::Decimal { precision, scale } => {
            quote!(__tw::DataType::Decimal { precision: #precision, scale: #scale })
        }
        // The variants without content are written as they print.
        other => {
            let name = Ident::new(&format!("{other:?}"), Span::call_site());
            quote!(__tw::DataType::#name)
        }
    }
}
