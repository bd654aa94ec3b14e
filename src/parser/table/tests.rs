//! Whole tables, in the layouts that companies use.

use super::{Frame, Tables};
use crate::model::Measure;

pub(super) fn frame<'a>(text: &'a str, reporting: &str) -> Frame<'a> {
    Frame {
        text,
        reporting: reporting.parse().ok(),
        end: Some((2026, 6)),
        company: Some("Borealis Holdings"),
        ..Frame::default()
    }
}

/// A text, what its document reports on, and its facts: one line a row, "metric/basis: figure at period, ...".
#[track_caller]
pub(super) fn check(text: &str, reporting: &str, expected: &str) {
    let readings = Tables::find(text).read(frame(text, reporting));
    let mut lines: Vec<(String, Vec<String>)> = Vec::new();
    for fact in readings.iter().flatten().filter_map(|reading| reading.fact.as_ref().ok()) {
        let basis = fact.basis.map_or(String::new(), |basis| format!("/{}", basis.name()));
        let change = if fact.measure == Measure::Change { " change" } else { "" };
        let segment = fact.segment.map_or(String::new(), |span| format!(" #{}", span.of(text)));
        let name = format!("{}{basis}{change}{segment} {}", fact.metric.key(), fact.role.name());
        let (low, high) = (fact.quantity.low(), fact.quantity.high());
        let value = if low == high { low.to_string() } else { format!("{low}..{high}") };
        let period = fact.period.map_or("-".to_owned(), |period| period.to_string());
        let figure = format!("{value} {period}");
        match lines.last_mut().filter(|(last, _)| *last == name) {
            Some((_, figures)) => figures.push(figure),
            None => lines.push((name, vec![figure])),
        }
    }
    let shown: Vec<String> =
        lines.into_iter().map(|(name, figures)| format!("{name}: {}", figures.join(", "))).collect();
    let expected: Vec<&str> = expected.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(shown, expected);
}

#[test]
fn two_lengths_side_by_side() {
    check(
        "
                    CONDENSED CONSOLIDATED STATEMENTS OF OPERATIONS (Unaudited)
   (In millions, except number of shares, which are reflected in thousands, and per-share amounts)

                                      Three Months Ended            Nine Months Ended
                                      July 1,     June 25,         July 1,     June 25,
                                        2023         2022            2023         2022
Net sales:
   Products                        $  60,584    $  63,355       $ 230,901    $ 245,241
   Services                           21,213       19,604          62,886       58,941
      Total net sales (1)             81,797       82,959         293,787      304,182
Cost of sales:
   Products                           39,136       41,485         146,696      155,084
   Services                            6,248        5,589          18,370       16,411
      Total cost of sales             45,384       47,074         165,066      171,495
         Gross margin                 36,413       35,885         128,721      132,687
Net income                         $  19,881    $  19,442       $  74,039    $  79,082
Earnings per share:
   Basic                           $    1.27    $    1.20       $    4.69    $    4.86
   Diluted                         $    1.26    $    1.20       $    4.67    $    4.82
Shares used in computing earnings per share:
   Basic                          15,697,614   16,162,945      15,792,497   16,277,824
   Diluted                        15,775,021   16,262,203      15,859,263   16,394,937
",
        "2023-Q3",
        "revenue actual: 81797000000 2023-Q3, 82959000000 2022-Q3, 293787000000 2023-9M, 304182000000 2022-9M
         cost_of_revenue actual: 45384000000 2023-Q3, 47074000000 2022-Q3, 165066000000 2023-9M, 171495000000 2022-9M
         gross_profit actual: 36413000000 2023-Q3, 35885000000 2022-Q3, 128721000000 2023-9M, 132687000000 2022-9M
         net_income actual: 19881000000 2023-Q3, 19442000000 2022-Q3, 74039000000 2023-9M, 79082000000 2022-9M
         eps actual: 1.26 2023-Q3, 1.2 2022-Q3, 4.67 2023-9M, 4.82 2022-9M
         shares_outstanding actual: 15775021000 2023-Q3, 16262203000 2022-Q3, 15859263000 2023-9M, 16394937000 2022-9M",
    );
}

#[test]
fn dates_in_figures_and_a_column_of_changes() {
    check(
        "
                                                 THREE MONTHS ENDED            %
(Dollars in millions, except per share data)  11/30/2024    11/30/2023      Change
Revenues                                        $ 12,354      $ 13,388         -8%
Cost of sales                                      6,965         7,417         -6%
Gross profit                                       5,389         5,971        -10%
Gross margin                                       43.6%         44.6%
Net income                                      $  1,163      $  1,578        -26%
Diluted                                         $   0.78      $   1.03        -24%
",
        "2025-Q2",
        "revenue actual: 12354000000 2025-Q2, 13388000000 2024-Q2
         revenue change actual: -8 2025-Q2
         cost_of_revenue actual: 6965000000 2025-Q2, 7417000000 2024-Q2
         cost_of_revenue change actual: -6 2025-Q2
         gross_profit actual: 5389000000 2025-Q2, 5971000000 2024-Q2
         gross_profit change actual: -10 2025-Q2
         gross_margin actual: 43.6 2025-Q2, 44.6 2024-Q2
         net_income actual: 1163000000 2025-Q2, 1578000000 2024-Q2
         net_income change actual: -26 2025-Q2",
    );
}

#[test]
fn quarters_by_code_and_a_forecast() {
    check(
        "
(in millions except per share data)   Q3'23      Q4'23      Q1'24      Q2'24      Q3'24      Q4'24
                                                                                          Forecast
Revenue                              $8,542     $8,833     $9,370     $9,559     $9,825    $10,128
Operating Income                     $1,916     $1,496     $2,633     $2,603     $2,909     $2,187
Operating Margin                      22.4%      16.9%      28.1%      27.2%      29.6%      21.6%
Net Income                           $1,677       $938     $2,332     $2,147     $2,364     $1,847
Diluted EPS                           $3.73      $2.11      $5.28      $4.88      $5.40      $4.23
",
        "2024-Q3",
        "revenue actual: 8542000000 2023-Q3, 8833000000 2023-Q4, 9370000000 2024-Q1, 9559000000 2024-Q2, 9825000000 2024-Q3
         revenue guidance: 10128000000 2024-Q4
         operating_income actual: 1916000000 2023-Q3, 1496000000 2023-Q4, 2633000000 2024-Q1, 2603000000 2024-Q2, 2909000000 2024-Q3
         operating_income guidance: 2187000000 2024-Q4
         operating_margin actual: 22.4 2023-Q3, 16.9 2023-Q4, 28.1 2024-Q1, 27.2 2024-Q2, 29.6 2024-Q3
         operating_margin guidance: 21.6 2024-Q4
         net_income actual: 1677000000 2023-Q3, 938000000 2023-Q4, 2332000000 2024-Q1, 2147000000 2024-Q2, 2364000000 2024-Q3
         net_income guidance: 1847000000 2024-Q4
         eps actual: 3.73 2023-Q3, 2.11 2023-Q4, 5.28 2024-Q1, 4.88 2024-Q2, 5.4 2024-Q3
         eps guidance: 4.23 2024-Q4",
    );
}

#[test]
fn estimates_beside_results_with_quarters_as_heads() {
    check(
        "
| Quarter       | Q1 2024 | Q4 2023 | Q3 2023 | Q2 2023 |
|---------------|---------|---------|---------|---------|
| EPS Estimate  | 1.20    | 1.10    | 1.05    | 0.98    |
| EPS Actual    | 1.31    | 1.08    | 1.12    | 1.01    |
",
        "2024-Q1",
        "eps estimate: 1.2 2024-Q1, 1.1 2023-Q4, 1.05 2023-Q3, 0.98 2023-Q2
         eps actual: 1.31 2024-Q1, 1.08 2023-Q4, 1.12 2023-Q3, 1.01 2023-Q2",
    );
}

#[test]
fn half_years_with_the_day_before_the_month() {
    check(
        "
                              Half year ended      Half year ended      Year ended
                                 30 June 2024         30 June 2023    31 December 2023
                                           £m                   £m                  £m
Revenue                                 1,254                1,198               2,431
Operating profit                          187                  172                 361
Profit before tax                         165                  151                 322
Profit for the period                     124                  113                 243
Diluted earnings per share              12.4p                11.2p               24.1p
",
        "2024-H1",
        "revenue actual: 1254000000 2024-H1, 1198000000 2023-H1, 2431000000 2023-FY
         operating_income actual: 187000000 2024-H1, 172000000 2023-H1, 361000000 2023-FY
         pretax_income actual: 165000000 2024-H1, 151000000 2023-H1, 322000000 2023-FY
         net_income actual: 124000000 2024-H1, 113000000 2023-H1, 243000000 2023-FY
         eps actual: 0.124 2024-H1, 0.112 2023-H1, 0.241 2023-FY",
    );
}

#[test]
fn dots_that_lead_to_the_cells_and_drawn_lines() {
    check(
        "
                                    Quarter Ended March 31,
   (in thousands, except per share)    2003          2002
                                     --------      --------
Net sales ........................   $ 52,310      $ 48,977
Cost of goods sold ...............     30,105        28,640
                                     --------      --------
Gross profit .....................     22,205        20,337
Net income .......................   $  3,120      $  2,544
                                     ========      ========
Diluted earnings per share .......   $    .41      $    .34
",
        "2003-Q1",
        "revenue actual: 52310000 2003-Q1, 48977000 2002-Q1
         cost_of_revenue actual: 30105000 2003-Q1, 28640000 2002-Q1
         gross_profit actual: 22205000 2003-Q1, 20337000 2002-Q1
         net_income actual: 3120000 2003-Q1, 2544000 2002-Q1
         eps actual: 0.41 2003-Q1, 0.34 2002-Q1",
    );
}

#[test]
fn crores_and_three_quarters_before_two_years() {
    check(
        "
(Rs in crore, except per equity share data)
                              Quarter ended     Quarter ended      Quarter ended      Year ended        Year ended
                             March 31, 2024  December 31, 2023    March 31, 2023    March 31, 2024   March 31, 2023
Revenue from operations             37,923            38,821            37,441           153,670          146,767
Profit before tax                   10,240             8,719             8,469            35,988           33,322
Profit for the period                7,975             6,113             6,134            26,248           24,108
",
        "2024-Q4",
        "revenue actual: 379230000000 2024-Q4, 388210000000 2024-Q3, 374410000000 2023-Q4, 1536700000000 2024-FY, 1467670000000 2023-FY
         pretax_income actual: 102400000000 2024-Q4, 87190000000 2024-Q3, 84690000000 2023-Q4, 359880000000 2024-FY, 333220000000 2023-FY
         net_income actual: 79750000000 2024-Q4, 61130000000 2024-Q3, 61340000000 2023-Q4, 262480000000 2024-FY, 241080000000 2023-FY",
    );
}

#[test]
fn pipes_of_markdown() {
    check(
        "
| (in millions)        | Three Months Ended June 30, |         |
|                      | 2024 | 2023 |
|:---------------------|-----:|-----:|
| Net revenue          | $ 1,200 | $ 1,100 |
| Operating income     | 240 | 198 |
| Net loss             | (12) | (30) |
",
        "2024-Q2",
        "revenue actual: 1200000000 2024-Q2, 1100000000 2023-Q2
         operating_income actual: 240000000 2024-Q2, 198000000 2023-Q2
         net_income actual: -12000000 2024-Q2, -30000000 2023-Q2",
    );
}

#[test]
fn a_statement_run_together_to_one_line() {
    check(
        "ACME CORP. CONDENSED CONSOLIDATED STATEMENTS OF OPERATIONS (In thousands, except per share amounts) (Unaudited) Three Months \
         Ended September 30, Nine Months Ended September 30, 2024 2023 2024 2023 Revenue: Subscription $ 310,112 $ 266,204 $ 889,514 \
         $ 762,330 Services 20,481 21,960 63,118 64,204 Total revenue 330,593 288,164 952,632 826,534 Cost of revenue (1) 80,412 75,640 \
         236,101 220,483 Gross profit 250,181 212,524 716,531 606,051 Loss from operations (10,224) (31,466) (48,913) (120,045) Net loss $ \
         (6,012) $ (28,870) $ (37,540) $ (112,300) Net loss per share, basic and diluted $ (0.03) $ (0.16) $ (0.21) $ (0.64) 7 ACME CORP. \
         CONDENSED CONSOLIDATED BALANCE SHEETS (In thousands) September 30, 2024 December 31, 2023 Assets Current assets: Cash and cash \
         equivalents $ 502,310 $ 441,700 Total assets $ 1,902,417 $ 1,795,330",
        "2024-Q3",
        "revenue actual: 330593000 2024-Q3, 288164000 2023-Q3, 952632000 2024-9M, 826534000 2023-9M
         cost_of_revenue actual: 80412000 2024-Q3, 75640000 2023-Q3, 236101000 2024-9M, 220483000 2023-9M
         gross_profit actual: 250181000 2024-Q3, 212524000 2023-Q3, 716531000 2024-9M, 606051000 2023-9M
         operating_income actual: -10224000 2024-Q3, -31466000 2023-Q3, -48913000 2024-9M, -120045000 2023-9M
         net_income actual: -6012000 2024-Q3, -28870000 2023-Q3, -37540000 2024-9M, -112300000 2023-9M
         eps actual: -0.03 2024-Q3, -0.16 2023-Q3, -0.21 2024-9M, -0.64 2023-9M
         cash actual: 502310000 2024-Q3, 441700000 2023-Q4
         total_assets actual: 1902417000 2024-Q3, 1795330000 2023-Q4",
    );
}

#[test]
fn guidance_before_and_now() {
    check(
        "
                                     Prior FY24 Outlook            Current FY24 Outlook
Net sales                       $10.95 billion to $11.05 billion   $11.0 billion to $11.1 billion
Comparable sales                        4% to 5%                         no change
Adjusted diluted EPS                $24.70 to $25.40                  $24.90 to $25.40
Effective tax rate                  approximately 24.6%               approximately 23.9%
",
        "2024-Q1",
        "revenue prior_guidance: 10950000000..11050000000 2024-FY
         revenue guidance: 11000000000..11100000000 2024-FY
         same_store_sales change prior_guidance: 4..5 2024-FY
         same_store_sales change guidance: 4..5 2024-FY
         eps/adjusted prior_guidance: 24.7..25.4 2024-FY
         eps/adjusted guidance: 24.9..25.4 2024-FY
         tax_rate prior_guidance: 24.6 2024-FY
         tax_rate guidance: 23.9 2024-FY",
    );
}

#[test]
fn a_quarter_and_its_year_beside_each_other() {
    check(
        "
                                                      Fiscal 2024
                                                   Q2              FY24
GAAP diluted earnings per share range(1)      $0.79 - $0.80     $2.67 - $2.69
Non-GAAP diluted earnings per share(2)        $1.89 - $1.90     $7.41 - $7.43
",
        "2024-Q1",
        "eps/gaap guidance: 0.79..0.8 2024-Q2, 2.67..2.69 2024-FY
         eps/adjusted guidance: 1.89..1.9 2024-Q2, 7.41..7.43 2024-FY",
    );
}

#[test]
fn a_table_of_a_segment_takes_its_name() {
    check(
        "
                                        Three Months Ended June 30,
(in millions, except per share)              2024        2023
Net sales                                $ 1,200     $ 1,100
Net income                               $   120     $   100

                                        Three Months Ended June 30,
Packaging Segment Results                    2024        2023
Net sales                                $   800     $   750
Operating income                         $    90     $    80
",
        "2024-Q2",
        "revenue actual: 1200000000 2024-Q2, 1100000000 2023-Q2
         net_income actual: 120000000 2024-Q2, 100000000 2023-Q2
         revenue #Packaging actual: 800000000 2024-Q2, 750000000 2023-Q2
         operating_income #Packaging actual: 90000000 2024-Q2, 80000000 2023-Q2",
    );
}

#[test]
fn rows_that_do_not_fit_are_left_out() {
    check(
        "
                          Three Months Ended June 30,
(in millions)                2024        2023
Net sales                $ 1,200     $ 1,100
Operating income              90
Net income                    55          44         33
",
        "2024-Q2",
        "revenue actual: 1200000000 2024-Q2, 1100000000 2023-Q2",
    );
}
