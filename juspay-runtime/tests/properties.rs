//! What holds for every value.
#![allow(clippy::unwrap_used, reason = "tests")]

mod parcels;

use juspay_runtime::{Amount, ApiVersion, Decimal, Decoding, Dynamic, Json, List, Map, Wire};
use parcels::{Address, Parcel, ParcelStatus, Piece, PieceState, versions};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

fn amount() -> impl Strategy<Value = Amount> {
    (any::<i64>(), 0_u32..6).prop_map(|(minor, exponent)| Amount::from_minor(minor, exponent).unwrap())
}

fn piece() -> impl Strategy<Value = Piece> {
    let state = prop_oneof![Just(PieceState::Fine), Just(PieceState::Lost)];
    (amount(), option::of(state), option::of(".*"), option::of(".*")).prop_map(|(amount, state, mail, seal)| {
        let mut piece = Piece::new(amount);
        (piece.state, piece.mail) = (state, mail);
        match seal {
            Some(seal) => piece.with_seal(seal),
            None => piece,
        }
    })
}

fn status() -> impl Strategy<Value = ParcelStatus> {
    prop_oneof![Just(ParcelStatus::Ready), Just(ParcelStatus::Sent), Just(ParcelStatus::Held)]
}

fn address() -> impl Strategy<Value = Address> {
    (".*", option::of(".*")).prop_map(|(city, street)| Address { city, street })
}

fn parcel() -> impl Strategy<Value = Parcel> {
    let heads = (".*", status(), address(), amount(), option::of(address()), option::of(".+"));
    let tails = (
        option::of(vec(piece(), 0..4)),
        vec(".*", 0..3),
        option::of(vec(amount(), 0..3)),
        vec(("[a-z]{1,4}", ".*"), 0..12),
        option::of(any::<bool>()),
        option::of(amount()),
    );
    (heads, tails).prop_map(
        |((id, status, receiver, weight, sender, note), (pieces, tags, breakup, labels, fragile, quoted))| {
            let mut parcel = Parcel::new(id, status, receiver).with_weight(weight);
            (parcel.sender, parcel.note, parcel.tags, parcel.fragile, parcel.quoted) =
                (sender, note, tags, fragile, quoted);
            (parcel.pieces, parcel.breakup) = (List::from(pieces), List::from(breakup));
            parcel.extra = labels.iter().map(|(key, _)| (format!("x_{key}"), "[1]".parse::<Json>().unwrap())).collect();
            parcel.labels = Some(labels.into_iter().collect::<Map<String>>());
            parcel
        },
    )
}

fn hash(value: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read(parcel in parcel()) {
        prop_assert_eq!(&Parcel::from_json(&parcel.to_json()).unwrap(), &parcel);
    }

    #[test]
    fn every_version_reads_what_it_writes(parcel in parcel()) {
        for at in std::iter::once(&ApiVersion::BASE).chain(versions::VERSIONS) {
            let body = parcel.encode_at(*at);
            let decoded = Parcel::<Dynamic>::decode(&body, &Decoding::at(*at).strict(true)).unwrap();
            prop_assert_eq!(decoded.value.encode_at(*at), body);
        }
    }

    #[test]
    fn the_order_of_keys_does_not_matter(parcel in parcel(), seed in any::<u64>()) {
        let text = parcel.to_json();
        let document: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&text).unwrap();
        let mut keys: Vec<&String> = document.keys().collect();
        keys.sort_by_key(|key| hash((key, seed)));
        let raw: std::collections::HashMap<String, &serde_json::value::RawValue> = serde_json::from_str(&text).unwrap();
        let entries: Vec<String> =
            keys.iter().map(|key| format!(" {} :\n{} ", serde_json::to_string(key).unwrap(), raw[*key].get())).collect();
        prop_assert_eq!(&Parcel::from_json(&format!("{{{}}}", entries.join(","))).unwrap(), &parcel);
    }

    #[test]
    fn strings_are_read_and_written_as_serde_json_does(text in any::<String>()) {
        let theirs = serde_json::to_string(&text).unwrap();
        let ours = Address { city: text.clone(), street: None };
        let read: serde_json::Value = serde_json::from_str(&ours.to_json()).unwrap();
        prop_assert_eq!(read["city"].as_str(), Some(text.as_str()));
        prop_assert_eq!(Address::from_json(&format!(r#"{{"city":{theirs}}}"#)).unwrap(), ours);
    }

    #[test]
    fn forms_are_those_of_serde_urlencoded(city in any::<String>(), street in any::<String>()) {
        let theirs = serde_urlencoded::to_string([("city", &city), ("street", &street)]).unwrap();
        prop_assert_eq!(Address { city, street: Some(street) }.to_form(), theirs);
    }

    #[test]
    fn no_text_panics(text in any::<String>()) {
        let _ = Parcel::<Dynamic>::from_json(&text);
    }

    #[test]
    fn no_damaged_body_panics(parcel in parcel(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut body = parcel.to_json().into_bytes();
        let at = at.index(body.len());
        body[at] = byte;
        let options = Decoding::new().anomalies(true);
        let _ = Parcel::<Dynamic>::decode_bytes(&body, &options);
        body.truncate(at);
        let error = Parcel::<Dynamic>::decode_bytes(&body, &options).unwrap_err();
        prop_assert!(error.offset() <= body.len());
    }

    #[test]
    fn json_is_what_serde_json_takes(text in r#"[\[\]{}",:0-9eE+.\- \\ntrufalsu]{0,12}"#) {
        prop_assert_eq!(text.parse::<Json>().is_ok(), serde_json::from_str::<Box<serde_json::value::RawValue>>(&text).is_ok());
    }

    #[test]
    fn decimals_keep_their_text(mantissa in -(1_i128 << 95)..(1_i128 << 95), scale in 0_u32..=28) {
        let number = Decimal::new(mantissa, scale).unwrap();
        prop_assert_eq!((number.mantissa(), number.decimals()), (mantissa, scale));
        let again: Decimal = number.to_string().parse().unwrap();
        prop_assert_eq!((again.mantissa(), again.decimals()), (mantissa, scale));
    }

    #[test]
    fn equal_decimals_hash_alike(mantissa in any::<i32>(), zeros in 0_u32..10, scale in 0_u32..10) {
        let short = Decimal::new(i128::from(mantissa), scale).unwrap();
        let long = Decimal::new(i128::from(mantissa) * 10_i128.pow(zeros), scale + zeros).unwrap();
        prop_assert_eq!(short, long);
        prop_assert_eq!(hash(short), hash(long));
    }

    #[test]
    fn decimals_are_ordered_as_fractions(a in any::<i64>(), b in any::<i64>(), p in 0_u32..10, q in 0_u32..10) {
        let (x, y) = (Decimal::new(a.into(), p).unwrap(), Decimal::new(b.into(), q).unwrap());
        prop_assert_eq!(x.cmp(&y), (i128::from(a) * 10_i128.pow(q)).cmp(&(i128::from(b) * 10_i128.pow(p))));
        if let Some(sum) = x.checked_add(y) {
            prop_assert_eq!(sum.checked_sub(y), Some(x));
        }
    }

    #[test]
    fn bodies_and_texts_give_the_same_amount(amount in amount(), power in 0_u32..8) {
        let texts = [amount.to_string(), format!("{amount}e{power}"), format!("{amount}E-{power}")];
        for text in texts {
            let body = format!(r#"{{"amount":{text}}}"#);
            prop_assert_eq!(Piece::<Dynamic>::from_json(&body).unwrap().amount, text.parse().unwrap());
        }
    }
}
