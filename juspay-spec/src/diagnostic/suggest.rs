//! Did you mean …?

/// Longer words are no slips of a pen.
const MAX_WORD: usize = 100;

/// The known word closest to the one given, if it is close enough to be a slip; case counts nothing.
pub fn did_you_mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if word.len() > MAX_WORD {
        return None;
    }
    let from = lower(word);
    let mut best: Option<(usize, &str)> = None;
    let mut rows = Rows::default();
    for known in known.into_iter().filter(|known| known.len() <= MAX_WORD) {
        // Only as good as the best so far counts, so that most of a long list is dismissed early.
        let limit = best.map_or((from.len() / 3).max(1), |(distance, _)| distance);
        if known.is_ascii() && known.len().abs_diff(from.len()) > limit {
            continue;
        }
        rows.known.clear();
        rows.known.extend(known.chars().flat_map(char::to_lowercase));
        if let Some(distance) = rows.distance(&from, limit)
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

/// Rows of the table of distances, kept from one word to the next.
#[derive(Default)]
struct Rows {
    known: Vec<char>,
    before_last: Vec<usize>,
    last: Vec<usize>,
    row: Vec<usize>,
}

impl Rows {
    /// Edits between two words, if they are not more than the limit: insertions, deletions, substitutions and swaps of
    /// neighbours.
    fn distance(&mut self, word: &[char], limit: usize) -> Option<usize> {
        let (a, b) = without_common(word, &self.known);
        self.last.clear();
        self.last.extend(0..=b.len());
        for (i, &from) in a.iter().enumerate() {
            self.row.clear();
            self.row.push(i + 1);
            for (j, &to) in b.iter().enumerate() {
                let at = |row: &[usize], index: usize| row.get(index).copied().unwrap_or(usize::MAX - 1);
                let other = (at(&self.last, j) + usize::from(from != to)).min(at(&self.last, j + 1) + 1);
                let mut best = other.min(at(&self.row, j) + 1);
                let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(&to) && b.get(j - 1) == Some(&from);
                if swapped {
                    best = best.min(at(&self.before_last, j - 1) + 1);
                }
                self.row.push(best);
            }
            if self.row.iter().min().is_some_and(|least| *least > limit + 1) {
                return None;
            }
            std::mem::swap(&mut self.before_last, &mut self.last);
            std::mem::swap(&mut self.last, &mut self.row);
        }
        self.last.last().copied().filter(|distance| *distance <= limit)
    }
}

/// The words without the beginning and the end that they share.
fn without_common<'w>(a: &'w [char], b: &'w [char]) -> (&'w [char], &'w [char]) {
    let front = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (a.get(front..).unwrap_or_default(), b.get(front..).unwrap_or_default());
    let back = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    (a.get(..a.len() - back).unwrap_or_default(), b.get(..b.len() - back).unwrap_or_default())
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
