//! Charts: a row for each thing compared, its name and figure as text, and a drawing of it between the two. Drawings
//! are as wide as there is room, so that the text beside them keeps its size on a phone.

mod documents;
mod growth;
mod guidance;
mod plot;
mod scale;
mod skyline;
mod surprise;

use maud::{Markup, html};

use crate::renderer::html::sheet::Sheet;

pub(super) use documents::documents;

/// The charts of one document, those that have something to show.
pub(super) fn section(sheet: &Sheet<'_>) -> Option<Markup> {
    let charts = [surprise::chart(sheet), guidance::chart(sheet), growth::chart(sheet)];
    let charts: Vec<Markup> = charts.into_iter().flatten().collect();
    (!charts.is_empty()).then(|| html! { section.charts { @for chart in &charts { (chart) } } })
}

/// A chart with its heading, and how it is to be read.
fn figure(kind: &str, heading: &Markup, reading: &str, rows: &[Markup], axis: Option<Markup>) -> Markup {
    html! {
        figure.chart.(kind) {
            figcaption { (heading) p { (reading) } }
            ul.rows {
                @for row in rows { (row) }
                @if let Some(axis) = axis { (axis) }
            }
        }
    }
}

/// A row: what it is of, the drawing, and what it shows in words.
fn row(name: &Markup, drawing: &Markup, shown: &Markup) -> Markup {
    html! { li { span.name { (name) } (drawing) span.shown { (shown) } } }
}

/// How many rows a chart of one document has at most; the tables have all.
const MOST_ROWS: usize = 12;

/// What a chart says that leaves rows out.
fn left_out(rows: usize) -> String {
    match rows.checked_sub(MOST_ROWS) {
        None | Some(0) => String::new(),
        Some(more) => format!(" The first {MOST_ROWS}; {more} more are in the table."),
    }
}
