//! How currencies are written for a person, and in which steps large numbers are counted.

use rust_decimal::Decimal;

use crate::model::Currency;

/// A step in which large numbers are counted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scale {
    /// How many ones it is.
    pub(crate) size: Decimal,
    /// What is written behind the number.
    pub(crate) suffix: &'static str,
}

impl Scale {
    /// No step.
    pub(crate) const ONE: Self = Self { size: Decimal::ONE, suffix: "" };
}

const fn whole(low: u32, middle: u32) -> Decimal {
    Decimal::from_parts(low, middle, 0, false, 0)
}

const MILLION: Decimal = whole(1_000_000, 0);
const CRORE: Decimal = whole(10_000_000, 0);
const BILLION: Decimal = whole(1_000_000_000, 0);
/// 232 times 2 to the 32nd, and what is left.
const TRILLION: Decimal = whole(3_567_587_328, 232);

/// Millions, billions, trillions.
pub(crate) static SCALES: &[Scale] = &[
    Scale { size: MILLION, suffix: "M" },
    Scale { size: BILLION, suffix: "B" },
    Scale { size: TRILLION, suffix: "T" },
];

/// The steps of India: ten million are a crore, and a hundred thousand of these a lakh crore.
static INDIAN: &[Scale] = &[Scale { size: CRORE, suffix: " cr" }, Scale { size: TRILLION, suffix: " lakh cr" }];

/// The steps in which amounts of a currency are counted.
pub(crate) fn scales(currency: Currency) -> &'static [Scale] {
    if currency.code() == "INR" { INDIAN } else { SCALES }
}

/// What stands before an amount: `$`, or `CHF ` with its space; nothing before a count.
pub(crate) fn symbol(currency: Option<Currency>, unicode: bool) -> String {
    let Some(currency) = currency else { return String::new() };
    let sign = SIGNS.iter().find(|(code, _)| *code == currency.code()).map(|(_, sign)| *sign);
    match sign.filter(|sign| unicode || sign.is_ascii()) {
        Some(sign) => sign.to_owned(),
        None => format!("{currency} "),
    }
}

/// Signs that readers know; other currencies are written by their code.
static SIGNS: &[(&str, &str)] = &[
    ("USD", "$"),
    ("EUR", "€"),
    ("GBP", "£"),
    ("JPY", "¥"),
    ("CNY", "CN¥"),
    ("INR", "₹"),
    ("KRW", "₩"),
    ("CAD", "C$"),
    ("AUD", "A$"),
    ("NZD", "NZ$"),
    ("HKD", "HK$"),
    ("SGD", "S$"),
    ("TWD", "NT$"),
    ("BRL", "R$"),
    ("ILS", "₪"),
];

#[cfg(test)]
mod tests {
    use super::{INDIAN, SCALES, SIGNS, symbol};
    use crate::model::Currency;

    #[track_caller]
    fn check(code: &str, unicode: bool, expected: &str) {
        assert_eq!(symbol(Currency::new(code), unicode), expected);
    }

    #[test]
    fn signs_where_they_are_known_and_can_be_shown() {
        check("USD", false, "$");
        check("EUR", true, "€");
        check("EUR", false, "EUR ");
        check("CHF", true, "CHF ");
        check("", true, "");
    }

    #[test]
    fn the_tables_are_in_order() {
        assert!(SCALES.is_sorted_by_key(|scale| scale.size) && INDIAN.is_sorted_by_key(|scale| scale.size));
        assert_eq!(SCALES.last().unwrap().size.to_string(), "1000000000000");
        assert!(SIGNS.iter().all(|(code, _)| Currency::new(code).is_some()));
    }
}
