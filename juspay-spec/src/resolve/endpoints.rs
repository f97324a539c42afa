//! Operations and events.

use std::collections::HashMap;

use super::flat::is_doubtful;
use super::{Cx, fields, names, type_expr};
use crate::diagnostic::{Code, Finding, Sink};
use crate::model::{
    Api, Body, ChangeKind, Encoding, Endpoint, Event, Field, Idempotent, Life, Meta, Presence, Response, Scalar, Type,
    TypeId, Webhooks,
};
use crate::raw::{self, Item};
use crate::source::Span;
use crate::tree::Text;

const METHODS: &[&str] = &["GET", "POST", "PUT", "PATCH", "DELETE"];

/// Longer paths than this are slips.
const MAX_PATH: usize = 500;

/// Resolves every endpoint.
pub(super) fn endpoints(cx: &mut Cx<'_>, api: &Api, raw: &[Item<raw::Endpoint>]) -> Vec<Endpoint> {
    let first = super::unique(raw.iter().map(|item| &item.name), "endpoint", cx.sink);
    let mut endpoints: Vec<Endpoint> = Vec::new();
    let mut names: HashMap<String, Span> = HashMap::new();
    let mut calls: HashMap<(String, String), Vec<usize>> = HashMap::new();
    for (_, item) in raw.iter().enumerate().filter(|(at, item)| first.get(item.name.as_str()) == Some(at)) {
        let Some(mut endpoint) = endpoint(cx, api, item) else { continue };
        if let Some(first) = names.get(&endpoint.rust) {
            cx.sink.push(names::collision(&item.name, *first, &endpoint.rust));
            endpoint.rust = names::free(&endpoint.rust, &names);
        }
        names.insert(endpoint.rust.clone(), endpoint.meta.origin);
        let same = calls.entry((endpoint.method.clone(), without_names(&endpoint.path))).or_default();
        let mut others = same.iter().filter_map(|at| endpoints.get(*at));
        if let Some(first) = others.find(|other| overlap(cx, other, &endpoint)) {
            let message = format!("`{}` answers the same call as `{}`", endpoint.name, first.name);
            let finding = Finding::new(Code::SAME_CALL, message)
                .at(endpoint.meta.origin, "again here")
                .see(first.meta.origin, "first here")
                .help("gate them apart, or remove one");
            cx.sink.push(finding);
        }
        same.push(endpoints.len());
        endpoints.push(endpoint);
    }
    endpoints
}

/// Whether there is a version in which both exist.
fn overlap(cx: &Cx<'_>, a: &Endpoint, b: &Endpoint) -> bool {
    let known = |endpoint: &Endpoint| !cx.doubtful.contains(&endpoint.meta.origin);
    known(a) && known(b) && a.life.range.intersection(b.life.range).is_some()
}

fn endpoint(cx: &mut Cx<'_>, api: &Api, item: &Item<raw::Endpoint>) -> Option<Endpoint> {
    let raw = &item.value;
    let name = &item.name.text;
    let meta = cx.meta(&raw.meta, item.name.span, Some(("endpoint", name)));
    let life = cx.life(&raw.life, &[ChangeKind::Added], name, item.name.span);
    let rust = names::field(&item.name, raw.rust.as_ref(), cx.sink);
    let auth = raw.auth.iter().filter_map(|scheme| self::auth(cx, api, scheme)).collect();
    let query = fields::parameters(cx, &raw.query, name);
    let headers = fields::parameters(cx, &raw.headers, name);
    let listed = fields::parameters(cx, &raw.path, name);
    let responses = raw.responses.iter().filter_map(|item| response(cx, name, item)).collect();
    let call = raw.call.as_ref()?;
    let Some((method, path)) = self::call(&call.text) else {
        let finding = Finding::new(Code::BAD_CALL, format!("`{}` is not a call", call.text));
        let help = "write a method, a space and a path: GET /orders/{order_id}";
        cx.sink.push(finding.at(call.span, "cannot be read").help(help));
        return None;
    };
    let body = self::body(cx, raw, &method);
    let path_params = path_params(cx, &path, &listed, &raw.path, &meta);
    let idempotent = idempotent(cx, api, raw, &method, body, &path_params);
    Some(Endpoint {
        name: name.clone(),
        rust: rust.unwrap_or_else(|| names::stand_in("endpoint_", item.name.span)),
        module: cx.module_of.get(&item.file).copied().unwrap_or(0),
        method,
        path,
        auth,
        path_params,
        query,
        headers,
        body,
        responses,
        idempotent,
        life,
        meta,
    })
}

/// Method and path, if the call can be read.
fn call(text: &str) -> Option<(String, String)> {
    let (method, path) = text.split_once(' ')?;
    let fine = METHODS.contains(&method)
        && path.starts_with('/')
        && path.len() <= MAX_PATH
        && !path.contains([' ', '?', '#', '"', '\\', '%'])
        && path.is_ascii();
    let names = parameters(path)?;
    let once = names.iter().enumerate().all(|(at, name)| !names.iter().take(at).any(|other| other == name));
    (fine && once).then(|| (method.to_owned(), path.to_owned()))
}

/// The names in braces; `None` if the braces do not pair.
fn parameters(path: &str) -> Option<Vec<&str>> {
    let mut names = Vec::new();
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, tail) = after.split_once('}')?;
        let fine = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
        if before.contains('}') || !fine {
            return None;
        }
        names.push(name);
        rest = tail;
    }
    (!rest.contains('}')).then_some(names)
}

fn without_names(path: &str) -> String {
    let names = parameters(path).unwrap_or_default();
    names.into_iter().fold(path.to_owned(), |path, name| path.replace(&format!("{{{name}}}"), "{}"))
}

fn path_params(cx: &mut Cx<'_>, path: &str, listed: &[Field], raw: &[Item<raw::Field>], meta: &Meta) -> Vec<Field> {
    let names = parameters(path).unwrap_or_default();
    for item in raw.iter().filter(|item| !names.contains(&item.name.as_str())) {
        let finding = Finding::new(Code::UNKNOWN_PATH_PARAMETER, format!("the path has no `{{{}}}`", item.name.text))
            .at(item.name.span, "not in the path");
        cx.sink.push_meant(finding, &item.name.text, names.iter().copied(), "add it to the path or remove it here");
    }
    for field in listed.iter().filter(|field| field.presence != Presence::Required) {
        if !cx.doubtful.contains(&field.meta.origin) {
            let finding = Finding::new(Code::BAD_TYPE, "a parameter of the path is not optional");
            let help = "write the type without `?`; where the parameter may be missing there is another call";
            cx.sink.push(finding.at(field.meta.origin, "in the path of every call").help(help));
        }
    }
    let plain = |name: &str| Field {
        rust: names::field(&Text { text: name.to_owned(), span: meta.origin }, None, cx.sink).unwrap_or_default(),
        wire: name.to_owned(),
        former: Vec::new(),
        aliases: Vec::new(),
        ty: Type::Scalar(Scalar::String),
        presence: Presence::Required,
        boxed: false,
        prefix: None,
        life: Life::default(),
        when: None,
        hidden: None,
        constraints: crate::model::Constraints::default(),
        form: crate::model::WireForm::Plain,
        sensitive: false,
        blank: false,
        default: None,
        documented: None,
        group: None,
        meta: Meta { doc: format!("The `{name}` of the path."), ..meta.clone() },
    };
    let mut plain = plain;
    let find = |name: &str| listed.iter().find(|field| field.wire == name).cloned();
    names.into_iter().map(|name| find(name).unwrap_or_else(|| plain(name))).collect()
}

fn auth(cx: &mut Cx<'_>, api: &Api, scheme: &Text) -> Option<usize> {
    let found = api.auth.iter().position(|known| known.name == scheme.text);
    if found.is_none() && scheme.as_str() != "none" && !cx.api_broken {
        let finding = Finding::new(Code::UNKNOWN_AUTH, format!("no authentication scheme is named `{}`", scheme.text))
            .at(scheme.span, "not declared");
        cx.sink.push_meant(
            finding,
            &scheme.text,
            api.auth.iter().map(|known| known.name.as_str()),
            "declare it under `api.auth`",
        );
    }
    found
}

fn body(cx: &mut Cx<'_>, raw: &raw::Endpoint, method: &str) -> Option<Body> {
    let (encoding, name) = match (&raw.form, &raw.json) {
        (Some(form), None) => (Encoding::Form, form),
        (None, Some(json)) => (Encoding::Json, json),
        (Some(form), Some(json)) => {
            let finding = Finding::new(Code::BODY_ON_GET, "a call has one body, not two").at(json.span, "a second one");
            cx.sink.push(finding.see(form.span, "the first").help("keep one of them"));
            return None;
        }
        (None, None) => return None,
    };
    if matches!(method, "GET" | "DELETE") {
        let finding = Finding::new(Code::BODY_ON_GET, format!("a `{method}` has no body"));
        cx.sink.push(finding.at(name.span, "would be dropped on the way").help("use `query`"));
        return None;
    }
    Some(Body { encoding, ty: object_type(cx, name)? })
}

/// The object type of this name; reports a name that is none.
pub(super) fn object_type(cx: &mut Cx<'_>, name: &Text) -> Option<TypeId> {
    let (ty, presence) = type_expr::parse(cx, name)?;
    match ty {
        Type::Named(id) if id.0 < cx.enum_start && presence == Presence::Required => Some(id),
        _ => {
            let finding = Finding::new(Code::BODY_NOT_OBJECT, format!("`{}` is not an object type", name.text));
            cx.sink.push(finding.at(name.span, "must have named fields").help("name an entry of `types`"));
            None
        }
    }
}

fn response(cx: &mut Cx<'_>, endpoint: &str, item: &Item<raw::Response>) -> Option<Response> {
    let path = format!("{endpoint}.{}", item.name.text);
    let meta = cx.meta(&item.value.meta, item.name.span, None);
    let life = cx.life(&item.value.life, &[ChangeKind::Added], &path, item.name.span);
    let status = http_status(&item.name, cx.sink);
    let text = item.value.ty.as_ref()?;
    if text.as_str() == "none" {
        return Some(Response { status: status?, body: None, means: Vec::new(), life, meta });
    }
    let (ty, presence) = type_expr::parse(cx, text)?;
    if presence != Presence::Required {
        let finding = Finding::new(Code::BAD_TYPE, "a response is not optional");
        cx.sink.push(finding.at(text.span, "optional").help("write the type alone, or `none` for no body"));
    }
    Some(Response { status: status?, body: Some(ty), means: Vec::new(), life, meta })
}

/// Reads an HTTP status.
pub(super) fn http_status(text: &Text, sink: &mut Sink) -> Option<u16> {
    let status = text.text.parse::<u16>().ok().filter(|status| (100..600).contains(status) && text.text.len() == 3);
    if status.is_none() {
        let finding = Finding::new(Code::BAD_STATUS, format!("`{}` is not an HTTP status", text.text));
        sink.push(finding.at(text.span, "not a status").help("write a number from 100 to 599"));
    }
    status
}

fn idempotent(
    cx: &mut Cx<'_>,
    api: &Api,
    raw: &raw::Endpoint,
    method: &str,
    body: Option<Body>,
    path: &[Field],
) -> Idempotent {
    let Some(text) = &raw.idempotent else {
        return if method == "GET" { Idempotent::Read } else { Idempotent::No };
    };
    let object = body.and_then(|body| api.types.get(body.ty.0 as usize)).and_then(|def| def.object());
    let fields = object.map(|object| object.fields.as_slice()).unwrap_or_default();
    match text.as_str() {
        "read" => return Idempotent::Read,
        "no" => return Idempotent::No,
        word => {
            let name = word.strip_prefix("by ").unwrap_or_default().trim();
            if let Some(field) = fields.iter().chain(path).find(|field| field.wire == name) {
                return Idempotent::By(field.rust.clone());
            }
        }
    }
    // The field may be one that could not be understood.
    let lost =
        body.and_then(|body| api.types.get(body.ty.0 as usize)).is_some_and(|def| is_doubtful(api, &cx.doubtful, def));
    if lost || (body.is_none() && (raw.form.is_some() || raw.json.is_some())) {
        return Idempotent::No;
    }
    let finding = Finding::new(Code::BAD_IDEMPOTENCY, format!("`{}` says nothing about repeats", text.text));
    let help = "write read, no, or `by` and a field of the body or the path";
    let named = text.text.strip_prefix("by ").unwrap_or_default().trim();
    let label = if named.is_empty() { "cannot be read" } else { "no such field in the body or the path" };
    let known = fields.iter().chain(path).map(|field| field.wire.as_str());
    cx.sink.push_meant(finding.at(text.span, label), named, known, help);
    Idempotent::No
}

/// Resolves the events.
pub(super) fn webhooks(cx: &mut Cx<'_>, raw: &raw::Webhooks) -> Option<Webhooks> {
    let meta = cx.meta(&raw.meta, raw.span, None);
    let mut events: Vec<Event> = Vec::new();
    for item in &raw.events {
        let meta = cx.meta(&item.value.meta, item.name.span, None);
        let life = cx.life(&item.value.life, &[ChangeKind::Delivery], &item.name.text, item.name.span);
        let content = item.value.content.as_ref().and_then(|name| object_type(cx, name));
        events.push(Event { name: item.name.text.clone(), content, life, meta });
    }
    let envelope = object_type(cx, raw.envelope.as_ref()?)?;
    Some(Webhooks { envelope, events, meta })
}
