//! Amounts, secrets, maps, lists and answers.
#![allow(clippy::unwrap_used, reason = "tests")]

use juspay_runtime::{Amount, Answer, Decimal, DecimalError, Json, List, Map, Secret};

#[test]
fn decimals_parse() {
    for (text, shown) in [
        ("0", "0"),
        ("-0", "0"),
        ("-0.00", "0.00"),
        ("10.50", "10.50"),
        ("0.05", "0.05"),
        ("-0.05", "-0.05"),
        ("1e2", "100"),
        ("1.5E+3", "1500"),
        ("1e-2", "0.01"),
        ("007.10", "7.10"),
        ("100e-30", "0.0000000000000000000000000001"),
        ("79228162514264337593543950335", "79228162514264337593543950335"),
        ("12345678901234567.89", "12345678901234567.89"),
        ("1.0000000000000000000000000000000000000000", "1.0000000000000000000000000000"),
        ("0e-99999999999999999999", "0.0000000000000000000000000000"),
        ("0e99999999999999999999", "0"),
    ] {
        assert_eq!(text.parse::<Decimal>().unwrap().to_string(), shown, "{text}");
    }
    for text in [
        "79228162514264337593543950336",
        "1e29",
        "1e-29",
        "1e999999999999999999999",
        "0.00000000000000000000000000001",
        "12345678901234567890.1234567890123",
    ] {
        assert_eq!(text.parse::<Decimal>(), Err(DecimalError::TooManyDigits), "{text}");
    }
    for text in
        ["", "-", ".", "1.", ".5", "+1", "1e", "1e+", "0x1", "1_0", "1,5", " 1", "NaN", "１", "--1", "1.2.3", "1e1.5"]
    {
        assert_eq!(text.parse::<Decimal>(), Err(DecimalError::NotANumber), "{text}");
    }
}

#[test]
fn amounts_know_minor_units() {
    let amount: Amount = "1649.50".parse().unwrap();
    assert_eq!((amount.to_minor(2), amount.to_minor(1), amount.to_minor(0)), (Some(164_950), Some(16_495), None));
    assert_eq!(Amount::from_minor(-5, 2).unwrap().to_string(), "-0.05");
    assert_eq!(Amount::from_minor(1, 29), None);
    assert_eq!(Amount::from(i64::MIN).to_minor(0), Some(i128::from(i64::MIN)));
    let most: Amount = "79228162514264337593543950335".parse().unwrap();
    assert_eq!(most.checked_add(1.into()), None);
    assert_eq!(most.checked_sub(most), Some(Amount::ZERO));
    assert_eq!(most.to_minor(28), None);
    assert!(size_of::<Option<Amount>>() <= 16);
}

#[test]
fn secrets_compare_and_hide() {
    assert_eq!(Secret::from("a"), Secret::from("a".to_owned()));
    assert_ne!(Secret::from("a"), Secret::from("b"));
    assert_ne!(Secret::from("a"), Secret::from("ab"));
    assert_ne!(Secret::from(""), Secret::from("a"));
}

#[test]
fn maps_keep_order_and_names() {
    let mut map: Map<i64> = [("b", 1), ("a", 2), ("b", 3)].into();
    assert_eq!(map.iter().collect::<Vec<_>>(), [("b", &3), ("a", &2)]);
    assert_eq!((map.insert("c", 4), map.remove("b"), map.get("a"), map.len()), (None, Some(3), Some(&2), 2));
    assert_eq!(map, [("c", 4), ("a", 2)].into());
    assert_ne!(map, [("c", 4)].into());
}

#[test]
fn lists_read_as_slices() {
    let absent: List<i64> = List::default();
    let empty: List<i64> = Vec::new().into();
    assert_ne!(absent, empty);
    assert!(absent.is_empty() && absent.is_absent() && !empty.is_absent());
    let list: List<i64> = (1..=3).collect();
    assert_eq!(list.iter().sum::<i64>(), 6);
    assert_eq!((&list).into_iter().count() + list.clone().into_iter().count(), 6);
    assert_eq!(list.first(), Some(&1));
}

#[test]
fn json_is_checked_and_hidden() {
    let json: Json = " {\"a\": 1.50}\n".parse().unwrap();
    assert_eq!((json.as_str(), format!("{json:?}")), ("{\"a\": 1.50}", "<11 bytes of JSON>".to_owned()));
    assert!("{\"a\": 1.50".parse::<Json>().is_err());
}

#[test]
fn answers_know_that_they_do_not_know() {
    use Answer::{No, Unknown, Yes};
    assert_eq!((Yes.and(Unknown), No.and(Unknown), Yes.and(Yes)), (Unknown, No, Yes));
    assert_eq!((Yes.or(Unknown), No.or(Unknown), No.or(No)), (Yes, Unknown, No));
    assert_eq!((!Yes, !No, !Unknown), (No, Yes, Unknown));
    assert!(Yes.is_yes() && No.is_no() && !Unknown.is_yes() && !Unknown.is_no());
}
