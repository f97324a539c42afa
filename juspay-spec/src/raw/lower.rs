//! From the tree to the raw spec, section by section.

use super::read::Entries;
use super::{
    Answer, Api, Auth, Change, Constraints, Endpoint, Enum, Environment, Event, Failure, Field, Group, Page, Question,
    Reading, Requirements, Response, Rest, Spec, Type, Value, Webhooks,
};
use crate::diagnostic::{Code, Finding, Sink};
use crate::language as keys;
use crate::source::Span;
use crate::tree::{Node, Text};

/// Adds what one file declares to the spec.
pub(crate) fn lower(root: &Node, spec: &mut Spec, sink: &mut Sink) {
    let Some(file) = Entries::read(root, &keys::FILE, None, sink) else {
        spec.incomplete = true;
        return;
    };
    spec.incomplete |= root.lost || file.has_lost_sections();
    if let Some(node) = file.table("api") {
        let api = self::api(node, file.key_span("api").unwrap_or(node.span), sink);
        if let Some(first) = &spec.api {
            spec.incomplete = true;
            let finding = Finding::new(Code::SEVERAL_APIS, "the section `api` stands more than once");
            sink.push(finding.at(api.span, "again here").see(first.span, "first here").help("keep one of them"));
        } else {
            spec.api = Some(api);
        }
    }
    if let Some(node) = file.table("webhooks") {
        let found = webhooks(node, file.key_span("webhooks").unwrap_or(node.span), sink);
        if let (Some(first), Some(found)) = (&spec.webhooks, &found) {
            let finding = Finding::new(Code::DUPLICATE_NAME, "the section `webhooks` stands more than once");
            sink.push(finding.at(found.span, "again here").see(first.span, "first here").help("keep one of them"));
        } else {
            spec.webhooks = spec.webhooks.take().or(found);
        }
    }
    spec.pages.extend(file.items("pages", sink, page));
    spec.changes.extend(file.items("changes", sink, change));
    spec.types.extend(file.items("types", sink, object));
    spec.enums.extend(file.items("enums", sink, open_enum));
    spec.groups.extend(file.items("groups", sink, group));
    spec.endpoints.extend(file.items("endpoints", sink, endpoint));
    spec.requirements.extend(file.items("requirements", sink, requirements));
    spec.questions.extend(file.items("questions", sink, question));
    spec.readings.extend(file.items("readings", sink, reading));
}

fn api(node: &Node, span: Span, sink: &mut Sink) -> Api {
    let before = sink.errors_so_far();
    let e = Entries::read_at(node, &keys::API, span, sink).unwrap_or_else(|| Entries::none(&keys::API));
    Api {
        span,
        name: e.text("name", sink),
        meta: e.meta(sink),
        version_header: e.text("version-header", sink),
        unversioned: e.text("unversioned", sink),
        environments: e.items("environments", sink, environment),
        auth: e.items("auth", sink, auth),
        headers: e.items("headers", sink, field),
        request_id: e.texts("request-id", sink),
        failures: e.items("failures", sink, failure),
        broken: sink.errors_so_far() > before || node.is_lossy(),
    }
}

fn failure(name: &Text, node: &Node, sink: &mut Sink) -> Option<Failure> {
    let e = Entries::read(node, &keys::FAILURE, Some(name), sink)?;
    Some(Failure {
        ty: e.text("type", sink),
        meta: e.meta(sink),
        has: e.texts("has", sink),
        code: e.texts("code", sink),
        message: e.texts("message", sink),
        user_message: e.texts("user-message", sink),
        request_id: e.texts("request-id", sink),
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
        fields: e.items("fields", sink, field),
        rest: e.table("rest").and_then(|node| rest(node, e.key_span("rest").unwrap_or(node.span), sink)),
        one_of: e.lists("one-of", sink),
        choice: e.flag("choice", sink).is_some_and(|(flag, _)| flag),
        pairs: e.text_map("pairs", sink),
    })
}

fn rest(node: &Node, span: Span, sink: &mut Sink) -> Option<Rest> {
    let e = Entries::read_at(node, &keys::REST, span, sink)?;
    Some(Rest { span, name: e.text("name", sink), ty: e.text("type", sink), meta: e.meta(sink) })
}

fn group(name: &Text, node: &Node, sink: &mut Sink) -> Option<Group> {
    let e = Entries::read(node, &keys::GROUP, Some(name), sink)?;
    // Read for their shape only: a group leaves no trace of its own in the model.
    let _ = (e.text("doc", sink), e.text("note", sink));
    Some(Group { fields: e.items("fields", sink, field) })
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
        values: e.items("values", sink, value),
        answers: e.items("answers", sink, answer),
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
        path: e.items("path", sink, field),
        query: e.items("query", sink, field),
        headers: e.items("headers", sink, field),
        form: e.text("form", sink),
        json: e.text("json", sink),
        responses: e.items("responses", sink, response),
        idempotent: e.text("idempotent", sink),
    })
}

fn response(name: &Text, node: &Node, sink: &mut Sink) -> Option<Response> {
    let e = Entries::read(node, &keys::RESPONSE, Some(name), sink)?;
    Some(Response {
        ty: e.text("type", sink),
        meta: e.meta(sink),
        life: e.life(sink),
        means: e.text_map("means", sink),
    })
}

fn webhooks(node: &Node, span: Span, sink: &mut Sink) -> Option<Webhooks> {
    let e = Entries::read_at(node, &keys::WEBHOOKS, span, sink)?;
    Some(Webhooks {
        span,
        envelope: e.text("envelope", sink),
        meta: e.meta(sink),
        events: e.items("events", sink, event),
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
