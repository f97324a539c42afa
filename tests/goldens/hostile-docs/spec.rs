//! `spec.yaml`: one type.

use super::versions::{Latest, V2021_12_31};
use juspay_runtime::{AtLeast, Pinned, Version};

mod wire;

/// \*/ #!\[allow(everything)\] "# r#" // /// //! /\*\* \\
///
/// Note: indented tab ~~~ fence
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Page<V: Version = Latest> {
    /// \[Vec\] \[a\](b) \<https://ok.example> !\[image\](x.png) \[^note\] \[ref\]: <https://evil.example>
    pub link: Option<String>,
    /// \` panic!()
    pub fence: Option<String>,
    /// \<b>bold \<details> &amp; \<!-- comment
    pub html: Option<String>,
    /// left � right � isolate � zero � nothing
    pub bidi: Option<String>,
    /// naïve 漢字 🦀 é
    pub wide: Option<String>,
    table: Option<String>,
    /// \# Not a heading ===== - no list 1\. no list > no quotation
    pub heading: Option<String>,
    /// `and` balanced`and`un
    pub ticks: Option<String>,
    version: Pinned<V>,
}

impl<V: Version> Page<V> {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    /// \| a | b | |---|---| | 1 | 2 | Since 2021-12-31.
    pub fn table(&self) -> Option<&str>
    where
        V: AtLeast<V2021_12_31>,
    {
        self.table.as_deref()
    }

    /// Sets `table`.
    #[must_use]
    pub fn with_table(mut self, value: impl Into<String>) -> Self
    where
        V: AtLeast<V2021_12_31>,
    {
        self.table = Some(value.into());
        self
    }
}
