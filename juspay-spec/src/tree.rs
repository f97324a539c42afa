//! YAML as a tree in which every key and value keeps its place.
//!
//! Only the plain core of YAML is read. What the language does not use (anchors, tags, merge keys, several documents)
//! is an error here, so that nothing can expand and nothing is read in silence.

use std::collections::HashMap;

use granit_parser::{Event, Parser, ScalarStyle};

use crate::diagnostic::{Code, Finding, Sink};
use crate::source::{FileId, Source, Span};

/// Deeper nesting than this is refused; the language itself needs less than ten levels.
const MAX_DEPTH: usize = 64;

/// A value and its place.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) span: Span,
    pub(crate) kind: Kind,
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
}

/// Reads one file. `None` if it is empty or not readable as YAML; then the sink says why.
pub(crate) fn parse(file: FileId, source: &Source, sink: &mut Sink) -> Option<Node> {
    let mut builder = Builder { file, sink, stack: Vec::new(), root: None, documents: 0 };
    let mut parser = Parser::new_from_str(&source.text);
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
                builder.sink.push(syntax(file, at, &error.info(), source));
                return None;
            }
        }
    }
    builder.root
}

fn syntax(file: FileId, at: usize, info: &str, source: &Source) -> Finding {
    let at = u32::try_from(at).unwrap_or(u32::MAX);
    let end = at.saturating_add(u32::from((at as usize) < source.text.len()));
    let end = if source.text.is_char_boundary(end as usize) { end } else { at };
    Finding::new(Code::YAML_SYNTAX, format!("this is not YAML: {info}"))
        .at(Span { file, start: at, end }, "here")
        .help("indent with spaces; quote a text that holds `: `, ` #`, or, inside {…}, a comma or a bracket")
}

/// A collection that is being read.
struct Frame {
    start: Span,
    container: Container,
}

enum Container {
    Seq(Vec<Node>),
    Map { entries: Vec<(Text, Node)>, seen: HashMap<String, Span>, key: Option<Text>, lost: bool },
}

struct Builder<'a> {
    file: FileId,
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
                self.scalar(text.into_owned(), plain, span);
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.plain_only(anchor, tag.is_some(), span)?;
                self.open(Container::Seq(Vec::new()), span)?;
            }
            Event::MappingStart(_, anchor, tag) => {
                self.plain_only(anchor, tag.is_some(), span)?;
                let map = Container::Map { entries: Vec::new(), seen: HashMap::new(), key: None, lost: false };
                self.open(map, span)?;
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
        self.sink.push(Finding::new(code, message).at(span, "here").help(help));
        Err(Stop)
    }

    fn plain_only(&mut self, anchor: usize, tag: bool, span: Span) -> Result<(), Stop> {
        if anchor != 0 {
            return self.stop(
                Code::ANCHOR,
                "anchors are not read",
                span,
                "write the value out, or put shared fields into a group",
            );
        }
        if tag {
            return self.stop(Code::TAG, "tags are not read", span, "leave the tag out; every scalar is text");
        }
        Ok(())
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
        let kind = match frame.container {
            Container::Seq(items) => Kind::Seq(items),
            Container::Map { entries, .. } => Kind::Map(entries),
        };
        // A block ends where its last child ends; its end token stands at the next line.
        let last = match &kind {
            Kind::Seq(items) => items.last().map(|node| node.span.end),
            Kind::Map(entries) => entries.last().map(|(_, node)| node.span.end),
            Kind::Scalar { .. } => None,
        };
        let end = if end.end > end.start { end.end } else { last.unwrap_or(frame.start.end) };
        self.value(Node { span: Span { end: end.max(frame.start.start), ..frame.start }, kind });
    }

    fn scalar(&mut self, text: String, plain: bool, span: Span) {
        if let Some(Frame { container: Container::Map { key: key @ None, seen, lost, .. }, .. }) = self.stack.last_mut()
        {
            if let Some(&first) = seen.get(&text) {
                *lost = true;
                let finding = Finding::new(Code::DUPLICATE_KEY, format!("`{text}` stands twice in one mapping"))
                    .at(span, "again here")
                    .see(first, "first here")
                    .help("keep one of them");
                self.sink.push(finding);
            } else if text == "<<" && plain {
                *lost = true;
                let finding = Finding::new(Code::MERGE_KEY, "merge keys are not read")
                    .at(span, "here")
                    .help("put shared fields into a group and `include` it");
                self.sink.push(finding);
            } else {
                seen.insert(text.clone(), span);
            }
            *key = Some(Text { text, span });
            return;
        }
        self.value(Node { span, kind: Kind::Scalar { text, plain } });
    }

    fn value(&mut self, node: Node) {
        match self.stack.last_mut() {
            None => self.root = Some(node),
            Some(Frame { container: Container::Seq(items), .. }) => items.push(node),
            Some(Frame { container: Container::Map { entries, key, lost, .. }, .. }) => match key.take() {
                Some(_) if *lost => *lost = false,
                Some(key) => entries.push((key, node)),
                None => {
                    let finding = Finding::new(Code::KEY_NOT_TEXT, "a key must be a text")
                        .at(node.span, "this is a collection")
                        .help("write the key as one word");
                    self.sink.push(finding);
                    *lost = true;
                    *key = Some(Text { text: String::new(), span: node.span });
                }
            },
        }
    }
}
