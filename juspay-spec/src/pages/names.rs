//! Names as pages print them: padded, with a sketch of the value behind them, or several in one.

/// What a cell that holds a name says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Names {
    /// The names; several for a range.
    pub(crate) list: Vec<String>,
    /// Whether the cell held more than the name.
    pub(crate) repaired: bool,
    /// Whether it is a pattern for names.
    pub(crate) template: bool,
    /// Whether a star is glued to it.
    pub(crate) marked: bool,
    /// What stands behind it: a sketch of the value, or a remark.
    pub(crate) rest: String,
}

impl Names {
    /// The names that a sketch of an object lists: `{web, mobile}`.
    pub(crate) fn shape(&self) -> Vec<&str> {
        let inner = self.rest.trim().strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
        let names: Vec<&str> = inner.into_iter().flat_map(|inner| inner.split(',')).map(str::trim).collect();
        let plain = |name: &str| !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_');
        if names.len() >= 2 && names.iter().all(|name| plain(name)) { names } else { Vec::new() }
    }

    /// What a row is known by: its name, or the first and the last of several.
    pub(crate) fn key(&self) -> String {
        match self.list.as_slice() {
            [] => String::new(),
            [name] => name.clone(),
            [first, .., last] => format!("{first}..{last}"),
        }
    }
}

/// Reads a cell that holds a name.
pub(crate) fn read(cell: &str) -> Names {
    let mut names = Names::default();
    let printed = cell.trim_matches(|c: char| c == ' ' || c == '`' || c == '"' || c == '\'');
    let bold = printed.strip_prefix("**").and_then(|text| text.strip_suffix("**"));
    let printed = bold.unwrap_or(printed).trim();
    let plain = printed.trim_matches(|c| c == ' ' || c == '*' || c == '\u{2020}');
    names.marked = plain.len() < printed.len() && !plain.is_empty();
    let printed = if plain.is_empty() { printed } else { plain };
    let mut text = printed.to_owned();
    text.truncate(text.trim_end_matches(['-', '=', ' ']).len());
    names.template = text.contains("{{") || (text.contains('<') && text.contains('>'));
    if names.template {
        names.repaired = text != printed;
        names.list.push(text);
        return names;
    }
    let mut clean = text.trim_end_matches(['-', '_', '=', ' ', '.']).replace(" .", ".").replace(". ", ".");
    if let Some(at) = value_sketch(&clean) {
        names.rest = clean.split_off(at);
    }
    let clean = clean.trim_end_matches([':', ' ', ',']).to_owned();
    names.repaired = clean != printed;
    match range(&clean) {
        Some(range) => {
            names.repaired = false;
            names.list = range;
        }
        None => names.list.push(clean),
    }
    names
}

/// Where a sketch of the value begins: `name: [(…)]`, `name {a, b}`. Brackets inside a name belong to it.
fn value_sketch(text: &str) -> Option<usize> {
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let opens = matches!(c, '{' | '(') || (c == '[' && matches!(before, ' ' | ':'));
        if opens && at > 0 {
            return Some(at);
        }
        before = c;
    }
    None
}

/// Several names written as a range: `udf1-udf10`, `udf1 to 10`, `UDF 6 to 10`.
fn range(text: &str) -> Option<Vec<String>> {
    let stem_end = text.find(|c: char| c.is_ascii_digit())?;
    let stem = text.get(..stem_end)?.trim_end();
    let rest = text.get(stem_end..)?;
    let digits = rest.find(|c: char| !c.is_ascii_digit())?;
    let first: u32 = rest.get(..digits)?.parse().ok()?;
    let rest = rest.get(digits..)?.trim_start();
    let separators = ["through", "until", "to", "...", "..", "\u{2026}", "\u{2013}", "\u{2014}", "-", "~", "\u{2192}"];
    let rest = separators.iter().find_map(|word| rest.strip_prefix(word))?.trim_start();
    let second = rest.get(..stem.len()).filter(|again| again.eq_ignore_ascii_case(stem));
    let last = if second.is_some() { rest.get(stem.len()..)?.trim_start() } else { rest };
    let last: u32 = last.parse().ok()?;
    (!stem.is_empty() && first < last && last - first < 200)
        .then(|| (first..=last).map(|number| format!("{stem}{number}")).collect())
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn ranges_in_many_spellings() {
        for text in ["udf1-udf3", "udf1 to udf3", "udf1..3", "udf 1 to 3", "udf1 \u{2013} udf3", "udf1 through UDF3"] {
            assert_eq!(read(text).list, ["udf1", "udf2", "udf3"], "{text}");
        }
        assert_eq!(read("line1").list, ["line1"]);
        assert_eq!(read("a1-b2").list, ["a1-b2"]);
    }

    #[test]
    fn padding_and_sketches_go_and_brackets_of_names_stay() {
        let name = |text: &str| (read(text).list.join(","), read(text).repaired);
        assert_eq!(name("code---"), ("code".into(), true));
        assert_eq!(name("links: {a, b}"), ("links".into(), true));
        assert_eq!(name("list: [(..),(..)]"), ("list".into(), true));
        assert_eq!(name("X:notes[cust_id]"), ("X:notes[cust_id]".into(), false));
        assert_eq!(name("answer .code"), ("answer.code".into(), true));
        assert_eq!(read("links: {a, b}").shape(), ["a", "b"]);
        assert!(read("list: [(..),(..)]").shape().is_empty() && read("x (a, b)").shape().is_empty());
        assert!(read("{{a:b}}").template && !read("**id**").marked);
        for text in ["id*", "*id", "* id", "id\u{2020}", "**id** *"] {
            let read = read(text);
            assert!(read.marked && !read.repaired && read.list == ["id"], "{text}: {read:?}");
        }
    }
}
