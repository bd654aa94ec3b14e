//! Stretches by their length or unit, and where they end: "three months ended June 30", "the 26 weeks to the end of
//! June", "the quarter", "over four years".

use crate::model::PeriodSpan;
use crate::parser::lexer::period::reader::{Atom, Reader, part};
use crate::parser::lexer::period::{Ending, PeriodExpr, TimeUnit};
use crate::parser::vocabulary::periods::Term;

impl Reader<'_> {
    /// How many months "nine months" and "26 weeks" are, if they are a quarter, half, nine months or year.
    pub(super) fn months_long(&self, at: usize) -> Option<(u8, usize)> {
        let (number, counted) = self.count(at)?;
        if self.has(counted, Term::And) {
            // "three and nine months": the unit stands behind the other number.
            let unit = self.count(counted + 1).map(|(_, next)| self.past_hyphen(next))?;
            return Some((months(self.term(unit)?, number)?, counted));
        }
        let next = self.past_hyphen(counted);
        let months = months(self.term(next)?, number)?;
        let end = next + 1;
        let period = self.past_hyphen(end);
        Some((months, if self.has(period, Term::Period) { period + 1 } else { end }))
    }

    /// "three months ended June 30", "two years ago", "the nine months".
    pub(super) fn length(&self, at: usize) -> Atom {
        let Some((months, end)) = self.months_long(at) else { return self.years_long(at) };
        if self.has(end, Term::Ago) {
            return match months {
                3 => Some((PeriodExpr::QuarterAgo, end + 1)),
                12 => Some((PeriodExpr::YearAgo, end + 1)),
                _ => None,
            };
        }
        if let Some((ending, end)) = self.tail(end, true) {
            return Some((PeriodExpr::Ended { months, ending }, end));
        }
        // "Nine-month sales", but not "a nine-month low".
        let joined = matches!(months, 6 | 9) && self.term_before(at) != Some(Term::One);
        let named = self.term_before(at) == Some(Term::The) || at == 0 || (joined && self.is_adjective(at, end));
        let expr = match months {
            3 => PeriodExpr::The(TimeUnit::Quarter),
            6 => PeriodExpr::The(TimeUnit::Half),
            9 => part(PeriodSpan::NineMonths, false),
            _ => PeriodExpr::The(TimeUnit::Year),
        };
        named.then_some((expr, end))
    }

    /// Whether a length is written in one word, "nine-month", before a noun in lower case.
    fn is_adjective(&self, at: usize, end: usize) -> bool {
        let hyphen = self.words.get(at + 1).is_some_and(|dash| dash.is_dash() && dash.glued);
        hyphen && self.text_of(end).starts_with(|first: char| first.is_ascii_lowercase())
    }

    fn years_long(&self, at: usize) -> Atom {
        let (number, next) = self.count(at)?;
        let end = self.past_hyphen(next);
        match (self.term(end)?, self.term(end + 1)) {
            (Term::Stretch, Some(Term::Ago)) => Some((PeriodExpr::YearsAgo(number), end + 2)),
            _ => None,
        }
    }

    /// "over four years", "in the coming years", "within the next few years".
    pub(super) fn over_years(&self, at: usize) -> Atom {
        let next = self.past(at + 1, Term::The);
        let stretch = match self.term(next) {
            Some(Term::Coming | Term::Past | Term::Last) => next + 1,
            _ => next,
        };
        let counted = match self.count(stretch) {
            Some((_, end)) => self.past_hyphen(end),
            None if self.has(stretch, Term::Few) => self.past(stretch + 1, Term::Of),
            None if stretch > next => stretch,
            None => return None,
        };
        let long = match self.term(counted)? {
            Term::Stretch | Term::Quarters => true,
            // "In the last three months of 2024" is a quarter.
            Term::Months | Term::Weeks if self.has(counted + 1, Term::Of) => false,
            Term::Months | Term::Weeks => stretch > next || self.has(at, Term::Over),
            Term::Year => stretch > next && self.has(at, Term::Over) && counted == stretch,
            _ => false,
        };
        let past = matches!(self.term(next), Some(Term::Past | Term::Last));
        long.then_some((if past { PeriodExpr::Since } else { PeriodExpr::LongTerm }, counted + 1))
    }

    /// "since 2019", "since the beginning of the year".
    pub(super) fn since(&self, at: usize) -> Atom {
        let mut next = self.past(at + 1, Term::The);
        if matches!(self.term(next), Some(Term::Beginning | Term::End)) {
            next = self.past(self.past(next + 1, Term::Of), Term::The);
        }
        let found = self.expression(next)?;
        // "Its best since the second quarter of 2022, when it earned": the time of what follows.
        let when = found.end + usize::from(self.is_symbol(found.end, ','));
        (self.text_of(when) != "when").then_some((PeriodExpr::Since, found.end))
    }

    /// "the quarter", "half-year", "year ended June 30", "year-on-year", "year-ago".
    pub(super) fn unit(&self, term: Term, at: usize) -> Atom {
        let next = self.past_hyphen(at + 1);
        match (term, self.term(next)) {
            (Term::Year, Some(Term::Ago | Term::Back)) => return self.year_ago(at),
            (Term::Year, Some(Term::Before | Term::Prior)) if self.term_before(at) == Some(Term::The) => {
                return Some((PeriodExpr::YearAgo, next + 1));
            }
            (Term::Year, Some(Term::Over | Term::On)) if self.has(self.past_hyphen(next + 1), Term::Year) => {
                return Some((PeriodExpr::OverYear, self.past_hyphen(next + 1) + 1));
            }
            (Term::Quarter, Some(Term::Over | Term::On)) if self.has(self.past_hyphen(next + 1), Term::Quarter) => {
                return Some((PeriodExpr::OverQuarter, self.past_hyphen(next + 1) + 1));
            }
            (Term::Year, Some(Term::To)) if self.has(self.past_hyphen(next + 1), Term::Date) => {
                return Some((PeriodExpr::YearToDate, self.past_hyphen(next + 1) + 1));
            }
            (Term::Half, Some(Term::Year)) => return Some((PeriodExpr::The(TimeUnit::Half), next + 1)),
            (Term::Half, Some(Term::Of)) => return None,
            _ => {}
        }
        let unit = match term {
            Term::Quarter => TimeUnit::Quarter,
            Term::Half => TimeUnit::Half,
            Term::Year => TimeUnit::Year,
            _ => TimeUnit::Period,
        };
        if let (TimeUnit::Year, Some(found)) = (unit, self.year(at + 1)) {
            return Some(found);
        }
        let closing = next > at + 1 && self.has(next, Term::End);
        let named = self.term_before(at) == Some(Term::The)
            || at.checked_sub(1).is_some_and(|before| self.is_symbol(before, '\''))
            || self.tail(at + 1, true).is_some();
        let related = !self.has(next, Term::Unrelated);
        if let Some(expr) = self.measured_on(unit, at) {
            return Some((expr, at + 1));
        }
        let named = named || (unit == TimeUnit::Year && self.heads(at));
        ((named && related) || closing).then_some((PeriodExpr::The(unit), if closing { next + 1 } else { at + 1 }))
    }

    /// "Up 9 percent on the year", "on the quarter": what a change is measured against.
    fn measured_on(&self, unit: TimeUnit, at: usize) -> Option<PeriodExpr> {
        let on = at.checked_sub(2).filter(|on| self.has(*on, Term::On) && self.has(at - 1, Term::The))?;
        let before = on.checked_sub(1).map(|before| self.text_of(before).to_ascii_lowercase())?;
        let percent = matches!(before.as_str(), "%" | "percent" | "pct" | "cent" | "points");
        match unit {
            TimeUnit::Year => Some(PeriodExpr::OverYear),
            TimeUnit::Quarter => Some(PeriodExpr::OverQuarter),
            TimeUnit::Half | TimeUnit::Period => None,
        }
        .filter(|_| percent && !self.is_symbol(at + 1, '\'') && !self.is_symbol(at + 1, '’'))
    }

    /// "Year" alone on a line, or in a headline in capitals: "YEAR NET".
    fn heads(&self, at: usize) -> bool {
        let next = self.text_of(at + 1);
        let alone = at == 0 && (self.words.len() == 1 || (self.words.len() == 2 && next == ":"));
        alone || (self.text_of(at) == "YEAR" && matches!(next, "NET" | "LOSS" | "PROFIT" | "EARNINGS" | "RESULTS"))
    }

    /// The stated end behind an expression.
    pub(super) fn ended(&self, at: usize, expr: PeriodExpr) -> Option<(Ending, usize)> {
        match expr {
            PeriodExpr::The(_) => self.tail(at, true),
            PeriodExpr::Absolute(_)
            | PeriodExpr::Part { .. }
            | PeriodExpr::PartOf { .. }
            | PeriodExpr::Current(_)
            | PeriodExpr::This(_)
            | PeriodExpr::Next(_)
            | PeriodExpr::Last(_)
            | PeriodExpr::YearAgo
            | PeriodExpr::QuarterAgo => self.tail(at, false),
            PeriodExpr::Ended { .. }
            | PeriodExpr::Months { .. }
            | PeriodExpr::YearsAgo(_)
            | PeriodExpr::SameOf(_)
            | PeriodExpr::YearToDate
            | PeriodExpr::AsOf(_)
            | PeriodExpr::Dateline(_)
            | PeriodExpr::OverYear
            | PeriodExpr::OverQuarter
            | PeriodExpr::LongTerm
            | PeriodExpr::Since => None,
        }
    }

    /// "ended June 30, 2024"; behind a bare length or unit "to the end of June" and "through September" do as well.
    fn tail(&self, at: usize, loose: bool) -> Option<(Ending, usize)> {
        let comma = at + usize::from(self.is_symbol(at, ','));
        let relative = comma + usize::from(matches!(self.text_of(comma), "which" | "that"));
        let at = if self.has(relative, Term::Ended) { relative } else { at };
        let next = match self.term(at)? {
            Term::Month(_) | Term::MonthOrVerb(_) | Term::MonthShort(_) => return self.headline_end(at),
            Term::And => return self.shared(at + 1).map(|ending| (ending, at)),
            Term::Ended => match self.term(at + 1) {
                Some(Term::On | Term::In) => at + 2,
                _ => at + 1,
            },
            Term::To | Term::Through if loose => at + 1,
            _ => return None,
        };
        self.ending(next)
    }

    /// The end in a headline in capitals, which leaves "ended" out: "NINE MTHS AUG 31 NET".
    fn headline_end(&self, at: usize) -> Option<(Ending, usize)> {
        let capitals = self.text_of(at).bytes().all(|letter| letter.is_ascii_uppercase());
        let day = self.digits(at + 1).is_some_and(|(day, _)| (1..=31).contains(&day));
        self.ending(at).filter(|(ending, _)| capitals && day && ending.year.is_none())
    }

    /// The end of a longer stretch that this one shares: "the quarter" of "the quarter and year ended March 31".
    fn shared(&self, at: usize) -> Option<Ending> {
        let at = self.past(self.past(self.past(at, Term::The), Term::Full), Term::Fiscal);
        let end = match self.term(at) {
            Some(Term::Year | Term::Quarter) => at + 1,
            Some(Term::Half) => self.past(self.past_hyphen(at + 1), Term::Year),
            _ => self.months_long(at)?.1,
        };
        self.tail(end, false).filter(|_| self.has(end, Term::Ended)).map(|(ending, _)| ending)
    }
}

/// How many months so many months or weeks are, if they are a quarter, half, nine months or year.
fn months(unit: Term, number: u8) -> Option<u8> {
    Some(match (unit, number) {
        (Term::Months, 3 | 6 | 9 | 12) => number,
        (Term::Weeks, 12..=14) => 3,
        (Term::Weeks, 24..=28) => 6,
        (Term::Weeks, 36 | 39 | 40) => 9,
        (Term::Weeks, 52 | 53) => 12,
        _ => return None,
    })
}
