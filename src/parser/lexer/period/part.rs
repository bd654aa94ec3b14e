//! Parts of a year and years, by name and by code: "third fiscal quarter", "full year", "fiscal 2027", "4Q24",
//! "Q2FY26", "FY2025-26", "2025/26".

use crate::model::{Period, PeriodSpan};
use crate::parser::lexer::period::reader::{Atom, Reader, part};
use crate::parser::lexer::period::{PeriodExpr, TimeUnit};
use crate::parser::lexer::word::WordKind;
use crate::parser::vocabulary::periods::{Term, may_be_code};

/// The years that a bare number of four digits is believed to be.
const YEARS: std::ops::RangeInclusive<u16> = 1980..=2060;

impl Reader<'_> {
    /// "second quarter", "first half", "first nine months", from the ordinal at `at`.
    pub(super) fn ordinal(&self, number: u8, at: usize, fiscal: bool) -> Atom {
        let next = self.past_hyphen(at + 1);
        let (fiscal, next) = match self.term(next) {
            Some(Term::Fiscal) => (true, self.past_hyphen(next + 1)),
            _ => (fiscal, next),
        };
        match self.term(next) {
            Some(Term::Quarter) if self.is_row_of_quarters(at, next) => None,
            Some(Term::Quarter | Term::Quarters) => Some((part(PeriodSpan::Quarter(number), fiscal), next + 1)),
            Some(Term::Half) if number <= 2 => {
                let year = self.past_hyphen(next + 1);
                let joined = year > next + 1 && self.has(year, Term::Year);
                Some((part(PeriodSpan::Half(number), fiscal), if joined { year + 1 } else { next + 1 }))
            }
            Some(Term::And | Term::To | Term::Through) => self.hanging_ordinal(number, next, fiscal),
            None if self.words.get(next).is_some_and(|dash| dash.is_dash() && dash.glued) => {
                self.hanging_ordinal(number, next + 1, fiscal)
            }
            _ if number == 1 => self.first_months(next, fiscal),
            _ => None,
        }
    }

    /// "a second quarter", "the first quarter in over a decade", "the fourth quarter of the game".
    fn is_row_of_quarters(&self, at: usize, quarter: usize) -> bool {
        let after = quarter + 1;
        let counted = quarter == at + 1 && self.term_before(at) == Some(Term::One);
        let row = self.has(after, Term::In) && matches!(self.term(after + 1), Some(Term::Over | Term::One));
        let game = (after..after + 3).any(|at| self.has(at, Term::Unrelated));
        counted || row || game
    }

    /// The "first" of "the first and second quarters".
    fn hanging_ordinal(&self, number: u8, joint: usize, fiscal: bool) -> Atom {
        let Some(Term::Ordinal(_)) = self.term(joint + 1) else { return None };
        let span = match self.term(self.past_hyphen(joint + 2)) {
            Some(Term::Quarter | Term::Quarters) => PeriodSpan::Quarter(number),
            Some(Term::Half) if number <= 2 => PeriodSpan::Half(number),
            _ => return None,
        };
        Some((part(span, fiscal), joint))
    }

    /// "nine months" behind "first".
    fn first_months(&self, at: usize, fiscal: bool) -> Atom {
        let (months, end) = self.months_long(at)?;
        let span = match months {
            3 => PeriodSpan::Quarter(1),
            6 => PeriodSpan::Half(1),
            9 => PeriodSpan::NineMonths,
            _ => return None,
        };
        Some((part(span, fiscal), end))
    }

    /// "final quarter", "final three months of the year".
    pub(super) fn final_part(&self, at: usize) -> Atom {
        let next = self.past_hyphen(at + 1);
        if self.has(next, Term::Quarter) {
            return Some((part(PeriodSpan::Quarter(4), false), next + 1));
        }
        let (months, end) = self.months_long(next)?;
        (months == 3).then_some((part(PeriodSpan::Quarter(4), false), end))
    }

    /// "fiscal 2027", "fiscal Q4", "full year", "annual", "quarterly".
    pub(super) fn adjective(&self, term: Term, at: usize) -> Atom {
        let next = self.past_hyphen(at + 1);
        match term {
            Term::Full => {
                let year = self.past_hyphen(self.past(next, Term::Fiscal));
                match self.term(year) {
                    Some(Term::Year) => Some((PeriodExpr::The(TimeUnit::Year), year + 1)),
                    _ if year > next => self.adjective(Term::Fiscal, next),
                    _ => None,
                }
            }
            Term::Annual if self.text_of(next) == "basis" => Some((PeriodExpr::OverYear, next + 1)),
            Term::Quarterly if self.text_of(next) == "basis" => Some((PeriodExpr::OverQuarter, next + 1)),
            Term::Annual if !self.has(next, Term::Unrelated) => Some((PeriodExpr::The(TimeUnit::Year), at + 1)),
            Term::Quarterly if !self.has(next, Term::Unrelated) => Some((PeriodExpr::The(TimeUnit::Quarter), at + 1)),
            Term::HalfYearly => Some((PeriodExpr::The(TimeUnit::Half), at + 1)),
            Term::Fiscal | Term::Calendar => self.fiscal(next),
            _ => None,
        }
    }

    /// What stands behind "fiscal".
    fn fiscal(&self, at: usize) -> Atom {
        match self.term(at) {
            Some(Term::Ordinal(number)) => self.ordinal(number, at, true),
            Some(Term::Final) => self.final_part(at),
            Some(Term::Full) => self.adjective(Term::Full, at),
            Some(Term::Year) => {
                let year = self.year(at + 1).or_else(|| self.short_year(at + 1));
                Some(year.unwrap_or((PeriodExpr::The(TimeUnit::Year), at + 1)))
            }
            Some(Term::Quarter | Term::Half) => self.unit(self.term(at)?, at),
            _ => match self.code(at) {
                Some((PeriodExpr::Part { span, .. }, end)) => Some((part(span, true), end)),
                Some(found) => Some(found),
                None => self.year(at).or_else(|| self.short_year(at)),
            },
        }
    }

    /// "2026", "'26", "26" where a year is expected.
    pub(super) fn short_year(&self, at: usize) -> Atom {
        let digits = at + usize::from(matches!(self.words.get(at)?.kind, WordKind::Symbol('\'' | '’' | '‘')));
        match self.digits(digits)? {
            (year, 2) if digits > at => Some((PeriodExpr::Absolute(Period::year(full_year(year))), digits + 1)),
            _ => None,
        }
    }

    /// A year in four digits, with what makes it another: "2025/26", "2022-2024".
    pub(super) fn year(&self, at: usize) -> Atom {
        let (year, _) = self.digits(at).filter(|(year, length)| *length == 4 && YEARS.contains(year))?;
        let before = at.checked_sub(1).and_then(|before| self.words.get(before));
        let money = before.is_some_and(|word| matches!(word.kind, WordKind::Symbol('$' | '€' | '£' | '¥' | '₹' | '#')));
        let after = self.words.get(at + 1);
        let counted = after.is_some_and(|word| word.is('%') || (word.glued && word.kind == WordKind::Letters));
        if money || counted {
            return None;
        }
        let joined = self.is_symbol(at + 1, '/') || self.words.get(at + 1).is_some_and(|dash| dash.is_dash());
        let spoken = matches!(self.term(at + 1), Some(Term::To | Term::Through));
        match self.digits(at + 2) {
            Some((next, 2)) if joined && self.is_glued(at + 2) && next == (year + 1) % 100 => {
                Some((PeriodExpr::Absolute(Period::year(year + 1)), at + 3))
            }
            Some((next, 4)) if joined && self.is_symbol(at + 1, '/') && next == year + 1 => {
                Some((PeriodExpr::Absolute(Period::year(next)), at + 3))
            }
            Some((next, 4)) if (joined || spoken) && next > year && YEARS.contains(&next) => {
                Some((PeriodExpr::LongTerm, at + 3))
            }
            _ => Some((PeriodExpr::Absolute(Period::year(year)), at + 1)),
        }
    }

    /// An expression that begins with a number: a year, "4Q24", "1st quarter", "26 weeks".
    pub(super) fn numeric(&self, at: usize) -> Atom {
        if let Some((found, end)) = self.year(at) {
            return match (found, self.term(self.past_hyphen(end))) {
                (PeriodExpr::Absolute(Period { year: Some(year), .. }), Some(Term::Period | Term::Quarter)) => {
                    Some((PeriodExpr::SameOf(year), self.past_hyphen(end) + 1))
                }
                _ => Some((found, end)),
            };
        }
        let (number, 1) = self.digits(at)? else { return self.length(at) };
        let number = u8::try_from(number).ok()?;
        if !self.is_glued(at + 1) || !self.words.get(at + 1).is_some_and(|word| word.kind == WordKind::Letters) {
            return self.length(at);
        }
        if self.has(at + 1, Term::OrdinalEnding) {
            return (1..=4).contains(&number).then(|| self.ordinal(number, at + 1, false)).flatten();
        }
        let (unit, rest) = self.text_of(at + 1).split_at_checked(1)?;
        let span = named_span(unit, number)?;
        let year = if rest.is_empty() { None } else { Some(code_year(rest)?) };
        match (year, span) {
            (Some(year), _) => self.season(Period::new(year, span), at + 2),
            (None, PeriodSpan::NineMonths) => None,
            (None, _) => Some((part(span, false), at + 2)),
        }
    }

    /// "Q4", "H1", "FY26", "Q2FY26", "FY2025-26", "FY".
    pub(super) fn code(&self, at: usize) -> Atom {
        let word = self.words.get(at).filter(|word| word.kind == WordKind::Letters)?;
        let code = Some(word.span.of(self.text)).filter(|code| may_be_code(code.as_bytes()))?;
        let (head, tail) = code.split_at_checked(2)?;
        let mut letters = head.chars();
        let (kind, second) = (letters.next()?.to_ascii_uppercase(), letters.next()?.to_ascii_uppercase());
        match (kind, second) {
            ('Q' | 'H', '1'..='4') => {
                let span = named_span(head.get(..1)?, u8::try_from(second.to_digit(10)?).ok()?)?;
                match tail {
                    "" => Some((part(span, false), at + 1)),
                    _ => self.season(Period::new(code_year(tail)?, span), at + 1),
                }
            }
            ('F' | 'C', 'Y') if tail.is_empty() => match (self.year(at + 1), self.digits(at + 1)) {
                (Some((PeriodExpr::Absolute(year), end)), _) => Some((PeriodExpr::Absolute(year), end)),
                (_, Some((year, 2))) => self.season(Period::year(full_year(year)), at + 2),
                _ => Some(self.short_year(at + 1).unwrap_or((PeriodExpr::The(TimeUnit::Year), at + 1))),
            },
            ('F' | 'C', 'Y') => self.season(Period::year(code_year(code)?), at + 1),
            _ => None,
        }
    }

    /// The period, a year later where the year after it follows: "FY2025-26" ends in 2026.
    fn season(&self, period: Period, at: usize) -> Atom {
        let joined = self.is_glued(at) && self.is_glued(at + 1) && self.words.get(at)?.is_dash();
        match (period.year, self.digits(at + 1)) {
            (Some(year), Some((next, 2))) if joined && next == (year + 1) % 100 => {
                Some((PeriodExpr::Absolute(period.year_after()), at + 2))
            }
            _ => Some((PeriodExpr::Absolute(period), at)),
        }
    }
}

fn named_span(unit: &str, number: u8) -> Option<PeriodSpan> {
    match (unit, number) {
        ("Q" | "q", 1..=4) => Some(PeriodSpan::Quarter(number)),
        ("H" | "h", 1..=2) => Some(PeriodSpan::Half(number)),
        ("M", 9) => Some(PeriodSpan::NineMonths),
        _ => None,
    }
}

/// The year of "FY26", "CY2026", "26" and "2026".
fn code_year(code: &str) -> Option<u16> {
    let digits = ["FY", "CY", "fy", "cy"].iter().find_map(|head| code.strip_prefix(head)).unwrap_or(code);
    let year: u16 = digits.parse().ok()?;
    match digits.len() {
        2 => Some(full_year(year)),
        4 => Some(year).filter(|year| YEARS.contains(year)),
        _ => None,
    }
}

/// "26" is 2026 and "87" is 1987.
fn full_year(short: u16) -> u16 {
    if short < 70 { 2000 + short } else { 1900 + short }
}
