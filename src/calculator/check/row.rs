//! The change column of a statement against the two levels in the same row. A column that was read as its neighbour shows
//! here.

use std::collections::HashSet;

use rust_decimal::Decimal;

use crate::calculator::check::{CheckStatus, compare, verb};
use crate::calculator::interval::Reach;
use crate::calculator::wording::{computed, name, printed};
use crate::model::{Better, Check, CheckKind, Comparison, Fact, Measure, Unit};

/// A check for each year-over-year change in a row that has both levels, unless it is among those told already.
pub(super) fn changes(facts: &[Fact], told: &[Check]) -> Vec<Check> {
    let told = told.iter().filter(|check| check.kind == CheckKind::Growth);
    let told: HashSet<usize> = told.filter_map(|check| check.facts.first().copied()).collect();
    let in_one_row = |one: &Fact, other: &Fact| one.evidence.sentence == other.evidence.sentence;
    let rows = facts.chunk_by(in_one_row).filter(|row| row.iter().any(Fact::is_from_table));
    rows.flat_map(|row| row.iter().filter(|fact| !told.contains(&fact.id)).filter_map(|fact| change(fact, row)))
        .collect()
}

fn change(stated: &Fact, row: &[Fact]) -> Option<Check> {
    let is_change = stated.measure == Measure::Change && stated.comparison == Some(Comparison::YearOverYear);
    let period = stated.period.filter(|period| is_change && stated.is_from_table() && period.year.is_some())?;
    let level = |period| {
        row.iter().find(|fact| {
            let is_alike = fact.metric == stated.metric && fact.role == stated.role && fact.basis == stated.basis;
            is_alike && fact.is_from_table() && fact.measure == Measure::Level && fact.period == Some(period)
        })
    };
    let (now, before) = (level(period)?, level(period.year_before())?);
    let (value, reach) = computed_change(now, before, stated.quantity.unit())?;
    let status = compare(stated, value, reach)?;
    if status == CheckStatus::Inconsistent && may_be_meant(stated, reach) {
        return None;
    }
    let title = name(stated.metric, stated.basis, None, stated.period);
    let (said, now_said, before_said) = (printed(&stated.quantity), printed(&now.quantity), printed(&before.quantity));
    let (verb, value) = (verb(status), computed(value, stated.quantity.unit(), reach));
    Some(Check {
        kind: CheckKind::Growth,
        status,
        message: format!(
            "{title}: stated growth of {said} {verb} the {value} computed from {now_said} and {before_said}"
        ),
        facts: vec![stated.id, now.id, before.id],
    })
}

/// The change of the two levels in the unit of the stated one; none for a rate from or to a loss, of which statements have
/// their own ideas.
fn computed_change(now: &Fact, before: &Fact, unit: Unit) -> Option<(Decimal, Reach)> {
    let (to, from) = (Reach::of(now), Reach::of(before));
    let difference = now.quantity.value().checked_sub(before.quantity.value())?;
    match (now.quantity.unit(), unit) {
        (Unit::Money(_) | Unit::PerShare(_) | Unit::Count, Unit::Percent) if to.is_positive() && from.is_positive() => {
            let value = difference.checked_div(before.quantity.value())?.checked_mul(Decimal::ONE_HUNDRED)?;
            let rate = to.over(from)?.minus(Reach::exactly(Decimal::ONE)).times(Decimal::ONE_HUNDRED);
            Some((value, rate))
        }
        (Unit::Percent, Unit::BasisPoints) => {
            let value = difference.checked_mul(Decimal::ONE_HUNDRED)?;
            Some((value, to.minus(from).times(Decimal::ONE_HUNDRED)))
        }
        (Unit::Percent, Unit::Percent | Unit::Points) => Some((difference, to.minus(from))),
        (one, other) if one == other => Some((difference, to.minus(from))),
        _ => None,
    }
}

/// Whether a statement may print this change for these levels: the last digit cut off, not rounded; or, of costs, the sign
/// of what it does to earnings.
fn may_be_meant(stated: &Fact, computed: Reach) -> bool {
    let said = Reach::of(stated).widened(stated.quantity.resolution());
    let is_cost = stated.metric.row().better == Better::Lower;
    said.meets(computed) || (is_cost && said.negated().meets(computed))
}

#[cfg(test)]
mod tests {
    use crate::calculator::calculate;
    use crate::calculator::testing::{reading, tell_check};
    use crate::model::Span;

    /// The checks of some lines that stand in one row of a statement.
    #[track_caller]
    fn check(lines: &str, expected: &str) {
        let mut reading = reading(lines);
        let place = |at: usize| Span::new(1_000 * at, 1_000 * at + 5);
        reading.facts.iter_mut().for_each(|fact| fact.evidence.span = place(fact.id));
        let told: Vec<String> = calculate(&reading).2.iter().map(tell_check).collect();
        assert_eq!(told.join("\n"), expected);
    }

    #[test]
    fn a_column_read_as_its_neighbour_shows() {
        check(
            "revenue actual 2024-Q4 USD 730.983m table
             revenue actual 2023-Q4 USD 883.968m table
             revenue actual 2024-Q4 percent -17.3 yoy table",
            "growth consistent: Revenue in Q4 2024: stated growth of -17.3% agrees with the -17.3% computed from \
             $730.983 million and $883.968 million [2, 0, 1]",
        );
        check(
            "revenue actual 2024-Q4 USD 730.983m table
             revenue actual 2023-Q4 USD 883.968m table
             revenue actual 2024-Q4 percent -18.8 yoy table",
            "growth inconsistent: Revenue in Q4 2024: stated growth of -18.8% does not agree with the -17.3% computed from \
             $730.983 million and $883.968 million [2, 0, 1]",
        );
    }

    #[test]
    fn what_statements_may_print_is_no_contradiction() {
        check(
            "income_tax actual 2024-Q4 USD 120m table
             income_tax actual 2023-Q4 USD 100m table
             income_tax actual 2024-Q4 percent -20 yoy table
             net_income actual 2024-Q4 USD 120m table
             net_income actual 2023-Q4 USD -100m table
             net_income actual 2024-Q4 percent 220 yoy table",
            "",
        );
    }
}
