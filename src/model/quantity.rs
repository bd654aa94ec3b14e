//! A number as printed: one figure, or a band, with the place of its last digit.

use rust_decimal::Decimal;

use crate::model::Unit;

/// How a printed figure bounds the true one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bound {
    /// "$48.4 billion".
    Point,
    /// "$60 billion to $65 billion".
    Range,
    /// "about $2 billion", "nearly 8%", "hundreds of billions".
    About,
    /// "more than $25 billion".
    AtLeast,
    /// "up to $30 million".
    AtMost,
}

impl Bound {
    /// The name in the JSON contract.
    pub fn name(self) -> &'static str {
        match self {
            Self::Point => "point",
            Self::Range => "range",
            Self::About => "about",
            Self::AtLeast => "at_least",
            Self::AtMost => "at_most",
        }
    }
}

/// A number as printed, in whole units (dollars, not millions; per cent as 21, not 0.21).
///
/// Invariant: `low <= high`, and `resolution >= 0`. A lone figure is a band whose ends meet; an open bound ("at
/// least $5 billion") repeats the stated number in both ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    unit: Unit,
    low: Decimal,
    high: Decimal,
    bound: Bound,
    resolution: Decimal,
}

impl Quantity {
    /// A lone figure. `resolution` is half of its last printed digit's place: 50 million for "$48.4 billion".
    pub fn exactly(unit: Unit, value: Decimal, resolution: Decimal) -> Self {
        Self { unit, low: value, high: value, bound: Bound::Point, resolution: resolution.abs() }
    }

    /// A band from the one to the other, in either order. `resolution` is that of the coarser end.
    pub fn between(unit: Unit, one: Decimal, other: Decimal, resolution: Decimal) -> Self {
        Self { unit, low: one.min(other), high: one.max(other), bound: Bound::Range, resolution: resolution.abs() }
    }

    /// A figure larger than can be reckoned with: at least the largest number that can, or at most that below zero.
    pub fn beyond(unit: Unit, negative: bool) -> Self {
        let (value, bound) = if negative { (Decimal::MIN, Bound::AtMost) } else { (Decimal::MAX, Bound::AtLeast) };
        Self { unit, low: value, high: value, bound, resolution: Decimal::ZERO }
    }

    /// Whether it is larger than can be reckoned with.
    pub fn is_beyond(&self) -> bool {
        // Their digits alone nearly always tell them apart, and are sooner compared.
        let is = |end: Decimal, limit: Decimal| end.mantissa() == limit.mantissa() && end == limit;
        is(self.low, Decimal::MIN) || is(self.high, Decimal::MAX)
    }

    /// The same figure with another bound.
    #[must_use]
    pub fn with_bound(self, bound: Bound) -> Self {
        Self { bound, ..self }
    }

    /// The same figure in another unit: "$8.02" becomes `USD/share` once it is known to be earnings per share.
    #[must_use]
    pub fn with_unit(self, unit: Unit) -> Self {
        Self { unit, ..self }
    }

    /// The figure with its sign turned: "a loss of $5 million" is -5,000,000.
    #[must_use]
    pub fn negated(self) -> Self {
        Self { low: -self.high, high: -self.low, ..self }
    }

    /// What it is counted in.
    pub fn unit(&self) -> Unit {
        self.unit
    }

    /// The lower end.
    pub fn low(&self) -> Decimal {
        self.low
    }

    /// The upper end.
    pub fn high(&self) -> Decimal {
        self.high
    }

    /// The middle of the band; the figure itself where it is a lone one.
    pub fn value(&self) -> Decimal {
        if self.low == self.high {
            return self.low;
        }
        let half = |d: Decimal| d.checked_div(Decimal::TWO).unwrap_or(d);
        half(self.low).checked_add(half(self.high)).map_or(self.low, |middle| middle.normalize())
    }

    /// Whether both ends are nearer to zero than `limit`.
    pub fn is_within(&self, limit: u32) -> bool {
        let limit = Decimal::from(limit);
        self.low.abs() < limit && self.high.abs() < limit
    }

    /// Whether it was written with digits behind the decimal point of its whole unit: "$8.02", not "$5 million".
    pub fn has_decimals(&self) -> bool {
        self.resolution < Decimal::new(5, 1)
    }

    /// How the printed figure bounds the true one.
    pub fn bound(&self) -> Bound {
        self.bound
    }

    /// Half of the last printed digit's place, in whole units: what rounding may have moved the figure by.
    pub fn resolution(&self) -> Decimal {
        self.resolution
    }
}

#[cfg(test)]
mod tests {
    use super::{Bound, Quantity};
    use crate::model::Unit;
    use rust_decimal::Decimal;

    #[test]
    fn a_band_keeps_its_ends_in_order_and_its_middle_between_them() {
        let band = Quantity::between(Unit::Percent, Decimal::from(3), Decimal::from(-2), Decimal::ONE);
        assert_eq!((band.low(), band.high(), band.bound()), (Decimal::from(-2), Decimal::from(3), Bound::Range));
        assert_eq!(band.value().to_string(), "0.5");
        assert_eq!(band.negated().low(), Decimal::from(-3));
    }

    #[test]
    fn the_middle_of_the_widest_band_does_not_overflow() {
        let band = Quantity::between(Unit::Count, Decimal::MAX, Decimal::MAX - Decimal::ONE, Decimal::ONE);
        assert!(band.value() >= band.low() - Decimal::ONE && band.value() <= band.high());
    }
}
