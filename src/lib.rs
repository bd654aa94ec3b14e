//! Reads earnings articles, press releases and call transcripts and hands back the figures.
//!
//! ```
//! let text = "Acme reported revenue of $48.4 billion, up 21% year over year.";
//! let report = topline::analyze(&topline::Document::new("acme.txt", text));
//! assert_eq!(report.document.name, "acme.txt");
//! ```

pub mod batch;
pub mod calculator;
pub mod input;
pub mod model;
pub mod parser;
pub mod renderer;

pub use model::{Document, Report};

/// Reads one document and derives what follows from its figures. Never fails: odd text gives fewer facts.
pub fn analyze(document: &Document) -> Report {
    let reading = parser::read(document);
    let derived = calculator::calculate(&reading);
    Report::new(document.clone(), reading, derived)
}
