//! Sets of characters, as `chars` writes them: `A-Za-z0-9 _-`.

/// A set of characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CharSet {
    /// Ranges, both ends included.
    pub ranges: Vec<(char, char)>,
}

impl CharSet {
    /// Reads a set.
    ///
    /// # Errors
    ///
    /// If it is empty, or a range runs backwards; the text says what is wrong.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        let chars: Vec<char> = text.chars().collect();
        let mut ranges = Vec::new();
        let mut rest = chars.as_slice();
        while let [first, tail @ ..] = rest {
            if let ['-', last, after @ ..] = tail {
                if first > last {
                    return Err("a range runs backwards");
                }
                ranges.push((*first, *last));
                rest = after;
            } else {
                ranges.push((*first, *first));
                rest = tail;
            }
        }
        if ranges.is_empty() { Err("no characters") } else { Ok(Self { ranges }) }
    }

    /// Whether the character is in the set.
    pub fn contains(&self, c: char) -> bool {
        self.ranges.iter().any(|&(first, last)| (first..=last).contains(&c))
    }
}

#[cfg(test)]
mod tests {
    use super::CharSet;

    #[test]
    fn ranges_and_single_characters() {
        let set = CharSet::parse("A-Z0-9 _-").unwrap_or(CharSet { ranges: Vec::new() });
        for c in "AZ5 _-".chars() {
            assert!(set.contains(c), "{c}");
        }
        assert!(!set.contains('a'));
        assert!(CharSet::parse("z-a").is_err());
        assert!(CharSet::parse("").is_err());
    }
}
