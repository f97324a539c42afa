//! Running text against the last review.

use super::context::Cx;
use super::coverage::Account;
use super::delta::Delta;
use super::{Class, Remedy};
use crate::pages::rules::LockedText;
use crate::pages::words::{alike, is_date, read_sketch, respelled, sketch, words};
use crate::pages::{EditKind, Place, prose};

impl Cx<'_> {
    /// Accounts for every line of running text, and tells which changed.
    pub(crate) fn texts(&mut self) {
        for line in 0..self.page.lines.len() {
            if self.page.lines.get(line).is_some_and(|line| line.place == Place::Text) {
                self.text(line);
            }
        }
    }

    /// Whether a finding is about a line: it stands there, or is about the version that the line belongs to.
    fn is_told(&self, line: usize) -> bool {
        let line = self.page.number(line);
        self.findings.iter().any(|finding| match finding.remedy {
            Remedy::Version { last, .. } => (finding.line..=last).contains(&line),
            _ => finding.line == line,
        })
    }

    fn text(&mut self, line: usize) {
        let text = self.page.text(line);
        if let Some(heading) = prose::heading(text, self.rules) {
            self.account(line, Account::Layout("heading".to_owned()));
            if !heading.ends_with('*') && words(text) != words(heading) && !alike(text, heading) {
                self.find(Class::Editorial, line, heading, "the heading is spelled otherwise");
            }
        }
        if let Some(text) = self.alignment.locked.get(&line).copied() {
            self.locked_text(line, text);
        } else if self.alignment.doubled.contains_key(&line) {
            self.edited(line, EditKind::Doubled);
            self.account(line, Account::Doubled);
        } else if !self.is_accounted(line) {
            self.new_text(line);
        } else if self.lock.is_some() && !self.is_told(line) {
            self.find(Class::Editorial, line, "line", "the line is new and says nothing new");
        }
    }

    /// A line that stood on the page at the last review.
    fn locked_text(&mut self, line: usize, text: usize) {
        let Some(locked) = self.lock.and_then(|lock| lock.texts.get(text)) else { return };
        let had_claim = self.is_accounted(line);
        let ignored = self.ignored(locked.line);
        let item = self.anchors_at(locked.line).first().map(|anchor| anchor.item.clone());
        match (item, ignored) {
            (Some(item), _) => self.account(line, Account::Claim(item)),
            (None, Some(reason)) => self.account(line, Account::Ignored(reason)),
            (None, None) => {}
        }
        if sketch(self.page.text(line)) != locked.sketch {
            self.changed_text(line, locked.line, &locked.sketch, had_claim);
        }
        if !self.is_accounted(line) {
            self.find(Class::UnaccountedLine, line, "line", "no item comes from this line, and no rule ignores it");
        }
    }

    fn changed_text(&mut self, line: usize, old: u32, locked: &str, had_claim: bool) {
        let text = self.page.text(line);
        let number = self.page.number(line);
        if self.was_heading(locked).is_some() && prose::heading(text, self.rules).is_none() {
            let heading = self.was_heading(locked).unwrap_or_default();
            self.find(Class::Extractor, line, &heading, format!("the heading `{heading}` was renamed"));
        } else if had_claim {
            // What the line says in a form that can be read was compared already; a date in it may have passed that.
            let delta = Delta::between(&read_sketch(locked), text);
            // A text that calls the newest version of the log the newest one says nothing else.
            let newest = self.newest.as_deref().unwrap_or_default();
            let mut words = delta.added.iter().chain(&delta.replaced).chain(&delta.respelled);
            let dated = words.find(|word| is_date(word) && **word != newest).map(|word| (*word).to_owned());
            let serious = |finding: &super::Finding| {
                finding.line == number && matches!(finding.class, Class::NewClaim | Class::ChangedClaim)
            };
            if let Some(date) = dated.filter(|_| !self.findings.iter().any(serious)) {
                let item = self.anchors_at(old).first().map_or_else(|| "api".to_owned(), |anchor| anchor.item.clone());
                self.find(Class::ChangedClaim, line, &item, format!("the text says `{date}` now"));
                return;
            }
            if !self.findings.iter().any(|finding| finding.line == number && finding.class != Class::Contradiction) {
                let item = self.anchors_at(old).first().map_or_else(|| "line".to_owned(), |anchor| anchor.item.clone());
                self.find(Class::Editorial, line, &item, "the wording changed");
            }
        } else {
            self.judge(line, old, locked, text, None);
        }
    }

    /// A line that did not stand on the page at the last review.
    fn new_text(&mut self, line: usize) {
        if let Some((_, heading)) = self.renamed_heading(line) {
            self.find(Class::Extractor, line, &heading, format!("the heading `{heading}` was renamed"));
            return;
        }
        let before = (0..line).rev().find_map(|at| self.lines.get(&at)).copied();
        let after = (line + 1..self.page.lines.len()).find_map(|at| self.lines.get(&at)).copied();
        let inside =
            |line: Option<u32>, (first, last): &(u32, u32)| line.is_some_and(|line| (*first..=*last).contains(&line));
        let region = self
            .rules
            .descriptions
            .iter()
            .find(|region| region.lines.iter().any(|lines| inside(before, lines) || inside(after, lines)));
        if let Some(region) = region {
            let item = region.of.clone();
            self.find(Class::NewClaim, line, &item, "the line describes something that the spec lacks");
        } else {
            self.find(Class::UnaccountedLine, line, "line", "nothing accounts for this line");
        }
    }

    /// The heading that is missing where this line stands, if one is, with what the last review knew of it.
    pub(crate) fn renamed_heading(&self, line: usize) -> Option<(&LockedText, String)> {
        let lock = self.lock?;
        let before = (0..line).rev().find_map(|at| self.lines.get(&at)).copied().unwrap_or(0);
        let after = (line + 1..self.page.lines.len()).find_map(|at| self.lines.get(&at)).copied().unwrap_or(u32::MAX);
        let missing = lock.texts.iter().enumerate().filter(|(at, text)| {
            (before + 1..after).contains(&text.line) && !self.alignment.locked.values().any(|known| known == at)
        });
        missing.into_iter().find_map(|(_, text)| Some((text, self.was_heading(&text.sketch)?)))
    }

    /// The heading of the rules that a line of the last review was.
    pub(crate) fn was_heading(&self, locked: &str) -> Option<String> {
        let sections = self.rules.sections.iter().filter_map(|section| section.heading.as_ref());
        let all = sections.chain(&self.rules.headings).chain(self.rules.log.as_ref());
        let old = read_sketch(locked);
        let is = |heading: &&String| {
            let codes = read_sketch(&sketch(heading.trim_end_matches('*')));
            let slips = codes.iter().zip(&old).filter(|(a, b)| a != b).count();
            let close = codes.iter().zip(&old).all(|(a, b)| a == b || respelled(*a, *b)) && slips * 2 < codes.len();
            let whole = codes.len() == old.len();
            close && (whole || (heading.ends_with('*') && slips == 0 && codes.len() < old.len()))
        };
        all.into_iter().find(is).cloned()
    }

    /// Why a line of the last review claims nothing.
    pub(crate) fn ignored(&self, old: u32) -> Option<String> {
        let holds = |lines: &[(u32, u32)]| lines.iter().any(|(first, last)| (*first..=*last).contains(&old));
        self.rules.ignore.iter().find(|ignore| holds(&ignore.lines)).map(|ignore| ignore.reason.clone())
    }
}
