//! A list that may be absent.

use crate::error::DecodeError;
use crate::json::{Reader, Writer};
use crate::retype::Sort;
use crate::value::nested::write_items;
use crate::value::{Decode, Empty, Encode, fill};
use crate::versioned::Gather;
use crate::{Version, Versioned};
use std::ops::{Deref, DerefMut};

/// A list that may be absent; it reads as a slice, which is empty then.
///
/// It has no room to grow: many items are collected, or come as a `Vec`, and are not pushed one after another.
// A box of items is dropped where its owner is, a `Vec` in a part of the program of its own, and whoever holds lists would
// compile the drop of their items in both.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct List<T>(Option<Box<[T]>>);

impl<T> List<T> {
    /// A list that is not there.
    pub const ABSENT: Self = Self(None);

    /// Whether the list is not there, which an empty one is.
    pub fn is_absent(&self) -> bool {
        self.0.is_none()
    }

    /// The list, or `None` if it is not there.
    pub fn as_option(&self) -> Option<&[T]> {
        self.0.as_deref()
    }

    /// The items, or `None` if the list is not there.
    pub fn into_option(self) -> Option<Vec<T>> {
        self.0.map(Vec::from)
    }

    /// Adds an item; the list is there from then on. All items move to a list with room for one more.
    pub fn push(&mut self, item: T) {
        self.extend([item]);
    }

    /// The same list of other items.
    pub fn map<U>(self, change: impl FnMut(T) -> U) -> List<U> {
        List(self.0.map(|items| Vec::from(items).into_iter().map(change).collect()))
    }
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self::ABSENT
    }
}

impl<T> Deref for List<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        self.0.as_deref().unwrap_or_default()
    }
}

impl<T> DerefMut for List<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        self.0.as_deref_mut().unwrap_or_default()
    }
}

impl<T> From<Vec<T>> for List<T> {
    fn from(items: Vec<T>) -> Self {
        Self(Some(items.into()))
    }
}

impl<T> From<Option<Vec<T>>> for List<T> {
    fn from(items: Option<Vec<T>>) -> Self {
        Self(items.map(Into::into))
    }
}

impl<T, const N: usize> From<[T; N]> for List<T> {
    fn from(items: [T; N]) -> Self {
        Self(Some(items.into()))
    }
}

impl<T> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self(Some(items.into_iter().collect()))
    }
}

impl<T> Extend<T> for List<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, more: I) {
        let mut items = self.0.take().map(Vec::from).unwrap_or_default();
        items.extend(more);
        self.0 = Some(items.into());
    }
}

impl<T> IntoIterator for List<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.map(Vec::from).unwrap_or_default().into_iter()
    }
}

impl<'a, T> IntoIterator for &'a List<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'a, T> IntoIterator for &'a mut List<T> {
    type Item = &'a mut T;
    type IntoIter = std::slice::IterMut<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter_mut()
    }
}

impl<T: PartialEq> PartialEq<[T]> for List<T> {
    fn eq(&self, other: &[T]) -> bool {
        **self == *other
    }
}

impl<T: Decode> Decode for List<T> {
    fn blank() -> Self {
        Self::ABSENT
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        if !reader.no_list()? {
            let mut items = Vec::new();
            items.read(reader)?;
            fill(&mut self.0, Some(items.into()));
        }
        Ok(())
    }
}

impl Reader<'_> {
    /// Passes over what stands where an optional list belongs and means nothing.
    #[inline]
    fn no_list(&mut self) -> Result<bool, DecodeError> {
        match self.peek() {
            b'n' => self.absent(b'n', Empty::Both),
            b'{' => self.absent(b'{', Empty::Both),
            b'"' => self.absent(b'"', Empty::Both),
            _ => Ok(false),
        }
    }
}

impl<T: Versioned> Versioned for List<T> {
    type At<W: Version> = List<T::At<W>>;

    #[inline]
    fn blank() -> Self {
        Self::ABSENT
    }

    fn hand_over<W: Version>(&mut self, to: &mut Self::At<W>) {
        if let Some(items) = &mut self.0 {
            let items: Vec<_> = Gather::<T, W>::gather(items);
            fill(&mut to.0, Some(items.into()));
        }
    }
}

impl<T: Encode> Encode for List<T> {
    const SORT: Sort = Sort::List(&T::SORT);

    fn write(&self, writer: &mut Writer<'_>) {
        write_items(self, writer);
    }

    fn is_absent(&self) -> bool {
        Self::is_absent(self)
    }
}
