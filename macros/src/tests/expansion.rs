//! What is generated for a table, one feature at a time; the SQL has tests of its own.

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
fn part(source: &str, head: &str) -> String {
    let items = items(source).into_iter().map(|item| pretty(&item.into_token_stream()));
    let first = |text: &String| {
        text.lines()
            .find(|line| !line.starts_with("#[") && !line.starts_with("///"))
            .is_some_and(|line| line.contains(head))
    };
    items.filter(first).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_row_is_read_by_position_and_written_in_the_order_of_the_statements() {
    insta::assert_snapshot!(part(
        "struct Visit {
            #[column(primary_key, auto_increment)] id: i64,
            on: NaiveDate,
            note: Option<String>,
            #[column(generated(length(note)))] length: Option<i32>,
            paid: bool,
        }",
        "Table for Visit"), @r##"
            #[automatically_derived]
            #[diagnostic::do_not_recommend]
            impl __tw::Table for Visit {
                type Key<'k> = i64;
                type New = NewVisit;
                const NAME: &'static __tw::str = "visit";
                const META: &'static __tw::TableMeta = &__META;
                fn decode(row: &mut dyn __tw::Row) -> __tw::Result<Self> {
                    let (c0, c1, c2, c3, c4) = __tw::read::<
                        (i64, __tw::NaiveDate, __tw::Option<__tw::String>, __tw::Option<i32>, bool),
                    >(row, 0, &__C)?;
                    __tw::Ok(Self {
                        id: c0,
                        on: c1,
                        note: c2,
                        length: c3,
                        paid: c4,
                    })
                }
                fn encode_key<'k>(
                    key: Self::Key<'k>,
                    params: &mut __tw::Params<'k>,
                ) -> __tw::Result<()> {
                    params.push(__tw::Ok(__tw::key::i64(key))?);
                    __tw::Ok(())
                }
                fn encode_update<'a>(&'a self, params: &mut __tw::Params<'a>) -> __tw::Result<()> {
                    __tw::encode_all(
                        params,
                        &__C,
                        &[1, 2, 4, 0],
                        &[&self.on, &self.note, &self.paid, &self.id],
                    )
                }
            }
        "##);
}

#[test]
fn a_key_of_several_columns_is_a_tuple_that_borrows() {
    insta::assert_snapshot!(part(
        r#"#[table(primary_key(b, a, c))] struct Seat { a: String, #[column(max_length = 4)] b: Vec<u8>, c: Row, d: i32 }"#,
        "Table for Seat"), @r##"
            #[automatically_derived]
            #[diagnostic::do_not_recommend]
            impl __tw::Table for Seat {
                type Key<'k> = (&'k [__tw::u8], &'k __tw::str, &'k Row);
                type New = NewSeat;
                const NAME: &'static __tw::str = "seat";
                const META: &'static __tw::TableMeta = &__META;
                fn decode(row: &mut dyn __tw::Row) -> __tw::Result<Self> {
                    let (c0, c1) = __tw::read::<(__tw::String, __tw::Bytes)>(row, 0, &__C)?;
                    let c2 = <Row as __tw::UserType>::__read(row, 2, &__C[2])?;
                    let (c3,) = __tw::read::<(i32,)>(row, 3, &__C)?;
                    __tw::Ok(Self { a: c0, b: c1, c: c2, d: c3 })
                }
                fn encode_key<'k>(
                    key: Self::Key<'k>,
                    params: &mut __tw::Params<'k>,
                ) -> __tw::Result<()> {
                    let (key_0, key_1, key_2) = key;
                    params.push(__tw::Ok(__tw::key::bytes(key_0))?);
                    params.push(__tw::Ok(__tw::key::text(key_1))?);
                    params.push(__tw::encode(key_2, &__C[2])?);
                    __tw::Ok(())
                }
                fn encode_update<'a>(&'a self, params: &mut __tw::Params<'a>) -> __tw::Result<()> {
                    __tw::encode_all(
                        params,
                        &__C,
                        &[3, 1, 0, 2],
                        &[&self.d, &self.b, &self.a, <Row as __tw::UserType>::__sent(&self.c)],
                    )
                }
            }
        "##);
}

#[test]
fn without_a_key_there_is_no_key() {
    insta::assert_snapshot!(part(
        "struct Log { line: String }",
        "Table for Log"), @r##"
        #[automatically_derived]
        #[diagnostic::do_not_recommend]
        impl __tw::Table for Log {
            type Key<'k> = __tw::NoKey;
            type New = NewLog;
            const NAME: &'static __tw::str = "log";
            const META: &'static __tw::TableMeta = &__META;
            fn decode(row: &mut dyn __tw::Row) -> __tw::Result<Self> {
                let (c0,) = __tw::read::<(__tw::String,)>(row, 0, &__C)?;
                __tw::Ok(Self { line: c0 })
            }
            fn encode_key<'k>(
                key: Self::Key<'k>,
                params: &mut __tw::Params<'k>,
            ) -> __tw::Result<()> {
                let _ = params;
                match key {}
            }
            fn encode_update<'a>(&'a self, params: &mut __tw::Params<'a>) -> __tw::Result<()> {
                __tw::encode_all(params, &__C, &[0], &[&self.line])
            }
        }
    "##);
}

#[test]
fn each_column_has_a_token_of_its_visibility() {
    insta::assert_snapshot!(part(
        "pub struct Log {
            #[column(primary_key, auto_increment)] pub id: i64,
            /// What happened.
            pub(crate) r#type: String,
            #[column(generated(lower(r#type)))] small: Option<Kind>,
        }",
        "impl Log"), @r#"
            #[allow(dead_code, missing_docs)]
            impl Log {
                pub const ID: __tw::Column<Log, i64, __tw::KeyColumn> = __tw::token(&__C[0]);
                /// What happened.
                pub(crate) const TYPE: __tw::Column<Log, String> = __tw::token(&__C[1]);
                const SMALL: __tw::Column<Log, Option<Kind>, __tw::Computed> = __tw::token(&__C[2]);
                /// The DAO of `log` over a database or a transaction.
                pub fn dao<'a>(executor: &'a (impl __tw::Executor)) -> LogDao<'a> {
                    LogDao(__tw::Dao::new(executor))
                }
                /// Changes of some columns of a row of `log`, none so far.
                pub fn patch() -> __tw::Patch<Self> {
                    __tw::Patch::new()
                }
                /// The statements that create `log`.
                pub fn ddl(dialect: __tw::Dialect) -> __tw::Result<__tw::Ddl> {
                    __tw::Ddl::of_table(&__META, dialect)
                }
            }
        "#);
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
    insta::assert_snapshot!(part(
        source,
        "NewDoctor"), @r#"
            /// A row of `doctor` that is not in the database yet.
            #[derive(::core::clone::Clone)]
            #[must_use = "a new row is in the database once the DAO's `create` has taken it"]
            #[allow(dead_code, missing_docs, non_snake_case)]
            pub struct NewDoctor {
                /// Made when the row is created if absent.
                pub id: ::core::option::Option<String>,
                pub name: String,
                email: Option<String>,
                /// Made when the row is created if absent.
                pub seen: ::core::option::Option<Option<DateTime<Utc>>>,
                province: String,
                weight: Option<f64>,
                share: Decimal,
                priority: Priority,
                /// The database's default if absent.
                score: ::core::option::Option<i32>,
                at: NaiveDateTime,
            }

            #[automatically_derived]
            impl __tw::New for NewDoctor {
                type Table = Doctor;
                type Made = (i32, i32);
                fn complete(&mut self, dialect: __tw::Dialect) {
                    self.id.get_or_insert_with(__tw::new_uuid);
                    __tw::normalize(
                        self.seen.get_or_insert_with(|| __tw::Some(__tw::now())),
                        dialect,
                    );
                    <Priority as __tw::UserType>::__cut(&mut self.priority, dialect);
                    __tw::normalize(&mut self.at, dialect);
                }
                fn encode<'a>(&'a self, params: &mut __tw::Params<'a>) -> __tw::Result<()> {
                    __tw::encode_all(
                        params,
                        &__C,
                        &[0, 1, 2, 3, 4, 5, 6, 7, 8, 10],
                        &[
                            &self.id,
                            &self.name,
                            &self.email,
                            &self.seen,
                            &self.province,
                            &self.weight,
                            &self.share,
                            <Priority as __tw::UserType>::__sent(&self.priority),
                            &self.score,
                            &self.at,
                        ],
                    )
                }
                fn decode_made(row: &mut dyn __tw::Row) -> __tw::Result<Self::Made> {
                    __tw::Ok((__tw::decode(row, 0, &__C[8])?, __tw::decode(row, 1, &__C[9])?))
                }
                fn finish(self, made: Self::Made) -> Doctor {
                    Doctor {
                        id: self.id.unwrap_or_else(__tw::new_uuid),
                        name: self.name,
                        email: self.email,
                        seen: self.seen.unwrap_or_else(|| __tw::Some(__tw::now())),
                        province: self.province,
                        weight: self.weight,
                        share: self.share,
                        priority: self.priority,
                        score: made.0,
                        double: made.1,
                        at: self.at,
                    }
                }
            }

            #[allow(dead_code, missing_docs, non_snake_case, clippy::too_many_arguments)]
            impl NewDoctor {
                /// A new row of the columns that have no default; the others are set by methods.
                pub fn new(name: impl __tw::To<String>, at: impl __tw::To<NaiveDateTime>) -> Self {
                    Self {
                        id: __tw::None,
                        name: name.into_column(),
                        email: __tw::None,
                        seen: __tw::None,
                        province: __tw::String::from("Gauteng"),
                        weight: __tw::Some(-1.0),
                        share: __tw::decimal_literal("0.5"),
                        priority: Priority::Routine,
                        score: __tw::None,
                        at: at.into_column(),
                    }
                }
                pub fn id(mut self, value: impl __tw::To<String>) -> Self {
                    self.id = __tw::Some(value.into_column());
                    self
                }
                pub fn email(mut self, value: impl __tw::To<Option<String>>) -> Self {
                    self.email = value.into_column();
                    self
                }
                pub fn seen(mut self, value: impl __tw::To<Option<DateTime<Utc>>>) -> Self {
                    self.seen = __tw::Some(value.into_column());
                    self
                }
                pub fn province(mut self, value: impl __tw::To<String>) -> Self {
                    self.province = value.into_column();
                    self
                }
                pub fn weight(mut self, value: impl __tw::To<Option<f64>>) -> Self {
                    self.weight = value.into_column();
                    self
                }
                pub fn share(mut self, value: impl __tw::To<Decimal>) -> Self {
                    self.share = value.into_column();
                    self
                }
                pub fn priority(mut self, value: impl __tw::To<Priority>) -> Self {
                    self.priority = value.into_column();
                    self
                }
                pub fn score(mut self, value: impl __tw::To<i32>) -> Self {
                    self.score = __tw::Some(value.into_column());
                    self
                }
            }

            #[automatically_derived]
            impl __tw::fmt::Debug for NewDoctor {
                fn fmt(&self, f: &mut __tw::fmt::Formatter<'_>) -> __tw::fmt::Result {
                    f.debug_struct("NewDoctor").finish_non_exhaustive()
                }
            }
        "#);
}

#[test]
fn without_required_columns_there_is_a_default() {
    insta::assert_snapshot!(part(
        "struct Tick { #[column(primary_key, auto_increment)] id: i64, new: Option<i32> }",
        "NewTick"), @r#"
        /// A row of `tick` that is not in the database yet.
        #[derive(::core::clone::Clone)]
        #[must_use = "a new row is in the database once the DAO's `create` has taken it"]
        #[allow(dead_code, missing_docs, non_snake_case)]
        struct NewTick {
            new: Option<i32>,
        }

        #[automatically_derived]
        impl __tw::New for NewTick {
            type Table = Tick;
            type Made = (i64,);
            fn complete(&mut self, _: __tw::Dialect) {}
            fn encode<'a>(&'a self, params: &mut __tw::Params<'a>) -> __tw::Result<()> {
                __tw::encode_all(params, &__C, &[1], &[&self.new])
            }
            fn decode_made(row: &mut dyn __tw::Row) -> __tw::Result<Self::Made> {
                __tw::Ok((__tw::decode(row, 0, &__C[0])?,))
            }
            fn finish(self, made: Self::Made) -> Tick {
                Tick { id: made.0, new: self.new }
            }
        }

        #[allow(dead_code, missing_docs, non_snake_case, clippy::too_many_arguments)]
        impl NewTick {
            /// A new row with the defaults.
            fn new() -> Self {
                Self { new: __tw::None }
            }
            fn set_new(mut self, value: impl __tw::To<Option<i32>>) -> Self {
                self.new = value.into_column();
                self
            }
        }

        #[automatically_derived]
        impl ::core::default::Default for NewTick {
            fn default() -> Self {
                Self::new()
            }
        }

        #[automatically_derived]
        impl __tw::fmt::Debug for NewTick {
            fn fmt(&self, f: &mut __tw::fmt::Formatter<'_>) -> __tw::fmt::Result {
                f.debug_struct("NewTick").finish_non_exhaustive()
            }
        }
    "#);
}

#[test]
fn keys_indexes_and_references_have_finders() {
    insta::assert_snapshot!(part(
        r#"#[unique(number, country)]
        pub struct Patient {
            #[column(primary_key)] pub id: Uuid,
            #[column(max_length = 9)] pub number: Option<String>,
            pub country: Country,
            #[foreign_key(Clinic(id))] pub clinic_id: Option<i64>,
            #[index] pub r#type: f64,
        }"#,
        "impl<'a> PatientDao"), @r#"
            #[allow(dead_code, non_snake_case)]
            impl<'a> PatientDao<'a> {
                /// The row with this primary key, if it is there.
                pub fn find_by_id(self, id: Uuid) -> __tw::Fetch<'a, __tw::Option<Patient>> {
                    self.0.find(id)
                }
                /// The row with this value of a unique key, if it is there.
                pub fn find_by_number_and_country(
                    self,
                    number: &'a __tw::str,
                    country: &'a Country,
                ) -> __tw::Fetch<'a, __tw::Option<Patient>> {
                    self.0
                        .fetch_static(
                            __tw::finder::<0>,
                            [__tw::Ok(__tw::key::text(number)), __tw::encode(country, &__C[2])],
                        )
                }
                /// Adds a row, or gives the row with the same value of this unique key these values.
                pub fn upsert_by_number_and_country(
                    self,
                    new: NewPatient,
                ) -> __tw::BoxFuture<'a, __tw::Result<Patient>> {
                    self.0.upsert_by(0, new)
                }
                /// The rows with this value, by an index.
                pub fn find_by_number(
                    self,
                    number: &'a __tw::str,
                ) -> __tw::Fetch<'a, __tw::Vec<Patient>> {
                    self.0.fetch_static(__tw::finder::<1>, [__tw::Ok(__tw::key::text(number))])
                }
                /// The rows with this value, by an index.
                pub fn find_by_type(self, r#type: f64) -> __tw::Fetch<'a, __tw::Vec<Patient>> {
                    self.0.fetch_static(__tw::finder::<2>, [__tw::encode_copy(r#type, &__C[4])])
                }
                /// The rows with this value, by an index.
                pub fn find_by_clinic_id(
                    self,
                    clinic_id: i64,
                ) -> __tw::Fetch<'a, __tw::Vec<Patient>> {
                    self.0.fetch_static(__tw::finder::<3>, [__tw::Ok(__tw::key::i64(clinic_id))])
                }
            }
        "#);
}

#[test]
fn personal_values_do_not_show() {
    insta::assert_snapshot!(part(
        "struct Patient { #[column(primary_key)] id: i64, #[column(personal)] name: String }",
        "Debug for Patient"), @r##"
            #[automatically_derived]
            impl __tw::fmt::Debug for Patient {
                fn fmt(&self, f: &mut __tw::fmt::Formatter<'_>) -> __tw::fmt::Result {
                    __tw::show(f, "Patient", &[("id", &self.id), ("name", &__tw::Personal)])
                }
            }
        "##);
}

#[test]
fn the_target_of_a_reference_is_asked_for_its_names_and_types() {
    let source = "#[foreign_key(columns(a, b), geo::Place(x, y), on_delete = cascade)]
        struct Visit { #[column(primary_key)] a: i64, b: Option<i32>, #[foreign_key(Visit(a))] before: Option<i64> }";
    insta::assert_snapshot!(part(
        source,
        "const __TARGET"), @r#"
        const __TARGET_0: &__tw::str = <geo::Place as __tw::Table>::NAME;

        const __TARGET_0_0: &__tw::str = __tw::target::<i64, _, _, _>(geo::Place::X);

        const __TARGET_0_1: &__tw::str = __tw::target::<i32, _, _, _>(geo::Place::Y);

        const __TARGET_1: &__tw::str = <Visit as __tw::Table>::NAME;

        const __TARGET_1_0: &__tw::str = __tw::target::<i64, _, _, _>(Visit::A);
    "#);
    insta::assert_snapshot!(part(
        source,
        "static __DEF"), @r#"
        static __DEF: __tw::TableDef = __tw::TableDef::new("visit", &__C)
            .primary_key("pk_visit", const { &[__tw::text("a")] })
            .foreign_keys(const {
                &[
                    __tw::ForeignKeyDef::new(
                            "fk_visit_a_b",
                            const { &[__tw::text("a"), __tw::text("b")] },
                            __TARGET_0,
                            const { &[__tw::text(__TARGET_0_0), __tw::text(__TARGET_0_1)] },
                        )
                        .on_delete(__tw::Action::Cascade),
                    __tw::ForeignKeyDef::new(
                        "fk_visit_before",
                        const { &[__tw::text("before")] },
                        __TARGET_1,
                        const { &[__tw::text(__TARGET_1_0)] },
                    ),
                ]
            });
    "#);
}

#[test]
fn a_type_of_the_users_own_is_asked_for_its_sql() {
    let source = "struct Visit {
        #[column(primary_key)] id: i64,
        #[column(default = Priority::Routine)] priority: Priority,
        money: Option<Money>,
    }";
    insta::assert_snapshot!(part(
        source,
        "const __"), @r#"
        const __DEFAULT_1: &__tw::str = Priority::Routine.__tablewright_literal();
    "#);
    insta::assert_snapshot!(part(
        source,
        "static __C"), @r#"
            static __C: [__tw::ColumnDef; 3] = [
                __tw::ColumnDef::new("id", __tw::DataType::I64),
                __tw::ColumnDef::new("priority", <Priority as __tw::UserType>::DATA_TYPE)
                    .default(__tw::literal_text(Priority::Routine.__tablewright_text())),
                __tw::ColumnDef::new("money", <Money as __tw::UserType>::DATA_TYPE).nullable(),
            ];
        "#);
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
            pub weight: f64,
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
    assert!(text.lines().count() <= 410, "{} lines", text.lines().count());
}
