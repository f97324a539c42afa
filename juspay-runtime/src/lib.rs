//! What generated clients of dated APIs call: versions, decoding, amounts, secrets.
//!
//! An API whose answers depend on a dated version is described by tables ([`Shape`], [`Values`]) that a generator writes,
//! and by plain Rust types. Everything that reads, writes and checks them is in here, compiled once:
//!
//! - [`Wire`] is what a user calls on a type: `from_json`, `decode`, `to_json`, `encode_at`, `to_form`, `check`.
//! - [`ApiVersion`] is a version as a value; [`versions!`] makes types of them, so that the compiler refuses fields which
//!   the pinned version lacks.
//! - [`Amount`], [`Timestamp`], [`Secret`], [`Json`], [`List`] and [`Map`] are the types of fields.
//! - [`Anomaly`] is something odd about a body that could be decoded all the same; [`DecodeError`] says why one could not.

#[cfg(feature = "serde")]
#[doc(hidden)]
#[path = "serde.rs"]
pub mod __private;
mod amount;
mod anomaly;
mod api;
mod candidates;
mod check;
#[doc(hidden)]
pub mod compiled;
mod condition;
mod decimal;
mod decode;
mod error;
mod flatten;
mod generated;
#[cfg(feature = "http")]
pub mod http;
mod index;
mod inner;
#[cfg(feature = "interpret")]
pub mod interpret;
mod json;
mod marker;
mod object;
mod open;
mod operation;
mod raw;
mod record;
mod retype;
mod review;
mod secret;
mod shape;
mod time;
mod value;
mod version;
mod versioned;
mod wire;

pub use amount::Amount;
pub use anomaly::{Anomaly, AnomalyKind};
pub use api::{Api, Failure};
#[doc(hidden)]
pub use candidates::Indices;
pub use check::{Rule, Violation};
pub use condition::Test;
pub use decimal::{Decimal, DecimalError};
pub use decode::{Decoded, Decoding};
#[doc(hidden)]
pub use decode::{decode_by, decode_into};
pub use error::{DecodeError, DecodeErrorKind, EncodeError};
pub use flatten::{Rows, Table};
pub use inner::{Inner, Rest, inner, rest};
pub use json::{Reader, Writer};
pub use marker::{AtLeast, Before, Dynamic, Pinned, Version};
pub use open::{Answer, OpenEnum, UnknownValue, Value, Values, read_open, value, write_open};
pub use operation::{Auth, AuthKind, BodyFormat, Event, Idempotency, Life, Need, Operation, Parameter, Place, Reply};
pub use raw::Json;
pub use record::{Fields, Record};
pub use retype::Sort;
#[doc(hidden)]
pub use secret::debug;
pub use secret::{Redacted, Secret};
pub use shape::{Field, Flat, Hidden, Pair, Shape, field, flat, hidden, pair, pair_of};
pub use time::{Date, Timestamp};
#[doc(hidden)]
pub use value::fill;
pub use value::{Decode, Empty, Encode, List, Map, blank};
pub use version::{ApiVersion, VersionError};
pub use versioned::Versioned;
#[doc(hidden)]
pub use versioned::exchange;
pub use wire::Wire;
