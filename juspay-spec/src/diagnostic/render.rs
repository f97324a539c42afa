//! Findings as text for people.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Finding, Label, Severity};
use crate::source::{FileId, Sources};

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

/// One snippet per file, that of the primary place first.
fn snippets<'a>(sources: &'a Sources, finding: &'a Finding) -> Vec<Snippet<'a, annotate_snippets::Annotation<'a>>> {
    let labels: Vec<(&Label, AnnotationKind)> = finding
        .primary
        .iter()
        .map(|label| (label, AnnotationKind::Primary))
        .chain(finding.secondary.iter().map(|label| (label, AnnotationKind::Context)))
        .collect();
    let mut files: Vec<FileId> = Vec::new();
    for (label, _) in &labels {
        if !files.contains(&label.span.file) {
            files.push(label.span.file);
        }
    }
    files.into_iter().filter_map(|file| snippet(sources, file, &labels)).collect()
}

/// Long lines and files cost the renderer time, so it gets the lines around the labels only.
fn snippet<'a>(
    sources: &'a Sources,
    file: FileId,
    labels: &[(&'a Label, AnnotationKind)],
) -> Option<Snippet<'a, annotate_snippets::Annotation<'a>>> {
    let source = sources.get(file)?;
    let own: Vec<_> = labels.iter().filter(|(label, _)| label.span.file == file).collect();
    let first = own.iter().map(|(label, _)| label.span.start).min()?;
    let last = own.iter().map(|(label, _)| label.span.end.max(label.span.start)).max()?;
    let start = source.text.get(..first as usize)?.rfind('\n').map_or(0, |at| at + 1);
    let rest = source.text.get(last as usize..)?;
    let end = last as usize + rest.find('\n').unwrap_or(rest.len());
    let text = source.text.get(start..end)?;
    let (line, _) = source.line_column(first);
    let annotations = own.iter().map(|(label, kind)| {
        let from = (label.span.start as usize).saturating_sub(start).min(text.len());
        let to = (label.span.end as usize).saturating_sub(start).clamp(from, text.len());
        kind.span(from..to).label(label.message.as_str())
    });
    let path = source.path.to_string_lossy();
    Some(Snippet::source(text).line_start(line).path(path).annotations(annotations))
}
