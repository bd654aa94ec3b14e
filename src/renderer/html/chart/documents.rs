//! The surprises of many documents: a row for each, or where they are too many for that, all in order of size.

use maud::{Markup, html};
use rust_decimal::Decimal;

use crate::model::Surprise;
use crate::renderer::figure::Style;
use crate::renderer::html::anchor;
use crate::renderer::html::chart::plot;
use crate::renderer::html::chart::scale::Scale;
use crate::renderer::html::chart::{figure, row};
use crate::renderer::html::document::source;
use crate::renderer::html::symbol;
use crate::renderer::text::printable;
use crate::renderer::{Summary, label};

/// How many documents have a row each.
const MOST_ROWS: usize = 60;

/// The chart of surprises by document; nothing where no document has one.
pub(in crate::renderer::html) fn documents(rows: &[Summary], style: Style) -> Option<Markup> {
    let shown: Vec<(usize, &Summary)> = (1..).zip(rows).filter(|(_, row)| percents(row).next().is_some()).collect();
    if shown.is_empty() {
        return None;
    }
    Some(if shown.len() <= MOST_ROWS { by_row(&shown, style) } else { by_size(&shown, style) })
}

fn percents(row: &Summary) -> impl Iterator<Item = Decimal> {
    [&row.revenue_surprise, &row.eps_surprise].into_iter().flatten().filter_map(|surprise| surprise.percent)
}

fn by_row(shown: &[(usize, &Summary)], style: Style) -> Markup {
    let scale = Scale::from_zero(shown.iter().flat_map(|(_, row)| percents(row)));
    let rows: Vec<Markup> = shown.iter().map(|(number, row)| line(*number, row, &scale, style)).collect();
    let reading = "Actual less estimate, in per cent of the estimate: ● revenue, ◆ earnings per share. Filled signs are beats, \
                   open ones misses.";
    figure("surprises", "Surprise by document", reading, &rows, Some(plot::axis(&scale, style)))
}

fn line(number: usize, summary: &Summary, scale: &Scale, style: Style) -> Markup {
    let name = name(summary);
    let parts = [("revenue", &summary.revenue_surprise), ("EPS", &summary.eps_surprise)];
    let words: Vec<String> = parts
        .into_iter()
        .filter_map(|(what, surprise)| {
            let surprise = surprise.as_ref()?;
            let percent = surprise.percent?;
            Some(format!(
                "{what} {} {}",
                style.rate(percent, percent, surprise.interval),
                label::verdict(surprise.verdict)
            ))
        })
        .collect();
    let told = words.join(", ");
    let marks = html! {
        @if let Some(surprise) = &summary.revenue_surprise { (dot(surprise, scale)) }
        @if let Some(surprise) = &summary.eps_surprise { (diamond(surprise, scale)) }
    };
    let named = html! { a href={ "#" (anchor::document(number)) } { (name) } };
    row(&named, &plot::plot(&format!("{name}: {told}"), &plot::grid(scale), &marks), &html! { (told) })
}

/// Company and period, or else the name of the document.
fn name(summary: &Summary) -> String {
    let company =
        summary.company.as_deref().map_or_else(|| source(&summary.document), |name| printable(name).into_owned());
    summary.period.map_or_else(|| company.clone(), |period| format!("{company} {}", period.label()))
}

fn dot(surprise: &Surprise, scale: &Scale) -> Markup {
    html! {
        @if let Some(percent) = surprise.percent {
            circle.mark.(symbol::class(surprise.verdict)) cx=(scale.at(percent)) cy="0" r="5" {}
        }
    }
}

fn diamond(surprise: &Surprise, scale: &Scale) -> Markup {
    html! {
        @if let Some(percent) = surprise.percent {
            svg x=(scale.at(percent)) overflow="visible" width="1" {
                path.mark.(symbol::class(surprise.verdict)) d="M0 -6l6 6l-6 6l-6 -6z" {}
            }
        }
    }
}

/// Thin columns side by side, from the worst to the best.
fn by_size(shown: &[(usize, &Summary)], style: Style) -> Markup {
    let of = |pick: fn(&Summary) -> Option<&Surprise>| {
        let mut surprises: Vec<&Surprise> =
            shown.iter().filter_map(|(_, row)| pick(row)).filter(|surprise| surprise.percent.is_some()).collect();
        surprises.sort_by_key(|surprise| surprise.percent);
        surprises
    };
    let all = [("Revenue", of(|row| row.revenue_surprise.as_ref())), ("EPS", of(|row| row.eps_surprise.as_ref()))];
    let rows: Vec<Markup> =
        all.iter().filter(|(_, found)| !found.is_empty()).map(|(name, found)| skyline(name, found, style)).collect();
    let reading = "Every column is a document, from the least surprise to the greatest: actual less estimate, in per cent of the \
                   estimate. Filled columns are beats, open ones misses.";
    figure("skylines", "Surprise by document", reading, &rows, None)
}

fn skyline(name: &str, surprises: &[&Surprise], style: Style) -> Markup {
    let values = || surprises.iter().filter_map(|surprise| surprise.percent);
    let across = Scale::over([Decimal::ZERO, Decimal::from(surprises.len())].into_iter());
    let up = Scale::from_zero(values());
    let ends =
        [values().min(), values().max()].map(|end| end.map(|end| style.rate(end, end, None)).unwrap_or_default());
    let told = format!("{name}: {} documents, from {} to {}", surprises.len(), ends[0], ends[1]);
    let drawn = html! {
        @for (at, surprise) in surprises.iter().enumerate() {
            @if let Some(percent) = surprise.percent { (column(at, percent, symbol::class(surprise.verdict), &across, &up)) }
        }
        line.grid.zero x1="0" x2="100%" y1=(up.below_top(Decimal::ZERO)) y2=(up.below_top(Decimal::ZERO)) {}
    };
    row(&html! { (name) }, &plot::plot(&told, &drawn, &html! {}), &html! { (ends[0]) " to " (ends[1]) })
}

fn column(at: usize, percent: Decimal, class: &str, across: &Scale, up: &Scale) -> Markup {
    let left = across.at(Decimal::from(at));
    let right = across.at(Decimal::from(at.saturating_add(1)));
    let (top, bottom) = (up.below_top(percent.max(Decimal::ZERO)), up.below_top(percent.min(Decimal::ZERO)));
    html! { rect.bar.(class) x=(left) width=(left.up_to(right)) y=(top) height=(top.up_to(bottom)) {} }
}
