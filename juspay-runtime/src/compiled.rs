//! What a crate with types compiles, so that its callers need not.
//!
//! A crate takes what a crate below it has made of a generic function if the function is never inlined, as those here are
//! not: the decoding of a document, and `blank` of a record. So they are asked for where the types are.

use crate::decode::decode_into;
use crate::record::Record;
use crate::{Version, Versioned};
use std::hint::black_box;

/// Compiles here how a document of a type is decoded.
pub fn decoding<T: Record>() {
    black_box(decode_into::<T> as fn(_, _, _) -> _);
    black_box::<fn() -> T>(T::blank);
}

/// Compiles here what reads a type at a version.
pub fn pin<T: Versioned, W: Version>() {
    T::At::<W>::compile();
}
