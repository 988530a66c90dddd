//! Column types of the user's own.

use quote::quote;

use crate::tests::pretty;
use crate::{column_enum, column_type};

/// The code without what the dialects say, which has tests of its own.
fn without_sql(code: &str) -> String {
    let constant = "const DDL: [__tw::TypeDdl; __tw::Dialect::COUNT] = [";
    let (before, after) = code.split_once(constant).unwrap();
    let (_, after) = after.split_once("];").unwrap();
    format!("{before}{constant} .. ];{after}")
}

#[test]
fn an_enum_becomes_a_list_of_texts() {
    let code = column_enum::derive(quote! {
        enum Priority { Routine, VeryUrgent, #[column_enum(rename = "painter's")] Other }
    });
    insta::assert_snapshot!(without_sql(&pretty(&code)), @r#"
        const _: () = {
            use ::tablewright::__private as __tw;
            impl Priority {
                /// All variants, in order of declaration.
                pub const ALL: &'static [Self] = &[Self::Routine, Self::VeryUrgent, Self::Other];
                /// The text that stands for it in the database.
                pub const fn as_str(&self) -> &'static str {
                    match self {
                        Self::Routine { .. } => "routine",
                        Self::VeryUrgent { .. } => "very_urgent",
                        Self::Other { .. } => "painter's",
                    }
                }
                #[doc(hidden)]
                pub const fn __tablewright_text(&self) -> &'static str {
                    self.as_str()
                }
                #[doc(hidden)]
                pub const fn __tablewright_literal(&self) -> &'static str {
                    match self {
                        Self::Routine { .. } => "'routine'",
                        Self::VeryUrgent { .. } => "'very_urgent'",
                        Self::Other { .. } => "'painter''s'",
                    }
                }
            }
            #[automatically_derived]
            #[diagnostic::do_not_recommend]
            impl __tw::ColumnType for Priority {
                const TYPE: __tw::DataType = __tw::DataType::Enum(
                    __tw::List::Borrowed(const {
                        &[
                            __tw::text("routine"),
                            __tw::text("very_urgent"),
                            __tw::text("painter's"),
                        ]
                    }),
                );
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
            impl __tw::UserType for Priority {
                const DDL: [__tw::TypeDdl; __tw::Dialect::COUNT] = [ .. ];
            }
            #[automatically_derived]
            impl __tw::fmt::Display for Priority {
                fn fmt(&self, f: &mut __tw::fmt::Formatter<'_>) -> __tw::fmt::Result {
                    f.write_str(self.as_str())
                }
            }
            ///Reads the text of a variant: `routine`, `very_urgent`, `painter's`.
            #[automatically_derived]
            impl ::core::str::FromStr for Priority {
                type Err = __tw::Error;
                fn from_str(text: &::core::primitive::str) -> __tw::Result<Self> {
                    match text {
                        "routine" => __tw::Ok(Self::Routine),
                        "very_urgent" => __tw::Ok(Self::VeryUrgent),
                        "painter's" => __tw::Ok(Self::Other),
                        _ => {
                            __tw::Err(
                                __tw::Error::new(
                                    __tw::Kind::Decode,
                                    "the text is not one of `routine`, `very_urgent`, `painter's`",
                                ),
                            )
                        }
                    }
                }
            }
        };
    "#);
}

#[test]
fn a_struct_around_a_value_becomes_a_type() {
    let code = column_type::derive(quote! {
        #[column_type(max_length = 12)]
        struct Number(pub String);
    });
    insta::assert_snapshot!(without_sql(&pretty(&code)), @r#"
        const _: () = {
            use ::tablewright::__private as __tw;
            #[automatically_derived]
            #[diagnostic::do_not_recommend]
            impl __tw::ColumnType for Number {
                const TYPE: __tw::DataType = __tw::DataType::Varchar(12u32);
                fn param(&self, data_type: &__tw::DataType) -> __tw::Result<__tw::Param<'_>> {
                    <String as __tw::ColumnType>::param(&self.0, data_type)
                }
                fn decode(
                    row: &mut dyn __tw::Row,
                    index: ::core::primitive::usize,
                    data_type: &__tw::DataType,
                ) -> __tw::Result<Self> {
                    __tw::Ok(Self {
                        0: <String as __tw::ColumnType>::decode(row, index, data_type)?,
                    })
                }
                fn normalize(&mut self, dialect: __tw::Dialect) {
                    <String as __tw::ColumnType>::normalize(&mut self.0, dialect);
                }
            }
            #[automatically_derived]
            #[diagnostic::do_not_recommend]
            impl __tw::UserType for Number {
                const DDL: [__tw::TypeDdl; __tw::Dialect::COUNT] = [ .. ];
            }
            #[automatically_derived]
            impl ::core::convert::From<String> for Number {
                fn from(value: String) -> Self {
                    Self { 0: value }
                }
            }
            #[automatically_derived]
            impl __tw::NewUuid for Number {
                fn new_uuid() -> Self {
                    Self { 0: __tw::new_uuid() }
                }
            }
        };
    "#);
}

fn says(code: &proc_macro2::TokenStream) -> String {
    let file: syn::File = syn::parse2(code.clone()).unwrap();
    let mut lines = String::new();
    for item in file.items {
        if let syn::Item::Macro(item) = item {
            let text: syn::LitStr = syn::parse2(item.mac.tokens).unwrap();
            lines += &format!("{}\n", text.value());
        }
    }
    lines
}

#[test]
fn what_is_no_list_of_texts_is_told() {
    let bad = quote! {
        #[column_enum(rename_all = "snake")]
        enum A { #[column_enum(rename_al = "x")] One, One_, Two(i32), #[column_enum(rename = "one")] Four, #[column_enum(rename = "")] Five }
    };
    insta::assert_snapshot!(says(
        &column_enum::derive(bad)), @r#"
            unknown style `snake`
            help: allowed: `lowercase`, `snake_case`, `SCREAMING_SNAKE_CASE`, `kebab-case`, `PascalCase`, `camelCase`
            unknown word `rename_al` in `#[column_enum(..)]`
            help: did you mean `rename`? allowed: `rename`
            `Two` holds a value, but the column holds only its text
            help: write `Two` alone, and keep the value in a column of its own
            two variants are stored as `one`
            `One` is stored as `one` too
            `` cannot be the value of a variant
            help: use 1 to 255 characters, without backslashes and control characters
        "#);
    insta::assert_snapshot!(says(
        &column_enum::derive(quote!(
            enum A {}
        ))), @r#"
        a column of no allowed value can hold nothing
        help: add a variant
    "#);
    insta::assert_snapshot!(says(
        &column_enum::derive(quote!(
            struct A(i32);
        ))), @r#"
        `ColumnEnum` is for enums
        help: derive `ColumnType` for a struct around one value, `Table` for a row
    "#);
    insta::assert_snapshot!(says(
        &column_enum::derive(quote!(
            enum A<T> {
                B(T),
            }
        ))), @r#"
        a list of texts has no generics
        help: remove them
    "#);
}

#[test]
fn what_is_no_struct_around_a_value_is_told() {
    insta::assert_snapshot!(says(&column_type::derive(quote!(
                struct A(i32, i32);
            ))), @r#"
            a column holds one value, and `A` has 2
            help: keep one field, or write `Json<A>` for the column's type
        "#);
    insta::assert_snapshot!(says(&column_type::derive(quote!(
                enum A {
                    B,
                }
            ))), @r#"
            `ColumnType` is for a struct around one value
            help: for an enum of plain variants, derive `ColumnEnum`
        "#);
    insta::assert_snapshot!(says(&column_type::derive(quote!(
                struct A(Option<i32>);
            ))), @r#"
            whether a column may be NULL is said by the field of the table
            help: write the type without `Option` here, and `Option` around this struct there
        "#);
    insta::assert_snapshot!(says(&column_type::derive(quote!(
                struct A(Decimal);
            ))), @r#"
            a `Decimal` says how many digits it keeps
            help: write `#[column_type(precision = 18, scale = 2)]`
        "#);
    insta::assert_snapshot!(says(&column_type::derive(quote!(
                #[column_type(max_length = 3, scal = 2)]
                struct A(i32);
            ))), @r#"
            unknown word `scal` in `#[column_type(..)]`
            help: did you mean `scale`? allowed: `max_length`, `precision`, `scale`
        "#);
    insta::assert_snapshot!(says(&column_type::derive(quote!(
                #[column_type(max_length = 3)]
                struct A(Inner);
            ))), @r#"
            `max_length` is for `String` and `Vec<u8>`, and this struct holds a type of your own
            help: remove it
        "#);
}
