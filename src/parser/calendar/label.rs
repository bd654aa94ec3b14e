//! Which part of a year a document reports on: every mention votes, early ones more than late ones.

use crate::model::{Date, Period, PeriodSpan};
use crate::parser::calendar::LATEST_RESULTS;
use crate::parser::calendar::moment::{Moment, quarter_of};
use crate::parser::lexer::period::{Context, PeriodExpr, PeriodMention, TimeUnit};

/// Votes for each part of a year.
#[derive(Default)]
struct Votes {
    quarters: [u32; 4],
    halves: [u32; 2],
    nine_months: u32,
    year: u32,
    /// Votes of mentions that have months and no label: "three months to June".
    unlabelled: [u32; 4],
    /// "quarterly", "the quarter".
    some_quarter: u32,
}

/// The part that most mentions speak of.
pub(super) fn reported(
    mentions: &[(usize, PeriodMention)],
    date: Option<Date>,
    year_end: Option<u8>,
) -> Option<PeriodSpan> {
    let mut votes = Votes::default();
    for (sentence, mention) in mentions {
        votes.add(*sentence, mention, year_end.unwrap_or(12));
    }
    if let Some(date) = date {
        votes.prefer_ended(date);
    }
    votes.winner(date)
}

impl Votes {
    fn add(&mut self, sentence: usize, mention: &PeriodMention, year_end: u8) {
        let place = match sentence {
            0 => 12,
            1..=2 => 8,
            3..=7 => 4,
            _ => 2,
        };
        let weight = match mention.context {
            Context::Plain => place * 4,
            Context::Compared | Context::Ahead => place,
        };
        match mention.expr {
            PeriodExpr::Part { span, .. } | PeriodExpr::Absolute(Period { span, .. }) => {
                self.label(span, weight, mention)
            }
            PeriodExpr::Ended { months, ending } => self.months(months, ending.month, weight, year_end),
            PeriodExpr::Months { first, last, .. } => self.months((last + 12 - first) % 12 + 1, last, weight, year_end),
            PeriodExpr::The(TimeUnit::Quarter) => self.some_quarter += weight,
            PeriodExpr::The(TimeUnit::Half) => self.halves[0] += weight / 2,
            PeriodExpr::The(TimeUnit::Year) if mention.context == Context::Plain => self.year += weight / 4,
            _ => {}
        }
    }

    fn label(&mut self, span: PeriodSpan, weight: u32, mention: &PeriodMention) {
        let weight = if mention.ended.is_some() { weight * 2 } else { weight };
        match span {
            PeriodSpan::Quarter(quarter @ 1..=4) => self.quarters[usize::from(quarter) - 1] += weight,
            PeriodSpan::Half(half @ 1..=2) => self.halves[usize::from(half) - 1] += weight,
            PeriodSpan::NineMonths => self.nine_months += weight / 4,
            PeriodSpan::Year if mention.context == Context::Plain => self.year += weight / 4,
            _ => {}
        }
    }

    fn months(&mut self, months: u8, last: u8, weight: u32, year_end: u8) {
        match (months, quarter_of(last, year_end)) {
            (3, quarter @ 1..=4) => self.unlabelled[usize::from(quarter) - 1] += weight,
            (6, 3 | 4) if year_end == last => self.halves[1] += weight,
            (6, _) => self.halves[0] += weight,
            (9, _) => self.nine_months += weight / 4,
            (12, _) => self.year += weight,
            _ => {}
        }
    }

    /// The calendar quarter that has just ended is likelier than the one that runs.
    fn prefer_ended(&mut self, date: Date) {
        let last = Moment::reportable(date);
        for (quarter, votes) in (1_u8..).zip(&mut self.quarters) {
            if ended_lately(quarter, last) {
                *votes += *votes / 2;
            }
        }
    }

    fn winner(&self, date: Option<Date>) -> Option<PeriodSpan> {
        let quarters = (1_u8..).map(PeriodSpan::Quarter);
        let labelled = quarters.clone().zip(self.quarters);
        let others = [
            (PeriodSpan::Half(1), self.halves[0]),
            (PeriodSpan::Half(2), self.halves[1]),
            (PeriodSpan::NineMonths, self.nine_months),
            (PeriodSpan::Year, self.year),
        ];
        let best = most(labelled.chain(others));
        let quarterly = best.is_none_or(|(span, votes)| span == PeriodSpan::Year && votes < self.some_quarter);
        if quarterly && self.some_quarter + self.unlabelled.iter().sum::<u32>() > 0 {
            let by_date = || Some(PeriodSpan::Quarter(quarter_of(calendar_quarter_end(date?).month(), 12)));
            return most(quarters.zip(self.unlabelled)).map(|(span, _)| span).or_else(by_date);
        }
        best.map(|(span, _)| span)
    }
}

/// The first of those with the most votes.
fn most(votes: impl Iterator<Item = (PeriodSpan, u32)>) -> Option<(PeriodSpan, u32)> {
    votes.filter(|(_, votes)| *votes > 0).fold(None, |best, next| match best {
        Some((_, most)) if most >= next.1 => best,
        _ => Some(next),
    })
}

/// The last month of the calendar quarter that ended last before the date.
pub(super) fn calendar_quarter_end(date: Date) -> Moment {
    let last = Moment::of(date).plus(-1);
    last.plus(-i32::from(last.month() % 3))
}

/// Whether that calendar quarter ended so short before that its results may be news.
pub(super) fn ended_lately(quarter: u8, last: Moment) -> bool {
    (0..LATEST_RESULTS - 1).any(|back| last.plus(-back).month() == quarter * 3)
}
