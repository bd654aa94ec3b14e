//! Which period a document reports on whose columns alone tell: statements without a word on quarters. Where nothing shows the
//! place of the months in the company's year, they are taken for quarters of the calendar.

use crate::model::{Period, PeriodSpan};
use crate::parser::table::columns::Time;
use crate::parser::table::tie::{closing_quarter, day, quarters, until, usual};

/// A period that columns tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reported {
    /// The period.
    pub period: Period,
    /// The year and the month of the calendar in which it ends; nothing where only its name is told.
    pub end: Option<(u16, u8)>,
}

/// What columns of these times report on: the last day that the shortest of them end with.
pub(super) fn read(times: impl Iterator<Item = Time> + Clone) -> Option<Reported> {
    let ending = |months: u8| {
        let long = times.clone().filter(move |time| time.months == Some(months));
        let last = usual(long.clone().filter_map(day))?;
        long.clone().find(|time| day(*time) == Some(last)).map(|time| (months, last, time))
    };
    let Some((months, last, time)) = [3, 6, 9, 12].into_iter().find_map(ending) else {
        return named(times.clone()).or_else(|| closed(times));
    };
    let end = month(time)?;
    let calendar = end.1.div_ceil(3);
    let quarter = place(months, last, times).unwrap_or(match months {
        3 => calendar,
        6 if calendar.is_multiple_of(2) => calendar,
        _ => months / 3,
    });
    let span = match months {
        3 => PeriodSpan::Quarter(quarter),
        6 if quarter.is_multiple_of(2) => PeriodSpan::Half(quarter / 2),
        6 => return None,
        _ => until(months / 3)?,
    };
    Some(Reported { period: Period::new(fiscal_year(end, quarter)?, span), end: Some(end) })
}

/// Which quarter of the company's year ends on that day, by the longer columns that end with it, and by those of whole years.
fn place(months: u8, last: i64, times: impl Iterator<Item = Time> + Clone) -> Option<u8> {
    let longer = |length: &u8| {
        *length > months && times.clone().any(|time| time.months == Some(*length) && day(time) == Some(last))
    };
    let by_length = [6, 9, 12].into_iter().find(longer).map(|length| length / 3);
    by_length.or_else(|| {
        let closed = times.clone().filter(|time| time.months == Some(12)).filter_map(day).max()?;
        u8::try_from((quarters(last - closed) + 3).rem_euclid(4) + 1).ok()
    })
}

/// The last period that is named with its year.
fn named(times: impl Iterator<Item = Time>) -> Option<Reported> {
    let key = |period: &Period| (period.year, closing_quarter(period.span), std::cmp::Reverse(length(period.span)));
    let periods = times.filter_map(|time| Some(Period::new(time.year?, time.label?)));
    periods.max_by_key(key).map(|period| Reported { period, end: None })
}

/// The quarter of the calendar that the last day closes of columns that are points in time.
fn closed(times: impl Iterator<Item = Time> + Clone) -> Option<Reported> {
    let last = usual(times.clone().filter_map(day))?;
    let end = month(times.clone().find(|time| day(*time) == Some(last))?)?;
    Some(Reported { period: Period::quarter(end.0, end.1.div_ceil(3)), end: Some(end) })
}

fn length(span: PeriodSpan) -> u8 {
    match span {
        PeriodSpan::Month(_) => 1,
        PeriodSpan::Quarter(_) => 3,
        PeriodSpan::Half(_) => 6,
        PeriodSpan::NineMonths => 9,
        PeriodSpan::Year => 12,
    }
}

/// In years of weeks a month may end so many days late.
const LATE: u8 = 7;

/// The year and the month that a column's day closes.
fn month(time: Time) -> Option<(u16, u8)> {
    let (year, (month, day)) = (time.year?, time.day?);
    Some(match (month, day <= LATE) {
        (1, true) => (year.checked_sub(1)?, 12),
        (_, true) => (year, month - 1),
        (_, false) => (year, month),
    })
}

/// The year that a company's year is named for whose quarter ends then: that of its end, or the one before where it ends in
/// the first weeks of the next.
fn fiscal_year((year, month): (u16, u8), quarter: u8) -> Option<u16> {
    let closing = month + (4 - quarter.min(4)) * 3;
    let (year, closing) = if closing > 12 { (year + 1, closing - 12) } else { (year, closing) };
    if closing <= 2 { year.checked_sub(1) } else { Some(year) }
}

#[cfg(test)]
mod tests {
    use crate::parser::table::Tables;

    #[track_caller]
    fn check(heads: &str, expected: &str) {
        let text =
            format!("(in millions)\n{heads}\nNet sales  $ 900  $ 800  $ 700  $ 600\nNet income  90  80  70  60\n");
        let told = Tables::find(&text).reported();
        assert_eq!(told.map_or("-".to_owned(), |told| told.period.to_string()), expected, "{heads}");
    }

    #[test]
    fn quarters_of_the_calendar() {
        let two = |date: &str, quarter: &str| {
            let text =
                format!("Three Months Ended {date},\n    2024   2023\nNet sales  $ 900  $ 800\nNet income  90  80");
            let told = Tables::find(&text).reported();
            assert_eq!(told.map(|told| told.period.to_string()).as_deref(), Some(quarter), "{date}");
        };
        two("September 30", "2024-Q3");
        two("October 1", "2024-Q3");
        two("February 29", "2024-Q1");
        two("August 31", "2024-Q3");
        two("December 28", "2024-Q4");
    }

    #[test]
    fn longer_columns_of_the_same_day_tell_the_place() {
        check(
            "    Three Months Ended      Nine Months Ended\n   June 29, 2024   July 1, 2023   June 29, 2024   July 1, 2023",
            "2024-Q3",
        );
        check(
            "    Three Months Ended      Six Months Ended\n   Nov 30, 2024   Nov 30, 2023   Nov 30, 2024   Nov 30, 2023",
            "2025-Q2",
        );
        check(
            "    Quarter Ended        Year Ended\n   March 31, 2026   March 31, 2025   March 31, 2026   March 31, 2025",
            "2026-Q4",
        );
        check(
            "    13 Weeks Ended        52 Weeks Ended\n   Feb 1, 2025   Feb 3, 2024   Feb 1, 2025   Feb 3, 2024",
            "2024-Q4",
        );
    }

    #[test]
    fn years_and_halves_alone() {
        let lone = |heads: &str, expected: &str| {
            let text = format!("{heads}\nNet sales  $ 900  $ 800\nNet income  90  80");
            let told = Tables::find(&text).reported();
            assert_eq!(told.map(|told| told.period.to_string()).as_deref(), Some(expected), "{heads}");
        };
        lone("   Year Ended December 31,\n    2024   2023", "2024-FY");
        lone("   Twelve Months Ended June 30,\n    2024   2023", "2024-FY");
        lone("   Six Months Ended June 30,\n    2024   2023", "2024-H1");
        lone("   Six Months Ended September 30,\n    2024   2023", "2025-H1");
        lone("   Nine Months Ended September 30,\n    2024   2023", "2024-9M");
        lone("   Q3 2024   Q3 2023", "2024-Q3");
        lone("   September 30,   December 31,\n    2024   2023", "2024-Q3");
    }
}
