//! Questions.

/// A question to ask.
#[derive(Clone, Debug)]
pub struct Ask {
    /// The text.
    pub text: String,
}

/// Asks.
pub fn questions() -> Vec<Ask> {
    Vec::new()
}
