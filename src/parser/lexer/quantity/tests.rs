//! Phrases and the quantities that are read from them; and every row of the tables by its own examples.

use std::fmt::Write;

use crate::model::{Bound, Span};
use crate::parser::lexer::quantity::{Form, QuantityMention, read};
use crate::parser::lexer::word;
use crate::parser::vocabulary::measures::Share;
use crate::parser::vocabulary::{bounds, currencies, measures, nouns, scales};

fn mentions(text: &str) -> Vec<QuantityMention> {
    let (mut words, mut found) = (Vec::new(), Vec::new());
    word::read(text, Span::new(0, text.len()), &mut words);
    read(text, &words, &mut found);
    found
}

/// Each quantity as "[quote] low..high unit bound form", what is usual left out.
fn shown(text: &str) -> String {
    let mut out = String::new();
    for mention in mentions(text) {
        let quantity = &mention.quantity;
        let _ = write!(out, "[{}] {}", mention.span.of(text), quantity.low());
        if quantity.low() != quantity.high() {
            let _ = write!(out, "..{}", quantity.high());
        }
        let _ = write!(out, " {}", quantity.unit());
        match quantity.bound() {
            Bound::Point | Bound::Range => {}
            bound @ (Bound::About | Bound::AtLeast | Bound::AtMost) => {
                let _ = write!(out, " {}", bound.name());
            }
        }
        if matches!(mention.form, Form::Points | Form::Bare | Form::Scaled | Form::MinorMoney) {
            let _ = write!(out, " {:?}", mention.form);
        }
        out.push_str(if mention.signed { " signed; " } else { "; " });
    }
    out.trim_end_matches("; ").to_owned()
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(shown(text), expected, "{text}");
}

#[test]
fn ranges_share_scale_and_currency() {
    for text in ["between $60 and $65 billion", "$60–65bn", "$60 billion-$65 billion", "from $60 to 65 billion"] {
        let found = mentions(text);
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!(found[0].quantity.low().to_string(), "60000000000", "{text}");
    }
    check("a budget of $990 to $1.05 billion", "[$990 to $1.05 billion] 990000000..1050000000 USD");
    check("costs of $5-8,000", "[$5-8,000] 5000..8000 USD");
    check("92 cents to $1.02 a share", "[92 cents to $1.02] 0.92..1.02 USD/share");
    check("in the range of $6.70 and to $7.40", "[$6.70 and to $7.40] 6.7..7.4 USD");
    check("analysts forecast $1.70 and $2.70 a share", "[$1.70 and $2.70] 1.7..2.7 USD/share");
    check("between 70 cents a share and 10 cents a share", "[70 cents a share and 10 cents] 0.1..0.7 USD/share");
    check("54 and 56%", "[56%] 56 percent");
    check("between 54 and 56%", "[54 and 56%] 54..56 percent");
    check("$5 and $6 billion", "[$5] 5 USD; [$6 billion] 6000000000 USD");
    check("between 500 and 600 million users", "[500 and 600 million] 500000000..600000000 count");
}

#[test]
fn a_conversion_may_stand_inside_a_range() {
    check(
        "between 43 billion euros ($49 billion) and 45 billion euros",
        "[43 billion euros ($49 billion) and 45 billion euros] 43000000000..45000000000 EUR; [$49 billion] 49000000000 USD",
    );
    check("A$720 million ($563 million) of sales", "[A$720 million] 720000000 AUD; [$563 million] 563000000 USD");
}

#[test]
fn a_change_and_its_level_are_two_figures() {
    check("rose from $1.94 billion to $2.1 billion", "[$1.94 billion] 1940000000 USD; [$2.1 billion] 2100000000 USD");
    check("was down from 5% to 3%", "[5%] 5 percent; [3%] 3 percent");
    check("rose 8% to $2.1 billion", "[8%] 8 percent; [$2.1 billion] 2100000000 USD");
    check("increased $5.5 million to $92.8 million", "[$5.5 million] 5500000 USD; [$92.8 million] 92800000 USD");
    check(
        "grew 27% or $10.8 million to $50.4 million",
        "[27%] 27 percent; [$10.8 million] 10800000 USD; [$50.4 million] 50400000 USD",
    );
    check("£76.0m - up from £63.5m", "[£76.0m] 76000000 GBP; [£63.5m] 63500000 GBP");
    check("will grow 8% to 10%", "[8% to 10%] 8..10 percent");
    check("down from growth of about 9% to 10%", "[9% to 10%] 9..10 percent");
}

#[test]
fn a_range_may_come_from_a_range() {
    check(
        "lowered its forecast to 75 cents to $1.25 per share from $1.50 to $2.00",
        "[75 cents to $1.25] 0.75..1.25 USD/share; [$1.50 to $2.00] 1.5..2 USD",
    );
    check(
        "raising our outlook from $2.40 to $2.60 per share to $2.55 to $2.65 per share",
        "[$2.40 to $2.60] 2.4..2.6 USD/share; [$2.55 to $2.65] 2.55..2.65 USD/share",
    );
    check("$1.00 to $1.10, down from $1.50 to $1.60", "[$1.00 to $1.10] 1..1.1 USD; [$1.50 to $1.60] 1.5..1.6 USD");
    check("raised to $5 from $3 to $4", "[$5] 5 USD; [$3 to $4] 3..4 USD");
    check("raised to $5 from $4, as costs fell from $9 to $8", "[$5] 5 USD; [$4] 4 USD; [$9] 9 USD; [$8] 8 USD");
    check("fell from $5 to $3, and sales fell from $9 to $8", "[$5] 5 USD; [$3] 3 USD; [$9] 9 USD; [$8] 8 USD");
}

#[test]
fn ranges_that_end_at_no_change() {
    check("flat to up 1%", "[flat to up 1%] 0..1 percent signed");
    check("flat to slightly down 2%", "[flat to slightly down 2%] -2..0 percent signed");
    check("flat to 2% growth", "[flat to 2%] 0..2 percent");
    check("down 1% to flat", "[1% to flat] -1..0 percent signed");
    check("margins were flat at 5%", "[5%] 5 percent");
}

#[test]
fn ranges_that_cross_zero() {
    check(
        "a loss of between 70 cents a share and 10 cents a share",
        "[70 cents a share and 10 cents] -0.7..-0.1 USD/share signed",
    );
    check("down 2% to up 1%", "[2% to up 1%] -2..1 percent signed");
    check("-$0.65 to $0.65", "[-$0.65 to $0.65] -0.65..0.65 USD signed");
    check(
        "a loss of 5 cents to a profit of 2 cents",
        "[5 cents to a profit of 2 cents] -0.05..0.02 USD MinorMoney signed",
    );
    check("negative $0.34 to $0.32", "[$0.34 to $0.32] -0.34..-0.32 USD signed");
    check("$28.0 billion, plus or minus 2%", "[$28.0 billion, plus or minus 2%] 27440000000..28560000000 USD");
    check("75.0%, +/- 50 basis points", "[75.0%, +/- 50 basis points] 74.5..75.5 percent");
}

#[test]
fn signs_are_read_where_they_are_written() {
    check("cash flow was -$23 million", "[-$23 million] -23000000 USD signed");
    check("was $(12.3) million", "[$(12.3) million] -12300000 USD signed");
    check("was ($12.3 million)", "[$12.3 million] -12300000 USD signed");
    check("yen ($12.3 million)", "[$12.3 million] 12300000 USD");
    check("negative $71.5 million", "[$71.5 million] -71500000 USD signed");
    check("growth of (5)%", "[(5)%] -5 percent signed");
    check("EPS of –Rs 77/+Rs 63", "[–Rs 77] -77 INR signed; [+Rs 63] 63 INR signed");
    check("a non-$5 item", "[$5] 5 USD");
}

#[test]
fn bounds_open_a_figure() {
    check("\"in excess of\" $3.42 billion", "[$3.42 billion] 3420000000 USD at_least");
    check("above the $4 billion expected", "[$4 billion] 4000000000 USD");
    check("up 87 per cent over Rs 1,529 crore", "[87 per cent] 87 percent; [Rs 1,529 crore] 15290000000 INR");
    check("$5 million, well below $6 million a year ago", "[$5 million] 5000000 USD; [$6 million] 6000000 USD");
    check("a sub-5% rate", "[5%] 5 percent at_most");
    check("$1 billion-plus", "[$1 billion] 1000000000 USD at_least");
    check("$5 million plus $3 million", "[$5 million] 5000000 USD; [$3 million] 3000000 USD");
    check("as high as 3,500.", "[3,500] 3500 count at_most Bare");
}

#[test]
fn numbers_in_words() {
    check("twenty-two point seven million dollars", "[twenty-two point seven million dollars] 22700000 USD");
    check("one and a half billion dollars", "[one and a half billion dollars] 1500000000 USD");
    check(
        "half a billion, two hundred and fifty million euros",
        "[half a billion] 500000000 count Scaled; [two hundred and fifty million euros] 250000000 EUR",
    );
    check("1 billion 230 million dollars", "[1 billion 230 million dollars] 1230000000 USD");
    check("$1 billion $275 million", "[$1 billion $275 million] 1275000000 USD");
    check("hundreds of billions of dollars", "[hundreds of billions of dollars] 100000000000..1000000000000 USD about");
    check("several hundred million dollars", "[several hundred million dollars] 100000000..1000000000 USD about");
    check("billions of people and millions of reasons", "");
    check("the low-to-mid 30 cents per share", "[low-to-mid 30 cents] 0.3..0.35 USD/share");
    check("one of the two firms, twenty twenty-four", "");
}

#[test]
fn how_numbers_are_printed() {
    check("rose to $17. 3 billion", "[$17. 3 billion] 17300000000 USD");
    check("EUR 12 345 million, $.27", "[EUR 12 345 million] 12345000000 EUR; [$.27] 0.27 USD");
    check("12,5 MEUR and 1.234.567 euros", "[12,5 MEUR] 12500000 EUR; [1.234.567 euros] 1234567 EUR");
    check(
        "$2.55 cents a share, $122 million dollars",
        "[$2.55 cents] 2.55 USD/share; [$122 million dollars] 122000000 USD",
    );
    check("$12.2 million euros", "[$12.2 million euros] 12200000 EUR");
    check("100% percent, 5 %-points", "[100% percent] 100 percent; [5 %-points] 5 percent Points");
    check(
        "a 1-cent loss, a 1.33-million-metric-ton plant",
        "[1-cent] 0.01 USD MinorMoney; [1.33-million] 1330000 count",
    );
    check("12.3 cps", "[12.3 cps] 0.123 USD/share");
    check("($1 = 0.7352 pounds)", "[$1] 1 USD; [0.7352 pounds] 0.7352 GBP");
    check("($1=113.94 Yen)", "[$1] 1 USD; [113.94 Yen] 113.94 JPY");
    check("(1 euro = $1.08)", "[1 euro] 1 EUR; [$1.08] 1.08 USD");
    check("71 million pounds of copper", "[71 million] 71000000 count");
}

#[test]
fn counts_and_bare_numbers() {
    check("3.35 billion daily active users", "[3.35 billion] 3350000000 count");
    let noun = mentions("495,570 new vehicles").pop().and_then(|mention| mention.noun);
    assert_eq!(noun, Some(1..3));
    check("opened 34 stores and 2 in Paris", "[34] 34 count; [2] 2 count Bare");
    check("brings the total to 773.", "[773] 773 count Bare");
    check("EPS: 8.02 vs. 6.76", "[8.02] 8.02 count Bare; [6.76] 6.76 count Bare");
    check("earned 0.45 per share", "[0.45] 0.45 USD/share");
}

#[test]
fn both_sides_of_an_exchange_rate_are_read_apart() {
    check(
        "($1 = 0.7352 pounds) (1 euro = $1.08)",
        "[$1] 1 USD; [0.7352 pounds] 0.7352 GBP; [1 euro] 1 EUR; [$1.08] 1.08 USD",
    );
}

#[test]
fn what_is_no_figure_is_left_alone() {
    for text in [
        "On March 31, 2025 and 30.09.2024 and 2024-10-30 and 9/30/2024",
        "In 2012-13 and 2024-2025, fiscal '22, FY25 and Q3 2024",
        "at 5:00 p.m. and 5 p.m., 24/7",
        "Call +1 (800) 555-0199 or 555-0199",
        "10-K, S&P 500 companies, Nasdaq 100, Section 21E, note 7, slides 4 and 5",
        "iPhone 15, 737 MAX, Model 3, COVID-19, ISO 9001, LEAP-1B",
        "the 30th hotel, 1-for-10 split, 2.5x leverage, 1.5 times, 12 to 18 months, 26 weeks",
        "In 2024 won contracts",
        "10- and 30-year debt",
    ] {
        check(text, "");
    }
}

#[test]
fn numbers_beyond_the_arithmetic_are_told_as_such() {
    let most = "79228162514264337593543950335";
    let nines = format!("${} billion", "9".repeat(400));
    check(&nines, &format!("[{nines}] {most} USD at_least"));
    check("a loss of -$1e30", "[-$1] -1 USD signed");
    check(&format!("-${most} trillion"), &format!("[-${most} trillion] -{most} USD at_most signed"));
    check(&format!("${most} to ${most}0"), &format!("[${most}] {most} USD; [${most}0] {most} USD at_least"));
}

#[test]
fn numbers_finer_than_anybody_prints_are_rounded() {
    let ones = "1".repeat(4000);
    check(&format!("$0.{ones} million"), &format!("[$0.{ones} million] 111111.111111111111 USD"));
    check(&format!("$.{ones}"), &format!("[$.{ones}] 0.111111111111111111 USD"));
}

#[test]
fn prefixes_do_not_panic_and_spans_stand_in_order() {
    let text =
        "Between €43 billion ($49 billion) and 45–46bn, ~$(12.3)m, “half a” 1-cent, Rs 5.3 lakh crore ± 2%, n’t $";
    for end in (0..=text.len()).filter(|end| text.is_char_boundary(*end)) {
        let prefix = &text[..end];
        let found = mentions(prefix);
        assert!(found.windows(2).all(|pair| pair[0].span.start <= pair[1].span.start), "{prefix}");
        assert!(found.iter().all(|mention| !mention.span.of(prefix).is_empty()), "{prefix}");
    }
}

/// The one quantity of an example.
#[track_caller]
fn only(text: &str) -> QuantityMention {
    let mut found = mentions(text);
    assert_eq!(found.len(), 1, "{text}: {found:?}");
    found.remove(0)
}

#[test]
fn no_range_goes_down_behind_a_dash() {
    check("4.8 million – 600,000 in one country", "[4.8 million] 4800000 count Scaled; [600,000] 600000 count Bare");
    check("$4.8 million – $5 million", "[$4.8 million – $5 million] 4800000..5000000 USD");
}

#[test]
fn a_range_that_another_came_down_from_is_one() {
    check(
        "capital spending of $390 million to $395 million for this year, down from $405 million to $410 million",
        "[$390 million to $395 million] 390000000..395000000 USD; [$405 million to $410 million] 405000000..410000000 USD",
    );
    check(
        "revenue of $5 billion to $6 billion, and profit fell from $4 million to $3 million",
        "[$5 billion to $6 billion] 5000000000..6000000000 USD; [$4 million] 4000000 USD; [$3 million] 3000000 USD",
    );
}

#[test]
fn every_row_proves_itself() {
    for row in currencies::ROWS {
        assert!(!row.reads.is_empty(), "{}", row.code);
        for text in row.reads {
            assert_eq!(
                only(text).quantity.unit().currency().map(|c| c.to_string()).as_deref(),
                Some(row.code),
                "{text}"
            );
        }
    }
    for row in scales::ROWS {
        for text in row.reads {
            let unscaled = only(text).quantity.low().to_string();
            assert_eq!(unscaled.len(), usize::try_from(row.exponent).unwrap() + 1, "{text}");
        }
    }
    for row in measures::ROWS {
        for text in row.reads {
            let form = match row.share {
                Share::Percent => Form::Percent,
                Share::Points => Form::Points,
                Share::BasisPoints => Form::BasisPoints,
            };
            assert_eq!(only(text).form, form, "{text}");
        }
    }
    for row in bounds::ROWS {
        for text in row.reads {
            assert_eq!(only(text).quantity.bound(), row.bound, "{text}");
        }
    }
    for text in nouns::ROWS.iter().flat_map(|row| row.reads) {
        assert_eq!(only(text).form, Form::Count, "{text}");
    }
}
