//! Actual against estimate, computed from the two or as the text states it.

use rust_decimal::Decimal;

use crate::calculator::interval::Reach;
use crate::calculator::rounding;
use crate::model::{Better, Fact, Metric, NoValue, Surprise, Unit, Verdict};

/// The greatest surprise, in per cent, that a text may still call "in line with expectations".
const IN_LINE_PERCENT: Decimal = Decimal::from_parts(5, 0, 0, false, 0);

/// The surprise of an actual over an estimate of the same unit; `None` where it does not fit in a decimal.
/// `called_in_line` is whether the text says that the result met expectations.
pub(super) fn surprise(metric: Metric, actual: &Fact, estimate: &Fact, called_in_line: bool) -> Option<Surprise> {
    let unit = actual.quantity.unit();
    let value = actual.quantity.value().checked_sub(estimate.quantity.value())?;
    let (percent, interval, reason) = match percentage(actual, estimate) {
        Ok((percent, reach)) => (Some(percent), reach.interval(Unit::Percent), None),
        Err(reason) => (None, None, Some(reason)),
    };
    let computed = verdict(metric, value, Reach::of(actual), Reach::of(estimate));
    let called = called_in_line && percent.is_some_and(is_small);
    Some(Surprise {
        value: rounding::nearest(value, unit),
        percent,
        interval,
        verdict: if called { Verdict::InLine } else { computed },
        reason,
        facts: vec![actual.id, estimate.id],
    })
}

/// Whether a surprise of so many per cent may be called "in line".
pub(super) fn is_small(percent: Decimal) -> bool {
    percent.abs() <= IN_LINE_PERCENT
}

/// The surprise that the text states without the estimate: "topped estimates by 5 cents". A stated percentage needs the
/// actual to tell the amount.
pub(super) fn stated(metric: Metric, stated: &Fact, actual: Option<&Fact>) -> Option<Surprise> {
    let quantity = &stated.quantity;
    let verdict = verdict(metric, quantity.value(), Reach::of(stated), Reach::exactly(Decimal::ZERO));
    let whole = Surprise {
        value: quantity.value(),
        percent: None,
        interval: None,
        verdict,
        reason: None,
        facts: vec![stated.id],
    };
    let actual = match (quantity.unit(), actual) {
        (Unit::Percent, Some(actual)) if actual.quantity.unit() != Unit::Percent => actual,
        (Unit::Percent, None) => return None,
        (Unit::Percent | Unit::Points | Unit::BasisPoints, _) => {
            return Some(Surprise { reason: Some(NoValue::MovesByPoints), ..whole });
        }
        (Unit::Money(_) | Unit::PerShare(_) | Unit::Count, _) => return Some(whole),
    };
    Some(Surprise {
        value: amount(actual, quantity.value())?,
        percent: Some(quantity.value()),
        interval: Reach::of(stated).interval(Unit::Percent),
        facts: vec![actual.id, stated.id],
        ..whole
    })
}

/// What an actual is above the estimate that it beat by so many per cent.
fn amount(actual: &Fact, percent: Decimal) -> Option<Decimal> {
    let factor = percent.checked_div(Decimal::ONE_HUNDRED)?.checked_add(Decimal::ONE)?;
    let value = actual.quantity.value();
    if factor <= Decimal::ZERO || value <= Decimal::ZERO {
        return None;
    }
    Some(rounding::nearest(value.checked_sub(value.checked_div(factor)?)?, actual.quantity.unit()))
}

fn verdict(metric: Metric, difference: Decimal, actual: Reach, estimate: Reach) -> Verdict {
    let is_higher = difference > Decimal::ZERO && actual.is_above(estimate);
    let is_lower = difference < Decimal::ZERO && estimate.is_above(actual);
    match (metric.row().better, is_higher, is_lower) {
        (Better::Higher, true, _) | (Better::Lower, _, true) => Verdict::Beat,
        (Better::Higher, _, true) | (Better::Lower, true, _) => Verdict::Miss,
        (Better::Higher | Better::Lower, false, false) => Verdict::InLine,
    }
}

/// In per cent of the estimate's size: half the expected loss is a surprise of +50%.
fn percentage(actual: &Fact, estimate: &Fact) -> Result<(Decimal, Reach), NoValue> {
    let (reported, expected) = (actual.quantity.value(), estimate.quantity.value());
    let base = Reach::of(estimate);
    match actual.quantity.unit() {
        Unit::Percent | Unit::Points | Unit::BasisPoints => return Err(NoValue::MovesByPoints),
        Unit::Money(_) | Unit::PerShare(_) | Unit::Count => {}
    }
    if expected.is_zero() || base.holds(Decimal::ZERO) {
        return Err(NoValue::BaseIsZero);
    }
    let is_loss = expected < Decimal::ZERO;
    if (is_loss && reported > Decimal::ZERO) || (!is_loss && reported < Decimal::ZERO) {
        return Err(NoValue::SignChanges);
    }
    let percent = |actual: Reach, estimate: Reach| {
        let above = actual.over(estimate)?.minus(Reach::exactly(Decimal::ONE)).times(Decimal::ONE_HUNDRED);
        Some(if is_loss { above.negated() } else { above })
    };
    let of_values = percent(Reach::exactly(reported), Reach::exactly(expected)).ok_or(NoValue::BaseIsZero)?;
    let (value, _) = of_values.ends(Unit::Percent).ok_or(NoValue::OutOfRange)?;
    Ok((value, percent(Reach::of(actual), base).ok_or(NoValue::BaseIsZero)?))
}

#[cfg(test)]
mod tests {
    use crate::calculator::testing::{check_items, key};
    use crate::model::LineItem;

    fn tell(item: &LineItem) -> String {
        let surprise = item.surprise.as_ref().map(|surprise| {
            let percent = surprise.percent.map(|percent| format!(" {percent}%"));
            let interval = surprise.interval.map(|interval| format!(" [{}, {}]", interval.low, interval.high));
            let reason = surprise.reason.map(|reason| format!(" {}", reason.name()));
            let rest: String = [percent, interval, reason].into_iter().flatten().collect();
            format!(" {} {}{rest} {:?}", surprise.verdict.name(), surprise.value.normalize(), surprise.facts)
        });
        format!("{}:{}", key(item), surprise.unwrap_or_default())
    }

    #[track_caller]
    fn check(actual: &str, estimate: &str, expected: &str) {
        let (metric, _) = actual.split_once(' ').unwrap();
        let (_, figure) = actual.split_once(' ').unwrap();
        let (unit, _) = figure.split_once(' ').unwrap();
        let lines = format!("{metric} actual 2024-Q4 {figure}\n{metric} estimate 2024-Q4 {unit} {estimate}");
        check_items(&lines, tell, &format!("{metric} 2024-Q4 {unit}: {expected}"));
    }

    #[test]
    fn in_amount_and_per_cent() {
        check("revenue USD 48.4bn", "46.99bn", "beat 1410000000 3.0006% [2.8832, 3.1181] [0, 1]");
        check("eps USD/share 1.49", "1.48", "beat 0.01 0.6757% [0, 1.356] [0, 1]");
        check("revenue USD 4.5bn", "4.6bn", "miss -100000000 -2.1739% [-4.3011, 0] [0, 1]");
    }

    #[test]
    fn in_line_where_the_roundings_cannot_tell() {
        check("revenue USD 48.4bn", "48.43bn", "in_line -30000000 -0.0619% [-0.1755, 0.0517] [0, 1]");
        check("eps USD/share 1.49", "1.49", "in_line 0 0% [-0.6689, 0.6735] [0, 1]");
    }

    #[test]
    fn lower_costs_are_a_beat() {
        check("operating_expenses USD 4.0bn", "4.5bn", "beat -500000000 -11.1111% [-13.1869, -8.9887] [0, 1]");
        check("combined_ratio percent 94.5", "93.0", "miss 1.5 a percentage moves by points [0, 1]");
    }

    #[test]
    fn losses() {
        check("eps USD/share -0.10", "-0.15", "beat 0.05 33.3333% [27.5862, 38.7097] [0, 1]");
        check("eps USD/share 0.05", "-0.15", "beat 0.2 sign changes [0, 1]");
        check("eps USD/share 0.05", "0.00", "beat 0.05 base is zero [0, 1]");
    }

    #[test]
    fn an_open_bound_tells_what_it_can() {
        check("users count at least 25m", "24m", "beat 1000000 4.1667% [0, 1]");
        check("users count at least 25m", "26m", "in_line -1000000 -3.8462% [0, 1]");
    }

    #[test]
    fn stated_without_an_estimate() {
        check_items("eps actual 2024-Q4 USD/share 0.05 vs_estimate", tell, "eps 2024-Q4 USD/share: beat 0.05 [0]");
        check_items(
            "revenue actual 2024-Q4 USD 103m
             revenue actual 2024-Q4 percent 3.0 vs_estimate",
            tell,
            "revenue 2024-Q4 USD: beat 3000000 3.0% [2.95, 3.05] [0, 1]",
        );
    }
}
