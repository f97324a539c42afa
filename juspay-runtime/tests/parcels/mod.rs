//! What the generator emits for a small API: objects with gates, a renamed and a retyped field, a flattened object, a
//! rest, an enum whose values were sent as others, a recursive type, and a list with a filter.
#![allow(dead_code, unreachable_pub, missing_docs, reason = "each test crate uses a part")]
#![allow(clippy::inconsistent_digit_grouping, clippy::zero_prefixed_literal, reason = "dates")]

use juspay_runtime as rt;
use juspay_runtime::{
    Amount, AtLeast, Before, Json, List, Map, OpenEnum, Pair, Rule, Secret, Shape, Test, Timestamp, UnknownValue,
    Values, Version, field, flat, hidden, pair, value,
};
use std::marker::PhantomData;

pub mod versions {
    juspay_runtime::versions! {
        /// Lost parcels are listed.
        V2019_01_01 = 2019-01-01,
        /// Parcels carry their weight.
        V2020_06_15 = 2020-06-15,
        /// The sum is called price.
        V2021_03_25 = 2021-03-25,
    }
    pub type Latest = V2021_03_25;
}
use versions::{Latest, V2020_06_15, V2021_03_25};

/// A parcel.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Parcel<V: Version = Latest> {
    pub id: String,
    pub status: ParcelStatus,
    pub status_id: Option<i64>,
    pub price: Option<Amount>,
    pub note: Option<String>,
    pub fragile: Option<bool>,
    pub sender: Option<Address>,
    pub receiver: Address,
    pub pieces: List<Piece<V>>,
    pub tags: Vec<String>,
    pub parent: Option<Box<Parcel<V>>>,
    pub sent: Option<Timestamp>,
    pub details: Option<Json>,
    pub breakup: List<Amount>,
    pub labels: Option<Map<String>>,
    weight: Option<Amount>,
    old_hub: Option<String>,
    grade_text: Option<String>,
    grade: Option<i64>,
    pub lost_on: Option<String>,
    pub quoted: Option<Amount>,
    pub extra: Map<Json>,
    version: PhantomData<V>,
}

impl<V: Version> Parcel<V> {
    pub fn new(id: impl Into<String>, status: ParcelStatus, receiver: Address) -> Self {
        Self {
            id: id.into(),
            status,
            status_id: None,
            price: None,
            note: None,
            fragile: None,
            sender: None,
            receiver,
            pieces: List::ABSENT,
            tags: Vec::new(),
            parent: None,
            sent: None,
            details: None,
            breakup: List::ABSENT,
            labels: None,
            weight: None,
            old_hub: None,
            grade_text: None,
            grade: None,
            lost_on: None,
            quoted: None,
            extra: Map::new(),
            version: PhantomData,
        }
    }

    pub fn weight(&self) -> Option<Amount>
    where
        V: AtLeast<V2020_06_15>,
    {
        self.weight
    }

    pub fn with_weight(mut self, value: impl Into<Amount>) -> Self
    where
        V: AtLeast<V2020_06_15>,
    {
        self.weight = Some(value.into());
        self
    }

    pub fn old_hub(&self) -> Option<&str>
    where
        V: Before<V2020_06_15>,
    {
        self.old_hub.as_deref()
    }

    pub fn with_old_hub(mut self, value: impl Into<String>) -> Self
    where
        V: Before<V2020_06_15>,
    {
        self.old_hub = Some(value.into());
        self
    }

    pub fn grade(&self) -> Option<i64>
    where
        V: AtLeast<V2021_03_25>,
    {
        self.grade
    }

    pub fn grade_text(&self) -> Option<&str>
    where
        V: Before<V2021_03_25>,
    {
        self.grade_text.as_deref()
    }
}

const PARCEL_FIELDS: &[rt::Field] = &[
    field("id", 0).required(),
    field("status", 1).required(),
    field("status_id", 2),
    field("sum", 3).until(2021_03_25),
    field("price", 3).since(2021_03_25),
    field("cost", 3).alias(),
    field("note", 4).blank(),
    field("fragile", 5),
    field("sender_city", 6).required(),
    field("sender_street", 7),
    field("receiver.city", 8).required(),
    field("receiver.street", 9),
    field("pieces", 10),
    field("tags", 11).required(),
    field("parent", 12),
    field("sent", 13),
    field("details", 14),
    field("breakup", 15).json_string(),
    field("labels", 16),
    field("weight", 17).since(2020_06_15).required_since(2021_03_25),
    field("old_hub", 18).until(2020_06_15),
    field("grade", 19).until(2021_03_25),
    field("grade", 20).since(2021_03_25),
    field("lost_on", 21),
    field("quoted", 22).as_string(),
];
static PARCEL: Shape = Shape::new("Parcel", PARCEL_FIELDS)
    .flats(&[flat(6, 8)])
    .rest(23)
    .pairs(&[PAIR])
    .hidden(&[hidden(10, 2019_01_01, &[Test::is(&["state"], &["LOST"])])])
    .when(&[(21, &[Test::is(&["status"], &["LOST"])])])
    .rules(&[
        (0, &[Rule::MaxLength(6), Rule::Chars("A-Za-z0-9_-")]),
        (3, &[Rule::Decimals(2), Rule::AtLeast("1")]),
        (11, &[Rule::MaxItems(2)]),
    ])
    .one_of(&[&[4, 5]])
    .retyped(&[&[20, 19]]);
const PAIR: Pair = pair(1, 2, &PARCEL_STATUS);

rt::record! {
    Parcel<V> version PARCEL;
    plain: 0 id, 1 status, 2 status_id, 3 price, 4 note, 5 fragile, 11 tags, 13 sent, 14 details, 15 breakup,
        16 labels, 17 weight, 18 old_hub, 19 grade_text, 20 grade, 21 lost_on, 22 quoted;
    nested: 10 pieces, 12 parent;
    flat: 8..10 receiver;
    flat_option: 6..8 sender;
    rest: 23 extra;
}

/// Where a parcel comes from or goes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Address {
    pub city: String,
    pub street: Option<String>,
}

const ADDRESS_FIELDS: &[rt::Field] = &[field("city", 0).required(), field("street", 1)];
static ADDRESS: Shape = Shape::new("Address", ADDRESS_FIELDS);

rt::record! {
    Address ADDRESS;
    plain: 0 city, 1 street;
}

/// A piece of a parcel.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Piece<V: Version = Latest> {
    pub amount: Amount,
    pub state: Option<PieceState>,
    pub mail: Option<String>,
    pub token: Option<Secret>,
    seal: Option<String>,
    version: PhantomData<V>,
}

impl<V: Version> std::fmt::Debug for Piece<V> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Piece")
            .field("amount", &self.amount)
            .field("state", &self.state)
            .field("mail", &rt::Redacted)
            .field("token", &self.token)
            .finish_non_exhaustive()
    }
}

impl<V: Version> Piece<V> {
    pub fn new(amount: impl Into<Amount>) -> Self {
        let amount = amount.into();
        Self { amount, state: None, mail: None, token: None, seal: None, version: PhantomData }
    }

    pub fn seal(&self) -> Option<&str>
    where
        V: AtLeast<V2020_06_15>,
    {
        self.seal.as_deref()
    }

    pub fn with_seal(mut self, value: impl Into<String>) -> Self
    where
        V: AtLeast<V2020_06_15>,
    {
        self.seal = Some(value.into());
        self
    }
}

const PIECE_FIELDS: &[rt::Field] = &[
    field("amount", 0).required(),
    field("state", 1),
    field("mail", 2).sensitive(),
    field("token", 3).sensitive(),
    field("seal", 4).since(2020_06_15),
];
static PIECE: Shape = Shape::new("Piece", PIECE_FIELDS);

rt::record! {
    Piece<V> version PIECE;
    plain: 0 amount, 1 state, 2 mail, 3 token, 4 seal;
}

/// Where a parcel is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ParcelStatus {
    Ready,
    Sent,
    Lost,
    Held,
    Unknown(UnknownValue),
}

static PARCEL_STATUS: Values = Values::new(
    "ParcelStatus",
    &[
        value("READY").id(1),
        value("SENT").id(2),
        value("LOST").id(9).since(2019_01_01),
        // Before 2020-06-15 sent as READY, and before 2019-01-01 as SENT.
        value("HELD").id(4).since(2020_06_15).was(&[(2019_01_01, 1), (2020_06_15, 0)]),
    ],
);

impl OpenEnum for ParcelStatus {
    fn values() -> &'static Values {
        &PARCEL_STATUS
    }

    fn known(index: u16) -> Self {
        match index {
            0 => Self::Ready,
            1 => Self::Sent,
            2 => Self::Lost,
            3 => Self::Held,
            _ => Self::Unknown(UnknownValue::default()),
        }
    }

    fn unknown(value: UnknownValue) -> Self {
        Self::Unknown(value)
    }

    fn index(&self) -> Result<u16, &UnknownValue> {
        Ok(match self {
            Self::Ready => 0,
            Self::Sent => 1,
            Self::Lost => 2,
            Self::Held => 3,
            Self::Unknown(value) => return Err(value),
        })
    }
}

rt::open_enum!(ParcelStatus);

/// What became of a piece.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PieceState {
    Fine,
    Lost,
    Unknown(UnknownValue),
}

static PIECE_STATE: Values = Values::new("PieceState", &[value("FINE"), value("LOST")]);

impl OpenEnum for PieceState {
    fn values() -> &'static Values {
        &PIECE_STATE
    }

    fn known(index: u16) -> Self {
        match index {
            0 => Self::Fine,
            1 => Self::Lost,
            _ => Self::Unknown(UnknownValue::default()),
        }
    }

    fn unknown(value: UnknownValue) -> Self {
        Self::Unknown(value)
    }

    fn index(&self) -> Result<u16, &UnknownValue> {
        Ok(match self {
            Self::Fine => 0,
            Self::Lost => 1,
            Self::Unknown(value) => return Err(value),
        })
    }
}

rt::open_enum!(PieceState);
