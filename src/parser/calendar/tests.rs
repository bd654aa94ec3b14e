//! What expressions mean in small documents.

use super::Calendar;
use crate::model::{Document, Period};
use crate::parser::lexer::{period, word};
use crate::parser::sentence;
use crate::parser::table::Reported;

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
fn a_quarter_named_only_as_the_base_is_of_the_year_before() {
    reports("2024-10-21", "Q2 profit was Rs 340 crore, up from Rs 303 crore in Q2 FY24.", "2025-Q2");
    reports("2024-10-21", "Q2 FY24 profit was Rs 340 crore, up from Rs 303 crore in Q2 FY23.", "2024-Q2");
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
    reports("", "Results for the third quarter of 2011. It aims for sales growth of 5% by 2013.", "2011-Q3");
    reports("", "May 25, 2023\nFirst quarter results", "2023-Q1");
}

#[test]
fn parts_of_the_company_s_own_year_without_a_label() {
    reports("", "Results for the quarter and year ended March 31, 2026. Revenue rose.", "2026-Q4");
    reports("2026-05-14", "Audited results for the quarter and the year ended March 31, 2026.", "2026-Q4");
    reports("", "Results for the quarter and half year ended September 30, 2025", "2026-Q2");
    reports("", "Results for the quarter and nine months ended December 31, 2025", "2026-Q3");
    reports("2025-08-14", "Results for the three and nine months ended June 30, 2025", "2025-Q3");
    reports("2025-08-14", "Results for the three and twelve months ended June 30, 2025", "2025-Q4");
    reports("", "Results for the thirteen and thirty-nine weeks ended November 1, 2025", "2025-Q3");
    reports("", "Results for the quarter and year ended December 31, 2025", "2025-Q4");
    reports("", "Results for the quarter ended June 30, 2025", "2025-Q2");
    reports("", "Results for the year ended June 30, 2025", "2025-FY");
}

#[test]
fn undated_texts_tell_the_year_by_the_years_they_name() {
    reports("", "Third-quarter sales rose over the third quarter of 2020. We expect 2021 to end well.", "2021-Q3");
    reports("", "Fourth-quarter sales fell in 2020, compared with 2019. Looking to 2021, we expect growth.", "2020-Q4");
    reports("", "Profit rose to $5 million in 2004, from $4 million in 2003.", "2004-FY");
    reports("", "Qtr ends Dec 31. Shr 37 cts vs 30 cts", "XXXX-Q4");
}

#[test]
fn other_labels_do_not_win() {
    reports("2026-08-20", "Quarterly sales rose. It expects third-quarter sales of $5 million.", "2026-Q2");
    reports("2026-08-19", "Its outlook stands despite better-than-expected second-quarter sales.", "2026-Q2");
    reports("2024-02-29", "It posted income for 2023. It expects progress in 2024.", "2023-FY");
    reports("2007-02-08", "Annual profit rose in 2006. In the fourth quarter, costs fell.", "2006-Q4");
    reports("2023-03-09", "Results for the fourth quarter of fiscal 2022, ended January 28, 2023", "2022-Q4");
}

#[test]
fn the_name_of_the_file_fills_what_is_open() {
    let hinted = |text: &str| {
        let hint_period = "2021-Q2".parse().ok();
        calendar(&Document { hint_period, ..Document::new("a_q2_2021.txt", text) }).0
    };
    for (text, expected, warned) in [
        ("Second-quarter sales rose.", "2021-Q2", true),
        ("Sales rose.", "2021-Q2", true),
        ("Sales rose in the second quarter of 2022.", "2022-Q2", false),
        ("Sales rose in the third quarter.", "XXXX-Q3", false),
    ] {
        let calendar = hinted(text);
        assert_eq!(calendar.reporting().map(|period| period.to_string()).as_deref(), Some(expected), "{text}");
        assert_eq!(!calendar.warnings().is_empty(), warned, "{text}");
    }
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
    last("", "Fourth quarter net rose. For the qtr ended April 30", false, "XXXX-Q4");
    last("2021-07-28", "In Q1 FY22, for the quarter ended June 2021, it lost money, up from Q1 FY21", false, "2021-Q1");
}

#[test]
fn the_only_outlook_names_the_fiscal_year() {
    let text = "First fiscal quarter sales rose. It cut its fiscal 2026 outlook. For the full year";
    last("2026-07-23", text, true, "2026-FY");
    let text = "First fiscal quarter sales rose. It cut its outlook. For the full year";
    last("2026-07-23", text, true, "2027-FY");
}

#[test]
fn headlines_of_dispatches_tell_what_ended() {
    reports("1987-03-17", "ACME INC 4TH QTR JAN 31 NET\n\nShr 37 cts vs 30 cts", "1987-Q4");
    reports("1987-03-17", "ACME INC YEAR DEC 31 LOSS\n\nShr 37 cts vs 30 cts", "1986-FY");
    reports("1987-09-20", "ACME INC NINE MTHS AUG 31 NET\n\nShr 37 cts vs 30 cts", "1987-9M");
    reports("1987-11-20", "ACME INC 39 WKS OCT 31 NET\n\nShr 37 cts vs 30 cts", "1987-9M");
}

#[test]
fn a_year_has_the_label_of_the_quarter_that_closes_it() {
    let text = "Results for the fourth quarter of fiscal 1987 ended January 31, 1987. Sales of the year";
    last("1987-03-17", text, false, "1987-FY");
}

#[test]
fn last_year_in_a_report_of_a_year_without_a_date_is_that_year() {
    last("", "Annual profit slipped in 2024. Sales fell last year", false, "2024-FY");
}

#[test]
fn columns_tell_the_year_where_the_text_names_the_one_before() {
    let told = |text: &str, period: Period, end: (u16, u8)| {
        let (calendar, _) = calendar(&Document::new("a.txt", text));
        calendar.or_by_columns(|| Some(Reported { period, end: Some(end) })).reporting()
    };
    let text = "The combined ratio of the first quarter was 79.7% (77.2% in the first quarter of 2008).";
    let (before, now) = (Period::quarter(2008, 1), Period::quarter(2009, 1));
    assert_eq!(told(text, now, (2009, 3)), Some(now));
    // Not where a fiscal year may be named for the one before, nor where the columns are of another quarter.
    assert_eq!(told(text, now, (2009, 4)), Some(before));
    assert_eq!(told(text, Period::quarter(2009, 2), (2009, 6)), Some(before));
}

#[test]
fn what_is_to_come_ends_behind_what_is_reported() {
    let text = "Profit rose in the first quarter ended June 30. It kept its forecast for the year to March";
    last("2008-07-30", text, true, "2009-FY");
    last("2024-08-05", "Acme forecasts a profit of 120 billion yen for the year ending next March", true, "2025-FY");
}
