//! Differences for programs.

use juspay_spec::diff::{Axis, Difference, Place, Reached, Rule, Step, Steps, rules};
use juspay_spec::{Loaded, model};

use super::{Comparison, Holds};
use crate::json::{Json, Object, object};

impl Comparison {
    /// For programs: `{old, new, step, axes, counts, holds, differences: [{rule, item, step, axes, sentence, …}]}`.
    pub fn json(&self) -> Json {
        let steps = [Step::Major, Step::Minor, Step::Patch, Step::None];
        let mut counts = Object::new();
        for step in steps {
            counts.set(step.as_str(), self.count(step));
        }
        let mut axes = Object::new();
        for axis in Axis::ALL {
            axes.set(axis.as_str(), self.diff.step_of(axis).as_str());
        }
        object([
            ("old", self.old.0.as_str().into()),
            ("new", self.new.0.as_str().into()),
            ("step", self.diff.step().as_str().into()),
            ("axes", axes.into()),
            ("counts", counts.into()),
            ("holds", self.new.1.api.as_ref().map(holds).into()),
            ("differences", self.diff.differences.iter().map(|it| self.difference_json(it)).collect()),
        ])
        .into()
    }

    fn difference_json(&self, difference: &Difference) -> Json {
        let Difference { rule, old, new, before, after, steps, reached } = difference;
        let mut json = object([
            ("rule", rule.name.into()),
            ("kind", rule.kind.as_str().into()),
            ("action", rule.action.as_str().into()),
            ("item", difference.item().into()),
            ("step", difference.step().as_str().into()),
            ("axes", axes(*steps)),
            ("sentence", difference.sentence().into()),
            ("why", rule.why.into()),
        ]);
        json.set_filled("before", before).set_filled("after", after);
        json.set("endpoints", reached.iter().map(reached_json).collect::<Json>());
        json.set_some("old", old.as_ref().map(|place| place_json(&self.old.1, place)));
        json.set_some("new", new.as_ref().map(|place| place_json(&self.new.1, place)));
        json.into()
    }
}

/// The numbers of a spec.
pub(super) fn holds(api: &model::Api) -> Json {
    Holds::of(api).json()
}

impl Holds {
    /// For programs.
    pub fn json(&self) -> Json {
        let Self { endpoints, objects, fields, enums, values, events, versions, changes } = *self;
        object([
            ("endpoints", endpoints.into()),
            ("objects", objects.into()),
            ("fields", fields.into()),
            ("enums", enums.into()),
            ("values", values.into()),
            ("events", events.into()),
            ("versions", versions.into()),
            ("changes", changes.into()),
        ])
        .into()
    }
}

fn axes(steps: Steps) -> Json {
    let mut json = Object::new();
    for axis in Axis::ALL {
        json.set(axis.as_str(), steps.of(axis).as_str());
    }
    json.into()
}

fn reached_json(reached: &Reached) -> Json {
    let Reached { name, call, sends, reads, versions } = reached;
    let mut json = object([("name", name.into()), ("sends", (*sends).into()), ("reads", (*reads).into())]);
    json.set_filled("call", call);
    json.set("since", versions.since.to_string());
    json.set_some("until", versions.until.map(|until| until.to_string()));
    json.into()
}

fn place_json(loaded: &Loaded, place: &Place) -> Json {
    let location = loaded.sources.locate(place.origin);
    object([
        ("item", place.item.as_str().into()),
        ("file", location.path.display().to_string().into()),
        ("line", location.line.into()),
        ("column", location.column.into()),
    ])
    .into()
}

/// The table of rules for programs.
pub fn rules_json() -> Json {
    let rule = |rule: &Rule| {
        object([
            ("rule", rule.name.into()),
            ("kind", rule.kind.as_str().into()),
            ("action", rule.action.as_str().into()),
            ("inverse", rule.inverse.into()),
            ("step", rule.steps.max().as_str().into()),
            ("axes", axes(rule.steps)),
            ("sentence", rule.sentence.into()),
            ("why", rule.why.into()),
        ])
    };
    rules().map(rule).collect()
}
