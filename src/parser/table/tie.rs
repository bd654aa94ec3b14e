//! Dated columns to the company's fiscal periods. One date is tied to one fiscal quarter by what the text reports on; all
//! others follow by how far from it they are.

use std::collections::BTreeMap;

use crate::model::{Period, PeriodSpan};
use crate::parser::table::columns::Time;

/// A day that a fiscal quarter ends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tie {
    /// The day, counted from a day long ago.
    day: i64,
    /// The quarter, counted from the year 0.
    quarter: i64,
    /// What the document reports on.
    reporting: Period,
}

/// Days in a quarter, times four.
const QUARTER_TIMES_FOUR: i64 = 365;

impl Tie {
    /// The tie of a document that reports on `reporting`: the last day that its shortest columns end with. The day of what is
    /// still expected stands over few. Without such days the month counts in which the period is known to end.
    pub(super) fn new(
        reporting: Period,
        end: Option<(u16, u8)>,
        times: impl Iterator<Item = Time> + Clone,
    ) -> Option<Self> {
        let (year, quarter) = (i64::from(reporting.year?), closing_quarter(reporting.span)?);
        let ending = |months: u8| usual(times.clone().filter(|time| time.months == Some(months)).filter_map(day));
        let day = [3, 6, 9, 12].into_iter().find_map(ending).or_else(|| usual(times.clone().filter_map(day)));
        let told = || {
            end.and_then(|(year, month)| {
                self::day(Time { year: Some(year), day: Some((month, 30)), ..Time::default() })
            })
        };
        Some(Self { day: day.or_else(told).unwrap_or(i64::MIN), quarter: year * 4 + i64::from(quarter) - 1, reporting })
    }

    /// The fiscal period of a column; nothing where its heads do not tell. `latest` is the greatest year over the columns.
    pub(super) fn period(&self, time: &Time, latest: Option<u16>) -> Option<Period> {
        if time.to_date {
            let year = time.year.map_or(self.reporting.year, Some)?;
            return Some(Period::new(year, until(u8::try_from(self.quarter.rem_euclid(4) + 1).ok()?)?));
        }
        if let (Some(span), Some(day)) = (time.label, day(*time).filter(|_| self.day > i64::MIN)) {
            // The year of the date is the calendar's, the name of the quarter the company's.
            let quarter = self.quarter + quarters(day - self.day);
            let number = u8::try_from(quarter.rem_euclid(4) + 1).ok()?;
            let year = u16::try_from(quarter.div_euclid(4)).ok()?;
            return (closing_quarter(span) == Some(number)).then_some(Period::new(year, span));
        }
        if let Some(span) = time.label {
            let year = time.year.or(self.reporting.year)?;
            return Some(Period::new(year, span));
        }
        if let (None, Some(months @ (6 | 9 | 12))) = (day(*time), time.months) {
            return Some(Period::new(time.year.or(self.reporting.year)?, until(months / 3)?));
        }
        let quarter = match (day(*time), time.year, time.months) {
            (Some(day), ..) if self.day > i64::MIN => self.quarter + quarters(day - self.day),
            (Some(_), ..) => return None,
            (None, Some(year), Some(_)) => self.quarter - 4 * i64::from(latest?.checked_sub(year)?),
            (None, None, Some(_)) => self.quarter,
            (None, _, None) => return None,
        };
        let year = u16::try_from(quarter.div_euclid(4)).ok()?;
        let number = u8::try_from(quarter.rem_euclid(4) + 1).ok()?;
        let span = match time.months {
            None | Some(3) => PeriodSpan::Quarter(number),
            Some(6) if number % 2 == 0 => PeriodSpan::Half(number / 2),
            Some(9) if number == 3 => PeriodSpan::NineMonths,
            Some(12) if number == 4 => PeriodSpan::Year,
            Some(_) => return None,
        };
        Some(Period::new(year, span))
    }

    /// Whether the period ends after the reported one, so that its figures are still expected.
    pub(super) fn is_ahead(&self, period: Period) -> bool {
        let Some((year, quarter)) = period.year.zip(closing_quarter(period.span)) else { return false };
        i64::from(year) * 4 + i64::from(quarter) - 1 > self.quarter
    }
}

/// The last of the days that stand over enough columns.
pub(super) fn usual(days: impl Iterator<Item = i64>) -> Option<i64> {
    let mut counts = BTreeMap::<i64, usize>::new();
    days.for_each(|day| *counts.entry(day).or_default() += 1);
    let most = counts.values().copied().max()?;
    counts.into_iter().rev().find(|(_, count)| count * 3 >= most).map(|(day, _)| day)
}

/// The quarter that a period ends with.
pub(super) fn closing_quarter(span: PeriodSpan) -> Option<u8> {
    match span {
        PeriodSpan::Quarter(quarter) => Some(quarter),
        PeriodSpan::Half(half) => Some(half * 2),
        PeriodSpan::NineMonths => Some(3),
        PeriodSpan::Year => Some(4),
        PeriodSpan::Month(_) => None,
    }
}

/// The part of a year from its beginning to the end of a quarter.
pub(super) fn until(quarter: u8) -> Option<PeriodSpan> {
    match quarter {
        1 => Some(PeriodSpan::Quarter(1)),
        2 => Some(PeriodSpan::Half(1)),
        3 => Some(PeriodSpan::NineMonths),
        4 => Some(PeriodSpan::Year),
        _ => None,
    }
}

/// How many quarters so many days are, to the nearest.
pub(super) fn quarters(days: i64) -> i64 {
    (days * 8 + QUARTER_TIMES_FOUR * days.signum()) / (QUARTER_TIMES_FOUR * 2)
}

/// The day that a column ends with.
pub(super) fn day(time: Time) -> Option<i64> {
    let (month, day) = time.day?;
    let (year, month) = (i64::from(time.year?), i64::from(month));
    // Days since the beginning of March of the year 0, as in the well-known algorithm for civil dates.
    let (year, shifted) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let days = 365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    Some(days + (153 * shifted + 2) / 5 + i64::from(day))
}

#[cfg(test)]
mod tests {
    use super::Tie;
    use crate::model::{Period, PeriodSpan};
    use crate::parser::table::columns::Time;

    fn time(months: Option<u8>, date: &str) -> Time {
        let mut parts = date.split('-').map(|part| part.parse::<u16>().unwrap());
        let (year, month, day) = (parts.next(), parts.next().unwrap(), parts.next().unwrap());
        Time { months, year, day: Some((u8::try_from(month).unwrap(), u8::try_from(day).unwrap())), ..Time::default() }
    }

    #[track_caller]
    fn check(reporting: &str, end: &str, columns: &[(Option<u8>, &str, &str)]) {
        let tie = Tie::new(reporting.parse().unwrap(), None, [time(Some(3), end)].into_iter()).unwrap();
        for (months, date, expected) in columns {
            let period = tie.period(&time(*months, date), None);
            assert_eq!(period.map_or("-".to_owned(), |period| period.to_string()), *expected, "{date}");
        }
    }

    #[test]
    fn fiscal_years_that_end_in_october() {
        check(
            "2023-Q4",
            "2023-10-29",
            &[
                (Some(3), "2023-07-30", "2023-Q3"),
                (Some(3), "2022-10-30", "2022-Q4"),
                (Some(12), "2023-10-29", "2023-FY"),
                (None, "2022-10-30", "2022-Q4"),
            ],
        );
    }

    #[test]
    fn a_named_quarter_with_the_year_of_its_date() {
        let tie = Tie::new("2026-Q1".parse().unwrap(), None, [time(None, "2025-08-30")].into_iter()).unwrap();
        let label = |span, date| tie.period(&Time { label: Some(span), ..time(None, date) }, None);
        let shown = |period: Option<Period>| period.map_or("-".to_owned(), |period| period.to_string());
        assert_eq!(shown(label(PeriodSpan::Quarter(1), "2025-08-30")), "2026-Q1");
        assert_eq!(shown(label(PeriodSpan::Quarter(1), "2024-08-31")), "2025-Q1");
        assert_eq!(shown(label(PeriodSpan::Year, "2025-05-31")), "2025-FY");
        assert_eq!(shown(label(PeriodSpan::Quarter(2), "2025-08-30")), "-");
    }

    #[test]
    fn years_of_weeks() {
        check("2023-Q3", "2023-05-07", &[(Some(9), "2022-05-08", "2022-9M"), (None, "2022-08-28", "2022-Q4")]);
        check("2023-Q2", "2023-06-17", &[(Some(6), "2022-06-11", "2022-H1"), (None, "2022-12-31", "2022-Q4")]);
        check("2022-Q4", "2023-01-28", &[(Some(12), "2022-01-29", "2021-FY"), (Some(12), "2022-10-29", "-")]);
    }
}
