//! Calendar days as logs write them.

use super::words::is_date;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The day that a text begins with, as `YYYY-MM-DD`, and the text behind it.
pub(crate) fn leading(text: &str) -> Option<(String, String)> {
    let text = text.trim_start_matches(['(', '[']);
    let (first, rest) = text.split_once([' ', ':']).unwrap_or((text, ""));
    let day = first.trim_end_matches([',', ')', ']', '.']).replace(['/', '.'], "-");
    if is_date(&day) {
        return Some((day, behind(rest)));
    }
    let mut parts = text.splitn(4, ' ');
    let three = [parts.next()?, parts.next()?, parts.next()?];
    Some((in_words(three)?, behind(parts.next().unwrap_or_default())))
}

/// `15 January 2022` and `Jan 15th, 2022`.
fn in_words(parts: [&str; 3]) -> Option<String> {
    let plain = parts.map(|part| part.trim_end_matches([',', ':', '.', ')']).to_lowercase());
    let [one, two, year] = &plain;
    let month = |text: &str| {
        let at = MONTHS.iter().position(|month| text.len() >= 3 && month.starts_with(text))?;
        Some(at + 1)
    };
    let day = |text: &str| text.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse::<u8>().ok();
    let (month, day) = month(one).zip(day(two)).or_else(|| month(two).zip(day(one)))?;
    let date = format!("{year}-{month:02}-{day:02}");
    is_date(&date).then_some(date)
}

/// What stands behind a date, without what joins the two.
fn behind(text: &str) -> String {
    text.trim_start_matches([' ', ':', '-', '\u{2013}', '\u{2014}', ')', ']']).to_owned()
}
