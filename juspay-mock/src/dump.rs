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
use std::collections::VecDeque;

/// What a dump shows. Dumps end up in logs, so a word stands for tokens and personal values.
#[derive(Serialize)]
struct Dump<'a> {
    now: &'a str,
    /// Events that are still to be posted.
    undelivered: usize,
    orders: Vec<Told>,
    customers: Vec<Box<RawValue>>,
    calls: &'a VecDeque<Call>,
    deliveries: &'a VecDeque<Delivery>,
    faults: &'a [Fault],
}

#[derive(Serialize)]
struct Told {
    order: Box<RawValue>,
    attempts: u32,
    /// What the owner can say about it: `POST` one of them to `/mock/command`.
    commands: Vec<Command>,
}

pub(crate) fn dump(world: &World) -> String {
    let now = world.now.stamp();
    let dump = Dump {
        now: now.as_str(),
        undelivered: world.outbox.len(),
        orders: world.orders.values().filter_map(order).collect(),
        customers: world.customers.values().filter_map(redacted).collect(),
        calls: world.journal.calls(),
        deliveries: world.journal.deliveries(),
        faults: world.faults.list(),
    };
    serde_json::to_string(&dump).unwrap_or_default()
}

fn order(state: &OrderState) -> Option<Told> {
    Some(Told { order: redacted(&state.order)?, attempts: state.attempts, commands: offer::commands(state) })
}

fn redacted(record: &impl Wire) -> Option<Box<RawValue>> {
    RawValue::from_string(record.redacted_at(ApiVersion::NEWEST)).ok()
}
