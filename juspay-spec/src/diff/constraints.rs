//! What values must meet, compared: which of two constraints allows more.

use std::cmp::Ordering;

use super::report::{Report, Subject};
use super::rules;
use crate::chars::CharSet;
use crate::model::Constraints;

/// Whether the new state allows less than the old, and whether it allows more.
type Moved = (bool, bool);

/// Notes constraints that allow less or more.
pub(super) fn compare(report: &mut Report<'_>, subject: &Subject, old: &Constraints, new: &Constraints) {
    let limits = [
        ("max-length", most(old.max_length, new.max_length), shown(old.max_length), shown(new.max_length)),
        ("min-length", least(old.min_length, new.min_length), shown(old.min_length), shown(new.min_length)),
        ("max-items", most(old.max_items, new.max_items), shown(old.max_items), shown(new.max_items)),
        ("decimals", most(old.decimals, new.decimals), shown(old.decimals), shown(new.decimals)),
    ];
    let text = |text: &Option<String>| text.clone().unwrap_or_else(none);
    let at_least = least(bound(old.at_least.as_deref()), bound(new.at_least.as_deref()));
    let at_most = most(bound(old.at_most.as_deref()), bound(new.at_most.as_deref()));
    let texts = [
        ("at-least", at_least, text(&old.at_least), text(&new.at_least)),
        ("at-most", at_most, text(&old.at_most), text(&new.at_most)),
        ("chars", chars(old.chars.as_deref(), new.chars.as_deref()), text(&old.chars), text(&new.chars)),
    ];
    for (name, (less, more), before, after) in limits.into_iter().chain(texts) {
        let (before, after) = (format!("{name} {before}"), format!("{name} {after}"));
        if less {
            report.push(&rules::CONSTRAINT_TIGHTENED, subject, &before, &after);
        }
        if more {
            report.push(&rules::CONSTRAINT_LOOSENED, subject, &before, &after);
        }
    }
    let [query, no_query] = ["query allowed", "no query"];
    match (old.no_query, new.no_query) {
        (false, true) => report.push(&rules::CONSTRAINT_TIGHTENED, subject, query, no_query),
        (true, false) => report.push(&rules::CONSTRAINT_LOOSENED, subject, no_query, query),
        _ => {}
    }
    let (before, after) = (shown(old.suggested_length), shown(new.suggested_length));
    report.text(&rules::ADVICE_CHANGED, subject, &before, &after);
}

/// All of them in the words of the language, if there are any.
pub(super) fn worded(constraints: &Constraints) -> Option<String> {
    let numbers = [
        ("max-length", constraints.max_length),
        ("min-length", constraints.min_length),
        ("suggested-length", constraints.suggested_length),
        ("max-items", constraints.max_items),
        ("decimals", constraints.decimals),
    ];
    let texts = [("at-least", &constraints.at_least), ("at-most", &constraints.at_most), ("chars", &constraints.chars)];
    let numbers = numbers.into_iter().filter_map(|(name, limit)| Some(format!("{name} {}", limit?)));
    let texts = texts.into_iter().filter_map(|(name, limit)| Some(format!("{name} {}", limit.as_ref()?)));
    let query = constraints.no_query.then(|| "no query".to_owned());
    let all: Vec<String> = numbers.chain(texts).chain(query).collect();
    (!all.is_empty()).then(|| all.join(", "))
}

fn bound(text: Option<&str>) -> Option<Number<'_>> {
    text.map(Number::read)
}

fn none() -> String {
    "unlimited".to_owned()
}

fn shown(limit: Option<u64>) -> String {
    limit.map_or_else(none, |limit| limit.to_string())
}

/// An upper limit; none allows everything.
fn most<T: Ord>(old: Option<T>, new: Option<T>) -> Moved {
    match (old, new) {
        (Some(old), Some(new)) => (new < old, old < new),
        (old, new) => (old.is_none() && new.is_some(), old.is_some() && new.is_none()),
    }
}

/// A lower limit.
fn least<T: Ord>(old: Option<T>, new: Option<T>) -> Moved {
    match (old, new) {
        (Some(old), Some(new)) => (old < new, new < old),
        (old, new) => (old.is_none() && new.is_some(), old.is_some() && new.is_none()),
    }
}

/// A set of characters.
fn chars(old: Option<&str>, new: Option<&str>) -> Moved {
    let (Some(old), Some(new)) = (old, new) else { return (old < new, new < old) };
    match (CharSet::parse(old), CharSet::parse(new)) {
        (Ok(old), Ok(new)) => (!holds(&new, &old), !holds(&old, &new)),
        _ => (old != new, old != new),
    }
}

/// Whether the first set holds every character of the second.
fn holds(outer: &CharSet, inner: &CharSet) -> bool {
    inner.ranges.iter().all(|&(first, last)| {
        // Only where a range of the outer set ends can a character be missing next.
        let mut next = u32::from(first);
        while next <= u32::from(last) {
            let around = |&&(low, high): &&(char, char)| (u32::from(low)..=u32::from(high)).contains(&next);
            let Some((_, high)) = outer.ranges.iter().find(around) else { return false };
            next = u32::from(*high) + 1;
            // Between these two there are no characters.
            if next == 0xD800 {
                next = 0xE000;
            }
        }
        true
    })
}

/// A decimal number as its digits, so that none is lost in comparing.
#[derive(Debug, PartialEq, Eq)]
struct Number<'a> {
    negative: bool,
    whole: &'a str,
    fraction: &'a str,
}

impl<'a> Number<'a> {
    fn read(text: &'a str) -> Self {
        let digits = text.trim_start_matches(['-', '+']);
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
        let zero = whole.is_empty() && fraction.is_empty();
        Self { negative: text.starts_with('-') && !zero, whole, fraction }
    }

    fn size(&self, other: &Self) -> Ordering {
        let whole = (self.whole.len(), self.whole).cmp(&(other.whole.len(), other.whole));
        whole.then(self.fraction.cmp(other.fraction))
    }
}

impl Ord for Number<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.negative, other.negative) {
            (false, false) => self.size(other),
            (true, true) => other.size(self),
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
        }
    }
}

impl PartialOrd for Number<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_compared_by_value() {
        for (less, more) in
            [("0.1", "31.5"), ("9", "10"), ("-2", "-1.5"), ("-0.5", "0"), ("1.05", "1.1"), ("2", "2.01")]
        {
            assert!(Number::read(less) < Number::read(more), "{less} < {more}");
        }
        assert_eq!(Number::read("1.50"), Number::read("01.5"));
        assert_eq!(Number::read("-0.0"), Number::read("0"));
    }

    #[test]
    fn sets_of_characters_are_compared_by_what_they_hold() {
        for (old, new, moved) in [
            ("A-Z", "A-Y", (true, false)),
            ("A-Y", "A-Z", (false, true)),
            ("A-Z0-9", "0-9A-MN-Z", (false, false)),
            ("A-Z", "a-z", (true, true)),
        ] {
            assert_eq!(chars(Some(old), Some(new)), moved, "{old} and {new}");
        }
        assert_eq!(chars(None, Some("A")), (true, false));
        assert_eq!(chars(Some("A"), None), (false, true));
    }
}
