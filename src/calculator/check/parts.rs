//! Figures that have to add up with others: stated margins, share counts, segments.

use foldhash::{HashMap, HashMapExt};
use rust_decimal::Decimal;

use crate::calculator::check::{compare, if_credible, verb};
use crate::calculator::interval::Reach;
use crate::calculator::line_item::Draft;
use crate::calculator::names::{MAIN, WHOLE};
use crate::calculator::wording::{computed, list, printed, title};
use crate::model::{Check, CheckKind, CheckStatus, Fact, Ratio, Unit};

/// Metrics whose segments add up to the whole, none of them below zero.
static ADDITIVE: &[&str] = &[
    "revenue", "bookings", "billings", "backlog", "arr", "units", "stores", "headcount", "capex", "premiums", "loans",
    "deposits", "assets_under_management", "gross_merchandise_value", "payment_volume",
];

/// A stated margin against the one computed.
pub(super) fn margin(draft: &Draft, ratios: &[Ratio], facts: &[Fact]) -> Option<Check> {
    let stated = stated_level(draft, Unit::Percent)?;
    let ratio = ratio_beside(draft, ratios, draft.item.metric.key())?;
    let status = compare(stated, ratio.value, ratio.interval.into())?;
    let profit = ratio.facts.first().and_then(|id| facts.get(*id))?;
    let status = if_credible(status, stated, [profit])?;
    if status == CheckStatus::Inconsistent && !is_comparable(stated.quantity.value(), ratio.value) {
        return None;
    }
    let (title, said, verb) = (title(&draft.item), printed(&stated.quantity), verb(status));
    let value = computed(ratio.value, ratio.unit, ratio.interval.into());
    Some(Check {
        kind: CheckKind::Margin,
        status,
        message: format!("{title}: stated {said} {verb} the {value} computed from profit and revenue"),
        facts: std::iter::once(stated.id).chain(ratio.facts.iter().copied()).collect(),
    })
}

/// Whether two margins are of one order. The margin of a part beside that of the whole may be many times as wide.
fn is_comparable(stated: Decimal, computed: Decimal) -> bool {
    let twice = |value: Decimal| value.checked_mul(Decimal::TWO);
    let is_signed_alike = stated.is_sign_negative() == computed.is_sign_negative();
    let within = |one: Decimal, other: Decimal| twice(other.abs()).is_some_and(|bound| one.abs() <= bound);
    is_signed_alike && within(stated, computed) && within(computed, stated)
}

/// The stated share count against the one that net income and EPS imply. Counts at the end of a period and averages
/// over it differ by a few per cent, so that only more than a tenth is a contradiction.
pub(super) fn shares(draft: &Draft, ratios: &[Ratio]) -> Option<Check> {
    let is_count = draft.item.metric.key() == "shares_outstanding";
    let stated = stated_level(draft, Unit::Count).filter(|_| is_count)?;
    let ratio = ratio_beside(draft, ratios, "implied_diluted_shares")?;
    let tenth = ratio.value.checked_div(Decimal::TEN)?;
    let (implied, said) = (Reach::from(ratio.interval), Reach::of(stated));
    let status = match (said.meets(implied), said.meets(implied.widened(tenth))) {
        (true, _) => CheckStatus::Consistent,
        (false, false) => CheckStatus::Inconsistent,
        (false, true) => return None,
    };
    let (title, said, verb) = (title(&draft.item), printed(&stated.quantity), verb(status));
    let value = computed(ratio.value, ratio.unit, ratio.interval.into());
    Some(Check {
        kind: CheckKind::Shares,
        status,
        message: format!("{title}: stated {said} {verb} the {value} that net income and EPS imply"),
        facts: std::iter::once(stated.id).chain(ratio.facts.iter().copied()).collect(),
    })
}

fn stated_level<'a>(draft: &Draft<'a>, unit: Unit) -> Option<&'a Fact> {
    let is_whole = draft.subject.company == MAIN && draft.subject.segment == WHOLE && draft.item.unit == unit;
    draft.figures.actual.as_ref().filter(|_| is_whole).map(|said| said.fact)
}

/// The ratio of this name for the line item's period: on its basis, else the only one that there is.
fn ratio_beside<'r>(draft: &Draft, ratios: &'r [Ratio], name: &str) -> Option<&'r Ratio> {
    let fits = || ratios.iter().filter(|ratio| ratio.name == name && ratio.period == draft.item.period);
    fits().find(|ratio| ratio.basis == draft.item.basis).or_else(|| {
        let mut all = fits();
        all.next().filter(|_| all.next().is_none())
    })
}

/// Segments against the total. Texts seldom name all segments, and name products and regions side by side, so that only
/// a sum that fits the total, or one segment that is more than all of it, tells anything.
pub(super) fn segments(drafts: &[Draft]) -> Vec<Check> {
    let is_additive = |draft: &&Draft| {
        let is_amount = matches!(draft.item.unit, Unit::Money(_) | Unit::Count);
        is_amount && draft.item.actual.is_some() && ADDITIVE.contains(&draft.item.metric.key())
    };
    let key = |draft: &Draft| {
        (draft.item.metric, draft.subject.company, draft.item.period, draft.item.basis, draft.item.unit)
    };
    let mut parts: HashMap<_, Vec<&Draft>> = HashMap::new();
    for draft in drafts.iter().filter(is_additive).filter(|draft| draft.subject.segment != WHOLE) {
        parts.entry(key(draft)).or_default().push(draft);
    }
    let totals = drafts.iter().filter(is_additive).filter(|draft| draft.subject.segment == WHOLE);
    totals.filter_map(|total| against_total(total, parts.get(&key(total))?)).collect()
}

fn against_total(total: &Draft, parts: &[&Draft]) -> Option<Check> {
    let whole = total.figures.actual.as_ref()?.fact;
    let reach = Reach::of(whole);
    let facts: Vec<&Fact> = parts.iter().filter_map(|part| Some(part.figures.actual.as_ref()?.fact)).collect();
    let title = title(&total.item);
    let all = printed(&whole.quantity);
    let exceeds = |fact: &&&Fact| {
        let is_more = Reach::of(fact).is_above(reach) && !Reach::of(fact).meets(reach);
        is_more && if_credible(CheckStatus::Inconsistent, fact, [whole]).is_some()
    };
    let check = |status, message, parts: &[&Fact]| {
        let facts = std::iter::once(whole.id).chain(parts.iter().map(|fact| fact.id)).collect();
        Some(Check { kind: CheckKind::Segments, status, message, facts })
    };
    if let Some(fact) = facts.iter().find(exceeds) {
        let segment = fact.segment.as_deref().unwrap_or_default();
        let part = printed(&fact.quantity);
        let message = format!("{title}: {part} of {segment} is more than the whole, {all}");
        return check(CheckStatus::Inconsistent, message, &[fact]);
    }
    let sum = facts.iter().map(|fact| Reach::of(fact)).reduce(Reach::plus)?;
    let tenth = whole.quantity.value().checked_div(Decimal::TEN)?;
    let is_telling = facts.len() > 1 && sum.width().is_some_and(|width| width <= tenth);
    if !is_telling || !sum.meets(reach) {
        return None;
    }
    let names: Vec<String> = facts.iter().filter_map(|fact| fact.segment.as_deref()).map(str::to_owned).collect();
    let message = format!("{title}: {} add up to the whole, {all}", list(&names));
    check(CheckStatus::Consistent, message, &facts)
}

#[cfg(test)]
mod tests {
    use crate::calculator::testing::check_checks as check;

    #[test]
    fn stated_margins() {
        check(
            "revenue actual 2024-Q4 USD 48.4bn
             operating_income actual 2024-Q4 USD 23.4bn
             operating_margin actual 2024-Q4 percent 48",
            "margin consistent: Operating margin in Q4 2024: stated 48% agrees with the 48.3% computed from profit and \
             revenue [2, 1, 0]",
        );
        check(
            "revenue actual 2024-Q4 USD 48.4bn
             operating_income actual 2024-Q4 USD 23.4bn
             operating_margin actual 2024-Q4 percent 41",
            "margin inconsistent: Operating margin in Q4 2024: stated 41% does not agree with the 48.3% computed from \
             profit and revenue [2, 1, 0]",
        );
        check(
            "revenue actual 2024-Q4 USD 48.4bn
             operating_income actual 2024-Q4 USD 23.4bn
             operating_margin actual 2024-Q4 percent 41 adjusted",
            "",
        );
    }

    #[test]
    fn share_counts() {
        let lines = |shares: &str| {
            format!(
                "net_income actual 2024-Q4 USD 20.8bn
                 eps actual 2024-Q4 USD/share 8.02
                 shares_outstanding actual 2024-Q4 count {shares}"
            )
        };
        check(
            &lines("2.60bn"),
            "shares consistent: Shares outstanding in Q4 2024: stated 2.6 billion agrees with the 2.59 billion that net \
             income and EPS imply [2, 0, 1]",
        );
        check(&lines("2.53bn"), "");
        check(
            &lines("3.53bn"),
            "shares inconsistent: Shares outstanding in Q4 2024: stated 3.53 billion does not agree with the \
             2.59 billion that net income and EPS imply [2, 0, 1]",
        );
    }

    #[test]
    fn segments_and_the_whole() {
        check(
            "revenue actual 2024-Q4 USD 5.0bn
             revenue actual 2024-Q4 USD 3.0bn #Cloud
             revenue actual 2024-Q4 USD 2.0bn #Devices",
            "segments consistent: Revenue in Q4 2024: Cloud and Devices add up to the whole, $5 billion [0, 1, 2]",
        );
        check(
            "revenue actual 2024-Q4 USD 5.0bn
             revenue actual 2024-Q4 USD 3.0bn #Cloud
             revenue actual 2024-Q4 USD 4.0bn #Europe",
            "",
        );
        check(
            "revenue actual 2024-Q4 USD 5.0bn
             revenue actual 2024-Q4 USD 6.0bn #Cloud",
            "segments inconsistent: Revenue in Q4 2024: $6 billion of Cloud is more than the whole, $5 billion [0, 1]",
        );
    }
}
