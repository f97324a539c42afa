//! Did you mean …?

/// The known word that is closest to a given one, if it is close enough to have been meant.
pub(crate) fn closest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (word.chars().count() / 3).max(1);
    let scored = known.into_iter().map(|known| (distance(word, known), known));
    scored.filter(|(distance, _)| *distance <= limit).min().map(|(_, known)| known)
}

/// Insertions, deletions and substitutions between two words; case counts nothing.
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().flat_map(char::to_lowercase).take(100).collect();
    let mut last: Vec<usize> = (0..=to.len()).collect();
    for (row, from) in from.chars().flat_map(char::to_lowercase).take(100).enumerate() {
        let mut left = row + 1;
        let mut next = vec![left];
        for (pair, to) in last.windows(2).zip(&to) {
            let [corner, above] = pair else { continue };
            left = (corner + usize::from(from != *to)).min(above + 1).min(left + 1);
            next.push(left);
        }
        last = next;
    }
    last.last().copied().unwrap_or_default()
}
