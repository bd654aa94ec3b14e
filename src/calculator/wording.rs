//! How the sentence of a check names line items and numbers. Printed figures are written as exactly as they were
//! printed; computed ones are cut to what a sentence can bear.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::model::{Basis, Bound, LineItem, Quantity, Unit};

const SCALES: [(i64, &str); 3] = [(1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million")];

const SYMBOLS: [(&str, &str); 3] = [("USD", "$"), ("EUR", "€"), ("GBP", "£")];

/// What a line item is of: "Adjusted EPS", "Revenue of Cloud in 2024-FY".
pub(super) fn title(item: &LineItem) -> String {
    let label = item.metric.row().label;
    let mut title = match item.basis {
        Some(Basis::Adjusted) => format!("Adjusted {}", mid_sentence(label)),
        Some(Basis::Gaap) => format!("GAAP {}", mid_sentence(label)),
        Some(Basis::ConstantCurrency) => format!("{label} in constant currency"),
        Some(Basis::Organic) => format!("Organic {}", mid_sentence(label)),
        None => label.to_owned(),
    };
    if let Some(segment) = &item.segment {
        title = format!("{title} of {segment}");
    }
    if let Some(period) = item.period {
        title = format!("{title} in {period}");
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
    let one = |value| written(value, quantity.unit());
    match quantity.bound() {
        _ if quantity.low() != quantity.high() => format!("{} to {}", one(quantity.low()), one(quantity.high())),
        Bound::Point | Bound::Range => one(quantity.low()),
        Bound::About => format!("about {}", one(quantity.low())),
        Bound::AtLeast => format!("at least {}", one(quantity.low())),
        Bound::AtMost => format!("at most {}", one(quantity.low())),
    }
}

/// A computed number with two decimals of its scale, and one where it is a percentage.
pub(super) fn computed(value: Decimal, unit: Unit) -> String {
    let (scale, _) = scale(value);
    let is_percentage = matches!(unit, Unit::Percent | Unit::Points) && value.abs() >= Decimal::ONE;
    let places = if is_percentage { 1 } else { 2 };
    let cut = |value: Decimal| {
        let scaled = value.checked_div(scale)?.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
        scaled.checked_mul(scale)
    };
    written(cut(value).unwrap_or(value), unit)
}

/// A list as a sentence has it: "revenue, EPS and net income".
pub(super) fn list(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

fn written(value: Decimal, unit: Unit) -> String {
    let sign = if value.is_sign_negative() && !value.is_zero() { "-" } else { "" };
    let size = value.abs().normalize();
    match unit {
        Unit::Percent => format!("{sign}{size}%"),
        Unit::Points => format!("{sign}{size} points"),
        Unit::BasisPoints => format!("{sign}{size} basis points"),
        Unit::Count => format!("{sign}{}", scaled(size)),
        Unit::Money(currency) => format!("{sign}{}{}", symbol(currency.code()), scaled(size)),
        Unit::PerShare(currency) if size.scale() < 2 => format!("{sign}{}{size:.2}", symbol(currency.code())),
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
    use crate::calculator::testing::quantity;
    use crate::model::{Currency, Unit};

    const USD: Unit = Unit::Money(Currency::USD);

    #[track_caller]
    fn check(figure: &str, unit: Unit, as_printed: &str, as_computed: &str) {
        let quantity = quantity(unit, figure);
        assert_eq!(printed(&quantity), as_printed);
        assert_eq!(computed(quantity.value(), unit), as_computed);
    }

    #[test]
    fn numbers_for_a_sentence() {
        check("48.4bn", USD, "$48.4 billion", "$48.4 billion");
        check("46.987bn", USD, "$46.987 billion", "$46.99 billion");
        check("60bn..65bn", USD, "$60 billion to $65 billion", "$62.5 billion");
        check("about -5m", USD, "about -$5 million", "-$5 million");
        check("1.5", Unit::PerShare(Currency::USD), "$1.50", "$1.50");
        check("37.4", Unit::PerShare(Currency::new("INR").unwrap()), "INR 37.40", "INR 37.40");
        check("20.6983", Unit::Percent, "20.6983%", "20.7%");
        check("0.1234", Unit::Percent, "0.1234%", "0.12%");
        check("2593516209", Unit::Count, "2.593516209 billion", "2.59 billion");
    }

    #[test]
    fn labels_within_a_sentence() {
        assert_eq!((mid_sentence("Net income"), mid_sentence("EPS")), ("net income".to_owned(), "EPS".to_owned()));
    }
}
