//! The keys of an object on the wire, those of flattened objects among them.

use juspay_spec::model::{
    ChangeKind, Comparison, Condition, Constraints, Field, Object, Pair as ModelPair, Presence, TypeDef, TypeId,
    WireForm,
};
use juspay_spec::version::{ApiVersion, VersionRange};

use super::Planner;
use super::window::Clip;
use crate::item::{self, EnumTable, Hidden, Pair, Rest, Row, RowForm, Rule, TableRef, Test, TestOp, Ty};

/// Flattened objects within flattened objects end at this depth.
const DEEPEST: u8 = 8;

/// The table of an object while it is laid out.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) rows: Vec<Row>,
    /// Aliases: they come last, so that they do not stand between keys that follow each other.
    seldom: Vec<Row>,
    pub(super) flats: Vec<(u16, u16)>,
    pub(super) pairs: Vec<Pair>,
    pub(super) rules: Vec<(u16, Vec<Rule>)>,
    pub(super) when: Vec<(u16, Vec<Test>)>,
    pub(super) hidden: Vec<Hidden>,
    pub(super) retyped: Vec<Vec<u16>>,
    pub(super) one_of: Vec<Vec<u16>>,
    pub(super) rests: Vec<Rest>,
    /// The next free index.
    pub(super) next: u16,
    /// Whether there were too many.
    pub(super) full: bool,
}

/// Where the fields of an object stand.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    prefix: &'a str,
    range: VersionRange,
    sensitive: bool,
    depth: u8,
}

impl Place<'_> {
    /// The fields of an object of its own.
    pub(super) const TOP: Place<'static> = Place { prefix: "", range: VersionRange::ALL, sensitive: false, depth: 0 };
}

impl Table {
    /// An index of its own.
    pub(super) fn index(&mut self) -> u16 {
        let index = self.next;
        match self.next.checked_add(1) {
            // The rows need numbers too, and there is one that means none.
            Some(next) if self.rows.len() + self.seldom.len() < usize::from(u16::MAX) - 8 => self.next = next,
            _ => self.full = true,
        }
        index
    }

    /// All rows, in their final order.
    pub(super) fn finish(&mut self) {
        self.rows.append(&mut self.seldom);
    }
}

impl Planner<'_> {
    /// Lays out the fields of an object. The result has the index of each field, or nothing where it does not exist.
    pub(super) fn lay(&self, of: TypeId, object: &Object, place: Place<'_>, table: &mut Table) -> Vec<Option<u16>> {
        let mut indices = Vec::with_capacity(object.fields.len());
        for (position, field) in object.fields.iter().enumerate() {
            let own = self.alive(field).filter(|range| self.view.clip(*range).is_some() && !table.full);
            let Some(own) = own else {
                indices.push(None);
                continue;
            };
            let child = self.flattened(of, position, field).filter(|_| place.depth < DEEPEST);
            let range = own.intersection(place.range);
            let Some((range, clip)) = range.and_then(|range| Some((range, self.view.clip(range)?))) else {
                // The flattened object has the field, but never here; its other fields keep their places.
                indices.push(None);
                self.pass(child, place, table);
                continue;
            };
            indices.push(Some(table.next));
            match child {
                Some((def, child)) => self.lay_flat(def, child, field, Place { range, ..place }, table),
                None => self.lay_plain(field, Place { range, ..place }, clip, table),
            }
        }
        let one_of = object.one_of.iter().map(|group| group.iter().filter_map(|at| *indices.get(*at)?).collect());
        table.one_of.extend(one_of.filter(|group: &Vec<u16>| !group.is_empty()));
        let groups = self.retyped(object, &indices);
        self.pair_up(&object.pairs, object, &groups, table);
        table.retyped.extend(groups.into_iter().flatten().filter(|group| group.len() > 1));
        indices
    }

    /// The indices of each field under all its types, the newest first; nothing for a former type of another field.
    fn retyped(&self, object: &Object, indices: &[Option<u16>]) -> Vec<Option<Vec<u16>>> {
        let mut groups: Vec<Option<Vec<u16>>> = Vec::with_capacity(indices.len());
        let mut newest = 0;
        for (field, index) in object.fields.iter().zip(indices) {
            let until = field.life.until.and_then(|change| self.api.changes.get(change));
            // The former types of a field stand behind it, oldest first.
            let former = until.is_some_and(|change| change.kind == ChangeKind::Retyped) && field.prefix.is_none();
            if !former {
                newest = groups.len();
            }
            let index = index.filter(|_| field.prefix.is_none());
            if let Some(Some(group)) = groups.get_mut(newest).filter(|_| former) {
                group.extend(index);
            }
            groups.push((!former).then(|| index.into_iter().collect()));
        }
        groups
    }

    /// The object whose fields stand in the parent in place of a field.
    pub(super) fn flattened(&self, of: TypeId, position: usize, field: &Field) -> Option<(&TypeDef, &Object)> {
        field.prefix.as_ref()?;
        let def = self.api.ty(field.ty.named()?);
        let own =
            self.overrides.field_replaced(of, position).is_none() && self.overrides.type_replaced(def.id).is_none();
        own.then(|| def.object()).flatten().map(|object| (def, object))
    }

    fn lay_flat(&self, def: &TypeDef, child: &Object, field: &Field, place: Place<'_>, table: &mut Table) {
        let start = table.next;
        let prefix = format!("{}{}", place.prefix, field.prefix.as_deref().unwrap_or_default());
        let sensitive = place.sensitive || field.sensitive;
        let inner = Place { prefix: &prefix, range: place.range, sensitive, depth: place.depth + 1 };
        self.lay(def.id, child, inner, table);
        if child.rest.is_some() {
            let Clip { since, until } = self.view.clip(place.range).unwrap_or_default();
            let index = table.index();
            table.rests.push(Rest { prefix, index, since, until });
        }
        if self.need(field.presence).is_none_or(|since| since > 0) {
            table.flats.push((start, table.next));
        }
    }

    /// Passes over the indices of a field.
    fn pass(&self, child: Option<(&TypeDef, &Object)>, place: Place<'_>, table: &mut Table) {
        match child {
            Some((def, child)) => {
                let mut alone = Table::default();
                self.lay(def.id, child, Place { prefix: "", depth: place.depth + 1, ..Place::TOP }, &mut alone);
                let count = alone.next.saturating_add(u16::from(child.rest.is_some()));
                table.full |= alone.full || table.next.checked_add(count).is_none();
                table.next = table.next.saturating_add(count);
            }
            None => {
                table.index();
            }
        }
    }

    fn lay_plain(&self, field: &Field, place: Place<'_>, clip: Clip, table: &mut Table) {
        let index = table.index();
        let row = |wire: &str, clip: Clip| Row {
            wire: format!("{}{wire}", place.prefix),
            index,
            since: clip.since,
            until: clip.until,
            required: if field.presence == Presence::Nullable { Some(0) } else { self.need(field.presence) },
            nullable: field.presence == Presence::Nullable,
            alias: false,
            blank: field.blank,
            sensitive: place.sensitive || is_sensitive(field),
            form: form(field.form),
        };
        let mut former: Vec<_> = field.former.iter().collect();
        former.sort_by_key(|former| former.range.since);
        for former in former {
            if let Some(clip) = former.range.intersection(place.range).and_then(|range| self.view.clip(range)) {
                table.rows.push(row(&former.wire, clip));
            }
        }
        let renamed = field.former.iter().filter_map(|former| former.range.until).max();
        let since = renamed.map_or(place.range.since, |at| at.max(place.range.since));
        if let Some(clip) = self.view.clip(VersionRange { since, ..place.range }) {
            table.rows.push(row(&field.wire, clip));
        }
        for alias in &field.aliases {
            table.seldom.push(Row { alias: true, ..row(alias, clip) });
        }
        self.lay_checks(field, index, place.prefix, table);
    }

    fn lay_checks(&self, field: &Field, index: u16, prefix: &str, table: &mut Table) {
        let rules = rules(&field.constraints);
        if !rules.is_empty() {
            table.rules.push((index, rules));
        }
        if let Some(condition) = &field.when {
            table.when.push((index, tests(condition, prefix)));
        }
        if let Some(filter) = &field.hidden {
            let until = self.change_version(filter.change);
            if self.view.splits_at(until) {
                table.hidden.push(Hidden { index, until: until.packed(), tests: tests(&filter.condition, "") });
            }
        }
    }

    fn pair_up(&self, pairs: &[ModelPair], object: &Object, groups: &[Option<Vec<u16>>], table: &mut Table) {
        let at = |place: usize| groups.get(place).and_then(Option::as_ref).into_iter().flatten().copied();
        for pair in pairs {
            let code = object.fields.get(pair.code);
            let (Some(code), Some(value)) = (code, at(pair.code).next()) else { continue };
            if let (Some((def, _)), Ty::Spec(of)) = (self.enum_of(&code.ty), self.ty(&code.ty)) {
                let of = EnumTable::Static(TableRef { module: of.module, name: self.table(def) });
                table.pairs.extend(at(pair.id).map(|id| Pair { code: value, id, table: of.clone() }));
            }
        }
    }

    /// From which version on a value must be there, as far as the window reaches.
    pub(super) fn need(&self, presence: Presence) -> Option<u32> {
        match presence {
            Presence::Required => Some(0),
            Presence::Nullable | Presence::Optional => None,
            Presence::RequiredSince(change) => {
                let version = self.change_version(change);
                let since = if self.view.splits_at(version) { version.packed() } else { 0 };
                self.view.reaches(version).then_some(since)
            }
        }
    }

    pub(super) fn change_version(&self, change: usize) -> ApiVersion {
        self.api.changes.get(change).map_or(ApiVersion::BASE, |change| change.version)
    }
}

/// Whether the values of a field are never shown.
pub(super) fn is_sensitive(field: &Field) -> bool {
    use juspay_spec::model::Scalar;
    field.sensitive || matches!(field.ty.scalar(), Some(Scalar::Email | Scalar::Secret))
}

fn form(form: WireForm) -> RowForm {
    match form {
        WireForm::Plain => RowForm::Plain,
        WireForm::String => RowForm::Text,
        WireForm::JsonString => RowForm::JsonText,
    }
}

pub(super) fn tests(condition: &Condition, prefix: &str) -> Vec<Test> {
    let test = |test: &juspay_spec::model::Test| {
        let mut path = test.path.clone();
        if let Some(first) = path.first_mut() {
            first.insert_str(0, prefix);
        }
        let op = match &test.comparison {
            Comparison::Present => TestOp::There,
            Comparison::In(values) => TestOp::In(values.clone()),
            Comparison::NotIn(values) => TestOp::NotIn(values.clone()),
        };
        Test { path, op }
    };
    condition.tests.iter().map(test).collect()
}

fn rules(constraints: &Constraints) -> Vec<Rule> {
    use item::Rule as R;
    let Constraints {
        max_length,
        min_length,
        suggested_length,
        max_items,
        decimals,
        at_least,
        at_most,
        chars,
        no_query,
    } = constraints;
    let lengths = [
        min_length.map(R::MinLength),
        max_length.map(R::MaxLength),
        suggested_length.map(R::SuggestedLength),
        max_items.map(R::MaxItems),
        decimals.map(R::Decimals),
    ];
    let others = [
        at_least.clone().map(R::AtLeast),
        at_most.clone().map(R::AtMost),
        chars.clone().map(R::Chars),
        no_query.then_some(R::NoQuery),
    ];
    lengths.into_iter().chain(others).flatten().collect()
}
