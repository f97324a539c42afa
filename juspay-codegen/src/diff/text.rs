//! Differences for a terminal.

use std::fmt::Write as _;

use juspay_spec::diff::{Axis, Difference, Reached, Step};
use juspay_spec::version::VersionRange;

use super::{Comparison, Group, marks};

impl Comparison {
    /// For a terminal: by operation, the gravest first. What differs in texts only is counted unless `texts` asks for it:
    /// one line more on a page moves the source of whatever stands below it.
    pub fn text(&self, color: bool, texts: bool) -> String {
        let paint = Paint { color };
        let (old, new) = (&self.old.0, &self.new.0);
        if self.diff.is_empty() {
            return format!("{old} and {new} say the same\n");
        }
        let step = self.diff.step();
        let mut out = format!("from {old} to {new}: {} ({})\n", paint.step(step, step.as_str()), self.counts());
        let axes = Axis::ALL.map(|axis| format!("{} {}", axis.as_str(), self.diff.step_of(axis)));
        let _ = writeln!(out, "{}", axes.join(", "));
        let mut folded = 0;
        let shown = |difference: &&Difference| texts || difference.step() > Step::Patch;
        for group in self.groups() {
            let told: Vec<&Difference> = group.differences.iter().copied().filter(shown).collect();
            folded += group.differences.len() - told.len();
            if !told.is_empty() {
                let _ = writeln!(out, "\n{}", paint.bold(&heading(&group)));
            }
            for difference in told {
                self.difference(&mut out, difference, paint);
            }
        }
        if folded > 0 {
            let items = if folded == 1 { "item differs" } else { "items differ" };
            let _ = writeln!(out, "\n{folded} {items} in texts and sources only; `--texts` shows them.");
        }
        out
    }

    fn difference(&self, out: &mut String, difference: &Difference, paint: Paint) {
        let step = difference.step();
        let word = paint.step(step, &format!("{step:<5}"));
        let _ = writeln!(out, "  {word}  `{}` {}", difference.item(), difference.sentence());
        let mut remarks = vec![marks(difference)];
        if let Some(range) = shown_in(&difference.reached) {
            remarks.push(range);
        }
        let _ = writeln!(out, "         {}", paint.dim(&remarks.join("; ")));
        let places = match (&difference.old, &difference.new) {
            (Some(old), Some(new)) => format!("{}, was {}", self.new_place(new), self.old_place(old)),
            (None, Some(new)) => self.new_place(new),
            (Some(old), None) => format!("was {}", self.old_place(old)),
            (None, None) => String::new(),
        };
        let _ = writeln!(out, "         {}", paint.dim(&format!("{places}  [{}]", difference.rule.name)));
    }
}

fn heading(group: &Group<'_>) -> String {
    let call = group.differences.first().and_then(|difference| difference.reached.first());
    match group.names.as_slice() {
        [] => "the whole API".to_owned(),
        [name] => match call.map(|reached| reached.call.as_str()) {
            Some("") | None => (*name).to_owned(),
            Some(call) => format!("{name}  {call}"),
        },
        names => format!("shared by {}", names.join(", ")),
    }
}

/// The versions in which a difference shows, if they are not all: `seen from 2020-11-20 on`.
pub(super) fn shown_in(reached: &[Reached]) -> Option<String> {
    let since = reached.iter().map(|reached| reached.versions.since).min()?;
    let ends = reached.iter().map(|reached| reached.versions.until);
    let until = ends.reduce(|one, other| Some(one?.max(other?)))?;
    let range = VersionRange { since, until };
    match (since.is_base(), until) {
        (true, None) => None,
        (false, None) => Some(format!("seen from {} on", range.since)),
        (true, Some(until)) => Some(format!("seen before {until}")),
        (false, Some(until)) => Some(format!("seen from {since} on, before {until}")),
    }
}

/// Colours, or none.
#[derive(Clone, Copy)]
struct Paint {
    color: bool,
}

impl Paint {
    fn with(self, code: &str, text: &str) -> String {
        if self.color { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }

    fn bold(self, text: &str) -> String {
        self.with("1", text)
    }

    fn dim(self, text: &str) -> String {
        self.with("2", text)
    }

    fn step(self, step: Step, text: &str) -> String {
        match step {
            Step::Major => self.with("1;31", text),
            Step::Minor => self.with("33", text),
            Step::Patch | Step::None => self.with("2", text),
        }
    }
}
