//! Events that the double posts.

use crate::journal::Delivery;
use crate::settings::Webhooks;
use crate::state::House;
use crate::world::orders::OrderState;
use juspay_client::orders::Order;
use juspay_client::webhooks::{EVENTS, MandateEvent, TxnEvent, Webhook, WebhookContent};
use juspay_client::{Amount, ApiVersion, Latest, Timestamp, Wire};
use std::collections::VecDeque;
use std::net::{Ipv4Addr, Ipv6Addr};
use std::sync::Arc;
use std::time::Duration;

/// What an event tells about.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Content {
    Order,
    Txn,
    Mandate,
}

/// An event that is ready to be posted.
#[derive(Clone)]
pub(crate) struct Post {
    pub(crate) id: String,
    pub(crate) event: String,
    pub(crate) url: String,
    pub(crate) body: String,
}

impl Post {
    /// An event about an order as it stands, written at a version; `None` if that version does not post it.
    pub(crate) fn new(
        event: &str,
        id: String,
        url: String,
        version: ApiVersion,
        stamp: Timestamp,
        state: &OrderState,
        content: Content,
    ) -> Option<Self> {
        EVENTS.iter().find(|known| known.name == event && known.life.has(version))?;
        let told: WebhookContent<Latest> = match content {
            Content::Order => state.order.clone().into(),
            Content::Txn => txn(&state.order).into(),
            Content::Mandate => mandate(&state.order)?.into(),
        };
        let mut webhook = Webhook::new(told);
        webhook.id = Some(id.clone());
        webhook.event_name = Some(event.to_owned());
        webhook.date_created = Some(stamp);
        Some(Self { id, event: event.to_owned(), url, body: webhook.encode_at(version) })
    }
}

fn txn(order: &Order) -> TxnEvent {
    let detail = order.txn_detail.clone().unwrap_or_default();
    let mut event = TxnEvent::new()
        .with_surcharge_amount(detail.surcharge_amount().unwrap_or(Amount::ZERO))
        .with_tax_amount(detail.tax_amount().unwrap_or(Amount::ZERO));
    event.status = Some(order.status.clone());
    event.status_id = order.status_id;
    event.payment_method_type.clone_from(&order.payment_method_type);
    event.payment_method.clone_from(&order.payment_method);
    event.payment_gateway_response.clone_from(&order.payment_gateway_response);
    event.card.clone_from(&order.card);
    event.txn_id = detail.txn_id;
    event.txn_uuid = detail.txn_uuid;
    event.order_id = detail.order_id;
    event.txn_amount = detail.txn_amount;
    event.net_amount = detail.net_amount;
    event.currency = detail.currency;
    event.txn_flow_type = detail.txn_flow_type;
    event.gateway = detail.gateway;
    event.gateway_id = detail.gateway_id;
    event.redirect = detail.redirect;
    event.express_checkout = detail.express_checkout;
    event.error_code = detail.error_code;
    event.error_message = detail.error_message;
    event.created = detail.created;
    event
}

fn mandate(order: &Order) -> Option<MandateEvent> {
    let mandate = order.mandate.as_ref()?;
    let mut event = MandateEvent::new();
    event.status.clone_from(&mandate.mandate_status);
    event.mandate_id.clone_from(&mandate.mandate_id);
    event.mandate_token.clone_from(&mandate.mandate_token);
    event.mandate_type.clone_from(&mandate.mandate_type);
    event.max_amount = mandate.max_amount;
    event.amount_rule.clone_from(&mandate.amount_rule);
    event.frequency.clone_from(&mandate.frequency);
    event.start_date.clone_from(&mandate.start_date);
    event.end_date.clone_from(&mandate.end_date);
    event.customer_id.clone_from(&order.customer_id);
    event.order_id = Some(order.order_id.clone());
    event.currency.clone_from(&order.currency);
    Some(event)
}

/// Events that wait to be posted, the oldest first.
#[derive(Default)]
pub(crate) struct Outbox {
    waiting: VecDeque<Post>,
    /// Whether one was taken out that is not done.
    busy: bool,
}

impl Outbox {
    pub(crate) fn add(&mut self, post: Post) {
        self.waiting.push_back(post);
    }

    /// The next one; it counts as on its way until [`Outbox::done`].
    pub(crate) fn take(&mut self) -> Option<Post> {
        let next = self.waiting.pop_front();
        self.busy = next.is_some();
        next
    }

    pub(crate) fn done(&mut self) {
        self.busy = false;
    }

    /// How many are not done.
    pub(crate) fn len(&self) -> usize {
        self.waiting.len() + usize::from(self.busy)
    }

    pub(crate) fn is_quiet(&self) -> bool {
        self.len() == 0
    }
}

/// A post that was taken from the outbox.
pub(crate) struct Posting {
    pub(crate) post: Post,
    pub(crate) webhooks: Webhooks,
    /// The world's era at that time.
    pub(crate) era: u64,
}

/// Posts what waits in the outbox, in order, for as long as the double runs.
pub(crate) async fn deliver(house: Arc<House>) {
    // Whoever wants no events does not wait for a client to be made.
    house.mail.notified().await;
    let Ok(client) = client() else { return };
    loop {
        while let Some(posting) = house.next_post() {
            let era = posting.era;
            tokio::select! {
                delivery = send(&client, posting) => house.posted(era, delivery),
                () = house.forgotten(era) => {}
            }
        }
        house.mail.notified().await;
    }
}

/// A client that reaches this machine only: it follows no redirect, asks no proxy, and looks no name up.
fn client() -> reqwest::Result<reqwest::Client> {
    let here = [(Ipv4Addr::LOCALHOST, 0).into(), (Ipv6Addr::LOCALHOST, 0).into()];
    reqwest::Client::builder()
        .timeout(Duration::from_secs(10))
        .redirect(reqwest::redirect::Policy::none())
        .no_proxy()
        .resolve_to_addrs("localhost", &here)
        .build()
}

/// Posts one event until it is answered with 200, as often as the setting allows.
async fn send(client: &reqwest::Client, posting: Posting) -> Delivery {
    let Posting { post, webhooks, .. } = posting;
    let url = shown(&post.url);
    let mut delivery =
        Delivery { id: post.id, event: post.event, url, outcome: Err("not tried".to_owned()), attempts: 0 };
    if !is_local(&post.url) {
        delivery.outcome = Err(NOT_LOCAL.to_owned());
        return delivery;
    }
    while delivery.attempts < webhooks.attempts.max(1) && delivery.outcome != Ok(200) {
        if delivery.attempts > 0 {
            tokio::time::sleep(PAUSE).await;
        }
        let mut request = client.post(&post.url).header("content-type", "application/json").body(post.body.clone());
        if let Some((user, password)) = &webhooks.credentials {
            request = request.basic_auth(user, Some(password.expose()));
        }
        delivery.attempts += 1;
        delivery.outcome = match request.send().await {
            Ok(answer) => Ok(answer.status().as_u16()),
            Err(error) => Err(reason(&error)),
        };
    }
    delivery
}

/// Why an address is not posted to.
pub(crate) const NOT_LOCAL: &str = "is no http:// address on this machine; the double posts nowhere else";

/// Between two attempts.
const PAUSE: Duration = Duration::from_millis(50);

/// What went wrong, without the address: it may hold a secret.
fn reason(error: &reqwest::Error) -> String {
    let word = if error.is_connect() {
        "the connection was refused"
    } else if error.is_timeout() {
        "there was no answer in time"
    } else {
        "the connection broke"
    };
    word.to_owned()
}

/// An address without what may be secret in it: user, password and query.
pub(crate) fn shown(url: &str) -> String {
    let Some(url) = reqwest::Url::parse(url).ok().filter(reqwest::Url::has_host) else { return "<no URL>".to_owned() };
    format!("{}://{}{}", url.scheme(), url.authority().rsplit('@').next().unwrap_or_default(), url.path())
}

/// Whether an address is on this machine.
pub(crate) fn is_local(url: &str) -> bool {
    let Ok(url) = reqwest::Url::parse(url) else { return false };
    let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']);
    let loopback = host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback());
    url.scheme() == "http" && loopback
}

#[cfg(test)]
mod tests {
    use super::{is_local, shown};

    #[test]
    fn an_address_is_shown_without_what_may_be_secret() {
        assert_eq!(shown("http://user:pass@127.0.0.1:80/hook?key=1#x"), "http://127.0.0.1/hook");
        assert_eq!(shown("http://[::1]:9/"), "http://[::1]:9/");
        for other in ["user:pass@", "key=1", ""] {
            assert_eq!(shown(other), "<no URL>");
        }
    }

    #[test]
    fn only_addresses_of_this_machine_are_posted_to() {
        for local in ["http://127.0.0.1:80/x", "http://localhost/", "http://[::1]:9/"] {
            assert!(is_local(local), "{local}");
        }
        for other in ["https://127.0.0.1/", "http://10.0.0.1/", "http://localhost.example/", "ftp://localhost/", "x"] {
            assert!(!is_local(other), "{other}");
        }
    }
}
