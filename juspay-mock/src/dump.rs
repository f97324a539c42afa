//! The state as JSON, for people and for tests in other languages.

use crate::world::World;
use juspay_client::{ApiVersion, Wire};
use serde::Serialize;
use serde_json::value::RawValue;

/// What a dump shows. Tokens and personal values are left out: dumps end up in logs.
#[derive(Serialize)]
struct Dump<'a> {
    now: String,
    orders: Vec<Box<RawValue>>,
    calls: &'a [crate::journal::Call],
    deliveries: &'a [crate::journal::Delivery],
    faults: &'a [crate::fault::Fault],
}

pub(crate) fn dump(world: &World) -> String {
    let orders =
        world.orders.values().filter_map(|state| RawValue::from_string(state.order.encode_at(ApiVersion::NEWEST)).ok());
    let dump = Dump {
        now: world.now.stamp().as_str().to_owned(),
        orders: orders.collect(),
        calls: &world.journal.calls,
        deliveries: &world.journal.deliveries,
        faults: world.faults.list(),
    };
    serde_json::to_string(&dump).unwrap_or_default()
}
