//! Expressions to periods, seen from the reported period and the date of publication.

use crate::model::{Period, PeriodSpan};
use crate::parser::calendar::Calendar;
use crate::parser::calendar::label::calendar_quarter_end;
use crate::parser::calendar::moment::{Moment, length, quarter_of};
use crate::parser::lexer::period::{Ending, PeriodExpr, TimeUnit, YearShift};

/// A month that was so many months ago is soon to come again.
const SOON: i32 = 8;

impl Calendar {
    /// Settles an expression; `None` where it is no single period, or cannot be told. `future` says that the figure
    /// is guidance or an estimate of something to come: "the year" of guidance in a fourth-quarter report is the next.
    pub fn resolve(&self, expr: PeriodExpr, future: bool) -> Option<Period> {
        match expr {
            PeriodExpr::Absolute(period) => Some(period),
            PeriodExpr::Part { span, .. } => Some(self.part(span, future)),
            PeriodExpr::PartOf { span, year } => Some(self.part_of(span, year)),
            PeriodExpr::Ended { months, ending } => self.ended(months, ending, future),
            PeriodExpr::Months { first, last, year } => {
                let months = (last + 12 - first) % 12 + 1;
                self.ended(months, Ending { year, month: last }, future)
            }
            PeriodExpr::The(unit) | PeriodExpr::This(unit) => self.reported(unit, future),
            PeriodExpr::Current(unit) => self.running(unit),
            PeriodExpr::Next(unit) => self.next(unit),
            PeriodExpr::Last(unit) => self.last(unit),
            PeriodExpr::YearAgo => self.reporting().map(Period::year_before),
            PeriodExpr::YearsAgo(years) => {
                self.reporting().map(|period| (0..years).fold(period, |period, _| period.year_before()))
            }
            PeriodExpr::SameOf(year) => self.reporting().map(|period| Period { year: Some(year), ..period }),
            PeriodExpr::QuarterAgo => self.reporting().map(Period::previous),
            PeriodExpr::YearToDate => self.reporting().map(to_date),
            PeriodExpr::AsOf(ending) => self.as_of(ending),
            PeriodExpr::Dateline(_)
            | PeriodExpr::OverYear
            | PeriodExpr::OverQuarter
            | PeriodExpr::LongTerm
            | PeriodExpr::Since => None,
        }
    }

    /// "the second quarter": the reported one, the one to come, or the last one before.
    fn part(&self, span: PeriodSpan, future: bool) -> Period {
        let Some(reporting) = self.reporting() else { return Period { year: None, span } };
        match (span, reporting.span) {
            _ if span == reporting.span => reporting,
            (PeriodSpan::Month(month), _) => self.month(month, future),
            (PeriodSpan::Quarter(part), PeriodSpan::Quarter(now)) => {
                let coming = future || part == now % 4 + 1;
                match (coming, part > now) {
                    (true, false) => Period { span, ..reporting.year_after() },
                    (false, true) => Period { span, ..reporting.year_before() },
                    (true, true) | (false, false) => Period { span, ..reporting },
                }
            }
            (PeriodSpan::Half(2), _) if !closes_year(reporting.span) => Period { span, year: self.fiscal_year() },
            (PeriodSpan::Quarter(_) | PeriodSpan::Half(1), PeriodSpan::Year | PeriodSpan::Quarter(4))
                if future && span != PeriodSpan::Quarter(4) =>
            {
                Period { span, ..reporting.year_after() }
            }
            (PeriodSpan::Year, _) => self.year(future),
            (PeriodSpan::NineMonths | PeriodSpan::Half(_) | PeriodSpan::Quarter(_), _) => Period { span, ..reporting },
        }
    }

    fn month(&self, month: u8, future: bool) -> Period {
        let now = self.date().map(Moment::of).or(self.end);
        let last = Moment::ending(Ending { year: None, month }, now, false);
        let soon = now.zip(last).is_some_and(|(now, last)| now.since(last) >= SOON);
        let year = last.map(|last| if future && soon { last.plus(12) } else { last }.year());
        Period { year, span: PeriodSpan::Month(month) }
    }

    fn part_of(&self, span: PeriodSpan, year: YearShift) -> Period {
        let base = Period { span, year: self.reporting().and_then(|reporting| reporting.year) };
        match year {
            YearShift::Last => base.year_before(),
            YearShift::This => base,
            YearShift::Next => base.year_after(),
        }
    }

    /// A stretch known by its length and end.
    fn ended(&self, months: u8, ending: Ending, future: bool) -> Option<Period> {
        let end = Moment::ending(ending, self.date().map(Moment::of).or(self.end), future);
        // What is still to come ends no sooner than what is reported.
        let over = end.zip(self.end).is_some_and(|(end, reported)| end < reported);
        let end = if future && over && ending.year.is_none() { end.map(|end| end.plus(12)) } else { end };
        match months {
            // Without a date the only stretch of that length that a text speaks of is the reported one.
            _ if end.is_none() && self.reporting().is_some_and(|reporting| length(reporting.span) == months) => {
                self.reporting()
            }
            3 => Some(self.quarter_ending(ending, end)),
            6 => Some(self.half_ending(ending, end)),
            9 => Some(Period { year: end.map(Moment::year), span: PeriodSpan::NineMonths }),
            12 => Some(self.year_ending(end)),
            1 => Some(Period { year: end.map(Moment::year), span: PeriodSpan::Month(ending.month) }),
            _ => None,
        }
    }

    /// The quarter that ends then, counted from the reported one, so that the company's own labels go on.
    fn quarter_ending(&self, ending: Ending, end: Option<Moment>) -> Period {
        if let (Some(reporting), Some(from), Some(to)) = (self.reporting(), self.end, end)
            && matches!(reporting.span, PeriodSpan::Quarter(_))
        {
            return steps(reporting, nearest(to.since(from), 3));
        }
        let quarter = quarter_of(ending.month, self.year_end.unwrap_or(12));
        Period { year: end.map(Moment::year), span: PeriodSpan::Quarter(quarter) }
    }

    fn half_ending(&self, ending: Ending, end: Option<Moment>) -> Period {
        if let (Some(reporting), Some(from), Some(to)) = (self.reporting(), self.end, end)
            && matches!(reporting.span, PeriodSpan::Half(_))
        {
            return steps(reporting, nearest(to.since(from), 6));
        }
        let half = if quarter_of(ending.month, self.year_end.unwrap_or(12)) <= 2 { 1 } else { 2 };
        Period { year: end.map(Moment::year), span: PeriodSpan::Half(half) }
    }

    fn year_ending(&self, end: Option<Moment>) -> Period {
        let calendar = || end.map(|end| if end.month() <= 2 { end.year().saturating_sub(1) } else { end.year() });
        let counted = || {
            let years = nearest(end?.since(self.fiscal_year_end()?), 12);
            self.fiscal_year().and_then(|year| year.checked_add_signed(i16::try_from(years).ok()?))
        };
        Period { year: counted().or_else(calendar), span: PeriodSpan::Year }
    }

    /// The last month of the fiscal year that the reported period belongs to.
    fn fiscal_year_end(&self) -> Option<Moment> {
        let left = match self.reporting()?.span {
            PeriodSpan::Quarter(quarter) => 12 - i32::from(quarter) * 3,
            PeriodSpan::Half(half) => 12 - i32::from(half) * 6,
            PeriodSpan::NineMonths => 3,
            PeriodSpan::Year => 0,
            PeriodSpan::Month(_) => return None,
        };
        Some(self.end?.plus(left))
    }

    /// The fiscal year that the reported period belongs to.
    fn fiscal_year(&self) -> Option<u16> {
        let reporting = self.reporting()?;
        match self.fiscal_year_end() {
            Some(end) if !self.named && !closes_year(reporting.span) => {
                let year = if end.month() <= 2 { end.year().saturating_sub(1) } else { end.year() };
                let before = year.saturating_sub(1);
                // "Its fiscal 2026 outlook", in a first quarter: the year that the text itself gives.
                let named = self.outlook == Some(before);
                Some(if named { before } else { year })
            }
            _ => reporting.year,
        }
    }

    /// "the quarter", "the full year": what is reported, or in guidance what comes next.
    fn reported(&self, unit: TimeUnit, future: bool) -> Option<Period> {
        match unit {
            TimeUnit::Year => Some(self.year(future)),
            TimeUnit::Quarter if future => self.running(unit),
            TimeUnit::Quarter => self.quarter(),
            TimeUnit::Half => Some(self.half()),
            TimeUnit::Period => match self.reporting()? {
                reporting @ Period { span: PeriodSpan::Quarter(_), .. } if future => Some(reporting.next()),
                reporting => Some(reporting),
            },
        }
    }

    /// The quarter reported on, or the last one of what is reported on.
    fn quarter(&self) -> Option<Period> {
        let Some(reporting) = self.reporting() else {
            let end = calendar_quarter_end(self.date()?);
            return Some(Period::quarter(end.year(), quarter_of(end.month(), 12)));
        };
        let quarter = match reporting.span {
            PeriodSpan::Quarter(quarter) => quarter,
            PeriodSpan::Half(half) => half * 2,
            PeriodSpan::NineMonths => 3,
            PeriodSpan::Year => 4,
            PeriodSpan::Month(month) => quarter_of(month, 12),
        };
        Some(Period { span: PeriodSpan::Quarter(quarter), ..reporting })
    }

    fn half(&self) -> Period {
        let half = match self.reporting().map(|reporting| reporting.span) {
            Some(PeriodSpan::Half(half)) => half,
            Some(PeriodSpan::Quarter(3 | 4) | PeriodSpan::Year | PeriodSpan::NineMonths) => 2,
            _ => 1,
        };
        Period { span: PeriodSpan::Half(half), year: self.reporting().and_then(|reporting| reporting.year) }
    }

    /// The fiscal year of the report, or in guidance the one that runs when it is published.
    fn year(&self, future: bool) -> Period {
        let Some(reporting) = self.reporting() else {
            return Period { year: self.date().map(|date| date.year()), span: PeriodSpan::Year };
        };
        let year = Period { year: self.fiscal_year(), span: PeriodSpan::Year };
        // "Fiscal 2010" to come, where the reported year ended in January 2010.
        let early = !self.named && self.end.is_some_and(|end| end.month() <= 2) && self.outlook == year.year;
        if future && closes_year(reporting.span) && !early { year.year_after() } else { year }
    }

    /// "the current quarter": the one after the reported one.
    fn running(&self, unit: TimeUnit) -> Option<Period> {
        match unit {
            TimeUnit::Year => Some(self.year(true)),
            TimeUnit::Quarter => self.quarter().map(Period::next),
            TimeUnit::Half => Some(self.half().next()),
            TimeUnit::Period => self.reporting(),
        }
    }

    fn next(&self, unit: TimeUnit) -> Option<Period> {
        match unit {
            TimeUnit::Year => {
                let next = self.year(false).year_after();
                let calendar =
                    self.year_end.is_none_or(|month| month == 12) && self.end.is_some_and(|end| end.month() == 12);
                let by_date = self.date().filter(|_| calendar).map(|date| date.year().saturating_add(1));
                Some(Period { year: next.year.max(by_date), ..next })
            }
            TimeUnit::Quarter => self.quarter().map(Period::next),
            TimeUnit::Half => Some(self.half().next()),
            TimeUnit::Period => self.reporting().map(Period::next),
        }
    }

    fn last(&self, unit: TimeUnit) -> Option<Period> {
        match unit {
            TimeUnit::Year => Some(
                self.date()
                    .map_or_else(|| self.year_before_writing(), |date| Period::year(date.year().saturating_sub(1))),
            ),
            TimeUnit::Quarter => {
                self.quarter().map(|quarter| if self.date().is_some() { quarter } else { quarter.previous() })
            }
            TimeUnit::Half => Some(self.half().previous()),
            TimeUnit::Period => self.reporting().map(Period::previous),
        }
    }

    /// "Last year", in a text of no date: of a report that closes the year, which is written in the next one, the year
    /// that it reports on.
    fn year_before_writing(&self) -> Period {
        let year = self.year(false);
        if self.reporting().is_some_and(|now| now.span == PeriodSpan::Year) { year } else { year.year_before() }
    }

    /// A point in time takes the period that ends there: the reported one, or the same of another year, before others.
    fn as_of(&self, ending: Ending) -> Option<Period> {
        let end = Moment::ending(ending, self.date().map(Moment::of).or(self.end), false);
        if end.is_none() && self.reporting().is_some() {
            return self.reporting();
        }
        let near = self.same_of_another_year(end).or_else(|| self.year_beside_half(end));
        near.or_else(|| Some(self.quarter_ending(ending, end)))
    }

    /// "31 December 2023" beside the half year to June 2024: the end of a year, to those who report by halves.
    fn year_beside_half(&self, end: Option<Moment>) -> Option<Period> {
        let reporting = self.reporting().filter(|reporting| reporting.span == PeriodSpan::Half(1))?;
        let months = end?.since(self.end?);
        let years = (months.rem_euclid(12) == 6).then(|| months.div_euclid(12))?;
        Some(Period::year(reporting.year?.checked_add_signed(i16::try_from(years).ok()?)?))
    }

    fn same_of_another_year(&self, end: Option<Moment>) -> Option<Period> {
        let (reporting, months) = (self.reporting()?, end?.since(self.end?));
        let years = nearest(months, 12);
        if (months - years * 12).abs() > 1 {
            return None;
        }
        let year = reporting.year?.checked_add_signed(i16::try_from(years).ok()?);
        Some(Period { year, ..reporting })
    }
}

/// Whether a fiscal year ends with the part.
fn closes_year(span: PeriodSpan) -> bool {
    matches!(span, PeriodSpan::Quarter(4) | PeriodSpan::Half(2) | PeriodSpan::Year)
}

/// From the year's beginning to the end of the period.
fn to_date(period: Period) -> Period {
    let span = match period.span {
        PeriodSpan::Quarter(2) => PeriodSpan::Half(1),
        PeriodSpan::Quarter(3) => PeriodSpan::NineMonths,
        PeriodSpan::Quarter(4) | PeriodSpan::Half(2) => PeriodSpan::Year,
        span => span,
    };
    Period { span, ..period }
}

/// `months` in units of `unit`, to the nearest.
fn nearest(months: i32, unit: i32) -> i32 {
    (months + unit / 2).div_euclid(unit)
}

/// The period so many of its own lengths later, or earlier where negative.
fn steps(period: Period, steps: i32) -> Period {
    let walk = |period: Period, _| if steps < 0 { period.previous() } else { period.next() };
    (0..steps.abs().min(400)).fold(period, walk)
}
