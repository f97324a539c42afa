//! `spec.yaml`: one operation and 6 types.

use super::versions::{Latest, V2021_12_31};
use juspay_runtime::{
    AtLeast, Event, List, Need, Operation, Parameter, Pinned, Record, Reply, Version,
};

mod wire;

/// A call with something of everything.
///
/// `PUT /{some}` takes [`Some`] as JSON and answers [`Result`].
pub static TRY: Operation = Operation::new("try", "PUT", "/{some}")
    .auth(&[&super::api::OPEN])
    .parameters(
        &[Parameter::path("some"), Parameter::query("none"), Parameter::query("ok")],
    )
    .json("Some")
    .replies(&[Reply::of(200, "Result"), Reply::empty(202)]);

/// Named like a type of the prelude.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Result<V: Version = Latest> {
    /// A text.
    pub ok: ::std::string::String,
    err: Option<String>,
    version: Pinned<V>,
}

impl<V: Version> Result<V> {
    /// With what must be there; everything else is absent.
    pub fn new(ok: impl Into<::std::string::String>) -> Self {
        let mut new: Self = Record::blank();
        new.ok = ok.into();
        new
    }

    /// A type. Since 2021-12-31.
    pub fn err(&self) -> Option<&String>
    where
        V: AtLeast<V2021_12_31>,
    {
        self.err.as_ref()
    }

    /// Sets `err`.
    #[must_use]
    pub fn with_err(mut self, value: String) -> Self
    where
        V: AtLeast<V2021_12_31>,
    {
        self.err = ::core::option::Option::Some(value);
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
    pub inner: Option<::std::boxed::Box<Box>>,
    /// Like a setter.
    pub with_inner: Option<i64>,
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
    pub none: Option<None>,
}

impl Some {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    juspay_runtime::setters! {
        with_none(None) => none,
    }
}

/// Named like a variant of the prelude.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct None {
    /// A truth value.
    pub ok: Option<bool>,
}

impl None {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    juspay_runtime::setters! {
        with_ok(bool) => ok,
    }
}

/// A matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NoneBox {
    /// `Some`.
    Some,
    /// `None`.
    None,
}

impl NoneBox {
    /// Every column.
    pub const ALL: &'static [Self] = &[Self::Some, Self::None];

    /// The name as it is printed.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Some => "Some",
            Self::None => "None",
        }
    }

    /// The fields that must be sent for this column, by their names on the wire.
    pub fn required(self) -> impl Iterator<Item = &'static str> {
        Need::Yes.rows(Self::ROWS, self as usize)
    }

    /// What a parameter, by its name on the wire, is to this column; `None` if the matrix does not have it.
    pub fn need(self, parameter: &str) -> Option<Need> {
        Need::lookup(Self::ROWS, parameter, self as usize)
    }

    const ROWS: &'static [(&'static str, &'static str)] = &[("ok", "yn")];
}

/// Named like a type of the prelude.
pub static EVENTS: &[Event] = &[Event::of("HAPPENED", "None")];
