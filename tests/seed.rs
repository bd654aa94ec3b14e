//! The article that topline was begun for: what it must give, to the digit.
//!
//! Two texts carry the same figures: the article itself, which lies beside the checkout and is not part of it, and the
//! fixture that tells the same in other words.

#[path = "truth/show.rs"]
mod show;

use std::collections::BTreeSet;
use std::path::Path;

use rust_decimal::Decimal;
use topline::model::{CheckKind, Fact, Interval, LineItem, Report};
use topline::{Document, analyze};

/// Every fact of the subject, in the order of these lines.
const FACTS: [&str; 10] = [
    "capex actual level USD 39000000000 2024-FY point",
    "capex guidance level USD 100000000000..1000000000000 - about",
    "capex guidance level USD 100000000000..1000000000000 - about",
    "capex guidance level USD 60000000000..65000000000 2025-FY range",
    "eps actual level USD/share 8.02 2024-Q4 point",
    "eps estimate level USD/share 6.76 2024-Q4 point",
    "net_income actual level USD 20800000000 2024-Q4 point",
    "revenue actual change/year_over_year percent 21 2024-Q4 point",
    "revenue actual level USD 48400000000 2024-Q4 point",
    "revenue estimate level USD 46990000000 2024-Q4 point",
];

/// What follows from them, to the digits that a person would write.
const DERIVED: [&str; 10] = [
    "capex guidance: reaffirmed",
    "revenue estimate of: Wall Street",
    "revenue surprise: 1410000000, 3.0% (2.88 to 3.12), beat",
    "eps surprise: 1.26, 18.6% (18.5 to 18.8), beat",
    "revenue a year ago, in billions: 40.0 (39.8 to 40.2)",
    "capex growth: 60.3% (53.8 to 66.7), year_over_year",
    "net margin: 43.0%",
    "diluted shares, in billions: 2.59",
    "stated verdict: consistent",
    "mentions of 500 billion: 1",
];

#[test]
fn the_article_gives_what_it_must() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seed/meta-q4-2024.txt");
    let Ok(text) = std::fs::read_to_string(&path) else {
        skipped(&path);
        return;
    };
    check(&text);
}

#[test]
fn the_same_in_other_words_gives_the_same() {
    check(include_str!("../fixtures/meta-q4-2024/article.txt"));
}

/// Reads the text with nothing said beforehand: it must tell its own company, quarter and year.
#[track_caller]
fn check(text: &str) {
    let report = analyze(&Document::new("article.txt", text));
    let name = report.company.name.as_deref().unwrap_or_default();
    let mut faults = Vec::new();
    if name != "Meta" && !name.starts_with("Meta ") {
        faults.push(format!("company: {name}"));
    }
    if show::or_dash(report.period.map(|period| period.to_string())) != "2024-Q4" {
        faults.push(format!("period: {:?}", report.period));
    }
    let is_stargate = |fact: &&Fact| amount(fact) == STARGATE;
    let of_subject = |fact: &&Fact| fact.company.as_deref() == Some(name);
    faults.extend(report.facts.iter().filter(|fact| is_stargate(fact) && of_subject(fact)).map(shown));
    let stray =
        |fact: &&Fact| !is_stargate(fact) && (!of_subject(fact) || fact.basis.is_some() || fact.segment.is_some());
    faults.extend(report.facts.iter().filter(stray).map(shown));
    let lines = report.facts.iter().filter(|fact| !is_stargate(fact)).map(show::fact).collect();
    faults.extend(differences(&FACTS, lines));
    faults.extend(differences(&DERIVED, derived(&report)));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What OpenAI, Oracle and SoftBank mean to spend together.
const STARGATE: &str = "500000000000";

fn amount(fact: &Fact) -> String {
    show::amount(fact.quantity.low(), fact.quantity.high())
}

fn shown(fact: &Fact) -> String {
    let (company, segment) = (show::or_dash(fact.company.as_deref()), show::or_dash(fact.segment.as_deref()));
    format!("stray: {} {company} {segment} {:?}", show::fact(fact), fact.basis)
}

/// The lines that only one side has.
fn differences(expected: &[&str], mut found: Vec<String>) -> Vec<String> {
    let mut faults = Vec::new();
    for line in expected {
        match found.iter().position(|candidate| candidate == line) {
            Some(at) => drop(found.remove(at)),
            None => faults.push(format!("missing:    {line}")),
        }
    }
    faults.extend(found.into_iter().map(|line| format!("unexpected: {line}")));
    faults
}

fn derived(report: &Report) -> Vec<String> {
    let revenue = item(report, "revenue", "2024-Q4");
    let eps = item(report, "eps", "2024-Q4");
    let capex = item(report, "capex", "2025-FY");
    let ratio = |name: &str| report.ratios.iter().find(|ratio| ratio.name == name).map(|ratio| ratio.value);
    let stated = report.checks.iter().filter(|check| check.kind == CheckKind::Verdict);
    let stated: BTreeSet<&str> = stated.map(|check| check.status.name()).collect();
    let stated = stated.into_iter().map(str::to_owned).reduce(|all, one| format!("{all}, {one}"));
    let quantities = report.facts.iter().map(|fact| &fact.quantity);
    let quantities = quantities.chain(report.unlinked.iter().map(|unlinked| &unlinked.quantity));
    let stargate = quantities.filter(|quantity| show::amount(quantity.low(), quantity.high()) == STARGATE).count();
    let lines = [
        ("capex guidance", capex.and_then(|item| Some(item.guidance.as_ref()?.action?.name().to_owned()))),
        ("revenue estimate of", revenue.and_then(|item| Some(item.estimate.as_ref()?.source.as_ref()?.to_string()))),
        ("revenue surprise", revenue.and_then(|item| surprise(item, 2))),
        ("eps surprise", eps.and_then(|item| surprise(item, 1))),
        ("revenue a year ago, in billions", revenue.and_then(implied)),
        ("capex growth", capex.and_then(growth)),
        ("net margin", ratio("net_margin").map(|margin| format!("{}%", digits(margin, 1)))),
        ("diluted shares, in billions", ratio("implied_diluted_shares").map(|shares| billions(shares, 2))),
        ("stated verdict", stated),
        ("mentions of 500 billion", Some(stargate.to_string())),
    ];
    lines.into_iter().map(|(name, found)| format!("{name}: {}", show::or_dash(found))).collect()
}

fn surprise(item: &LineItem, places: u32) -> Option<String> {
    let surprise = item.surprise.as_ref()?;
    let interval = span(surprise.interval?, |d| digits(d, places));
    let percent = digits(surprise.percent?, 1);
    Some(format!("{}, {percent}% ({interval}), {}", surprise.value.normalize(), surprise.verdict.name()))
}

fn implied(item: &LineItem) -> Option<String> {
    let implied = item.implied_year_ago.as_ref()?;
    Some(format!("{} ({})", billions(implied.value, 1), span(implied.interval, |d| billions(d, 1))))
}

fn growth(item: &LineItem) -> Option<String> {
    let growth = item.growth.as_ref()?;
    let ends = Interval { low: growth.low?, high: growth.high? };
    let comparison = growth.comparison.name();
    Some(format!("{}% ({}), {comparison}", digits(growth.value?, 1), span(ends, |d| digits(d, 1))))
}

fn item<'a>(report: &'a Report, metric: &str, period: &str) -> Option<&'a LineItem> {
    let of_period = |item: &&LineItem| item.period.is_some_and(|found| found.to_string() == period);
    report.line_items.iter().filter(|item| item.metric.key() == metric).find(of_period)
}

fn span(interval: Interval, show: impl Fn(Decimal) -> String) -> String {
    format!("{} to {}", show(interval.low), show(interval.high))
}

fn billions(amount: Decimal, places: u32) -> String {
    digits(amount / Decimal::from(1_000_000_000), places)
}

fn digits(value: Decimal, places: u32) -> String {
    format!("{:.1$}", value.round_dp(places), places as usize)
}

#[allow(clippy::print_stderr, reason = "a test that looks at nothing must say so")]
fn skipped(path: &Path) {
    eprintln!("skipped: {} is not there", path.display());
}
