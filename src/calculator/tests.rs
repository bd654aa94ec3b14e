//! The whole calculation over a small document, figure by figure.

use rust_decimal::Decimal;

use crate::calculator::calculate;
use crate::calculator::testing::{figures, nowhere, reading, tell_check};
use crate::model::{Claim, Comparison, Interval, Verdict};

fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn interval(low: &str, high: &str) -> Interval {
    Interval { low: number(low), high: number(high) }
}

/// A quarter with a guided year, a beat, growth without its base, and a rival's plan.
const QUARTER: &str = "
    capex guidance - USD about 100bn..1000bn
    capex guidance 2025-FY USD 60bn..65bn reaffirmed
    capex actual 2024-FY USD 39bn
    capex guidance - USD about 100bn..1000bn
    capex guidance - USD 500bn @Beta
    revenue actual 2024-Q4 USD 48.4bn
    revenue actual 2024-Q4 percent 21 yoy
    revenue estimate 2024-Q4 USD 46.99bn source=consensus
    net_income actual 2024-Q4 USD 20.8bn
    eps actual 2024-Q4 USD/share 8.02
    eps estimate 2024-Q4 USD/share 6.76";

#[test]
fn line_items_of_a_quarter() {
    let (items, _, _) = calculate(&reading(QUARTER));
    let told: Vec<String> = items.iter().map(figures).collect();
    assert_eq!(
        told,
        [
            "revenue 2024-Q4 USD: actual 48400000000 (5) estimate 46990000000 (7)",
            "eps 2024-Q4 USD/share: actual 8.02 (9) estimate 6.76 (10)",
            "net_income 2024-Q4 USD: actual 20800000000 (8)",
            "capex 2025-FY USD: guidance 62500000000 (1) year_ago 39000000000 (2)",
            "capex - USD: guidance 550000000000 (0)",
            "capex 2024-FY USD: actual 39000000000 (2)",
            "capex @Beta - USD: guidance 500000000000 (4)",
        ]
    );
}

#[test]
fn what_follows_from_a_quarter() {
    let (items, ratios, _) = calculate(&reading(QUARTER));
    let [revenue, eps, _, capex, ..] = &items[..] else { panic!("{items:?}") };

    let surprise = revenue.surprise.as_ref().unwrap();
    assert_eq!((surprise.value, surprise.percent), (number("1410000000"), Some(number("3.0006"))));
    assert_eq!((surprise.interval, surprise.verdict), (Some(interval("2.8832", "3.1181")), Verdict::Beat));
    assert_eq!(surprise.facts, [5, 7]);
    assert_eq!(revenue.estimate.as_ref().unwrap().source.as_deref(), Some("consensus"));

    let growth = revenue.growth.as_ref().unwrap();
    assert_eq!((growth.comparison, growth.stated), (Comparison::YearOverYear, Some(number("21"))));
    assert_eq!((growth.value, growth.interval), (Some(number("21")), Some(interval("20.5", "21.5"))));
    let implied = revenue.implied_year_ago.as_ref().unwrap();
    assert_eq!(
        (implied.value, implied.interval),
        (number("40000000000"), interval("39794238683.12", "40207468879.67"))
    );
    assert_eq!(implied.facts, [5, 6]);

    let surprise = eps.surprise.as_ref().unwrap();
    assert_eq!((surprise.value, surprise.percent), (number("1.26"), Some(number("18.6391"))));
    assert_eq!((surprise.interval, surprise.verdict), (Some(interval("18.4774", "18.8009")), Verdict::Beat));

    let growth = capex.growth.as_ref().unwrap();
    assert_eq!((growth.stated, growth.value), (None, Some(number("60.2564"))));
    assert_eq!((growth.low, growth.high), (Some(number("53.8462")), Some(number("66.6667"))));
    assert_eq!((growth.interval, &growth.facts[..]), (Some(interval("51.8987", "68.8312")), &[1, 2][..]));

    let told: Vec<String> = ratios.iter().map(|ratio| format!("{} {}", ratio.name, ratio.value)).collect();
    assert_eq!(told, ["net_margin 42.9752", "implied_diluted_shares 2593516209"]);
}

#[test]
fn a_stated_beat_is_confirmed() {
    let mut reading = reading(QUARTER);
    reading.claims =
        vec![Claim { verdict: Verdict::Beat, metric: None, company: None, period: None, evidence: nowhere() }];
    let (_, _, checks) = calculate(&reading);
    let told: Vec<String> = checks.iter().map(tell_check).collect();
    assert_eq!(
        told,
        ["verdict consistent: Results: the stated beat agrees with revenue (+3%) and EPS (+18.6%) [5, 7, 9, 10]"]
    );
}

#[test]
fn nothing_from_nothing() {
    assert_eq!(calculate(&reading("")), (Vec::new(), Vec::new(), Vec::new()));
}
