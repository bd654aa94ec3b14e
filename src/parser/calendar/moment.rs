//! Months in a row, so that distances between ends of periods are plain subtraction.

use crate::model::{Date, PeriodSpan};
use crate::parser::lexer::period::Ending;

/// Days after a period's end within which no results appear.
const EARLIEST_RESULTS: u8 = 10;

/// Months within which a past end is near.
const NEAR: i32 = 4;

/// A month of the calendar, counted from the year 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Moment(i32);

impl Moment {
    pub(super) fn new(year: u16, month: u8) -> Self {
        Self(i32::from(year) * 12 + i32::from(month) - 1)
    }

    pub(super) fn of(date: Date) -> Self {
        Self::new(date.year(), date.month())
    }

    /// The last month that results published on that day can be of.
    pub(super) fn reportable(date: Date) -> Self {
        Self::of(date).plus(if date.day() > EARLIEST_RESULTS { -1 } else { -2 })
    }

    /// The month of a stated end; without a year the last one up to `now`, or if still to come the next one, unless
    /// the last one is so near that an estimate of it is meant.
    pub(super) fn ending(ending: Ending, now: Option<Self>, future: bool) -> Option<Self> {
        if let Some(year) = ending.year {
            return Some(Self::new(year, ending.month));
        }
        let now = now?;
        let this_year = Self::new(now.year(), ending.month);
        Some(match (future, this_year > now) {
            (false, true) => this_year.plus(-12),
            (true, false) if now.since(this_year) > NEAR => this_year.plus(12),
            (true, true) if now.since(this_year.plus(-12)) <= NEAR => this_year.plus(-12),
            _ => this_year,
        })
    }

    pub(super) fn year(self) -> u16 {
        u16::try_from(self.0.div_euclid(12)).unwrap_or_default()
    }

    pub(super) fn month(self) -> u8 {
        u8::try_from(self.0.rem_euclid(12)).unwrap_or_default() + 1
    }

    pub(super) fn plus(self, months: i32) -> Self {
        Self(self.0 + months)
    }

    /// Months from `other` to this one.
    pub(super) fn since(self, other: Self) -> i32 {
        self.0 - other.0
    }
}

/// The quarter, 1 to 4, that a month belongs to in fiscal years that end with month `year_end`.
pub(super) fn quarter_of(month: u8, year_end: u8) -> u8 {
    (month + 23 - year_end) % 12 / 3 + 1
}

/// The last month of fiscal years whose quarter `quarter` ends with `month`.
pub(super) fn year_end_of(month: u8, quarter: u8) -> u8 {
    (month + (4 - quarter.min(4)) * 3 - 1) % 12 + 1
}

/// How many months a part of a year has.
pub(super) fn length(span: PeriodSpan) -> u8 {
    match span {
        PeriodSpan::Month(_) => 1,
        PeriodSpan::Quarter(_) => 3,
        PeriodSpan::Half(_) => 6,
        PeriodSpan::NineMonths => 9,
        PeriodSpan::Year => 12,
    }
}
