//! How the sentence of a check names line items and numbers. Printed figures are written as exactly as they were
//! printed; computed ones are cut to what their inputs support, and to what a sentence can bear.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::calculator::interval::Reach;
use crate::model::{Basis, Bound, LineItem, Metric, Period, Quantity, Unit};

const SCALES: [(i64, &str); 3] = [(1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million")];

const SYMBOLS: [(&str, &str); 3] = [("USD", "$"), ("EUR", "€"), ("GBP", "£")];

/// What a line item is of: "Adjusted EPS", "Revenue of Cloud in FY 2024".
pub(super) fn title(item: &LineItem) -> String {
    name(item.metric, item.basis, item.segment.as_deref(), item.period)
}

/// The same of a figure that is no line item.
pub(super) fn name(metric: Metric, basis: Option<Basis>, segment: Option<&str>, period: Option<Period>) -> String {
    let label = metric.row().label;
    let mut title = match basis {
        Some(Basis::Adjusted) => format!("Adjusted {}", mid_sentence(label)),
        Some(Basis::Gaap) => format!("GAAP {}", mid_sentence(label)),
        Some(Basis::ConstantCurrency) => format!("{label} in constant currency"),
        Some(Basis::Organic) => format!("Organic {}", mid_sentence(label)),
        None => label.to_owned(),
    };
    if let Some(segment) = segment {
        title = format!("{title} of {segment}");
    }
    if let Some(period) = period {
        title = format!("{title} in {}", period.label());
    }
    title
}

/// The label as it stands within a sentence: "net income", but "EPS".
pub(super) fn mid_sentence(label: &str) -> String {
    let is_word = label.chars().nth(1).is_some_and(char::is_lowercase);
    if is_word {
        label.chars().take(1).flat_map(char::to_lowercase).chain(label.chars().skip(1)).collect()
    } else {
        label.to_owned()
    }
}

/// A figure as it was printed: "about $48.4 billion", "$60 billion to $65 billion".
pub(super) fn printed(quantity: &Quantity) -> String {
    let place = quantity.resolution().checked_mul(Decimal::TWO).unwrap_or_default();
    let one = |value| written(value, quantity.unit(), place);
    match quantity.bound() {
        _ if quantity.low() != quantity.high() => format!("{} to {}", one(quantity.low()), one(quantity.high())),
        Bound::Point | Bound::Range => one(quantity.low()),
        Bound::About => format!("about {}", one(quantity.low())),
        Bound::AtLeast => format!("at least {}", one(quantity.low())),
        Bound::AtMost => format!("at most {}", one(quantity.low())),
    }
}

/// A computed number of which the inputs allow the values in `reach`. It has the digits that they support, so that one
/// digit is in doubt and no more, but never more than two decimals of its scale, or one where it is a percentage. Where
/// not even whole per cents are supported, or no digit at all, the reach itself says more: "12% to 38%".
pub(super) fn computed(value: Decimal, unit: Unit, reach: Reach) -> String {
    let place = supported(reach).max(finest(value, unit));
    let is_percentage = matches!(unit, Unit::Percent | Unit::Points);
    let is_vague = place > value.abs() || (is_percentage && place > Decimal::ONE);
    match reach.ends(unit).filter(|(low, high)| is_vague && low != high) {
        Some((low, high)) => {
            let finer = place.checked_div(Decimal::TEN).unwrap_or(place);
            let low = rounded(low, finer, RoundingStrategy::ToNegativeInfinity);
            let high = rounded(high, finer, RoundingStrategy::ToPositiveInfinity);
            format!("{} to {}", written(low, unit, finer), written(high, unit, finer))
        }
        None => written(rounded(value, place, RoundingStrategy::MidpointAwayFromZero), unit, place),
    }
}

/// The place of the last digit that is written of a computed number at most.
fn finest(value: Decimal, unit: Unit) -> Decimal {
    let is_percentage = matches!(unit, Unit::Percent | Unit::Points) && value.abs() >= Decimal::ONE;
    let share = if is_percentage { Decimal::new(1, 1) } else { Decimal::new(1, 2) };
    scale(value).0.checked_mul(share).unwrap_or(share)
}

/// The greatest power of ten that is not above the width of what the inputs allow; zero where they leave no doubt.
fn supported(reach: Reach) -> Decimal {
    let width = reach.width().unwrap_or_default();
    let mut place = Decimal::new(1, 6);
    if width < place {
        return Decimal::ZERO;
    }
    while let Some(next) = place.checked_mul(Decimal::TEN).filter(|next| *next <= width) {
        place = next;
    }
    place
}

fn rounded(value: Decimal, place: Decimal, strategy: RoundingStrategy) -> Decimal {
    let steps = value.checked_div(place).map(|steps| steps.round_dp_with_strategy(0, strategy));
    steps.and_then(|steps| steps.checked_mul(place)).unwrap_or(value)
}

/// A list as a sentence has it: "revenue, EPS and net income".
pub(super) fn list(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// A number whose last digit stands at `place`. Cents have two digits wherever both are known.
fn written(value: Decimal, unit: Unit, place: Decimal) -> String {
    let sign = if value.is_sign_negative() && !value.is_zero() { "-" } else { "" };
    let size = value.abs().normalize();
    match unit {
        Unit::Percent => format!("{sign}{size}%"),
        Unit::Points => format!("{sign}{size} points"),
        Unit::BasisPoints => format!("{sign}{size} basis points"),
        Unit::Count => format!("{sign}{}", scaled(size)),
        Unit::Money(currency) => format!("{sign}{}{}", symbol(currency.code()), scaled(size)),
        Unit::PerShare(currency) if size.scale() < 2 && place <= Decimal::new(1, 2) => {
            format!("{sign}{}{size:.2}", symbol(currency.code()))
        }
        Unit::PerShare(currency) => format!("{sign}{}{size}", symbol(currency.code())),
    }
}

fn symbol(code: &str) -> String {
    let known = SYMBOLS.iter().find(|(known, _)| *known == code);
    known.map_or_else(|| format!("{code} "), |(_, symbol)| (*symbol).to_owned())
}

fn scaled(size: Decimal) -> String {
    let (scale, word) = scale(size);
    match size.checked_div(scale) {
        Some(scaled) if !word.is_empty() => format!("{} {word}", scaled.normalize()),
        _ => size.to_string(),
    }
}

fn scale(value: Decimal) -> (Decimal, &'static str) {
    let fits = |(scale, _): &&(i64, &str)| value.abs() >= Decimal::from(*scale);
    SCALES.iter().find(fits).map_or((Decimal::ONE, ""), |(scale, word)| (Decimal::from(*scale), *word))
}

#[cfg(test)]
mod tests {
    use super::{computed, mid_sentence, printed};
    use crate::calculator::interval::Reach;
    use crate::calculator::testing::quantity;
    use crate::model::{Currency, Interval, Unit};

    const USD: Unit = Unit::Money(Currency::USD);

    #[track_caller]
    fn check(figure: &str, unit: Unit, as_printed: &str, as_computed: &str) {
        let quantity = quantity(unit, figure);
        assert_eq!(printed(&quantity), as_printed);
        assert_eq!(computed(quantity.value(), unit, Reach::exactly(quantity.value())), as_computed);
    }

    #[test]
    fn numbers_for_a_sentence() {
        check("48.4bn", USD, "$48.4 billion", "$48.4 billion");
        check("46.987bn", USD, "$46.987 billion", "$46.99 billion");
        check("60bn..65bn", USD, "$60 billion to $65 billion", "$62.5 billion");
        check("about -5m", USD, "about -$5 million", "-$5 million");
        check("1.50", Unit::PerShare(Currency::USD), "$1.50", "$1.50");
        check("5", Unit::PerShare(Currency::USD), "$5", "$5.00");
        check("37.40", Unit::PerShare(Currency::new("INR").unwrap()), "INR 37.40", "INR 37.40");
        check("20.6983", Unit::Percent, "20.6983%", "20.7%");
        check("0.1234", Unit::Percent, "0.1234%", "0.12%");
        check("2593516209", Unit::Count, "2.593516209 billion", "2.59 billion");
    }

    #[track_caller]
    fn check_computed(value: &str, low: &str, high: &str, unit: Unit, expected: &str) {
        let decimal = |text: &str| text.parse().unwrap();
        let reach = Reach::from(Interval { low: decimal(low), high: decimal(high) });
        assert_eq!(computed(decimal(value), unit, reach), expected);
    }

    #[test]
    fn no_more_digits_than_the_inputs_support() {
        check_computed("20.6983", "20.42", "20.97", Unit::Percent, "20.7%");
        check_computed("20.6983", "18.1", "23.4", Unit::Percent, "21%");
        check_computed("25", "12.5", "37.6", Unit::Percent, "12% to 38%");
        check_computed("1.5", "-9.2", "13.1", Unit::Points, "-10 points to 14 points");
        check_computed("2593516209", "2400000000", "2800000000", Unit::Count, "2.6 billion");
        check_computed("593516209", "560000000", "620000000", Unit::Count, "590 million");
        check_computed("0.0512", "0.046", "0.056", Unit::PerShare(Currency::USD), "$0.05");
        check_computed("1", "-4", "6", Unit::PerShare(Currency::USD), "-$4 to $6");
    }

    #[test]
    fn labels_within_a_sentence() {
        assert_eq!((mid_sentence("Net income"), mid_sentence("EPS")), ("net income".to_owned(), "EPS".to_owned()));
    }
}
