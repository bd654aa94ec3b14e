//! The top of a page with several documents: how many beat and missed, the surprises in a chart, and a row for each.

use maud::{Markup, html};

use crate::model::{Measure, Quantity, Surprise};
use crate::renderer::figure::Style;
use crate::renderer::html::document::who;
use crate::renderer::html::figures::{self, Heading, Line};
use crate::renderer::html::{anchor, chart, symbol, word};
use crate::renderer::table::page::source;
use crate::renderer::{Guided, Overview, Summary, Tally, Verdicts, View, figure};

const HEADINGS: [Heading; 8] = [
    Heading::words("Document"),
    Heading::words("Period"),
    Heading::numbers("Revenue"),
    Heading::numbers("Growth"),
    Heading::numbers("Surprise"),
    Heading::numbers("EPS"),
    Heading::numbers("Surprise"),
    Heading::words("Guidance"),
];

/// What all documents say together.
pub(super) fn section(overview: &Overview, view: &View) -> Markup {
    let style = view.style();
    let rows: Vec<Line> = (1..).zip(&overview.rows).map(|(number, row)| line(number, row, style)).collect();
    html! {
        header.masthead {
            h1 { (documents(overview.rows.len())) }
            (tally(&overview.tally))
        }
        @if let Some(chart) = chart::documents(&overview.rows, style) { section.charts { (chart) } }
        @if !rows.is_empty() {
            section.documents { (figures::table("All documents; a name leads to its part of the page", &HEADINGS, &rows)) }
        }
    }
}

/// How many there are, in words.
pub(super) fn documents(number: usize) -> String {
    if number == 1 { "1 document".to_owned() } else { format!("{number} documents") }
}

fn tally(tally: &Tally) -> Markup {
    html! {
        dl.headlines {
            (verdicts("Revenue", tally.revenue))
            (verdicts("EPS", tally.eps))
            @if tally.without_figures > 0 { div { dt { "Without figures" } dd.figure { (tally.without_figures) } } }
            @if tally.failed > 0 { div { dt { "Not read" } dd.figure { (tally.failed) } } }
        }
    }
}

fn verdicts(name: &str, counts: Verdicts) -> Markup {
    html! {
        @if counts != Verdicts::default() {
            div {
                dt { (name) }
                dd.figure { (counts.beats) span.aside { " beat" } }
                dd { (counts.misses) " missed, " (counts.in_line) " in line" }
            }
        }
    }
}

fn line(number: usize, row: &Summary, style: Style) -> Line {
    let name = who(row.company.as_deref(), row.ticker.as_deref(), &row.document);
    let level = |quantity: &Option<Quantity>| {
        quantity.as_ref().map(|quantity| html! { (style.quantity(quantity, Measure::Level)) })
    };
    let growth = row.revenue_growth.as_ref().and_then(|growth| word::growth(growth, style));
    Line {
        anchor: None,
        head: html! { a href={ "#" (anchor::document(number)) } { (name) } span.source { (source(&row.document)) } },
        cells: vec![
            row.period.map(|period| html! { (period.label()) }),
            level(&row.revenue),
            growth.map(|growth| html! { (growth) }),
            row.revenue_surprise.as_ref().map(|found| surprise(found, style)),
            level(&row.eps),
            row.eps_surprise.as_ref().map(|found| surprise(found, style)),
            row.guidance.as_ref().map(|guided| guidance(guided, style)),
        ],
    }
}

fn surprise(surprise: &Surprise, style: Style) -> Markup {
    let size = surprise.percent.map(|percent| style.rate(percent, percent, surprise.interval));
    symbol::verdict(&size.unwrap_or_default(), surprise.verdict)
}

fn guidance(guided: &Guided, style: Style) -> Markup {
    let measure = figure::measure(guided.metric, guided.quantity.unit());
    html! {
        (guided.metric.row().label) " " (style.quantity(&guided.quantity, measure))
        @if let Some(action) = guided.action { " " (symbol::action(action.name())) }
    }
}
