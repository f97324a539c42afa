//! What somebody who calls the API without a client would write: the fields of the body, under serde's derive.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
pub(crate) struct Order {
    pub(crate) id: Option<String>,
    pub(crate) order_id: String,
    pub(crate) merchant_id: Option<String>,
    pub(crate) status: Status,
    pub(crate) status_id: Option<i64>,
    pub(crate) amount: Option<f64>,
    pub(crate) currency: Option<String>,
    pub(crate) customer_id: Option<String>,
    pub(crate) customer_email: Option<String>,
    pub(crate) customer_phone: Option<String>,
    pub(crate) customer_phone_country_code: Option<String>,
    pub(crate) date_created: Option<String>,
    pub(crate) last_updated: Option<String>,
    pub(crate) order_expiry: Option<String>,
    pub(crate) return_url: Option<String>,
    pub(crate) product_id: Option<String>,
    pub(crate) udf1: Option<String>,
    pub(crate) udf2: Option<String>,
    pub(crate) udf3: Option<String>,
    pub(crate) udf4: Option<String>,
    pub(crate) udf5: Option<String>,
    pub(crate) udf6: Option<String>,
    pub(crate) udf7: Option<String>,
    pub(crate) udf8: Option<String>,
    pub(crate) udf9: Option<String>,
    pub(crate) udf10: Option<String>,
    pub(crate) txn_id: Option<String>,
    pub(crate) txn_uuid: Option<String>,
    pub(crate) payment_method_type: Option<String>,
    pub(crate) payment_method: Option<String>,
    pub(crate) auth_type: Option<String>,
    pub(crate) gateway_id: Option<i64>,
    pub(crate) gateway_reference_id: Option<String>,
    pub(crate) card: Option<Card>,
    pub(crate) txn_detail: Option<TxnDetail>,
    pub(crate) payment_gateway_response: Option<GatewayResponse>,
    pub(crate) refunded: Option<bool>,
    pub(crate) amount_refunded: Option<f64>,
    pub(crate) maximum_eligible_refund_amount: Option<f64>,
    pub(crate) refund_supported: Option<bool>,
    #[serde(default)]
    pub(crate) refunds: Vec<Refund>,
    #[serde(default)]
    pub(crate) offers: Vec<Offer>,
    pub(crate) metadata: Option<BTreeMap<String, Value>>,
    pub(crate) payment_links: Option<Links>,
}

#[derive(Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum Status {
    New,
    Created,
    PendingVbv,
    Charged,
    AuthenticationFailed,
    AuthorizationFailed,
    Authorizing,
    Success,
    Failure,
    Pending,
    #[serde(other)]
    Other,
}

#[derive(Deserialize)]
pub(crate) struct Card {
    pub(crate) card_reference: Option<String>,
    pub(crate) card_isin: Option<String>,
    pub(crate) last_four_digits: Option<String>,
    pub(crate) expiry_month: Option<String>,
    pub(crate) expiry_year: Option<String>,
    pub(crate) name_on_card: Option<String>,
    pub(crate) card_type: Option<String>,
    pub(crate) card_brand: Option<String>,
    pub(crate) saved_to_locker: Option<bool>,
    pub(crate) using_saved_card: Option<bool>,
    pub(crate) tokens: Option<Vec<Value>>,
}

#[derive(Deserialize)]
pub(crate) struct TxnDetail {
    pub(crate) txn_id: Option<String>,
    pub(crate) order_id: Option<String>,
    pub(crate) status: Option<Status>,
    pub(crate) net_amount: Option<f64>,
    pub(crate) txn_amount: Option<f64>,
    pub(crate) surcharge_amount: Option<f64>,
    pub(crate) tax_amount: Option<f64>,
    pub(crate) currency: Option<String>,
    pub(crate) gateway: Option<String>,
    pub(crate) gateway_id: Option<i64>,
    pub(crate) redirect: Option<bool>,
    pub(crate) express_checkout: Option<bool>,
    pub(crate) txn_amount_breakup: Option<Vec<Part>>,
}

#[derive(Deserialize)]
pub(crate) struct Part {
    pub(crate) name: Option<String>,
    pub(crate) amount: Option<f64>,
    pub(crate) sno: Option<i64>,
    pub(crate) method: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct GatewayResponse {
    pub(crate) resp_code: Option<String>,
    pub(crate) resp_message: Option<String>,
    pub(crate) txn_id: Option<String>,
    pub(crate) epg_txn_id: Option<String>,
    pub(crate) rrn: Option<String>,
    pub(crate) auth_id_code: Option<String>,
    pub(crate) created: Option<String>,
    pub(crate) offer_type: Option<String>,
    pub(crate) offer_availed: Option<bool>,
    pub(crate) discount_amount: Option<f64>,
}

#[derive(Deserialize)]
pub(crate) struct Refund {
    pub(crate) id: Option<String>,
    #[serde(rename = "ref")]
    pub(crate) reference: Option<String>,
    pub(crate) unique_request_id: Option<String>,
    pub(crate) amount: Option<f64>,
    pub(crate) status: Option<Status>,
    pub(crate) created: Option<String>,
    pub(crate) error_message: Option<String>,
    pub(crate) sent_to_gateway: Option<bool>,
    pub(crate) initiated_by: Option<String>,
    pub(crate) refund_source: Option<String>,
    pub(crate) refund_type: Option<String>,
    pub(crate) error_code: Option<String>,
    pub(crate) metadata: Option<BTreeMap<String, Value>>,
}

#[derive(Deserialize)]
pub(crate) struct Offer {
    pub(crate) offer_id: Option<String>,
    pub(crate) offer_code: Option<String>,
    pub(crate) status: Option<String>,
    pub(crate) benefits: Option<Vec<Benefit>>,
}

#[derive(Deserialize)]
pub(crate) struct Benefit {
    #[serde(rename = "type")]
    pub(crate) kind: Option<String>,
    pub(crate) amount: Option<f64>,
    pub(crate) calculation_info: Option<Calculation>,
}

#[derive(Deserialize)]
pub(crate) struct Calculation {
    pub(crate) value: Option<f64>,
    pub(crate) calculation_rule: Option<String>,
    pub(crate) max_amount: Option<f64>,
}

#[derive(Deserialize)]
pub(crate) struct Links {
    pub(crate) web: Option<String>,
    pub(crate) mobile: Option<String>,
    pub(crate) iframe: Option<String>,
}
