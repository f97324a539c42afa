//! A request of ninety texts, as the generator emits it and for `serde_urlencoded`; written by a script.

use juspay_runtime::{Field, Shape, field};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Request {
    pub billing_address_first_name: Option<String>,
    pub billing_address_last_name: Option<String>,
    pub billing_address_line1: Option<String>,
    pub billing_address_line2: Option<String>,
    pub billing_address_line3: Option<String>,
    pub billing_address_city: Option<String>,
    pub billing_address_state: Option<String>,
    pub billing_address_country: Option<String>,
    pub billing_address_postal_code: Option<String>,
    pub billing_address_phone: Option<String>,
    pub billing_address_country_code_iso: Option<String>,
    pub shipping_address_first_name: Option<String>,
    pub shipping_address_last_name: Option<String>,
    pub shipping_address_line1: Option<String>,
    pub shipping_address_line2: Option<String>,
    pub shipping_address_line3: Option<String>,
    pub shipping_address_city: Option<String>,
    pub shipping_address_state: Option<String>,
    pub shipping_address_country: Option<String>,
    pub shipping_address_postal_code: Option<String>,
    pub shipping_address_phone: Option<String>,
    pub shipping_address_country_code_iso: Option<String>,
    pub crate_id: Option<String>,
    pub weight: Option<String>,
    pub unit: Option<String>,
    pub receiver_id: Option<String>,
    pub receiver_email: Option<String>,
    pub receiver_phone: Option<String>,
    pub product_id: Option<String>,
    pub description: Option<String>,
    pub carrier_id: Option<String>,
    pub return_url: Option<String>,
    pub crate_type: Option<String>,
    pub options_create_route: Option<String>,
    pub options_get_client_token: Option<String>,
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
    pub metadata_road_note: Option<String>,
    pub metadata_road_account: Option<String>,
    pub metadata_road_zone: Option<String>,
    pub metadata_road_hub: Option<String>,
    pub metadata_road_lane: Option<String>,
    pub metadata_road_dock: Option<String>,
    pub metadata_road_promo: Option<String>,
    pub metadata_road_slot: Option<String>,
    pub metadata_rail_note: Option<String>,
    pub metadata_rail_account: Option<String>,
    pub metadata_rail_zone: Option<String>,
    pub metadata_rail_hub: Option<String>,
    pub metadata_rail_lane: Option<String>,
    pub metadata_rail_dock: Option<String>,
    pub metadata_rail_promo: Option<String>,
    pub metadata_rail_slot: Option<String>,
    pub metadata_air_note: Option<String>,
    pub metadata_air_account: Option<String>,
    pub metadata_air_zone: Option<String>,
    pub metadata_air_hub: Option<String>,
    pub metadata_air_lane: Option<String>,
    pub metadata_air_dock: Option<String>,
    pub metadata_air_promo: Option<String>,
    pub metadata_air_slot: Option<String>,
    pub metadata_sea_note: Option<String>,
    pub metadata_sea_account: Option<String>,
    pub metadata_sea_zone: Option<String>,
    pub metadata_sea_hub: Option<String>,
    pub metadata_sea_lane: Option<String>,
    pub metadata_sea_dock: Option<String>,
    pub metadata_sea_promo: Option<String>,
    pub metadata_sea_slot: Option<String>,
    pub metadata_pipe_note: Option<String>,
    pub metadata_pipe_account: Option<String>,
    pub metadata_pipe_zone: Option<String>,
    pub metadata_pipe_hub: Option<String>,
    pub metadata_pipe_lane: Option<String>,
    pub metadata_pipe_dock: Option<String>,
    pub metadata_pipe_promo: Option<String>,
    pub metadata_pipe_slot: Option<String>,
    pub extra_0: Option<String>,
    pub extra_1: Option<String>,
    pub extra_2: Option<String>,
    pub extra_3: Option<String>,
    pub extra_4: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
pub struct Derived {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub billing_address_first_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub billing_address_last_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub billing_address_line1: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub billing_address_line2: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub billing_address_line3: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub billing_address_city: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub billing_address_state: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub billing_address_country: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub billing_address_postal_code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub billing_address_phone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub billing_address_country_code_iso: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shipping_address_first_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shipping_address_last_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shipping_address_line1: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shipping_address_line2: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shipping_address_line3: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shipping_address_city: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shipping_address_state: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shipping_address_country: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shipping_address_postal_code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shipping_address_phone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shipping_address_country_code_iso: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub crate_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weight: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub receiver_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub receiver_email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub receiver_phone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub carrier_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub return_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub crate_type: Option<String>,
    #[serde(rename = "options.create_route")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub options_create_route: Option<String>,
    #[serde(rename = "options.get_client_token")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub options_get_client_token: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag1: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag2: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag3: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag4: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag5: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag6: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag7: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag8: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag9: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag10: Option<String>,
    #[serde(rename = "metadata.ROAD:note")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata_road_note: Option<String>,
    #[serde(rename = "metadata.ROAD:account")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata_road_account: Option<String>,
    #[serde(rename = "metadata.ROAD:zone")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata_road_zone: Option<String>,
    #[serde(rename = "metadata.ROAD:hub")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata_road_hub: Option<String>,
    #[serde(rename = "metadata.ROAD:lane")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata_road_lane: Option<String>,
    #[serde(rename = "metadata.ROAD:dock")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata_road_dock: Option<String>,
    #[serde(rename = "metadata.ROAD:promo")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata_road_promo: Option<String>,
    #[serde(rename = "metadata.ROAD:slot")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata_road_slot: Option<String>,
    #[serde(rename = "metadata.RAIL:note")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata_rail_note: Option<String>,
    #[serde(rename = "metadata.RAIL:account")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata_rail_account: Option<String>,
    #[serde(rename = "metadata.RAIL:zone")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata_rail_zone: Option<String>,
    #[serde(rename = "metadata.RAIL:hub")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata_rail_hub: Option<String>,
    #[serde(rename = "metadata.RAIL:lane")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata_rail_lane: Option<String>,
    #[serde(rename = "metadata.RAIL:dock")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata_rail_dock: Option<String>,
    #[serde(rename = "metadata.RAIL:promo")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata_rail_promo: Option<String>,
    #[serde(rename = "metadata.RAIL:slot")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata_rail_slot: Option<String>,
    #[serde(rename = "metadata.AIR:note")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata_air_note: Option<String>,
    #[serde(rename = "metadata.AIR:account")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata_air_account: Option<String>,
    #[serde(rename = "metadata.AIR:zone")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata_air_zone: Option<String>,
    #[serde(rename = "metadata.AIR:hub")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata_air_hub: Option<String>,
    #[serde(rename = "metadata.AIR:lane")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata_air_lane: Option<String>,
    #[serde(rename = "metadata.AIR:dock")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata_air_dock: Option<String>,
    #[serde(rename = "metadata.AIR:promo")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata_air_promo: Option<String>,
    #[serde(rename = "metadata.AIR:slot")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata_air_slot: Option<String>,
    #[serde(rename = "metadata.SEA:note")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata_sea_note: Option<String>,
    #[serde(rename = "metadata.SEA:account")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata_sea_account: Option<String>,
    #[serde(rename = "metadata.SEA:zone")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata_sea_zone: Option<String>,
    #[serde(rename = "metadata.SEA:hub")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata_sea_hub: Option<String>,
    #[serde(rename = "metadata.SEA:lane")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata_sea_lane: Option<String>,
    #[serde(rename = "metadata.SEA:dock")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata_sea_dock: Option<String>,
    #[serde(rename = "metadata.SEA:promo")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata_sea_promo: Option<String>,
    #[serde(rename = "metadata.SEA:slot")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata_sea_slot: Option<String>,
    #[serde(rename = "metadata.PIPE:note")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata_pipe_note: Option<String>,
    #[serde(rename = "metadata.PIPE:account")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata_pipe_account: Option<String>,
    #[serde(rename = "metadata.PIPE:zone")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata_pipe_zone: Option<String>,
    #[serde(rename = "metadata.PIPE:hub")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata_pipe_hub: Option<String>,
    #[serde(rename = "metadata.PIPE:lane")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata_pipe_lane: Option<String>,
    #[serde(rename = "metadata.PIPE:dock")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata_pipe_dock: Option<String>,
    #[serde(rename = "metadata.PIPE:promo")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata_pipe_promo: Option<String>,
    #[serde(rename = "metadata.PIPE:slot")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata_pipe_slot: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extra_0: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extra_1: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extra_2: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extra_3: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extra_4: Option<String>,
}

const FIELDS: &[Field] = &[
    field("billing_address_first_name", 0),
    field("billing_address_last_name", 1),
    field("billing_address_line1", 2),
    field("billing_address_line2", 3),
    field("billing_address_line3", 4),
    field("billing_address_city", 5),
    field("billing_address_state", 6),
    field("billing_address_country", 7),
    field("billing_address_postal_code", 8),
    field("billing_address_phone", 9),
    field("billing_address_country_code_iso", 10),
    field("shipping_address_first_name", 11),
    field("shipping_address_last_name", 12),
    field("shipping_address_line1", 13),
    field("shipping_address_line2", 14),
    field("shipping_address_line3", 15),
    field("shipping_address_city", 16),
    field("shipping_address_state", 17),
    field("shipping_address_country", 18),
    field("shipping_address_postal_code", 19),
    field("shipping_address_phone", 20),
    field("shipping_address_country_code_iso", 21),
    field("crate_id", 22),
    field("weight", 23),
    field("unit", 24),
    field("receiver_id", 25),
    field("receiver_email", 26),
    field("receiver_phone", 27),
    field("product_id", 28),
    field("description", 29),
    field("carrier_id", 30),
    field("return_url", 31),
    field("crate_type", 32),
    field("options.create_route", 33),
    field("options.get_client_token", 34),
    field("tag1", 35),
    field("tag2", 36),
    field("tag3", 37),
    field("tag4", 38),
    field("tag5", 39),
    field("tag6", 40),
    field("tag7", 41),
    field("tag8", 42),
    field("tag9", 43),
    field("tag10", 44),
    field("metadata.ROAD:note", 45).escaped(),
    field("metadata.ROAD:account", 46).escaped(),
    field("metadata.ROAD:zone", 47).escaped(),
    field("metadata.ROAD:hub", 48).escaped(),
    field("metadata.ROAD:lane", 49).escaped(),
    field("metadata.ROAD:dock", 50).escaped(),
    field("metadata.ROAD:promo", 51).escaped(),
    field("metadata.ROAD:slot", 52).escaped(),
    field("metadata.RAIL:note", 53).escaped(),
    field("metadata.RAIL:account", 54).escaped(),
    field("metadata.RAIL:zone", 55).escaped(),
    field("metadata.RAIL:hub", 56).escaped(),
    field("metadata.RAIL:lane", 57).escaped(),
    field("metadata.RAIL:dock", 58).escaped(),
    field("metadata.RAIL:promo", 59).escaped(),
    field("metadata.RAIL:slot", 60).escaped(),
    field("metadata.AIR:note", 61).escaped(),
    field("metadata.AIR:account", 62).escaped(),
    field("metadata.AIR:zone", 63).escaped(),
    field("metadata.AIR:hub", 64).escaped(),
    field("metadata.AIR:lane", 65).escaped(),
    field("metadata.AIR:dock", 66).escaped(),
    field("metadata.AIR:promo", 67).escaped(),
    field("metadata.AIR:slot", 68).escaped(),
    field("metadata.SEA:note", 69).escaped(),
    field("metadata.SEA:account", 70).escaped(),
    field("metadata.SEA:zone", 71).escaped(),
    field("metadata.SEA:hub", 72).escaped(),
    field("metadata.SEA:lane", 73).escaped(),
    field("metadata.SEA:dock", 74).escaped(),
    field("metadata.SEA:promo", 75).escaped(),
    field("metadata.SEA:slot", 76).escaped(),
    field("metadata.PIPE:note", 77).escaped(),
    field("metadata.PIPE:account", 78).escaped(),
    field("metadata.PIPE:zone", 79).escaped(),
    field("metadata.PIPE:hub", 80).escaped(),
    field("metadata.PIPE:lane", 81).escaped(),
    field("metadata.PIPE:dock", 82).escaped(),
    field("metadata.PIPE:promo", 83).escaped(),
    field("metadata.PIPE:slot", 84).escaped(),
    field("extra_0", 85),
    field("extra_1", 86),
    field("extra_2", 87),
    field("extra_3", 88),
    field("extra_4", 89),
];
static REQUEST: Shape = Shape::new("Request", FIELDS);

juspay_runtime::record! {
    Request REQUEST;
    plain: 0 billing_address_first_name, 1 billing_address_last_name, 2 billing_address_line1,
        3 billing_address_line2, 4 billing_address_line3, 5 billing_address_city, 6 billing_address_state,
        7 billing_address_country, 8 billing_address_postal_code, 9 billing_address_phone,
        10 billing_address_country_code_iso, 11 shipping_address_first_name, 12 shipping_address_last_name,
        13 shipping_address_line1, 14 shipping_address_line2, 15 shipping_address_line3, 16 shipping_address_city,
        17 shipping_address_state, 18 shipping_address_country, 19 shipping_address_postal_code,
        20 shipping_address_phone, 21 shipping_address_country_code_iso, 22 crate_id, 23 weight, 24 unit,
        25 receiver_id, 26 receiver_email, 27 receiver_phone, 28 product_id, 29 description, 30 carrier_id,
        31 return_url, 32 crate_type, 33 options_create_route, 34 options_get_client_token, 35 tag1, 36 tag2, 37 tag3,
        38 tag4, 39 tag5, 40 tag6, 41 tag7, 42 tag8, 43 tag9, 44 tag10, 45 metadata_road_note, 46 metadata_road_account,
        47 metadata_road_zone, 48 metadata_road_hub, 49 metadata_road_lane, 50 metadata_road_dock,
        51 metadata_road_promo, 52 metadata_road_slot, 53 metadata_rail_note, 54 metadata_rail_account,
        55 metadata_rail_zone, 56 metadata_rail_hub, 57 metadata_rail_lane, 58 metadata_rail_dock,
        59 metadata_rail_promo, 60 metadata_rail_slot, 61 metadata_air_note, 62 metadata_air_account,
        63 metadata_air_zone, 64 metadata_air_hub, 65 metadata_air_lane, 66 metadata_air_dock, 67 metadata_air_promo,
        68 metadata_air_slot, 69 metadata_sea_note, 70 metadata_sea_account, 71 metadata_sea_zone, 72 metadata_sea_hub,
        73 metadata_sea_lane, 74 metadata_sea_dock, 75 metadata_sea_promo, 76 metadata_sea_slot, 77 metadata_pipe_note,
        78 metadata_pipe_account, 79 metadata_pipe_zone, 80 metadata_pipe_hub, 81 metadata_pipe_lane,
        82 metadata_pipe_dock, 83 metadata_pipe_promo, 84 metadata_pipe_slot, 85 extra_0, 86 extra_1, 87 extra_2,
        88 extra_3, 89 extra_4;
}

pub fn request() -> Request {
    Request {
        billing_address_first_name: Some("IN".to_owned()),
        billing_address_last_name: Some("tag=a&b".to_owned()),
        billing_address_line1: Some("prod-141833".to_owned()),
        billing_address_line2: Some("Bengaluru".to_owned()),
        billing_address_line3: Some("9000000001".to_owned()),
        billing_address_city: Some("tag=a&b".to_owned()),
        billing_address_state: Some("https://shop.example/back?x=1&y=ü".to_owned()),
        billing_address_country: Some("tag=a&b".to_owned()),
        billing_address_postal_code: Some("12, Main Road, 2nd cross".to_owned()),
        billing_address_phone: Some("tag=a&b".to_owned()),
        billing_address_country_code_iso: Some("Asha Verma".to_owned()),
        shipping_address_first_name: Some("https://shop.example/back?x=1&y=ü".to_owned()),
        shipping_address_last_name: Some("560001".to_owned()),
        shipping_address_line1: Some("prod-141833".to_owned()),
        shipping_address_line2: Some("IN".to_owned()),
        shipping_address_line3: Some("IN".to_owned()),
        shipping_address_city: Some("https://shop.example/back?x=1&y=ü".to_owned()),
        shipping_address_state: Some("prod-141833".to_owned()),
        shipping_address_country: Some("prod-141833".to_owned()),
        shipping_address_postal_code: Some("https://shop.example/back?x=1&y=ü".to_owned()),
        shipping_address_phone: Some("asha@example.in".to_owned()),
        shipping_address_country_code_iso: Some("Bengaluru".to_owned()),
        crate_id: Some("IN".to_owned()),
        weight: Some("Bengaluru".to_owned()),
        unit: Some("prod-141833".to_owned()),
        receiver_id: Some("asha@example.in".to_owned()),
        receiver_email: Some("Asha Verma".to_owned()),
        receiver_phone: Some("12, Main Road, 2nd cross".to_owned()),
        product_id: Some("Bengaluru".to_owned()),
        description: Some("tag=a&b".to_owned()),
        carrier_id: Some("Asha Verma".to_owned()),
        return_url: Some("560001".to_owned()),
        crate_type: Some("Asha Verma".to_owned()),
        options_create_route: Some("560001".to_owned()),
        options_get_client_token: Some("https://shop.example/back?x=1&y=ü".to_owned()),
        tag1: Some("tag=a&b".to_owned()),
        tag2: Some("asha@example.in".to_owned()),
        tag3: Some("asha@example.in".to_owned()),
        tag4: Some("asha@example.in".to_owned()),
        tag5: Some("tag=a&b".to_owned()),
        tag6: Some("https://shop.example/back?x=1&y=ü".to_owned()),
        tag7: Some("Bengaluru".to_owned()),
        tag8: Some("9000000001".to_owned()),
        tag9: Some("12, Main Road, 2nd cross".to_owned()),
        tag10: Some("Asha Verma".to_owned()),
        metadata_road_note: Some("Bengaluru".to_owned()),
        metadata_road_account: Some("https://shop.example/back?x=1&y=ü".to_owned()),
        metadata_road_zone: Some("IN".to_owned()),
        metadata_road_hub: Some("560001".to_owned()),
        metadata_road_lane: Some("asha@example.in".to_owned()),
        metadata_road_dock: Some("560001".to_owned()),
        metadata_road_promo: Some("asha@example.in".to_owned()),
        metadata_road_slot: Some("prod-141833".to_owned()),
        metadata_rail_note: Some("asha@example.in".to_owned()),
        metadata_rail_account: Some("tag=a&b".to_owned()),
        metadata_rail_zone: Some("9000000001".to_owned()),
        metadata_rail_hub: Some("prod-141833".to_owned()),
        metadata_rail_lane: Some("tag=a&b".to_owned()),
        metadata_rail_dock: Some("asha@example.in".to_owned()),
        metadata_rail_promo: Some("tag=a&b".to_owned()),
        metadata_rail_slot: Some("IN".to_owned()),
        metadata_air_note: Some("9000000001".to_owned()),
        metadata_air_account: Some("Asha Verma".to_owned()),
        metadata_air_zone: Some("560001".to_owned()),
        metadata_air_hub: Some("tag=a&b".to_owned()),
        metadata_air_lane: Some("Bengaluru".to_owned()),
        metadata_air_dock: Some("9000000001".to_owned()),
        metadata_air_promo: Some("prod-141833".to_owned()),
        metadata_air_slot: Some("tag=a&b".to_owned()),
        metadata_sea_note: Some("tag=a&b".to_owned()),
        metadata_sea_account: Some("12, Main Road, 2nd cross".to_owned()),
        metadata_sea_zone: Some("IN".to_owned()),
        metadata_sea_hub: Some("tag=a&b".to_owned()),
        metadata_sea_lane: Some("560001".to_owned()),
        metadata_sea_dock: Some("560001".to_owned()),
        metadata_sea_promo: Some("12, Main Road, 2nd cross".to_owned()),
        metadata_sea_slot: Some("12, Main Road, 2nd cross".to_owned()),
        metadata_pipe_note: Some("https://shop.example/back?x=1&y=ü".to_owned()),
        metadata_pipe_account: Some("https://shop.example/back?x=1&y=ü".to_owned()),
        metadata_pipe_zone: Some("12, Main Road, 2nd cross".to_owned()),
        metadata_pipe_hub: Some("9000000001".to_owned()),
        metadata_pipe_lane: Some("12, Main Road, 2nd cross".to_owned()),
        metadata_pipe_dock: Some("asha@example.in".to_owned()),
        metadata_pipe_promo: Some("Bengaluru".to_owned()),
        metadata_pipe_slot: Some("Asha Verma".to_owned()),
        extra_0: Some("560001".to_owned()),
        extra_1: Some("asha@example.in".to_owned()),
        extra_2: Some("asha@example.in".to_owned()),
        extra_3: Some("12, Main Road, 2nd cross".to_owned()),
        extra_4: Some("Asha Verma".to_owned()),
    }
}

pub fn derived() -> Derived {
    Derived {
        billing_address_first_name: Some("IN".to_owned()),
        billing_address_last_name: Some("tag=a&b".to_owned()),
        billing_address_line1: Some("prod-141833".to_owned()),
        billing_address_line2: Some("Bengaluru".to_owned()),
        billing_address_line3: Some("9000000001".to_owned()),
        billing_address_city: Some("tag=a&b".to_owned()),
        billing_address_state: Some("https://shop.example/back?x=1&y=ü".to_owned()),
        billing_address_country: Some("tag=a&b".to_owned()),
        billing_address_postal_code: Some("12, Main Road, 2nd cross".to_owned()),
        billing_address_phone: Some("tag=a&b".to_owned()),
        billing_address_country_code_iso: Some("Asha Verma".to_owned()),
        shipping_address_first_name: Some("https://shop.example/back?x=1&y=ü".to_owned()),
        shipping_address_last_name: Some("560001".to_owned()),
        shipping_address_line1: Some("prod-141833".to_owned()),
        shipping_address_line2: Some("IN".to_owned()),
        shipping_address_line3: Some("IN".to_owned()),
        shipping_address_city: Some("https://shop.example/back?x=1&y=ü".to_owned()),
        shipping_address_state: Some("prod-141833".to_owned()),
        shipping_address_country: Some("prod-141833".to_owned()),
        shipping_address_postal_code: Some("https://shop.example/back?x=1&y=ü".to_owned()),
        shipping_address_phone: Some("asha@example.in".to_owned()),
        shipping_address_country_code_iso: Some("Bengaluru".to_owned()),
        crate_id: Some("IN".to_owned()),
        weight: Some("Bengaluru".to_owned()),
        unit: Some("prod-141833".to_owned()),
        receiver_id: Some("asha@example.in".to_owned()),
        receiver_email: Some("Asha Verma".to_owned()),
        receiver_phone: Some("12, Main Road, 2nd cross".to_owned()),
        product_id: Some("Bengaluru".to_owned()),
        description: Some("tag=a&b".to_owned()),
        carrier_id: Some("Asha Verma".to_owned()),
        return_url: Some("560001".to_owned()),
        crate_type: Some("Asha Verma".to_owned()),
        options_create_route: Some("560001".to_owned()),
        options_get_client_token: Some("https://shop.example/back?x=1&y=ü".to_owned()),
        tag1: Some("tag=a&b".to_owned()),
        tag2: Some("asha@example.in".to_owned()),
        tag3: Some("asha@example.in".to_owned()),
        tag4: Some("asha@example.in".to_owned()),
        tag5: Some("tag=a&b".to_owned()),
        tag6: Some("https://shop.example/back?x=1&y=ü".to_owned()),
        tag7: Some("Bengaluru".to_owned()),
        tag8: Some("9000000001".to_owned()),
        tag9: Some("12, Main Road, 2nd cross".to_owned()),
        tag10: Some("Asha Verma".to_owned()),
        metadata_road_note: Some("Bengaluru".to_owned()),
        metadata_road_account: Some("https://shop.example/back?x=1&y=ü".to_owned()),
        metadata_road_zone: Some("IN".to_owned()),
        metadata_road_hub: Some("560001".to_owned()),
        metadata_road_lane: Some("asha@example.in".to_owned()),
        metadata_road_dock: Some("560001".to_owned()),
        metadata_road_promo: Some("asha@example.in".to_owned()),
        metadata_road_slot: Some("prod-141833".to_owned()),
        metadata_rail_note: Some("asha@example.in".to_owned()),
        metadata_rail_account: Some("tag=a&b".to_owned()),
        metadata_rail_zone: Some("9000000001".to_owned()),
        metadata_rail_hub: Some("prod-141833".to_owned()),
        metadata_rail_lane: Some("tag=a&b".to_owned()),
        metadata_rail_dock: Some("asha@example.in".to_owned()),
        metadata_rail_promo: Some("tag=a&b".to_owned()),
        metadata_rail_slot: Some("IN".to_owned()),
        metadata_air_note: Some("9000000001".to_owned()),
        metadata_air_account: Some("Asha Verma".to_owned()),
        metadata_air_zone: Some("560001".to_owned()),
        metadata_air_hub: Some("tag=a&b".to_owned()),
        metadata_air_lane: Some("Bengaluru".to_owned()),
        metadata_air_dock: Some("9000000001".to_owned()),
        metadata_air_promo: Some("prod-141833".to_owned()),
        metadata_air_slot: Some("tag=a&b".to_owned()),
        metadata_sea_note: Some("tag=a&b".to_owned()),
        metadata_sea_account: Some("12, Main Road, 2nd cross".to_owned()),
        metadata_sea_zone: Some("IN".to_owned()),
        metadata_sea_hub: Some("tag=a&b".to_owned()),
        metadata_sea_lane: Some("560001".to_owned()),
        metadata_sea_dock: Some("560001".to_owned()),
        metadata_sea_promo: Some("12, Main Road, 2nd cross".to_owned()),
        metadata_sea_slot: Some("12, Main Road, 2nd cross".to_owned()),
        metadata_pipe_note: Some("https://shop.example/back?x=1&y=ü".to_owned()),
        metadata_pipe_account: Some("https://shop.example/back?x=1&y=ü".to_owned()),
        metadata_pipe_zone: Some("12, Main Road, 2nd cross".to_owned()),
        metadata_pipe_hub: Some("9000000001".to_owned()),
        metadata_pipe_lane: Some("12, Main Road, 2nd cross".to_owned()),
        metadata_pipe_dock: Some("asha@example.in".to_owned()),
        metadata_pipe_promo: Some("Bengaluru".to_owned()),
        metadata_pipe_slot: Some("Asha Verma".to_owned()),
        extra_0: Some("560001".to_owned()),
        extra_1: Some("asha@example.in".to_owned()),
        extra_2: Some("asha@example.in".to_owned()),
        extra_3: Some("12, Main Road, 2nd cross".to_owned()),
        extra_4: Some("Asha Verma".to_owned()),
    }
}
