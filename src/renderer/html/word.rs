//! What cells and charts say in words. Numbers are left to the one place that rounds.

use rust_decimal::Decimal;

use crate::model::{Action, Change, ConsensusVerdict, Figure, Growth, LineItem, Measure, Quantity, Surprise, Swing};
use crate::renderer::figure::Style;
use crate::renderer::{figure, label};

/// A printed figure of a line item.
pub(super) fn quantity(item: &LineItem, quantity: &Quantity, style: Style) -> String {
    style.quantity(quantity, figure::measure(item.metric, item.unit))
}

/// The surprise in per cent, or in money where there is no percentage.
pub(super) fn surprise(item: &LineItem, surprise: &Surprise, style: Style) -> String {
    let figures = item.actual.as_ref().zip(item.estimate.as_ref());
    match surprise.percent {
        Some(percent) => style.rate(percent, percent, surprise.interval),
        None => figures.map_or_else(String::new, |(actual, estimate)| {
            style.difference(item.unit, surprise.value, [&actual.quantity, &estimate.quantity])
        }),
    }
}

/// A rate with its sign and what it is against; where there is none, the swing, or the change in points or in money.
pub(super) fn growth(growth: &Growth, style: Style) -> Option<String> {
    let rate = match (growth.low, growth.high, growth.value, growth.swing) {
        (_, _, _, Some(Swing::ToProfit)) => "to profit".to_owned(),
        (_, _, _, Some(Swing::ToLoss)) => "to loss".to_owned(),
        (Some(low), Some(high), ..) => style.rate(low, high, growth.interval),
        (_, _, Some(value), None) => style.rate(value, value, growth.interval),
        (_, _, None, None) => change(growth.change.as_ref()?, style),
    };
    Some(format!("{rate}{}", label::comparison(growth.comparison)))
}

/// A change that is an amount or a number of points: `+60 bps`.
fn change(change: &Change, style: Style) -> String {
    style.quantity(&Quantity::exactly(change.unit, change.value, Decimal::ZERO), Measure::Change)
}

/// What the company did with its guidance: in the verb of the text, or else by its figures.
pub(super) fn action(item: &LineItem) -> Option<&'static str> {
    let stated = item.guidance.as_ref().and_then(|figure: &Figure| figure.action).map(Action::name);
    stated.or_else(|| item.guidance_change.as_ref().map(|change| change.verdict.name()))
}

/// How a guided range stands to the consensus.
pub(super) fn against_consensus(item: &LineItem) -> Option<&'static str> {
    item.guidance_vs_consensus.as_ref().map(|against| match against.verdict {
        ConsensusVerdict::Above => "above",
        ConsensusVerdict::Below => "below",
        ConsensusVerdict::Straddles => "straddled",
        ConsensusVerdict::InLine => "in line",
    })
}
