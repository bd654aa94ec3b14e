//! What the company expects: the table of guided line items.

use maud::{Markup, html};

use crate::renderer::html::figures::{self, Heading};
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
    let rows: Vec<Markup> = sheet.guidance().map(|row| line(&row, sheet)).collect();
    (!rows.is_empty()).then(|| {
        html! {
            section.guidance {
                h3 { "Guidance" }
                (figures::table("Guidance against what was said before, expected and last reported", &HEADINGS, &rows))
            }
        }
    })
}

fn line(row: &Row<'_>, sheet: &Sheet<'_>) -> Markup {
    html! {
        tr id=(row.anchor) tabindex="-1" {
            (figures::name(row, sheet))
            td { @match row.period { Some(period) => (period.label()), None => (figures::nothing()) } }
            (figures::level(row, row.guidance.as_ref(), sheet))
            td { @match word::action(row) { Some(action) => (symbol::action(action)), None => (figures::nothing()) } }
            (figures::level(row, row.prior_guidance.as_ref(), sheet))
            // What a period that is over was expected to bring stands in the results.
            @if row.actual.is_some() {
                @for _ in 0..3 { td.number { (figures::nothing()) } }
            } @else {
                (consensus(row, sheet))
                (figures::year_ago(row, sheet))
                (figures::growth(row, sheet))
            }
        }
    }
}

/// What analysts expect, and how the guidance stands to it.
fn consensus(row: &Row<'_>, sheet: &Sheet<'_>) -> Markup {
    let verdict = word::against_consensus(row).filter(|_| row.estimate.is_some());
    html! {
        td.number {
            (figures::value(row, row.estimate.as_ref(), sheet))
            @if let Some(verdict) = verdict { " " span.aside { (verdict) } }
        }
    }
}
