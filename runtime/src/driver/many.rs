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
    /// The same with no more rows than have so many parameters together, if each has as many as the first.
    pub fn within(self, parameters: usize, rows: &[Vec<Param<'_>>]) -> Self {
        let width = rows.first().map_or(1, |row| row.len().max(1));
        Self { rows: self.rows.min(parameters / width), ..self }
    }

    /// How many of the rows go together. One that is larger by itself goes alone.
    pub fn fitting<'p>(self, rows: &[Vec<Param<'p>>], size: impl Fn(&Param<'p>) -> usize) -> usize {
        let mut bytes = 0;
        let fitting = rows.iter().take(self.rows).take_while(|row| {
            bytes += row.iter().map(&size).sum::<usize>();
            bytes <= self.bytes
        });
        fitting.count().max(1)
    }
    /// The rows in pieces that suit one statement each. Their numbers are powers of two, so that there are few texts for a
    /// server to keep, however many rows there are.
    pub fn pieces<'r, 'p>(
        self,
        mut rows: &'r [Vec<Param<'p>>],
        size: impl Fn(&Param<'p>) -> usize,
    ) -> Vec<&'r [Vec<Param<'p>>]> {
        let mut pieces = Vec::new();
        while !rows.is_empty() {
            let (piece, rest) = rows.split_at(1 << self.fitting(rows, &size).ilog2());
            pieces.push(piece);
            rows = rest;
        }
        pieces
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_powers_of_two_and_have_an_end() {
        let most = Most { rows: 600, bytes: 1 << 20 };
        let size = |param: &Param<'_>| if let Param::Bytes(bytes) = param { bytes.len() } else { 16 };
        let lengths = |rows: &[Vec<Param<'_>>]| {
            most.within(2_100, rows).pieces(rows, size).iter().map(|piece| piece.len()).collect::<Vec<_>>()
        };
        assert_eq!(lengths(&vec![vec![Param::I64(1)]; 1_100]), [512, 512, 64, 8, 4]);
        assert_eq!(lengths(&vec![vec![Param::I64(1); 1_000]; 5]), [2, 2, 1]);
        let large = Param::from(vec![0_u8; most.bytes + 1]);
        assert_eq!(lengths(&[vec![large.clone()], vec![large], vec![Param::I64(1)]]), [1, 1, 1]);
        assert_eq!(lengths(&[]), [0; 0]);
    }
}
