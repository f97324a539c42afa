//! What accounts for every line of a page.

use crate::pages::{Edit, Page};

/// What accounts for a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Account {
    /// It claims something about an item.
    Claim(String),
    /// It is part of how the page is built: a heading, the head of a table.
    Layout(String),
    /// It claims nothing, for this reason.
    Ignored(String),
    /// It says again what another line says.
    Doubled,
}

impl Account {
    /// The kind of account, for people and for JSON.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Claim(_) => "claim",
            Self::Layout(_) => "layout",
            Self::Ignored(_) => "ignored",
            Self::Doubled => "doubled",
        }
    }

    /// What it says about the line.
    pub fn what(&self) -> &str {
        match self {
            Self::Claim(what) | Self::Layout(what) | Self::Ignored(what) => what,
            Self::Doubled => "",
        }
    }
}

/// A page line by line.
#[derive(Clone, Debug, Default)]
pub struct Coverage {
    /// The page.
    pub page: String,
    /// Each line that is not blank, by number, with what accounts for it.
    pub lines: Vec<(u32, Option<Account>)>,
    /// What was done to its lines.
    pub edits: Vec<Edit>,
}

impl Coverage {
    pub(crate) fn new(page: &Page, accounts: &[Option<Account>], edits: Vec<Edit>) -> Self {
        let lines = page.lines.iter().zip(accounts).map(|(line, account)| (line.number, account.clone()));
        Self { page: page.name.clone(), lines: lines.collect(), edits }
    }

    /// How many lines are accounted for, of how many.
    pub fn counts(&self) -> (usize, usize) {
        let accounted = self.lines.iter().filter(|(_, account)| account.is_some()).count();
        (accounted, self.lines.len())
    }
}
