//! Which part of a year a document reports on: every mention votes, early ones more than late ones.

use crate::model::{Date, Period, PeriodSpan};
use crate::parser::calendar::moment::{Moment, quarter_of};
use crate::parser::calendar::{LATEST_RESULTS, OLDEST_NEWS};
use crate::parser::lexer::period::{Context, Ending, PeriodExpr, PeriodMention, TimeUnit, YearShift};

/// Votes for each part of a year.
#[derive(Default)]
struct Votes {
    /// Labels that are neither compared with nor still to come.
    quarters: [u32; 4],
    /// Labels of quarters that are still to come: the reported one is the one before.
    ahead: [u32; 4],
    /// Labels of quarters that are compared with.
    compared: [u32; 4],
    /// Three months without a label: "three months to June".
    unlabelled: [u32; 4],
    /// "quarterly", "the quarter".
    some_quarter: u32,
    halves: [u32; 2],
    nine_months: u32,
    year: u32,
}

/// The part that most mentions speak of.
pub(super) fn reported(
    mentions: &[(usize, PeriodMention)],
    date: Option<Date>,
    year_end: Option<u8>,
) -> Option<PeriodSpan> {
    let mut votes = Votes::default();
    for (sentence, mention) in mentions {
        votes.add(*sentence, mention, date.map(Moment::of), year_end);
    }
    let closing = votes.quarters[3] + votes.unlabelled[3];
    if let Some(date) = date {
        votes.prefer_ended(Moment::reportable(date));
    }
    votes.winner(date, closing, year_end)
}

impl Votes {
    fn add(&mut self, sentence: usize, mention: &PeriodMention, now: Option<Moment>, year_end: Option<u8>) {
        let place = match sentence {
            0 => 12,
            1..=2 => 8,
            3..=7 => 4,
            _ => 2,
        };
        let weight = if mention.context == Context::Plain { place * 4 } else { place };
        match mention.expr {
            PeriodExpr::Part { span, .. }
            | PeriodExpr::Absolute(Period { span, .. })
            | PeriodExpr::PartOf { span, year: YearShift::This } => self.label(span, weight, mention),
            PeriodExpr::Ended { months, ending } if is_news(ending, now) => {
                self.months(months, ending.month, weight, year_end);
            }
            PeriodExpr::Months { first, last, .. } => self.months((last + 12 - first) % 12 + 1, last, weight, year_end),
            PeriodExpr::The(TimeUnit::Quarter) => self.some_quarter += weight,
            PeriodExpr::This(TimeUnit::Quarter) | PeriodExpr::Current(TimeUnit::Quarter) => self.some_quarter += place,
            PeriodExpr::The(TimeUnit::Half) => self.halves[0] += weight / 2,
            PeriodExpr::The(TimeUnit::Year) if mention.context == Context::Plain => self.year += weight / 4,
            _ => {}
        }
    }

    fn label(&mut self, span: PeriodSpan, weight: u32, mention: &PeriodMention) {
        let weight = if mention.ended.is_some() { weight * 2 } else { weight };
        match span {
            PeriodSpan::Quarter(quarter) => {
                let quarters = match mention.context {
                    Context::Plain => &mut self.quarters,
                    Context::Compared => &mut self.compared,
                    Context::Ahead => &mut self.ahead,
                };
                vote(quarters, quarter, weight);
            }
            PeriodSpan::Half(half) => vote(&mut self.halves, half, weight),
            PeriodSpan::NineMonths => self.nine_months += weight / 4,
            PeriodSpan::Year if mention.context == Context::Plain => self.year += weight / 4,
            PeriodSpan::Year | PeriodSpan::Month(_) => {}
        }
    }

    fn months(&mut self, months: u8, last: u8, weight: u32, year_end: Option<u8>) {
        match (months, quarter_of(last, year_end.unwrap_or(12))) {
            (3, quarter) => vote(&mut self.unlabelled, quarter, weight),
            (6, 4) if year_end.is_some() => self.halves[1] += weight,
            // Six months to December are a first half in Australia.
            (6, 4) => self.halves[1] += weight / 4,
            (6, _) => self.halves[0] += weight,
            (9, _) => self.nine_months += weight / 4,
            (12, _) => self.year += weight,
            _ => {}
        }
    }

    /// The calendar quarter that has just ended is likelier than the one that runs.
    fn prefer_ended(&mut self, last: Moment) {
        for (quarter, votes) in (1_u8..).zip(&mut self.quarters) {
            if ended_lately(quarter, last) {
                *votes += *votes / 2;
            }
        }
        for (half, votes) in (1_u8..).zip(&mut self.halves) {
            if !ended_lately(half * 2, last) {
                *votes /= 2;
            }
        }
    }

    /// The winner; `closing` are the votes for a fourth quarter, whatever the date.
    fn winner(&self, date: Option<Date>, closing: u32, year_end: Option<u8>) -> Option<PeriodSpan> {
        let quarters = (1_u8..).map(PeriodSpan::Quarter);
        let others = [
            (PeriodSpan::Half(1), self.halves[0]),
            (PeriodSpan::Half(2), self.halves[1]),
            (PeriodSpan::NineMonths, self.nine_months),
            (PeriodSpan::Year, self.year),
        ];
        let (best, votes) = most(quarters.zip(self.quarter_votes()).chain(others)).unwrap_or((PeriodSpan::Year, 0));
        match best {
            // Who reports a year and its last quarter reports the quarter.
            PeriodSpan::Year if closing * 3 > votes => Some(PeriodSpan::Quarter(4)),
            PeriodSpan::Year if votes <= self.some_quarter => {
                self.unnamed_quarter(date, year_end).or((votes > 0).then_some(best))
            }
            _ => Some(best),
        }
    }

    fn quarter_votes(&self) -> [u32; 4] {
        let labelled = self.quarters.iter().any(|votes| *votes > 0);
        let mut votes = if labelled { self.quarters } else { self.unlabelled };
        for (index, votes) in votes.iter_mut().enumerate() {
            let of = |votes: &[u32; 4]| votes.get(index).copied().unwrap_or_default();
            if *votes > 0 {
                *votes += if labelled { of(&self.unlabelled) } else { 0 };
                *votes += of(&self.ahead) + of(&self.compared) + self.some_quarter / 2;
            }
        }
        votes
    }

    /// The quarter of a text that speaks of one and names only others: the one before the guided one, or the one that
    /// has just ended.
    fn unnamed_quarter(&self, date: Option<Date>, year_end: Option<u8>) -> Option<PeriodSpan> {
        let guided = most((1_u8..).zip(self.ahead)).map(|(quarter, _)| (quarter + 2) % 4 + 1);
        let ended = || {
            (self.some_quarter > 0).then_some(quarter_of(calendar_quarter_end(date?).month(), year_end.unwrap_or(12)))
        };
        let compared = || most((1_u8..).zip(self.compared)).map(|(quarter, _)| quarter);
        guided.or_else(ended).or_else(compared).map(PeriodSpan::Quarter)
    }
}

/// Whether a stretch with that end can be in the news: its end is lately past.
fn is_news(ending: Ending, now: Option<Moment>) -> bool {
    let end = Moment::ending(ending, now, false);
    now.zip(end).is_none_or(|(now, end)| (0..=OLDEST_NEWS).contains(&now.since(end)))
}

/// Votes for part `number`, counted from 1.
fn vote(parts: &mut [u32], number: u8, weight: u32) {
    if let Some(votes) = usize::from(number).checked_sub(1).and_then(|index| parts.get_mut(index)) {
        *votes += weight;
    }
}

/// The first of those with the most votes.
fn most<T: Copy>(votes: impl Iterator<Item = (T, u32)>) -> Option<(T, u32)> {
    votes.filter(|(_, votes)| *votes > 0).fold(None, |best: Option<(T, u32)>, next| match best {
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
    (0..LATEST_RESULTS).any(|back| last.plus(-back).month() == quarter * 3)
}
