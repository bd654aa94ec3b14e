//! Whole tables whose titles, unit lines and labels say more than those of a plain statement.

use crate::parser::table::Tables;
use crate::parser::table::tests::{check, frame};

#[test]
fn titles_and_companies_are_no_segments() {
    let statement = |title: &str, revenue: &str| {
        format!(
            "
{title}
(in thousands)
                                        Three Months Ended June 30,
                                            2024        2023
Net sales                                {revenue}
Net loss                                 $  (120)    $  (100)
Weighted-average shares used in computing net loss per share, basic and diluted   5,200   5,100
"
        )
    };
    let segmentless = |title: &str| {
        let text = statement("BOREALIS ROBOTICS", "$ 1,200   $ 1,100") + &statement(title, "$ 900   $ 800");
        let readings = Tables::find(&text).read(frame(&text, "2024-Q2"));
        assert!(
            readings
                .iter()
                .flatten()
                .filter_map(|reading| reading.fact.as_ref().ok())
                .all(|fact| fact.segment.is_none())
        );
        let counts = readings.iter().flatten().filter_map(|reading| reading.fact.as_ref().ok());
        let mut counts = counts.filter(|fact| fact.metric.key() == "shares_outstanding");
        assert!(counts.all(|fact| fact.quantity.low() > rust_decimal::Decimal::ZERO), "{title}");
    };
    segmentless("BOREALIS ROBOTICS");
    segmentless("Borealis Holdings, Inc.");
    segmentless("FINANCIAL STATEMENTS");
}

#[test]
fn unit_lines_beside_and_around_the_heads() {
    let read = |caption: &str| {
        check(
            &format!(
                "
                          Three Months Ended June 30,
{caption}
Net sales                       $ 1,200     $ 1,100
Diluted earnings per share      $  0.12     $  0.10
"
            ),
            "2024-Q2",
            "revenue actual: 1200000000 2024-Q2, 1100000000 2023-Q2
             eps actual: 0.12 2024-Q2, 0.1 2023-Q2",
        );
    };
    read("In millions, except percentages and per share amounts      2024        2023");
    read("In millions, except percentages and per share amounts 2024 2023");
    read("(In millions, except\nper share amounts)              2024        2023");
    read("(In millions, except            2024        2023\nper share amounts)");
    read("(Millions)                      2024        2023");
    read("Millions of dollars             2024        2023");
}

#[test]
fn ends_of_guidance_under_what_they_are_of() {
    let read = |heads: &str| {
        check(
            &format!(
                "
{heads}
(In thousands, except per share amounts) | Low | High
Borealis Holdings - Total revenues from continuing operations | 715,000 | 750,000
Leasing - Total revenues | 615,000 | 650,000
Diluted EPS from continuing operations | 0.86 | 1.06
"
            ),
            "2026-Q2",
            "revenue guidance: 715000000..750000000 2026-Q3
             revenue #Leasing guidance: 615000000..650000000 2026-Q3
             eps guidance: 0.86..1.06 2026-Q3",
        );
    };
    read("Three months ended September 30, 2026 outlook");
    read("Third Quarter 2026 Financial Outlook");
    read("Our guidance for the third quarter of 2026 is as follows:");
    check(
        "
Revised 2026 Outlook | Previous 2026 Outlook
(In thousands, except per share amounts) | Low | Mid | High | Low | Mid | High
Total revenues | 715,000 | 732,500 | 750,000 | 710,000 | 730,000 | 750,000
",
        "2026-Q2",
        "revenue guidance: 715000000..750000000 2026-FY
         revenue prior_guidance: 710000000..750000000 2026-FY",
    );
}

#[test]
fn what_was_given_up_is_left_out_beside_the_whole() {
    check(
        "
(in thousands)              Three Months Ended June 30,
                                     2026        2025
Net income from continuing operations   $ 120     $ 100
Net income                              $ 110     $  90
",
        "2026-Q2",
        "net_income actual: 110000 2026-Q2, 90000 2025-Q2",
    );
}

#[test]
fn headings_over_lines_and_costs_told_again() {
    check(
        "
(In thousands)
                              Three Months Ended June 30,
                                    2026       2025
Revenue                          $ 27,714   $ 29,010
Cost of revenue
   Sales                              206        184
Cost of revenue                       406        384
Research and development              300        290
Earnings per share attributable to Class A and Class
B common stockholders:
   Basic                         $   0.45   $   0.40
   Diluted                       $   0.44   $   0.39
Weighted-average shares used to compute earnings
per share attributable to Class A and Class B
common stockholders:
   Diluted                          2,687      2,859
Share-based compensation expense included in costs
and expenses:
Cost of revenue                        20         19
Amortization of acquired intangibles:
Research and development               30         29
",
        "2026-Q2",
        "revenue actual: 27714000 2026-Q2, 29010000 2025-Q2
         cost_of_revenue actual: 406000 2026-Q2, 384000 2025-Q2
         rnd_expense actual: 300000 2026-Q2, 290000 2025-Q2
         eps actual: 0.44 2026-Q2, 0.39 2025-Q2
         shares_outstanding actual: 2687000 2026-Q2, 2859000 2025-Q2",
    );
}

#[test]
fn a_quarter_and_the_year_to_date_of_a_bank() {
    let read = |heads: &str| {
        check(
            &format!(
                "
SELECTED FINANCIAL INFORMATION (dollars in thousands)
{heads}
Net income                   $ 8,686        $ 8,516       $ 24,960     $ 18,793
Net interest margin            4.78%          4.75%          4.79%        4.62%
"
            ),
            "2025-Q3",
            "net_income actual: 8686000 2025-Q3, 8516000 2025-Q2, 24960000 2025-9M, 18793000 2024-9M
             net_interest_margin actual: 4.78 2025-Q3, 4.75 2025-Q2, 4.79 2025-9M, 4.62 2024-9M",
        );
    };
    read(
        "                       Quarter Ended                Year-to-date
                          Sep. 30,       Jun. 30,      Sep. 30,     Sep. 30,
                            2025           2025          2025         2024",
    );
    read(
        "                       Three Months Ended            Year to Date
                          Q3 2025       Q2 2025           2025         2024",
    );
}

#[test]
fn income_as_large_as_the_revenue_is_none() {
    check(
        "
(Rs in crore)
                                 Quarter ended     Quarter ended
                                June 30, 2026     June 30, 2025
Revenue from operations               2,085             1,541
Profit before tax                       296               144
PAT                                     213               107

Segment information (Rs in crore)
                                 Quarter ended     Quarter ended
                                June 30, 2026     June 30, 2025
Pipes                                 1,585             1,141
Paints                                  500               400
Income from operations                2,085             1,541
",
        "2026-Q2",
        "revenue actual: 20850000000 2026-Q2, 15410000000 2025-Q2
         pretax_income actual: 2960000000 2026-Q2, 1440000000 2025-Q2
         net_income actual: 2130000000 2026-Q2, 1070000000 2025-Q2",
    );
}
