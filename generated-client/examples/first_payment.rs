//! A first payment: an order, a payment of it, and its status until it is final.
//!
//! `cargo run --example first_payment` asks a stand-in on this machine. Against the sandbox, replace `base_url` by
//! `environment(Environment::Sandbox)`, and the key by `api_key_from_env("JUSPAY_API_KEY")`.

mod support;

use std::error::Error;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use juspay_client::Client;
use juspay_client::orders::CreateOrder;
use juspay_client::txns::{StartTxn, TxnFormat};
use juspay_client::versions::V2021_03_25;
use juspay_runtime::{Amount, Answer};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let url = stand_in()?;
    let client = Client::<V2021_03_25>::builder()
        .base_url(&url)
        .merchant_id("tea-shop")
        .api_key("key-of-the-sandbox")
        .build()?;

    let amount: Amount = "149.50".parse()?;
    // The order id makes it safe to send this again: the client does so by itself when the connection breaks.
    let order = client.create_order(CreateOrder::new("tea-1", amount)).send().await?;
    println!("created {}: {}", order.order_id, order.status);

    let txn = StartTxn::new("tea-shop", "tea-1", "UPI".into(), TxnFormat::from("json"));
    let txn = client.start_txn(txn).send().await?;
    println!("started {}: {}", txn.txn_id, txn.status);

    loop {
        let order = client.order_status("tea-1").send().await?;
        println!("{} is {}, paid: {:?}", order.order_id, order.status, order.status.is_paid());
        match order.status.is_paid() {
            Answer::Yes => break println!("ship the tea"),
            // A status that nobody knows yet is neither: keep what you knew, and ask again.
            Answer::No | Answer::Unknown if order.status.is_final().is_yes() => {
                break println!("offer another way to pay");
            }
            Answer::No | Answer::Unknown => tokio::time::sleep(Duration::from_millis(20)).await,
        }
    }
    Ok(())
}

/// An API for which every payment succeeds at the second look.
fn stand_in() -> std::io::Result<String> {
    let looks = AtomicU32::new(0);
    support::start(move |line, _| {
        let status = match line.split(' ').collect::<Vec<_>>().as_slice() {
            ["POST", "/txns", _] => {
                return r#"{"order_id": "tea-1", "txn_id": "t-1", "status": "PENDING_VBV"}"#.to_owned();
            }
            ["GET", ..] if looks.fetch_add(1, Ordering::Relaxed) > 0 => r#""CHARGED", "status_id": 21"#,
            ["GET", ..] => r#""PENDING_VBV", "status_id": 23"#,
            _ => r#""NEW", "status_id": 10"#,
        };
        format!(r#"{{"order_id": "tea-1", "amount": 149.50, "status": {status}}}"#)
    })
}
