//! Names as long as names may be, so that what is made from them has to be shortened.

use tablewright_schema::{ColumnDef, DataType};

use crate::golden::build::{id, table};
use crate::golden::case::Model;

const TABLE: &str = "a_table_whose_name_is_exactly_as_long_as_sixtythree_bytes_allow";
const FIRST: &str = "a_column_whose_name_is_exactly_as_long_as_sixty_three_bytes_can";
const SECOND: &str = "a_column_whose_name_is_exactly_as_long_as_sixty_three_bytes_may";

/// Two columns whose checks would have the same name if names were cut.
pub fn models() -> Vec<Model> {
    let mut def = table(
        TABLE,
        [id(), ColumnDef::new(FIRST, DataType::Bool), ColumnDef::new(SECOND, DataType::Bool).comment("The second")],
    );
    def.primary_key.name = "pk_long_names".into();
    vec![Model::built(def)]
}
