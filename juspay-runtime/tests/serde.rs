//! Storing values as JSON with `serde_json`.
#![cfg(feature = "serde")]
#![allow(clippy::unwrap_used, reason = "tests")]

mod parcels;

use juspay_runtime::Amount;
use parcels::{Address, Parcel, ParcelStatus};

#[test]
fn digits_stay_exact() {
    let mut parcel: Parcel =
        Parcel::new("p1", ParcelStatus::Ready, Address { city: "Pune".into(), street: None }).with_weight(1);
    parcel.price = Some("12345678901234567.890".parse().unwrap());
    let stored = serde_json::to_string(&vec![&parcel]).unwrap();
    assert!(stored.contains(r#""price":12345678901234567.890"#), "{stored}");
    assert_eq!(serde_json::from_str::<Vec<Parcel>>(&stored).unwrap(), [parcel]);
    assert_eq!(serde_json::from_str::<Amount>("1.10").unwrap().to_string(), "1.10");
    let error = serde_json::from_str::<Vec<Parcel>>("[{}]").unwrap_err().to_string();
    assert!(error.contains("id: a required field is missing"), "{error}");
}
