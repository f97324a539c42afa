//! Did you mean …?

/// Longer words are no slips of a pen.
const MAX_WORD: usize = 100;

/// The known word closest to the one given, if it is close enough to be a slip.
pub(crate) fn did_you_mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if word.len() > MAX_WORD {
        return None;
    }
    let from = lower(word);
    let limit = (from.len() / 3).max(1);
    let mut best: Option<(usize, &str)> = None;
    for known in known.into_iter().filter(|known| known.len() <= MAX_WORD) {
        // Only as good as the best so far counts, so that most of a long list is dismissed by its length.
        let limit = best.map_or(limit, |(distance, _)| distance);
        if known.is_ascii() && known.len().abs_diff(from.len()) > limit {
            continue;
        }
        if let Some(distance) = distance(&from, &lower(known), limit)
            && best.is_none_or(|best| (distance, known) < best)
        {
            best = Some((distance, known));
        }
    }
    best.map(|(_, known)| known)
}

fn lower(word: &str) -> Vec<char> {
    word.chars().flat_map(char::to_lowercase).collect()
}

/// Edits between two words, if they are not more than the limit: insertions, deletions, substitutions and swaps of
/// neighbours.
fn distance(a: &[char], b: &[char], limit: usize) -> Option<usize> {
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    let mut row: Vec<usize> = Vec::with_capacity(b.len() + 1);
    for (i, &from) in a.iter().enumerate() {
        row.clear();
        row.push(i + 1);
        for (j, &to) in b.iter().enumerate() {
            let at = |row: &[usize], index: usize| row.get(index).copied().unwrap_or(usize::MAX - 1);
            let mut best = (at(&last, j) + usize::from(from != to)).min(at(&last, j + 1) + 1).min(at(&row, j) + 1);
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(&to) && b.get(j - 1) == Some(&from);
            if swapped {
                best = best.min(at(&before_last, j - 1) + 1);
            }
            row.push(best);
        }
        if row.iter().min().is_some_and(|least| *least > limit + 1) {
            return None;
        }
        std::mem::swap(&mut before_last, &mut last);
        std::mem::swap(&mut last, &mut row);
    }
    last.last().copied().filter(|distance| *distance <= limit)
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
