//! Tables that the compiler puts together: rows of an object that is flattened into a type written by hand.
//!
//! A generator knows the keys of what it flattens and writes them down; a derive sees one type at a time.

use crate::shape::{Field, Shape};

/// A type whose rows can stand in the table of another one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be flattened: its keys are not known here",
    label = "its keys are not known here",
    note = "a type with `#[derive(Versioned)]` and without type parameters can be flattened"
)]
pub trait Table {
    /// The rows.
    const FIELDS: &'static [Field];

    /// The shape.
    fn shape() -> &'static Shape;
}

/// Rows of a table that is put together: the type's own, or those of an object that is flattened into it.
#[derive(Clone, Copy, Debug)]
pub struct Rows {
    fields: &'static [Field],
    prefix: &'static str,
    start: u16,
    since: u32,
    until: u32,
    escaped: bool,
    own: bool,
}

impl Rows {
    /// How many indices a flattened object may take.
    pub const MOST: u16 = 64;

    /// The type's own rows.
    pub const fn own(fields: &'static [Field]) -> Self {
        Self { fields, prefix: "", start: 0, since: 0, until: u32::MAX, escaped: false, own: true }
    }

    /// The rows of a flattened object, with a prefix before each name and indices from `start` on.
    ///
    /// # Panics
    ///
    /// At compile time, if there are too many.
    pub const fn flattened(prefix: &'static str, start: u16, fields: &'static [Field]) -> Self {
        let mut row = 0;
        while row < fields.len() {
            assert!(fields[row].index < Self::MOST, "an object of more than 64 fields cannot be flattened");
            row += 1;
        }
        Self { prefix, start, own: false, ..Self::own(fields) }
    }

    /// From this packed date on.
    #[must_use]
    pub const fn since(mut self, version: u32) -> Self {
        self.since = version;
        self
    }

    /// Before this packed date.
    #[must_use]
    pub const fn until(mut self, version: u32) -> Self {
        self.until = version;
        self
    }

    /// The prefix is not written as it is.
    #[must_use]
    pub const fn escaped(mut self) -> Self {
        self.escaped = true;
        self
    }

    /// How many rows the parts have together.
    pub const fn count(parts: &[Self]) -> usize {
        let (mut sum, mut part) = (0, 0);
        while part < parts.len() {
            sum += parts[part].fields.len();
            part += 1;
        }
        sum
    }

    /// How long the names of flattened rows are together.
    pub const fn bytes(parts: &[Self]) -> usize {
        let (mut sum, mut part) = (0, 0);
        while part < parts.len() {
            let mut row = 0;
            while row < parts[part].fields.len() && !parts[part].own {
                sum += parts[part].prefix.len() + parts[part].fields[row].name.len();
                row += 1;
            }
            part += 1;
        }
        sum
    }

    /// The names of flattened rows, one behind the other.
    pub const fn names<const N: usize>(parts: &[Self]) -> [u8; N] {
        let mut names = [0; N];
        let (mut at, mut part) = (0, 0);
        while part < parts.len() {
            let mut row = 0;
            while row < parts[part].fields.len() && !parts[part].own {
                at = put(&mut names, at, parts[part].prefix.as_bytes());
                at = put(&mut names, at, parts[part].fields[row].name.as_bytes());
                row += 1;
            }
            part += 1;
        }
        names
    }

    /// The rows of all parts; `names` are the names of those that are flattened.
    pub const fn join<const N: usize>(parts: &[Self], mut names: &'static [u8]) -> [Field; N] {
        let mut rows = [crate::field("", 0); N];
        let (mut at, mut part) = (0, 0);
        while part < parts.len() {
            let mut row = 0;
            while row < parts[part].fields.len() {
                let field = parts[part].fields[row];
                rows[at] = if parts[part].own {
                    field
                } else {
                    let (name, rest) = names.split_at(parts[part].prefix.len() + field.name.len());
                    names = rest;
                    parts[part].shifted(field, text(name))
                };
                at += 1;
                row += 1;
            }
            part += 1;
        }
        rows
    }

    const fn shifted(&self, mut field: Field, name: &'static str) -> Field {
        field.name = name;
        field.index += self.start;
        if self.since > field.since {
            field.since = self.since;
        }
        if self.until < field.until {
            field.until = self.until;
        }
        if self.escaped { field.escaped() } else { field }
    }
}

const fn put<const N: usize>(names: &mut [u8; N], mut at: usize, text: &[u8]) -> usize {
    let mut byte = 0;
    while byte < text.len() {
        names[at] = text[byte];
        at += 1;
        byte += 1;
    }
    at
}

/// Names were put together from texts, so they are text.
const fn text(bytes: &'static [u8]) -> &'static str {
    match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => "",
    }
}

#[cfg(test)]
#[allow(clippy::inconsistent_digit_grouping, reason = "dates")]
mod tests {
    use super::*;
    use crate::field;

    const ADDRESS: &[Field] = &[field("city", 0).required(), field("street", 1).since(2020_01_01)];
    const PARTS: &[Rows] = &[
        Rows::own(&[field("id", 0).required()]),
        Rows::flattened("billing_", 2, ADDRESS).until(2021_01_01),
        Rows::own(&[field("note", 1)]),
        Rows::flattened("", 66, ADDRESS).since(2022_01_01).escaped(),
    ];
    const NAMES: [u8; Rows::bytes(PARTS)] = Rows::names(PARTS);
    const ALL: [Field; Rows::count(PARTS)] = Rows::join(PARTS, &NAMES);

    #[test]
    fn rows_are_joined_in_order_with_their_prefixes() {
        let rows: Vec<_> = ALL.iter().map(|row| (row.name, row.index, row.since, row.until)).collect();
        let expected = [
            ("id", 0, 0, u32::MAX),
            ("billing_city", 2, 0, 2021_01_01),
            ("billing_street", 3, 2020_01_01, 2021_01_01),
            ("note", 1, 0, u32::MAX),
            ("city", 66, 2022_01_01, u32::MAX),
            ("street", 67, 2022_01_01, u32::MAX),
        ];
        assert_eq!(rows, expected);
        assert!(ALL[1].has(crate::shape::REQUIRED) && ALL[5].has(crate::shape::ESCAPED));
    }
}
