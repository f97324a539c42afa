//! What differs between two specs, how grave it is, and for whom.
//!
//! Two models go in and a list of [`Difference`]s comes out, each an instance of a [`Rule`]. The rules are a table: what
//! compares decides which rule applies, and the rule alone how grave that is. Neither the order of files nor that of keys
//! plays a part, with one exception that callers feel: the order of the arguments of a constructor.
//!
//! Items are told apart by their names on the wire. A rename counts as one only where a change of the new spec (or of the
//! old one, which is then withdrawn) declares it; any other is a removal and an addition.

mod api;
mod constraints;
mod endpoints;
mod enums;
mod fields;
mod lives;
mod objects;
mod pairing;
mod parameters;
mod presence;
mod reach;
mod records;
mod report;
mod rules;
mod shape;
mod step;

pub use reach::{FAILURES, WEBHOOKS};
pub use rules::{Action, Kind, Rule, rule, rules};
pub use step::{Axis, NotAStep, Step, Steps};

use crate::model::Api;
use crate::source::Span;
use crate::version::VersionRange;
use report::Report;

/// What differs between two specs.
#[derive(Clone, Debug, Default)]
pub struct Diff {
    /// Every difference, by item and rule.
    pub differences: Vec<Difference>,
}

impl Diff {
    /// Compares two specs.
    pub fn between(old: &Api, new: &Api) -> Self {
        let mut report = Report::new(old, new);
        api::compare(&mut report);
        endpoints::compare(&mut report);
        objects::compare(&mut report);
        records::compare(&mut report);
        Self { differences: report.into_sorted() }
    }

    /// The step that the generated crate has to take.
    pub fn step(&self) -> Step {
        self.differences.iter().map(Difference::step).max().unwrap_or_default()
    }

    /// The gravest step on one axis.
    pub fn step_of(&self, axis: Axis) -> Step {
        self.differences.iter().map(|difference| difference.steps.of(axis)).max().unwrap_or_default()
    }

    /// Whether the specs say the same.
    pub fn is_empty(&self) -> bool {
        self.differences.is_empty()
    }
}

/// One thing that differs.
#[derive(Clone, Debug)]
pub struct Difference {
    /// What kind of difference it is.
    pub rule: &'static Rule,
    /// The item in the old spec, such as `Order.refunds`, if it is there.
    pub old: Option<Place>,
    /// The item in the new spec, if it is there.
    pub new: Option<Place>,
    /// The state in the old spec, where there is one to speak of.
    pub before: String,
    /// The state in the new spec.
    pub after: String,
    /// How grave it is: the rule's steps without those for directions that the item does not go.
    pub steps: Steps,
    /// The operations that reach the item, by name.
    pub reached: Vec<Reached>,
}

/// Where an item stands in one of the specs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The item's name.
    pub item: String,
    /// Its key in the YAML.
    pub origin: Span,
}

/// An operation that reaches an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reached {
    /// The operation's name, [`WEBHOOKS`] or [`FAILURES`].
    pub name: String,
    /// Its method and path; empty for webhooks and failures.
    pub call: String,
    /// Whether callers send the item.
    pub sends: bool,
    /// Whether callers read it.
    pub reads: bool,
    /// The versions in which the difference shows, from the first to the last.
    pub versions: VersionRange,
}

impl Difference {
    /// The item's name, the new one if it has two.
    pub fn item(&self) -> &str {
        self.new.as_ref().or(self.old.as_ref()).map_or("", |place| &place.item)
    }

    /// The gravest step.
    pub fn step(&self) -> Step {
        self.steps.max()
    }

    /// What happened to the item, as the end of a sentence.
    pub fn sentence(&self) -> String {
        // Text of a spec may hold braces: each half is filled in once.
        let filled = |part: &str| part.replace("{before}", &self.before);
        let parts: Vec<String> = self.rule.sentence.split("{after}").map(filled).collect();
        parts.join(&self.after)
    }
}
