//! Differences for a changelog or a review, and the table of rules for the documentation.

use std::fmt::Write as _;

use juspay_spec::diff::{Axis, Difference, Step, rules};

use super::text::shown_in;
use super::{Comparison, marks};

/// More names than this are counted, not listed.
const LISTED: usize = 4;

impl Comparison {
    /// For a changelog: the gravest first, texts in one line.
    pub fn markdown(&self) -> String {
        if self.diff.is_empty() {
            return "Nothing differs.\n".to_owned();
        }
        let mut out = format!("Step: **{}** ({}).\n", self.diff.step(), self.counts());
        for (step, heading) in
            [(Step::Major, "Breaking"), (Step::Minor, "New, or to be looked at"), (Step::None, "Noticed by nobody")]
        {
            let found: Vec<&Difference> = self.diff.differences.iter().filter(|it| it.step() == step).collect();
            if found.is_empty() {
                continue;
            }
            let _ = writeln!(out, "\n### {heading}\n");
            for difference in found {
                let _ = writeln!(out, "- {}", entry(difference));
            }
        }
        let texts: Vec<&Difference> = self.diff.differences.iter().filter(|it| it.step() == Step::Patch).collect();
        out + &text_lines(&texts)
    }
}

/// What differs in texts: by name where something is said otherwise, by number where only its place is another one.
fn text_lines(texts: &[&Difference]) -> String {
    if texts.is_empty() {
        return String::new();
    }
    let recorded = |it: &Difference| it.rule.name.ends_with("-source-changed") || it.rule.name == "record-changed";
    let (quiet, told): (Vec<&Difference>, Vec<&Difference>) = texts.iter().partition(|it| recorded(it));
    let mut out = "\n### Texts\n\n".to_owned();
    let mut names: Vec<&str> = told.iter().map(|difference| difference.item()).collect();
    names.dedup();
    if !names.is_empty() {
        let names: Vec<String> = names.into_iter().map(code).collect();
        let _ = writeln!(out, "- Described otherwise: {}.", names.join(", "));
    }
    if !quiet.is_empty() {
        let items = if quiet.len() == 1 { "One item is".to_owned() } else { format!("{} items are", quiet.len()) };
        let _ = writeln!(out, "- {items} recorded otherwise, mostly at other lines of the pages.");
    }
    out
}

fn entry(difference: &Difference) -> String {
    let mut names: Vec<&str> = difference.reached.iter().map(|reached| reached.name.as_str()).collect();
    let more = names.len().saturating_sub(LISTED);
    names.truncate(LISTED);
    let mut reached = names.join(", ");
    if more > 0 {
        let _ = write!(reached, " and {more} more");
    }
    if let Some(range) = shown_in(&difference.reached) {
        let _ = write!(reached, "; {range}");
    }
    let reached = if reached.is_empty() { String::new() } else { format!(" In {reached}.") };
    let (item, sentence) = (code(difference.item()), difference.sentence());
    format!("{item} {}. {} ({}){reached}", one_line(&sentence), difference.rule.why, marks(difference))
}

/// Text of a spec must not end the item of a list.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").trim_end_matches('.').to_owned()
}

fn code(name: &str) -> String {
    format!("`{}`", name.replace('`', "'"))
}

/// The table of rules as Markdown.
pub fn rules_markdown() -> String {
    let mut out = String::from("| rule | send | read | rust | meaning | docs | back | the item … | why |\n");
    out.push_str("|---|---|---|---|---|---|---|---|---|\n");
    for rule in rules() {
        let steps = Axis::ALL.map(|axis| match rule.steps.of(axis) {
            Step::None => "",
            step => step.as_str(),
        });
        let (name, back, sentence, why) = (rule.name, rule.inverse, rule.sentence, rule.why);
        let (sentence, why) = (sentence.replace('|', "\\|"), why.replace('|', "\\|"));
        let _ = writeln!(out, "| `{name}` | {} | `{back}` | {sentence} | {why} |", steps.join(" | "));
    }
    out
}
