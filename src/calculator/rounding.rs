//! The one place where derived numbers are cut to a sane number of digits. What is shown of them is up to others.
//!
//! The rule: a derived amount of money keeps hundredths, one for each share and a percentage keep four decimals, a
//! count keeps whole things. Values are rounded to the nearest, halves away from zero. Ends of intervals are rounded
//! outward, so that an interval never loses a value that the printed roundings allow.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::model::Unit;

/// The nearest number with the digits that this unit keeps.
pub(super) fn nearest(value: Decimal, unit: Unit) -> Decimal {
    round(value, unit, RoundingStrategy::MidpointAwayFromZero)
}

/// The greatest such number that is not above `value`.
pub(super) fn down(value: Decimal, unit: Unit) -> Decimal {
    round(value, unit, RoundingStrategy::ToNegativeInfinity)
}

/// The least such number that is not below `value`.
pub(super) fn up(value: Decimal, unit: Unit) -> Decimal {
    round(value, unit, RoundingStrategy::ToPositiveInfinity)
}

fn round(value: Decimal, unit: Unit, strategy: RoundingStrategy) -> Decimal {
    let places = match unit {
        Unit::Money(_) => 2,
        Unit::PerShare(_) | Unit::Percent | Unit::Points | Unit::BasisPoints => 4,
        Unit::Count => 0,
    };
    value.round_dp_with_strategy(places, strategy).normalize()
}

#[cfg(test)]
mod tests {
    use super::{down, nearest, up};
    use crate::model::{Currency, Unit};

    #[track_caller]
    fn check(value: &str, unit: Unit, expected: &str) {
        let value = value.parse().unwrap();
        assert_eq!(format!("{} {} {}", down(value, unit), nearest(value, unit), up(value, unit)), expected);
    }

    #[test]
    fn values_to_the_nearest_and_ends_outward() {
        check("39794238683.127572", Unit::Money(Currency::USD), "39794238683.12 39794238683.13 39794238683.13");
        check("3.00063843", Unit::Percent, "3.0006 3.0006 3.0007");
        check("-2.00005", Unit::Percent, "-2.0001 -2.0001 -2");
        check("2593516209.4763", Unit::Count, "2593516209 2593516209 2593516210");
        check("0.12345678", Unit::PerShare(Currency::USD), "0.1234 0.1235 0.1235");
        check("40.0", Unit::Percent, "40 40 40");
    }
}
