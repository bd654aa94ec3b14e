//! Laws of the calculator: whatever was rounded to what is printed, the truth lies inside the intervals; and no facts,
//! however odd, break it.
#![allow(clippy::unwrap_used)]

use std::collections::HashSet;
use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::select;
use rust_decimal::{Decimal, RoundingStrategy};
use topline::calculator::calculate;
use topline::model::{
    Action, Basis, Bound, CheckStatus, Claim, Company, Comparison, Currency, Evidence, Fact, Interval, Kind, LineItem,
    Measure, Period, PeriodSpan, Quantity, Ratio, Reading, Role, Span, Unit, Verdict,
};
use topline::parser::vocabulary::metrics;

const USD: Unit = Unit::Money(Currency::USD);
const PER_SHARE: Unit = Unit::PerShare(Currency::USD);

fn nowhere() -> Evidence {
    Evidence { span: Span::default(), sentence: Span::default(), line: 1, column: 1 }
}

fn fact(metric: &str, role: Role, year: u16, quantity: Quantity) -> Fact {
    Fact {
        id: 0,
        metric: metrics::by_key(metric).unwrap(),
        role,
        measure: Measure::Level,
        comparison: None,
        company: None,
        segment: None,
        period: Some(Period::quarter(year, 4)),
        basis: None,
        quantity,
        action: None,
        source: None,
        evidence: nowhere(),
        rule: "by hand",
    }
}

fn change(comparison: Comparison, fact: Fact) -> Fact {
    Fact { measure: Measure::Change, comparison: Some(comparison), ..fact }
}

fn reading(facts: impl IntoIterator<Item = Fact>) -> Reading {
    Reading {
        kind: Kind::Article,
        company: Company { name: Some("Acme".to_owned()), ticker: None },
        period: Some(Period::quarter(2024, 4)),
        facts: facts.into_iter().enumerate().map(|(id, fact)| Fact { id, ..fact }).collect(),
        claims: Vec::new(),
        unlinked: Vec::new(),
        warnings: Vec::new(),
    }
}

/// The true value as a text prints it, with this many decimals of its unit.
fn printed(unit: Unit, truth: Decimal, decimals: u32) -> Quantity {
    let value = truth.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
    Quantity::exactly(unit, value, Decimal::new(5, decimals + 1))
}

fn holds(interval: Option<Interval>, truth: Option<Decimal>) -> bool {
    interval.zip(truth).is_none_or(|(interval, truth)| interval.low <= truth && truth <= interval.high)
}

fn percent(value: Decimal, base: Decimal) -> Option<Decimal> {
    (value - base).checked_div(base.abs()).map(|rate| rate * Decimal::ONE_HUNDRED)
}

prop_compose! {
    fn amount()(cents in 1_i64..10_000_000_000, scale in 0_u32..6) -> Decimal { Decimal::new(cents, scale) }
}

prop_compose! {
    fn signed()(amount in amount(), loss in any::<bool>()) -> Decimal { if loss { -amount } else { amount } }
}

proptest! {
    #[test]
    fn the_true_surprise_is_inside(actual in signed(), estimate in signed(), decimals in (0_u32..5, 0_u32..5)) {
        let facts = [
            fact("revenue", Role::Actual, 2024, printed(USD, actual, decimals.0)),
            fact("revenue", Role::Estimate, 2024, printed(USD, estimate, decimals.1)),
        ];
        let (items, _, _) = calculate(&reading(facts));
        let surprise = items[0].surprise.as_ref().unwrap();
        prop_assert!(holds(surprise.interval, percent(actual, estimate)));
        prop_assert!(surprise.verdict != Verdict::Beat || actual >= estimate);
        prop_assert!(surprise.verdict != Verdict::Miss || actual <= estimate);
    }

    #[test]
    fn the_true_growth_and_change_are_inside(now in signed(), before in signed(), decimals in (0_u32..5, 0_u32..5)) {
        let facts = [
            fact("net_income", Role::Actual, 2024, printed(USD, now, decimals.0)),
            fact("net_income", Role::Actual, 2023, printed(USD, before, decimals.1)),
        ];
        let (items, _, _) = calculate(&reading(facts));
        let growth = items[0].growth.as_ref().unwrap();
        prop_assert!(holds(growth.interval, percent(now, before)));
        prop_assert!(holds(growth.change.unwrap().interval, Some(now - before)));
    }

    #[test]
    fn the_true_growth_of_a_promise_is_inside(
        ends in (amount(), amount()), place in 0_u32..=10, before in amount(), decimals in 0_u32..5,
    ) {
        let (low, high) = (ends.0.min(ends.1), ends.0.max(ends.1));
        let kept = low + (high - low) * Decimal::from(place) / Decimal::TEN;
        let facts = [
            fact("capex", Role::Guidance, 2024, Quantity::between(USD, low, high, Decimal::ONE)),
            fact("capex", Role::Actual, 2023, printed(USD, before, decimals)),
        ];
        let (items, _, _) = calculate(&reading(facts));
        let growth = items[0].growth.as_ref().unwrap();
        prop_assert!(holds(growth.interval, percent(kept, before)));
        prop_assert!(growth.low <= growth.value && growth.value <= growth.high);
    }

    #[test]
    fn the_true_year_ago_level_is_inside(now in amount(), before in amount(), decimals in (0_u32..5, 0_u32..3)) {
        let rate = printed(Unit::Percent, percent(now, before).unwrap(), decimals.1);
        let facts = [
            fact("revenue", Role::Actual, 2024, printed(USD, now, decimals.0)),
            change(Comparison::YearOverYear, fact("revenue", Role::Actual, 2024, rate)),
        ];
        let (items, _, _) = calculate(&reading(facts));
        prop_assert!(holds(items[0].implied_year_ago.as_ref().map(|implied| implied.interval), Some(before)));
    }

    #[test]
    fn the_true_ratios_are_inside(
        revenue in amount(), income in signed(), eps in signed(), decimals in (0_u32..4, 0_u32..4, 0_u32..4),
    ) {
        let facts = [
            fact("revenue", Role::Actual, 2024, printed(USD, revenue, decimals.0)),
            fact("net_income", Role::Actual, 2024, printed(USD, income, decimals.1)),
            fact("eps", Role::Actual, 2024, printed(PER_SHARE, eps, decimals.2)),
        ];
        let (_, ratios, _) = calculate(&reading(facts));
        let interval = |name| ratios.iter().find(|ratio| ratio.name == name).map(|ratio| ratio.interval);
        prop_assert!(holds(interval("net_margin"), Some(income / revenue * Decimal::ONE_HUNDRED)));
        prop_assert!(holds(interval("implied_diluted_shares"), Some(income / eps)));
    }

    #[test]
    fn what_is_printed_of_the_truth_is_never_called_inconsistent(
        now in amount(), before in amount(), estimate in amount(), share in 0_u32..=10,
        decimals in (0_u32..4, 0_u32..4, 0_u32..4, 0_u32..4),
    ) {
        let part = now * Decimal::from(share) / Decimal::TEN;
        let segment = |name: &str, value| Fact {
            segment: Some(Arc::from(name)),
            ..fact("revenue", Role::Actual, 2024, printed(USD, value, decimals.3))
        };
        let stated = |comparison, unit, truth| {
            change(comparison, fact("revenue", Role::Actual, 2024, printed(unit, truth, decimals.2)))
        };
        let facts = [
            fact("revenue", Role::Actual, 2024, printed(USD, now, decimals.0)),
            fact("revenue", Role::Actual, 2024, printed(USD, now, decimals.3)),
            fact("revenue", Role::Actual, 2023, printed(USD, before, decimals.1)),
            fact("revenue", Role::Estimate, 2024, printed(USD, estimate, decimals.1)),
            stated(Comparison::YearOverYear, Unit::Percent, percent(now, before).unwrap()),
            stated(Comparison::YearOverYear, USD, now - before),
            stated(Comparison::VersusEstimate, Unit::Percent, percent(now, estimate).unwrap()),
            segment("Cloud", part),
            segment("Devices", now - part),
        ];
        let mut reading = reading(facts);
        let verdict = if now >= estimate { Verdict::Beat } else { Verdict::Miss };
        reading.claims = vec![Claim { verdict, metric: None, company: None, period: None, evidence: nowhere() }];
        let (_, _, checks) = calculate(&reading);
        prop_assert!(checks.iter().all(|check| check.status == CheckStatus::Consistent), "{checks:?}");
    }
}

fn odd_decimal() -> impl Strategy<Value = Decimal> {
    prop_oneof![
        select(vec![Decimal::MAX, Decimal::MIN, Decimal::ZERO, Decimal::ONE, -Decimal::ONE, Decimal::new(1, 28)]),
        (any::<i128>(), 0_u32..=28).prop_map(|(mantissa, scale)| {
            Decimal::try_from_i128_with_scale(mantissa >> 32, scale).unwrap_or(Decimal::MIN)
        }),
        (-1000_i64..1000, 0_u32..3).prop_map(|(mantissa, scale)| Decimal::new(mantissa, scale)),
    ]
}

fn odd_quantity() -> impl Strategy<Value = Quantity> {
    let units = vec![USD, PER_SHARE, Unit::Percent, Unit::Points, Unit::BasisPoints, Unit::Count];
    let bounds = vec![Bound::Point, Bound::Range, Bound::About, Bound::AtLeast, Bound::AtMost];
    (select(units), odd_decimal(), odd_decimal(), odd_decimal(), select(bounds)).prop_map(
        |(unit, one, other, resolution, bound)| match bound {
            Bound::Point => Quantity::exactly(unit, one, resolution),
            _ => Quantity::between(unit, one, other, resolution).with_bound(bound),
        },
    )
}

fn odd_period() -> impl Strategy<Value = Option<Period>> {
    let spans = vec![PeriodSpan::Quarter(4), PeriodSpan::Quarter(1), PeriodSpan::Year];
    let years = vec![Some(2024), Some(2023), Some(2025), Some(0), Some(u16::MAX), None];
    prop::option::of((select(years), select(spans)).prop_map(|(year, span)| Period { year, span }))
}

fn odd_fact() -> impl Strategy<Value = Fact> {
    let keys = vec!["revenue", "eps", "net_income", "gross_margin", "same_store_sales", "shares_outstanding", "capex"];
    let names = |names: Vec<&'static str>| prop::option::of(select(names).prop_map(Arc::<str>::from));
    let what = (select(keys), select(Role::ALL), select(Measure::ALL), prop::option::of(select(Comparison::ALL)));
    let whose = (names(vec!["Acme", "acme inc.", "Beta", ""]), names(vec!["Cloud", "CLOUD", ""]), names(vec!["LSEG"]));
    let how = (prop::option::of(select(Basis::ALL)), prop::option::of(select(Action::ALL)));
    (what, whose, how, odd_period(), odd_quantity()).prop_map(|(what, whose, how, period, quantity)| {
        let ((key, role, measure, comparison), (company, segment, source), (basis, action)) = (what, whose, how);
        let fact = fact(key, role, 2024, quantity);
        Fact { measure, comparison, company, segment, source, basis, action, period, ..fact }
    })
}

fn odd_claim() -> impl Strategy<Value = Claim> {
    let metric = prop::option::of(select(metrics::all()));
    (select(Verdict::ALL), metric, odd_period()).prop_map(|(verdict, metric, period)| Claim {
        verdict,
        metric,
        company: None,
        period,
        evidence: nowhere(),
    })
}

fn facts_named(items: &[LineItem], ratios: &[Ratio]) -> Vec<usize> {
    let mut named = Vec::new();
    for item in items {
        let figures = [&item.actual, &item.estimate, &item.guidance, &item.prior_guidance, &item.year_ago];
        named.extend(figures.into_iter().flatten().map(|figure| figure.fact));
        named.extend(item.growth.iter().flat_map(|growth| growth.facts.clone()));
        named.extend(item.implied_year_ago.iter().flat_map(|implied| implied.facts.clone()));
        named.extend(item.surprise.iter().flat_map(|surprise| surprise.facts.clone()));
        named.extend(item.guidance_vs_consensus.iter().flat_map(|consensus| consensus.facts.clone()));
        named.extend(item.guidance_change.iter().flat_map(|change| change.facts.clone()));
    }
    named.extend(ratios.iter().flat_map(|ratio| ratio.facts.clone()));
    named
}

fn intervals(items: &[LineItem], ratios: &[Ratio]) -> Vec<Interval> {
    let growth = items.iter().filter_map(|item| item.growth.as_ref());
    let implied = items.iter().filter_map(|item| Some(item.implied_year_ago.as_ref()?.interval));
    let surprise = items.iter().filter_map(|item| item.surprise.as_ref()?.interval);
    let ratio = ratios.iter().map(|ratio| ratio.interval);
    let change = growth.clone().filter_map(|growth| growth.change?.interval);
    growth.filter_map(|growth| growth.interval).chain(change).chain(implied).chain(surprise).chain(ratio).collect()
}

proptest! {
    #[test]
    fn no_facts_break_it(
        facts in prop::collection::vec(odd_fact(), 0..40), claims in prop::collection::vec(odd_claim(), 0..4),
        name in prop::option::of(Just("Acme".to_owned())), period in odd_period(),
    ) {
        let company = Company { name, ticker: None };
        let reading = Reading { claims, company, period, ..reading(facts) };
        let (items, ratios, checks) = calculate(&reading);
        prop_assert_eq!(&(items.clone(), ratios.clone(), checks.clone()), &calculate(&reading));
        let named = facts_named(&items, &ratios).into_iter().chain(checks.iter().flat_map(|check| check.facts.clone()));
        prop_assert!(named.into_iter().all(|id| id < reading.facts.len()));
        prop_assert!(checks.iter().all(|check| !check.message.is_empty() && !check.facts.is_empty()));
        prop_assert!(intervals(&items, &ratios).iter().all(|interval| interval.low <= interval.high));
        let keys = items.iter().map(|item| {
            (item.metric, item.company.clone(), item.segment.clone(), item.basis, item.period, item.unit.to_string())
        });
        prop_assert_eq!(keys.collect::<HashSet<_>>().len(), items.len());
    }
}
