//! The rows that are in the way of a migration, by their keys.

use std::fmt;

use tablewright_schema::plan::{SHOWN, Sample};

use super::personal::Personal;
use crate::error::Result;
use crate::executor::Executor;
use crate::handwritten::HandwrittenSql;

/// Why no keys are shown that a file asks for which is older than what its schema says of them.
const PERSONAL: &str = "the primary key is personal";
/// The most characters of a value of a key that are shown.
const LONGEST: usize = 60;

/// The keys of the first rows that are in the way. Keys that the schema marks as personal are never read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Keys {
    /// The columns of the key; none if no keys are shown.
    pub columns: Vec<String>,
    /// A list of values for each row, in the order of the columns, at most five rows.
    pub rows: Vec<Vec<String>>,
    /// Why no keys are shown, if that is known.
    pub withheld: Option<String>,
    /// Whether there are more rows.
    pub are_more: bool,
}

/// The keys of the first of so many rows, unless they are personal by now.
pub(super) async fn of(executor: &impl Executor, sample: &Sample, count: i64, personal: &Personal) -> Result<Keys> {
    let (columns, sql) = match sample {
        Sample::Keys { .. } if count > 0 && personal.are_in(sample, executor.dialect()) => {
            return Ok(Keys { withheld: Some(PERSONAL.to_owned()), ..Keys::default() });
        }
        Sample::Keys { columns, sql } if count > 0 => (columns, sql),
        Sample::Withheld(why) if count > 0 => return Ok(Keys { withheld: Some(why.clone()), ..Keys::default() }),
        Sample::Keys { .. } | Sample::Withheld(_) | Sample::Count => return Ok(Keys::default()),
    };
    let rows = executor.fetch_sql(sql, &[], |row| {
        (0..columns.len()).map(|n| row.get::<Option<String>>(n).map(Option::unwrap_or_default)).collect()
    });
    let rows: Vec<Vec<String>> = rows.await?;
    let are_more = rows.len() >= SHOWN && usize::try_from(count).is_ok_and(|count| count > rows.len());
    Ok(Keys { columns: columns.clone(), rows, withheld: None, are_more })
}

/// What is said of them behind a count: ` (by `id`: 1, 2, ..)`, or nothing.
impl fmt::Display for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(why) = &self.withheld {
            return write!(f, " ({why}, so that it is not shown which)");
        }
        if self.rows.is_empty() {
            return Ok(());
        }
        write!(f, " (by `{}`: ", self.columns.join("`, `"))?;
        for (n, row) in self.rows.iter().enumerate() {
            let values: Vec<String> = row.iter().map(|value| shown(value)).collect();
            let comma = if n > 0 { ", " } else { "" };
            match values.as_slice() {
                [value] => write!(f, "{comma}{value}")?,
                values => write!(f, "{comma}({})", values.join(", "))?,
            }
        }
        f.write_str(if self.are_more { ", ..)" } else { ")" })
    }
}

/// A value on one line, and not for ever.
fn shown(value: &str) -> String {
    let mut text: String = value.chars().take(LONGEST).flat_map(char::escape_debug).collect();
    if value.chars().nth(LONGEST).is_some() {
        text.push_str("..");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_told_on_one_line() {
        let keys = |columns: &[&str], rows: &[&[&str]]| Keys {
            columns: columns.iter().map(ToString::to_string).collect(),
            rows: rows.iter().map(|row| row.iter().map(ToString::to_string).collect()).collect(),
            ..Keys::default()
        };
        assert_eq!(keys(&["id"], &[]).to_string(), "");
        assert_eq!(keys(&["id"], &[&["1"], &["2"]]).to_string(), " (by `id`: 1, 2)");
        assert_eq!(keys(&["a", "b"], &[&["1", "x\ny"]]).to_string(), " (by `a`, `b`: (1, x\\ny))");
        let long = "ä".repeat(LONGEST + 1);
        let more = Keys { are_more: true, ..keys(&["id"], &[&[&long]]) };
        assert_eq!(more.to_string(), format!(" (by `id`: {}.., ..)", "ä".repeat(LONGEST)));
        let withheld = Keys { withheld: Some("the key is personal".to_owned()), ..Keys::default() };
        assert_eq!(withheld.to_string(), " (the key is personal, so that it is not shown which)");
    }
}
