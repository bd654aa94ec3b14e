//! How pieces of time join to one expression: "the second quarter" + "of fiscal 2026", "last year" + "'s" + "second
//! quarter".

use crate::model::{Period, PeriodSpan};
use crate::parser::lexer::period::reader::{Atom, Reader, part};
use crate::parser::lexer::period::{PeriodExpr, TimeUnit, YearShift};
use crate::parser::lexer::word::WordKind;
use crate::parser::vocabulary::periods::Term;

/// What joins two pieces.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    Beside,
    Of,
    In,
    Possessive,
}

impl Reader<'_> {
    /// The expression and the piece behind it, as one.
    pub(super) fn join(&self, expr: PeriodExpr, at: usize) -> Atom {
        let (joint, next) = match self.words.get(at)?.kind {
            WordKind::Symbol('\'' | '’') if self.digits(at + 1).is_none() => (Joint::Possessive, at + 1),
            _ => match self.term(at) {
                Some(Term::Of) => (Joint::Of, self.past(at + 1, Term::The)),
                Some(Term::In) => (Joint::In, self.past(at + 1, Term::The)),
                Some(Term::The) => (Joint::Beside, at + 1),
                _ => (Joint::Beside, self.past_hyphen(at)),
            },
        };
        let (other, end) = self.atom(next)?;
        combine(expr, joint, other).map(|joined| (joined, end))
    }
}

/// Two pieces as one expression, if they are one.
fn combine(one: PeriodExpr, joint: Joint, other: PeriodExpr) -> Option<PeriodExpr> {
    match (one, other) {
        (PeriodExpr::Part { span, .. }, other) => part_of_year(span, joint, other),
        (_, PeriodExpr::Part { span, .. }) => year_with_part(one, joint, span),
        (PeriodExpr::The(TimeUnit::Year), PeriodExpr::Absolute(year)) if joint != Joint::Possessive => {
            Some(other).filter(|_| is_year(year))
        }
        (PeriodExpr::Absolute(year), PeriodExpr::The(TimeUnit::Year)) if joint == Joint::Beside => {
            Some(one).filter(|_| is_year(year))
        }
        (PeriodExpr::Months { first, last, year: None }, PeriodExpr::Absolute(year)) if is_year(year) => {
            Some(PeriodExpr::Months { first, last, year: year.year })
        }
        (PeriodExpr::Months { .. }, PeriodExpr::Last(TimeUnit::Year) | PeriodExpr::YearAgo) => {
            Some(PeriodExpr::YearAgo)
        }
        (PeriodExpr::Last(TimeUnit::Year), PeriodExpr::The(TimeUnit::Quarter | TimeUnit::Period)) => {
            Some(PeriodExpr::YearAgo)
        }
        (PeriodExpr::YearAgo, PeriodExpr::Last(TimeUnit::Year) | PeriodExpr::YearAgo) => Some(PeriodExpr::YearAgo),
        (PeriodExpr::YearAgo, PeriodExpr::Absolute(Period { year: Some(year), span: PeriodSpan::Year })) => {
            Some(PeriodExpr::SameOf(year))
        }
        _ => None,
    }
}

fn is_year(period: Period) -> bool {
    period.span == PeriodSpan::Year
}

/// "second quarter" and "of 2026", "of last year", "a year ago", "of the year".
fn part_of_year(span: PeriodSpan, joint: Joint, other: PeriodExpr) -> Option<PeriodExpr> {
    if joint == Joint::Possessive {
        return None;
    }
    match other {
        PeriodExpr::Absolute(period) if is_year(period) => Some(PeriodExpr::Absolute(Period { span, ..period })),
        PeriodExpr::The(TimeUnit::Year) if joint == Joint::Of => Some(part(span, false)),
        PeriodExpr::Last(TimeUnit::Year) | PeriodExpr::YearAgo => {
            Some(PeriodExpr::PartOf { span, year: YearShift::Last })
        }
        PeriodExpr::This(TimeUnit::Year) | PeriodExpr::Current(TimeUnit::Year) => {
            Some(PeriodExpr::PartOf { span, year: YearShift::This })
        }
        PeriodExpr::Next(TimeUnit::Year) => Some(PeriodExpr::PartOf { span, year: YearShift::Next }),
        _ => None,
    }
}

/// "2026 second quarter", "2025's second quarter", "last year's second quarter".
fn year_with_part(year: PeriodExpr, joint: Joint, span: PeriodSpan) -> Option<PeriodExpr> {
    if !matches!(joint, Joint::Beside | Joint::Possessive) {
        return None;
    }
    match year {
        PeriodExpr::Absolute(period) if is_year(period) && !matches!(span, PeriodSpan::Month(_)) => {
            Some(PeriodExpr::Absolute(Period { span, ..period }))
        }
        PeriodExpr::Last(TimeUnit::Year) | PeriodExpr::YearAgo if joint == Joint::Possessive => {
            Some(PeriodExpr::PartOf { span, year: YearShift::Last })
        }
        PeriodExpr::This(TimeUnit::Year) if joint == Joint::Possessive => {
            Some(PeriodExpr::PartOf { span, year: YearShift::This })
        }
        PeriodExpr::Next(TimeUnit::Year) if joint == Joint::Possessive => {
            Some(PeriodExpr::PartOf { span, year: YearShift::Next })
        }
        _ => None,
    }
}
