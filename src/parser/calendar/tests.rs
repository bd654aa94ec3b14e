//! What expressions mean in small documents.

use super::Calendar;
use crate::model::{Document, Period};
use crate::parser::lexer::{period, word};
use crate::parser::sentence;

fn calendar(document: &Document) -> (Calendar, Vec<(usize, period::PeriodMention)>) {
    let text = &*document.text;
    let mut all = Vec::new();
    for (index, sentence) in sentence::split(text).iter().enumerate() {
        let (mut words, mut mentions) = (Vec::new(), Vec::new());
        word::read(text, sentence.span, &mut words);
        period::read(text, &words, &mut mentions);
        all.extend(mentions.into_iter().map(|mention| (index, mention)));
    }
    (Calendar::new(document, &all), all)
}

fn dated(date: &str, text: &str) -> Document {
    Document { date: date.parse().ok(), ..Document::new("a.txt", text) }
}

#[track_caller]
fn reports(date: &str, text: &str, expected: &str) {
    let (calendar, _) = calendar(&dated(date, text));
    assert_eq!(calendar.reporting().map(|period| period.to_string()).unwrap_or_default(), expected, "{text}");
}

/// The last expression of the text, settled.
#[track_caller]
fn last(date: &str, text: &str, future: bool, expected: &str) {
    let (calendar, mentions) = calendar(&dated(date, text));
    let period = mentions.last().and_then(|(_, mention)| calendar.resolve(mention.expr, future));
    assert_eq!(period.map(|period: Period| period.to_string()).unwrap_or_default(), expected, "{text}");
}

#[test]
fn the_date_tells_the_year() {
    reports("2026-07-24", "Sales rose in the second quarter.", "2026-Q2");
    reports("2026-01-29", "Fourth-quarter sales rose.", "2025-Q4");
    reports("2026-07-29", "Fiscal fourth-quarter sales rose.", "2026-Q4");
    reports("2022-01-15", "Third quarter profit fell.", "2021-Q3");
    reports(
        "2026-08-18",
        "It forecast fourth-quarter profit. Sales in the third quarter ended July 31 rose.",
        "2026-Q3",
    );
    reports("2026-08-20", "Half-year profit fell in the six months to June 30.", "2026-H1");
    reports("2026-08-20", "Annual profit rose to $5 million for the year ended June 30.", "2026-FY");
    reports("2026-07-14", "Both posted record quarterly revenue.", "2026-Q2");
    reports("2023-08-29", "Results for the second quarter ended July 29, 2023 (Q2 FY24).", "2024-Q2");
    reports("", "Second-quarter sales rose.", "XXXX-Q2");
    reports("", "May 25, 2023\nFirst quarter results", "2023-Q1");
}

#[test]
fn guidance_looks_ahead() {
    last("2026-07-24", "Second-quarter sales rose. It sees third-quarter sales", true, "2026-Q3");
    last("2026-07-24", "Second-quarter sales rose. For the current quarter", true, "2026-Q3");
    last("2026-07-24", "Second-quarter sales rose. For the full year", true, "2026-FY");
    last("2026-01-29", "Fourth-quarter sales rose. For the full year", true, "2026-FY");
    last("2026-01-29", "Fourth-quarter sales rose. For the full year", false, "2025-FY");
    last("2026-08-13", "Fiscal fourth-quarter sales rose. For the current quarter", true, "2027-Q1");
    last(
        "2007-10-22",
        "First-half profit slipped in the six months to September. The full year to March 2008",
        true,
        "2008-FY",
    );
}

#[test]
fn comparisons_look_back() {
    last("2026-07-24", "Second-quarter sales rose from the same period last year", false, "2025-Q2");
    last(
        "2026-08-06",
        "Fiscal first-quarter profit for the June quarter fell. In the previous quarter",
        false,
        "2025-Q4",
    );
    last("2026-07-24", "Second-quarter sales rose year over year", false, "");
    last("2026-07-24", "Second-quarter sales rose. As of December 31, 2025", false, "2025-Q4");
    last("2021-07-28", "In Q1 FY22, for the quarter ended June 2021, it lost money, up from Q1 FY21", false, "2021-Q1");
}
