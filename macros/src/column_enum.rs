//! `#[derive(ColumnEnum)]`: a closed list of texts as a column type.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::ext::IdentExt;
use syn::{Data, DeriveInput, Fields, Variant};
use tablewright_schema::DataType;

use crate::attr::{Attr, Spanned, arguments, entries};
use crate::errors::{Errors, advice, list, nearest};
use crate::lower::snake_case;
use crate::symbol::{COLUMN_ENUM, IN_COLUMN_ENUM, IN_VARIANT, RENAME, RENAME_ALL};
use crate::type_ddl;

/// A variant and its text.
struct Value<'a> {
    variant: &'a Variant,
    text: String,
    span: Span,
}

/// The code of an enum with `#[derive(ColumnEnum)]`: on any mistake, all of them, and the code as far as it goes,
/// so that one mistake makes one message.
pub fn derive(input: TokenStream) -> TokenStream {
    let input: DeriveInput = match syn::parse2(input) {
        Ok(input) => input,
        Err(error) => return error.into_compile_error(),
    };
    let mut errors = Errors::default();
    let code = read(&input, &mut errors).map(|values| {
        let texts = values.iter().map(|value| value.text.clone().into()).collect();
        let ddl = type_ddl::rendered(&DataType::Enum(texts), input.ident.span(), &mut errors);
        expand(&input.ident, &values, &ddl)
    });
    let messages = errors.into_tokens();
    quote!(#messages #code)
}

fn read<'a>(input: &'a DeriveInput, errors: &mut Errors) -> Option<Vec<Value<'a>>> {
    if !input.generics.params.is_empty() {
        errors.over(&input.generics, "a list of texts has no generics\nhelp: remove them");
        return None;
    }
    let Data::Enum(data) = &input.data else {
        errors.at(
            input.ident.span(),
            "`ColumnEnum` is for enums\nhelp: derive `ColumnType` for a struct around one value, `Table` for a row",
        );
        return None;
    };
    if data.variants.is_empty() {
        errors.at(input.ident.span(), "a column of no allowed value can hold nothing\nhelp: add a variant");
        return None;
    }
    let style = style(input, errors);
    let values: Vec<_> = data.variants.iter().map(|variant| value(variant, style, errors)).collect();
    for (n, value) in values.iter().enumerate() {
        type_ddl::judge(&DataType::Enum(vec![value.text.clone().into()].into()), value.span, errors);
        if let Some(first) = values[..n].iter().find(|first| first.text == value.text) {
            errors.at(value.span, format_args!("two variants are stored as `{}`", value.text));
            errors.at(first.span, format_args!("`{}` is stored as `{}` too", first.variant.ident, value.text));
        }
    }
    Some(values)
}

/// How texts are made from the names of variants.
#[derive(Debug, Clone, Copy)]
enum Style {
    Lower,
    Snake,
    ScreamingSnake,
    Kebab,
    Pascal,
    Camel,
}

const STYLES: [(&str, Style); 6] = [
    ("lowercase", Style::Lower),
    ("snake_case", Style::Snake),
    ("SCREAMING_SNAKE_CASE", Style::ScreamingSnake),
    ("kebab-case", Style::Kebab),
    ("PascalCase", Style::Pascal),
    ("camelCase", Style::Camel),
];

impl Style {
    fn apply(self, variant: &str) -> String {
        match self {
            Self::Lower => variant.to_lowercase(),
            Self::Snake => snake_case(variant),
            Self::ScreamingSnake => snake_case(variant).to_uppercase(),
            Self::Kebab => snake_case(variant).replace('_', "-"),
            Self::Pascal => variant.to_owned(),
            Self::Camel => {
                let mut letters = variant.chars();
                letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
            }
        }
    }
}

fn style(input: &DeriveInput, errors: &mut Errors) -> Style {
    let mut given: Attr<Spanned<String>> = Attr::default();
    for attribute in input.attrs.iter().filter(|attribute| attribute.path().is_ident(COLUMN_ENUM)) {
        for entry in entries(arguments(attribute, errors), errors) {
            match entry.word() {
                Some((word, form)) if word == RENAME_ALL => {
                    let text = form.text(errors, word);
                    given.set(errors, word, text);
                }
                Some((word, _)) => errors.unknown(word, COLUMN_ENUM, IN_COLUMN_ENUM),
                None => {
                    errors.over(entry.tokens(), format_args!("expected a word\nhelp: {}", advice(None, IN_COLUMN_ENUM)))
                }
            }
        }
    }
    let Some(given) = given.value else { return Style::Snake };
    if let Some((_, style)) = STYLES.into_iter().find(|(word, _)| *word == given.value) {
        return style;
    }
    let words = STYLES.map(|(word, _)| word);
    errors.at(
        given.span,
        format_args!("unknown style `{}`\nhelp: {}", given.value, advice(nearest(&given.value, &words), &words)),
    );
    Style::Snake
}

fn value<'a>(variant: &'a Variant, style: Style, errors: &mut Errors) -> Value<'a> {
    match &variant.fields {
        Fields::Unit => {}
        fields @ (Fields::Named(_) | Fields::Unnamed(_)) => errors.over(
            fields,
            format_args!(
                "`{0}` holds a value, but the column holds only its text\
                \nhelp: write `{0}` alone, and keep the value in a column of its own",
                variant.ident
            ),
        ),
    }
    let mut rename: Attr<Spanned<String>> = Attr::default();
    for attribute in variant.attrs.iter().filter(|attribute| attribute.path().is_ident(COLUMN_ENUM)) {
        for entry in entries(arguments(attribute, errors), errors) {
            match entry.word() {
                Some((word, form)) if word == RENAME => {
                    let text = form.text(errors, word);
                    rename.set(errors, word, text);
                }
                Some((word, _)) => errors.unknown(word, COLUMN_ENUM, IN_VARIANT),
                None => {
                    errors.over(entry.tokens(), format_args!("expected a word\nhelp: {}", advice(None, IN_VARIANT)))
                }
            }
        }
    }
    match rename.value {
        Some(text) => Value { variant, text: text.value, span: text.span },
        None => Value { variant, text: style.apply(&variant.ident.unraw().to_string()), span: variant.ident.span() },
    }
}

fn expand(ident: &Ident, values: &[Value<'_>], ddl: &TokenStream) -> TokenStream {
    let variants: Vec<_> = values.iter().map(|value| &value.variant.ident).collect();
    let texts: Vec<_> = values.iter().map(|value| &value.text).collect();
    let literals = texts.iter().map(|text| format!("'{}'", text.replace('\'', "''")));
    // A variant that holds something has been told; it has a text but cannot be made from it.
    let plain: Vec<_> = values.iter().filter(|value| matches!(value.variant.fields, Fields::Unit)).collect();
    let plain_variants: Vec<_> = plain.iter().map(|value| &value.variant.ident).collect();
    let plain_texts = plain.iter().map(|value| &value.text);
    let all: Vec<&str> = texts.iter().map(|text| text.as_str()).collect();
    let unknown = format!("the text is not one of {}", list(&all));
    let documented = format!("Reads the text of a variant: {}.", list(&all));
    quote! {
        const _: () = {
            use ::tablewright::__private as __tw;

            impl #ident {
                /// All variants, in order of declaration.
                pub const ALL: &'static [Self] = &[#(Self::#plain_variants),*];

                /// The text that stands for it in the database.
                pub const fn as_str(&self) -> &'static str {
                    match self {
                        #(Self::#variants { .. } => #texts,)*
                    }
                }

                #[doc(hidden)]
                pub const fn __tablewright_text(&self) -> &'static str {
                    self.as_str()
                }

                #[doc(hidden)]
                pub const fn __tablewright_literal(&self) -> &'static str {
                    match self {
                        #(Self::#variants { .. } => #literals,)*
                    }
                }
            }

            #[automatically_derived]
            #[diagnostic::do_not_recommend]
            impl __tw::ColumnType for #ident {
                const TYPE: __tw::DataType =
                    __tw::DataType::Enum(__tw::List::Borrowed(const { &[#(__tw::text(#texts)),*] }));

                fn param(&self, _: &__tw::DataType) -> __tw::Result<__tw::Param<'_>> {
                    __tw::Ok(__tw::key::text(self.as_str()))
                }

                fn decode(
                    row: &mut dyn __tw::Row,
                    index: ::core::primitive::usize,
                    _: &__tw::DataType,
                ) -> __tw::Result<Self> {
                    __tw::Row::text(row, index)?.parse()
                }
            }

            #[automatically_derived]
            #[diagnostic::do_not_recommend]
            impl __tw::UserType for #ident {
                const DDL: [__tw::TypeDdl; __tw::Dialect::COUNT] = #ddl;
            }

            #[automatically_derived]
            impl __tw::fmt::Display for #ident {
                fn fmt(&self, f: &mut __tw::fmt::Formatter<'_>) -> __tw::fmt::Result {
                    f.write_str(self.as_str())
                }
            }

            #[doc = #documented]
            #[automatically_derived]
            impl ::core::str::FromStr for #ident {
                type Err = __tw::Error;

                fn from_str(text: &::core::primitive::str) -> __tw::Result<Self> {
                    match text {
                        #(#plain_texts => __tw::Ok(Self::#plain_variants),)*
                        _ => __tw::Err(__tw::Error::new(__tw::Kind::Decode, #unknown)),
                    }
                }
            }
        };
    }
}
