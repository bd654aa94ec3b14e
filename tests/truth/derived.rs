//! What the calculator must find: line items, ratios and checks in the short form of `facts.json`.
//!
//! - a line item: `metric`, `period`, and where they matter `basis`, `segment`, `company`; then any of
//!   `surprise` (`verdict`, `value`, `percent`), `growth` (`comparison`, `percent`, `swing`), `implied_year_ago`,
//!   `guidance_vs_consensus`, `guidance_change`
//! - a ratio: `ratio` (its name), `period`, `value`, and where it matters `basis`
//! - a check: `check` (its kind) and `status`
//!
//! A pair such as `[2.88, 3.12]` is the interval that the printed roundings allow.

use rust_decimal::Decimal;
use serde_json::{Map, Value};
use topline::Report;
use topline::model::{Interval, LineItem};

use super::compare::same_company;
use super::fixture::{Fixture, decimal};

/// A line for each expectation that nothing in the report meets, with what came closest.
pub(crate) fn differences(fixture: &Fixture, report: &Report) -> Vec<String> {
    let expectations = fixture.truth.derived.iter().map(|value| value.as_object().unwrap());
    expectations.flat_map(|expected| unmet(expected, report)).collect()
}

fn unmet(expected: &Map<String, Value>, report: &Report) -> Vec<String> {
    if let Some(kind) = text(expected, "check") {
        let of_kind: Vec<_> = report.checks.iter().filter(|check| check.kind.name() == kind).collect();
        let wanted = text(expected, "status").unwrap();
        let met = of_kind.iter().any(|check| check.status.name() == wanted);
        let found = of_kind.iter().map(|c| format!("{}: {}", c.status.name(), c.message)).collect::<Vec<_>>();
        return if met { vec![] } else { vec![format!("check {kind}: expected {wanted}, found {found:?}")] };
    }
    if let Some(name) = text(expected, "ratio") {
        let ratios = report.ratios.iter().filter(|ratio| {
            ratio.name == name
                && agrees(expected, "period", ratio.period.map(|period| period.to_string()).as_deref())
                && agrees(expected, "basis", ratio.basis.map(|basis| basis.name()))
        });
        let found = ratios.map(|ratio| unequal("value", &expected["value"], Some(ratio.interval)));
        return best(found.map(|line| line.into_iter().collect()), expected);
    }
    let items = report.line_items.iter().filter(|item| is_meant(expected, item));
    best(items.map(|item| line_item(expected, item)), expected)
}

/// No lines where one candidate meets the expectation, else the lines of the closest.
fn best(candidates: impl Iterator<Item = Vec<String>>, expected: &Map<String, Value>) -> Vec<String> {
    let name = || Value::Object(expected.clone()).to_string();
    match candidates.min_by_key(Vec::len) {
        None => vec![format!("nothing like {}", name())],
        Some(lines) => lines.into_iter().map(|line| format!("{line}, for {}", name())).collect(),
    }
}

fn is_meant(expected: &Map<String, Value>, item: &LineItem) -> bool {
    let company = text(expected, "company");
    agrees(expected, "metric", Some(item.metric.key()))
        && agrees(expected, "period", item.period.map(|period| period.to_string()).as_deref())
        && agrees(expected, "basis", item.basis.map(|basis| basis.name()))
        && expected.contains_key("segment") == item.segment.is_some()
        && company.is_none_or(|company| item.company.as_deref().is_some_and(|name| same_company(name, company)))
}

fn line_item(expected: &Map<String, Value>, item: &LineItem) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(wanted) = expected.get("surprise").and_then(Value::as_object) {
        let found = item.surprise.as_ref();
        lines.extend(unsaid("surprise", wanted, "verdict", found.map(|surprise| surprise.verdict.name())));
        lines.extend(wanted.get("value").and_then(|value| unequal("surprise", value, found.map(|s| exactly(s.value)))));
        lines.extend(wanted.get("percent").and_then(|p| unequal("surprise, %", p, found.and_then(|s| s.interval))));
    }
    if let Some(wanted) = expected.get("growth").and_then(Value::as_object) {
        let found = item.growth.as_ref();
        lines.extend(unsaid("growth", wanted, "comparison", found.map(|growth| growth.comparison.name())));
        lines.extend(unsaid(
            "growth",
            wanted,
            "swing",
            found.and_then(|growth| growth.swing).map(|swing| swing.name()),
        ));
        lines.extend(wanted.get("percent").and_then(|p| unequal("growth, %", p, found.and_then(|g| g.interval))));
    }
    if let Some(wanted) = expected.get("implied_year_ago") {
        lines.extend(unequal(
            "implied year-ago",
            wanted,
            item.implied_year_ago.as_ref().map(|implied| implied.interval),
        ));
    }
    let against = item.guidance_vs_consensus.as_ref().map(|against| against.verdict.name());
    lines.extend(unsaid("line item", expected, "guidance_vs_consensus", against));
    let change = item.guidance_change.as_ref().map(|change| change.verdict.name());
    lines.extend(unsaid("line item", expected, "guidance_change", change));
    lines
}

fn text<'a>(expected: &'a Map<String, Value>, key: &str) -> Option<&'a str> {
    expected.get(key).and_then(Value::as_str)
}

/// Whether the expectation leaves the field open, or says what was found.
fn agrees(expected: &Map<String, Value>, key: &str, found: Option<&str>) -> bool {
    expected.get(key).is_none_or(|value| value.as_str() == found)
}

fn unsaid(what: &str, expected: &Map<String, Value>, key: &str, found: Option<&str>) -> Option<String> {
    let wanted = text(expected, key)?;
    (found != Some(wanted)).then(|| format!("{what}: {key} is {}, not {wanted}", found.unwrap_or("absent")))
}

fn exactly(value: Decimal) -> Interval {
    Interval { low: value, high: value }
}

/// Compares an interval, or a single number, with what is expected of it, to the digits that a person would write.
fn unequal(what: &str, expected: &Value, found: Option<Interval>) -> Option<String> {
    let number = |value: &Value| value.as_number().map(decimal).unwrap();
    let (low, high) = match expected.as_array().map(Vec::as_slice) {
        Some([low, high]) => (number(low), number(high)),
        _ => (number(expected), number(expected)),
    };
    let near = |found: Decimal, expected: Decimal| {
        let hundredth = Decimal::new(6, 3);
        (found - expected).abs()
            <= hundredth.min(expected.abs() * Decimal::new(1, 2)).max(expected.abs() * Decimal::new(1, 6))
    };
    let met = found.is_some_and(|found| near(found.low, low) && near(found.high, high));
    let shown = found.map_or_else(|| "absent".to_owned(), |found| format!("{} to {}", found.low, found.high));
    (!met).then(|| format!("{what} is {shown}, not {low} to {high}"))
}
