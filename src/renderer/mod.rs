//! Reports to bytes, one file a format, behind one small trait. Computes nothing.

use std::io::{self, Write};

use crate::model::{Metric, Report, Role};

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
}

/// What a row of a table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rows {
    /// A line item.
    Items,
    /// A document.
    Documents,
    /// A fact.
    Facts,
}

/// What is shown, and how.
#[derive(Clone, Debug)]
pub struct View {
    /// What a row of a table is.
    pub rows: Rows,
    /// Whether the JSON is an array of reports, rather than one.
    pub several: bool,
    /// Columns of the terminal; 80 where there is none.
    pub width: u16,
    /// Whether colours may be used.
    pub color: bool,
    /// Whether characters beyond ASCII may be used.
    pub unicode: bool,
    /// Whether JSON lists the quantities that are in no fact.
    pub include_unlinked: bool,
    /// Only these metrics; all where empty.
    pub metrics: Vec<Metric>,
    /// Only these roles; all where empty.
    pub roles: Vec<Role>,
}

/// Writes reports one after the other.
pub trait Renderer {
    /// Writes one report.
    ///
    /// # Errors
    /// Those of `out`.
    fn report(&mut self, report: &Report, out: &mut dyn Write) -> io::Result<()>;

    /// Writes what comes after the last report.
    ///
    /// # Errors
    /// Those of `out`.
    fn finish(&mut self, out: &mut dyn Write) -> io::Result<()>;
}
