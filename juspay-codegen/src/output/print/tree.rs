//! Tokens as they are laid out: with their spaces, their documentation as comments, and what each brace encloses.

use std::fmt::Write;
use std::ops::Range;

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

/// A token or group, and whether a space stands before it on its line.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) space: bool,
    pub(super) kind: Kind,
}

#[derive(Debug)]
pub(super) enum Kind {
    /// An identifier, literal or lifetime.
    Word(Text),
    /// An operator, or one character of punctuation.
    Punct(Text),
    /// A line of documentation.
    Doc { inner: bool, text: Text },
    /// An attribute.
    Attr { inner: bool, nodes: Vec<Node> },
    /// What stands between brackets of any kind.
    Group { role: Role, nodes: Vec<Node> },
}

/// A part of the text of all tokens.
pub(super) type Text = Range<usize>;

/// What brackets enclose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Arguments, parameters, a tuple: `(…)`. The flag tells a call, which may end in a comma.
    Parens { call: bool },
    /// Arguments of an attribute, which end in no comma.
    Meta,
    /// A list: `[…]`.
    List,
    /// Imported names: `use a::{…}`.
    Names,
    /// Values of fields: `Self {…}`.
    Values,
    /// Fields, variants or rows of a macro, each on a line of its own.
    Fields,
    /// Arms of a `match`.
    Arms,
    /// Statements.
    Statements,
    /// Items of a module or an impl.
    Items,
    /// No brackets at all.
    None,
}

impl Role {
    /// Whether what is enclosed never stands on the line of the brackets.
    pub(super) fn is_block(self) -> bool {
        matches!(self, Self::Fields | Self::Arms | Self::Statements | Self::Items)
    }

    /// The brackets.
    pub(super) fn brackets(self) -> (&'static str, &'static str) {
        match self {
            Self::Parens { .. } | Self::Meta => ("(", ")"),
            Self::List => ("[", "]"),
            Self::None => ("", ""),
            _ => ("{", "}"),
        }
    }
}

/// Operators of more than one character.
const OPERATORS: &[&str] = &["..=", "...", "::", "->", "=>", "..", "==", "!=", "<=", ">=", "&&", "||"];

/// Words that a value or type follows, so that brackets behind them are no call.
const KEYWORDS: &[&str] = &[
    "as", "dyn", "else", "for", "if", "impl", "in", "let", "match", "move", "mut", "ref", "return", "static", "use",
    "where", "while",
];

/// Builds nodes from tokens.
#[derive(Debug, Default)]
pub(super) struct Builder {
    /// The text of all tokens, one behind the other.
    pub(super) text: String,
}

/// One level of brackets while it is built.
#[derive(Default)]
struct Level {
    nodes: Vec<Node>,
    /// Open angle brackets of generics.
    angles: usize,
    /// Whether they are those of an `impl`.
    of_impl: bool,
    /// How many nodes there were behind `impl<…>`: a path that follows begins anew.
    parameters: Option<usize>,
    /// What the next brace encloses, as far as a keyword has said.
    expects: Option<Role>,
    /// Whether bounds stand before that brace.
    bounds: bool,
}

impl Builder {
    pub(super) fn nodes(&mut self, tokens: TokenStream) -> Vec<Node> {
        let mut level = Level::default();
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Punct(hash) if hash.as_char() == '#' => {
                    let inner = tokens.next_if(|next| is_punct(next, '!')).is_some();
                    if let Some(TokenTree::Group(group)) = tokens.next() {
                        self.attribute(group.stream(), inner, &mut level);
                    }
                }
                TokenTree::Punct(tick) if tick.as_char() == '\'' => {
                    let name = tokens.next().map(|name| name.to_string()).unwrap_or_default();
                    let text = self.push(&format_args!("'{name}"));
                    self.word(text, &mut level);
                }
                TokenTree::Punct(punct) => {
                    let mut run = punct.as_char().to_string();
                    let mut joint = punct.spacing() == Spacing::Joint;
                    while joint && let Some(TokenTree::Punct(next)) = tokens.next_if(continues) {
                        run.push(next.as_char());
                        joint = next.spacing() == Spacing::Joint;
                    }
                    self.operators(&run, &mut level);
                }
                TokenTree::Ident(ident) => {
                    let text = self.push(&ident);
                    self.word(text, &mut level);
                }
                TokenTree::Literal(literal) => {
                    let text = self.push(&literal);
                    self.word(text, &mut level);
                }
                TokenTree::Group(group) => self.group(group.delimiter(), group.stream(), &mut level),
            }
        }
        level.nodes
    }

    fn push(&mut self, token: &dyn std::fmt::Display) -> Text {
        let start = self.text.len();
        let _ = write!(self.text, "{token}");
        start..self.text.len()
    }

    fn get(&self, text: &Text) -> &str {
        self.text.get(text.clone()).unwrap_or_default()
    }

    /// `#[doc = " One."]` becomes the comment `/// One.` where a comment can hold it.
    fn attribute(&mut self, tokens: TokenStream, inner: bool, level: &mut Level) {
        if let Some(doc) = doc_of(&tokens) {
            let text = self.push(&doc);
            level.nodes.push(Node { space: false, kind: Kind::Doc { inner, text } });
        } else {
            let mut nodes = self.nodes(tokens);
            for node in &mut nodes {
                if let Kind::Group { role: role @ Role::Parens { .. }, .. } = &mut node.kind {
                    *role = Role::Meta;
                }
            }
            level.nodes.push(Node { space: false, kind: Kind::Attr { inner, nodes } });
        }
    }

    fn word(&mut self, text: Text, level: &mut Level) {
        let word = self.get(&text);
        match word {
            "match" => level.expects = Some(Role::Arms),
            "where" => level.bounds = true,
            "struct" | "enum" | "fn" | "impl" | "mod" | "trait" if level.expects.is_none() => {
                level.expects = Some(match word {
                    "struct" | "enum" => Role::Fields,
                    "fn" => Role::Statements,
                    _ => Role::Items,
                });
            }
            "if" | "else" | "for" | "while" | "loop" | "unsafe" if level.expects.is_none() => {
                level.expects = Some(Role::Statements);
            }
            _ => {}
        }
        let space = match self.last(level) {
            Some(Last::Word(_) | Last::Group) => true,
            Some(Last::Punct(punct)) => self.space_behind(punct, level),
            None => false,
        };
        level.nodes.push(Node { space, kind: Kind::Word(text) });
    }

    fn operators(&mut self, mut run: &str, level: &mut Level) {
        while let Some(first) = run.chars().next() {
            let operator = OPERATORS.iter().find(|operator| run.starts_with(**operator));
            let length = operator.map_or(first.len_utf8(), |operator| operator.len());
            let (punct, rest) = run.split_at(length);
            self.punct(punct, level);
            run = rest;
        }
    }

    fn punct(&mut self, punct: &str, level: &mut Level) {
        let last = self.last(level);
        let behind = match last {
            Some(Last::Punct(before)) => self.space_behind(before, level),
            Some(_) => true,
            None => false,
        };
        let operand = matches!(last, Some(Last::Group)) || matches!(last, Some(Last::Word(word)) if !is_keyword(word));
        let space = match punct {
            "," | ";" | "." | "?" | ":" | ".." | "..=" => {
                punct == ".." && matches!(last, Some(Last::Punct(",")) | None) && behind
            }
            "::" if matches!(last, Some(Last::Punct(">"))) => level.parameters == Some(level.nodes.len()),
            "::" | "!" => behind && !operand,
            "<" if is_generic(last, level, self) => {
                level.angles += 1;
                level.of_impl |= level.angles == 1 && matches!(last, Some(Last::Word("impl")));
                behind && matches!(last, Some(Last::Punct("->" | ":" | "=" | "," | "=>" | "+" | "|")))
            }
            ">" if level.angles > 0 => {
                level.angles -= 1;
                if level.angles == 0 && std::mem::take(&mut level.of_impl) {
                    level.parameters = Some(level.nodes.len() + 1);
                }
                false
            }
            "-" if self.between_digits(level) => false,
            _ => behind,
        };
        if punct == ";" || (punct == "," && level.angles == 0 && !level.bounds) {
            level.expects = None;
        }
        let text = self.push(&punct);
        level.nodes.push(Node { space, kind: Kind::Punct(text) });
    }

    fn group(&mut self, delimiter: Delimiter, tokens: TokenStream, level: &mut Level) {
        let last = self.last(level);
        let call = match last {
            Some(Last::Word(word)) => !is_keyword(word),
            Some(Last::Punct(punct)) => matches!(punct, ">" | "!"),
            Some(Last::Group) => true,
            None => false,
        };
        let behind = match last {
            Some(Last::Punct(punct)) => self.space_behind(punct, level),
            Some(_) => true,
            None => false,
        };
        let (role, space) = match delimiter {
            Delimiter::Parenthesis => (Role::Parens { call }, behind && !call),
            Delimiter::Bracket => (Role::List, behind && !call),
            Delimiter::None => (Role::None, behind),
            Delimiter::Brace => match last {
                Some(Last::Punct("::")) => (Role::Names, false),
                Some(Last::Punct("!")) => (Role::Fields, true),
                Some(Last::Punct("=>")) => (Role::Statements, true),
                last => (level.expects.take().unwrap_or(Role::Values), last.is_some()),
            },
        };
        level.bounds &= delimiter != Delimiter::Brace;
        let nodes = self.nodes(tokens);
        level.nodes.push(Node { space, kind: Kind::Group { role, nodes } });
    }

    fn last(&self, level: &Level) -> Option<Last<'_>> {
        match &level.nodes.last()?.kind {
            Kind::Word(text) => Some(Last::Word(self.get(text))),
            Kind::Punct(text) => Some(Last::Punct(self.get(text))),
            Kind::Group { .. } => Some(Last::Group),
            Kind::Doc { .. } | Kind::Attr { .. } => None,
        }
    }

    /// Whether a space follows the operator that was pushed last.
    fn space_behind(&self, punct: &str, level: &Level) -> bool {
        let before = level.nodes.len().checked_sub(2).and_then(|at| level.nodes.get(at));
        let operand = match before.map(|node| &node.kind) {
            Some(Kind::Word(text)) => !is_keyword(self.get(text)),
            Some(Kind::Group { .. }) => true,
            _ => false,
        };
        let spaced = level.nodes.last().is_some_and(|node| node.space);
        match punct {
            "." | "::" | ".." | "..=" | "!" | "?" | "'" | "#" => false,
            // Generics open without a space before them, comparisons have one.
            "<" | "&" | "*" | "-" => spaced && operand,
            _ => true,
        }
    }

    /// Whether the last node is a number, as the parts of a date are.
    fn between_digits(&self, level: &Level) -> bool {
        let last = level.nodes.last();
        last.is_some_and(
            |node| matches!(&node.kind, Kind::Word(text) if self.get(text).bytes().all(|byte| byte.is_ascii_digit())),
        )
    }
}

#[derive(Clone, Copy)]
enum Last<'a> {
    Word(&'a str),
    Punct(&'a str),
    Group,
}

fn is_punct(token: &TokenTree, wanted: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == wanted)
}

/// Whether a token may continue an operator.
fn continues(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() != '\'' && punct.as_char() != '#')
}

/// Whether a word is no value and no name of one.
fn is_keyword(word: &str) -> bool {
    word.starts_with('\'') || KEYWORDS.binary_search(&word).is_ok()
}

/// Whether `<` opens generics: behind a type, the name of a function, or where no value stands that could be compared.
fn is_generic(last: Option<Last<'_>>, level: &Level, builder: &Builder) -> bool {
    match last {
        Some(Last::Word("impl" | "for") | Last::Punct(_)) | None => true,
        Some(Last::Word(word)) => {
            let before = level.nodes.len().checked_sub(2).and_then(|at| level.nodes.get(at)).map(|node| &node.kind);
            let named = matches!(before, Some(Kind::Word(text)) if builder.get(text) == "fn");
            let within = matches!(before, Some(Kind::Punct(text)) if builder.get(text) == "::");
            named || within || word.starts_with(|first: char| first.is_ascii_uppercase())
        }
        Some(Last::Group) => false,
    }
}

/// The text of `doc = "…"`, if a comment of one line can hold it.
fn doc_of(tokens: &TokenStream) -> Option<String> {
    let mut tokens = tokens.clone().into_iter();
    let (name, equals, literal) = (tokens.next()?, tokens.next()?, tokens.next()?);
    if name.to_string() != "doc" || !is_punct(&equals, '=') || tokens.next().is_some() {
        return None;
    }
    let literal = literal.to_string();
    let text = match literal.strip_prefix("r\"") {
        Some(raw) => raw.strip_suffix('"')?.to_owned(),
        None => unescape(literal.strip_prefix('"')?.strip_suffix('"')?)?,
    };
    (!text.starts_with('/') && !text.contains(['\n', '\r'])).then_some(text)
}

/// The text of a string literal as it is written by `Literal::string`.
fn unescape(quoted: &str) -> Option<String> {
    if !quoted.contains('\\') {
        return Some(quoted.to_owned());
    }
    let mut text = String::with_capacity(quoted.len());
    let mut chars = quoted.chars();
    while let Some(char) = chars.next() {
        let next = if char == '\\' { chars.next()? } else { '\0' };
        text.push(match (char, next) {
            ('\\', '\\' | '"' | '\'') => next,
            ('\\', 't') => '\t',
            ('\\', _) => return None,
            _ => char,
        });
    }
    Some(text)
}
