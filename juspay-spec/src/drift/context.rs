//! What the comparison of one page knows and finds.

use std::collections::{HashMap, HashSet};

use super::align::{Alignment, align};
use super::anchors::{self, Anchor};
use super::coverage::{Account, Coverage};
use super::paths::Key;
use super::{Class, Finding, Moves, Remedy};
use crate::model::Api;
use crate::pages::rules::{Lock, LockedRow, PageRules, Rules, Section, Words};
use crate::pages::tables::Assigned;
use crate::pages::words::{Code, print, sketch};
use crate::pages::{Edit, EditKind, Page};
use crate::source::Span;

/// What is said of items that a proposal added.
pub(crate) const UNWRITTEN: &str = "its text is still the one of the proposal; say in your own words what it is";

/// So many lines that are missing at once are no edit of a page.
const MANY: usize = 8;

/// A page without rules has none of its own.
static NO_RULES: PageRules = PageRules {
    name: String::new(),
    endpoint: None,
    headings: Vec::new(),
    sections: Vec::new(),
    log: None,
    descriptions: Vec::new(),
    ignore: Vec::new(),
};

/// What the comparison of one page knows and finds.
pub(crate) struct Cx<'a> {
    pub(crate) api: &'a Api,
    pub(crate) words: &'a Words,
    pub(crate) page: &'a Page,
    pub(crate) rules: &'a PageRules,
    pub(crate) has_rules: bool,
    pub(crate) lock: Option<&'a Lock>,
    pub(crate) anchors: Vec<Anchor>,
    /// Values and names of fields by their codes.
    pub(crate) names: HashMap<Code, String>,
    pub(crate) assigned: Vec<Assigned>,
    /// Sections whose table is lost or built otherwise: nothing may be concluded from what they lack.
    pub(crate) broken: HashSet<usize>,
    pub(crate) alignment: Alignment,
    /// By line of the page: the line of the last review.
    pub(crate) lines: HashMap<usize, u32>,
    /// Keys of rows of the last review that are still there.
    pub(crate) rows: HashSet<String>,
    /// Fields that a sketch beside another name lists.
    pub(crate) shaped: HashSet<Key>,
    /// The newest version of the log.
    pub(crate) newest: Option<String>,
    /// The line of the last review from which on the page is missing.
    pub(crate) lost: Option<u32>,
    /// Lines of the last review that are gone, with the line of the page that says the same.
    pub(crate) copies: Vec<(u32, usize)>,
    pub(crate) findings: Vec<Finding>,
    accounts: Vec<Option<Account>>,
    edits: Vec<Edit>,
}

impl<'a> Cx<'a> {
    pub(crate) fn new(api: &'a Api, rules: &'a Rules, page: &'a Page) -> Self {
        let own = rules.pages.iter().find(|known| known.name == page.name);
        let lock = rules.locks.iter().find(|lock| lock.page == page.name);
        let lock = lock.filter(|lock| !lock.texts.is_empty() || !lock.rows.is_empty());
        Self {
            api,
            words: &rules.words,
            page,
            rules: own.unwrap_or(&NO_RULES),
            has_rules: own.is_some(),
            lock,
            anchors: anchors::of_page(api, &page.name),
            names: anchors::names(api),
            assigned: Vec::new(),
            broken: HashSet::new(),
            alignment: lock.map(|lock| align(page, &lock.texts)).unwrap_or_default(),
            lines: HashMap::new(),
            rows: HashSet::new(),
            shaped: HashSet::new(),
            newest: None,
            lost: None,
            copies: Vec::new(),
            findings: Vec::new(),
            accounts: vec![None; page.lines.len()],
            edits: page.edits.clone(),
        }
    }

    /// Compares everything.
    pub(crate) fn run(&mut self) {
        if self.page.lines.is_empty() {
            let finding = self.finding_at(Class::Extractor, 1, &self.page.name, "the page is empty".to_owned());
            self.findings.push(finding);
            self.lost = Some(0);
            return;
        }
        if !self.has_rules {
            let message = "no rules say how this page is read".to_owned();
            let finding = self.finding_at(Class::Extractor, 1, &self.page.name, message);
            self.findings.push(finding);
        }
        for (line, text) in &self.alignment.locked {
            let number = self.lock.and_then(|lock| lock.texts.get(*text)).map(|text| text.line);
            self.lines.extend(number.map(|number| (*line, number)));
        }
        self.tables();
        self.statements();
        self.texts();
        self.gone();
        self.unwritten();
        self.torn();
    }

    /// Items that a proposal added and whose text nobody has written yet.
    fn unwritten(&mut self) {
        let anchors: Vec<Anchor> = self.anchors.iter().filter(|anchor| anchor.unwritten).cloned().collect();
        for anchor in anchors {
            self.find_gone(Class::OpenQuestion, anchor.first, &anchor.item, UNWRITTEN).old = None;
            self.origin(anchor.origin);
        }
    }

    pub(crate) fn finish(self) -> (Vec<Finding>, Coverage, Moves) {
        let copies = self.copies.iter().map(|(old, line)| (line, old));
        let lines = self.lines.iter().chain(copies);
        let mut moved: Vec<(u32, u32)> = lines.map(|(line, old)| (*old, self.page.number(*line))).collect();
        moved.sort_unstable();
        let known = self.lock.iter().flat_map(|lock| known_lines(lock));
        let gone = known.filter(|line| !moved.iter().any(|(old, _)| old == line)).collect();
        let coverage = Coverage::new(self.page, &self.accounts, self.edits);
        (self.findings, coverage, Moves { page: self.page.name.clone(), lines: moved, gone, lost: self.lost })
    }

    /// Puts one finding in the place of all that follow from it: this is another page, or its end is missing.
    fn torn(&mut self) {
        let Some(lock) = self.lock else { return };
        let known = known_lines(lock);
        let left: HashSet<u32> = self.lines.values().copied().collect();
        // Lines that are merely alike may well be those of another page.
        let same = |(line, text): (&usize, &usize)| {
            let locked = lock.texts.get(*text)?;
            (sketch(self.page.text(*line)) == locked.sketch).then_some(locked.line)
        };
        let rows = lock.rows.iter().filter(|row| self.rows.contains(&row.key)).map(|row| row.line);
        let kept = self.alignment.locked.iter().filter_map(same).chain(rows).collect::<HashSet<u32>>().len();
        if known.len() >= MANY && kept * 4 < known.len() {
            let message = format!("{kept} of {} lines of the last review are left; is this another page?", known.len());
            self.findings = vec![self.finding_at(Class::Extractor, 1, &self.page.name, message)];
            self.lost = Some(0);
            return;
        }
        let end = known.iter().rposition(|line| left.contains(line)).map_or(0, |at| at + 1);
        let tail = known.get(end..).unwrap_or_default();
        let goes_on = self.lines.keys().max().is_some_and(|last| last + 2 < self.page.lines.len());
        if let (Some(first), false) =
            (tail.first().filter(|_| tail.len() >= MANY && tail.len() * 6 >= known.len()), goes_on)
        {
            self.findings.retain(|finding| finding.old.is_none_or(|old| old < *first));
            let message = format!("the page ends before what was line {first}; is the rest of it lost?");
            let last = self.page.lines.last().map_or(1, |line| line.number);
            let finding = self.finding_at(Class::Extractor, last, &self.page.name, message);
            self.findings.push(finding);
            self.lost = Some(*first);
        }
    }

    /// Says what accounts for a line; the first account stays.
    pub(crate) fn account(&mut self, line: usize, account: Account) {
        if let Some(slot @ None) = self.accounts.get_mut(line) {
            *slot = Some(account);
        }
    }

    pub(crate) fn is_accounted(&self, line: usize) -> bool {
        self.accounts.get(line).is_some_and(Option::is_some)
    }

    /// Whether a line only repeats another one.
    pub(crate) fn is_doubled(&self, line: usize) -> bool {
        self.alignment.doubled.contains_key(&line) || self.accounts.get(line) == Some(&Some(Account::Doubled))
    }

    pub(crate) fn edited(&mut self, line: usize, what: EditKind) {
        self.edits.push(Edit { line: self.page.number(line), what });
    }

    /// Adds a finding about a line of the page, given by its index.
    pub(crate) fn find(&mut self, class: Class, line: usize, item: &str, message: impl Into<String>) -> &mut Finding {
        let mut finding = self.finding_at(class, self.page.number(line), item, message.into());
        finding.column = self.page.lines.get(line).map_or(1, |line| line.column);
        finding.print = print(self.page.text(line));
        if class != Class::UnaccountedLine {
            self.account(line, Account::Claim(item.to_owned()));
        }
        self.push(finding)
    }

    /// Adds a finding about something that stood at a line of the last review.
    pub(crate) fn find_gone(&mut self, class: Class, old: u32, item: &str, message: impl Into<String>) -> &mut Finding {
        let line = self.now(old);
        let mut finding = self.finding_at(class, line, item, message.into());
        finding.old = Some(old);
        self.push(finding)
    }

    fn push(&mut self, mut finding: Finding) -> &mut Finding {
        if finding.origin.is_none() {
            let anchor = self.anchors.iter().find(|anchor| anchor.item == finding.item);
            finding.origin = anchor.map(|anchor| anchor.origin);
        }
        self.findings.push(finding);
        let last = self.findings.len() - 1;
        // The list was just added to.
        #[expect(clippy::indexing_slicing, reason = "the list was just added to")]
        &mut self.findings[last]
    }

    pub(crate) fn finding_at(&self, class: Class, line: u32, item: &str, message: String) -> Finding {
        Finding {
            class,
            page: self.page.name.clone(),
            line,
            column: 1,
            item: item.to_owned(),
            message,
            origin: None,
            print: String::new(),
            waived: None,
            remedy: Remedy::None,
            wording: false,
            old: None,
        }
    }

    /// Where a line of the last review would stand now: beside the nearest line that is still there.
    pub(crate) fn now(&self, old: u32) -> u32 {
        let last = self.page.lines.last().map_or(1, |line| line.number);
        let number = |(line, known): (&usize, &u32)| (*known, self.page.number(*line));
        let before = self.lines.iter().map(number).filter(|(known, _)| *known <= old).max();
        let after = self.lines.iter().map(number).filter(|(known, _)| *known > old).min();
        let line = match (before, after) {
            (Some((known, now)), _) if known == old => now,
            (Some((known, now)), None) => now + (old - known).min(1),
            (Some((near, now)), Some((next, _))) if old - near < next - old => now + 1,
            (_, Some((_, now))) => now,
            (None, None) => old,
        };
        line.clamp(1, last)
    }

    /// The most special items that come from a line of the last review.
    pub(crate) fn anchors_at(&self, old: u32) -> Vec<&Anchor> {
        self.anchors.iter().filter(|anchor| (anchor.first..=anchor.last).contains(&old)).collect()
    }

    /// Where the fields stand in the YAML that come from a line of the last review.
    pub(crate) fn fields_at(&self, old: u32) -> Vec<Span> {
        let fields =
            self.anchors_at(old).into_iter().filter(|anchor| anchor.field.is_some() && anchor.first == anchor.last);
        fields.map(|anchor| anchor.origin).collect()
    }

    /// The row of the last review with a key.
    pub(crate) fn locked_row(&self, key: &str) -> Option<&'a LockedRow> {
        self.lock?.rows.iter().find(|row| row.key == key)
    }

    pub(crate) fn section(&self, index: usize) -> Option<&'a Section> {
        self.rules.sections.get(index)
    }

    /// Where an item's key stands in the YAML, for findings about things without an `at`.
    pub(crate) fn origin(&mut self, span: Span) {
        if let Some(finding) = self.findings.last_mut() {
            finding.origin = Some(span);
        }
    }
}

/// The lines of a page that its lock knows, in order.
fn known_lines(lock: &Lock) -> Vec<u32> {
    let texts = lock.texts.iter().map(|text| text.line);
    let mut lines: Vec<u32> = texts.chain(lock.rows.iter().map(|row| row.line)).collect();
    lines.sort_unstable();
    lines.dedup();
    lines
}
