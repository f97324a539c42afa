//! Prints what became of an order.

use juspay_runtime::{Answer, Wire};

mod juspay {
    include!(concat!(env!("OUT_DIR"), "/juspay.rs"));
}
use juspay::orders::Order;
use juspay::versions::{AtLeast, V2020_03_14, V2020_11_20};

const BODY: &str = r#"{
    "order_id": "tea-1", "status": "CHARGED", "status_id": 21, "amount": 149.50, "gateway_reference_id": "second-shop",
    "metadata": {"shelf": 3},
    "refunds": [{"unique_request_id": "back-1", "amount": "49.5", "status": "FAILURE", "error_code": "E1"}]
}"#;

/// Works for every version that sends metadata.
fn shelf<V: AtLeast<V2020_03_14>>(order: &Order<V>) -> Option<&str> {
    order.metadata()?.get("shelf").map(juspay_runtime::Json::as_str)
}

fn main() -> Result<(), juspay_runtime::DecodeError> {
    let order = Order::<V2020_11_20>::from_json(BODY)?;
    assert_eq!(order.status.is_paid(), Answer::Yes);
    // In the whole window, so a plain field.
    println!("{} at {:?}", order.order_id, order.gateway_reference_id);
    for refund in &order.refunds {
        println!("refund of {:?} failed: {:?}, shelf {:?}", refund.amount, refund.error_code(), shelf(&order));
    }
    Ok(())
}
