//! The state as JSON, for people and for tests in other languages.

use crate::command::Command;
use crate::fault::Fault;
use crate::journal::{Call, Delivery};
use crate::world::World;
use crate::world::offer;
use crate::world::orders::OrderState;
use juspay_client::{ApiVersion, Wire};
use serde::Serialize;
use serde_json::value::RawValue;

/// What a dump shows. Dumps end up in logs, so a word stands for tokens and personal values.
#[derive(Serialize)]
struct Dump<'a> {
    now: &'a str,
    /// Events that are still to be posted.
    undelivered: usize,
    orders: Vec<Told>,
    /// How many orders there are, shown or not.
    orders_in_all: usize,
    customers: Vec<Box<RawValue>>,
    calls: Vec<&'a Call>,
    deliveries: Vec<&'a Delivery>,
    faults: &'a [Fault],
}

#[derive(Serialize)]
struct Told {
    order: Box<RawValue>,
    attempts: u32,
    /// What the owner can say about it: `POST` one of them to `/mock/command`.
    commands: Vec<Command>,
}

/// The state, of which each list has the newest items only, if it says how many.
pub(crate) fn dump(world: &World, newest: Option<usize>) -> String {
    let older = |all: usize| newest.map_or(0, |newest| all.saturating_sub(newest));
    let (calls, deliveries) = (world.journal.calls(), world.journal.deliveries());
    let (now, seconds) = (world.now.stamp(), world.now.seconds());
    let dump = Dump {
        now: now.as_str(),
        undelivered: world.outbox.len(),
        orders: world
            .orders
            .values()
            .skip(older(world.orders.len()))
            .filter_map(|state| order(state, seconds))
            .collect(),
        orders_in_all: world.orders.len(),
        customers: world.customers.values().skip(older(world.customers.len())).filter_map(redacted).collect(),
        calls: calls.range(older(calls.len())..).collect(),
        deliveries: deliveries.range(older(deliveries.len())..).collect(),
        faults: world.faults.list(),
    };
    serde_json::to_string(&dump).unwrap_or_default()
}

fn order(state: &OrderState, now: i64) -> Option<Told> {
    Some(Told { order: redacted(&state.order)?, attempts: state.attempts, commands: offer::commands(state, now) })
}

fn redacted(record: &impl Wire) -> Option<Box<RawValue>> {
    RawValue::from_string(record.redacted_at(ApiVersion::NEWEST)).ok()
}
