//! Reports made by hand, for the tests of the renderers.

use rust_decimal::Decimal;

use crate::model::{
    Action, Basis, Check, CheckKind, CheckStatus, Company, Comparison, Currency, Document, Evidence, Fact, Figure,
    Growth, Implied, Interval, Kind, LineItem, Measure, Metric, Period, Quantity, Ratio, Report, Role, Span, Surprise,
    Unit, Unlinked, Verdict,
};
use crate::parser::vocabulary::metrics;

pub(crate) const USD: Unit = Unit::Money(Currency::USD);
pub(crate) const SHARE: Unit = Unit::PerShare(Currency::USD);

const TEXT: &str = "\
Meta reported revenue of $48.4 billion, up 21% and ahead of the $46.99 billion expected by Wall Street.
It earned $8.02 per share versus the $6.76 expected.
Meta reaffirmed its plan to spend between $60 billion and $65 billion in 2025, up from $39 billion.
";

pub(crate) fn metric(key: &str) -> Metric {
    metrics::by_key(key).unwrap()
}

pub(crate) fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// A lone figure whose last digit stands at `place`.
pub(crate) fn quantity(unit: Unit, value: &str, place: &str) -> Quantity {
    Quantity::exactly(unit, number(value), number(place) / Decimal::TWO)
}

pub(crate) fn interval(low: &str, high: &str) -> Interval {
    Interval { low: number(low), high: number(high) }
}

/// A line item with nothing in it yet.
pub(crate) fn item(key: &str, period: &str, unit: Unit) -> LineItem {
    LineItem {
        metric: metric(key),
        company: Some("Meta".into()),
        segment: None,
        basis: None,
        period: period.parse().ok(),
        unit,
        is_base: false,
        actual: None,
        estimate: None,
        guidance: None,
        prior_guidance: None,
        year_ago: None,
        growth: None,
        implied_year_ago: None,
        surprise: None,
        guidance_vs_consensus: None,
        guidance_change: None,
    }
}

fn fact(id: usize, key: &str, role: Role, quantity: Quantity, quote: &str) -> Fact {
    let start = TEXT.find(quote).unwrap();
    let line_start = TEXT[..start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = start + TEXT[start..].find('\n').unwrap();
    Fact {
        id,
        metric: metric(key),
        role,
        measure: if quantity.unit() == Unit::Percent { Measure::Change } else { Measure::Level },
        comparison: (quantity.unit() == Unit::Percent).then_some(Comparison::YearOverYear),
        company: Some("Meta".into()),
        segment: None,
        period: Some(if key == "capex" { Period::year(2025) } else { Period::quarter(2024, 4) }),
        basis: None,
        quantity,
        action: (role == Role::Guidance).then_some(Action::Reaffirmed),
        source: (role == Role::Estimate).then(|| "Wall Street".into()),
        evidence: Evidence {
            span: Span::new(start, start + quote.len()),
            sentence: Span::new(line_start, line_end),
            line: TEXT[..start].matches('\n').count() + 1,
            column: TEXT[line_start..start].chars().count() + 1,
        },
        rule: "sample",
    }
}

fn facts() -> Vec<Fact> {
    let guided = Quantity::between(USD, number("60000000000"), number("65000000000"), number("500000000"));
    let mut last = fact(6, "capex", Role::Actual, quantity(USD, "39000000000", "1000000000"), "$39 billion");
    last.period = Some(Period::year(2024));
    vec![
        fact(0, "revenue", Role::Actual, quantity(USD, "48400000000", "100000000"), "$48.4 billion"),
        fact(1, "revenue", Role::Actual, quantity(Unit::Percent, "21", "1"), "21%"),
        fact(2, "revenue", Role::Estimate, quantity(USD, "46990000000", "10000000"), "$46.99 billion"),
        fact(3, "eps", Role::Actual, quantity(SHARE, "8.02", "0.01"), "$8.02"),
        fact(4, "eps", Role::Estimate, quantity(SHARE, "6.76", "0.01"), "$6.76"),
        fact(5, "capex", Role::Guidance, guided, "$60 billion and $65 billion"),
        last,
    ]
}

fn growth(value: &str, low: &str, high: &str, within: Interval, facts: Vec<usize>) -> Growth {
    Growth {
        comparison: Comparison::YearOverYear,
        stated: (low == high).then(|| number(value)),
        value: Some(number(value)),
        low: Some(number(low)),
        high: Some(number(high)),
        interval: Some(within),
        change: None,
        swing: None,
        reason: None,
        facts,
    }
}

fn surprise(value: &str, percent: &str, within: Interval, verdict: Verdict, facts: Vec<usize>) -> Surprise {
    Surprise {
        value: number(value),
        percent: Some(number(percent)),
        interval: Some(within),
        verdict,
        reason: None,
        facts,
    }
}

fn line_items(facts: &[Fact]) -> Vec<LineItem> {
    let of = |id: usize| {
        let fact: &Fact = &facts[id];
        Figure { quantity: fact.quantity.clone(), fact: id, action: fact.action, source: fact.source.clone() }
    };
    let revenue = LineItem {
        actual: Some(of(0)),
        estimate: Some(of(2)),
        growth: Some(growth("21", "21", "21", interval("20.5", "21.5"), vec![1])),
        implied_year_ago: Some(Implied {
            value: number("40000000000"),
            interval: interval("39794238683.127572", "40207468879.668050"),
            facts: vec![0, 1],
        }),
        surprise: Some(surprise(
            "1410000000",
            "3.0006384337",
            interval("2.88331737", "3.11809703"),
            Verdict::Beat,
            vec![0, 2],
        )),
        ..item("revenue", "2024-Q4", USD)
    };
    let eps = LineItem {
        actual: Some(of(3)),
        estimate: Some(of(4)),
        basis: Some(Basis::Adjusted),
        surprise: Some(surprise("1.26", "18.639", interval("18.5", "18.8"), Verdict::Beat, vec![3, 4])),
        ..item("eps", "2024-Q4", SHARE)
    };
    let guided = LineItem {
        guidance: Some(of(5)),
        year_ago: Some(of(6)),
        growth: Some(growth("60.2564", "53.8461", "66.6667", interval("51.898", "68.832"), vec![5, 6])),
        ..item("capex", "2025-FY", USD)
    };
    vec![revenue, eps, guided, LineItem { actual: Some(of(6)), ..item("capex", "2024-FY", USD) }]
}

/// An article with a beat, growth, and guidance.
pub(crate) fn meta() -> Report {
    let facts = facts();
    let unlinked = Unlinked {
        quantity: Quantity::exactly(Unit::Count, number("0.1234567890123456789012345678"), Decimal::ZERO),
        reason: "a date",
        evidence: facts[0].evidence.clone(),
    };
    Report {
        document: Document::new("meta.txt", TEXT),
        kind: Kind::Article,
        company: Company { name: Some("Meta".to_owned()), ticker: None },
        period: Some(Period::quarter(2024, 4)),
        line_items: line_items(&facts),
        ratios: vec![Ratio {
            name: "net_margin",
            label: "Net margin",
            period: Some(Period::quarter(2024, 4)),
            basis: None,
            unit: Unit::Percent,
            value: number("42.9752"),
            interval: interval("42.8276", "43.1230"),
            facts: vec![0, 3],
        }],
        checks: vec![Check {
            kind: CheckKind::Verdict,
            status: CheckStatus::Consistent,
            message: "The text says that revenue beat expectations, and it did by 3.0%.".to_owned(),
            facts: vec![0, 2],
        }],
        facts,
        unlinked: vec![unlinked],
        warnings: Vec::new(),
    }
}

/// A report with nothing in it but what the text of a hostile author would leave there.
pub(crate) fn hostile() -> Report {
    let mut report = meta();
    let name = "=HYPERLINK(\"x\")\u{1b}[31m\u{202e}|<b>";
    report.document.name = "+evil\r\n.txt".to_owned();
    report.company.name = Some(name.to_owned());
    report.warnings = vec![format!("-1 {name}")];
    for fact in &mut report.facts {
        fact.company = Some(name.into());
        fact.segment = Some("@SUM(A1)".into());
    }
    for item in &mut report.line_items {
        item.company = Some(name.into());
        item.segment = Some("@SUM(A1)".into());
    }
    report
}
