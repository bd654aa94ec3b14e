//! The drawing of one row. Places across are shares of its width; heights are pixels.

use maud::{Markup, html};
use rust_decimal::Decimal;

use crate::model::{Interval, Unit};
use crate::renderer::figure::Style;
use crate::renderer::html::chart::scale::{Place, Scale};

/// A drawing with a text that tells what it shows. Lines of the grid run down all of it, however high the row is; marks
/// stand about its middle, where their heights are counted from.
pub(super) fn plot(told: &str, grid: &Markup, marks: &Markup) -> Markup {
    html! {
        span.plot {
            svg role="img" width="100%" height="100%" aria-label=(told) {
                title { (told) }
                (grid)
                svg y="50%" overflow="visible" { (marks) }
            }
        }
    }
}

/// Thin lines down the drawing where the axis has its marks; zero is stronger.
pub(super) fn grid(scale: &Scale) -> Markup {
    html! {
        @for tick in scale.ticks() {
            line.zero[tick.is_zero()].grid x1=(scale.at(tick)) x2=(scale.at(tick)) y1="0" y2="100%" {}
        }
    }
}

/// The last row: what the lines stand for, in per cent.
pub(super) fn axis(scale: &Scale, style: Style) -> Markup {
    html! {
        li.axis aria-hidden="true" {
            span.plot {
                svg width="100%" height="100%" { @for tick in scale.ticks() { (label(tick, scale, style)) } }
            }
        }
    }
}

fn label(tick: Decimal, scale: &Scale, style: Style) -> Markup {
    html! { text x=(scale.at(tick)) y="13" { (percent(tick, style)) } }
}

/// What a round value is called.
pub(super) fn percent(tick: Decimal, style: Style) -> String {
    style.within(Unit::Percent, tick, Interval { low: tick, high: tick })
}

/// A bar from one value to another, in the middle of the drawing; open to the side that goes beyond the scale.
pub(super) fn bar(class: &str, from: Decimal, to: Decimal, scale: &Scale) -> Markup {
    let (low, high) = (scale.at(from.min(to)), scale.at(from.max(to)));
    html! {
        rect.bar.(class) x=(low) width=(low.up_to(high)) y="-7" height="14" rx="1.5" {}
        @if !scale.has(to) { (beyond(scale.at(to), to.is_sign_negative())) }
    }
}

/// A sign that the bar goes on: two strokes across its end.
fn beyond(end: Place, to_the_left: bool) -> Markup {
    let side = if to_the_left { "M10 -9l-5 18M15 -9l-5 18" } else { "M-5 -9l-5 18M-10 -9l-5 18" };
    html! { svg.beyond x=(end) overflow="visible" width="1" { path d=(side) {} } }
}

/// A line with ends: what the roundings of the printed figures allow.
pub(super) fn whisker(low: Decimal, high: Decimal, scale: &Scale) -> Markup {
    let (left, right) = (scale.at(low), scale.at(high));
    html! {
        @if low < high {
            g.whisker {
                line x1=(left) x2=(right) y1="0" y2="0" {}
                @for end in [low, high].into_iter().filter(|end| scale.has(*end)) {
                    line x1=(scale.at(end)) x2=(scale.at(end)) y1="-3" y2="3" {}
                }
            }
        }
    }
}
