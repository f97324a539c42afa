//! From a byte of a document to the path that leads there. Slow, and only walked when there is something to report:
//! this keeps paths out of the decoder.

use crate::json::string::plain_end;
use std::fmt::Write;

/// Longer keys are cut: paths shall fit a line.
const KEY: usize = 64;

/// One open container.
enum Step {
    Key(usize, usize),
    Index(usize),
}

/// The path of the value or key at a byte, as `refunds[0].amount`.
pub(crate) fn of(text: &str, offset: usize) -> String {
    of_all(text, std::iter::once(offset)).pop().unwrap_or_default()
}

/// The paths of ascending bytes, in one walk. A broken document is walked as far as it makes sense.
pub(crate) fn of_all(text: &str, offsets: impl Iterator<Item = usize>) -> Vec<String> {
    let mut walk = Walk { text, at: 0, steps: Vec::new(), value: true };
    offsets
        .map(|offset| {
            walk.until(offset);
            walk.path()
        })
        .collect()
}

struct Walk<'a> {
    text: &'a str,
    at: usize,
    steps: Vec<Step>,
    /// Whether a value stands next, and not a key.
    value: bool,
}

impl Walk<'_> {
    /// Goes on until the next token ends behind `offset`.
    fn until(&mut self, offset: usize) {
        let bytes = self.text.as_bytes();
        while let Some(&byte) = bytes.get(self.at) {
            // A container's own byte belongs to its parent's path, a closing one to the container.
            if self.at >= offset && byte != b'"' {
                return;
            }
            match byte {
                b'"' => {
                    let end = self.string_end();
                    if !self.value
                        && let Some(step) = self.steps.last_mut()
                    {
                        *step = Step::Key(self.at + 1, end.saturating_sub(1));
                    }
                    if end > offset {
                        return;
                    }
                    self.at = end;
                    continue;
                }
                b'{' => {
                    self.steps.push(Step::Key(0, 0));
                    self.value = false;
                }
                b'[' => {
                    self.steps.push(Step::Index(0));
                    self.value = true;
                }
                b'}' | b']' => {
                    self.steps.pop();
                }
                b':' => self.value = true,
                b',' => match self.steps.last_mut() {
                    Some(Step::Index(index)) => *index += 1,
                    Some(step) => {
                        *step = Step::Key(0, 0);
                        self.value = false;
                    }
                    None => {}
                },
                _ => {}
            }
            self.at += 1;
        }
    }

    /// Behind the quote that ends the string at `at`.
    fn string_end(&self) -> usize {
        let bytes = self.text.as_bytes();
        let mut at = self.at + 1;
        loop {
            at = plain_end(bytes, at);
            match bytes.get(at) {
                None => return bytes.len() + 1,
                Some(b'"') => return at + 1,
                Some(b'\\') => at += 2,
                Some(_) => at += 1,
            }
        }
    }

    fn path(&self) -> String {
        let mut out = String::new();
        for step in &self.steps {
            match *step {
                Step::Key(0, 0) => {}
                Step::Key(from, to) => {
                    if !out.is_empty() {
                        out.push('.');
                    }
                    push_key(&mut out, self.text.get(from..to.min(self.text.len())).unwrap_or_default());
                }
                Step::Index(index) => {
                    // Writing to a string cannot fail.
                    let _ = write!(out, "[{index}]");
                }
            }
        }
        out
    }
}

/// A key as it stands in the text, cut to a sensible length.
pub(crate) fn push_key(out: &mut String, key: &str) {
    let mut chars = key.chars();
    out.extend(chars.by_ref().take(KEY).map(|c| if is_shown(c) { c } else { '\u{fffd}' }));
    if chars.next().is_some() {
        out.push('…');
    }
}

/// Whether a character stands where it seems to: it breaks no line, and turns no text around.
fn is_shown(char: char) -> bool {
    !char.is_control()
        && !matches!(char, '\u{61c}' | '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn a_path_fits_a_line() {
        let key = "a\u{2028}b\u{202e}c\u{85}d";
        let text = format!(r#"{{"{key}": [{{"{}": 1}}]}}"#, "k".repeat(99));
        assert_eq!(of(&text, text.len() - 4), format!("a\u{fffd}b\u{fffd}c\u{fffd}d[0].{}…", "k".repeat(64)));
    }
}
