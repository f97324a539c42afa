//! HTML as a stream of tags and texts with their lines. It never fails: what is no tag is text.

/// Longer tags end at their first `>`, so that an open quote costs little.
const LONGEST_TAG: usize = 16 << 10;

/// A tag or a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Token {
    /// Text with its entities resolved.
    Text { text: String, line: u32, column: u32 },
    /// The beginning of an element, its name in small letters.
    Open { name: String, line: u32 },
    /// The end of an element.
    Close { name: String },
}

/// The tags and texts of a page. Comments, scripts and styles are left out.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let last = text.rfind('>').unwrap_or(0);
    let mut reader = Reader { text, at: 0, line: 1, start: 0, last, tokens: Vec::new() };
    while reader.at < text.len() {
        reader.next();
    }
    reader.tokens
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    line: u32,
    start: usize,
    /// The last place where a tag can end.
    last: usize,
    tokens: Vec<Token>,
}

impl<'t> Reader<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Goes on, and counts lines.
    fn skip(&mut self, length: usize) {
        let passed = self.rest().get(..length).unwrap_or_default();
        for (at, _) in passed.match_indices('\n') {
            self.line += 1;
            self.start = self.at + at + 1;
        }
        self.at += passed.len().max(1);
    }

    fn next(&mut self) {
        let rest = self.rest();
        if let Some(comment) = rest.strip_prefix("<!--") {
            let length = comment.find("-->").map_or(rest.len(), |end| end + 7);
            self.skip(length);
        } else if self.at < self.last && is_tag(rest) {
            self.tag(rest);
        } else {
            let begins = |at: &usize| *at > 0 && self.at + at < self.last && rest.get(*at..).is_some_and(is_tag);
            let length = rest.match_indices('<').map(|(at, _)| at).find(begins).unwrap_or(rest.len());
            let raw = rest.get(..length).unwrap_or_default();
            let column = self.text.get(self.start..self.at).map_or(1, |before| before.chars().count() + 1);
            let column = u32::try_from(column).unwrap_or(1);
            self.tokens.push(Token::Text { text: resolved(raw), line: self.line, column });
            self.skip(length);
        }
    }

    fn tag(&mut self, rest: &'t str) {
        let length = tag_end(rest);
        let inner = rest.get(1..length.saturating_sub(1)).unwrap_or_default();
        let closes = inner.starts_with('/');
        let name: String = inner.trim_start_matches('/').chars().take_while(|c| c.is_alphanumeric()).collect();
        let name = name.to_lowercase();
        let line = self.line;
        self.skip(length);
        if closes {
            self.tokens.push(Token::Close { name });
        } else if matches!(name.as_str(), "title" | "script" | "style" | "noscript" | "svg" | "template")
            && !inner.ends_with('/')
        {
            let end = format!("</{name}");
            let after = self.rest();
            let ends = |at: &usize| after.get(*at..at + end.len()).is_some_and(|tag| tag.eq_ignore_ascii_case(&end));
            let at = after.match_indices("</").map(|(at, _)| at).find(ends).unwrap_or(after.len());
            if at > 0 {
                self.skip(at);
            }
        } else if !name.is_empty() {
            self.tokens.push(Token::Open { name, line });
        }
    }
}

fn is_tag(text: &str) -> bool {
    let next = text.strip_prefix('<').and_then(|rest| rest.chars().next());
    next.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'))
}

/// The length of a tag; a `>` in a quoted attribute does not end it.
fn tag_end(text: &str) -> usize {
    let mut quote = None;
    let mut after_equals = false;
    for (at, c) in text.char_indices().take_while(|(at, _)| *at < LONGEST_TAG) {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (None, '"' | '\'') if after_equals => quote = Some(c),
            (None, '>') => return at + 1,
            _ => {}
        }
        after_equals = c == '=' || (after_equals && c.is_whitespace());
    }
    // A quote that nobody closed does not swallow the page.
    text.find('>').map_or(text.len(), |at| at + 1)
}

/// Entities that documentation uses.
const ENTITIES: &[(&str, &str)] = &[
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", " "),
    ("ndash", "\u{2013}"),
    ("mdash", "\u{2014}"),
    ("hellip", "\u{2026}"),
    ("lsquo", "\u{2018}"),
    ("rsquo", "\u{2019}"),
    ("ldquo", "\u{201c}"),
    ("rdquo", "\u{201d}"),
    ("lbrace", "{"),
    ("rbrace", "}"),
    ("lsqb", "["),
    ("rsqb", "]"),
    ("vert", "|"),
    ("lowbar", "_"),
    ("colon", ":"),
    ("sol", "/"),
    ("ast", "*"),
    ("middot", "\u{b7}"),
    ("bull", "\u{2022}"),
    ("copy", "\u{a9}"),
];

/// A text with its entities resolved; what is no entity stays. Bars are kept from being taken for those of a table.
pub(crate) fn resolved(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(rest.get(..at).unwrap_or_default());
        let after = rest.get(at + 1..).unwrap_or_default();
        let name_end = after.find(|c: char| !c.is_alphanumeric() && c != '#').unwrap_or(after.len());
        let name = after.get(..name_end).unwrap_or_default();
        if let Some(known) = entity(name).filter(|_| name.len() <= 10) {
            out.push_str(&known);
            let closed = usize::from(after.get(name_end..).is_some_and(|rest| rest.starts_with(';')));
            rest = after.get(name_end + closed..).unwrap_or_default();
        } else {
            out.push('&');
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

fn entity(name: &str) -> Option<String> {
    if let Some(number) = name.strip_prefix('#') {
        let hex = number.strip_prefix(['x', 'X']);
        let code = hex.map_or_else(|| number.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok())?;
        return char::from_u32(code).map(String::from);
    }
    ENTITIES.iter().find(|(known, _)| *known == name).map(|(_, text)| (*text).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_texts_and_entities() {
        let text = tokens("<p title='a>b'>x &lt; y&#33;\n<br/>z <3 & co<!-- <p> --></P><script>a<b</script>");
        let words: Vec<String> = text
            .iter()
            .map(|token| match token {
                Token::Text { text, line, column } => format!("{line}:{column} {text}"),
                Token::Open { name, line } => format!("{line} <{name}>"),
                Token::Close { name } => format!("</{name}>"),
            })
            .collect();
        assert_eq!(words, ["1 <p>", "1:16 x < y!\n", "2 <br>", "2:6 z <3 & co", "</p>", "</script>"]);
    }
}
