//! What changed between the sketch of a text and a text.

use crate::pages::words::{Code, code, respelled, words};

/// What changed between the sketch of a text and a text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Delta<'t> {
    /// Words that the sketch has too.
    pub(crate) kept: Vec<&'t str>,
    /// Words that stand where the sketch has almost the same letters.
    pub(crate) respelled: Vec<&'t str>,
    /// Words that stand in the place of others.
    pub(crate) replaced: Vec<&'t str>,
    /// Words that were put in.
    pub(crate) added: Vec<&'t str>,
    /// Codes of words that are gone or stand replaced, but for those that were respelled.
    pub(crate) removed: Vec<Code>,
    /// How many words the sketch has.
    old: usize,
    /// How many words the text has.
    new: usize,
}

impl<'t> Delta<'t> {
    /// Compares codes with a text.
    pub(crate) fn between(old: &[Code], text: &'t str) -> Self {
        let new: Vec<(Code, &str)> = words(text).into_iter().map(|word| (code(word), word)).collect();
        let mut delta = Self { old: old.len(), new: new.len(), ..Self::default() };
        let mut gone: Vec<Code> = Vec::new();
        let mut put: Vec<(Code, &str)> = Vec::new();
        for step in steps(old, &new) {
            match step {
                Step::Keep(word) => {
                    delta.settle(&mut gone, &mut put);
                    delta.kept.push(word);
                }
                Step::Drop(code) => gone.push(code),
                Step::Add(code, word) => put.push((code, word)),
            }
        }
        delta.settle(&mut gone, &mut put);
        delta
    }

    /// Pairs what went with what came between two words that stayed.
    fn settle(&mut self, gone: &mut Vec<Code>, put: &mut Vec<(Code, &'t str)>) {
        let mut rest = Vec::new();
        for (code, word) in put.drain(..) {
            match gone.iter().position(|old| respelled(*old, code)) {
                Some(at) => {
                    gone.remove(at);
                    self.respelled.push(word);
                }
                None => rest.push(word),
            }
        }
        for (at, word) in rest.into_iter().enumerate() {
            if at < gone.len() { self.replaced.push(word) } else { self.added.push(word) }
        }
        self.removed.append(gone);
    }

    /// Whether nothing changed.
    pub(crate) fn is_empty(&self) -> bool {
        self.removed.is_empty() && self.added.is_empty() && self.replaced.is_empty() && self.respelled.is_empty()
    }

    /// How much of both is the same, in hundredths.
    pub(crate) fn likeness(&self) -> usize {
        let same = self.kept.len() * 2 + self.respelled.len() * 2;
        (same * 100).checked_div(self.old + self.new).unwrap_or(100)
    }

    /// Whether so little changed that it is still the same sentence.
    pub(crate) fn is_slight(&self) -> bool {
        let lost = self.removed.len().saturating_sub(self.replaced.len());
        let moved = self.replaced.len() + self.added.len().max(lost);
        moved <= 2 || moved * 6 <= self.old.max(self.new)
    }
}

enum Step<'t> {
    Keep(&'t str),
    Drop(Code),
    Add(Code, &'t str),
}

/// The edits that lead from the codes to the words, keeping as many as possible.
fn steps<'t>(old: &[Code], new: &[(Code, &'t str)]) -> Vec<Step<'t>> {
    let lead = old.iter().zip(new).take_while(|(old, new)| **old == new.0).count();
    let (old_rest, new_rest) = (old.get(lead..).unwrap_or_default(), new.get(lead..).unwrap_or_default());
    let mut steps: Vec<Step<'t>> = new.iter().take(lead).map(|(_, word)| Step::Keep(word)).collect();
    // A text of this size is no line; comparing it word by word is not worth its memory.
    if old_rest.len().saturating_mul(new_rest.len()) > 4_000_000 {
        steps.extend(old_rest.iter().map(|code| Step::Drop(*code)));
        steps.extend(new_rest.iter().map(|(code, word)| Step::Add(*code, word)));
        return steps;
    }
    let width = new_rest.len() + 1;
    let mut table = vec![0_u32; (old_rest.len() + 1) * width];
    let of = |table: &[u32], row: usize, column: usize| table.get(row * width + column).copied().unwrap_or(0);
    for (row, old) in old_rest.iter().enumerate().rev() {
        for (column, (new, _)) in new_rest.iter().enumerate().rev() {
            let best = if old == new {
                of(&table, row + 1, column + 1) + 1
            } else {
                of(&table, row + 1, column).max(of(&table, row, column + 1))
            };
            if let Some(slot) = table.get_mut(row * width + column) {
                *slot = best;
            }
        }
    }
    let (mut row, mut column) = (0, 0);
    loop {
        match (old_rest.get(row), new_rest.get(column)) {
            (Some(old), Some((new, word))) if old == new => {
                steps.push(Step::Keep(word));
                (row, column) = (row + 1, column + 1);
            }
            (Some(old), new) if new.is_none() || of(&table, row + 1, column) >= of(&table, row, column + 1) => {
                steps.push(Step::Drop(*old));
                row += 1;
            }
            (_, Some((code, word))) => {
                steps.push(Step::Add(*code, word));
                column += 1;
            }
            _ => return steps,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::words::{read_sketch, sketch};

    fn counts(old: &str, new: &str) -> [usize; 4] {
        let delta = Delta::between(&read_sketch(&sketch(old)), new);
        [delta.respelled.len(), delta.replaced.len(), delta.added.len(), delta.removed.len()]
    }

    #[test]
    fn slips_are_respelled_and_values_are_added() {
        assert_eq!(counts("the weight of teh parcel", "the weight of the parcel"), [1, 0, 0, 0]);
        assert_eq!(counts("one of AIR, SEA", "one of AIR, SEA, ROAD"), [0, 0, 1, 0]);
        assert_eq!(counts("at most 21 kilograms", "at most 30 kilograms"), [0, 1, 0, 1]);
        assert_eq!(counts("same", "SAME"), [0, 0, 0, 0]);
    }

    #[test]
    fn a_short_text_that_is_another_one_is_not_alike() {
        let delta = Delta::between(&read_sketch(&sketch("Weight of the parcel in kilograms")), "Quiz jumbo fuzz");
        assert!(delta.likeness() < 40 && !delta.is_slight());
    }
}
