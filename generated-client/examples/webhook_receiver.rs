//! A receiver of webhooks: who posted it, whether it came before, and what it tells about.
//!
//! `cargo run --example webhook_receiver` starts the receiver, and a double of the API that posts to it: an event twice, as
//! the API does now and then, and one with the wrong password.

use std::collections::HashSet;
use std::error::Error;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use juspay_client::http::{BasicCredentials, WebhookError};
use juspay_client::orders::CreateOrder;
use juspay_client::versions::V2020_11_20;
use juspay_client::webhooks::{Webhook, WebhookContent};
use juspay_client::{Amount, Client, Secret};
use juspay_mock::{Fault, Mock, PaymentOutcome, Settings, Webhooks};
use tokio::net::TcpListener;

/// What the receiver must know.
struct Receiver {
    /// As they are set on the dashboard, where the version of webhooks is set, too: it is not that of calls.
    credentials: BasicCredentials,
    /// The ids of events that came. A shop keeps them where it keeps its orders.
    known: Mutex<HashSet<String>>,
}

async fn receive(State(receiver): State<Arc<Receiver>>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let webhook = match Webhook::<V2020_11_20>::receive(&headers, &body, &receiver.credentials) {
        Ok(webhook) => webhook,
        Err(WebhookError::Unauthenticated) => {
            println!("somebody else posted");
            return StatusCode::UNAUTHORIZED;
        }
        // It comes again until it is answered with 200.
        Err(error) => {
            println!("kept for later: {error}");
            return StatusCode::INTERNAL_SERVER_ERROR;
        }
    };
    let name = webhook.event_name.as_deref().unwrap_or("an event without a name");
    // One without an id may be another one each time: what it tells about is looked up once more, which does no harm.
    if let Some(id) = &webhook.id
        && receiver.known.lock().is_ok_and(|mut known| !known.insert(id.clone()))
    {
        println!("{name}, again");
        return StatusCode::OK;
    }
    match &webhook.content {
        // Posts may come late and out of order: look the order up before you ship.
        WebhookContent::Order(order) => println!("{name}: {} is {}", order.order_id, order.status),
        WebhookContent::Txn(txn) => println!("{name}: {}", txn.status.as_ref().map_or("?", |status| status.as_str())),
        _ => println!("{name}"),
    }
    StatusCode::OK
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let credentials = BasicCredentials::new("shop", &Secret::from("right"));
    let receiver = Arc::new(Receiver { credentials, known: Mutex::default() });
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}/juspay", listener.local_addr()?);
    let router = Router::new().route("/juspay", post(receive)).with_state(receiver);
    tokio::spawn(async move { axum::serve(listener, router).await });

    let (double, client) = shop(&url, "right")?;
    double.inject(Fault::duplicate_webhook())?;
    client.create_order(CreateOrder::new("tea-1", Amount::from(100))).send().await?;
    double.pay("tea-1", PaymentOutcome::Charged)?;
    // Waiting for it blocks, and the receiver runs on these threads.
    tokio::task::block_in_place(|| double.delivered(Duration::from_secs(10)));

    let (double, client) = shop(&url, "wrong")?;
    client.create_order(CreateOrder::new("tea-2", Amount::from(100))).send().await?;
    tokio::task::block_in_place(|| double.delivered(Duration::from_secs(10)));
    Ok(())
}

/// A double that posts to the receiver with this password, and its client.
fn shop(url: &str, password: &str) -> Result<(Mock, Client<V2020_11_20>), Box<dyn Error>> {
    let mut webhooks = Webhooks::new(url, "2020-11-20".parse()?).credentials("shop", password);
    webhooks.attempts = 1;
    let mut settings = Settings::default();
    settings.webhooks = Some(webhooks);
    let double = Mock::with(settings)?;
    let builder = Client::builder().base_url(double.url()).merchant_id("tea-shop");
    let client = builder.api_key("key-of-the-sandbox").build()?;
    Ok((double, client))
}
