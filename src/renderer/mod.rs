//! Reports to bytes, one file a format, behind one small trait. Computes nothing.

mod annotated;
mod csv;
mod currency;
mod decimal;
mod documents;
mod figure;
mod html;
mod json;
mod label;
mod link;
mod mark;
mod markdown;
mod metrics;
#[cfg(test)]
mod sample;
mod sheet;
mod table;
mod text;
mod view;

use std::io::{self, Write};

use crate::model::Report;

pub use documents::{Guided, Overview, SortKey, Summary, Tally, Verdicts};
pub use metrics::metric_list;
pub use text::printable;
pub use view::{Rows, View};

/// The output formats, by the name that `--format` takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Tables for a person.
    Table,
    /// One JSON object, or an array of them.
    Json,
    /// One JSON object a line.
    Jsonl,
    /// Comma-separated values with one header.
    Csv,
    /// Tables for a README, an issue or a note.
    Markdown,
    /// One page for the browser, with charts and the article.
    Html,
    /// The article itself, with every figure marked where it stands.
    Annotated,
}

impl Format {
    /// Every format, in the order of the help.
    pub const ALL: &'static [Self] =
        &[Self::Table, Self::Json, Self::Jsonl, Self::Csv, Self::Markdown, Self::Html, Self::Annotated];

    /// The name that `--format` takes.
    pub fn name(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Csv => "csv",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Annotated => "annotated",
        }
    }

    /// What writes this format.
    ///
    /// ```
    /// use topline::renderer::{Format, View};
    ///
    /// let report = topline::analyze(&topline::Document::new("acme.txt", "Revenue was $5 billion."));
    /// let mut line = Vec::new();
    /// Format::Jsonl.renderer(View::default()).report(&report, &mut line);
    /// assert!(line.starts_with(br#"{"schema_version":1,"#));
    /// ```
    pub fn renderer(self, view: View) -> Box<dyn Renderer> {
        match self {
            Self::Table => table::renderer(view),
            Self::Json => Box::new(json::Json::new(view)),
            Self::Jsonl => Box::new(json::Jsonl::new(view)),
            Self::Csv => Box::new(csv::Csv::new(view)),
            Self::Markdown => Box::new(markdown::Markdown::new(view)),
            Self::Html => Box::new(html::Html::new(view)),
            Self::Annotated => Box::new(annotated::Annotated::new(view)),
        }
    }
}

/// Writes reports one after the other. The work on one report is apart from the stream that it goes into, so that many
/// threads can share it; `begin`, `between` and `finish` make the parts a whole.
pub trait Renderer: Send + Sync {
    /// Writes what comes before the first report.
    ///
    /// # Errors
    /// Those of `out`.
    fn begin(&self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    /// Writes what comes before the first report, where that tells of all of them. The overview is empty unless
    /// [`opens_with_overview`](Self::opens_with_overview).
    ///
    /// # Errors
    /// Those of `out`.
    fn begin_with(&self, _overview: &Overview, out: &mut dyn Write) -> io::Result<()> {
        self.begin(out)
    }

    /// Whether `begin_with` needs the summary of every report: nothing is then written before the last one is there.
    fn opens_with_overview(&self) -> bool {
        false
    }

    /// Appends what one report becomes. Only a matter of the report, whatever came before.
    fn report(&self, report: &Report, out: &mut Vec<u8>);

    /// Writes at its place what a report became. `number` counts the reports that are written, from 1.
    ///
    /// # Errors
    /// Those of `out`.
    fn place(&self, _number: usize, part: &[u8], out: &mut dyn Write) -> io::Result<()> {
        out.write_all(part)
    }

    /// What stands between two reports.
    fn between(&self) -> &'static [u8] {
        b""
    }

    /// Whether `finish` needs the summary of every report.
    fn wants_summaries(&self) -> bool {
        false
    }

    /// Writes what comes after the last report.
    ///
    /// # Errors
    /// Those of `out`.
    fn finish(&self, _overview: &Overview, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}

/// The JSON Schema of a report.
///
/// ```
/// assert!(topline::renderer::schema().contains("\"line_items\""));
/// ```
pub fn schema() -> String {
    json::schema()
}

/// The version of the JSON contract.
pub const SCHEMA_VERSION: u32 = json::SCHEMA_VERSION;

/// What the reader should know of a report: what went wrong while the document was read in, then while it was understood.
fn warnings(report: &Report) -> impl Iterator<Item = &str> {
    let read_in = &report.document.warnings;
    read_in.iter().chain(report.warnings.iter().filter(|warning| !read_in.contains(warning))).map(String::as_str)
}
