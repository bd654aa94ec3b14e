//! One text to be read, and what is known of it beforehand.

use std::path::Path;
use std::sync::Arc;

use crate::model::{Date, Period};

/// What sort of text a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A news article.
    Article,
    /// A company's own announcement.
    PressRelease,
    /// What was said in an earnings call.
    Transcript,
    /// A few lines of a wire: "Shr 37.4p vs 30p".
    Brief,
}

impl Kind {
    /// The name in the JSON contract.
    pub fn name(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::PressRelease => "press_release",
            Self::Transcript => "transcript",
            Self::Brief => "brief",
        }
    }
}

/// One text to be read. Everything but `name` and `text` is what somebody told us beforehand, and may be absent.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// Path or identifier, as shown in the report's `source.path`.
    pub name: String,
    /// The text, decoded. Spans in the report are byte offsets into it.
    pub text: Arc<str>,
    /// The file that it was read from, line for line; none for standard input, a line of JSON lines and a page of HTML.
    pub file: Option<Arc<Path>>,
    /// When it was published: settles "this year" and "the second quarter".
    pub date: Option<Date>,
    /// Whose results it is about.
    pub company: Option<String>,
    /// That company's ticker.
    pub ticker: Option<String>,
    /// The period that it reports on.
    pub period: Option<Period>,
    /// A period that the document's name suggests (`AAP_q4_2020.txt`): a hint for where the text leaves the year open,
    /// not a statement like `period`.
    pub hint_period: Option<Period>,
    /// A ticker that the document's name suggests (`AAP_q4_2020.txt`).
    pub hint_ticker: Option<String>,
    /// What went wrong while it was read in: "3 bytes were not UTF-8 and were replaced".
    pub warnings: Vec<String>,
}

impl Document {
    /// A document of which nothing but the text is known.
    ///
    /// ```
    /// let document = topline::Document::new("q3.txt", "Revenue was $5 billion.");
    /// assert_eq!(document.name, "q3.txt");
    /// ```
    pub fn new(name: impl Into<String>, text: impl Into<Arc<str>>) -> Self {
        Self { name: name.into(), text: text.into(), ..Self::default() }
    }
}
