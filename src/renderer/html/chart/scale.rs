//! Where a value stands in the width of a drawing. Geometry only: nothing here finds its way back into a figure.

use std::fmt;

use rust_decimal::Decimal;

/// Values from `low` to `high`, laid out over the width of a drawing.
///
/// Invariant: `low < high`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    low: Decimal,
    high: Decimal,
}

/// A place in the width of a drawing, in hundredths of a per cent of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place(i32);

/// As CSS and SVG want it: `42.17%`.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}%", self.0 / 100, self.0 % 100)
    }
}

impl maud::Render for Place {
    fn render_to(&self, buffer: &mut String) {
        buffer.push_str(&self.to_string());
    }
}

impl Place {
    /// How far it is to another place that lies behind it; at least so much that something is seen.
    pub(super) fn up_to(self, end: Self) -> Self {
        Self(end.0.saturating_sub(self.0).max(SEEN))
    }
}

/// The whole width.
const WIDTH: i32 = 10_000;
/// What is left free at either end.
const MARGIN: i32 = 250;
/// What can just be seen.
const SEEN: i32 = 40;

impl Scale {
    /// A scale with room for all values and zero. A few that are far greater than the others would leave no room for
    /// these: it ends before them, and [`has`](Self::has) tells.
    pub(super) fn from_zero(values: impl Iterator<Item = Decimal>) -> Self {
        let mut values: Vec<Decimal> = values.collect();
        let limit = reach(&mut values);
        let within = |value: &Decimal| (*value).clamp(-limit, limit);
        let low = values.iter().map(within).min().unwrap_or_default().min(Decimal::ZERO);
        let high = values.iter().map(within).max().unwrap_or_default().max(Decimal::ZERO);
        Self::new(low, high)
    }

    /// A scale that begins at the least of the values.
    pub(super) fn over(values: impl Iterator<Item = Decimal> + Clone) -> Self {
        Self::new(values.clone().min().unwrap_or_default(), values.max().unwrap_or_default())
    }

    fn new(low: Decimal, high: Decimal) -> Self {
        if low < high { Self { low, high } } else { Self { low, high: low.checked_add(Decimal::ONE).unwrap_or(low) } }
    }

    /// Whether a value is on the scale.
    pub(super) fn has(&self, value: Decimal) -> bool {
        (self.low..=self.high).contains(&value)
    }

    /// Where a value stands; at the end of the scale where it is beyond.
    pub(super) fn at(&self, value: Decimal) -> Place {
        let share = || {
            let span = self.high.checked_sub(self.low)?;
            let part = value.clamp(self.low, self.high).checked_sub(self.low)?.checked_div(span)?;
            i32::try_from(part.checked_mul(Decimal::from(WIDTH - 2 * MARGIN))?.round().mantissa()).ok()
        };
        Place(MARGIN + share().unwrap_or_default())
    }

    /// Where a value stands in the height of a drawing whose values rise.
    pub(super) fn below_top(&self, value: Decimal) -> Place {
        Place(WIDTH - self.at(value).0)
    }

    /// Round values to be marked on the axis, zero among them where it is on the scale.
    pub(super) fn ticks(&self) -> Vec<Decimal> {
        let span = self.high.checked_sub(self.low).unwrap_or(Decimal::ONE);
        let step = step(span.checked_div(Decimal::from(5)).unwrap_or(Decimal::ONE));
        let first = self.low.checked_div(step).unwrap_or_default().ceil();
        let ticks = (0..MOST_TICKS).map(|index| first.checked_add(Decimal::from(index))?.checked_mul(step));
        ticks.flatten().take_while(|tick| *tick <= self.high).map(|tick| tick.normalize()).collect()
    }
}

const MOST_TICKS: u32 = 10;

/// How far from zero the scale goes: to the greatest size; among many values not far beyond the usual one.
fn reach(values: &mut [Decimal]) -> Decimal {
    values.sort_by_key(|value| value.abs());
    let usual = values.get(values.len() / 2).map(|value| value.abs()).unwrap_or_default();
    let greatest = values.last().map(|value| value.abs()).unwrap_or_default();
    let limit = usual.checked_mul(Decimal::from(FAR)).filter(|limit| !limit.is_zero() && values.len() >= MANY);
    limit.map_or(greatest, |limit| greatest.min(limit))
}

/// How many times the usual size still has a place among the others.
const FAR: u32 = 8;
/// From here on there is such a thing as a usual size.
const MANY: usize = 4;

/// The least of 0.1, 0.2, 0.5, 1, 2, 5, 10 and so on that is not less than `least`; beyond 28 digits, `least` itself.
fn step(least: Decimal) -> Decimal {
    let mut power = Decimal::new(1, 1);
    loop {
        let steps = [1, 2, 5].map(|digit| power.checked_mul(Decimal::from(digit)));
        if let Some(step) = steps.into_iter().flatten().find(|step| *step >= least) {
            return step;
        }
        match power.checked_mul(Decimal::TEN) {
            Some(next) => power = next,
            None => return least,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Scale;
    use rust_decimal::Decimal;

    fn numbers(texts: &[&str]) -> Vec<Decimal> {
        texts.iter().map(|text| text.parse().unwrap()).collect()
    }

    #[track_caller]
    fn check(values: &[&str], places: &[&str], ticks: &[&str]) {
        let values = numbers(values);
        let scale = Scale::from_zero(values.iter().copied());
        let found: Vec<String> = values.iter().map(|value| scale.at(*value).to_string()).collect();
        assert_eq!(found, places);
        assert_eq!(scale.ticks(), numbers(ticks));
    }

    #[test]
    fn values_stand_between_the_margins() {
        check(&["3", "19", "0"], &["17.50%", "97.50%", "2.50%"], &["0", "5", "10", "15"]);
        check(&["-10", "10"], &["2.50%", "97.50%"], &["-10", "-5", "0", "5", "10"]);
        check(&["0"], &["2.50%"], &["0", "0.2", "0.4", "0.6", "0.8", "1"]);
        check(&[], &[], &["0", "0.2", "0.4", "0.6", "0.8", "1"]);
    }

    #[test]
    fn one_that_is_far_out_leaves_room_for_the_others() {
        let values = numbers(&["2", "3", "4", "900"]);
        let scale = Scale::from_zero(values.into_iter());
        assert!(scale.has(Decimal::from(4)) && !scale.has(Decimal::from(900)));
        assert_eq!(scale.at(Decimal::from(900)).to_string(), "97.50%");
    }

    #[test]
    fn the_greatest_numbers_have_a_place() {
        let scale = Scale::from_zero([Decimal::MIN, Decimal::MAX].into_iter());
        assert_eq!(scale.at(Decimal::MAX).to_string(), "2.50%", "no room to subtract");
        assert!(scale.ticks().len() < 11);
    }
}
