//! What can be read from running text without knowing what it is about: calls, headers, logs of versions, records.

use super::days;
use super::document::{Page, Place};
use super::rules::PageRules;
use super::words::{is_date, is_heading, words};

/// Something a line of running text says in a form that can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Said {
    /// A method and an address.
    Call { method: String, url: String },
    /// The date of an entry of the log, and what the same line says of it.
    Version { date: String, rest: String },
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
    let log = rules
        .log
        .as_deref()
        .and_then(|log| page.lines.iter().position(|line| line.place == Place::Text && is_heading(&line.text, log)));
    let mut record: Option<String> = None;
    let mut last = String::new();
    for (at, line) in page.lines.iter().enumerate().filter(|(_, line)| line.place == Place::Text) {
        let text = line.text.as_str();
        if let Some(call) = call(text) {
            said.push((at, call));
        } else if let Some((date, rest)) = entry(text, log.is_some_and(|log| log < at)).filter(|_| rules.log.is_some())
        {
            said.push((at, Said::Version { date, rest }));
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

/// The day that an entry of the log begins with, and what stands behind it. Outside the log, only a date alone counts.
fn entry(text: &str, inside: bool) -> Option<(String, String)> {
    let found = words(text);
    if let [word] = found.as_slice() {
        let digits = word.chars().filter(char::is_ascii_digit).count();
        let meant = (6..=8).contains(&digits) && word.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '.'));
        if is_date(word) || meant {
            return Some(((*word).to_owned(), String::new()));
        }
    }
    if !inside {
        return None;
    }
    let named = ["version ", "release ", "v"].iter().find_map(|lead| {
        text.get(..lead.len()).filter(|start| start.eq_ignore_ascii_case(lead)).and_then(|_| text.get(lead.len()..))
    });
    days::leading(named.unwrap_or(text))
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
    (found.len() == 1 && !found.iter().any(|word| is_date(word))).then(|| found.concat())
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

    #[test]
    fn entries_of_a_log_begin_with_a_day() {
        let read = |text: &str| entry(text, true);
        let some = |rest: &str| Some(("2022-01-15".to_owned(), rest.to_owned()));
        assert_eq!(read("2022-01-15"), some(""));
        assert_eq!(read("Version 2022-01-15: a field is sent"), some("a field is sent"));
        assert_eq!(read("2022/01/15 - a field is sent"), some("a field is sent"));
        assert_eq!(read("15 January 2022"), some(""));
        assert_eq!(read("Jan 15th, 2022: a field"), some("a field"));
        assert_eq!(read("Since 2022-01-15 a field is sent"), None);
        assert_eq!(read("15 fields are sent since January 2022"), None);
        assert_eq!(entry("2022-01-15: a field is sent", false), None);
    }
}
