//! How rows are written and given back: the answers about INSERT and upsert.

/// How an upsert is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Upsert {
    /// `ON CONFLICT (..) DO UPDATE`
    OnConflict,
    /// `ON DUPLICATE KEY UPDATE`: any unique key decides, so only tables with one of them have it.
    OnDuplicateKey,
    /// `UPDATE OR INSERT .. MATCHING` where that leaves the primary key alone, MERGE otherwise.
    UpdateOrInsert,
    /// `MERGE`
    Merge,
}

/// How columns are given back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ReturningForm {
    /// As sea-query's builder writes it.
    SeaQuery,
    /// `RETURNING a, b` at the end, where sea-query's builder leaves it out.
    AtEnd,
    /// `RETURNING a, b INTO :3, :4`: parameters that the database fills.
    IntoParameters,
    /// Not at all.
    Absent,
}

/// An INSERT without any value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum EmptyRow {
    /// `DEFAULT VALUES`
    DefaultValues,
    /// `() VALUES ()`
    EmptyLists,
    /// `(a) VALUES (DEFAULT)`
    DefaultKeyword,
}
