//! From a key to its row, by tables that the compiler makes.

use crate::shape::Field;

/// An empty place of a lookup table.
const NOTHING: u16 = u16::MAX;

/// The table that leads from a key to its row. `N` is a power of two, at least twice the number of rows.
///
/// # Panics
///
/// At compile time, if `N` is no such number.
pub const fn lookup<const N: usize>(fields: &[Field]) -> [u16; N] {
    assert!(N.is_power_of_two() && N >= 2 * fields.len() && fields.len() < NOTHING as usize);
    let mut table = [NOTHING; N];
    let mut row = 0_u16;
    while (row as usize) < fields.len() {
        let mut slot = hash(fields[row as usize].name.as_bytes()) as usize & (N - 1);
        while table[slot] != NOTHING {
            slot = (slot + 1) & (N - 1);
        }
        table[slot] = row;
        row += 1;
    }
    table
}

/// The same for rows that are made at run time.
#[cfg(feature = "interpret")]
pub(crate) fn lookup_of(fields: &[Field]) -> Vec<u16> {
    let size = (2 * fields.len()).next_power_of_two();
    let mut table = vec![NOTHING; size];
    for (field, row) in fields.iter().zip(0_u16..NOTHING) {
        let mut slot = hash(field.name.as_bytes()) as usize & (size - 1);
        while let Some(entry) = table.get_mut(slot) {
            if *entry == NOTHING {
                *entry = row;
                break;
            }
            slot = (slot + 1) & (size - 1);
        }
    }
    table
}

/// A number that tells keys of one object apart well enough, from a few of their bytes.
#[allow(clippy::cast_possible_truncation)] // Only the lowest bits of the length matter.
pub(crate) const fn hash(key: &[u8]) -> u32 {
    let length = key.len();
    if length == 0 {
        return 0;
    }
    let first = key[0] as u32;
    let last = key[length - 1] as u32;
    let middle = key[length / 2] as u32;
    let third = key[length / 3] as u32;
    let sum = first | last << 8 | middle << 16 | third << 24;
    let mixed = (sum ^ (length as u32).wrapping_mul(0x85EB_CA6B)).wrapping_mul(0x9E37_79B1);
    mixed >> 15
}
