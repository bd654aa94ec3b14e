//! Running text, lists and tables that are no tables.

use super::check;

#[test]
fn white_space_collapses_and_inline_elements_join() {
    check("<p>Net\n   <b>sales</b>&nbsp;rose <i>5</i>%</p>", "Net sales rose 5%");
    check("<p>a<span>b</span>c <a href=x>d</a>.</p>", "abc d.");
    check("<p>5&thinsp;% of in&shy;come&#8203;</p>", "5 % of income");
    check("<p>caf&eacute; &#8212; &#151; &amp; &lt;5%</p>", "café — — & <5%");
}

#[test]
fn blocks_end_lines() {
    check(
        "<h1>Results</h1><p>Sales rose.</p><div>Costs <div>fell.</div></div>",
        "Results\n\nSales rose.\n\nCosts\n\nfell.",
    );
    check("<p>one<br>two<br><br>three</p>", "one\ntwo\n\nthree");
    check("<p>never closed<p>twice", "never closed\n\ntwice");
    check("a<hr>b", "a\n\nb");
}

#[test]
fn items_have_a_dash() {
    check(
        "<ul><li>Sales rose</li><li><p>Costs <b>fell</b></p></li><li></li></ul><p>x",
        "- Sales rose\n- Costs fell\n\nx",
    );
    check("<ol><li>one<ul><li>two</ul><li>three</ol>", "- one\n- two\n- three");
    check("<div><span>&#8226;</span><span>Sales rose</span></div><div>● Costs</div>", "- Sales rose\n- Costs");
}

#[test]
fn what_a_reader_does_not_see_is_left_out() {
    check("<head><title>t</title><style>p{}</style></head><script>x('<p>')</script><p>seen", "seen");
    check("<div style='DISPLAY : none'>a</div><p hidden>b</p><font style='display:none'>c</font>seen", "seen");
    check("<div><ix:header><ix:hidden>12</ix:hidden></ix:header><ix:nonFraction>13</ix:nonFraction></div>", "13");
    check("<nav>menu</nav><!-- no --><noscript><p>no</p></noscript><select><option>no</select>seen", "seen");
}

#[test]
fn the_title_is_read_where_nothing_else_is() {
    check("<html><head><title>Acme &amp; Co</title></head><body> <script></script></body>", "Acme & Co");
    check("<html><body></body></html>", "");
}

#[test]
fn marks_of_footnotes_stay_with_words_and_leave_figures() {
    check("<p>Adjusted EBITDA<sup>1</sup> rose</p>", "Adjusted EBITDA (1) rose");
    check("<p>Adjusted EPS<sup>(1)(2)</sup> of $1.20<sup>(3)</sup>.</p>", "Adjusted EPS (1,2) of $1.20.");
    check("<p>the 10<sup>th</sup> Acme<sup>®</sup> store<sup>*</sup></p>", "the 10th Acme® store*");
    check("<p><sup>(1)</sup>Before interest.</p>", "(1) Before interest.");
    check("<p>Sales<span style='position:relative;top:-3.5pt'>(a)</span> rose</p>", "Sales (a) rose");
}

#[test]
fn text_that_is_set_stays_set() {
    check("<pre>\nSales     5\n  Costs&nbsp;  6  \n</pre><p>x", "Sales     5\n  Costs   6\n\nx");
    check("<p>a</p><pre>b<br>c   d</pre>", "a\n\nb\nc   d");
}

#[test]
fn tables_that_only_place_words_are_words() {
    check(
        "<table><tr><td>&nbsp;</td><td>&#149;</td><td><p>Sales rose 5%</p></td></tr>
         <tr><td></td><td>o</td><td>Costs fell</td></tr></table>",
        "- Sales rose 5%\n- Costs fell",
    );
    check(
        "<table><tr><td>(1)</td><td>Before interest and taxes.</td></tr><tr><td>(2)</td><td>See note.</td></tr></table>",
        "(1) Before interest and taxes.\n\n(2) See note.",
    );
    check("<table><tr><td>One cell of prose.</td></tr></table>", "One cell of prose.");
    check(
        "<table><tr><td><h2>Results</h2><p>Sales rose.</p></td><td><p>A second column of prose that is longer than \
         any label is, with $5 million in it.</p></td></tr></table>",
        "Results\n\nSales rose.\n\nA second column of prose that is longer than any label is, with $5 million in it.",
    );
}

#[test]
fn columns_of_a_page_are_no_columns_of_a_table() {
    let long = "Sales rose in all regions. ".repeat(30);
    let long = long.trim();
    check(&format!("<table><tr><td>{long}</td><td>5,200</td></tr></table>"), &format!("{long}\n\n5,200"));
}

#[test]
fn tables_in_tables() {
    check(
        "<table><tr><td><p>Intro</p><table><tr><td>Sales</td><td>5.0</td></tr><tr><td>Costs</td><td>(1.0)</td></tr>
         </table></td></tr></table>",
        "Intro\n\nSales     5.0\nCosts   (1.0)",
    );
    check(
        "<table><tr><td>Cash</td><td><table><tr><td>$</td><td>1,234</td></tr></table></td></tr>
         <tr><td>Debt</td><td>50</td></tr></table>",
        "Cash   $1,234\nDebt       50",
    );
}
