//! A function of a shop, and its tests with a double of the API.
//!
//! `cargo test --example testing` runs the tests, `cargo run --example testing` shows what the function says.

use std::error::Error;

use juspay_client::orders::CreateOrder;
use juspay_client::versions::V2021_03_25;
use juspay_client::{Amount, Answer, Client, http};
use juspay_mock::{Mock, PaymentOutcome};

/// What a shop does with an order when its customer comes back from the bank.
#[derive(Debug, PartialEq)]
enum Next {
    Ship,
    OfferAnotherWay,
    /// Nobody knows yet: ask again later, and keep the goods until then.
    Wait,
}

async fn next(client: &Client<V2021_03_25>, order_id: &str) -> Result<Next, http::Error> {
    let status = client.order_status(order_id).send().await?.into_inner().status;
    Ok(match (status.is_paid(), status.is_final()) {
        (Answer::Yes, _) => Next::Ship,
        (_, Answer::Yes) => Next::OfferAnotherWay,
        _ => Next::Wait,
    })
}

/// A client of a double, on which there is an order.
async fn shop() -> Result<(Mock, Client<V2021_03_25>), Box<dyn Error>> {
    let double = Mock::start()?;
    let builder = Client::builder().base_url(double.url()).merchant_id("tea-shop");
    let client = builder.api_key("key-of-the-sandbox").build()?;
    client.create_order(CreateOrder::new("tea-1", Amount::from(150))).send().await?;
    Ok((double, client))
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let (double, client) = shop().await?;
    println!("a new order: {:?}", next(&client, "tea-1").await?);
    double.pay("tea-1", PaymentOutcome::AuthorizationFailed)?;
    println!("the bank said no: {:?}", next(&client, "tea-1").await?);
    double.pay("tea-1", PaymentOutcome::Charged)?;
    println!("paid: {:?}", next(&client, "tea-1").await?);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Next, next, shop};
    use juspay_mock::{Fault, PaymentOutcome};
    use std::error::Error;

    #[tokio::test]
    async fn what_is_paid_is_shipped() -> Result<(), Box<dyn Error>> {
        let (double, client) = shop().await?;
        assert_eq!(next(&client, "tea-1").await?, Next::Wait);
        double.pay("tea-1", PaymentOutcome::Charged)?;
        assert_eq!(next(&client, "tea-1").await?, Next::Ship);
        Ok(())
    }

    #[tokio::test]
    async fn what_failed_is_not_shipped() -> Result<(), Box<dyn Error>> {
        let (double, client) = shop().await?;
        double.pay("tea-1", PaymentOutcome::AuthenticationFailed)?;
        assert_eq!(next(&client, "tea-1").await?, Next::OfferAnotherWay);
        Ok(())
    }

    #[tokio::test]
    async fn a_status_that_nobody_knows_ships_nothing() -> Result<(), Box<dyn Error>> {
        let (double, client) = shop().await?;
        double.pay("tea-1", PaymentOutcome::Charged)?;
        double.inject(Fault::unknown_status("ON_HOLD"))?;
        assert_eq!(next(&client, "tea-1").await?, Next::Wait);
        Ok(())
    }

    #[tokio::test]
    async fn a_connection_that_breaks_is_no_answer() -> Result<(), Box<dyn Error>> {
        let (double, client) = shop().await?;
        double.inject(Fault::reset_before().times(1))?;
        // A lookup is sent again: the shop does not notice.
        assert_eq!(next(&client, "tea-1").await?, Next::Wait);
        assert_eq!(double.count("order_status")?, 2);
        assert!(next(&client, "tea-2").await.is_err_and(|error| error.is_not_found()));
        Ok(())
    }
}
