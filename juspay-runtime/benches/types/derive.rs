//! The same types for `serde_json`, derived.

use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Clone, Debug, Deserialize)]
pub struct Parcel {
    pub shippers_id: Option<String>,
    pub receiver_email: Option<String>,
    pub receiver_phone: Option<String>,
    pub receiver_id: Option<String>,
    pub status_id: Option<i64>,
    pub status: String,
    pub id: String,
    pub weight: Option<f64>,
    pub unit: Option<String>,
    pub crate_id: String,
    pub date_created: Option<String>,
    pub return_url: Option<String>,
    pub product_id: Option<String>,
    pub sentback: Option<bool>,
    pub weight_sentback: Option<f64>,
    pub tag1: Option<String>,
    pub tag2: Option<String>,
    pub tag3: Option<String>,
    pub tag4: Option<String>,
    pub tag5: Option<String>,
    pub tag6: Option<String>,
    pub tag7: Option<String>,
    pub tag8: Option<String>,
    pub tag9: Option<String>,
    pub tag10: Option<String>,
    pub metadata: Option<BTreeMap<String, String>>,
    pub freight_links: Option<FreightLink>,
    pub leg_id: Option<String>,
    pub leg_uuid: Option<String>,
    pub carrier_id: Option<i64>,
    pub carrier_reference_id: Option<String>,
    pub port_error_code: Option<String>,
    pub port_error_message: Option<String>,
    pub freight_method_type: Option<String>,
    pub freight_method: Option<String>,
    pub packer_lot: Option<String>,
    pub auth_type: Option<String>,
    pub leg_detail: Option<LegDetail>,
    pub freight_carrier_response: Option<FreightCarrierResponse>,
    pub seal: Option<Seal>,
    pub returns: Option<Vec<Return>>,
    pub coupons: Option<Vec<Coupon>>,
    pub complaints: Option<Vec<Complaint>>,
    pub credits_breakup: Option<CreditsBreakup>,
    pub charter: Option<Charter>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct FreightLink {
    pub web: Option<String>,
    pub mobile: Option<String>,
    pub iframe: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct LegDetail {
    pub leg_id: Option<String>,
    pub crate_id: Option<String>,
    pub leg_uuid: Option<String>,
    pub status: Option<String>,
    pub leg_type: Option<String>,
    pub leg_object_type: Option<String>,
    pub carrier: Option<String>,
    pub carrier_id: Option<i64>,
    pub unit: Option<String>,
    pub quick_dispatch: Option<bool>,
    pub redirect: Option<bool>,
    pub net_weight: Option<f64>,
    pub leg_weight: Option<f64>,
    pub coupon_deduction_weight: Option<f64>,
    pub overweight_weight: Option<f64>,
    pub tol_weight: Option<f64>,
    pub overweight_breakup: Option<Vec<OverweightBreakup>>,
    pub captured_weight: Option<f64>,
    pub returnable_weight: Option<f64>,
    pub leg_sub_details: Option<Vec<LegSubDetail>>,
    pub error_code: Option<String>,
    pub error_message: Option<String>,
    pub created: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct OverweightBreakup {
    pub name: Option<String>,
    pub weight: Option<f64>,
    pub method: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct LegSubDetail {
    pub leg_id: Option<String>,
    pub leg_type: Option<String>,
    pub status: Option<String>,
    pub weight: Option<f64>,
    pub created: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct FreightCarrierResponse {
    pub resp_code: Option<String>,
    pub ssn: Option<String>,
    pub created: Option<String>,
    pub ext_leg_id: Option<String>,
    pub auth_id_code: Option<String>,
    pub leg_id: Option<String>,
    pub resp_message: Option<String>,
    pub coupon_type: Option<String>,
    pub coupon_availed: Option<bool>,
    pub discount_weight: Option<f64>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Seal {
    pub ending_year: Option<String>,
    pub seal_reference: Option<String>,
    pub ending_month: Option<String>,
    pub saved_to_vaults: Option<bool>,
    pub name_on_seal: Option<String>,
    pub seal_issuer: Option<String>,
    pub last_four_digits: Option<String>,
    pub using_saved_seal: Option<bool>,
    pub seal_fingerprint: Option<String>,
    pub seal_sign: Option<String>,
    pub seal_type: Option<String>,
    pub seal_brand: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Return {
    pub id: Option<String>,
    pub unique_request_id: Option<String>,
    pub ref_: Option<String>,
    pub weight: Option<f64>,
    pub created: Option<String>,
    pub status: Option<String>,
    pub error_message: Option<String>,
    pub sent_to_carrier: Option<bool>,
    pub initiated_by: Option<String>,
    pub return_source: Option<String>,
    pub return_type: Option<String>,
    pub error_code: Option<String>,
    pub metadata: Option<BTreeMap<String, String>>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Coupon {
    pub coupon_id: Option<String>,
    pub coupon_code: Option<String>,
    pub status: Option<String>,
    pub benefits: Option<Vec<Benefit>>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Benefit {
    pub weight: Option<f64>,
    pub r#type: Option<String>,
    pub calculation_info: Option<CalculationInfo>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct CalculationInfo {
    pub value: Option<String>,
    pub calculation_rule: Option<String>,
    pub max_weight: Option<f64>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Complaint {
    pub id: Option<String>,
    pub weight: Option<f64>,
    pub object_reference_id: Option<String>,
    pub quarrel_status: Option<String>,
    pub date_created: Option<String>,
    pub last_updated: Option<String>,
    pub leg: Option<LegDetail>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct CreditsBreakup {
    pub credits_points_weight: Option<f64>,
    pub seal_weight: Option<f64>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Charter {
    pub charter_id: Option<String>,
    pub charter_token: Option<String>,
    pub charter_status: Option<String>,
    pub charter_type: Option<String>,
    pub start_date: Option<String>,
    pub end_date: Option<String>,
    pub revokable_by_receiver: Option<bool>,
    pub block_fund: Option<String>,
    pub max_weight: Option<f64>,
    pub weight_rule: Option<String>,
    pub frequency: Option<String>,
    pub rule_type: Option<String>,
    pub rule_value: Option<String>,
    pub port_details: Option<PortDetail>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct PortDetail {
    pub beneficiary_name: Option<String>,
    pub account_number: Option<String>,
    pub port_name: Option<String>,
    pub ifsc: Option<String>,
}
