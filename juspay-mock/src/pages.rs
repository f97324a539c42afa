//! The pages that answers link to: there somebody plays the customer, who chooses how a payment ends.

use crate::control::{json, refused};
use crate::form;
use crate::refusal::Refusal;
use crate::state::House;
use crate::world::World;
use crate::world::offer;
use crate::world::orders::OrderState;
use crate::world::outcome::PaymentOutcome;
use crate::world::payments::under_way;
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{RawPathParams, State};
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::response::Response;
use axum::routing::get;
use juspay_client::Secret;
use juspay_client::mandates::MandateStatus;
use reqwest::Url;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The pages, each with what it shows as JSON beside it.
pub(crate) fn router() -> Router<Arc<House>> {
    type Open = fn(String) -> Door;
    let doors = [
        ("/merchant/pay/{id}", Door::Link as Open),
        ("/merchant/ipay/{id}", Door::Link),
        ("/v2/pay/start/{merchant}/{uuid}", Door::Txn),
    ];
    let mut router = Router::new();
    for (path, door) in doors {
        let page = get(async || html(include_str!("pay.html"), true));
        let choose = async move |State(house): State<Arc<House>>, id: RawPathParams, uri: Uri, body: Bytes| {
            choose(&house, &door(last(&id)), uri.path(), &body)
        };
        let show = async move |State(house): State<Arc<House>>, id: RawPathParams| show(&house, &door(last(&id)));
        router = router.route(path, page.post(choose)).route(&format!("{path}/state"), get(show));
    }
    router
}

/// The last part of the path that is not fixed.
fn last(parameters: &RawPathParams) -> String {
    parameters.iter().last().map(|(_, value)| value.to_owned()).unwrap_or_default()
}

/// How somebody came to a page.
enum Door {
    /// By a link of the order; it holds for every attempt.
    Link(String),
    /// By the address of one attempt.
    Txn(String),
}

impl Door {
    fn order<'a>(&self, world: &'a World) -> Result<&'a OrderState, Refusal> {
        let order_id = match self {
            Self::Link(id) => world.order_of_link(id)?,
            Self::Txn(uuid) => world.order_of_txn(uuid)?,
        };
        world.order(&order_id)
    }

    /// How the payment can end.
    fn outcomes(&self, state: &OrderState, now: i64) -> Vec<PaymentOutcome> {
        match self {
            Self::Txn(_) if !under_way(&state.order.status) => Vec::new(),
            _ => offer::payments(state, now),
        }
    }
}

/// What a page shows.
#[derive(Serialize)]
struct Shown<'a> {
    order_id: &'a str,
    merchant: Option<&'a str>,
    amount: String,
    currency: Option<&'a str>,
    status: &'a str,
    outcomes: Vec<PaymentOutcome>,
    /// Where the customer goes in the end, if that is an address for a browser.
    back: Option<String>,
}

fn show(house: &House, door: &Door) -> Response {
    let shown = house.act(|world| {
        let state = door.order(world)?;
        let order = &state.order;
        let shown = Shown {
            order_id: &order.order_id,
            merchant: order.merchant_id.as_deref(),
            amount: state.amount().to_string(),
            currency: order.currency.as_deref(),
            status: order.status.as_str(),
            outcomes: door.outcomes(state, world.now.seconds()),
            back: back(state).map(String::from),
        };
        Ok(serde_json::to_string(&shown).unwrap_or_default())
    });
    shown.map_or_else(|refusal: Refusal| refused(&refusal), |body| json(StatusCode::OK, body))
}

/// What the customer chose: a form with one field.
#[derive(Deserialize)]
struct Choice {
    outcome: PaymentOutcome,
}

/// Ends the payment, and sends the customer back to the shop, or else to the page, which shows the result.
fn choose(house: &House, door: &Door, page: &str, body: &[u8]) -> Response {
    let done = house.act(|world| {
        let outcome = outcome(body)?;
        let state = door.order(world)?;
        if !door.outcomes(state, world.now.seconds()).contains(&outcome) {
            let status = &state.order.status;
            return Err(Refusal::state("invalid_request", format!("The order is {status}: this is not possible now.")));
        }
        let order_id = state.order.order_id.clone();
        world.pay(&order_id, outcome)?;
        Ok(back(world.order(&order_id)?))
    });
    match done {
        Ok(back) => see_other(back.as_ref().map_or(page, Url::as_str)),
        Err(refusal) => refused(&refusal),
    }
}

fn outcome(body: &[u8]) -> Result<PaymentOutcome, Refusal> {
    let body = std::str::from_utf8(body).map_err(|error| Refusal::invalid(error.to_string()))?;
    let choice: Result<Choice, _> = serde_json::from_str(&form::to_json(body)?);
    choice.map(|choice| choice.outcome).map_err(|error| Refusal::invalid(error.to_string()))
}

/// The shop's address with what became of the order, as the API calls it. Anything that is no address for a browser is
/// left alone.
fn back(state: &OrderState) -> Option<Url> {
    let order = &state.order;
    let mut url = Url::parse(order.return_url.as_deref()?).ok()?;
    if !matches!(url.scheme(), "http" | "https") {
        return None;
    }
    let mut query = url.query_pairs_mut();
    query.append_pair("order_id", &order.order_id).append_pair("status", order.status.as_str());
    if let Some(id) = order.status_id {
        query.append_pair("status_id", &id.to_string());
    }
    if let Some(mandate) = &order.mandate {
        let status = mandate.mandate_status.as_ref().map(MandateStatus::as_str);
        let token = mandate.mandate_token.as_ref().map(Secret::expose);
        let fields =
            [("mandate_id", mandate.mandate_id.as_deref()), ("mandate_token", token), ("mandate_status", status)];
        for (name, value) in fields {
            if let Some(value) = value {
                query.append_pair(name, value);
            }
        }
    }
    drop(query);
    Some(url)
}

fn see_other(location: &str) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::SEE_OTHER;
    if let Ok(location) = HeaderValue::from_str(location) {
        response.headers_mut().insert(header::LOCATION, location);
    }
    response
}

/// A page. Its own script and style run, and nothing else does, whatever the state may hold.
pub(crate) fn html(page: &str, framed: bool) -> Response {
    let nonce = format!("{:032x}", fastrand::u128(..));
    let mut response = Response::new(Body::from(page.replace("{nonce}", &nonce)));
    let ancestors = if framed { "" } else { "; frame-ancestors 'none'" };
    let policy = format!(
        "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; connect-src 'self'; img-src data:; \
         base-uri 'none'{ancestors}"
    );
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}
