//! What a crate with types compiles, so that its callers need not.
//!
//! A crate takes what a crate below it has made of a generic function if the function is never inlined, as those here are
//! not: the decoding of a document, and `blank` and `hand_over` of a record. So they are asked for where the types are.

use crate::decode::decode;
use crate::record::Record;
use crate::{Version, Versioned};
use std::hint::black_box;

/// Compiles here how a document of a type is decoded.
pub fn decoding<T: Record>() {
    black_box(decode::<T> as fn(_, _, _) -> _);
}

/// Compiles here what moves a type to a version.
pub fn pin<T: Versioned, W: Version>() {
    black_box::<fn() -> T::At<W>>(Versioned::blank);
    black_box::<fn(&mut T, &mut T::At<W>)>(T::hand_over);
}
