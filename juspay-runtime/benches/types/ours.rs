//! The shape of what the generator emits, for a body of 4.6 kB. Written by a script; edit both sides together.

use juspay_runtime::{
    Amount, DecodeError, Dynamic, Field, Fields, List, Map, Reader, Record, Shape, Test, Timestamp, Values, Version,
    Versioned, Writer, blank, cast, field, lookup, pair, value, wire,
};
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
static PARCEL_LOOKUP: [u16; 128] = lookup(PARCEL_FIELDS);
static STATUS: Values = Values::new(
    "Status",
    &[value("OTHER").id(10), value("ANOTHER").id(21), value("LAST").id(22), value("PVRNYKO").id(36)],
);
static PARCEL: Shape = Shape::new("Parcel", PARCEL_FIELDS, &PARCEL_LOOKUP).pairs(&[pair(5, 4, &STATUS)]);

impl<V: Version> Fields for Parcel<V> {
    fn shape(&self) -> &'static Shape {
        &PARCEL
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.shippers_id),
            1 => writer.write(&self.receiver_email),
            2 => writer.write(&self.receiver_phone),
            3 => writer.write(&self.receiver_id),
            4 => writer.write(&self.status_id),
            5 => writer.write(&self.status),
            6 => writer.write(&self.id),
            7 => writer.write(&self.weight),
            8 => writer.write(&self.unit),
            9 => writer.write(&self.crate_id),
            10 => writer.write(&self.date_created),
            11 => writer.write(&self.return_url),
            12 => writer.write(&self.product_id),
            13 => writer.write(&self.sentback),
            14 => writer.write(&self.weight_sentback),
            15 => writer.write(&self.tag1),
            16 => writer.write(&self.tag2),
            17 => writer.write(&self.tag3),
            18 => writer.write(&self.tag4),
            19 => writer.write(&self.tag5),
            20 => writer.write(&self.tag6),
            21 => writer.write(&self.tag7),
            22 => writer.write(&self.tag8),
            23 => writer.write(&self.tag9),
            24 => writer.write(&self.tag10),
            25 => writer.write(&self.metadata),
            26 => writer.write(&self.freight_links),
            27 => writer.write(&self.leg_id),
            28 => writer.write(&self.leg_uuid),
            29 => writer.write(&self.carrier_id),
            30 => writer.write(&self.carrier_reference_id),
            31 => writer.write(&self.port_error_code),
            32 => writer.write(&self.port_error_message),
            33 => writer.write(&self.freight_method_type),
            34 => writer.write(&self.freight_method),
            35 => writer.write(&self.packer_lot),
            36 => writer.write(&self.auth_type),
            37 => writer.write(&self.leg_detail),
            38 => writer.write(&self.freight_carrier_response),
            39 => writer.write(&self.seal),
            40 => writer.write(&self.returns),
            41 => writer.write(&self.coupons),
            42 => writer.write(&self.complaints),
            43 => writer.write(&self.credits_breakup),
            44 => writer.write(&self.charter),
            _ => {}
        }
    }
}

impl Record for Parcel<Dynamic> {
    fn blank() -> Self {
        Self {
            shippers_id: blank(),
            receiver_email: blank(),
            receiver_phone: blank(),
            receiver_id: blank(),
            status_id: blank(),
            status: blank(),
            id: blank(),
            weight: blank(),
            unit: blank(),
            crate_id: blank(),
            date_created: blank(),
            return_url: blank(),
            product_id: blank(),
            sentback: blank(),
            weight_sentback: blank(),
            tag1: blank(),
            tag2: blank(),
            tag3: blank(),
            tag4: blank(),
            tag5: blank(),
            tag6: blank(),
            tag7: blank(),
            tag8: blank(),
            tag9: blank(),
            tag10: blank(),
            metadata: blank(),
            freight_links: blank(),
            leg_id: blank(),
            leg_uuid: blank(),
            carrier_id: blank(),
            carrier_reference_id: blank(),
            port_error_code: blank(),
            port_error_message: blank(),
            freight_method_type: blank(),
            freight_method: blank(),
            packer_lot: blank(),
            auth_type: blank(),
            leg_detail: blank(),
            freight_carrier_response: blank(),
            seal: blank(),
            returns: blank(),
            coupons: blank(),
            complaints: blank(),
            credits_breakup: blank(),
            charter: blank(),
            version: PhantomData,
        }
    }

    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.shippers_id),
            1 => reader.read(&mut self.receiver_email),
            2 => reader.read(&mut self.receiver_phone),
            3 => reader.read(&mut self.receiver_id),
            4 => reader.read(&mut self.status_id),
            5 => reader.read(&mut self.status),
            6 => reader.read(&mut self.id),
            7 => reader.read(&mut self.weight),
            8 => reader.read(&mut self.unit),
            9 => reader.read(&mut self.crate_id),
            10 => reader.read(&mut self.date_created),
            11 => reader.read(&mut self.return_url),
            12 => reader.read(&mut self.product_id),
            13 => reader.read(&mut self.sentback),
            14 => reader.read(&mut self.weight_sentback),
            15 => reader.read(&mut self.tag1),
            16 => reader.read(&mut self.tag2),
            17 => reader.read(&mut self.tag3),
            18 => reader.read(&mut self.tag4),
            19 => reader.read(&mut self.tag5),
            20 => reader.read(&mut self.tag6),
            21 => reader.read(&mut self.tag7),
            22 => reader.read(&mut self.tag8),
            23 => reader.read(&mut self.tag9),
            24 => reader.read(&mut self.tag10),
            25 => reader.read(&mut self.metadata),
            26 => reader.read(&mut self.freight_links),
            27 => reader.read(&mut self.leg_id),
            28 => reader.read(&mut self.leg_uuid),
            29 => reader.read(&mut self.carrier_id),
            30 => reader.read(&mut self.carrier_reference_id),
            31 => reader.read(&mut self.port_error_code),
            32 => reader.read(&mut self.port_error_message),
            33 => reader.read(&mut self.freight_method_type),
            34 => reader.read(&mut self.freight_method),
            35 => reader.read(&mut self.packer_lot),
            36 => reader.read(&mut self.auth_type),
            37 => reader.read(&mut self.leg_detail),
            38 => reader.read(&mut self.freight_carrier_response),
            39 => reader.read(&mut self.seal),
            40 => reader.read(&mut self.returns),
            41 => reader.read(&mut self.coupons),
            42 => reader.read(&mut self.complaints),
            43 => reader.read(&mut self.credits_breakup),
            44 => reader.read(&mut self.charter),
            _ => reader.skip(),
        }
    }
}

impl<V: Version> Versioned for Parcel<V> {
    type At<W: Version> = Parcel<W>;

    fn cast<W: Version>(self) -> Parcel<W> {
        Parcel {
            shippers_id: self.shippers_id,
            receiver_email: self.receiver_email,
            receiver_phone: self.receiver_phone,
            receiver_id: self.receiver_id,
            status_id: self.status_id,
            status: self.status,
            id: self.id,
            weight: self.weight,
            unit: self.unit,
            crate_id: self.crate_id,
            date_created: self.date_created,
            return_url: self.return_url,
            product_id: self.product_id,
            sentback: self.sentback,
            weight_sentback: self.weight_sentback,
            tag1: self.tag1,
            tag2: self.tag2,
            tag3: self.tag3,
            tag4: self.tag4,
            tag5: self.tag5,
            tag6: self.tag6,
            tag7: self.tag7,
            tag8: self.tag8,
            tag9: self.tag9,
            tag10: self.tag10,
            metadata: self.metadata,
            freight_links: self.freight_links,
            leg_id: self.leg_id,
            leg_uuid: self.leg_uuid,
            carrier_id: self.carrier_id,
            carrier_reference_id: self.carrier_reference_id,
            port_error_code: self.port_error_code,
            port_error_message: self.port_error_message,
            freight_method_type: self.freight_method_type,
            freight_method: self.freight_method,
            packer_lot: self.packer_lot,
            auth_type: self.auth_type,
            leg_detail: cast(self.leg_detail),
            freight_carrier_response: cast(self.freight_carrier_response),
            seal: self.seal,
            returns: cast(self.returns),
            coupons: self.coupons,
            complaints: cast(self.complaints),
            credits_breakup: self.credits_breakup,
            charter: self.charter,
            version: PhantomData,
        }
    }
}

wire!(Parcel<V>);

#[derive(Clone, Debug, PartialEq)]
pub struct FreightLink {
    pub web: Option<String>,
    pub mobile: Option<String>,
    pub iframe: Option<String>,
}

const FREIGHT_LINK_FIELDS: &[Field] = &[field("web", 0), field("mobile", 1), field("iframe", 2)];
static FREIGHT_LINK_LOOKUP: [u16; 8] = lookup(FREIGHT_LINK_FIELDS);
static FREIGHT_LINK: Shape = Shape::new("FreightLink", FREIGHT_LINK_FIELDS, &FREIGHT_LINK_LOOKUP);

impl Fields for FreightLink {
    fn shape(&self) -> &'static Shape {
        &FREIGHT_LINK
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.web),
            1 => writer.write(&self.mobile),
            2 => writer.write(&self.iframe),
            _ => {}
        }
    }
}

impl Record for FreightLink {
    fn blank() -> Self {
        Self { web: blank(), mobile: blank(), iframe: blank() }
    }

    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.web),
            1 => reader.read(&mut self.mobile),
            2 => reader.read(&mut self.iframe),
            _ => reader.skip(),
        }
    }
}

wire!(FreightLink);

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
static LEG_DETAIL_LOOKUP: [u16; 64] = lookup(LEG_DETAIL_FIELDS);
static LEG_DETAIL: Shape = Shape::new("LegDetail", LEG_DETAIL_FIELDS, &LEG_DETAIL_LOOKUP).when(&[
    (17, &[Test::is(&["leg_object_type"], &["MQJWGHK_GWXUEML"])]),
    (18, &[Test::is(&["leg_object_type"], &["MQJWGHK_GWXUEML"])]),
]);

impl<V: Version> Fields for LegDetail<V> {
    fn shape(&self) -> &'static Shape {
        &LEG_DETAIL
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.leg_id),
            1 => writer.write(&self.crate_id),
            2 => writer.write(&self.leg_uuid),
            3 => writer.write(&self.status),
            4 => writer.write(&self.leg_type),
            5 => writer.write(&self.leg_object_type),
            6 => writer.write(&self.carrier),
            7 => writer.write(&self.carrier_id),
            8 => writer.write(&self.unit),
            9 => writer.write(&self.quick_dispatch),
            10 => writer.write(&self.redirect),
            11 => writer.write(&self.net_weight),
            12 => writer.write(&self.leg_weight),
            13 => writer.write(&self.coupon_deduction_weight),
            14 => writer.write(&self.overweight_weight),
            15 => writer.write(&self.tol_weight),
            16 => writer.write(&self.overweight_breakup),
            17 => writer.write(&self.captured_weight),
            18 => writer.write(&self.returnable_weight),
            19 => writer.write(&self.leg_sub_details),
            20 => writer.write(&self.error_code),
            21 => writer.write(&self.error_message),
            22 => writer.write(&self.created),
            _ => {}
        }
    }
}

impl Record for LegDetail<Dynamic> {
    fn blank() -> Self {
        Self {
            leg_id: blank(),
            crate_id: blank(),
            leg_uuid: blank(),
            status: blank(),
            leg_type: blank(),
            leg_object_type: blank(),
            carrier: blank(),
            carrier_id: blank(),
            unit: blank(),
            quick_dispatch: blank(),
            redirect: blank(),
            net_weight: blank(),
            leg_weight: blank(),
            coupon_deduction_weight: blank(),
            overweight_weight: blank(),
            tol_weight: blank(),
            overweight_breakup: blank(),
            captured_weight: blank(),
            returnable_weight: blank(),
            leg_sub_details: blank(),
            error_code: blank(),
            error_message: blank(),
            created: blank(),
            version: PhantomData,
        }
    }

    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.leg_id),
            1 => reader.read(&mut self.crate_id),
            2 => reader.read(&mut self.leg_uuid),
            3 => reader.read(&mut self.status),
            4 => reader.read(&mut self.leg_type),
            5 => reader.read(&mut self.leg_object_type),
            6 => reader.read(&mut self.carrier),
            7 => reader.read(&mut self.carrier_id),
            8 => reader.read(&mut self.unit),
            9 => reader.read(&mut self.quick_dispatch),
            10 => reader.read(&mut self.redirect),
            11 => reader.read(&mut self.net_weight),
            12 => reader.read(&mut self.leg_weight),
            13 => reader.read(&mut self.coupon_deduction_weight),
            14 => reader.read(&mut self.overweight_weight),
            15 => reader.read(&mut self.tol_weight),
            16 => reader.read(&mut self.overweight_breakup),
            17 => reader.read(&mut self.captured_weight),
            18 => reader.read(&mut self.returnable_weight),
            19 => reader.read(&mut self.leg_sub_details),
            20 => reader.read(&mut self.error_code),
            21 => reader.read(&mut self.error_message),
            22 => reader.read(&mut self.created),
            _ => reader.skip(),
        }
    }
}

impl<V: Version> Versioned for LegDetail<V> {
    type At<W: Version> = LegDetail<W>;

    fn cast<W: Version>(self) -> LegDetail<W> {
        LegDetail {
            leg_id: self.leg_id,
            crate_id: self.crate_id,
            leg_uuid: self.leg_uuid,
            status: self.status,
            leg_type: self.leg_type,
            leg_object_type: self.leg_object_type,
            carrier: self.carrier,
            carrier_id: self.carrier_id,
            unit: self.unit,
            quick_dispatch: self.quick_dispatch,
            redirect: self.redirect,
            net_weight: self.net_weight,
            leg_weight: self.leg_weight,
            coupon_deduction_weight: self.coupon_deduction_weight,
            overweight_weight: self.overweight_weight,
            tol_weight: self.tol_weight,
            overweight_breakup: self.overweight_breakup,
            captured_weight: self.captured_weight,
            returnable_weight: self.returnable_weight,
            leg_sub_details: self.leg_sub_details,
            error_code: self.error_code,
            error_message: self.error_message,
            created: self.created,
            version: PhantomData,
        }
    }
}

wire!(LegDetail<V>);

#[derive(Clone, Debug, PartialEq)]
pub struct OverweightBreakup {
    pub name: Option<String>,
    pub weight: Option<Amount>,
    pub method: Option<String>,
}

const OVERWEIGHT_BREAKUP_FIELDS: &[Field] = &[field("name", 0), field("weight", 1), field("method", 2)];
static OVERWEIGHT_BREAKUP_LOOKUP: [u16; 8] = lookup(OVERWEIGHT_BREAKUP_FIELDS);
static OVERWEIGHT_BREAKUP: Shape =
    Shape::new("OverweightBreakup", OVERWEIGHT_BREAKUP_FIELDS, &OVERWEIGHT_BREAKUP_LOOKUP);

impl Fields for OverweightBreakup {
    fn shape(&self) -> &'static Shape {
        &OVERWEIGHT_BREAKUP
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.name),
            1 => writer.write(&self.weight),
            2 => writer.write(&self.method),
            _ => {}
        }
    }
}

impl Record for OverweightBreakup {
    fn blank() -> Self {
        Self { name: blank(), weight: blank(), method: blank() }
    }

    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.name),
            1 => reader.read(&mut self.weight),
            2 => reader.read(&mut self.method),
            _ => reader.skip(),
        }
    }
}

wire!(OverweightBreakup);

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
static LEG_SUB_DETAIL_LOOKUP: [u16; 16] = lookup(LEG_SUB_DETAIL_FIELDS);
static LEG_SUB_DETAIL: Shape = Shape::new("LegSubDetail", LEG_SUB_DETAIL_FIELDS, &LEG_SUB_DETAIL_LOOKUP);

impl Fields for LegSubDetail {
    fn shape(&self) -> &'static Shape {
        &LEG_SUB_DETAIL
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.leg_id),
            1 => writer.write(&self.leg_type),
            2 => writer.write(&self.status),
            3 => writer.write(&self.weight),
            4 => writer.write(&self.created),
            _ => {}
        }
    }
}

impl Record for LegSubDetail {
    fn blank() -> Self {
        Self { leg_id: blank(), leg_type: blank(), status: blank(), weight: blank(), created: blank() }
    }

    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.leg_id),
            1 => reader.read(&mut self.leg_type),
            2 => reader.read(&mut self.status),
            3 => reader.read(&mut self.weight),
            4 => reader.read(&mut self.created),
            _ => reader.skip(),
        }
    }
}

wire!(LegSubDetail);

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
static FREIGHT_CARRIER_RESPONSE_LOOKUP: [u16; 32] = lookup(FREIGHT_CARRIER_RESPONSE_FIELDS);
static FREIGHT_CARRIER_RESPONSE: Shape =
    Shape::new("FreightCarrierResponse", FREIGHT_CARRIER_RESPONSE_FIELDS, &FREIGHT_CARRIER_RESPONSE_LOOKUP);

impl<V: Version> Fields for FreightCarrierResponse<V> {
    fn shape(&self) -> &'static Shape {
        &FREIGHT_CARRIER_RESPONSE
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.resp_code),
            1 => writer.write(&self.ssn),
            2 => writer.write(&self.created),
            3 => writer.write(&self.ext_leg_id),
            4 => writer.write(&self.auth_id_code),
            5 => writer.write(&self.leg_id),
            6 => writer.write(&self.resp_message),
            7 => writer.write(&self.coupon_type),
            8 => writer.write(&self.coupon_availed),
            9 => writer.write(&self.discount_weight),
            _ => {}
        }
    }
}

impl Record for FreightCarrierResponse<Dynamic> {
    fn blank() -> Self {
        Self {
            resp_code: blank(),
            ssn: blank(),
            created: blank(),
            ext_leg_id: blank(),
            auth_id_code: blank(),
            leg_id: blank(),
            resp_message: blank(),
            coupon_type: blank(),
            coupon_availed: blank(),
            discount_weight: blank(),
            version: PhantomData,
        }
    }

    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.resp_code),
            1 => reader.read(&mut self.ssn),
            2 => reader.read(&mut self.created),
            3 => reader.read(&mut self.ext_leg_id),
            4 => reader.read(&mut self.auth_id_code),
            5 => reader.read(&mut self.leg_id),
            6 => reader.read(&mut self.resp_message),
            7 => reader.read(&mut self.coupon_type),
            8 => reader.read(&mut self.coupon_availed),
            9 => reader.read(&mut self.discount_weight),
            _ => reader.skip(),
        }
    }
}

impl<V: Version> Versioned for FreightCarrierResponse<V> {
    type At<W: Version> = FreightCarrierResponse<W>;

    fn cast<W: Version>(self) -> FreightCarrierResponse<W> {
        FreightCarrierResponse {
            resp_code: self.resp_code,
            ssn: self.ssn,
            created: self.created,
            ext_leg_id: self.ext_leg_id,
            auth_id_code: self.auth_id_code,
            leg_id: self.leg_id,
            resp_message: self.resp_message,
            coupon_type: self.coupon_type,
            coupon_availed: self.coupon_availed,
            discount_weight: self.discount_weight,
            version: PhantomData,
        }
    }
}

wire!(FreightCarrierResponse<V>);

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
static SEAL_LOOKUP: [u16; 32] = lookup(SEAL_FIELDS);
static SEAL: Shape = Shape::new("Seal", SEAL_FIELDS, &SEAL_LOOKUP);

impl Fields for Seal {
    fn shape(&self) -> &'static Shape {
        &SEAL
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.ending_year),
            1 => writer.write(&self.seal_reference),
            2 => writer.write(&self.ending_month),
            3 => writer.write(&self.saved_to_vaults),
            4 => writer.write(&self.name_on_seal),
            5 => writer.write(&self.seal_issuer),
            6 => writer.write(&self.last_four_digits),
            7 => writer.write(&self.using_saved_seal),
            8 => writer.write(&self.seal_fingerprint),
            9 => writer.write(&self.seal_sign),
            10 => writer.write(&self.seal_type),
            11 => writer.write(&self.seal_brand),
            _ => {}
        }
    }
}

impl Record for Seal {
    fn blank() -> Self {
        Self {
            ending_year: blank(),
            seal_reference: blank(),
            ending_month: blank(),
            saved_to_vaults: blank(),
            name_on_seal: blank(),
            seal_issuer: blank(),
            last_four_digits: blank(),
            using_saved_seal: blank(),
            seal_fingerprint: blank(),
            seal_sign: blank(),
            seal_type: blank(),
            seal_brand: blank(),
        }
    }

    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.ending_year),
            1 => reader.read(&mut self.seal_reference),
            2 => reader.read(&mut self.ending_month),
            3 => reader.read(&mut self.saved_to_vaults),
            4 => reader.read(&mut self.name_on_seal),
            5 => reader.read(&mut self.seal_issuer),
            6 => reader.read(&mut self.last_four_digits),
            7 => reader.read(&mut self.using_saved_seal),
            8 => reader.read(&mut self.seal_fingerprint),
            9 => reader.read(&mut self.seal_sign),
            10 => reader.read(&mut self.seal_type),
            11 => reader.read(&mut self.seal_brand),
            _ => reader.skip(),
        }
    }
}

wire!(Seal);

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
static RETURN_LOOKUP: [u16; 32] = lookup(RETURN_FIELDS);
static RETURN: Shape = Shape::new("Return", RETURN_FIELDS, &RETURN_LOOKUP);

impl<V: Version> Fields for Return<V> {
    fn shape(&self) -> &'static Shape {
        &RETURN
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.id),
            1 => writer.write(&self.unique_request_id),
            2 => writer.write(&self.ref_),
            3 => writer.write(&self.weight),
            4 => writer.write(&self.created),
            5 => writer.write(&self.status),
            6 => writer.write(&self.error_message),
            7 => writer.write(&self.sent_to_carrier),
            8 => writer.write(&self.initiated_by),
            9 => writer.write(&self.return_source),
            10 => writer.write(&self.return_type),
            11 => writer.write(&self.error_code),
            12 => writer.write(&self.metadata),
            _ => {}
        }
    }
}

impl Record for Return<Dynamic> {
    fn blank() -> Self {
        Self {
            id: blank(),
            unique_request_id: blank(),
            ref_: blank(),
            weight: blank(),
            created: blank(),
            status: blank(),
            error_message: blank(),
            sent_to_carrier: blank(),
            initiated_by: blank(),
            return_source: blank(),
            return_type: blank(),
            error_code: blank(),
            metadata: blank(),
            version: PhantomData,
        }
    }

    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.id),
            1 => reader.read(&mut self.unique_request_id),
            2 => reader.read(&mut self.ref_),
            3 => reader.read(&mut self.weight),
            4 => reader.read(&mut self.created),
            5 => reader.read(&mut self.status),
            6 => reader.read(&mut self.error_message),
            7 => reader.read(&mut self.sent_to_carrier),
            8 => reader.read(&mut self.initiated_by),
            9 => reader.read(&mut self.return_source),
            10 => reader.read(&mut self.return_type),
            11 => reader.read(&mut self.error_code),
            12 => reader.read(&mut self.metadata),
            _ => reader.skip(),
        }
    }
}

impl<V: Version> Versioned for Return<V> {
    type At<W: Version> = Return<W>;

    fn cast<W: Version>(self) -> Return<W> {
        Return {
            id: self.id,
            unique_request_id: self.unique_request_id,
            ref_: self.ref_,
            weight: self.weight,
            created: self.created,
            status: self.status,
            error_message: self.error_message,
            sent_to_carrier: self.sent_to_carrier,
            initiated_by: self.initiated_by,
            return_source: self.return_source,
            return_type: self.return_type,
            error_code: self.error_code,
            metadata: self.metadata,
            version: PhantomData,
        }
    }
}

wire!(Return<V>);

#[derive(Clone, Debug, PartialEq)]
pub struct Coupon {
    pub coupon_id: Option<String>,
    pub coupon_code: Option<String>,
    pub status: Option<String>,
    pub benefits: List<Benefit>,
}

const COUPON_FIELDS: &[Field] =
    &[field("coupon_id", 0), field("coupon_code", 1), field("status", 2), field("benefits", 3)];
static COUPON_LOOKUP: [u16; 8] = lookup(COUPON_FIELDS);
static COUPON: Shape = Shape::new("Coupon", COUPON_FIELDS, &COUPON_LOOKUP);

impl Fields for Coupon {
    fn shape(&self) -> &'static Shape {
        &COUPON
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.coupon_id),
            1 => writer.write(&self.coupon_code),
            2 => writer.write(&self.status),
            3 => writer.write(&self.benefits),
            _ => {}
        }
    }
}

impl Record for Coupon {
    fn blank() -> Self {
        Self { coupon_id: blank(), coupon_code: blank(), status: blank(), benefits: blank() }
    }

    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.coupon_id),
            1 => reader.read(&mut self.coupon_code),
            2 => reader.read(&mut self.status),
            3 => reader.read(&mut self.benefits),
            _ => reader.skip(),
        }
    }
}

wire!(Coupon);

#[derive(Clone, Debug, PartialEq)]
pub struct Benefit {
    pub weight: Option<Amount>,
    pub r#type: Option<String>,
    pub calculation_info: Option<CalculationInfo>,
}

const BENEFIT_FIELDS: &[Field] = &[field("weight", 0), field("type", 1), field("calculation_info", 2)];
static BENEFIT_LOOKUP: [u16; 8] = lookup(BENEFIT_FIELDS);
static BENEFIT: Shape = Shape::new("Benefit", BENEFIT_FIELDS, &BENEFIT_LOOKUP);

impl Fields for Benefit {
    fn shape(&self) -> &'static Shape {
        &BENEFIT
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.weight),
            1 => writer.write(&self.r#type),
            2 => writer.write(&self.calculation_info),
            _ => {}
        }
    }
}

impl Record for Benefit {
    fn blank() -> Self {
        Self { weight: blank(), r#type: blank(), calculation_info: blank() }
    }

    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.weight),
            1 => reader.read(&mut self.r#type),
            2 => reader.read(&mut self.calculation_info),
            _ => reader.skip(),
        }
    }
}

wire!(Benefit);

#[derive(Clone, Debug, PartialEq)]
pub struct CalculationInfo {
    pub value: Option<String>,
    pub calculation_rule: Option<String>,
    pub max_weight: Option<Amount>,
}

const CALCULATION_INFO_FIELDS: &[Field] = &[field("value", 0), field("calculation_rule", 1), field("max_weight", 2)];
static CALCULATION_INFO_LOOKUP: [u16; 8] = lookup(CALCULATION_INFO_FIELDS);
static CALCULATION_INFO: Shape = Shape::new("CalculationInfo", CALCULATION_INFO_FIELDS, &CALCULATION_INFO_LOOKUP);

impl Fields for CalculationInfo {
    fn shape(&self) -> &'static Shape {
        &CALCULATION_INFO
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.value),
            1 => writer.write(&self.calculation_rule),
            2 => writer.write(&self.max_weight),
            _ => {}
        }
    }
}

impl Record for CalculationInfo {
    fn blank() -> Self {
        Self { value: blank(), calculation_rule: blank(), max_weight: blank() }
    }

    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.value),
            1 => reader.read(&mut self.calculation_rule),
            2 => reader.read(&mut self.max_weight),
            _ => reader.skip(),
        }
    }
}

wire!(CalculationInfo);

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
static COMPLAINT_LOOKUP: [u16; 16] = lookup(COMPLAINT_FIELDS);
static COMPLAINT: Shape = Shape::new("Complaint", COMPLAINT_FIELDS, &COMPLAINT_LOOKUP);

impl<V: Version> Fields for Complaint<V> {
    fn shape(&self) -> &'static Shape {
        &COMPLAINT
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.id),
            1 => writer.write(&self.weight),
            2 => writer.write(&self.object_reference_id),
            3 => writer.write(&self.quarrel_status),
            4 => writer.write(&self.date_created),
            5 => writer.write(&self.last_updated),
            6 => writer.write(&self.leg),
            _ => {}
        }
    }
}

impl Record for Complaint<Dynamic> {
    fn blank() -> Self {
        Self {
            id: blank(),
            weight: blank(),
            object_reference_id: blank(),
            quarrel_status: blank(),
            date_created: blank(),
            last_updated: blank(),
            leg: blank(),
            version: PhantomData,
        }
    }

    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.id),
            1 => reader.read(&mut self.weight),
            2 => reader.read(&mut self.object_reference_id),
            3 => reader.read(&mut self.quarrel_status),
            4 => reader.read(&mut self.date_created),
            5 => reader.read(&mut self.last_updated),
            6 => reader.read(&mut self.leg),
            _ => reader.skip(),
        }
    }
}

impl<V: Version> Versioned for Complaint<V> {
    type At<W: Version> = Complaint<W>;

    fn cast<W: Version>(self) -> Complaint<W> {
        Complaint {
            id: self.id,
            weight: self.weight,
            object_reference_id: self.object_reference_id,
            quarrel_status: self.quarrel_status,
            date_created: self.date_created,
            last_updated: self.last_updated,
            leg: cast(self.leg),
            version: PhantomData,
        }
    }
}

wire!(Complaint<V>);

#[derive(Clone, Debug, PartialEq)]
pub struct CreditsBreakup {
    pub credits_points_weight: Option<Amount>,
    pub seal_weight: Option<Amount>,
}

const CREDITS_BREAKUP_FIELDS: &[Field] = &[field("credits_points_weight", 0), field("seal_weight", 1)];
static CREDITS_BREAKUP_LOOKUP: [u16; 4] = lookup(CREDITS_BREAKUP_FIELDS);
static CREDITS_BREAKUP: Shape = Shape::new("CreditsBreakup", CREDITS_BREAKUP_FIELDS, &CREDITS_BREAKUP_LOOKUP);

impl Fields for CreditsBreakup {
    fn shape(&self) -> &'static Shape {
        &CREDITS_BREAKUP
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.credits_points_weight),
            1 => writer.write(&self.seal_weight),
            _ => {}
        }
    }
}

impl Record for CreditsBreakup {
    fn blank() -> Self {
        Self { credits_points_weight: blank(), seal_weight: blank() }
    }

    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.credits_points_weight),
            1 => reader.read(&mut self.seal_weight),
            _ => reader.skip(),
        }
    }
}

wire!(CreditsBreakup);

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
static CHARTER_LOOKUP: [u16; 32] = lookup(CHARTER_FIELDS);
static CHARTER: Shape = Shape::new("Charter", CHARTER_FIELDS, &CHARTER_LOOKUP);

impl Fields for Charter {
    fn shape(&self) -> &'static Shape {
        &CHARTER
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.charter_id),
            1 => writer.write(&self.charter_token),
            2 => writer.write(&self.charter_status),
            3 => writer.write(&self.charter_type),
            4 => writer.write(&self.start_date),
            5 => writer.write(&self.end_date),
            6 => writer.write(&self.revokable_by_receiver),
            7 => writer.write(&self.block_fund),
            8 => writer.write(&self.max_weight),
            9 => writer.write(&self.weight_rule),
            10 => writer.write(&self.frequency),
            11 => writer.write(&self.rule_type),
            12 => writer.write(&self.rule_value),
            13 => writer.write(&self.port_details),
            _ => {}
        }
    }
}

impl Record for Charter {
    fn blank() -> Self {
        Self {
            charter_id: blank(),
            charter_token: blank(),
            charter_status: blank(),
            charter_type: blank(),
            start_date: blank(),
            end_date: blank(),
            revokable_by_receiver: blank(),
            block_fund: blank(),
            max_weight: blank(),
            weight_rule: blank(),
            frequency: blank(),
            rule_type: blank(),
            rule_value: blank(),
            port_details: blank(),
        }
    }

    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.charter_id),
            1 => reader.read(&mut self.charter_token),
            2 => reader.read(&mut self.charter_status),
            3 => reader.read(&mut self.charter_type),
            4 => reader.read(&mut self.start_date),
            5 => reader.read(&mut self.end_date),
            6 => reader.read(&mut self.revokable_by_receiver),
            7 => reader.read(&mut self.block_fund),
            8 => reader.read(&mut self.max_weight),
            9 => reader.read(&mut self.weight_rule),
            10 => reader.read(&mut self.frequency),
            11 => reader.read(&mut self.rule_type),
            12 => reader.read(&mut self.rule_value),
            13 => reader.read(&mut self.port_details),
            _ => reader.skip(),
        }
    }
}

wire!(Charter);

#[derive(Clone, Debug, PartialEq)]
pub struct PortDetail {
    pub beneficiary_name: Option<String>,
    pub account_number: Option<String>,
    pub port_name: Option<String>,
    pub ifsc: Option<String>,
}

const PORT_DETAIL_FIELDS: &[Field] =
    &[field("beneficiary_name", 0), field("account_number", 1), field("port_name", 2), field("ifsc", 3)];
static PORT_DETAIL_LOOKUP: [u16; 8] = lookup(PORT_DETAIL_FIELDS);
static PORT_DETAIL: Shape = Shape::new("PortDetail", PORT_DETAIL_FIELDS, &PORT_DETAIL_LOOKUP);

impl Fields for PortDetail {
    fn shape(&self) -> &'static Shape {
        &PORT_DETAIL
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.beneficiary_name),
            1 => writer.write(&self.account_number),
            2 => writer.write(&self.port_name),
            3 => writer.write(&self.ifsc),
            _ => {}
        }
    }
}

impl Record for PortDetail {
    fn blank() -> Self {
        Self { beneficiary_name: blank(), account_number: blank(), port_name: blank(), ifsc: blank() }
    }

    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.beneficiary_name),
            1 => reader.read(&mut self.account_number),
            2 => reader.read(&mut self.port_name),
            3 => reader.read(&mut self.ifsc),
            _ => reader.skip(),
        }
    }
}

wire!(PortDetail);
