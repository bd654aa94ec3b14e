//! The surprises of very many documents: thin columns side by side, from the least to the greatest.

use maud::{Markup, html};
use rust_decimal::Decimal;

use crate::model::Surprise;
use crate::renderer::Summary;
use crate::renderer::figure::Style;
use crate::renderer::html::chart::scale::Scale;
use crate::renderer::html::chart::{figure, plot, row};
use crate::renderer::html::sheet::heading_of_part;
use crate::renderer::html::symbol;

/// A skyline of revenue, and one of earnings per share.
pub(super) fn chart(rows: &[Summary], style: Style) -> Markup {
    let all = [
        ("Revenue", by_size(rows.iter().filter_map(|row| row.revenue_surprise.as_ref()))),
        ("EPS", by_size(rows.iter().filter_map(|row| row.eps_surprise.as_ref()))),
    ];
    let skylines = all.iter().filter(|(_, columns)| !columns.is_empty());
    let rows: Vec<Markup> = skylines.map(|(name, columns)| skyline(name, columns, style)).collect();
    let reading = "Every column is a document, from the least surprise to the greatest: actual less estimate, in per cent of \
                   the estimate. Pale columns are misses. The tallest may be cut.";
    figure("skylines", &heading_of_part("Surprise by document"), reading, &rows, None)
}

/// A column: how high it is, and the surprise that it stands for.
type Column<'a> = (Decimal, &'a Surprise);

fn by_size<'a>(surprises: impl Iterator<Item = &'a Surprise>) -> Vec<Column<'a>> {
    let mut columns: Vec<Column<'a>> = surprises.filter_map(|surprise| Some((surprise.percent?, surprise))).collect();
    columns.sort_by_key(|(percent, _)| *percent);
    columns
}

fn skyline(name: &str, columns: &[Column<'_>], style: Style) -> Markup {
    let shown = |column: Option<&Column<'_>>| {
        column.map(|(percent, surprise)| style.rate(*percent, *percent, surprise.interval)).unwrap_or_default()
    };
    let (least, middle, greatest) = (columns.first(), columns.get(columns.len() / 2), columns.last());
    let told = format!("{} documents, from {} to {}", columns.len(), shown(least), shown(greatest));
    let across = Scale::over([Decimal::ZERO, Decimal::from(columns.len())].into_iter());
    let up = Scale::from_zero(columns.iter().map(|(percent, _)| *percent));
    let drawn = html! {
        @for tick in up.ticks() { (level(tick, &up, style)) }
        @for (at, column) in columns.iter().enumerate() { (bar(at, column, &across, &up)) }
    };
    let words = html! { (told) br; "middle " (shown(middle)) };
    row(&html! { (name) }, &plot::plot(&format!("{name}: {told}"), &drawn, &html! {}), &words)
}

/// A line across, and what it stands for at the side where the columns are on the other side of zero.
fn level(tick: Decimal, up: &Scale, style: Style) -> Markup {
    let (at, is_below) = (up.below_top(tick), tick.is_sign_negative());
    let (side, class) = if is_below { ("100%", "below") } else { ("0%", "above") };
    html! {
        line.grid.zero[tick.is_zero()] x1="0" x2="100%" y1=(at) y2=(at) {}
        text.(class) x=(side) y=(at) dy="-3" { (plot::percent(tick, style)) }
    }
}

fn bar(at: usize, (percent, surprise): &Column<'_>, across: &Scale, up: &Scale) -> Markup {
    let left = across.at(Decimal::from(at));
    let right = across.at(Decimal::from(at.saturating_add(1)));
    let (top, bottom) = (up.below_top((*percent).max(Decimal::ZERO)), up.below_top((*percent).min(Decimal::ZERO)));
    let class = symbol::class(surprise.verdict);
    html! { rect.bar.(class) x=(left) width=(left.up_to(right)) y=(top) height=(top.up_to(bottom)) {} }
}
