//! A second opinion: another reader of YAML must find the same texts in the same places.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::{Kind, Node, parse};
use crate::diagnostic::Sink;
use crate::source::Sources;

/// What the other reader is asked to find: our node.
#[derive(Clone, Copy)]
struct Same<'n>(&'n Node);

impl<'de> DeserializeSeed<'de> for Same<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        // A scalar is asked for as text, so that neither reader makes a number or a date of it.
        match self.0.kind {
            Kind::Scalar { .. } => deserializer.deserialize_str(self),
            Kind::Seq(_) => deserializer.deserialize_seq(self),
            Kind::Map(_) => deserializer.deserialize_map(self),
        }
    }
}

impl<'de> Visitor<'de> for Same<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.describe())
    }

    fn visit_str<E: Error>(self, found: &str) -> Result<(), E> {
        match &self.0.kind {
            Kind::Scalar { text, .. } if text == found => Ok(()),
            other => Err(E::custom(format!("`{found}` where we read {other:?}"))),
        }
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        if self.0.is_nothing() { Ok(()) } else { Err(E::custom("nothing where we read something")) }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut found: A) -> Result<(), A::Error> {
        let Kind::Seq(items) = &self.0.kind else { return Err(A::Error::custom("a list")) };
        for item in items {
            if found.next_element_seed(Same(item))?.is_none() {
                return Err(A::Error::custom("a shorter list"));
            }
        }
        match found.next_element::<serde::de::IgnoredAny>()? {
            None => Ok(()),
            Some(_) => Err(A::Error::custom("a longer list")),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut found: A) -> Result<(), A::Error> {
        let Kind::Map(entries) = &self.0.kind else { return Err(A::Error::custom("a mapping")) };
        for (key, value) in entries {
            let text = Kind::Scalar { text: key.text.clone(), plain: true };
            let key = Node { span: key.span, kind: text, lost: false };
            if found.next_key_seed(Same(&key))?.is_none() {
                return Err(A::Error::custom("a smaller mapping"));
            }
            found.next_value_seed(Same(value))?;
        }
        match found.next_key::<String>()? {
            None => Ok(()),
            Some(key) => Err(A::Error::custom(format!("a further key `{key}`"))),
        }
    }
}

/// Reads a text with both readers.
fn compare(text: &str) -> Result<(), String> {
    let mut sources = Sources::default();
    let file = sources.add("spec.yaml", text);
    let source = sources.get(file).ok_or("no source")?;
    let mut sink = Sink::default();
    let root = parse(file, source, &mut sink).ok_or_else(|| format!("{:?}", sink.into_sorted()))?;
    places(&root, &source.text)?;
    Same(&root).deserialize(serde_yaml::Deserializer::from_str(text)).map_err(|error| error.to_string())
}

/// Every place must hold what was read there: a plain text that stands on one line is its own place.
fn places(node: &Node, source: &str) -> Result<(), String> {
    let there = source.get(node.span.range()).ok_or_else(|| format!("{:?} is no place", node.span))?;
    match &node.kind {
        Kind::Scalar { text, plain: true } if !there.contains('\n') && there != text => {
            return Err(format!("`{text}` has the place of `{there}`"));
        }
        Kind::Scalar { .. } => {}
        Kind::Seq(items) => items.iter().try_for_each(|item| places(item, source))?,
        Kind::Map(entries) => {
            for (key, value) in entries {
                let there = source.get(key.span.range()).unwrap_or_default();
                if there.trim_matches(['"', '\'']) != key.text {
                    return Err(format!("the key `{}` has the place of `{there}`", key.text));
                }
                places(value, source)?;
            }
        }
    }
    Ok(())
}

#[test]
fn the_embedded_spec_means_the_same_to_another_reader() {
    let mut files = 0;
    for (name, text) in crate::embedded_files() {
        assert_eq!(compare(text), Ok(()), "{name}");
        assert_eq!(compare(&text.replace('\n', "\r\n")), Ok(()), "{name} with other line ends");
        files += 1;
    }
    assert!(files > 10);
}

#[test]
fn awkward_texts_mean_the_same_to_another_reader() {
    let plain = "a: 010\nb: NO\nc: 2018-10-25\nd: 1_000\ne: 0x10\nf: 1e3\ng: .5\nh: on\n010: x\n2018-10-25: y\n";
    let quoted = "a: \"~\"\nb: 'it''s'\nc: \"\\u00e4\\n\\\"\"\nd: ''\n\"e f\": g\n";
    let folded = "a: one\n  two\n\n  three\nb: >-\n  folded\n  text\nc: |\n  kept\n   as is\nd: \"x\n  y\"\n";
    let flow = "a: {b: c, d: [e, f, {g: h}], i: }\nj: [k, l,]\nm: {}\nn: []\no: {p: q:r, s: \"t, u\"}\n";
    let block = "a:\n- b\n- c: d\n  e: f\n-\n  - g\n  - - h\nb:\n  ? i\n  : j\n# end\n";
    let unicode = "\u{e4}: \u{1f980}\nb: \u{65e5}\u{672c}  # c\nd: x#y\n";
    for text in [plain, quoted, folded, flow, block, unicode] {
        assert_eq!(compare(text), Ok(()), "{text}");
    }
}

#[test]
fn a_difference_would_be_noticed() {
    let mut sources = Sources::default();
    let ours = sources.add("spec.yaml", "a: [b, {c: d}]\n");
    let root = sources.get(ours).and_then(|source| parse(ours, source, &mut Sink::default()));
    for other in [
        "a: [b, {c: e}]",
        "a: [b, {d: d}]",
        "a: [b]",
        "a: [b, {c: d}, e]",
        "a: x",
        "b: y",
        "[a]",
        "a: [b, {c: d, e: f}]",
    ] {
        let same = root.as_ref().map(|root| Same(root).deserialize(serde_yaml::Deserializer::from_str(other)).is_ok());
        assert_eq!(same, Some(false), "{other}");
    }
}
