//! A call as it came: its version, its credential, its parameters.

use crate::refusal::Refusal;
use crate::settings::Settings;
use axum::http::HeaderMap;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use juspay_client::{API, AnomalyKind, ApiVersion, Decoding, Wire};
use juspay_runtime::{AuthKind, Operation};

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
        settings: &Settings,
    ) -> Result<Self, Refusal> {
        authenticate(operation, headers, settings)?;
        let merchant = merchant(headers, settings)?;
        let version = version(headers, settings.strict)?;
        let query = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        let request = Self { operation, id, version, merchant, query, headers, body, strict: settings.strict };
        request.check_query()?;
        Ok(request)
    }

    /// A parameter of the query.
    pub(crate) fn query(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    fn check_query(&self) -> Result<(), Refusal> {
        let known = |name: &str| self.operation.parameters.iter().any(|parameter| parameter.name == name);
        let unknown = self.query.iter().filter(|(name, _)| self.strict && !known(name));
        let unknown: Vec<_> = unknown.map(|(name, _)| (name.clone(), "is not known".to_owned())).collect();
        if !unknown.is_empty() {
            return Err(Refusal::parameters(unknown));
        }
        for (name, value) in &self.query {
            // Every parameter of a query is a truth value.
            if known(name) && !matches!(value.as_str(), "true" | "false") {
                return Err(Refusal::parameters(vec![(name.clone(), "is true or false".to_owned())]));
            }
        }
        Ok(())
    }

    /// The body as a type, checked against the constraints of the specification.
    pub(crate) fn body<T: Wire>(&self) -> Result<T, Refusal> {
        let json = self.json()?;
        let decoded = T::decode(&json, &Decoding::at(self.version).anomalies(true)).map_err(|error| {
            let path = error.path();
            if path.is_empty() {
                Refusal::invalid(error.to_string())
            } else {
                Refusal::parameters(vec![fault(path, &error)])
            }
        })?;
        let mut wrong: Vec<(String, String)> = Vec::new();
        for odd in &decoded.anomalies {
            if self.strict && matches!(odd.kind, AnomalyKind::UnknownField | AnomalyKind::UnknownValue) {
                wrong.push(fault(&odd.path, odd));
            }
        }
        wrong.extend(decoded.value.check().iter().map(|violation| fault(&violation.field, violation)));
        if wrong.is_empty() { Ok(decoded.value) } else { Err(Refusal::parameters(wrong)) }
    }

    /// The body as JSON. A form is an object of texts; both have the same flat keys.
    fn json(&self) -> Result<String, Refusal> {
        let content_type = self.headers.get("content-type").and_then(|value| value.to_str().ok()).unwrap_or_default();
        let text = std::str::from_utf8(self.body).map_err(|_| Refusal::invalid("The body is not UTF-8."))?;
        let kind = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        match kind.as_str() {
            "application/json" => Ok(text.to_owned()),
            "application/x-www-form-urlencoded" => form(text),
            "" if self.body.is_empty() => Ok("{}".to_owned()),
            _ => Err(Refusal::invalid("The body is a form or JSON, and the header content-type says which.")),
        }
    }
}

/// What is wrong with a parameter, without its name in front.
fn fault(name: &str, error: &impl ToString) -> (String, String) {
    let text = error.to_string();
    let reason = text.strip_prefix(name).map_or(text.as_str(), |rest| rest.trim_start_matches(": "));
    (name.to_owned(), reason.to_owned())
}

/// A form as an object of texts.
pub(crate) fn form(text: &str) -> Result<String, Refusal> {
    let mut object = serde_json::Map::new();
    for (name, value) in form_urlencoded::parse(text.as_bytes()) {
        if object.insert(name.clone().into_owned(), value.into_owned().into()).is_some() {
            return Err(Refusal::parameters(vec![(name.into_owned(), "stands twice".to_owned())]));
        }
    }
    Ok(serde_json::Value::Object(object).to_string())
}

fn version(headers: &HeaderMap, strict: bool) -> Result<ApiVersion, Refusal> {
    let Some(value) = headers.get(API.version_header) else {
        return if strict { Err(Refusal::missing(API.version_header)) } else { Ok(API.unversioned) };
    };
    let parsed = value.to_str().ok().and_then(|text| text.parse().ok());
    let remedy = || (API.version_header.to_owned(), "is a date such as 2021-03-25".to_owned());
    parsed.ok_or_else(|| Refusal::parameters(vec![remedy()]))
}

fn merchant(headers: &HeaderMap, settings: &Settings) -> Result<String, Refusal> {
    let value = headers.get(MERCHANT).ok_or_else(|| Refusal::missing(MERCHANT))?;
    let value = value.to_str().unwrap_or_default();
    match &settings.merchant_id {
        _ if value.is_empty() => Err(Refusal::missing(MERCHANT)),
        Some(expected) if expected != value => Err(Refusal::unauthorized()),
        _ => Ok(value.to_owned()),
    }
}

fn authenticate(operation: &Operation, headers: &HeaderMap, settings: &Settings) -> Result<(), Refusal> {
    if operation.auth.iter().any(|auth| auth.kind == AuthKind::None) {
        return Ok(());
    }
    let credential = headers.get("authorization").and_then(|value| value.to_str().ok()).and_then(basic);
    let credential = credential.ok_or_else(Refusal::unauthorized)?;
    let (user, colon) = credential.split_once(':').map_or((credential.as_str(), false), |(user, _)| (user, true));
    let known = settings.key.as_ref().is_none_or(|key| key.expose() == user);
    if known && !user.is_empty() && (colon || !settings.colon) { Ok(()) } else { Err(Refusal::unauthorized()) }
}

/// What a basic credential says: `user:password`, or a user alone.
fn basic(header: &str) -> Option<String> {
    let (scheme, encoded) = header.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    String::from_utf8(STANDARD.decode(encoded.trim()).ok()?).ok()
}
