//! JSON as a tree that keeps numbers as they are written, read by another reader than the one under test.

use std::collections::BTreeMap;

use juspay_runtime::Decimal;
use serde_json::value::RawValue;

/// A JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tree {
    /// `null`, `true`, `false` or a number, as it is written.
    Word(String),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Tree>),
    /// An object.
    Object(BTreeMap<String, Tree>),
}

impl Tree {
    /// Reads a document.
    ///
    /// # Errors
    ///
    /// If it is no JSON, or names a key twice.
    pub fn parse(text: &str) -> Result<Self, serde_json::Error> {
        let raw: &RawValue = serde_json::from_str(text)?;
        let text = raw.get();
        Ok(match text.as_bytes().first() {
            Some(b'{') => {
                let entries: BTreeMap<String, &RawValue> = serde_json::from_str(text)?;
                let entries = entries.into_iter().map(|(key, value)| Ok((key, Self::parse(value.get())?)));
                Self::Object(entries.collect::<Result<_, serde_json::Error>>()?)
            }
            Some(b'[') => {
                let items: Vec<&RawValue> = serde_json::from_str(text)?;
                Self::List(items.into_iter().map(|item| Self::parse(item.get())).collect::<Result<_, _>>()?)
            }
            Some(b'"') => Self::Text(serde_json::from_str(text)?),
            _ => Self::Word(text.to_owned()),
        })
    }

    /// The value of a key, if this is an object that has it.
    pub fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Object(entries) => entries.get(key),
            _ => None,
        }
    }

    /// The entries, if this is an object.
    pub fn entries(&self) -> impl Iterator<Item = (&str, &Self)> {
        let entries = match self {
            Self::Object(entries) => Some(entries),
            _ => None,
        };
        entries.into_iter().flatten().map(|(key, value)| (key.as_str(), value))
    }

    /// The items, if this is an array.
    pub fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    /// Whether this is `null`.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Word(word) if word == "null")
    }

    /// The value at a path such as `refunds[0].metadata.a.b`, where a key may have dots in it.
    pub fn at(&mut self, path: &str) -> Option<&mut Self> {
        let path = path.strip_prefix('.').unwrap_or(path);
        if path.is_empty() {
            return Some(self);
        }
        match self {
            Self::List(items) => {
                let (place, rest) = path.strip_prefix('[')?.split_once(']')?;
                items.get_mut(place.parse::<usize>().ok()?)?.at(rest)
            }
            Self::Object(entries) => entries.iter_mut().find_map(|(key, value)| {
                let rest = path.strip_prefix(key.as_str())?;
                if rest.is_empty() || rest.starts_with(['.', '[']) { value.at(rest) } else { None }
            }),
            Self::Word(_) | Self::Text(_) => None,
        }
    }

    /// The text of a scalar, with or without quotes.
    pub fn scalar(&self) -> Option<&str> {
        match self {
            Self::Word(text) | Self::Text(text) => Some(text),
            Self::List(_) | Self::Object(_) => None,
        }
    }

    /// The tree as JSON, with its keys in order of the alphabet, or the other way round.
    pub fn write(&self, backwards: bool) -> String {
        let mut out = String::new();
        self.write_to(&mut out, backwards);
        out
    }

    fn write_to(&self, out: &mut String, backwards: bool) {
        match self {
            Self::Word(word) => out.push_str(word),
            Self::Text(text) => out.push_str(&quoted(text)),
            Self::List(items) => {
                out.push('[');
                for (at, item) in items.iter().enumerate() {
                    out.push_str(if at == 0 { "" } else { "," });
                    item.write_to(out, backwards);
                }
                out.push(']');
            }
            Self::Object(entries) => {
                let mut entries: Vec<_> = entries.iter().collect();
                if backwards {
                    entries.reverse();
                }
                out.push('{');
                for (at, (key, value)) in entries.into_iter().enumerate() {
                    out.push_str(if at == 0 { "" } else { "," });
                    out.push_str(&quoted(key));
                    out.push(':');
                    value.write_to(out, backwards);
                }
                out.push('}');
            }
        }
    }
}

/// A text as a JSON string.
pub fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// Whether two scalars mean the same: numbers by value, with or without quotes; everything else by its letters.
pub fn same_scalar(one: &str, other: &str) -> bool {
    one == other || matches!((one.parse::<Decimal>(), other.parse::<Decimal>()), (Ok(one), Ok(other)) if one == other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_digits() {
        let text = r#"{"a":[1.50,true,null],"b":{"c":"x\"y"}}"#;
        let tree = Tree::parse(text);
        assert_eq!(tree.as_ref().map(|tree| tree.write(false)).ok().as_deref(), Some(text));
        assert_eq!(
            tree.map(|tree| tree.write(true)).ok().as_deref(),
            Some(r#"{"b":{"c":"x\"y"},"a":[1.50,true,null]}"#)
        );
        let mut deep = Tree::parse(r#"{"a":1,"a.b":[{"c":2}]}"#).unwrap_or(Tree::List(Vec::new()));
        assert_eq!(deep.at("a.b[0].c"), Some(&mut Tree::Word("2".to_owned())));
        assert_eq!(deep.at("a.c"), None);
        assert!(
            same_scalar("1.50", "1.5") && same_scalar("1e1", "10") && !same_scalar("1", "2") && !same_scalar("x", "y")
        );
    }
}
