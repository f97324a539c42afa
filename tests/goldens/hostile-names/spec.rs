//! `spec.yaml`: one operation and 2 types.

use super::core::Std;
use super::versions::{Latest, V2021_12_31};
use juspay_runtime::{
    AtLeast, List, Operation, Parameter, Pinned, Record, Reply, UnknownValue, Version,
};

pub(super) mod wire;

/// A name that is a keyword.
///
/// `GET /match` answers [`Result`].
pub static MATCH: Operation = Operation::new("match", "GET", "/match")
    .auth(&[&super::api::OPEN])
    .parameters(&[Parameter::query("type"), Parameter::query("V")])
    .replies(&[Reply::of(200, "Result")])
    .reads();

/// Named like a type of the prelude.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Result<V: Version = Latest> {
    /// A keyword that no identifier can be.
    pub self_: String,
    /// The other one.
    pub self_type: ::core::option::Option<String>,
    /// A keyword.
    pub crate_: ::core::option::Option<String>,
    /// A keyword.
    pub r#type: ::core::option::Option<Option>,
    r#async: List<String>,
    /// Begins with a digit.
    pub _2nd: ::core::option::Option<String>,
    /// The name of a constructor.
    pub new_: ::core::option::Option<i64>,
    /// The name of a field of ours.
    pub version: ::core::option::Option<String>,
    /// The name of a method of ours.
    pub to_json: ::core::option::Option<String>,
    shape: ::core::option::Option<String>,
    /// The name of a function of ours.
    pub blank: ::core::option::Option<Std>,
    /// The name of a variable of ours.
    pub reader: ::core::option::Option<String>,
    /// The name of a variable of ours.
    pub writer: ::core::option::Option<String>,
    /// The name of a variable of ours.
    pub index: ::core::option::Option<String>,
    value: ::core::option::Option<String>,
    /// Not of this alphabet.
    pub accents: ::core::option::Option<String>,
    /// Not a name at all.
    pub quoted: ::core::option::Option<String>,
    /// Not a name at all.
    pub not: ::core::option::Option<String>,
    pinned: Pinned<V>,
}

impl<V: Version> Result<V> {
    /// With what must be there; everything else is absent.
    pub fn new(self_: impl Into<String>) -> Self {
        let mut new: Self = Record::blank();
        new.self_ = self_.into();
        new
    }

    /// A keyword. Since 2021-12-31.
    pub fn r#async(&self) -> &List<String>
    where
        V: AtLeast<V2021_12_31>,
    {
        &self.r#async
    }

    /// Sets `async`.
    #[must_use]
    pub fn with_async(mut self, value: impl Into<List<String>>) -> Self
    where
        V: AtLeast<V2021_12_31>,
    {
        self.r#async = value.into();
        self
    }

    /// The name of a method of ours. Since 2021-12-31.
    pub fn shape(&self) -> ::core::option::Option<&str>
    where
        V: AtLeast<V2021_12_31>,
    {
        self.shape.as_deref()
    }

    /// Sets `shape`.
    #[must_use]
    pub fn with_shape(mut self, value: impl Into<String>) -> Self
    where
        V: AtLeast<V2021_12_31>,
    {
        self.shape = Some(value.into());
        self
    }

    /// The name of a variable of ours. Since 2021-12-31.
    pub fn value(&self) -> ::core::option::Option<&str>
    where
        V: AtLeast<V2021_12_31>,
    {
        self.value.as_deref()
    }

    /// Sets `value`.
    #[must_use]
    pub fn with_value(mut self, value: impl Into<String>) -> Self
    where
        V: AtLeast<V2021_12_31>,
    {
        self.value = Some(value.into());
        self
    }
}

/// Named like a type of the prelude.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Option {
    /// A keyword.
    Self_,
    /// Named like a variant of ours.
    Unknown_,
    /// A number.
    _1,
    /// A type.
    String,
    /// Not a name at all.
    ABC,
    /// A value that is unknown, or that its version does not have; the text is kept.
    Unknown(UnknownValue),
}
