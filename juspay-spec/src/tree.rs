//! YAML as a tree in which every key and value keeps its place.
//!
//! Only the plain core of YAML is read. What the language does not use (anchors, tags, merge keys, several documents)
//! is an error here, so that nothing can expand and nothing is read in silence.

use std::collections::HashMap;

use granit_parser::{Event, Parser, ScalarStyle, options};

use crate::diagnostic::{Code, Finding, Sink};
use crate::source::{FileId, Source, Span};

/// Deeper nesting than this is refused; the language itself needs less than ten levels.
const MAX_DEPTH: usize = 64;

/// A value and its place.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) span: Span,
    pub(crate) kind: Kind,
    /// Whether an entry of it was left out, because its key stands twice or is no name.
    pub(crate) lost: bool,
}

/// What a node is.
#[derive(Clone, Debug)]
pub(crate) enum Kind {
    /// Text; `plain` without quotes.
    Scalar { text: String, plain: bool },
    /// A list.
    Seq(Vec<Node>),
    /// Keys and values in the order of the file.
    Map(Vec<(Text, Node)>),
}

/// Text with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Text {
    pub(crate) text: String,
    pub(crate) span: Span,
}

impl Text {
    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }
}

impl Node {
    /// What people call this kind of node.
    pub(crate) fn describe(&self) -> &'static str {
        match &self.kind {
            Kind::Scalar { text, plain: true } if text.is_empty() => "nothing",
            Kind::Scalar { .. } => "a text",
            Kind::Seq(_) => "a list",
            Kind::Map(_) => "a mapping",
        }
    }

    /// Whether nothing was written: an empty plain scalar.
    pub(crate) fn is_nothing(&self) -> bool {
        matches!(&self.kind, Kind::Scalar { text, plain: true } if text.is_empty())
    }

    /// Whether an entry of it, or of one of its values, was left out.
    pub(crate) fn is_lossy(&self) -> bool {
        let below = match &self.kind {
            Kind::Map(entries) => entries.iter().any(|(_, value)| value.lost),
            _ => false,
        };
        self.lost || below
    }
}

/// Reads one file. `None` if it is empty or not readable as YAML; then the sink says why.
pub(crate) fn parse(file: FileId, source: &Source, sink: &mut Sink) -> Option<Node> {
    let mut builder = Builder { file, text: &source.text, sink, stack: Vec::new(), root: None, documents: 0 };
    let mut parser = Parser::new_from_str_with_options(&source.text, options! { emit_unresolved_aliases: true });
    while let Some(event) = parser.next_event() {
        match event {
            Ok((event, span)) => {
                let span = builder.span(&span);
                if builder.event(event, span).is_err() {
                    return None;
                }
            }
            Err(error) => {
                let at = error.marker().byte_offset().unwrap_or(source.text.len()).min(source.text.len());
                let at = (0..=at).rev().find(|&at| source.text.is_char_boundary(at)).unwrap_or(0);
                builder.syntax(at, &error.info());
                return None;
            }
        }
    }
    builder.root.filter(|root| !root.is_nothing())
}

/// A collection that is being read.
struct Frame {
    start: Span,
    container: Container,
}

enum Container {
    Seq(Vec<Node>),
    Map(Map),
}

/// A mapping that is being read.
#[derive(Default)]
struct Map {
    entries: Vec<(Text, Node)>,
    seen: HashMap<String, Span>,
    key: Option<Text>,
    /// Whether the value of the current key is left out.
    skip: bool,
    /// Whether any value was left out.
    lost: bool,
}

struct Builder<'a> {
    file: FileId,
    text: &'a str,
    sink: &'a mut Sink,
    stack: Vec<Frame>,
    root: Option<Node>,
    documents: usize,
}

/// Reading stops; the sink says why.
struct Stop;

impl Builder<'_> {
    fn span(&self, span: &granit_parser::Span) -> Span {
        let range = span.byte_range().unwrap_or(0..0);
        let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span { file: self.file, start: narrow(range.start), end: narrow(range.end) }
    }

    fn event(&mut self, event: Event<'_>, span: Span) -> Result<(), Stop> {
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    return self.stop(
                        Code::SEVERAL_DOCUMENTS,
                        "a second document begins here",
                        span,
                        "put it into a file of its own",
                    );
                }
            }
            Event::Scalar(text, style, anchor, tag) => {
                self.plain_only(anchor, tag.is_some(), span)?;
                let plain = style == ScalarStyle::Plain;
                // The parser writes `~` where nothing stands.
                let nothing = plain && span.start == span.end;
                self.scalar(if nothing { String::new() } else { text.into_owned() }, plain, span);
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.plain_only(anchor, tag.is_some(), span)?;
                self.open(Container::Seq(Vec::new()), span)?;
            }
            Event::MappingStart(_, anchor, tag) => {
                self.plain_only(anchor, tag.is_some(), span)?;
                self.open(Container::Map(Map::default()), span)?;
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(span),
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                return self.stop(
                    Code::ANCHOR,
                    "aliases are not read",
                    span,
                    "write the value out, or put shared fields into a group",
                );
            }
            _ => {}
        }
        Ok(())
    }

    fn stop(&mut self, code: Code, message: &str, span: Span, help: &str) -> Result<(), Stop> {
        self.sink.push(Finding::new(code, message).at(span, "not read").help(help));
        Err(Stop)
    }

    fn plain_only(&mut self, anchor: usize, tag: bool, span: Span) -> Result<(), Stop> {
        if anchor != 0 {
            let help = "write the value out, or put shared fields into a group";
            return self.stop(Code::ANCHOR, "anchors are not read", self.before(span, '&'), help);
        }
        if tag {
            let help = "leave the tag out; every scalar is text";
            return self.stop(Code::TAG, "tags are not read", self.before(span, '!'), help);
        }
        Ok(())
    }

    /// The word with this sign before a node; the node itself if it is not found.
    fn before(&self, node: Span, sign: char) -> Span {
        let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let word = self.text.get(..node.start as usize).and_then(|before| {
            let before = before.trim_end();
            let start = before.rfind(|c: char| c.is_whitespace() || "{[,".contains(c)).map_or(0, |at| at + 1);
            before.get(start..).filter(|word| word.starts_with(sign)).map(|_| (start, before.len()))
        });
        word.map_or(node, |(start, end)| Span { start: narrow(start), end: narrow(end), ..node })
    }

    /// Reports where the parser stopped, and what is open there.
    fn syntax(&mut self, at: usize, info: &str) {
        let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let length = self.text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let place = Span { file: self.file, start: narrow(at), end: narrow(at + length) };
        if info.contains("recursion limit") {
            let message = format!("nested more than {MAX_DEPTH} levels deep");
            let finding = Finding::new(Code::TOO_DEEP, message).at(place, "reading stopped here");
            self.sink.push(finding.help("the language needs less than ten levels"));
            return;
        }
        let help = if info.contains("tab") {
            "indent with spaces"
        } else if info.contains("mapping values") {
            "put a text that holds `: ` in quotes, and indent the keys of one mapping alike"
        } else if info.contains("flow") {
            "close the bracket; inside brackets, put a text that holds a comma or a bracket in quotes"
        } else {
            "indent with spaces; quote a text that holds `: `, ` #`, or, inside {…}, a comma or a bracket"
        };
        let mut finding = Finding::new(Code::YAML_SYNTAX, format!("this is not YAML: {info}"))
            .at(place, "reading stopped here")
            .help(help);
        let open = self.stack.last().map(|frame| frame.start);
        if let Some(open) =
            open.filter(|open| self.text.get(open.start as usize..).is_some_and(|t| t.starts_with(['{', '['])))
        {
            finding = finding.see(Span { end: open.start + 1, ..open }, "opened here");
        }
        self.sink.push(finding);
    }

    fn open(&mut self, container: Container, start: Span) -> Result<(), Stop> {
        if self.stack.len() >= MAX_DEPTH {
            let message = format!("nested more than {MAX_DEPTH} levels deep");
            return self.stop(Code::TOO_DEEP, &message, start, "the language needs less than ten levels");
        }
        self.stack.push(Frame { start, container });
        Ok(())
    }

    fn close(&mut self, end: Span) {
        let Some(frame) = self.stack.pop() else { return };
        let (kind, lost) = match frame.container {
            Container::Seq(items) => (Kind::Seq(items), false),
            Container::Map(map) => (Kind::Map(map.entries), map.lost),
        };
        // A block ends where its last child ends; its end token stands at the next line.
        let last = match &kind {
            Kind::Seq(items) => items.last().map(|node| node.span.end),
            Kind::Map(entries) => entries.last().map(|(_, node)| node.span.end),
            Kind::Scalar { .. } => None,
        };
        let end = if end.end > end.start { end.end } else { last.unwrap_or(frame.start.end) };
        self.value(Node { span: Span { end: end.max(frame.start.start), ..frame.start }, kind, lost });
    }

    fn scalar(&mut self, text: String, plain: bool, span: Span) {
        let Some(Frame { container: Container::Map(map @ Map { key: None, .. }), .. }) = self.stack.last_mut() else {
            self.value(Node { span, kind: Kind::Scalar { text, plain }, lost: false });
            return;
        };
        let finding = if let Some(&first) = map.seen.get(&text) {
            let finding = Finding::new(Code::DUPLICATE_KEY, format!("`{text}` stands twice in one mapping"));
            Some(finding.at(span, "again here").see(first, "first here").help("keep one of them"))
        } else if text == "<<" && plain {
            let finding = Finding::new(Code::MERGE_KEY, "merge keys are not read");
            Some(finding.at(span, "not read").help("put shared fields into a group and `include` it"))
        } else {
            map.seen.insert(text.clone(), span);
            None
        };
        map.skip = finding.is_some();
        map.key = Some(Text { text, span });
        if let Some(finding) = finding {
            self.sink.push(finding);
        }
    }

    fn value(&mut self, node: Node) {
        match self.stack.last_mut() {
            None => self.root = Some(node),
            Some(Frame { container: Container::Seq(items), .. }) => items.push(node),
            Some(Frame { container: Container::Map(map), .. }) => match map.key.take() {
                Some(_) if map.skip => {
                    map.skip = false;
                    map.lost = true;
                }
                Some(key) => map.entries.push((key, node)),
                None => {
                    let finding = Finding::new(Code::KEY_NOT_TEXT, "a key must be a text")
                        .at(node.span, format!("this is {}", node.describe()))
                        .help("write the key as one word; quote it if it begins with a bracket");
                    self.sink.push(finding);
                    map.skip = true;
                    map.key = Some(Text { text: String::new(), span: node.span });
                }
            },
        }
    }
}

#[cfg(test)]
mod tests;
