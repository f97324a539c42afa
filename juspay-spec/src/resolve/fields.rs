//! Fields, parameters and headers.

use super::{Cx, conditions, constraints, names, type_expr};
use crate::diagnostic::{Code, Finding};
use crate::model::{ChangeKind, Field, Filter, FormerName, Life, Presence, Scalar, Type, WireForm};
use crate::raw::{self, Item};
use crate::source::Span;
use crate::tree::Text;
use crate::version::{ApiVersion, VersionRange};

/// More fields than this in one family are a slip.
const MAX_FAMILY: u32 = 1000;

/// Resolves parameters or headers of `owner`, each once.
pub(super) fn parameters(cx: &mut Cx<'_>, raw: &[Item<raw::Field>], owner: &str) -> Vec<Field> {
    let mut fields: Vec<Field> = Vec::new();
    let built: Vec<Field> = raw.iter().flat_map(|item| build(cx, item, owner, None)).collect();
    for field in built {
        if let Some(first) = fields.iter().find(|other| other.wire == field.wire) {
            let finding =
                Finding::new(Code::DUPLICATE_FIELD, format!("`{owner}` has two parameters named `{}`", field.wire))
                    .at(field.meta.origin, "again here")
                    .see(first.meta.origin, "first here")
                    .help("remove one of them");
            cx.sink.push(finding);
        } else if let Some(first) = fields.iter().find(|other| other.rust == field.rust) {
            let name = Text { text: field.wire.clone(), span: field.meta.origin };
            let finding = names::collision(&name, first.meta.origin, &field.rust);
            cx.sink.push(finding);
        } else {
            fields.push(field);
        }
    }
    fields
}

/// Resolves one entry of `fields`: one field, a numbered family, or a field and its former types.
pub(super) fn build(cx: &mut Cx<'_>, item: &Item<raw::Field>, owner: &str, group: Option<&str>) -> Vec<Field> {
    let mut fields = Vec::new();
    for name in family(cx, &item.name) {
        let one = Item { name, file: item.file, broken: item.broken, value: item.value.clone() };
        if let Some(field) = field(cx, &one, owner, group) {
            let former = former_types(cx, &one.value, &field, owner);
            fields.push(field);
            fields.extend(former);
        }
    }
    fields
}

/// The names that `udf1..udf10` stands for.
fn family(cx: &mut Cx<'_>, name: &Text) -> Vec<Text> {
    let Some((first, last)) = name.text.split_once("..") else { return vec![name.clone()] };
    let split = |text: &str| {
        let letters = text.trim_end_matches(|c: char| c.is_ascii_digit());
        let number = text.get(letters.len()..)?.parse::<u32>().ok()?;
        Some((letters.to_owned(), number))
    };
    if let (Some((letters, from)), Some((same, to))) = (split(first), split(last))
        && letters == same
        && from <= to
        && to - from <= MAX_FAMILY
    {
        return (from..=to).map(|number| Text { text: format!("{letters}{number}"), span: name.span }).collect();
    }
    let finding = Finding::new(Code::BAD_RANGE, format!("`{}` is not a numbered family", name.text))
        .at(name.span, "here")
        .help("write the same letters on both sides and the smaller number first: udf1..udf10");
    cx.sink.push(finding);
    Vec::new()
}

fn field(cx: &mut Cx<'_>, item: &Item<raw::Field>, owner: &str, group: Option<&str>) -> Option<Field> {
    let raw = &item.value;
    let path = format!("{owner}.{}", item.name.text);
    let meta = cx.meta(&raw.meta, item.name.span, Some(("field", &item.name.text)));
    let rust = names::field(&item.name, raw.rust.as_ref(), cx.sink);
    let parsed = raw.ty.as_ref().and_then(|ty| type_expr::parse(cx, ty));
    let life = cx.life(&raw.life, &[ChangeKind::Added, ChangeKind::Condition], &path);
    let former = former_names(cx, raw, &life, &path);
    let (ty, presence) = parsed?;
    let presence = required_since(cx, raw, presence, &life, &path);
    let when = raw.when.as_ref().and_then(|text| conditions::parse(text, cx.sink));
    let hidden = hidden(cx, raw, &ty, &path);
    check_condition(cx, raw, presence, &life);
    check_prefix(cx, raw, &ty);
    let constraints = constraints::constraints(cx, raw, &ty);
    let wire = raw.wire.as_ref().unwrap_or(&item.name).text.clone();
    let scalar = ty.scalar();
    Some(Field {
        rust: rust?,
        wire: if raw.prefix.is_some() { String::new() } else { wire },
        former,
        aliases: raw.aliases.iter().map(|alias| alias.text.clone()).collect(),
        presence,
        boxed: false,
        prefix: raw.prefix.as_ref().map(|prefix| prefix.text.clone()),
        life,
        when,
        hidden,
        constraints,
        form: match raw.form.as_ref().map(Text::as_str) {
            Some("string") => WireForm::String,
            Some("json-string") => WireForm::JsonString,
            _ => WireForm::Plain,
        },
        sensitive: raw.sensitive || matches!(scalar, Some(Scalar::Email | Scalar::Secret)),
        blank: raw.blank.is_some_and(|(blank, _)| blank),
        default: raw.default.as_ref().map(|default| default.text.clone()),
        documented: raw.documented.as_ref().map(|text| text.text.clone()),
        group: group.map(str::to_owned),
        ty,
        meta,
    })
}

/// A field that was retyped is two fields with one wire name: this makes the older ones.
fn former_types(cx: &mut Cx<'_>, raw: &raw::Field, field: &Field, owner: &str) -> Vec<Field> {
    let mut changes: Vec<(usize, &Text)> = Vec::new();
    for (change, ty) in &raw.retyped {
        let item = format!("{owner}.{}", field.wire);
        if let Some(at) = cx.use_change(change, "retyped", &[ChangeKind::Retyped], &item) {
            changes.push((at, ty));
        }
    }
    changes.sort_by_key(|(change, _)| cx.date(*change));
    let mut fields = Vec::new();
    let mut since = field.life.range.since;
    for (change, text) in changes {
        let Some((ty, presence)) = type_expr::parse(cx, text) else { continue };
        let until = cx.date(change);
        if ty == field.ty {
            let finding = Finding::new(Code::RETYPED_TO_SAME, format!("`{}` had this type all along", field.wire));
            cx.sink
                .push(finding.at(text.span, "the type it still has").help("write the type it had before the change"));
        }
        if until <= since {
            never_lived(cx, text, since, until);
            continue;
        }
        let (year, month, day) = until.parts();
        fields.push(Field {
            rust: format!("{}_before_{year:04}_{month:02}_{day:02}", field.rust),
            life: Life {
                gate: field.life.gate,
                until: Some(change),
                range: VersionRange { since, until: Some(until) },
            },
            constraints: crate::model::Constraints::default(),
            default: None,
            ty,
            presence,
            ..field.clone()
        });
        since = until;
    }
    fields
}

/// The newest type begins where the last former one ends.
pub(super) fn begin_after_former_types(fields: &mut [Field]) {
    for at in 0..fields.len() {
        let Some(field) = fields.get(at) else { continue };
        if field.rust.contains("_before_") || field.wire.is_empty() {
            continue;
        }
        let ends = fields
            .iter()
            .filter(|former| former.wire == field.wire && former.rust.starts_with(&format!("{}_before_", field.rust)));
        let last = ends.filter_map(|former| Some((former.life.range.until?, former.life.until))).max();
        if let (Some((until, change)), Some(field)) = (last, fields.get_mut(at)) {
            field.life.range.since = until;
            field.life.gate = change;
        }
    }
}

fn former_names(cx: &mut Cx<'_>, raw: &raw::Field, life: &Life, path: &str) -> Vec<FormerName> {
    let mut changes: Vec<(usize, &Text)> = Vec::new();
    for (change, wire) in &raw.renamed {
        if let Some(at) = cx.use_change(change, "renamed", &[ChangeKind::Renamed], path) {
            changes.push((at, wire));
        }
    }
    changes.sort_by_key(|(change, _)| cx.date(*change));
    let mut since = life.range.since;
    let mut former = Vec::new();
    for (change, wire) in changes {
        let until = cx.date(change);
        if until <= since {
            never_lived(cx, wire, since, until);
            continue;
        }
        former.push(FormerName { wire: wire.text.clone(), range: VersionRange { since, until: Some(until) }, change });
        since = until;
    }
    former
}

fn never_lived(cx: &mut Cx<'_>, text: &Text, since: ApiVersion, until: ApiVersion) {
    let finding = Finding::new(Code::FORMER_NEVER_LIVED, format!("`{}` was used in no version", text.text))
        .at(text.span, format!("from {since} until {until}"))
        .help("the field must be older than the change that ended this");
    cx.sink.push(finding);
}

fn required_since(cx: &mut Cx<'_>, raw: &raw::Field, presence: Presence, life: &Life, path: &str) -> Presence {
    let Some(name) = &raw.required else { return presence };
    let Some(change) = cx.use_change(name, "required", &[ChangeKind::Required], path) else { return presence };
    if presence != Presence::Optional {
        let finding = Finding::new(Code::ALREADY_REQUIRED, "the field is required in every version");
        let help = "write the type with `?`, or drop `required`";
        cx.sink.push(finding.at(name.span, "required from here on").help(help));
        return presence;
    }
    let date = cx.date(change);
    if life.gate.is_some() && date <= life.range.since {
        let since = life.range.since;
        let finding = Finding::new(Code::REQUIRED_BEFORE_ADDED, "the field is required before it exists")
            .at(name.span, format!("required from {date} on"))
            .help("a field that is required from its first version on has a type without `?` and no `required`");
        let finding = match &raw.life.gate {
            Some(gate) => finding.see(gate.span, format!("exists from {since} on")),
            None => finding,
        };
        cx.sink.push(finding);
    }
    Presence::RequiredSince(change)
}

fn hidden(cx: &mut Cx<'_>, raw: &raw::Field, ty: &Type, path: &str) -> Option<Filter> {
    let (name, text) = raw.hidden.first()?;
    let change = cx.use_change(name, "hidden", &[ChangeKind::Filter], path);
    let condition = conditions::parse(text, cx.sink);
    let of_objects = matches!(ty, Type::List(item) if matches!(**item, Type::Named(_)));
    if !of_objects {
        let finding = Finding::new(Code::FILTER_NOT_LIST, "only items of a list can be hidden");
        cx.sink.push(finding.at(name.span, "on a field that is no list of objects").help("put it on the list"));
        return None;
    }
    Some(Filter { change: change?, condition: condition? })
}

fn check_condition(cx: &mut Cx<'_>, raw: &raw::Field, presence: Presence, life: &Life) {
    if let Some(when) = &raw.when
        && presence == Presence::Required
    {
        let finding = Finding::new(Code::CONDITIONAL_REQUIRED, "a conditional field is required")
            .at(when.span, "absent where this does not hold")
            .help("write the type with `?`");
        cx.sink.push(finding);
    }
    let conditional =
        life.gate.and_then(|gate| cx.changes.get(gate)).filter(|change| change.kind == ChangeKind::Condition);
    if let (Some(change), Some(gate), None) = (conditional, &raw.life.gate, &raw.when) {
        let finding = Finding::new(Code::CHANGE_WITHOUT_CONDITION, "the change brings a condition, the field has none")
            .at(gate.span, "used without `when`")
            .see(change.meta.origin, "of kind `condition`")
            .help("add `when:`, or make the change `added`");
        cx.sink.push(finding);
    }
}

fn check_prefix(cx: &mut Cx<'_>, raw: &raw::Field, ty: &Type) {
    let Some(prefix) = &raw.prefix else { return };
    let object = matches!(ty, Type::Named(id) if id.0 < cx.enum_start);
    if !object {
        let finding = Finding::new(Code::PREFIX_NOT_OBJECT, "only an object can be flattened");
        cx.sink.push(
            finding.at(prefix.span, "on a field that is no object").help("remove `prefix`, or name an object type"),
        );
    }
}

/// The place of a field's key.
pub(super) fn origin(field: &Field) -> Span {
    field.meta.origin
}
