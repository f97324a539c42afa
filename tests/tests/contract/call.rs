//! Calls as any client would make them.

use crate::API;
use juspay_mock::Mock;
use juspay_spec::version::ApiVersion;
use serde_json::Value;

/// What was answered, and to what.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    /// What the step of the story is about.
    pub(crate) step: String,
    pub(crate) operation: String,
    pub(crate) status: u16,
    pub(crate) content_type: String,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{}: {error}: {}", self.step, self.body))
    }

    pub(crate) fn text(&self, pointer: &str) -> String {
        let json = self.json();
        let value = json.pointer(pointer).and_then(Value::as_str);
        value.unwrap_or_else(|| panic!("{}: no {pointer}: {}", self.step, self.body)).to_owned()
    }
}

/// Somebody who calls a double at one version.
pub(crate) struct Caller<'a> {
    pub(crate) mock: &'a Mock,
    pub(crate) version: ApiVersion,
    agent: ureq::Agent,
}

/// How a call is made.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct With<'a> {
    /// What stands in the path's place of a parameter.
    pub(crate) id: &'a str,
    pub(crate) query: &'a str,
    pub(crate) body: &'a str,
    /// Without a key.
    pub(crate) anonymous: bool,
}

pub(crate) fn to(id: &str) -> With<'_> {
    With { id, ..With::default() }
}

impl<'a> With<'a> {
    pub(crate) fn body(self, body: &'a str) -> Self {
        Self { body, ..self }
    }

    pub(crate) fn query(self, query: &'a str) -> Self {
        Self { query, ..self }
    }

    pub(crate) fn anonymous(self) -> Self {
        Self { anonymous: true, ..self }
    }
}

pub(crate) fn with(body: &str) -> With<'_> {
    With { body, ..With::default() }
}

impl<'a> Caller<'a> {
    pub(crate) fn new(mock: &'a Mock, version: ApiVersion) -> Self {
        let config = ureq::Agent::config_builder().http_status_as_error(false).build();
        Self { mock, version, agent: config.new_agent() }
    }

    /// Calls an operation; a body that begins like JSON is sent as such.
    pub(crate) fn call(&self, operation: &str, with: With<'_>) -> Answer {
        let endpoint = API.endpoints.iter().find(|endpoint| endpoint.name == operation).expect(operation);
        let path = match endpoint.path.split_once('{') {
            Some((before, rest)) => {
                format!("{before}{}{}", with.id, rest.split_once('}').map_or("", |(_, after)| after))
            }
            None => endpoint.path.clone(),
        };
        let query = if with.query.is_empty() { String::new() } else { format!("?{}", with.query) };
        let url = format!("{}{path}{query}", self.mock.url());
        let kind = if with.body.starts_with('{') { "application/json" } else { "application/x-www-form-urlencoded" };
        let mut request = ureq::http::Request::builder().method(endpoint.method.as_str()).uri(&url);
        request = request.header("x-merchantid", "shop");
        if !with.anonymous {
            request = request.header("authorization", "Basic a2V5Og==");
        }
        if !self.version.is_base() {
            request = request.header("version", self.version.to_string());
        }
        if !with.body.is_empty() {
            request = request.header("content-type", kind);
        }
        let mut answer = self.agent.run(request.body(with.body.to_owned()).expect(&url)).expect(&url);
        let header = answer.headers().get("content-type").and_then(|value| value.to_str().ok());
        Answer {
            step: format!("{operation} {with:?} at {}", self.version),
            operation: operation.to_owned(),
            status: answer.status().as_u16(),
            content_type: header.unwrap_or_default().to_owned(),
            body: answer.body_mut().read_to_string().expect("a body").replace(self.mock.url(), "http://double"),
        }
    }
}
