//! Tables whose cells are laid out in odd ways, as texts have them that were taken out of pages.

use crate::parser::table::tests::check;

#[test]
fn signs_in_cells_of_their_own_and_heads_that_are_split() {
    check(
        "
(In thousands)
Thirteen weeks ended | Twenty-six weeks ended
June 28, | June 29, | Variance | Variance | June 28, | June 29, | Variance | Variance
2026 | 2025 | ($) | (%) | 2026 | 2025 | ($) | (%)
Net sales | $ | 52,007 | $ | 50,661 | 1,346 | 2.7 | % | $ | 99,337 | $ | 99,705 | (368 | ) | (0.4 | )%
Loss on disposals | 259 | — | 259 | nm | 224 | — | 224 | nm
Net income | 765 | 514 | 251 | 48.8 | % | 1,273 | 1,857 | (584 | ) | (31.4 | )%
",
        "2026-Q2",
        "revenue actual: 52007000 2026-Q2, 50661000 2025-Q2
         revenue change actual: 2.7 2026-Q2
         revenue actual: 99337000 2026-H1, 99705000 2025-H1
         revenue change actual: -0.4 2026-H1
         net_income actual: 765000 2026-Q2, 514000 2025-Q2
         net_income change actual: 48.8 2026-Q2
         net_income actual: 1273000 2026-H1, 1857000 2025-H1
         net_income change actual: -31.4 2026-H1",
    );
}

#[test]
fn a_row_with_words_among_its_cells_is_left_out() {
    check(
        "
(In millions)
Three months ended June 28, | Six months ended June 28,
2026 | 2025 | 2026 | 2025
Net sales | 172 | 166 | 319 | 305
Operating income | 27 | 25 | below | 46 | 41
Income before income taxes | 26 | see note | 44 | 39
Net income | 22 | 20 | 35 | 31 | see note
",
        "2026-Q2",
        "revenue actual: 172000000 2026-Q2, 166000000 2025-Q2, 319000000 2026-H1, 305000000 2025-H1
         net_income actual: 22000000 2026-Q2, 20000000 2025-Q2, 35000000 2026-H1, 31000000 2025-H1",
    );
}

#[test]
fn figures_inside_labels() {
    let table = "(in millions) | June 30, 2026 | December 31, 2025
Cash and cash equivalents | 290 | 337
Receivables, net of allowances of $7 and $6, respectively | 149 | 145
Inventories, net of a reserve of 12 | 253 | 218
Plant and equipment, less depreciation of $507 at both dates | 196 | 191
Common stock, $0.01 par value, 500,000 shares authorized, 120,285 and 119,001 issued | 1 | 1
Total assets | 1,527 | 1,617
";
    let expected = "cash actual: 290000000 2026-Q2, 337000000 2025-Q4
         total_assets actual: 1527000000 2026-Q2, 1617000000 2025-Q4";
    check(table, "2026-Q2", expected);
    check(&format!(" {} ", table.replace(" | ", " ").replace('\n', " ")), "2026-Q2", expected);
}

#[test]
fn a_second_table_in_the_same_line() {
    let three = "Three Months Ended   September 30,   Change   2024   2023   $   %  Total revenues $2,121   $2,768   $(647 ) -23.4%  \
                 Interest income 88   95   (7 ) -7.4%  Net income 409   482   (73 ) -15.1%  ";
    let nine = "Nine Months Ended   September 30,   Change   2024   2023   $   %  Total revenues $6,943   $8,288   $(1,345 ) -16.2%  \
                Interest income 294   224   70  31.3%  Net income 936   784   152  19.4%  ";
    let expected = "revenue actual: 2121000 2024-Q3, 2768000 2023-Q3
         revenue change actual: -23.4 2024-Q3
         net_income actual: 409000 2024-Q3, 482000 2023-Q3
         net_income change actual: -15.1 2024-Q3
         revenue actual: 6943000 2024-9M, 8288000 2023-9M
         revenue change actual: -16.2 2024-9M
         net_income actual: 936000 2024-9M, 784000 2023-9M
         net_income change actual: 19.4 2024-9M";
    let text = format!("(in thousands)\n{three}{nine}");
    check(&text, "2024-Q3", expected);
    check(&text.split_whitespace().collect::<Vec<_>>().join(" "), "2024-Q3", expected);
}

#[test]
fn shares_beside_amounts_in_a_text_that_has_run_together() {
    check(
        "Statements of Operations (dollar amounts in thousands) Unaudited Thirteen weeks ended Twenty-six weeks ended ---------- \
         ---------- July 31, 2004 August 2, 2003 July 31, 2004 August 2, 2003 ---------- Amount % Sales Amount % Sales Amount \
         % Sales Amount % Sales ---------- Merchandise $ 488,716 82.4 $ 451,285 81.2 $ 949,597 81.9 $ 862,417 80.8 Services \
         104,710 17.6 104,745 18.8 209,962 18.1 204,523 19.2 ---------- Total Revenues 593,426 100.0 556,030 100.0 1,159,559 \
         100.0 1,066,940 100.0 ---------- Gross Profit 167,276 28.2 130,246 23.4 331,246 28.6 276,042 25.9",
        "2004-Q2",
        "revenue actual: 593426000 2004-Q2, 556030000 2003-Q2, 1159559000 2004-H1, 1066940000 2003-H1
         gross_profit actual: 167276000 2004-Q2, 130246000 2003-Q2, 331246000 2004-H1, 276042000 2003-H1",
    );
}

#[test]
fn labels_and_headings_over_several_lines() {
    check(
        "
(in millions, except per share data)
                                              Three Months Ended June 30,
                                                2026       2025
Net sales                                    $ 1,500    $ 1,400
Selling, general
and
administrative                                   100         90
Net income                                       120        110
Net income attributable to
common stockholders of
Acme Corp.                                       119        108
Earnings per share attributable to Class A and Class
B common stockholders:
  Basic                                      $  1.21     $ 1.11
  Diluted                                    $  1.20     $ 1.10
Weighted-average shares used to compute earnings
per share attributable to Class A and
Class B common stockholders:
  Basic                                           99         98
  Diluted                                        100         99
",
        "2026-Q2",
        "revenue actual: 1500000000 2026-Q2, 1400000000 2025-Q2
         sga_expense actual: 100000000 2026-Q2, 90000000 2025-Q2
         net_income actual: 119000000 2026-Q2, 108000000 2025-Q2
         eps actual: 1.2 2026-Q2, 1.1 2025-Q2
         shares_outstanding actual: 100000000 2026-Q2, 99000000 2025-Q2",
    );
}

#[test]
fn cells_glued_to_each_other_and_to_their_label() {
    check(
        "
**GAAP**
_(in millions, except per share)_**Q4 FY24****Q3 FY24****Q4 FY23****Q/Q****Y/Y**
Revenue$2,103$1,120$6,051 Up 88%Down 65%
Gross margin 76.0%74.0%63.3%Up 2.0 pts Up 12.7 pts
Net income$285$243$414 Up 17%Down 31%
Diluted earnings per share$4.93$3.71$5.57 Up 33%Down 11%
",
        "2024-Q4",
        "revenue/gaap actual: 2103000000 2024-Q4, 1120000000 2024-Q3, 6051000000 2023-Q4
         gross_margin/gaap actual: 76 2024-Q4, 74 2024-Q3, 63.3 2023-Q4
         net_income/gaap actual: 285000000 2024-Q4, 243000000 2024-Q3, 414000000 2023-Q4
         eps/gaap actual: 4.93 2024-Q4, 3.71 2024-Q3, 5.57 2023-Q4",
    );
}

#[test]
fn rows_with_fewer_cells_than_columns_do_not_end_the_table() {
    let table = "
(In millions)
Three Months Ended September 30, Nine Months Ended September 30,
2022 2021 2022 2021
Revenue $ 27,714 $ 29,010 $ 84,444 $ 84,258
Foreign exchange effect on 2022 revenue 1,789 3,944
Revenue excluding foreign exchange effect $ 29,503 $ 88,388
Advertising revenue $ 27,237 $ 28,276 $ 82,387 $ 82,294
Net income 4,395 9,194 18,547 29,085
";
    let expected = "revenue actual: 27714000000 2022-Q3, 29010000000 2021-Q3, 84444000000 2022-9M, 84258000000 2021-9M
         net_income actual: 4395000000 2022-Q3, 9194000000 2021-Q3, 18547000000 2022-9M, 29085000000 2021-9M";
    check(table, "2022-Q3", expected);
    check(&format!(" {}", table.replace('\n', " ")), "2022-Q3", expected);
}
