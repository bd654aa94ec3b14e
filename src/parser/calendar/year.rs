//! Which year the reported part is of: by the date of publication, or by the years that the text names.

use std::collections::BTreeMap;

use crate::model::{Date, Period, PeriodSpan};
use crate::parser::calendar::label::ended_lately;
use crate::parser::calendar::moment::Moment;
use crate::parser::lexer::period::{Context, PeriodExpr, PeriodMention};

/// What is known of the reported period's place in time.
#[derive(Default)]
pub(super) struct Placed {
    /// The year of its label.
    pub(super) year: Option<u16>,
    /// Whether the text gives the label that year.
    pub(super) named: bool,
    /// The month in which it ends.
    pub(super) end: Option<Moment>,
}

/// Places the reported part in time.
pub(super) fn settle(
    span: PeriodSpan,
    mentions: &[(usize, PeriodMention)],
    date: Option<Date>,
    year_end: Option<u8>,
) -> Placed {
    let stated = stated_end(span, mentions, date);
    let Some(date) = date else {
        let year = by_names(span, mentions).or(stated.map(Moment::year));
        return Placed { year, named: year.is_some(), end: stated };
    };
    let end = stated.or_else(|| end_by_date(span, date, year_end));
    let expected = end.map_or(date.year(), |end| label_year(span, end));
    let later = names(span, mentions).any(|(year, context)| year == expected + 1 && context == Context::Plain);
    let same = names(span, mentions).any(|(year, _)| year == expected);
    Placed { year: Some(if later { expected + 1 } else { expected }), named: later || same, end }
}

/// A year that ends in January or February is mostly the year before.
fn label_year(span: PeriodSpan, end: Moment) -> u16 {
    match span {
        PeriodSpan::Year if end.month() <= 2 => end.year().saturating_sub(1),
        _ => end.year(),
    }
}

/// The years that the text gives to the part, and in what context.
fn names(span: PeriodSpan, mentions: &[(usize, PeriodMention)]) -> impl Iterator<Item = (u16, Context)> {
    mentions.iter().filter_map(move |(_, mention)| match mention.expr {
        PeriodExpr::Absolute(period) if period.span == span => Some((period.year?, mention.context)),
        _ => None,
    })
}

/// The end that the text states for the part, the last one that can have been reported.
fn stated_end(span: PeriodSpan, mentions: &[(usize, PeriodMention)], date: Option<Date>) -> Option<Moment> {
    let now = date.map(|date| Moment::of(date));
    let labelled = mentions.iter().filter_map(|(_, mention)| match mention.expr {
        PeriodExpr::Absolute(Period { span: of, .. }) | PeriodExpr::Part { span: of, .. } if of == span => {
            mention.ended
        }
        _ => None,
    });
    let bare = mentions.iter().filter_map(|(_, mention)| match mention.expr {
        PeriodExpr::Ended { months, ending } if months == length(span) => Some(ending),
        PeriodExpr::Months { first, last, year } if (last + 12 - first) % 12 + 1 == length(span) => {
            Some(crate::parser::lexer::period::Ending { year, month: last })
        }
        _ => None,
    });
    let last = |end: &Moment| now.is_none_or(|now| *end <= now);
    let labelled = labelled.filter_map(|ending| Moment::ending(ending, now, false)).filter(last).max();
    labelled.or_else(|| bare.filter_map(|ending| Moment::ending(ending, now, false)).filter(last).max())
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

/// The month in which the part ended that is news on that day.
fn end_by_date(span: PeriodSpan, date: Date, year_end: Option<u8>) -> Option<Moment> {
    let last = Moment::reportable(date);
    let closing = match span {
        PeriodSpan::Month(month) => month,
        PeriodSpan::Quarter(quarter) => quarter * 3,
        PeriodSpan::Half(half) => half * 6,
        PeriodSpan::NineMonths => 9,
        PeriodSpan::Year => 12,
    };
    let closing = match year_end {
        Some(year_end) => (closing + year_end - 1) % 12 + 1,
        None => closing,
    };
    let recent = (0..12).map(|back| last.plus(-back)).find(|end| end.month() == closing)?;
    let fiscal = match span {
        PeriodSpan::Quarter(quarter) => year_end.is_none() && !ended_lately(quarter, last),
        PeriodSpan::Half(_) => year_end.is_none() && last.since(recent) > 5,
        PeriodSpan::Month(_) | PeriodSpan::NineMonths | PeriodSpan::Year => false,
    };
    Some(if fiscal { last } else { recent })
}

/// The likeliest year by the years that the text names, where nothing tells when it was published.
fn by_names(span: PeriodSpan, mentions: &[(usize, PeriodMention)]) -> Option<u16> {
    let mut scores = BTreeMap::<u16, u32>::new();
    let mut vote = |year: u16, votes: u32| *scores.entry(year).or_default() += votes;
    let closes_year = matches!(span, PeriodSpan::Quarter(4) | PeriodSpan::Half(2) | PeriodSpan::Year);
    for (_, mention) in mentions {
        let PeriodExpr::Absolute(Period { year: Some(year), span: named }) = mention.expr else { continue };
        match (named == span, named, mention.context) {
            (true, _, Context::Compared) => vote(year + 1, 3),
            (true, _, _) => {
                vote(year, 4);
                vote(year + 1, 1);
            }
            (false, PeriodSpan::Year, Context::Ahead) if closes_year => vote(year - 1, 2),
            (false, PeriodSpan::Year, Context::Compared) => vote(year + 1, 1),
            (false, PeriodSpan::Year, _) => vote(year, 2),
            (false, _, _) if named > span => vote(year, 2),
            (false, _, _) => vote(year, 1),
        }
    }
    scores.into_iter().max_by_key(|(year, votes)| (*votes, *year)).map(|(year, _)| year)
}
