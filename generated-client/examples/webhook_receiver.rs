//! A receiver of webhooks: who posted it, whether it came before, and what it tells about.
//!
//! `cargo run --example webhook_receiver` posts two copies of an event to itself, and one with the wrong password.

mod support;

use std::collections::HashSet;
use std::error::Error;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};

use juspay_client::versions::V2020_11_20;
use juspay_client::webhooks::{Webhook, WebhookContent};
use juspay_runtime::Secret;
use juspay_runtime::http::{BasicCredentials, HeaderMap, WebhookError};

fn main() -> Result<(), Box<dyn Error>> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = listener.local_addr()?;
    let posting = std::thread::spawn(move || {
        // `shop:right`, twice, and `shop:wrong`.
        ["c2hvcDpyaWdodA==", "c2hvcDpyaWdodA==", "c2hvcDp3cm9uZw=="].map(|key| post(address, key))
    });

    // As they are set on the dashboard, where the version of webhooks is set, too: it is not that of calls.
    let credentials = BasicCredentials::new("shop", &Secret::from("right"));
    let mut known = HashSet::new();
    for stream in listener.incoming().take(3) {
        let mut stream = stream?;
        let (_, headers, body) = support::request(&stream)?;
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            if let (Ok(name), Ok(value)) = (name.parse::<http::HeaderName>(), value.parse()) {
                map.append(name, value);
            }
        }
        let status = match Webhook::<V2020_11_20>::receive(&map, body.as_bytes(), &credentials) {
            // Without an id nothing tells a copy.
            Ok(webhook) if webhook.id.as_ref().is_some_and(|id| !known.insert(id.clone())) => {
                println!("a copy of {:?}", webhook.id);
                200
            }
            Ok(webhook) => {
                told(&webhook);
                200
            }
            Err(WebhookError::Unauthenticated) => {
                println!("somebody else posted");
                401
            }
            // It comes again until it is answered with 200.
            Err(error) => {
                println!("kept for later: {error}");
                500
            }
        };
        write!(stream, "HTTP/1.1 {status} X\r\nconnection: close\r\ncontent-length: 0\r\n\r\n")?;
    }
    let answers = posting.join().map_err(|_| "posting failed")?;
    for answer in answers {
        println!("answered {:?}", answer?);
    }
    Ok(())
}

/// Says what an event is about.
fn told(webhook: &Webhook<V2020_11_20>) {
    let event = webhook.event_name.as_deref().unwrap_or("an event without a name");
    match &webhook.content {
        // Posts may come late and out of order: look the order up before you ship.
        WebhookContent::Order(order) => println!("{event}: {} is {}", order.order_id, order.status),
        WebhookContent::Mandate(mandate) => println!("{event}: the mandate is {:?}", mandate.status),
        // A notice, an attempt to pay, and whatever comes next year: the body has it, the anomalies say where.
        _ => println!("{event}: nothing to do"),
    }
}

/// Posts an event, and gives the first line of the answer.
fn post(address: SocketAddr, key: &str) -> std::io::Result<String> {
    let body = r#"{"id": "evt_1", "date_created": "2021-01-01T00:00:00Z", "event_name": "ORDER_SUCCEEDED",
        "content": {"order": {"order_id": "tea-1", "status": "CHARGED", "status_id": "21", "amount": "149.50"}}}"#;
    let mut stream = TcpStream::connect(address)?;
    let length = body.len();
    write!(stream, "POST / HTTP/1.1\r\nauthorization: Basic {key}\r\ncontent-length: {length}\r\n\r\n{body}")?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer.lines().next().unwrap_or_default().to_owned())
}
