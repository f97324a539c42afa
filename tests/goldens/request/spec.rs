//! `spec.yaml`: one operation and 4 types.

use juspay_runtime::{Amount, List, Operation, Parameter, Record, Reply};

mod wire;

/// Hands over a parcel.
///
/// `POST /parcels/{depot}` takes [`NewParcel`] as a form and answers [`Receipt`].
pub static CREATE_PARCEL: Operation = Operation::new(
        "create_parcel",
        "POST",
        "/parcels/{depot}",
    )
    .auth(&[&super::api::OPEN])
    .parameters(&[Parameter::path("depot"), Parameter::query("dry_run")])
    .form("NewParcel")
    .replies(&[Reply::of(201, "Receipt"), Reply::empty(204)]);

/// A parcel to send.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct NewParcel {
    /// Who gets it. At most 40 characters. Characters: `A-Za-z` and blanks.
    pub to: String,
    /// What it weighs. At most 2 decimal places. At least `0.1`. At most `31.5`. In major units.
    pub weight: Option<Amount>,
    /// Whether it is in a hurry.
    pub express: Option<bool>,
    /// What is in it. At most 3 items.
    pub items: List<Item>,
    /// Who sends it.
    pub from: Option<Place>,
    /// Where to follow it. Without a query string.
    pub page: Option<String>,
}

impl NewParcel {
    /// With what must be there; everything else is absent.
    pub fn new(to: impl Into<String>) -> Self {
        let mut new: Self = Record::blank();
        new.to = to.into();
        new
    }

    juspay_runtime::setters! {
        with_weight(into Amount) => weight,
        with_express(bool) => express,
        with_items(list List<Item>) => items,
        with_from(Place) => from,
        with_page(into String) => page,
    }
}

/// A thing.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Item {
    /// What it is.
    pub name: String,
}

impl Item {
    /// With what must be there; everything else is absent.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into() }
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

/// What you get for it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Receipt {
    /// Its number.
    pub number: Option<String>,
}

impl Receipt {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }
}
