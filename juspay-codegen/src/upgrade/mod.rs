//! What a caller gains, loses and must change between two versions of an API, endpoint by endpoint.

mod elements;
mod render;

use juspay_spec::model::{Api, Change, Evidence};
use juspay_spec::version::ApiVersion;

use elements::{Element, Role, Side};

/// The way from one version to a newer one.
#[derive(Debug)]
pub struct Upgrade<'a> {
    /// The version a caller pins today.
    pub from: ApiVersion,
    /// The version they go to.
    pub to: ApiVersion,
    /// The newest version that the spec knows.
    pub newest: ApiVersion,
    /// The places that change, in the order of the spec; those without entries are left out.
    pub places: Vec<Place<'a>>,
    /// Changes on the way that nobody knows the extent of, or that move nothing in the data.
    pub notes: Vec<&'a Change>,
}

/// An endpoint or the webhooks, with what changes there.
#[derive(Debug)]
pub struct Place<'a> {
    /// `create_order`, or `webhooks`.
    pub name: &'a str,
    /// `POST /orders`; empty for webhooks.
    pub call: String,
    /// What changes, by effect and then by date.
    pub entries: Vec<Entry<'a>>,
}

/// One thing that changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    /// What it is to the caller.
    pub effect: Effect,
    /// The version that brings it.
    pub version: ApiVersion,
    /// The item: `Order.rewards_breakup`, `OrderStatus.AUTO_REFUNDED`.
    pub item: String,
    /// What happens to it, in a sentence.
    pub what: String,
    /// Why: the change's documentation.
    pub why: &'a str,
    /// The change's name.
    pub change: &'a str,
    /// The pages it comes from.
    pub at: Vec<String>,
    /// How it is known.
    pub evidence: Evidence,
}

/// What a change is to a caller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// Code that works today must be looked at.
    Change,
    /// Something is no longer there.
    Lose,
    /// Something is there that was not.
    Gain,
}

impl Effect {
    /// Every effect, gravest first.
    pub const ALL: [Self; 3] = [Self::Change, Self::Lose, Self::Gain];

    /// The word for programs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Change => "change",
            Self::Lose => "lose",
            Self::Gain => "gain",
        }
    }

    /// The heading for people.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Change => "must look at",
            Self::Lose => "loses",
            Self::Gain => "gains",
        }
    }
}

/// The way from `from` to `to`; nothing changes unless `to` is newer.
pub fn upgrade(api: &Api, from: ApiVersion, to: ApiVersion) -> Upgrade<'_> {
    let on_the_way = |change: &Change| from < change.version && change.version <= to;
    let elements = elements::all(api);
    let mut places = Vec::new();
    for place in elements::places(api) {
        let mut entries: Vec<Entry<'_>> = Vec::new();
        for element in elements.iter().filter(|element| place.holds(element)) {
            let Some(change) = api.changes.get(element.change).filter(|change| on_the_way(change)) else { continue };
            entries.extend(sides(&place, element).into_iter().map(|side| entry(element, change, side)));
        }
        entries.sort_by(|a, b| (a.effect, a.version, &a.item, &a.what).cmp(&(b.effect, b.version, &b.item, &b.what)));
        entries.dedup();
        if !entries.is_empty() {
            places.push(Place { name: place.name, call: place.call.clone(), entries });
        }
    }
    let notes = api.changes.iter().filter(|change| on_the_way(change) && change.uses.is_empty()).collect();
    Upgrade { from, to, newest: api.latest(), places, notes }
}

/// Whether a caller of the place reads the element, sends it, or both.
fn sides(place: &elements::Reach<'_>, element: &Element<'_>) -> Vec<Side> {
    match element.owner {
        elements::Owner::Type(id) => place.sides_of(id),
        elements::Owner::Endpoint(_) => vec![Side::Sends],
        elements::Owner::Event => vec![Side::Reads],
    }
}

fn entry<'a>(element: &Element<'a>, change: &'a Change, side: Side) -> Entry<'a> {
    let (effect, what) = effect(element, side);
    Entry {
        effect,
        version: change.version,
        item: element.item.clone(),
        what,
        why: &change.meta.doc,
        change: &change.name,
        at: change.meta.at.iter().map(ToString::to_string).collect(),
        evidence: change.meta.evidence,
    }
}

fn effect(element: &Element<'_>, side: Side) -> (Effect, String) {
    let sends = side == Side::Sends;
    match &element.role {
        Role::Added if sends => (Effect::Gain, "can be sent".to_owned()),
        Role::Added => (Effect::Gain, "is there".to_owned()),
        Role::AddedIf(condition) => (Effect::Gain, format!("is there if {condition}")),
        Role::Value => (Effect::Change, "is a value that code must be ready for".to_owned()),
        Role::Removed if sends => (Effect::Lose, "can no longer be sent".to_owned()),
        Role::Removed => (Effect::Lose, "is no longer there".to_owned()),
        Role::Renamed(former) => (Effect::Change, format!("was called `{former}`")),
        Role::Retyped(former) => (Effect::Change, format!("was of type `{former}`")),
        Role::Required if sends => (Effect::Change, "must be sent".to_owned()),
        Role::Required => (Effect::Gain, "is always there".to_owned()),
        Role::Was(former) => {
            (Effect::Change, format!("is sent as itself; `{former}` stood for it too, and now means only itself"))
        }
        Role::Listed(condition) => (Effect::Change, format!("also lists items with {condition}")),
        Role::Delivered => (Effect::Change, "is posted".to_owned()),
    }
}
