//! Actual against estimate, as a surprise in per cent, since the metrics are in different units.

use maud::{Markup, html};
use rust_decimal::Decimal;

use crate::model::Surprise;
use crate::renderer::html::chart::plot;
use crate::renderer::html::chart::scale::Scale;
use crate::renderer::html::chart::{MOST_ROWS, figure, left_out, row};
use crate::renderer::html::sheet::{Row, Sheet};
use crate::renderer::html::{symbol, word};
use crate::renderer::label;
use crate::renderer::text::printable;

/// A bar for each line item with an estimate.
pub(super) fn chart(sheet: &Sheet<'_>) -> Option<Markup> {
    let all: Vec<(Row<'_>, &Surprise)> =
        sheet.results().filter_map(|row| Some((row, row.item.surprise.as_ref()?))).collect();
    let shown: Vec<_> = all.iter().take(MOST_ROWS).collect();
    let scale = Scale::from_zero(shown.iter().flat_map(|(_, surprise)| ends(surprise)));
    let rows: Vec<Markup> = shown.iter().map(|(row, surprise)| line(row, surprise, &scale, sheet)).collect();
    let reading = format!(
        "Actual less estimate, in per cent of the estimate. A filled bar is a beat, an open one a miss; the thin line is what \
         rounding leaves open.{}",
        left_out(all.len())
    );
    let axis = plot::axis(&scale, sheet.style());
    (!rows.is_empty()).then(|| figure("surprise", &sheet.heading("Against estimates"), &reading, &rows, Some(axis)))
}

/// The percentage, and how far roundings may move it.
fn ends(surprise: &Surprise) -> impl Iterator<Item = Decimal> {
    let interval = surprise.interval.map(|interval| [interval.low, interval.high]);
    surprise.percent.into_iter().chain(interval.into_iter().flatten())
}

fn line(item: &Row<'_>, surprise: &Surprise, scale: &Scale, sheet: &Sheet<'_>) -> Markup {
    let name = label::item(item, sheet.report);
    let size = word::surprise(item, surprise, sheet.style());
    let told = format!("{}: {}", printable(&name), told(item, surprise, &size, sheet));
    let marks = html! {
        @if let Some(percent) = surprise.percent {
            (plot::bar(symbol::class(surprise.verdict), Decimal::ZERO, percent, scale))
            @if let Some(interval) = surprise.interval { (plot::whisker(interval.low, interval.high, scale)) }
        } @else if let Some(reason) = surprise.reason {
            text.reason x=(scale.at(Decimal::ZERO)) dx="6" y="4" { "no per cent: " (reason.name()) }
        }
    };
    row(
        &html! { (printable(&name)) },
        &plot::plot(&told, &plot::grid(scale), &marks),
        &symbol::verdict(&size, surprise.verdict),
    )
}

fn told(item: &Row<'_>, surprise: &Surprise, size: &str, sheet: &Sheet<'_>) -> String {
    let shown = |figure: &Option<crate::model::Figure>| {
        figure.as_ref().map(|figure| word::quantity(item, &figure.quantity, sheet.style())).unwrap_or_default()
    };
    let verdict = label::verdict(surprise.verdict);
    format!("{} against {} expected, {size} {verdict}", shown(&item.actual), shown(&item.estimate))
}
