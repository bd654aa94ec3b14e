//! Facts from short lines of text, and line items back to text, for the tests of this room.
//!
//! A line is `metric role period unit figure`, then in any order `yoy`, `qoq`, `vs_estimate`, `change` (a change against
//! nothing named), a basis, an action, `@company`, `#segment`, `source=NAME`, `table`: `revenue actual 2024-Q4 USD 48.4bn`.

use std::sync::Arc;

use rust_decimal::Decimal;

use crate::calculator::calculate;
use crate::model::{
    Action, Basis, Bound, Check, Company, Comparison, Currency, Evidence, Fact, Figure, Kind, LineItem, Measure,
    Quantity, Reading, Role, Span, Unit,
};
use crate::parser::vocabulary::metrics::by_key;

/// A figure such as `48.4bn`, `60bn..65bn`, `about 48`, `at least -5`.
pub(super) fn quantity(unit: Unit, text: &str) -> Quantity {
    for (word, bound) in [("about ", Bound::About), ("at least ", Bound::AtLeast), ("at most ", Bound::AtMost)] {
        if let Some(rest) = text.strip_prefix(word) {
            return quantity(unit, rest).with_bound(bound);
        }
    }
    match text.split_once("..") {
        Some((low, high)) => {
            let ((low, fine), (high, coarse)) = (number(low), number(high));
            Quantity::between(unit, low, high, fine.max(coarse))
        }
        None => {
            let (value, resolution) = number(text);
            Quantity::exactly(unit, value, resolution)
        }
    }
}

fn number(text: &str) -> (Decimal, Decimal) {
    let scales = [("bn", 1_000_000_000), ("m", 1_000_000), ("k", 1_000), ("", 1)];
    let (digits, scale) = scales.iter().find_map(|(word, scale)| Some((text.strip_suffix(word)?, *scale))).unwrap();
    let printed: Decimal = digits.parse().unwrap();
    let scale = Decimal::from(scale);
    (printed * scale, Decimal::new(5, printed.scale() + 1) * scale)
}

/// The facts of some lines, of a report by Acme on 2024-Q4.
pub(super) fn reading(lines: &str) -> Reading {
    let lines = lines.lines().map(str::trim).filter(|line| !line.is_empty());
    Reading {
        kind: Kind::Article,
        company: Company { name: Some("Acme".to_owned()), ticker: None },
        period: Some("2024-Q4".parse().unwrap()),
        facts: lines.enumerate().map(|(id, line)| fact(id, line)).collect(),
        claims: Vec::new(),
        unlinked: Vec::new(),
        warnings: Vec::new(),
    }
}

/// Where nothing was read: facts built by hand have no text.
pub(super) fn nowhere() -> Evidence {
    Evidence { span: Span::default(), sentence: Span::default(), line: 1, column: 1 }
}

fn fact(id: usize, line: &str) -> Fact {
    let mut words = line.split_whitespace().peekable();
    let metric = by_key(words.next().unwrap()).unwrap_or_else(|| panic!("no such metric: {line}"));
    let role = named(Role::ALL, Role::name, words.next().unwrap()).unwrap_or_else(|| panic!("no such role: {line}"));
    let period = words.next().filter(|word| *word != "-").map(|word| word.parse().unwrap());
    let unit = unit(words.next().unwrap());
    let mut figure = words.next().unwrap().to_owned();
    while matches!(figure.rsplit(' ').next(), Some("about" | "at" | "least" | "most")) {
        figure = format!("{figure} {}", words.next().unwrap());
    }
    let mut fact = Fact {
        id,
        metric,
        role,
        measure: Measure::Level,
        comparison: None,
        company: None,
        segment: None,
        period,
        basis: None,
        quantity: quantity(unit, &figure),
        action: None,
        source: None,
        evidence: nowhere(),
        rule: "by hand",
    };
    words.for_each(|word| mark(&mut fact, word));
    fact
}

fn mark(fact: &mut Fact, word: &str) {
    let change = |comparison| (Measure::Change, comparison);
    let changed = match word {
        "yoy" => Some(change(Some(Comparison::YearOverYear))),
        "qoq" => Some(change(Some(Comparison::QuarterOverQuarter))),
        "vs_estimate" => Some(change(Some(Comparison::VersusEstimate))),
        "change" => Some(change(None)),
        _ => None,
    };
    if word == "table" {
        fact.rule = Fact::TABLE_RULE;
    } else if let Some(changed) = changed {
        (fact.measure, fact.comparison) = changed;
    } else if let Some(name) = word.strip_prefix('@') {
        fact.company = Some(Arc::from(name.replace('_', " ")));
    } else if let Some(name) = word.strip_prefix('#') {
        fact.segment = Some(Arc::from(name.replace('_', " ")));
    } else if let Some(name) = word.strip_prefix("source=") {
        fact.source = Some(Arc::from(name));
    } else if let Some(basis) = named(Basis::ALL, Basis::name, word) {
        fact.basis = Some(basis);
    } else if let Some(action) = named(Action::ALL, Action::name, word) {
        fact.action = Some(action);
    } else {
        panic!("what is '{word}'?");
    }
}

fn named<T: Copy>(all: &[T], name: fn(T) -> &'static str, word: &str) -> Option<T> {
    all.iter().copied().find(|one| name(*one) == word)
}

fn unit(word: &str) -> Unit {
    match word {
        "percent" => Unit::Percent,
        "points" => Unit::Points,
        "basis_points" => Unit::BasisPoints,
        "count" => Unit::Count,
        _ => match word.strip_suffix("/share") {
            Some(code) => Unit::PerShare(Currency::new(code).unwrap()),
            None => Unit::Money(Currency::new(word).unwrap()),
        },
    }
}

/// The line items of some lines that a table would show, one a line, each part told by `tell`.
#[track_caller]
pub(super) fn check_items(lines: &str, tell: fn(&LineItem) -> String, expected: &str) {
    let (items, _, _) = calculate(&reading(lines));
    let told: Vec<String> = items.iter().filter(|item| !item.is_base).map(tell).collect();
    let expected: Vec<&str> = expected.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(told, expected, "\n{}", told.join("\n"));
}

/// The checks of some lines, one a line, as `tell_check` tells them.
#[track_caller]
pub(super) fn check_checks(lines: &str, expected: &str) {
    let (_, _, checks) = calculate(&reading(lines));
    let told: Vec<String> = checks.iter().map(tell_check).collect();
    assert_eq!(told.join("\n"), expected);
}

/// A check with its facts: `growth consistent: ... [2, 0, 1]`.
pub(super) fn tell_check(check: &Check) -> String {
    format!("{} {}: {} {:?}", check.kind.name(), check.status.name(), check.message, check.facts)
}

/// What a line item is of: `eps/adjusted 2024-Q4 USD/share`.
pub(super) fn key(item: &LineItem) -> String {
    let basis = item.basis.map(|basis| format!("/{}", basis.name())).unwrap_or_default();
    let company = item.company.iter().filter(|name| &***name != "Acme").map(|name| format!(" @{name}"));
    let segment = item.segment.iter().map(|name| format!(" #{name}"));
    let names: String = company.chain(segment).collect();
    let period = item.period.map_or("-".to_owned(), |period| period.to_string());
    format!("{}{basis}{names} {period} {}", item.metric.key(), item.unit)
}

/// The key, and each figure with the fact that it comes from: `actual 48.4 (0)`.
pub(super) fn figures(item: &LineItem) -> String {
    let figure = |name: &str, figure: &Option<Figure>| {
        figure.as_ref().map(|figure| format!(" {name} {} ({})", figure.quantity.value().normalize(), figure.fact))
    };
    let all = [
        figure("actual", &item.actual),
        figure("estimate", &item.estimate),
        figure("guidance", &item.guidance),
        figure("prior", &item.prior_guidance),
        figure("year_ago", &item.year_ago),
    ];
    format!("{}:{}", key(item), all.into_iter().flatten().collect::<String>())
}
