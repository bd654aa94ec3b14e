//! How much each line item grew, or is guided to grow.

use maud::{Markup, html};
use rust_decimal::Decimal;

use crate::model::Growth;
use crate::renderer::html::chart::plot;
use crate::renderer::html::chart::scale::Scale;
use crate::renderer::html::chart::{MOST_ROWS, figure, left_out, row};
use crate::renderer::html::sheet::{Row, Sheet};
use crate::renderer::html::word;
use crate::renderer::label;
use crate::renderer::text::printable;

/// What one bar shows: the rate, or its two ends.
struct Bar<'a> {
    row: Row<'a>,
    growth: &'a Growth,
    low: Decimal,
    high: Decimal,
    is_guided: bool,
}

/// A bar for each reported rate, a band for each guided one.
pub(super) fn chart(sheet: &Sheet<'_>) -> Option<Markup> {
    let results = sheet.results().filter_map(|row| Bar::of(row, false));
    let guidance = sheet.guidance().filter(|row| row.actual.is_none()).filter_map(|row| Bar::of(row, true));
    let all: Vec<Bar<'_>> = results.chain(guidance).collect();
    let shown: Vec<&Bar<'_>> = all.iter().take(MOST_ROWS).collect();
    let scale = Scale::from_zero(shown.iter().flat_map(|bar| [bar.low, bar.high]));
    let rows: Vec<Markup> = shown.iter().map(|bar| line(bar, &scale, sheet)).collect();
    let reading = format!(
        "In per cent, year over year where nothing else is said. A light band is the range that the company guides to.{}",
        left_out(all.len())
    );
    let axis = plot::axis(&scale, sheet.style());
    (!rows.is_empty()).then(|| figure("growth", &sheet.heading("Growth"), &reading, &rows, Some(axis)))
}

impl<'a> Bar<'a> {
    fn of(row: Row<'a>, is_guided: bool) -> Option<Self> {
        let growth = row.item.growth.as_ref()?;
        let value = growth.value?;
        Some(Self { row, growth, low: growth.low.unwrap_or(value), high: growth.high.unwrap_or(value), is_guided })
    }

    fn class(&self) -> &'static str {
        match (self.is_guided, self.high.is_sign_negative()) {
            (true, _) => "guided",
            (false, true) => "fell",
            (false, false) => "rose",
        }
    }
}

fn line(bar: &Bar<'_>, scale: &Scale, sheet: &Sheet<'_>) -> Markup {
    let name = label::item(&bar.row, sheet.report);
    let period = bar.row.period.filter(|period| sheet.report.period != Some(*period)).map(|period| period.label());
    let shown = word::growth(bar.growth, sheet.style()).unwrap_or_default();
    let guided = if bar.is_guided { "guided " } else { "" };
    let told = format!(
        "{}{}: {guided}{shown}",
        printable(&name),
        period.as_deref().map(|p| format!(", {p}")).unwrap_or_default()
    );
    let from = if bar.low == bar.high { Decimal::ZERO } else { bar.low };
    let drawn = plot::bar(bar.class(), from, bar.high, scale);
    let named = html! { (printable(&name)) @if let Some(period) = period { " " span.aside { (period) } } };
    row(&named, &plot::plot(&told, &plot::grid(scale), &drawn), &html! { (guided) (shown) })
}
