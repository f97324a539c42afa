//! Documentation, pages, questions and readings.

use std::collections::HashSet;

use super::{Cx, unique};
use crate::diagnostic::{Code, Finding, Sink};
use crate::model::{Api, At, Evidence, Meta, Page, Question, Reading, ReadingAnswer};
use crate::raw::{self, Item};
use crate::source::Span;
use crate::tree::Text;

impl Cx<'_> {
    /// Resolves documentation and provenance; `documented` names the item if it should have a doc.
    pub(crate) fn meta(&mut self, raw: &raw::Meta, origin: Span, documented: Option<(&str, &str)>) -> Meta {
        let at: Vec<At> = raw.at.iter().filter_map(|text| self.place(text)).collect();
        let word = raw.evidence.as_ref().map(Text::as_str);
        let own = Evidence::WORDS.iter().find(|(known, _)| Some(*known) == word).map(|(_, evidence)| *evidence);
        let page = at.first().and_then(|at| self.pages.iter().find(|page| page.name == at.page));
        let evidence = own.or(page.map(|page| page.evidence)).unwrap_or(Evidence::Documented);
        if let (None, Some((kind, name))) = (&raw.doc, documented) {
            let finding = Finding::new(Code::MISSING_DOC, format!("the {kind} `{name}` has no `doc`"));
            self.sink.push(finding.at(origin, "of this").help("say in your own words what it is for"));
        }
        Meta {
            doc: raw.doc.as_ref().map(|doc| doc.text.clone()).unwrap_or_default(),
            note: raw.note.as_ref().map(|note| note.text.clone()),
            at,
            evidence,
            origin,
        }
    }

    /// Reads `page:12-14`.
    fn place(&mut self, text: &Text) -> Option<At> {
        let (page, lines) =
            text.text.split_once(':').map_or((text.as_str(), None), |(page, lines)| (page, Some(lines)));
        let number = |text: &str| text.parse::<u32>().ok().filter(|line| *line > 0);
        let range = lines.map(|lines| {
            let (first, last) = lines.split_once('-').unwrap_or((lines, lines));
            number(first).zip(number(last)).filter(|(first, last)| first <= last)
        });
        if range == Some(None) {
            let finding = Finding::new(Code::BAD_PLACE, format!("`{}` is not a place on a page", text.text));
            self.sink.push(finding.at(text.span, "here").help("write page, page:line or page:first-last"));
            return None;
        }
        if !self.pages.iter().any(|known| known.name == page) {
            let finding = Finding::new(Code::UNKNOWN_PAGE, format!("no page is named `{page}`"))
                .at(text.span, "not declared")
                .meant(page, self.pages.iter().map(|page| page.name.as_str()), "declare it under `pages`");
            self.sink.push(finding);
            return None;
        }
        Some(At { page: page.to_owned(), lines: range.flatten() })
    }

    /// Whether the question is declared; if not, says so.
    pub(super) fn known_question(&mut self, name: &Text) -> bool {
        let known = self.questions.contains_key(name.as_str());
        if !known {
            let finding = Finding::new(Code::UNKNOWN_QUESTION, format!("no question is named `{}`", name.text))
                .at(name.span, "not declared")
                .meant(&name.text, self.questions.keys().copied(), "declare it under `questions`");
            self.sink.push(finding);
        }
        known
    }
}

/// Resolves the pages.
pub(super) fn pages(cx: &mut Cx<'_>, raw: &[Item<raw::Page>]) -> Vec<Page> {
    unique(raw.iter().map(|item| &item.name), "page", cx.sink);
    let page = |item: &Item<raw::Page>| {
        let word = item.value.evidence.as_ref().map(Text::as_str);
        let evidence = Evidence::WORDS.iter().find(|(known, _)| Some(*known) == word);
        Page {
            name: item.name.text.clone(),
            title: item.value.title.as_ref().map(|title| title.text.clone()).unwrap_or_default(),
            url: item.value.url.as_ref().map(|url| url.text.clone()),
            evidence: evidence.map_or(Evidence::Documented, |(_, evidence)| *evidence),
            origin: item.name.span,
        }
    };
    raw.iter().map(page).collect()
}

/// Resolves the questions.
pub(super) fn questions(cx: &mut Cx<'_>, raw: &[Item<raw::Question>]) -> Vec<Question> {
    let question = |item: &Item<raw::Question>| Question {
        name: item.name.text.clone(),
        ask: item.value.ask.as_ref().map(|ask| ask.text.clone()).unwrap_or_default(),
        about: item.value.about.as_ref().map(|about| about.text.clone()),
        at: item.value.at.iter().filter_map(|text| cx.place(text)).collect(),
        origin: item.value.about.as_ref().map_or(item.name.span, |about| about.span),
    };
    raw.iter().map(question).collect()
}

/// Resolves the readings.
pub(super) fn readings(cx: &mut Cx<'_>, raw: &[Item<raw::Reading>]) -> Vec<Reading> {
    unique(raw.iter().map(|item| &item.name), "reading", cx.sink);
    let mut readings = Vec::new();
    for item in raw {
        let value = &item.value;
        if let Some(question) = &value.question {
            cx.known_question(question);
        }
        let text = |text: &Option<Text>| text.as_ref().map(|text| text.text.clone());
        let answer = match (text(&value.reading), text(&value.question), text(&value.waived)) {
            (Some(reading), None, None) => ReadingAnswer::Read { reading, why: text(&value.why) },
            (None, Some(question), None) => ReadingAnswer::Question(question),
            (None, None, Some(reason)) => ReadingAnswer::Waived(reason),
            _ => {
                let finding =
                    Finding::new(Code::NO_ANSWER, format!("the reading `{}` needs one answer", item.name.text));
                let help = "write exactly one of `reading`, `question` and `waived`";
                cx.sink.push(finding.at(item.name.span, "of this").help(help));
                continue;
            }
        };
        readings.push(Reading {
            name: item.name.text.clone(),
            answer,
            about: text(&value.about),
            at: value.at.iter().filter_map(|text| cx.place(text)).collect(),
            origin: value.about.as_ref().map_or(item.name.span, |about| about.span),
        });
    }
    readings
}

/// Checks that `about` names items.
pub(super) fn check_about(api: &Api, sink: &mut Sink) {
    let about = api.questions.iter().map(|question| (&question.about, question.origin));
    let about = about.chain(api.readings.iter().map(|reading| (&reading.about, reading.origin)));
    let about: Vec<(&String, Span)> = about.filter_map(|(about, span)| Some((about.as_ref()?, span))).collect();
    if about.is_empty() {
        return;
    }
    let items = items(api);
    for (name, span) in about.into_iter().filter(|(name, _)| !items.contains(name.as_str())) {
        let mut known: Vec<&str> = items.iter().map(String::as_str).collect();
        known.sort_unstable();
        let finding = Finding::new(Code::UNKNOWN_ITEM, format!("the spec has no item `{name}`"))
            .at(span, "about this")
            .meant(name, known, "name a type, Type.field, Enum.VALUE, an endpoint, a change, a page or `api`");
        sink.push(finding);
    }
}

/// The names of every item that `about` may name.
fn items(api: &Api) -> HashSet<String> {
    let mut items: HashSet<String> = HashSet::from(["api".to_owned()]);
    for def in &api.types {
        items.insert(def.name.clone());
        let fields = def.object().map(|object| object.fields.iter()).into_iter().flatten();
        for field in fields {
            items.insert(format!("{}.{}", def.name, field.wire));
            items.insert(format!("{}.{}", def.name, field.rust));
        }
        let values = def.as_enum().map(|values| values.values.iter()).into_iter().flatten();
        items.extend(values.map(|value| format!("{}.{}", def.name, value.wire)));
    }
    items.extend(api.endpoints.iter().map(|endpoint| endpoint.name.clone()));
    items.extend(api.changes.iter().map(|change| change.name.clone()));
    items.extend(api.pages.iter().map(|page| page.name.clone()));
    items.extend(api.auth.iter().map(|scheme| format!("api.{}", scheme.name)));
    items.extend(api.environments.iter().map(|place| format!("api.{}", place.name)));
    items.extend(api.headers.iter().map(|header| format!("api.{}", header.wire)));
    items.extend(api.webhooks.iter().flat_map(|hooks| hooks.events.iter().map(|event| event.name.clone())));
    items
}
