//! What a company expects, against what analysts expect and against what it had expected before.

use rust_decimal::Decimal;

use crate::calculator::interval::Reach;
use crate::calculator::rounding;
use crate::calculator::said::Said;
use crate::model::{
    Bound, ConsensusVerdict, Fact, GuidanceAgainstConsensus, GuidanceChange, GuidanceVerdict, Quantity, Unit,
};

/// Guidance against the consensus; `None` where the difference does not fit in a decimal.
pub(super) fn against_consensus(guidance: &Fact, estimate: &Fact) -> Option<GuidanceAgainstConsensus> {
    let expected = estimate.quantity.value();
    let value = guidance.quantity.value().checked_sub(expected)?;
    let percent = match guidance.quantity.unit() {
        Unit::Percent | Unit::Points | Unit::BasisPoints => None,
        Unit::Money(_) | Unit::PerShare(_) | Unit::Count if expected <= Decimal::ZERO => None,
        Unit::Money(_) | Unit::PerShare(_) | Unit::Count => {
            value.checked_div(expected).and_then(|rate| rate.checked_mul(Decimal::ONE_HUNDRED))
        }
    };
    Some(GuidanceAgainstConsensus {
        value: rounding::nearest(value, guidance.quantity.unit()),
        percent: percent.map(|percent| rounding::nearest(percent, Unit::Percent)),
        verdict: consensus_verdict(&guidance.quantity, &estimate.quantity, value),
        facts: vec![guidance.id, estimate.id],
    })
}

/// A range is a promise with exact ends. A lone figure was rounded like any other.
fn consensus_verdict(guidance: &Quantity, estimate: &Quantity, difference: Decimal) -> ConsensusVerdict {
    let is_lone = matches!(guidance.bound(), Bound::Point | Bound::About);
    let promised = if is_lone { Reach::measured(guidance) } else { Reach::promised(guidance) };
    let expected = Reach::measured(estimate);
    if difference > Decimal::ZERO && promised.is_above(expected) {
        ConsensusVerdict::Above
    } else if difference < Decimal::ZERO && expected.is_above(promised) {
        ConsensusVerdict::Below
    } else if is_lone {
        ConsensusVerdict::InLine
    } else {
        ConsensusVerdict::Straddles
    }
}

/// Guidance against the prior guidance; `None` where the difference does not fit in a decimal.
pub(super) fn change(guidance: &Said, prior: &Said) -> Option<GuidanceChange> {
    let (now, before) = (&guidance.fact.quantity, &prior.fact.quantity);
    let value = now.value().checked_sub(before.value())?;
    let (width, width_before) = (now.high().checked_sub(now.low())?, before.high().checked_sub(before.low())?);
    let verdict = match (value.cmp(&Decimal::ZERO), width.cmp(&width_before)) {
        (std::cmp::Ordering::Greater, _) => GuidanceVerdict::Raised,
        (std::cmp::Ordering::Less, _) => GuidanceVerdict::Lowered,
        (std::cmp::Ordering::Equal, std::cmp::Ordering::Less) => GuidanceVerdict::Narrowed,
        (std::cmp::Ordering::Equal, std::cmp::Ordering::Greater) => GuidanceVerdict::Widened,
        (std::cmp::Ordering::Equal, std::cmp::Ordering::Equal) => GuidanceVerdict::Reaffirmed,
    };
    Some(GuidanceChange {
        value: rounding::nearest(value, now.unit()),
        verdict,
        stated: guidance.figure().action,
        facts: vec![guidance.fact.id, prior.fact.id],
    })
}

#[cfg(test)]
mod tests {
    use crate::calculator::testing::{check_items, key};
    use crate::model::LineItem;

    fn tell(item: &LineItem) -> String {
        let consensus = item.guidance_vs_consensus.as_ref().map(|consensus| {
            let percent = consensus.percent.map(|percent| format!(" {percent}%")).unwrap_or_default();
            format!(" {} {}{percent}", consensus.verdict.name(), consensus.value)
        });
        let change = item.guidance_change.as_ref().map(|change| {
            let stated = change.stated.map(|action| format!(", stated {}", action.name())).unwrap_or_default();
            format!(" {} {}{stated}", change.verdict.name(), change.value)
        });
        format!("{}:{}{}", key(item), consensus.unwrap_or_default(), change.unwrap_or_default())
    }

    #[track_caller]
    fn check(guidance: &str, other: &str, expected: &str) {
        let lines = format!("eps guidance 2025-FY USD/share {guidance}\neps {other}");
        check_items(&lines, tell, &format!("eps 2025-FY USD/share: {expected}"));
    }

    #[test]
    fn against_the_consensus() {
        check("5.10..5.20", "estimate 2025-FY USD/share 5.05", "above 0.1 1.9802%");
        check("5.10..5.20", "estimate 2025-FY USD/share 5.25", "below -0.1 -1.9048%");
        check("5.10..5.20", "estimate 2025-FY USD/share 5.16", "straddles -0.01 -0.1938%");
        check("5.1", "estimate 2025-FY USD/share 5.12", "in_line -0.02 -0.3906%");
        check("at least 5.10", "estimate 2025-FY USD/share 5.05", "above 0.05 0.9901%");
        check("at least 5.10", "estimate 2025-FY USD/share 5.50", "straddles -0.4 -7.2727%");
        check("-0.10..-0.05", "estimate 2025-FY USD/share -0.20", "above 0.125");
    }

    #[test]
    fn against_the_prior_guidance() {
        check("5.10..5.20 raised", "prior_guidance 2025-FY USD/share 5.00..5.10", "raised 0.1, stated raised");
        check("5.00..5.10", "prior_guidance 2025-FY USD/share 5.10..5.20", "lowered -0.1");
        check("5.10..5.20", "prior_guidance 2025-FY USD/share 5.05..5.25", "narrowed 0");
        check("5.05..5.25", "prior_guidance 2025-FY USD/share 5.10..5.20", "widened 0");
        check(
            "5.10..5.20 reaffirmed",
            "prior_guidance 2025-FY USD/share 5.10..5.20",
            "reaffirmed 0, stated reaffirmed",
        );
    }
}
