//! What the text says against what its figures say. A check stands only where the roundings can tell something.

mod guidance;
mod parts;
mod restated;
mod row;
mod stated;
mod sums;
mod verdict;

use rust_decimal::Decimal;

use crate::calculator::claim::Claims;
use crate::calculator::interval::Reach;
use crate::calculator::line_item::Draft;
use crate::model::{Check, CheckStatus, Fact, Ratio};

/// All checks: those of each line item in order, then stated verdicts, margins, shares, segments, what statements add up
/// to, and what their change columns say.
pub(super) fn checks(drafts: &[Draft], ratios: &[Ratio], claims: &Claims, facts: &[Fact]) -> Vec<Check> {
    let mut checks = Vec::new();
    for draft in drafts {
        checks.extend(stated::growth(draft));
        checks.extend(stated::change(draft));
        checks.extend(stated::surprise(draft));
        checks.extend(guidance::action(draft));
    }
    checks.extend(restated::restated(drafts));
    checks.extend(claims.iter().filter_map(|told| verdict::verdict(told, drafts)));
    checks.extend(drafts.iter().filter_map(|draft| parts::margin(draft, ratios, facts)));
    checks.extend(drafts.iter().filter_map(|draft| parts::shares(draft, ratios)));
    checks.extend(parts::segments(drafts));
    checks.extend(sums::sums(drafts));
    let in_rows = row::changes(facts, &checks);
    checks.extend(in_rows);
    checks
}

/// What a stated number and a computed one say of each other. They contradict each other only where their intervals do
/// not meet. They agree where the computed number rounds to the stated one, or else where the computed interval is
/// narrower than the stated number is big: from $5 billion and $4 billion any growth up to 57% may come. Even a
/// promised rate is printed with rounding.
fn compare(stated: &Fact, value: Decimal, computed: Reach) -> Option<CheckStatus> {
    let said = Reach::measured(&stated.quantity);
    if !said.meets(computed) {
        return Some(CheckStatus::Inconsistent);
    }
    let size = stated.quantity.value().abs();
    let is_narrow = computed.width().is_some_and(|width| width <= size);
    (said.holds(value) || is_narrow).then_some(CheckStatus::Consistent)
}

/// How far apart, in bytes of the text, figures may stand that are held against each other: some three sentences.
const NEARBY: usize = 400;

/// Figures on different bases, or from distant places of the text, may agree by more than chance; but that they do not is
/// no contradiction, because they may be of different things.
fn if_credible<'a>(
    status: CheckStatus,
    stated: &Fact,
    computed_from: impl IntoIterator<Item = &'a Fact>,
) -> Option<CheckStatus> {
    let is_close = |fact: &Fact| {
        let apart = fact.evidence.span.start.abs_diff(stated.evidence.span.start);
        fact.basis == stated.basis && apart <= NEARBY
    };
    (status == CheckStatus::Consistent || computed_from.into_iter().all(is_close)).then_some(status)
}

/// All that the surprise may be, as the two figures were rounded.
fn difference(actual: &Fact, estimate: &Fact) -> Reach {
    Reach::of(actual).minus(Reach::of(estimate))
}

/// How a sentence joins what is stated to what is computed.
fn verb(status: CheckStatus) -> &'static str {
    match status {
        CheckStatus::Consistent => "agrees with",
        CheckStatus::Inconsistent => "does not agree with",
    }
}

#[cfg(test)]
mod tests {
    use crate::calculator::calculate;
    use crate::calculator::testing::reading;
    use crate::model::Span;

    #[test]
    fn figures_from_distant_places_do_not_contradict_each_other() {
        let mut reading = reading(
            "revenue actual 2024-Q4 USD 48.4bn
             revenue actual 2023-Q4 USD 40.1bn
             revenue actual 2024-Q4 percent 12 yoy",
        );
        assert_eq!(calculate(&reading).2.len(), 1);
        reading.facts.last_mut().unwrap().evidence.span = Span::new(5_000, 5_003);
        assert_eq!(calculate(&reading).2, []);
    }
}
