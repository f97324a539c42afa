//! HTML.

use super::document::Page;

pub(crate) fn read(name: &str, _text: &str, _residue: &[String]) -> Page {
    Page { name: name.to_owned(), ..Page::default() }
}
