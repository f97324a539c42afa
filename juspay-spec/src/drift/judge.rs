//! What a changed text means: another value, another rule, or only other words.

use super::anchors::Anchor;
use super::context::Cx;
use super::delta::Delta;
use super::{Class, Gone, Remedy};
use crate::model::{Api, Field, TypeDef};
use crate::pages::Spot;
use crate::pages::rules::LockedRow;
use crate::pages::words::{Code, Look, alike, code, distance, look, read_sketch, respelled, words};
use crate::source::Span;

impl<'a> Cx<'a> {
    /// The same for the text of a row, where the cell of the text stands.
    pub(crate) fn judge_cell(&mut self, line: usize, locked: &LockedRow, text: &str, item: &str, at: Option<Spot>) {
        let before = self.findings.len();
        self.judge(line, locked.line, &locked.sketch, text, Some(item));
        self.findings.iter_mut().skip(before).for_each(|finding| {
            finding.place(at);
        });
    }

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
        let start = self.findings.len();
        self.judge_delta(line, old, (&codes, text, &delta), (&own, known, item.is_some()), list);
        self.findings.iter_mut().skip(start).for_each(|finding| finding.wording = true);
    }

    fn judge_delta(
        &mut self,
        line: usize,
        old: u32,
        (codes, text, delta): (&[Code], &str, &Delta<'_>),
        (own, known, row): (&str, bool, bool),
        list: Option<&'a TypeDef>,
    ) {
        let before = self.findings.len();
        let gone = self.gone_names(line, old, codes, text, row);
        let words = self.new_values(line, list, delta, text, codes);
        self.gone_blocks(line, own, codes, text);
        let told = self.findings.len() > before || gone;
        self.weigh(line, (own, known), delta, (text, &words));
        if let Some(remedy) = limit(self.api, &self.fields_at(old), codes, text, &words) {
            let told = self.findings.iter_mut().skip(before).find(|finding| finding.class == Class::ChangedClaim);
            if let Some(finding) = told {
                finding.remedy = remedy;
            }
        }
        self.lose(line, (own, known), delta, before);
        if !told && self.findings.len() == before {
            let message = match codes.is_empty() {
                true => "the text is new",
                false if text.is_empty() => "the text is gone",
                false => "the wording changed",
            };
            if codes.is_empty() || delta.is_slight() {
                self.find(Class::Editorial, line, own, message);
            } else {
                self.find(Class::OpenQuestion, line, own, "the text was rewritten; does it still say the same?");
            }
        }
    }

    /// Values and fields that the text named and names no longer. A row names its own field in a cell of its own.
    fn gone_names(&mut self, line: usize, old: u32, codes: &[Code], text: &str, row: bool) -> bool {
        let delta = Delta::between(codes, text);
        let slipped: Vec<&str> =
            delta.respelled.iter().copied().filter(|word| matches!(look(word), Look::Plain | Look::Title)).collect();
        let now: Vec<Code> = words(text).into_iter().map(code).collect();
        let name = |anchor: &Anchor| {
            if let Some(header) = anchor.item.strip_prefix("header ") {
                return Some((anchor.item.clone(), header.to_owned(), Remedy::None));
            }
            let field = anchor.field.as_ref().filter(|name| !row && look(name).is_strong());
            let (of, name) = anchor.item.split_once('.').map(|(of, name)| (of.to_owned(), name.to_owned()))?;
            let remedy = Remedy::Gone(match anchor.value {
                Some(_) => Gone::Value { of, value: name },
                None => Gone::Field { ty: of, name },
            });
            Some((anchor.item.clone(), anchor.value.as_ref().or(field)?.clone(), remedy))
        };
        let anchors: Vec<(String, String, Remedy)> = self.anchors_at(old).into_iter().filter_map(name).collect();
        let mut any = false;
        for (item, name, remedy) in anchors {
            let value: Vec<Code> = words(&name).into_iter().map(code).collect();
            // A value in capitals is not meant by a plain word of the same letters.
            let meant = |part: &[Code]| {
                part == value.as_slice()
                    && part.iter().zip(&value).all(|(word, name)| word.is_strong() || !name.is_strong())
            };
            let within = |codes: &[Code]| codes.windows(value.len().max(1)).any(meant);
            if within(codes) && !within(&now) && !slipped.iter().any(|word| alike(word, &name)) {
                let finding = self.find(Class::GoneClaim, line, &item, format!("the text names `{name}` no longer"));
                (finding.remedy, finding.old) = (remedy, Some(old));
                any = true;
            }
        }
        any
    }

    /// Blocks of the answer that the text named, by whatever texts call them.
    fn gone_blocks(&mut self, line: usize, own: &str, codes: &[Code], text: &str) {
        let now: Vec<Code> = words(text).into_iter().map(code).collect();
        let has = |codes: &[Code], block: &[Code]| {
            let same =
                |part: &[Code]| part.iter().zip(block).all(|(one, other)| one == other || respelled(*one, *other));
            codes.windows(block.len().max(1)).any(same)
        };
        let blocks = self.words.blocks.iter().flat_map(|(_, names)| names);
        let gone = blocks.filter(|name| {
            let block: Vec<Code> = words(name).into_iter().map(code).collect();
            block.len() > 1 && codes.windows(block.len()).any(|part| part == block.as_slice()) && !has(&now, &block)
        });
        for name in gone.cloned().collect::<Vec<String>>() {
            self.find(Class::ChangedClaim, line, own, format!("the text says `{name}` no longer"));
        }
    }

    /// New values of the enum that the text is about. Gives the added words that are still to be judged.
    fn new_values<'t>(
        &mut self,
        line: usize,
        list: Option<&'a TypeDef>,
        delta: &Delta<'t>,
        text: &'t str,
        codes: &[Code],
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
        for part in unmarked(list, delta, text) {
            self.new_value(line, list, part);
            open.retain(|word| !words(part).contains(word));
        }
        let is_value = |word: &&str| {
            matches!(look(word), Look::Capitals | Look::Name)
                || (look(word) == Look::Title
                    && delta.added.contains(word)
                    && !codes.contains(&code(word))
                    && !begins_sentence(text, word))
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
        let here = |anchor: &&Anchor| anchor.value.as_deref() == known.map(|known| known.wire.as_str());
        let old = self.lines.get(&line).copied();
        if known.is_some() && old.is_some_and(|old| self.anchors_at(old).iter().any(here)) {
            return;
        }
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
    fn weigh(&mut self, line: usize, (item, known): (&str, bool), delta: &Delta<'_>, (text, words): (&str, &[&str])) {
        let weighty: Vec<Code> = self.words.weighty.iter().map(|word| code(word)).collect();
        let listed = delta.kept.iter().any(|word| look(word) == Look::Capitals);
        let instead = delta.removed.iter().any(|code| code.is_strong());
        let retyped = self.is_type(delta.removed.iter().copied());
        let mut told: Vec<(Class, String)> = Vec::new();
        for word in words {
            let (class, message) = match look(word) {
                Look::Date | Look::Number => (Class::ChangedClaim, format!("the text says `{word}` now")),
                Look::Name => (Class::NewClaim, format!("the text names `{word}` now")),
                Look::Capitals if delta.respelled.contains(word) || (instead && delta.replaced.contains(word)) => {
                    (Class::ChangedClaim, format!("the text says `{word}` now, where it said something else"))
                }
                Look::Capitals if listed => (Class::NewClaim, format!("the text names `{word}` among its values now")),
                Look::Capitals => (Class::OpenQuestion, format!("the text says `{word}` now; is it a value?")),
                _ if weighty.contains(&code(word))
                    || in_address(text, word)
                    || (retyped && self.is_type([code(word)])) =>
                {
                    (Class::ChangedClaim, format!("the text says `{word}` now"))
                }
                Look::Title if listed && delta.added.contains(word) => {
                    (Class::OpenQuestion, format!("the text says `{word}` now; is it a value?"))
                }
                _ => continue,
            };
            told.push((if known { class } else { Class::OpenQuestion }, message));
        }
        for (class, message) in told {
            self.find(class, line, item, message);
        }
    }

    /// Words that carried weight and are gone, where nothing else was found: known names, words that command, and
    /// whatever looked like a value or a number.
    fn lose(&mut self, line: usize, (item, known): (&str, bool), delta: &Delta<'_>, before: usize) {
        if self.findings.len() > before {
            return;
        }
        let name = delta.removed.iter().find_map(|code| self.names.get(code)).cloned();
        // One letter of a longer word is a slip, whatever set of letters that leaves.
        let slipped = |known: &str| {
            known.len() >= 5 && delta.replaced.iter().chain(&delta.added).any(|word| distance(word, known) == 1)
        };
        let weighty = self.words.weighty.iter().find(|word| delta.removed.contains(&code(word)) && !slipped(word));
        let weighty = weighty.cloned();
        let listed = delta.kept.iter().any(|word| look(word) == Look::Capitals);
        let strong = delta.removed.iter().any(|code| code.is_strong());
        let (class, message) = match name.or(weighty) {
            Some(word) => (Class::ChangedClaim, format!("the text says `{word}` no longer")),
            None if strong && listed => {
                (Class::ChangedClaim, "the text names a value less than at the last review".to_owned())
            }
            None if strong => {
                (Class::OpenQuestion, "the text lacks a number, a name or a word in capitals that it had".to_owned())
            }
            None => return,
        };
        self.find(if known { class } else { Class::OpenQuestion }, line, item, message);
    }

    /// Whether a word is one by which the pages name a type.
    fn is_type(&self, codes: impl IntoIterator<Item = Code>) -> bool {
        let types = || self.words.types.iter().map(|(name, _)| code(name));
        codes.into_iter().any(|code| types().any(|ty| ty == code))
    }
}

/// New members of a list in running text that do not look like values, but stand between those: `OTP, VIES, other`.
fn unmarked<'t>(list: &TypeDef, delta: &Delta<'t>, text: &'t str) -> Vec<&'t str> {
    let values = list.as_enum().map(|list| list.values.as_slice()).unwrap_or_default();
    let is_value =
        |word: Option<&&str>| word.is_some_and(|word| values.iter().any(|value| value.wire.eq_ignore_ascii_case(word)));
    let comma = text.split(", ").flat_map(|part| part.split(" or ")).flat_map(|part| part.split(" and "));
    let parts: Vec<Vec<&str>> = comma.map(words).collect();
    let beside = |at: usize| {
        is_value(at.checked_sub(1).and_then(|at| parts.get(at)).and_then(|part| part.last()))
            || is_value(parts.get(at + 1).and_then(|part| part.first()))
    };
    let is_new = |part: &[&str]| matches!(part, [word] if delta.added.contains(word) && word.len() > 2);
    let found = parts.iter().enumerate().filter(|(at, part)| is_new(part) && beside(*at));
    found.filter_map(|(_, part)| part.first().copied()).filter(|word| !look(word).is_strong()).collect()
}

/// Whether a word has its capital from where it stands. A number with a dot before it counts a list.
fn begins_sentence(text: &str, word: &str) -> bool {
    let before = text.find(word).and_then(|at| text.get(..at)).unwrap_or_default().trim_end();
    let sentence = before.strip_suffix(['.', '?', '!']);
    before.is_empty() || sentence.is_some_and(|before| !before.ends_with(|c: char| c.is_ascii_digit()))
}

/// The limit or default of a field that a text gave and gives otherwise now, if there is just one.
fn limit(api: &Api, fields: &[Span], codes: &[Code], text: &str, new: &[&str]) -> Option<Remedy> {
    let now: Vec<Code> = words(text).into_iter().map(code).collect();
    let lost = |value: &str| {
        let value = code(value);
        codes.contains(&value) && !now.contains(&value)
    };
    let mut found = Vec::new();
    for def in &api.types {
        let own = def.object().map(|object| object.fields.as_slice()).unwrap_or_default();
        for field in own.iter().filter(|field| fields.contains(&field.meta.origin)) {
            let limits = limits(field).into_iter().filter(|(_, value)| lost(value));
            found.extend(limits.map(|(key, _)| (def.name.clone(), field.wire.clone(), key)));
        }
    }
    let fits = |word: &&&str| matches!(look(word), Look::Number | Look::Capitals);
    let new: Vec<&&str> = new.iter().filter(fits).collect();
    match (found.as_slice(), new.as_slice()) {
        ([(ty, name, key)], [value]) => {
            Some(Remedy::Key { ty: ty.clone(), name: name.clone(), key, value: (**value).to_owned() })
        }
        _ => None,
    }
}

/// What a field says of its values in numbers or names, by the keys of the YAML.
fn limits(field: &Field) -> Vec<(&'static str, String)> {
    let known = &field.constraints;
    let numbers = [
        ("max-length", known.max_length),
        ("min-length", known.min_length),
        ("suggested-length", known.suggested_length),
        ("max-items", known.max_items),
        ("decimals", known.decimals),
    ];
    let texts = [("at-least", &known.at_least), ("at-most", &known.at_most), ("default", &field.default)];
    let numbers = numbers.into_iter().filter_map(|(key, value)| Some((key, value?.to_string())));
    numbers.chain(texts.into_iter().filter_map(|(key, value)| Some((key, value.clone()?)))).collect()
}

/// Whether a word is part of an address or of a media type: `/v2/orders`, `application/json`.
fn in_address(text: &str, word: &str) -> bool {
    let media = ["application/", "text/", "multipart/", "image/"];
    let is_address = |token: &&str| {
        let token = token.trim_start_matches(['"', '\'', '(', '`']);
        token.starts_with('/') || token.contains("://") || media.iter().any(|start| token.starts_with(start))
    };
    text.split(' ')
        .filter(is_address)
        .any(|token| token.split(['/', '?', '"', '\'', ',', ')']).any(|part| part == word))
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
