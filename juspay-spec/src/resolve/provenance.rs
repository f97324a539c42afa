//! Documentation, pages, questions and readings.

use std::collections::HashSet;

use super::{Cx, unique};
use crate::diagnostic::{Code, Finding, Sink};
use crate::model::{Api, At, Evidence, Meta, Page, Question, Reading, ReadingAnswer};
use crate::raw::{self, Item, Spec};
use crate::source::Span;
use crate::tree::Text;

impl Cx<'_> {
    /// Resolves documentation and provenance; `documented` names the item if it should have a doc.
    pub(crate) fn meta(&mut self, raw: &raw::Meta, origin: Span, documented: Option<(&str, &str)>) -> Meta {
        let at: Vec<At> = raw.at.iter().filter_map(|text| self.place(text)).collect();
        let word = raw.evidence.as_ref().map(Text::as_str);
        let own = Evidence::WORDS.iter().find(|(known, _)| Some(*known) == word).map(|(_, evidence)| *evidence);
        let page = at.first().and_then(|at| self.pages.get(*self.page_index.get(at.page.as_str())?));
        let evidence = own.or(page.map(|page| page.evidence)).unwrap_or(Evidence::Documented);
        if let (None, Some((kind, name))) = (&raw.doc, documented) {
            let finding = Finding::new(Code::MISSING_DOC, format!("the {kind} `{name}` has no `doc`"));
            self.sink.push(finding.at(origin, "without `doc`").help("say in your own words what it is for"));
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
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let number = |text: &str| text.parse::<u32>().ok().filter(|line| *line > 0 && digits(text));
        let range = lines.map(|lines| {
            let (first, last) = lines.split_once('-').unwrap_or((lines, lines));
            number(first).zip(number(last)).filter(|(first, last)| first <= last)
        });
        if range == Some(None) {
            let finding = Finding::new(Code::BAD_PLACE, format!("`{}` is not a place on a page", text.text));
            self.sink.push(finding.at(text.span, "cannot be read").help("write page, page:line or page:first-last"));
            return None;
        }
        if !self.page_index.contains_key(page) {
            let finding =
                Finding::new(Code::UNKNOWN_PAGE, format!("no page is named `{page}`")).at(text.span, "not declared");
            self.sink.push_meant(finding, page, self.page_index.keys().copied(), "declare it under `pages`");
            return None;
        }
        Some(At { page: page.to_owned(), lines: range.flatten() })
    }

    /// Whether the question is declared; if not, says so.
    pub(super) fn known_question(&mut self, name: &Text) -> bool {
        let known = self.questions.contains_key(name.as_str());
        if !known {
            let finding = Finding::new(Code::UNKNOWN_QUESTION, format!("no question is named `{}`", name.text))
                .at(name.span, "not declared");
            self.sink.push_meant(finding, &name.text, self.questions.keys().copied(), "declare it under `questions`");
        }
        known
    }
}

/// Resolves the pages.
pub(super) fn pages(sink: &mut Sink, raw: &[Item<raw::Page>]) -> Vec<Page> {
    let mut pages = Vec::with_capacity(raw.len());
    for item in raw {
        let word = item.value.evidence.as_ref().map(Text::as_str);
        let evidence = Evidence::WORDS.iter().find(|(known, _)| Some(*known) == word);
        if let Some(url) = &item.value.url {
            super::constraints::check_page_url(url, sink);
        }
        pages.push(Page {
            name: item.name.text.clone(),
            title: item.value.title.as_ref().map(|title| title.text.clone()).unwrap_or_default(),
            url: item.value.url.as_ref().map(|url| url.text.clone()),
            evidence: evidence.map_or(Evidence::Documented, |(_, evidence)| *evidence),
            origin: item.name.span,
        });
    }
    pages
}

/// Resolves the questions.
pub(super) fn questions(cx: &mut Cx<'_>, raw: &[Item<raw::Question>]) -> Vec<Question> {
    let question = |item: &Item<raw::Question>| Question {
        name: item.name.text.clone(),
        ask: item.value.ask.as_ref().map(|ask| ask.text.clone()).unwrap_or_default(),
        about: item.value.about.as_ref().map(|about| about.text.clone()),
        at: item.value.at.iter().filter_map(|text| cx.place(text)).collect(),
        origin: item.name.span,
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
            _ if item.broken => continue,
            _ => {
                let finding =
                    Finding::new(Code::NO_ANSWER, format!("the reading `{}` needs one answer", item.name.text));
                let none = value.reading.is_none() && value.question.is_none() && value.waived.is_none();
                let label = if none { "it has none" } else { "it has several" };
                let help = "write exactly one of `reading`, `question` and `waived`";
                cx.sink.push(finding.at(item.name.span, label).help(help));
                continue;
            }
        };
        readings.push(Reading {
            name: item.name.text.clone(),
            answer,
            about: text(&value.about),
            at: value.at.iter().filter_map(|text| cx.place(text)).collect(),
            origin: item.name.span,
        });
    }
    readings
}

/// Checks that `about` names items.
pub(super) fn check_about(api: &Api, spec: &Spec, doubtful: &HashSet<Span>, sink: &mut Sink) {
    let about = spec.questions.iter().filter_map(|item| item.value.about.as_ref());
    let about: Vec<&Text> = about.chain(spec.readings.iter().filter_map(|item| item.value.about.as_ref())).collect();
    if about.is_empty() {
        return;
    }
    let items = items(api, spec);
    // A part of something that could not be understood may well exist.
    let broken = api.types.iter().filter(|def| doubtful.contains(&def.meta.origin)).map(|def| def.name.as_str());
    let broken: HashSet<&str> = broken.collect();
    let owner = |name: &Text| name.text.split_once('.').map(|(owner, _)| owner.to_owned()).unwrap_or_default();
    let unknown = about.into_iter().filter(|name| !items.contains(name.as_str()));
    for name in unknown.filter(|name| !broken.contains(owner(name).as_str())) {
        let finding = Finding::new(Code::UNKNOWN_ITEM, format!("the spec has no item `{}`", name.text))
            .at(name.span, "about this");
        sink.push_meant(
            finding,
            &name.text,
            items.iter().map(String::as_str),
            "name a type, Type.field, Enum.VALUE, an endpoint, a change, a page or `api`",
        );
    }
}

/// The names of every item that `about` may name.
fn items(api: &Api, spec: &Spec) -> HashSet<String> {
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
    items.extend(spec.endpoints.iter().map(|item| item.name.text.clone()));
    items.extend(spec.changes.iter().map(|item| item.name.text.clone()));
    items.extend(spec.pages.iter().map(|item| item.name.text.clone()));
    items.extend(spec.webhooks.iter().flat_map(|hooks| &hooks.events).map(|item| item.name.text.clone()));
    if let Some(api) = &spec.api {
        let names = api.auth.iter().map(|item| &item.name).chain(api.environments.iter().map(|item| &item.name));
        items.extend(names.map(|name| format!("api.{}", name.text)));
    }
    items.extend(api.headers.iter().map(|header| format!("api.{}", header.wire)));
    items
}
