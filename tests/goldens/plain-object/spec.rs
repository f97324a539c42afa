//! `spec.yaml`: 2 types.

use juspay_runtime::{Amount, Date, Decimal, Json, List, Map, Record, Timestamp};

mod wire;

/// One field of each kind.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Everything {
    /// A text.
    pub text: String,
    /// A whole number.
    pub whole: i64,
    /// A truth value.
    pub yes_no: bool,
    /// An amount of money. In major units.
    pub sum: Amount,
    /// A decimal number.
    pub number: Decimal,
    /// A point in time.
    pub moment: Timestamp,
    /// A day.
    pub day: Date,
    /// An address.
    pub page: String,
    /// Any JSON.
    pub raw: Json,
    /// A list.
    pub texts: Vec<String>,
    /// A map.
    pub names: Map<String>,
    /// An object.
    pub inner: Inner,
    /// `text_or_not`.
    pub text_or_not: Option<String>,
    /// `whole_or_not`.
    pub whole_or_not: Option<i64>,
    /// There in any case. Always there, but may be null. In major units.
    pub sum_or_null: Option<Amount>,
    /// `texts_or_not`.
    pub texts_or_not: List<String>,
    /// `names_or_not`.
    pub names_or_not: Option<Map<Inner>>,
    /// `inner_or_not`.
    pub inner_or_not: Option<Inner>,
}

impl Everything {
    /// With what must be there; everything else is absent.
    #[allow(clippy::too_many_arguments)]
    pub fn new(
        text: impl Into<String>,
        whole: i64,
        yes_no: bool,
        sum: impl Into<Amount>,
        number: impl Into<Decimal>,
        moment: impl Into<Timestamp>,
        day: impl Into<Date>,
        page: impl Into<String>,
        raw: impl Into<Json>,
        texts: impl Into<Vec<String>>,
        names: Map<String>,
        inner: Inner,
    ) -> Self {
        let mut new: Self = Record::blank();
        new.text = text.into();
        new.whole = whole;
        new.yes_no = yes_no;
        new.sum = sum.into();
        new.number = number.into();
        new.moment = moment.into();
        new.day = day.into();
        new.page = page.into();
        new.raw = raw.into();
        new.texts = texts.into();
        new.names = names;
        new.inner = inner;
        new
    }
}

/// An object in another one.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Inner {
    /// A label.
    pub label1: Option<String>,
    /// As `label1`.
    pub label2: Option<String>,
}

impl Inner {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }
}
