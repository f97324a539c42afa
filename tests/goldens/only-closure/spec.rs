//! `spec.yaml`: one operation and 3 types.

use juspay_runtime::{Operation, Parameter, Record, Reply, UnknownValue};

pub(super) mod wire;

/// A parcel.
///
/// `GET /parcels/{id}` answers [`Parcel`].
pub static GET_PARCEL: Operation = Operation::new("get_parcel", "GET", "/parcels/{id}")
    .auth(&[&super::api::OPEN])
    .parameters(&[Parameter::path("id")])
    .replies(&[Reply::of(200, "Parcel")])
    .reads();

/// A parcel.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Parcel {
    /// How large it is.
    pub size: Size,
    /// Where it comes from.
    pub from: Option<Place>,
}

impl Parcel {
    /// With what must be there; everything else is absent.
    pub fn new(size: Size) -> Self {
        let mut new: Self = Record::blank();
        new.size = size;
        new
    }
}

/// A place.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Place {
    /// The town.
    pub town: String,
}

impl Place {
    /// With what must be there; everything else is absent.
    pub fn new(town: impl Into<String>) -> Self {
        Self { town: town.into() }
    }
}

/// A size.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Size {
    /// It fits.
    Small,
    /// It does not.
    Large,
    /// A value that is unknown, or that its version does not have; the text is kept.
    Unknown(UnknownValue),
}
