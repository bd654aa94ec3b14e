//! A fixture: a folder with an article, as text or as HTML, and the facts that a careful reader finds in it.

use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;

use rust_decimal::Decimal;
use serde::Deserialize;
use serde_json::{Number, Value};
use topline::Document;
use topline::input::{Options, Source, parcels};
use topline::model::{Report, Span};

/// One fixture folder, read.
pub(crate) struct Fixture {
    pub(crate) name: String,
    pub(crate) folder: PathBuf,
    /// The name of its article in the folder.
    pub(crate) article: &'static str,
    /// The article's text, in which all places are counted; of HTML, what a reader sees.
    pub(crate) text: String,
    pub(crate) truth: Truth,
}

/// `facts.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Truth {
    pub(crate) company: String,
    pub(crate) period: Option<String>,
    /// When the article was published, where the reader would know.
    pub(crate) date: Option<String>,
    pub(crate) facts: Vec<Expected>,
    /// Figures on which careful readers differ: what is read there counts neither for nor against.
    pub(crate) neutral: Vec<Neutral>,
    /// What the calculator must find, in the form that `derived` reads.
    pub(crate) derived: Vec<Value>,
}

/// One expected fact. `company`, `action` and `source` are compared only where they are given.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Expected {
    pub(crate) quote: String,
    /// Which occurrence of `quote` in the article, from 1.
    pub(crate) nth: usize,
    pub(crate) metric: String,
    pub(crate) role: String,
    pub(crate) measure: String,
    pub(crate) comparison: Option<String>,
    pub(crate) period: Option<String>,
    pub(crate) unit: String,
    low: Number,
    high: Number,
    pub(crate) bound: String,
    pub(crate) basis: Option<String>,
    pub(crate) segment: Option<String>,
    pub(crate) company: Option<String>,
    pub(crate) action: Option<String>,
    pub(crate) source: Option<String>,
}

/// A figure that may be read or left.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Neutral {
    pub(crate) quote: String,
    pub(crate) nth: usize,
    /// The company whose figure it never is.
    pub(crate) never_of: Option<String>,
}

impl Expected {
    pub(crate) fn low(&self) -> Decimal {
        decimal(&self.low)
    }

    pub(crate) fn high(&self) -> Decimal {
        decimal(&self.high)
    }
}

impl Fixture {
    /// The article as the library reads it.
    pub(crate) fn document(&self) -> Document {
        let date = self.truth.date.as_deref().map(|date| date.parse().unwrap());
        Document { date, ..Document::new(format!("{}/{}", self.name, self.article), self.text.as_str()) }
    }

    /// What the library makes of the article.
    pub(crate) fn report(&self) -> Report {
        topline::analyze(&self.document())
    }

    /// Where the `nth` occurrence of `quote` stands; occurrences may overlap.
    pub(crate) fn find(&self, quote: &str, nth: usize) -> Option<Span> {
        let mut starts = self.text.char_indices().map(|(at, _)| at).filter(|at| self.text[*at..].starts_with(quote));
        let start = starts.nth(nth.checked_sub(1)?)?;
        Some(Span::new(start, start + quote.len()))
    }

    /// Line of a byte offset, from 1.
    pub(crate) fn line(&self, at: usize) -> usize {
        self.text[..at].matches('\n').count() + 1
    }
}

/// Every fixture folder, in the order of their names.
pub(crate) fn all() -> Vec<Fixture> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let mut folders: Vec<PathBuf> = std::fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.retain(|path| path.is_dir());
    folders.sort();
    folders.into_iter().map(read).collect()
}

/// A JSON number, exactly.
pub(crate) fn decimal(number: &Number) -> Decimal {
    let text = number.to_string();
    Decimal::from_str(&text).or_else(|_| Decimal::from_scientific(&text)).unwrap()
}

/// What the article of a fixture is called: one of these is in each folder.
const ARTICLES: [&str; 2] = ["article.txt", "article.html"];

fn read(folder: PathBuf) -> Fixture {
    let name = folder.file_name().unwrap().to_string_lossy().into_owned();
    let path = folder.join("facts.json");
    let truth = std::fs::read_to_string(&path).unwrap_or_else(|why| panic!("cannot read {}: {why}", path.display()));
    let truth = serde_json::from_str(&truth).unwrap_or_else(|why| panic!("{name}/facts.json: {why}"));
    let article = ARTICLES.into_iter().find(|article| folder.join(article).exists());
    let article = article.unwrap_or_else(|| panic!("{name} has none of {ARTICLES:?}"));
    Fixture { text: text(&folder.join(article)), article, truth, name, folder }
}

/// The text of a file, read as one that a user names.
fn text(path: &Path) -> String {
    let options = Arc::new(Options::default());
    let mut found = parcels(vec![Source::Path(path.to_owned())], Arc::clone(&options));
    let document = found.next().unwrap().open(&options);
    document.unwrap_or_else(|failure| panic!("{}: {failure}", path.display())).text.to_string()
}
