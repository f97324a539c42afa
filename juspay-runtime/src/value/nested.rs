//! Optional values and lists, and flattened objects.

use crate::check::Checker;
use crate::condition::Test;
use crate::error::{DecodeError, DecodeErrorKind};
use crate::json::{Reader, Writer};
use crate::record::Record;
use crate::retype::Sort;
use crate::value::{Decode, Empty, Encode, fill};
use crate::{AnomalyKind, Map};

impl<T: Decode> Decode for Option<T> {
    const NULL: bool = true;

    fn blank() -> Self {
        None
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        let byte = reader.peek();
        if (byte == b'n' || byte == b'{' || byte == b'"' && T::EMPTY != Empty::Object)
            && reader.absent(byte, T::EMPTY)?
        {
            return Ok(());
        }
        fill(self, Some(T::blank()));
        let (start, notes) = (reader.at, reader.notes.len());
        let read = match self {
            Some(value) => value.read(reader),
            None => Ok(()),
        };
        match read {
            Err(error) if T::NUMERIC && byte == b'"' => {
                *self = None;
                reader.censored(start, notes, error)
            }
            read => read,
        }
    }
}

impl<T: Encode> Encode for Option<T> {
    const SORT: Sort = T::SORT;

    fn write(&self, writer: &mut Writer<'_>) {
        match self {
            Some(value) => value.write(writer),
            None => writer.raw("null"),
        }
    }

    fn is_absent(&self) -> bool {
        self.as_ref().is_none_or(Encode::is_absent)
    }

    fn holds(&self, tests: &[Test]) -> bool {
        self.as_ref().is_some_and(|value| value.holds(tests))
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn blank() -> Self {
        Self::new()
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        reader.items(|reader| {
            if !T::NULL && reader.null_item()? {
                return Ok(());
            }
            // Most lists have an item or two; a first step of four large ones would be room for nothing.
            if self.len() == self.capacity() {
                self.reserve_exact(self.len().max(1));
            }
            self.push(T::blank());
            self.last_mut().map_or(Ok(()), |item| item.read(reader))
        })
    }
}

impl<T: Encode> Encode for Vec<T> {
    const SORT: Sort = Sort::List(&T::SORT);

    fn write(&self, writer: &mut Writer<'_>) {
        write_items(self, writer);
    }
}

/// Writes a list, without the items that the version leaves out.
pub(crate) fn write_items<T: Encode>(items: &[T], writer: &mut Writer<'_>) {
    let without = writer.without.take();
    let base = writer.checker.as_deref().map(Checker::depth);
    writer.container(b'[', b']', |writer| {
        for (index, item) in items.iter().enumerate() {
            if without.is_some_and(|tests| item.holds(tests)) {
                continue;
            }
            if let (Some(checker), Some(base)) = (writer.checker.as_deref_mut(), base) {
                checker.index(base, index);
            }
            writer.part();
            item.write(writer);
        }
    });
    if let (Some(checker), Some(base)) = (writer.checker.as_deref_mut(), base) {
        checker.leave(base);
    }
}

impl Reader<'_> {
    /// Reads an array, one item per call.
    pub(crate) fn items(
        &mut self,
        mut item: impl FnMut(&mut Self) -> Result<(), DecodeError>,
    ) -> Result<(), DecodeError> {
        if self.peek() != b'[' {
            return Err(self.mismatch("an array"));
        }
        self.enter()?;
        if self.peek() == b']' {
            self.at += 1;
        } else {
            loop {
                item(self)?;
                if !self.more(b']')? {
                    break;
                }
            }
        }
        self.depth -= 1;
        Ok(())
    }

    /// Passes over a null among items that cannot be null: it carries nothing.
    #[inline]
    pub(crate) fn null_item(&mut self) -> Result<bool, DecodeError> {
        if self.peek() != b'n' {
            return Ok(false);
        }
        let start = self.at;
        self.word("null")?;
        self.repaired(start, "null in a list");
        Ok(true)
    }

    /// Passes over a text without a digit that stands where an optional number or truth value belongs. Bodies that were
    /// censored for a log or a page have such texts; a body is not refused for what it does not say.
    #[cold]
    pub(crate) fn censored(&mut self, start: usize, notes: usize, error: DecodeError) -> Result<(), DecodeError> {
        self.at = start;
        if self.raw()?.bytes().any(|byte| byte.is_ascii_digit()) {
            return Err(error);
        }
        self.notes.forget(notes);
        self.note(AnomalyKind::Dropped, start, "a text");
        Ok(())
    }

    /// Whether what stands next, from `byte` on, means that an optional value is absent; then it is passed over.
    pub(crate) fn absent(&mut self, byte: u8, empty: Empty) -> Result<bool, DecodeError> {
        let start = self.at;
        match (byte, empty) {
            (b'n', _) => {
                self.word("null")?;
                return Ok(true);
            }
            (b'{', Empty::Object | Empty::Both) => {
                self.at += 1;
                if self.peek() == b'}' {
                    self.at += 1;
                    self.repaired(start, "an empty object for nothing");
                    return Ok(true);
                }
            }
            (b'"', Empty::Both) if self.text.as_bytes().get(start + 1) == Some(&b'"') => {
                self.at += 2;
                self.repaired(start, "an empty string for nothing");
                return Ok(true);
            }
            (b'"', Empty::Text) => {
                self.skip()?;
                self.note(AnomalyKind::Dropped, start, "a string where an object or an array belongs");
                return Ok(true);
            }
            _ => {}
        }
        self.at = start;
        Ok(false)
    }

    /// Reads a field of a flattened object.
    pub fn flat<T: Record>(&mut self, record: &mut T, index: u16) -> Result<(), DecodeError> {
        record.set(index, self)
    }

    /// Reads a field of a flattened object that may be absent.
    pub fn flat_option<T: Record>(&mut self, record: &mut Option<T>, index: u16) -> Result<(), DecodeError> {
        record.get_or_insert_with(<T as Record>::blank).set(index, self)
    }

    /// Reads one of several alternatives; nothing where it stands for nothing.
    pub fn alternative<T: Decode>(&mut self, another_is_there: bool) -> Result<Option<T>, DecodeError> {
        let start = self.at;
        let mut value = None;
        self.read(&mut value)?;
        if another_is_there && value.is_some() {
            return Err(self.fail_at(DecodeErrorKind::Several, start));
        }
        Ok(value)
    }

    /// Takes an unknown key with its value into a rest field.
    pub fn rest<T: Decode>(&mut self, map: &mut Map<T>) -> Result<(), DecodeError> {
        let key = self.key.take().unwrap_or_default();
        map.read_entry(key, self)
    }
}
