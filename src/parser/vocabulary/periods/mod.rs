//! The words that speak of time, by what they do in an expression. Which runs of words make one is the lexer's affair.

mod rows;

pub use rows::ROWS;

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

/// The words of all rows, and the codes that have no digit.
pub fn words() -> impl Iterator<Item = &'static str> {
    ROWS.iter().flat_map(|row| row.words.iter().copied()).chain(YEAR_CODES.iter().copied())
}

/// Codes of years that may stand apart from their digits: "FY 2024".
pub(crate) static YEAR_CODES: &[&str] = &["fy", "cy"];

/// No code is longer: "Q2FY2026".
const LONGEST_CODE: usize = 8;

/// Whether a word begins like a code, and is not too long for one: "Q4", "H1", "FY26", "Q2FY26".
pub(crate) fn may_be_code(word: &[u8]) -> bool {
    match word {
        [b'q' | b'Q' | b'h' | b'H', b'1'..=b'4', ..] => word.len() <= LONGEST_CODE,
        [b'f' | b'F' | b'c' | b'C', b'y' | b'Y', ..] => word.len() <= LONGEST_CODE,
        _ => false,
    }
}

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
