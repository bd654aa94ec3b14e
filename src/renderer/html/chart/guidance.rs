//! Guidance as a band, above it what was guided before, and across both what analysts expected and what was last
//! reported. Every row has a scale of its own, since the metrics are in different units.

use maud::{Markup, html};

use crate::model::{Bound, Figure, LineItem, Quantity};
use crate::renderer::html::chart::plot::plot;
use crate::renderer::html::chart::scale::{Place, Scale};
use crate::renderer::html::chart::{MOST_ROWS, figure, left_out, row};
use crate::renderer::html::sheet::{Row, Sheet};
use crate::renderer::html::{symbol, word};
use crate::renderer::label;
use crate::renderer::text::printable;

/// A row for each guided line item that there is something to compare with.
pub(super) fn chart(sheet: &Sheet<'_>) -> Option<Markup> {
    let all: Vec<Row<'_>> = sheet.guidance().filter(|row| row.guidance.is_some() && has_rival(row)).collect();
    let rows: Vec<Markup> = all.iter().take(MOST_ROWS).map(|row| line(row, sheet)).collect();
    let reading = format!(
        "The band is what the company guides to. Every row has its own scale, which need not begin at zero.{}",
        left_out(all.len())
    );
    (!rows.is_empty()).then(|| figure("outlook", &sheet.heading("Guidance in context"), &reading, &rows, None))
}

/// What a guided figure is compared with, as it is drawn and as it is called.
const RIVALS: [Rival; 3] = [
    Rival { name: "before", sign: Sign::Band, of: |item| item.prior_guidance.as_ref() },
    Rival { name: "consensus", sign: Sign::Stroke, of: |item| item.estimate.as_ref() },
    Rival { name: "last actual", sign: Sign::Dot, of: |item| item.year_ago.as_ref() },
];

struct Rival {
    name: &'static str,
    sign: Sign,
    of: fn(&LineItem) -> Option<&Figure>,
}

#[derive(Clone, Copy)]
enum Sign {
    Band,
    Stroke,
    Dot,
}

fn has_rival(item: &LineItem) -> bool {
    RIVALS.iter().any(|rival| (rival.of)(item).is_some())
}

fn line(item: &Row<'_>, sheet: &Sheet<'_>) -> Markup {
    let Some(guidance) = &item.guidance else { return html! {} };
    let rivals: Vec<(&Rival, &Quantity)> =
        RIVALS.iter().filter_map(|rival| Some((rival, &(rival.of)(item)?.quantity))).collect();
    let all = || rivals.iter().map(|(_, quantity)| *quantity).chain([&guidance.quantity]);
    let scale = Scale::over(all().flat_map(|quantity| [quantity.low(), quantity.high()]));
    let name = label::item(item, sheet.report);
    let period = item.period.map(|period| period.label()).unwrap_or_default();
    let shown = word::quantity(item, &guidance.quantity, sheet.style());
    let words = |(rival, quantity): &(&Rival, &Quantity)| {
        format!("{} {}", rival.name, word::quantity(item, quantity, sheet.style()))
    };
    let told = format!(
        "{} {period}: guided {shown}; {}",
        printable(&name),
        rivals.iter().map(words).collect::<Vec<_>>().join(", ")
    );
    let track = html! { line.grid x1="0" x2="100%" y1="50%" y2="50%" {} };
    let drawn = html! {
        (band("guided", &guidance.quantity, -4, 14, &scale))
        @for (rival, quantity) in &rivals { (sign(rival.sign, quantity, &scale)) }
    };
    let named = html! { (printable(&name)) " " span.aside { (period) } };
    let keys = html! {
        span.figure { (shown) }
        @if let Some(action) = word::action(item) { " " (symbol::action(action)) }
        span.keys {
            @for rival in &rivals { span.key { (key(rival.0.sign)) " " (words(rival)) } }
        }
    };
    row(&named, &plot(&told, &track, &drawn), &keys)
}

fn band(class: &str, quantity: &Quantity, top: i32, height: i32, scale: &Scale) -> Markup {
    let (low, high) = (scale.at(quantity.low()), scale.at(quantity.high()));
    html! {
        rect.bar.(class) x=(low) width=(low.up_to(high)) y=(top) height=(height) rx="1.5" {}
        @match quantity.bound() {
            Bound::AtLeast => (open_end(high, top + height / 2, "M3 -4l6 4l-6 4z")),
            Bound::AtMost => (open_end(low, top + height / 2, "M-3 -4l-6 4l6 4z")),
            Bound::Point | Bound::Range | Bound::About => {}
        }
    }
}

/// A sign that a band has no end on this side: "at least $5 billion".
fn open_end(at: Place, middle: i32, arrow: &str) -> Markup {
    html! { svg x=(at) y=(middle) overflow="visible" width="1" { path.open-end d=(arrow) {} } }
}

fn sign(sign: Sign, quantity: &Quantity, scale: &Scale) -> Markup {
    let middle: Place = scale.at(quantity.value());
    match sign {
        Sign::Band => band("before", quantity, -15, 8, scale),
        Sign::Stroke => html! { line.consensus x1=(middle) x2=(middle) y1="-17" y2="13" {} },
        Sign::Dot => html! { circle.last cx=(middle) cy="3" r="5" {} },
    }
}

/// The same sign, small, for the words beside.
fn key(sign: Sign) -> Markup {
    html! {
        svg.sign width="12" height="12" aria-hidden="true" {
            @match sign {
                Sign::Band => rect.bar.before x="0.5" y="3" width="11" height="6" rx="1.5" {},
                Sign::Stroke => line.consensus x1="6" x2="6" y1="0" y2="12" {},
                Sign::Dot => circle.last cx="6" cy="6" r="4" {},
            }
        }
    }
}
