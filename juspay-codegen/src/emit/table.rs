//! The table of an object: one row for each key.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::Scope;
use crate::item::{EnumTable, Foreign, Hidden, Object, Part, Row, RowForm, Rule, Test, TestOp};

/// The rows of a table.
///
/// ```text
/// &[
///     field("amount", 0).required(),
///     field("error_code", 1).since(2020_11_20),
/// ]
/// ```
///
/// Where a flattened object's rows are known to the compiler only, it puts the table together:
///
/// ```text
/// {
///     const PARTS: &[Rows] = &[Rows::own(&[…]), Rows::flattened("billing_", 2, <Address as Table>::FIELDS)];
///     const NAMES: [u8; Rows::bytes(PARTS)] = Rows::names(PARTS);
///     const ALL: [Field; Rows::count(PARTS)] = Rows::join(PARTS, &NAMES);
///     &ALL
/// }
/// ```
pub(super) fn table(object: &Object, scope: &Scope<'_>) -> TokenStream {
    let rows: Vec<TokenStream> = object.rows.iter().map(|row| self::row(row, scope)).collect();
    if object.foreign.is_empty() {
        return quote!(&[#(#rows),*]);
    }
    let (ty, field) = (scope.runtime("Rows"), scope.runtime("Field"));
    let mut parts = Vec::new();
    let mut start = 0;
    for foreign in &object.foreign {
        let own = rows.get(start..foreign.at).unwrap_or_default();
        start = foreign.at;
        let flattened = self::foreign(foreign, scope);
        parts.push(quote!(#ty::own(&[#(#own),*]), #flattened));
    }
    let own = rows.get(start..).unwrap_or_default();
    parts.push(quote!(#ty::own(&[#(#own),*])));
    quote! {{
        const PARTS: &[#ty] = &[#(#parts),*];
        const NAMES: [u8; #ty::bytes(PARTS)] = #ty::names(PARTS);
        const ALL: [#field; #ty::count(PARTS)] = #ty::join(PARTS, &NAMES);
        &ALL
    }}
}

/// `Rows::flattened("billing_", 2, <Address as Table>::FIELDS).since(2020_11_20)`.
fn foreign(foreign: &Foreign, scope: &Scope<'_>) -> TokenStream {
    let (rows, table) = (scope.runtime("Rows"), scope.runtime("Table"));
    let (prefix, index, ty) = (&foreign.prefix, Literal::u16_unsuffixed(foreign.index), &foreign.ty);
    let life = life(foreign.since, foreign.until);
    let mut tokens = quote!(#rows::flattened(#prefix, #index, <#ty as #table>::FIELDS) #life);
    if is_escaped(prefix) {
        tokens.extend(quote!(.escaped()));
    }
    tokens
}

/// `inner("billing_", 2, 66, <Address as Table>::shape)`.
fn inner(foreign: &Foreign, object: &Object, scope: &Scope<'_>) -> Option<TokenStream> {
    let field = object.fields.iter().find(|field| field.index == foreign.index)?;
    let Part::Flat(flat) = &field.part else { return None };
    let (inner, table, ty) = (scope.runtime("inner"), scope.runtime("Table"), &foreign.ty);
    let (start, end) = (Literal::u16_unsuffixed(foreign.index), Literal::u16_unsuffixed(flat.end));
    let prefix = &foreign.prefix;
    let life = life(foreign.since, foreign.until);
    Some(quote!(#inner(#prefix, #start, #end, <#ty as #table>::shape) #life))
}

/// The body of `Fields::shape`, behind the rows: the [`shape_static`] and `&SHAPE`.
pub(super) fn shape(object: &Object, scope: &Scope<'_>) -> TokenStream {
    let shape = shape_static(object, scope);
    quote!(#shape &SHAPE)
}

/// `static SHAPE: Shape = Shape::new("Refund", FIELDS);`.
pub(super) fn shape_static(object: &Object, scope: &Scope<'_>) -> TokenStream {
    let (label, shape, parts) = (&object.label, scope.runtime("Shape"), parts(object, scope));
    quote!(static SHAPE: #shape = #shape::new(#label, FIELDS) #(#parts)*;)
}

/// `field("error_code", 1).since(20201120)`.
fn row(row: &Row, scope: &Scope<'_>) -> TokenStream {
    let field = scope.runtime("field");
    let (wire, index) = (&row.wire, Literal::u16_unsuffixed(row.index));
    let mut tokens = quote!(#field(#wire, #index));
    match row.required {
        Some(0) => tokens.extend(quote!(.required())),
        Some(since) => {
            let since = date(since);
            tokens.extend(quote!(.required_since(#since)));
        }
        None => {}
    }
    tokens.extend(life(row.since, row.until));
    let flags = [
        (row.nullable, quote!(.nullable())),
        (row.blank, quote!(.blank())),
        (row.sensitive, quote!(.sensitive())),
        (row.form == RowForm::Text, quote!(.as_string())),
        (row.form == RowForm::JsonText, quote!(.json_string())),
        (row.alias, quote!(.alias())),
        (is_escaped(wire), quote!(.escaped())),
    ];
    tokens.extend(flags.into_iter().filter(|(set, _)| *set).map(|(_, flag)| flag));
    tokens
}

/// `.since(2020_11_20).until(2021_03_25)`.
fn life(since: u32, until: Option<u32>) -> TokenStream {
    let since = (since > 0).then(|| date(since)).map(|since| quote!(.since(#since)));
    let until = until.map(date).map(|until| quote!(.until(#until)));
    quote!(#since #until)
}

/// Whether a name is not written as it is, be it in JSON or in a form.
fn is_escaped(name: &str) -> bool {
    !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.'))
}

/// A packed date as `2021_03_25`.
pub(super) fn date(packed: u32) -> TokenStream {
    let text = format!("{:04}_{:02}_{:02}", packed / 10_000, packed / 100 % 100, packed % 100);
    text.parse().unwrap_or_else(|_| {
        let packed = Literal::u32_unsuffixed(packed);
        quote!(#packed)
    })
}

/// What a shape has besides rows: `.flats(&[flat(1, 3)]).rest(3)`.
fn parts(object: &Object, scope: &Scope<'_>) -> Vec<TokenStream> {
    let flats = object.flats.iter().map(|(start, end)| {
        let (flat, start, end) =
            (scope.runtime("flat"), Literal::u16_unsuffixed(*start), Literal::u16_unsuffixed(*end));
        quote!(#flat(#start, #end))
    });
    let pairs = object.pairs.iter().map(|pair| {
        let (code, id) = (Literal::u16_unsuffixed(pair.code), Literal::u16_unsuffixed(pair.id));
        match &pair.table {
            EnumTable::Static(table) => {
                let (pair, table) = (scope.runtime("pair"), scope.table(table));
                quote!(#pair(#code, #id, &#table))
            }
            EnumTable::Of(table) => {
                let pair = scope.runtime("pair_of");
                quote!(#pair(#code, #id, #table))
            }
        }
    });
    let hidden = object.hidden.iter().map(|list| hidden(list, scope));
    let when = object.when.iter().map(|(index, tests)| {
        let (index, tests) = (Literal::u16_unsuffixed(*index), self::tests(tests, scope));
        quote!((#index, #tests))
    });
    let rules = object.rules.iter().filter_map(|(index, rules)| {
        let index = Literal::u16_unsuffixed(*index);
        let rules: Vec<TokenStream> = rules.iter().filter_map(|rule| self::rule(rule, scope)).collect();
        (!rules.is_empty()).then(|| quote!((#index, &[#(#rules),*])))
    });
    let group = |group: &Vec<u16>| {
        let group = group.iter().map(|index| Literal::u16_unsuffixed(*index));
        quote!(&[#(#group),*])
    };
    let (one_of, retyped) = (object.one_of.iter().map(group), object.retyped.iter().map(group));
    let rest = object.fields.iter().find(|field| field.part == Part::Rest).map(|field| {
        let index = Literal::u16_unsuffixed(field.index);
        quote!(.rest(#index))
    });
    let choice = object.choice.then(|| quote!(.choice()));
    let rests = object.rests.iter().map(|rest| {
        let (name, prefix, index) = (scope.runtime("rest"), &rest.prefix, Literal::u16_unsuffixed(rest.index));
        let life = life(rest.since, rest.until);
        quote!(#name(#prefix, #index) #life)
    });
    let inners = object.foreign.iter().filter_map(|foreign| inner(foreign, object, scope));
    let lists = [
        list(&quote!(flats), flats),
        rest,
        list(&quote!(pairs), pairs),
        list(&quote!(hidden), hidden),
        list(&quote!(when), when),
        list(&quote!(rules), rules),
        list(&quote!(one_of), one_of),
        choice,
        list(&quote!(retyped), retyped),
        list(&quote!(inners), inners),
        list(&quote!(rests), rests),
    ];
    lists.into_iter().flatten().collect()
}

/// `.flats(&[…])`, or nothing for an empty list.
fn list(method: &TokenStream, items: impl Iterator<Item = TokenStream>) -> Option<TokenStream> {
    let items: Vec<TokenStream> = items.collect();
    (!items.is_empty()).then(|| quote!(.#method(&[#(#items),*])))
}

/// `hidden(7, 2015_08_18, &[…])`.
fn hidden(list: &Hidden, scope: &Scope<'_>) -> TokenStream {
    let (hidden, index) = (scope.runtime("hidden"), Literal::u16_unsuffixed(list.index));
    let (until, tests) = (date(list.until), tests(&list.tests, scope));
    quote!(#hidden(#index, #until, #tests))
}

/// `&[Test::is(&["status"], &["FAILURE"])]`.
pub(super) fn tests(tests: &[Test], scope: &Scope<'_>) -> TokenStream {
    let ty = scope.runtime("Test");
    let tests = tests.iter().map(|test| {
        let path = &test.path;
        match &test.op {
            TestOp::There => quote!(#ty::there(&[#(#path),*])),
            TestOp::In(values) => quote!(#ty::is(&[#(#path),*], &[#(#values),*])),
            TestOp::NotIn(values) => quote!(#ty::is_not(&[#(#path),*], &[#(#values),*])),
        }
    });
    quote!(&[#(#tests),*])
}

/// `Rule::MaxLength(21)`; nothing for advice.
fn rule(rule: &Rule, scope: &Scope<'_>) -> Option<TokenStream> {
    let ty = scope.runtime("Rule");
    let number = |number: &u64| Literal::u32_unsuffixed(u32::try_from(*number).unwrap_or(u32::MAX));
    Some(match rule {
        Rule::MaxLength(most) => {
            let most = number(most);
            quote!(#ty::MaxLength(#most))
        }
        Rule::MinLength(least) => {
            let least = number(least);
            quote!(#ty::MinLength(#least))
        }
        Rule::MaxItems(most) => {
            let most = number(most);
            quote!(#ty::MaxItems(#most))
        }
        Rule::Decimals(most) => {
            let most = number(most);
            quote!(#ty::Decimals(#most))
        }
        Rule::AtLeast(least) => quote!(#ty::AtLeast(#least)),
        Rule::AtMost(most) => quote!(#ty::AtMost(#most)),
        Rule::Chars(chars) => quote!(#ty::Chars(#chars)),
        Rule::NoQuery => quote!(#ty::NoQuery),
        Rule::SuggestedLength(_) => return None,
    })
}
