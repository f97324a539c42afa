//! Text as JSON strings and as form parts.

use crate::json::string::{plain_end, stops};

const LOWER: &[u8; 16] = b"0123456789abcdef";
const UPPER: &[u8; 16] = b"0123456789ABCDEF";

/// Appends what stands between the quotes of the JSON string that means `text`.
pub(crate) fn push_json(out: &mut Vec<u8>, text: &str) {
    let mut rest = text.as_bytes();
    // Whole words without a call; what is left is shorter than a word, or holds something to escape.
    while let Some((chunk, behind)) = rest.split_first_chunk::<8>()
        && stops(u64::from_le_bytes(*chunk)) == 0
    {
        out.extend_from_slice(chunk);
        rest = behind;
    }
    loop {
        let (plain, behind) = rest.split_at_checked(plain_end(rest, 0)).unwrap_or((rest, &[]));
        out.extend_from_slice(plain);
        let Some((&byte, behind)) = behind.split_first() else { return };
        let [high, low] = hex(byte, LOWER);
        match byte {
            b'"' | b'\\' => out.extend_from_slice(&[b'\\', byte]),
            b'\n' => out.extend_from_slice(b"\\n"),
            b'\r' => out.extend_from_slice(b"\\r"),
            b'\t' => out.extend_from_slice(b"\\t"),
            _ => out.extend_from_slice(&[b'\\', b'u', b'0', b'0', high, low]),
        }
        rest = behind;
    }
}

/// What `application/x-www-form-urlencoded` makes of each byte: up to three bytes, the first one lowest, and in the
/// highest byte how many bits they are.
const FORM: [u32; 256] = {
    let mut table = [0; 256];
    let mut byte = 0_u8;
    loop {
        table[byte as usize] = u32::from_le_bytes(match byte {
            b' ' => [b'+', 0, 0, 8],
            b'*' | b'-' | b'.' | b'_' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => [byte, 0, 0, 8],
            _ => [b'%', UPPER[(byte >> 4) as usize], UPPER[(byte & 15) as usize], 24],
        });
        match byte.checked_add(1) {
            Some(next) => byte = next,
            None => break table,
        }
    }
};

/// The encoding of one byte, and its length in bits.
#[inline]
fn form_of(byte: u8) -> (u64, u32) {
    let entry = FORM[usize::from(byte)];
    (u64::from(entry & 0xFF_FFFF), entry >> 24)
}

/// Appends the form encoding of `text`, as WHATWG's URL standard writes it.
pub(crate) fn push_form(out: &mut Vec<u8>, text: &str) {
    let mut rest = text.as_bytes();
    // Four bytes at a time are put together in a register, without a branch on what they are.
    while let Some((&[a, b, c, d], behind)) = rest.split_first_chunk::<4>() {
        let pair = |(first, length): (u64, u32), (second, more): (u64, u32)| (first | second << length, length + more);
        let (low, length) = pair(form_of(a), form_of(b));
        let (high, more) = pair(form_of(c), form_of(d));
        push_bits(out, u128::from(low) | u128::from(high) << length, length + more);
        rest = behind;
    }
    for &byte in rest {
        let (bits, length) = form_of(byte);
        push_bits(out, u128::from(bits), length);
    }
}

/// Makes the form encoding of what stands from `start` on, in its place: from its end on, for it grows.
pub(crate) fn encode_form(out: &mut Vec<u8>, start: usize) {
    let plain = out.len();
    let bytes = |bits: u32| bits as usize / 8;
    let length: usize = out.iter().skip(start).map(|&byte| bytes(form_of(byte).1)).sum();
    out.resize(start + length, 0);
    let mut end = out.len();
    for at in (start..plain).rev() {
        let (bits, length) = form_of(out.get(at).copied().unwrap_or_default());
        let begin = end - bytes(length);
        for (to, byte) in out.get_mut(begin..end).unwrap_or_default().iter_mut().zip(bits.to_le_bytes()) {
            *to = byte;
        }
        end = begin;
    }
}

/// Appends that many of the lowest bits. A copy of known length and a cut are faster than a call for a few bytes.
#[inline]
fn push_bits(out: &mut Vec<u8>, bits: u128, length: u32) {
    let end = out.len() + length as usize / 8;
    out.extend_from_slice(&bits.to_le_bytes());
    out.truncate(end);
}

fn hex(byte: u8, digits: &[u8; 16]) -> [u8; 2] {
    [digits[usize::from(byte >> 4)], digits[usize::from(byte & 15)]]
}
