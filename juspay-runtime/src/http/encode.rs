//! From a call to the request that is sent.

use super::address::{fits_a_segment, push_escaped};
use super::call::Draft;
use super::client::Shared;
use super::credential::{Credential, Ready};
use super::error::NotSentReason;
use crate::json::escape::{push_form, push_json};
use crate::json::{Reader, Writer};
use crate::{ApiVersion, AuthKind, BodyFormat, Encode, Operation};
use bytes::Bytes;
use http::header::{AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Uri};

/// The text of a parameter; nothing where it is absent.
pub(crate) fn text(value: &impl Encode, version: ApiVersion) -> Option<String> {
    if value.is_absent() {
        return None;
    }
    let mut json = Vec::new();
    value.write(&mut Writer::new(&mut json, version));
    let json = crate::json::writer::text_of(&json);
    if json.starts_with('"') {
        return Reader::new(json, version, false).string().ok().map(std::borrow::Cow::into_owned);
    }
    Some(json.to_owned())
}

/// Whether a call may be sent, as far as can be told before.
pub(crate) fn check(shared: &Shared, draft: &mut Draft) -> Result<(), NotSentReason> {
    if let Some(problem) = draft.problem.take() {
        return Err(problem);
    }
    let faults = draft.body.as_mut().map(|body| std::mem::take(&mut body.faults)).unwrap_or_default();
    if !faults.is_empty() {
        return Err(NotSentReason::Invalid(faults));
    }
    if draft.operation.life.has(shared.version) { Ok(()) } else { Err(NotSentReason::Version(shared.version)) }
}

/// The request of a call; each attempt has its own, and all are the same.
pub(crate) fn request(shared: &Shared, draft: &Draft) -> Result<Request<Bytes>, NotSentReason> {
    let operation = draft.operation;
    let credential = credential(shared, operation)?;
    let mut uri = String::with_capacity(shared.base.as_str().len() + operation.path.len() + 64);
    uri.push_str(shared.base.as_str());
    push_path(&mut uri, operation, &draft.path)?;
    let mut query: Vec<(&str, &str)> = draft.query.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let mut body = draft.body.as_ref().map(|body| body.text.clone()).unwrap_or_default();
    if let Some(Credential { kind: Ready::Parameter(name, key), .. }) = credential {
        match operation.body {
            Some((format, _)) => {
                let mut with_key = Vec::from(body);
                add(&mut with_key, format, name, key.expose());
                body = with_key.into();
            }
            None => query.push((name, key.expose())),
        }
    }
    for (at, (name, value)) in query.iter().enumerate() {
        uri.push(if at == 0 { '?' } else { '&' });
        push_escaped(&mut uri, name);
        uri.push('=');
        push_escaped(&mut uri, value);
    }
    let mut headers = headers(shared, operation, &draft.headers, credential)?;
    let method: Method = operation.method.parse().map_err(|_| wrong(operation.method, "is no method"))?;
    // Who sends leaves it out where there is no body, and some servers ask for it where there could be one.
    if body.is_empty() && matches!(method, Method::POST | Method::PUT | Method::PATCH) {
        headers.insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
    }
    let mut request = Request::new(body);
    *request.method_mut() = method;
    *request.uri_mut() = Uri::try_from(uri).map_err(|_| wrong(operation.path, "makes no address"))?;
    *request.headers_mut() = headers;
    Ok(request)
}

fn wrong(name: &str, why: &'static str) -> NotSentReason {
    NotSentReason::Parameter { name: name.to_owned(), why }
}

/// The first credential that the operation takes and the client has; none where it takes none.
fn credential<'a>(shared: &'a Shared, operation: &Operation) -> Result<Option<&'a Credential>, NotSentReason> {
    let has = |name: &str| shared.credentials.iter().find(|credential| credential.scheme.name == name);
    let found = operation.auth.iter().find_map(|scheme| has(scheme.name));
    let free = operation.auth.is_empty() || operation.auth.iter().any(|scheme| scheme.kind == AuthKind::None);
    if found.is_none() && !free {
        return Err(NotSentReason::NoCredential(operation.auth));
    }
    Ok(found)
}

/// Appends the path with its parameters, each of them one segment.
fn push_path(path: &mut String, operation: &Operation, values: &[String]) -> Result<(), NotSentReason> {
    let mut rest = operation.path;
    let mut values = values.iter();
    while let Some((before, (name, after))) = rest.split_once('{').and_then(|(a, b)| Some((a, b.split_once('}')?))) {
        path.push_str(before);
        let value = values.next().map(String::as_str).unwrap_or_default();
        if !fits_a_segment(value) {
            return Err(wrong(name, "is empty, `.` or `..`, which a path cannot hold"));
        }
        push_escaped(path, value);
        rest = after;
    }
    path.push_str(rest);
    Ok(())
}

/// Adds a parameter to a body.
fn add(body: &mut Vec<u8>, format: BodyFormat, name: &str, value: &str) {
    match format {
        BodyFormat::Form => {
            if !body.is_empty() {
                body.push(b'&');
            }
            push_form(body, name);
            body.push(b'=');
            push_form(body, value);
        }
        BodyFormat::Json => {
            if body.last() == Some(&b'}') {
                body.pop();
            } else {
                body.push(b'{');
            }
            body.extend_from_slice(if body.len() > 1 { b",\"" } else { b"\"" });
            push_json(body, name);
            body.extend_from_slice(b"\":\"");
            push_json(body, value);
            body.extend_from_slice(b"\"}");
        }
    }
}

fn headers(
    shared: &Shared,
    operation: &Operation,
    own: &[(HeaderName, HeaderValue)],
    credential: Option<&Credential>,
) -> Result<HeaderMap, NotSentReason> {
    let mut headers = shared.headers.clone();
    for (name, value) in own {
        headers.insert(name.clone(), value.clone());
    }
    if let Some((format, _)) = operation.body {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(format.content_type()));
    }
    match credential.map(|credential| &credential.kind) {
        Some(Ready::Authorization(value)) => {
            headers.insert(AUTHORIZATION, value.clone());
        }
        Some(Ready::Header(name, value)) => {
            let name: HeaderName = name.parse().map_err(|_| wrong(name, "is no name of a header"))?;
            headers.insert(name, value.clone());
        }
        Some(Ready::Parameter(..)) | None => {}
    }
    Ok(headers)
}
