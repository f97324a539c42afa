//! Two versions side by side, and code that serves every version from one on.
//!
//! `cargo run --example two_versions` asks a stand-in on this machine.

mod support;

use std::error::Error;

use juspay_client::Client;
use juspay_client::orders::Order;
use juspay_client::versions::{ApiVersion, AtLeast, Dynamic, V2018_10_25, V2020_11_20};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let url = support::start(|_, _| {
        r#"{"order_id": "tea-1", "status": "CHARGED", "status_id": 21,
            "refunds": [{"status": "FAILURE", "amount": 1, "error_code": "U30"}]}"#
            .to_owned()
    })?;

    let new = Client::<V2020_11_20>::builder().base_url(&url).merchant_id("tea-shop").api_key("key").build()?;
    let order = new.order_status("tea-1").send().await?;
    println!("codes: {:?}", codes(&order));

    let old = Client::<V2018_10_25>::builder().base_url(&url).merchant_id("tea-shop").api_key("key").build()?;
    let order = old.order_status("tea-1").send().await?;
    // codes(&order);
    // error: this is sent from API version `V2020_11_20` on, and `V2018_10_25` is pinned
    for anomaly in order.anomalies() {
        println!("at {}: {anomaly}", order.version());
    }

    let date: ApiVersion = "2021-01-01".parse()?;
    let chosen =
        Client::<Dynamic>::builder().version(date).base_url(&url).merchant_id("tea-shop").api_key("key").build()?;
    let order = chosen.order_status("tea-1").send().await?;
    println!("codes at {date}: {:?}", codes(&order));
    Ok(())
}

/// The codes of failed refunds, at every version that has them.
fn codes<V: AtLeast<V2020_11_20>>(order: &Order<V>) -> Vec<Option<&str>> {
    order.refunds.iter().map(|refund| refund.error_code()).collect()
}
