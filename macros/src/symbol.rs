//! Every word of the attribute language, once.

/// `#[table(..)]`.
pub const TABLE: &str = "table";
/// `#[column(..)]`.
pub const COLUMN: &str = "column";
/// `#[index(..)]`.
pub const INDEX: &str = "index";
/// `#[unique(..)]`, and a word of `#[column(..)]` and `#[index(..)]`.
pub const UNIQUE: &str = "unique";
/// `#[check(..)]`.
pub const CHECK: &str = "check";
/// `#[foreign_key(..)]`.
pub const FOREIGN_KEY: &str = "foreign_key";
/// `#[column_enum(..)]`.
pub const COLUMN_ENUM: &str = "column_enum";
/// `#[column_type(..)]`.
pub const COLUMN_TYPE: &str = "column_type";

/// The name in the database.
pub const NAME: &str = "name";
/// A sentence kept in the database.
pub const COMMENT: &str = "comment";
/// The primary key.
pub const PRIMARY_KEY: &str = "primary_key";
/// The longest text or list of bytes.
pub const MAX_LENGTH: &str = "max_length";
/// The digits of a decimal.
pub const PRECISION: &str = "precision";
/// The digits of a decimal after the point.
pub const SCALE: &str = "scale";
/// What a column gets when nobody gives a value.
pub const DEFAULT: &str = "default";
/// The database numbers the rows.
pub const AUTO_INCREMENT: &str = "auto_increment";
/// The database computes the value.
pub const GENERATED: &str = "generated";
/// A generated value is kept in the row.
pub const STORED: &str = "stored";
/// The value says something about a person.
pub const PERSONAL: &str = "personal";
/// The name before.
pub const RENAMED_FROM: &str = "renamed_from";
/// A list of fields.
pub const COLUMNS: &str = "columns";
/// The rows an index holds.
pub const FILTER: &str = "filter";
/// Smallest value first.
pub const ASC: &str = "asc";
/// Largest value first.
pub const DESC: &str = "desc";
/// What a foreign key does on delete.
pub const ON_DELETE: &str = "on_delete";
/// What a foreign key does on update.
pub const ON_UPDATE: &str = "on_update";
/// The current time, as a default.
pub const NOW: &str = "now";
/// A random UUID, as a default.
pub const UUID: &str = "uuid";
/// An expression of the database's, as a default.
pub const EXPR: &str = "expr";
/// What is given up.
pub const DROPPED: &str = "dropped";
/// A rule that shall not warn here.
pub const ALLOW: &str = "allow";
/// Why a rule shall not warn.
pub const REASON: &str = "reason";
/// How the texts of an enumeration are made from its variants.
pub const RENAME_ALL: &str = "rename_all";
/// The text of one variant.
pub const RENAME: &str = "rename";

/// The words of `#[table(..)]`.
pub const IN_TABLE: &[&str] = &[NAME, COMMENT, PRIMARY_KEY, ALLOW, RENAMED_FROM, DROPPED];
/// The words of `#[column(..)]`.
pub const IN_COLUMN: &[&str] = &[
    NAME,
    PRIMARY_KEY,
    UNIQUE,
    MAX_LENGTH,
    PRECISION,
    SCALE,
    DEFAULT,
    AUTO_INCREMENT,
    GENERATED,
    PERSONAL,
    COMMENT,
    RENAMED_FROM,
    ALLOW,
];
/// The words of `#[index(..)]` on a struct.
pub const IN_TABLE_INDEX: &[&str] = &[NAME, COLUMNS, UNIQUE, FILTER];
/// The words of `#[index(..)]` on a field.
pub const IN_FIELD_INDEX: &[&str] = &[NAME, UNIQUE, DESC, FILTER];
/// The words of `#[unique(..)]` on a struct.
pub const IN_TABLE_UNIQUE: &[&str] = &[NAME, COLUMNS];
/// The words of `#[unique(..)]` on a field.
pub const IN_FIELD_UNIQUE: &[&str] = &[NAME];
/// The words of `#[foreign_key(..)]` on a struct.
pub const IN_TABLE_FOREIGN_KEY: &[&str] = &[COLUMNS, ON_DELETE, ON_UPDATE, NAME];
/// The words of `#[foreign_key(..)]` on a field.
pub const IN_FIELD_FOREIGN_KEY: &[&str] = &[ON_DELETE, ON_UPDATE, NAME];
/// The words of `#[column_enum(..)]` on an enum.
pub const IN_COLUMN_ENUM: &[&str] = &[RENAME_ALL];
/// The words of `#[column_enum(..)]` on a variant.
pub const IN_VARIANT: &[&str] = &[RENAME];
/// The words of `#[column_type(..)]`.
pub const IN_COLUMN_TYPE: &[&str] = &[MAX_LENGTH, PRECISION, SCALE];

/// The answer of [`home`] for an attribute's own name.
pub const OWN: &str = "in an attribute of its own";

/// Where a word belongs, for those who wrote it elsewhere.
pub fn home(word: &str) -> Option<&'static str> {
    Some(match word {
        MAX_LENGTH | PRECISION | SCALE | DEFAULT | AUTO_INCREMENT | GENERATED | PERSONAL => {
            "in `#[column(..)]` on the field"
        }
        RENAMED_FROM => "in `#[column(..)]` or `#[table(..)]`",
        DROPPED => "in `#[table(..)]`",
        PRIMARY_KEY => "in `#[column(..)]` on the field, or in `#[table(..)]` with its columns",
        UNIQUE => "in `#[column(..)]` or `#[index(..)]`",
        ON_DELETE | ON_UPDATE => "in `#[foreign_key(..)]`",
        COLUMNS => "on the struct, where it lists the fields of an index, a unique constraint or a foreign key",
        FILTER => "in `#[index(..)]`",
        DESC => "in `#[index(..)]` on the field, or after a column in `columns(..)`",
        RENAME_ALL => "in `#[column_enum(..)]` on the enum",
        RENAME => "in `#[column_enum(..)]` on the variant; a column is named by `name`",
        INDEX | CHECK | FOREIGN_KEY => OWN,
        _ => return None,
    })
}

/// What to write instead of a word of `#[column(..)]` that other libraries have.
pub fn elsewhere(word: &str) -> Option<&'static str> {
    Some(match word {
        "nullable" | "null" | "optional" => "a column may be NULL if its field is an `Option`",
        "not_null" | "required" => "a column is required unless its field is an `Option`",
        "length" | "len" | "size" | "max_len" | "varchar" => "write `max_length = 50`",
        "pk" | "id" | "primary" | "key" => "write `primary_key`",
        "autoincrement" | "serial" | "identity" => "write `auto_increment`",
        "references" | "ref" | "belongs_to" => "write `#[foreign_key(Target(id))]`",
        "rename" | "column_name" => "write `name = \"..\"`",
        "default_value" | "default_expr" => "write `default = ..`; an expression of the database's is `expr(..)`",
        "skip" | "ignore" => "each field is a column; keep what is not in a struct around this one",
        "type" | "sql_type" | "column_type" | "db_type" => "the field's type says what the column holds",
        "sensitive" | "secret" | "pii" => "write `personal`",
        _ => return None,
    })
}
