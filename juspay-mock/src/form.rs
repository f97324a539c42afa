//! Forms, in bodies and queries.

use crate::refusal::Refusal;
use indexmap::IndexMap;
use percent_encoding::percent_decode_str;
use serde_json::Value;

/// The pairs of a form. What is not UTF-8 once it is decoded is refused: to store something else would be worse.
pub(crate) fn parse(text: &str) -> Result<Vec<(String, String)>, Refusal> {
    let pairs = text.split('&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            Ok((decode(name)?, decode(value)?))
        })
        .collect()
}

fn decode(text: &str) -> Result<String, Refusal> {
    let text = text.replace('+', " ");
    let decoded = percent_decode_str(&text).decode_utf8();
    decoded.map(std::borrow::Cow::into_owned).map_err(|_| Refusal::invalid("A percent-encoded text is not UTF-8."))
}

/// A form as an object of texts. A name that stands twice has a list of them, by which it is known: one that nobody knows
/// may stand twice.
pub(crate) fn to_json(text: &str) -> Result<String, Refusal> {
    let mut object: IndexMap<String, Vec<String>> = IndexMap::new();
    for (name, value) in parse(text)? {
        object.entry(name).or_default().push(value);
    }
    let one_or_all = |mut values: Vec<String>| match values.pop() {
        Some(only) if values.is_empty() => only.into(),
        last => values.into_iter().chain(last).collect::<Value>(),
    };
    let object = object.into_iter().map(|(name, values)| (name, one_or_all(values)));
    Ok(Value::Object(object.collect()).to_string())
}

#[cfg(test)]
mod tests {
    use super::{parse, to_json};

    #[test]
    fn a_form_is_read_as_browsers_write_it() {
        let pairs = parse("a=b+c&metadata.X:n%5By%5D=%E2%82%B9&&d&=e").unwrap_or_default();
        let seen: Vec<_> = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(seen, [("a", "b c"), ("metadata.X:n[y]", "₹"), ("d", ""), ("", "e")]);
        assert_eq!(to_json("a=%2B&b=1").ok().as_deref(), Some(r#"{"a":"+","b":"1"}"#));
    }

    #[test]
    fn a_name_that_stands_twice_has_a_list() {
        assert_eq!(to_json("a=1&b=2&%61=3").ok().as_deref(), Some(r#"{"a":["1","3"],"b":"2"}"#));
    }

    #[test]
    fn what_is_not_utf_8_is_refused() {
        for wrong in ["a=%FF", "%C3=1"] {
            assert!(to_json(wrong).is_err_and(|refusal| refusal.status == 400), "{wrong}");
        }
    }
}
