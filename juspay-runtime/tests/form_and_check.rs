//! Forms, and constraints on what is sent.
#![allow(clippy::unwrap_used, reason = "tests")]

mod parcels;

use juspay_runtime::{Rule, Wire};
use parcels::{Address, Parcel, ParcelStatus, Piece};

fn parcel(id: &str) -> Parcel {
    Parcel::new(id, ParcelStatus::Ready, Address { city: "São Paulo".into(), street: Some("a&b=c".into()) })
}

#[test]
fn forms_are_flat() {
    let mut parcel = parcel("p 1*-._~");
    parcel.price = Some("9.90".parse().unwrap());
    parcel.fragile = Some(false);
    parcel.pieces = [Piece::new(1)].into();
    parcel.quoted = Some(5.into());
    parcel.breakup = ["1.5".parse().unwrap()].into();
    parcel.extra.insert("x:[y]", "\"z\"".parse().unwrap());
    assert_eq!(
        parcel.to_form(),
        "id=p+1*-._%7E&status=READY&price=9.90&fragile=false&receiver.city=S%C3%A3o+Paulo&receiver.street=a%26b%3Dc\
         &pieces=%5B%7B%22amount%22%3A1%7D%5D&tags=%5B%5D&breakup=%5B1.5%5D&quoted=5&x%3A%5By%5D=%22z%22"
    );
}

#[test]
fn all_violations_come_at_once() {
    let mut parcel = parcel("too long!");
    parcel.price = Some("0.999".parse().unwrap());
    parcel.tags = vec!["a".into(), "b".into(), "c".into()];
    let mut inner = self::parcel("é");
    inner.note = Some("n".to_owned());
    parcel.parent = Some(Box::new(inner));
    let seen: Vec<_> = parcel.check().into_iter().map(|v| (v.field, v.rule)).collect();
    assert_eq!(
        seen,
        [
            ("id".to_owned(), Rule::MaxLength(6)),
            ("id".to_owned(), Rule::Chars("A-Za-z0-9_-")),
            ("price".to_owned(), Rule::Decimals(2)),
            ("price".to_owned(), Rule::AtLeast("1")),
            ("tags".to_owned(), Rule::MaxItems(2)),
            ("parent.id".to_owned(), Rule::Chars("A-Za-z0-9_-")),
            (String::new(), Rule::OneOfGroup),
        ]
    );
    parcel.fragile = Some(true);
    let last = parcel.check().pop().unwrap();
    assert_eq!(last.field, "parent.id");
    // A blank text says nothing.
    for note in [None, Some(""), Some("  ")] {
        let mut parcel = self::parcel("ok");
        parcel.note = note.map(str::to_owned);
        assert_eq!(parcel.check()[0].to_string(), "one of note, fragile must be there");
    }
}

#[test]
fn a_key_is_not_written_twice() {
    let mut outer = parcel("ok");
    outer.fragile = Some(true);
    let mut inner = outer.clone();
    inner.extra.insert("receiver.city", "1".parse().unwrap());
    inner.extra.insert("new", "1".parse().unwrap());
    outer.parent = Some(Box::new(inner));
    let told: Vec<String> = outer.check().iter().map(ToString::to_string).collect();
    assert_eq!(told, ["parent.receiver.city: has a field of its own"]);
}

#[test]
fn checked_values_show_no_text() {
    assert!(!format!("{:?}", parcel("my secret").check()).contains("secret"));
}
