//! Enums that may grow, and questions about their values.

use crate::anomaly::AnomalyKind;
use crate::error::DecodeError;
use crate::json::{Reader, Writer};
use crate::value::fill;
use crate::version::ApiVersion;
use std::hash::{Hash, Hasher};

/// A value that the enum does not have, or not at the version of the body; it keeps its text.
#[derive(Clone, Debug, Default)]
pub struct UnknownValue {
    text: Box<str>,
    early: bool,
}

impl UnknownValue {
    /// A value with this text, which the enum does not have.
    pub fn new(text: impl Into<Box<str>>) -> Self {
        Self { text: text.into(), early: false }
    }

    /// The text as it came.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether the crate knows the value, but the version of the body does not have it.
    pub fn is_early(&self) -> bool {
        self.early
    }
}

impl PartialEq for UnknownValue {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for UnknownValue {}

impl Hash for UnknownValue {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

/// One value of an enum: a row of its table.
#[derive(Clone, Copy, Debug)]
#[must_use]
pub struct Value {
    pub(crate) text: &'static str,
    pub(crate) id: Option<i64>,
    since: u32,
    until: u32,
    was: &'static [(u32, u16)],
}

/// The row of a value with this text.
pub const fn value(text: &'static str) -> Value {
    Value { text, id: None, since: 0, until: u32::MAX, was: &[] }
}

impl Value {
    /// Its numeric id.
    pub const fn id(mut self, id: i64) -> Self {
        self.id = Some(id);
        self
    }

    /// Sent from this packed date on.
    pub const fn since(mut self, version: u32) -> Self {
        self.since = version;
        self
    }

    /// Sent before this packed date.
    pub const fn until(mut self, version: u32) -> Self {
        self.until = version;
        self
    }

    /// Before each of these packed dates, the value at this index was sent in its place; the earliest date first.
    pub const fn was(mut self, former: &'static [(u32, u16)]) -> Self {
        self.was = former;
        self
    }

    /// Whether a version has the value, and has no other word for it.
    fn is_sent(&self, version: ApiVersion) -> bool {
        let version = version.packed();
        self.since <= version && version < self.until && self.was.iter().all(|was| was.0 <= version)
    }
}

/// The table of an enum: its name in the specification and its values.
#[derive(Clone, Copy, Debug)]
pub struct Values {
    name: &'static str,
    list: &'static [Value],
}

impl Values {
    /// The table of an enum.
    pub const fn new(name: &'static str, list: &'static [Value]) -> Self {
        Self { name, list }
    }

    fn get(&self, index: u16) -> Option<&'static Value> {
        self.list.get(usize::from(index))
    }

    /// The index of the value that a text means at a version.
    fn parse_at(&self, text: &str, version: ApiVersion) -> Result<u16, UnknownValue> {
        let same = |value: &Value| value.text.len() == text.len() && value.text == text;
        match self.list.iter().position(same) {
            Some(index) if self.list.get(index).is_some_and(|value| value.is_sent(version)) => {
                Ok(u16::try_from(index).unwrap_or(u16::MAX))
            }
            found => Err(UnknownValue { text: text.into(), early: found.is_some() }),
        }
    }

    pub(crate) fn find(&self, text: &str) -> Option<&'static Value> {
        self.list.iter().find(|value| value.text == text)
    }

    /// What a version sends for the value at an index.
    pub(crate) fn text_at(&self, index: u16, version: ApiVersion) -> &'static str {
        self.sent(index, version).map_or("", |value| value.text)
    }

    /// What a version sends for the value with this text; nothing if it has neither the value nor another word for it.
    pub(crate) fn of_text(&self, text: &str, version: ApiVersion) -> Option<&'static str> {
        let index = self.list.iter().position(|value| value.text == text)?;
        self.sent(u16::try_from(index).ok()?, version).filter(|value| value.is_sent(version)).map(|value| value.text)
    }

    /// What a version sends for the value with this id, if that is one value.
    pub(crate) fn of_id(&self, id: i64, version: ApiVersion) -> Option<&'static str> {
        let mut values = self.list.iter().filter(|value| value.id == Some(id));
        let value = values.next()?;
        self.of_text(value.text, version).filter(|_| values.next().is_none())
    }

    fn sent(&self, mut index: u16, version: ApiVersion) -> Option<&'static Value> {
        // A chain longer than the table would be a circle, which the specification's checks refuse.
        for _ in self.list {
            let former = self.get(index).and_then(|value| value.was.iter().find(|was| version.packed() < was.0));
            match former {
                Some(&(_, was)) => index = was,
                None => break,
            }
        }
        self.get(index)
    }
}

/// An enum that may grow: emitted for every enum. `open_enum!` makes the rest of it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no enum of values",
    label = "no enum of values",
    note = "derive `Versioned` for it"
)]
pub trait OpenEnum: Sized {
    /// The table of its values.
    fn values() -> &'static Values;
    /// The value at an index of the table.
    fn known(index: u16) -> Self;
    /// A value that is not in the table.
    fn unknown(value: UnknownValue) -> Self;
    /// The index of the value, or what is known of one that is not in the table.
    fn index(&self) -> Result<u16, &UnknownValue>;

    /// The value that a text means at a version.
    fn parse_at(text: &str, version: ApiVersion) -> Self {
        match Self::values().parse_at(text, version) {
            Ok(index) => Self::known(index),
            Err(unknown) => Self::unknown(unknown),
        }
    }

    /// What a version sends for the value. One that the version does not have, and had no other word for, stays itself.
    fn text_at(&self, version: ApiVersion) -> &str {
        match self.index() {
            Ok(index) => Self::values().text_at(index, version),
            Err(unknown) => unknown.as_str(),
        }
    }

    /// The text of the value at the newest version.
    fn text(&self) -> &str {
        match self.index() {
            Ok(index) => Self::values().get(index).map_or("", |value| value.text),
            Err(unknown) => unknown.as_str(),
        }
    }

    /// The numeric id of the value, where it has one.
    fn number(&self) -> Option<i64> {
        self.index().ok().and_then(|index| Self::values().get(index)).and_then(|value| value.id)
    }

    /// The version from which on the value is sent; that of an unknown one is not known.
    fn first_version(&self) -> Option<ApiVersion> {
        let index = self.index().ok()?;
        Self::values().get(index).map(|value| ApiVersion::from_packed(value.since))
    }
}

/// Reads a value of an enum; generated code calls it through `open_enum!`.
#[doc(hidden)]
pub fn read_open<T: OpenEnum>(slot: &mut T, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
    let value = match read_known(T::values(), reader)? {
        Ok(index) => T::known(index),
        Err(unknown) => T::unknown(unknown),
    };
    fill(slot, value);
    Ok(())
}

/// Reads a value of an enum as its index; what the version lacks is noted.
pub(crate) fn read_known(values: &Values, reader: &mut Reader<'_>) -> Result<Result<u16, UnknownValue>, DecodeError> {
    reader.peek();
    let start = reader.at;
    let text = reader.text()?;
    let value = values.parse_at(&text, reader.version);
    if let Err(unknown) = &value {
        note_unknown(values, unknown, reader, start);
    }
    Ok(value)
}

#[cold]
fn note_unknown(values: &Values, unknown: &UnknownValue, reader: &mut Reader<'_>, start: usize) {
    if !reader.notes.on {
        return;
    }
    let text = unknown.as_str();
    let from = reader.notes.len();
    if unknown.early {
        reader.note(AnomalyKind::EarlyValue, start, text.to_owned());
    } else if is_word(text) {
        reader.note(AnomalyKind::UnknownValue, start, text.to_owned());
    } else {
        reader.note(AnomalyKind::UnknownValue, start, format!("a text of {} bytes", text.len()));
    }
    for note in reader.notes.since(from) {
        note.item = if unknown.early { format!("{}.{text}", values.name) } else { values.name.to_owned() };
    }
}

/// Whether a text looks like a value of an enum, and not like a token, a number or a name that got there by mistake.
fn is_word(text: &str) -> bool {
    let plain = text.len() <= 64 && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    plain && text.bytes().filter(u8::is_ascii_digit).count() <= 4
}

/// Writes a value of an enum; generated code calls it through `open_enum!`.
#[doc(hidden)]
pub fn write_open<T: OpenEnum>(value: &T, writer: &mut Writer<'_>) {
    let text = value.text_at(writer.version());
    if writer.notes.is_some()
        && let Ok(index) = value.index()
    {
        T::values().note_early(index, writer);
    }
    writer.string(text);
}

impl Values {
    /// Notes that the version has no word for the value at an index, which is written all the same.
    #[cold]
    fn note_early(&self, index: u16, writer: &mut Writer<'_>) {
        let sent = self.sent(index, writer.version);
        if let Some(value) = sent.filter(|value| !value.is_sent(writer.version)) {
            writer.note(AnomalyKind::EarlyValue, format!("{}.{}", self.name, value.text), value.text.to_owned());
        }
    }
}

/// What an enum has besides its variants and its [`OpenEnum`]: how it is read, written, shown and made from a text.
#[macro_export]
macro_rules! open_enum {
    ($name:ty) => {
        impl $name {
            /// The text of the value on the wire.
            pub fn as_str(&self) -> &str {
                $crate::OpenEnum::text(self)
            }
        }
        impl $crate::Decode for $name {
            const EMPTY: $crate::Empty = $crate::Empty::Both;
            fn blank() -> Self {
                $crate::OpenEnum::unknown(::core::default::Default::default())
            }
            fn read(&mut self, reader: &mut $crate::Reader<'_>) -> ::core::result::Result<(), $crate::DecodeError> {
                $crate::read_open(self, reader)
            }
        }
        impl $crate::Encode for $name {
            const SORT: $crate::Sort = $crate::Sort::Enum(<Self as $crate::OpenEnum>::values);
            fn write(&self, writer: &mut $crate::Writer<'_>) {
                $crate::write_open(self, writer);
            }
        }
        impl ::core::convert::From<&str> for $name {
            fn from(text: &str) -> Self {
                $crate::OpenEnum::parse_at(text, $crate::ApiVersion::NEWEST)
            }
        }
        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }
    };
}

/// The answer to a question about a value that may be unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Answer {
    /// Yes, for certain.
    Yes,
    /// No, for certain.
    No,
    /// Nobody knows: act as if nothing had been heard.
    Unknown,
}

impl Answer {
    /// Whether the answer is a certain yes.
    pub fn is_yes(self) -> bool {
        self == Self::Yes
    }

    /// Whether the answer is a certain no.
    pub fn is_no(self) -> bool {
        self == Self::No
    }

    /// The answer that both give; unknown where they differ.
    #[must_use]
    pub fn agree(self, other: Self) -> Self {
        if self == other { self } else { Self::Unknown }
    }

    /// Whether both are so.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::Yes, Self::Yes) => Self::Yes,
            _ => Self::Unknown,
        }
    }

    /// Whether one of both is so.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        !(!self).and(!other)
    }
}

impl std::ops::Not for Answer {
    type Output = Self;

    fn not(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            Self::Unknown => Self::Unknown,
        }
    }
}
