//! A cursor over one sentence's words: where an expression of time begins and ends, and what the words around say of
//! it. Its pieces, and how they join, are left to the neighbouring files.

use crate::model::{Date, Period, PeriodSpan, Span};
use crate::parser::lexer::period::{Context, Ending, PeriodExpr, PeriodMention, TimeUnit};
use crate::parser::lexer::word::{Word, WordKind};
use crate::parser::vocabulary::lexicon::WordTable;
use crate::parser::vocabulary::periods::Term;

/// How many words before an expression may tell that it is still to come.
const CONTEXT_BEFORE: usize = 4;
/// How many words after it may.
const CONTEXT_AFTER: usize = 3;
/// How many words after one at the head of a sentence may: "For the third quarter, Acme said it expects".
const CONTEXT_AFTER_HEAD: usize = 8;
/// How many words before an expression may tell that it is compared with.
const COMPARED_BEFORE: usize = 4;
/// And so far before a quarter with its year.
const NAMED_COMPARED_BEFORE: usize = 6;
/// How many words before "last year" may, with a figure between: "compared with $31.2 billion last year".
const COMPARED_FIGURE_BEFORE: usize = 7;
/// More pieces than any expression has: "the second quarter" + "of fiscal 2026" + "ended July 31".
const MOST_PIECES: usize = 4;

/// A piece of an expression and the index just past it.
pub(super) type Atom = Option<(PeriodExpr, usize)>;

/// The words of one sentence.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) words: &'a [Word],
    pub(super) terms: &'a WordTable<Term>,
}

/// An expression by word indices; without `expr` it is time, but no period: "on July 10".
pub(super) struct Found {
    pub(super) start: usize,
    pub(super) end: usize,
    expr: Option<PeriodExpr>,
    ended: Option<Ending>,
}

impl Reader<'_> {
    pub(super) fn term(&self, at: usize) -> Option<Term> {
        self.words.get(at).and_then(|word| self.terms.get(word.id))
    }

    pub(super) fn has(&self, at: usize, term: Term) -> bool {
        self.term(at) == Some(term)
    }

    /// The term of the word before, if there is one.
    pub(super) fn term_before(&self, at: usize) -> Option<Term> {
        at.checked_sub(1).and_then(|before| self.term(before))
    }

    /// Past a hyphen that joins two words.
    pub(super) fn past_hyphen(&self, at: usize) -> usize {
        let joins = self.words.get(at).is_some_and(|dash| dash.is_dash() && dash.glued)
            && self.words.get(at + 1).is_some_and(|next| next.glued);
        at + usize::from(joins)
    }

    pub(super) fn past(&self, at: usize, term: Term) -> usize {
        at + usize::from(self.has(at, term))
    }

    pub(super) fn is_symbol(&self, at: usize, symbol: char) -> bool {
        self.words.get(at).is_some_and(|word| word.is(symbol))
    }

    pub(super) fn text_of(&self, at: usize) -> &str {
        self.words.get(at).map(|word| word.span.of(self.text)).unwrap_or_default()
    }

    pub(super) fn is_glued(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| word.glued)
    }

    /// A whole number of at most four digits, and how many digits it has.
    pub(super) fn digits(&self, at: usize) -> Option<(u16, usize)> {
        let word = self.words.get(at).filter(|word| word.kind == WordKind::Number)?;
        let length = word.span.end.saturating_sub(word.span.start);
        if !(1..=4).contains(&length) {
            return None;
        }
        let mut digits = self.text_of(at).bytes().map(|byte| byte.is_ascii_digit().then(|| u16::from(byte - b'0')));
        digits.try_fold(0, |number, digit| Some(number * 10 + digit?)).map(|number| (number, length))
    }

    /// A number in digits or in a word, such as counts of months and weeks; "twenty-six" too.
    pub(super) fn count(&self, at: usize) -> Option<(u8, usize)> {
        let Some(Term::Number(number)) = self.term(at) else {
            let (number, _) = self.digits(at)?;
            return u8::try_from(number).ok().map(|number| (number, at + 1));
        };
        match self.term(self.past_hyphen(at + 1)) {
            Some(Term::Number(ones)) if number >= 20 && ones < 10 => {
                Some((number + ones, self.past_hyphen(at + 1) + 1))
            }
            _ => Some((number, at + 1)),
        }
    }

    /// The longest expression that begins with the word at `at`.
    pub(super) fn expression(&self, at: usize) -> Option<Found> {
        if let Some(found) = self.silent_date(at) {
            return Some(found);
        }
        let (mut expr, mut end) = self.atom(at)?;
        let mut ended = None;
        for _ in 0..MOST_PIECES {
            if let Some((ending, next)) = self.ended(end, expr) {
                (ended, end) = (Some(ending), next);
            } else if let Some((joined, next)) = self.join(expr, end) {
                (expr, end) = (joined, next);
            } else {
                break;
            }
        }
        if let (PeriodExpr::The(unit), Some(ending)) = (expr, ended) {
            let months = match unit {
                TimeUnit::Quarter => Some(3),
                TimeUnit::Half => Some(6),
                TimeUnit::Year => Some(12),
                TimeUnit::Period => None,
            };
            expr = months.map_or(expr, |months| PeriodExpr::Ended { months, ending });
        }
        let based = expr == PeriodExpr::Last(TimeUnit::Year) && self.is_compared(at, COMPARED_FIGURE_BEFORE, expr);
        let expr = if based { PeriodExpr::YearAgo } else { expr };
        Some(Found { start: at, end, expr: Some(expr), ended })
    }

    /// What is handed on of an expression.
    pub(super) fn mention(&self, found: Found) -> Option<PeriodMention> {
        let first = self.words.get(found.start)?;
        let last = self.words.get(found.end.checked_sub(1)?)?;
        let expr = found.expr?;
        Some(PeriodMention {
            words: found.start..found.end,
            span: Span::new(first.span.start, last.span.end),
            expr,
            ended: found.ended,
            context: self.context(found.start, found.end, expr),
        })
    }

    pub(super) fn told(start: usize, end: usize, expr: PeriodExpr) -> Found {
        Found { start, end, expr: Some(expr), ended: None }
    }

    pub(super) fn dateline(start: usize, end: usize, date: Date) -> Found {
        Self::told(start, end, PeriodExpr::Dateline(date))
    }

    pub(super) fn silent(start: usize, end: usize) -> Found {
        Found { start, end, expr: None, ended: None }
    }

    pub(super) fn atom(&self, at: usize) -> Atom {
        let word = self.words.get(at)?;
        match word.kind {
            WordKind::Symbol('\'' | '’' | '‘') => self.short_year(at),
            WordKind::Symbol(_) => None,
            WordKind::Number => self.numeric(at),
            WordKind::Letters => match self.terms.get(word.id) {
                Some(term) => self.worded(term, at),
                None => self.code(at),
            },
        }
    }

    fn worded(&self, term: Term, at: usize) -> Atom {
        match term {
            Term::Ordinal(number) => self.ordinal(number, at, false),
            Term::Final => self.final_part(at),
            Term::Back => (self.has(self.past_hyphen(at + 1), Term::Half))
                .then(|| (part(PeriodSpan::Half(2), false), self.past_hyphen(at + 1) + 1)),
            Term::Number(_) => self.length(at),
            Term::Month(_) | Term::MonthOrVerb(_) | Term::MonthShort(_) => self.months(at),
            Term::Between | Term::From => self.months_between(at),
            Term::Quarter | Term::Half | Term::Year | Term::Period => self.unit(term, at),
            Term::Fiscal | Term::Calendar | Term::Full | Term::Annual | Term::Quarterly | Term::HalfYearly => {
                self.adjective(term, at)
            }
            Term::This
            | Term::Current
            | Term::Coming
            | Term::Last
            | Term::Prior
            | Term::Past
            | Term::Same
            | Term::Latest => self.relative(term, at),
            Term::One => self.has(at + 1, Term::Year).then(|| self.year_ago(at + 1)).flatten(),
            Term::Since => self.since(at),
            Term::Over | Term::In => self.over_years(at),
            Term::As | Term::At => self.as_of(at),
            Term::OverYear | Term::OverQuarter | Term::LetterY | Term::LetterQ => self.comparison(term, at),
            Term::Long => (self.has(self.past_hyphen(at + 1), Term::Horizon))
                .then(|| (PeriodExpr::LongTerm, self.past_hyphen(at + 1) + 1)),
            Term::LongTerm => Some((PeriodExpr::LongTerm, at + 1)),
            Term::OrdinalEnding
            | Term::Few
            | Term::Months
            | Term::Weeks
            | Term::Quarters
            | Term::Stretch
            | Term::Time
            | Term::Ago
            | Term::Before
            | Term::On
            | Term::Ended
            | Term::End
            | Term::To
            | Term::Date
            | Term::Through
            | Term::And
            | Term::Of
            | Term::The
            | Term::Beginning
            | Term::LetterO
            | Term::Horizon
            | Term::Than
            | Term::Ahead
            | Term::Unrelated => None,
        }
    }

    /// Whether a word of comparison stands shortly before.
    fn is_compared(&self, start: usize, reach: usize, expr: PeriodExpr) -> bool {
        let mut before = start.saturating_sub(reach)..start;
        // "stronger-than-expected" compares with no period.
        let compares = |at| match self.term(at) {
            Some(Term::Than) => self.past_hyphen(at + 1) == at + 1,
            term => term == Some(Term::From),
        };
        let article = usize::from(self.term_before(start) == Some(Term::The));
        let leading = match self.term_before(start - article.min(start)) {
            Some(Term::Over) => true,
            Some(Term::On) => matches!(expr, PeriodExpr::Absolute(_) | PeriodExpr::Last(TimeUnit::Year)),
            _ => false,
        };
        leading || before.any(compares)
    }

    fn context(&self, start: usize, end: usize, expr: PeriodExpr) -> Context {
        let before = |reach: usize| (start.saturating_sub(reach)..start).rev();
        // "From Rs 303 crore in Q2 FY24".
        let named = |period: Period| period.year.is_some() && matches!(period.span, PeriodSpan::Quarter(_));
        let far = matches!(expr, PeriodExpr::Absolute(period) if named(period));
        let reach = if far { NAMED_COMPARED_BEFORE } else { COMPARED_BEFORE };
        if self.is_compared(start, reach, expr) {
            return Context::Compared;
        }
        let head = start <= 2 && matches!(self.term(0), Some(Term::In));
        let after = if head { CONTEXT_AFTER_HEAD } else { CONTEXT_AFTER };
        let ahead = before(CONTEXT_BEFORE).chain(end..end + after).any(|at| self.has(at, Term::Ahead));
        if ahead { Context::Ahead } else { Context::Plain }
    }
}

/// Whether an expression may begin with a word of this sort; the others only carry one on.
pub(super) fn may_begin(term: Term) -> bool {
    !matches!(
        term,
        Term::OrdinalEnding
            | Term::Few
            | Term::Months
            | Term::Weeks
            | Term::Quarters
            | Term::Stretch
            | Term::Time
            | Term::Ago
            | Term::Before
            | Term::On
            | Term::Ended
            | Term::End
            | Term::To
            | Term::Date
            | Term::Through
            | Term::And
            | Term::Of
            | Term::The
            | Term::Beginning
            | Term::LetterO
            | Term::Horizon
            | Term::Than
            | Term::Ahead
            | Term::Unrelated
    )
}

/// Whether an expression that begins with such a word has a word of time, a number or a hyphen right behind it.
pub(super) fn leans(term: Term) -> bool {
    matches!(
        term,
        Term::In
            | Term::Over
            | Term::As
            | Term::At
            | Term::From
            | Term::Between
            | Term::One
            | Term::Ordinal(_)
            | Term::Final
            | Term::Full
            | Term::This
            | Term::Current
            | Term::Coming
            | Term::Last
            | Term::Prior
            | Term::Past
            | Term::Same
            | Term::Latest
    )
}

pub(super) fn part(span: PeriodSpan, fiscal: bool) -> PeriodExpr {
    PeriodExpr::Part { span, fiscal }
}
