//! The verb that the text uses of guidance, against what the figures say.

use rust_decimal::Decimal;

use crate::calculator::line_item::Draft;
use crate::calculator::wording::{printed, title};
use crate::model::{Action, Bound, Check, CheckKind, CheckStatus, Fact, Quantity};

/// "Raised its forecast" against the guidance now and before. Open and approximate figures tell nothing.
pub(super) fn action(draft: &Draft) -> Option<Check> {
    let change = draft.item.guidance_change.as_ref()?;
    let (now, before) = (draft.figures.guidance.as_ref()?.fact, draft.figures.prior_guidance.as_ref()?.fact);
    let is_exact = |fact: &Fact| matches!(fact.quantity.bound(), Bound::Point | Bound::Range);
    if !is_exact(now) || !is_exact(before) || now.basis.zip(before.basis).is_some_and(|(one, other)| one != other) {
        return None;
    }
    let stated = change.stated?;
    let status = if is_so(stated, &now.quantity, &before.quantity)? {
        CheckStatus::Consistent
    } else {
        CheckStatus::Inconsistent
    };
    let (title, verb) = (title(&draft.item), stated.name());
    let (now, before) = (printed(&now.quantity), printed(&before.quantity));
    let message = match status {
        CheckStatus::Consistent => format!("{title}: guidance of {now} is {verb} as stated; it was {before}"),
        CheckStatus::Inconsistent => {
            format!("{title}: guidance of {now} is said to be {verb}, but it was {before}")
        }
    };
    Some(Check { kind: CheckKind::Guidance, status, message, facts: change.facts.clone() })
}

/// Whether the figures did what the verb says. A range that was narrowed may have moved too, and one that was raised may
/// have kept an end. `None` for verbs that no two figures can prove.
fn is_so(stated: Action, now: &Quantity, before: &Quantity) -> Option<bool> {
    let low = now.low().checked_sub(before.low())?;
    let high = now.high().checked_sub(before.high())?;
    let (moved, widened) = (low.checked_add(high)?, high.checked_sub(low)?);
    Some(match stated {
        Action::Raised => moved > Decimal::ZERO,
        Action::Lowered => moved < Decimal::ZERO,
        Action::Narrowed => widened < Decimal::ZERO,
        Action::Widened => widened > Decimal::ZERO,
        Action::Reaffirmed => low.is_zero() && high.is_zero(),
        Action::Issued | Action::Withdrawn => return None,
    })
}

#[cfg(test)]
mod tests {
    use crate::calculator::testing::check_checks;

    #[track_caller]
    fn check(now: &str, before: &str, expected: &str) {
        let lines = format!("eps guidance 2025-FY USD/share {now}\neps prior_guidance 2025-FY USD/share {before}");
        let told = format!("guidance {expected} [0, 1]");
        check_checks(&lines, if expected.is_empty() { expected } else { &told });
    }

    #[test]
    fn verbs_against_figures() {
        check(
            "5.10..5.20 raised",
            "5.00..5.10",
            "consistent: EPS in FY 2025: guidance of $5.10 to $5.20 is raised as stated; it was $5.00 to $5.10",
        );
        check(
            "5.10..5.20 narrowed",
            "5.00..5.20",
            "consistent: EPS in FY 2025: guidance of $5.10 to $5.20 is narrowed as stated; it was $5.00 to $5.20",
        );
        check(
            "5.10..5.20 lowered",
            "5.00..5.10",
            "inconsistent: EPS in FY 2025: guidance of $5.10 to $5.20 is said to be lowered, but it was $5.00 to $5.10",
        );
    }

    #[test]
    fn no_check_where_nothing_can_be_told() {
        check("5.10..5.20", "5.00..5.10", "");
        check("5.10..5.20 issued", "5.00..5.10", "");
        check("about 5.20 lowered", "5.00..5.10", "");
        check("5.20 adjusted lowered", "5.10 gaap", "");
    }
}
