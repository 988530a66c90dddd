//! The word that was probably meant.

/// The candidate nearest to a word, if it is near enough to be a slip of the finger.
pub fn closest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let lower = word.to_lowercase();
    let distances = candidates.into_iter().map(|candidate| (distance(&lower, &candidate.to_lowercase()), candidate));
    distances
        .min_by_key(|(distance, _)| *distance)
        .filter(|(distance, _)| *distance <= 1 + word.len() / 4)
        .map(|(_, found)| found)
}

/// "expected one of `a`, `b`".
pub fn expected<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let words = words.into_iter().map(|word| format!("`{word}`")).collect::<Vec<_>>();
    format!("expected one of {}", words.join(", "))
}

/// "did you mean `x`?" if something is near, else the list of what is expected.
pub fn help<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str> + Clone) -> String {
    match closest(word, candidates.clone()) {
        Some(found) => format!("did you mean `{found}`?"),
        None => expected(candidates),
    }
}

/// How many letters have to be changed, added, left out, or swapped with their neighbour.
fn distance(left: &str, right: &str) -> usize {
    let (left, right) = (left.chars().collect::<Vec<_>>(), right.chars().collect::<Vec<_>>());
    let mut before = Vec::new();
    let mut above = (0..=right.len()).collect::<Vec<_>>();
    for (i, a) in left.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in right.iter().enumerate() {
            let changed = above[j] + usize::from(a != b);
            let mut least = changed.min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *a == right[j - 1] && left[i - 1] == *b {
                let swapped: &Vec<usize> = &before;
                least = least.min(swapped[j - 1] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut above, row);
    }
    above[right.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_found_and_a_stranger_is_not() {
        let words = ["name", "email", "hpcsa_number"];
        assert_eq!(closest("nmae", words), Some("name"));
        assert_eq!(closest("nam", words), Some("name"));
        assert_eq!(closest("hpsca_number", words), Some("hpcsa_number"));
        assert_eq!(closest("zebra", words), None);
        assert_eq!(help("x", ["a_b", "c_d"]), "expected one of `a_b`, `c_d`");
    }
}
