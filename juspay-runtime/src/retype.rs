//! Values whose type changed: what was set as one type, written as the version has it.
//!
//! Only what keeps its meaning exactly is converted. Everything else stays as it is and is reported, for nothing is made
//! up and nothing is lost in silence.

use crate::json::escape::push_json;
use crate::{ApiVersion, Date, Decimal, Json, Reader, Timestamp, Values};
use std::borrow::Cow;

/// What sort of value a type has on the wire, as far as conversions tell sorts apart.
#[derive(Clone, Copy, Debug)]
pub enum Sort {
    /// A string of any content.
    Text,
    /// A point in time.
    Moment,
    /// A day.
    Day,
    /// A whole number.
    Int,
    /// A truth value.
    Bool,
    /// An exact number.
    Number,
    /// A value of an enum.
    Enum(fn() -> &'static Values),
    /// Any JSON.
    Json,
    /// A list.
    List(&'static Sort),
    /// A map.
    Map(&'static Sort),
    /// An object, known by the name of its type.
    Object(fn() -> &'static str),
    /// Something of which nothing is known.
    Other,
}

impl Sort {
    /// Whether nothing stands in such a value that has rules of its own.
    pub(crate) const fn is_single(self) -> bool {
        matches!(self, Self::Text | Self::Moment | Self::Day | Self::Int | Self::Bool | Self::Number | Self::Enum(_))
    }
}

/// The name of an object's type, be it in a box or not.
pub(crate) fn object_name<T: ?Sized>() -> &'static str {
    let name = std::any::type_name::<T>();
    name.strip_prefix("alloc::boxed::Box<").and_then(|name| name.strip_suffix('>')).unwrap_or(name)
}

impl Sort {
    /// What it is, for messages.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Text => "a string",
            Self::Moment => "a timestamp",
            Self::Day => "a date",
            Self::Int => "an integer",
            Self::Bool => "a boolean",
            Self::Number => "a decimal",
            Self::Enum(_) => "a value of an enum",
            Self::Json => "JSON",
            Self::List(_) => "a list",
            Self::Map(_) => "a map",
            Self::Object(_) => "an object",
            Self::Other => "a value of another type",
        }
    }
}

/// The value has no form in the other type.
pub(crate) struct Unfit;

type Converted = Result<Option<String>, Unfit>;

/// The JSON of a value of one sort as a value of another one; `None` where it says nothing.
pub(crate) fn convert(json: &str, from: Sort, to: Sort, version: ApiVersion) -> Converted {
    if json == "null" {
        return Ok(None);
    }
    match (sort_of(json, from), to) {
        (Sort::Text, Sort::Text)
        | (Sort::Moment, Sort::Moment)
        | (Sort::Day, Sort::Day)
        | (Sort::Int, Sort::Int | Sort::Number)
        | (Sort::Number, Sort::Number)
        | (Sort::Bool, Sort::Bool)
        | (_, Sort::Json) => Ok(Some(json.to_owned())),
        // Whether it is the object that belongs there is for its reader to say.
        (Sort::Map(_), Sort::Object(_)) if matches!(from, Sort::Json) => Ok(Some(json.to_owned())),
        (Sort::Object(from), Sort::Object(to)) if from() == to() => Ok(Some(json.to_owned())),
        (Sort::List(from), Sort::List(to)) => each(json, *from, *to, version).map(Some),
        (Sort::Map(from), Sort::Map(to)) => entries(json, *from, *to, version).map(Some),
        (Sort::List(from), to) => match items(json)?.as_slice() {
            [] => Ok(None),
            [one] => convert(one, *from, to, version),
            _ => Err(Unfit),
        },
        (from, Sort::List(to)) => Ok(convert(json, from, *to, version)?.map(|one| format!("[{one}]"))),
        (from, to) => scalar(&text(json), from, to, version).map(Some).ok_or(Unfit),
    }
}

/// The sort of a value; where any JSON may stand, what stands there tells.
fn sort_of(json: &str, from: Sort) -> Sort {
    match (from, json.as_bytes().first()) {
        (Sort::Json, Some(b'"')) => Sort::Text,
        (Sort::Json, Some(b't' | b'f')) => Sort::Bool,
        (Sort::Json, Some(b'[')) => Sort::List(&Sort::Json),
        (Sort::Json, Some(b'{')) => Sort::Map(&Sort::Json),
        (Sort::Json, _) if json.parse::<i64>().is_ok() => Sort::Int,
        (Sort::Json, _) => Sort::Number,
        (from, _) => from,
    }
}

/// A single value as another one that means exactly the same.
fn scalar(text: &str, from: Sort, to: Sort, version: ApiVersion) -> Option<String> {
    let number = || text.parse::<Decimal>().ok();
    match (from, to) {
        (Sort::Int | Sort::Number | Sort::Bool | Sort::Moment | Sort::Day | Sort::Enum(_), Sort::Text) => {
            Some(quoted(text))
        }
        (Sort::Text | Sort::Int, Sort::Moment) => Timestamp::from(text).unix_seconds().map(|_| quoted(text)),
        (Sort::Text, Sort::Day) => Date::from(text).ymd().map(|_| quoted(text)),
        // What would be written otherwise than it came, as `007`, may be no number at all.
        (Sort::Text, Sort::Int) => text.parse::<i64>().ok().map(|n| n.to_string()).filter(|same| same == text),
        (Sort::Text, Sort::Number) => number().map(|n| n.to_string()).filter(|same| same == text),
        (Sort::Text, Sort::Bool) => matches!(text, "true" | "false").then(|| text.to_owned()),
        (Sort::Number, Sort::Int) => number()?.to_i64().map(|n| n.to_string()),
        (Sort::Bool, Sort::Int) => Some(if text == "true" { "1" } else { "0" }.to_owned()),
        (Sort::Int, Sort::Bool) => match text {
            "0" => Some("false".to_owned()),
            "1" => Some("true".to_owned()),
            _ => None,
        },
        // Seconds have no fractions.
        (Sort::Moment, Sort::Int) if !text.contains('.') => {
            Timestamp::from(text).unix_seconds().map(|seconds| seconds.to_string())
        }
        (Sort::Enum(values), Sort::Int) => values().find(text)?.id.map(|id| id.to_string()),
        (Sort::Int, Sort::Enum(values)) => values().of_id(text.parse().ok()?, version).map(quoted),
        (Sort::Text | Sort::Enum(_), Sort::Enum(values)) => values().of_text(text, version).map(quoted),
        _ => None,
    }
}

/// The text of a single value, be it a string or not.
pub(crate) fn text(json: &str) -> Cow<'_, str> {
    if json.starts_with('"') {
        Reader::new(json, ApiVersion::NEWEST, false).string().unwrap_or_default()
    } else {
        Cow::Borrowed(json)
    }
}

fn quoted(text: &str) -> String {
    let mut out = vec![b'"'];
    push_json(&mut out, text);
    out.push(b'"');
    String::from_utf8(out).unwrap_or_default()
}

/// The JSON of each item of a list.
fn items(json: &str) -> Result<Vec<&str>, Unfit> {
    let mut items = Vec::new();
    let read = Reader::new(json, ApiVersion::NEWEST, false).items(|reader| {
        items.push(reader.raw()?);
        Ok(())
    });
    read.map(|()| items).map_err(|_| Unfit)
}

fn each(json: &str, from: Sort, to: Sort, version: ApiVersion) -> Result<String, Unfit> {
    let mut out = Vec::new();
    for item in items(json)? {
        out.push(convert(item, from, to, version)?.unwrap_or_else(|| Json::null().as_str().to_owned()));
    }
    Ok(format!("[{}]", out.join(",")))
}

fn entries(json: &str, from: Sort, to: Sort, version: ApiVersion) -> Result<String, Unfit> {
    let mut raw = Vec::new();
    let read = Reader::new(json, ApiVersion::NEWEST, false).entries(|key, reader| {
        raw.push((key, reader.raw()?));
        Ok(())
    });
    read.map_err(|_| Unfit)?;
    let mut out = Vec::new();
    for (key, value) in raw {
        if let Some(value) = convert(value, from, to, version)? {
            out.push(format!("{}:{value}", quoted(&key)));
        }
    }
    Ok(format!("{{{}}}", out.join(",")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value;

    static STATES: Values = Values::new(
        "State",
        &[
            value("NEW").id(1),
            value("OLD").id(2).was(&[(20_200_101, 0)]),
            value("LOST").id(3).since(20_200_101),
            value("ODD"),
        ],
    );
    const STATE: Sort = Sort::Enum(|| &STATES);
    const ITEM: Sort = Sort::Object(|| "Item");
    const THEN: ApiVersion = ApiVersion::literal(2019, 1, 1);

    fn to(json: &str, from: Sort, to: Sort) -> Option<String> {
        convert(json, from, to, ApiVersion::NEWEST).unwrap_or_else(|Unfit| Some("unfit".to_owned()))
    }

    #[test]
    fn what_means_the_same_is_converted() {
        for (json, from, into, expected) in [
            ("7", Sort::Int, Sort::Text, r#""7""#),
            ("-1.50", Sort::Number, Sort::Text, r#""-1.50""#),
            ("true", Sort::Bool, Sort::Text, r#""true""#),
            (r#""a\"b""#, Sort::Moment, Sort::Text, r#""a\"b""#),
            (r#""12.50""#, Sort::Text, Sort::Number, "12.50"),
            (r#""-3""#, Sort::Text, Sort::Int, "-3"),
            (r#""false""#, Sort::Text, Sort::Bool, "false"),
            ("7", Sort::Int, Sort::Number, "7"),
            ("7.00", Sort::Number, Sort::Int, "7"),
            ("false", Sort::Bool, Sort::Int, "0"),
            ("1", Sort::Int, Sort::Bool, "true"),
            ("1709164800", Sort::Int, Sort::Moment, r#""1709164800""#),
            (r#""2024-02-29T00:00:00Z""#, Sort::Moment, Sort::Int, "1709164800"),
            (r#""2024-02-29""#, Sort::Text, Sort::Day, r#""2024-02-29""#),
            (r#""OLD""#, STATE, Sort::Text, r#""OLD""#),
            (r#""OLD""#, STATE, Sort::Int, "2"),
            ("3", Sort::Int, STATE, r#""LOST""#),
            (r#""ODD""#, Sort::Text, STATE, r#""ODD""#),
            (r#"{"a":[1]}"#, ITEM, Sort::Json, r#"{"a":[1]}"#),
            (r#"{"a":[1]}"#, Sort::Json, ITEM, r#"{"a":[1]}"#),
            (r#"{"a":1}"#, ITEM, Sort::List(&ITEM), r#"[{"a":1}]"#),
            (r#""a""#, Sort::Text, Sort::List(&Sort::Text), r#"["a"]"#),
            (r#"["7"]"#, Sort::List(&Sort::Text), Sort::Int, "7"),
            ("[1, 2]", Sort::List(&Sort::Int), Sort::List(&Sort::Text), r#"["1","2"]"#),
            (r#"{"a\n": 1}"#, Sort::Map(&Sort::Int), Sort::Map(&Sort::Text), r#"{"a\n":"1"}"#),
            (r#"{"a": 1, "b": null}"#, Sort::Json, Sort::Map(&Sort::Text), r#"{"a":"1"}"#),
        ] {
            assert_eq!(to(json, from, into).as_deref(), Some(expected), "{json} from {from:?} to {into:?}");
        }
    }

    #[test]
    fn what_would_be_made_up_or_lost_is_not() {
        for (json, from, into) in [
            (r#""007""#, Sort::Text, Sort::Int),
            (r#""+7""#, Sort::Text, Sort::Int),
            (r#"" 7""#, Sort::Text, Sort::Int),
            (r#""""#, Sort::Text, Sort::Int),
            (r#""1e3""#, Sort::Text, Sort::Number),
            (r#""TRUE""#, Sort::Text, Sort::Bool),
            ("7.5", Sort::Number, Sort::Int),
            ("2", Sort::Int, Sort::Bool),
            ("1", Sort::Number, Sort::Bool),
            ("true", Sort::Bool, Sort::Number),
            ("-5", Sort::Int, Sort::Moment),
            (r#""soon""#, Sort::Text, Sort::Moment),
            (r#""2024-02-29T00:00:00.5Z""#, Sort::Moment, Sort::Int),
            (r#""2024-02-29T00:00:00Z""#, Sort::Moment, Sort::Day),
            (r#""2024-02-29""#, Sort::Day, Sort::Moment),
            (r#""29-02-2024""#, Sort::Text, Sort::Day),
            (r#""ODD""#, STATE, Sort::Int),
            (r#""GONE""#, Sort::Text, STATE),
            ("9", Sort::Int, STATE),
            (r#"{"a":1}"#, ITEM, Sort::Object(|| "Other")),
            (r#"{"a":1}"#, ITEM, Sort::Text),
            (r#"{"a":1}"#, ITEM, Sort::Map(&Sort::Int)),
            (r#"["a","b"]"#, Sort::List(&Sort::Text), Sort::Text),
            ("[1]", Sort::Json, Sort::Map(&Sort::Json)),
            ("7", Sort::Other, Sort::Int),
        ] {
            assert_eq!(to(json, from, into).as_deref(), Some("unfit"), "{json} from {from:?} to {into:?}");
        }
        for (json, from) in [("null", Sort::Json), ("[]", Sort::List(&Sort::Text)), ("[null]", Sort::List(&Sort::Json))]
        {
            assert_eq!(to(json, from, Sort::Text), None, "{json}");
        }
    }

    #[test]
    fn values_are_those_of_the_version() {
        let at = |json, from, to| convert(json, from, to, THEN).ok().flatten();
        assert_eq!(at("2", Sort::Int, STATE).as_deref(), Some(r#""NEW""#));
        assert_eq!(at(r#""OLD""#, Sort::Text, STATE).as_deref(), Some(r#""NEW""#));
        assert_eq!(at("3", Sort::Int, STATE), None);
    }

    #[test]
    fn the_way_back_leads_to_the_same() {
        let sorts = [
            Sort::Text,
            Sort::Moment,
            Sort::Day,
            Sort::Int,
            Sort::Bool,
            Sort::Number,
            STATE,
            Sort::Json,
            Sort::List(&Sort::Text),
            Sort::List(&Sort::Int),
            Sort::List(&Sort::Json),
        ];
        let values = [
            (r#""x\n""#, Sort::Text),
            (r#""12""#, Sort::Text),
            (r#""1.0""#, Sort::Text),
            (r#""true""#, Sort::Text),
            (r#""NEW""#, Sort::Text),
            (r#""2024-02-29""#, Sort::Text),
            ("0", Sort::Int),
            ("1709164800", Sort::Int),
            ("true", Sort::Bool),
            ("12.5", Sort::Number),
            (r#""LOST""#, STATE),
        ];
        for (json, from) in values {
            for between in sorts {
                let Ok(Some(there)) = convert(json, from, between, ApiVersion::NEWEST) else { continue };
                let back = convert(&there, between, from, ApiVersion::NEWEST).ok().flatten();
                assert_eq!(back.as_deref(), Some(json), "{json} from {from:?} by {between:?}, {there}");
            }
        }
    }
}
