//! Two bodies of one type, written at two neighbouring versions: every difference is a declared one.

use crate::API;
use juspay_spec::model::{Comparison, Enum, Field, Filter, Object, Type, TypeDef, TypeKind};
use juspay_spec::version::ApiVersion;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// Compares bodies at a version with those at the one before.
pub(crate) struct Differ {
    after: ApiVersion,
    /// What the changes of the version move: `Order.metadata`, `OrderStatus.AUTO_REFUNDED`.
    pub(crate) moved: BTreeSet<String>,
    /// What of that was seen.
    pub(crate) seen: BTreeSet<String>,
}

impl Differ {
    pub(crate) fn new(after: ApiVersion) -> Self {
        let changes = API.changes.iter().filter(|change| change.version == after);
        Self { after, moved: changes.flat_map(|change| change.uses.clone()).collect(), seen: BTreeSet::new() }
    }

    /// Compares two values of a type; what differs without a change that says so is a failure.
    pub(crate) fn compare(&mut self, ty: &Type, before: &Value, after: &Value, at: &str) {
        if before == after {
            return;
        }
        match (ty, before, after) {
            (Type::List(inner), Value::Array(before), Value::Array(after)) if before.len() == after.len() => {
                for (index, (before, after)) in before.iter().zip(after).enumerate() {
                    self.compare(inner, before, after, &format!("{at}[{index}]"));
                }
            }
            (Type::Named(id), ..) => match (&API.ty(*id).kind, before, after) {
                (TypeKind::Object(record), Value::Object(before), Value::Object(after)) => {
                    self.compare_fields(API.ty(*id), record, before, after, at);
                }
                (TypeKind::Enum(values), Value::String(before), Value::String(after)) => {
                    self.value(&API.ty(*id).name, values, before, after, at);
                }
                _ => panic!("{at}: {before} became {after}"),
            },
            _ => panic!("{at}: {before} became {after}"),
        }
    }

    fn compare_fields(
        &mut self,
        def: &TypeDef,
        record: &Object,
        before: &Map<String, Value>,
        after: &Map<String, Value>,
        at: &str,
    ) {
        for name in before.keys().chain(after.keys()) {
            let field = record.fields.iter().find(|field| field.wire == *name);
            let field = field.unwrap_or_else(|| panic!("{at}: {} has no {name}", def.name));
            let at = format!("{at}.{name}");
            match (before.get(name), after.get(name)) {
                (Some(before), Some(after)) if before == after => {}
                (Some(before), Some(after)) if self.goes_with_another(record, field, after) => {
                    assert!(before.is_i64() && after.is_i64(), "{at}");
                }
                (Some(before), Some(after)) => match &field.hidden {
                    Some(filter) if self.is_new(filter.change) => {
                        self.is_moved(format!("{}.{}", def.name, field.wire), &at);
                        let shown = |value: &Value| !hides(filter, value);
                        let before: Value = items(before).iter().cloned().collect();
                        let after: Value = items(after).iter().filter(|item| shown(item)).cloned().collect();
                        self.compare(&field.ty, &before, &after, &at);
                    }
                    _ => self.compare(&field.ty, before, after, &at),
                },
                (None, Some(_)) => self.is_moved(format!("{}.{}", def.name, field.wire), &at),
                _ => panic!("{at} is gone at {}", self.after),
            }
        }
    }

    /// Whether a number belongs to a value that says the same.
    fn goes_with_another(&self, record: &Object, field: &Field, after: &Value) -> bool {
        let pair = record.pairs.iter().find(|pair| record.fields[pair.id].wire == field.wire);
        let Some(values) =
            pair.and_then(|pair| record.fields[pair.code].ty.named()).and_then(|id| API.ty(id).as_enum())
        else {
            return false;
        };
        let name = record.fields[pair.expect("a pair").code].ty.named().map(|id| API.ty(id).name.clone());
        let new = values.values.iter().filter(|value| value.id.map(Value::from).as_ref() == Some(after));
        let moved = |wire: &str| name.as_ref().is_some_and(|name| self.moved.contains(&format!("{name}.{wire}")));
        new.map(|value| value.wire.as_str()).any(moved)
    }

    fn value(&mut self, name: &str, values: &Enum, before: &str, after: &str, at: &str) {
        let value = values.values.iter().find(|value| value.wire == after).unwrap_or_else(|| panic!("{at}: {after}"));
        let was = value.was.iter().find(|was| self.is_new(was.change));
        let was = was.map(|was| values.values[was.value].wire.as_str());
        assert_eq!(was, Some(before), "{at}: {before} became {after} at {}", self.after);
        self.is_moved(format!("{name}.{after}"), at);
    }

    fn is_new(&self, change: usize) -> bool {
        API.changes[change].version == self.after
    }

    fn is_moved(&mut self, item: String, at: &str) {
        assert!(self.moved.contains(&item), "{at}: {item} moved at {}, and no change says so", self.after);
        self.seen.insert(item);
    }
}

fn items(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

/// Whether a filter leaves an item of a list out.
fn hides(filter: &Filter, item: &Value) -> bool {
    filter.condition.tests.iter().all(|test| {
        let value = test.path.iter().try_fold(item, |value, key| value.get(key)).and_then(Value::as_str);
        match &test.comparison {
            Comparison::Present => value.is_some(),
            Comparison::In(list) => value.is_some_and(|value| list.iter().any(|known| known == value)),
            Comparison::NotIn(list) => value.is_none_or(|value| list.iter().all(|known| known != value)),
        }
    })
}
