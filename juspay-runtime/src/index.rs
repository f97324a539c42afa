//! What is worked out of the rows of an object when one is first read or written: where a key's row is, and sums.
//!
//! It is not left to the compiler, although it could be: that would do it at every check of every crate with types, also
//! for those that a program never meets.

use crate::shape::{ALIAS, Field, NULLABLE, REQUIRED, WORDS};

/// An empty place of the table.
const NOTHING: u32 = u32::MAX;

/// The rows of an object by their keys, and what they come to.
#[derive(Clone, Debug)]
pub(crate) struct Index {
    /// Open addressing: a power of two of places, at least half of them empty.
    places: Box<[u32]>,
    /// Indices that are required at some version, for a first, cheap look; and whether any is too great to stand here.
    pub(crate) required: [u64; WORDS],
    pub(crate) required_beyond: bool,
    /// Whether there is one row for each index, in order, none that is written where it is absent, and no index beyond what
    /// a set has room for.
    pub(crate) ordered: bool,
    /// How many bytes an object takes in which everything is there, and most values are short.
    pub(crate) room: usize,
}

impl Index {
    pub(crate) fn of(fields: &[Field]) -> Self {
        let mut index = Self {
            places: places(fields),
            required: [0; WORDS],
            required_beyond: false,
            ordered: fields.windows(2).all(|pair| matches!(pair, [one, next] if one.index < next.index)),
            room: fields.iter().map(Field::room).sum(),
        };
        let fits = |field: &Field| usize::from(field.index / 64) < WORDS;
        index.ordered &= fields.iter().all(|field| fits(field) && !field.has(ALIAS | NULLABLE));
        for field in fields.iter().filter(|field| field.has(REQUIRED)) {
            match index.required.get_mut(usize::from(field.index / 64)) {
                Some(word) => *word |= 1 << (field.index % 64),
                None => index.required_beyond = true,
            }
        }
        index
    }

    /// The rows that may have a key, until one does that suits.
    pub(crate) fn candidates(&self, key: &str) -> impl Iterator<Item = usize> {
        let mask = self.places.len().wrapping_sub(1);
        let start = hash(key.as_bytes()) as usize;
        let place = move |step: usize| self.places.get(start.wrapping_add(step) & mask).copied();
        (0..).map_while(place).take_while(|row| *row != NOTHING).map(|row| row as usize)
    }
}

fn places(fields: &[Field]) -> Box<[u32]> {
    let size = (2 * fields.len()).next_power_of_two();
    let mut places = vec![NOTHING; size].into_boxed_slice();
    for (field, row) in fields.iter().zip(0..) {
        let mut at = hash(field.name.as_bytes()) as usize & (size - 1);
        while let Some(place) = places.get_mut(at) {
            if *place == NOTHING {
                *place = row;
                break;
            }
            at = (at + 1) & (size - 1);
        }
    }
    places
}

/// A number that tells keys of one object apart well enough, from a few of their bytes.
fn hash(key: &[u8]) -> u32 {
    let length = key.len();
    let byte = |at: usize| key.get(at).copied().map_or(0, u32::from);
    let sum = byte(0) | byte(length.wrapping_sub(1)) << 8 | byte(length / 2) << 16 | byte(length / 3) << 24;
    #[allow(clippy::cast_possible_truncation, reason = "only the lowest bits of the length matter")]
    let mixed = (sum ^ (length as u32).wrapping_mul(0x85EB_CA6B)).wrapping_mul(0x9E37_79B1);
    mixed >> 15
}
