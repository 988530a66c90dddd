//! Indexes that hold only the rows of a condition, unique and not.

use tablewright_schema::{ColumnDef, DataType, IndexPart, TableDef};

use crate::golden::build::{i64, id, index, table, text};
use crate::golden::case::Model;

/// A queue whose open jobs are few, and one job in hand for each worker.
pub fn models() -> Vec<Model> {
    vec![Model::built(jobs(false)), Model::built(jobs(true))]
}

fn jobs(unique: bool) -> TableDef {
    let name = if unique { "hands" } else { "jobs" };
    let made = ColumnDef::new("made_at", DataType::TimestampTz);
    let columns = [id(), i64("worker").nullable(), text("state", 20), ColumnDef::new("done", DataType::Bool), made];
    let mut def = table(name, columns);
    def.indexes = if unique {
        vec![index("ix_hands_worker", [IndexPart::asc("worker")]).unique().filter("state = 'in hand'")].into()
    } else {
        vec![
            index("ix_jobs_open", [IndexPart::asc("state"), IndexPart::desc("id")]).filter("not done"),
            index("ix_jobs_recent", [IndexPart::asc("made_at")]).filter("made_at >= timestamp '2026-01-31 12:00:00'"),
            index("ix_jobs_worker", [IndexPart::asc("worker")]).filter("worker is not null"),
        ]
        .into()
    };
    def
}
