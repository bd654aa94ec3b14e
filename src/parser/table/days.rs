//! Days, months and years over columns to whole dates. They stand side by side, or under each other in lines of their own.

use std::ops::Range;

use crate::parser::table::head::{Head, Token};
use crate::parser::table::item::{Gap, Item};

/// Joins each day with the year that follows it, where days and years alternate: "Apr 1, 2023 Apr 2, 2022".
pub(super) fn fused(heads: &[Token], items: &[Item]) -> Vec<Token> {
    let heads = &whole_days(heads);
    let dated: Vec<&Token> = heads.iter().filter(|token| matches!(token.head, Head::Day(..) | Head::Year(_))).collect();
    let pairs = dated.as_chunks::<2>();
    let alternate = pairs.1.is_empty()
        && pairs.0.iter().all(|[day, year]| matches!((day.head, year.head), (Head::Day(..), Head::Year(_))));
    if !alternate {
        return beside(heads, items);
    }
    let mut day = None;
    let mut joined = Vec::with_capacity(heads.len());
    for token in heads {
        match (token.head, day) {
            (Head::Day(month, number), _) => day = Some((month, number, token)),
            (Head::Year(year), Some((month, number, day))) => {
                joined.push(Token { head: Head::Date(year, month, number), items: reach(day, token), ..token.clone() });
            }
            _ => joined.push(token.clone()),
        }
    }
    joined
}

/// The items of a date: of one in two lines, the year's.
fn reach(day: &Token, year: &Token) -> Range<usize> {
    if day.line == year.line { day.items.start..year.items.end } else { year.items.clone() }
}

/// Joins each day with a year right beside it, if as many days as years are left: "August 28,   May 7, 2023   2022".
fn beside(heads: &[Token], items: &[Item]) -> Vec<Token> {
    let is_last = |year: &Token| items.get(year.items.end).is_none_or(|next| next.gap != Gap::Narrow);
    let pair = |at: usize| {
        let (day, year) = (heads.get(at)?, heads.get(at + 1)?);
        match (day.head, year.head) {
            (Head::Day(month, number_of_day), Head::Year(number))
                if day.line == year.line && day.items.end == year.items.start && is_last(year) =>
            {
                Some(Token { head: Head::Date(number, month, number_of_day), items: reach(day, year), ..year.clone() })
            }
            _ => None,
        }
    };
    let mut joined = Vec::with_capacity(heads.len());
    let (mut at, mut pairs) = (0, 0);
    while let Some(token) = heads.get(at) {
        let found = pair(at);
        (at, pairs) = if found.is_some() { (at + 2, pairs + 1) } else { (at + 1, pairs) };
        joined.push(found.unwrap_or_else(|| token.clone()));
    }
    let days = joined.iter().filter(|token| matches!(token.head, Head::Day(..))).count();
    let years = joined.iter().filter(|token| matches!(token.head, Head::Year(_))).count();
    if pairs == 0 || days != years {
        return heads.to_vec();
    }
    let mut left = joined.clone().into_iter().filter_map(|token| match token.head {
        Head::Day(month, day) => Some((month, day)),
        _ => None,
    });
    let date = |token: Token| match token.head {
        Head::Day(..) => None,
        Head::Year(year) => left.next().map(|(month, day)| Token { head: Head::Date(year, month, day), ..token }),
        _ => Some(token),
    };
    joined.into_iter().filter_map(date).collect()
}

/// Joins months with the days that stand under them.
fn whole_days(heads: &[Token]) -> Vec<Token> {
    let months: Vec<u8> = heads
        .iter()
        .filter_map(|token| match token.head {
            Head::Day(month, 0) => Some(month),
            _ => None,
        })
        .collect();
    let days = heads.iter().filter(|token| matches!(token.head, Head::Day(0, _))).count();
    let mut months = months.into_iter().filter(|_| days > 0).take(days);
    let join = |token: &Token| match token.head {
        Head::Day(_, 0) => None,
        Head::Day(0, day) => Some(Token { head: Head::Day(months.next()?, day), ..token.clone() }),
        _ => Some(token.clone()),
    };
    heads.iter().filter_map(join).collect()
}
