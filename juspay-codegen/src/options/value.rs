//! Values of options, and how they are read from text.

use std::fmt;
use std::ops::{RangeFrom, RangeFull, RangeInclusive, RangeToInclusive};
use std::path::PathBuf;

use juspay_spec::version::Window;

/// How often an option may be given, and what a value looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A path; the last one counts.
    Path,
    /// A text; the last one counts.
    Text,
    /// `true` or `false`; a flag alone means `true`.
    Switch,
    /// One of these words; the last one counts.
    Choice(&'static [&'static str]),
    /// Any number of texts.
    List,
    /// Any number of texts with a `=` in each.
    Pairs,
}

/// A value that can be given as text.
pub trait OptionValue: Default {
    /// What a value looks like.
    const KIND: Kind;
    /// Takes a text: instead of the last one, or besides it.
    ///
    /// # Errors
    ///
    /// If the text is no value.
    fn add(&mut self, text: &str) -> Result<(), String>;
    /// The texts that give this value.
    fn texts(&self) -> Vec<String>;
}

impl OptionValue for Option<PathBuf> {
    const KIND: Kind = Kind::Path;

    fn add(&mut self, text: &str) -> Result<(), String> {
        if text.is_empty() {
            return Err("the path is empty".to_owned());
        }
        *self = Some(PathBuf::from(text));
        Ok(())
    }

    fn texts(&self) -> Vec<String> {
        self.iter().map(|path| path.to_string_lossy().into_owned()).collect()
    }
}

impl OptionValue for Vec<String> {
    const KIND: Kind = Kind::List;

    fn add(&mut self, text: &str) -> Result<(), String> {
        self.push(text.to_owned());
        Ok(())
    }

    fn texts(&self) -> Vec<String> {
        self.clone()
    }
}

impl OptionValue for bool {
    const KIND: Kind = Kind::Switch;

    fn add(&mut self, text: &str) -> Result<(), String> {
        *self = text.parse().map_err(|_| format!("`{text}` is neither `true` nor `false`"))?;
        Ok(())
    }

    fn texts(&self) -> Vec<String> {
        self.then(|| self.to_string()).into_iter().collect()
    }
}

/// An item and what it is replaced by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The item.
    pub item: String,
    /// What it is replaced by.
    pub by: String,
}

impl OptionValue for Vec<Pair> {
    const KIND: Kind = Kind::Pairs;

    fn add(&mut self, text: &str) -> Result<(), String> {
        let Some((item, by)) = text.split_once('=') else {
            return Err(format!("`{text}` lacks its `=`: write `ITEM=NAME`"));
        };
        self.push(Pair { item: item.trim().to_owned(), by: by.trim().to_owned() });
        Ok(())
    }

    fn texts(&self) -> Vec<String> {
        self.iter().map(|Pair { item, by }| format!("{item}={by}")).collect()
    }
}

/// A window of versions as it was written; it is read when it is needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WindowText(pub String);

impl Default for WindowText {
    fn default() -> Self {
        Self("..".to_owned())
    }
}

impl OptionValue for WindowText {
    const KIND: Kind = Kind::Text;

    fn add(&mut self, text: &str) -> Result<(), String> {
        let read: Result<Window, _> = text.parse();
        read.map_err(|error| format!("`{text}` is no window of versions: {error}"))?;
        text.clone_into(&mut self.0);
        Ok(())
    }

    fn texts(&self) -> Vec<String> {
        vec![self.0.clone()]
    }
}

/// What can be given as a window of versions: a text such as `"2018-10-25..=2021-03-25"`, a range of texts, or the
/// window itself.
pub trait IntoWindow {
    /// The window as text.
    fn into_window(self) -> WindowText;
}

impl IntoWindow for &str {
    fn into_window(self) -> WindowText {
        WindowText(self.to_owned())
    }
}

impl IntoWindow for String {
    fn into_window(self) -> WindowText {
        WindowText(self)
    }
}

impl IntoWindow for Window {
    fn into_window(self) -> WindowText {
        WindowText(self.to_string())
    }
}

impl IntoWindow for RangeInclusive<&str> {
    fn into_window(self) -> WindowText {
        WindowText(format!("{}..={}", self.start(), self.end()))
    }
}

impl IntoWindow for RangeFrom<&str> {
    fn into_window(self) -> WindowText {
        WindowText(format!("{}..", self.start))
    }
}

impl IntoWindow for RangeToInclusive<&str> {
    fn into_window(self) -> WindowText {
        WindowText(format!("..={}", self.end))
    }
}

impl IntoWindow for RangeFull {
    fn into_window(self) -> WindowText {
        WindowText::default()
    }
}

/// How the output is laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// The `src` of a crate, with a `lib.rs`.
    #[default]
    Crate,
    /// A folder with a `mod.rs`.
    Module,
    /// One file, fit for `include!`.
    Single,
}

impl Layout {
    const WORDS: &'static [(&'static str, Self)] =
        &[("crate", Self::Crate), ("module", Self::Module), ("single", Self::Single)];
}

impl fmt::Display for Layout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = Self::WORDS.iter().find(|(_, layout)| layout == self);
        f.write_str(word.map_or("", |(word, _)| word))
    }
}

impl OptionValue for Layout {
    const KIND: Kind = Kind::Choice(&["crate", "module", "single"]);

    fn add(&mut self, text: &str) -> Result<(), String> {
        let words = Self::WORDS.iter().map(|(word, _)| *word);
        let Some((_, layout)) = Self::WORDS.iter().find(|(word, _)| *word == text) else {
            let meant = crate::plan::closest(text, words.clone()).map(|close| format!("did you mean `{close}`?"));
            let known = || format!("there are {}", words.collect::<Vec<_>>().join(", "));
            return Err(format!("`{text}` is no layout; {}", meant.unwrap_or_else(known)));
        };
        *self = *layout;
        Ok(())
    }

    fn texts(&self) -> Vec<String> {
        vec![self.to_string()]
    }
}

/// The path of the runtime crate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuntimePath(pub String);

impl Default for RuntimePath {
    fn default() -> Self {
        Self("juspay_runtime".to_owned())
    }
}

impl<T: Into<String>> From<T> for RuntimePath {
    fn from(path: T) -> Self {
        Self(path.into())
    }
}

impl OptionValue for RuntimePath {
    const KIND: Kind = Kind::Text;

    fn add(&mut self, text: &str) -> Result<(), String> {
        text.clone_into(&mut self.0);
        Ok(())
    }

    fn texts(&self) -> Vec<String> {
        vec![self.0.clone()]
    }
}
