//! Names in Rust. Each is derived from one name alone, so that adding an item never renames another; what cannot be
//! derived or collides is an error with `rust:` as its remedy.

use std::collections::{HashMap, HashSet};

use heck::{ToSnakeCase, ToUpperCamelCase};

use super::Cx;
use crate::diagnostic::{Code, Finding, Sink};
use crate::model::{Module, TypeDef};
use crate::raw::Spec;
use crate::source::{FileId, Sources, Span};
use crate::tree::Text;

/// Longer names than this are refused: compilers, editors and people give up at some point.
const MAX_NAME: usize = 120;

/// Modules that the generated crate has itself.
const OWN_MODULES: &[&str] =
    &["lib", "main", "mod", "wire", "versions", "operations", "environment", "requirements", "events"];

/// Words that no identifier of Rust can be, not even a raw one.
const NEVER_RAW: &[&str] = &["self", "Self", "super", "crate", "_"];

/// Methods and fields that generated objects have themselves.
const OWN_FIELDS: &[&str] = &["new", "cast", "check"];

/// The variant that keeps unknown values.
const OWN_VARIANTS: &[&str] = &["Unknown"];

/// Every keyword of Rust, reserved ones too.
pub(super) const KEYWORDS: &[&str] = &[
    "as", "async", "await", "break", "const", "continue", "crate", "dyn", "else", "enum", "extern", "false", "fn",
    "for", "gen", "if", "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub", "ref", "return", "self",
    "Self", "static", "struct", "super", "trait", "true", "type", "unsafe", "use", "where", "while", "abstract",
    "become", "box", "do", "final", "macro", "override", "priv", "try", "typeof", "unsized", "virtual", "yield",
];

/// The name of a field or function: `snake_case`.
pub(super) fn field(name: &Text, rust: Option<&Text>, sink: &mut Sink) -> Option<String> {
    derive(name, rust, OWN_FIELDS, ToSnakeCase::to_snake_case, sink)
}

/// The name of a variant: `CamelCase`.
pub(super) fn variant(name: &Text, rust: Option<&Text>, sink: &mut Sink) -> Option<String> {
    derive(name, rust, OWN_VARIANTS, ToUpperCamelCase::to_upper_camel_case, sink)
}

/// The name of a type. Names that are `CamelCase` already stay as they are: one word in YAML, Rust and docs.
pub(super) fn type_name(name: &Text, rust: Option<&Text>, sink: &mut Sink) -> Option<String> {
    let camel = |text: &str| {
        let stays =
            text.starts_with(|c: char| c.is_ascii_uppercase()) && text.chars().all(|c| c.is_ascii_alphanumeric());
        if stays { text.to_owned() } else { text.to_upper_camel_case() }
    };
    if rust.is_none() && !name.text.starts_with(|c: char| c.is_ascii_uppercase()) {
        let finding = Finding::new(Code::BAD_NAME, format!("`{}` cannot be the name of a type", shown(name)))
            .at(name.span, "begins without a capital letter")
            .help("begin the names of types and enums with a capital letter of A to Z");
        sink.push(finding);
        return None;
    }
    derive(name, rust, &[], camel, sink)
}

fn derive(
    name: &Text,
    rust: Option<&Text>,
    own: &[&str],
    case: impl Fn(&str) -> String,
    sink: &mut Sink,
) -> Option<String> {
    if let Some(rust) = rust {
        return given(rust, own, &case, sink);
    }
    let ascii: String = name.text.chars().map(|c| if c.is_ascii() { c } else { ' ' }).collect();
    let mut derived = case(&ascii);
    if derived.starts_with(|c: char| c.is_ascii_digit()) {
        derived.insert(0, '_');
    }
    if derived.len() > MAX_NAME || !derived.chars().any(|c| c.is_ascii_alphanumeric()) {
        let why = if derived.is_empty() { "nothing of it is left in Rust" } else { "longer than 120 characters" };
        let finding = Finding::new(Code::BAD_NAME, format!("`{}` cannot be a name in Rust", shown(name)))
            .at(name.span, why)
            .help("choose another name, or add `rust:` with an identifier");
        sink.push(finding);
        return None;
    }
    if own.contains(&derived.as_str()) || NEVER_RAW.contains(&derived.as_str()) {
        derived.push('_');
    }
    Some(derived)
}

fn given(rust: &Text, own: &[&str], case: &impl Fn(&str) -> String, sink: &mut Sink) -> Option<String> {
    let text = rust.as_str();
    let identifier = text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        && text.len() <= MAX_NAME;
    let example = Some(case(text)).filter(|name| name.starts_with(|c: char| c.is_ascii_alphabetic()));
    let example = format!("for example `{}`", example.unwrap_or_else(|| case("name")));
    let (problem, help) = if KEYWORDS.contains(&text) {
        ("a keyword", "leave it out: names are escaped where Rust needs it".to_owned())
    } else if !identifier {
        ("not an identifier", example)
    } else if own.contains(&text) {
        ("generated code uses this name itself", "choose another name".to_owned())
    } else if case(text) != text {
        ("of another case than its kind", example)
    } else {
        return Some(text.to_owned());
    };
    let finding = Finding::new(Code::BAD_RUST_NAME, format!("`rust: {}` cannot be used", shown(rust)));
    sink.push(finding.at(rust.span, problem).help(help));
    None
}

/// A name that stands in for one that cannot be used: what it names stays, so that references to it are no further
/// mistakes.
pub(super) fn stand_in(kind: &str, at: Span) -> String {
    format!("{kind}{}x{}", at.file.0, at.start)
}

/// A name that is not taken, made from one that is.
pub(super) fn free<T>(rust: &str, taken: &HashMap<String, T>) -> String {
    let names = (2_u32..).map(|number| format!("{rust}{number}"));
    names.into_iter().find(|name| !taken.contains_key(name)).unwrap_or_else(|| rust.to_owned())
}

/// A name cut to what fits a message.
fn shown(name: &Text) -> String {
    if name.text.chars().count() <= 60 {
        name.text.clone()
    } else {
        name.text.chars().take(57).chain("...".chars()).collect()
    }
}

/// Two names that become one in Rust.
pub(super) fn collision(name: &Text, first: Span, rust: &str) -> Finding {
    let message = if name.text == rust {
        format!("the name `{rust}` is taken in Rust")
    } else {
        format!("`{}` becomes `{rust}` in Rust, and that is taken", shown(name))
    };
    Finding::new(Code::NAME_COLLISION, message)
        .at(name.span, format!("would be `{rust}`"))
        .see(first, format!("is `{rust}`"))
        .help("give one of them another name with `rust:`")
}

/// A method that reads a field and one that sets another with the same name.
pub(super) fn setter_collision(getter: &str, at: Span, set: Span) -> Finding {
    Finding::new(Code::NAME_COLLISION, format!("the name `{getter}` is taken in Rust"))
        .at(at, format!("would be read by the method `{getter}`"))
        .see(set, format!("is set by the method `{getter}`"))
        .help("give one of them another name with `rust:`")
}

/// Decides the modules: one per file that declares types, endpoints or matrices.
pub(super) fn modules(cx: &mut Cx<'_>, spec: &Spec, sources: &Sources) {
    let declaring = spec.types.iter().map(|item| item.file).chain(spec.enums.iter().map(|item| item.file));
    let declaring: HashSet<FileId> = declaring.chain(spec.endpoints.iter().map(|item| item.file)).collect();
    let mut files: Vec<(&str, FileId)> = sources.iter().map(|(id, source)| (source.stem(), id)).collect();
    files.sort_unstable();
    let mut taken: HashMap<String, &str> = HashMap::new();
    for (stem, file) in files.into_iter().filter(|(_, file)| declaring.contains(file)) {
        let rust = stem.to_snake_case();
        let usable = rust.starts_with(|c: char| c.is_ascii_alphabetic())
            && rust.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
            && rust.len() <= MAX_NAME;
        let start = Span { file, start: 0, end: 0 };
        let problem = if !usable {
            Some("its stem is no name of a module".to_owned())
        } else if OWN_MODULES.contains(&rust.as_str()) || NEVER_RAW.contains(&rust.as_str()) {
            Some(format!("`{rust}` is a module of the generated crate itself"))
        } else {
            taken.get(&rust).map(|other| format!("`{other}.yaml` is module `{rust}` already"))
        };
        if let Some(problem) = problem {
            let finding = Finding::new(Code::BAD_FILE_NAME, format!("the file `{stem}.yaml` cannot be a module"));
            cx.sink.push(finding.at(start, problem).help("rename the file"));
            continue;
        }
        taken.insert(rust.clone(), stem);
        cx.module_of.insert(file, cx.modules.len());
        cx.modules.push(Module { name: stem.to_owned(), rust });
    }
}

/// Two types of one module must not share a name in Rust; nor must types of different modules, for all of them are
/// re-exported at the root.
pub(super) fn types(types: &mut [TypeDef], spec: &Spec, sink: &mut Sink) {
    let names: Vec<&Text> =
        spec.types.iter().map(|item| &item.name).chain(spec.enums.iter().map(|item| &item.name)).collect();
    let mut taken: HashMap<String, (Span, String)> = HashMap::new();
    for (def, name) in types.iter_mut().zip(names) {
        match taken.get(&def.rust) {
            // The same YAML name twice is reported as such.
            Some((first, other)) if *other != def.name => {
                sink.push(collision(name, *first, &def.rust));
                def.rust.push('_');
            }
            Some(_) => {}
            None => {
                taken.insert(def.rust.clone(), (name.span, def.name.clone()));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Text {
        Text {
            text: text.to_owned(),
            span: Span { file: crate::source::Sources::default().add("x", ""), start: 0, end: 0 },
        }
    }

    fn field_name(name: &str) -> Option<String> {
        field(&text(name), None, &mut Sink::default())
    }

    #[test]
    fn awkward_names_become_identifiers() {
        assert_eq!(field_name("orderId").as_deref(), Some("order_id"));
        assert_eq!(field_name("3ds").as_deref(), Some("_3ds"));
        assert_eq!(field_name("type").as_deref(), Some("type"));
        assert_eq!(field_name("self").as_deref(), Some("self_"));
        assert_eq!(field_name("new").as_deref(), Some("new_"));
        for bad in ["", "=", "🦀", &"x".repeat(300)] {
            assert_eq!(field_name(bad), None, "{bad}");
        }
    }

    #[test]
    fn variants_keep_clear_of_the_unknown_one() {
        let name = |name: &str| variant(&text(name), None, &mut Sink::default());
        assert_eq!(name("PENDING_VBV").as_deref(), Some("PendingVbv"));
        assert_eq!(name("Ph.D").as_deref(), Some("PhD"));
        assert_eq!(name("UNKNOWN").as_deref(), Some("Unknown_"));
        assert_eq!(name("self").as_deref(), Some("Self_"));
    }

    #[test]
    fn a_given_name_is_checked() {
        let name = |rust: &str| field(&text("x"), Some(&text(rust)), &mut Sink::default());
        assert_eq!(name("fine_name").as_deref(), Some("fine_name"));
        for bad in ["type", "new", "Fine", "1x", "a-b", "", "fn main() {}"] {
            assert_eq!(name(bad), None, "{bad}");
        }
    }
}
