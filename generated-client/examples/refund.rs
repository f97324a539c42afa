//! A refund, and what to do when nobody knows whether it was carried out.
//!
//! `cargo run --example refund` asks a stand-in on this machine.

mod support;

use std::error::Error;

use juspay_client::Client;
use juspay_client::orders::Order;
use juspay_client::refunds::{Refund, RefundOrder};
use juspay_client::versions::V2021_03_25;
use juspay_runtime::Amount;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let url = support::start(|_, _| {
        r#"{"order_id": "tea-1", "status": "CHARGED", "status_id": 21, "amount": 149.50, "amount_refunded": 49.50,
            "refunds": [{"unique_request_id": "tea-1-r1", "status": "PENDING", "amount": 49.50, "error_code": null}]}"#
            .to_owned()
    })?;
    let client = Client::<V2021_03_25>::builder()
        .base_url(&url)
        .merchant_id("tea-shop")
        .api_key("key-of-the-sandbox")
        .build()?;

    let mut refund = RefundOrder::new("tea-1-r1");
    refund.amount = Some("49.50".parse::<Amount>()?);
    let order = match client.refund_order("tea-1", refund).send().await {
        Ok(order) => order.into_inner(),
        // Not again with another id: that would give the money back twice.
        Err(error) if error.may_have_happened() => client.order_status("tea-1").send().await?.into_inner(),
        Err(error) => return Err(error.into()),
    };
    match find(&order, "tea-1-r1") {
        Some(refund) => println!("refund of {:?}: {:?}", refund.amount, refund.status),
        None => println!("no such refund: it can be asked for again"),
    }
    Ok(())
}

/// Refunds have no lookup of their own, and Juspay's id of one is often missing: your own id finds it.
fn find<'a>(order: &'a Order<V2021_03_25>, id: &str) -> Option<&'a Refund<V2021_03_25>> {
    order.refunds.iter().find(|refund| refund.unique_request_id.as_deref() == Some(id))
}
