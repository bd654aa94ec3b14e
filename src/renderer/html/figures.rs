//! What the tables of line items are made of: cells whose figures lead to the place that they were read from.

use maud::{Markup, html};

use crate::model::{Figure, LineItem};
use crate::renderer::html::anchor::Anchor;
use crate::renderer::html::sheet::{Row, Sheet, evidence};
use crate::renderer::html::word;
use crate::renderer::label;
use crate::renderer::text::printable;

/// A table that scrolls in its own box where the window is narrow. Its rows have one cell for each heading; the
/// headings of `numbers` stand over figures.
pub(super) fn table(caption: &str, headings: &[Heading], rows: &[Markup]) -> Markup {
    html! {
        div.scroll tabindex="0" role="region" aria-label=(caption) {
            table {
                caption { (caption) }
                thead {
                    tr {
                        @for heading in headings {
                            th scope="col" .number[heading.is_number] { (heading.name) }
                        }
                    }
                }
                tbody { @for row in rows { (row) } }
            }
        }
    }
}

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

/// The first cell of a line item: its name leads to its evidence.
pub(super) fn name(row: &Row<'_>, sheet: &Sheet<'_>) -> Markup {
    let name = label::item(row, sheet.report);
    html! { th scope="row" { (to_fact(evidence(row).first().copied(), &printable(&name), sheet)) } }
}

/// A cell with a figure.
pub(super) fn level(item: &LineItem, figure: Option<&Figure>, sheet: &Sheet<'_>) -> Markup {
    html! { td.number { (value(item, figure, sheet)) } }
}

/// A figure that leads to its evidence.
pub(super) fn value(item: &LineItem, figure: Option<&Figure>, sheet: &Sheet<'_>) -> Markup {
    let Some(figure) = figure else { return nothing() };
    to_fact(Some(figure.fact), &word::quantity(item, &figure.quantity, sheet.style()), sheet)
}

/// The level of the year before, or the one that follows from the stated growth.
pub(super) fn year_ago(item: &LineItem, sheet: &Sheet<'_>) -> Markup {
    match (&item.year_ago, &item.implied_year_ago) {
        (None, Some(implied)) => {
            let shown = sheet.style().within(item.unit, implied.value, implied.interval);
            html! { td.number { (shown) abbr title="implied by the stated growth" { "*" } } }
        }
        (figure, _) => level(item, figure.as_ref(), sheet),
    }
}

/// How much it grew; leads to the first of the facts that say so.
pub(super) fn growth(item: &LineItem, sheet: &Sheet<'_>) -> Markup {
    let growth = item.growth.as_ref().and_then(|growth| Some((growth, word::growth(growth, sheet.style())?)));
    html! {
        td.number {
            @match growth {
                Some((growth, shown)) => (to_fact(growth.facts.last().copied(), &shown, sheet)),
                None => (nothing()),
            }
        }
    }
}

/// What stands where there is nothing, and is passed over by a screen reader.
pub(super) fn nothing() -> Markup {
    html! { span.nothing aria-hidden="true" { "–" } }
}

/// A text that leads to the figure in the article, where that is shown.
fn to_fact(id: Option<usize>, text: &str, sheet: &Sheet<'_>) -> Markup {
    let shown = id.and_then(|id| sheet.view.facts(sheet.report).find(|fact| fact.id == id));
    html! {
        @match shown {
            Some(fact) => a href={ "#" (Anchor::Fact(fact.id)) } { (text) },
            None => (text),
        }
    }
}
