//! Two versions side by side, and code that serves every version from one on.
//!
//! `cargo run --example two_versions` calls a double of the API on this machine: one order, which is seen differently.

use std::error::Error;

use juspay_client::orders::{CreateOrder, Order};
use juspay_client::refunds::RefundOrder;
use juspay_client::versions::{ApiVersion, AtLeast, Dynamic, V2018_10_25, V2020_11_20};
use juspay_client::{Amount, Client};
use juspay_mock::{Mock, PaymentOutcome, RefundOutcome};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let double = Mock::start()?;
    let url = double.url();
    let new = Client::<V2020_11_20>::builder().base_url(url).merchant_id("tea-shop").api_key("key").build()?;
    let old = Client::<V2018_10_25>::builder().base_url(url).merchant_id("tea-shop").api_key("key").build()?;

    // A refund fails, and then the rest of the order is given back automatically.
    new.create_order(CreateOrder::new("tea-1", Amount::from(100))).send().await?;
    double.pay("tea-1", PaymentOutcome::Charged)?;
    new.refund_order("tea-1", RefundOrder::new("tea-1-r1").with_amount(Amount::from(1))).send().await?;
    double.end_refund("tea-1", "tea-1-r1", RefundOutcome::Failure)?;
    double.auto_refund("tea-1")?;

    let order = new.order_status("tea-1").send().await?;
    println!("at {}: {}, codes: {:?}", order.version(), order.status, codes(&order));

    let order = old.order_status("tea-1").send().await?;
    // The older version calls it charged: what else that may be is known.
    println!("at {}: {}, or {:?}", order.version(), order.status, order.status.could_mean(order.version()));
    // codes(&order);
    // error: this is sent from API version `V2020_11_20` on, and `V2018_10_25` is pinned

    let date: ApiVersion = "2021-01-01".parse()?;
    let chosen =
        Client::<Dynamic>::builder().version(date).base_url(url).merchant_id("tea-shop").api_key("key").build()?;
    let order = chosen.order_status("tea-1").send().await?;
    println!("at {}: {}, codes: {:?}", order.version(), order.status, codes(&order));
    Ok(())
}

/// The codes of failed refunds, at every version that has them.
fn codes<V: AtLeast<V2020_11_20>>(order: &Order<V>) -> Vec<&str> {
    order.refunds.iter().filter_map(|refund| refund.error_code()).collect()
}
