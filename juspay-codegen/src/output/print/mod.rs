//! Tokens as text for reading.
//!
//! The generator writes a small part of Rust and writes much of it, so it lays out its own tokens: that is several times
//! faster than parsing them into a syntax tree and printing that, and spares every build script the parser.

mod layout;
#[cfg(test)]
mod tests;
mod tree;

use proc_macro2::TokenStream;

/// The text of a file: a header, and tokens in lines of at most 120 characters where that is possible.
pub(super) fn file(header: &str, tokens: TokenStream) -> String {
    let mut builder = tree::Builder::default();
    let nodes = builder.nodes(tokens);
    let mut printer = layout::Printer::new(&builder.text, header);
    printer.entries(&nodes, tree::Role::Items, 0);
    let mut text = printer.out;
    text.push('\n');
    text
}
