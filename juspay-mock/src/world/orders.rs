//! Orders: what is kept of one, and how it begins and changes.

use super::payments::takes_payment;
use super::{MOST_ORDERS, World};
use crate::refusal::Refusal;
use crate::settings::Repeat;
use indexmap::IndexMap;
use juspay_client::mandates::{MandateCreation, MandateTerms};
use juspay_client::orders::{
    ClientAuth, CreateOrder, CreateOrderOptions, Order, OrderStatus, PaymentLinks, UpdateOrder,
};
use juspay_client::{Amount, Json, Map, Wire};

/// Minutes for which an order can be paid, unless it says otherwise.
const EXPIRY_MINUTES: i64 = 15;

/// An order and what the double keeps beside it.
#[derive(Clone)]
pub(crate) struct OrderState {
    /// The order as a lookup shows it, in its newest form.
    pub(crate) order: Order,
    /// Number of attempts to pay.
    pub(crate) attempts: u32,
    /// Seconds since 1970 after which no payment begins.
    pub(crate) expires: i64,
    /// The merchant's account at the gateway.
    pub(crate) account: String,
    /// Whether a payment only holds the amount.
    pub(crate) holds: bool,
    /// Seconds since 1970 after which a payment is given back by itself.
    pub(crate) refund_after: Option<i64>,
    /// Where events of this order go instead.
    pub(crate) webhook_url: Option<String>,
    /// Where events of a refund go instead, by its request id.
    pub(crate) refund_urls: IndexMap<String, String>,
    /// The request ids of refunds that asked for all there was, without an amount.
    pub(crate) asked_for_all: Vec<String>,
    /// The mandate that a payment shall set up.
    pub(crate) mandate: Option<MandateTerms>,
    /// What a capture under way takes.
    pub(crate) capturing: Option<Amount>,
    /// Whether somebody said how the attempt under way goes: then it does not go as planned.
    pub(crate) told: bool,
}

impl OrderState {
    fn new(order: Order) -> Self {
        Self {
            order,
            attempts: 0,
            expires: i64::MAX,
            account: "account-1".to_owned(),
            holds: false,
            refund_after: None,
            webhook_url: None,
            refund_urls: IndexMap::new(),
            asked_for_all: Vec::new(),
            mandate: None,
            capturing: None,
            told: false,
        }
    }

    /// Sets a status and the number that goes with it.
    pub(crate) fn set_status(&mut self, status: OrderStatus) {
        self.order.status_id = status.id();
        if let Some(detail) = &mut self.order.txn_detail {
            detail.status = Some(status.clone());
        }
        self.order.status = status;
    }

    /// The amount of the order.
    pub(crate) fn amount(&self) -> Amount {
        self.order.amount.unwrap_or(Amount::ZERO)
    }

    /// What the last attempt is for. It is the amount of the order when the attempt began.
    pub(crate) fn attempted(&self) -> Amount {
        self.order.txn_detail.as_ref().and_then(|detail| detail.txn_amount).unwrap_or_else(|| self.amount())
    }

    /// Whether the order is this merchant's.
    pub(crate) fn is_of(&self, merchant: &str) -> bool {
        self.order.merchant_id.as_deref() == Some(merchant)
    }

    /// Whether its last attempt has this id or this uuid.
    pub(crate) fn has_txn(&self, id: &str) -> bool {
        self.order.txn_uuid.as_deref() == Some(id) || self.order.txn_id.as_deref() == Some(id)
    }

    /// What was paid: of a held amount, what was captured.
    pub(crate) fn paid(&self) -> Amount {
        self.order.captured_amount().unwrap_or_else(|| self.attempted())
    }
}

/// What creates an order: the part that the call of its own and the session have in common.
pub(crate) struct NewOrder {
    pub(crate) merchant: String,
    pub(crate) order: Order,
    pub(crate) metadata: Vec<(String, String)>,
    pub(crate) mandate: Option<MandateTerms>,
    pub(crate) refund_after_minutes: Option<i64>,
}

impl World {
    /// Creates an order, or says what the setting says about one that is there. The answer tells which it was.
    pub(crate) fn create(&mut self, new: NewOrder) -> Result<bool, Refusal> {
        let key = new.order.order_id.to_lowercase();
        if let Some(there) = self.orders.get(&key) {
            return match self.settings.repeat {
                _ if !there.is_of(&new.merchant) => {
                    let message = "Another merchant has an order of this id, and the double keeps one of each id.";
                    Err(Refusal::exists("order_already_created", message))
                }
                Repeat::Answer => Ok(false),
                Repeat::Refuse => {
                    let message = format!("Order {} was created before.", new.order.order_id);
                    Err(Refusal::exists("order_already_created", message))
                }
            };
        }
        let order_id = new.order.order_id.clone();
        let state = self.begin_order(new);
        self.orders.insert(key, state);
        self.forget_orders(MOST_ORDERS);
        self.tell("ORDER_CREATED", &order_id, crate::webhook::Content::Order);
        Ok(true)
    }

    fn begin_order(&mut self, new: NewOrder) -> OrderState {
        let find = |name: &str| new.metadata.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone());
        let minutes = find("expiryInMins").and_then(|minutes| minutes.parse().ok()).unwrap_or(EXPIRY_MINUTES);
        let id = self.ids.id("ordeh_");
        let mut order = new.order;
        order.payment_links = Some(links(&self.url, &id));
        order.id = Some(id);
        order.merchant_id = Some(new.merchant);
        order.date_created = Some(self.now.stamp());
        order.last_updated.clone_from(&order.date_created);
        order.order_expiry = Some(self.now.stamp_in(minutes.saturating_mul(60)));
        order.refunded = Some(false);
        order.amount_refunded = Some(Amount::ZERO);
        order.effective_amount = order.amount;
        order.offers = Vec::new().into();
        fill(&mut order);
        let mut state = OrderState::new(order.with_metadata(texts(&new.metadata)));
        state.set_status(OrderStatus::New);
        state.expires = self.now.seconds().saturating_add(minutes.saturating_mul(60));
        if let Some(account) = find("JUSPAY:gateway_reference_id") {
            state.account = account;
        }
        state.holds = find("txns.auto_capture").is_some_and(|value| value == "false");
        state.webhook_url = find("webhook_url");
        state.mandate = new.mandate;
        let after = |minutes: i64| self.now.seconds().saturating_add(minutes.saturating_mul(60));
        state.refund_after = new.refund_after_minutes.map(after);
        state
    }

    /// The token for an app or a browser, good for 15 minutes.
    pub(crate) fn client_auth(&mut self) -> ClientAuth {
        let mut auth = ClientAuth::new();
        auth.client_auth_token = Some(self.ids.token("tkn_"));
        auth.client_auth_token_expiry = Some(self.now.stamp_in(15 * 60));
        auth
    }

    /// Changes an order that is not paid yet.
    pub(crate) fn update(&mut self, order_id: &str, change: UpdateOrder) -> Result<(), Refusal> {
        let state = self.order_mut(order_id)?;
        if !takes_payment(&state.order.status) {
            let message = format!("Order {order_id} is {} and can no longer change.", state.order.status);
            return Err(Refusal::state("invalid_request", message));
        }
        let order = &mut state.order;
        if let Some(amount) = change.amount {
            order.amount = Some(amount);
            order.effective_amount = Some(amount);
        }
        let currency = change.currency.filter(|currency| !currency.is_empty());
        let udfs = [
            (&mut order.udf1, change.udf1),
            (&mut order.udf2, change.udf2),
            (&mut order.udf3, change.udf3),
            (&mut order.udf4, change.udf4),
            (&mut order.udf5, change.udf5),
            (&mut order.udf6, change.udf6),
            (&mut order.udf7, change.udf7),
            (&mut order.udf8, change.udf8),
            (&mut order.udf9, change.udf9),
            (&mut order.udf10, change.udf10),
            (&mut order.currency, currency),
        ];
        for (held, value) in udfs {
            if value.is_some() {
                *held = value;
            }
        }
        self.tell("ORDER_UPDATED", order_id, crate::webhook::Content::Order);
        Ok(())
    }
}

/// Fills in what every order has, whether it was sent or not. A guest has no customer id.
fn fill(order: &mut Order) {
    let blank = [
        &mut order.udf1,
        &mut order.udf2,
        &mut order.udf3,
        &mut order.udf4,
        &mut order.udf5,
        &mut order.udf6,
        &mut order.udf7,
        &mut order.udf8,
        &mut order.udf9,
        &mut order.udf10,
        &mut order.product_id,
        &mut order.return_url,
    ];
    for field in blank {
        field.get_or_insert_default();
    }
    order.currency = order.currency.take().filter(|currency| !currency.is_empty()).or_else(|| Some("INR".to_owned()));
    order.customer_id = order.customer_id.take().filter(|id| !id.is_empty());
}

/// The terms of the mandate that a payment shall set up, if it shall.
pub(crate) fn wanted_mandate(
    options: Option<&CreateOrderOptions>,
    terms: Option<MandateTerms>,
) -> Option<MandateTerms> {
    match options.and_then(|options| options.create_mandate.as_ref()) {
        Some(MandateCreation::Disabled) => None,
        Some(_) => Some(terms.unwrap_or_default()),
        None => terms,
    }
}

/// Moves what an order keeps as the request has it, whichever call it was.
macro_rules! carry {
    ($new:ident => $order:ident) => {
        carry!($new => $order: currency, customer_email, customer_phone, product_id, return_url, basket,
            udf1, udf2, udf3, udf4, udf5, udf6, udf7, udf8, udf9, udf10);
    };
    ($new:ident => $order:ident: $($field:ident),+) => {
        $($order.$field = $new.$field;)+
    };
}
pub(crate) use carry;

impl NewOrder {
    /// What a call of its own asks for.
    pub(crate) fn of_call(new: CreateOrder, merchant: String) -> Self {
        let mut order = Order::new(new.order_id, OrderStatus::New);
        order.amount = Some(new.amount);
        carry!(new => order);
        order.customer_id = new.customer_id;
        let threshold = new.fulfillment_threshold_minutes;
        let mut terms = new.mandate;
        if let Some(most) = new.mandate_max_amount {
            terms.get_or_insert_default().max_amount.get_or_insert(most);
        }
        Self {
            merchant,
            order,
            metadata: new.metadata.map(|metadata| pairs(&metadata)).unwrap_or_default(),
            mandate: wanted_mandate(new.options.as_ref(), terms),
            refund_after_minutes: threshold.filter(|_| new.auto_refund == Some(true)),
        }
    }
}

/// The metadata as texts, under the names of the wire.
pub(crate) fn pairs(metadata: &impl Wire) -> Vec<(String, String)> {
    let values: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(&metadata.to_json()).unwrap_or_default();
    let text = |value: serde_json::Value| match value {
        serde_json::Value::String(text) => text,
        other => other.to_string(),
    };
    values.into_iter().map(|(name, value)| (name, text(value))).collect()
}

fn texts(pairs: &[(String, String)]) -> Map<Json> {
    let mut map = Map::new();
    for (name, value) in pairs {
        if let Ok(text) = serde_json::to_string(value).unwrap_or_default().parse() {
            map.insert(name, text);
        }
    }
    map
}

fn links(url: &str, id: &str) -> PaymentLinks {
    let mut links = PaymentLinks::new();
    links.web = Some(format!("{url}/merchant/pay/{id}"));
    links.mobile = Some(format!("{url}/merchant/pay/{id}?mobile=true"));
    links.iframe = Some(format!("{url}/merchant/ipay/{id}"));
    links
}
