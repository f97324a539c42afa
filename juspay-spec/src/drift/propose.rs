//! Edits of the YAML that would follow the pages, for a person to review.

use std::collections::HashSet;
use std::path::PathBuf;

use super::edits::{FileEdit, Files};
use super::follow::Maker;
use super::lock::lock_keeping;
use super::places::{moved_lines, moved_places};
use super::{Class, Finding, Remedy, Report, compare};
use crate::diagnostic::Finding as Diagnostic;
use crate::load::{Loaded, load_files};
use crate::model::Api;
use crate::pages::{LoadedRules, Page, load_rules_files};
use crate::source::Sources;

/// What would follow the pages.
#[derive(Clone, Debug, Default)]
pub struct Proposal {
    /// Files of the spec.
    pub spec: Vec<FileEdit>,
    /// The same files as far as they say something else: places that only moved are not in it.
    pub meaning: Vec<FileEdit>,
    /// Files of the rules: places that moved, waivers that match nothing any more, and the pages as they are now.
    pub rules: Vec<FileEdit>,
    /// What the edits do, each with the line of the page.
    pub done: Vec<Step>,
    /// Findings that a person has to deal with.
    pub left: Vec<String>,
    /// Findings that no edit follows, and why not where the spec does not bear the edit.
    open: Vec<(Finding, Option<String>)>,
}

/// One thing that a proposal does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The page and line that ask for it.
    pub at: String,
    /// The item.
    pub item: String,
    /// The file and line of the YAML, after the edit.
    pub yaml: Option<(PathBuf, usize)>,
    /// What is done.
    pub what: String,
}

/// Writes what would follow the pages. Whatever would leave the spec with a finding that it did not have is left to a
/// person, and so is what no edit follows.
pub fn propose(
    api: &Api,
    sources: &Sources,
    rules: &LoadedRules,
    pages: &[Page],
    report: &Report,
    today: &str,
) -> Proposal {
    let mut refused: Vec<(usize, String)> = Vec::new();
    let mut draft = Draft::new(api, sources, rules, report, &refused);
    let before = faults(&load_files(files_of(sources, &[])).findings);
    let sound = |draft: &Draft| fault(sources, &draft.spec, &before);
    if sound(&draft).is_some() {
        // One edit at a time tells which of them the spec does not bear.
        let all: Vec<usize> = draft.followed.clone();
        for (at, own) in all.iter().enumerate() {
            let later = all.iter().skip(at + 1).map(|later| (*later, String::new()));
            let trial: Vec<(usize, String)> = refused.iter().cloned().chain(later).collect();
            if let Some(why) = sound(&Draft::new(api, sources, rules, report, &trial)) {
                refused.push((*own, why));
            }
        }
        draft = Draft::new(api, sources, rules, report, &refused);
    }
    let Draft { spec, meaning, done, open, .. } = draft;
    let mut proposal = Proposal { spec, meaning, done, open, ..Proposal::default() };
    proposal.rules = rules_edits(api, rules, pages, report, &proposal.open);
    settle(&mut proposal, (sources, rules), pages, today);
    proposal
}

/// The edits of the spec that follow all findings but those that are refused.
struct Draft {
    spec: Vec<FileEdit>,
    /// The same without places that moved.
    meaning: Vec<FileEdit>,
    done: Vec<Step>,
    /// The findings that are followed.
    followed: Vec<usize>,
    /// The findings that are not.
    open: Vec<(Finding, Option<String>)>,
}

impl Draft {
    fn new(api: &Api, sources: &Sources, rules: &LoadedRules, report: &Report, refused: &[(usize, String)]) -> Self {
        let mut maker = Maker::new(api, &rules.rules, sources);
        let mut draft =
            Self { spec: Vec::new(), meaning: Vec::new(), done: Vec::new(), followed: Vec::new(), open: Vec::new() };
        let mut steps = Vec::new();
        let open =
            report.findings.iter().enumerate().filter(|(_, finding)| finding.waived.is_none() && !is_stale(finding));
        for (at, finding) in open {
            let why = refused.iter().find(|(known, _)| *known == at).map(|(_, why)| why);
            let followed = maker.follow(finding).filter(|_| why.is_none());
            maker.settle(followed.is_some());
            match followed {
                Some(step) => {
                    steps.push((finding, step));
                    draft.followed.push(at);
                }
                None if counts(finding) => {
                    draft.open.push((finding.clone(), why.filter(|why| !why.is_empty()).cloned()));
                }
                None => {}
            }
        }
        maker.finish();
        draft.meaning = maker.files.finish();
        for moves in &report.moves {
            maker.files.rewrite(|text| moved_places(text, moves));
        }
        draft.spec = maker.files.finish();
        let after = load_sources(files_of(sources, &draft.spec));
        let after = Files::new(&after);
        let place = |path: &[String]| {
            let path: Vec<&str> = path.iter().map(String::as_str).collect();
            after.place(&path)
        };
        let step = |(finding, (path, what)): (&Finding, (Vec<String>, String))| Step {
            at: format!("{}:{}", finding.page, finding.line),
            item: finding.item.clone(),
            yaml: place(&path),
            what,
        };
        draft.done = steps.into_iter().map(step).collect();
        draft
    }
}

/// Whether somebody has to deal with a finding.
fn counts(finding: &Finding) -> bool {
    finding.class.fails() || finding.class == Class::OpenQuestion
}

/// Whether it is about a waiver that matches nothing; whether it still does shows only after the edits.
fn is_stale(finding: &Finding) -> bool {
    finding.remedy == Remedy::Waiver
}

fn told(finding: &Finding, why: Option<&String>) -> String {
    let why = why.map(|why| format!("; no edit of this line alone follows it: {why}")).unwrap_or_default();
    format!("{}:{} {}: {}{why}", finding.page, finding.line, finding.item, finding.message)
}

/// Every file with its text after some edits.
fn files_of(sources: &Sources, edits: &[FileEdit]) -> Vec<(PathBuf, String)> {
    let text = |path: &PathBuf, old: &str| {
        edits.iter().find(|edit| edit.path == *path).map_or_else(|| old.to_owned(), |edit| edit.new.clone())
    };
    sources.iter().map(|(_, source)| (source.path.clone(), text(&source.path, &source.text))).collect()
}

fn load_sources(files: Vec<(PathBuf, String)>) -> Sources {
    let mut sources = Sources::default();
    for (path, text) in files {
        sources.add(path, text);
    }
    sources
}

fn faults(findings: &[Diagnostic]) -> HashSet<String> {
    findings.iter().map(|finding| finding.message.clone()).collect()
}

/// What is wrong with the spec after some edits and was not before.
fn fault(sources: &Sources, edits: &[FileEdit], before: &HashSet<String>) -> Option<String> {
    let loaded = load_files(files_of(sources, edits));
    let new = |finding: &&Diagnostic| !before.contains(&finding.message);
    let found = loaded.findings.iter().find(new).map(|finding| finding.message.clone());
    found.or_else(|| loaded.api.is_none().then(|| "the spec could not be read".to_owned()))
}

/// Places and lines in the rules that moved, and new locks. What is left open stays in the lock as it was.
fn rules_edits(
    api: &Api,
    rules: &LoadedRules,
    pages: &[Page],
    report: &Report,
    open: &[(Finding, Option<String>)],
) -> Vec<FileEdit> {
    let mut own = Files::new(&rules.sources);
    for moves in &report.moves {
        own.rewrite(|text| moved_places(text, moves));
        moved_lines(&mut own, moves);
    }
    let mut edits = own.finish();
    for page in pages {
        let torn = report.moves.iter().any(|moves| moves.page == page.name && moves.lost.is_some());
        let lines = open.iter().filter(|(known, _)| known.page == page.name).map(|(known, _)| known.line).collect();
        let lock = lock_keeping(api, &rules.rules, page, &lines);
        let name = format!("{}.lock.yaml", page.name);
        let old = rules.sources.iter().find(|(_, source)| source.path.ends_with(&name));
        if let Some((_, old)) = old.filter(|(_, old)| old.text != lock.yaml && !torn) {
            edits.retain(|edit| edit.path != old.path);
            edits.push(FileEdit { path: old.path.clone(), old: old.text.clone(), new: lock.yaml });
        }
    }
    edits
}

/// Compares again as if the edits were applied: waivers that match nothing then are taken away, and what is found only
/// then is left to a person.
fn settle(proposal: &mut Proposal, (sources, rules): (&Sources, &LoadedRules), pages: &[Page], today: &str) {
    let Loaded { api: Some(api), .. } = load_files(files_of(sources, &proposal.spec)) else { return };
    let next = load_rules_files(files_of(&rules.sources, &proposal.rules));
    let again = compare(&api, &next.rules, pages, today);
    let mut files = Files::new(&next.sources);
    let same =
        |one: &Finding, other: &Finding| (one.class, &one.page, &one.item) == (other.class, &other.page, &other.item);
    let mut left: Vec<(String, u32, String)> = Vec::new();
    for finding in again.open().filter(|finding| is_stale(finding) || (counts(finding) && !finding.is_unwritten())) {
        if is_stale(finding) && files.remove(&["waivers", &finding.item]) {
            proposal.done.push(Step {
                at: format!("{}:{}", finding.page, finding.line),
                item: format!("waiver {}", finding.item),
                yaml: None,
                what: "taken away: it waives nothing any more".to_owned(),
            });
        } else {
            let before = proposal.open.iter().find(|(known, _)| same(known, finding));
            let why = before.and_then(|(_, why)| why.as_ref());
            left.push((finding.page.clone(), finding.line, told(finding, why)));
        }
    }
    // What is gone from a page leaves nothing behind that could be found again.
    let lost = proposal.open.iter().filter(|(known, _)| known.old.is_some());
    let lost = lost.filter(|(known, _)| !again.findings.iter().any(|finding| same(known, finding)));
    left.extend(lost.map(|(known, why)| (known.page.clone(), known.line, told(known, why.as_ref()))));
    left.sort();
    proposal.left = left.into_iter().map(|(_, _, told)| told).collect();
    for edit in files.finish() {
        match proposal.rules.iter_mut().find(|known| known.path == edit.path) {
            Some(known) => known.new = edit.new,
            None => proposal.rules.push(edit),
        }
    }
}
