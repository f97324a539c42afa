//! Which rows of a table are worth a look when an object is checked or written.
//!
//! A request has a hundred fields and mostly holds five. Asking for each of them costs a jump that no processor foresees, so
//! large requests say at once which of theirs hold anything.

use crate::record::Fields;
use crate::shape::{Field, Shape, WORDS};
use crate::{Encode, Map};

/// Sets of indices below 256, by which an object says which fields hold something.
#[derive(Clone, Copy, Debug, Default)]
pub struct Indices {
    there: [u64; WORDS],
    /// Those of fields whose values may hold others.
    nested: [u64; WORDS],
}

impl Indices {
    /// Adds the index of a field if it holds something.
    #[inline]
    pub fn add<T: Encode>(&mut self, index: u16, value: &T) {
        self.mark(index, !value.is_absent(), !T::SORT.is_single());
    }

    /// Adds the index of a field that takes whatever has no field of its own.
    #[inline]
    pub fn add_rest<T>(&mut self, index: u16, rest: &Map<T>) {
        self.mark(index, !rest.is_empty(), true);
    }

    /// Adds the indices of a flattened object if it is there.
    #[inline]
    pub fn add_flat(&mut self, start: u16, end: u16, there: bool) {
        if there {
            (start..end).for_each(|index| self.mark(index, true, true));
        }
    }

    #[inline]
    fn mark(&mut self, index: u16, there: bool, nested: bool) {
        let bit = u64::from(there) << (index % 64);
        if let Some(word) = self.there.get_mut(usize::from(index / 64)) {
            *word |= bit;
        }
        if let (true, Some(word)) = (nested, self.nested.get_mut(usize::from(index / 64))) {
            *word |= bit;
        }
    }

    /// Takes the first index out.
    fn pop(&mut self) -> Option<u16> {
        let mut start = 0;
        for word in &mut self.there {
            if *word != 0 {
                let bit = word.trailing_zeros();
                *word &= *word - 1;
                return u16::try_from(bit).ok().map(|bit| start + bit);
            }
            start += 64;
        }
        None
    }
}

/// The rows of a record that may have something to write, in the order of the table.
#[derive(Clone)]
pub(crate) struct Candidates {
    shape: &'static Shape,
    next: usize,
    there: Option<Indices>,
}

/// Whether a set of indices has one; of those beyond its room that cannot be told, so it may.
pub(crate) fn has(set: &[u64; WORDS], index: u16) -> bool {
    set.get(usize::from(index / 64)).is_none_or(|word| word >> (index % 64) & 1 == 1)
}

impl Candidates {
    pub(crate) fn of(record: &dyn Fields) -> Self {
        let shape = record.shape();
        let there = if picks(shape) { record.there() } else { None };
        Self { shape, next: 0, there }
    }

    /// Whether the field at an index, which need have no row, may hold something.
    pub(crate) fn may_have(&self, index: u16) -> bool {
        self.there.is_none_or(|there| has(&there.there, index))
    }

    /// How many bytes they take, if most values are short.
    pub(crate) fn room(&self) -> usize {
        if self.there.is_none() { self.shape.index().room } else { self.clone().map(Field::room).sum() }
    }

    /// Whether the field at an index may hold others, or may be one of a flattened object.
    pub(crate) fn may_nest(&self, index: u16) -> bool {
        self.there.is_none_or(|there| has(&there.nested, index))
    }
}

/// Whether rows can be found by their index: there is one for each, in order, and nothing is written for what is absent.
fn picks(shape: &Shape) -> bool {
    shape.index().ordered && !shape.is_varied()
}

impl Iterator for Candidates {
    type Item = &'static Field;

    fn next(&mut self) -> Option<&'static Field> {
        let Some(there) = &mut self.there else {
            let field = self.shape.fields.get(self.next)?;
            self.next += 1;
            return Some(field);
        };
        picked(self.shape.fields, there)
    }

    /// Where nothing is picked, no row is asked whether it is.
    #[inline]
    fn fold<B, F: FnMut(B, &'static Field) -> B>(self, init: B, each: F) -> B {
        let fields = self.shape.fields;
        match self.there {
            None => fields.get(self.next..).unwrap_or_default().iter().fold(init, each),
            Some(mut there) => std::iter::from_fn(|| picked(fields, &mut there)).fold(init, each),
        }
    }
}

/// The row of the first index, which is taken out.
fn picked(fields: &'static [Field], there: &mut Indices) -> Option<&'static Field> {
    loop {
        // A row stands at its index, or before it, as far as slots without a row are in front of it.
        let index = there.pop()?;
        let mut row = usize::from(index).min(fields.len().checked_sub(1)?);
        while row > 0 && fields.get(row).is_some_and(|field| field.index > index) {
            row -= 1;
        }
        if let Some(field) = fields.get(row).filter(|field| field.index == index) {
            return Some(field);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Candidates, Indices};
    use crate::shape::{Field, Shape, field};
    use crate::{Fields, Writer};

    const ROWS: &[Field] = &[field("a", 0), field("b", 1), field("d", 3), field("e", 64), field("f", 70)];
    static ORDERED: Shape = Shape::new("Ordered", ROWS);
    const RENAMED: &[Field] = &[field("old", 0).until(2), field("new", 0).since(2), field("b", 1)];
    static SEVERAL: Shape = Shape::new("Several", RENAMED);
    static NULLS: Shape = Shape::new("Nulls", &[field("a", 0).nullable(), field("b", 1)]);
    static EMPTY: Shape = Shape::new("Empty", &[]);
    static HUGE: Shape = Shape::new("Huge", &[field("a", 0), field("b", 256)]);

    struct Holder(&'static Shape, Option<&'static [u16]>);

    impl Fields for Holder {
        fn shape(&self) -> &'static Shape {
            self.0
        }

        fn put(&self, _index: u16, _writer: &mut Writer<'_>) {}

        fn there(&self) -> Option<Indices> {
            let mut there = Indices::default();
            self.1?.iter().for_each(|index| there.add(*index, &true));
            Some(there)
        }
    }

    fn names(shape: &'static Shape, there: Option<&'static [u16]>) -> Vec<&'static str> {
        Candidates::of(&Holder(shape, there)).map(|field| field.name).collect()
    }

    #[test]
    fn rows_are_found_by_their_indices() {
        assert_eq!(names(&ORDERED, None), ["a", "b", "d", "e", "f"]);
        assert_eq!(names(&ORDERED, Some(&[])), [""; 0]);
        assert_eq!(names(&ORDERED, Some(&[70, 3, 0])), ["a", "d", "f"]);
        // A slot without a row, such as that of a rest, is passed over.
        assert_eq!(names(&ORDERED, Some(&[2, 1, 64, 65, 255])), ["b", "e"]);
        assert_eq!(names(&EMPTY, Some(&[0])), [""; 0]);
    }

    #[test]
    fn all_rows_are_looked_at_where_an_index_does_not_name_one() {
        assert_eq!(names(&SEVERAL, Some(&[1])), ["old", "new", "b"]);
        assert_eq!(names(&NULLS, Some(&[1])), ["a", "b"]);
        // A set has room for 256 indices, and nothing beyond them may be lost.
        assert_eq!(names(&HUGE, Some(&[])), ["a", "b"]);
        assert!(Candidates::of(&Holder(&ORDERED, Some(&[]))).may_have(256));
    }
}
