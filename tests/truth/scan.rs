//! A plain look for figures, independent of the parser: what it finds must be accounted for.

use std::sync::LazyLock;

use regex::Regex;
use topline::model::{Report, Span};

static FIGURE: LazyLock<Regex> = LazyLock::new(|| {
    let number = r"\d[\d,]*(?:\.\d+)?";
    Regex::new(&format!(
        r"(?x) [$€£₹¥]\s?({number}) | ({number})\s?(?:%|percent\b|per\ cent\b) |
            ({number})\ (?:million|billion|trillion|crore|lakh|mln|cents|cts|basis\ points)\b"
    ))
    .unwrap()
});

/// Where a currency sign, a percent sign or a scale word says that a number is a figure: the span of its digits.
pub(crate) fn figures(text: &str) -> Vec<Span> {
    let digits = FIGURE.captures_iter(text).filter_map(|found| found.iter().skip(1).flatten().next());
    digits.map(|digits| Span::new(digits.start(), digits.end())).collect()
}

/// The figures that are neither in a fact nor in the list of the unlinked.
pub(crate) fn lost(report: &Report) -> Vec<Span> {
    let facts = report.facts.iter().map(|fact| fact.evidence.span);
    let covered: Vec<Span> = facts.chain(report.unlinked.iter().map(|unlinked| unlinked.evidence.span)).collect();
    let mut figures = figures(report.text());
    figures.retain(|figure| !covered.iter().any(|span| span.start <= figure.start && figure.end <= span.end));
    figures
}

#[test]
fn finds_what_looks_like_a_figure() {
    for (text, digits) in [
        ("revenue of $48.4 billion, up 21%", vec!["48.4", "21"]),
        ("€ 1,204.6m and 4.5 per cent", vec!["1,204.6", "4.5"]),
        ("Rs 1,246 crore, 29 cents, 10-K, S&P 500, 2024", vec!["1,246", "29"]),
    ] {
        let found: Vec<_> = figures(text).into_iter().map(|span| span.of(text)).collect();
        assert_eq!(found, digits, "{text}");
    }
}
