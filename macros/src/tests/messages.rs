//! What is said about structs that are wrong.

use crate::table;
use crate::tests::mistakes;

#[test]
fn all_mistakes_of_a_struct_are_told_at_once() {
    insta::assert_snapshot!(mistakes(
        r#"
        #[table(nam = "a", name = doctors, comment)]
        #[index(name = "i", columns(naem, id sideways, id))]
        #[index(id)]
        #[unique]
        #[column(unique)]
        struct Doctor {
            #[column(primary_key, max_length = 50, max_lenght = 3, index)] id: i64,
            #[column(max_length = "50")] name: String,
            #[column(rename = "x", on_delete = cascade)] other: u32,
            price: Decimal,
            #[column(unique)] #[unique] tags: Vec<String>,
            #[foreign_key(Clinic, on_delete = casacde)] clinic: Option<Option<i64>>,
            #[foreign_key(on_delete = set_null)] second: i64,
            #[table(name = "a")] third: &'static str,
            #[column(default = today, default = 1)] fourth: i64,
            #[column(default = 5i32)] fifth: i32,
            #[column(default = a + b)] sixth: i32,
            #[check(seventh > 'a')] seventh: String,
            #[column(generated = a, default = now)] eighth: String,
        }
        "#), @r#"
            nam | unknown word `nam` in `#[table(..)]`
            help: did you mean `name`? allowed: `name`, `comment`, `primary_key`, `allow`, `renamed_from`, `dropped`
            doctors | `name` takes a text in double quotes
            help: write `name = "doctors"`
            comment | `comment` takes a text in double quotes
            help: write `comment = ".."`
            sideways | unknown order `sideways`
            help: allowed: `asc`, `desc`
            id | `#[index(..)]` on a struct lists its fields
            help: write `columns(id)`
            unique | `#[unique]` on a struct names its fields
            help: write `#[unique(first, second)]`
            column | `#[column]` belongs on a field
            help: on the struct, write `#[table(..)]`
            max_lenght | unknown word `max_lenght` in `#[column(..)]`
            help: did you mean `max_length`?
            index | `index` does not belong in `#[column(..)]`
            help: write an attribute of its own, `#[index(..)]`
            "50" | `max_length` takes a whole number up to 4294967295
            help: write `max_length = 50`
            rename | unknown word `rename` in `#[column(..)]`
            help: write `name = ".."`
            on_delete | `on_delete` does not belong in this `#[column(..)]`
            help: it belongs in `#[foreign_key(..)]`
            Clinic | a foreign key says which field of `Clinic` it points to
            help: write `Clinic(id)`
            casacde | unknown action `casacde`
            help: did you mean `cascade`? allowed: `no_action`, `restrict`, `cascade`, `set_null`, `set_default`
            foreign_key | a foreign key names its target
            help: write `#[foreign_key(Doctor(id))]`
            table | `#[table]` belongs on the struct
            help: on a field, write `#[column(..)]`
            default | `default` is given twice
            default | `default` is first given here
            5i32 | a default has no suffix, since the field says the type
            help: write `5` without `i32`
            a + b | a default is a constant
            help: write what the database computes for each row as `expr(..)`
            'a' | texts stand in double quotes here
            help: write `"a"`
            a | `generated` takes a list in parentheses
            help: write `generated(width * height)`
            max_length | `max_length` is for `String` and `Vec<u8>`, and `id` is of type `i64`
            help: remove it
            u32 | no column holds `u32`
            help: not every engine has unsigned integers; write `i64`
            Decimal | a `Decimal` column says how many digits it keeps: `price` lacks `precision` and `scale`
            help: write `#[column(precision = 18, scale = 2)]`
            Vec<String> | no column holds `Vec<String>`
            help: write `Vec<u8>` for bytes, `Json<Vec<..>>` for a list, or a table of its own
            Option<Option<i64>> | a column is NULL or not, so an `Option` inside an `Option` cannot come back
            help: write one `Option`
            &'static str | no column holds `&'static str`
            help: a row owns its values; write the type without `&`, `String` for a text
            today | `today` cannot be the default of `fourth`, which is of type `i64`
            help: write a literal, `now`, `uuid`, or `expr(..)`; the value of a constant is not known here
            generated | `eighth` is computed from other columns, so it has no default
            help: remove `default` or `generated`
            now | `now` is a time, and `eighth` is of type `String`
            help: write the field as `DateTime<Utc>`
            unique | `unique` is given twice
            unique | `unique` is first given here
            naem | `Doctor` has no field `naem`
            help: did you mean `name`?
        "#);
}

#[test]
fn only_structs_with_named_fields_are_tables() {
    insta::assert_snapshot!(mistakes(
        "enum A { B }"), @r#"
        enum | an enum cannot be a table
        help: derive `Table` on a struct; for a column of fixed values, derive `ColumnEnum`
    "#);
    insta::assert_snapshot!(mistakes(
        "union A { b: i32 }"), @r#"
        union | a union cannot be a table
        help: derive `Table` on a struct
    "#);
    insta::assert_snapshot!(mistakes(
        "struct A(i64);"), @r#"
        (i64) | a table needs named fields, since they name its columns
        help: name the fields; for a column type around one value, derive `ColumnType`
    "#);
    insta::assert_snapshot!(mistakes(
        "struct A;"), @r#"
        A | a table has at least one column
        help: add fields in braces
    "#);
    insta::assert_snapshot!(mistakes(
        "struct A {}"), @r#"
        A | a table has at least one column
        help: add a field
    "#);
    insta::assert_snapshot!(mistakes(
        "struct A<'a, T> where T: Copy { a: &'a T }"), @r#"
            <'a, T> | a table has no generics, since its columns are known when it is compiled
            help: write each type out, or derive `Table` on one struct for each
            where T: Copy | a table has no `where` clause
        "#);
}

#[test]
fn a_wrong_struct_still_has_its_companions() {
    for source in ["#[derive(Table)] struct A { b: u8 }", "#[derive(Table)] #[table(nmae = \"a\")] struct A { b: i32 }"]
    {
        let code = table::derive(source.parse().unwrap()).to_string();
        for part in ["compile_error", "struct NewA", "struct ADao", "Table for A", "const B", "fn dao"] {
            assert!(code.contains(part), "{part} is missing in {code}");
        }
    }
}

#[test]
fn a_name_made_of_a_wrong_one_is_told_once() {
    insta::assert_snapshot!(mistakes(
        "struct A { #[column(primary_key)] id: i64, #[column(unique)] straße: i64 }"), @"
        straße | `straße` cannot be a name
        help: use letters, digits and `_`, as in `stra_e`
    ");
}
