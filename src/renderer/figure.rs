//! The one place that rounds and abbreviates. Figures are rounded half away from zero; the ends of an interval outward,
//! so that it keeps what it promises. A person is shown no digit that the printed figures do not support.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::model::{Bound, Interval, Measure, Metric, MetricUnit, Quantity, Unit};
use crate::renderer::currency::{self, Scale};
use crate::renderer::decimal::Digits;

/// Digits after the point that derived numbers keep in data formats.
const DERIVED_PLACES: u32 = 4;

/// A derived number for a data format: four digits after the point.
pub(crate) fn derived(value: Decimal) -> Decimal {
    round(value, DERIVED_PLACES)
}

/// An interval for a data format: four digits after the point, the ends rounded outward.
pub(crate) fn derived_interval(interval: Interval) -> (Decimal, Decimal) {
    let outward = |end: Decimal, strategy| end.round_dp_with_strategy(DERIVED_PLACES, strategy);
    (
        outward(interval.low, RoundingStrategy::ToNegativeInfinity),
        outward(interval.high, RoundingStrategy::ToPositiveInfinity),
    )
}

/// Whether a figure in this unit is the metric's level or its change: revenue in per cent can only be growth.
pub(crate) fn measure(metric: Metric, unit: Unit) -> Measure {
    match (metric.row().unit, unit) {
        (MetricUnit::ChangePercent, _)
        | (
            MetricUnit::Money | MetricUnit::PerShare | MetricUnit::Count,
            Unit::Percent | Unit::Points | Unit::BasisPoints,
        ) => Measure::Change,
        (MetricUnit::Percent, _)
        | (
            MetricUnit::Money | MetricUnit::PerShare | MetricUnit::Count,
            Unit::Money(_) | Unit::PerShare(_) | Unit::Count,
        ) => Measure::Level,
    }
}

/// How numbers are shown to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Style {
    /// Whether characters beyond ASCII may be used.
    pub(crate) unicode: bool,
}

impl Style {
    /// What stands where there is nothing.
    pub(crate) fn dash(self) -> &'static str {
        if self.unicode { "–" } else { "-" }
    }

    /// What shows that a text was cut.
    pub(crate) fn ellipsis(self) -> &'static str {
        if self.unicode { "…" } else { "..." }
    }

    /// What stands between things in a line.
    pub(crate) fn dot(self) -> &'static str {
        if self.unicode { " · " } else { " | " }
    }

    /// A printed figure: `$48.4B`, `~$100B–1T`, `+21%`. A change has its sign.
    pub(crate) fn quantity(self, quantity: &Quantity, measure: Measure) -> String {
        let place = quantity.resolution().checked_mul(Decimal::TWO).unwrap_or_default();
        let signed = measure == Measure::Change;
        let bound = self.bound(quantity.bound());
        format!("{bound}{}", self.band(quantity.unit(), quantity.low(), quantity.high(), place, signed))
    }

    /// A derived number, with the digits that its interval supports.
    pub(crate) fn within(self, unit: Unit, value: Decimal, interval: Interval) -> String {
        self.band(unit, value, value, supported(interval.low, interval.high), false)
    }

    /// A derived percentage with its sign: `+3.0%`, or `+54% to +67%`.
    pub(crate) fn rate(self, low: Decimal, high: Decimal, interval: Option<Interval>) -> String {
        let place = interval.map_or(TENTH, |interval| {
            // What the range itself spans is no doubt about its ends.
            let slack_low = low.checked_sub(interval.low).unwrap_or_default();
            let slack_high = interval.high.checked_sub(high).unwrap_or_default();
            supported(-slack_low, slack_high)
        });
        self.band(Unit::Percent, low, high, place.max(TENTH), true)
    }

    /// The difference of two printed figures, with its sign: `+$1.41B`; of two percentages, in points.
    pub(crate) fn difference(self, unit: Unit, value: Decimal, places: [&Quantity; 2]) -> String {
        let unit = if unit == Unit::Percent { Unit::Points } else { unit };
        let coarser = places.iter().map(|quantity| quantity.resolution()).max().unwrap_or_default();
        self.band(unit, value, value, coarser.checked_mul(Decimal::TWO).unwrap_or_default(), true)
    }

    fn bound(self, bound: Bound) -> &'static str {
        match (bound, self.unicode) {
            (Bound::Point | Bound::Range, _) => "",
            (Bound::About, _) => "~",
            (Bound::AtLeast, true) => "≥",
            (Bound::AtLeast, false) => ">=",
            (Bound::AtMost, true) => "≤",
            (Bound::AtMost, false) => "<=",
        }
    }

    fn band(self, unit: Unit, low: Decimal, high: Decimal, place: Decimal, signed: bool) -> String {
        let shape = Shape::of(unit, high.abs().max(low.abs()), place, self.unicode);
        if low == high {
            return shape.write(low, signed, true, true);
        }
        let lower = Shape::of(unit, low.abs(), place, self.unicode);
        let shared = lower.scale.size == shape.scale.size || low.is_zero();
        if signed || low.is_sign_negative() {
            let lower = if shared { &shape } else { &lower };
            return format!("{} to {}", lower.write(low, signed, true, true), shape.write(high, signed, true, true));
        }
        let joiner = if self.unicode { "–" } else { "-" };
        let low = if shared { shape.write(low, false, true, false) } else { lower.write(low, false, true, true) };
        format!("{low}{joiner}{}", shape.write(high, false, !shared, true))
    }
}

const TENTH: Decimal = Decimal::from_parts(1, 0, 0, false, 1);

/// The place of the last digit that an interval supports: the smallest power of ten of which half the interval is less
/// than five, so one digit of doubt is shown and no more. Zero, that is every digit, where the interval has no width.
fn supported(low: Decimal, high: Decimal) -> Decimal {
    let width = high.checked_sub(low).unwrap_or_default();
    let mut place = if width.is_zero() { Decimal::ZERO } else { SMALLEST };
    while let Some(reach) = place.checked_mul(Decimal::TEN).filter(|reach| *reach <= width && !place.is_zero()) {
        place = reach;
    }
    place
}

/// No derived number is shown more finely than this.
const SMALLEST: Decimal = Decimal::from_parts(1, 0, 0, false, 6);

/// What a scaled figure shows at most: `$12.35B`.
const SIGNIFICANT: u32 = 4;

/// How one figure, or both ends of a band, are written.
struct Shape {
    symbol: String,
    scale: Scale,
    suffix: &'static str,
    places: u32,
    trim: bool,
}

impl Shape {
    /// The shape for a figure of this size, down to `place`.
    fn of(unit: Unit, size: Decimal, place: Decimal, unicode: bool) -> Self {
        let (suffix, finest, scales): (_, _, &'static [Scale]) = match unit {
            Unit::Money(currency) => ("", 2, currency::scales(currency)),
            Unit::PerShare(_) => ("", 4, &[]),
            Unit::Percent => ("%", 2, &[]),
            Unit::Points => (" pp", 2, &[]),
            Unit::BasisPoints => (" bps", 1, &[]),
            Unit::Count => ("", 2, currency::SCALES),
        };
        let (scale, places) = scaled(size, place, finest, scales);
        let symbol = currency::symbol(unit.currency(), unicode);
        Self { symbol, scale, suffix, places, trim: place.is_zero() }
    }

    fn write(&self, value: Decimal, signed: bool, symbol: bool, scale: bool) -> String {
        let scaled = round(value.checked_div(self.scale.size).unwrap_or(value), self.places);
        let sign = match (scaled.is_zero(), value.is_sign_negative(), signed) {
            (true, ..) | (false, false, false) => "",
            (false, true, _) => "-",
            (false, false, true) => "+",
        };
        let symbol = if symbol { &*self.symbol } else { "" };
        let (scale, suffix) = if scale { (self.scale.suffix, self.suffix) } else { ("", "") };
        format!("{sign}{symbol}{}{scale}{suffix}", digits(scaled.abs(), self.places, self.trim))
    }
}

/// The scale in which a figure of this size is read most easily, and how many places it then has.
fn scaled(size: Decimal, place: Decimal, finest: u32, scales: &[Scale]) -> (Scale, u32) {
    let mut chosen = (Scale::ONE, places(Decimal::ONE, place, finest));
    for scale in scales {
        let in_last = round(size.checked_div(chosen.0.size).unwrap_or(size), chosen.1);
        if in_last.checked_mul(chosen.0.size).is_none_or(|rounded| rounded < scale.size) {
            break;
        }
        let before_point = whole_digits(size.checked_div(scale.size).unwrap_or(size));
        chosen = (*scale, places(scale.size, place, SIGNIFICANT.saturating_sub(before_point)));
    }
    chosen
}

/// How many places a figure has that is counted in `size` and known down to `place`.
fn places(size: Decimal, place: Decimal, finest: u32) -> u32 {
    let mut step = size;
    let mut places = 0;
    while places < finest && step > place {
        step = step.checked_div(Decimal::TEN).unwrap_or_default();
        places += 1;
    }
    places
}

fn whole_digits(value: Decimal) -> u32 {
    let mut rest = value.abs().trunc();
    let mut digits = 1;
    while rest >= Decimal::TEN {
        rest = rest.checked_div(Decimal::TEN).unwrap_or_default().trunc();
        digits += 1;
    }
    digits
}

fn round(value: Decimal, places: u32) -> Decimal {
    value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero)
}

/// The digits of a rounded number, thousands apart, with as many places as it is known to.
fn digits(value: Decimal, places: u32, trim: bool) -> String {
    let exact = Digits::of(value);
    let (whole, fraction) = exact.as_str().split_once('.').unwrap_or((exact.as_str(), ""));
    let mut shown = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    let width = usize::try_from(places).unwrap_or(0);
    if !fraction.is_empty() || (width > 0 && !trim) {
        let zeros = if trim { 0 } else { width.saturating_sub(fraction.len()) };
        shown.push('.');
        shown.push_str(fraction);
        shown.extend(std::iter::repeat_n('0', zeros));
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::{Style, derived_interval};
    use crate::model::{Bound, Currency, Interval, Measure, Quantity, Unit};
    use proptest::prelude::{any, prop_assert, proptest};
    use rust_decimal::Decimal;

    const STYLE: Style = Style { unicode: true };
    const USD: Unit = Unit::Money(Currency::USD);
    const SHARE: Unit = Unit::PerShare(Currency::USD);

    fn number(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn money(code: &str) -> Unit {
        Unit::Money(Currency::new(code).unwrap())
    }

    proptest! {
        #[test]
        fn any_figure_can_be_shown(low in any::<i64>(), high in any::<i64>(), scale in 0_u32..20, place in any::<i64>()) {
            let (low, high) = (Decimal::new(low, scale), Decimal::new(high, 0));
            for unit in [USD, SHARE, money("INR"), Unit::Percent, Unit::BasisPoints, Unit::Count] {
                let quantity = Quantity::between(unit, low, high, Decimal::new(place, scale));
                let shown = STYLE.quantity(&quantity, Measure::Change);
                prop_assert!(shown.chars().count() < 80, "{}", shown);
            }
        }
    }

    #[track_caller]
    fn check(unit: Unit, value: &str, place: &str, expected: &str) {
        let quantity = Quantity::exactly(unit, number(value), number(place) / Decimal::TWO);
        assert_eq!(STYLE.quantity(&quantity, Measure::Level), expected);
    }

    #[test]
    fn figures_are_scaled_and_keep_their_printed_digits() {
        check(USD, "48400000000", "100000000", "$48.4B");
        check(USD, "46990000000", "10000000", "$46.99B");
        check(USD, "39000000000", "1000000000", "$39B");
        check(USD, "12345000000", "1000000", "$12.35B");
        check(USD, "999990000", "10000", "$1.000B");
        check(USD, "1200000000000", "100000000000", "$1.2T");
        check(USD, "250000", "1", "$250,000");
        check(USD, "-5000000", "1000000", "-$5M");
        check(SHARE, "8.02", "0.01", "$8.02");
        check(SHARE, "-0.65", "0.01", "-$0.65");
        check(SHARE, "0.0825", "0.0001", "$0.0825");
        check(money("INR"), "161890000000", "10000000", "₹16,189 cr");
        check(money("INR"), "1200000000000", "100000000000", "₹1.2 lakh cr");
        check(money("CHF"), "1500000000", "100000000", "CHF 1.5B");
        check(money("EUR"), "1200000000", "100000000", "€1.2B");
        check(Unit::Percent, "21", "1", "21%");
        check(Unit::Percent, "43.10", "0.01", "43.10%");
        check(Unit::BasisPoints, "120", "1", "120 bps");
        check(Unit::Count, "74067", "1", "74,067");
        check(Unit::Count, "3350000000", "10000000", "3.35B");
        check(USD, "0", "1", "$0");
    }

    #[track_caller]
    fn check_band(unit: Unit, low: &str, high: &str, place: &str, measure: Measure, bound: Bound, expected: [&str; 2]) {
        let quantity = Quantity::between(unit, number(low), number(high), number(place) / Decimal::TWO);
        let quantity = quantity.with_bound(bound);
        let shown = [true, false].map(|unicode| Style { unicode }.quantity(&quantity, measure));
        assert_eq!(shown, expected);
    }

    #[test]
    fn bands_share_symbol_and_scale_where_they_can() {
        use Bound::{About, AtLeast, Range};
        use Measure::{Change, Level};
        check_band(USD, "60000000000", "65000000000", "1000000000", Level, Range, ["$60–65B", "$60-65B"]);
        check_band(
            USD,
            "100000000000",
            "1000000000000",
            "100000000000",
            Level,
            About,
            ["~$100B–$1.0T", "~$100B-$1.0T"],
        );
        check_band(SHARE, "-0.65", "0.65", "0.01", Level, Range, ["-$0.65 to $0.65", "-$0.65 to $0.65"]);
        check_band(Unit::Percent, "3", "4", "1", Change, Range, ["+3% to +4%", "+3% to +4%"]);
        check_band(Unit::Percent, "3", "3", "1", Level, AtLeast, ["≥3%", ">=3%"]);
        check_band(money("EUR"), "5", "5", "1", Level, Range, ["€5", "EUR 5"]);
    }

    #[track_caller]
    fn check_rate(low: &str, high: &str, interval: [&str; 2], expected: &str) {
        let [least, most] = interval.map(number);
        assert_eq!(STYLE.rate(number(low), number(high), Some(Interval { low: least, high: most })), expected);
    }

    #[test]
    fn rates_show_the_digits_that_their_interval_supports() {
        check_rate("21", "21", ["20.5", "21.5"], "+21%");
        check_rate("3.0006384", "3.0006384", ["2.8833", "3.1181"], "+3.0%");
        check_rate("18.639", "18.639", ["18.53", "18.76"], "+18.6%");
        check_rate("53.846", "66.667", ["51.90", "68.83"], "+54% to +67%");
        check_rate("-4.26", "-4.26", ["-9.8", "1.7"], "-4%");
        check_rate("7.25", "7.25", ["7.25", "7.25"], "+7.3%");
        assert_eq!(STYLE.rate(number("7.25"), number("7.25"), None), "+7.3%");
    }

    #[track_caller]
    fn check_within(unit: Unit, value: &str, interval: [&str; 2], expected: &str) {
        let [low, high] = interval.map(number);
        assert_eq!(STYLE.within(unit, number(value), Interval { low, high }), expected);
    }

    #[test]
    fn derived_levels_do_too() {
        check_within(USD, "40000000000", ["39794238683.13", "40207468879.67"], "$40.0B");
        check_within(Unit::Percent, "42.975", ["42.83", "43.12"], "43.0%");
        check_within(Unit::Count, "2593516209", ["2585700000", "2601400000"], "2.59B");
        check_within(SHARE, "1.24", ["1.2", "1.3"], "$1.2");
    }

    #[test]
    fn revenue_in_per_cent_is_growth() {
        let of = |key, unit| super::measure(crate::renderer::sample::metric(key), unit);
        assert_eq!(of("revenue", Unit::Percent), Measure::Change);
        assert_eq!(of("revenue", USD), Measure::Level);
        assert_eq!(of("gross_margin", Unit::Percent), Measure::Level);
        assert_eq!(of("same_store_sales", Unit::Percent), Measure::Change);
    }

    #[test]
    fn percentages_differ_by_points() {
        let [one, other] = ["2.6", "3.5"].map(|value| Quantity::exactly(Unit::Percent, number(value), number("0.05")));
        assert_eq!(STYLE.difference(Unit::Percent, number("-0.9"), [&one, &other]), "-0.9 pp");
    }

    #[test]
    fn ends_are_rounded_outward() {
        let interval = Interval { low: number("-0.00001"), high: number("2.00001") };
        assert_eq!(derived_interval(interval), (number("-0.0001"), number("2.0001")));
    }
}
