//! The time that a figure covers, by the company's own fiscal label.

use std::fmt;
use std::str::FromStr;

/// How much of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PeriodSpan {
    /// One month, 1 to 12.
    Month(u8),
    /// One quarter, 1 to 4.
    Quarter(u8),
    /// One half, 1 or 2.
    Half(u8),
    /// The first nine months.
    NineMonths,
    /// The whole year.
    Year,
}

/// A quarter, half, nine months, year or month; `year` is `None` where the text does not tell which.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Period {
    /// The fiscal year, such as 2024.
    pub year: Option<u16>,
    /// The part of it.
    pub span: PeriodSpan,
}

impl Period {
    /// The period of a known year.
    pub fn new(year: u16, span: PeriodSpan) -> Self {
        Self { year: Some(year), span }
    }

    /// The whole year.
    pub fn year(year: u16) -> Self {
        Self::new(year, PeriodSpan::Year)
    }

    /// A quarter, 1 to 4, of a year.
    pub fn quarter(year: u16, quarter: u8) -> Self {
        Self::new(year, PeriodSpan::Quarter(quarter))
    }

    /// The same part of the year before: the base of a year-over-year comparison.
    #[must_use]
    pub fn year_before(self) -> Self {
        Self { year: self.year.map(|year| year.saturating_sub(1)), ..self }
    }

    /// The same part of the year after.
    #[must_use]
    pub fn year_after(self) -> Self {
        Self { year: self.year.map(|year| year.saturating_add(1)), ..self }
    }

    /// The period of the same length just before: the base of a quarter-over-quarter comparison.
    #[must_use]
    pub fn previous(self) -> Self {
        self.step(true)
    }

    /// The period of the same length just after: "next quarter".
    #[must_use]
    pub fn next(self) -> Self {
        self.step(false)
    }

    /// The period as people write it: `Q4 2024`, `FY 2025`, `Jul 2024`; `Q2` where the year is open.
    ///
    /// ```
    /// assert_eq!(topline::model::Period::quarter(2024, 4).label(), "Q4 2024");
    /// ```
    pub fn label(self) -> String {
        let month = |month: u8| MONTHS.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or("?");
        let span = match self.span {
            PeriodSpan::Month(number) => month(number).to_owned(),
            PeriodSpan::Quarter(quarter) => format!("Q{quarter}"),
            PeriodSpan::Half(half) => format!("H{half}"),
            PeriodSpan::NineMonths => "9M".to_owned(),
            PeriodSpan::Year => "FY".to_owned(),
        };
        self.year.map_or_else(|| span.clone(), |year| format!("{span} {year}"))
    }

    fn step(self, back: bool) -> Self {
        let (part, parts, make): (u8, u8, fn(u8) -> PeriodSpan) = match self.span {
            PeriodSpan::Month(month) => (month, 12, PeriodSpan::Month),
            PeriodSpan::Quarter(quarter) => (quarter, 4, PeriodSpan::Quarter),
            PeriodSpan::Half(half) => (half, 2, PeriodSpan::Half),
            PeriodSpan::NineMonths | PeriodSpan::Year => (1, 1, |_| PeriodSpan::Year),
        };
        let wraps = if back { part <= 1 } else { part >= parts };
        let year = match (wraps, back) {
            (true, true) => self.year_before().year,
            (true, false) => self.year_after().year,
            (false, _) => self.year,
        };
        let part = match (wraps, back) {
            (true, true) => parts,
            (true, false) => 1,
            (false, true) => part - 1,
            (false, false) => part + 1,
        };
        let span = if parts == 1 { self.span } else { make(part) };
        Self { year, span }
    }
}

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Written as in the JSON contract: `2024-Q4`, `2025-FY`, `2024-H1`, `2024-9M`, `2024-07`, `XXXX-Q2`.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) => write!(f, "{year:04}-")?,
            None => f.write_str("XXXX-")?,
        }
        match self.span {
            PeriodSpan::Month(month) => write!(f, "{month:02}"),
            PeriodSpan::Quarter(quarter) => write!(f, "Q{quarter}"),
            PeriodSpan::Half(half) => write!(f, "H{half}"),
            PeriodSpan::NineMonths => f.write_str("9M"),
            PeriodSpan::Year => f.write_str("FY"),
        }
    }
}

/// Reads what [`Display`](fmt::Display) writes.
impl FromStr for Period {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let parse = || {
            let (year, span) = text.split_once('-')?;
            let year = match year {
                "XXXX" => None,
                digits if digits.len() == 4 => Some(digits.parse().ok().filter(|y| (1900..2200).contains(y))?),
                _ => return None,
            };
            let span = match span {
                "Q1" => PeriodSpan::Quarter(1),
                "Q2" => PeriodSpan::Quarter(2),
                "Q3" => PeriodSpan::Quarter(3),
                "Q4" => PeriodSpan::Quarter(4),
                "H1" => PeriodSpan::Half(1),
                "H2" => PeriodSpan::Half(2),
                "9M" => PeriodSpan::NineMonths,
                "FY" => PeriodSpan::Year,
                month if month.len() == 2 => {
                    PeriodSpan::Month(month.parse().ok().filter(|month| (1..=12).contains(month))?)
                }
                _ => return None,
            };
            Some(Self { year, span })
        };
        parse().ok_or_else(|| {
            format!("'{text}' is not a period; write it as 2024-Q4, 2024-H1, 2024-9M, 2024-FY or 2024-07")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Period;

    #[track_caller]
    fn check(text: &str, change: fn(Period) -> Period, expected: &str) {
        assert_eq!(change(text.parse().unwrap()).to_string(), expected);
    }

    #[test]
    fn reads_what_it_writes() {
        for text in ["2024-Q4", "2025-FY", "2024-H1", "2024-9M", "2024-07", "XXXX-Q2"] {
            check(text, |period| period, text);
        }
        for text in ["2024", "2024-Q5", "24-Q1", "2024-13", ""] {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
    }

    #[test]
    fn reads_as_people_write_it() {
        for (text, expected) in [
            ("2024-Q4", "Q4 2024"),
            ("2025-FY", "FY 2025"),
            ("2024-07", "Jul 2024"),
            ("XXXX-Q2", "Q2"),
            ("2024-9M", "9M 2024"),
        ] {
            assert_eq!(text.parse::<Period>().unwrap().label(), expected);
        }
    }

    #[test]
    fn steps_in_time() {
        check("2024-Q4", Period::next, "2025-Q1");
        check("2024-Q1", Period::previous, "2023-Q4");
        check("2024-Q1", Period::year_before, "2023-Q1");
        check("2024-12", Period::next, "2025-01");
        check("2024-FY", Period::next, "2025-FY");
        check("2024-9M", Period::previous, "2023-9M");
        check("XXXX-H1", Period::previous, "XXXX-H2");
    }
}
