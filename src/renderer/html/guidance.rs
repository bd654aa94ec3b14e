//! What the company expects: the table of guided line items.

use maud::{Markup, html};

use crate::renderer::html::figures::{self, Heading, Line};
use crate::renderer::html::sheet::{Row, Sheet};
use crate::renderer::html::{symbol, word};

const HEADINGS: [Heading; 8] = [
    Heading::words("Metric"),
    Heading::words("Period"),
    Heading::numbers("Guidance"),
    Heading::words("Action"),
    Heading::numbers("Prior"),
    Heading::numbers("Consensus"),
    Heading::numbers("Last actual"),
    Heading::numbers("Growth"),
];

/// The table of guidance.
pub(super) fn table(sheet: &Sheet<'_>) -> Option<Markup> {
    let rows: Vec<Line> = sheet.guidance().map(|row| line(&row, sheet)).collect();
    (!rows.is_empty()).then(|| {
        html! {
            section.guidance {
                (sheet.heading("Guidance"))
                (figures::table("Guidance against what was said before, expected and last reported", &HEADINGS, &rows))
            }
        }
    })
}

fn line(row: &Row<'_>, sheet: &Sheet<'_>) -> Line {
    // What a period that is over was expected to bring stands in the results.
    let is_open = row.actual.is_none();
    Line {
        anchor: Some(row.anchor),
        head: figures::name(row, sheet),
        cells: vec![
            row.period.map(|period| html! { (period.label()) }),
            figures::level(row, row.guidance.as_ref(), sheet),
            word::action(row).map(symbol::action),
            figures::level(row, row.prior_guidance.as_ref(), sheet),
            consensus(row, sheet).filter(|_| is_open),
            figures::year_ago(row, sheet).filter(|_| is_open),
            figures::growth(row, sheet).filter(|_| is_open),
        ],
    }
}

/// What analysts expect, and how the guidance stands to it.
fn consensus(row: &Row<'_>, sheet: &Sheet<'_>) -> Option<Markup> {
    let figure = figures::level(row, row.estimate.as_ref(), sheet)?;
    let verdict = word::against_consensus(row);
    Some(html! { (figure) @if let Some(verdict) = verdict { " " span.aside { (verdict) } } })
}
