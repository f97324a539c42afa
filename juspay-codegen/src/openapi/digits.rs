//! Numbers written as text: what a regular expression can say of them.

use juspay_spec::model::Constraints;

/// Digits of an integer that every reader holds.
const INTEGER: usize = 18;
/// Digits before the point, and behind it where nothing else is said: what every reader holds together.
const WHOLE: usize = 20;
const FRACTION: u64 = 8;
/// A range of integers that is no longer than this is listed.
const LISTED: i64 = 100;

/// The pattern of integers.
pub(super) fn integer(constraints: &Constraints) -> String {
    let bound = |text: &Option<String>| text.as_deref().and_then(|text| text.parse::<i64>().ok());
    match (bound(&constraints.at_least), bound(&constraints.at_most)) {
        (Some(least), Some(most)) if (0..LISTED).contains(&most.saturating_sub(least)) => {
            let listed: Vec<String> = (least..=most).map(|number| number.to_string()).collect();
            format!("^({})$", listed.join("|"))
        }
        (least, _) => format!("^{}$", whole(least, INTEGER)),
    }
}

/// The pattern of decimals.
pub(super) fn decimal(constraints: &Constraints) -> String {
    let most = constraints.decimals.unwrap_or(FRACTION);
    let fraction = if most == 0 { String::new() } else { format!("(\\.[0-9]{{1,{most}}})?") };
    match constraints.at_least.as_deref() {
        Some(least) if is_positive(least) && least.parse::<i64>().is_err() => {
            // More than nothing: a digit that is not zero, before the point or behind it.
            format!("^({}{fraction}|0+\\.({}))$", whole(Some(1), WHOLE), not_zero(most))
        }
        least => format!("^{}{fraction}$", whole(least.and_then(|least| least.parse().ok()), WHOLE)),
    }
}

fn is_positive(number: &str) -> bool {
    !number.starts_with('-') && number.contains(|digit| ('1'..='9').contains(&digit))
}

/// Integers from a bound on. What is said of none, or of one below zero, is only the number of digits.
fn whole(least: Option<i64>, digits: usize) -> String {
    match least {
        Some(1..) => format!("0*({})", at_least(&least.unwrap_or_default().to_string(), digits)),
        Some(0) => format!("[0-9]{{1,{digits}}}"),
        _ => format!("-?[0-9]{{1,{digits}}}"),
    }
}

/// Integers without zeros in front that are not less than this one: those with more digits, those that are greater at
/// some digit and equal before it, and the number itself.
fn at_least(number: &str, digits: usize) -> String {
    let length = number.len();
    let mut ways = Vec::new();
    for (at, digit) in number.char_indices().rev() {
        let before = number.get(..at).unwrap_or_default();
        let first = if at + 1 == length { digit } else { successor(digit) };
        if first <= '9' {
            ways.push(format!("{before}{}{}", class(first), repeat(length - at - 1, length - at - 1)));
        }
    }
    if length < digits {
        ways.push(format!("[1-9]{}", repeat(length, digits - 1)));
    }
    // `[1-9]` and `[1-9][0-9]{1,n}` are one way.
    if number == "1" { format!("[1-9]{}", repeat(0, digits - 1)) } else { ways.join("|") }
}

/// The digit above; beyond nine, a character that no digit reaches.
fn successor(digit: char) -> char {
    char::from_u32(u32::from(digit) + 1).unwrap_or(digit)
}

fn class(first: char) -> String {
    if first == '9' { "9".to_owned() } else { format!("[{first}-9]") }
}

fn repeat(least: usize, most: usize) -> String {
    match (least, most) {
        (_, 0) => String::new(),
        (1, 1) => "[0-9]".to_owned(),
        _ if least == most => format!("[0-9]{{{least}}}"),
        _ => format!("[0-9]{{{least},{most}}}"),
    }
}

/// So many digits at most, not all of them zero.
fn not_zero(most: u64) -> String {
    let way = |zeros: u64| {
        let rest = usize::try_from(most - zeros - 1).unwrap_or_default();
        format!("{}[1-9]{}", "0".repeat(usize::try_from(zeros).unwrap_or_default()), repeat(0, rest))
    };
    (0..most).map(way).collect::<Vec<_>>().join("|")
}

#[cfg(test)]
mod tests {
    use super::{Constraints, decimal, integer};

    fn constraints(least: &str, most: &str, decimals: Option<u64>) -> Constraints {
        let bound = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Constraints { at_least: bound(least), at_most: bound(most), decimals, ..Constraints::default() }
    }

    #[test]
    fn short_ranges_are_listed_and_long_numbers_end() {
        assert_eq!(integer(&constraints("5", "7", None)), "^(5|6|7)$");
        assert_eq!(integer(&constraints("", "", None)), "^-?[0-9]{1,18}$");
        assert_eq!(integer(&constraints("0", "", None)), "^[0-9]{1,18}$");
        assert_eq!(integer(&constraints("1", "", None)), "^0*([1-9][0-9]{0,17})$");
        assert_eq!(integer(&constraints("-3", "500", None)), "^-?[0-9]{1,18}$");
    }

    #[test]
    fn a_bound_is_said_digit_by_digit() {
        assert_eq!(integer(&constraints("25", "", None)), "^0*(2[5-9]|[3-9][0-9]|[1-9][0-9]{2,17})$");
        assert_eq!(integer(&constraints("190", "", None)), "^0*(19[0-9]|[2-9][0-9]{2}|[1-9][0-9]{3,17})$");
    }

    #[test]
    fn amounts_have_a_point() {
        assert_eq!(decimal(&constraints("", "", Some(2))), "^-?[0-9]{1,20}(\\.[0-9]{1,2})?$");
        assert_eq!(decimal(&constraints("", "", Some(0))), "^-?[0-9]{1,20}$");
        assert_eq!(decimal(&constraints("1", "", Some(2))), "^0*([1-9][0-9]{0,19})(\\.[0-9]{1,2})?$");
        assert_eq!(
            decimal(&constraints("0.01", "", Some(2))),
            "^(0*([1-9][0-9]{0,19})(\\.[0-9]{1,2})?|0+\\.([1-9][0-9]{0,1}|0[1-9]))$"
        );
    }
}
