//! Reading a mapping by its table: unknown and missing keys, and values of the wrong shape, are found here.

use std::collections::HashMap;

use super::{Item, Life, Meta};
use crate::diagnostic::{Code, Finding, Sink, did_you_mean};
use crate::language::{Shape, Table};
use crate::source::Span;
use crate::tree::{Kind, Node, Text};

/// The entries of one mapping, checked against its table.
pub(crate) struct Entries<'n> {
    table: &'static Table,
    values: HashMap<&'static str, (Span, &'n Node)>,
    short: Option<&'n Node>,
    /// Keys that are not known here, each with the known one it resembles.
    unknown: Vec<Option<&'static str>>,
}

impl<'n> Entries<'n> {
    /// No entries at all, of something that could not be read.
    pub(crate) fn none(table: &'static Table) -> Self {
        Self { table, values: HashMap::new(), short: None, unknown: Vec::new() }
    }

    /// Reads a mapping, or the short form where the table has one. `owner` is the key it stands under.
    pub(crate) fn read(node: &'n Node, table: &'static Table, owner: Option<&Text>, sink: &mut Sink) -> Option<Self> {
        Self::read_at(node, table, owner.map_or(node.span, |owner| owner.span), sink)
    }

    /// The same with the place that is shown for what is missing.
    pub(crate) fn read_at(node: &'n Node, table: &'static Table, owner: Span, sink: &mut Sink) -> Option<Self> {
        let mut entries = Self::none(table);
        match &node.kind {
            Kind::Map(map) => entries.fill(map, sink),
            Kind::Scalar { .. } if table.short.is_some() && !node.is_nothing() => entries.short = Some(node),
            Kind::Scalar { .. } if node.is_nothing() && table.keys.iter().all(|key| !key.required) => {}
            _ => {
                let found = node.describe();
                let message = format!("{} {} is written as a mapping, not as {found}", article(table.name), table.name);
                let also = table.short.map_or(String::new(), |key| format!(", or a text that stands for `{key}`"));
                let place = if node.is_nothing() { owner } else { node.span };
                let finding = Finding::new(Code::WRONG_SHAPE, message).at(place, format!("this is {found}"));
                sink.push(finding.help(format!("write a mapping of the keys {}{also}", known(table))));
                return None;
            }
        }
        entries.find_missing(owner, sink);
        Some(entries)
    }

    fn fill(&mut self, map: &'n [(Text, Node)], sink: &mut Sink) {
        for (key, value) in map {
            if let Some(known) = self.table.keys.iter().find(|known| known.name == key.text) {
                self.values.insert(known.name, (key.span, value));
            } else {
                self.unknown.push(did_you_mean(&key.text, self.table.keys.iter().map(|key| key.name)));
                sink.push(unknown_key(self.table, key, value));
            }
        }
    }

    fn find_missing(&self, owner: Span, sink: &mut Sink) {
        for key in self.table.keys.iter().filter(|key| key.required) {
            // A misspelt key is reported as such.
            if self.get(key.name).is_none() && !self.unknown.contains(&Some(key.name)) {
                let message = format!("this {} has no `{}`", self.table.name, key.name);
                let mut doc = key.doc.trim_end_matches('.').chars();
                let doc: String = doc.next().into_iter().flat_map(char::to_lowercase).chain(doc).collect();
                let help = format!("add `{}:`, {doc}", key.name);
                let label = format!("without `{}`", key.name);
                sink.push(Finding::new(Code::MISSING_KEY, message).at(owner, label).help(help));
            }
        }
    }

    fn get(&self, name: &str) -> Option<&'n Node> {
        if self.table.short == Some(name) && self.short.is_some() {
            return self.short;
        }
        self.values.get(name).map(|(_, node)| *node)
    }

    /// The place of a key.
    pub(crate) fn key_span(&self, name: &str) -> Option<Span> {
        self.values.get(name).map(|(span, _)| *span)
    }

    /// Whether a section is unknown or of the wrong shape, so that what it declares is not known.
    pub(crate) fn has_lost_sections(&self) -> bool {
        let unreadable = |node: &Node| !matches!(node.kind, Kind::Map(_)) && !node.is_nothing();
        !self.unknown.is_empty() || self.values.values().any(|(_, node)| unreadable(node))
    }

    /// The value of a key that takes a text.
    pub(crate) fn text(&self, name: &'static str, sink: &mut Sink) -> Option<Text> {
        let node = self.get(name)?;
        let text = scalar(node, name, sink)?;
        let shape = self.table.keys.iter().find(|key| key.name == name).map(|key| key.shape);
        if let Some(Shape::Word(words)) = shape
            && !words.contains(&text.as_str())
        {
            sink.push(unknown_word(&text, words, name));
            return None;
        }
        Some(text)
    }

    /// One text or a list of them.
    pub(crate) fn texts(&self, name: &'static str, sink: &mut Sink) -> Vec<Text> {
        match self.get(name) {
            Some(node) => texts(node, name, sink),
            None => Vec::new(),
        }
    }

    /// A list of lists of texts.
    pub(crate) fn lists(&self, name: &'static str, sink: &mut Sink) -> Vec<Vec<Text>> {
        match self.get(name).map(|node| (node, &node.kind)) {
            Some((_, Kind::Seq(items))) => items.iter().map(|item| texts(item, name, sink)).collect(),
            Some((node, _)) => {
                sink.push(wrong_shape(node, name, "a list of lists").help("for example [[a, b]]"));
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    /// A mapping from names to texts.
    pub(crate) fn text_map(&self, name: &'static str, sink: &mut Sink) -> Vec<(Text, Text)> {
        let Some(node) = self.get(name) else { return Vec::new() };
        let Kind::Map(map) = &node.kind else {
            sink.push(wrong_shape(node, name, "a mapping").help("for example {name: text}"));
            return Vec::new();
        };
        map.iter().filter_map(|(key, value)| Some((key.clone(), scalar(value, name, sink)?))).collect()
    }

    /// `true` or `false`.
    pub(crate) fn flag(&self, name: &'static str, sink: &mut Sink) -> Option<(bool, Span)> {
        let text = self.text(name, sink)?;
        match text.as_str() {
            "true" => Some((true, text.span)),
            "false" => Some((false, text.span)),
            _ => {
                sink.push(unknown_word(&text, &["true", "false"], name));
                None
            }
        }
    }

    /// A whole number that is not negative.
    pub(crate) fn number(&self, name: &'static str, sink: &mut Sink) -> Option<(u64, Span)> {
        let text = self.text(name, sink)?;
        parse_number(&text, name, sink).map(|number| (number, text.span))
    }

    /// A whole number.
    pub(crate) fn signed(&self, name: &'static str, sink: &mut Sink) -> Option<i64> {
        let text = self.text(name, sink)?;
        parse_number(&text, name, sink)
    }

    /// The value of a key that takes a mapping with fixed keys.
    pub(crate) fn table(&self, name: &'static str) -> Option<&'n Node> {
        self.get(name)
    }

    /// The entries of a key that takes a mapping from names to tables; those that cannot be read are left out.
    pub(crate) fn map<T>(
        &self,
        name: &'static str,
        sink: &mut Sink,
        mut lower: impl FnMut(&Text, &'n Node, &mut Sink) -> Option<T>,
    ) -> Vec<Item<T>> {
        let mut items = Vec::new();
        for (key, value) in self.entries(name, sink) {
            let before = sink.errors_so_far();
            if let Some(lowered) = lower(key, value, sink) {
                let broken = sink.errors_so_far() > before || value.is_lossy();
                items.push(Item { name: key.clone(), file: key.span.file, broken, value: lowered });
            }
        }
        items
    }

    /// The same, but what cannot be read keeps its name, so that references to it are no further mistakes.
    pub(crate) fn items<T: Default>(
        &self,
        name: &'static str,
        sink: &mut Sink,
        mut lower: impl FnMut(&Text, &'n Node, &mut Sink) -> Option<T>,
    ) -> Vec<Item<T>> {
        self.map(name, sink, |key, node, sink| Some(lower(key, node, sink).unwrap_or_default()))
    }

    fn entries(&self, name: &'static str, sink: &mut Sink) -> &'n [(Text, Node)] {
        match self.get(name).map(|node| (node, &node.kind)) {
            Some((_, Kind::Map(map))) => map,
            Some((node, _)) if !node.is_nothing() => {
                let finding = wrong_shape(node, name, "a mapping");
                sink.push(finding.help(format!("write one entry under `{name}` for each, by its name")));
                &[]
            }
            _ => &[],
        }
    }

    pub(crate) fn meta(&self, sink: &mut Sink) -> Meta {
        let has = |name: &str| self.table.keys.iter().any(|key| key.name == name);
        Meta {
            doc: self.text("doc", sink),
            note: self.text("note", sink),
            at: self.texts("at", sink),
            evidence: if has("evidence") { self.text("evidence", sink) } else { None },
        }
    }

    pub(crate) fn life(&self, sink: &mut Sink) -> Life {
        Life { gate: self.text("gate", sink), until: self.text("until", sink) }
    }
}

fn scalar(node: &Node, name: &str, sink: &mut Sink) -> Option<Text> {
    match &node.kind {
        Kind::Scalar { text, .. } if !node.is_nothing() => Some(Text { text: text.clone(), span: node.span }),
        _ => {
            sink.push(wrong_shape(node, name, "a text").help("write one text; quote it if it begins with a bracket"));
            None
        }
    }
}

fn texts(node: &Node, name: &str, sink: &mut Sink) -> Vec<Text> {
    match &node.kind {
        Kind::Seq(items) => items.iter().filter_map(|item| scalar(item, name, sink)).collect(),
        _ => scalar(node, name, sink).into_iter().collect(),
    }
}

fn parse_number<T: std::str::FromStr>(text: &Text, name: &str, sink: &mut Sink) -> Option<T> {
    let digits = text.text.strip_prefix('-').unwrap_or(&text.text);
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.text.parse().ok().filter(|_| plain);
    if number.is_none() {
        let message = format!("`{name}` takes a whole number, not `{}`", text.text);
        sink.push(
            Finding::new(Code::NOT_A_NUMBER, message)
                .at(text.span, "not a whole number")
                .help("write it in decimal digits"),
        );
    }
    number
}

fn wrong_shape(node: &Node, what: &str, expected: &str) -> Finding {
    let message = format!("`{what}` takes {expected}, not {}", node.describe());
    Finding::new(Code::WRONG_SHAPE, message).at(node.span, format!("this is {}", node.describe()))
}

fn unknown_word(text: &Text, words: &[&'static str], name: &str) -> Finding {
    let message = format!("`{name}` cannot be `{}`", text.text);
    let words_listed = words.join(", ");
    Finding::new(Code::UNKNOWN_WORD, message).at(text.span, "not one of its words").meant(
        &text.text,
        words.iter().copied(),
        &format!("write one of {words_listed}"),
    )
}

fn unknown_key(table: &Table, key: &Text, value: &Node) -> Finding {
    // Without a colon nothing stands between the key and its empty value.
    if value.is_nothing() && value.span.start <= key.span.end {
        return Finding::new(Code::UNQUOTED_COMMA, "a comma ended the text before this")
            .at(key.span, "became a key of its own")
            .help("inside {…}, put a text that holds a comma in double quotes");
    }
    let code = if table.name == "file" { Code::UNKNOWN_SECTION } else { Code::UNKNOWN_KEY };
    let message = match table.name {
        "file" => format!("`{}` is not a section", key.text),
        name => format!("{} {name} has no key `{}`", article(name), key.text),
    };
    let listed = format!("known here: {}", known(table));
    Finding::new(code, message).at(key.span, "not known here").meant(
        &key.text,
        table.keys.iter().map(|key| key.name),
        &listed,
    )
}

/// The article of a noun.
fn article(noun: &str) -> &'static str {
    if noun.starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" }
}

fn known(table: &Table) -> String {
    let names: Vec<&str> = table.keys.iter().map(|key| key.name).collect();
    names.join(", ")
}
