//! Expressions of time, in a short notation.

use super::{Context, Ending, PeriodExpr, PeriodMention, TimeUnit, YearShift, read};
use crate::model::{Period, PeriodSpan, Span};
use crate::parser::lexer::word;
use crate::parser::vocabulary::periods::ROWS;

fn found(text: &str) -> String {
    let (mut words, mut mentions) = (Vec::new(), Vec::new());
    word::read(text, Span::new(0, text.len()), &mut words);
    read(text, &words, &mut mentions);
    mentions.iter().map(show).collect::<Vec<_>>().join(", ")
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(found(text), expected, "{text}");
}

fn show(mention: &PeriodMention) -> String {
    let context = match mention.context {
        Context::Plain => "",
        Context::Compared => "compared ",
        Context::Ahead => "ahead ",
    };
    let ended = mention.ended.filter(|_| !matches!(mention.expr, PeriodExpr::Ended { .. }));
    format!("{context}{}{}", expr(mention.expr), ended.map(|at| format!(" to {}", ending(at))).unwrap_or_default())
}

fn expr(expr: PeriodExpr) -> String {
    match expr {
        PeriodExpr::Absolute(period) => period.to_string(),
        PeriodExpr::Part { span, fiscal } => format!("{}{}", if fiscal { "fiscal " } else { "" }, part(span)),
        PeriodExpr::PartOf { span, year } => {
            let year = match year {
                YearShift::Last => "last",
                YearShift::This => "this",
                YearShift::Next => "next",
            };
            format!("{} of {year} year", part(span))
        }
        PeriodExpr::Ended { months, ending: at } => format!("{months} months to {}", ending(at)),
        PeriodExpr::Months { first, last, year } => {
            format!("months {}{first:02}-{last:02}", year.map(|year| format!("{year} ")).unwrap_or_default())
        }
        PeriodExpr::The(unit) => format!("the {}", name(unit)),
        PeriodExpr::This(unit) => format!("this {}", name(unit)),
        PeriodExpr::Current(unit) => format!("current {}", name(unit)),
        PeriodExpr::Next(unit) => format!("next {}", name(unit)),
        PeriodExpr::Last(unit) => format!("last {}", name(unit)),
        PeriodExpr::YearAgo => "year ago".into(),
        PeriodExpr::YearsAgo(years) => format!("{years} years ago"),
        PeriodExpr::SameOf(year) => format!("same of {year}"),
        PeriodExpr::QuarterAgo => "quarter ago".into(),
        PeriodExpr::YearToDate => "year to date".into(),
        PeriodExpr::AsOf(at) => format!("as of {}", ending(at)),
        PeriodExpr::Dateline(date) => format!("dateline {date}"),
        PeriodExpr::OverYear => "over year".into(),
        PeriodExpr::OverQuarter => "over quarter".into(),
        PeriodExpr::LongTerm => "long term".into(),
        PeriodExpr::Since => "since".into(),
    }
}

fn part(span: PeriodSpan) -> String {
    Period { year: None, span }.to_string().trim_start_matches("XXXX-").to_owned()
}

fn ending(at: Ending) -> String {
    at.year.map_or(format!("{:02}", at.month), |year| format!("{year}-{:02}", at.month))
}

fn name(unit: TimeUnit) -> &'static str {
    match unit {
        TimeUnit::Year => "year",
        TimeUnit::Half => "half",
        TimeUnit::Quarter => "quarter",
        TimeUnit::Period => "period",
    }
}

#[test]
fn every_row_reads_its_examples_and_ignores_the_others() {
    let mut wrong = Vec::new();
    for row in ROWS {
        wrong.extend(
            row.reads
                .iter()
                .filter(|(text, want)| found(text) != *want)
                .map(|(text, want)| (*text, *want, found(text))),
        );
        wrong.extend(row.ignores.iter().filter(|text| !found(text).is_empty()).map(|text| (*text, "", found(text))));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn pieces_join_in_any_order() {
    check("the second quarter of fiscal 2026", "2026-Q2");
    check("fiscal 2026 second quarter", "2026-Q2");
    check("the 2025 fourth quarter", "2025-Q4");
    check("first quarter fiscal 2024 ended April 30, 2023", "2024-Q1 to 2023-04");
    check("the third quarter ended July 31 grew", "Q3 to 07");
    check("fiscal Q4 and Q2 FY26", "fiscal Q4, 2026-Q2");
    check("the fourth quarter of last year", "Q4 of last year");
    check("a year earlier, in the second quarter", "year ago, Q2");
    check("the corresponding quarter of the previous fiscal", "year ago");
    check("fell 25% in the second quarter from a year earlier to $1.6 billion", "Q2, compared year ago");
    check("during P&G's full fiscal year 2026", "2026-FY");
    check("its second- and third-quarter sales", "Q2, Q3");
    check("the July 2025 divestiture", "2025-07");
}

#[test]
fn codes() {
    check("4Q24, 1H26, Q2FY26, FY26, FY2025-26 and 2025/26", "2024-Q4, 2026-H1, 2026-Q2, 2026-FY, 2026-FY, 2026-FY");
    check("Q1'21 and Q4 ’20 and FY '22", "2021-Q1, 2020-Q4, 2022-FY");
    check("9MFY25 and 9m people and 3M", "2025-9M");
    check("American Tower: 3Q Earnings Snapshot", "Q3");
    check("2022-2024 and 2025 to 2027", "long term, long term");
    check("$2025 and 2026%", "");
}

#[test]
fn any_prefix_is_read_without_a_panic_and_in_order() {
    let text = "MINNEAPOLIS, Aug. 29, 2023 -- In the first and second quarters ended July 29, 2023 (Q2'24) FY2025-26 \
                rose y-o-y from April-through-June 2022's the twenty-six weeks to end-June, 4Q24 since the end of last year’s";
    for (end, _) in text.char_indices() {
        let text = &text[..end];
        let (mut words, mut mentions) = (Vec::new(), Vec::new());
        word::read(text, Span::new(0, text.len()), &mut words);
        read(text, &words, &mut mentions);
        assert!(mentions.windows(2).all(|pair| pair[0].words.end <= pair[1].words.start), "{text}");
        assert!(mentions.iter().all(|mention| !mention.span.of(text).is_empty()), "{text}");
    }
}

#[test]
fn what_a_change_is_measured_on_is_no_period() {
    check("sales rose 9% on an annual basis", "over year");
    check("profit was up 8.8 percent on the year, to 5bn", "over year");
    check("it surged 67 percent on the quarter", "over quarter");
    check("it spent 5 percent on the year's programme", "the year");
    check("revenue fell 4% on a quarterly basis", "over quarter");
}

#[test]
fn a_line_that_is_only_the_year_is_the_year() {
    check("Year", "the year");
    check("Year:", "the year");
    check("<ACME> YEAR NET", "the year");
    check("Year of growth", "");
}

#[test]
fn months_in_one_word_are_a_part() {
    check("underlying nine-month sales rose", "9M");
    check("a six-month profit, its six-month profit", "the half");
    check("a nine-month low", "");
}

#[test]
fn a_quarter_keeps_its_name_whenever_it_ends() {
    check("in the fiscal first quarter, which ends in December,", "fiscal Q1 to 12");
    check("its best since the second quarter of 2022, when it earned", "2022-Q2");
    check("its best since the second quarter of 2022. When", "since");
}
