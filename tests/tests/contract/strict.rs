//! The client reads what the double answers, and finds nothing odd.

use crate::API;
use crate::call::Answer;
use juspay_client::versions::Dynamic;
use juspay_client::{
    ApiVersion as Version, Decoding, Wire, customers, errors, orders, refunds, session, txns, webhooks,
};
use juspay_spec::version::ApiVersion;

/// Fails if the client finds anything odd about an answer.
pub(crate) fn check(answer: &Answer, version: ApiVersion) {
    let endpoint = API.endpoints.iter().find(|endpoint| endpoint.name == answer.operation).expect("an operation");
    let response = endpoint.responses.iter().find(|response| response.status == answer.status).expect("a status");
    let id = response.body.as_ref().and_then(juspay_spec::model::Type::named).expect("a named type");
    let odd = match API.ty(id).name.as_str() {
        "Order" => read::<orders::Order<Dynamic>>(&answer.body, version),
        "ErrorBody" => read::<errors::ErrorBody>(&answer.body, version),
        "Session" => read::<session::Session>(&answer.body, version),
        "TxnStarted" => read::<txns::TxnStarted>(&answer.body, version),
        "TxnRefund" => read::<refunds::TxnRefund>(&answer.body, version),
        "Customer" => read::<customers::Customer>(&answer.body, version),
        other => panic!("nothing answers with {other}"),
    };
    assert_eq!(odd, Ok(()), "{}: {}", answer.step, answer.body);
}

/// Fails if the client finds anything odd about a post.
pub(crate) fn check_post(body: &str, version: ApiVersion) {
    assert_eq!(read::<webhooks::Webhook<Dynamic>>(body, version), Ok(()), "at {version}: {body}");
}

fn read<T: Wire>(body: &str, version: ApiVersion) -> Result<(), String> {
    let version = if version.is_base() { Version::BASE } else { version.to_string().parse().expect("a version") };
    T::decode(body, &Decoding::at(version).strict(true)).map(drop).map_err(|error| error.to_string())
}
