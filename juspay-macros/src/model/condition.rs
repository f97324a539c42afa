//! Conditions, in the words of the spec language: `status == SENT and carrier in [AIR, SEA]`.

use juspay_codegen::item::{Test, TestOp};

use super::{Field, Part};
use crate::attr::Text;
use crate::errors::Errors;

/// A condition: tests that must all hold.
pub(crate) struct Condition {
    pub(crate) text: Text,
    pub(crate) tests: Vec<Written>,
}

/// A test as it is written; which of the dots in its path divide names is known when the fields are.
pub(crate) struct Written {
    pub(crate) path: String,
    op: TestOp,
}

impl Condition {
    /// Reads a condition; nothing where it cannot be read, which is told.
    pub(crate) fn read(text: &Text, errors: &mut Errors) -> Option<Self> {
        let tests: Option<Vec<Written>> = text
            .text
            .split(" and ")
            .map(|part| {
                let read = test(part.trim());
                if read.is_none() {
                    let message = format!(
                        "`{}` is no condition: write `path == VALUE`, `path != VALUE`, `path in [A, B]` or `path`, joined by `and`",
                        part.trim()
                    );
                    errors.at(text.span, message);
                }
                read
            })
            .collect();
        Some(Self { text: text.clone(), tests: tests? })
    }

    /// The tests, with paths that start at an object of these fields; of others where there are none.
    pub(crate) fn tests(&self, fields: &[Field]) -> Vec<Test> {
        self.tests.iter().map(|test| Test { path: steps(&test.path, fields), op: test.op.clone() }).collect()
    }
}

fn test(part: &str) -> Option<Written> {
    let path = |text: &str| is_path(text.trim()).then(|| text.trim().to_owned());
    if let Some((before, wanted)) = part.split_once("==") {
        return Some(Written { path: path(before)?, op: TestOp::In(vec![value(wanted)?]) });
    }
    if let Some((before, wanted)) = part.split_once("!=") {
        return Some(Written { path: path(before)?, op: TestOp::NotIn(vec![value(wanted)?]) });
    }
    if let Some((before, list)) = part.split_once(" in ") {
        let values: Option<Vec<String>> =
            list.trim().strip_prefix('[')?.strip_suffix(']')?.split(',').map(value).collect();
        return Some(Written { path: path(before)?, op: TestOp::In(values?) });
    }
    Some(Written { path: path(part)?, op: TestOp::There })
}

fn is_path(path: &str) -> bool {
    !path.contains(|c: char| c.is_whitespace() || "=!<>[],".contains(c)) && path.split('.').all(|step| !step.is_empty())
}

fn value(text: &str) -> Option<String> {
    let value = text.trim();
    (!value.is_empty() && !value.contains(['=', '[', ']', ','])).then(|| value.to_owned())
}

/// The names on the way: that of a field, which may hold dots, and those in it.
fn steps(path: &str, fields: &[Field]) -> Vec<String> {
    let first = first(path, fields).unwrap_or_else(|| path.split('.').next().unwrap_or_default());
    let rest = path.get(first.len()..).unwrap_or_default();
    std::iter::once(first).chain(rest.split('.').skip(1)).map(str::to_owned).collect()
}

/// The key at the beginning of a path: that of a field, or one of a flattened object.
pub(crate) fn first<'p>(path: &'p str, fields: &[Field]) -> Option<&'p str> {
    let begins = |name: &str| {
        let rest = path.strip_prefix(name)?;
        (rest.is_empty() || rest.starts_with('.')).then_some(name.len())
    };
    let own = fields.iter().filter(|field| matches!(field.part, Part::Plain));
    let own = own.filter_map(|field| begins(&field.wire.text)).max();
    let flat = fields.iter().filter_map(|field| match &field.part {
        Part::Flat(prefix) => {
            let rest = path.strip_prefix(prefix.as_str()).filter(|rest| !rest.is_empty())?;
            Some(prefix.len() + rest.find('.').unwrap_or(rest.len()))
        }
        Part::Plain | Part::Rest => None,
    });
    path.get(..own.or_else(|| flat.max())?)
}

#[cfg(test)]
mod tests {
    use proc_macro2::Span;

    use super::*;

    fn read(text: &str) -> Option<Vec<Test>> {
        let text = Text { text: text.to_owned(), span: Span::call_site() };
        Condition::read(&text, &mut Errors::default()).map(|condition| condition.tests(&[]))
    }

    #[test]
    fn conditions_are_those_of_the_language() {
        let test = |path: &[&str], op| Test { path: path.iter().map(|&step| step.to_owned()).collect(), op };
        let values = |values: &[&str]| values.iter().map(|&value| value.to_owned()).collect();
        assert_eq!(
            read("a.b == X Y and c != 1 and d in [A, B ] and e"),
            Some(vec![
                test(&["a", "b"], TestOp::In(values(&["X Y"]))),
                test(&["c"], TestOp::NotIn(values(&["1"]))),
                test(&["d"], TestOp::In(values(&["A", "B"]))),
                test(&["e"], TestOp::There),
            ])
        );
        for text in ["", "a b", "a = X", "a == ", "== X", "a in X", "a in []", "a..b", "a == X or b == Y", "a < 3"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
