//! The article on the terminal, wrapped to its width, with every figure marked where it stands, and its line numbers.

mod gutter;
mod ink;
mod label;
mod legend;
pub(crate) mod line;
mod prose;
mod row;
mod shade;
mod squeeze;

use crate::model::Report;
use crate::renderer::annotated::gutter::Gutter;
use crate::renderer::annotated::line::{Line, is_row, lines, windows};
use crate::renderer::mark::{Mark, marks};
use crate::renderer::table::{grid, page};
use crate::renderer::{Renderer, View};

/// The article with its figures marked.
pub(crate) struct Annotated {
    view: View,
}

impl Annotated {
    pub(crate) fn new(view: View) -> Self {
        Self { view }
    }
}

impl Renderer for Annotated {
    fn report(&self, report: &Report, out: &mut Vec<u8>) {
        let view = &self.view;
        let marks = marks(report, view);
        let head = format!("{}{}", page::title(report, view), legend::legend(&marks, view));
        let notes = grid(page::notes(report), view);
        page::sections(&[head, article(report, &marks, view), notes], out);
    }

    fn between(&self) -> &'static [u8] {
        b"\n"
    }
}

/// The lines that are shown, in rows.
fn article(report: &Report, marks: &[Mark<'_>], view: &View) -> String {
    let text = report.text();
    let windows = view.context.map(|context| windows(text, marks, context));
    let mut paper = Paper::new(report, view);
    let mut window = 0;
    for line in lines(text, marks) {
        if let Some(windows) = &windows {
            let passed = windows.get(window..).unwrap_or_default().partition_point(|(_, to)| *to < line.number);
            window += passed;
            let Some((from, _)) = windows.get(window) else { break };
            if passed > 0 {
                paper.skip();
            }
            if line.number < *from {
                continue;
            }
        }
        paper.add(line);
    }
    paper.finish()
}

/// The article as far as it is written.
struct Paper<'a> {
    report: &'a Report,
    view: &'a View,
    gutter: Gutter,
    /// The rows of a table that is not over yet.
    table: Vec<Line<'a>>,
    shown: String,
}

impl<'a> Paper<'a> {
    fn new(report: &'a Report, view: &'a View) -> Self {
        let gutter = Gutter::of(report, view);
        Self { report, view, gutter, table: Vec::new(), shown: String::with_capacity(report.text().len()) }
    }

    /// Empty lines may stand between the rows of a table.
    fn add(&mut self, line: Line<'a>) {
        let text = line.span.of(self.report.text());
        if is_row(text, self.gutter.room) || (text.trim().is_empty() && !self.table.is_empty()) {
            self.table.push(line);
        } else {
            self.end_table();
            prose::write(line, self.report, self.view, &self.gutter, &mut self.shown);
        }
    }

    fn skip(&mut self) {
        self.end_table();
        self.gutter.skipped(&mut self.shown);
    }

    fn end_table(&mut self) {
        row::write(&self.table, self.report, self.view, &self.gutter, &mut self.shown);
        self.table.clear();
    }

    fn finish(mut self) -> String {
        self.end_table();
        self.shown
    }
}
