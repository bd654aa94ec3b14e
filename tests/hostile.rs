//! Texts made to do harm: the work on them grows no faster than they do, and no number gets beyond the arithmetic.
#![allow(clippy::unwrap_used)]

#[path = "support/laws.rs"]
#[allow(dead_code, reason = "some of the laws are for other tests")]
mod laws;

use rust_decimal::Decimal;
use topline::{Document, analyze};

/// What is written over and over.
const UNITS: [&str; 74] = [
    "(", "( ", "([{", ")", "7", "7 ", "7,", "123,", ",", "$", "$ ", "€", "-", "- ", "–", ".", ". ", "1.", "\"", "“ ",
    "'", "a's", "1/", "1:", "$1 ", "1% ", "$5 to ", "5 and ", "$5 and ", "$5 or ", "5-", "5 - ", "between 5 and ",
    "from $5 to $6 ", "up 5% to $5 from ", "$5 vs $6 ", "$5 million, ", "$5 ($", "(5) ", "($5) ", "5 users ", "5x ",
    "revenue ", "revenue and net income and ", "revenue $5 billion ", "revenue 5 ", "to ", "and ", "of ", "the ",
    "more than ", "hundreds of ", "billion ", "million of 5 ", "five ", "mid-", "Acme Inc. ", "Acme Inc. (NYSE: ACM) ",
    "Acme ", "second quarter of 2024 ", "Q4 $5 ", "2024 ", "three months ended March 31, 2024 ", "ended ", ". (A",
    "expects revenue of $5 to $6 billion. ", "Revenue was $5 billion. ", "Revenue beat estimates. ", "<div>", "&amp;",
    "Net sales\t1,234\t1,345\n", "| Net sales | 1,234 | 1,345 |\n", "a\n", "\u{202e}",
];

/// Names that never come twice, by their number.
const SERIES: [fn(usize) -> String; 9] = [
    |n| format!("Acme{n} Inc. reported $5 billion. "),
    |n| format!("Word{n}'s "),
    |n| format!("Word{n} Corp\n"),
    |n| format!("(NYSE: A{}) ", n % 9999),
    |n| format!("Cloud{n} revenue was $5 billion. "),
    |n| format!("In Q{} {}, EPS was ${n} vs $4 expected on revenue of ${n} million. ", n % 4 + 1, 1990 + n % 90),
    |n| format!("Revenue was ${}.{:03} billion. ", n % 97 + 1, n % 1000),
    |n| format!("John{n} Smith: We had revenue of ${n} million.\n"),
    |n| format!("Revenue          $ {},{:03}   $ {},{:03}\n", n % 900 + 1, n % 1000, n % 800 + 1, n % 999),
];

/// All of them, each as long as this at least.
fn texts(bytes: usize) -> Vec<String> {
    let unit = |unit: &&str| unit.repeat(bytes.div_ceil(unit.len()));
    let series = |piece: &fn(usize) -> String| {
        let mut text = String::new();
        (0..).map_while(|n| (text.len() < bytes).then(|| text.push_str(&piece(n)))).count();
        text
    };
    UNITS.iter().map(unit).chain(SERIES.iter().map(series)).collect()
}

/// What the work on a text takes: pieces of memory, bytes in all, bytes at a time; nanoseconds on the processor, so
/// that others who are at work do not count, where the system tells them; and the bytes of the sentences and rows that
/// its figures show.
fn cost(text: &str) -> [u64; 5] {
    let document = Document::new("hostile.txt", text);
    let (start, mut shown) = (spent(), 0);
    let used = allocation_counter::measure(|| {
        let report = analyze(&document);
        let facts = report.facts.iter().map(|fact| &fact.evidence);
        let all = facts.chain(report.unlinked.iter().map(|unlinked| &unlinked.evidence));
        shown = all.map(|evidence| (evidence.sentence.end - evidence.sentence.start) as u64).sum();
    });
    [used.count_total, used.bytes_total, used.bytes_max, spent() - start, shown]
}

fn spent() -> u64 {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    told.split(' ').next().and_then(|spent| spent.parse().ok()).unwrap_or_default()
}

/// What may come on top of it: lists double as they grow, and the clock is coarse.
const SPARE: [u64; 5] = [1_000, 500_000, 500_000, 50_000_000, 0];

/// Four times the text takes about four times the work. Where it grew with the square of the text, it would take
/// sixteen times as much.
#[test]
fn work_grows_no_faster_than_the_text() {
    analyze(&Document::new("first.txt", "The tables are made at the first call: revenue was $5 billion."));
    for (small, large) in texts(6_000).iter().zip(texts(24_000)) {
        let name = &small[..small.floor_char_boundary(20)];
        let (before, after) = (cost(small), cost(&large));
        for (at, what) in ["pieces", "bytes", "bytes at a time", "nanoseconds", "bytes shown"].iter().enumerate() {
            let bound = before[at] * 8 + SPARE[at];
            assert!(after[at] <= bound, "{what}: {}, then {}, of {name:?}", before[at], after[at]);
        }
    }
}

#[test]
fn whatever_is_written_over_and_over_keeps_the_laws() {
    for text in texts(1_000) {
        let report = laws::read(&Document::new("hostile.txt", &*text));
        laws::written(&report);
    }
}

/// Lines of megabytes, and a table without an end.
#[test]
fn sheer_size_is_no_harm() {
    let figures = |text: &str| {
        let report = analyze(&Document::new("hostile.txt", text));
        report.facts.len() + report.unlinked.len()
    };
    for mark in ["7", ",", "$", "("] {
        assert_eq!(figures(&mark.repeat(1_000_000)), 0, "{mark}");
    }
    assert_eq!(figures(&"revenue ".repeat(50_000)), 0);
    let rows = "Net sales          $  1,234   $  1,345\n".repeat(5_000);
    assert!(figures(&rows) > 0);
}

/// What is said of one text: its facts, what is unlinked and why, what could not be derived.
#[track_caller]
fn check(text: &str, facts: &[&str], unlinked: &[&str]) {
    let report = laws::read(&Document::new("hostile.txt", text));
    laws::written(&report);
    let shown: Vec<String> = report
        .facts
        .iter()
        .map(|fact| format!("{} {}", fact.metric.key(), fact.quantity.value().normalize()))
        .collect();
    assert_eq!(shown, facts, "{text}");
    let loose: Vec<&str> = report.unlinked.iter().map(|unlinked| unlinked.reason).collect();
    assert_eq!(loose, unlinked, "{text}");
}

#[test]
fn numbers_too_large_are_listed_with_the_reason() {
    let nines = "9".repeat(400);
    let large = ["too large a number"];
    check(&format!("Revenue was ${nines}."), &[], &large);
    check(&format!("Revenue was ${nines} billion, and net income $1 billion."), &["net_income 1000000000"], &large);
    check("Revenue was $1000000000000000000000000000000 trillion.", &[], &large);
    check("Revenue was $79228162514264337593543950335.", &[], &large);
    check("Revenue was $99,999,999,999,999,999,999,999,999,999,999,999.", &[], &large);
    check(&format!("Revenue will be between $5 and ${nines}."), &["revenue 5"], &large);
    check(&format!("Revenue fell by {nines}%."), &[], &large);
    let rows = "Revenue              $ 1,234      $ 1,345\n".repeat(8);
    let large = format!("Net income           $ 234        $ {}\n", "9".repeat(27));
    let statement = format!(
        "Statements of Income\n(In millions)\n                  Three Months Ended December 31,\n                        2024         2023\n{rows}{large}"
    );
    let report = laws::read(&Document::new("hostile.txt", &*statement));
    assert_eq!(report.facts.len() + report.unlinked.len(), 18);
    assert_eq!(report.unlinked.last().map(|unlinked| unlinked.reason), Some("too large a number"));
}

#[test]
fn numbers_too_fine_are_rounded_to_more_than_anybody_prints() {
    let threes = "3".repeat(3000);
    check(&format!("Revenue was $1.{threes} billion."), &["revenue 1333333333.333333333"], &[]);
    check(&format!("Revenue was $.{threes}."), &["revenue 0.333333333333333333"], &[]);
    check(&format!("EPS was $0.{}1.", "0".repeat(3000)), &["eps 0"], &[]);
}

/// A cell's figure has no more digits than a decimal holds, or is none.
#[test]
fn cells_of_tables_with_too_many_digits_end_nothing() {
    for digits in [27, 28, 29, 40, 3000] {
        let fine = format!("0.{}", "3".repeat(digits));
        let large = "9".repeat(digits);
        let text = format!(
            "Quarter Ended March 31,   2024   2023\n(in millions)\nNet sales   {large}   {large}\nNet income   {fine}   {fine}\n"
        );
        let report = analyze(&Document { period: "2024-Q1".parse().ok(), ..Document::new("cells.txt", text) });
        assert!(report.facts.len() + report.unlinked.len() <= 4, "{digits}");
    }
}

/// Pages nested as deep as they are long: four times the page takes about four times the work.
#[test]
fn pages_without_end_take_no_more_than_their_length() {
    for piece in ["<div>", "<table><tr><td>", "<b><i>", "<td colspan=9999>5", "<ul><li>", "</p>", "&amp;", "<!--"] {
        let work = |times: usize| {
            let page = format!("<html><body>{}", piece.repeat(times));
            let start = spent();
            let used = allocation_counter::measure(|| drop(topline::input::html::text(&page)));
            [used.count_total, used.bytes_total, used.bytes_max, spent() - start]
        };
        let (before, after) = (work(2_000), work(8_000));
        for at in 0..4 {
            assert!(after[at] <= before[at] * 8 + SPARE[at], "{piece:?}: {before:?}, then {after:?}");
        }
    }
}

/// The greatest numbers that there are, against the smallest: what does not fit is absent and says why.
#[test]
fn what_follows_from_extremes_never_wraps() {
    let most = "79228162514264337593543950334";
    let sizes = [most, "79228162514264337593543950", "9999999999999999999", "0.000000000000000001", "0.01", "0", "1"];
    let mut reasons = 0;
    for one in sizes {
        for other in sizes {
            for text in [
                format!(
                    "In the fourth quarter of 2024, revenue was ${one}, up from ${other} a year earlier. Analysts expected revenue of ${other}."
                ),
                format!(
                    "Revenue rose {one}% to ${other}. EPS was ${one}, against the ${other} that analysts expected."
                ),
                format!(
                    "Net income was -${one}, or -${other} a share, on revenue of ${other}. Acme expects revenue of ${other} to ${one}."
                ),
                format!(
                    "Revenue was ${one}, up {other} basis points. It raised its revenue forecast to ${one} from ${other}."
                ),
            ] {
                let report = laws::read(&Document::new("hostile.txt", &*text));
                laws::written(&report);
                let growth = report.line_items.iter().filter_map(|item| item.growth.as_ref());
                let derived = report.line_items.iter().filter_map(|item| item.surprise.as_ref());
                reasons += growth.filter(|growth| growth.reason.is_some()).count();
                for surprise in derived {
                    assert_eq!(surprise.percent.is_none(), surprise.reason.is_some(), "{text}");
                    reasons += usize::from(surprise.reason.is_some());
                }
                let intervals = report.ratios.iter().map(|ratio| ratio.interval);
                assert!(intervals.clone().all(|interval| interval.low <= interval.high), "{text}");
                assert!(intervals.clone().all(|interval| interval.high < Decimal::MAX), "{text}");
            }
        }
    }
    assert!(reasons > 0, "none of them was too much");
}
