//! Did you mean …?

/// The known word closest to the one given, if it is close enough to be a slip.
pub(crate) fn did_you_mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if word.len() > 100 {
        return None;
    }
    let limit = (word.chars().count() / 3).max(1);
    let scored = known.into_iter().filter(|known| known.len() <= 100).map(|known| (distance(word, known), known));
    scored.filter(|&(distance, _)| distance <= limit).min().map(|(_, known)| known)
}

/// Edits between two words: insertions, deletions, substitutions and swaps of neighbours; case counts nothing.
fn distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.chars().flat_map(char::to_lowercase).collect();
    let b: Vec<char> = b.chars().flat_map(char::to_lowercase).collect();
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, &from) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, &to) in b.iter().enumerate() {
            let at = |row: &[usize], index: usize| row.get(index).copied().unwrap_or(usize::MAX - 1);
            let mut best = (at(&last, j) + usize::from(from != to)).min(at(&last, j + 1) + 1).min(at(&row, j) + 1);
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(&to) && b.get(j - 1) == Some(&from);
            if swapped {
                best = best.min(at(&before_last, j - 1) + 1);
            }
            row.push(best);
        }
        before_last = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::did_you_mean;

    #[test]
    fn slips_are_recognised_and_other_words_are_not() {
        let known = ["Order", "Refund", "PaymentLinks"];
        assert_eq!(did_you_mean("Ordr", known), Some("Order"));
        assert_eq!(did_you_mean("Oredr", known), Some("Order"));
        assert_eq!(did_you_mean("order", known), Some("Order"));
        assert_eq!(did_you_mean("Customer", known), None);
        assert_eq!(did_you_mean("", known), None);
    }
}
