//! Versions as types: what lets the compiler refuse a field that the pinned version does not have.

use crate::ApiVersion;
use std::fmt::{self, Debug};
use std::hash::Hash;
use std::marker::PhantomData;

/// A version that stands in a type: one of the markers of a generated crate, or [`Dynamic`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no API version",
    label = "no API version",
    note = "pin one of the types that `versions!` declares, such as `Latest` of a generated crate, or use `Dynamic`"
)]
pub trait Version: Copy + Clone + Debug + PartialEq + Eq + Hash + Send + Sync + 'static {
    /// The version that values of the type have; `None` where it is chosen at run time.
    const PINNED: Option<ApiVersion>;
}

/// The version is `V` or later: what exists from `V` on is there.
#[diagnostic::on_unimplemented(
    message = "this is sent from API version `{V}` on, and `{Self}` is pinned",
    label = "needs API version `{V}` or later",
    note = "pin `{V}` or a later version, or use `Dynamic`, which has what the body had"
)]
pub trait AtLeast<V>: Version {}

/// The version is earlier than `V`: what exists until `V` is there.
#[diagnostic::on_unimplemented(
    message = "this is sent only before API version `{V}`, and `{Self}` is pinned",
    label = "needs an API version before `{V}`",
    note = "pin a version before `{V}`, or use `Dynamic`, which has what the body had"
)]
pub trait Before<V>: Version {}

/// The version is chosen at run time; every field is there to ask for, and has what that version sends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dynamic {}

impl Version for Dynamic {
    const PINNED: Option<ApiVersion> = None;
}

/// Holds the version of a type, and nothing else. `Debug` shows its date.
///
/// ```
/// # use juspay_runtime::{Dynamic, Pinned};
/// assert_eq!(format!("{:?}", Pinned::<Dynamic>::default()), "dynamic");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pinned<V>(PhantomData<V>);

impl<V> Default for Pinned<V> {
    fn default() -> Self {
        Self(PhantomData)
    }
}

impl<V: Version> Debug for Pinned<V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match V::PINNED {
            Some(version) => Debug::fmt(&version, f),
            None => f.write_str("dynamic"),
        }
    }
}

/// Declares the version markers of a generated crate, oldest first, and how they are ordered.
///
/// ```
/// mod versions {
///     juspay_runtime::versions! {
///         /// Parcels carry their weight.
///         V2022_03_01 = 2022-03-01,
///         /// Parcels can be lost.
///         V2023_06_15 = 2023-06-15,
///     }
/// }
/// use juspay_runtime::{AtLeast, Version};
/// use versions::{V2022_03_01, V2023_06_15, VBase};
///
/// fn weighs<V: AtLeast<V2022_03_01>>() -> bool { true }
/// assert!(weighs::<V2023_06_15>() && weighs::<juspay_runtime::Dynamic>());
/// assert!(VBase::PINNED < V2022_03_01::PINNED);
/// ```
#[macro_export]
macro_rules! versions {
    ($($(#[$doc:meta])* $marker:ident = $year:literal - $month:literal - $day:literal),* $(,)?) => {
        /// The state before the first dated version.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum VBase {}
        #[diagnostic::do_not_recommend]
        impl $crate::Version for VBase {
            const PINNED: ::core::option::Option<$crate::ApiVersion> =
                ::core::option::Option::Some($crate::ApiVersion::BASE);
        }
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
            #[allow(non_camel_case_types)]
            pub enum $marker {}
            #[diagnostic::do_not_recommend]
            impl $crate::Version for $marker {
                const PINNED: ::core::option::Option<$crate::ApiVersion> =
                    ::core::option::Option::Some($crate::ApiVersion::literal($year, $month, $day));
            }
        )*
        /// Every dated version that the crate knows, oldest first.
        pub const VERSIONS: &[$crate::ApiVersion] =
            &[$($crate::ApiVersion::literal($year, $month, $day)),*];
        $crate::__order_versions!(VBase $($marker)*);
        /// Compiles here what reads a type at any of these versions.
        #[doc(hidden)]
        #[allow(dead_code)]
        pub fn __compiled<T: $crate::Versioned>() {
            $crate::compiled::pin::<T, $crate::Dynamic>();
            $crate::compiled::pin::<T, VBase>();
            $($crate::compiled::pin::<T, $marker>();)*
        }
    };
}

/// The impls of `AtLeast` and `Before` for one marker and the later ones, then for the rest.
#[doc(hidden)]
#[macro_export]
macro_rules! __order_versions {
    () => {};
    ($first:ident $($later:ident)*) => {
        #[diagnostic::do_not_recommend]
        impl $crate::AtLeast<$first> for $crate::Dynamic {}
        #[diagnostic::do_not_recommend]
        impl $crate::Before<$first> for $crate::Dynamic {}
        // Lists of impls would bury what the traits themselves say.
        #[diagnostic::do_not_recommend]
        impl $crate::AtLeast<$first> for $first {}
        $(
            #[diagnostic::do_not_recommend]
            impl $crate::AtLeast<$first> for $later {}
            #[diagnostic::do_not_recommend]
            impl $crate::Before<$later> for $first {}
        )*
        $crate::__order_versions!($($later)*);
    };
}
