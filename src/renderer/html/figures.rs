//! Tables of the page, and cells whose figures lead to the place that they were read from.

use maud::{Markup, html};

use crate::model::{Figure, LineItem};
use crate::renderer::html::anchor::Anchor;
use crate::renderer::html::sheet::{Row, Sheet, evidence};
use crate::renderer::html::word;
use crate::renderer::label;
use crate::renderer::text::printable;

/// What stands over a column.
pub(super) struct Heading {
    name: &'static str,
    is_number: bool,
}

impl Heading {
    pub(super) const fn words(name: &'static str) -> Self {
        Self { name, is_number: false }
    }

    pub(super) const fn numbers(name: &'static str) -> Self {
        Self { name, is_number: true }
    }
}

/// A row of a table: what it is of, and a cell for each heading but the first.
pub(super) struct Line {
    /// Where links to the row lead.
    pub(super) anchor: Option<Anchor>,
    pub(super) head: Markup,
    pub(super) cells: Vec<Option<Markup>>,
}

/// A table that scrolls in its own box where the window is narrow. A column that nothing stands in is left out.
pub(super) fn table(caption: &str, headings: &[Heading], lines: &[Line]) -> Markup {
    let filled = |column: usize| lines.iter().any(|line| matches!(line.cells.get(column), Some(Some(_))));
    let (first, others) = match headings.split_first() {
        Some((first, others)) => (first.name, others),
        None => ("", headings),
    };
    let columns: Vec<(usize, &Heading)> = others.iter().enumerate().filter(|(column, _)| filled(*column)).collect();
    html! {
        div.scroll tabindex="0" role="region" aria-label=(caption) {
            table {
                caption { (caption) }
                thead {
                    tr {
                        th scope="col" { (first) }
                        @for (_, heading) in &columns { th scope="col" .number[heading.is_number] { (heading.name) } }
                    }
                }
                tbody { @for line in lines { (row(line, &columns)) } }
            }
        }
    }
}

fn row(line: &Line, columns: &[(usize, &Heading)]) -> Markup {
    html! {
        tr id=[line.anchor] tabindex=[line.anchor.map(|_| "-1")] {
            th scope="row" { (line.head) }
            @for (column, heading) in columns {
                td .number[heading.is_number] {
                    @match line.cells.get(*column) {
                        Some(Some(cell)) => (cell),
                        // Passed over by a screen reader, which says that a cell is empty.
                        _ => span.nothing aria-hidden="true" { "–" },
                    }
                }
            }
        }
    }
}

/// The name of a line item, which leads to its evidence.
pub(super) fn name(row: &Row<'_>, sheet: &Sheet<'_>) -> Markup {
    to_fact(evidence(row).first().copied(), &printable(&label::item(row, sheet.report)), sheet)
}

/// A figure that leads to its evidence.
pub(super) fn level(item: &LineItem, figure: Option<&Figure>, sheet: &Sheet<'_>) -> Option<Markup> {
    let figure = figure?;
    Some(to_fact(Some(figure.fact), &word::quantity(item, &figure.quantity, sheet.style()), sheet))
}

/// The level of the year before, or the one that follows from the stated growth.
pub(super) fn year_ago(item: &LineItem, sheet: &Sheet<'_>) -> Option<Markup> {
    match (&item.year_ago, &item.implied_year_ago) {
        (None, Some(implied)) => {
            let shown = sheet.style().within(item.unit, implied.value, implied.interval);
            Some(html! { (shown) abbr title="implied by the stated growth" { "*" } })
        }
        (figure, _) => level(item, figure.as_ref(), sheet),
    }
}

/// How much it grew; leads to the last of the facts that say so, which is the stated rate where there is one.
pub(super) fn growth(item: &LineItem, sheet: &Sheet<'_>) -> Option<Markup> {
    let growth = item.growth.as_ref()?;
    Some(to_fact(growth.facts.last().copied(), &word::growth(growth, sheet.style())?, sheet))
}

/// A text that leads to the figure in the article, where that is shown.
fn to_fact(id: Option<usize>, text: &str, sheet: &Sheet<'_>) -> Markup {
    html! {
        @match id.filter(|id| sheet.shows(*id)) {
            Some(id) => a href={ "#" (Anchor::Fact(id)) } { (text) },
            None => (text),
        }
    }
}
