//! One self-contained page for a browser: the line items, charts, and the article with every figure marked. It asks for
//! nothing from anywhere, and all of it is there without its script. Everything from a document is escaped: by the
//! template, and before that what would steer the reader.

mod anchor;
mod article;
mod chart;
mod document;
mod figures;
mod findings;
mod guidance;
mod note;
mod overview;
mod results;
mod sheet;
mod shell;
mod symbol;
#[cfg(test)]
mod tests;
mod word;

use std::io::{self, Write};

use crate::model::Report;
use crate::renderer::{Overview, Renderer, View};

/// A page for a browser.
pub(crate) struct Html {
    view: View,
}

impl Html {
    pub(crate) fn new(view: View) -> Self {
        // A page has its own width and its own colours, and every browser knows Unicode.
        Self { view: View { unicode: true, color: false, ..view } }
    }
}

impl Renderer for Html {
    fn begin_with(&self, overview: &Overview, out: &mut dyn Write) -> io::Result<()> {
        let top = if self.view.several { Some(overview::section(overview, &self.view)) } else { None };
        out.write_all(shell::opening(&shell::title(overview, self.view.several), top).as_bytes())
    }

    fn opens_with_overview(&self) -> bool {
        true
    }

    fn report(&self, report: &Report, out: &mut Vec<u8>) {
        out.extend_from_slice(document::part(report, &self.view).into_string().as_bytes());
    }

    fn place(&self, number: usize, part: &[u8], out: &mut dyn Write) -> io::Result<()> {
        anchor::numbered(number, part, out)
    }

    fn finish(&self, _overview: &Overview, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(shell::CLOSING.as_bytes())
    }
}
