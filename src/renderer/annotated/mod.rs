//! The article on the terminal, wrapped to its width, with every figure marked where it stands, and its line numbers.

mod gutter;
mod ink;
mod label;
mod legend;
pub(crate) mod line;
mod prose;
mod row;
mod shade;

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
    let gutter = Gutter::of(report, view);
    let mut shown = String::with_capacity(text.len().saturating_mul(2));
    let mut window = 0;
    for line in lines(text, marks) {
        if let Some(windows) = &windows {
            let passed = windows.get(window..).unwrap_or_default().partition_point(|(_, to)| *to < line.number);
            window += passed;
            let Some((from, _)) = windows.get(window) else { break };
            if passed > 0 && window > 0 {
                gutter.skipped(&mut shown);
            }
            if line.number < *from {
                continue;
            }
        }
        write(line, report, view, &gutter, &mut shown);
    }
    shown
}

fn write(line: Line<'_>, report: &Report, view: &View, gutter: &Gutter, shown: &mut String) {
    if is_row(line.span.of(report.text())) {
        row::write(line, report, view, gutter, shown);
    } else {
        prose::write(line, report, view, gutter, shown);
    }
}
