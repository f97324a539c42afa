//! What a changed text means: another value, another rule, or only other words.

use super::context::Cx;
use super::delta::Delta;
use super::{Class, Remedy};
use crate::model::TypeDef;
use crate::pages::words::{Look, alike, code, look, read_sketch, words};

impl<'a> Cx<'a> {
    /// Tells what changed between the sketch of a text and the text, which stood at a line of the last review.
    pub(crate) fn judge(&mut self, line: usize, old: u32, locked: &str, text: &str, item: Option<&str>) {
        let codes = read_sketch(locked);
        let delta = Delta::between(&codes, text);
        if delta.is_empty() {
            return;
        }
        let anchors = self.anchors_at(old);
        let known = item.is_some() || !anchors.is_empty();
        let own = item.map(str::to_owned).or_else(|| anchors.first().map(|anchor| anchor.item.clone()));
        let own = own.unwrap_or_else(|| "line".to_owned());
        let list = anchors.iter().find_map(|anchor| anchor.values).and_then(|id| self.api.types.get(id.0 as usize));
        let before = self.findings.len();
        let gone = self.gone_values(line, old, &codes, text);
        let words = self.new_values(line, list, &delta, text, &codes);
        let told = self.findings.len() > before || gone;
        self.weigh(line, (&own, known), &delta, &words);
        if !told && self.findings.len() == before {
            let message = match codes.is_empty() {
                true => "the text is new",
                false if text.is_empty() => "the text is gone",
                false => "the wording changed",
            };
            if codes.is_empty() || delta.is_slight() {
                self.find(Class::Editorial, line, &own, message);
            } else {
                self.find(Class::OpenQuestion, line, &own, "the text was rewritten; does it still say the same?");
            }
        }
    }

    /// Values that the text named and names no longer.
    fn gone_values(&mut self, line: usize, old: u32, codes: &[u32], text: &str) -> bool {
        let delta = Delta::between(codes, text);
        let slipped: Vec<&str> =
            delta.respelled.iter().copied().filter(|word| matches!(look(word), Look::Plain | Look::Title)).collect();
        let now: Vec<u32> = words(text).into_iter().map(code).collect();
        let anchors: Vec<(String, String)> = self
            .anchors_at(old)
            .into_iter()
            .filter_map(|anchor| Some((anchor.item.clone(), anchor.value.clone()?)))
            .collect();
        let mut any = false;
        for (item, name) in anchors {
            let value: Vec<u32> = words(&name).into_iter().map(code).collect();
            let within = |codes: &[u32]| codes.windows(value.len().max(1)).any(|part| part == value.as_slice());
            if within(codes) && !within(&now) && !slipped.iter().any(|word| alike(word, &name)) {
                self.find(Class::GoneClaim, line, &item, "the text names this value no longer");
                any = true;
            }
        }
        any
    }

    /// New values of the enum that the text is about. Gives the added words that are still to be judged.
    fn new_values<'t>(
        &mut self,
        line: usize,
        list: Option<&'a TypeDef>,
        delta: &Delta<'t>,
        text: &'t str,
        codes: &[u32],
    ) -> Vec<&'t str> {
        let strong = |word: &&&str| matches!(look(word), Look::Date | Look::Number | Look::Capitals | Look::Name);
        let mut open: Vec<&str> = delta.added.iter().chain(&delta.replaced).copied().collect();
        let weighty = |word: &&&str| self.words.weighty.iter().any(|known| known.eq_ignore_ascii_case(word));
        open.extend(delta.respelled.iter().filter(|word| strong(word) || weighty(word)));
        let Some(list) = list else { return open };
        for part in listed(text) {
            let known = words(part).iter().all(|word| codes.contains(&code(word)));
            if !known && words(part).len() <= 4 && !words(part).is_empty() {
                self.new_value(line, list, part);
                open.retain(|word| !words(part).contains(word));
            }
        }
        let is_value = |word: &&str| {
            matches!(look(word), Look::Capitals | Look::Name)
                || (look(word) == Look::Title && delta.added.contains(word))
        };
        for word in open.iter().filter(|word| is_value(word)) {
            self.new_value(line, list, word);
        }
        open.retain(|word| !is_value(word));
        open
    }

    fn new_value(&mut self, line: usize, list: &TypeDef, value: &str) {
        let values = list.as_enum().map(|list| list.values.as_slice()).unwrap_or_default();
        let known = values.iter().find(|known| known.wire.eq_ignore_ascii_case(value));
        let name = known.map_or(value, |known| known.wire.as_str());
        let item = format!("{}.{name}", list.name);
        let (message, remedy) = match known {
            Some(_) => (
                "the spec knows it from elsewhere; now this text names it too".to_owned(),
                Remedy::Place { ty: list.name.clone(), name: name.to_owned(), value: true },
            ),
            None => (
                format!("the text names `{value}`, and the spec has not"),
                Remedy::Value { of: list.name.clone(), value: value.to_owned(), id: None },
            ),
        };
        let origin = known.map_or(list.meta.origin, |known| known.meta.origin);
        self.find(Class::NewClaim, line, &item, message).remedy = remedy;
        self.origin(origin);
    }

    /// Words that carry weight whatever the text is about: values, numbers, dates, and words that command.
    fn weigh(&mut self, line: usize, (item, known): (&str, bool), delta: &Delta<'_>, words: &[&str]) {
        let weighty: Vec<u32> = self.words.weighty.iter().map(|word| code(word)).collect();
        let listed = delta.kept.iter().any(|word| look(word) == Look::Capitals);
        let mut told: Vec<(Class, String)> = Vec::new();
        for word in words {
            let message = match look(word) {
                Look::Date | Look::Number => format!("the text says `{word}` now"),
                Look::Name => format!("the text names `{word}` now"),
                Look::Capitals if listed => format!("the text names `{word}` among its values now"),
                Look::Capitals => {
                    told.push((Class::OpenQuestion, format!("the text says `{word}` now; is it a value?")));
                    continue;
                }
                _ if weighty.contains(&code(word)) => format!("the text says `{word}` now"),
                Look::Title if listed && delta.added.contains(word) => {
                    told.push((Class::OpenQuestion, format!("the text says `{word}` now; is it a value?")));
                    continue;
                }
                _ => continue,
            };
            let class = match look(word) {
                _ if !known => Class::OpenQuestion,
                Look::Name | Look::Capitals => Class::NewClaim,
                _ => Class::ChangedClaim,
            };
            told.push((class, message));
        }
        let lost = self.words.weighty.iter().find(|word| delta.removed.contains(&code(word)));
        if let Some(word) = lost.filter(|_| told.is_empty()) {
            let class = if known { Class::ChangedClaim } else { Class::OpenQuestion };
            told.push((class, format!("the text says `{word}` no longer")));
        }
        for (class, message) in told {
            self.find(class, line, item, message);
        }
    }
}

/// The values of a list that is written with bars: `Kind: this | that`.
fn listed(text: &str) -> Vec<&str> {
    if !text.contains(" | ") {
        return Vec::new();
    }
    let mut parts: Vec<&str> = text.split(" | ").collect();
    if let Some(first) = parts.first_mut() {
        *first = first.rsplit_once(": ").map_or(*first, |(_, value)| value);
    }
    parts.into_iter().map(|part| part.trim().trim_end_matches('.')).collect()
}
