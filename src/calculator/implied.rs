//! The year-ago level that a level and its stated change imply, where the text does not give it.

use rust_decimal::Decimal;

use crate::calculator::growth::Stated;
use crate::calculator::interval::Reach;
use crate::model::{Basis, Comparison, Fact, Implied, Metric, MetricUnit, Unit};

/// The year-ago level that follows from a level and its stated year-over-year change.
pub(super) fn implied_year_ago(metric: Metric, current: &Fact, stated: Stated) -> Option<Implied> {
    let is_usable = |fact: &&Fact| {
        fact.comparison == Some(Comparison::YearOverYear)
            && !matches!(fact.basis, Some(Basis::ConstantCurrency | Basis::Organic))
    };
    let has_level = metric.row().unit != MetricUnit::ChangePercent;
    let rate = stated.rate.filter(is_usable).filter(|_| has_level);
    let amount = stated.amount.filter(is_usable);
    rate.and_then(|rate| before_rate(current, rate))
        .or_else(|| amount.and_then(|amount| before_amount(metric, current, amount)))
}

fn before_rate(current: &Fact, rate: &Fact) -> Option<Implied> {
    let level = Reach::of(current);
    if !level.is_positive() {
        return None;
    }
    let before = |level: Reach, rate: Reach| {
        let factor = rate.times(Decimal::new(1, 2)).plus(Reach::exactly(Decimal::ONE));
        factor.is_positive().then(|| level.over(factor)).flatten()
    };
    let value = before(Reach::exactly(current.quantity.value()), Reach::exactly(rate.quantity.value()))?;
    implied(current, rate, value, before(level, Reach::of(rate))?)
}

fn before_amount(metric: Metric, current: &Fact, amount: &Fact) -> Option<Implied> {
    let in_points = matches!(metric.row().unit, MetricUnit::Percent | MetricUnit::ChangePercent);
    let factor = match (amount.quantity.unit(), current.quantity.unit()) {
        (Unit::BasisPoints, Unit::Percent) if in_points => Decimal::new(1, 2),
        (Unit::Points | Unit::Percent, Unit::Percent) if in_points => Decimal::ONE,
        (changed, level) if changed == level => Decimal::ONE,
        _ => return None,
    };
    let before = |level: Reach, amount: Reach| level.minus(amount.times(factor));
    let value = before(Reach::exactly(current.quantity.value()), Reach::exactly(amount.quantity.value()));
    implied(current, amount, value, before(Reach::of(current), Reach::of(amount)))
}

fn implied(current: &Fact, change: &Fact, value: Reach, reach: Reach) -> Option<Implied> {
    let unit = current.quantity.unit();
    let (value, _) = value.ends(unit)?;
    Some(Implied { value, interval: reach.interval(unit)?, facts: vec![current.id, change.id] })
}
