//! Edits of YAML that leave comments, order and everything else as it stands.

use std::path::PathBuf;

use crate::diagnostic::Sink;
use crate::source::{FileId, Source, Sources, Span};
use crate::tree::{self, Kind, Node, Text};

/// A file before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileEdit {
    /// The path.
    pub path: PathBuf,
    /// The text before.
    pub old: String,
    /// The text after.
    pub new: String,
}

/// The files of a spec, to be edited.
pub(crate) struct Files<'a> {
    sources: &'a Sources,
    roots: Vec<Node>,
    edits: Vec<(FileId, usize, usize, String)>,
}

impl<'a> Files<'a> {
    pub(crate) fn new(sources: &'a Sources) -> Self {
        let mut sink = Sink::default();
        let roots = sources.iter().filter_map(|(id, source)| tree::parse(id, source, &mut sink)).collect();
        Self { sources, roots, edits: Vec::new() }
    }

    /// The entry at a path of keys, in whichever file has it.
    pub(crate) fn entry(&self, path: &[&str]) -> Option<(&Text, &Node)> {
        self.roots.iter().find_map(|root| lookup(root, path))
    }

    fn source(&self, file: FileId) -> Option<&'a Source> {
        self.sources.get(file)
    }

    /// Replaces a part of a file.
    pub(crate) fn replace(&mut self, span: Span, text: impl Into<String>) {
        let range = span.range();
        self.edits.push((span.file, range.start, range.end, text.into()));
    }

    /// Adds an entry behind the last one of a mapping, which may be a block or stand in braces.
    pub(crate) fn append(&mut self, path: &[&str], name: &str, value: &str) -> bool {
        let node = self.entry(path).map(|(_, node)| node.clone());
        node.is_some_and(|node| self.append_to(&node, name, value))
    }

    /// The same, in the file that has another entry of the mapping.
    pub(crate) fn append_beside(&mut self, path: &[&str], name: &str, value: &str) -> bool {
        let Some((_, parent)) = path.split_last() else { return false };
        let root = self.roots.iter().find(|root| lookup(root, path).is_some());
        let node = root.and_then(|root| lookup(root, parent)).map(|(_, node)| node.clone());
        node.is_some_and(|node| self.append_to(&node, name, value))
    }

    fn append_to(&mut self, node: &Node, name: &str, value: &str) -> bool {
        let Kind::Map(entries) = &node.kind else { return false };
        let text = self.text(node.span);
        if text.starts_with('{') {
            let Some(inner) = text.strip_suffix('}') else { return false };
            let end = node.span.start + u32::try_from(inner.trim_end().len()).unwrap_or(0);
            let comma = if entries.is_empty() { "" } else { ", " };
            self.replace(Span { start: end, end, ..node.span }, format!("{comma}{name}: {value}"));
            return true;
        }
        let Some((key, last)) = entries.last().map(|(key, last)| (key.span, last.span)) else { return false };
        let Some(source) = self.source(key.file) else { return false };
        let end = (last.end.max(key.end)) as usize;
        let at = source.text.get(end..).and_then(|rest| rest.find('\n')).map_or(source.text.len(), |at| end + at);
        let text = format!("\n{}{name}: {value}", self.indent(key));
        self.edits.push((key.file, at, at, text));
        true
    }

    /// Takes an entry of a mapping away. Comments above it stay.
    pub(crate) fn remove(&mut self, path: &[&str]) -> bool {
        let Some((_, parent)) = path.split_last() else { return false };
        let entry = self.entry(path).map(|(key, value)| (key.span, value.span));
        let Some((key, value)) = entry else { return false };
        let Some(source) = self.source(key.file) else { return false };
        let flow = self.entry(parent).is_some_and(|(_, node)| self.text(node.span).starts_with('{'));
        let end = value.end.max(key.end) as usize;
        let rest = source.text.get(end..).unwrap_or_default();
        let before = source.text.get(..key.start as usize).unwrap_or_default();
        let (start, end) = if flow {
            match rest.strip_prefix(',') {
                Some(tail) => (before.len(), end + 1 + (tail.len() - tail.trim_start().len())),
                None => (before.trim_end().trim_end_matches(',').len(), end),
            }
        } else {
            let start = before.rfind('\n').map_or(0, |at| at + 1);
            (start, rest.find('\n').map_or(source.text.len(), |at| end + at + 1))
        };
        self.edits.push((key.file, start, end, String::new()));
        true
    }

    /// Writes lines below an entry of a mapping, indented as its key is.
    pub(crate) fn insert_below(&mut self, key: Span, value: Span, lines: &[String]) {
        let Some(source) = self.source(key.file) else { return };
        let end = (value.end.max(key.end)) as usize;
        let at = source.text.get(end..).and_then(|rest| rest.find('\n')).map_or(source.text.len(), |at| end + at);
        let indent = self.indent(key);
        let text = lines.iter().flat_map(|line| ["\n", indent.as_str(), line.as_str()]).collect::<String>();
        self.edits.push((key.file, at, at, text));
    }

    /// Writes lines above an entry of a mapping, indented as its key is.
    pub(crate) fn insert_above(&mut self, key: Span, lines: &[String]) {
        let Some(source) = self.source(key.file) else { return };
        let start = key.start as usize;
        let at = source.text.get(..start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
        let indent = self.indent(key);
        let text = lines.iter().flat_map(|line| [indent.as_str(), line.as_str(), "\n"]).collect::<String>();
        self.edits.push((key.file, at, at, text));
    }

    fn indent(&self, key: Span) -> String {
        let column = self.source(key.file).map_or(1, |source| source.line_column(key.start).1);
        " ".repeat(column - 1)
    }

    /// The text of a part of a file.
    pub(crate) fn text(&self, span: Span) -> &'a str {
        self.source(span.file).and_then(|source| source.text.get(span.range())).unwrap_or_default()
    }

    /// Sets a key of an entry whose value is a mapping in braces, a block or the short form.
    pub(crate) fn set(&mut self, path: &[&str], key: &str, short: &str, value: &str) -> bool {
        let Some((name, node)) = self.entry(path).map(|(name, node)| (name.span, node.clone())) else { return false };
        match &node.kind {
            Kind::Map(entries) => {
                if let Some((_, old)) = entries.iter().find(|(known, _)| known.text == key) {
                    self.replace(old.span, value);
                } else if self.text(node.span).starts_with('{') {
                    let at = Span { start: node.span.start + 1, end: node.span.start + 1, ..node.span };
                    self.replace(at, format!("{key}: {value}, "));
                } else if let Some((first, _)) = entries.first() {
                    self.insert_above(first.span, &[format!("{key}: {value}")]);
                }
            }
            Kind::Scalar { .. } if node.span.end > node.span.start => {
                let old = self.text(node.span).to_owned();
                self.replace(node.span, format!("{{{short}: {old}, {key}: {value}}}"));
            }
            Kind::Scalar { .. } | Kind::Seq(_) => {
                let _ = name;
                return false;
            }
        }
        true
    }

    /// Adds a place to what an entry says of where it comes from.
    pub(crate) fn add_place(&mut self, path: &[&str], short: &str, place: &str) -> bool {
        let Some(node) = self.entry(path).map(|(_, node)| node.clone()) else { return false };
        let Some(old) = value_of(&node, "at").map(|node| node.span) else { return self.set(path, "at", short, place) };
        // Only put in, so that what stands there can move along with its lines.
        let insert = |files: &mut Self, at: u32, text: String| {
            files.replace(Span { start: at, end: at, ..old }, text);
        };
        if self.text(old).starts_with('[') {
            insert(self, old.end - 1, format!(", {place}"));
        } else {
            insert(self, old.start, "[".to_owned());
            insert(self, old.end, format!(", {place}]"));
        }
        true
    }

    /// Takes a place away from what an entry says of where it comes from.
    pub(crate) fn drop_place(&mut self, path: &[&str], place: &str) -> bool {
        let Some(node) = self.entry(path).map(|(_, node)| node.clone()) else { return false };
        let Some(Kind::Seq(items)) = value_of(&node, "at").map(|node| node.kind.clone()) else { return false };
        let Some(at) = items.iter().position(|item| self.text(item.span) == place) else { return false };
        let mut cut =
            |start: u32, end: u32| self.edits.push((node.span.file, start as usize, end as usize, String::new()));
        match (items.as_slice(), at) {
            // One place alone needs no brackets.
            ([one, other], _) => {
                let Some(list) = value_of(&node, "at").map(|list| list.span) else { return false };
                let kept = if at == 0 { other.span } else { one.span };
                cut(list.start, kept.start);
                cut(kept.end, list.end);
            }
            (_, 0) => {
                let Some(next) = items.get(1) else { return false };
                let Some(own) = items.first() else { return false };
                cut(own.span.start, next.span.start);
            }
            _ => {
                let (Some(last), Some(own)) = (items.get(at - 1), items.get(at)) else { return false };
                cut(last.span.end, own.span.end);
            }
        }
        true
    }

    /// The file and line of an entry.
    pub(crate) fn place(&self, path: &[&str]) -> Option<(PathBuf, usize)> {
        let at = self.sources.locate(self.entry(path)?.0.span);
        Some((at.path.to_owned(), at.line))
    }

    /// How many edits there are, and the way back to so few.
    pub(crate) fn mark(&self) -> usize {
        self.edits.len()
    }

    pub(crate) fn back_to(&mut self, mark: usize) {
        self.edits.truncate(mark);
    }

    /// Replaces whatever a function finds in the text of every file.
    pub(crate) fn rewrite(&mut self, mut find: impl FnMut(&str) -> Vec<(usize, usize, String)>) {
        for (id, source) in self.sources.iter() {
            for (start, end, text) in find(&source.text) {
                self.edits.push((id, start, end, text));
            }
        }
    }

    /// Every file that changed. Edits that overlap an earlier one are left out.
    pub(crate) fn finish(&self) -> Vec<FileEdit> {
        let mut edits: Vec<&(FileId, usize, usize, String)> = self.edits.iter().collect();
        // Of two edits at one place the larger goes first; insertions keep their order.
        edits.sort_by_key(|(file, start, end, _)| (*file, *start, usize::MAX - *end));
        let mut files = Vec::new();
        for (id, source) in self.sources.iter() {
            let mut new = String::with_capacity(source.text.len());
            let mut at = 0;
            for (_, start, end, text) in edits.iter().filter(|(file, ..)| *file == id) {
                if *start < at {
                    continue;
                }
                new.push_str(source.text.get(at..*start).unwrap_or_default());
                new.push_str(text);
                at = *end;
            }
            new.push_str(source.text.get(at..).unwrap_or_default());
            if new != source.text {
                files.push(FileEdit { path: source.path.clone(), old: source.text.clone(), new });
            }
        }
        files
    }
}

fn lookup<'n>(root: &'n Node, path: &[&str]) -> Option<(&'n Text, &'n Node)> {
    let (first, rest) = path.split_first()?;
    let Kind::Map(entries) = &root.kind else { return None };
    let (key, node) = entries.iter().find(|(key, _)| key.text == *first)?;
    if rest.is_empty() { Some((key, node)) } else { lookup(node, rest) }
}

/// The value of a key.
fn value_of<'n>(node: &'n Node, key: &str) -> Option<&'n Node> {
    let Kind::Map(entries) = &node.kind else { return None };
    entries.iter().find(|(known, _)| known.text == key).map(|(_, value)| value)
}

/// The first entry of a mapping.
pub(crate) fn first_entry(node: &Node) -> Option<Span> {
    match &node.kind {
        Kind::Map(entries) => entries.first().map(|(key, _)| key.span),
        _ => None,
    }
}
