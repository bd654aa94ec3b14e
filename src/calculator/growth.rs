//! How a level changed, computed from two levels or as stated.

use rust_decimal::Decimal;

use crate::calculator::interval::Reach;
use crate::calculator::rounding;
use crate::model::{Bound, Change, Comparison, Fact, Growth, Metric, MetricUnit, NoValue, Swing, Unit};

/// The changes that the text states of one line item.
#[derive(Clone, Copy, Default)]
pub(super) struct Stated<'a> {
    /// "Up 21%".
    pub(super) rate: Option<&'a Fact>,
    /// "Fell by $2 billion", "widened 120 basis points".
    pub(super) amount: Option<&'a Fact>,
}

/// The level that another one is compared with.
#[derive(Clone, Copy)]
pub(super) struct Base<'a> {
    pub(super) fact: &'a Fact,
    pub(super) comparison: Comparison,
}

/// Metrics for which a change of sign is one from loss to profit or back.
static EARNINGS: &[&str] =
    &["eps", "ffo_per_share", "net_income", "operating_income", "pretax_income", "gross_profit", "ebitda"];

impl<'a> Stated<'a> {
    /// Of all changes stated, those to show: against the year before rather than the quarter before, and of these the
    /// most precise.
    pub(super) fn pick(metric: Metric, changes: impl Iterator<Item = &'a Fact> + Clone) -> Self {
        let best = |rates: bool| {
            changes.clone().filter(|fact| is_rate(metric, fact) == rates).min_by_key(|fact| {
                let is_open = !matches!(fact.quantity.bound(), Bound::Point | Bound::Range);
                (priority(fact.comparison), is_open, fact.quantity.resolution())
            })
        };
        Self { rate: best(true), amount: best(false) }
    }

    /// The better of the two: what growth is told from where no levels are.
    fn first(self) -> Option<&'a Fact> {
        self.rate.into_iter().chain(self.amount).min_by_key(|fact| priority(fact.comparison))
    }

    /// The stated changes against this base, or those against none that the text names.
    fn against(self, comparison: Option<Comparison>) -> Self {
        let is_it = |fact: &&Fact| fact.comparison == comparison;
        Self { rate: self.rate.filter(is_it), amount: self.amount.filter(is_it) }
    }

    /// The rate that a computed one may be set beside. A rate against nothing named is most often one against the year
    /// before.
    pub(super) fn rate_beside(self, comparison: Comparison) -> Option<&'a Fact> {
        let unnamed = (comparison == Comparison::YearOverYear).then(|| self.against(None).rate).flatten();
        self.against(Some(comparison)).rate.or(unnamed)
    }
}

/// Growth of `current` against `base`; where there is no base, as stated. A stated year-over-year change is preferred to a
/// computed one against the quarter before.
pub(super) fn growth(metric: Metric, current: Option<&Fact>, bases: &[Base], stated: Stated) -> Option<Growth> {
    let against = |comparison| {
        let base = bases.iter().find(|base| base.comparison == comparison);
        match (current, base) {
            (Some(current), Some(base)) if !leaves_word_to_text(base, stated) => {
                Some(computed(metric, current, *base, stated.rate_beside(comparison)))
            }
            _ => as_stated(stated.against(Some(comparison)), comparison),
        }
    };
    against(Comparison::YearOverYear).or_else(|| against(Comparison::QuarterOverQuarter)).or_else(|| {
        let comparison = stated.first()?.comparison;
        as_stated(stated.against(comparison), comparison.unwrap_or(Comparison::Other))
    })
}

/// Whether the base is only too coarse to divide by, "about $1 billion", and the text states the rate itself.
fn leaves_word_to_text(base: &Base, stated: Stated) -> bool {
    let is_coarse = !base.fact.quantity.value().is_zero() && Reach::of(base.fact).holds(Decimal::ZERO);
    is_coarse && stated.against(Some(base.comparison)).rate.is_some()
}

fn priority(comparison: Option<Comparison>) -> u8 {
    match comparison {
        Some(Comparison::YearOverYear) => 0,
        None => 1,
        Some(Comparison::QuarterOverQuarter) => 2,
        Some(Comparison::Other | Comparison::VersusGuidance | Comparison::VersusEstimate) => 3,
    }
}

/// A margin that is "up 2%" is up two points.
fn is_rate(metric: Metric, fact: &Fact) -> bool {
    fact.quantity.unit() == Unit::Percent && metric.row().unit != MetricUnit::Percent
}

fn computed(metric: Metric, current: &Fact, base: Base, rate: Option<&Fact>) -> Growth {
    let mut growth = Growth { stated: rate.map(|fact| fact.quantity.value()), ..empty(base.comparison) };
    growth.facts = [current.id, base.fact.id].into_iter().chain(rate.map(|fact| fact.id)).collect();
    let unit = current.quantity.unit();
    growth.change = difference(current, base.fact);
    match unit {
        Unit::Percent | Unit::Points | Unit::BasisPoints => growth.reason = Some(NoValue::MovesByPoints),
        Unit::Money(_) | Unit::PerShare(_) | Unit::Count => match percentage(current, base.fact) {
            Ok(percentage) => {
                growth.value = Some(percentage.value);
                (growth.low, growth.high) = (Some(percentage.low), Some(percentage.high));
                growth.interval = percentage.reach.interval(Unit::Percent);
            }
            Err(reason) => {
                growth.reason = Some(reason);
                growth.swing = swing(metric, current, base.fact).filter(|_| reason == NoValue::SignChanges);
            }
        },
    }
    growth
}

fn as_stated(stated: Stated, comparison: Comparison) -> Option<Growth> {
    let rate = stated.rate;
    rate.or(stated.amount)?;
    let quantity = rate.map(|fact| &fact.quantity);
    Some(Growth {
        stated: quantity.map(|quantity| quantity.value()),
        value: quantity.map(|quantity| quantity.value()),
        low: quantity.map(|quantity| quantity.low()),
        high: quantity.map(|quantity| quantity.high()),
        interval: rate.and_then(|fact| Reach::of(fact).interval(Unit::Percent)),
        change: stated.amount.map(amount),
        facts: rate.into_iter().chain(stated.amount).map(|fact| fact.id).collect(),
        ..empty(comparison)
    })
}

fn empty(comparison: Comparison) -> Growth {
    Growth {
        comparison,
        stated: None,
        value: None,
        low: None,
        high: None,
        interval: None,
        change: None,
        swing: None,
        reason: None,
        facts: Vec::new(),
    }
}

fn amount(fact: &Fact) -> Change {
    let unit = as_points(fact.quantity.unit());
    Change { unit, value: fact.quantity.value(), interval: Reach::of(fact).interval(unit) }
}

fn difference(current: &Fact, base: &Fact) -> Option<Change> {
    let unit = as_points(current.quantity.unit());
    let value = current.quantity.value().checked_sub(base.quantity.value())?;
    Some(Change {
        unit,
        value: rounding::nearest(value, unit),
        interval: Reach::of(current).minus(Reach::of(base)).interval(unit),
    })
}

/// The difference of two percentages is one in points.
fn as_points(unit: Unit) -> Unit {
    if unit == Unit::Percent { Unit::Points } else { unit }
}

struct Percentage {
    value: Decimal,
    low: Decimal,
    high: Decimal,
    reach: Reach,
}

fn percentage(current: &Fact, base: &Fact) -> Result<Percentage, NoValue> {
    let from = base.quantity.value();
    let base_reach = Reach::of(base);
    if from.is_zero() || base_reach.holds(Decimal::ZERO) {
        return Err(NoValue::BaseIsZero);
    }
    let (low, high) = (current.quantity.low(), current.quantity.high());
    if (from > Decimal::ZERO && low < Decimal::ZERO) || (from < Decimal::ZERO && high > Decimal::ZERO) {
        return Err(NoValue::SignChanges);
    }
    if from < Decimal::ZERO {
        return Err(NoValue::BaseIsNegative);
    }
    let rate = |current: Reach, base: Reach| Some(current.over(base)?.minus(Reach::exactly(Decimal::ONE)));
    let percent = |current, base| Some(rate(current, base)?.times(Decimal::ONE_HUNDRED));
    let of_values = || percent(Reach::exactly(current.quantity.value()), Reach::exactly(from))?.ends(Unit::Percent);
    let of_ends = || percent(Reach::printed(&current.quantity), Reach::printed(&base.quantity))?.ends(Unit::Percent);
    let (value, same) = of_values().ok_or(NoValue::OutOfRange)?;
    // Most figures are single: their ends say what their values do.
    let single = current.quantity.low() == current.quantity.high() && base.quantity.low() == base.quantity.high();
    let (low, high) = if single { (value, same) } else { of_ends().ok_or(NoValue::OutOfRange)? };
    let reach = percent(Reach::of(current), base_reach).ok_or(NoValue::BaseIsZero)?;
    Ok(Percentage { value, low, high, reach })
}

/// Between loss and profit; a guided range from loss to profit is neither.
fn swing(metric: Metric, current: &Fact, base: &Fact) -> Option<Swing> {
    let is_earnings = EARNINGS.contains(&metric.key());
    let from_loss = base.quantity.high() < Decimal::ZERO;
    let (low, high) = (current.quantity.low(), current.quantity.high());
    let swing = if from_loss { Swing::ToProfit } else { Swing::ToLoss };
    let is_whole = if from_loss { low > Decimal::ZERO } else { high < Decimal::ZERO };
    (is_earnings && is_whole).then_some(swing)
}

#[cfg(test)]
mod tests {
    use crate::calculator::testing::{check_items, key};
    use crate::model::{Interval, LineItem};
    use rust_decimal::Decimal;

    fn between(interval: Option<Interval>) -> String {
        interval.map_or(String::new(), |interval| format!(" [{}, {}]", interval.low, interval.high))
    }

    fn tell(item: &LineItem) -> String {
        let mut told = format!("{}:", key(item));
        if let Some(growth) = &item.growth {
            let number = |name: &str, number: Option<Decimal>| number.map(|number| format!(" {name} {number}"));
            told += &format!(" {}", growth.comparison.name());
            told.extend(
                [
                    number("stated", growth.stated),
                    number("value", growth.value),
                    number("low", growth.low.filter(|_| growth.low != growth.value)),
                    number("high", growth.high.filter(|_| growth.high != growth.value)),
                ]
                .into_iter()
                .flatten(),
            );
            told += &between(growth.interval);
            told.extend(growth.reason.filter(|_| growth.swing.is_none()).map(|reason| format!(" {}", reason.name())));
            told.extend(growth.swing.map(|swing| format!(" {}", swing.name())));
            if let Some(change) = growth.change.filter(|_| growth.value.is_none()) {
                told += &format!(" by {} {}{}", change.value.normalize(), change.unit, between(change.interval));
            }
            told += &format!(" {:?}", growth.facts);
        }
        told.extend(item.implied_year_ago.iter().map(|implied| {
            format!(" implied {}{} {:?}", implied.value, between(Some(implied.interval)), implied.facts)
        }));
        told
    }

    #[track_caller]
    fn check(lines: &str, expected: &str) {
        check_items(lines, tell, expected);
    }

    #[test]
    fn computed_from_two_levels() {
        check(
            "revenue actual 2024-Q4 USD 48.4bn
             revenue actual 2023-Q4 USD 40.1bn
             revenue actual 2024-Q4 percent 21 yoy",
            "revenue 2024-Q4 USD: year_over_year stated 21 value 20.6983 [20.4234, 20.9738] [0, 1, 2]",
        );
        check(
            "capex guidance 2025-FY USD 60bn..65bn
             capex actual 2024-FY USD 39bn",
            "capex 2025-FY USD: year_over_year value 60.2564 low 53.8462 high 66.6667 [51.8987, 68.8312] [0, 1]
             capex 2024-FY USD:",
        );
    }

    #[test]
    fn stated_where_there_is_no_base() {
        check(
            "revenue actual 2024-Q4 USD 48.4bn
             revenue actual 2024-Q4 percent 21 yoy",
            "revenue 2024-Q4 USD: year_over_year stated 21 value 21 [20.5, 21.5] [1] \
             implied 40000000000 [39794238683.12, 40207468879.67] [0, 1]",
        );
        check(
            "revenue guidance 2025-FY percent 3..4 yoy",
            "revenue 2025-FY percent: year_over_year stated 3.5 value 3.5 low 3 high 4 [3, 4] [0]",
        );
        check(
            "revenue actual 2024-Q4 percent -4 change",
            "revenue 2024-Q4 percent: other stated -4 value -4 [-4.5, -3.5] [0]",
        );
    }

    #[test]
    fn stated_where_the_base_is_too_coarse() {
        check(
            "revenue actual 2024-Q4 USD 1.94bn
             revenue actual 2023-Q4 USD at most 1bn
             revenue actual 2024-Q4 percent 93 yoy",
            "revenue 2024-Q4 USD: year_over_year stated 93 value 93 [92.5, 93.5] [2]",
        );
    }

    #[test]
    fn the_year_before_goes_before_the_quarter_before() {
        check(
            "revenue actual 2024-Q4 USD 5.0bn
             revenue actual 2024-Q3 USD 4.0bn
             revenue actual 2024-Q4 percent 8 yoy",
            "revenue 2024-Q4 USD: year_over_year stated 8 value 8 [7.5, 8.5] [2] \
             implied 4629629629.63 [4562211981.56, 4697674418.61] [0, 2]
             revenue 2024-Q3 USD:",
        );
        check(
            "revenue actual 2024-Q4 USD 5.00bn
             revenue actual 2024-Q3 USD 4.00bn",
            "revenue 2024-Q4 USD: quarter_over_quarter value 25 [24.7191, 25.2817] [0, 1]
             revenue 2024-Q3 USD:",
        );
    }

    #[test]
    fn no_percentage_where_it_would_mislead() {
        check(
            "eps actual 2024-Q4 USD/share 0.10
             eps actual 2023-Q4 USD/share -0.12",
            "eps 2024-Q4 USD/share: year_over_year swing_to_profit by 0.22 USD/share [0.21, 0.23] [0, 1]",
        );
        check(
            "net_income actual 2024-Q4 USD -5m
             net_income actual 2023-Q4 USD 2m",
            "net_income 2024-Q4 USD: year_over_year swing_to_loss by -7000000 USD [-8000000, -6000000] [0, 1]",
        );
        check(
            "net_flows actual 2024-Q4 USD -5m
             net_flows actual 2023-Q4 USD 2m",
            "net_flows 2024-Q4 USD: year_over_year sign changes by -7000000 USD [-8000000, -6000000] [0, 1]",
        );
        check(
            "net_income actual 2024-Q4 USD -5m
             net_income actual 2023-Q4 USD -2m",
            "net_income 2024-Q4 USD: year_over_year base is negative by -3000000 USD [-4000000, -2000000] [0, 1]",
        );
        check(
            "eps actual 2024-Q4 USD/share 0.10
             eps actual 2023-Q4 USD/share 0.00",
            "eps 2024-Q4 USD/share: year_over_year base is zero by 0.1 USD/share [0.09, 0.11] [0, 1]",
        );
    }

    #[test]
    fn margins_move_by_points() {
        check(
            "gross_margin actual 2024-Q4 percent 43.5
             gross_margin actual 2023-Q4 percent 42.0",
            "gross_margin 2024-Q4 percent: year_over_year a percentage moves by points by 1.5 percent [1.4, 1.6] [0, 1]",
        );
        check(
            "gross_margin actual 2024-Q4 percent 43.5
             gross_margin actual 2024-Q4 basis_points 120 yoy",
            "gross_margin 2024-Q4 percent: year_over_year by 120 basis_points [119.5, 120.5] [1] \
             implied 42.3 [42.245, 42.355] [0, 1]",
        );
    }

    #[test]
    fn amounts_are_carried_as_amounts() {
        check(
            "net_income actual 2024-Q4 USD 8bn
             net_income actual 2024-Q4 USD -2bn yoy",
            "net_income 2024-Q4 USD: year_over_year by -2000000000 USD [-2500000000, -1500000000] [1] \
             implied 10000000000 [9000000000, 11000000000] [0, 1]",
        );
    }
}
