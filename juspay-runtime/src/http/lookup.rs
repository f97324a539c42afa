//! Single values out of bodies whose type is not known.

use crate::ApiVersion;
use crate::json::Reader;

/// The text of the string, number or boolean at a path such as `error_info.code`.
pub(crate) fn text_at(json: &str, path: &str) -> Option<String> {
    let raw = raw_at(json, path)?;
    match raw.as_bytes().first()? {
        b'"' => Some(Reader::new(&raw, ApiVersion::NEWEST, false).string().ok()?.into_owned())
            .filter(|text| !text.is_empty()),
        b'{' | b'[' | b'n' => None,
        _ => Some(raw),
    }
}

/// Whether anything but null is at a path.
pub(crate) fn is_at(json: &str, path: &str) -> bool {
    raw_at(json, path).is_some_and(|raw| raw != "null")
}

/// The JSON of the value at a path. An object on the way may stand as a string that holds it.
fn raw_at(json: &str, path: &str) -> Option<String> {
    let mut here = json.to_owned();
    for step in path.split('.') {
        if here.starts_with('"') {
            here = Reader::new(&here, ApiVersion::NEWEST, false).string().ok()?.into_owned();
        }
        here = member(&here, step)?.to_owned();
    }
    Some(here)
}

/// The JSON of a member of an object.
fn member<'a>(json: &'a str, name: &str) -> Option<&'a str> {
    let mut reader = Reader::new(json, ApiVersion::NEWEST, false);
    reader.expect(b'{', "an object").ok()?;
    if reader.peek() == b'}' {
        return None;
    }
    loop {
        if reader.peek() != b'"' {
            return None;
        }
        let here = reader.string().ok()? == name;
        reader.expect(b':', "`:`").ok()?;
        let value = reader.raw().ok()?;
        if here {
            return Some(value);
        }
        if !reader.more(b'}').ok()? {
            return None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{is_at, text_at};

    #[test]
    fn values_are_found_at_paths() {
        let body = r#" {"status": "error", "id": -1, "info": {"code": "A\nB", "none": null}, "inner": "{\"code\": \"C\"}", "empty": ""}"#;
        for (path, expected) in [("status", "error"), ("id", "-1"), ("info.code", "A\nB"), ("inner.code", "C")] {
            assert_eq!(text_at(body, path).as_deref(), Some(expected));
        }
        for path in ["info", "info.none", "nothing", "status.code", "empty", "info.code.x"] {
            assert_eq!(text_at(body, path), None, "{path}");
        }
        assert!(is_at(body, "info") && !is_at(body, "info.none") && !is_at(body, "x"));
    }

    #[test]
    fn other_bodies_hold_nothing() {
        for body in ["", "<html>", "[1]", "{", "{\"a\"", "{\"a\":}", "null", "{1:2}"] {
            assert_eq!(text_at(body, "a"), None, "{body}");
        }
    }
}
