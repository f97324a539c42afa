//! From the tree to the raw spec, section by section.

use super::read::Entries;
use super::{
    Answer, Api, Auth, Change, Constraints, Endpoint, Enum, Environment, Event, Field, Group, Page, Question, Reading,
    Requirements, Response, Rest, Spec, Type, Value, Webhooks,
};
use crate::diagnostic::{Code, Finding, Sink};
use crate::language as keys;
use crate::tree::{Node, Text};

/// Adds what one file declares to the spec.
pub(crate) fn lower(root: &Node, spec: &mut Spec, sink: &mut Sink) {
    let Some(file) = Entries::read(root, &keys::FILE, None, sink) else { return };
    if let Some(node) = file.table("api") {
        let api = self::api(node, sink);
        match &spec.api {
            Some(first) => sink.push(
                Finding::new(Code::SEVERAL_APIS, "the section `api` stands more than once")
                    .at(node.span, "again here")
                    .see(first.span, "first here")
                    .help("keep one of them"),
            ),
            None => spec.api = api,
        }
    }
    if let Some(node) = file.table("webhooks")
        && let Some(found) = webhooks(node, sink)
    {
        match &spec.webhooks {
            Some(first) => sink.push(
                Finding::new(Code::DUPLICATE_NAME, "the section `webhooks` stands more than once")
                    .at(found.span, "again here")
                    .see(first.span, "first here")
                    .help("keep one of them"),
            ),
            None => spec.webhooks = Some(found),
        }
    }
    spec.pages.extend(file.map("pages", sink, page));
    spec.changes.extend(file.map("changes", sink, change));
    spec.types.extend(file.map("types", sink, object));
    spec.enums.extend(file.map("enums", sink, open_enum));
    spec.groups.extend(file.map("groups", sink, group));
    spec.endpoints.extend(file.map("endpoints", sink, endpoint));
    spec.requirements.extend(file.map("requirements", sink, requirements));
    spec.questions.extend(file.map("questions", sink, question));
    spec.readings.extend(file.map("readings", sink, reading));
}

fn api(node: &Node, sink: &mut Sink) -> Option<Api> {
    let e = Entries::read(node, &keys::API, None, sink)?;
    Some(Api {
        span: node.span,
        name: e.text("name", sink),
        meta: e.meta(sink),
        version_header: e.text("version-header", sink),
        unversioned: e.text("unversioned", sink),
        environments: e.map("environments", sink, environment),
        auth: e.map("auth", sink, auth),
        headers: e.map("headers", sink, field),
    })
}

fn environment(name: &Text, node: &Node, sink: &mut Sink) -> Option<Environment> {
    let e = Entries::read(node, &keys::ENVIRONMENT, Some(name), sink)?;
    Some(Environment { url: e.text("url", sink), rust: e.text("rust", sink), meta: e.meta(sink) })
}

fn auth(name: &Text, node: &Node, sink: &mut Sink) -> Option<Auth> {
    let e = Entries::read(node, &keys::AUTH, Some(name), sink)?;
    Some(Auth { scheme: e.text("scheme", sink), name: e.text("name", sink), meta: e.meta(sink) })
}

fn page(name: &Text, node: &Node, sink: &mut Sink) -> Option<Page> {
    let e = Entries::read(node, &keys::PAGE, Some(name), sink)?;
    Some(Page { title: e.text("title", sink), url: e.text("url", sink), evidence: e.text("evidence", sink) })
}

fn change(name: &Text, node: &Node, sink: &mut Sink) -> Option<Change> {
    let e = Entries::read(node, &keys::CHANGE, Some(name), sink)?;
    Some(Change {
        version: e.text("version", sink),
        kind: e.text("kind", sink),
        question: e.text("question", sink),
        meta: e.meta(sink),
    })
}

fn object(name: &Text, node: &Node, sink: &mut Sink) -> Option<Type> {
    let e = Entries::read(node, &keys::TYPE, Some(name), sink)?;
    Some(Type {
        meta: e.meta(sink),
        life: e.life(sink),
        rust: e.text("rust", sink),
        include: e.texts("include", sink),
        fields: e.map("fields", sink, field),
        rest: e.table("rest").and_then(|node| rest(node, sink)),
        one_of: e.lists("one-of", sink),
        pairs: e.text_map("pairs", sink),
    })
}

fn rest(node: &Node, sink: &mut Sink) -> Option<Rest> {
    let e = Entries::read(node, &keys::REST, None, sink)?;
    Some(Rest { span: node.span, name: e.text("name", sink), ty: e.text("type", sink), meta: e.meta(sink) })
}

fn group(name: &Text, node: &Node, sink: &mut Sink) -> Option<Group> {
    let e = Entries::read(node, &keys::GROUP, Some(name), sink)?;
    // Read for their shape only: a group leaves no trace of its own in the model.
    let _ = (e.text("doc", sink), e.text("note", sink));
    Some(Group { fields: e.map("fields", sink, field) })
}

fn field(name: &Text, node: &Node, sink: &mut Sink) -> Option<Field> {
    let e = Entries::read(node, &keys::FIELD, Some(name), sink)?;
    Some(Field {
        ty: e.text("type", sink),
        meta: e.meta(sink),
        documented: e.text("documented", sink),
        wire: e.text("wire", sink),
        rust: e.text("rust", sink),
        aliases: e.texts("aliases", sink),
        prefix: e.text("prefix", sink),
        life: e.life(sink),
        renamed: e.text_map("renamed", sink),
        retyped: e.text_map("retyped", sink),
        required: e.text("required", sink),
        hidden: e.text_map("hidden", sink),
        when: e.text("when", sink),
        form: e.text("as", sink),
        sensitive: e.flag("sensitive", sink).is_some_and(|(flag, _)| flag),
        blank: e.flag("blank", sink),
        default: e.text("default", sink),
        constraints: constraints(&e, sink),
    })
}

fn constraints(e: &Entries<'_>, sink: &mut Sink) -> Constraints {
    Constraints {
        max_length: e.number("max-length", sink),
        min_length: e.number("min-length", sink),
        suggested_length: e.number("suggested-length", sink),
        max_items: e.number("max-items", sink),
        decimals: e.number("decimals", sink),
        at_least: e.text("at-least", sink),
        at_most: e.text("at-most", sink),
        chars: e.text("chars", sink),
        no_query: e.flag("no-query", sink),
    }
}

fn open_enum(name: &Text, node: &Node, sink: &mut Sink) -> Option<Enum> {
    let e = Entries::read(node, &keys::ENUM, Some(name), sink)?;
    Some(Enum {
        meta: e.meta(sink),
        life: e.life(sink),
        rust: e.text("rust", sink),
        list: e.text("list", sink),
        values: e.map("values", sink, value),
        answers: e.map("answers", sink, answer),
    })
}

fn value(name: &Text, node: &Node, sink: &mut Sink) -> Option<Value> {
    let e = Entries::read(node, &keys::VALUE, Some(name), sink)?;
    Some(Value {
        meta: e.meta(sink),
        life: e.life(sink),
        rust: e.text("rust", sink),
        id: e.signed("id", sink),
        was: e.text_map("was", sink),
    })
}

fn answer(name: &Text, node: &Node, sink: &mut Sink) -> Option<Answer> {
    let e = Entries::read(node, &keys::ANSWER, Some(name), sink)?;
    Some(Answer { meta: e.meta(sink), yes: e.texts("yes", sink), no: e.texts("no", sink) })
}

fn endpoint(name: &Text, node: &Node, sink: &mut Sink) -> Option<Endpoint> {
    let e = Entries::read(node, &keys::ENDPOINT, Some(name), sink)?;
    Some(Endpoint {
        call: e.text("call", sink),
        meta: e.meta(sink),
        life: e.life(sink),
        rust: e.text("rust", sink),
        auth: e.texts("auth", sink),
        path: e.map("path", sink, field),
        query: e.map("query", sink, field),
        headers: e.map("headers", sink, field),
        form: e.text("form", sink),
        json: e.text("json", sink),
        responses: e.map("responses", sink, response),
        idempotent: e.text("idempotent", sink),
    })
}

fn response(name: &Text, node: &Node, sink: &mut Sink) -> Option<Response> {
    let e = Entries::read(node, &keys::RESPONSE, Some(name), sink)?;
    Some(Response { ty: e.text("type", sink), meta: e.meta(sink), life: e.life(sink) })
}

fn webhooks(node: &Node, sink: &mut Sink) -> Option<Webhooks> {
    let e = Entries::read(node, &keys::WEBHOOKS, None, sink)?;
    Some(Webhooks {
        span: node.span,
        envelope: e.text("envelope", sink),
        meta: e.meta(sink),
        events: e.map("events", sink, event),
    })
}

fn event(name: &Text, node: &Node, sink: &mut Sink) -> Option<Event> {
    let e = Entries::read(node, &keys::EVENT, Some(name), sink)?;
    Some(Event { meta: e.meta(sink), life: e.life(sink), content: e.text("content", sink) })
}

fn requirements(name: &Text, node: &Node, sink: &mut Sink) -> Option<Requirements> {
    let e = Entries::read(node, &keys::REQUIREMENTS, Some(name), sink)?;
    Some(Requirements {
        by: e.text("by", sink),
        meta: e.meta(sink),
        columns: e.texts("columns", sink),
        rows: e.text_map("rows", sink),
    })
}

fn question(name: &Text, node: &Node, sink: &mut Sink) -> Option<Question> {
    let e = Entries::read(node, &keys::QUESTION, Some(name), sink)?;
    Some(Question { ask: e.text("ask", sink), about: e.text("about", sink), at: e.texts("at", sink) })
}

fn reading(name: &Text, node: &Node, sink: &mut Sink) -> Option<Reading> {
    let e = Entries::read(node, &keys::READING, Some(name), sink)?;
    Some(Reading {
        reading: e.text("reading", sink),
        why: e.text("why", sink),
        question: e.text("question", sink),
        waived: e.text("waived", sink),
        about: e.text("about", sink),
        at: e.texts("at", sink),
    })
}
