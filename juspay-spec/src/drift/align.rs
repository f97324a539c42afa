//! Which line of the last review each line of running text is.

use std::collections::HashMap;

use super::delta::Delta;
use crate::pages::rules::LockedText;
use crate::pages::words::{read_sketch, sketch};
use crate::pages::{Page, Place};

/// How little of two lines may be the same if they are one line that was edited.
const LIKE: usize = 50;

/// Which line of the last review each line of running text is.
#[derive(Debug, Default)]
pub(crate) struct Alignment {
    /// By line of the page: the locked text.
    pub(crate) locked: HashMap<usize, usize>,
    /// Lines of the page that repeat another one: the other one's locked text.
    pub(crate) doubled: HashMap<usize, usize>,
}

/// Aligns the running text of a page with its last review: what is equal first, then what is alike, then what only
/// repeats.
pub(crate) fn align(page: &Page, texts: &[LockedText]) -> Alignment {
    let lines: Vec<usize> =
        (0..page.lines.len()).filter(|at| page.lines.get(*at).is_some_and(|line| line.place == Place::Text)).collect();
    let sketches: Vec<String> = lines.iter().map(|line| sketch(page.text(*line))).collect();
    let mut work =
        Work { page, texts, lines: &lines, of_line: vec![None; lines.len()], taken: vec![false; texts.len()] };
    let extra = work.equal(&sketches);
    work.alike();
    let mut alignment = Alignment::default();
    for (at, line) in lines.iter().enumerate() {
        match (work.of_line.get(at).copied().flatten(), extra.get(&at)) {
            (Some(text), _) => {
                alignment.locked.insert(*line, text);
            }
            (None, Some(text)) => {
                alignment.doubled.insert(*line, *text);
            }
            (None, None) => {}
        }
    }
    alignment
}

struct Work<'a> {
    page: &'a Page,
    texts: &'a [LockedText],
    lines: &'a [usize],
    of_line: Vec<Option<usize>>,
    taken: Vec<bool>,
}

impl Work<'_> {
    fn pair(&mut self, line: usize, text: usize) {
        if let (Some(slot), Some(taken)) = (self.of_line.get_mut(line), self.taken.get_mut(text)) {
            *slot = Some(text);
            *taken = true;
        }
    }

    /// Pairs equal texts in their order. Gives the lines that have an equal text too many, with that text.
    fn equal(&mut self, sketches: &[String]) -> HashMap<usize, usize> {
        let mut known: HashMap<&str, Vec<usize>> = HashMap::new();
        for (index, text) in self.texts.iter().enumerate() {
            known.entry(text.sketch.as_str()).or_default().push(index);
        }
        let mut lines: HashMap<&str, Vec<usize>> = HashMap::new();
        for (line, sketch) in sketches.iter().enumerate() {
            lines.entry(sketch.as_str()).or_default().push(line);
        }
        let mut extra = HashMap::new();
        for (sketch, lines) in lines {
            let Some(texts) = known.get(sketch) else { continue };
            for (line, text) in best_order(&lines, texts) {
                self.pair(line, text);
            }
            let first = texts.first().copied().unwrap_or_default();
            extra
                .extend(lines.iter().filter(|line| self.of_line.get(**line) == Some(&None)).map(|line| (*line, first)));
        }
        extra
    }

    /// Pairs what is alike, the most alike first; a line that stands between the same neighbours counts for more.
    fn alike(&mut self) {
        let mut offers = Vec::new();
        for (line, slot) in self.of_line.iter().enumerate().filter(|(_, slot)| slot.is_none()) {
            debug_assert!(slot.is_none());
            let (from, to) = self.gap(line);
            for (text, locked) in self.texts.iter().enumerate().filter(|(at, _)| self.taken.get(*at) == Some(&false)) {
                let inside = (from..to).contains(&text);
                let content = self.lines.get(line).map_or("", |at| self.page.text(*at));
                let likeness = Delta::between(&read_sketch(&locked.sketch), content).likeness();
                if likeness >= if inside { LIKE } else { 80 } {
                    offers.push((likeness + usize::from(inside) * 20, line, text));
                }
            }
        }
        offers.sort_by_key(|(score, line, text)| (usize::MAX - score, *line, *text));
        for (_, line, text) in offers {
            if self.of_line.get(line) == Some(&None) && self.taken.get(text) == Some(&false) {
                self.pair(line, text);
            }
        }
    }

    /// The locked texts between those of the neighbours of a line.
    fn gap(&self, line: usize) -> (usize, usize) {
        let before = self.of_line.iter().take(line).rev().find_map(|slot| *slot).map_or(0, |text| text + 1);
        let after = self.of_line.iter().skip(line + 1).find_map(|slot| *slot).unwrap_or(self.texts.len());
        (before, after)
    }
}

/// Equal lines and texts in pairs. With a line too few, those are left out that stand furthest from any text.
fn best_order(lines: &[usize], texts: &[usize]) -> Vec<(usize, usize)> {
    if lines.len() >= texts.len() {
        return lines.iter().copied().zip(texts.iter().copied()).collect();
    }
    let mut pairs = Vec::new();
    let mut from = 0;
    for (at, line) in lines.iter().enumerate() {
        let left = lines.len() - at;
        let choice = texts.iter().enumerate().skip(from).take(texts.len() + 1 - from - left.min(texts.len() - from));
        if let Some((index, text)) = choice.min_by_key(|(_, text)| text.abs_diff(*line)) {
            pairs.push((*line, *text));
            from = index + 1;
        }
    }
    pairs
}
