//! The keys of the rules for pages, declared once as those of the spec language are.

use crate::language::{Key, Shape, Table, key, must};

/// Words of a section's `read`.
pub const READERS: &[&str] = &["fields", "values", "matrix", "environments"];
/// Words of a section's `marks`.
pub const MARKS: &[&str] = &["required", "conditional"];
/// Words of a waiver's `class`.
pub const CLASSES: &[&str] = &[
    "new-claim",
    "gone-claim",
    "changed-claim",
    "contradiction",
    "unaccounted-line",
    "extractor",
    "stale-waiver",
    "editorial",
    "open-question",
];

const LINES: Key = must("lines", Shape::Texts, "Lines as `at` counts them: 3, 3-5 or a list of these.");
const REASON: Key = key("reason", Shape::Text, "Why.");
const READING: Key = key("reading", Shape::Text, "The reading of the spec that says why.");

/// A file of rules.
pub static FILE: Table = Table {
    name: "file",
    short: None,
    keys: &[
        key("readers", Shape::Table(&WORDS), "What all pages have in common."),
        key("pages", Shape::Map(&PAGE), "How each page is read."),
        key("waivers", Shape::Map(&WAIVER), "What is known to be odd, and why it is fine."),
        key("locks", Shape::Map(&LOCK), "The pages as they were last reviewed; written by the tool."),
    ],
};

/// What all pages have in common.
pub static WORDS: Table = Table {
    name: "readers",
    short: None,
    keys: &[
        key("columns", Shape::TextMap, "Heads of columns by role, separated by commas."),
        key("types", Shape::TextMap, "Types of the spec that a type of the pages may stand for, the usual one first."),
        key("cells", Shape::TextMap, "Words in the cells of a matrix: yes, no, optional."),
        key("marks", Shape::TextMap, "What a legend calls a mark: required, conditional."),
        key("residue", Shape::List, "Left-overs of styles that saving puts into texts."),
        key("headers", Shape::List, "Headers of any HTTP call, which a spec does not declare."),
        key("latest", Shape::List, "Words by which a text names the newest version."),
        key("weighty", Shape::List, "Words that change what a text asks for."),
        key("nouns", Shape::List, "What texts call a field, behind its name, for proposals."),
        key("blocks", Shape::TextMap, "Types by what texts call them, for proposals."),
    ],
};

/// How a page is read.
pub static PAGE: Table = Table {
    name: "page",
    short: None,
    keys: &[
        key("endpoint", Shape::Text, "The endpoint that lines with a method and an address are about."),
        key("headings", Shape::List, "Lines that only name what follows."),
        key("sections", Shape::Map(&SECTION), "The tables."),
        key("log", Shape::Text, "The heading above the log of versions."),
        key("descriptions", Shape::Map(&DESCRIPTIONS), "Lines of which each describes something without naming it."),
        key("ignore", Shape::Map(&IGNORE), "Lines that claim nothing."),
    ],
};

/// A table of a page.
pub static SECTION: Table = Table {
    name: "section",
    short: None,
    keys: &[
        key("heading", Shape::Text, "The line above it."),
        must("read", Shape::Word(READERS), "What its rows are."),
        key("of", Shape::Text, "The type whose fields, values or requirements its rows are."),
        key("prefix", Shape::Text, "What the names of its rows leave out."),
        key("block", Shape::Text, "The field that its heading stands for."),
        key("columns", Shape::List, "The roles of its columns."),
        key("marks", Shape::Word(MARKS), "What a star in a row means."),
        key("repeats", Shape::Bool, "Several tables of this kind follow each other."),
    ],
};

/// Lines of which each describes something.
pub static DESCRIPTIONS: Table = Table {
    name: "descriptions",
    short: None,
    keys: &[LINES, must("of", Shape::Text, "The type whose fields they describe.")],
};

/// Lines that claim nothing.
pub static IGNORE: Table = Table { name: "ignore entry", short: None, keys: &[LINES, REASON, READING] };

/// Something odd that is fine.
pub static WAIVER: Table = Table {
    name: "waiver",
    short: None,
    keys: &[
        must("class", Shape::Word(CLASSES), "The class of the finding."),
        must("at", Shape::Text, "Page and line of the finding."),
        must("item", Shape::Text, "The item of the finding."),
        key("print", Shape::Text, "The print of the line; the finding moves with it."),
        REASON,
        READING,
        key("until", Shape::Text, "The day from which it holds no longer."),
    ],
};

/// A page as it was last reviewed.
pub static LOCK: Table = Table {
    name: "lock",
    short: None,
    keys: &[
        key("texts", Shape::TextMap, "Sketches of the lines of running text."),
        key("rows", Shape::Map(&ROW), "The rows of tables."),
    ],
};

/// A row of a table as it was last reviewed.
pub static ROW: Table = Table {
    name: "row",
    short: Some("key"),
    keys: &[
        must("key", Shape::Text, "Section and name."),
        key("type", Shape::Text, "The type."),
        key("mark", Shape::Text, "The mark."),
        key("text", Shape::Text, "The sketch of the description."),
    ],
};
