//! Rules for pages, as they were written.

use super::language;
use crate::diagnostic::{Code, Finding, Sink};
use crate::raw::read::Entries;
use crate::tree::{Node, Text};

/// Everything that is known of the pages of one API.
#[derive(Debug, Default)]
pub struct Rules {
    pub(crate) words: Words,
    pub(crate) pages: Vec<PageRules>,
    pub(crate) waivers: Vec<Waiver>,
    pub(crate) locks: Vec<Lock>,
}

/// What all pages have in common.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words {
    pub(crate) columns: Vec<(String, Vec<String>)>,
    pub(crate) types: Vec<(String, Vec<String>)>,
    pub(crate) cells: Vec<(String, Vec<String>)>,
    pub(crate) marks: Vec<(String, Vec<String>)>,
    pub(crate) blocks: Vec<(String, Vec<String>)>,
    pub(crate) residue: Vec<String>,
    pub(crate) headers: Vec<String>,
    pub(crate) latest: Vec<String>,
    pub(crate) nouns: Vec<String>,
    pub(crate) weighty: Vec<String>,
}

impl Words {
    /// The words of one entry of a list by role.
    pub(crate) fn of<'w>(list: &'w [(String, Vec<String>)], role: &str) -> &'w [String] {
        list.iter().find(|(known, _)| known == role).map_or(&[], |(_, words)| words)
    }
}

/// How a page is read.
#[derive(Clone, Debug, Default)]
pub(crate) struct PageRules {
    pub(crate) name: String,
    pub(crate) endpoint: Option<String>,
    pub(crate) headings: Vec<String>,
    pub(crate) sections: Vec<Section>,
    pub(crate) log: Option<String>,
    pub(crate) descriptions: Vec<Descriptions>,
    pub(crate) ignore: Vec<Ignore>,
}

/// A table of a page.
#[derive(Clone, Debug)]
pub(crate) struct Section {
    pub(crate) name: String,
    pub(crate) heading: Option<String>,
    pub(crate) read: Reader,
    pub(crate) of: Option<Text>,
    pub(crate) prefix: String,
    pub(crate) block: Option<String>,
    pub(crate) columns: Vec<String>,
    pub(crate) marks: Option<String>,
    pub(crate) repeats: bool,
}

/// What the rows of a table are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reader {
    Fields,
    Values,
    Matrix,
    Environments,
}

/// Lines of which each describes something without naming it.
#[derive(Clone, Debug)]
pub(crate) struct Descriptions {
    pub(crate) lines: Vec<(u32, u32)>,
    pub(crate) of: String,
}

/// Lines that claim nothing.
#[derive(Clone, Debug)]
pub(crate) struct Ignore {
    pub(crate) lines: Vec<(u32, u32)>,
    pub(crate) reason: String,
}

/// Something odd that is fine.
#[derive(Clone, Debug)]
pub(crate) struct Waiver {
    pub(crate) name: String,
    pub(crate) class: String,
    pub(crate) page: String,
    pub(crate) line: u32,
    pub(crate) item: String,
    pub(crate) print: Option<String>,
    pub(crate) reason: String,
    pub(crate) reading: Option<Text>,
    pub(crate) until: Option<String>,
}

/// A page as it was last reviewed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lock {
    pub(crate) page: String,
    pub(crate) texts: Vec<LockedText>,
    pub(crate) rows: Vec<LockedRow>,
}

/// A line of running text as it was last reviewed.
#[derive(Clone, Debug)]
pub(crate) struct LockedText {
    pub(crate) line: u32,
    pub(crate) sketch: String,
}

/// A row of a table as it was last reviewed.
#[derive(Clone, Debug, Default)]
pub(crate) struct LockedRow {
    pub(crate) line: u32,
    pub(crate) key: String,
    pub(crate) ty: Option<String>,
    pub(crate) mark: bool,
    pub(crate) sketch: String,
}

/// Adds what one file says.
pub(crate) fn lower(root: &Node, rules: &mut Rules, sink: &mut Sink) {
    let Some(file) = Entries::read(root, &language::FILE, None, sink) else { return };
    if let Some(node) = file.table("readers") {
        words(node, &mut rules.words, sink);
    }
    for item in file.map("pages", sink, page) {
        rules.pages.push(item.value);
    }
    for item in file.map("waivers", sink, waiver) {
        rules.waivers.push(item.value);
    }
    for item in file.map("locks", sink, lock) {
        rules.locks.push(item.value);
    }
}

fn words(node: &Node, words: &mut Words, sink: &mut Sink) {
    let Some(entries) = Entries::read(node, &language::WORDS, None, sink) else { return };
    let mut lists = |name: &'static str, into: &mut Vec<(String, Vec<String>)>| {
        for (role, list) in entries.text_map(name, sink) {
            let list = list.text.split(',').map(|word| word.trim().to_owned()).filter(|word| !word.is_empty());
            into.push((role.text, list.collect()));
        }
    };
    lists("columns", &mut words.columns);
    lists("types", &mut words.types);
    lists("cells", &mut words.cells);
    lists("marks", &mut words.marks);
    lists("blocks", &mut words.blocks);
    let mut list = |name: &'static str| entries.texts(name, sink).into_iter().map(|text| text.text).collect::<Vec<_>>();
    words.residue.extend(list("residue"));
    words.headers.extend(list("headers"));
    words.latest.extend(list("latest"));
    words.nouns.extend(list("nouns"));
    words.weighty.extend(list("weighty"));
}

fn own(text: Option<Text>) -> Option<String> {
    text.map(|text| text.text)
}

fn page(name: &Text, node: &Node, sink: &mut Sink) -> Option<PageRules> {
    let entries = Entries::read(node, &language::PAGE, Some(name), sink)?;
    Some(PageRules {
        name: name.text.clone(),
        endpoint: own(entries.text("endpoint", sink)),
        headings: entries.texts("headings", sink).into_iter().map(|text| text.text).collect(),
        sections: entries.map("sections", sink, section).into_iter().map(|item| item.value).collect(),
        log: own(entries.text("log", sink)),
        descriptions: entries.map("descriptions", sink, descriptions).into_iter().map(|item| item.value).collect(),
        ignore: entries.map("ignore", sink, ignore).into_iter().map(|item| item.value).collect(),
    })
}

fn section(name: &Text, node: &Node, sink: &mut Sink) -> Option<Section> {
    let entries = Entries::read(node, &language::SECTION, Some(name), sink)?;
    let read = match entries.text("read", sink)?.as_str() {
        "values" => Reader::Values,
        "matrix" => Reader::Matrix,
        "environments" => Reader::Environments,
        _ => Reader::Fields,
    };
    let of = entries.text("of", sink);
    if of.is_none() && read != Reader::Environments {
        let finding = Finding::new(Code::MISSING_KEY, "this section has no `of`").at(name.span, "of this");
        sink.push(finding.help("name the type whose fields, values or requirements its rows are"));
    }
    let columns: Vec<String> = entries.texts("columns", sink).into_iter().map(|text| text.text).collect();
    // A column that says whether a field is required needs no legend for a star.
    let stated = columns.iter().any(|role| role == "required").then(|| "required".to_owned());
    Some(Section {
        name: name.text.clone(),
        heading: own(entries.text("heading", sink)),
        read,
        of,
        prefix: own(entries.text("prefix", sink)).unwrap_or_default(),
        block: own(entries.text("block", sink)),
        columns,
        marks: own(entries.text("marks", sink)).or(stated),
        repeats: entries.flag("repeats", sink).is_some_and(|(flag, _)| flag),
    })
}

fn descriptions(name: &Text, node: &Node, sink: &mut Sink) -> Option<Descriptions> {
    let entries = Entries::read(node, &language::DESCRIPTIONS, Some(name), sink)?;
    Some(Descriptions { lines: ranges(&entries.texts("lines", sink), sink), of: entries.text("of", sink)?.text })
}

fn ignore(name: &Text, node: &Node, sink: &mut Sink) -> Option<Ignore> {
    let entries = Entries::read(node, &language::IGNORE, Some(name), sink)?;
    let reason = why(&entries, name, sink)?;
    Some(Ignore { lines: ranges(&entries.texts("lines", sink), sink), reason })
}

/// The reason, or the reading that holds it.
fn why(entries: &Entries<'_>, name: &Text, sink: &mut Sink) -> Option<String> {
    let reading = own(entries.text("reading", sink)).map(|reading| format!("reading {reading}"));
    let reason = own(entries.text("reason", sink));
    let why = [reading, reason].into_iter().flatten().collect::<Vec<_>>().join(": ");
    if why.is_empty() {
        let finding = Finding::new(Code::MISSING_KEY, format!("`{}` gives no reason", name.text));
        sink.push(finding.at(name.span, "of this").help("add `reason`, or the `reading` of the spec that says why"));
        return None;
    }
    Some(why)
}

fn waiver(name: &Text, node: &Node, sink: &mut Sink) -> Option<Waiver> {
    let entries = Entries::read(node, &language::WAIVER, Some(name), sink)?;
    let reason = why(&entries, name, sink)?;
    let at = entries.text("at", sink)?;
    let place = at.text.split_once(':').and_then(|(page, line)| Some((page.to_owned(), line.parse::<u32>().ok()?)));
    let Some((page, line)) = place else {
        let finding = Finding::new(Code::BAD_PLACE, format!("`{}` is not one line of a page", at.text));
        sink.push(finding.at(at.span, "here").help("write page:line"));
        return None;
    };
    let until = entries.text("until", sink);
    if let Some(until) = &until
        && !super::words::is_date(&until.text)
    {
        let finding = Finding::new(Code::BAD_VERSION, format!("`{}` is not a day", until.text));
        sink.push(finding.at(until.span, "here").help("write YYYY-MM-DD"));
    }
    Some(Waiver {
        name: name.text.clone(),
        class: own(entries.text("class", sink))?,
        page,
        line,
        item: own(entries.text("item", sink))?,
        print: own(entries.text("print", sink)),
        reason,
        reading: entries.text("reading", sink),
        until: own(until),
    })
}

fn lock(name: &Text, node: &Node, sink: &mut Sink) -> Option<Lock> {
    let entries = Entries::read(node, &language::LOCK, Some(name), sink)?;
    let number = |text: &Text, sink: &mut Sink| {
        let line = text.text.parse::<u32>().ok();
        if line.is_none() {
            let finding = Finding::new(Code::NOT_A_NUMBER, format!("`{}` is not a line", text.text));
            sink.push(finding.at(text.span, "here").help("let the tool write the lock"));
        }
        line
    };
    let mut lock = Lock { page: name.text.clone(), ..Lock::default() };
    for (line, sketch) in entries.text_map("texts", sink) {
        lock.texts.extend(number(&line, sink).map(|line| LockedText { line, sketch: sketch.text }));
    }
    for item in entries.map("rows", sink, row) {
        lock.rows.extend(number(&item.name, sink).map(|line| LockedRow { line, ..item.value }));
    }
    Some(lock)
}

fn row(name: &Text, node: &Node, sink: &mut Sink) -> Option<LockedRow> {
    let entries = Entries::read(node, &language::ROW, Some(name), sink)?;
    Some(LockedRow {
        line: 0,
        key: own(entries.text("key", sink))?,
        ty: own(entries.text("type", sink)),
        mark: entries.text("mark", sink).is_some(),
        sketch: own(entries.text("text", sink)).unwrap_or_default(),
    })
}

/// Reads `3`, `3-5` and lists of these.
fn ranges(texts: &[Text], sink: &mut Sink) -> Vec<(u32, u32)> {
    let mut ranges = Vec::new();
    for text in texts {
        let (first, last) = text.text.split_once('-').unwrap_or((&text.text, &text.text));
        match (first.trim().parse(), last.trim().parse()) {
            (Ok(first), Ok(last)) if first <= last => ranges.push((first, last)),
            _ => {
                let finding = Finding::new(Code::BAD_PLACE, format!("`{}` is no line and no range", text.text));
                sink.push(finding.at(text.span, "here").help("write 3 or 3-5"));
            }
        }
    }
    ranges
}
