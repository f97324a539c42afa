//! The shape of what the generator emits, for a body of 4.6 kB. Written by a script; edit both sides together.

use juspay_runtime::{Amount, Field, List, Map, Shape, Test, Timestamp, Values, Version, field, pair, value};
use std::marker::PhantomData;

pub mod versions {
    juspay_runtime::versions! {
        /// A version.
        V2017_03_16 = 2017-03-16,
        /// A version.
        V2018_03_01 = 2018-03-01,
        /// A version.
        V2018_07_16 = 2018-07-16,
        /// A version.
        V2018_10_25 = 2018-10-25,
        /// A version.
        V2019_01_10 = 2019-01-10,
        /// A version.
        V2019_03_12 = 2019-03-12,
        /// A version.
        V2019_11_11 = 2019-11-11,
        /// A version.
        V2020_03_14 = 2020-03-14,
        /// A version.
        V2020_10_31 = 2020-10-31,
        /// A version.
        V2020_11_20 = 2020-11-20,
        /// A version.
        V2021_03_05 = 2021-03-05,
        /// A version.
        V2021_03_25 = 2021-03-25,
    }
}
use versions::V2021_03_25 as Latest;

#[derive(Clone, Debug, PartialEq)]
pub struct Parcel<V: Version = Latest> {
    pub shippers_id: Option<String>,
    pub receiver_email: Option<String>,
    pub receiver_phone: Option<String>,
    pub receiver_id: Option<String>,
    pub status_id: Option<i64>,
    pub status: String,
    pub id: String,
    pub weight: Option<Amount>,
    pub unit: Option<String>,
    pub crate_id: String,
    pub date_created: Option<Timestamp>,
    pub return_url: Option<String>,
    pub product_id: Option<String>,
    pub sentback: Option<bool>,
    pub weight_sentback: Option<Amount>,
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
    pub metadata: Option<Map<String>>,
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
    pub leg_detail: Option<LegDetail<V>>,
    pub freight_carrier_response: Option<FreightCarrierResponse<V>>,
    pub seal: Option<Seal>,
    pub returns: List<Return<V>>,
    pub coupons: List<Coupon>,
    pub complaints: List<Complaint<V>>,
    pub credits_breakup: Option<CreditsBreakup>,
    pub charter: Option<Charter>,
    version: PhantomData<V>,
}

const PARCEL_FIELDS: &[Field] = &[
    field("shippers_id", 0),
    field("receiver_email", 1),
    field("receiver_phone", 2),
    field("receiver_id", 3),
    field("status_id", 4),
    field("status", 5).required(),
    field("id", 6).required(),
    field("weight", 7),
    field("unit", 8),
    field("crate_id", 9).required(),
    field("date_created", 10),
    field("return_url", 11),
    field("product_id", 12),
    field("sentback", 13),
    field("weight_sentback", 14),
    field("tag1", 15),
    field("tag2", 16),
    field("tag3", 17),
    field("tag4", 18),
    field("tag5", 19),
    field("tag6", 20),
    field("tag7", 21),
    field("tag8", 22),
    field("tag9", 23),
    field("tag10", 24),
    field("metadata", 25).since(2020_03_14),
    field("freight_links", 26),
    field("leg_id", 27),
    field("leg_uuid", 28),
    field("carrier_id", 29),
    field("carrier_reference_id", 30).since(2019_11_11),
    field("port_error_code", 31),
    field("port_error_message", 32),
    field("freight_method_type", 33),
    field("freight_method", 34),
    field("packer_lot", 35),
    field("auth_type", 36),
    field("leg_detail", 37),
    field("freight_carrier_response", 38),
    field("seal", 39),
    field("returns", 40),
    field("coupons", 41),
    field("complaints", 42).since(2019_01_10),
    field("credits_breakup", 43).since(2021_03_05),
    field("charter", 44),
];
static STATUS: Values = Values::new(
    "Status",
    &[value("OTHER").id(10), value("ANOTHER").id(21), value("LAST").id(22), value("PVRNYKO").id(36)],
);
static PARCEL: Shape = Shape::new("Parcel", PARCEL_FIELDS).pairs(&[pair(5, 4, &STATUS)]);

juspay_runtime::record! {
    Parcel<V> version PARCEL;
    plain: 0 shippers_id, 1 receiver_email, 2 receiver_phone, 3 receiver_id, 4 status_id, 5 status, 6 id, 7 weight,
        8 unit, 9 crate_id, 10 date_created, 11 return_url, 12 product_id, 13 sentback, 14 weight_sentback, 15 tag1,
        16 tag2, 17 tag3, 18 tag4, 19 tag5, 20 tag6, 21 tag7, 22 tag8, 23 tag9, 24 tag10, 25 metadata, 26 freight_links,
        27 leg_id, 28 leg_uuid, 29 carrier_id, 30 carrier_reference_id, 31 port_error_code, 32 port_error_message,
        33 freight_method_type, 34 freight_method, 35 packer_lot, 36 auth_type, 39 seal, 41 coupons, 43 credits_breakup,
        44 charter;
    nested: 37 leg_detail, 38 freight_carrier_response, 40 returns, 42 complaints;
}

#[derive(Clone, Debug, PartialEq)]
pub struct FreightLink {
    pub web: Option<String>,
    pub mobile: Option<String>,
    pub iframe: Option<String>,
}

const FREIGHT_LINK_FIELDS: &[Field] = &[field("web", 0), field("mobile", 1), field("iframe", 2)];
static FREIGHT_LINK: Shape = Shape::new("FreightLink", FREIGHT_LINK_FIELDS);

juspay_runtime::record! {
    FreightLink FREIGHT_LINK;
    plain: 0 web, 1 mobile, 2 iframe;
}

#[derive(Clone, Debug, PartialEq)]
pub struct LegDetail<V: Version = Latest> {
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
    pub net_weight: Option<Amount>,
    pub leg_weight: Option<Amount>,
    pub coupon_deduction_weight: Option<Amount>,
    pub overweight_weight: Option<Amount>,
    pub tol_weight: Option<Amount>,
    pub overweight_breakup: List<OverweightBreakup>,
    pub captured_weight: Option<Amount>,
    pub returnable_weight: Option<Amount>,
    pub leg_sub_details: List<LegSubDetail>,
    pub error_code: Option<String>,
    pub error_message: Option<String>,
    pub created: Option<Timestamp>,
    version: PhantomData<V>,
}

const LEG_DETAIL_FIELDS: &[Field] = &[
    field("leg_id", 0),
    field("crate_id", 1),
    field("leg_uuid", 2),
    field("status", 3),
    field("leg_type", 4),
    field("leg_object_type", 5),
    field("carrier", 6),
    field("carrier_id", 7),
    field("unit", 8),
    field("quick_dispatch", 9),
    field("redirect", 10),
    field("net_weight", 11),
    field("leg_weight", 12),
    field("coupon_deduction_weight", 13),
    field("overweight_weight", 14),
    field("tol_weight", 15),
    field("overweight_breakup", 16).since(2018_03_01),
    field("captured_weight", 17).since(2020_10_31),
    field("returnable_weight", 18).since(2020_10_31),
    field("leg_sub_details", 19),
    field("error_code", 20),
    field("error_message", 21),
    field("created", 22),
];
static LEG_DETAIL: Shape = Shape::new("LegDetail", LEG_DETAIL_FIELDS).when(&[
    (17, &[Test::is(&["leg_object_type"], &["MQJWGHK_GWXUEML"])]),
    (18, &[Test::is(&["leg_object_type"], &["MQJWGHK_GWXUEML"])]),
]);

juspay_runtime::record! {
    LegDetail<V> version LEG_DETAIL;
    plain: 0 leg_id, 1 crate_id, 2 leg_uuid, 3 status, 4 leg_type, 5 leg_object_type, 6 carrier, 7 carrier_id,
        8 unit, 9 quick_dispatch, 10 redirect, 11 net_weight, 12 leg_weight, 13 coupon_deduction_weight,
        14 overweight_weight, 15 tol_weight, 16 overweight_breakup, 17 captured_weight, 18 returnable_weight,
        19 leg_sub_details, 20 error_code, 21 error_message, 22 created;
}

#[derive(Clone, Debug, PartialEq)]
pub struct OverweightBreakup {
    pub name: Option<String>,
    pub weight: Option<Amount>,
    pub method: Option<String>,
}

const OVERWEIGHT_BREAKUP_FIELDS: &[Field] = &[field("name", 0), field("weight", 1), field("method", 2)];
static OVERWEIGHT_BREAKUP: Shape = Shape::new("OverweightBreakup", OVERWEIGHT_BREAKUP_FIELDS);

juspay_runtime::record! {
    OverweightBreakup OVERWEIGHT_BREAKUP;
    plain: 0 name, 1 weight, 2 method;
}

#[derive(Clone, Debug, PartialEq)]
pub struct LegSubDetail {
    pub leg_id: Option<String>,
    pub leg_type: Option<String>,
    pub status: Option<String>,
    pub weight: Option<Amount>,
    pub created: Option<Timestamp>,
}

const LEG_SUB_DETAIL_FIELDS: &[Field] =
    &[field("leg_id", 0), field("leg_type", 1), field("status", 2), field("weight", 3), field("created", 4)];
static LEG_SUB_DETAIL: Shape = Shape::new("LegSubDetail", LEG_SUB_DETAIL_FIELDS);

juspay_runtime::record! {
    LegSubDetail LEG_SUB_DETAIL;
    plain: 0 leg_id, 1 leg_type, 2 status, 3 weight, 4 created;
}

#[derive(Clone, Debug, PartialEq)]
pub struct FreightCarrierResponse<V: Version = Latest> {
    pub resp_code: Option<String>,
    pub ssn: Option<String>,
    pub created: Option<Timestamp>,
    pub ext_leg_id: Option<String>,
    pub auth_id_code: Option<String>,
    pub leg_id: Option<String>,
    pub resp_message: Option<String>,
    pub coupon_type: Option<String>,
    pub coupon_availed: Option<bool>,
    pub discount_weight: Option<Amount>,
    version: PhantomData<V>,
}

const FREIGHT_CARRIER_RESPONSE_FIELDS: &[Field] = &[
    field("resp_code", 0),
    field("ssn", 1),
    field("created", 2),
    field("ext_leg_id", 3),
    field("auth_id_code", 4),
    field("leg_id", 5),
    field("resp_message", 6),
    field("coupon_type", 7).since(2017_03_16),
    field("coupon_availed", 8).since(2017_03_16),
    field("discount_weight", 9).since(2017_03_16),
];
static FREIGHT_CARRIER_RESPONSE: Shape = Shape::new("FreightCarrierResponse", FREIGHT_CARRIER_RESPONSE_FIELDS);

juspay_runtime::record! {
    FreightCarrierResponse<V> version FREIGHT_CARRIER_RESPONSE;
    plain: 0 resp_code, 1 ssn, 2 created, 3 ext_leg_id, 4 auth_id_code, 5 leg_id, 6 resp_message, 7 coupon_type,
        8 coupon_availed, 9 discount_weight;
}

#[derive(Clone, Debug, PartialEq)]
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

const SEAL_FIELDS: &[Field] = &[
    field("ending_year", 0),
    field("seal_reference", 1),
    field("ending_month", 2),
    field("saved_to_vaults", 3),
    field("name_on_seal", 4),
    field("seal_issuer", 5),
    field("last_four_digits", 6),
    field("using_saved_seal", 7),
    field("seal_fingerprint", 8),
    field("seal_sign", 9),
    field("seal_type", 10),
    field("seal_brand", 11),
];
static SEAL: Shape = Shape::new("Seal", SEAL_FIELDS);

juspay_runtime::record! {
    Seal SEAL;
    plain: 0 ending_year, 1 seal_reference, 2 ending_month, 3 saved_to_vaults, 4 name_on_seal, 5 seal_issuer,
        6 last_four_digits, 7 using_saved_seal, 8 seal_fingerprint, 9 seal_sign, 10 seal_type, 11 seal_brand;
}

#[derive(Clone, Debug, PartialEq)]
pub struct Return<V: Version = Latest> {
    pub id: Option<String>,
    pub unique_request_id: Option<String>,
    pub ref_: Option<String>,
    pub weight: Option<Amount>,
    pub created: Option<Timestamp>,
    pub status: Option<String>,
    pub error_message: Option<String>,
    pub sent_to_carrier: Option<bool>,
    pub initiated_by: Option<String>,
    pub return_source: Option<String>,
    pub return_type: Option<String>,
    pub error_code: Option<String>,
    pub metadata: Option<Map<String>>,
    version: PhantomData<V>,
}

const RETURN_FIELDS: &[Field] = &[
    field("id", 0),
    field("unique_request_id", 1),
    field("ref", 2),
    field("weight", 3),
    field("created", 4),
    field("status", 5),
    field("error_message", 6),
    field("sent_to_carrier", 7),
    field("initiated_by", 8).since(2018_07_16),
    field("return_source", 9).since(2019_03_12),
    field("return_type", 10).since(2018_10_25),
    field("error_code", 11).since(2020_11_20),
    field("metadata", 12).since(2021_03_25),
];
static RETURN: Shape = Shape::new("Return", RETURN_FIELDS);

juspay_runtime::record! {
    Return<V> version RETURN;
    plain: 0 id, 1 unique_request_id, 2 ref_, 3 weight, 4 created, 5 status, 6 error_message, 7 sent_to_carrier,
        8 initiated_by, 9 return_source, 10 return_type, 11 error_code, 12 metadata;
}

#[derive(Clone, Debug, PartialEq)]
pub struct Coupon {
    pub coupon_id: Option<String>,
    pub coupon_code: Option<String>,
    pub status: Option<String>,
    pub benefits: List<Benefit>,
}

const COUPON_FIELDS: &[Field] =
    &[field("coupon_id", 0), field("coupon_code", 1), field("status", 2), field("benefits", 3)];
static COUPON: Shape = Shape::new("Coupon", COUPON_FIELDS);

juspay_runtime::record! {
    Coupon COUPON;
    plain: 0 coupon_id, 1 coupon_code, 2 status, 3 benefits;
}

#[derive(Clone, Debug, PartialEq)]
pub struct Benefit {
    pub weight: Option<Amount>,
    pub r#type: Option<String>,
    pub calculation_info: Option<CalculationInfo>,
}

const BENEFIT_FIELDS: &[Field] = &[field("weight", 0), field("type", 1), field("calculation_info", 2)];
static BENEFIT: Shape = Shape::new("Benefit", BENEFIT_FIELDS);

juspay_runtime::record! {
    Benefit BENEFIT;
    plain: 0 weight, 1 r#type, 2 calculation_info;
}

#[derive(Clone, Debug, PartialEq)]
pub struct CalculationInfo {
    pub value: Option<String>,
    pub calculation_rule: Option<String>,
    pub max_weight: Option<Amount>,
}

const CALCULATION_INFO_FIELDS: &[Field] = &[field("value", 0), field("calculation_rule", 1), field("max_weight", 2)];
static CALCULATION_INFO: Shape = Shape::new("CalculationInfo", CALCULATION_INFO_FIELDS);

juspay_runtime::record! {
    CalculationInfo CALCULATION_INFO;
    plain: 0 value, 1 calculation_rule, 2 max_weight;
}

#[derive(Clone, Debug, PartialEq)]
pub struct Complaint<V: Version = Latest> {
    pub id: Option<String>,
    pub weight: Option<Amount>,
    pub object_reference_id: Option<String>,
    pub quarrel_status: Option<String>,
    pub date_created: Option<Timestamp>,
    pub last_updated: Option<Timestamp>,
    pub leg: Option<LegDetail<V>>,
    version: PhantomData<V>,
}

const COMPLAINT_FIELDS: &[Field] = &[
    field("id", 0),
    field("weight", 1),
    field("object_reference_id", 2),
    field("quarrel_status", 3),
    field("date_created", 4),
    field("last_updated", 5),
    field("leg", 6),
];
static COMPLAINT: Shape = Shape::new("Complaint", COMPLAINT_FIELDS);

juspay_runtime::record! {
    Complaint<V> version COMPLAINT;
    plain: 0 id, 1 weight, 2 object_reference_id, 3 quarrel_status, 4 date_created, 5 last_updated;
    nested: 6 leg;
}

#[derive(Clone, Debug, PartialEq)]
pub struct CreditsBreakup {
    pub credits_points_weight: Option<Amount>,
    pub seal_weight: Option<Amount>,
}

const CREDITS_BREAKUP_FIELDS: &[Field] = &[field("credits_points_weight", 0), field("seal_weight", 1)];
static CREDITS_BREAKUP: Shape = Shape::new("CreditsBreakup", CREDITS_BREAKUP_FIELDS);

juspay_runtime::record! {
    CreditsBreakup CREDITS_BREAKUP;
    plain: 0 credits_points_weight, 1 seal_weight;
}

#[derive(Clone, Debug, PartialEq)]
pub struct Charter {
    pub charter_id: Option<String>,
    pub charter_token: Option<String>,
    pub charter_status: Option<String>,
    pub charter_type: Option<String>,
    pub start_date: Option<String>,
    pub end_date: Option<String>,
    pub revokable_by_receiver: Option<bool>,
    pub block_fund: Option<String>,
    pub max_weight: Option<Amount>,
    pub weight_rule: Option<String>,
    pub frequency: Option<String>,
    pub rule_type: Option<String>,
    pub rule_value: Option<String>,
    pub port_details: Option<PortDetail>,
}

const CHARTER_FIELDS: &[Field] = &[
    field("charter_id", 0),
    field("charter_token", 1),
    field("charter_status", 2),
    field("charter_type", 3),
    field("start_date", 4),
    field("end_date", 5),
    field("revokable_by_receiver", 6),
    field("block_fund", 7),
    field("max_weight", 8),
    field("weight_rule", 9),
    field("frequency", 10),
    field("rule_type", 11),
    field("rule_value", 12),
    field("port_details", 13),
];
static CHARTER: Shape = Shape::new("Charter", CHARTER_FIELDS);

juspay_runtime::record! {
    Charter CHARTER;
    plain: 0 charter_id, 1 charter_token, 2 charter_status, 3 charter_type, 4 start_date, 5 end_date,
        6 revokable_by_receiver, 7 block_fund, 8 max_weight, 9 weight_rule, 10 frequency, 11 rule_type, 12 rule_value,
        13 port_details;
}

#[derive(Clone, Debug, PartialEq)]
pub struct PortDetail {
    pub beneficiary_name: Option<String>,
    pub account_number: Option<String>,
    pub port_name: Option<String>,
    pub ifsc: Option<String>,
}

const PORT_DETAIL_FIELDS: &[Field] =
    &[field("beneficiary_name", 0), field("account_number", 1), field("port_name", 2), field("ifsc", 3)];
static PORT_DETAIL: Shape = Shape::new("PortDetail", PORT_DETAIL_FIELDS);

juspay_runtime::record! {
    PortDetail PORT_DETAIL;
    plain: 0 beneficiary_name, 1 account_number, 2 port_name, 3 ifsc;
}
