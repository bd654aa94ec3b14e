//! Stated growth and stated surprises against computed ones.

use rust_decimal::Decimal;

use crate::calculator::check::{compare, difference, if_credible, verb};
use crate::calculator::interval::Reach;
use crate::calculator::line_item::Draft;
use crate::calculator::wording::{computed, printed, title};
use crate::model::{Check, CheckKind, CheckStatus, Fact, Unit};

/// "Up 21%" against the rate computed from two levels.
pub(super) fn growth(draft: &Draft) -> Option<Check> {
    let growth = draft.item.growth.as_ref()?;
    let (base, stated) = (draft.base?, draft.stated.rate_beside(growth.comparison)?);
    let (value, interval) = (growth.value?, growth.interval?);
    let status = compare(stated, value, interval.into())?;
    against_levels(CheckKind::Growth, status, draft, base, stated, &computed(value, Unit::Percent, interval.into()))
}

/// "Fell by $2 billion", "widened 120 basis points" against the difference of two levels.
pub(super) fn change(draft: &Draft) -> Option<Check> {
    let growth = draft.item.growth.as_ref()?;
    let base = draft.base?;
    let stated = draft.stated.amount.filter(|fact| fact.comparison == Some(growth.comparison))?;
    let change = growth.change?;
    let factor = match (stated.quantity.unit(), change.unit) {
        (Unit::BasisPoints, Unit::Points) => Decimal::ONE_HUNDRED,
        (Unit::Percent | Unit::Points, Unit::Points) => Decimal::ONE,
        (one, other) if one == other => Decimal::ONE,
        _ => return None,
    };
    let value = change.value.checked_mul(factor)?;
    let computed_reach = Reach::from(change.interval?).times(factor);
    let status = compare(stated, value, computed_reach)?;
    // "Improved by 7.3 points" does not say which way the figure went.
    if status == CheckStatus::Inconsistent && Reach::of(stated).negated().meets(computed_reach) {
        return None;
    }
    against_levels(
        CheckKind::Growth,
        status,
        draft,
        base,
        stated,
        &computed(value, stated.quantity.unit(), computed_reach),
    )
}

fn against_levels(
    kind: CheckKind,
    status: CheckStatus,
    draft: &Draft,
    base: &Fact,
    stated: &Fact,
    value: &str,
) -> Option<Check> {
    let figures = draft.figures;
    let level = figures.actual.as_ref().or(figures.guidance.as_ref())?.fact;
    let status = if_credible(status, stated, [level, base])?;
    // A rate against nothing named may be one against something else.
    if status == CheckStatus::Inconsistent && stated.comparison.is_none() {
        return None;
    }
    let (said, now, before) = (printed(&stated.quantity), printed(&level.quantity), printed(&base.quantity));
    let (title, verb) = (title(&draft.item), verb(status));
    Some(Check {
        kind,
        status,
        message: format!("{title}: stated growth of {said} {verb} the {value} computed from {now} and {before}"),
        facts: vec![stated.id, level.id, base.id],
    })
}

/// "Topped estimates by 5 cents" against the surprise computed from actual and estimate.
pub(super) fn surprise(draft: &Draft) -> Option<Check> {
    let surprise = draft.item.surprise.as_ref()?;
    let (stated, figures) = (draft.stated_surprise?, draft.figures);
    let (actual, estimate) = (figures.actual.as_ref()?.fact, figures.estimate.as_ref()?.fact);
    let unit = stated.quantity.unit();
    let (value, reach) = match (unit, draft.item.unit) {
        (Unit::Percent, Unit::Money(_) | Unit::PerShare(_) | Unit::Count) => {
            (surprise.percent?, surprise.interval?.into())
        }
        (Unit::Percent | Unit::Points, Unit::Percent) => (surprise.value, difference(actual, estimate)),
        (one, other) if one == other => (surprise.value, difference(actual, estimate)),
        _ => return None,
    };
    let status = compare(stated, value, reach)?;
    if status == CheckStatus::Inconsistent && actual.basis != estimate.basis {
        return None;
    }
    let (said, reported, expected) =
        (printed(&stated.quantity), printed(&actual.quantity), printed(&estimate.quantity));
    let (title, verb, value) = (title(&draft.item), verb(status), computed(value, unit, reach));
    Some(Check {
        kind: CheckKind::Surprise,
        status,
        message: format!("{title}: stated surprise of {said} {verb} the {value} between {reported} and {expected}"),
        facts: vec![stated.id, actual.id, estimate.id],
    })
}

#[cfg(test)]
mod tests {
    use crate::calculator::testing::check_checks as check;

    #[test]
    fn growth_against_levels() {
        check(
            "revenue actual 2024-Q4 USD 48.4bn
             revenue actual 2023-Q4 USD 40.1bn
             revenue actual 2024-Q4 percent 21 yoy",
            "growth consistent: Revenue in Q4 2024: stated growth of 21% agrees with the 20.7% computed from \
             $48.4 billion and $40.1 billion [2, 0, 1]",
        );
        check(
            "revenue actual 2024-Q4 USD 48.4bn
             revenue actual 2023-Q4 USD 40.1bn
             revenue actual 2024-Q4 percent 12 yoy",
            "growth inconsistent: Revenue in Q4 2024: stated growth of 12% does not agree with the 20.7% computed from \
             $48.4 billion and $40.1 billion [2, 0, 1]",
        );
    }

    #[test]
    fn no_check_where_nothing_can_be_told() {
        check(
            "revenue actual 2024-Q4 USD 5bn
             revenue actual 2023-Q4 USD 4bn
             revenue actual 2024-Q4 percent 21 yoy",
            "",
        );
        check(
            "revenue actual 2024-Q4 USD 48.4bn
             revenue actual 2023-Q4 USD 40.1bn
             revenue actual 2024-Q4 percent 25 yoy constant_currency",
            "",
        );
        check(
            "eps actual 2024-Q4 USD/share 2.00 adjusted
             eps actual 2023-Q4 USD/share 1.00
             eps actual 2024-Q4 percent 21 yoy",
            "",
        );
    }

    #[test]
    fn amounts_against_levels() {
        check(
            "gross_margin actual 2024-Q4 percent 43.5
             gross_margin actual 2023-Q4 percent 42.0
             gross_margin actual 2024-Q4 basis_points 150 yoy",
            "growth consistent: Gross margin in Q4 2024: stated growth of 150 basis points agrees with the \
             150 basis points computed from 43.5% and 42% [2, 0, 1]",
        );
    }

    #[test]
    fn an_improvement_is_not_held_against_the_text_for_its_sign() {
        check(
            "combined_ratio actual 2024-Q4 percent 87.9
             combined_ratio actual 2023-Q4 percent 95.2
             combined_ratio actual 2024-Q4 points 7.3 yoy",
            "",
        );
    }

    #[test]
    fn surprises() {
        check(
            "eps actual 2024-Q4 USD/share 1.49
             eps estimate 2024-Q4 USD/share 1.44
             eps actual 2024-Q4 USD/share 0.05 vs_estimate",
            "surprise consistent: EPS in Q4 2024: stated surprise of $0.05 agrees with the $0.05 between $1.49 and $1.44 \
             [2, 0, 1]",
        );
        check(
            "revenue actual 2024-Q4 USD 48.4bn
             revenue estimate 2024-Q4 USD 46.99bn
             revenue actual 2024-Q4 percent 5.0 vs_estimate",
            "surprise inconsistent: Revenue in Q4 2024: stated surprise of 5% does not agree with the 3% between \
             $48.4 billion and $46.99 billion [2, 0, 1]",
        );
    }
}
