//! Statement tables: what each program that writes them does to a figure, and the columns that a reader sees.

use super::check;

/// Three cells to a figure, spacers between, headings over three cells.
#[test]
fn signs_in_cells_of_their_own_join_their_figure() {
    check(
        "<table><tr><td colspan=3></td><td colspan=3>2023</td><td colspan=3></td><td colspan=3>2022</td></tr>
         <tr><td colspan=3>Net sales</td><td>$</td><td>3,673</td><td></td><td colspan=3></td><td>$</td><td>3,909</td>
         <td></td></tr>
         <tr><td colspan=3>Cost of sales</td><td colspan=2>(2,951</td><td>)</td><td colspan=3></td>
         <td colspan=2>(3,115</td><td>)</td></tr>
         <tr><td colspan=3>Loss a share</td><td>$</td><td>(0.12</td><td>)</td><td colspan=3></td><td>$</td>
         <td>&#8212;</td><td></td></tr>
         <tr><td colspan=3>Margin</td><td colspan=2>19.7</td><td>%</td><td colspan=3></td><td colspan=2>(20.3</td>
         <td>)%</td></tr></table>",
        "                   2023      2022\n\
         Net sales        $3,673    $3,909\n\
         Cost of sales   (2,951)   (3,115)\n\
         Loss a share    $(0.12)        $—\n\
         Margin            19.7%   (20.3)%",
    );
}

#[test]
fn headings_stand_over_the_columns_that_they_span() {
    check(
        "<table><tr><td>(in millions)</td><td></td><td colspan=3>Three Months Ended<br>June 30,</td><td></td>
         <td colspan=3>Six Months Ended<br>June 30,</td></tr>
         <tr><th></th><th></th><th>2023</th><th></th><th>2022</th><th></th><th>2023</th><th></th><th>2022</th></tr>
         <tr><td>Net sales</td><td></td><td>$3,673</td><td></td><td>$3,909</td><td></td><td>$14,694</td><td></td>
         <td>$14,544</td></tr></table>",
        "                Three Months Ended    Six Months Ended\n\
         (in millions)        June 30,             June 30,\n\
         \u{20}                   2023       2022      2023      2022\n\
         Net sales         $3,673     $3,909   $14,694   $14,544",
    );
}

#[test]
fn rows_that_end_in_the_next_row() {
    let table = |rows: &str| format!("<table><tr><td></td><td>2023</td><td>2022</td></tr>{rows}</table>");
    check(
        &table(
            "<tr><td>Net income attributable to<br>common holders</td><td>5</td><td>4</td></tr>
             <tr><td>Income before</td><td></td><td></td></tr><tr><td>taxes</td><td>7</td><td>6</td></tr>
             <tr><td>Cash provided by operating</td><td>2</td><td>1</td></tr><tr><td>and investing activities</td></tr>
             <tr><td>Earnings per share:</td></tr><tr><td>Diluted</td><td>0.10</td><td>0.09</td></tr>",
        ),
        "                                                      2023   2022\n\
         Net income attributable to common holders                5      4\n\
         Income before taxes                                      7      6\n\
         Cash provided by operating and investing activities      2      1\n\
         Earnings per share:\n\
         Diluted                                               0.10   0.09",
    );
    check(
        &table("<tr><td>Sales<br>Costs</td><td>5<br>(3)</td><td>4<br>(2)</td></tr>"),
        "        2023   2022\nSales      5      4\nCosts    (3)    (2)",
    );
}

#[test]
fn empty_cells_and_dashes_keep_their_columns() {
    check(
        "<table><tr><td>Sales</td><td>5</td><td>4</td><td>25%</td></tr>
         <tr><td>Gain</td><td></td><td>&mdash;</td><td>NM</td></tr>
         <tr><td>Loss</td><td></td><td></td><td>3%</td></tr></table>",
        "Sales   5   4   25%\nGain        —    NM\nLoss             3%",
    );
}

#[test]
fn rows_reach_down_and_cells_span() {
    check(
        "<table><tr><td rowspan=2>Segment</td><td></td><td colspan=2>Quarter</td></tr>
         <tr><td></td><td>2023</td><td>2022</td></tr>
         <tr><td rowspan=2>East</td><td>Sales</td><td>5.0</td><td>4.0</td></tr>
         <tr><td>Profit</td><td>1.0</td><td>0.5</td></tr>
         <tr><td>Tax</td><td></td><td colspan=2>about 21%</td></tr></table>",
        "Segment        Quarter\n\
         \u{20}            2023   2022\n\
         East Sales    5.0    4.0\n\
         Profit        1.0    0.5\n\
         Tax           about 21%",
    );
}

#[test]
fn guidance_in_words_has_columns_too() {
    check(
        "<table><tr><th>Metric</th><th>Prior outlook</th><th>Current outlook</th></tr>
         <tr><td>Revenue growth</td><td>8% to 10%</td><td>9% to 10%</td></tr>
         <tr><td>Comparable sales</td><td>Low single digits</td><td>Flat</td></tr></table>",
        "Metric                 Prior outlook   Current outlook\n\
         Revenue growth             8% to 10%         9% to 10%\n\
         Comparable sales   Low single digits              Flat",
    );
}

#[test]
fn marks_of_footnotes_in_a_table() {
    check(
        "<table><tr><td>EBITDA<sup>(1)</sup></td><td>5.0</td><td><sup>(2)</sup></td><td>4.0<sup>3</sup></td></tr>
         <tr><td>Debt</td><td>7.0</td><td></td><td>6.0</td></tr></table>",
        "EBITDA (1)   5.0   4.0\nDebt         7.0   6.0",
    );
}

#[test]
fn titles_and_notes_in_a_table_are_lines() {
    check(
        "<table><caption>Balance sheet</caption><tr><td colspan=3>(unaudited)</td></tr>
         <tr><td></td><td>2023</td><td>2022</td></tr><tr><td>Cash</td><td>5,000</td><td>4,000</td></tr>
         <tr><td colspan=3><p>See notes.</p></td></tr></table>",
        "Balance sheet\n\n(unaudited)\n        2023    2022\nCash   5,000   4,000\nSee notes.",
    );
}

#[test]
fn long_labels_and_cells_move_nothing_but_their_own_line() {
    let long = "A label of more than one hundred characters that no table would ever be made as wide as, \
                since it would not fit";
    check(
        &format!(
            "<table><tr><td>Cash</td><td>5,000</td><td>1</td></tr><tr><td>{long}</td><td>7</td><td>2</td></tr></table>"
        ),
        &format!("Cash   5,000   1\n{long}   7   2"),
    );
}
