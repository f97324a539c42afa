//! The double keeps the contract of every version: whatever it answers or posts is as that version's document says,
//! the client finds nothing odd in it, and what two neighbouring versions answer differs in the declared changes only.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test ends where it fails")]

mod call;
mod changes;
mod differ;
mod document;
mod events;
mod life;
mod strict;

use call::Answer;
use document::Document;
use juspay_spec::model::Api;
use juspay_spec::version::ApiVersion;
use std::sync::LazyLock;

static API: LazyLock<Api> = LazyLock::new(|| juspay_spec::embedded().api.expect("a spec without errors"));

/// The state before all versions, and every version.
fn versions() -> Vec<ApiVersion> {
    API.all_versions().collect()
}

#[test]
fn every_answer_is_as_the_document_of_its_version_says() {
    for version in versions() {
        let document = Document::of(&API, version);
        let answers = life::answers(version);
        for answer in &answers {
            document.check(answer);
            strict::check(answer, version);
        }
        everything_was_answered(&answers);
    }
}

/// Every status that the documents have was answered, by every operation that has it.
fn everything_was_answered(answers: &[Answer]) {
    for endpoint in &API.endpoints {
        for response in &endpoint.responses {
            let there =
                answers.iter().any(|answer| answer.operation == endpoint.name && answer.status == response.status);
            assert!(there, "{} was never answered with {}", endpoint.name, response.status);
        }
    }
}
