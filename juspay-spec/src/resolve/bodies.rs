//! What bodies say about the call they answer: those that stand for another status, and those of failed calls.

use std::collections::HashMap;

use super::walk::{Guarded, Start, Walker};
use super::{Cx, conditions, endpoints};
use crate::diagnostic::{Code, Finding};
use crate::model::{Api, Comparison, Condition, Failure, Response, Type, TypeId};
use crate::raw::{self, Item, Spec};
use crate::source::Span;
use crate::tree::Text;
use crate::version::VersionRange;

/// Resolves `means` of every response, and `failures` of the API.
pub(super) fn resolve(cx: &mut Cx<'_>, api: &mut Api, spec: &Spec) {
    let responses = meanings(cx, api, spec);
    for ((endpoint, response), means) in responses {
        let found = api.endpoints.get_mut(endpoint).and_then(|endpoint| endpoint.responses.get_mut(response));
        if let Some(found) = found {
            found.means = means;
        }
    }
    let raw = spec.api.iter().flat_map(|api| &api.failures);
    let failures: Vec<Failure> = raw.filter_map(|item| failure(cx, api, item)).collect();
    api.failures = failures;
}

/// The meanings of responses, by endpoint and response.
type Meanings = Vec<((usize, usize), Vec<(u16, Condition)>)>;

fn meanings(cx: &mut Cx<'_>, api: &Api, spec: &Spec) -> Meanings {
    let raw = spec.endpoints.iter().flat_map(|item| &item.value.responses).filter(|item| !item.value.means.is_empty());
    let written: HashMap<Span, &Item<raw::Response>> = raw.map(|item| (item.name.span, item)).collect();
    let mut found = Vec::new();
    for (endpoint, at) in api.endpoints.iter().zip(0..) {
        for (response, place) in endpoint.responses.iter().zip(0..) {
            let Some(item) = written.get(&response.meta.origin) else { continue };
            let range = response.life.range.intersection(endpoint.life.range).unwrap_or(endpoint.life.range);
            let means = item.value.means.iter().filter_map(|(status, text)| {
                let status = endpoints::http_status(status, cx.sink);
                let body = body(cx, api, response, text)?;
                Some((status?, condition(cx, api, body, text, range)?))
            });
            found.push(((at, place), means.collect()));
        }
    }
    found
}

/// The object that a condition on a response looks into.
fn body(cx: &mut Cx<'_>, api: &Api, response: &Response, text: &Text) -> Option<TypeId> {
    let object = match &response.body {
        Some(Type::Named(id)) => api.types.get(id.0 as usize).and_then(|def| def.object()).map(|_| *id),
        _ => None,
    };
    if object.is_none() {
        let finding = Finding::new(Code::BODY_NOT_OBJECT, "a condition on a body needs a body with fields");
        let finding = finding.at(text.span, "nothing to look into").see(response.meta.origin, "is no object");
        cx.sink.push(finding.help("give the response an object type, or remove `means`"));
    }
    object
}

/// A condition on a body.
fn condition(cx: &mut Cx<'_>, api: &Api, body: TypeId, text: &Text, range: VersionRange) -> Option<Condition> {
    conditions::parse(text, cx.sink)?;
    let object = api.types.get(body.0 as usize)?.object()?;
    let mut walker = Walker::new(api, &cx.doubtful, &cx.changes, cx.sink);
    let guarded = Guarded { origin: text.span, range, newer_values: true };
    let tests = walker.tests(text, Start::Type(body.0 as usize), object, guarded)?;
    Some(Condition { text: text.text.clone(), tests })
}

fn failure(cx: &mut Cx<'_>, api: &Api, item: &Item<raw::Failure>) -> Option<Failure> {
    let raw = &item.value;
    let meta = cx.meta(&raw.meta, item.name.span, Some(("failure", &item.name.text)));
    let ty = endpoints::object_type(cx, raw.ty.as_ref()?)?;
    let mut paths =
        |texts: &[Text]| -> Vec<String> { texts.iter().filter_map(|text| path(cx, api, ty, text)).collect() };
    Some(Failure {
        name: item.name.text.clone(),
        ty,
        has: paths(&raw.has),
        code: paths(&raw.code),
        message: paths(&raw.message),
        user_message: paths(&raw.user_message),
        request_id: paths(&raw.request_id),
        meta,
    })
}

/// A path alone is a condition that something is there.
fn path(cx: &mut Cx<'_>, api: &Api, ty: TypeId, text: &Text) -> Option<String> {
    let condition = condition(cx, api, ty, text, VersionRange::ALL)?;
    if let [test] = condition.tests.as_slice()
        && test.comparison == Comparison::Present
    {
        return Some(text.text.trim().to_owned());
    }
    let finding = Finding::new(Code::BAD_CONDITION, format!("`{}` is not a path", text.text));
    cx.sink.push(finding.at(text.span, "more than a path").help("write the path alone: error.code"));
    None
}
