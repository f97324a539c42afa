//! Documentation before it is written.

/// Paragraphs of documentation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Docs {
    /// Each paragraph is a run of pieces, joined by spaces.
    pub paragraphs: Vec<Vec<Piece>>,
}

/// A piece of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Anyone's words. Whatever they hold, they are shown as words; balanced backticks make code.
    Words(String),
    /// Our own words, which may use Markdown.
    Plain(String),
    /// Shown as code, whatever it holds. The second text follows without a space.
    Code(String, &'static str),
}

impl Docs {
    /// One paragraph of our own words.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { paragraphs: vec![vec![Piece::Plain(text.into())]] }
    }

    /// One paragraph, or several divided by blank lines, of anyone's words.
    pub fn words(text: &str) -> Self {
        let mut docs = Self::default();
        for paragraph in text.replace("\r\n", "\n").split("\n\n") {
            if !paragraph.trim().is_empty() {
                docs.paragraphs.push(vec![Piece::Words(paragraph.to_owned())]);
            }
        }
        docs
    }

    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.paragraphs.is_empty()
    }

    /// Adds to the first paragraph.
    pub fn say(&mut self, piece: Piece) {
        if let Some(first) = self.paragraphs.first_mut() {
            first.push(piece);
        } else {
            self.paragraphs.push(vec![piece]);
        }
    }

    /// Adds a paragraph.
    pub fn add(&mut self, paragraph: Vec<Piece>) {
        self.paragraphs.push(paragraph);
    }
}
