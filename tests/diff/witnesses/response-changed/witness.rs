//! Fails when it runs with the new crate.

use client::spec::GET_PARCEL;

fn main() {
    assert!(GET_PARCEL.replies.iter().any(|reply| reply.body == Some("Parcel")));
}
