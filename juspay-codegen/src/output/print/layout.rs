//! Where lines are broken.

use super::tree::{Kind, Node, Role, Text};

/// Lines are broken at this many characters.
const WIDTH: usize = 120;
/// Values that are no longer than this stand beside each other in a list.
const SHORT: usize = 32;
/// Each level stands this much further to the right.
const STEP: usize = 4;

/// Writes nodes as lines.
pub(super) struct Printer<'a> {
    /// The text of all tokens.
    pub(super) text: &'a str,
    pub(super) out: String,
    /// Where the line begins in `out`.
    line: usize,
}

impl<'a> Printer<'a> {
    pub(super) fn new(text: &'a str, header: &str) -> Self {
        let mut out = String::with_capacity(header.len() + text.len() * 2);
        out.push_str(header);
        let line = out.len();
        Self { text, out, line }
    }

    fn get(&self, text: &Text) -> &'a str {
        self.text.get(text.clone()).unwrap_or_default()
    }

    fn is(&self, node: Option<&Node>, wanted: &str) -> bool {
        match node.map(|node| &node.kind) {
            Some(Kind::Word(text) | Kind::Punct(text)) => self.get(text) == wanted,
            _ => false,
        }
    }

    fn new_line(&mut self, indent: usize) {
        self.out.push('\n');
        self.line = self.out.len();
        self.out.extend(std::iter::repeat_n(' ', indent));
    }

    /// What is enclosed in a block, or a file: one entry below the other.
    pub(super) fn entries(&mut self, nodes: &[Node], role: Role, indent: usize) {
        let mut rest = nodes;
        let mut before: Option<Sort> = None;
        while !rest.is_empty() {
            let (entry, others) = rest.split_at(self.entry_end(rest, role));
            rest = others;
            let sort = self.sort(entry);
            if let Some(before) = before {
                let apart = role == Role::Items && (before != sort || sort == Sort::Item);
                if apart {
                    self.out.push('\n');
                }
                self.new_line(indent);
            }
            before = Some(sort);
            self.entry(entry, indent);
            // The last field or arm has its comma, too.
            let comma = matches!(role, Role::Fields) || role == Role::Arms && !ends_in_block(entry);
            if comma && rest.is_empty() && !self.is(entry.last(), ",") {
                self.out.push(',');
            }
        }
    }

    /// How many nodes make up the first entry.
    fn entry_end(&self, nodes: &[Node], role: Role) -> usize {
        let commas = matches!(role, Role::Fields | Role::Arms | Role::Values | Role::Names | Role::List)
            || matches!(role, Role::Parens { .. } | Role::Meta);
        let mut angles = 0_usize;
        for (at, node) in nodes.iter().enumerate() {
            let next = nodes.get(at + 1);
            let ends = match &node.kind {
                Kind::Doc { inner, .. } | Kind::Attr { inner, .. } => *inner,
                Kind::Word(_) => false,
                Kind::Punct(text) => match self.get(text) {
                    ";" => !commas,
                    "," => commas && angles == 0,
                    "<" => {
                        angles += usize::from(!node.space || at == 0);
                        false
                    }
                    ">" => {
                        angles = angles.saturating_sub(1);
                        false
                    }
                    _ => false,
                },
                Kind::Group { .. } if commas && role != Role::Arms => false,
                Kind::Group { role: inner, .. } => {
                    let block =
                        inner.is_block() && (role != Role::Arms || self.is(nodes.get(at.wrapping_sub(1)), "=>"));
                    block && !self.goes_on(next)
                }
            };
            if ends {
                return at + 1;
            }
        }
        nodes.len()
    }

    /// Whether an entry goes on behind a block.
    fn goes_on(&self, next: Option<&Node>) -> bool {
        match next.map(|node| &node.kind) {
            Some(Kind::Punct(text)) => !matches!(self.get(text), "::" | "<" | "&" | "*"),
            Some(Kind::Word(text)) => matches!(self.get(text), "else" | "as"),
            _ => false,
        }
    }

    fn sort(&self, entry: &[Node]) -> Sort {
        match entry.first().map(|node| &node.kind) {
            Some(Kind::Doc { inner: true, .. }) => return Sort::InnerDoc,
            Some(Kind::Attr { inner: true, .. }) => return Sort::InnerAttr,
            _ => {}
        }
        let mut words = entry.iter().filter(|node| matches!(node.kind, Kind::Word(_)));
        let first = words.next();
        let first = if self.is(first, "pub") { words.next() } else { first };
        let short = self.is(entry.last(), ";") && !entry.iter().any(|node| matches!(node.kind, Kind::Doc { .. }));
        match (self.is(first, "use"), self.is(first, "mod")) {
            (true, _) if short => Sort::Use,
            (_, true) if short => Sort::Module,
            _ => Sort::Item,
        }
    }

    /// An entry: its docs and attributes, each on a line, and then the rest.
    fn entry(&mut self, nodes: &[Node], indent: usize) {
        let mut rest = nodes;
        while let Some((first, others)) = rest.split_first() {
            match &first.kind {
                Kind::Doc { inner, text } => {
                    self.out.push_str(if *inner { "//!" } else { "///" });
                    self.out.push_str(self.get(text));
                }
                Kind::Attr { inner, nodes } => {
                    self.out.push_str(if *inner { "#![" } else { "#[" });
                    self.line_of(nodes, indent);
                    self.out.push(']');
                }
                _ => break,
            }
            rest = others;
            if !rest.is_empty() {
                self.new_line(indent);
            }
        }
        self.line_of(rest, indent);
    }

    /// Nodes on one line if they fit, and else broken where it hurts least.
    fn line_of(&mut self, nodes: &[Node], indent: usize) {
        if !self.flat(nodes, 0) {
            self.broken(nodes, indent);
        }
    }

    /// Writes nodes on the line at hand, leaving `tail` characters free. Writes nothing and says no if they do not fit.
    fn flat(&mut self, nodes: &[Node], tail: usize) -> bool {
        let start = self.out.len();
        let fits = self.try_flat(nodes, WIDTH.saturating_sub(tail));
        if !fits {
            self.out.truncate(start);
        }
        fits
    }

    fn try_flat(&mut self, nodes: &[Node], width: usize) -> bool {
        for (at, node) in nodes.iter().enumerate() {
            if node.space && at > 0 {
                self.out.push(' ');
            }
            match &node.kind {
                Kind::Word(text) | Kind::Punct(text) => self.out.push_str(self.get(text)),
                Kind::Doc { .. } | Kind::Attr { .. } => return false,
                Kind::Group { role, nodes } if !self.try_flat_group(*role, nodes, width) => return false,
                Kind::Group { .. } => {}
            }
            if self.out.len() - self.line > width && self.column() > width {
                return false;
            }
        }
        true
    }

    fn try_flat_group(&mut self, role: Role, nodes: &[Node], width: usize) -> bool {
        if role.is_block() && !nodes.is_empty() {
            return false;
        }
        let (open, close) = role.brackets();
        let inside = role == Role::Values && !nodes.is_empty();
        self.out.push_str(open);
        if inside {
            self.out.push(' ');
        }
        let comma = self.is(nodes.last(), ",")
            && (!matches!(role, Role::Parens { call: false }) || self.items(nodes, role) > 1);
        let nodes = if comma { nodes.split_last().map_or(nodes, |(_, rest)| rest) } else { nodes };
        let fits = self.try_flat(nodes, width.saturating_sub(close.len()));
        if inside {
            self.out.push(' ');
        }
        self.out.push_str(close);
        fits
    }

    fn column(&self) -> usize {
        self.out.get(self.line..).map_or(0, |line| line.chars().count())
    }

    fn items(&self, nodes: &[Node], role: Role) -> usize {
        let (mut count, mut rest) = (0, nodes);
        while !rest.is_empty() {
            rest = rest.get(self.entry_end(rest, role)..).unwrap_or_default();
            count += 1;
        }
        count
    }

    /// Nodes on several lines.
    fn broken(&mut self, nodes: &[Node], indent: usize) {
        if let Some(at) = nodes.iter().position(|node| self.is(Some(node), "where")) {
            return self.with_bounds(nodes, at, indent);
        }
        if let Some(at) = self.arrow_of_choices(nodes) {
            return self.choices(nodes, at, indent);
        }
        let block =
            |node: &Node| matches!(&node.kind, Kind::Group { role, nodes } if role.is_block() && !nodes.is_empty());
        let Some(at) =
            nodes.iter().position(block).or_else(|| self.chain(nodes).is_none().then(|| last_group(nodes)).flatten())
        else {
            return self.chained(nodes, indent);
        };
        let (head, rest) = nodes.split_at(at);
        if !self.flat(head, 2) {
            self.broken_head(head, indent);
        }
        let Some((group, tail)) = rest.split_first() else { return };
        if group.space && !head.is_empty() {
            self.out.push(' ');
        }
        self.open_group(group, indent);
        if !tail.is_empty() {
            if tail.first().is_some_and(|node| node.space) {
                self.out.push(' ');
            }
            self.line_of(tail, indent);
        }
    }

    /// What stands before a block, broken at the parameters of a function.
    fn broken_head(&mut self, nodes: &[Node], indent: usize) {
        let parameters = |(at, node): (usize, &Node)| {
            let call =
                matches!(&node.kind, Kind::Group { role: Role::Parens { call: true }, nodes } if !nodes.is_empty());
            call && !self.is(nodes.get(at.wrapping_sub(1)), "pub")
        };
        let Some(at) = nodes.iter().enumerate().position(parameters) else { return self.forced(nodes) };
        let (head, rest) = nodes.split_at(at);
        let Some((group, tail)) = rest.split_first() else { return };
        self.forced(head);
        self.open_group(group, indent);
        if tail.first().is_some_and(|node| node.space) {
            self.out.push(' ');
        }
        self.forced(tail);
    }

    /// Nodes on one line although it is too long.
    fn forced(&mut self, nodes: &[Node]) {
        for (at, node) in nodes.iter().enumerate() {
            if node.space && at > 0 {
                self.out.push(' ');
            }
            match &node.kind {
                Kind::Word(text) | Kind::Punct(text) => self.out.push_str(self.get(text)),
                Kind::Group { role, nodes } => {
                    let (open, close) = role.brackets();
                    self.out.push_str(open);
                    self.forced(nodes);
                    self.out.push_str(close);
                }
                Kind::Doc { .. } | Kind::Attr { .. } => {}
            }
        }
    }

    /// Brackets with what they enclose on lines of its own.
    fn open_group(&mut self, group: &Node, indent: usize) {
        let Kind::Group { role, nodes } = &group.kind else { return };
        let (open, close) = role.brackets();
        self.out.push_str(open);
        if role.is_block() {
            self.new_line(indent + STEP);
            self.entries(nodes, *role, indent + STEP);
            self.new_line(indent);
        } else if matches!(role, Role::Parens { .. }) && self.items(nodes, *role) == 1 && ends_in_group(nodes) {
            // One argument that is a list or a block itself: its brackets do for both.
            self.broken(nodes, indent);
        } else if *role == Role::Names || *role == Role::List && self.all_short(nodes, *role) {
            self.filled(nodes, *role, indent + STEP);
            self.new_line(indent);
        } else {
            self.below(nodes, *role, indent + STEP);
            self.new_line(indent);
        }
        self.out.push_str(close);
    }

    /// Whether every item is a few words or numbers.
    fn all_short(&self, nodes: &[Node], role: Role) -> bool {
        let length = |node: &Node| match &node.kind {
            Kind::Word(text) | Kind::Punct(text) => text.len() + usize::from(node.space),
            _ => SHORT + 1,
        };
        let mut rest = nodes;
        while !rest.is_empty() {
            let (item, others) = rest.split_at(self.entry_end(rest, role));
            if item.iter().map(length).sum::<usize>() > SHORT {
                return false;
            }
            rest = others;
        }
        true
    }

    /// Items one below the other, the last one with its comma.
    fn below(&mut self, nodes: &[Node], role: Role, indent: usize) {
        let mut rest = nodes;
        while !rest.is_empty() {
            let (item, others) = rest.split_at(self.entry_end(rest, role));
            rest = others;
            self.new_line(indent);
            self.entry(item, indent);
            // A parenthesised value must not become a tuple, and nothing may follow the base of a struct.
            let alone = role == Role::Meta || role == Role::Parens { call: false } && item.len() == nodes.len();
            let comma = !self.is(item.last(), ",") && !alone && !self.is(item.first(), "..");
            if rest.is_empty() && comma {
                self.out.push(',');
            }
        }
    }

    /// Items beside each other, as many as a line holds.
    fn filled(&mut self, nodes: &[Node], role: Role, indent: usize) {
        self.new_line(indent);
        let mut rest = nodes;
        let mut first = true;
        while !rest.is_empty() {
            let (item, others) = rest.split_at(self.entry_end(rest, role));
            rest = others;
            let start = self.out.len();
            if !first {
                self.out.push(' ');
            }
            if !self.flat(item, 1) {
                self.out.truncate(start);
                self.new_line(indent);
                self.line_of(item, indent);
            }
            first = false;
            if rest.is_empty() && !self.is(item.last(), ",") {
                self.out.push(',');
            }
        }
    }

    /// `fn a()`, `where` and each bound on lines of their own.
    fn with_bounds(&mut self, nodes: &[Node], at: usize, indent: usize) {
        let (head, rest) = nodes.split_at(at);
        self.line_of(head, indent);
        self.new_line(indent);
        self.out.push_str("where");
        let bounds = rest.get(1..).unwrap_or_default();
        let end = bounds.iter().position(|node| matches!(&node.kind, Kind::Group { role, .. } if role.is_block()));
        let (bounds, body) = bounds.split_at(end.unwrap_or(bounds.len()));
        self.below(bounds, Role::Fields, indent + STEP);
        self.new_line(indent);
        self.broken(body, indent);
    }

    /// The arrow of an arm with several patterns.
    fn arrow_of_choices(&self, nodes: &[Node]) -> Option<usize> {
        let arrow = nodes.iter().position(|node| self.is(Some(node), "=>"))?;
        nodes.get(..arrow)?.iter().any(|node| self.is(Some(node), "|")).then_some(arrow)
    }

    /// An arm whose patterns stand below each other.
    fn choices(&mut self, nodes: &[Node], arrow: usize, indent: usize) {
        let (patterns, body) = nodes.split_at(arrow);
        let split: Vec<&[Node]> = patterns.split(|node| self.is(Some(node), "|")).collect();
        for (at, pattern) in split.into_iter().enumerate() {
            if at > 0 {
                self.new_line(indent);
                self.out.push_str("| ");
            }
            self.line_of(pattern, indent);
        }
        self.out.push(' ');
        self.line_of(body, indent);
    }

    /// Where the calls of a chain begin, if there are several.
    fn chain(&self, nodes: &[Node]) -> Option<Vec<usize>> {
        let call = |at: usize| {
            let parens = |node: Option<&Node>| {
                matches!(node.map(|node| &node.kind), Some(Kind::Group { role: Role::Parens { .. }, .. }))
            };
            self.is(nodes.get(at), ".") && parens(nodes.get(at + 2))
        };
        let calls: Vec<usize> = (1..nodes.len()).filter(|at| call(*at)).collect();
        (calls.len() > 1 || calls.first().is_some_and(|at| nodes.get(..*at).is_some_and(ends_in_group)))
            .then_some(calls)
    }

    /// A chain of calls, one below the other.
    fn chained(&mut self, nodes: &[Node], indent: usize) {
        let Some(mut calls) = self.chain(nodes) else { return self.forced(nodes) };
        // A call on a short name stays with it: `f.debug_struct("Order")`.
        if let [1, _, ..] = calls.as_slice() {
            calls.remove(0);
        }
        let starts = calls.iter().copied();
        let ends = calls.iter().skip(1).copied().chain([nodes.len()]);
        let head = calls.first().and_then(|first| nodes.get(..*first)).unwrap_or_default();
        self.line_of(head, indent);
        for (start, end) in starts.zip(ends) {
            self.new_line(indent + STEP);
            self.line_of(nodes.get(start..end).unwrap_or_default(), indent + STEP);
        }
    }
}

/// What an entry is, as far as lines are left free around it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    InnerDoc,
    InnerAttr,
    Use,
    Module,
    Item,
}

fn ends_in_block(nodes: &[Node]) -> bool {
    nodes.last().is_some_and(|node| matches!(&node.kind, Kind::Group { role, .. } if role.is_block()))
}

fn ends_in_group(nodes: &[Node]) -> bool {
    nodes.last().is_some_and(|node| matches!(&node.kind, Kind::Group { nodes, .. } if !nodes.is_empty()))
}

/// The last brackets with something in them.
fn last_group(nodes: &[Node]) -> Option<usize> {
    nodes.iter().rposition(|node| matches!(&node.kind, Kind::Group { nodes, .. } if !nodes.is_empty()))
}
