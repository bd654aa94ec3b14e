//! A calendar date, as precise as earnings texts need: no time, no zone.

use std::fmt;
use std::str::FromStr;

/// A day of the Gregorian calendar.
///
/// Invariant: `month` is 1 to 12, `day` is 1 to 31 and exists in that month, `year` is 1900 to 2199.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The date, or `None` where the calendar has no such day.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap = (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400);
        let days = match month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        ((1900..2200).contains(&year) && (1..=days).contains(&day)).then_some(Self { year, month, day })
    }

    /// The year, such as 2024.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }
}

/// Reads `2024-10-30`; a time after the date, as in `2024-10-30T21:05:00Z`, is left aside.
impl FromStr for Date {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let parse = || {
            let day = text.get(..10)?;
            let mut parts = day.split('-');
            let date = Self::new(parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
            let ends = text.get(10..).is_none_or(|rest| rest.is_empty() || rest.starts_with(['T', ' ']));
            date.filter(|_| ends && parts.next().is_none())
        };
        parse().ok_or_else(|| format!("'{text}' is not a date; write it as 2024-10-30"))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn reads_iso_dates_and_refuses_what_is_no_day() {
        for (text, reads) in [
            ("2024-10-30", true),
            ("2024-02-29", true),
            ("2024-10-30T21:05:00Z", true),
            ("2023-02-29", false),
            ("2024-13-01", false),
            ("30.10.2024", false),
            ("2024-10-30x", false),
            ("", false),
        ] {
            assert_eq!(text.parse::<Date>().is_ok(), reads, "{text}");
        }
    }
}
