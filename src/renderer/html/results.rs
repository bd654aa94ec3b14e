//! What was reported: the headline figures, large, and the table of line items.

use maud::{Markup, html};

use crate::model::{LineItem, Measure};
use crate::renderer::html::figures::{self, Heading, Line};
use crate::renderer::html::sheet::{Row, Sheet};
use crate::renderer::html::{symbol, word};
use crate::renderer::text::printable;
use crate::renderer::{figure, label};

const HEADINGS: [Heading; 7] = [
    Heading::words("Metric"),
    Heading::words("Period"),
    Heading::numbers("Actual"),
    Heading::numbers("Estimate"),
    Heading::numbers("Surprise"),
    Heading::numbers("Year ago"),
    Heading::numbers("Growth"),
];

/// The table of results.
pub(super) fn table(sheet: &Sheet<'_>) -> Option<Markup> {
    let rows: Vec<Line> = sheet.results().map(|row| line(&row, sheet)).collect();
    let implied = sheet.results().any(|row| row.year_ago.is_none() && row.implied_year_ago.is_some());
    (!rows.is_empty()).then(|| {
        html! {
            section.results {
                (sheet.heading("Results"))
                (figures::table("Results against estimates and the year before", &HEADINGS, &rows))
                @if implied { p.note { "* implied by the stated growth" } }
            }
        }
    })
}

fn line(row: &Row<'_>, sheet: &Sheet<'_>) -> Line {
    let own = row.period.filter(|period| sheet.report.period != Some(*period));
    Line {
        anchor: Some(row.anchor),
        head: figures::name(row, sheet),
        cells: vec![
            own.map(|period| html! { (period.label()) }),
            figures::level(row, row.actual.as_ref(), sheet),
            figures::level(row, row.estimate.as_ref(), sheet),
            surprise(row, sheet),
            figures::year_ago(row, sheet),
            figures::growth(row, sheet),
        ],
    }
}

fn surprise(item: &LineItem, sheet: &Sheet<'_>) -> Option<Markup> {
    let surprise = item.surprise.as_ref()?;
    Some(symbol::verdict(&word::surprise(item, surprise, sheet.style()), surprise.verdict))
}

/// How many figures are shown large.
const HEADLINES: usize = 4;

/// The first figures of the company as a whole, one a metric.
pub(super) fn headlines(sheet: &Sheet<'_>) -> Option<Markup> {
    let mut rows: Vec<Row<'_>> = Vec::new();
    for row in sheet.results().filter(|row| is_headline(row, sheet)) {
        if rows.len() < HEADLINES && rows.iter().all(|other| other.metric != row.metric) {
            rows.push(row);
        }
    }
    (!rows.is_empty()).then(|| html! { dl.headlines { @for row in &rows { (headline(row, sheet)) } } })
}

fn is_headline(item: &LineItem, sheet: &Sheet<'_>) -> bool {
    let own = item.company.is_none() || item.company.as_deref() == sheet.report.company.name.as_deref();
    item.actual.is_some() && item.segment.is_none() && own && item.period == sheet.report.period
}

fn headline(item: &LineItem, sheet: &Sheet<'_>) -> Markup {
    let style = sheet.style();
    let actual = item.actual.as_ref().map(|figure| word::quantity(item, &figure.quantity, style));
    // Of a metric that is a change itself the growth is the figure.
    let is_level = figure::measure(item.metric, item.unit) == Measure::Level;
    let growth = item.growth.as_ref().filter(|_| is_level).and_then(|growth| word::growth(growth, style));
    html! {
        div {
            dt { (printable(&label::item(item, sheet.report))) }
            dd.figure { (actual.unwrap_or_default()) }
            @if let Some(surprise) = surprise(item, sheet) { dd { (surprise) } }
            @if let Some(growth) = growth { dd.pace { "Growth " (growth) } }
        }
    }
}
