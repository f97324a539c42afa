//! Types for a dated API, written by hand: `#[derive(Versioned)]` reads and writes them as each version does.
//!
//! What a spec and the generator make of a whole API, the derive makes of one type. It writes the same code with the same
//! emitters, so that types written by hand and generated ones stand in each other.
//!
//! ```
//! use juspay_macros::Versioned;
//! use juspay_runtime::{Amount, Decoding, Dynamic, List, Pinned, UnknownValue, Version, Wire};
//!
//! mod versions {
//!     juspay_runtime::versions! {
//!         /// Parcels carry their weight.
//!         V2020_06_15 = 2020-06-15,
//!         /// The sum is called price.
//!         V2021_03_25 = 2021-03-25,
//!     }
//!     pub type Latest = V2021_03_25;
//! }
//! use versions::{Latest, V2020_06_15, V2021_03_25, VBase};
//!
//! /// A parcel and where it is.
//! #[derive(Versioned, Clone, Debug, PartialEq)]
//! #[versioned(versions = versions)]
//! struct Parcel<V: Version = Latest> {
//!     id: String,
//!     status: Status,
//!     #[versioned(renamed("2021-03-25" = "sum"))]
//!     price: Amount,
//!     /// What it weighs.
//!     #[versioned(since = "2020-06-15")]
//!     weight: Option<Amount>,
//!     #[versioned(prefix = "sender_")]
//!     sender: Option<Address>,
//!     pieces: List<Parcel<V>>,
//!     version: Pinned<V>,
//! }
//!
//! #[derive(Versioned, Clone, Debug, PartialEq)]
//! struct Address {
//!     city: String,
//!     #[versioned(blank)]
//!     street: Option<String>,
//! }
//!
//! #[derive(Versioned, Clone, Debug, PartialEq, Eq, Hash)]
//! #[versioned(rename_all = "SCREAMING_SNAKE_CASE")]
//! enum Status {
//!     Ready,
//!     #[versioned(id = 9, since = "2021-03-25", was("2021-03-25" = "READY"))]
//!     OnItsWay,
//!     #[versioned(unknown)]
//!     Unknown(UnknownValue),
//! }
//!
//! # fn main() -> Result<(), juspay_runtime::DecodeError> {
//! let body = r#"{"id":"p","status":"READY","sum":9.50,"weight":2,"sender_city":"Goa"}"#;
//!
//! // Pinned: the compiler knows what the version has.
//! let parcel = Parcel::<V2020_06_15>::from_json(body)?;
//! assert_eq!(parcel.price.to_string(), "9.50");
//! assert_eq!(parcel.weight(), Some(Amount::from(2)));
//!
//! // At a version chosen at run time: what it lacks is absent, and odd if it comes all the same.
//! let base = Decoding::at("2019-01-01".parse().unwrap()).anomalies(true);
//! let decoded = Parcel::<Dynamic>::decode(body, &base)?;
//! assert_eq!(decoded.value.weight(), None);
//! assert_eq!(decoded.anomalies[0].to_string(), "weight: field of a later version (sent from 2020-06-15)");
//!
//! // Written as the pinned version writes it.
//! let newest = Parcel::<V2021_03_25> {
//!     id: "q".to_owned(),
//!     status: Status::OnItsWay,
//!     price: Amount::from(3),
//!     weight: None,
//!     sender: None,
//!     pieces: List::ABSENT,
//!     version: Pinned::default(),
//! };
//! assert_eq!(newest.to_json(), r#"{"id":"q","status":"ON_ITS_WAY","price":3}"#);
//! assert_eq!(newest.encode_at("2020-06-15".parse().unwrap()), r#"{"id":"q","status":"READY","sum":3}"#);
//! # Ok(())
//! # }
//! ```
//!
//! # Structs
//!
//! A struct is a JSON object. The type of a field says whether it may be missing: `Option<T>` and `List<T>` may, all
//! others must be there. It counts as it is written: what an alias stands for is not seen. Any type can stand in a field
//! that can be read and written: those of `juspay-runtime`, `String`, `i64`, `bool`, derived and generated ones, `Option`,
//! `Vec`, `List` and `Map` of them, and `Box` of what is an object.
//!
//! A parameter bounded by `Version` is the version of the type; a field of type `Pinned<V>` holds it and shows its
//! date in `Debug`. So does `PhantomData<V>`, which shows the path of a type, and one of them is needed only where no other
//! field holds the version. A field whose type names the version is nested: it has the same one.
//!
//! - With that parameter, what only some versions have is private and read through a method of the same name, which asks
//!   for such a version: `fn weight(&self) -> Option<Amount> where V: AtLeast<V2020_06_15>`. `with_weight` sets it.
//! - Without it, every field is a plain one, and the type is read at the version that `Decoding` names.
//!
//! Other type parameters hold anything that can be read; what has a version itself only where the type around it has none,
//! so write `Vec<Parcel<V>>` beside a version. Bounds stand where a parameter is declared. There are no lifetimes: a decoded
//! value owns what it holds.
//!
//! | on a struct | what it says |
//! |---|---|
//! | `versions = crate::versions` | Where the types of versions are, if not in the same module. A date such as `2020-11-20` stands for `V2020_11_20` there. |
//! | `name = "Refund"` | The type's name in errors and anomalies, if not its own. |
//! | `pairs(status = status_id)` | An enum of values and the field with the number of the value, by their names in Rust. They must agree, and the number follows the value into older versions. |
//! | `one_of(email, phone)` | At least one of these must be there; `check` tells if not. It may be given several times. |
//! | `rename_all = "camelCase"` | How the names of fields are spelled on the wire: `lowercase`, `UPPERCASE`, `PascalCase`, `camelCase`, `snake_case`, `SCREAMING_SNAKE_CASE`, `kebab-case`, `SCREAMING-KEBAB-CASE`. |
//! | `runtime = my_client::runtime` | Where `juspay-runtime` is, if it is not a dependency of its own. |
//!
//! | on a field | what it says |
//! |---|---|
//! | `rename = "amt"` | Its name on the wire, if not its own. |
//! | `renamed("2019-01-01" = "old_name")` | What it was called before a version; earlier names stand first. |
//! | `alias = "cost"` | Another name that is accepted; it may be given several times. |
//! | `since = "2020-11-20"` | The first version that has it. |
//! | `until = "2020-11-20"` | The first version that no longer has it. |
//! | `required_since = "2019-01-01"` | An `Option` that must be there from a version on. |
//! | `nullable` | An `Option` that must be there and may be null. |
//! | `blank` | `""` means that it is absent. |
//! | `as_string` | A number or a boolean that is written as a string. |
//! | `json_string` | A value that is written as a string which holds its JSON. |
//! | `sensitive` | Never shown. The derive writes `Debug` then, so the type does not derive it. |
//! | `prefix = "billing_"` | An object whose keys stand in this one, each with the prefix, which may be empty. The object's type is derived, too, and has up to 64 fields. |
//! | `rest` | A `Map` that takes every other key. |
//! | `when = "kind == CARD"` | It is there if the condition holds, and only then. |
//! | `hidden("2015-08-18" = "status == FAILURE")` | Items of a list that meet the condition were left out before a version. |
//! | `min_length = 2` | The fewest characters of a string. |
//! | `max_length = 32` | The most characters of a string. |
//! | `max_items = 5` | The most items of a list. |
//! | `decimals = 2` | The most digits of an amount behind the point. |
//! | `at_least = 0.01` | The least number. |
//! | `at_most = 99` | The greatest number. |
//! | `chars = "A-Za-z0-9"` | The characters of a string, as a set. |
//! | `no_query` | A URL without a query string. |
//!
//! A field whose type changed is two fields with one name, of which one has `until` and the other `since`:
//!
//! ```
//! # use juspay_macros::Versioned;
//! #[derive(Versioned, Clone, Debug, PartialEq)]
//! struct Parcel {
//!     #[versioned(rename = "grade", until = "2021-03-25")]
//!     grade_text: Option<String>,
//!     #[versioned(since = "2021-03-25")]
//!     grade: Option<i64>,
//! }
//!
//! # fn main() -> Result<(), juspay_runtime::DecodeError> {
//! # use juspay_runtime::Wire;
//! // Each version has the value as its own type, if it can be said in both exactly.
//! let parcel = Parcel::from_json(r#"{"grade":3}"#)?;
//! assert_eq!(parcel.encode_at("2020-06-15".parse().unwrap()), r#"{"grade":"3"}"#);
//! # Ok(())
//! # }
//! ```
//!
//! A condition is `path == VALUE`, `path != VALUE`, `path in [A, B]` or `path` alone, which says that something is there;
//! several are joined by `and`. A path is made of the newest names on the wire. That of `when` begins at a field of the
//! same struct, that of `hidden` at a field of the item; both may walk on through objects and lists.
//!
//! What values must be like is asked of a whole value before it is sent, with `check`, which tells of everything at once.
//! Bodies that are read may break it.
//!
//! ```
//! # use juspay_macros::Versioned;
//! # use juspay_runtime::{Amount, List, UnknownValue, Wire};
//! # use juspay_runtime::Decoding;
//! #[derive(Versioned, Clone, Debug, PartialEq)]
//! #[versioned(pairs(status = status_id), one_of(email, phone))]
//! struct Payment {
//!     status: Status,
//!     status_id: Option<i64>,
//!     #[versioned(max_length = 254)]
//!     email: Option<String>,
//!     #[versioned(min_length = 7, chars = "0-9")]
//!     phone: Option<String>,
//!     #[versioned(when = "status == HELD", decimals = 2, at_least = 0.01)]
//!     captured: Option<Amount>,
//!     #[versioned(hidden("2015-08-18" = "status == DONE"))]
//!     parts: List<Part>,
//! }
//!
//! #[derive(Versioned, Clone, Debug, PartialEq)]
//! struct Part {
//!     status: Status,
//! }
//!
//! #[derive(Versioned, Clone, Debug, PartialEq, Eq, Hash)]
//! #[versioned(rename_all = "UPPERCASE")]
//! enum Status {
//!     #[versioned(id = 1)]
//!     Held,
//!     #[versioned(id = 2, was("2015-08-18" = "HELD"))]
//!     Done,
//!     #[versioned(unknown)]
//!     Unknown(UnknownValue),
//! }
//!
//! # fn main() -> Result<(), juspay_runtime::DecodeError> {
//! let body = r#"{"status":"DONE","status_id":1,"captured":1.005,"parts":[{"status":"DONE"},{"status":"HELD"}]}"#;
//! let decoded = Payment::decode(body, &Decoding::new().anomalies(true))?;
//! let odd: Vec<String> = decoded.anomalies.iter().map(ToString::to_string).collect();
//! assert_eq!(
//!     odd,
//!     [
//!         "captured: there although its condition does not hold",
//!         "status_id: contradiction (not the id of the value beside it)",
//!     ]
//! );
//! let wrong: Vec<String> = decoded.value.check().iter().map(ToString::to_string).collect();
//! assert_eq!(wrong, ["captured: at most 2 decimals", "one of email, phone must be there"]);
//! assert_eq!(
//!     decoded.value.encode_at("2015-01-01".parse().unwrap()),
//!     r#"{"status":"HELD","status_id":1,"captured":1.005,"parts":[{"status":"HELD"}]}"#
//! );
//! # Ok(())
//! # }
//! ```
//!
//! # Enums
//!
//! An enum is a text. Every variant but one is a value, and that one keeps the texts of all others. `Display`,
//! `From<&str>` and `as_str` come with it; so do `id`, `since` and `could_mean`, where the attributes give them something
//! to say.
//!
//! | on an enum | what it says |
//! |---|---|
//! | `rename_all`, `name`, `runtime` | The same as on a struct. |
//!
//! | on a variant | what it says |
//! |---|---|
//! | `rename = "AUTO_REFUNDED"` | Its text, if not its name. |
//! | `id = 36` | Its number. |
//! | `since = "2019-11-11"`, `until = "…"` | The versions that send it. At others it is read as unknown, and knows that it is early. |
//! | `was("2015-01-09" = "SUCCESS")` | What was sent in its place before a version; earlier texts stand first. |
//! | `unknown` | The variant for every other text. It holds an `UnknownValue`. |
//!
//! # Whole APIs
//!
//! With the feature `api`, `api!` generates a client from a spec in place. It reads YAML and brings what it needs for that;
//! without the feature, the derive stands on `syn`, `quote` and `proc-macro2` alone.
//!
//! # Mistakes
//!
//! All mistakes in the attributes of a type are told at once, each where it stands. A type with a mistake keeps its impls,
//! so that code which uses it compiles and the mistake is the only error.

#[cfg(feature = "api")]
mod api;
mod attr;
mod check;
mod errors;
mod expand;
mod model;
mod suggest;

use proc_macro::TokenStream;
use syn::{DeriveInput, parse_macro_input};

/// Reads and writes a struct or an enum as each version of the API does.
///
/// It implements `Fields`, `Record`, `Wire` and `Versioned` for a struct, and `OpenEnum`, `Decode` and `Encode` for an
/// enum; the [page of the crate](crate) has an example and lists what can be said in `#[versioned(…)]`.
#[proc_macro_derive(Versioned, attributes(versioned))]
pub fn derive_versioned(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    expand::derive(&input).into()
}

/// Generates the client of an API where it is called, as modules.
///
/// It does what `juspay_codegen::Builder` does in a build script, and takes the same options as keys; those that are
/// lists take their values in brackets. Paths are relative to the folder of the crate's `Cargo.toml`. What is wrong with
/// the spec is told by the compiler, and the crate is compiled again when a file of the spec changes.
///
/// ```no_run
/// mod shop {
///     juspay_macros::api! {
///         versions = "2018-10-25..=2021-03-25",
///         only = ["order_status"],
///         rename = ["Order=PaymentOrder"],
///     }
/// }
/// use shop::orders::PaymentOrder;
/// use shop::versions::V2020_11_20;
///
/// fn codes(order: &PaymentOrder<V2020_11_20>) -> Vec<&str> {
///     order.refunds.iter().filter_map(|refund| refund.error_code()).collect()
/// }
/// ```
///
/// | key | what it is for |
/// |---|---|
/// | `spec = "DIR"` | The folder that holds the spec. Without it, the spec of Juspay's API is read. |
/// | `versions = "A..=B"` | The versions that the client serves. |
/// | `only = ["PATTERN", …]` | Types and endpoints to generate, with every type that they need. |
/// | `derives = ["[PATTERN=]TRAIT", …]` | Traits to derive on top of the usual ones. |
/// | `replace = ["ITEM=TYPE", …]` | Types to use instead of the generated ones. |
/// | `rename = ["ITEM=NAME", …]` | Names to use in Rust instead of the derived ones. |
/// | `client = true` | Adds the client, for which `juspay-runtime` needs its feature `http`. |
/// | `runtime = "PATH"` | The path of the runtime crate, if it is not `juspay_runtime`. |
///
/// `layout` and `out` are about files, and a macro writes none.
#[cfg(feature = "api")]
#[proc_macro]
pub fn api(input: TokenStream) -> TokenStream {
    api::api(input.into()).into()
}
