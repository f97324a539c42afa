//! Fields, parameters and headers.

use std::collections::HashMap;

use super::{Cx, conditions, constraints, family, names, type_expr};
use crate::diagnostic::{Code, Finding};
use crate::model::{ChangeKind, Constraints, Field, Filter, FormerName, Life, Presence, Scalar, Type, WireForm};
use crate::raw::{self, Item};
use crate::source::Span;
use crate::tree::Text;
use crate::version::{ApiVersion, VersionRange};

/// Resolves parameters or headers of `owner`, each once.
pub(super) fn parameters(cx: &mut Cx<'_>, raw: &[Item<raw::Field>], owner: &str) -> Vec<Field> {
    let mut fields: Vec<Field> = Vec::new();
    let mut wires: HashMap<String, Vec<(VersionRange, Span)>> = HashMap::new();
    let mut names: HashMap<String, Span> = HashMap::new();
    for item in raw {
        if let Some(prefix) = &item.value.prefix {
            let finding = Finding::new(Code::PREFIX_NOT_OBJECT, "a parameter cannot be flattened");
            cx.sink.push(finding.at(prefix.span, "on a parameter").help("remove `prefix`, and list the parameters"));
        }
    }
    let built: Vec<Field> = raw.iter().flat_map(|item| build(cx, item, Owner::of(owner))).collect();
    for mut field in built {
        let origin = field.meta.origin;
        let others = wires.entry(field.wire.clone()).or_default();
        if let Some((_, first)) = others.iter().find(|(range, _)| range.intersection(field.life.range).is_some()) {
            let message = format!("`{owner}` has two parameters named `{}`", field.wire);
            let finding = Finding::new(Code::DUPLICATE_FIELD, message).at(origin, "again here");
            cx.sink.push(finding.see(*first, "first here").help("remove one of them"));
            continue;
        }
        others.push((field.life.range, origin));
        if let Some(first) = names.get(&field.rust) {
            let name = Text { text: field.wire.clone(), span: origin };
            cx.sink.push(names::collision(&name, *first, &field.rust));
            field.rust = names::free(&field.rust, &names);
        }
        names.insert(field.rust.clone(), origin);
        fields.push(field);
    }
    fields
}

/// What holds fields.
#[derive(Clone, Copy)]
pub(super) struct Owner<'a> {
    /// Its name.
    pub(super) name: &'a str,
    /// The group through which it has them.
    pub(super) group: Option<&'a str>,
    /// Whether they are the variants of a choice.
    pub(super) choice: bool,
}

impl<'a> Owner<'a> {
    /// Something that has the fields itself.
    fn of(name: &'a str) -> Self {
        Self { name, group: None, choice: false }
    }
}

/// Resolves one entry of `fields`: one field, a numbered family, or a field and its former types.
pub(super) fn build(cx: &mut Cx<'_>, item: &Item<raw::Field>, owner: Owner<'_>) -> Vec<Field> {
    let mut fields = Vec::new();
    let names = family::names(cx, &item.name, &item.value);
    let member = (names.first() != Some(&item.name)).then(|| family::member(&item.value));
    let raw = member.as_ref().unwrap_or(&item.value);
    for name in names {
        if item.broken {
            cx.doubtful.insert(name.span);
        }
        let mut field = field(cx, raw, &name, owner);
        let former = former_types(cx, raw, &field, owner.name);
        if let Some(last) = former.last() {
            // The newest type begins where the last former one ends.
            field.life.range.since = last.life.range.until.unwrap_or(field.life.range.since);
            field.life.gate = last.life.until;
        }
        fields.push(field);
        fields.extend(former);
    }
    fields
}

fn field(cx: &mut Cx<'_>, raw: &raw::Field, name: &Text, owner: Owner<'_>) -> Field {
    let origin = name.span;
    let path = format!("{}.{}", owner.name, name.text);
    let meta = cx.meta(&raw.meta, origin, Some(("field", &name.text)));
    let derive = if owner.choice { names::variant } else { names::field };
    let rust = derive(name, raw.rust.as_ref(), cx.sink);
    let parsed = raw.ty.as_ref().and_then(|ty| type_expr::parse(cx, ty));
    let life = cx.life(&raw.life, &[ChangeKind::Added, ChangeKind::Condition], &path, origin);
    let former = former_names(cx, raw, &life, &path);
    if rust.is_none() || parsed.is_none() {
        cx.doubtful.insert(origin);
    }
    let known = parsed.is_some();
    // Whatever refers to a field whose type is not known still finds it.
    let (ty, presence) = parsed.unwrap_or((Type::Scalar(Scalar::Json), Presence::Optional));
    let presence = required_since(cx, raw, presence, &life, &path);
    let when = raw.when.as_ref().and_then(|text| conditions::parse(text, cx.sink));
    let hidden = hidden(cx, raw, known.then_some(&ty), &path);
    check_condition(cx, raw, presence, &life);
    let mut constraints = Constraints::default();
    if known {
        check_prefix(cx, raw, &ty, presence);
        constraints = constraints::constraints(cx, raw, &ty);
    }
    let flat = raw.prefix.is_some() && matches!(ty, Type::Named(id) if id.0 < cx.enum_start);
    let wire = raw.wire.as_ref().unwrap_or(name).text.clone();
    let scalar = ty.scalar();
    Field {
        rust: rust.unwrap_or_else(|| names::stand_in("field_", origin)),
        wire: if flat { String::new() } else { wire },
        former,
        aliases: raw.aliases.iter().map(|alias| alias.text.clone()).collect(),
        presence,
        boxed: false,
        prefix: raw.prefix.as_ref().filter(|_| flat).map(|prefix| prefix.text.clone()),
        life,
        when,
        hidden,
        constraints,
        form: form(raw),
        sensitive: raw.sensitive || matches!(scalar, Some(Scalar::Email | Scalar::Secret)),
        blank: raw.blank.is_some_and(|(blank, _)| blank),
        default: raw.default.as_ref().map(|default| default.text.clone()),
        documented: raw.documented.as_ref().map(|text| text.text.clone()),
        group: owner.group.map(str::to_owned),
        ty,
        meta,
    }
}

fn form(raw: &raw::Field) -> WireForm {
    match raw.form.as_ref().map(Text::as_str) {
        Some("string") => WireForm::String,
        Some("json-string") => WireForm::JsonString,
        _ => WireForm::Plain,
    }
}

/// A field that was retyped is several fields with one wire name: this makes the older ones, oldest first.
fn former_types(cx: &mut Cx<'_>, raw: &raw::Field, field: &Field, owner: &str) -> Vec<Field> {
    let mut changes: Vec<(usize, &Text)> = Vec::new();
    for (change, ty) in &raw.retyped {
        if let Some(at) = cx.use_change(change, "retyped", &[ChangeKind::Retyped], &format!("{owner}.{}", field.wire)) {
            changes.push((at, ty));
        }
    }
    if changes.len() < raw.retyped.len() {
        cx.doubtful.insert(field.meta.origin);
    }
    changes.sort_by_key(|(change, _)| cx.date(*change));
    let mut fields: Vec<Field> = Vec::new();
    let mut since = field.life.range.since;
    let mut previous: Option<(Type, &Text)> = None;
    for (change, text) in changes {
        let Some((ty, presence)) = type_expr::parse(cx, text) else {
            cx.doubtful.insert(field.meta.origin);
            continue;
        };
        let until = cx.date(change);
        if until.is_base() {
            cx.doubtful.insert(field.meta.origin);
            continue;
        }
        if let Some((_, text)) = previous.take().filter(|(before, _)| *before == ty) {
            same_type(cx, &field.wire, text);
        }
        previous = Some((ty.clone(), text));
        if until <= since {
            never_lived(cx, text, since, until);
            continue;
        }
        fields.push(former_type(field, (change, until), since, ty, presence, cx));
        since = until;
    }
    if let Some((_, text)) = previous.filter(|(last, _)| *last == field.ty && !cx.doubtful.contains(&field.meta.origin))
    {
        same_type(cx, &field.wire, text);
    }
    fields
}

fn former_type(
    field: &Field,
    (change, until): (usize, ApiVersion),
    since: ApiVersion,
    ty: Type,
    presence: Presence,
    cx: &Cx<'_>,
) -> Field {
    let (year, month, day) = until.parts();
    let scalar = ty.scalar();
    Field {
        rust: if field.rust.starts_with(|c: char| c.is_ascii_uppercase()) {
            format!("{}Before{year:04}{month:02}{day:02}", field.rust)
        } else {
            format!("{}_before_{year:04}_{month:02}_{day:02}", field.rust)
        },
        life: Life { gate: field.life.gate, until: Some(change), range: VersionRange { since, until: Some(until) } },
        constraints: Constraints::default(),
        default: None,
        // Required from a change on that came before the type was changed.
        presence: match field.presence {
            Presence::RequiredSince(required) if presence == Presence::Optional && cx.date(required) < until => {
                field.presence
            }
            _ => presence,
        },
        sensitive: field.sensitive || matches!(scalar, Some(Scalar::Email | Scalar::Secret)),
        form: former_form(field.form, &ty),
        ty,
        ..field.clone()
    }
}

/// A text was never put into another text.
fn former_form(form: WireForm, ty: &Type) -> WireForm {
    let number = matches!(ty, Type::Scalar(Scalar::Int | Scalar::Bool | Scalar::Amount | Scalar::Decimal));
    let text = matches!(ty, Type::Scalar(Scalar::String | Scalar::Url | Scalar::Email | Scalar::Secret));
    match form {
        WireForm::String if !number => WireForm::Plain,
        WireForm::JsonString if text => WireForm::Plain,
        form => form,
    }
}

fn same_type(cx: &mut Cx<'_>, wire: &str, text: &Text) {
    let finding = Finding::new(Code::RETYPED_TO_SAME, format!("the type of `{wire}` did not change"));
    cx.sink
        .push(finding.at(text.span, "the type it has afterwards too").help("write the type it had before the change"));
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
        if until.is_base() {
            continue;
        }
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
    if life.gate.is_some() && date <= life.range.since && !date.is_base() {
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

fn hidden(cx: &mut Cx<'_>, raw: &raw::Field, ty: Option<&Type>, path: &str) -> Option<Filter> {
    let (name, text) = raw.hidden.first()?;
    let change = cx.use_change(name, "hidden", &[ChangeKind::Filter], path);
    let condition = conditions::parse(text, cx.sink);
    if let Some((second, _)) = raw.hidden.get(1) {
        let finding = Finding::new(Code::WRONG_SHAPE, "`hidden` takes one change, not several");
        cx.sink.push(finding.at(second.span, "a second one").help("keep one of them"));
    }
    let of_objects = matches!(ty?, Type::List(item) if matches!(**item, Type::Named(id) if id.0 < cx.enum_start));
    if !of_objects {
        let finding = Finding::new(Code::FILTER_NOT_LIST, "only objects in a list can be hidden");
        let help = "put `hidden` on a field of type `list<T>` with an object `T`";
        cx.sink.push(finding.at(name.span, "on a field that is no list of objects").help(help));
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

fn check_prefix(cx: &mut Cx<'_>, raw: &raw::Field, ty: &Type, presence: Presence) {
    let Some(prefix) = &raw.prefix else { return };
    let object = matches!(ty, Type::Named(id) if id.0 < cx.enum_start);
    if !object {
        let finding = Finding::new(Code::PREFIX_NOT_OBJECT, "only an object can be flattened");
        cx.sink.push(
            finding.at(prefix.span, "on a field that is no object").help("remove `prefix`, or name an object type"),
        );
        return;
    }
    let null = raw.ty.as_ref().filter(|_| presence == Presence::Nullable);
    let keys = [
        ("wire", raw.wire.as_ref()),
        ("aliases", raw.aliases.first()),
        ("renamed", raw.renamed.first().map(|(change, _)| change)),
        ("retyped", raw.retyped.first().map(|(change, _)| change)),
        ("when", raw.when.as_ref()),
        ("|null", null),
    ];
    for (key, text) in keys {
        let Some(text) = text else { continue };
        let finding = Finding::new(Code::PREFIX_MISFIT, format!("`{key}` says nothing of a flattened object"))
            .at(text.span, "there is no key that this could be about")
            .see(prefix.span, "flattened here")
            .help("say it of the fields of the object, or remove it");
        cx.sink.push(finding);
    }
}
