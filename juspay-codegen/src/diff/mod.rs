//! What differs between two specs, written for people, for programs and for a changelog.

mod holds;
mod json;
mod markdown;
mod text;

use juspay_spec::Loaded;
use juspay_spec::diff::{Axis, Diff, Difference, Place, Step};

pub use holds::Holds;
pub use json::rules_json;
pub use markdown::rules_markdown;

/// Two specs and what differs between them.
#[derive(Debug)]
pub struct Comparison {
    /// What differs.
    pub diff: Diff,
    old: (String, Loaded),
    new: (String, Loaded),
}

impl Comparison {
    /// Compares two specs, each with the name by which people know it; nothing if one of them has no model.
    pub fn of(old: (String, Loaded), new: (String, Loaded)) -> Option<Self> {
        let diff = Diff::between(old.1.api.as_ref()?, new.1.api.as_ref()?);
        Some(Self { diff, old, new })
    }

    /// Where an item stands in the old spec: `orders.yaml:12`.
    fn old_place(&self, place: &Place) -> String {
        located(&self.old.1, place)
    }

    fn new_place(&self, place: &Place) -> String {
        located(&self.new.1, place)
    }

    /// How many differences there are of a step.
    fn count(&self, step: Step) -> usize {
        self.diff.differences.iter().filter(|difference| difference.step() == step).count()
    }

    /// `2 major, 1 patch`.
    fn counts(&self) -> String {
        let steps = [Step::Major, Step::Minor, Step::Patch, Step::None];
        let counts = steps.into_iter().map(|step| (step, self.count(step))).filter(|(_, count)| *count > 0);
        counts.map(|(step, count)| format!("{count} {step}")).collect::<Vec<_>>().join(", ")
    }

    /// Differences by the operations that they reach, those that reach the fewest first, and the gravest first in each.
    fn groups(&self) -> Vec<Group<'_>> {
        let mut groups: Vec<Group<'_>> = Vec::new();
        for difference in &self.diff.differences {
            let names = || difference.reached.iter().map(|reached| reached.name.as_str());
            match groups.iter_mut().find(|group| group.names.iter().copied().eq(names())) {
                Some(group) => group.differences.push(difference),
                None => groups.push(Group { names: names().collect(), differences: vec![difference] }),
            }
        }
        for group in &mut groups {
            group.differences.sort_by_key(|difference| std::cmp::Reverse(difference.step()));
        }
        groups.sort_by(|one, other| (one.names.len(), &one.names).cmp(&(other.names.len(), &other.names)));
        groups
    }
}

/// Differences that reach the same operations.
struct Group<'a> {
    names: Vec<&'a str>,
    differences: Vec<&'a Difference>,
}

fn located(loaded: &Loaded, place: &Place) -> String {
    let location = loaded.sources.locate(place.origin);
    format!("{}:{}", location.path.display(), location.line)
}

/// The axes on which a difference is felt, gravest first: `rust major, read minor`.
fn marks(difference: &Difference) -> String {
    let mut axes: Vec<(Step, Axis)> = Axis::ALL.into_iter().map(|axis| (difference.steps.of(axis), axis)).collect();
    axes.retain(|(step, _)| *step > Step::None);
    axes.sort_by_key(|(step, _)| std::cmp::Reverse(*step));
    if axes.is_empty() {
        return "nobody notices".to_owned();
    }
    axes.iter().map(|(step, axis)| format!("{} {step}", axis.as_str())).collect::<Vec<_>>().join(", ")
}
