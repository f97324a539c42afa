//! `spec.yaml`: 2 operations and one type.

use juspay_runtime::{Amount, Decimal, Operation, Parameter, Reply};

mod wire;

/// A parcel.
///
/// `GET /parcels/{parcel_id}` answers [`Parcel`].
pub static GET_PARCEL: Operation = Operation::new(
        "get_parcel",
        "GET",
        "/parcels/{parcel_id}",
    )
    .auth(&[&super::api::OPEN])
    .parameters(&[Parameter::path("parcel_id")])
    .replies(&[Reply::of(200, "Parcel")])
    .reads();

/// A parcel on the scales.
///
/// `POST /scales` takes [`Parcel`] as JSON and answers [`Parcel`].
pub static WEIGH: Operation = Operation::new("weigh", "POST", "/scales")
    .auth(&[&super::api::OPEN])
    .json("Parcel")
    .replies(&[Reply::of(200, "Parcel")]);

/// A parcel.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Parcel {
    /// What it weighs.
    pub weight: Option<Decimal>,
    /// What it costs. In major units.
    pub sum: Option<Amount>,
}

impl Parcel {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    juspay_runtime::setters! {
        with_weight(into Decimal) => weight,
        with_sum(into Amount) => sum,
    }
}
