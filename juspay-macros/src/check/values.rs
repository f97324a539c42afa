//! Values of an enum that stand beside each other.

use crate::errors::Errors;
use crate::model::{OpenEnum, Variant};
use crate::suggest::closest;

/// What was sent in the place of a value is another value.
pub(super) fn former(variant: &Variant, open: &OpenEnum, errors: &mut Errors) {
    for (_, text) in &variant.former {
        let known = || open.variants.iter().map(|variant| variant.wire.text.as_str());
        if text.text == variant.wire.text {
            errors.at(text.span, format!("`{}` cannot have stood for itself", text.text));
        } else if !known().any(|known| known == text.text) {
            let meant = closest(&text.text, known()).map(|close| format!("; did you mean `{close}`?"));
            let message = format!("`{}` is not the text of a value", text.text);
            errors.at(text.span, message + meant.as_deref().unwrap_or(", as it is on the wire"));
        }
    }
}

/// Texts and ids tell values apart.
pub(super) fn distinct(open: &OpenEnum, errors: &mut Errors) {
    for (place, variant) in open.variants.iter().enumerate() {
        let earlier = || open.variants.iter().take(place);
        if variant.wire.text.is_empty() {
            errors.at(variant.wire.span, "a value has a text");
        } else if let Some(other) = earlier().find(|other| other.wire.text == variant.wire.text) {
            errors.at(variant.wire.span, format!("`{}` is the text of `{}` already", variant.wire.text, other.ident));
        }
        let same_id = |other: &&Variant| variant.id.is_some() && other.id == variant.id;
        if let (Some(other), Some(span)) = (earlier().find(same_id), variant.settings.flag(crate::attr::Key::Id)) {
            errors.at(span, format!("{} is the id of `{}` already", variant.id.unwrap_or_default(), other.ident));
        }
    }
}

/// No value stood for itself by way of others.
pub(super) fn no_circle(open: &OpenEnum, errors: &mut Errors) {
    let sent_as = |variant: &Variant, version: u32| {
        let former = variant.former.iter().find(|(until, _)| version < until.packed);
        former.and_then(|(_, text)| open.variants.iter().find(|other| other.wire.text == text.text))
    };
    for variant in &open.variants {
        for (until, text) in &variant.former {
            let version = until.packed.saturating_sub(1);
            let mut current = sent_as(variant, version);
            for _ in &open.variants {
                current = current.and_then(|current| sent_as(current, version));
            }
            if current.is_some() {
                return errors.at(text.span, "values cannot have stood for each other at the same version");
            }
        }
    }
}
