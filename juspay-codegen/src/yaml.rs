//! Values as YAML that every reader takes for the same values.
//!
//! `serde_yaml` leaves `2021-03-25` and `ON` bare, which readers of YAML 1.1 (`PyYAML`, Ruby, Go's first library) take
//! for a date and for `true`; an export is read by exactly these. Here a text is bare only if it can be nothing else.

use crate::json::Json;

/// A value as a YAML document.
pub fn to_yaml(value: &Json) -> String {
    let mut out = String::new();
    if is_block(value) {
        block(&mut out, value, 0);
    } else {
        out.push_str(&scalar(value));
        out.push('\n');
    }
    out
}

fn is_block(value: &Json) -> bool {
    match value {
        Json::Array(items) => !items.is_empty(),
        Json::Object(object) => !object.is_empty(),
        _ => false,
    }
}

/// A list or object whose first line is indented already.
fn block(out: &mut String, value: &Json, indent: usize) {
    match value {
        Json::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                start_line(out, indent, at);
                out.push('-');
                if is_block(item) {
                    out.push(' ');
                    block(out, item, indent + 2);
                } else {
                    leaf(out, item, indent);
                }
            }
        }
        Json::Object(object) => {
            for (at, (key, value)) in object.iter().enumerate() {
                start_line(out, indent, at);
                out.push_str(&text(key));
                out.push(':');
                if is_block(value) {
                    // The dash of a list is indentation enough.
                    let inner = if matches!(value, Json::Array(_)) { indent } else { indent + 2 };
                    out.push('\n');
                    pad(out, inner);
                    block(out, value, inner);
                } else {
                    leaf(out, value, indent);
                }
            }
        }
        _ => {}
    }
}

fn start_line(out: &mut String, indent: usize, at: usize) {
    if at > 0 {
        pad(out, indent);
    }
}

fn pad(out: &mut String, indent: usize) {
    out.extend(std::iter::repeat_n(' ', indent));
}

/// A scalar to the end of its line; a text of several lines below it.
fn leaf(out: &mut String, value: &Json, indent: usize) {
    out.push(' ');
    match value {
        Json::String(text) if reads_as_block(text) => {
            out.push_str("|-\n");
            for line in text.split('\n') {
                if !line.is_empty() {
                    pad(out, indent + 2);
                    out.push_str(line);
                }
                out.push('\n');
            }
        }
        other => {
            out.push_str(&scalar(other));
            out.push('\n');
        }
    }
}

/// A block keeps its text only if nothing in it looks like indentation or would be lost at the end.
fn reads_as_block(text: &str) -> bool {
    let odd = |char: char| {
        char.is_control() && char != '\n' || matches!(char, '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{feff}')
    };
    text.contains('\n') && !text.starts_with([' ', '\n']) && !text.ends_with('\n') && !text.contains(odd)
}

fn scalar(value: &Json) -> String {
    match value {
        Json::String(string) => text(string),
        other => other.to_string(),
    }
}

fn text(text: &str) -> String {
    if is_bare(text) { text.to_owned() } else { Json::from(text).to_string() }
}

/// Whether a text is a text to every reader without quotes: it starts like a word and has no sign in it.
fn is_bare(text: &str) -> bool {
    let word = |char: char| {
        char.is_ascii_alphanumeric() || matches!(char, '_' | '-' | '/' | '.' | ',' | '(' | ')' | ';' | '\'' | ' ')
    };
    // Words that some reader takes for a truth value, for nothing or for a number that is none.
    let reserved = ["true", "false", "yes", "no", "on", "off", "y", "n", "null", "nan", "inf"];
    text.starts_with(|char: char| char.is_ascii_alphabetic() || char == '/')
        && text.chars().all(word)
        && !text.ends_with(' ')
        && !reserved.iter().any(|reserved| text.eq_ignore_ascii_case(reserved))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::object;

    #[test]
    fn what_could_be_something_else_is_quoted() {
        for word in ["Order", "application/json", "It is here, in short.", "x-at"] {
            assert_eq!(text(word), word);
        }
        for word in ["2021-03-25", "ON", "no", "", " a", "a ", "- a", "a: b", "a #b", "1e3", "~", "@a", "#/a", "$ref"] {
            assert!(text(word).starts_with('"'), "{word}");
        }
    }

    #[test]
    fn blocks_nest() {
        let inner = object([("a", "x\n\ny".into()), ("none", Json::Array(Vec::new()))]);
        let value = object([("list", vec![inner.clone(), inner.clone()].into()), ("map", inner.into())]);
        assert_eq!(
            to_yaml(&value.into()),
            "list:\n- a: |-\n    x\n\n    y\n  none: []\n- a: |-\n    x\n\n    y\n  none: []\n\
             map:\n  a: |-\n    x\n\n    y\n  none: []\n"
        );
    }

    #[test]
    fn a_second_reader_reads_the_same() {
        let odd = ["a\nb", " a\nb", "a\n", "\ta", "a\u{1}", "\u{85}\n", "é", "2021-03-25", "null", "a\\b\"c", "x\n  y"];
        let texts: Json = odd.iter().copied().collect();
        let mut map = crate::json::Object::new();
        for key in odd {
            map.set(key, vec![Json::Null, true.into(), Json::Number("1.50".to_owned()), key.into()]);
        }
        let value: Json = object([("texts", texts), ("map", map.into()), ("empty", object([]).into())]).into();
        let read: Result<serde_yaml::Value, _> = serde_yaml::from_str(&to_yaml(&value));
        let also: Result<serde_yaml::Value, _> = serde_yaml::from_str(&value.to_string());
        assert!(read.is_ok());
        assert_eq!(read.ok(), also.ok());
    }
}
