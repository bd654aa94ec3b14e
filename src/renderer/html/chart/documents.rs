//! The surprises of several documents: a row for each, unless they are too many for that.

use maud::{Markup, html};
use rust_decimal::Decimal;

use crate::model::Surprise;
use crate::renderer::figure::Style;
use crate::renderer::html::anchor;
use crate::renderer::html::chart::plot;
use crate::renderer::html::chart::scale::Scale;
use crate::renderer::html::chart::{figure, row, skyline};
use crate::renderer::html::document::heading;
use crate::renderer::html::sheet::heading_of_part;
use crate::renderer::html::symbol;
use crate::renderer::{Summary, label};

/// How many documents have a row each.
const MOST_ROWS: usize = 60;

/// The chart of surprises by document; nothing where no document has one.
pub(in crate::renderer::html) fn documents(rows: &[Summary], style: Style) -> Option<Markup> {
    let shown: Vec<(usize, &Summary)> = (1..).zip(rows).filter(|(_, row)| percents(row).next().is_some()).collect();
    if shown.is_empty() {
        return None;
    }
    Some(if shown.len() <= MOST_ROWS { by_row(&shown, style) } else { skyline::chart(rows, style) })
}

fn percents(row: &Summary) -> impl Iterator<Item = Decimal> {
    [&row.revenue_surprise, &row.eps_surprise].into_iter().flatten().filter_map(|surprise| surprise.percent)
}

fn by_row(shown: &[(usize, &Summary)], style: Style) -> Markup {
    let scale = Scale::from_zero(shown.iter().flat_map(|(_, row)| percents(row)));
    let rows: Vec<Markup> = shown.iter().map(|(number, row)| line(*number, row, &scale, style)).collect();
    let reading = "Actual less estimate, in per cent of the estimate: ● revenue, ◆ earnings per share. Filled signs are beats, \
                   open ones misses.";
    figure("surprises", &heading_of_part("Surprise by document"), reading, &rows, Some(plot::axis(&scale, style)))
}

fn line(number: usize, summary: &Summary, scale: &Scale, style: Style) -> Markup {
    let name = heading(summary);
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
