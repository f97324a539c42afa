//! What the files say, key by key, before anything is looked up: every text keeps its place.

mod lower;
pub(crate) mod read;

pub(crate) use lower::lower;

use crate::source::{FileId, Span};
use crate::tree::Text;

/// Everything that the files declare.
#[derive(Debug, Default)]
pub(crate) struct Spec {
    pub(crate) api: Option<Api>,
    pub(crate) pages: Vec<Item<Page>>,
    pub(crate) changes: Vec<Item<Change>>,
    pub(crate) types: Vec<Item<Type>>,
    pub(crate) enums: Vec<Item<Enum>>,
    pub(crate) groups: Vec<Item<Group>>,
    pub(crate) endpoints: Vec<Item<Endpoint>>,
    pub(crate) webhooks: Option<Webhooks>,
    pub(crate) requirements: Vec<Item<Requirements>>,
    pub(crate) questions: Vec<Item<Question>>,
    pub(crate) readings: Vec<Item<Reading>>,
    /// Whether a whole section could not be read, so that names it declares are not known.
    pub(crate) incomplete: bool,
}

/// A named entry of a section.
#[derive(Debug)]
pub(crate) struct Item<T> {
    pub(crate) name: Text,
    pub(crate) file: FileId,
    /// Whether an error was found while reading it; what could not be read of it is absent.
    pub(crate) broken: bool,
    pub(crate) value: T,
}

/// Documentation and provenance, as most items have them.
#[derive(Debug, Default, Clone)]
pub(crate) struct Meta {
    pub(crate) doc: Option<Text>,
    pub(crate) note: Option<Text>,
    pub(crate) at: Vec<Text>,
    pub(crate) evidence: Option<Text>,
}

/// Gates, as most items have them.
#[derive(Debug, Default, Clone)]
pub(crate) struct Life {
    pub(crate) gate: Option<Text>,
    pub(crate) until: Option<Text>,
}

#[derive(Debug)]
pub(crate) struct Api {
    pub(crate) span: Span,
    pub(crate) name: Option<Text>,
    pub(crate) meta: Meta,
    pub(crate) version_header: Option<Text>,
    pub(crate) unversioned: Option<Text>,
    pub(crate) environments: Vec<Item<Environment>>,
    pub(crate) auth: Vec<Item<Auth>>,
    pub(crate) headers: Vec<Item<Field>>,
    pub(crate) request_id: Vec<Text>,
    pub(crate) failures: Vec<Item<Failure>>,
    /// Whether an error was found while reading it.
    pub(crate) broken: bool,
}

#[derive(Debug, Default)]
pub(crate) struct Failure {
    pub(crate) ty: Option<Text>,
    pub(crate) meta: Meta,
    pub(crate) has: Vec<Text>,
    pub(crate) code: Vec<Text>,
    pub(crate) message: Vec<Text>,
    pub(crate) user_message: Vec<Text>,
    pub(crate) request_id: Vec<Text>,
}

#[derive(Debug, Default)]
pub(crate) struct Environment {
    pub(crate) url: Option<Text>,
    pub(crate) rust: Option<Text>,
    pub(crate) meta: Meta,
}

#[derive(Debug, Default)]
pub(crate) struct Auth {
    pub(crate) scheme: Option<Text>,
    pub(crate) name: Option<Text>,
    pub(crate) meta: Meta,
}

#[derive(Debug, Default)]
pub(crate) struct Page {
    pub(crate) title: Option<Text>,
    pub(crate) url: Option<Text>,
    pub(crate) evidence: Option<Text>,
}

#[derive(Debug, Default)]
pub(crate) struct Change {
    pub(crate) version: Option<Text>,
    pub(crate) kind: Option<Text>,
    pub(crate) question: Option<Text>,
    pub(crate) meta: Meta,
}

#[derive(Debug, Default)]
pub(crate) struct Type {
    pub(crate) meta: Meta,
    pub(crate) life: Life,
    pub(crate) rust: Option<Text>,
    pub(crate) include: Vec<Text>,
    pub(crate) fields: Vec<Item<Field>>,
    pub(crate) rest: Option<Rest>,
    pub(crate) one_of: Vec<Vec<Text>>,
    pub(crate) choice: bool,
    pub(crate) pairs: Vec<(Text, Text)>,
}

#[derive(Debug)]
pub(crate) struct Rest {
    pub(crate) span: Span,
    pub(crate) name: Option<Text>,
    pub(crate) ty: Option<Text>,
    pub(crate) meta: Meta,
}

#[derive(Debug, Default)]
pub(crate) struct Group {
    pub(crate) fields: Vec<Item<Field>>,
}

#[derive(Debug, Default, Clone)]
pub(crate) struct Field {
    pub(crate) ty: Option<Text>,
    pub(crate) meta: Meta,
    pub(crate) documented: Option<Text>,
    pub(crate) wire: Option<Text>,
    pub(crate) rust: Option<Text>,
    pub(crate) aliases: Vec<Text>,
    pub(crate) prefix: Option<Text>,
    pub(crate) life: Life,
    pub(crate) renamed: Vec<(Text, Text)>,
    pub(crate) retyped: Vec<(Text, Text)>,
    pub(crate) required: Option<Text>,
    pub(crate) hidden: Vec<(Text, Text)>,
    pub(crate) when: Option<Text>,
    pub(crate) form: Option<Text>,
    pub(crate) sensitive: bool,
    pub(crate) blank: Option<(bool, Span)>,
    pub(crate) default: Option<Text>,
    pub(crate) constraints: Constraints,
}

/// Constraints with their places.
#[derive(Debug, Default, Clone)]
pub(crate) struct Constraints {
    pub(crate) max_length: Option<(u64, Span)>,
    pub(crate) min_length: Option<(u64, Span)>,
    pub(crate) suggested_length: Option<(u64, Span)>,
    pub(crate) max_items: Option<(u64, Span)>,
    pub(crate) decimals: Option<(u64, Span)>,
    pub(crate) at_least: Option<Text>,
    pub(crate) at_most: Option<Text>,
    pub(crate) chars: Option<Text>,
    pub(crate) no_query: Option<(bool, Span)>,
}

#[derive(Debug, Default)]
pub(crate) struct Enum {
    pub(crate) meta: Meta,
    pub(crate) life: Life,
    pub(crate) rust: Option<Text>,
    pub(crate) list: Option<Text>,
    pub(crate) values: Vec<Item<Value>>,
    pub(crate) answers: Vec<Item<Answer>>,
}

#[derive(Debug, Default)]
pub(crate) struct Value {
    pub(crate) meta: Meta,
    pub(crate) life: Life,
    pub(crate) rust: Option<Text>,
    pub(crate) id: Option<i64>,
    pub(crate) was: Vec<(Text, Text)>,
}

#[derive(Debug, Default)]
pub(crate) struct Answer {
    pub(crate) meta: Meta,
    pub(crate) yes: Vec<Text>,
    pub(crate) no: Vec<Text>,
}

#[derive(Debug, Default)]
pub(crate) struct Endpoint {
    pub(crate) call: Option<Text>,
    pub(crate) meta: Meta,
    pub(crate) life: Life,
    pub(crate) rust: Option<Text>,
    pub(crate) auth: Vec<Text>,
    pub(crate) path: Vec<Item<Field>>,
    pub(crate) query: Vec<Item<Field>>,
    pub(crate) headers: Vec<Item<Field>>,
    pub(crate) form: Option<Text>,
    pub(crate) json: Option<Text>,
    pub(crate) responses: Vec<Item<Response>>,
    pub(crate) idempotent: Option<Text>,
}

#[derive(Debug, Default)]
pub(crate) struct Response {
    pub(crate) ty: Option<Text>,
    pub(crate) meta: Meta,
    pub(crate) life: Life,
    pub(crate) means: Vec<(Text, Text)>,
}

#[derive(Debug)]
pub(crate) struct Webhooks {
    pub(crate) span: Span,
    pub(crate) envelope: Option<Text>,
    pub(crate) meta: Meta,
    pub(crate) events: Vec<Item<Event>>,
}

#[derive(Debug, Default)]
pub(crate) struct Event {
    pub(crate) meta: Meta,
    pub(crate) life: Life,
    pub(crate) content: Option<Text>,
}

#[derive(Debug, Default)]
pub(crate) struct Requirements {
    pub(crate) by: Option<Text>,
    pub(crate) meta: Meta,
    pub(crate) columns: Vec<Text>,
    pub(crate) rows: Vec<(Text, Text)>,
}

#[derive(Debug, Default)]
pub(crate) struct Question {
    pub(crate) ask: Option<Text>,
    pub(crate) about: Option<Text>,
    pub(crate) at: Vec<Text>,
}

#[derive(Debug, Default)]
#[expect(clippy::struct_field_names, reason = "the keys of the language")]
pub(crate) struct Reading {
    pub(crate) reading: Option<Text>,
    pub(crate) why: Option<Text>,
    pub(crate) question: Option<Text>,
    pub(crate) waived: Option<Text>,
    pub(crate) about: Option<Text>,
    pub(crate) at: Vec<Text>,
}
