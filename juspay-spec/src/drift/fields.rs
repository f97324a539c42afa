//! Rows of fields against the fields of a type.

use super::context::Cx;
use super::coverage::Account;
use super::paths::{self, Reached};
use super::{Class, Remedy};
use crate::model::{Field, Presence, Scalar, Type, TypeDef, TypeKind, WireForm};
use crate::pages::EditKind;
use crate::pages::rules::{Section, Words};
use crate::pages::tables::{Assigned, FieldRow, field_row, type_word};
use crate::pages::words::alike;

impl<'a> Cx<'a> {
    pub(crate) fn fields(&mut self, assigned: &Assigned, section: &'a Section) {
        let of = section.of.as_ref().map(|of| of.text.as_str()).unwrap_or_default();
        let Some(root) = self.api.find_type(of) else { return };
        let Some(table) = self.page.tables.get(assigned.table) else { return };
        let mut rows = Vec::new();
        for (index, row) in table.rows.iter().enumerate() {
            let read = field_row(table, index, assigned, self.words);
            let name = read.names.key();
            if name.is_empty() {
                self.find(Class::Extractor, row.line, &section.name, "the row has no name");
                continue;
            }
            let key = self.row_key(assigned, section, &name);
            if self.is_repeated(row.line, &key) {
                continue;
            }
            let item = self.field_row(root, section, row.line, &read, &key);
            rows.push((row.line, item));
        }
        self.moved_rows(&rows);
        if assigned.column("required").is_none() {
            self.legend(assigned, section);
        }
    }

    /// Compares one row and gives the name of its item.
    fn field_row(&mut self, root: &'a TypeDef, section: &'a Section, line: usize, row: &FieldRow, key: &str) -> String {
        if row.names.template {
            let item = self.template(root, section, line, row);
            self.stated_type(line, row, key, &item);
            self.row_text(line, row, &item);
            return item;
        }
        let mut first = None;
        for name in &row.names.list {
            let Some(reached) = self.reach(root, section, name) else {
                let item = self.unknown_field(root, section, line, (name, key), row);
                first.get_or_insert(item);
                continue;
            };
            let item = reached.item(root);
            self.account(line, Account::Claim(item.clone()));
            self.known_field(line, row, &reached, &item);
            if first.is_none() {
                self.row_details(section, line, row, key, (&reached, &item));
            }
            first.get_or_insert(item);
        }
        first.unwrap_or_default()
    }

    /// The field that a name in a row means; capitals count only if nothing else fits.
    pub(crate) fn reach(&self, root: &'a TypeDef, section: &Section, name: &str) -> Option<Reached<'a>> {
        let full = format!("{}{name}", section.prefix);
        let find = |name: &str| paths::find(self.api, root, name);
        find(&full).or_else(|| find(name)).or_else(|| find(&name.to_lowercase()))
    }

    /// A pattern for names stands for the keys that no field has.
    fn template(&mut self, root: &'a TypeDef, section: &'a Section, line: usize, row: &FieldRow) -> String {
        let inner = |field: &Field| self.api.types.get(field.ty.named()?.0 as usize);
        let object = root.object();
        let behind = object.into_iter().flat_map(|object| &object.fields).filter(|field| field.prefix.is_some());
        let starts = |prefix: &str| section.prefix.starts_with(prefix) || row.printed.starts_with(prefix);
        let home = behind.filter(|field| field.prefix.as_deref().is_some_and(starts)).find_map(inner).unwrap_or(root);
        if let Some(rest) = home.object().and_then(|object| object.rest.as_ref()) {
            let item = format!("{}.{}", home.name, rest.rust);
            self.account(line, Account::Claim(item.clone()));
            return item;
        }
        let item = format!("{}.{}", home.name, row.printed);
        let message = "the page has a pattern for keys, and the type no `rest`";
        self.find(Class::NewClaim, line, &item, message).place(row.at.name);
        item
    }

    fn unknown_field(
        &mut self,
        root: &'a TypeDef,
        section: &'a Section,
        line: usize,
        (name, key): (&str, &str),
        row: &FieldRow,
    ) -> String {
        if name == self.api.version_header || self.api.headers.iter().any(|header| header.wire == name) {
            let item = format!("header {name}");
            let message = format!("the page has `{name}` among the parameters, and the spec has it as a header");
            self.find(Class::Contradiction, line, &item, message).place(row.at.name);
            self.stated_type(line, row, key, &item);
            self.row_text(line, row, &item);
            return item;
        }
        let full = format!("{}{name}", section.prefix);
        let (home, rest, chain) = paths::home(self.api, root, &full);
        let item =
            if chain.is_empty() { format!("{}.{rest}", home.name) } else { format!("{}.{chain}{rest}", root.name) };
        let ty =
            row.ty.as_deref().and_then(|ty| type_word(ty, self.words)).and_then(|(_, types)| types.first().cloned());
        let required = row.mark && section.marks.as_deref() == Some("required");
        let words = write_type(ty.as_deref(), required);
        let finding = self.find(Class::NewClaim, line, &item, format!("the page has `{name}`, and the spec has not"));
        finding.remedy = Remedy::Field { ty: home.name.clone(), name: rest, words, prefix: chain };
        finding.place(row.at.name);
        self.origin(home.meta.origin);
        item
    }

    /// The type of a row that no field stands for, against the last review.
    fn stated_type(&mut self, line: usize, row: &FieldRow, key: &str, item: &str) {
        let before = self.locked_row(key).and_then(|locked| locked.ty.as_deref());
        let message = match (before, row.ty.as_deref()) {
            (Some(before), Some(now)) if !alike(now, before) => format!("the type was {before} and is {now}"),
            (Some(before), None) => format!("the type was {before} and is no longer stated"),
            _ => return,
        };
        self.find(Class::ChangedClaim, line, item, message).place(row.at.ty);
    }

    /// A field that the spec knows may still be new to this page.
    fn known_field(&mut self, line: usize, row: &FieldRow, reached: &Reached<'a>, item: &str) {
        let field = reached.found.field;
        if !field.meta.at.iter().any(|at| at.page == self.page.name) {
            let from = field.meta.at.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            let message = format!("the spec knows it from {from}; now this page has it too");
            self.find(Class::NewClaim, line, item, message).place(row.at.name).remedy =
                Remedy::Place { ty: reached.found.owner.name.clone(), name: field.wire.clone(), value: false };
            self.origin(field.meta.origin);
        }
    }

    fn row_details(&mut self, section: &Section, line: usize, row: &FieldRow, key: &str, of: (&Reached<'a>, &str)) {
        let (reached, item) = of;
        if row.names.repaired {
            self.edited(line, EditKind::Name);
            let name = row.names.list.first().map_or("", String::as_str);
            let message = format!("the name is read as `{name}`; its cell holds more");
            self.find(Class::Editorial, line, item, message).place(row.at.name);
        }
        if row.slid {
            self.find(Class::Editorial, line, item, "the text stands where the type belongs").place(row.at.ty);
        }
        self.row_type(line, row, key, of);
        self.row_mark(section, line, row, key, of);
        if let Some(label) = &row.label {
            self.row_label(line, label, row, item);
        }
        self.row_shape(line, row, reached);
        self.row_text(line, row, item);
        if let Some(finding) =
            self.findings.last_mut().filter(|finding| finding.item == item && finding.origin.is_none())
        {
            finding.origin = Some(reached.found.field.meta.origin);
        }
    }

    fn row_type(&mut self, line: usize, row: &FieldRow, key: &str, (reached, item): (&Reached<'a>, &str)) {
        let field = reached.found.field;
        let locked = self.locked_row(key);
        let before = locked.and_then(|row| row.ty.as_deref());
        let kind = self.kind(field);
        let Some(now) = row.ty.as_deref() else {
            if let Some(before) = before {
                let message = format!("the type was {before} and is no longer stated");
                self.find(Class::ChangedClaim, line, item, message).place(row.at.ty.or(row.at.name));
            }
            return;
        };
        let same = before.is_some_and(|before| alike(now, before));
        let word = type_word(now, self.words);
        if self.fits(field, now) {
            if let Some(before) = before.filter(|_| !same) {
                let message = format!("the type was {before} and is {now}; `{kind}` covers both");
                self.find(Class::ChangedClaim, line, item, message).place(row.at.ty);
            }
            return;
        }
        let class = if same { Class::Contradiction } else { Class::ChangedClaim };
        let was = before.filter(|_| !same).map(|before| format!(", was {before}")).unwrap_or_default();
        let message = format!("the page says {now}{was}, the spec `{kind}`");
        let to = word.and_then(|(_, types)| types.first()).cloned();
        let finding = self.find(class, line, item, message).place(row.at.ty);
        let (ty, name) = (reached.found.owner.name.clone(), field.wire.clone());
        finding.remedy = match (&field.documented, to) {
            (Some(_), Some(_)) => Remedy::Key { ty, name, key: "documented", value: now.to_owned() },
            (None, Some(to)) => Remedy::Retype { ty, name, to },
            (_, None) => Remedy::None,
        };
        self.origin(field.meta.origin);
    }

    /// Whether a type as a page states it can be that of a field.
    fn fits(&self, field: &Field, stated: &str) -> bool {
        if let Some(documented) = &field.documented {
            return alike(stated, documented);
        }
        let Some((_, types)) = type_word(stated, self.words) else { return false };
        let kind = self.kind(field);
        let text = field.form != WireForm::Plain && types.iter().any(|ty| ty == "string");
        text || types.iter().any(|ty| ty == kind)
    }

    /// What kind of type a field has, in the words of the rules.
    fn kind(&self, field: &Field) -> &'static str {
        match &field.ty {
            Type::Scalar(scalar) => Scalar::as_str(*scalar),
            Type::List(_) => "list",
            Type::Map(_) => "map",
            Type::Named(id) => match self.api.types.get(id.0 as usize).map(|def| &def.kind) {
                Some(TypeKind::Enum(_)) => "enum",
                _ => "object",
            },
        }
    }

    fn row_mark(&mut self, section: &Section, line: usize, row: &FieldRow, key: &str, of: (&Reached<'a>, &str)) {
        let (reached, item) = of;
        let field = reached.found.field;
        let before = self.locked_row(key).map(|row| row.mark);
        let fits = match section.marks.as_deref() {
            Some("conditional") => row.mark == in_group(reached),
            Some(_) => row.mark == (field.presence == Presence::Required),
            None => !row.mark,
        };
        let class = match before {
            Some(before) if before == row.mark && fits => return,
            Some(before) if before == row.mark => Class::Contradiction,
            None if fits => return,
            _ => Class::ChangedClaim,
        };
        let message = match (row.mark, section.marks.as_deref()) {
            (true, Some("conditional")) => "it has a star now: required under a condition".to_owned(),
            (true, Some(_)) => "the page marks it as required, and in the spec it is optional".to_owned(),
            (true, None) => "it has a star, and the table has no legend".to_owned(),
            (false, _) => "the page marks it as required no longer".to_owned(),
        };
        let finding = self.find(class, line, item, message).place(row.at.mark.or(row.at.name));
        if section.marks.as_deref() == Some("required") {
            let ty = reached.found.owner.name.clone();
            finding.remedy = Remedy::Presence { ty, name: field.wire.clone(), required: row.mark };
        }
        self.origin(field.meta.origin);
    }

    /// The label beside a name should be the first part of the name.
    fn row_label(&mut self, line: usize, label: &str, row: &FieldRow, item: &str) {
        let plain = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
        let name = row.names.list.first().map_or("", String::as_str);
        let leaf = name.rsplit_once('.').map_or(name, |(_, leaf)| leaf);
        let head = leaf.split_once(':').map_or("", |(head, _)| head);
        if head.is_empty() || !plain(label).starts_with(&plain(head)) {
            let message = format!("the row is labelled `{label}`, and its name begins otherwise");
            self.find(Class::Contradiction, line, item, message).place(row.at.label);
        }
    }

    /// The fields that a sketch beside the name lists, against those of the type.
    fn row_shape(&mut self, line: usize, row: &FieldRow, reached: &Reached<'a>) {
        let inner = reached.found.field.ty.named().and_then(|id| self.api.types.get(id.0 as usize));
        let shape = row.names.shape();
        let (Some(inner), false) = (inner, shape.is_empty()) else { return };
        let fields = inner.object().map(|object| object.fields.as_slice()).unwrap_or_default();
        let there = fields.iter().filter(|field| shape.contains(&field.wire.as_str()));
        self.shaped.extend(there.map(|field| (field.meta.origin, field.wire.clone(), String::new())));
        for name in shape.iter().filter(|name| !fields.iter().any(|field| field.wire == ***name)) {
            let item = format!("{}.{name}", inner.name);
            let message = format!("the sketch beside the name has `{name}`, and the spec has not");
            let (ty, name, prefix) = (inner.name.clone(), (*name).to_owned(), String::new());
            let finding = self.find(Class::NewClaim, line, &item, message).place(row.at.name);
            finding.remedy = Remedy::Field { ty, name, words: write_type(None, false), prefix };
            self.origin(inner.meta.origin);
        }
        let here = |field: &&Field| field.meta.at.iter().any(|at| at.page == self.page.name);
        let lacking: Vec<&Field> =
            fields.iter().filter(here).filter(|field| !shape.contains(&field.wire.as_str())).collect();
        for field in lacking {
            let item = format!("{}.{}", inner.name, field.wire);
            let message =
                format!("the sketch beside the name lacks `{}`, and the page tells of it elsewhere", field.wire);
            self.find(Class::Contradiction, line, &item, message).place(row.at.name);
            self.origin(field.meta.origin);
        }
    }

    fn row_text(&mut self, line: usize, row: &FieldRow, item: &str) {
        let key = self.lines.get(&line).copied();
        let locked = key.and_then(|old| self.lock?.rows.iter().find(|row| row.line == old));
        if let Some(locked) = locked {
            self.judge_cell(line, locked, &row.text, item, row.at.text);
        }
    }

    /// The line below a table that says what its star means.
    fn legend(&mut self, assigned: &Assigned, section: &'a Section) {
        let Some(table) = self.page.tables.get(assigned.table) else { return };
        let Some(last) = table.rows.last().map(|row| row.line) else { return };
        let starred = |at: usize| self.page.lines.get(at).is_some_and(|line| line.text.starts_with('*'));
        let below = (last + 1..self.page.lines.len()).filter(|at| !self.is_doubled(*at));
        let found = below.take(3).find(|at| starred(*at) && self.page.text(*at).contains('='));
        let Some(line) = found else {
            if section.marks.is_some() {
                self.find(Class::Extractor, last, &section.name, "the legend below the table is lost");
            }
            return;
        };
        let own = self.page.text(line).split_once('=').map(|(_, meaning)| meaning.trim()).unwrap_or_default();
        let below = (line + 1..line + 4).find(|at| !starred(*at)).map_or("", |at| self.page.text(at));
        let meaning = if own.is_empty() { below } else { own };
        let first = crate::pages::words::words(meaning).first().copied().unwrap_or_default();
        let means = |role: &str| Words::of(&self.words.marks, role).iter().any(|word| alike(first, word));
        let role = ["required", "conditional"].into_iter().find(|role| means(role));
        self.account(line, Account::Layout(format!("legend of `{}`", section.name)));
        if role != section.marks.as_deref() {
            let message = format!(
                "the star means `{first}`, and its reader takes it for {}",
                section.marks.as_deref().unwrap_or("nothing")
            );
            self.find(Class::ChangedClaim, line, &section.name, message);
        }
    }
}

/// Whether a field is in a group of which at least one must be there.
fn in_group(reached: &Reached<'_>) -> bool {
    let Some(object) = reached.found.owner.object() else { return false };
    let at = object.fields.iter().position(|field| field.wire == reached.found.field.wire);
    object.one_of.iter().flatten().any(|index| Some(*index) == at)
}

/// A type as the YAML writes it.
pub(crate) fn write_type(ty: Option<&str>, required: bool) -> String {
    let ty = match ty {
        Some("list") => "list<json>",
        Some("map" | "object") => "json",
        Some("enum") | None => "string",
        Some(ty) => ty,
    };
    if required { ty.to_owned() } else { format!("{ty}?") }
}
