//! Arithmetic that knows how numbers were rounded, and how a bound or a promise changes what they may stand for.

use rust_decimal::Decimal;

use crate::calculator::rounding;
use crate::model::{Bound, Fact, Interval, Quantity, Role, Unit};

/// All values that a printed figure may stand for. An end that is `None` is open: "at least $5 billion" has no upper
/// one, and an end that does not fit in a decimal has become open too, so that no overflow ever narrows a reach.
///
/// Invariant: `low <= high` where both are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reach {
    low: Option<Decimal>,
    high: Option<Decimal>,
}

impl Reach {
    /// One value and no other.
    pub(super) fn exactly(value: Decimal) -> Self {
        Self { low: Some(value), high: Some(value) }
    }

    /// What a fact's figure may stand for. The ends of a guided range are a promise, all else was measured and rounded.
    pub(super) fn of(fact: &Fact) -> Self {
        let is_range = fact.quantity.bound() == Bound::Range;
        match fact.role {
            Role::Guidance | Role::PriorGuidance if is_range => Self::promised(&fact.quantity),
            Role::Actual | Role::Estimate | Role::Guidance | Role::PriorGuidance => Self::measured(&fact.quantity),
        }
    }

    /// The figure as printed, as if nothing had been rounded.
    pub(super) fn printed(quantity: &Quantity) -> Self {
        Self { low: Some(quantity.low()), high: Some(quantity.high()) }
    }

    /// A figure that was measured and then rounded: "$48.4 billion" is 48.35 to 48.45.
    pub(super) fn measured(quantity: &Quantity) -> Self {
        Self::bounded(quantity, quantity.resolution())
    }

    /// A figure that is a promise, so that its ends are exact: "$60 billion to $65 billion" is just that.
    pub(super) fn promised(quantity: &Quantity) -> Self {
        Self::bounded(quantity, Decimal::ZERO)
    }

    /// "About" widens both sides to one unit of the last printed digit, unless that is more than a tenth of the figure:
    /// "about $48 billion" is 47 to 49, "about $1 billion" no wider than "$1 billion" is. "More than" and "up to" open the
    /// one side, and state the other exactly. They speak of the size, as texts do: "a loss of more than $5 million" is
    /// -5 million or less.
    fn bounded(quantity: &Quantity, rounded_by: Decimal) -> Self {
        let (low, high) = (quantity.low(), quantity.high());
        let widened = |by: Decimal| Self { low: low.checked_sub(by), high: high.checked_add(by) };
        let is_loss = low.is_sign_negative() && !low.is_zero();
        match quantity.bound() {
            Bound::Point | Bound::Range => widened(rounded_by),
            Bound::About => widened(approximation(quantity)),
            Bound::AtLeast if is_loss => Self { low: None, high: Some(high) },
            Bound::AtMost if is_loss => Self { low: Some(low), high: None },
            Bound::AtLeast => Self { low: Some(low), high: None },
            Bound::AtMost => Self { low: None, high: Some(high) },
        }
    }

    /// Whether some value lies in both.
    pub(super) fn meets(self, other: Self) -> bool {
        let apart = |high: Option<Decimal>, low: Option<Decimal>| high.zip(low).is_some_and(|(high, low)| high < low);
        !apart(self.high, other.low) && !apart(other.high, self.low)
    }

    /// Whether nothing in this reach is less than anything in the other. Ends that touch are told apart: 1.49 beats 1.48,
    /// although both may have been rounded from 1.485.
    pub(super) fn is_above(self, other: Self) -> bool {
        self.low.zip(other.high).is_some_and(|(low, high)| low >= high)
    }

    /// Whether the value lies in it.
    pub(super) fn holds(self, value: Decimal) -> bool {
        self.meets(Self::exactly(value))
    }

    /// Whether every value in it is above zero.
    pub(super) fn is_positive(self) -> bool {
        self.low.is_some_and(|low| low > Decimal::ZERO)
    }

    /// From end to end; `None` where an end is open.
    pub(super) fn width(self) -> Option<Decimal> {
        self.high?.checked_sub(self.low?)
    }

    /// The same, with both ends so much further out.
    pub(super) fn widened(self, by: Decimal) -> Self {
        let by = by.abs();
        self.plus(Self { low: Some(-by), high: Some(by) })
    }

    /// The sum of one value of each.
    pub(super) fn plus(self, other: Self) -> Self {
        let add = |one: Option<Decimal>, other: Option<Decimal>| one.zip(other).and_then(|(a, b)| a.checked_add(b));
        Self { low: down(add(self.low, other.low)), high: up(add(self.high, other.high)) }
    }

    /// The difference of one value of each.
    pub(super) fn minus(self, other: Self) -> Self {
        self.plus(other.negated())
    }

    /// The values with their sign turned.
    pub(super) fn negated(self) -> Self {
        Self { low: self.high.map(|high| -high), high: self.low.map(|low| -low) }
    }

    /// The values times a positive factor.
    pub(super) fn times(self, factor: Decimal) -> Self {
        let multiply = |end: Option<Decimal>| end.and_then(|end| unless_lost(end, end.checked_mul(factor)));
        Self { low: down(multiply(self.low)), high: up(multiply(self.high)) }
    }

    /// The quotient of one value of each; `None` where the divisor may be zero.
    pub(super) fn over(self, divisor: Self) -> Option<Self> {
        if divisor.is_positive() {
            return Some(self.over_positive(divisor));
        }
        let mirrored = divisor.negated();
        mirrored.is_positive().then(|| self.negated().over_positive(mirrored))
    }

    /// The widest divisor that is open leads to zero in the limit.
    fn over_positive(self, divisor: Self) -> Self {
        let divide = |end: Decimal, by: Option<Decimal>| match by {
            Some(by) => unless_lost(end, end.checked_div(by)),
            None => Some(Decimal::ZERO),
        };
        let (narrow, wide) = (divisor.low, divisor.high);
        let low = self.low.and_then(|end| divide(end, if end.is_sign_negative() { narrow } else { wide }));
        let high = self.high.and_then(|end| divide(end, if end.is_sign_negative() { wide } else { narrow }));
        Self { low: down(low), high: up(high) }
    }

    /// Both ends, rounded outward to the digits that a derived number of this unit keeps; `None` where one is open.
    pub(super) fn interval(self, unit: Unit) -> Option<Interval> {
        Some(Interval { low: rounding::down(self.low?, unit), high: rounding::up(self.high?, unit) })
    }

    /// Both ends, rounded to the nearest; `None` where one is open.
    pub(super) fn ends(self, unit: Unit) -> Option<(Decimal, Decimal)> {
        Some((rounding::nearest(self.low?, unit), rounding::nearest(self.high?, unit)))
    }
}

impl From<Interval> for Reach {
    fn from(interval: Interval) -> Self {
        Self { low: Some(interval.low), high: Some(interval.high) }
    }
}

/// What "about" may have moved a figure by.
fn approximation(quantity: &Quantity) -> Decimal {
    let half = quantity.resolution();
    let size = quantity.low().abs().max(quantity.high().abs());
    let unit = half.checked_mul(Decimal::TWO).unwrap_or(half);
    let tenth = size.checked_div(Decimal::TEN).unwrap_or_default();
    half.max(unit.min(tenth))
}

/// `None` where a result has become zero only because it is too small for 28 decimals.
fn unless_lost(operand: Decimal, result: Option<Decimal>) -> Option<Decimal> {
    result.filter(|result| !result.is_zero() || operand.is_zero())
}

/// The end, less one of its last digit where that digit may have been rounded.
fn down(end: Option<Decimal>) -> Option<Decimal> {
    end.and_then(|end| end.checked_sub(last_digit(end)))
}

/// The end, and one of its last digit where that digit may have been rounded.
fn up(end: Option<Decimal>) -> Option<Decimal> {
    end.and_then(|end| end.checked_add(last_digit(end)))
}

/// A decimal holds 28 digits. Only a result that fills them may have been rounded.
fn last_digit(result: Decimal) -> Decimal {
    const NEARLY_FULL: u128 = 1 << 90;
    let full = result.mantissa().unsigned_abs() >= NEARLY_FULL || result.scale() >= Decimal::MAX_SCALE;
    if full { Decimal::new(1, result.scale()) } else { Decimal::ZERO }
}

#[cfg(test)]
mod tests {
    use super::Reach;
    use crate::calculator::testing::quantity;
    use crate::model::Unit;
    use rust_decimal::Decimal;

    fn text(reach: Reach) -> String {
        let end = |end: Option<Decimal>| end.map_or("open".to_owned(), |end| end.normalize().to_string());
        format!("{} to {}", end(reach.low), end(reach.high))
    }

    #[track_caller]
    fn check(figure: &str, measured: &str, promised: &str) {
        let quantity = quantity(Unit::Count, figure);
        assert_eq!(text(Reach::measured(&quantity)), measured, "measured {figure}");
        assert_eq!(text(Reach::promised(&quantity)), promised, "promised {figure}");
    }

    #[test]
    fn bounds_widen_to_their_side() {
        check("48.4", "48.35 to 48.45", "48.4 to 48.4");
        check("60..65", "59.5 to 65.5", "60 to 65");
        check("about 48", "47 to 49", "47 to 49");
        check("about 8", "7.2 to 8.8", "7.2 to 8.8");
        check("about 1", "0.5 to 1.5", "0.5 to 1.5");
        check("at least 25", "25 to open", "25 to open");
        check("at most 30", "open to 30", "open to 30");
        check("at least -5", "open to -5", "open to -5");
        check("at most -5", "-5 to open", "-5 to open");
    }

    #[track_caller]
    fn divided(one: &str, other: &str, expected: &str) {
        let reach = |figure| Reach::measured(&quantity(Unit::Count, figure));
        assert_eq!(reach(one).over(reach(other)).map_or("none".to_owned(), text), expected);
    }

    #[test]
    fn divides_only_by_what_is_not_zero() {
        divided("10", "0", "none");
        divided("10", "0.4..0.5", "17.272727272727272727272727272 to 30");
        divided("10", "-5", "-2.3333333333333333333333333334 to -1.7272727272727272727272727272");
        divided("at least 10", "2", "4 to open");
        divided("10", "at least 2", "0 to 5.25");
        divided("-10", "at least 2", "-5.25 to 0");
        divided("10", "at most 2", "none");
    }

    #[test]
    fn an_end_that_does_not_fit_is_open() {
        let widest = Reach::exactly(Decimal::MAX);
        assert_eq!(text(widest.plus(widest)), "open to open");
        assert_eq!(text(widest.times(Decimal::ONE_HUNDRED)), "open to open");
        let smallest = Reach::exactly(Decimal::new(1, 28));
        assert_eq!(text(smallest.times(Decimal::new(1, 28))), "open to open");
    }
}
