//! What a user calls on every generated type.

use crate::anomaly::Notes;
use crate::decode::{self, Decoded, Decoding};
use crate::error::{DecodeError, EncodeError};
use crate::json::Writer;
use crate::record::{Fields, Record};
use crate::value::fill;
use crate::version::ApiVersion;
use crate::{Version, check};

/// A type that goes over the wire: emitted for every object.
///
/// Decoding is compiled once, for the type's dynamic form, with the version as a value; a pinned type takes the fields of
/// that form over. So a pin costs little code and little time.
pub trait Wire: Fields + Sized {
    /// The form that decoding yields: the type itself, or `Type<Dynamic>`.
    type Decoded: Record;
    /// The version that the type is pinned to, if it is.
    const PINNED: Option<ApiVersion> = None;

    /// A placeholder, in which everything that may be absent is.
    #[doc(hidden)]
    fn blank() -> Self;

    /// Takes over what was decoded, field by field.
    #[doc(hidden)]
    fn take_from(&mut self, decoded: &mut Self::Decoded);

    /// Decodes a body at the pinned version, or else at the newest.
    #[inline]
    fn from_json(text: &str) -> Result<Self, DecodeError> {
        Ok(Self::decode(text, &Decoding::new())?.value)
    }

    /// Decodes a body that has not been checked to be text.
    #[inline]
    fn from_json_bytes(bytes: &[u8]) -> Result<Self, DecodeError> {
        Self::from_json(decode::utf8(bytes)?)
    }

    /// Decodes a body as told, and says what was odd about it.
    #[inline]
    fn decode(text: &str, options: &Decoding) -> Result<Decoded<Self>, DecodeError> {
        let mut value = Self::blank();
        let take = &mut |decoded: &mut Self::Decoded| value.take_from(decoded);
        let document = Self::Decoded::decode_document(text, options.pinned(Self::PINNED), take)?;
        Ok(document.map(|()| value))
    }

    /// Decodes a body that has not been checked to be text, as told.
    #[inline]
    fn decode_bytes(bytes: &[u8], options: &Decoding) -> Result<Decoded<Self>, DecodeError> {
        Self::decode(decode::utf8(bytes)?, options)
    }

    /// Encodes as the pinned version does, or else as the newest.
    fn to_json(&self) -> String {
        self.encode_at(Self::PINNED.unwrap_or(ApiVersion::NEWEST))
    }

    /// Encodes as a version does: with the fields that it has, under the names that it gives them and as the types that
    /// it has for them. A value that the version has no form for stays itself.
    fn encode_at(&self, version: ApiVersion) -> String {
        encode(self, version)
    }

    /// The same, unless the version has no form for something; the error lists all of that.
    ///
    /// What the version does not have at all is left out: that is what the version is about, and no error.
    fn try_encode_at(&self, version: ApiVersion) -> Result<String, EncodeError> {
        try_encode(self, version)
    }

    /// Encodes as a version does, for people and logs: `"<redacted>"` stands for every value that the specification calls
    /// sensitive, for secrets, and for values of which it does not know what they hold.
    fn redacted_at(&self, version: ApiVersion) -> String {
        redacted(self, version)
    }

    /// Encodes as a form: nested objects and lists become JSON.
    fn to_form(&self) -> String {
        form(self, Self::PINNED.unwrap_or(ApiVersion::NEWEST))
    }

    /// What the specification's constraints find wrong, all at once; nothing is sent or changed.
    fn check(&self) -> Vec<check::Violation> {
        check::check(self)
    }
}

fn encode(record: &dyn Fields, version: ApiVersion) -> String {
    let mut out = buffer(record);
    Writer::new(&mut out, version).record(record);
    String::from_utf8(out).unwrap_or_default()
}

fn try_encode(record: &dyn Fields, version: ApiVersion) -> Result<String, EncodeError> {
    let (mut out, mut notes) = (buffer(record), Notes::new(true));
    Writer::noting(&mut out, version, &mut notes).record(record);
    let text = String::from_utf8(out).unwrap_or_default();
    let anomalies = notes.finish(&text, version);
    if anomalies.is_empty() { Ok(text) } else { Err(EncodeError::new(version, anomalies)) }
}

fn redacted(record: &dyn Fields, version: ApiVersion) -> String {
    let mut out = buffer(record);
    Writer::redacting(&mut out, version).record(record);
    String::from_utf8(out).unwrap_or_default()
}

fn form(record: &dyn Fields, version: ApiVersion) -> String {
    let mut out = buffer(record);
    Writer::form(&mut out, version).fields(record);
    String::from_utf8(out).unwrap_or_default()
}

/// Room for a record as they usually are, so that writing it does not ask for more.
pub(crate) fn buffer(record: &dyn Fields) -> Vec<u8> {
    Vec::with_capacity(record.shape().room.clamp(256, 16384))
}

/// The [`Wire`] of a generated type: `wire!(Parcel<V>)` where it has a version, `wire!(Address)` where it has none.
#[macro_export]
macro_rules! wire {
    ($name:ident<V>) => {
        impl<V: $crate::Version> $crate::Wire for $name<V> {
            type Decoded = $name<$crate::Dynamic>;
            const PINNED: ::core::option::Option<$crate::ApiVersion> = V::PINNED;
            #[inline]
            fn blank() -> Self {
                $crate::Versioned::blank()
            }
            #[inline]
            fn take_from(&mut self, decoded: &mut Self::Decoded) {
                $crate::Versioned::hand_over(decoded, self);
            }
        }
        $crate::__serde!([V: $crate::Version] $name<V>);
    };
    ($name:ident) => {
        impl $crate::Wire for $name {
            type Decoded = Self;
            fn blank() -> Self {
                $crate::Record::blank()
            }
            fn take_from(&mut self, decoded: &mut Self) {
                ::core::mem::swap(self, decoded);
            }
        }
        $crate::__serde!([] $name);
    };
}

/// Nothing: the feature `serde` is off.
#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    ($($any:tt)*) => {};
}

/// `Serialize` and `Deserialize` of a generated type, as the JSON of the pinned version.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    ([$($generics:tt)*] $name:ty) => {
        impl<$($generics)*> $crate::__private::Serialize for $name {
            fn serialize<S: $crate::__private::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::__private::serialize($crate::Wire::to_json(self), serializer)
            }
        }
        impl<'de, $($generics)*> $crate::__private::Deserialize<'de> for $name {
            fn deserialize<D: $crate::__private::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::deserialize(deserializer, <Self as $crate::Wire>::from_json)
            }
        }
    };
}

/// A type, or a container of types, whose version stands in it.
pub trait Versioned: Sized {
    /// The same at another version.
    type At<W: Version>: Versioned;

    /// A placeholder that is handed a value.
    #[doc(hidden)]
    fn blank() -> Self;

    /// Hands all that the value holds over to a placeholder of another version, and is left with placeholders itself.
    ///
    /// It works by reference, and field by field: what moves whole types is compiled anew for every version that a
    /// program pins, with the drop of both types and of every half-moved value between them.
    #[doc(hidden)]
    fn hand_over<W: Version>(&mut self, to: &mut Self::At<W>);

    /// Moves the value to another version. What that version lacks stays, out of reach.
    fn cast<W: Version>(mut self) -> Self::At<W> {
        let mut to = Self::At::<W>::blank();
        self.hand_over(&mut to);
        to
    }
}

/// Moves a field to another version.
#[inline]
pub fn cast<W: Version, T: Versioned>(value: T) -> T::At<W> {
    value.cast()
}

/// Exchanges two fields. A call for each field costs a caller's compiler less than the moves themselves, and the code
/// behind it is that of the crate which declares the type.
#[doc(hidden)]
#[inline(never)]
pub fn exchange<T>(one: &mut T, other: &mut T) {
    std::mem::swap(one, other);
}

impl<T: Versioned> Versioned for Option<T> {
    type At<W: Version> = Option<T::At<W>>;

    #[inline]
    fn blank() -> Self {
        None
    }

    fn hand_over<W: Version>(&mut self, to: &mut Self::At<W>) {
        if let Some(value) = self {
            fill(to, Some(Versioned::blank()));
            if let Some(to) = to {
                value.hand_over(to);
            }
        }
    }
}

impl<T: Versioned> Versioned for Box<T> {
    type At<W: Version> = Box<T::At<W>>;

    fn blank() -> Self {
        Self::new(T::blank())
    }

    fn hand_over<W: Version>(&mut self, to: &mut Self::At<W>) {
        (**self).hand_over(to);
    }
}

impl<T: Versioned> Versioned for Vec<T> {
    type At<W: Version> = Vec<T::At<W>>;

    #[inline]
    fn blank() -> Self {
        Self::new()
    }

    fn hand_over<W: Version>(&mut self, to: &mut Self::At<W>) {
        to.reserve_exact(self.len());
        for item in self {
            to.push(Versioned::blank());
            if let Some(to) = to.last_mut() {
                item.hand_over(to);
            }
        }
    }
}
