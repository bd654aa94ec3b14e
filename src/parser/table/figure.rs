//! A cell and its line to a quantity in whole units.

use rust_decimal::Decimal;

use crate::model::{Better, Bound, Currency, Metric, MetricUnit, Quantity, Unit};
use crate::parser::table::cell::{Cell, Mark};
use crate::parser::table::label::Label;
use crate::parser::table::named::Line;
use crate::parser::table::note::Note;
use crate::parser::vocabulary::metrics;
use crate::parser::vocabulary::statements::Nature;

/// The metric and the quantity of a cell in a level column, or why there is none.
pub(super) fn level(
    line: Line,
    label: &Label,
    cell: &Cell,
    note: Option<Note>,
) -> Result<(Metric, Quantity), &'static str> {
    let rate = matches!(cell.mark, Mark::Percent);
    let metric = match line.metric.row().as_percent.filter(|_| rate) {
        Some(key) => metrics::by_key(key).ok_or("no known line")?,
        None => line.metric,
    };
    let currency = money(cell, note);
    let (unit, power) = match metric.row().unit {
        MetricUnit::Money => {
            if cell.mark == Mark::Percent {
                return Err("a part of another figure");
            }
            (
                Unit::Money(currency),
                cell.scale
                    .or(note.map(|note| note.power))
                    .or_else(|| in_whole_units(cell))
                    .ok_or("its table has no unit line")?,
            )
        }
        MetricUnit::PerShare if rate || cell.low.abs() >= Decimal::from(100_000) => {
            return Err("no figure for a share");
        }
        MetricUnit::PerShare => (Unit::PerShare(currency), 0),
        MetricUnit::Percent | MetricUnit::ChangePercent if cell.mark == Mark::Money => return Err("no rate"),
        MetricUnit::Percent | MetricUnit::ChangePercent => (Unit::Percent, 0),
        MetricUnit::Count if rate => return Err("a part of another figure"),
        MetricUnit::Count => (Unit::Count, cell.scale.or_else(|| shares(line, note)).unwrap_or(0)),
    };
    let cents = metric.row().unit == MetricUnit::PerShare && (label.cents || cell.hundredths);
    let quantity = scaled(cell, unit, power, cents).ok_or("too large a number")?;
    if metric.key() == "cash" && quantity.high() < Decimal::ZERO {
        return Err("cash taken off");
    }
    if line.nature == Nature::Shares && quantity.high() < Decimal::from(FEW_SHARES) {
        return Err("a count of shares in no known unit");
    }
    let is_cost = metric == line.metric
        && match line.nature {
            Nature::Cost => true,
            Nature::Tax => !label.benefit,
            Nature::Plain | Nature::Stock | Nature::Shares | Nature::Benefit => false,
        };
    // Shares in a loss per share are no loss, nor is what loans will lose.
    let gains = metric.row().better == Better::Higher && line.nature == Nature::Plain;
    let negative = label.loss && gains && quantity.low() > Decimal::ZERO;
    let turned = (is_cost && quantity.high() < Decimal::ZERO) || negative || line.nature == Nature::Benefit;
    Ok((metric, if turned { quantity.negated() } else { quantity }))
}

/// No listed company has fewer shares: such a count is in thousands or millions that nothing tells.
const FEW_SHARES: u32 = 100_000;

/// Whether a cell of what is expected can only be a rate of growth: revenue of "6% – 7%".
pub(super) fn is_growth(metric: Metric, cell: &Cell) -> bool {
    let row = metric.row();
    cell.mark == Mark::Percent && row.unit == MetricUnit::Money && row.as_percent.is_none()
}

/// The quantity of a rate of change.
pub(super) fn rate(cell: &Cell) -> Option<Quantity> {
    let unit = match cell.mark {
        Mark::Percent | Mark::Bare => Unit::Percent,
        Mark::Points => Unit::Points,
        Mark::BasisPoints => Unit::BasisPoints,
        Mark::Money | Mark::Nil | Mark::Same => return None,
    };
    scaled(cell, unit, 0, false)
}

/// The quantity of a cell of which nothing else is known: as its own marks have it, and too large where it is too large.
pub(super) fn as_printed(cell: &Cell, note: Option<Note>) -> Quantity {
    let unit = match cell.mark {
        Mark::Money | Mark::Bare => Unit::Money(money(cell, note)),
        Mark::Percent | Mark::Nil | Mark::Same => Unit::Percent,
        Mark::Points => Unit::Points,
        Mark::BasisPoints => Unit::BasisPoints,
    };
    let power = cell.scale.or(note.map(|note| note.power)).filter(|_| unit.currency().is_some());
    let beyond = || Quantity::beyond(unit, cell.low < Decimal::ZERO);
    scaled(cell, unit, power.unwrap_or(0), false).unwrap_or_else(beyond)
}

fn money(cell: &Cell, note: Option<Note>) -> Currency {
    let signed = match cell.sign {
        Some('€') => Currency::new("EUR"),
        Some('£') => Currency::new("GBP"),
        Some('¥') => Currency::new("JPY"),
        Some('₹') => Currency::new("INR"),
        _ => None,
    };
    signed.or(note.and_then(|note| note.currency)).unwrap_or(Currency::USD)
}

/// A large amount in a table without a unit line is in whole units.
fn in_whole_units(cell: &Cell) -> Option<u32> {
    (cell.low.abs() >= Decimal::from(1_000_000)).then_some(0)
}

/// Counts of shares are in the table's unit, unless it excepts them.
fn shares(line: Line, note: Option<Note>) -> Option<u32> {
    note.filter(|_| line.nature == Nature::Shares).map(|note| note.shares)
}

fn scaled(cell: &Cell, unit: Unit, power: u32, cents: bool) -> Option<Quantity> {
    let scaled = |value| shifted(value, power, if cents { 2 } else { 0 });
    let resolution = step(power, cell.places.checked_add(if cents { 3 } else { 1 })?)?;
    let low = scaled(cell.low)?;
    let quantity = if cell.low == cell.high {
        Quantity::exactly(unit, low, resolution)
    } else {
        Quantity::between(unit, low, scaled(cell.high)?, resolution)
    };
    Some(if cell.about { quantity.with_bound(Bound::About) } else { quantity })
}

/// Five with its point moved right by `up` digits and left by `down`: half of a last printed digit.
fn step(up: u32, down: u32) -> Option<Decimal> {
    match up.checked_sub(down) {
        Some(zeros) => Some(Decimal::from(10_u64.checked_pow(zeros)?.checked_mul(5)?)),
        None => Decimal::try_new(5, down - up).ok(),
    }
}

/// A number with its point moved right by `up` digits and left by `down`.
fn shifted(mut value: Decimal, up: u32, down: u32) -> Option<Decimal> {
    let places = value.scale().checked_add(down)?;
    let left = places.saturating_sub(up);
    value.set_scale(left).ok()?;
    let value = match up.saturating_sub(places) {
        0 => value,
        zeros => value.checked_mul(Decimal::from(10_u64.checked_pow(zeros)?))?,
    };
    Some(value.normalize())
}
