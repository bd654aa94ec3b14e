//! Months and days: "April to June", "the June quarter", "as of June 30, 2024", and datelines.

use crate::model::{Date, Period, PeriodSpan};
use crate::parser::lexer::period::reader::{Atom, Found, Reader, part};
use crate::parser::lexer::period::{Ending, PeriodExpr};
use crate::parser::lexer::word::WordKind;
use crate::parser::vocabulary::periods::Term;

/// Days up to this one count for the month before, where a stretch ends on them.
const FIRST_WEEK: u8 = 7;
/// A dateline stands among the first words of its line.
const DATELINE_REACH: usize = 12;

/// A date as written; a month with what else is said.
#[derive(Clone, Copy)]
struct Written {
    year: Option<u16>,
    month: u8,
    day: Option<u8>,
    end: usize,
}

impl Reader<'_> {
    /// "[the end of] [next] June [30] [2024]".
    pub(super) fn ending(&self, at: usize) -> Option<(Ending, usize)> {
        let at = self.past(self.past(at, Term::The), Term::Coming);
        let at = if self.has(at, Term::End) { self.past_hyphen(self.past(at + 1, Term::Of)) } else { at };
        let written = self.written(at)?;
        Some((month_of_ending(written), written.end))
    }

    /// "as of June 30, 2024", "at December 31".
    pub(super) fn as_of(&self, at: usize) -> Atom {
        let next = match self.term(at)? {
            Term::As if self.has(at + 1, Term::Of) => at + 2,
            Term::At => at + 1,
            _ => return None,
        };
        let (ending, end) = self.ending(next)?;
        let closes =
            self.has(self.past(next, Term::The), Term::End) || self.written(next).is_some_and(|at| at.day.is_some());
        closes.then_some((PeriodExpr::AsOf(ending), end))
    }

    /// A date that is no figure's period, to be passed over as a whole: "on July 10".
    pub(super) fn silent_date(&self, at: usize) -> Option<Found> {
        let worded = matches!(self.term(at), Some(Term::Month(_) | Term::MonthOrVerb(_) | Term::MonthShort(_)));
        if !worded && self.words.get(at)?.kind != WordKind::Number {
            return None;
        }
        let (written, date) = match self.numeric_date(at) {
            Some((date, end)) => {
                let written = Written { year: Some(date.year()), month: date.month(), day: Some(date.day()), end };
                (written, Some(date))
            }
            None => {
                let written = self.written(at)?;
                (written, written.year.and_then(|year| Date::new(year, written.month, written.day?)))
            }
        };
        written.day?;
        // "Net debt of £31m (30 June 2023: £25m)": when the figure in the bracket was.
        if at.checked_sub(1).is_some_and(|open| self.is_symbol(open, '(')) && self.is_symbol(written.end, ':') {
            return Some(Self::told(at, written.end, PeriodExpr::AsOf(month_of_ending(written))));
        }
        match date.filter(|_| self.opens_line(at)) {
            Some(date) => Some(Self::dateline(at, written.end, date)),
            None => Some(Self::silent(at, written.end)),
        }
    }

    /// Whether only names and symbols stand before: "MINNEAPOLIS, August 29, 2023 --".
    fn opens_line(&self, at: usize) -> bool {
        let head = self.words.get(..at).unwrap_or_default();
        at <= DATELINE_REACH
            && head.iter().all(|word| word.kind != WordKind::Letters || word.capital)
            && !matches!(
                self.term_before(at),
                Some(Term::On | Term::In | Term::As | Term::At | Term::Ended | Term::Since)
            )
    }

    /// "7/27/2023", "2023-07-27", "2007/10/22".
    fn numeric_date(&self, at: usize) -> Option<(Date, usize)> {
        let joint = self.words.get(at + 1)?.kind;
        if !matches!(joint, WordKind::Symbol('/' | '-')) {
            return None;
        }
        let parts = [self.digits(at)?, self.digits(at + 2)?, self.digits(at + 4)?];
        let glued = (at + 1..at + 5).all(|at| self.is_glued(at)) && self.words.get(at + 3)?.kind == joint;
        if !glued {
            return None;
        }
        let small = |(number, _): (u16, usize)| u8::try_from(number).ok();
        let date = match parts {
            [(year, 4), month, day] => Date::new(year, small(month)?, small(day)?),
            [month, day, (year, 4)] => Date::new(year, small(month)?, small(day)?),
            _ => None,
        };
        date.map(|date| (date, at + 5))
    }

    /// "June", "June 30", "June 30, 2024", "30 June 2024", "June 2024".
    fn written(&self, at: usize) -> Option<Written> {
        if let Some(day) = self.day(at) {
            let month_at = self.past(at + 1, Term::OrdinalEnding);
            let month = self.month_name(month_at)?;
            let after = self.past_dot(month_at + 1, month_at);
            let (year, end) = self.year_behind(after);
            return Some(Written { year, month, day: Some(day), end });
        }
        let month = self.month_name(at)?;
        let after = self.past_dot(at + 1, at);
        match self.day(after) {
            Some(day) => {
                let (year, end) = self.year_behind(self.past(after + 1, Term::OrdinalEnding));
                Some(Written { year, month, day: Some(day), end })
            }
            None => {
                let (year, end) = self.year_behind(after);
                let sure = year.is_some() || !matches!(self.term(at), Some(Term::MonthShort(_)));
                sure.then_some(Written { year, month, day: None, end })
            }
        }
    }

    fn day(&self, at: usize) -> Option<u8> {
        let (day, _) = self.digits(at).filter(|(day, length)| *length <= 2 && (1..=31).contains(day))?;
        let after = self.words.get(at + 1);
        let counted = after.is_some_and(|word| word.is('%') || (word.glued && word.is_dash()));
        u8::try_from(day).ok().filter(|_| !counted)
    }

    fn past_dot(&self, at: usize, month: usize) -> usize {
        at + usize::from(matches!(self.term(month), Some(Term::MonthShort(_))) && self.is_symbol(at, '.'))
    }

    /// The year behind a month or day, with or without a comma, and the index past it.
    fn year_behind(&self, at: usize) -> (Option<u16>, usize) {
        let next = at + usize::from(self.is_symbol(at, ','));
        match self.year(next) {
            Some((PeriodExpr::Absolute(Period { year, .. }), end)) if end == next + 1 => (year, end),
            _ => (None, at),
        }
    }

    fn month_name(&self, at: usize) -> Option<u8> {
        if !self.words.get(at)?.capital {
            return None;
        }
        match self.term(at)? {
            Term::Month(month) | Term::MonthOrVerb(month) | Term::MonthShort(month) => Some(month),
            _ => None,
        }
    }

    /// "April to June [2025]", "the June quarter", "in July", "June 2026".
    pub(super) fn months(&self, at: usize) -> Atom {
        let first = self.month_name(at)?;
        let next = self.past_dot(at + 1, at);
        if let Some((last, end)) = self.through_month(next) {
            return Some((PeriodExpr::Months { first, last, year: None }, self.past_unit(end)));
        }
        if self.has(self.past_hyphen(next), Term::Quarter) {
            let opening = if first > 2 { first - 2 } else { first + 10 };
            return Some((PeriodExpr::Months { first: opening, last: first, year: None }, self.past_hyphen(next) + 1));
        }
        let short = matches!(self.term(at), Some(Term::MonthShort(_)));
        match self.year_behind(next) {
            (Some(year), end) if self.has(end, Term::Quarter) => {
                let opening = if first > 2 { first - 2 } else { first + 10 };
                Some((PeriodExpr::Months { first: opening, last: first, year: Some(year) }, end + 1))
            }
            (Some(year), end) => Some((PeriodExpr::Absolute(Period::new(year, PeriodSpan::Month(first))), end)),
            _ if short || self.is_verb(at) => None,
            _ => Some((part(PeriodSpan::Month(first), false), at + 1)),
        }
    }

    /// "between April and June", "from April to June".
    pub(super) fn months_between(&self, at: usize) -> Atom {
        let first = self.month_name(at + 1)?;
        let (last, end) = match self.term(at + 2) {
            Some(Term::And) => (self.month_name(at + 3)?, at + 4),
            _ => self.through_month(at + 2)?,
        };
        Some((PeriodExpr::Months { first, last, year: None }, self.past_unit(end)))
    }

    /// The month behind "to", "through" or a dash.
    fn through_month(&self, at: usize) -> Option<(u8, usize)> {
        let hyphen = self.past_hyphen(at);
        let next = match self.term(hyphen) {
            Some(Term::To | Term::Through) => self.past_hyphen(hyphen + 1),
            _ if hyphen > at => hyphen,
            _ => return None,
        };
        let month = self.month_name(next)?;
        self.day(next + 1).is_none().then_some((month, self.past_dot(next + 1, next)))
    }

    fn past_unit(&self, at: usize) -> usize {
        let unit = self.past_hyphen(at);
        if matches!(self.term(unit), Some(Term::Period | Term::Quarter)) { unit + 1 } else { at }
    }

    /// "Acme May Sell Unit", "March on": a name beside names, or at the head of a command.
    fn is_verb(&self, at: usize) -> bool {
        if !matches!(self.term(at), Some(Term::MonthOrVerb(_))) {
            return false;
        }
        let named = |word: Option<&crate::parser::lexer::word::Word>| {
            word.is_some_and(|word| word.kind == WordKind::Letters && word.capital)
        };
        let known_before = self.term_before(at).is_some();
        let before = at.checked_sub(1).and_then(|before| self.words.get(before));
        named(self.words.get(at + 1)) || (named(before) && !known_before) || self.has(at + 1, Term::On)
    }
}

/// The month that a stretch ending then ends with.
fn month_of_ending(written: Written) -> Ending {
    match (written.day, written.month) {
        (Some(1..=FIRST_WEEK), 1) => Ending { year: written.year.map(|year| year.saturating_sub(1)), month: 12 },
        (Some(1..=FIRST_WEEK), month) => Ending { year: written.year, month: month - 1 },
        (_, month) => Ending { year: written.year, month },
    }
}
