//! Words to mentions of time, as they are said: "the second quarter", "a year ago", "fiscal 2027". Which year and
//! quarter that is in one document is settled later, by its calendar.

mod join;
mod length;
mod month;
mod part;
mod reader;
mod relative;

use std::ops::Range;
use std::sync::LazyLock;

use crate::model::{Date, Period, PeriodSpan, Span};
use crate::parser::lexer::begins::Begins;
use crate::parser::lexer::period::reader::Reader;
use crate::parser::lexer::word::{Word, WordKind};
use crate::parser::vocabulary::lexicon::{Lexicon, WordId, WordSet, WordTable};
use crate::parser::vocabulary::periods::{ROWS, Term, may_be_code};

/// An expression of time, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeriodMention {
    /// Indices into the sentence's words. "In", "for" and "from" before the expression are left out.
    pub words: Range<usize>,
    /// Its place in the article.
    pub span: Span,
    /// What it says.
    pub expr: PeriodExpr,
    /// The end that is stated beside a label: "second quarter ended July 29, 2023".
    pub ended: Option<Ending>,
    /// What the words around say of it.
    pub context: Context,
}

/// A unit of time that "this", "next" and "last" are said of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimeUnit {
    /// A year.
    Year,
    /// A half.
    Half,
    /// A quarter.
    Quarter,
    /// "the period": as long as what is being reported.
    Period,
}

/// Which year a part is of: "the second quarter of last year".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum YearShift {
    /// "of last year".
    Last,
    /// "of this year".
    This,
    /// "of next year".
    Next,
}

/// The month in which a stretch ends; a day in its first week counts for the month before, as retailers' calendars do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ending {
    /// The year, where it is said.
    pub year: Option<u16>,
    /// The month, 1 to 12.
    pub month: u8,
}

/// What a text says of a time, before the document's dates settle it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PeriodExpr {
    /// "Q4 2024", "fiscal 2027", "the 2025 fourth quarter", "June 2026".
    Absolute(Period),
    /// "the second quarter", "first half", "in July": a part of a year that is not said.
    Part {
        /// The part.
        span: PeriodSpan,
        /// Whether the text calls it fiscal.
        fiscal: bool,
    },
    /// "last year's second quarter".
    PartOf {
        /// The part.
        span: PeriodSpan,
        /// Of which year.
        year: YearShift,
    },
    /// "three months ended September 30, 2024", "year to March", "quarter ended August 1": no label, only an end.
    Ended {
        /// How long it is, in months: 3, 6, 9 or 12.
        months: u8,
        /// When it ends.
        ending: Ending,
    },
    /// "April to June", "the June quarter".
    Months {
        /// The first month, 1 to 12.
        first: u8,
        /// The last month, 1 to 12.
        last: u8,
        /// The year, where it is said.
        year: Option<u16>,
    },
    /// "the quarter", "quarterly", "annual", "full-year": weak, any other expression of a sentence goes first.
    The(TimeUnit),
    /// "this quarter": in a quote the reported one, in guidance the running one.
    This(TimeUnit),
    /// "the current quarter": the running one.
    Current(TimeUnit),
    /// "next quarter", "the coming year".
    Next(TimeUnit),
    /// "last year", "last quarter".
    Last(TimeUnit),
    /// "a year ago", "the same period last year", "the prior-year quarter": a point to compare with, which shifts the
    /// figure's own period one year back.
    YearAgo,
    /// "two years ago".
    YearsAgo(u8),
    /// "the same period of 2025", "the 2025 period": the figure's own part of that year.
    SameOf(u16),
    /// "the previous quarter", "three months earlier": shifts the figure's own period one quarter back.
    QuarterAgo,
    /// "year to date": from the year's beginning to the end of the reported period.
    YearToDate,
    /// "as of June 30, 2024": a point in time.
    AsOf(Ending),
    /// "MINNEAPOLIS, August 29, 2023 --": when the text was published. No figure's period.
    Dateline(Date),
    /// "year over year": a comparison, not a period.
    OverYear,
    /// "sequentially", "quarter on quarter": a comparison, not a period.
    OverQuarter,
    /// "over four years", "over the long term": no single period.
    LongTerm,
    /// "since 2019", "over the past decade": another comparison.
    Since,
}

impl PeriodExpr {
    /// Whether it says how a change is measured, and not when: "year over year", "sequentially", "since 2019".
    pub fn is_comparison(self) -> bool {
        matches!(self, Self::OverYear | Self::OverQuarter | Self::Since)
    }

    /// Whether it is a point to compare with, which shifts a figure's own period: "a year ago", "the previous quarter".
    pub fn is_base(self) -> bool {
        matches!(self, Self::YearAgo | Self::YearsAgo(_) | Self::SameOf(_) | Self::QuarterAgo)
    }

    /// Whether it may be the period of a figure.
    pub fn is_period(self) -> bool {
        !self.is_comparison() && !self.is_base() && !matches!(self, Self::Dateline(_))
    }

    /// Whether it names no part of the calendar by itself, and yields to an expression that does: "quarterly".
    pub fn is_weak(self) -> bool {
        matches!(self, Self::The(_))
    }
}

/// What the words around an expression say of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Context {
    /// Nothing.
    #[default]
    Plain,
    /// It is the base of a comparison: "compared with the third quarter of 2020".
    Compared,
    /// It is still to come: "expects third-quarter revenue".
    Ahead,
}

static TERMS: LazyLock<WordTable<Term>> =
    LazyLock::new(|| WordTable::new(ROWS.iter().flat_map(|row| row.words.iter().map(|word| (*word, row.term)))));

/// What is known of single words, by which most are passed over at a glance.
struct Marks {
    /// Of the words that speak of time, whether an expression may begin with them.
    timely: WordTable<Opening>,
    the: WordId,
}

/// How an expression begins with a word of time.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opening {
    /// Not at all: "ended".
    Never,
    /// With another such word right behind, or a number: "in", "first".
    Leaning,
    /// As it stands.
    Free,
}

static MARKS: LazyLock<Marks> = LazyLock::new(|| Marks {
    timely: TERMS.map(|term| match (reader::may_begin(term), reader::leans(term)) {
        (false, _) => Opening::Never,
        (true, true) => Opening::Leaning,
        (true, false) => Opening::Free,
    }),
    the: Lexicon::get().id(b"the"),
});

/// All words with which an expression may begin.
pub(super) fn openers() -> WordSet {
    let lexicon = Lexicon::get();
    let terms = ROWS.iter().filter(|row| reader::may_begin(row.term)).flat_map(|row| row.words);
    let codes = lexicon.short_words(may_be_code).chain([WordId::CODE]);
    WordSet::new(terms.map(|word| lexicon.id(word.as_bytes())).chain(codes))
}

impl Marks {
    /// The next place from `at` on where an expression may begin, as far as that is soon told.
    fn next(&self, words: &[Word], at: usize) -> Option<usize> {
        let mut at = at;
        loop {
            at += words.get(at..)?.iter().position(|word| word.begins.any(Begins::PERIOD))?;
            let (word, next) = (words.get(at)?, at + 1);
            let opens = match (word.kind, self.timely.get(word.id)) {
                (WordKind::Number, _) => self.may_count(word, words.get(next)),
                (_, Some(Opening::Leaning)) => !self.leads_nowhere(words, next),
                (_, Some(Opening::Free | Opening::Never) | None) => true,
            };
            if opens {
                return Some(at);
            }
            at = next;
        }
    }

    /// "In revenue", "in the business": no word of time, number or hyphen comes behind.
    fn leads_nowhere(&self, words: &[Word], next: usize) -> bool {
        let is_plain = |word: &Word| word.kind == WordKind::Letters && self.timely.get(word.id).is_none();
        let the = words.get(next).is_some_and(|word| word.id == self.the);
        words.get(next + usize::from(the)).is_none_or(is_plain)
    }

    /// A year has four digits; a shorter number is of a date, a code or a stretch with what comes right behind, and a
    /// longer one of none.
    fn may_count(&self, number: &Word, next: Option<&Word>) -> bool {
        match number.span.end.saturating_sub(number.span.start) {
            4 => true,
            0..4 => next.is_some_and(|next| match next.kind {
                WordKind::Letters => next.glued || self.timely.get(next.id).is_some(),
                WordKind::Symbol(symbol) => symbol == '/' || next.is_dash(),
                WordKind::Number => false,
            }),
            _ => false,
        }
    }
}

/// Appends the expressions of time in one sentence's words to `out`, in order and apart.
pub fn read(text: &str, words: &[Word], out: &mut Vec<PeriodMention>) {
    let (terms, marks) = (&*TERMS, &*MARKS);
    let reader = Reader { text, words, terms };
    let mut at = 0;
    while let Some(begun) = marks.next(words, at) {
        at = begun + 1;
        if let Some(found) = reader.expression(begun) {
            at = found.end.max(at);
            out.extend(reader.mention(found));
        }
    }
}

#[cfg(test)]
mod tests;
