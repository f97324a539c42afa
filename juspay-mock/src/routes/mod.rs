//! What each operation does. None knows of versions: an answer is written in the end, at the version of the call.

mod customers;
mod orders;
mod refunds;
mod session;
mod txns;

use crate::refusal::Refusal;
use crate::request::Request;
use crate::world::World;

/// Does what a call asks for; gives the body of the answer.
pub(crate) type Handler = fn(&mut World, &Request<'_>) -> Result<String, Refusal>;

/// What an operation of the specification does here.
pub(crate) fn handler(operation: &str) -> Option<Handler> {
    Some(match operation {
        "create_order" => orders::create,
        "order_status" => orders::status,
        "update_order" => orders::update,
        "refund_order" => refunds::of_order,
        "refund_txn" => refunds::of_txn,
        "create_session" => session::create,
        "start_txn" => txns::start,
        "capture_txn" => txns::capture,
        "void_txn" => txns::void,
        "create_customer" => customers::create,
        "get_customer" => customers::get,
        "update_customer" => customers::update,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_operation_of_the_specification_is_doubled() {
        let missing = juspay_client::API.operations.iter().filter(|operation| super::handler(operation.name).is_none());
        assert_eq!(missing.map(|operation| operation.name).collect::<Vec<_>>(), [""; 0]);
    }
}
