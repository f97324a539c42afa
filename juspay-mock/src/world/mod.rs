//! What the double knows: everything in its newest form. How a version sees it is decided when it is written.

mod accounts;
pub(crate) mod customers;
pub(crate) mod extras;
mod ids;
pub(crate) mod mandates;
pub(crate) mod methods;
pub(crate) mod offer;
pub(crate) mod orders;
pub(crate) mod outcome;
pub(crate) mod payments;
pub(crate) mod preauth;
pub(crate) mod refunds;
#[cfg(test)]
mod tests;
mod time;

use crate::fault::Faults;
use crate::journal::{Call, Journal};
use crate::refusal::Refusal;
use crate::settings::Settings;
use crate::webhook::{Content, Outbox, Post};
use ids::Ids;
use indexmap::IndexMap;
use juspay_client::Secret;
use juspay_client::customers::Customer;
use orders::OrderState;
use outcome::Due;
use time::{Agenda, Now};

/// What the double knows. It has no `Debug`: most of it is not to be shown.
pub(crate) struct World {
    pub(crate) settings: Settings,
    /// Where the double answers; links in its answers lead there.
    pub(crate) url: String,
    pub(crate) now: Now,
    pub(crate) ids: Ids,
    /// By the merchant's id in lower case: case does not distinguish two ids.
    pub(crate) orders: IndexMap<String, OrderState>,
    /// By merchant and the merchant's reference.
    pub(crate) customers: IndexMap<(String, String), Customer>,
    /// The key of each merchant who called.
    pub(crate) accounts: IndexMap<String, Secret>,
    pub(crate) faults: Faults,
    pub(crate) journal: Journal,
    /// Events that wait to be posted.
    pub(crate) outbox: Outbox,
    /// Grows with each reset: what began before one is no longer of this world.
    pub(crate) era: u64,
    pub(crate) agenda: Agenda<Due>,
    /// Whether each event of the call or command that is being carried out is posted twice.
    pub(crate) twice: bool,
}

impl World {
    pub(crate) fn new(settings: Settings, url: String) -> Self {
        Self {
            now: Now::new(settings.clock),
            ids: Ids::new(settings.seed),
            orders: IndexMap::new(),
            customers: IndexMap::new(),
            accounts: IndexMap::new(),
            faults: Faults::default(),
            journal: Journal::default(),
            outbox: Outbox::default(),
            era: 0,
            agenda: Agenda::default(),
            twice: false,
            settings,
            url,
        }
    }

    /// Back to the state of the start.
    pub(crate) fn reset(&mut self) {
        let era = self.era + 1;
        *self = Self { era, ..Self::new(self.settings.clone(), std::mem::take(&mut self.url)) };
    }

    pub(crate) fn record(&mut self, call: Call) {
        self.journal.call(call);
    }

    pub(crate) fn order(&self, order_id: &str) -> Result<&OrderState, Refusal> {
        self.orders.get(&order_id.to_lowercase()).ok_or_else(|| no_order(order_id))
    }

    /// An order of this merchant; one of another is as good as none.
    pub(crate) fn order_of(&self, merchant: &str, order_id: &str) -> Result<&OrderState, Refusal> {
        let order = self.order(order_id)?;
        if order.is_of(merchant) { Ok(order) } else { Err(no_order(order_id)) }
    }

    pub(crate) fn order_mut(&mut self, order_id: &str) -> Result<&mut OrderState, Refusal> {
        self.orders.get_mut(&order_id.to_lowercase()).ok_or_else(|| no_order(order_id))
    }

    /// Notes that an order has changed.
    pub(crate) fn touch(&mut self, order_id: &str) {
        let stamp = self.now.stamp();
        if let Some(state) = self.orders.get_mut(&order_id.to_lowercase()) {
            if let Some(detail) = &mut state.order.txn_detail {
                detail.last_updated = Some(stamp.clone());
            }
            state.order.last_updated = Some(stamp);
        }
    }

    /// The merchant's id of the order whose attempt has this id or this uuid.
    pub(crate) fn order_of_txn(&self, id: &str) -> Result<String, Refusal> {
        let order = self.orders.values().find(|state| state.has_txn(id)).ok_or_else(|| no_txn(id))?;
        Ok(order.order.order_id.clone())
    }

    /// The same, if the order is this merchant's.
    pub(crate) fn order_of_own_txn(&self, merchant: &str, id: &str) -> Result<String, Refusal> {
        let order_id = self.order_of_txn(id)?;
        self.order_of(merchant, &order_id).map_err(|_| no_txn(id))?;
        Ok(order_id)
    }

    /// The merchant's id of the order that a payment link leads to.
    pub(crate) fn order_of_link(&self, id: &str) -> Result<String, Refusal> {
        let found = self.orders.values().find(|state| state.order.id.as_deref() == Some(id));
        let order = found.ok_or_else(|| Refusal::not_found("order_not_found", "There is no such link."))?;
        Ok(order.order.order_id.clone())
    }

    /// Writes down an event about an order as it stands now, to be posted. Whatever causes one has changed the order.
    pub(crate) fn tell(&mut self, event: &str, order_id: &str, content: Content) {
        self.tell_at(None, event, order_id, content);
    }

    /// The same for a refund, which may have an address of its own.
    pub(crate) fn tell_refund(&mut self, event: &str, order_id: &str, request_id: &str) {
        let state = self.orders.get(&order_id.to_lowercase());
        let url = state.and_then(|state| state.refund_urls.get(request_id)).cloned();
        self.tell_at(url, event, order_id, Content::Order);
    }

    fn tell_at(&mut self, url: Option<String>, event: &str, order_id: &str, content: Content) {
        self.touch(order_id);
        let Some(state) = self.orders.get(&order_id.to_lowercase()) else { return };
        let Some(webhooks) = &self.settings.webhooks else { return };
        let url = url.or_else(|| state.webhook_url.clone()).unwrap_or_else(|| webhooks.url.clone());
        let id = self.ids.id("evt_");
        let Some(post) = Post::new(event, id, url, webhooks.version, self.now.stamp(), state, content) else { return };
        if self.twice {
            self.outbox.add(post.clone());
        }
        self.outbox.add(post);
    }

    /// Carries out what has become due.
    pub(crate) fn catch_up(&mut self) {
        while let Some((at, due)) = self.agenda.due(self.now.seconds()) {
            self.now.at(Some(at));
            // What was planned may have become impossible since: then it does not happen.
            let _ = self.carry_out(due);
            self.now.at(None);
        }
    }
}

/// How many of each kind are kept: customers, accounts, calls, deliveries. Older ones are forgotten.
pub(crate) const MOST: usize = 10_000;

/// How many orders are kept.
pub(crate) const MOST_ORDERS: usize = 50_000;

/// Forgets the oldest if there are too many: a tenth of them, since forgetting one costs as much as forgetting many.
pub(crate) fn forget_oldest<K, V>(map: &mut IndexMap<K, V>, most: usize) {
    if map.len() > most {
        map.drain(..most / 10);
    }
}

fn no_txn(id: &str) -> Refusal {
    Refusal::not_found("txn_not_found", format!("There is no transaction {id}."))
}

fn no_order(order_id: &str) -> Refusal {
    Refusal::not_found("order_not_found", format!("There is no order {order_id}."))
}
