//! Many calls at once, and calls that are given up.

use std::time::Duration;

use juspay_client::Amount;
use juspay_client::orders::{CreateOrder, OrderStatus};
use juspay_mock::{Fault, Settings};
use juspay_runtime::http::{Async, Blocking};

use crate::shop::{Newest, wait};

const CALLS: i64 = 1000;

fn awaited() -> Newest<Async> {
    Newest::<Async>::with(Settings::default(), |builder| builder)
}

#[tokio::test]
async fn a_thousand_calls_at_once_are_answered_each_with_its_own_order() {
    let shop = awaited();
    let calls: Vec<_> = (1..=CALLS)
        .map(|n| {
            let client = shop.client.clone();
            tokio::spawn(async move {
                let order_id = format!("ord-{n}");
                client.create_order(CreateOrder::new(&order_id, Amount::from(n))).send().await?;
                client.order_status(&order_id).send().await
            })
        })
        .collect();
    for (n, call) in (1..=CALLS).zip(calls) {
        let order = call.await.expect("it does not panic").expect("it is answered");
        assert_eq!((order.order_id.as_str(), order.amount), (format!("ord-{n}").as_str(), Some(Amount::from(n))));
    }
    let counts = (shop.count("create_order"), shop.count("order_status"));
    assert_eq!(counts, (1000, 1000));
}

#[test]
fn a_thousand_blocking_calls_share_a_client() {
    let shop = Newest::<Blocking>::with(Settings::default(), |builder| builder);
    std::thread::scope(|scope| {
        for thread in 0..20 {
            let client = shop.client.clone();
            scope.spawn(move || {
                for n in 1..=CALLS / 20 {
                    let order_id = format!("ord-{thread}-{n}");
                    let order = client.create_order(CreateOrder::new(&order_id, Amount::from(n))).send();
                    assert_eq!(order.expect("it is answered").order_id, order_id);
                }
            });
        }
    });
    assert_eq!(shop.count("create_order"), 1000);
    wait(until(|| shop.mock.connections() <= 20));
}

#[tokio::test]
async fn a_call_that_is_given_up_leaves_nothing_behind() {
    let shop = awaited();
    shop.create("ord-1", "10").await;
    assert_eq!(shop.mock.connections(), 1);
    for n in 1..=20 {
        // The double has answered, but for the body: that would take minutes.
        shop.inject(Fault::slow_body(Duration::from_secs(60)));
        give_up(&shop, "order_status", n).await;
    }
    // Connections with an answer under way are closed; one that can be used again may stay.
    until(|| shop.mock.connections() <= 2).await;
    assert_eq!(shop.order("ord-1").await.status, OrderStatus::New);
    assert_eq!(shop.count("order_status"), 21);
}

#[tokio::test]
async fn a_call_that_is_given_up_before_its_next_attempt_sends_none() {
    let shop = awaited();
    shop.inject(Fault::status(503).retry_after(1));
    give_up(&shop, "order_status", 1).await;
    tokio::time::sleep(Duration::from_millis(1500)).await;
    assert_eq!(shop.count("order_status"), 1);
    assert!(shop.fail(shop.client.order_status("ord-1")).await.is_not_found());
    assert_eq!(shop.count("order_status"), 2);
}

/// Begins a lookup, and drops it once the double has seen so many of them.
async fn give_up(shop: &Newest<Async>, operation: &str, seen: usize) {
    tokio::select! {
        answer = shop.client.order_status("ord-1").send() => panic!("it was answered: {answer:?}"),
        () = until(|| shop.count(operation) >= seen) => {}
    }
}

/// Waits until something holds that must hold soon.
async fn until(holds: impl Fn() -> bool) {
    let soon = async {
        while !holds() {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(60), soon).await.expect("it holds in the end");
}
