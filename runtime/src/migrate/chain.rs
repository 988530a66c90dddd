//! The history as a chain of hashes: a row that was changed by hand, or taken away from below others, is noticed.

use tablewright_schema::migration::checksum;

use super::back::Back;
use super::history::{AppliedMigration, Progress};
use crate::json::Json;

/// What the hashes begin with that cover all that does not change. Those of the first format cover less.
const SECOND: &str = "2:";

/// The hash of what does not change in a row any more, and of all before it: of one that is not finished, what is known when
/// it begins.
pub(super) fn link(before: Option<&AppliedMigration>, row: &AppliedMigration) -> String {
    let down = row.down_sql.as_ref().map(|Json(down)| down);
    let mut text = Text::begun(before, &row.version, &row.checksum, down);
    if row.state == Progress::Applied {
        text.add(Some(&row.name));
        text.add(row.description.as_deref());
        // Not every engine keeps finer times.
        text.add(Some(&row.applied_at.timestamp_millis().to_string()));
        text.add(Some(&row.applied_by));
        text.add(Some(&row.step.to_string()));
        text.add(Some(&row.done));
    }
    text.hash()
}

/// That of a row that begins.
pub(super) fn begun(before: Option<&AppliedMigration>, version: &str, checksum: &str, down: Option<&Back>) -> String {
    Text::begun(before, version, checksum, down).hash()
}

/// The hash of the first format, which older histories have: no way back is as one of no statements.
fn first(before: Option<&AppliedMigration>, row: &AppliedMigration) -> String {
    let before = before.map_or("", |row| &row.chain);
    let down = row.down_sql.as_ref().map(|Json(down)| down.text()).unwrap_or_default();
    checksum::of_text(&[before, &row.version, &row.checksum, &down].join("\u{1}"))
}

/// The first row whose hash is not what it has to be.
pub(super) fn broken(rows: &[AppliedMigration]) -> Option<&AppliedMigration> {
    (0..rows.len()).find(|at| is_broken(rows, *at)).and_then(|at| rows.get(at))
}

/// Whether the hash of this row is not what it has to be.
pub(super) fn is_broken(rows: &[AppliedMigration], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| rows.get(before));
    rows.get(at).is_some_and(|row| {
        let is_second = row.chain.starts_with(SECOND);
        // Once a row has a hash of the second format, what comes after it has one too.
        let wanted = if is_second || before.is_some_and(|before| before.chain.starts_with(SECOND)) {
            link(before, row)
        } else {
            first(before, row)
        };
        row.chain != wanted
    })
}

/// Values one after the other, such that no two lists of them give the same text.
#[derive(Default)]
struct Text(String);

impl Text {
    fn begun(before: Option<&AppliedMigration>, version: &str, checksum: &str, down: Option<&Back>) -> Self {
        let mut text = Self::default();
        text.add(before.map(|row| row.chain.as_str()));
        text.add(Some(version));
        text.add(Some(checksum));
        text.add(down.map(Back::text).as_deref());
        text
    }

    fn hash(&self) -> String {
        format!("{SECOND}{}", checksum::of_text(&self.0))
    }

    fn add(&mut self, value: Option<&str>) {
        match value {
            None => self.0.push('-'),
            Some(value) => self.0.extend([value.len().to_string().as_str(), ":", value]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(position: i32) -> AppliedMigration {
        AppliedMigration {
            position,
            version: position.to_string(),
            name: "name".to_owned(),
            description: None,
            checksum: "sha256:0".to_owned(),
            applied_at: chrono::DateTime::UNIX_EPOCH,
            applied_by: "somebody".to_owned(),
            duration_ms: 1,
            down_sql: None,
            state: Progress::Applied,
            step: 1,
            done: "sha256:1".to_owned(),
            running: None,
            catalog: None,
            chain: String::new(),
        }
    }

    fn linked(link: impl Fn(Option<&AppliedMigration>, &AppliedMigration) -> String) -> Vec<AppliedMigration> {
        let mut rows: Vec<AppliedMigration> = Vec::new();
        for position in 1..=3 {
            let mut row = row(position);
            row.chain = link(rows.last(), &row);
            rows.push(row);
        }
        rows
    }

    #[test]
    fn whatever_is_changed_in_a_finished_row_is_noticed() {
        let rows = linked(link);
        assert_eq!(broken(&rows), None);
        assert!(rows.iter().all(|row| row.chain.len() <= 80), "it fits into its column");
        let changes: [fn(&mut AppliedMigration); 10] = [
            |row| row.version.push('x'),
            |row| row.name.push('x'),
            |row| row.description = Some(String::new()),
            |row| row.checksum.push('x'),
            |row| row.applied_at += chrono::TimeDelta::milliseconds(1),
            |row| row.applied_by.push('x'),
            |row| row.down_sql = Some(Json(Back::default())),
            |row| row.state = Progress::Stopped,
            |row| row.step = 0,
            |row| row.done.push('x'),
        ];
        for (n, change) in changes.into_iter().enumerate() {
            let mut rows = rows.clone();
            change(&mut rows[1]);
            assert_eq!(broken(&rows).map(|row| row.position), Some(2), "change {n}");
        }
        let mut rows = rows;
        rows[1].chain = first(rows.first(), &rows[1]);
        assert_eq!(broken(&rows).map(|row| row.position), Some(2), "no way back to the first format");
    }

    #[test]
    fn the_history_of_an_older_release_is_right() {
        let mut rows = linked(first);
        assert_eq!(broken(&rows), None);
        // It goes on in the new format.
        let mut fourth = row(4);
        fourth.chain = link(rows.last(), &fourth);
        rows.push(fourth);
        assert_eq!(broken(&rows), None);
        rows[1].checksum.push('x');
        assert_eq!(broken(&rows).map(|row| row.position), Some(2));
    }

    #[test]
    fn one_that_goes_on_keeps_its_hash() {
        let open = AppliedMigration { state: Progress::Applying, ..row(1) };
        let later = AppliedMigration { state: Progress::Stopped, step: 7, done: "sha256:2".to_owned(), ..open.clone() };
        assert_eq!(link(None, &open), link(None, &later));
    }
}
