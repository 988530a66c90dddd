//! Where Firebird's numbers go on
//! (<https://firebirdsql.org/file/documentation/html/en/refdocs/fblangref40/firebird-40-language-reference.html#fblangref40-ddl-tbl-altrcol-restart>).

use crate::Dialect;
use crate::dialect::literal::text;

const FIREBIRD: Dialect = Dialect::Firebird;

/// After the highest number that is there.
pub(super) fn behind_rows(table: &str, column: &str) -> String {
    let (table, column) = (FIREBIRD.quoted(table), FIREBIRD.quoted(column));
    let statement = text(&format!("ALTER TABLE {table} ALTER COLUMN {column} RESTART WITH "), FIREBIRD);
    format!(
        "EXECUTE BLOCK AS DECLARE n BIGINT; BEGIN SELECT MAXVALUE(COALESCE(MAX({column}), 0) + 1, 1) FROM {table} INTO :n; \
         EXECUTE STATEMENT {statement} || n; END"
    )
}

/// Where they were in another table: the next one, read from the column's own generator.
pub(super) fn behind_table(old: &str, new: &str, column: &str) -> String {
    let statement =
        format!("ALTER TABLE {} ALTER COLUMN {} RESTART WITH ", FIREBIRD.quoted(new), FIREBIRD.quoted(column));
    let [old, column, statement] = [old, column, &statement].map(|value| text(value, FIREBIRD));
    format!(
        "EXECUTE BLOCK AS DECLARE g VARCHAR(63); DECLARE n BIGINT; BEGIN \
         SELECT TRIM(RDB$GENERATOR_NAME) FROM RDB$RELATION_FIELDS \
         WHERE RDB$RELATION_NAME = {old} AND RDB$FIELD_NAME = {column} INTO :g; \
         EXECUTE STATEMENT 'SELECT GEN_ID(\"' || g || '\", 0) + 1 FROM RDB$DATABASE' INTO :n; \
         EXECUTE STATEMENT {statement} || n; END"
    )
}
