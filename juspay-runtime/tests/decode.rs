//! Decoding at versions.
mod parcels;
use juspay_runtime::{Dynamic, Wire};
use parcels::Parcel;

#[test]
fn a_parcel() {
    let text = r#"{"id":"p1","status":"SENT","status_id":2,"price":10.50,"receiver.city":"Pune","tags":[],"weight":1}"#;
    let parcel = Parcel::<Dynamic>::from_json(text).unwrap();
    assert_eq!(parcel.to_json(), text);
    let parcel = <Parcel>::from_json(text).unwrap();
    assert_eq!(parcel.to_json(), text);
}
