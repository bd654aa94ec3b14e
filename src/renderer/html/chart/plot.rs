//! The drawing of one row. Places across are shares of its width; heights are pixels.

use maud::{Markup, html};
use rust_decimal::Decimal;

use crate::renderer::figure::Style;
use crate::renderer::html::chart::scale::{Place, Scale};

/// How high the drawing of a row is.
pub(super) const HEIGHT: i32 = 26;

/// A drawing with a text that tells what it shows.
pub(super) fn plot(height: i32, told: &str, drawn: &Markup) -> Markup {
    html! {
        svg.plot role="img" width="100%" height=(height) aria-label=(told) {
            title { (told) }
            (drawn)
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
            svg.plot width="100%" height="18" {
                @for tick in scale.ticks() { text x=(scale.at(tick)) y="13" { (style.rate(tick, tick, None)) } }
            }
        }
    }
}

/// A bar from one value to another, in the middle of the drawing; open to the side that goes beyond the scale.
pub(super) fn bar(class: &str, from: Decimal, to: Decimal, scale: &Scale) -> Markup {
    let (low, high) = (scale.at(from.min(to)), scale.at(from.max(to)));
    html! {
        rect.bar.(class) x=(low) width=(low.up_to(high)) y="6" height="14" rx="1.5" {}
        @if !scale.has(to) { (beyond(scale.at(to), to.is_sign_negative())) }
    }
}

/// A sign that the bar goes on: two strokes across its end.
fn beyond(end: Place, to_the_left: bool) -> Markup {
    let side = if to_the_left { "M8 4l-4 18M13 4l-4 18" } else { "M-8 4l-4 18M-13 4l-4 18" };
    html! { svg.beyond x=(end) overflow="visible" width="1" { path d=(side) {} } }
}

/// A line with ends: what the roundings of the printed figures allow.
pub(super) fn whisker(low: Decimal, high: Decimal, scale: &Scale) -> Markup {
    let (left, right) = (scale.at(low), scale.at(high));
    html! {
        @if low < high && scale.has(low) && scale.has(high) {
            g.whisker {
                line x1=(left) x2=(right) y1="13" y2="13" {}
                line x1=(left) x2=(left) y1="10" y2="16" {}
                line x1=(right) x2=(right) y1="10" y2="16" {}
            }
        }
    }
}
