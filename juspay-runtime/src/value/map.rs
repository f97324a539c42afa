//! A small map from names to values.

use crate::error::DecodeError;
use crate::json::{Reader, Writer};
use crate::retype::Sort;
use crate::value::{Decode, Empty, Encode};
use crate::{Version, Versioned};
use std::borrow::Cow;
use std::collections::HashSet;

/// A map from names to values, in the order of their insertion, which is that of the body.
///
/// It is a list inside: bodies have few entries, and looking one up walks them all.
#[derive(Clone, Debug)]
pub struct Map<T>(Vec<(String, T)>);

impl<T> Map<T> {
    /// A map without entries.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// The value of a name.
    pub fn get(&self, name: &str) -> Option<&T> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    /// The value of a name, to change it.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut T> {
        self.0.iter_mut().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    /// Sets the value of a name, and gives the one that it had.
    pub fn insert(&mut self, name: impl Into<String>, value: T) -> Option<T> {
        let name = name.into();
        if let Some(old) = self.get_mut(&name) {
            return Some(std::mem::replace(old, value));
        }
        self.0.push((name, value));
        None
    }

    /// Takes a value out.
    pub fn remove(&mut self, name: &str) -> Option<T> {
        let at = self.0.iter().position(|(key, _)| key == name)?;
        Some(self.0.remove(at).1)
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are no entries.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The entries in their order.
    pub fn iter(&self) -> Iter<'_, T> {
        Iter(self.0.iter())
    }

    /// The same names with other values.
    pub fn map<U>(self, mut change: impl FnMut(T) -> U) -> Map<U> {
        Map(self.0.into_iter().map(|(name, value)| (name, change(value))).collect())
    }
}

impl<T: PartialEq> PartialEq for Map<T> {
    /// The same entries, in any order.
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().all(|(name, value)| other.get(name) == Some(value))
    }
}

impl<T: Eq> Eq for Map<T> {}

impl<T> Default for Map<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<N: Into<String>, T> FromIterator<(N, T)> for Map<T> {
    fn from_iter<I: IntoIterator<Item = (N, T)>>(entries: I) -> Self {
        let mut map = Self::new();
        map.extend(entries);
        map
    }
}

impl<N: Into<String>, T> Extend<(N, T)> for Map<T> {
    fn extend<I: IntoIterator<Item = (N, T)>>(&mut self, entries: I) {
        for (name, value) in entries {
            self.insert(name, value);
        }
    }
}

impl<N: Into<String>, T, const LEN: usize> From<[(N, T); LEN]> for Map<T> {
    fn from(entries: [(N, T); LEN]) -> Self {
        entries.into_iter().collect()
    }
}

impl<T> IntoIterator for Map<T> {
    type Item = (String, T);
    type IntoIter = std::vec::IntoIter<(String, T)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a Map<T> {
    type Item = (&'a str, &'a T);
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}

/// The entries of a [`Map`].
#[derive(Debug)]
pub struct Iter<'a, T>(std::slice::Iter<'a, (String, T)>);

impl<'a, T> Iterator for Iter<'a, T> {
    type Item = (&'a str, &'a T);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|(name, value)| (name.as_str(), value))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl<T: Decode> Map<T> {
    /// Reads the value of a key and keeps it. Names are checked in one step for all: one by one would be slow for a
    /// hostile body.
    pub(super) fn read_entry(&mut self, key: Cow<'_, str>, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        self.0.push((key.into_owned(), T::blank()));
        self.0.last_mut().map_or(Ok(()), |(_, value)| value.read(reader))
    }
}

impl<T: Decode> Decode for Map<T> {
    const EMPTY: Empty = Empty::Text;

    fn blank() -> Self {
        Self::new()
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        let start = reader.at;
        reader.entries(|key, reader| {
            if !T::NULL && reader.peek() == b'n' {
                return reader.word("null");
            }
            self.read_entry(key, reader)
        })?;
        match twice(self.0.iter().map(|(name, _)| name.as_str())) {
            Some(name) => Err(reader.twice(start, name)),
            None => Ok(()),
        }
    }
}

/// A name that is there twice.
pub(crate) fn twice<'a>(mut names: impl ExactSizeIterator<Item = &'a str> + Clone) -> Option<&'a str> {
    if names.len() <= 8 {
        let mut later = names.clone();
        return names.find(|name| {
            later.next();
            later.clone().any(|other| other == *name)
        });
    }
    let mut seen = HashSet::with_capacity(names.len());
    names.find(|name| !seen.insert(*name))
}

impl<'a> Reader<'a> {
    /// Reads an object, one entry per call.
    pub(crate) fn entries(
        &mut self,
        mut entry: impl FnMut(Cow<'a, str>, &mut Self) -> Result<(), DecodeError>,
    ) -> Result<(), DecodeError> {
        if self.peek() != b'{' {
            return Err(self.mismatch("an object"));
        }
        self.enter()?;
        if self.peek() == b'}' {
            self.at += 1;
        } else {
            loop {
                if self.peek() != b'"' {
                    return Err(self.unexpected("a key in quotes"));
                }
                let key = self.string()?;
                self.expect(b':', "`:`")?;
                entry(key, self)?;
                if !self.more(b'}')? {
                    break;
                }
            }
        }
        self.depth -= 1;
        Ok(())
    }
}

impl<T: Versioned> Versioned for Map<T> {
    type At<W: Version> = Map<T::At<W>>;

    #[inline]
    fn blank() -> Self {
        Self::new()
    }

    fn hand_over<W: Version>(&mut self, to: &mut Self::At<W>) {
        to.0.reserve_exact(self.0.len());
        for (name, value) in &mut self.0 {
            to.0.push((std::mem::take(name), Versioned::blank()));
            if let Some((_, to)) = to.0.last_mut() {
                value.hand_over(to);
            }
        }
    }
}

impl<T: Encode> Encode for Map<T> {
    const SORT: Sort = Sort::Map(&T::SORT);

    fn write(&self, writer: &mut Writer<'_>) {
        writer.container(b'{', b'}', |writer| {
            for (name, value) in self {
                writer.entry(name, value);
            }
        });
    }
}
