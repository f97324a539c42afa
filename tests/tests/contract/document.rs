//! The exported document of a version, as a judge over bodies.

use crate::call::Answer;
use jsonschema::Validator;
use juspay_codegen::openapi::export;
use juspay_spec::model::Api;
use juspay_spec::version::ApiVersion;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The validators of a document.
pub(crate) struct Document {
    version: ApiVersion,
    /// By operation and status.
    answers: BTreeMap<(String, u16), Validator>,
    /// By event.
    posts: BTreeMap<String, Validator>,
}

impl Document {
    pub(crate) fn of(api: &Api, version: ApiVersion) -> Self {
        let document: Value = serde_json::from_str(&export(api, version).to_string()).expect("JSON");
        let components = &document["components"];
        let mut answers = BTreeMap::new();
        for operation in object(&document["paths"]).values().flat_map(|path| object(path).values()) {
            let name = operation["operationId"].as_str().expect("a name").to_owned();
            for (status, answer) in object(&operation["responses"]) {
                let schema = &answer["content"]["application/json"]["schema"];
                answers.insert((name.clone(), status.parse().expect("a status")), validator(schema, components));
            }
        }
        let mut posts = BTreeMap::new();
        for (event, post) in object(&document["webhooks"]) {
            let schema = &post["post"]["requestBody"]["content"]["application/json"]["schema"];
            posts.insert(event.clone(), validator(schema, components));
        }
        Self { version, answers, posts }
    }

    /// Fails unless the document has the answer's status, and its body is as the document says.
    pub(crate) fn check(&self, answer: &Answer) {
        let key = (answer.operation.clone(), answer.status);
        let validator = self.answers.get(&key);
        let validator = validator.unwrap_or_else(|| panic!("{}: {} is not documented", answer.step, answer.status));
        assert_eq!(answer.content_type, "application/json", "{}", answer.step);
        judge(validator, &answer.json(), &answer.step);
    }

    /// Fails unless the document has the event, and the post is as it says.
    pub(crate) fn check_post(&self, event: &str, body: &Value) {
        let validator = self.posts.get(event).unwrap_or_else(|| panic!("{event} is not posted at {}", self.version));
        judge(validator, body, &format!("{event} at {}", self.version));
    }
}

fn judge(validator: &Validator, body: &Value, about: &str) {
    let wrong: Vec<String> =
        validator.iter_errors(body).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(wrong.is_empty(), "{about}:\n{}\n{body}", wrong.join("\n"));
}

fn object(value: &Value) -> &Map<String, Value> {
    value.as_object().expect("an object")
}

/// A schema with the components that it refers to.
fn validator(schema: &Value, components: &Value) -> Validator {
    let mut schema = object(schema).clone();
    schema.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    schema.insert("components".to_owned(), components.clone());
    jsonschema::options().should_validate_formats(true).build(&schema.into()).expect("a schema")
}
