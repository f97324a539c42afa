//! Findings as text for people.

use std::borrow::Cow;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};

use super::{Finding, Label, Severity};
use crate::source::{FileId, Source, Sources};

/// How findings are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// Characters of ASCII only, for logs and snapshots.
    #[default]
    Plain,
    /// Colours and lines, for terminals.
    Terminal,
}

/// Draws findings one below the other, with the lines of the files they are about.
pub fn render(sources: &Sources, findings: &[Finding], style: Style) -> String {
    let renderer = match style {
        Style::Plain => Renderer::plain().decor_style(DecorStyle::Ascii),
        Style::Terminal => Renderer::styled().decor_style(DecorStyle::Unicode),
    };
    let mut out = String::new();
    for finding in findings {
        out.push_str(&renderer.render(&[group(sources, finding)]));
        out.push_str("\n\n");
    }
    out
}

/// One finding on one line: `orders.yaml:12:7: error[unknown-type]: …; did you mean …?`.
pub fn one_line(sources: &Sources, finding: &Finding) -> String {
    let place = finding.primary.as_ref().map(|label| format!("{}: ", sources.locate(label.span))).unwrap_or_default();
    let help = finding.help.as_ref().map(|help| format!("; {help}")).unwrap_or_default();
    format!("{place}{}[{}]: {}{help}", finding.severity.as_str(), finding.code.name(), finding.message)
}

fn group<'a>(sources: &'a Sources, finding: &'a Finding) -> Group<'a> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(finding.message.as_str()).id(finding.code.name());
    let mut group = Group::with_title(title).elements(snippets(sources, finding));
    if let Some(help) = &finding.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    group
}

/// Places further apart than this many lines are drawn as snippets of their own.
const MAX_GAP: usize = 60;

/// Longer texts are cut to what stands around the first label.
const MAX_TEXT: usize = 20_000;

/// So many bytes to both sides of it.
const MAX_AROUND: usize = 300;

/// A place as it is drawn.
struct Mark<'a> {
    file: FileId,
    start: usize,
    end: usize,
    line: usize,
    label: &'a Label,
    kind: AnnotationKind,
}

/// The places of a finding with their lines, one snippet for those that stand close together, the primary one first.
/// Drawing costs the renderer time for every line it is given, so it gets those around the labels only.
fn snippets<'a>(sources: &'a Sources, finding: &'a Finding) -> Vec<Element<'a>> {
    let primary = finding.primary.iter().map(|label| (label, AnnotationKind::Primary));
    let others = finding.secondary.iter().map(|label| (label, AnnotationKind::Context));
    let mut clusters: Vec<Vec<Mark<'a>>> = Vec::new();
    for mark in primary.chain(others).filter_map(|(label, kind)| mark(sources, label, kind)) {
        let near = |other: &Mark<'_>| other.file == mark.file && other.line.abs_diff(mark.line) <= MAX_GAP;
        match clusters.iter_mut().find(|cluster| cluster.iter().any(near)) {
            Some(cluster) => cluster.push(mark),
            None => clusters.push(vec![mark]),
        }
    }
    clusters.iter().filter_map(|cluster| snippet(sources, cluster)).flatten().collect()
}

/// The place of a label, cut to its first line and to whole characters.
fn mark<'a>(sources: &'a Sources, label: &'a Label, kind: AnnotationKind) -> Option<Mark<'a>> {
    let file = label.span.file;
    let source = sources.get(file)?;
    let text = source.text.as_str();
    let start = floor(text, label.span.start as usize);
    let end = ceil(text, (label.span.end as usize).max(start));
    let within = text.get(start..end)?;
    let first_line = within.find(['\n', '\r']).unwrap_or(within.len());
    let (line, _) = source.line_column(u32::try_from(start).ok()?);
    Some(Mark { file, start, end: start + first_line, line, label, kind })
}

/// The lines from the first to the last of these places.
fn snippet<'a>(sources: &'a Sources, marks: &[Mark<'a>]) -> Option<Vec<Element<'a>>> {
    let main = marks.first()?;
    let source = sources.get(main.file)?;
    let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let start = source.line_range(narrow(marks.iter().map(|mark| mark.start).min()?)).start;
    let end = source.line_range(narrow(marks.iter().map(|mark| mark.end).max()?)).end.max(start);
    let path = source.path.to_string_lossy();
    if end - start > MAX_TEXT {
        return cut(source, marks, path);
    }
    let text = source.text.get(start..end)?;
    let annotations = marks.iter().map(|mark| {
        let from = (mark.start - start).min(text.len());
        mark.kind.span(from..(mark.end - start).clamp(from, text.len())).label(mark.label.message.as_str())
    });
    let (line, _) = source.line_column(narrow(start));
    Some(vec![Snippet::source(text).line_start(line).path(path).annotations(annotations).into()])
}

/// What stands around the first of these places. A line that was cut has other columns than the file, so the place is
/// given by itself.
fn cut<'a>(source: &'a Source, marks: &[Mark<'a>], path: Cow<'a, str>) -> Option<Vec<Element<'a>>> {
    let main = marks.first()?;
    let (line, column) = source.line_column(u32::try_from(main.start).ok()?);
    let whole = source.line_range(u32::try_from(main.start).ok()?);
    let start = floor(&source.text, whole.start.max(main.start.saturating_sub(MAX_AROUND)));
    let end = ceil(&source.text, whole.end.min(main.start + MAX_AROUND)).max(start);
    let text = source.text.get(start..end)?;
    let near = marks.iter().filter(|mark| (start..=end).contains(&mark.start));
    let annotations = near.map(|mark| {
        let to = (mark.end.min(end) - start).clamp(mark.start - start, text.len());
        mark.kind.span(mark.start - start..to).label(mark.label.message.as_str())
    });
    let snippet = Snippet::source(text).line_start(line).annotations(annotations);
    Some(vec![Origin::path(path).line(line).char_column(column).into(), snippet.into()])
}

/// The last place up to this one at which a character begins.
fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// The first place from this one on at which a character begins or the text ends.
fn ceil(text: &str, at: usize) -> usize {
    (at..text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len())
}
