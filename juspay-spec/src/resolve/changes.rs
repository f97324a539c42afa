//! Changes by date.

use super::{Cx, unique};
use crate::diagnostic::{Code, Finding};
use crate::model::{Change, ChangeKind, Version};
use crate::raw::{self, Item};
use crate::tree::Text;
use crate::version::ApiVersion;

/// Resolves the changelog.
pub(super) fn changes<'s>(cx: &mut Cx<'s>, raw: &'s [Item<raw::Change>]) {
    let first = unique(raw.iter().map(|item| &item.name), "change", cx.sink);
    let mut found: Vec<(&'s str, Change)> = Vec::new();
    for (_, item) in raw.iter().enumerate().filter(|(at, item)| first.get(item.name.as_str()) == Some(at)) {
        found.push((&item.name.text, change(cx, item)));
    }
    found.sort_by(|(_, a), (_, b)| (a.version, &a.name).cmp(&(b.version, &b.name)));
    cx.change_index = found.iter().enumerate().map(|(at, (name, _))| (*name, at)).collect();
    cx.changes = found.into_iter().map(|(_, change)| change).collect();
}

fn change(cx: &mut Cx<'_>, item: &Item<raw::Change>) -> Change {
    let raw = &item.value;
    let meta = cx.meta(&raw.meta, item.name.span, Some(("change", &item.name.text)));
    // A change with a broken date keeps its name, so that its uses are no further mistakes.
    let date = raw.version.as_ref().map_or(ApiVersion::BASE, |version| date(cx, version));
    if item.broken || date.is_base() {
        cx.doubtful.insert(item.name.span);
    }
    let word = raw.kind.as_ref().map(|kind| kind.text.as_str()).unwrap_or_default();
    let kind = ChangeKind::WORDS.iter().find(|(known, _)| *known == word).map_or(ChangeKind::Doc, |(_, kind)| *kind);
    let question = raw.question.as_ref().filter(|question| cx.known_question(question));
    if kind == ChangeKind::Unresolved && !item.broken && raw.question.is_none() {
        let finding = Finding::new(
            Code::UNRESOLVED_WITHOUT_QUESTION,
            format!("the unresolved change `{}` asks no question", item.name.text),
        );
        let help = "add `question:` with the name of an entry of `questions`";
        cx.sink.push(finding.at(item.name.span, "unresolved").help(help));
    }
    Change {
        name: item.name.text.clone(),
        version: date,
        kind,
        question: question.map(|question| question.text.clone()),
        uses: Vec::new(),
        meta,
    }
}

/// The date of a change; the base if it cannot be read.
fn date(cx: &mut Cx<'_>, version: &Text) -> ApiVersion {
    let date = version.text.parse::<ApiVersion>().ok().filter(|date| !date.is_base());
    date.unwrap_or_else(|| {
        let finding = Finding::new(Code::BAD_VERSION, format!("`{}` is not a date that exists", version.text));
        cx.sink.push(finding.at(version.span, "no such day").help("write it as YYYY-MM-DD"));
        ApiVersion::BASE
    })
}

/// The dated versions, oldest first.
pub(super) fn versions(changes: &[Change]) -> Vec<Version> {
    let mut versions: Vec<Version> = Vec::new();
    for (at, change) in changes.iter().enumerate().filter(|(_, change)| !change.version.is_base()) {
        match versions.last_mut() {
            Some(last) if last.version == change.version => last.changes.push(at),
            _ => {
                let (year, month, day) = change.version.parts();
                let rust = format!("V{year:04}_{month:02}_{day:02}");
                versions.push(Version { version: change.version, rust, changes: vec![at] });
            }
        }
    }
    versions
}
