//! What "the quarter", "this year" and "a year ago" mean in one document: which period it reports on, and the date it
//! was published on. How expressions are recognised is the lexer's affair.

mod label;
mod moment;
mod resolve;
mod year;

use crate::model::{Date, Document, Period, PeriodSpan};
use crate::parser::calendar::moment::{Moment, year_end_of};
use crate::parser::lexer::period::{Context, PeriodExpr, PeriodMention};
use crate::parser::table::Reported;

/// Within so many months of its end a calendar quarter is reported.
const LATEST_RESULTS: i32 = 3;
/// How old the end of a period in the news may be, in months.
const OLDEST_NEWS: i32 = 6;

/// Dates further down than this sentence are column heads, not datelines.
const DATELINE_REACH: usize = 40;

/// The dates of one document.
#[derive(Clone, Debug, Default)]
pub struct Calendar {
    /// When it was published, if that is known.
    date: Option<Date>,
    /// The period that it reports on.
    reporting: Option<Period>,
    /// Whether the text itself gives that period its year.
    named: bool,
    /// Whether the period was given from outside.
    given: bool,
    /// The month in which the reported period ends.
    end: Option<Moment>,
    /// The month in which fiscal years end, where the text tells.
    year_end: Option<u8>,
    /// The fiscal year that the text looks ahead to, where it names but one: "its fiscal 2026 outlook".
    outlook: Option<u16>,
    warnings: Vec<String>,
}

impl Calendar {
    /// The calendar of a document, from what is known beforehand and the mentions of its sentences, each with the
    /// sentence's index.
    pub fn new(document: &Document, mentions: &[(usize, PeriodMention)]) -> Self {
        let date = document.date.or_else(|| dateline(mentions));
        let year_end = year_end(mentions);
        let outlook = outlook(mentions);
        let mut calendar = Self { date, year_end, outlook, given: document.period.is_some(), ..Self::default() };
        let hint = document.hint_period;
        let read = label::reported(mentions, date, year_end);
        let Some(span) = document.period.map(|period| period.span).or(read).or(hint.map(|hint| hint.span)) else {
            return calendar;
        };
        let mut year = year::settle(span, mentions, date, year_end);
        if let Some(named) = year::of_company(span, mentions, year.stated, year_end) {
            year.year = Some(named);
        }
        let hinted = hint.filter(|hint| hint.span == span).and_then(|hint| hint.year);
        let given = document.period.and_then(|period| period.year);
        let told = given.or(year.year.filter(|_| date.is_some() || year.named));
        calendar.reporting = Some(Period { year: told.or(hinted).or(year.year), span });
        calendar.named = given.is_some() || year.named;
        calendar.end = year.end;
        calendar.year_end = year_end.or(year.stated.and_then(|end| closing_month(span, end.month())));
        let hint_span = document.period.is_none() && read.is_none();
        if hint_span || (told.is_none() && hinted.is_some() && hinted != year.year) {
            calendar.warnings.push("the period was taken from the file's name".to_owned());
        }
        calendar
    }

    /// Takes what the columns of statements report on where the text tells no period, or not its year, or only a year that
    /// was over before ("our annual report for the year ended December 31"), or the same quarter a year before, which stands
    /// beside it: "The ratio for the first quarter was 79.7% (77.2% in 2008)".
    #[must_use]
    pub fn or_by_columns(mut self, reported: impl FnOnce() -> Option<Reported>) -> Self {
        let dated = self.reporting.filter(|reporting| reporting.year.is_some());
        if dated.is_some() && self.given {
            return self;
        }
        let Some(told) = reported() else { return self };
        let end = told.end.map(|(year, month)| Moment::new(year, month));
        if let Some(dated) = dated {
            let later = end.zip(self.end).is_some_and(|(end, known)| end.since(known) > 1);
            let year_over = dated.span == PeriodSpan::Year && told.period.span != PeriodSpan::Year && later;
            if !year_over && !is_year_before(dated, told) {
                return self;
            }
            self.reporting = None;
        }
        match (self.reporting, end) {
            (None, _) => self.reporting = Some(told.period),
            (Some(reporting), Some(end)) => {
                self.reporting = Some(Period { year: Some(year::label_year(reporting.span, end)), ..reporting });
            }
            (Some(_), None) => return self,
        }
        self.end = end;
        let closing = end.zip(self.reporting).and_then(|(end, now)| closing_month(now.span, end.month()));
        self.year_end = self.year_end.or(closing);
        self
    }

    /// The period that the document reports on, such as 2024-Q4; its year is open where neither text nor date tells.
    pub fn reporting(&self) -> Option<Period> {
        self.reporting
    }

    /// The year and the month in which the reported period ends, where that is known.
    pub fn end(&self) -> Option<(u16, u8)> {
        self.end.map(|end| (end.year(), end.month()))
    }

    /// When the document was published, as given or as its own dateline says.
    pub fn date(&self) -> Option<Date> {
        self.date
    }

    /// What the reader of the report should know of how the dates were found.
    pub fn warnings(&self) -> &[String] {
        &self.warnings
    }
}

/// The first date that stands at the head of a line, near the head of the document.
fn dateline(mentions: &[(usize, PeriodMention)]) -> Option<Date> {
    mentions.iter().take_while(|(sentence, _)| *sentence < DATELINE_REACH).find_map(|(_, mention)| match mention.expr {
        PeriodExpr::Dateline(date) => Some(date),
        _ => None,
    })
}

/// The only year that is spoken of as still to come.
fn outlook(mentions: &[(usize, PeriodMention)]) -> Option<u16> {
    let mut years = mentions.iter().filter_map(|(_, mention)| match mention.expr {
        PeriodExpr::Absolute(Period { span: PeriodSpan::Year, year }) if mention.context == Context::Ahead => year,
        _ => None,
    });
    let first = years.next()?;
    years.all(|year| year == first).then_some(first)
}

/// The month in which fiscal years end: "third quarter ended July 31" tells October.
fn year_end(mentions: &[(usize, PeriodMention)]) -> Option<u8> {
    let labelled = mentions.iter().find_map(|(_, mention)| {
        let month = mention.ended?.month;
        match mention.expr {
            PeriodExpr::Part { span, .. } | PeriodExpr::Absolute(Period { span, .. }) => closing_month(span, month),
            _ => None,
        }
    });
    labelled.or_else(|| {
        mentions.iter().find_map(|(_, mention)| match mention.expr {
            PeriodExpr::Ended { months: 12, ending } => Some(ending.month),
            PeriodExpr::Ended { months: 9, ending } => closing_month(PeriodSpan::NineMonths, ending.month),
            // Six months to June or December may be either half.
            PeriodExpr::Ended { months: 6, ending } if ending.month % 6 != 0 => {
                closing_month(PeriodSpan::Half(1), ending.month)
            }
            _ => None,
        })
    })
}

/// Whether statements tell the same quarter of the calendar one year on: no company's year is named for the one before
/// already in its first three quarters.
fn is_year_before(dated: Period, told: Reported) -> bool {
    let PeriodSpan::Quarter(quarter @ 1..=3) = told.period.span else { return false };
    let year = told.period.year.filter(|_| dated.span == told.period.span);
    let calendar = told.end.is_some_and(|(year, month)| Some(year) == told.period.year && month == 3 * quarter);
    calendar && year.is_some_and(|year| dated.year == year.checked_sub(1))
}

/// The month in which fiscal years end whose part ends with `month`.
fn closing_month(span: PeriodSpan, month: u8) -> Option<u8> {
    match span {
        PeriodSpan::Quarter(quarter) => Some(year_end_of(month, quarter)),
        PeriodSpan::Half(1) => Some(year_end_of(month, 2)),
        PeriodSpan::Half(_) | PeriodSpan::Year => Some(month),
        PeriodSpan::NineMonths => Some(year_end_of(month, 3)),
        PeriodSpan::Month(_) => None,
    }
}

#[cfg(test)]
mod tests;
