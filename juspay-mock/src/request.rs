//! A call as it came: its version, its credential, its parameters.

use crate::address::is_absolute;
use crate::control::is_json;
use crate::form;
use crate::refusal::Refusal;
use crate::world::World;
use axum::http::{HeaderMap, HeaderValue};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use juspay_client::{API, Anomaly, AnomalyKind, ApiVersion, Decoding, Wire};
use juspay_runtime::{AuthKind, BodyFormat, DecodeError, DecodeErrorKind, Operation, Violation};
use serde_json::Value;

/// The header that says who calls.
const MERCHANT: &str = "x-merchantid";

/// A call as it came.
pub(crate) struct Request<'a> {
    pub(crate) operation: &'static Operation,
    /// What stands in the path's place of a parameter.
    pub(crate) id: String,
    pub(crate) version: ApiVersion,
    /// Who calls.
    pub(crate) merchant: String,
    query: Vec<(String, String)>,
    headers: &'a HeaderMap,
    body: &'a [u8],
    strict: bool,
}

impl<'a> Request<'a> {
    /// Reads a call and refuses it if the credential or a header is not as it must be.
    pub(crate) fn read(
        operation: &'static Operation,
        id: String,
        query: &str,
        headers: &'a HeaderMap,
        body: &'a [u8],
        world: &mut World,
    ) -> Result<Self, Refusal> {
        check_once(headers)?;
        let key = key(operation, headers, world.settings.colon)?;
        let merchant = merchant(headers, world)?;
        if let Some(key) = key {
            world.let_in(&merchant, &key)?;
        }
        let strict = world.settings.strict;
        let version = version(headers, strict)?;
        let request = Self { operation, id, version, merchant, query: form::parse(query)?, headers, body, strict };
        request.check_query()?;
        Ok(request)
    }

    /// A parameter of the query.
    pub(crate) fn query(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    fn check_query(&self) -> Result<(), Refusal> {
        let known = |name: &str| self.operation.parameters.iter().any(|parameter| parameter.name == name);
        let mut wrong = Vec::new();
        for (at, (name, value)) in self.query.iter().enumerate() {
            let reason = if !known(name) {
                "is not known"
            } else if self.query.iter().take(at).any(|(earlier, _)| earlier == name) {
                TWICE
            } else if !matches!(value.as_str(), "true" | "false") {
                // Every parameter of a query is a truth value.
                "is true or false"
            } else {
                continue;
            };
            if known(name) || self.strict {
                wrong.push((name.clone(), reason.to_owned()));
            }
        }
        if wrong.is_empty() { Ok(()) } else { Err(Refusal::parameters(wrong)) }
    }

    /// The body as a type, checked against the constraints of the specification.
    pub(crate) fn body<T: Wire>(&self) -> Result<T, Refusal> {
        let json = self.json()?;
        let values: Value = serde_json::from_str(&json).unwrap_or_default();
        let decoded = T::decode(&json, &Decoding::at(self.version).anomalies(true));
        let decoded = decoded.map_err(|error| self.broken(&error, &values))?;
        let odd = decoded.anomalies.iter().filter_map(|odd| Some((odd.path.clone(), self.refuses(odd, &values)?)));
        let mut wrong: Vec<(String, String)> = odd.collect();
        let unknown = |name: &str| decoded.anomalies.iter().any(|odd| is_unknown(odd, name));
        let twice = self.twice(&values).filter(|name| is_plain(name) && !unknown(name));
        wrong.extend(twice.map(|name| (name.to_owned(), TWICE.to_owned())));
        wrong.extend(wrong_addresses(&values));
        let violations = decoded.value.check();
        let violations = violations.iter();
        wrong.extend(violations.map(|violation| (named(violation), reason(&violation.field, violation))));
        if wrong.is_empty() { Ok(decoded.value) } else { Err(Refusal::parameters(wrong)) }
    }

    /// Why what is odd about a body is too odd, if it is. A value that no list has is a mistake; a parameter that nobody
    /// knows may be one that the specification lacks.
    fn refuses(&self, odd: &Anomaly, values: &Value) -> Option<String> {
        let refused = match odd.kind {
            // Among what was not kept may be anything.
            AnomalyKind::UnknownValue | AnomalyKind::Dropped | AnomalyKind::More => true,
            AnomalyKind::Repaired => match value_at(values, &odd.path) {
                Some(Value::String(text)) => text.is_empty(),
                // In a form everything is a text, and JSON in a form's place is read as kindly.
                Some(_) if self.wants_json() => {
                    odd.detail != WHOLE_NUMBER && (self.strict || odd.detail != NUMBER_AS_ITSELF)
                }
                _ => false,
            },
            _ => self.strict,
        };
        refused.then(|| reason(&odd.path, odd))
    }

    /// Whether the call is documented with JSON. One with a form takes JSON, too.
    fn wants_json(&self) -> bool {
        self.operation.body.is_some_and(|(format, _)| format == BodyFormat::Json)
    }

    /// The parameters that stand twice, if this is a form: they are lists.
    fn twice<'v>(&self, values: &'v Value) -> impl Iterator<Item = &'v str> {
        let values = values.as_object().filter(|_| !is_json(self.headers));
        values.into_iter().flatten().filter(|(_, value)| value.is_array()).map(|(name, _)| name.as_str())
    }

    /// Refuses a body that cannot be read. A place in it helps only if it came as JSON.
    fn broken(&self, error: &DecodeError, values: &Value) -> Refusal {
        let path = error.path();
        let reason = match error.kind() {
            DecodeErrorKind::Missing => return Refusal::missing(path),
            _ if path.is_empty() => return Refusal::invalid(error.to_string()),
            _ if is_json(self.headers) => reason(path, error),
            _ if self.twice(values).any(|name| name == path) => TWICE.to_owned(),
            kind => kind.to_string(),
        };
        Refusal::parameters(vec![(path.to_owned(), reason)])
    }

    /// The body as JSON. A form is an object of texts; both have the same flat keys.
    fn json(&self) -> Result<String, Refusal> {
        let content_type = self.headers.get("content-type").and_then(|value| value.to_str().ok()).unwrap_or_default();
        let text = std::str::from_utf8(self.body).map_err(|_| Refusal::invalid("The body is not UTF-8."))?;
        let kind = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        match kind.as_str() {
            "application/json" => Ok(text.to_owned()),
            "application/x-www-form-urlencoded" if self.strict && self.wants_json() => {
                Err(Refusal::invalid("The documentation has a body of JSON for this call, and none that is a form."))
            }
            "application/x-www-form-urlencoded" => form::to_json(text),
            "" if self.body.is_empty() => Ok("{}".to_owned()),
            _ => Err(Refusal::invalid("The body is a form or JSON, and the header content-type says which.")),
        }
    }
}

/// What is wrong with a parameter or a header of which there is one too many.
const TWICE: &str = "stands twice";

/// Whether a path of an anomaly shows the name as it is. One that it does not is no parameter's.
fn is_plain(name: &str) -> bool {
    name.len() <= 64 && name.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"\\".contains(&byte))
}

/// Whether this is about a parameter that nobody knows.
fn is_unknown(odd: &Anomaly, name: &str) -> bool {
    odd.kind == AnomalyKind::UnknownField && odd.path == name
}

/// How the runtime calls a number, or a truth value, that is documented as a text and came as itself. The official
/// client for Node sends amounts like that.
const NUMBER_AS_ITSELF: &str = "not in a string";

/// How it calls `1.0` where an integer belongs. JSON does not tell them apart.
const WHOLE_NUMBER: &str = "an integer with a fraction or an exponent";

/// Parameters that are addresses, whichever call they belong to.
const ADDRESSES: [&str; 3] = ["return_url", "webhook_url", "metadata.webhook_url"];

fn wrong_addresses(object: &Value) -> Vec<(String, String)> {
    let texts = ADDRESSES.iter().filter_map(|name| Some((*name, object.get(name)?.as_str()?)));
    let wrong = texts.filter(|(_, text)| !is_absolute(text));
    wrong.map(|(name, _)| (name.to_owned(), "is no absolute address".to_owned())).collect()
}

/// The value at a path of an anomaly; keys may hold points themselves.
fn value_at<'a>(value: &'a Value, path: &str) -> Option<&'a Value> {
    if path.is_empty() {
        return Some(value);
    }
    match value {
        Value::Object(object) => object.iter().find_map(|(key, value)| {
            let rest = path.strip_prefix(key.as_str())?;
            let whole = rest.is_empty() || rest.starts_with(['.', '[']);
            whole.then(|| value_at(value, rest.strip_prefix('.').unwrap_or(rest)))?
        }),
        Value::Array(items) => {
            let (index, rest) = path.strip_prefix('[')?.split_once(']')?;
            value_at(items.get(index.parse::<usize>().ok()?)?, rest.strip_prefix('.').unwrap_or(rest))
        }
        _ => None,
    }
}

/// The parameter that a violation is about, or the parameters of which one is missing.
fn named(violation: &Violation) -> String {
    if violation.field.is_empty() { violation.names.join(", ") } else { violation.field.clone() }
}

/// What is wrong with a parameter, without its name in front.
fn reason(name: &str, error: &impl ToString) -> String {
    let text = error.to_string();
    text.strip_prefix(name).map_or(text.as_str(), |rest| rest.trim_start_matches(": ")).to_owned()
}

/// Refuses headers that stand twice: which of them counts is for whoever reads them to guess.
fn check_once(headers: &HeaderMap) -> Result<(), Refusal> {
    let twice = ["authorization", MERCHANT, API.version_header].into_iter();
    let twice = twice.filter(|name| headers.get_all(*name).iter().nth(1).is_some());
    let wrong: Vec<(String, String)> = twice.map(|name| (name.to_owned(), TWICE.to_owned())).collect();
    if wrong.is_empty() { Ok(()) } else { Err(Refusal::parameters(wrong)) }
}

fn version(headers: &HeaderMap, strict: bool) -> Result<ApiVersion, Refusal> {
    let Some(value) = headers.get(API.version_header) else {
        return if strict { Err(Refusal::missing(API.version_header)) } else { Ok(API.unversioned) };
    };
    let parsed = value.to_str().ok().and_then(|text| text.parse().ok());
    let remedy = || (API.version_header.to_owned(), "is a date such as 2021-03-25".to_owned());
    parsed.ok_or_else(|| Refusal::parameters(vec![remedy()]))
}

fn merchant(headers: &HeaderMap, world: &World) -> Result<String, Refusal> {
    let value = headers.get(MERCHANT).map(HeaderValue::as_bytes).unwrap_or_default();
    let value = String::from_utf8_lossy(value);
    match &world.settings.merchant_id {
        _ if value.is_empty() => Err(Refusal::missing(MERCHANT)),
        Some(expected) if *expected != value => Err(Refusal::unauthorized()),
        _ => Ok(value.into_owned()),
    }
}

/// The key of a call; `None` if the operation asks for none.
fn key(operation: &Operation, headers: &HeaderMap, colon_needed: bool) -> Result<Option<String>, Refusal> {
    if operation.auth.iter().any(|auth| auth.kind == AuthKind::None) {
        return Ok(None);
    }
    let credential = headers.get("authorization").and_then(|value| value.to_str().ok()).and_then(basic);
    let credential = credential.ok_or_else(Refusal::unauthorized)?;
    let (user, colon) = credential.split_once(':').map_or((credential.as_str(), false), |(user, _)| (user, true));
    if user.is_empty() || (colon_needed && !colon) {
        return Err(Refusal::unauthorized());
    }
    Ok(Some(user.to_owned()))
}

/// What a basic credential says: `user:password`, or a user alone.
fn basic(header: &str) -> Option<String> {
    let (scheme, encoded) = header.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    String::from_utf8(STANDARD.decode(encoded.trim()).ok()?).ok()
}
