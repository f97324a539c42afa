//! What each gateway needs of a new order: the whole matrix, cell by cell.
#![allow(clippy::expect_used, clippy::panic, reason = "a test ends where it fails")]

use juspay_client::orders::{CreateOrder, CreateOrderGateway};
use juspay_client::{Client, V2021_03_25, Wire};
use juspay_runtime::http::{Detached, Error, Fault, NotSentReason};
use juspay_spec::model::Need;
use std::collections::BTreeSet;

/// What is told to be needed of an order that has all of these fields.
fn needed(client: &Client<V2021_03_25, Detached>, gateway: CreateOrderGateway, fields: &[&str]) -> BTreeSet<String> {
    let text = |name: &&str| format!(r#""{name}":"{}""#, if *name == "amount" { "1" } else { "IND" });
    let body = format!("{{{}}}", fields.iter().map(text).collect::<Vec<_>>().join(","));
    let order = CreateOrder::from_json(&body).expect("an order");
    let faults = match client.create_order(order.for_gateway(gateway)).prepare() {
        Ok(_) => return BTreeSet::new(),
        Err(Error::NotSent(error)) => match error.reason {
            NotSentReason::Invalid(faults) => faults,
            other => panic!("{other:?}"),
        },
        Err(error) => panic!("{error}"),
    };
    let told = faults.into_iter().map(|fault| match fault {
        Fault::Needed { field, by } if by == gateway.name() => field.to_owned(),
        other => panic!("{other}"),
    });
    told.collect()
}

#[test]
fn every_cell_of_the_matrix_is_asked_for() {
    let api = juspay_spec::embedded().api.expect("a spec without errors");
    let [matrix] = api.requirements.as_slice() else { panic!("there is one matrix") };
    let builder = Client::<V2021_03_25>::builder().base_url("https://api.example").api_key("k").merchant_id("shop");
    let client = builder.build_detached().expect("the settings are fine");
    assert_eq!((matrix.rows.len(), matrix.columns.len()), (29, 9));
    let all: Vec<&str> = matrix.rows.iter().map(|row| row.wire.as_str()).collect();
    for (at, (column, gateway)) in matrix.columns.iter().zip(CreateOrderGateway::ALL).enumerate() {
        assert_eq!(column.0, gateway.name());
        assert_eq!(needed(&client, *gateway, &all), BTreeSet::new(), "{}", column.0);
        // Nothing can be made without these two.
        for row in matrix.rows.iter().filter(|row| !matches!(row.wire.as_str(), "order_id" | "amount")) {
            let others: Vec<&str> = all.iter().copied().filter(|name| *name != row.wire).collect();
            let asked = row.needs.get(at) == Some(&Need::Yes);
            let expected: BTreeSet<String> = asked.then(|| row.wire.clone()).into_iter().collect();
            assert_eq!(needed(&client, *gateway, &others), expected, "{} and {}", column.0, row.wire);
        }
    }
}
