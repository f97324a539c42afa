//! Saved pages against the spec: what the pages claim that the spec lacks, and what the spec has that its page no
//! longer claims.

mod align;
mod anchors;
mod context;
mod coverage;
mod delta;
mod edits;
mod fields;
mod follow;
mod gone;
mod judge;
mod lock;
mod log;
mod matrix;
mod paths;
mod places;
mod propose;
mod questions;
mod statements;
mod tables;
mod texts;
mod values;
mod waivers;

use crate::model::Api;
use crate::pages::{Page, Rules, Spot};
use crate::source::Span;

pub use coverage::{Account, Coverage};
pub use edits::FileEdit;
pub use lock::{LockedPage, lock_page};
pub use propose::{Proposal, Step, propose};
pub use questions::{Ask, questions};
pub use waivers::check as check_rules;

/// The class of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// The page has something that the spec lacks.
    NewClaim,
    /// The spec has something that the page no longer has.
    GoneClaim,
    /// The page says something else than before, or than the spec.
    ChangedClaim,
    /// Two places of the pages disagree, or a page and the spec do.
    Contradiction,
    /// Nothing accounts for the line.
    UnaccountedLine,
    /// The page is built in another way than its reader expects.
    Extractor,
    /// A waiver matches nothing, or is over.
    StaleWaiver,
    /// Wording only.
    Editorial,
    /// A person has to read it.
    OpenQuestion,
}

impl Class {
    /// Every class with its word, in the order of reports.
    pub const WORDS: &'static [(&'static str, Self)] = &[
        ("new-claim", Self::NewClaim),
        ("gone-claim", Self::GoneClaim),
        ("changed-claim", Self::ChangedClaim),
        ("contradiction", Self::Contradiction),
        ("unaccounted-line", Self::UnaccountedLine),
        ("extractor", Self::Extractor),
        ("stale-waiver", Self::StaleWaiver),
        ("editorial", Self::Editorial),
        ("open-question", Self::OpenQuestion),
    ];

    /// The word of the class.
    pub fn as_str(self) -> &'static str {
        Self::WORDS.iter().find(|(_, class)| *class == self).map_or("", |(word, _)| word)
    }

    /// Whether an unwaived finding of the class makes the run fail.
    pub fn fails(self) -> bool {
        !matches!(self, Self::Editorial | Self::OpenQuestion)
    }
}

/// A difference between a page and the spec.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What kind of difference it is.
    pub class: Class,
    /// The page.
    pub page: String,
    /// The line of the page, from 1; for what is gone, where it should be.
    pub line: u32,
    /// The first character, from 1.
    pub column: u32,
    /// What it is about.
    pub item: String,
    /// What was found.
    pub message: String,
    /// Where the item stands in the YAML.
    pub origin: Option<Span>,
    /// The print of the line, by which a waiver knows it again.
    pub print: String,
    /// Why it is fine, if it is waived.
    pub waived: Option<String>,
    /// What would follow the page in the YAML.
    pub(crate) remedy: Remedy,
    /// Whether it was found by comparing wording with the last review.
    pub(crate) wording: bool,
    /// For what is gone, where it stood at the last review.
    pub(crate) old: Option<u32>,
}

impl Finding {
    /// Whether it is about something that stands on no line of the page any more.
    pub fn is_gone(&self) -> bool {
        self.old.is_some() && self.print.is_empty()
    }

    /// Whether it is about the text of an item that a proposal added.
    pub fn is_unwritten(&self) -> bool {
        self.message == context::UNWRITTEN
    }

    /// Puts it where a cell stands, if there is one.
    pub(crate) fn place(&mut self, at: Option<Spot>) -> &mut Self {
        if let Some(at) = at {
            (self.line, self.column) = (at.line, at.column);
        }
        self
    }
}

/// What would make the spec follow the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Remedy {
    /// A person decides.
    #[default]
    None,
    /// A field to add, behind another one.
    Field { ty: String, name: String, words: String, prefix: String },
    /// A value to add.
    Value { of: String, value: String, id: Option<String> },
    /// An id to change.
    Id { of: String, value: String, id: String },
    /// A place to add to an item.
    Place { ty: String, name: String, value: bool },
    /// A field that is required now, or no longer.
    Presence { ty: String, name: String, required: bool },
    /// A field's type to change.
    Retype { ty: String, name: String, to: String },
    /// A cell of a matrix.
    Cell { of: String, row: String, column: String, need: String },
    /// A column of a matrix, its cells by row.
    Column { of: String, name: String, cells: Vec<(String, String)> },
    /// A row of a matrix with what it asks of each column, if every cell says so.
    Row { of: String, name: String, needs: Option<String> },
    /// A version with the lines that tell of it and what they say.
    Version { date: String, last: u32, text: String },
    /// The date of a change.
    Date { change: String, date: String },
    /// An environment to add.
    Environment { name: String, url: String },
    /// The address of an environment.
    Url { name: String, url: String },
    /// A header to add.
    Header { name: String },
    /// The call of an endpoint.
    Call { endpoint: String, call: String },
    /// An endpoint to add.
    Endpoint { call: String },
    /// A key of a field, such as one of its limits.
    Key { ty: String, name: String, key: &'static str, value: String },
    /// Something that the page has no longer.
    Gone(Gone),
    /// The waiver that matches nothing.
    Waiver,
}

/// What a page has no longer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Gone {
    /// A field of a type.
    Field { ty: String, name: String },
    /// A value of an enum.
    Value { of: String, value: String },
    /// A row of a matrix.
    Row { of: String, name: String },
    /// A column of a matrix.
    Column { of: String, name: String },
    /// An environment.
    Environment { name: String },
    /// A line of running text, by its number at the last review.
    Line { page: String, line: u32 },
}

/// Everything that was found on some pages.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The findings by page and line.
    pub findings: Vec<Finding>,
    /// What accounts for every line, by page.
    pub coverage: Vec<Coverage>,
    /// Where the lines of the last review are now, by page.
    pub(crate) moves: Vec<Moves>,
}

/// Where the lines of a page's last review are now.
#[derive(Clone, Debug, Default)]
pub(crate) struct Moves {
    pub(crate) page: String,
    pub(crate) lines: Vec<(u32, u32)>,
    /// Lines of the last review that are gone.
    pub(crate) gone: Vec<u32>,
    /// The line from which on the page is missing.
    pub(crate) lost: Option<u32>,
}

impl Moves {
    /// Where a line of the last review is now, if it is still there.
    pub(crate) fn now(&self, old: u32) -> Option<u32> {
        self.lines.iter().find(|(known, _)| *known == old).map(|(_, now)| *now)
    }
}

impl Report {
    /// Pages with lines that stand elsewhere than at the last review, so that places which name them have to move.
    pub fn moved(&self) -> impl Iterator<Item = &str> {
        let moved = |moves: &&Moves| moves.lines.iter().any(|(old, now)| old != now);
        self.moves.iter().filter(moved).map(|moves| moves.page.as_str())
    }

    /// Findings that make the run fail.
    pub fn failures(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.class.fails() && finding.waived.is_none())
    }

    /// Findings that are not waived.
    pub fn open(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.waived.is_none())
    }
}

/// Compares pages with the spec. `today` (`YYYY-MM-DD`) decides which waivers are over.
pub fn compare(api: &Api, rules: &Rules, pages: &[Page], today: &str) -> Report {
    let mut report = Report::default();
    for page in pages {
        let mut cx = context::Cx::new(api, rules, page);
        cx.run();
        let (findings, coverage, moves) = cx.finish();
        report.findings.extend(findings);
        report.coverage.push(coverage);
        report.moves.push(moves);
    }
    waivers::apply(&mut report, rules, pages, today);
    report.findings.sort_by(|a, b| {
        (&a.page, a.line, a.class, &a.item, a.wording).cmp(&(&b.page, b.line, b.class, &b.item, b.wording))
    });
    // One of two is enough, unless one is waived and the other is not.
    let what = |finding: &Finding| {
        let of = (finding.page.clone(), finding.line, finding.item.clone());
        (finding.class, of, finding.wording, finding.waived.is_some())
    };
    report.findings.dedup_by(|a, b| what(a) == what(b));
    report
}
