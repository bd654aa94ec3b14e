//! Which year the reported part is of: by the date of publication, or by the years that the text names.

use std::collections::BTreeMap;

use crate::model::{Date, Period, PeriodSpan};
use crate::parser::calendar::OLDEST_NEWS;
use crate::parser::calendar::label::ended_lately;
use crate::parser::calendar::moment::{Moment, length};
use crate::parser::lexer::period::{Context, PeriodExpr, PeriodMention};

/// Fiscal years that end up to this month may have the name of the year before: "the fourth quarter of fiscal 2022"
/// that ended in January 2023.
const LATEST_EARLIER_LABEL: u8 = 3;

/// What is known of the reported period's place in time.
#[derive(Default)]
pub(super) struct Placed {
    /// The year of its label.
    pub(super) year: Option<u16>,
    /// Whether the text gives the label that year.
    pub(super) named: bool,
    /// The month in which it ends, where the text states it.
    pub(super) stated: Option<Moment>,
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
        let named = names(span, mentions).any(|(name, context)| Some(name) == year && context == Context::Plain);
        return Placed { year, named, stated, end: stated };
    };
    let end = stated.or_else(|| end_by_date(span, date, year_end));
    let expected = end.map_or(date.year(), |end| label_year(span, end));
    let says = |year: u16| names(span, mentions).any(|(name, context)| name == year && context == Context::Plain);
    let same = names(span, mentions).any(|(year, _)| year == expected);
    let early_in_year = end.is_some_and(|end| end.month() <= LATEST_EARLIER_LABEL);
    let closes_year = matches!(span, PeriodSpan::Quarter(4) | PeriodSpan::Half(2) | PeriodSpan::Year);
    // "Rs 340 crore, as against Rs 303 crore in Q2 FY24": the part a year before has the name that the date would give to this.
    let before = is_base_named(span, mentions, expected);
    let later = before || says(expected.saturating_add(1)) && (span != PeriodSpan::Year || (early_in_year && !same));
    let earlier = says(expected.saturating_sub(1)) && early_in_year && closes_year && !same;
    let year = match (later, earlier) {
        (true, _) => expected.saturating_add(1),
        (false, true) => expected.saturating_sub(1),
        (false, false) => expected,
    };
    Placed { year: Some(year), named: later || same || earlier, stated, end }
}

/// Whether the same quarter or half of that year is only named as what figures are set against.
fn is_base_named(span: PeriodSpan, mentions: &[(usize, PeriodMention)], year: u16) -> bool {
    let part = matches!(span, PeriodSpan::Quarter(1..=3) | PeriodSpan::Half(1));
    part && names(span, mentions).next().is_some()
        && names(span, mentions).all(|(named, context)| named == year && context == Context::Compared)
}

/// The company's year of a quarter or half that no label names, by its stated end and that of the year: the one in which the
/// year ends.
pub(super) fn of_company(
    span: PeriodSpan,
    mentions: &[(usize, PeriodMention)],
    stated: Option<Moment>,
    year_end: Option<u8>,
) -> Option<u16> {
    let is_label = |(_, mention): &(usize, PeriodMention)| match mention.expr {
        PeriodExpr::Absolute(Period { span: named, .. }) | PeriodExpr::Part { span: named, .. } => named == span,
        PeriodExpr::PartOf { .. } => true,
        _ => false,
    };
    let part = matches!(span, PeriodSpan::Quarter(_) | PeriodSpan::Half(_) | PeriodSpan::NineMonths);
    let (end, closing) = stated.zip(year_end).filter(|_| part && !mentions.iter().any(is_label))?;
    let left = (i32::from(closing) - i32::from(end.month())).rem_euclid(12);
    Some(label_year(PeriodSpan::Year, end.plus(left)))
}

/// A year that ends in January or February is mostly the year before.
pub(super) fn label_year(span: PeriodSpan, end: Moment) -> u16 {
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
    let now = date.map(Moment::of);
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
    let last = |end: &Moment| now.is_none_or(|now| (0..=OLDEST_NEWS).contains(&now.since(*end)));
    let labelled = labelled.filter_map(|ending| Moment::ending(ending, now, false)).filter(last).max();
    labelled.or_else(|| bare.filter_map(|ending| Moment::ending(ending, now, false)).filter(last).max())
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

/// What a mention with a year is, seen from the reported part.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kin {
    /// The reported part itself.
    Same,
    /// A quarter further back in the year.
    Earlier,
    /// A quarter further on in the year.
    Later,
    /// A year, or a half, in a report that does not close the year.
    Year,
    /// A year, or a half, in one that does.
    ClosingYear,
    /// A year in a report of a whole year.
    Annual,
    /// A stated end.
    End,
}

/// Years from the reported one that a mention may name: from this many back to as many ahead.
const REACH: u16 = 3;

/// How much a mention speaks for each distance of its year from the reported one, from three years back to three
/// ahead. The weights are logarithms of how often such mentions, in calls whose year is known, lie so far off; those of
/// whole years, which no call reports alone, are set after them.
static WEIGHTS: &[(Kin, Context, [u32; 7])] = &[
    (Kin::Same, Context::Plain, [0, 5, 14, 16, 0, 0, 0]),
    (Kin::Same, Context::Compared, [0, 12, 17, 6, 0, 0, 0]),
    (Kin::Same, Context::Ahead, [0, 8, 6, 17, 6, 6, 0]),
    (Kin::Earlier, Context::Plain, [0, 0, 8, 16, 14, 0, 0]),
    (Kin::Earlier, Context::Compared, [0, 0, 6, 18, 2, 0, 0]),
    (Kin::Earlier, Context::Ahead, [0, 0, 0, 8, 18, 0, 0]),
    (Kin::Later, Context::Plain, [0, 8, 15, 15, 6, 0, 0]),
    (Kin::Later, Context::Compared, [0, 8, 17, 8, 4, 0, 0]),
    (Kin::Later, Context::Ahead, [0, 5, 3, 18, 3, 0, 0]),
    (Kin::Year, Context::Plain, [0, 9, 12, 15, 11, 6, 3]),
    (Kin::Year, Context::Compared, [0, 15, 15, 7, 4, 0, 0]),
    (Kin::Year, Context::Ahead, [0, 1, 3, 17, 13, 5, 0]),
    (Kin::ClosingYear, Context::Plain, [0, 3, 9, 16, 13, 4, 1]),
    (Kin::ClosingYear, Context::Compared, [0, 7, 16, 14, 5, 0, 0]),
    (Kin::ClosingYear, Context::Ahead, [0, 0, 0, 9, 18, 6, 0]),
    (Kin::Annual, Context::Plain, [0, 2, 10, 18, 6, 2, 0]),
    (Kin::Annual, Context::Compared, [0, 7, 18, 6, 0, 0, 0]),
    (Kin::Annual, Context::Ahead, [0, 0, 0, 8, 18, 5, 0]),
    (Kin::End, Context::Plain, [0, 0, 11, 17, 2, 1, 0]),
    (Kin::End, Context::Compared, [0, 0, 16, 14, 2, 0, 0]),
    (Kin::End, Context::Ahead, [0, 0, 10, 16, 10, 0, 0]),
];

/// Mentions of one kind and distance count no more often than this: repetition is no further evidence.
const MOST_MENTIONS: u32 = 4;

/// The likeliest year by the years that the text names, where nothing tells when it was published.
fn by_names(span: PeriodSpan, mentions: &[(usize, PeriodMention)]) -> Option<u16> {
    let mut counts = BTreeMap::<(usize, u16), u32>::new();
    for (kin, year, context) in mentions.iter().filter_map(|(_, mention)| kin(span, mention)) {
        if let Some(row) = WEIGHTS.iter().position(|(of, said, _)| *of == kin && *said == context) {
            *counts.entry((row, year)).or_default() += 1;
        }
    }
    let opening = opening(span, mentions);
    let first = counts.keys().map(|(_, year)| *year).min()?.saturating_sub(1);
    let last = counts.keys().map(|(_, year)| *year).max()?.saturating_add(1);
    let score = |candidate: u16| -> u32 {
        let votes = counts.iter().filter_map(|((row, year), count)| {
            let distance = usize::from((year + REACH).checked_sub(candidate)?);
            let (_, _, weights) = WEIGHTS.get(*row)?;
            Some(weights.get(distance)? * count.min(&MOST_MENTIONS))
        });
        votes.sum::<u32>() + if opening == Some(candidate) { OPENING_WEIGHT } else { 0 }
    };
    (first..=last).rev().max_by_key(|year| score(*year))
}

/// How much the first label of the opening speaks for its year, on the scale of [`WEIGHTS`].
const OPENING_WEIGHT: u32 = 16;
/// Sentences that count as the opening.
const OPENING: usize = 4;

/// "Results for the third quarter of 2011": the year that the opening gives to the part before any other.
fn opening(span: PeriodSpan, mentions: &[(usize, PeriodMention)]) -> Option<u16> {
    let near = mentions.iter().filter(|(sentence, _)| *sentence < OPENING);
    near.filter_map(|(_, mention)| kin(span, mention))
        .find(|(kin, _, context)| (*kin, *context) == (Kin::Same, Context::Plain))
        .map(|(_, year, _)| year)
}

/// What the mention is to the reported part, if it has a year.
fn kin(span: PeriodSpan, mention: &PeriodMention) -> Option<(Kin, u16, Context)> {
    let closes_year = matches!(span, PeriodSpan::Quarter(4) | PeriodSpan::Half(2));
    let (kin, year) = match mention.expr {
        PeriodExpr::Absolute(Period { year, span: named }) => match named {
            PeriodSpan::Year if span == PeriodSpan::Year => (Kin::Annual, year),
            _ if named == span => (Kin::Same, year),
            PeriodSpan::Quarter(_) if named < span => (Kin::Earlier, year),
            PeriodSpan::Quarter(_) => (Kin::Later, year),
            PeriodSpan::Year | PeriodSpan::Half(_) if closes_year => (Kin::ClosingYear, year),
            PeriodSpan::Year | PeriodSpan::Half(_) => (Kin::Year, year),
            PeriodSpan::Month(_) | PeriodSpan::NineMonths => return None,
        },
        PeriodExpr::Ended { ending, .. } | PeriodExpr::AsOf(ending) => (Kin::End, ending.year),
        PeriodExpr::Months { year, .. } => (Kin::End, year),
        _ => (Kin::End, mention.ended?.year),
    };
    Some((kin, year?, mention.context))
}
