//! What `drift` shows people and annotations.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use juspay_spec::drift::{Class, Finding, Proposal, Report};
use juspay_spec::source::Sources;

use super::spec::count;

/// How wide lines are where nobody says.
pub(super) const WIDTH: usize = 120;
/// The heading of what has to be read of a patch; tools that apply patches pass over it.
pub(super) const MEANING: &str = "# What changes: to be read.";
/// The heading of the rest.
pub(super) const MOVED: &str = "# Places that moved along with the lines of the pages, and the pages as they are now.";

/// What a report is made from, and how it looks.
pub(super) struct View<'a> {
    pub(super) sources: &'a Sources,
    /// Texts of the pages by name.
    pub(super) raw: &'a [(String, String)],
    pub(super) waived: bool,
    pub(super) color: bool,
    pub(super) width: usize,
}

impl View<'_> {
    /// A line of a page as it stands in the file.
    fn page_line(&self, page: &str, line: u32) -> Option<&str> {
        let (_, text) = self.raw.iter().find(|(name, _)| name == page)?;
        text.lines().nth(usize::try_from(line).ok()?.checked_sub(1)?)
    }

    /// A line on one row of the terminal, with the character at a column in sight.
    fn cut(&self, text: &str, column: u32) -> String {
        let text = clean(text);
        let blank = text.len() - text.trim_start().len();
        let text = text.trim();
        let room = self.width.saturating_sub(15).max(40);
        let length = text.chars().count();
        let at = usize::try_from(column).unwrap_or(0).saturating_sub(blank + 1);
        let start = if at + room / 4 < room { 0 } else { (at - room / 2).min(length.saturating_sub(room)) };
        let shown: String = text.chars().skip(start).take(room).collect();
        let (before, after) = (if start > 0 { "…" } else { "" }, if start + room < length { "…" } else { "" });
        format!("{before}{shown}{after}")
    }
}

/// A text without what could upset a terminal.
fn clean(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// Findings by page and class, each with the line of the page beside the line of the YAML.
pub(super) fn report(report: &Report, view: &View<'_>) -> String {
    let mut out = String::new();
    let bold = |text: &str| if view.color { format!("\u{1b}[1m{text}\u{1b}[0m") } else { text.to_owned() };
    for coverage in &report.coverage {
        let own: Vec<&Finding> = report.findings.iter().filter(|finding| finding.page == coverage.page).collect();
        let told: Vec<&Finding> =
            own.iter().copied().filter(|finding| view.waived || finding.waived.is_none()).collect();
        let (accounted, all) = coverage.counts();
        let hidden = own.len() - own.iter().filter(|finding| finding.waived.is_none()).count();
        let state = if told.is_empty() { "nothing new".to_owned() } else { count(told.len(), "finding") };
        // Writing to a string cannot fail.
        let _ = writeln!(
            out,
            "{}: {state}, {hidden} waived, {accounted} of {all} lines accounted for",
            bold(&coverage.page)
        );
        for (word, class) in Class::WORDS {
            let of_class: Vec<&&Finding> = told.iter().filter(|finding| finding.class == *class).collect();
            if of_class.is_empty() {
                continue;
            }
            let _ = writeln!(out, "\n  {word}");
            for finding in of_class {
                line(&mut out, finding, view);
            }
        }
        if !told.is_empty() {
            out.push('\n');
        }
    }
    let failures = report.failures().count();
    let open = report.open().count() - failures;
    let _ = writeln!(out, "{} to deal with, {open} to know about.", count(failures, "finding"));
    out.push_str(if failures > 0 {
        "Next: `drift --propose` writes a patch of the YAML for review, `drift --questions` what to ask.\n"
    } else if report.open().any(Finding::is_unwritten) {
        "Next: write the texts, then `lint`, `diff` against the last revision, and `generate`.\n"
    } else {
        ""
    });
    out
}

fn line(out: &mut String, finding: &Finding, view: &View<'_>) {
    let place = format!("{}:{}", finding.page, finding.line);
    let at = finding.origin.map(|span| view.sources.locate(span));
    let yaml = at.as_ref().map_or_else(|| "-".to_owned(), |at| format!("{}:{}", at.path.display(), at.line));
    let _ = writeln!(out, "    {place:<22} {yaml:<22} {}", clean(&finding.item));
    let _ = writeln!(out, "        {}", clean(&finding.message));
    // What is gone stands on no line of the page.
    let page = view.page_line(&finding.page, finding.line).filter(|_| !finding.is_gone());
    let yaml = finding.origin.and_then(|span| view.sources.line(span));
    for (name, text, column) in [("page", page, finding.column), ("yaml", yaml, 1)] {
        if let Some(text) = text.map(|text| view.cut(text, column)).filter(|text| !text.is_empty()) {
            let _ = writeln!(out, "        {name} | {text}");
        }
    }
    if let Some(reason) = &finding.waived {
        let _ = writeln!(out, "        waived: {reason}");
    }
}

/// Every line of every page with what accounts for it.
pub(super) fn coverage(report: &Report) -> String {
    let mut out = String::new();
    let (mut accounted, mut all) = (0, 0);
    for coverage in &report.coverage {
        let (own, lines) = coverage.counts();
        accounted += own;
        all += lines;
        let _ = writeln!(out, "{}: {own} of {lines}", coverage.page);
        for (number, account) in &coverage.lines {
            let (kind, what) = account.as_ref().map_or(("NOTHING", ""), |account| (account.kind(), account.what()));
            let edits: Vec<&str> =
                coverage.edits.iter().filter(|edit| edit.line == *number).map(|edit| edit.what.as_str()).collect();
            let edits = if edits.is_empty() { String::new() } else { format!("  [{}]", edits.join(", ")) };
            let _ = writeln!(out, "  {number:>5}  {kind:<8} {what}{edits}");
        }
    }
    let _ = writeln!(out, "{accounted} of {all} lines are accounted for.");
    out
}

/// Findings as annotations of GitHub's workflow commands.
pub(super) fn annotations(report: &Report, files: &[(String, PathBuf)]) -> String {
    let mut out = String::new();
    for finding in report.open() {
        let level = if finding.class.fails() { "error" } else { "notice" };
        let path = files.iter().find(|(name, _)| *name == finding.page).map(|(_, path)| path.display().to_string());
        let title = format!("{}: {}", finding.class.as_str(), finding.item);
        let _ = writeln!(
            out,
            "::{level} file={},line={},col={},title={}::{}",
            property(&path.unwrap_or_default()),
            finding.line,
            finding.column,
            property(&title),
            escaped(&finding.message)
        );
    }
    out
}

fn escaped(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    escaped(text).replace(':', "%3A").replace(',', "%2C")
}

/// What a patch does to the files of a spec in a folder, what it leaves to a person, and how to go on.
pub(super) fn steps(proposal: &Proposal, spec: &Path, empty: bool) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    if empty {
        out.push_str("Nothing to propose.\n");
    } else if proposal.done.is_empty() {
        out.push_str("The patch only writes down the pages as they are now, and places that moved.\n");
    } else {
        out.push_str("In the patch, besides the pages as they are now and places that moved:\n");
    }
    for step in &proposal.done {
        let yaml = step.yaml.as_ref().map(|(path, line)| format!("{}:{line}", spec.join(path).display()));
        let yaml = yaml.unwrap_or_else(|| "-".to_owned());
        let _ = writeln!(out, "  {:<22} {yaml:<22} {}: {}", step.at, step.item, step.what);
    }
    if !proposal.left.is_empty() {
        out.push_str("For a person to decide, not in the patch:\n");
    }
    for left in &proposal.left {
        let _ = writeln!(out, "  {left}");
    }
    if !empty {
        out.push_str(
            "Next: review the patch and `git apply` it, say in your own words what is new, then `lint`, `drift` again, \
             and `diff` against the last revision.\n",
        );
    }
    out
}

/// A patch of one file, as `git apply` and `patch -p1` read it.
pub(super) fn unified(path: &Path, old: &str, new: &str) -> String {
    let path = path.display();
    similar::TextDiff::from_lines(old, new)
        .unified_diff()
        .context_radius(3)
        .header(&format!("a/{path}"), &format!("b/{path}"))
        .to_string()
}
