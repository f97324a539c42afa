//! Documentation as attributes.
//!
//! Words of a spec are anybody's words. Whatever they hold, they become prose: no link, no HTML, no code block that
//! rustdoc would compile, no character that changes how the rest of the line reads.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::item::{Docs, Piece};

/// Lines of documentation are broken at this many characters.
const WIDTH: usize = 110;

/// The `#[doc]` attributes of an item.
///
/// ```text
/// /// How the amount was split. Since 2021-03-05. `[order-status:31]`
/// ///
/// /// Note: the sum is the effective amount.
/// ```
pub fn docs(docs: &Docs) -> TokenStream {
    attributes(docs, &quote!(#))
}

/// The `#![doc]` attributes of a file.
pub fn inner_docs(docs: &Docs) -> TokenStream {
    attributes(docs, &quote!(#!))
}

fn attributes(docs: &Docs, hash: &TokenStream) -> TokenStream {
    let mut tokens = TokenStream::new();
    for line in lines(docs) {
        let text = if line.is_empty() { line } else { format!(" {line}") };
        let text = Literal::string(&text);
        tokens.extend(quote!(#hash[doc = #text]));
    }
    tokens
}

/// The lines of a documentation, without what stands before them.
pub(crate) fn lines(docs: &Docs) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in &docs.paragraphs {
        let words = words_of(paragraph);
        if words.is_empty() {
            continue;
        }
        if !lines.is_empty() {
            lines.push(String::new());
        }
        wrap(&words, &mut lines);
    }
    lines
}

/// A run of text that is not broken, and whether it may start a line as it is.
struct Word {
    text: String,
    ours: bool,
}

fn words_of(paragraph: &[Piece]) -> Vec<Word> {
    let mut words = Vec::new();
    for piece in paragraph {
        match piece {
            Piece::Plain(text) => {
                words.extend(text.split_whitespace().map(|word| Word { text: word.to_owned(), ours: true }));
            }
            Piece::Code(text, tail) => words.push(Word { text: format!("{}{tail}", code(text)), ours: true }),
            Piece::Words(text) => prose(text, &mut words),
        }
    }
    words
}

fn wrap(words: &[Word], lines: &mut Vec<String>) {
    let mut line = String::new();
    let mut width = 0;
    for word in words {
        let length = word.text.chars().count();
        if width > 0 && width + 1 + length > WIDTH {
            lines.push(std::mem::take(&mut line));
            width = 0;
        }
        if width > 0 {
            line.push(' ');
            width += 1;
        } else if !word.ours && starts_block(&word.text) {
            line.push('\\');
        }
        line.push_str(&word.text);
        width += length;
    }
    lines.push(line);
}

/// Whether Markdown takes a word at the start of a line for the start of a list, heading, quotation, table or fence.
fn starts_block(word: &str) -> bool {
    word.starts_with(['-', '+', '*', '=', '#', '>', '~', '|', ':'])
}

/// Splits somebody's text into words, keeping balanced code spans whole.
fn prose(text: &str, words: &mut Vec<Word>) {
    let mut rest = text;
    while let Some(start) = rest.find('`') {
        let (before, from) = rest.split_at(start);
        let inside = from.strip_prefix('`').unwrap_or(from);
        let Some((span, after)) = inside.split_once('`') else { break };
        if span.trim().is_empty() {
            // Two or more backticks in a row open no code span of ours.
            push_prose(before, words);
            rest = after;
            continue;
        }
        push_prose(before, words);
        let opens = before.chars().next_back().is_some_and(|last| !last.is_whitespace());
        let span = code(span);
        push_joined(span, opens, words);
        let tail = after.split(char::is_whitespace).next().unwrap_or_default();
        if !tail.is_empty() && !tail.contains('`') {
            push_joined(escape(tail), true, words);
            rest = after.strip_prefix(tail).unwrap_or(after);
        } else {
            rest = after;
        }
    }
    push_prose(rest, words);
}

fn push_prose(text: &str, words: &mut Vec<Word>) {
    for word in text.split_whitespace() {
        words.push(Word { text: escape(word), ours: false });
    }
}

fn push_joined(text: String, joined: bool, words: &mut Vec<Word>) {
    match words.last_mut() {
        Some(last) if joined => last.text.push_str(&text),
        _ => words.push(Word { text, ours: true }),
    }
}

/// A word that Markdown and rustdoc show as it is.
fn escape(word: &str) -> String {
    let core = word.trim_matches(|char: char| ",.;:!?()'\"".contains(char));
    if core.contains('_') && is_code_like(core) {
        return shown(word.replace(core, &format!("`{core}`")).chars());
    }
    if is_plain_url(core) {
        return shown(word.replace(core, &format!("<{core}>")).chars());
    }
    let mut text = String::with_capacity(word.len());
    for char in word.chars() {
        if matches!(char, '[' | ']' | '<' | '`' | '\\' | '*') {
            text.push('\\');
        }
        text.push(char);
    }
    if text.starts_with('_') {
        text.insert(0, '\\');
    }
    // `1.` and `1)` start a list where they start a line.
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 && matches!(text.get(digits..), Some("." | ")")) {
        text.insert(digits, '\\');
    }
    shown(text.chars())
}

/// A name as it stands in code: `order_id`, `metadata.PAYU:udf1`.
fn is_code_like(word: &str) -> bool {
    let inside = |char: char| char.is_ascii_alphanumeric() || "_.:-=/{}".contains(char);
    word.chars().all(inside)
}

fn is_plain_url(word: &str) -> bool {
    let rest = word.strip_prefix("https://").or_else(|| word.strip_prefix("http://"));
    let plain = |char: char| char.is_ascii_alphanumeric() || "-._~:/?#@!$&+,;=%".contains(char);
    rest.is_some_and(|rest| rest.starts_with(|first: char| first.is_ascii_alphanumeric()) && rest.chars().all(plain))
}

/// A code span for any text.
fn code(text: &str) -> String {
    let clean: Vec<&str> = text.split_whitespace().collect();
    let text = clean.join(" ").replace('`', "'");
    if text.is_empty() {
        return "`\u{a0}`".to_owned();
    }
    shown(format!("`{text}`").chars())
}

/// The text without characters that cannot be seen or that turn the line around.
fn shown(text: impl Iterator<Item = char>) -> String {
    text.map(|char| if is_hidden(char) { char::REPLACEMENT_CHARACTER } else { char }).collect()
}

fn is_hidden(char: char) -> bool {
    char.is_control()
        || matches!(char, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(char, '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        lines(&Docs::words(text))
    }

    #[test]
    fn words_stay_words() {
        for (text, expected) in [
            ("Plain words, as most are.", "Plain words, as most are."),
            ("[link](https://evil.example)", r"\[link\](https://evil.example)"),
            ("see https://api.example/a?b=c.", "see <https://api.example/a?b=c>."),
            ("<script>alert(1)</script>", r"\<script>alert(1)\</script>"),
            ("the order_id, or (txn_id)", "the `order_id`, or (`txn_id`)"),
            ("`[code]` and `more`, done", "`[code]` and `more`, done"),
            ("a(`x`) b", "a(`x`) b"),
            ("an ` unbalanced one", r"an \` unbalanced one"),
            ("```rust panic!() ```", "`rust panic!()`"),
            ("- no list", r"\- no list"),
            ("# no heading", r"\# no heading"),
            ("1. no list", r"1\. no list"),
            ("*/ } fn evil() {", r"\*/ } fn evil() {"),
            ("a\u{202e}b\u{7}c", "a\u{fffd}b\u{fffd}c"),
            (r"back\slash", r"back\\slash"),
            ("_emphasis", "`_emphasis`"),
        ] {
            assert_eq!(shown(text), [expected], "{text}");
        }
    }

    #[test]
    fn nothing_becomes_a_code_block() {
        let hostile = "Fine.\n\n    fn indented() {}\n\n```\nfenced\n```\n\n~~~\nfenced\n~~~\n\n\t tab";
        for line in shown(hostile) {
            assert!(!line.starts_with(' ') && !line.starts_with('\t'), "{line:?}");
            assert!(!line.starts_with("```") && !line.starts_with("~~~"), "{line:?}");
        }
    }

    #[test]
    fn long_lines_are_broken_and_code_is_not() {
        let text = format!("{} `one two three` {}", "word ".repeat(20), "- ".repeat(40));
        let lines = shown(&text);
        assert!(lines.len() > 1);
        assert!(lines.iter().all(|line| line.chars().count() <= WIDTH + 1 && !line.starts_with('-')), "{lines:?}");
        assert!(lines.iter().any(|line| line.contains("`one two three`")));
    }

    #[test]
    fn paragraphs_are_apart() {
        let mut docs = Docs::words("One.\n\nTwo.");
        docs.say(Piece::Code("[page:1]".to_owned(), ""));
        assert_eq!(lines(&docs), ["One. `[page:1]`", "", "Two."]);
        assert_eq!(super::docs(&docs).to_string().matches("doc =").count(), 3);
    }
}
