//! What is known to be odd and fine, and what of that holds no longer.

use super::tables::MOVED;
use super::{Class, Finding, Remedy, Report};
use crate::diagnostic::{Code, Finding as Diagnostic, Sink};
use crate::model::Api;
use crate::pages::rules::{Rules, Waiver};
use crate::pages::{LoadedRules, Page};

/// Waives findings, and adds one for every waiver that matches nothing or is over.
pub(crate) fn apply(report: &mut Report, rules: &Rules, pages: &[Page], today: &str) {
    let mut stale = Vec::new();
    let there = |waiver: &&Waiver| {
        let lost = report.moves.iter().find(|moves| moves.page == waiver.page).and_then(|moves| moves.lost);
        pages.iter().any(|page| page.name == waiver.page) && lost.is_none_or(|lost| waiver.line < lost)
    };
    let waivers: Vec<&Waiver> = rules.waivers.iter().filter(there).collect();
    for waiver in waivers {
        let over = waiver.until.as_deref().is_some_and(|until| until <= today);
        let mut used = false;
        let now = report.moves.iter().find(|moves| moves.page == waiver.page).and_then(|moves| moves.now(waiver.line));
        for finding in report.findings.iter_mut().filter(|finding| matches(waiver, finding, now)) {
            used = true;
            if !over {
                finding.waived = Some(waiver.reason.clone());
            }
        }
        if !used {
            let mut finding = told(report, waiver, "this waiver matches nothing");
            finding.remedy = Remedy::Waiver;
            // What never failed and was mended on the page is no more than wording.
            let quiet = Class::WORDS.iter().any(|(word, class)| *word == waiver.class && !class.fails());
            if quiet && waiver.print.is_some() && now.is_some() {
                finding.class = Class::Editorial;
            }
            stale.push(finding);
        } else if over {
            let until = waiver.until.clone().unwrap_or_default();
            stale.push(told(report, waiver, &format!("this waiver was good until {until}")));
        }
    }
    report.findings.extend(stale);
}

/// Whether a waiver is about a finding: the same line by its print, or the line that was known to be it. New wording of
/// that line is nothing that was waived.
fn matches(waiver: &Waiver, finding: &Finding, now: Option<u32>) -> bool {
    let print = waiver.print.as_ref().is_some_and(|print| *print == finding.print);
    let place = print || (!finding.wording && finding.print != MOVED && finding.line == now.unwrap_or(waiver.line));
    waiver.class == finding.class.as_str() && waiver.page == finding.page && waiver.item == finding.item && place
}

/// A finding about a waiver itself, where the line of the waiver is now.
fn told(report: &Report, waiver: &Waiver, message: &str) -> Finding {
    let moves = report.moves.iter().find(|moves| moves.page == waiver.page);
    let now = moves.and_then(|moves| moves.now(waiver.line));
    Finding {
        class: Class::StaleWaiver,
        page: waiver.page.clone(),
        line: now.unwrap_or(waiver.line),
        column: 1,
        item: waiver.name.clone(),
        message: format!("{message}: {} of {}", waiver.class, waiver.item),
        origin: None,
        print: String::new(),
        waived: None,
        remedy: Remedy::None,
        wording: false,
        old: None,
    }
}

/// What is wrong with the rules, seen against the spec: types, fields, pages and readings that do not exist.
pub fn check(api: &Api, loaded: &LoadedRules) -> Vec<Diagnostic> {
    let mut sink = Sink::default();
    for section in loaded.rules.pages.iter().flat_map(|page| &page.sections) {
        if let Some(of) = &section.of
            && api.find_type(&of.text).is_none()
        {
            let finding = Diagnostic::new(Code::UNKNOWN_TYPE, format!("no type is named `{}`", of.text));
            let names = api.types.iter().map(|def| def.name.as_str());
            sink.push(finding.at(of.span, "not declared").meant(&of.text, names, "name a type of the spec"));
        }
    }
    for reading in loaded.rules.waivers.iter().filter_map(|waiver| waiver.reading.as_ref()) {
        if !api.readings.iter().any(|known| known.name == reading.text) {
            let finding = Diagnostic::new(Code::UNKNOWN_ITEM, format!("no reading is named `{}`", reading.text));
            let names = api.readings.iter().map(|known| known.name.as_str());
            sink.push(finding.at(reading.span, "not declared").meant(
                &reading.text,
                names,
                "declare it under `readings`",
            ));
        }
    }
    sink.into_sorted()
}
