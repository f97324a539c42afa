//! A first payment: an order, a payment of it, and its status until it is final.
//!
//! `cargo run --example first_payment` calls a double of the API on this machine. Against the sandbox, replace `base_url`
//! by `environment(Environment::Sandbox)`, and the key by `api_key_from_env("JUSPAY_API_KEY")`.

use std::error::Error;

use juspay_client::orders::CreateOrder;
use juspay_client::txns::{StartTxn, TxnFormat};
use juspay_client::versions::V2021_03_25;
use juspay_client::{Amount, Answer, Client};
use juspay_mock::{Mock, PaymentOutcome};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let double = Mock::start()?;
    let client = Client::<V2021_03_25>::builder()
        .base_url(double.url())
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
            // Against the API, wait here. The customer of a double pays when told.
            Answer::No | Answer::Unknown => double.pay("tea-1", PaymentOutcome::Charged)?,
        }
    }
    Ok(())
}
