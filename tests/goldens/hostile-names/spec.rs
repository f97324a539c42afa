//! `spec.yaml`: one operation and 11 types.

use super::core::Std;
use super::versions::V2021_12_31;
use juspay_runtime::{
    AtLeast, List, Operation, Parameter, Record, Reply, UnknownValue, Version, Wire,
};
use std::marker::PhantomData;

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
pub struct Result<V: Version = super::versions::Latest> {
    /// A keyword that no identifier can be.
    pub self_: ::std::string::String,
    /// The other one.
    pub self_type: ::core::option::Option<::std::string::String>,
    /// A keyword.
    pub crate_: ::core::option::Option<::std::string::String>,
    /// A keyword.
    pub r#type: ::core::option::Option<Option>,
    r#async: List<Vec>,
    /// Begins with a digit.
    pub _2nd: ::core::option::Option<::std::string::String>,
    /// The name of a constructor.
    pub new_: ::core::option::Option<i64>,
    /// The name of a field of ours.
    pub version: ::core::option::Option<::std::string::String>,
    /// The name of a method of ours.
    pub to_json: ::core::option::Option<::std::string::String>,
    shape: ::core::option::Option<::std::string::String>,
    /// The name of a function of ours.
    pub blank: ::core::option::Option<Std>,
    /// The name of a variable of ours.
    pub reader: ::core::option::Option<String>,
    /// The name of a variable of ours.
    pub writer: ::core::option::Option<Box>,
    /// The name of a variable of ours.
    pub index: ::core::option::Option<Some>,
    value: ::core::option::Option<Dynamic<V>>,
    /// Not of this alphabet.
    pub accents: ::core::option::Option<::std::string::String>,
    /// Not a name at all.
    pub quoted: ::core::option::Option<::std::string::String>,
    /// Not a name at all.
    pub not: ::core::option::Option<::std::string::String>,
    pinned: PhantomData<V>,
}

impl<V: Version> Result<V> {
    /// With what must be there; everything else is absent.
    pub fn new(self_: impl Into<::std::string::String>) -> Self {
        Self {
            self_: self_.into(),
            ..Wire::cast_from(Record::blank())
        }
    }

    /// A keyword. Since 2021-12-31.
    pub fn r#async(&self) -> &List<Vec>
    where
        V: AtLeast<V2021_12_31>,
    {
        &self.r#async
    }

    /// Sets `async`.
    #[must_use]
    pub fn with_async(mut self, value: impl Into<List<Vec>>) -> Self
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
    pub fn with_shape(mut self, value: impl Into<::std::string::String>) -> Self
    where
        V: AtLeast<V2021_12_31>,
    {
        self.shape = Some(value.into());
        self
    }

    /// The name of a variable of ours. Since 2021-12-31.
    pub fn value(&self) -> ::core::option::Option<&Dynamic<V>>
    where
        V: AtLeast<V2021_12_31>,
    {
        self.value.as_ref()
    }

    /// Sets `value`.
    #[must_use]
    pub fn with_value(mut self, value: Dynamic<V>) -> Self
    where
        V: AtLeast<V2021_12_31>,
    {
        self.value = Some(value);
        self
    }
}

/// Named like a type of the prelude.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct String {
    /// A text.
    pub str: ::std::string::String,
}

impl String {
    /// With what must be there; everything else is absent.
    pub fn new(str: impl Into<::std::string::String>) -> Self {
        Self { str: str.into() }
    }
}

/// Named like a type of the prelude.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Vec {
    /// A list.
    pub vec: List<Box>,
}

impl Vec {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }
}

/// Named like a type of the prelude.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Box {
    /// A box.
    pub inner: ::core::option::Option<::std::boxed::Box<Box>>,
    /// Like a setter.
    pub with_inner: ::core::option::Option<i64>,
}

impl Box {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }
}

/// Named like a variant of the prelude.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Some {
    /// A variant.
    pub none: ::core::option::Option<None>,
}

impl Some {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }
}

/// Named like a variant of the prelude.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct None {
    /// A truth value.
    pub ok: ::core::option::Option<bool>,
}

impl None {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }
}

/// Named like a type of the runtime.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Dynamic<V: Version = super::versions::Latest> {
    latest: ::core::option::Option<Latest>,
    version: PhantomData<V>,
}

impl<V: Version> Dynamic<V> {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    /// A type. Since 2021-12-31.
    pub fn latest(&self) -> ::core::option::Option<&Latest>
    where
        V: AtLeast<V2021_12_31>,
    {
        self.latest.as_ref()
    }

    /// Sets `latest`.
    #[must_use]
    pub fn with_latest(mut self, value: Latest) -> Self
    where
        V: AtLeast<V2021_12_31>,
    {
        self.latest = Some(value);
        self
    }
}

/// Named like a version.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Latest {
    /// A type of the runtime. In major units.
    pub amount: ::core::option::Option<juspay_runtime::Amount>,
}

impl Latest {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }
}

/// Named like a type of the runtime.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Amount {
    /// A primitive.
    pub i64: ::core::option::Option<i64>,
}

impl Amount {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }
}

/// Named like a parameter.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct V<V: Version = super::versions::Latest> {
    v: ::core::option::Option<::std::boxed::Box<V<V>>>,
    /// A type.
    pub amount: ::core::option::Option<Amount>,
    version: PhantomData<V>,
}

impl<V: Version> V<V> {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    /// Itself. Since 2021-12-31.
    pub fn v(&self) -> ::core::option::Option<&V<V>>
    where
        V: AtLeast<V2021_12_31>,
    {
        self.v.as_deref()
    }

    /// Sets `v`.
    #[must_use]
    pub fn with_v(mut self, value: V<V>) -> Self
    where
        V: AtLeast<V2021_12_31>,
    {
        self.v = Some(::std::boxed::Box::new(value));
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
    /// No text at all.
    Nothing,
    /// A type.
    String,
    /// Not a name at all.
    ABC,
    /// A value that is unknown, or that its version does not have; the text is kept.
    Unknown(UnknownValue),
}
