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

/// Larger products of lines and locked lines are not aligned by their order.
const MOST: usize = 4_000_000;

/// Aligns the running text of a page with its last review: what is equal and in order first, then what is equal, then
/// what is alike, then what only repeats.
pub(crate) fn align(page: &Page, texts: &[LockedText]) -> Alignment {
    let lines: Vec<usize> =
        (0..page.lines.len()).filter(|at| page.lines.get(*at).is_some_and(|line| line.place == Place::Text)).collect();
    let sketches: Vec<String> = lines.iter().map(|line| sketch(page.text(*line))).collect();
    let mut work =
        Work { page, texts, lines: &lines, of_line: vec![None; lines.len()], taken: vec![false; texts.len()] };
    work.in_order(&sketches);
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

    /// Pairs a longest run of equal texts that stand in the same order; their neighbours tell equal texts apart.
    fn in_order(&mut self, sketches: &[String]) {
        let width = self.texts.len() + 1;
        if sketches.len().saturating_mul(width) > MOST {
            return;
        }
        let mut table = vec![0_u32; (sketches.len() + 1) * width];
        let of = |table: &[u32], line: usize, text: usize| table.get(line * width + text).copied().unwrap_or(0);
        for (line, sketch) in sketches.iter().enumerate().rev() {
            for (text, locked) in self.texts.iter().enumerate().rev() {
                let best = if *sketch == locked.sketch {
                    of(&table, line + 1, text + 1) + 1
                } else {
                    of(&table, line + 1, text).max(of(&table, line, text + 1))
                };
                if let Some(slot) = table.get_mut(line * width + text) {
                    *slot = best;
                }
            }
        }
        let (mut line, mut text) = (0, 0);
        while let (Some(sketch), Some(locked)) = (sketches.get(line), self.texts.get(text)) {
            if *sketch == locked.sketch {
                self.pair(line, text);
                (line, text) = (line + 1, text + 1);
            } else if of(&table, line + 1, text) >= of(&table, line, text + 1) {
                line += 1;
            } else {
                text += 1;
            }
        }
    }

    /// Pairs equal texts that are left. Gives the lines that have an equal text too many, with that text.
    fn equal(&mut self, sketches: &[String]) -> HashMap<usize, usize> {
        let mut known: HashMap<&str, Vec<usize>> = HashMap::new();
        for (index, text) in self.texts.iter().enumerate() {
            known.entry(text.sketch.as_str()).or_default().push(index);
        }
        let mut lines: HashMap<&str, Vec<usize>> = HashMap::new();
        let left = |line: &usize| self.of_line.get(*line) == Some(&None);
        for (line, sketch) in sketches.iter().enumerate().filter(|(line, _)| left(line)) {
            lines.entry(sketch.as_str()).or_default().push(line);
        }
        let mut extra = HashMap::new();
        for (sketch, lines) in lines {
            let Some(texts) = known.get(sketch) else { continue };
            let free: Vec<usize> = texts.iter().copied().filter(|text| self.taken.get(*text) == Some(&false)).collect();
            for (line, text) in lines.iter().zip(free) {
                self.pair(*line, text);
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
