//! `Serialize` and `Deserialize`, for storing values as JSON with `serde_json`.
//!
//! Both go through the text of this crate's own reader and writer, so that digits stay exact; other formats than JSON
//! get a text that holds JSON, or refuse it.

use crate::{Amount, Date, Decimal, Decode, DecodeError, Encode, Json, Reader, Timestamp, Writer};
pub use serde_core::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

/// Hands over JSON that this crate wrote.
pub fn serialize<S: Serializer>(json: String, serializer: S) -> Result<S::Ok, S::Error> {
    RawValue::from_string(json).map_err(serde_core::ser::Error::custom)?.serialize(serializer)
}

/// Takes the text of a JSON value and decodes it.
pub fn deserialize<'de, T, D: Deserializer<'de>>(
    deserializer: D,
    decode: impl FnOnce(&str) -> Result<T, DecodeError>,
) -> Result<T, D::Error> {
    let raw = Box::<RawValue>::deserialize(deserializer)?;
    decode(raw.get()).map_err(serde_core::de::Error::custom)
}

fn read<T: Decode>(text: &str) -> Result<T, DecodeError> {
    let mut value = T::blank();
    let mut reader = Reader::new(text, crate::ApiVersion::NEWEST, false);
    reader.read(&mut value)?;
    reader.end()?;
    Ok(value)
}

fn write(value: &impl Encode) -> String {
    let mut out = Vec::new();
    value.write(&mut Writer::new(&mut out, crate::ApiVersion::NEWEST));
    String::from_utf8(out).unwrap_or_default()
}

macro_rules! scalars {
    ($($name:ident)*) => {$(
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serialize(write(self), serializer)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserialize(deserializer, read)
            }
        }
    )*};
}

scalars!(Amount Decimal Timestamp Date Json);
