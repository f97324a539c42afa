//! `rename_all`: names on the wire that follow from names in Rust.

use super::Text;
use crate::errors::Errors;
use crate::suggest::closest;

/// How names are spelled on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    Lower,
    Upper,
    Pascal,
    Camel,
    Snake,
    ScreamingSnake,
    Kebab,
    ScreamingKebab,
}

const CASES: &[(&str, Case)] = &[
    ("lowercase", Case::Lower),
    ("UPPERCASE", Case::Upper),
    ("PascalCase", Case::Pascal),
    ("camelCase", Case::Camel),
    ("snake_case", Case::Snake),
    ("SCREAMING_SNAKE_CASE", Case::ScreamingSnake),
    ("kebab-case", Case::Kebab),
    ("SCREAMING-KEBAB-CASE", Case::ScreamingKebab),
];

impl Case {
    /// The case with this name, which names itself.
    pub(crate) fn find(text: &Text, errors: &mut Errors) -> Option<Self> {
        let known = CASES.iter().find(|(name, _)| *name == text.text);
        if known.is_none() {
            let names = CASES.iter().map(|(name, _)| *name);
            let meant = match closest(&text.text, names.clone()) {
                Some(close) => format!("did you mean `{close}`?"),
                None => format!("there are {}", names.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")),
            };
            errors.at(text.span, format!("there is no case `{}`; {meant}", text.text));
        }
        known.map(|(_, case)| *case)
    }

    /// A name in Rust, be it `snake_case` or `PascalCase`, in this case.
    pub(crate) fn apply(self, name: &str) -> String {
        let words = words(name);
        let lower = |words: &[String], between: &str| words.join(between).to_lowercase();
        match self {
            Self::Lower => lower(&words, ""),
            Self::Upper => lower(&words, "").to_uppercase(),
            Self::Snake => lower(&words, "_"),
            Self::ScreamingSnake => lower(&words, "_").to_uppercase(),
            Self::Kebab => lower(&words, "-"),
            Self::ScreamingKebab => lower(&words, "-").to_uppercase(),
            Self::Pascal => words.iter().map(|word| capital(word)).collect(),
            Self::Camel => match words.split_first() {
                Some((first, rest)) => {
                    std::iter::once(first.to_lowercase()).chain(rest.iter().map(|word| capital(word))).collect()
                }
                None => String::new(),
            },
        }
    }
}

/// The words of a name, divided at underscores and before capitals.
fn words(name: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    for char in name.chars() {
        if (char == '_' || char.is_uppercase()) && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if char != '_' {
            word.push(char);
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars
        .next()
        .map(|first| first.to_uppercase().chain(chars.flat_map(char::to_lowercase)).collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_the_case() {
        for (case, variant, field) in [
            (Case::Lower, "autorefunded", "autorefunded"),
            (Case::Upper, "AUTOREFUNDED", "AUTOREFUNDED"),
            (Case::Pascal, "AutoRefunded", "AutoRefunded"),
            (Case::Camel, "autoRefunded", "autoRefunded"),
            (Case::Snake, "auto_refunded", "auto_refunded"),
            (Case::ScreamingSnake, "AUTO_REFUNDED", "AUTO_REFUNDED"),
            (Case::Kebab, "auto-refunded", "auto-refunded"),
            (Case::ScreamingKebab, "AUTO-REFUNDED", "AUTO-REFUNDED"),
        ] {
            assert_eq!((case.apply("AutoRefunded").as_str(), case.apply("auto_refunded").as_str()), (variant, field));
        }
    }
}
