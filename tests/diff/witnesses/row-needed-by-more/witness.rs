//! Fails when it runs with the new crate.

use client::spec::{NewParcel, NewParcelCarrier};

fn main() {
    assert!(NewParcel::new("Asha").for_carrier(NewParcelCarrier::Sea).missing().is_empty());
}
