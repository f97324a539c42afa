//! A refund, and what to do when nobody knows whether it was carried out.
//!
//! `cargo run --example refund` calls a double of the API on this machine, and the connection breaks.

use std::error::Error;

use juspay_client::orders::{CreateOrder, Order};
use juspay_client::refunds::{Refund, RefundOrder};
use juspay_client::versions::V2021_03_25;
use juspay_client::{Amount, Client};
use juspay_mock::{Fault, Mock, PaymentOutcome, RefundOutcome};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let double = Mock::start()?;
    let client = Client::<V2021_03_25>::builder()
        .base_url(double.url())
        .merchant_id("tea-shop")
        .api_key("key-of-the-sandbox")
        .build()?;
    client.create_order(CreateOrder::new("tea-1", "149.50".parse::<Amount>()?)).send().await?;
    double.pay("tea-1", PaymentOutcome::Charged)?;
    // Every attempt of the client is carried out, and none is answered.
    double.inject(Fault::reset_after().on("refund_order").times(3))?;

    let mut refund = RefundOrder::new("tea-1-r1");
    refund.amount = Some("49.50".parse()?);
    let order = match client.refund_order("tea-1", refund).send().await {
        Ok(order) => order.into_inner(),
        // Not again with another id: that would give the money back twice.
        Err(error) if error.may_have_happened() => {
            println!("{error}");
            client.order_status("tea-1").send().await?.into_inner()
        }
        Err(error) => return Err(error.into()),
    };
    match find(&order, "tea-1-r1") {
        Some(refund) => println!("the refund is there: {}", refund.status.as_ref().map_or("?", |it| it.as_str())),
        None => println!("no such refund: it can be asked for again"),
    }

    double.end_refund("tea-1", "tea-1-r1", RefundOutcome::Success)?;
    let order = client.order_status("tea-1").send().await?;
    if let Some(amount) = order.amount_refunded {
        println!("refunds: {}, given back: {amount}", order.refunds.len());
    }
    Ok(())
}

/// Refunds have no lookup of their own, and Juspay's id of one is often missing: your own id finds it.
fn find<'a>(order: &'a Order<V2021_03_25>, id: &str) -> Option<&'a Refund<V2021_03_25>> {
    order.refunds.iter().find(|refund| refund.unique_request_id.as_deref() == Some(id))
}
