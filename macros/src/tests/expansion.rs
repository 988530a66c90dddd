//! What is generated for a table, one feature at a time; the SQL has tests of its own.

use expect_test::{Expect, expect};
use quote::ToTokens;
use syn::{Expr, File, Item, Stmt};

use crate::expand;
use crate::tests::{lowered, pretty};

/// The generated items, those of the block included.
fn items(source: &str) -> Vec<Item> {
    let file: File = syn::parse2(expand::table(&lowered(source))).unwrap();
    let mut items = Vec::new();
    for item in file.items {
        match &item {
            Item::Const(block) if block.ident == "_" => {
                let Expr::Block(block) = &*block.expr else { panic!("a block") };
                items.extend(block.block.stmts.iter().map(|statement| match statement {
                    Stmt::Item(item) => item.clone(),
                    other => panic!("an item, not {}", other.to_token_stream()),
                }));
            }
            _ => items.push(item),
        }
    }
    items
}

/// The generated items with this in their first line, as one would write them.
fn part(source: &str, head: &str, expected: Expect) {
    let items = items(source).into_iter().map(|item| pretty(&item.into_token_stream()));
    let first = |text: &String| {
        text.lines()
            .find(|line| !line.starts_with("#[") && !line.starts_with("///"))
            .is_some_and(|line| line.contains(head))
    };
    expected.assert_eq(&items.filter(first).collect::<Vec<_>>().join("\n"));
}

#[test]
fn a_row_is_read_by_position_and_written_in_the_order_of_the_statements() {
    part(
        "struct Visit {
            #[column(primary_key, auto_increment)] id: i64,
            on: NaiveDate,
            note: Option<String>,
            #[column(generated(length(note)))] length: Option<i32>,
            paid: bool,
        }",
        "Table for Visit",
        expect![[]],
    );
}

#[test]
fn a_key_of_several_columns_is_a_tuple_that_borrows() {
    part(
        r#"#[table(primary_key(b, a, c))] struct Seat { a: String, #[column(max_length = 4)] b: Vec<u8>, c: Row, d: i32 }"#,
        "Table for Seat",
        expect![[]],
    );
}

#[test]
fn without_a_key_there_is_no_key() {
    part("struct Log { line: String }", "Table for Log", expect![[]]);
}

#[test]
fn each_column_has_a_token_of_its_visibility() {
    part(
        "pub struct Log {
            #[column(primary_key, auto_increment)] pub id: i64,
            /// What happened.
            pub(crate) r#type: String,
            #[column(generated(lower(r#type)))] small: Option<Kind>,
        }",
        "impl Log",
        expect![[]],
    );
}

#[test]
fn a_new_row_asks_for_what_has_no_default() {
    let source = r#"pub struct Doctor {
        #[column(primary_key, max_length = 36, default = uuid)] pub id: String,
        pub name: String,
        email: Option<String>,
        #[column(default = now)] pub seen: Option<DateTime<Utc>>,
        #[column(default = "Gauteng", max_length = 20)] province: String,
        #[column(default = -1)] weight: Option<f64>,
        #[column(default = 0.5, precision = 5, scale = 2)] share: Decimal,
        #[column(default = Priority::Routine)] priority: Priority,
        #[column(default = expr(2 + 3))] score: i32,
        #[column(generated(score * 2))] double: i32,
        at: NaiveDateTime,
    }"#;
    part(source, "NewDoctor", expect![[]]);
}

#[test]
fn without_required_columns_there_is_a_default() {
    part("struct Tick { #[column(primary_key, auto_increment)] id: i64, new: Option<i32> }", "NewTick", expect![[]]);
}

#[test]
fn keys_indexes_and_references_have_finders() {
    part(
        r#"#[unique(number, country)]
        pub struct Patient {
            #[column(primary_key)] pub id: Uuid,
            #[column(max_length = 9)] pub number: Option<String>,
            pub country: Country,
            #[foreign_key(Clinic(id))] pub clinic_id: Option<i64>,
            #[index] pub r#type: f64,
        }"#,
        "impl PatientDao",
        expect![[]],
    );
}

#[test]
fn personal_values_do_not_show() {
    part(
        "struct Patient { #[column(primary_key)] id: i64, #[column(personal)] name: String }",
        "Debug for Patient",
        expect![[]],
    );
}

#[test]
fn the_target_of_a_reference_is_asked_for_its_names_and_types() {
    let source = "#[foreign_key(columns(a, b), geo::Place(x, y), on_delete = cascade)]
        struct Visit { #[column(primary_key)] a: i64, b: Option<i32>, #[foreign_key(Visit(a))] before: Option<i64> }";
    part(source, "const __TARGET", expect![[]]);
    part(source, "static __DEF", expect![[]]);
}

#[test]
fn a_type_of_the_users_own_is_asked_for_its_sql() {
    let source = "struct Visit {
        #[column(primary_key)] id: i64,
        #[column(default = Priority::Routine)] priority: Priority,
        money: Option<Money>,
    }";
    part(source, "const __", expect![[]]);
    part(source, "static __COLUMNS", expect![[]]);
}

/// The limits of the design: what is generated decides how long a user waits.
#[test]
fn a_table_of_fifteen_columns_stays_light() {
    let source = r#"
        /// A table of some kind.
        #[table(name = "t1")]
        pub struct T1 {
            #[column(primary_key, max_length = 36, default = uuid)] pub id: String,
            #[foreign_key(T0(id))] #[index] #[column(max_length = 36)] pub parent_id: String,
            #[column(max_length = 100)] pub name: String,
            #[column(max_length = 50, unique)] pub code: Option<String>,
            #[column(default = true)] pub is_active: bool,
            #[column(default = now)] pub created_at: DateTime<Utc>,
            pub updated_at: Option<DateTime<Utc>>,
            pub quantity: i32,
            pub sequence: i64,
            pub price: f64,
            pub description: Option<String>,
            pub born_on: NaiveDate,
            pub payload: Vec<u8>,
            #[column(max_length = 80)] pub city: Option<String>,
            pub rating: Option<i32>,
        }"#;
    let impls = items(source).iter().filter(|item| matches!(item, Item::Impl(_))).count();
    let derives = items(source).iter().map(|item| item.to_token_stream().to_string()).collect::<String>();
    let derived = ["Clone", "Copy"].map(|name| {
        derives.matches(&format!("marker :: {name}")).count() + derives.matches(&format!("clone :: {name}")).count()
    });
    let impls = impls + derived.iter().sum::<usize>();
    let text = pretty(&expand::table(&lowered(source)));
    println!("{text}");
    println!("{impls} impls, {} lines, {} bytes", text.lines().count(), text.len());
    assert!(impls <= 12, "{impls} impls");
    assert!(text.lines().count() <= 400, "{} lines", text.lines().count());
}
