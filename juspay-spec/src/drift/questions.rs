//! What to ask the makers of the API.

use super::{Class, Report};
use crate::model::Api;

/// A question to ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// The page and line.
    pub at: String,
    /// The item it is about.
    pub item: String,
    /// The question.
    pub ask: String,
}

/// What the pages leave open: what the comparison could not decide, and the questions that the spec keeps about the
/// pages at hand.
pub fn questions(api: &Api, report: &Report) -> Vec<Ask> {
    let told = report.open().filter_map(|finding| {
        let ask = match finding.class {
            Class::OpenQuestion => finding.message.clone(),
            Class::GoneClaim => {
                format!("{} is not on the page any more: was it removed, and from which version on?", finding.item)
            }
            Class::Contradiction => format!("{}: which of the two holds?", finding.message),
            Class::NewClaim => {
                format!("{} is new on the page: from which version on, and what does it hold?", finding.item)
            }
            Class::ChangedClaim => format!("{}: from which version on?", finding.message),
            _ => return None,
        };
        Some(Ask { at: format!("{}:{}", finding.page, finding.line), item: finding.item.clone(), ask })
    });
    let pages: Vec<&str> = report.coverage.iter().map(|coverage| coverage.page.as_str()).collect();
    let kept = api.questions.iter().filter_map(|question| {
        let at = question.at.iter().find(|at| pages.contains(&at.page.as_str()))?;
        Some(Ask { at: at.to_string(), item: question.about.clone().unwrap_or_default(), ask: question.ask.clone() })
    });
    told.chain(kept).collect()
}
