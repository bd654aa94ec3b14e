//! The words that speak of time, by what they do in an expression. Which runs of words make one is the lexer's affair.

/// What a word does in an expression of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term {
    /// "first" to "fourth".
    Ordinal(u8),
    /// "st", "nd", "rd" and "th" behind a digit.
    OrdinalEnding,
    /// "final" quarter.
    Final,
    /// "back" half.
    Back,
    /// "three" months, "thirteen" weeks.
    Number(u8),
    /// "few" and "several" years.
    Few,
    /// A month by its full name, 1 to 12.
    Month(u8),
    /// A month whose name is also a verb.
    MonthOrVerb(u8),
    /// A month by a short name, believed only beside a day or a year.
    MonthShort(u8),
    /// "quarter".
    Quarter,
    /// "half".
    Half,
    /// "year".
    Year,
    /// "period".
    Period,
    /// "month" and "months", as a length.
    Months,
    /// "week" and "weeks", as a length.
    Weeks,
    /// "quarters".
    Quarters,
    /// "years", "decade": a stretch without name.
    Stretch,
    /// "time", as in "the same time last year".
    Time,
    /// "fiscal", "financial".
    Fiscal,
    /// "calendar" year.
    Calendar,
    /// "full" year.
    Full,
    /// "annual".
    Annual,
    /// "quarterly".
    Quarterly,
    /// "half-yearly" in one word.
    HalfYearly,
    /// "this".
    This,
    /// "current".
    Current,
    /// "next", "coming".
    Coming,
    /// "last".
    Last,
    /// "previous", "prior".
    Prior,
    /// "past".
    Past,
    /// "same", "corresponding".
    Same,
    /// "latest", "most recent".
    Latest,
    /// "ago", "earlier".
    Ago,
    /// "before", which follows only "the year".
    Before,
    /// "year on year", "on July 3".
    On,
    /// "year over year", "over four years".
    Over,
    /// "ended", "ending".
    Ended,
    /// "end" of June.
    End,
    /// "to".
    To,
    /// "date", as in "year to date".
    Date,
    /// "through".
    Through,
    /// "and", "or".
    And,
    /// "of".
    Of,
    /// "in", "for", "during".
    In,
    /// "the".
    The,
    /// "a", "one".
    One,
    /// "between" April and June.
    Between,
    /// "from" April to June.
    From,
    /// "since".
    Since,
    /// "as" of a day.
    As,
    /// "at" a day.
    At,
    /// "beginning" of the year.
    Beginning,
    /// "yoy".
    OverYear,
    /// "sequentially", "qoq".
    OverQuarter,
    /// The "y" of "y/y" and "y-o-y".
    LetterY,
    /// The "q" of "q/q".
    LetterQ,
    /// The "o" of "y-o-y".
    LetterO,
    /// "long", "medium" before "term".
    Long,
    /// "term".
    Horizon,
    /// "longer-term" in one word, "multi-year".
    LongTerm,
    /// A word of comparison: "compared", "versus".
    Than,
    /// A word of what is to come: "expects", "outlook".
    Ahead,
    /// Behind "annual" or "quarter" it says that no figure's period is meant: "annual meeting".
    Unrelated,
}

/// Words of one meaning, with expressions that they must be read in and texts that must be left alone.
pub struct TermRow {
    /// What the words do.
    pub term: Term,
    /// The words, in lower case.
    pub words: &'static [&'static str],
    /// A text, and the expressions that are read in it, in the short notation of the lexer's tests.
    pub reads: &'static [(&'static str, &'static str)],
    /// Texts in which no period may be read.
    pub ignores: &'static [&'static str],
}

/// The words of all rows.
pub fn words() -> impl Iterator<Item = &'static str> {
    ROWS.iter().flat_map(|row| row.words.iter().copied())
}

/// A row, in one line where it fits.
const fn row(
    term: Term,
    words: &'static [&'static str],
    reads: &'static [(&'static str, &'static str)],
    ignores: &'static [&'static str],
) -> TermRow {
    TermRow { term, words, reads, ignores }
}

/// The vocabulary of time, in reading order.
pub static ROWS: &[TermRow] = &[
    row(Term::Ordinal(1), &["first"], &[("first-quarter revenue", "Q1")], &["the first store"]),
    row(Term::Ordinal(2), &["second"], &[("in the second half", "H2")], &["for a second quarter", "a second time"]),
    row(Term::Ordinal(3), &["third"], &[("fiscal third quarter", "fiscal Q3")], &["a third of sales"]),
    row(
        Term::Ordinal(4),
        &["fourth"],
        &[("the fourth fiscal quarter", "fiscal Q4")],
        &["the fourth quarter of the game"],
    ),
    row(Term::OrdinalEnding, &["st", "nd", "rd", "th"], &[("3RD QTR NET", "Q3")], &["the 2nd store"]),
    row(Term::Final, &["final", "closing"], &[("the final quarter of 2024", "2024-Q4")], &["the final figure"]),
    row(Term::Back, &["back"], &[("the back half of 2023", "2023-H2")], &["bought back shares"]),
    row(Term::Number(2), &["two"], &[("two years ago", "2 years ago")], &["two stores"]),
    row(Term::Number(3), &["three"], &[("three months ended June 30", "3 months to 06")], &["three segments"]),
    row(Term::Number(4), &["four"], &[("over four years", "long term")], &["four stores"]),
    row(Term::Number(5), &["five"], &[("the next five years", "long term")], &["five stores"]),
    row(Term::Number(6), &["six"], &[("six months to June", "6 months to 06")], &["six brands"]),
    row(Term::Number(7), &["seven"], &[("over seven years", "long term")], &["seven brands"]),
    row(Term::Number(8), &["eight"], &[("over eight years", "long term")], &["eight brands"]),
    row(Term::Number(9), &["nine"], &[("the first nine months of 2025", "2025-9M")], &["nine brands"]),
    row(Term::Number(10), &["ten"], &[("over ten years", "long term")], &["ten brands"]),
    row(
        Term::Number(12),
        &["twelve"],
        &[("twelve months ended March 31, 2024", "12 months to 2024-03")],
        &["twelve brands"],
    ),
    row(Term::Number(13), &["thirteen"], &[("thirteen weeks ended May 3", "3 months to 04")], &["thirteen brands"]),
    row(
        Term::Number(20),
        &["twenty"],
        &[("twenty-six weeks ended July 29, 2023", "6 months to 2023-07")],
        &["twenty brands"],
    ),
    row(
        Term::Number(30),
        &["thirty"],
        &[("thirty-nine weeks ended October 28, 2023", "9 months to 2023-10")],
        &["thirty brands"],
    ),
    row(
        Term::Number(50),
        &["fifty"],
        &[("fifty-two weeks ended January 28, 2023", "12 months to 2023-01")],
        &["fifty brands"],
    ),
    row(Term::Few, &["few", "several", "couple"], &[("in the next few years", "long term")], &["a few stores"]),
    row(Term::Month(1), &["january"], &[("January 2024 sales", "2024-01")], &["on January 5"]),
    row(Term::Month(2), &["february"], &[("in February", "02")], &["on February 5"]),
    row(
        Term::MonthOrVerb(3),
        &["march"],
        &[("the March quarter", "months 01-03")],
        &["to march on", "March on Washington"],
    ),
    row(Term::Month(4), &["april"], &[("April to June", "months 04-06")], &["On April 5, 2024, it sold the unit"]),
    row(
        Term::MonthOrVerb(5),
        &["may"],
        &[("in May", "05"), ("the quarter ending May 2", "3 months to 04")],
        &["it may fall", "Acme May Sell Unit"],
    ),
    row(Term::Month(6), &["june"], &[("the June quarter of 2025", "months 2025 04-06")], &["on June 5"]),
    row(Term::Month(7), &["july"], &[("between July and September", "months 07-09")], &["on 5 July"]),
    row(Term::Month(8), &["august"], &[("the quarter ended August 1", "3 months to 07")], &["on 5 August 2024"]),
    row(
        Term::Month(9),
        &["september"],
        &[("the July-through-September period of 2025", "months 2025 07-09")],
        &["on September 11"],
    ),
    row(
        Term::Month(10),
        &["october"],
        &[("the current quarter ending in October", "current quarter to 10")],
        &["on October 5"],
    ),
    row(Term::Month(11), &["november"], &[("three months to November", "3 months to 11")], &["on November 5"]),
    row(Term::Month(12), &["december"], &[("as of December 31, 2023", "as of 2023-12")], &["on December 5"]),
    row(Term::MonthShort(1), &["jan"], &[("quarter ended Jan. 28", "3 months to 01")], &["Jan said so"]),
    row(Term::MonthShort(2), &["feb"], &[("quarter ended Feb. 1", "3 months to 01")], &["Feb"]),
    row(Term::MonthShort(3), &["mar"], &[("year ended Mar 31, 2024", "12 months to 2024-03")], &["to mar it"]),
    row(Term::MonthShort(4), &["apr"], &[("Apr-Jun quarter", "months 04-06")], &["an APR of 20%"]),
    row(Term::MonthShort(6), &["jun"], &[("quarter ended Jun 30", "3 months to 06")], &["Jun Li"]),
    row(Term::MonthShort(7), &["jul"], &[("quarter ended Jul 31", "3 months to 07")], &["Jul"]),
    row(Term::MonthShort(8), &["aug"], &[("quarter ended Aug. 31", "3 months to 08")], &["on Aug. 1"]),
    row(
        Term::MonthShort(9),
        &["sep", "sept"],
        &[("quarter ended Sept 30", "3 months to 09")],
        &["the Sept. 11 attacks"],
    ),
    row(Term::MonthShort(10), &["oct"], &[("Mon Oct 22, 2007 5:49am EDT", "dateline 2007-10-22")], &["Oct"]),
    row(Term::MonthShort(11), &["nov"], &[("quarter ended Nov 30", "3 months to 11")], &["Nov"]),
    row(Term::MonthShort(12), &["dec"], &[("Qtr ends Dec 31", "3 months to 12")], &["on Dec. 31"]),
    row(
        Term::Quarter,
        &["quarter", "qtr"],
        &[("in the quarter", "the quarter")],
        &["a quarter of sales", "a quarter century"],
    ),
    row(
        Term::Half,
        &["half"],
        &[("half-year results", "the half"), ("during the half", "the half")],
        &["half of sales"],
    ),
    row(
        Term::Year,
        &["year", "yr"],
        &[("for the year", "the year"), ("2027 fiscal year", "2027-FY")],
        &["a 15-year plan", "its best year"],
    ),
    row(
        Term::Period,
        &["period"],
        &[("for the period", "the period"), ("the 2025 period", "same of 2025")],
        &["a period of growth"],
    ),
    row(Term::Months, &["month", "months", "mths", "mth"], &[("Nine mths", "9M")], &["last month", "for months"]),
    row(
        Term::Weeks,
        &["week", "weeks"],
        &[("the 26 weeks to the end of June", "6 months to 06")],
        &["for weeks", "last week"],
    ),
    row(Term::Quarters, &["quarters", "qtrs"], &[("in coming quarters", "long term")], &["quarters of growth"]),
    row(
        Term::Stretch,
        &["years", "decade", "decades", "yrs"],
        &[("in coming years", "long term")],
        &["years of growth"],
    ),
    row(Term::Time, &["time"], &[("the same time last year", "year ago")], &["at the same time"]),
    row(
        Term::Fiscal,
        &["fiscal", "financial", "fisc"],
        &[("fiscal 2027", "2027-FY"), ("of the current fiscal", "current year")],
        &["fiscal policy", "financial results"],
    ),
    row(Term::Calendar, &["calendar"], &[("calendar 2025", "2025-FY")], &["a busy calendar"]),
    row(
        Term::Full,
        &["full", "whole", "entire"],
        &[("full-year revenue", "the year"), ("full year 2026", "2026-FY")],
        &["the full amount"],
    ),
    row(
        Term::Annual,
        &["annual", "yearly"],
        &[("annual sales", "the year")],
        &["the annual report", "its annual meeting"],
    ),
    row(
        Term::Quarterly,
        &["quarterly"],
        &[("quarterly profit", "the quarter")],
        &["the quarterly report on Form 10-Q"],
    ),
    row(Term::HalfYearly, &["halfyear"], &[("halfyear profit", "the half")], &[]),
    row(
        Term::This,
        &["this"],
        &[("this year", "this year"), ("second quarter of this year", "Q2 of this year")],
        &["this plan"],
    ),
    row(
        Term::Current,
        &["current"],
        &[("the current quarter", "current quarter"), ("the current first quarter", "current quarter")],
        &["current assets"],
    ),
    row(Term::Coming, &["next", "coming", "upcoming", "following"], &[("next year", "next year")], &["the next store"]),
    row(
        Term::Last,
        &["last"],
        &[("last year's second quarter", "Q2 of last year"), ("the last quarter of 2024", "2024-Q4")],
        &["at last", "last week"],
    ),
    row(
        Term::Prior,
        &["previous", "prior", "preceding"],
        &[("the prior-year quarter", "year ago"), ("the previous quarter", "quarter ago")],
        &["prior guidance"],
    ),
    row(
        Term::Past,
        &["past"],
        &[("in the past fiscal year", "the year"), ("over the past year", "since")],
        &["past due loans"],
    ),
    row(
        Term::Same,
        &["same", "corresponding", "comparable", "equivalent", "comparative"],
        &[("the same period last year", "year ago"), ("the same quarter of 2024", "same of 2024")],
        &["same-store sales"],
    ),
    row(Term::Latest, &["latest", "recent"], &[("in the latest quarter", "the quarter")], &["the latest figures"]),
    row(
        Term::Ago,
        &["ago", "earlier"],
        &[("a year ago", "year ago"), ("three months earlier", "quarter ago")],
        &["earlier forecasts", "months ago"],
    ),
    row(Term::Before, &["before"], &[("it fell the year before", "year ago")], &["before tax"]),
    row(Term::On, &["on"], &[("year-on-year", "over year")], &["on track"]),
    row(Term::Over, &["over", "within"], &[("quarter over quarter", "over quarter")], &["over 5 stores"]),
    row(
        Term::Ended,
        &["ended", "ending", "ends"],
        &[("second quarter ended July 29, 2023", "Q2 to 2023-07")],
        &["ended the talks"],
    ),
    row(Term::End, &["end"], &[("at the end of 2024", "2024-FY"), ("at year-end", "the year")], &["at the end"]),
    row(Term::To, &["to"], &[("year to March 31", "12 months to 03")], &["to 5 stores"]),
    row(Term::Date, &["date"], &[("year-to-date", "year to date")], &["to date"]),
    row(
        Term::Through,
        &["through", "thru", "until", "till"],
        &[("2022 through 2024", "long term")],
        &["through stores"],
    ),
    row(Term::And, &["and", "or"], &[("the first and second quarters", "Q1, Q2")], &["and so"]),
    row(Term::Of, &["of"], &[("Q2 of 2024", "2024-Q2")], &["of late"]),
    row(Term::In, &["in", "for", "during"], &[("the same period in 2025", "same of 2025")], &["in stores"]),
    row(Term::The, &["the", "its"], &[("in its quarter", "the quarter")], &["the store"]),
    row(Term::One, &["a", "one"], &[("one year ago", "year ago")], &["a store"]),
    row(Term::Between, &["between"], &[("between April and June", "months 04-06")], &["between 5 and 6"]),
    row(Term::From, &["from"], &[("from April to June 2025", "months 2025 04-06")], &["from stores"]),
    row(
        Term::Since,
        &["since"],
        &[("since 2019", "since"), ("since the beginning of the year", "since")],
        &["since then"],
    ),
    row(Term::As, &["as"], &[("as of June 30", "as of 06")], &["as well"]),
    row(Term::At, &["at"], &[("at June 30, 2024", "as of 2024-06")], &["at stores"]),
    row(Term::Beginning, &["beginning", "start"], &[("since the start of 2024", "since")], &["from the start"]),
    row(Term::OverYear, &["yoy", "annually"], &[("up 5% YoY", "over year")], &[]),
    row(Term::OverQuarter, &["sequentially", "sequential", "qoq"], &[("fell 3% sequentially", "over quarter")], &[]),
    row(Term::LetterY, &["y"], &[("up 5% y/y", "over year"), ("y-o-y", "over year")], &["Guzman y Gomez"]),
    row(Term::LetterQ, &["q"], &[("down 2% q/q", "over quarter")], &["the Q&A"]),
    row(Term::LetterO, &["o"], &[("q-o-q", "over quarter")], &["o"]),
    row(Term::Long, &["long", "longer", "medium", "mid"], &[("in the long term", "long term")], &["a long list"]),
    row(Term::Horizon, &["term"], &[("its medium-term plan", "long term")], &["the term"]),
    row(Term::LongTerm, &["multiyear"], &[("a multiyear plan", "long term")], &[]),
    row(
        Term::Than,
        &["than", "versus", "vs", "compared", "against", "relative"],
        &[("compared with the third quarter of 2020", "compared 2020-Q3")],
        &["more than"],
    ),
    row(
        Term::Ahead,
        &[
            "expects", "expect", "expecting", "forecast", "forecasts", "forecasting", "sees", "outlook", "guidance",
            "guided", "guides", "projects", "projected", "projecting", "anticipates", "anticipate", "anticipated",
            "predicts", "predicted", "target", "targets", "targeting", "will", "should", "would", "into", "entering",
            "enter",
        ],
        &[("it expects third-quarter revenue", "ahead Q3")],
        &["it expects growth"],
    ),
    row(
        Term::Unrelated,
        &["report", "meeting", "game", "match", "row", "century", "filing"],
        &[("the quarter's report", "the quarter")],
        &["the third quarter of the match"],
    ),
];

#[cfg(test)]
mod tests {
    use super::ROWS;
    use std::collections::HashSet;

    #[test]
    fn words_are_lower_case_and_in_one_row() {
        let mut seen = HashSet::new();
        for row in ROWS {
            assert!(!row.reads.is_empty(), "{:?}: no example", row.term);
            for word in row.words {
                assert_eq!(*word, word.to_lowercase());
                assert!(seen.insert(*word), "'{word}' is in two rows");
            }
        }
    }
}
