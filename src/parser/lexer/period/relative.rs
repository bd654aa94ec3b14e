//! What is said from where the writer stands: "this year", "the same period last year", "the prior-year quarter",
//! "a year ago", "y/y".

use crate::model::PeriodSpan;
use crate::parser::lexer::period::reader::{Atom, Reader, part};
use crate::parser::lexer::period::{PeriodExpr, TimeUnit, YearShift};
use crate::parser::vocabulary::periods::Term;

impl Reader<'_> {
    /// "this", "current", "next", "last", "previous", "past", "same" or "latest", and a unit.
    pub(super) fn relative(&self, term: Term, at: usize) -> Atom {
        let mut next = self.past_hyphen(at + 1);
        let fiscal = self.has(next, Term::Fiscal);
        if fiscal {
            next = self.past_hyphen(next + 1);
        }
        match self.term(next) {
            Some(Term::Year) => self.relative_year(term, next, fiscal),
            Some(Term::Quarter) => self.relative_quarter(term, next),
            Some(Term::Period) => self.relative_period(term, next),
            Some(Term::Half) => relative_unit(term, TimeUnit::Half).map(|expr| (expr, next + 1)),
            Some(Term::Ordinal(number)) => self.relative_part(term, number, next),
            Some(Term::Time) if term == Term::Same => self.same_time(next + 1),
            Some(Term::Stretch | Term::Quarters) => {
                matches!(term, Term::Coming | Term::Past).then_some((stretch(term), next + 1))
            }
            Some(Term::Few) => {
                matches!(self.term(next + 1), Some(Term::Stretch | Term::Quarters)).then_some((stretch(term), next + 2))
            }
            _ if fiscal => relative_unit(term, TimeUnit::Year).map(|expr| (expr, next)),
            _ => self.relative_length(term, next),
        }
    }

    fn relative_year(&self, term: Term, year: usize, fiscal: bool) -> Atom {
        let end = year + 1;
        let unit = self.past_hyphen(end);
        let counted = matches!(self.term(unit), Some(Term::Quarter | Term::Period));
        match term {
            // "the prior-year quarter", "last year's quarter"
            Term::Prior | Term::Last if counted => Some((PeriodExpr::YearAgo, unit + 1)),
            Term::Prior => Some((PeriodExpr::YearAgo, end)),
            Term::Past if !fiscal => Some((PeriodExpr::Since, end)),
            _ => relative_unit(term, TimeUnit::Year).map(|expr| (expr, end)),
        }
    }

    fn relative_quarter(&self, term: Term, quarter: usize) -> Atom {
        let end = quarter + 1;
        let of_year = self.has(end, Term::Of) && self.expression(self.past(end + 1, Term::The)).is_some();
        match term {
            Term::Last if of_year => Some((part(PeriodSpan::Quarter(4), false), end)),
            Term::Prior => Some((PeriodExpr::QuarterAgo, end)),
            Term::Same => Some((PeriodExpr::YearAgo, end)),
            _ => relative_unit(term, TimeUnit::Quarter).map(|expr| (expr, end)),
        }
    }

    fn relative_period(&self, term: Term, period: usize) -> Atom {
        let end = period + 1;
        match term {
            Term::Same => Some((PeriodExpr::YearAgo, end)),
            Term::Prior | Term::Last => Some((PeriodExpr::QuarterAgo, end)),
            _ => relative_unit(term, TimeUnit::Period).map(|expr| (expr, end)),
        }
    }

    /// "the current first quarter", "this third quarter", "the prior fourth quarter".
    fn relative_part(&self, term: Term, number: u8, at: usize) -> Atom {
        let (expr, end) = self.ordinal(number, at, false)?;
        let PeriodExpr::Part { span, .. } = expr else { return None };
        let expr = match (term, span) {
            (Term::Current, PeriodSpan::Quarter(_)) => PeriodExpr::Current(TimeUnit::Quarter),
            (Term::Coming, PeriodSpan::Quarter(_)) => PeriodExpr::Next(TimeUnit::Quarter),
            (Term::Prior | Term::Last | Term::Same, _) => PeriodExpr::PartOf { span, year: YearShift::Last },
            _ => expr,
        };
        Some((expr, end))
    }

    /// "last three months", "the previous 12 months", "the same six months".
    fn relative_length(&self, term: Term, at: usize) -> Atom {
        if let Some((months, end)) = self.months_long(at) {
            let expr = match (term, months) {
                (Term::Last, 3) if self.has(end, Term::Of) => part(PeriodSpan::Quarter(4), false),
                (Term::Prior, 3) => PeriodExpr::QuarterAgo,
                (Term::Prior, 12) | (Term::Same, _) => PeriodExpr::YearAgo,
                (Term::Latest, 3) => PeriodExpr::The(TimeUnit::Quarter),
                _ => stretch(term),
            };
            return Some((expr, end));
        }
        let (_, next) = self.count(at)?;
        let unit = self.past_hyphen(next);
        let long = matches!(self.term(unit), Some(Term::Stretch | Term::Quarters | Term::Months));
        long.then_some((stretch(term), unit + 1))
    }

    /// "the same time last year".
    fn same_time(&self, at: usize) -> Atom {
        match self.term(at)? {
            Term::Last | Term::Prior if self.has(at + 1, Term::Year) => Some((PeriodExpr::YearAgo, at + 2)),
            _ => None,
        }
    }

    /// "year ago", "year-earlier period", from the word "year".
    pub(super) fn year_ago(&self, at: usize) -> Atom {
        let ago = self.past_hyphen(at + 1);
        let Some(Term::Ago | Term::Back) = self.term(ago) else { return None };
        let unit = self.past_hyphen(ago + 1);
        let counted = matches!(self.term(unit), Some(Term::Quarter | Term::Period | Term::Half));
        Some((PeriodExpr::YearAgo, if counted { unit + 1 } else { ago + 1 }))
    }

    /// "yoy", "sequentially", "y/y", "q-o-q".
    pub(super) fn comparison(&self, term: Term, at: usize) -> Atom {
        let joins = |at: usize| self.is_symbol(at, '/') || self.past_hyphen(at) > at;
        match term {
            Term::OverYear => Some((PeriodExpr::OverYear, at + 1)),
            Term::OverQuarter => Some((PeriodExpr::OverQuarter, at + 1)),
            Term::LetterY | Term::LetterQ if joins(at + 1) => {
                let last = if self.has(at + 2, Term::LetterO) && joins(at + 3) { at + 4 } else { at + 2 };
                let expr = if term == Term::LetterY { PeriodExpr::OverYear } else { PeriodExpr::OverQuarter };
                self.has(last, term).then_some((expr, last + 1))
            }
            _ => None,
        }
    }
}

/// "the next five years" are long, "the past five years" are what something is measured over.
fn stretch(term: Term) -> PeriodExpr {
    match term {
        Term::Past | Term::Last | Term::Prior | Term::Latest => PeriodExpr::Since,
        _ => PeriodExpr::LongTerm,
    }
}

fn relative_unit(term: Term, unit: TimeUnit) -> Option<PeriodExpr> {
    match term {
        Term::This => Some(PeriodExpr::This(unit)),
        Term::Current => Some(PeriodExpr::Current(unit)),
        Term::Coming => Some(PeriodExpr::Next(unit)),
        Term::Last => Some(PeriodExpr::Last(unit)),
        Term::Prior | Term::Same => Some(PeriodExpr::YearAgo),
        Term::Latest | Term::Past => Some(PeriodExpr::The(unit)),
        _ => None,
    }
}
