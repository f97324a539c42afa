//! Types written by hand, with every attribute that a field, a struct, a variant or an enum can have.
#![allow(dead_code, missing_docs, unreachable_pub, reason = "each test crate uses a part")]

use std::marker::PhantomData;

use juspay_macros::Versioned;
use juspay_runtime::{Amount, Json, List, Map, Pinned, Secret, UnknownValue, Version};

#[allow(clippy::zero_prefixed_literal)]
pub mod versions {
    juspay_runtime::versions! {
        V2019_01_01 = 2019-01-01,
        V2020_06_15 = 2020-06-15,
        V2021_03_25 = 2021-03-25,
    }
    pub type Latest = V2021_03_25;
}
use versions::Latest;

/// A parcel.
#[derive(Versioned, Clone, Debug, PartialEq)]
#[versioned(versions = versions)]
pub struct Parcel<V: Version = Latest> {
    pub id: String,
    pub status: ParcelStatus,
    #[versioned(rename = "price", alias = "cost", alias = "fee", renamed("2021-03-25" = "sum"))]
    pub price: Option<Amount>,
    #[versioned(blank)]
    pub note: Option<String>,
    #[versioned(prefix = "sender_")]
    pub sender: Option<Address>,
    #[versioned(prefix = "receiver.")]
    pub receiver: Address,
    #[versioned(prefix = "lot:", since = 2019-01-01)]
    lot: Option<Lot<V>>,
    pub pieces: List<Piece<V>>,
    pub by_hub: Option<Map<Piece<V>>>,
    pub tags: Vec<String>,
    pub parent: Option<Box<Parcel<V>>>,
    #[versioned(json_string)]
    pub breakup: List<Amount>,
    #[versioned(nullable)]
    pub owner: Option<String>,
    /// What it weighs.
    #[versioned(since = "2020-06-15", required_since = "2021-03-25")]
    weight: Option<Amount>,
    #[versioned(until = "2020-06-15")]
    old_hub: Option<String>,
    #[versioned(rename = "grade", until = "2021-03-25")]
    grade_text: Option<String>,
    #[versioned(since = "2021-03-25")]
    grade: Option<i64>,
    #[versioned(since = "2019-01-01")]
    scans: List<Piece<V>>,
    #[versioned(since = "2019-01-01", until = "2021-03-25")]
    outer: Option<Box<Parcel<V>>>,
    #[versioned(as_string)]
    pub quoted: Option<Amount>,
    #[versioned(rest)]
    pub extra: Map<Json>,
    version: PhantomData<V>,
}

impl<V: Version> Parcel<V> {
    pub fn new(id: &str, receiver: Address) -> Self {
        Self {
            id: id.to_owned(),
            status: ParcelStatus::Ready,
            price: None,
            note: None,
            sender: None,
            receiver,
            lot: None,
            pieces: List::ABSENT,
            by_hub: None,
            tags: Vec::new(),
            parent: None,
            breakup: List::ABSENT,
            owner: None,
            weight: None,
            old_hub: None,
            grade_text: None,
            grade: None,
            scans: List::ABSENT,
            outer: None,
            quoted: None,
            extra: Map::new(),
            version: PhantomData,
        }
    }
}

/// Where a parcel comes from or goes to.
#[derive(Versioned, Clone, Debug, PartialEq, Default)]
pub struct Address {
    pub city: String,
    pub street: Option<String>,
    #[versioned(since = "2020-06-15")]
    pub zip: Option<String>,
}

/// Parcels that go together.
#[derive(Versioned, Clone, Debug, PartialEq)]
#[versioned(versions = crate::parcels::versions, name = "ParcelLot", rename_all = "camelCase")]
pub struct Lot<Pin: Version> {
    pub number: i64,
    #[versioned(since = "2020-06-15")]
    owner_name: Option<String>,
    #[versioned(rest)]
    pub marks: Map<String>,
    pinned: Pinned<Pin>,
}

/// A piece of a parcel.
#[derive(Versioned, Clone, PartialEq)]
#[versioned(versions = versions)]
pub struct Piece<V: Version = Latest> {
    pub amount: Amount,
    pub state: Option<PieceState>,
    #[versioned(sensitive)]
    pub mail: Option<String>,
    pub token: Option<Secret>,
    #[versioned(since = "2020-06-15")]
    seal: Option<String>,
    version: Pinned<V>,
}

/// A version that nothing here holds, but something inside does.
#[derive(Versioned, Clone, Debug, PartialEq)]
pub struct Shelf<V: Version = Latest> {
    pub parcels: Vec<Parcel<V>>,
}

/// Where a parcel is.
#[derive(Versioned, Clone, Debug, PartialEq, Eq, Hash)]
#[versioned(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ParcelStatus {
    #[versioned(id = 1)]
    Ready,
    #[versioned(id = 2)]
    Sent,
    #[versioned(id = 9, since = "2019-01-01")]
    Lost,
    #[versioned(id = -4, since = "2020-06-15", was("2019-01-01" = "SENT", 2020-06-15 = "READY"))]
    HeldBack,
    #[versioned(rename = "gone.", until = "2019-01-01")]
    Gone,
    #[versioned(unknown)]
    Other(UnknownValue),
}

/// What became of a piece.
#[derive(Versioned, Clone, Debug, PartialEq, Eq, Hash)]
pub enum PieceState {
    Fine,
    Lost,
    #[versioned(unknown)]
    Unknown(UnknownValue),
}

/// A page of anything.
#[derive(Versioned, Clone, Debug, PartialEq)]
pub struct Page<T> {
    pub items: Vec<T>,
    pub first: Option<T>,
    pub total: Option<i64>,
}

/// A page with a version of its own.
#[derive(Versioned, Clone, Debug, PartialEq)]
#[versioned(versions = versions)]
pub struct Envelope<T: Clone, V: Version = Latest> {
    pub body: T,
    #[versioned(since = "2020-06-15")]
    sent: Option<String>,
    pub parcel: Option<Parcel<V>>,
}
