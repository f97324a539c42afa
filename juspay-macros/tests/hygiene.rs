//! Derived impls depend on no name of their surroundings, and leave no warning in them.
#![deny(warnings, missing_docs, unreachable_pub, clippy::pedantic)]
#![allow(clippy::zero_prefixed_literal)]

/// Versions.
pub mod versions {
    juspay_runtime::versions! {
        /// The first.
        V2020_06_15 = 2020-06-15,
    }
}

/// What is not to be used any more can still be read, and says so where it is used.
pub mod deprecated {
    use juspay_macros::Versioned;
    use juspay_runtime::{Pinned, UnknownValue, Version};

    /// A parcel, which holds others like it.
    #[derive(Versioned, Clone, Debug, PartialEq)]
    #[versioned(versions = crate::versions)]
    pub struct Parcel<V: Version> {
        /// The old name.
        #[deprecated]
        pub label: Option<String>,
        #[deprecated(note = "nobody knows it")]
        #[versioned(since = "2020-06-15")]
        hub: Option<String>,
        /// Where it is.
        pub status: Status,
        /// Those in it.
        pub parts: juspay_runtime::List<Self>,
        /// The one around it.
        pub outer: Option<Box<Self>>,
        version: Pinned<V>,
    }

    /// Where a parcel is.
    #[derive(Versioned, Clone, Debug, PartialEq)]
    pub enum Status {
        /// Nobody knows.
        #[deprecated]
        Lost,
        /// Anything else.
        #[versioned(unknown)]
        Unknown(UnknownValue),
    }
}

#[expect(deprecated)]
fn hub(parcel: &deprecated::Parcel<versions::V2020_06_15>) -> Option<&str> {
    parcel.hub()
}

#[test]
#[allow(deprecated)]
fn what_is_deprecated_is_read() -> Result<(), juspay_runtime::DecodeError> {
    use juspay_runtime::Wire;
    let body = r#"{"label":"a","hub":"b","status":"Lost","parts":[{"status":"Lost"}]}"#;
    let parcel = deprecated::Parcel::<versions::V2020_06_15>::from_json(body)?;
    assert_eq!((parcel.label.as_deref(), hub(&parcel), parcel.parts.len()), (Some("a"), Some("b"), 1));
    assert_eq!(parcel.with_hub("b").to_json(), body);
    Ok(())
}

/// Without the prelude, and with names in the way that impls might mean.
#[no_implicit_prelude]
pub mod bare {
    use ::juspay_macros::Versioned;

    /// Names that impls might mean.
    pub mod names {
        /// Not the one of the standard library.
        #[derive(::core::clone::Clone, ::core::marker::Copy)]
        pub struct Some;
    }
    #[allow(unused_imports)]
    use names::Some;

    /// A parcel.
    #[derive(Versioned, ::core::clone::Clone, ::core::cmp::PartialEq)]
    #[versioned(versions = crate::versions, pairs(status = status_id), one_of(status_id, payee))]
    pub struct Parcel<V: ::juspay_runtime::Version> {
        /// Its id.
        #[versioned(max_length = 9, chars = "a-z")]
        pub id: ::std::string::String,
        /// Where it is.
        pub status: Status,
        /// The same as a number.
        pub status_id: ::core::option::Option<i64>,
        /// Whom it is paid to.
        #[versioned(when = "status == Sent and city", no_query, min_length = 1)]
        pub payee: ::core::option::Option<::std::string::String>,
        /// What it was before.
        #[versioned(hidden("2020-06-15" = "city"), max_items = 4)]
        pub earlier: ::juspay_runtime::List<Address>,
        /// How much it is worth.
        #[versioned(decimals = 2, at_least = -1, at_most = 9.5)]
        pub worth: ::core::option::Option<::juspay_runtime::Amount>,
        #[versioned(since = "2020-06-15")]
        r#type: ::core::option::Option<::std::string::String>,
        /// Where it was handed in.
        #[versioned(until = "2020-06-15")]
        hub: ::core::option::Option<::std::boxed::Box<Parcel<V>>>,
        #[versioned(since = "2020-06-15", sensitive)]
        notes: ::juspay_runtime::List<::std::string::String>,
        /// Who sends it.
        #[versioned(prefix = "")]
        pub sender: ::core::option::Option<Address>,
        version: ::core::marker::PhantomData<V>,
    }

    /// An address.
    #[derive(Versioned, ::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq)]
    pub struct Address {
        /// The city.
        pub city: ::std::string::String,
    }

    /// Where a parcel is.
    #[derive(Versioned, ::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq)]
    pub enum Status {
        /// On its way.
        #[versioned(id = 1, since = "2020-06-15", was("2020-06-15" = "Lost"))]
        Sent,
        /// Nobody knows.
        Lost,
        /// Anything else.
        #[versioned(unknown)]
        Unknown(::juspay_runtime::UnknownValue),
    }

    /// A page.
    #[derive(Versioned, ::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq)]
    pub struct Page<T> {
        /// What is on it.
        pub items: ::std::vec::Vec<T>,
    }

    /// Nothing.
    #[derive(Versioned, ::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq)]
    pub struct Nothing {}
}

/// Types that nobody else sees.
mod private {
    use std::marker::PhantomData;

    use juspay_macros::Versioned;
    use juspay_runtime::Version;

    #[derive(Versioned, Clone, Debug, PartialEq)]
    #[versioned(versions = crate::versions)]
    pub(crate) struct Parcel<V: Version> {
        pub(crate) id: String,
        #[versioned(since = "2020-06-15")]
        weight: Option<i64>,
        version: PhantomData<V>,
    }
}

/// A type in a function.
#[test]
fn types_in_functions() -> Result<(), juspay_runtime::DecodeError> {
    use juspay_runtime::Wire;

    #[derive(juspay_macros::Versioned)]
    struct Local {
        id: String,
    }

    let text = r#"{"id":"p"}"#;
    assert_eq!(Local::from_json(text)?.id, "p");
    assert_eq!(private::Parcel::<juspay_runtime::Dynamic>::from_json(text)?.id, "p");
    assert_eq!(bare::Nothing::from_json("{}")?.to_json(), "{}");
    let parcel = r#"{"id":"p","status":"Sent","status_id":1,"earlier":[{"city":"Goa"}],"worth":9.755,"city":"Goa"}"#;
    let parcel = bare::Parcel::<versions::V2020_06_15>::from_json(parcel)?;
    assert_eq!(parcel.check().len(), 2);
    assert!(
        parcel.encode_at(juspay_runtime::ApiVersion::BASE).contains(r#""status":"Lost","status_id":1,"earlier":[]"#)
    );
    let parcel = r#"{"id":"p","status":"Lost","type":"t","notes":["n"],"city":"Goa"}"#;
    let parcel = bare::Parcel::<versions::V2020_06_15>::from_json(parcel)?;
    assert_eq!((parcel.r#type(), parcel.notes().first().map(String::as_str)), (Some("t"), Some("n")));
    assert!(!format!("{parcel:?}").contains("\"n\""));
    assert_eq!(parcel.with_type("u").to_json(), r#"{"id":"p","status":"Lost","type":"u","notes":["n"],"city":"Goa"}"#);
    Ok(())
}
