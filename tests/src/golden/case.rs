//! The cases: a few tables each, and everything that is rendered for them.

use tablewright::schema::ddl::TableDdl;
use tablewright::schema::dml::TableSql;
use tablewright::table::{Rendering, TableMeta};
use tablewright_schema::{Dialect, TableDef, dialect};

/// A few tables that show one thing.
pub struct Case {
    /// The folder's name.
    pub name: &'static str,
    /// The tables, in order of declaration.
    pub models: Vec<Model>,
}

/// A table, as the derive made it or built by hand.
pub enum Model {
    /// `#[derive(Table)]` made it.
    Derived(&'static TableMeta),
    /// A program made it.
    Built(Box<TableDef>),
}

/// Declares the cases: each a file with `pub fn models() -> Vec<Model>`.
macro_rules! cases {
    ($($name:ident = $path:literal),+ $(,)?) => {
        $(
            #[path = $path]
            pub mod $name;
        )+

        /// All cases.
        pub fn all() -> Vec<Case> {
            vec![$(Case { name: stringify!($name), models: $name::models() }),+]
        }
    };
}

cases! {
    checks = "../../ddl/checks/model.rs",
    column_types = "../../ddl/column_types/model.rs",
    comments = "../../ddl/comments/model.rs",
    cycles = "../../ddl/cycles/model.rs",
    enumerations = "../../ddl/enumerations/model.rs",
    expression_indexes = "../../ddl/expression_indexes/model.rs",
    foreign_key_actions = "../../ddl/foreign_key_actions/model.rs",
    foreign_keys = "../../ddl/foreign_keys/model.rs",
    generated_columns = "../../ddl/generated_columns/model.rs",
    indexes = "../../ddl/indexes/model.rs",
    keys = "../../ddl/keys/model.rs",
    literal_defaults = "../../ddl/literal_defaults/model.rs",
    long_names = "../../ddl/long_names/model.rs",
    made_defaults = "../../ddl/made_defaults/model.rs",
    orthanc = "../../ddl/orthanc/model.rs",
    partial_indexes = "../../ddl/partial_indexes/model.rs",
    personal = "../../ddl/personal/model.rs",
    reserved_words = "../../ddl/reserved_words/model.rs",
    unindexable = "../../ddl/unindexable/model.rs",
    uniques = "../../ddl/uniques/model.rs",
    wide_columns = "../../ddl/wide_columns/model.rs",
}

impl Model {
    /// A definition built by hand.
    pub fn built(def: TableDef) -> Self {
        Self::Built(Box::new(def))
    }

    /// The definition.
    pub fn def(&self) -> &TableDef {
        match self {
            Self::Derived(meta) => meta.def,
            Self::Built(def) => def,
        }
    }

    /// Its SQL in a dialect, or everything the dialect cannot do.
    pub fn render(&self, dialect: Dialect) -> Result<(TableDdl, TableSql), Vec<String>> {
        match self {
            Self::Derived(meta) => match &meta.renderings[dialect.index()] {
                Rendering::Ready { ddl, sql } => Ok((ddl.resolve(), sql.resolve())),
                Rendering::Refused(problems) => Err(problems.iter().map(|problem| (*problem).to_owned()).collect()),
            },
            Self::Built(def) => rendered(def, dialect),
        }
    }
}

/// The SQL of a definition without any help of the derive.
pub fn rendered(def: &TableDef, dialect: Dialect) -> Result<(TableDdl, TableSql), Vec<String>> {
    dialect::render(def, dialect).map_err(|problems| problems.iter().map(ToString::to_string).collect())
}
