//! `explain`: the page of a finding, or the list of all.

use juspay_spec::diagnostic::{Code, Group};

use super::Streams;
use super::args::{Cli, ExplainArgs};
use super::outcome::{Outcome, data};
use crate::inspect::{Layout, Report, Table};
use crate::json::{Json, object};
use crate::plan::closest;

pub(super) fn run(cli: &Cli, args: &ExplainArgs, streams: &Streams<'_>) -> Outcome {
    let Some(name) = &args.code else { return list(cli, streams) };
    let Some(code) = Code::find(name) else {
        let close = closest(name, Code::all().map(Code::name));
        let help = match close {
            Some(close) => format!("did you mean `{close}`?"),
            None => "`juspay-codegen explain` lists every code".to_owned(),
        };
        return Outcome::nothing(format!("no finding has the code `{name}`\n  help: {help}\n"));
    };
    let text = match cli.machine() {
        Some(format) => data(&page_json(code), format),
        None => page_text(code, streams.color),
    };
    Outcome::fine(text)
}

fn page_json(code: Code) -> Json {
    let info = code.info();
    object([
        ("code", info.name.into()),
        ("group", info.group.as_str().into()),
        ("severity", info.severity.as_str().into()),
        ("page", info.page.into()),
    ])
    .into()
}

/// The page as it is; headings stand out on a terminal.
fn page_text(code: Code, color: bool) -> String {
    let lines = code.info().page.lines().map(|line| match line.strip_prefix("# ") {
        Some(heading) if color => format!("\u{1b}[1m{heading}\u{1b}[0m\n"),
        Some(heading) => format!("{heading}\n"),
        None => format!("{line}\n"),
    });
    lines.collect()
}

fn list(cli: &Cli, streams: &Streams<'_>) -> Outcome {
    let mut groups: Vec<(Group, Vec<Code>)> = Vec::new();
    for code in Code::all() {
        match groups.iter_mut().find(|(group, _)| *group == code.info().group) {
            Some((_, codes)) => codes.push(code),
            None => groups.push((code.info().group, vec![code])),
        }
    }
    if let Some(format) = cli.machine() {
        let codes = groups.into_iter().flat_map(|(_, codes)| codes);
        return Outcome::fine(data(&codes.map(page_json).collect(), format));
    }
    let mut report = Report::new("codes", "of findings", "`juspay-codegen explain CODE` prints the page of one.");
    for (group, codes) in groups {
        let rows = codes.into_iter().map(|code| {
            let info = code.info();
            vec![info.name.into(), info.severity.as_str().into(), first_sentence(info.page).into()]
        });
        report = report.table(Table::new(group.as_str(), &["code", "severity", "meaning"], rows.collect()));
    }
    Outcome::fine(report.render(Layout { width: streams.width, color: streams.color }))
}

/// The line below the heading.
fn first_sentence(page: &str) -> &str {
    page.lines().skip(1).find(|line| !line.trim().is_empty()).unwrap_or_default()
}
