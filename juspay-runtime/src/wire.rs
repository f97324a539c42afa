//! What a user calls on every generated type.

use crate::anomaly::Notes;
use crate::candidates::Candidates;
use crate::check;
use crate::decode::{self, Decoded, Decoding};
use crate::error::{DecodeError, EncodeError};
use crate::json::Writer;
use crate::record::Fields;
use crate::version::ApiVersion;

/// A type that goes over the wire: emitted for every object.
///
/// The version is a value while a body is read, also where it is pinned: the code for a pin is that for any version.
pub trait Wire: Fields + Sized {
    /// The version that the type is pinned to, if it is.
    const PINNED: Option<ApiVersion> = None;

    /// A placeholder, in which everything that may be absent is.
    #[doc(hidden)]
    fn blank() -> Self;

    /// Reads a body into a placeholder.
    #[doc(hidden)]
    fn fill(&mut self, text: &str, options: Decoding) -> Result<Decoded<()>, DecodeError>;

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
        let document = value.fill(text, options.pinned(Self::PINNED))?;
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
        check::check(self, Self::PINNED)
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
    String::from_utf8(body(record, Candidates::of(record), version, true)).unwrap_or_default()
}

/// A whole record, as a form or as JSON.
pub(crate) fn body(record: &dyn Fields, candidates: Candidates, version: ApiVersion, form: bool) -> Vec<u8> {
    let mut out = room(&candidates);
    if form {
        Writer::form(&mut out, version).fields(record, candidates);
    } else {
        let mut writer = Writer::new(&mut out, version);
        writer.container(b'{', b'}', |writer| writer.fields(record, candidates));
    }
    out
}

fn buffer(record: &dyn Fields) -> Vec<u8> {
    room(&Candidates::of(record))
}

/// Room for a record as they usually are, so that writing it does not ask for more.
fn room(candidates: &Candidates) -> Vec<u8> {
    Vec::with_capacity(candidates.room().clamp(256, 16384))
}

/// The [`Wire`] of a type: `wire!(Parcel<V>)` where it has a version and is read at any of them, `wire!(Parcel<V> dynamic)`
/// where only its dynamic form is read, `wire!(Address)` where it has none.
#[macro_export]
macro_rules! wire {
    ($name:ident<V> dynamic) => {
        $crate::__wire! {
            [V: $crate::Version] $name<V>, V::PINNED, $crate::Versioned::blank(),
            |value, text, options| $crate::decode_by(text, options, &mut |decoded: &mut $name<$crate::Dynamic>| {
                $crate::Versioned::hand_over(decoded, value);
            })
        }
    };
    ($name:ident<V>) => {
        $crate::__wire! {
            [V: $crate::Version] $name<V>, V::PINNED, $crate::Record::blank(),
            |value, text, options| $crate::decode_into(value, text, options)
        }
    };
    ($name:ident) => {
        $crate::__wire! {
            [] $name, ::core::option::Option::None, $crate::Record::blank(),
            |value, text, options| $crate::decode_into(value, text, options)
        }
    };
}

/// The impl of [`Wire`], and those of serde.
#[doc(hidden)]
#[macro_export]
macro_rules! __wire {
    (
        [$($generics:tt)*] $name:ty, $pinned:expr, $blank:expr,
        |$value:ident, $text:ident, $options:ident| $read:expr
    ) => {
        impl<$($generics)*> $crate::Wire for $name {
            const PINNED: ::core::option::Option<$crate::ApiVersion> = $pinned;
            fn blank() -> Self {
                $blank
            }
            fn fill(
                &mut self,
                $text: &str,
                $options: $crate::Decoding,
            ) -> ::core::result::Result<$crate::Decoded<()>, $crate::DecodeError> {
                let $value = self;
                $read
            }
        }
        $crate::__serde!([$($generics)*] $name);
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
