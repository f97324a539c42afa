//! What the body of a failed call says, whatever its shape.

use super::lookup;
use crate::{Api, Failure};
use http::HeaderMap;

/// What was found in a failed call's answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Facts {
    pub(crate) family: Option<&'static str>,
    pub(crate) code: Option<String>,
    pub(crate) message: Option<String>,
    pub(crate) user_message: Option<String>,
    pub(crate) request_id: Option<String>,
}

/// Reads what a failed call's answer says, with the first shape of the API that fits.
pub(crate) fn facts(api: &Api, headers: &HeaderMap, body: &[u8]) -> Facts {
    // A code can be read, though a word beside it is in another encoding.
    let text = String::from_utf8_lossy(body);
    let text = text.trim_start_matches('\u{feff}');
    let fits = |failure: &&Failure| failure.has.iter().all(|path| lookup::is_at(text, path));
    let mut facts = api.failures.iter().find(fits).map(|failure| read(failure, text)).unwrap_or_default();
    facts.request_id = facts.request_id.or_else(|| request_id(api, headers).map(str::to_owned));
    facts
}

fn read(failure: &Failure, text: &str) -> Facts {
    let first = |paths: &[&str]| paths.iter().find_map(|path| lookup::text_at(text, path));
    Facts {
        family: Some(failure.name),
        code: first(failure.code),
        message: first(failure.message),
        user_message: first(failure.user_message),
        request_id: first(failure.request_id),
    }
}

/// The header that names a call when one asks the API's makers about it.
pub(crate) fn request_id<'a>(api: &Api, headers: &'a HeaderMap) -> Option<&'a str> {
    let value = api.request_ids.iter().find_map(|name| headers.get(*name))?;
    value.to_str().ok().filter(|text| !text.is_empty())
}

/// A text of somebody else's that can stand in a line of a log: short, of plain characters, and like a word of a program.
///
/// Texts that servers write may repeat what they were sent; a code does not.
pub(crate) fn as_word(text: &str) -> Option<&str> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b' ');
    let word = text.len() <= 64 && text.bytes().all(plain) && text.bytes().filter(u8::is_ascii_digit).count() <= 4;
    (word && text.starts_with(|first: char| first.is_ascii_alphabetic())).then_some(text)
}

/// An id of somebody else's that can stand in a line of a log.
pub(crate) fn as_id(text: &str) -> Option<&str> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b':');
    (text.len() <= 80 && text.bytes().all(plain)).then_some(text)
}
