//! What `inspect` found: one value for people and for machines.

use crate::json::{Json, Object};

/// Facts and tables about one thing.
#[derive(Clone, Debug)]
pub struct Report {
    /// What kind of thing it is: `type`, `endpoint`, `version`.
    pub kind: &'static str,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub doc: String,
    /// Single facts by key, in order.
    pub facts: Vec<(&'static str, Json)>,
    /// Lists of things, in order; an empty one stays in the JSON and out of the text.
    pub tables: Vec<Table>,
}

impl Report {
    /// A report without facts.
    pub fn new(kind: &'static str, name: impl Into<String>, doc: impl Into<String>) -> Self {
        Self { kind, name: name.into(), doc: doc.into(), facts: Vec::new(), tables: Vec::new() }
    }

    /// Adds a fact; `null`, empty texts and empty lists stay in the JSON and out of the text.
    #[must_use]
    pub fn fact(mut self, key: &'static str, value: impl Into<Json>) -> Self {
        self.facts.push((key, value.into()));
        self
    }

    /// Adds a table.
    #[must_use]
    pub fn table(mut self, table: Table) -> Self {
        self.tables.push(table);
        self
    }

    /// As JSON: facts under their keys, each table as a list of objects.
    pub fn to_json(&self) -> Json {
        let mut object = Object::new();
        object.set("kind", self.kind).set("name", self.name.as_str()).set("doc", self.doc.as_str());
        for (key, value) in &self.facts {
            object.set(*key, value.clone());
        }
        for table in &self.tables {
            object.set(table.key, table.to_json());
        }
        object.into()
    }
}

/// Things of one kind, a row each.
#[derive(Clone, Debug)]
pub struct Table {
    /// What the rows are: `fields`; the key in JSON and the heading in text.
    pub key: &'static str,
    /// The keys of each row.
    pub columns: &'static [&'static str],
    /// As many cells as there are columns.
    pub rows: Vec<Vec<Json>>,
}

impl Table {
    /// A table of rows.
    pub fn new(key: &'static str, columns: &'static [&'static str], rows: Vec<Vec<Json>>) -> Self {
        Self { key, columns, rows }
    }

    fn to_json(&self) -> Json {
        let row = |cells: &Vec<Json>| {
            let mut object = Object::new();
            for (key, cell) in self.columns.iter().zip(cells) {
                object.set(*key, cell.clone());
            }
            object
        };
        self.rows.iter().map(row).collect()
    }
}
