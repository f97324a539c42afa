//! JSON whose objects keep their order, and a writer for it: the exports need no more, and no reader.

use std::fmt::{self, Write as _};

/// A JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, kept as its text so that no digit of a decimal is lost.
    Number(String),
    /// A text.
    String(String),
    /// A list.
    Array(Vec<Json>),
    /// An object.
    Object(Object),
}

impl Json {
    /// The value under a key, if this is an object that has it.
    pub fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Object(object) => object.get(key),
            _ => None,
        }
    }

    /// The text, if this is one.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// The entries, if this is an object.
    pub fn as_object(&self) -> Option<&Object> {
        match self {
            Self::Object(object) => Some(object),
            _ => None,
        }
    }

    /// The items; none if this is no list.
    pub fn items(&self) -> &[Self] {
        match self {
            Self::Array(items) => items,
            _ => &[],
        }
    }

    /// Written for reading: two spaces, a line per entry, a newline at the end.
    pub fn pretty(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, Some(0));
        out.push('\n');
        out
    }

    fn write(&self, out: &mut String, indent: Option<usize>) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Bool(true) => out.push_str("true"),
            Self::Bool(false) => out.push_str("false"),
            Self::Number(digits) => out.push_str(digits),
            Self::String(text) => write_text(out, text),
            Self::Array(items) => write_all(out, '[', ']', indent, items, |out, item, indent| item.write(out, indent)),
            Self::Object(object) => {
                write_all(out, '{', '}', indent, &object.entries, |out, (key, value), indent| {
                    write_text(out, key);
                    out.push_str(if indent.is_some() { ": " } else { ":" });
                    value.write(out, indent);
                });
            }
        }
    }
}

/// Compact, on one line.
impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = String::new();
        self.write(&mut out, None);
        f.write_str(&out)
    }
}

/// Entries in the order in which they were set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Object {
    entries: Vec<(String, Json)>,
}

impl Object {
    /// An object without entries.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets an entry; one that is there keeps its place.
    pub fn set(&mut self, key: impl Into<String>, value: impl Into<Json>) -> &mut Self {
        let (key, value) = (key.into(), value.into());
        match self.entries.iter_mut().find(|(known, _)| *known == key) {
            Some((_, slot)) => *slot = value,
            None => self.entries.push((key, value)),
        }
        self
    }

    /// Sets an entry if there is a value.
    pub fn set_some(&mut self, key: &str, value: Option<impl Into<Json>>) -> &mut Self {
        if let Some(value) = value {
            self.set(key, value);
        }
        self
    }

    /// Sets an entry unless the text, list or object is empty.
    pub fn set_filled(&mut self, key: &str, value: impl Into<Json>) -> &mut Self {
        let value = value.into();
        let empty = match &value {
            Json::String(text) => text.is_empty(),
            Json::Array(items) => items.is_empty(),
            Json::Object(object) => object.entries.is_empty(),
            Json::Null => true,
            Json::Bool(_) | Json::Number(_) => false,
        };
        if !empty {
            self.set(key, value);
        }
        self
    }

    /// Sets an entry to `true` if the flag is up; otherwise there is no entry.
    pub fn set_flag(&mut self, key: &str, flag: bool) -> &mut Self {
        if flag {
            self.set(key, true);
        }
        self
    }

    /// Sets every entry of another object.
    pub fn extend(&mut self, other: Self) -> &mut Self {
        for (key, value) in other.entries {
            self.set(key, value);
        }
        self
    }

    /// The value under a key.
    pub fn get(&self, key: &str) -> Option<&Json> {
        self.entries.iter().find(|(known, _)| known == key).map(|(_, value)| value)
    }

    /// The value under a key, to change it.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut Json> {
        self.entries.iter_mut().find(|(known, _)| known == key).map(|(_, value)| value)
    }

    /// Takes an entry out.
    pub fn remove(&mut self, key: &str) -> Option<Json> {
        let at = self.entries.iter().position(|(known, _)| known == key)?;
        Some(self.entries.remove(at).1)
    }

    /// The entries in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Json)> {
        self.entries.iter().map(|(key, value)| (key.as_str(), value))
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

/// An object from its entries: `object([("type", "string".into())])`.
pub fn object<const N: usize>(entries: [(&str, Json); N]) -> Object {
    let mut object = Object::new();
    for (key, value) in entries {
        object.set(key, value);
    }
    object
}

impl From<Object> for Json {
    fn from(object: Object) -> Self {
        Self::Object(object)
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::String(text.to_owned())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Self {
        Self::String(text)
    }
}

impl From<&String> for Json {
    fn from(text: &String) -> Self {
        Self::String(text.clone())
    }
}

impl From<bool> for Json {
    fn from(flag: bool) -> Self {
        Self::Bool(flag)
    }
}

impl From<u64> for Json {
    fn from(number: u64) -> Self {
        Self::Number(number.to_string())
    }
}

impl From<usize> for Json {
    fn from(number: usize) -> Self {
        Self::Number(number.to_string())
    }
}

impl From<i64> for Json {
    fn from(number: i64) -> Self {
        Self::Number(number.to_string())
    }
}

impl<T: Into<Json>> From<Vec<T>> for Json {
    fn from(items: Vec<T>) -> Self {
        Self::Array(items.into_iter().map(Into::into).collect())
    }
}

impl<T: Into<Json>> From<Option<T>> for Json {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl<T: Into<Json>> FromIterator<T> for Json {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self::Array(items.into_iter().map(Into::into).collect())
    }
}

/// A number from a text, if it is one as JSON writes it: not `1.`, `.5` or `0x1`.
pub fn number(text: &str) -> Option<Json> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = match digits.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (digits, None),
    };
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let canonical = whole == "0" || !whole.starts_with('0');
    let valid = all_digits(whole) && canonical && fraction.is_none_or(all_digits);
    valid.then(|| Json::Number(text.to_owned()))
}

fn write_all<T>(
    out: &mut String,
    open: char,
    close: char,
    indent: Option<usize>,
    items: &[T],
    mut write: impl FnMut(&mut String, &T, Option<usize>),
) {
    out.push(open);
    let inner = indent.map(|depth| depth + 1);
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        break_line(out, inner);
        write(out, item, inner);
    }
    if !items.is_empty() {
        break_line(out, indent);
    }
    out.push(close);
}

fn break_line(out: &mut String, indent: Option<usize>) {
    if let Some(depth) = indent {
        out.push('\n');
        out.extend(std::iter::repeat_n("  ", depth));
    }
}

fn write_text(out: &mut String, text: &str) {
    out.push('"');
    for char in text.chars() {
        match char {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            // The two separators are legal in JSON, yet end a line where the text is pasted into JavaScript.
            control if control.is_control() || matches!(control, '\u{2028}' | '\u{2029}') => {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\u{:04x}", u32::from(control));
            }
            other => out.push(other),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_keep_their_order_and_one_value_per_key() {
        let mut object = Object::new();
        object.set("b", 1_u64).set("a", Json::Null).set("b", true).set_flag("c", false).set_filled("d", "");
        assert_eq!(Json::from(object).to_string(), r#"{"b":true,"a":null}"#);
    }

    #[test]
    fn pretty_is_indented_by_two() {
        let value: Json =
            object([("list", vec!["x"].into()), ("none", Json::Array(Vec::new())), ("text", "\"\\\n\u{1}".into())])
                .into();
        assert_eq!(
            value.pretty(),
            "{\n  \"list\": [\n    \"x\"\n  ],\n  \"none\": [],\n  \"text\": \"\\\"\\\\\\n\\u0001\"\n}\n"
        );
    }

    #[test]
    fn only_numbers_of_json_are_numbers() {
        for good in ["0", "-1", "1.50", "100"] {
            assert_eq!(number(good), Some(Json::Number(good.to_owned())));
        }
        for bad in ["", "-", "01", "1.", ".5", "0x1", "1e3", "INR"] {
            assert_eq!(number(bad), None, "{bad}");
        }
    }
}
