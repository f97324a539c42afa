//! What can be read from running text without knowing what it is about: calls, headers, logs of versions, records.

use super::document::{Page, Place};
use super::rules::PageRules;
use super::words::{is_date, is_heading, words};

/// Something a line of running text says in a form that can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Said {
    /// A method and an address.
    Call { method: String, url: String },
    /// The date of an entry of the log.
    Version(String),
    /// A line of a sample: its header if it has one, and its address.
    Sample { header: Option<(String, String)>, url: Option<String> },
    /// The name of a record.
    Record(String),
    /// A field of the record above.
    Member { record: String, field: String },
    /// The end of a record.
    RecordEnd,
}

/// What the lines of a page say, as index and statement.
pub(crate) fn read(page: &Page, rules: &PageRules) -> Vec<(usize, Said)> {
    let mut said = Vec::new();
    let mut record: Option<String> = None;
    let mut last = String::new();
    for (at, line) in page.lines.iter().enumerate().filter(|(_, line)| line.place == Place::Text) {
        let text = line.text.as_str();
        if let Some(call) = call(text) {
            said.push((at, call));
        } else if rules.log.is_some() && is_version(text) {
            said.push((at, Said::Version(words(text).concat())));
        } else if let Some(sample) = sample(text) {
            said.push((at, sample));
        } else if let Some(field) = member(text) {
            // A line that goes on with a record that has ended was doubled with its end.
            let goes_on = text.starts_with(',') && !last.is_empty();
            let name = record.clone().or_else(|| if goes_on { None } else { record_name(page, at) });
            let name = name.unwrap_or_else(|| last.clone());
            last.clone_from(&name);
            if record.is_none() && at > 0 && !goes_on {
                said.push((at - 1, Said::Record(name.clone())));
            }
            said.push((at, Said::Member { record: name.clone(), field }));
            record = Some(name);
            continue;
        } else if text.trim() == "}" && record.is_some() {
            said.push((at, Said::RecordEnd));
        } else if record.is_some() && page.lines.get(at + 1).is_some_and(|next| member(&next.text).is_some()) {
            // A doubled line inside the record.
            continue;
        }
        record = None;
    }
    said
}

/// Whether a line is nothing but a date, or what was meant to be one.
fn is_version(text: &str) -> bool {
    let found = words(text);
    let [word] = found.as_slice() else { return false };
    let digits = word.chars().filter(char::is_ascii_digit).count();
    is_date(word) || ((6..=8).contains(&digits) && word.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '.')))
}

/// `post https://…`.
fn call(text: &str) -> Option<Said> {
    let (method, rest) = text.split_once(' ')?;
    let method = method.to_uppercase();
    let known = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"].contains(&method.as_str());
    let url = rest.trim();
    let address = url.starts_with("http://") || url.starts_with("https://") || url.starts_with('/');
    (known && address && !url.contains(' ')).then(|| Said::Call { method, url: url.to_owned() })
}

/// A line of a sample of curl.
fn sample(text: &str) -> Option<Said> {
    let first = text.split(' ').next().unwrap_or_default();
    let flags = ["-H", "--header", "-u", "--user", "-X", "--request", "-d", "--data", "--data-urlencode", "--location"];
    if first != "curl" && !flags.contains(&first) {
        return None;
    }
    let behind = |flag: &str| text.find(flag).and_then(|at| text.get(at + flag.len()..));
    let header = behind("--header ").or_else(|| behind("-H ")).and_then(quoted).and_then(|quoted| {
        let (name, value) = quoted.split_once(':')?;
        Some((name.trim().to_owned(), value.trim().to_owned()))
    });
    let url = text.find("http").and_then(|at| text.get(at..)).and_then(|url| {
        let end = url.find([' ', '\'', '"', '\\']).unwrap_or(url.len());
        url.get(..end).map(str::to_owned)
    });
    Some(Said::Sample { header, url })
}

fn quoted(text: &str) -> Option<&str> {
    let text = text.trim_start();
    let quote = text.chars().next().filter(|c| matches!(c, '\'' | '"'))?;
    let inner = text.get(1..)?;
    inner.get(..inner.find(quote)?)
}

/// `{ name` or `, name`.
fn member(text: &str) -> Option<String> {
    let rest = text.strip_prefix('{').or_else(|| text.strip_prefix(','))?;
    let rest = rest.trim().trim_end_matches('}').trim_end();
    let name = rest.split([':', ' ']).next()?;
    let plain = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_');
    (plain && words(rest).len() <= 3).then(|| name.to_owned())
}

/// The line above a record, if it is one word.
fn record_name(page: &Page, at: usize) -> Option<String> {
    let above = at.checked_sub(1).and_then(|above| page.lines.get(above))?;
    let found = words(&above.text);
    (found.len() == 1).then(|| found.concat())
}

/// The heading of the rules that a line is, if it is one.
pub(crate) fn heading<'r>(text: &str, rules: &'r PageRules) -> Option<&'r str> {
    let sections = rules.sections.iter().filter_map(|section| section.heading.as_deref());
    let all = sections.chain(rules.headings.iter().map(String::as_str)).chain(rules.log.as_deref());
    let mut close = None;
    for heading in all {
        if words(heading) == words(text) {
            return Some(heading);
        }
        if is_heading(text, heading) {
            close.get_or_insert(heading);
        }
    }
    close
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_samples_and_records_are_read() {
        let text = "get https://x.example/parcels/\n2021-03-05\ncurl -H 'version: 2020-01-01' https://x.example\nBreakup\n{ a\n, b\n}\n";
        let page = crate::pages::text::read("p", text, false, &[]);
        let rules = PageRules { log: Some("Log".into()), ..PageRules::default() };
        let said: Vec<Said> = read(&page, &rules).into_iter().map(|(_, said)| said).collect();
        assert_eq!(said.len(), 7, "{said:?}");
        assert!(matches!(&said[0], Said::Call { method, .. } if method == "GET"));
        assert!(matches!(&said[2], Said::Sample { header: Some((name, _)), .. } if name == "version"));
        assert!(matches!(&said[5], Said::Member { record, field } if record == "Breakup" && field == "b"));
    }
}
