//! Many rows in few statements: how many go together.

use crate::param::Param;

/// What one statement, or one message, has at most.
#[derive(Debug, Clone, Copy)]
pub struct Most {
    /// Rows; more gain nothing.
    pub rows: usize,
    /// Bytes, about.
    pub bytes: usize,
}

impl Most {
    /// How many of the rows go together. One that is larger by itself goes alone.
    pub fn fitting<'p>(self, rows: &[Vec<Param<'p>>], size: impl Fn(&Param<'p>) -> usize) -> usize {
        let mut bytes = 0;
        let fitting = rows.iter().take(self.rows).take_while(|row| {
            bytes += row.iter().map(&size).sum::<usize>();
            bytes <= self.bytes
        });
        fitting.count().max(1)
    }
}
