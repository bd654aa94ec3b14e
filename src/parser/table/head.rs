//! What stands over the columns of a table: the phrases of its heads, in their order.

use std::ops::Range;

use crate::model::{Basis, PeriodSpan};
use crate::parser::table::item::{Gap, Item, What};
use crate::parser::table::known::Phrase;
use crate::parser::table::{note as unit, plans};
use crate::parser::vocabulary::statements::HeadTerm;

/// What one phrase over a column says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Head {
    /// So many months, which end with the date beside it.
    Length(u8),
    /// A named part of a year, with its year where that is said: "Q4 23", "Second Quarter".
    Label(PeriodSpan, Option<u16>),
    /// From the year's beginning.
    ToDate,
    /// A year.
    Year(u16),
    /// A month and a day, whose year stands elsewhere; zero for the one that stands elsewhere too.
    Day(u8, u8),
    /// A whole date.
    Date(u16, u8, u8),
    /// A month of a year, without a day.
    Month(u16, u8),
    /// A change.
    Change,
    /// A part of another figure.
    Share,
    /// A basis.
    On(Basis),
    /// What the company expects.
    Guidance,
    /// What it expected before.
    Prior,
}

impl Head {
    /// Whether it says which time a column is of.
    pub(super) fn is_time(self) -> bool {
        !matches!(self, Self::Change | Self::Share | Self::On(_) | Self::Guidance | Self::Prior)
    }
}

/// A phrase over a column, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) head: Head,
    /// Indices of its items.
    pub(super) items: Range<usize>,
    pub(super) line: usize,
}

/// The last run of heads among the items: its phrases, and where it ends. Nothing where no phrase tells a time, or
/// what was expected before.
pub(super) fn last(items: &[Item]) -> Option<(Vec<Token>, usize)> {
    // Most labels of rows have no word of a time at all.
    if !items.iter().any(may_tell) {
        return None;
    }
    let tokens = plans::completed(tokens(items), items);
    let row = items.last()?.line;
    let closes = |at: &Range<usize>, head: Head| {
        !matches!(head, Head::On(_)) || items.get(at.start).is_some_and(|item| item.line < row)
    };
    let end = tokens.iter().rposition(|(head, at)| head.is_some_and(|head| closes(at, head)))?;
    let (_, last) = tokens.get(end)?;
    let signs = items.get(last.end..)?.iter().take_while(|item| matches!(item.word(), "$" | "%")).count();
    let close = last.end + signs;
    let mut kept: Vec<Token> = Vec::new();
    let mut reached = last.start;
    for (head, at) in tokens.get(..=end)?.iter().rev() {
        let apart = between(items, at.end, reached);
        let crowded = |at: usize| items.get(at).is_some_and(|item| item.crowded);
        let basis_of_title = matches!(head, Some(Head::On(_))) && apart > 0 && crowded(at.start);
        // Running text is over no column of a table with columns kept apart.
        let text = crowded(at.start) && !crowded(reached);
        if apart > FOREIGN || basis_of_title || text {
            break;
        }
        reached = at.start;
        if let Some(head) = head {
            let line = items.get(at.start).map_or(0, |item| item.line);
            kept.push(Token { head: *head, items: at.clone(), line });
        }
    }
    kept.reverse();
    let tells = |token: &Token| token.head.is_time() || token.head == Head::Prior;
    kept.iter().any(tells).then_some((kept, close))
}

/// The one time that is said in the last lines, whatever else they say, and where they end: "Guidance for the third quarter
/// of 2026 is as follows".
pub(super) fn spoken(items: &[Item]) -> Option<(Vec<Token>, usize)> {
    let last = items.last()?.line;
    let start = items.iter().position(|item| item.line + SPOKEN > last)?;
    let mut said: Vec<Token> = Vec::new();
    let mut at = start;
    while at < items.len() {
        let Some((head, end)) = phrase(items, at) else {
            at += 1;
            continue;
        };
        let line = items.get(at).map_or(0, |item| item.line);
        if let Some(head) = head.filter(|head| head.is_time() && !matches!(head, Head::Day(_, 0) | Head::Day(0, _))) {
            said.push(Token { head, items: at..end, line });
        }
        at = end;
    }
    let line = said.last()?.line;
    said.retain(|token| token.line == line);
    let lone = |is: fn(Head) -> bool| said.iter().filter(|token| is(token.head)).count() < 2;
    let one = lone(|head| matches!(head, Head::Label(..) | Head::Length(_)))
        && lone(|head| matches!(head, Head::Year(_) | Head::Date(..)));
    one.then_some((said, items.len()))
}

/// So many lines above a row may say of which time it is.
const SPOKEN: usize = 5;

/// Whether an item may be a part of a phrase that tells a time, or what was expected before.
fn may_tell(item: &Item) -> bool {
    match &item.what {
        What::Cell(_) => false,
        What::Year(_) | What::Day(_) | What::Date(..) => true,
        What::Word(_) if item.idle => false,
        What::Word(word) => item.known.is_some_and(|known| known.tells) || code(word).is_some(),
    }
}

/// Whether an item may be a part of a day, a month of a year or a year.
pub(super) fn may_date(item: &Item) -> bool {
    matches!(item.what, What::Year(_) | What::Day(_) | What::Date(..)) || item.month().is_some()
}

/// How many items that are no heads may stand between two heads.
const FOREIGN: usize = 7;

/// How far apart two places are, in items; lines in between cost more.
fn between(items: &[Item], from: usize, to: usize) -> usize {
    let foreign = to.saturating_sub(from);
    let line = |at: usize| items.get(at).map_or(0, |item| item.line);
    let lines = if to > 0 && from > 0 { line(to).saturating_sub(line(from - 1)) } else { 0 };
    foreign + lines.saturating_sub(4)
}

/// Every phrase of the items with its place; those that say nothing of a column are `None`.
fn tokens(items: &[Item]) -> Vec<(Option<Head>, Range<usize>)> {
    let mut tokens = Vec::new();
    let (mut at, mut versus, mut part) = (0, false, Part::default());
    while let Some(item) = items.get(at) {
        if item.idle {
            (at, versus) = (at + 1, false);
            continue;
        }
        let Some((mut head, end)) = note(items, at).or_else(|| caption(items, at)).or_else(|| phrase(items, at)) else {
            (at, versus) = (at + 1, false);
            continue;
        };
        if versus && head.is_some_and(Head::is_time) {
            head = Some(Head::Change);
        }
        versus = head.is_none() && matches!(item.word(), "vs" | "vs." | "versus");
        if !part.holds(at..end) {
            part = Part::around(items, at..end);
        }
        if item.crowded || part.is_known {
            tokens.push((head, at..end));
        }
        at = end;
    }
    tokens
}

/// Whether a part of a line is made of heads and what says nothing.
pub(super) fn is_known(part: &[Item]) -> bool {
    let mut at = 0;
    while at < part.len() {
        match note(part, at).or_else(|| caption(part, at)).or_else(|| phrase(part, at)) {
            Some((_, next)) => at = next,
            None if part.get(at).is_some_and(|item| item.word().len() < 3 || item.word().starts_with('$')) => at += 1,
            None => return false,
        }
    }
    true
}

/// The part of a line that a phrase stands in. In a text without columns kept apart by blanks any phrase may be a head, in
/// others only one that nothing else stands beside.
#[derive(Default)]
struct Part {
    items: Range<usize>,
    /// Whether it is made of heads and what says nothing.
    is_known: bool,
}

impl Part {
    fn around(items: &[Item], phrase: Range<usize>) -> Self {
        if items.get(phrase.start).is_some_and(|item| item.crowded) {
            return Self::default();
        }
        let begins = |at: usize| items.get(at).is_none_or(|item| item.gap != Gap::Narrow);
        let start = (0..=phrase.start).rev().find(|at| begins(*at)).unwrap_or_default();
        let end = (phrase.end..=items.len()).find(|at| begins(*at)).unwrap_or(items.len());
        Self { items: start..end, is_known: items.get(start..end).is_some_and(is_known) }
    }

    fn holds(&self, phrase: Range<usize>) -> bool {
        self.items.start <= phrase.start && phrase.end <= self.items.end
    }
}

/// A note in brackets: "(Unaudited)", "(In millions)".
fn note(items: &[Item], at: usize) -> Option<(Option<Head>, usize)> {
    items.get(at).filter(|item| item.opens())?;
    let close = (at..items.len().min(at + 24)).find(|at| items.get(*at).is_some_and(Item::closes))?;
    // One that goes on under the heads does not take them in: "(In thousands, except   2024   2023" over "per share data)".
    let is_head = |item: &Item| item.gap == Gap::Wide && matches!(item.what, What::Year(_) | What::Date(..));
    let apart = !items.get(at..close).unwrap_or_default().iter().any(is_head);
    (close > at && apart).then_some((None, close + 1))
}

/// A unit line without brackets, at the side of the heads: "In millions, except per share amounts   2022   2021".
fn caption(items: &[Item], at: usize) -> Option<(Option<Head>, usize)> {
    let begins = |first: &&Item| first.gap != Gap::Narrow && !first.crowded && !first.word().is_empty();
    let first = items.get(at).filter(begins)?;
    let rest = items.get(at + 1..items.len().min(at + LONGEST_CAPTION)).unwrap_or_default();
    let goes_on = |item: &&Item| item.gap == Gap::Narrow && item.line == first.line && !item.word().is_empty();
    let end = at + 1 + rest.iter().take_while(goes_on).count();
    unit::last(items.get(at..end)?)?;
    let end = (at..end).find(|at| phrase(items, *at).is_some_and(|(head, _)| head.is_some())).unwrap_or(end);
    unit::last(items.get(at..end)?).map(|_| (None, end))
}

/// No unit line has more words.
const LONGEST_CAPTION: usize = 20;

fn phrase(items: &[Item], at: usize) -> Option<(Option<Head>, usize)> {
    let item = items.get(at)?;
    match &item.what {
        What::Year(year) => return Some((Some(Head::Year(*year)), at + 1)),
        What::Date(year, month, day) => return Some((Some(Head::Date(*year, *month, *day)), at + 1)),
        What::Day(number) => {
            let lone = || (!item.crowded).then_some((Some(Head::Day(0, *number)), at + 1));
            return day(items, at, at + 1).or_else(lone);
        }
        What::Cell(_) => return None,
        What::Word(_) => {}
    }
    if let Some(month) = item.month() {
        let lone = || (!item.crowded).then_some((Some(Head::Day(month, 0)), at + 1));
        return day(items, at + 1, at).or_else(lone);
    }
    let known = item.known.and_then(|known| {
        known.phrases.iter().find(|phrase| {
            let following = items.get(at..at + phrase.words.len());
            following.is_some_and(|items| items.iter().zip(&phrase.words).all(|(item, word)| item.word() == *word))
        })
    });
    let Some(Phrase { words, term }) = known else {
        return code(item.word()).map(|(span, year)| (Some(Head::Label(span, year)), at + 1));
    };
    let end = at + words.len();
    let label = |span| {
        let (year, end) = year_after(items, end);
        (Some(Head::Label(span, year)), end)
    };
    Some(match *term {
        HeadTerm::Months(months) => (Some(Head::Length(months)), end),
        HeadTerm::Quarter(quarter) => label(PeriodSpan::Quarter(quarter)),
        HeadTerm::Half(half) => label(PeriodSpan::Half(half)),
        HeadTerm::Year => label(PeriodSpan::Year),
        HeadTerm::ToDate => (Some(Head::ToDate), end),
        HeadTerm::Change => (Some(Head::Change), end),
        HeadTerm::Share => (Some(Head::Share), end),
        HeadTerm::On(basis) => (Some(Head::On(basis)), end),
        HeadTerm::Guidance => (Some(Head::Guidance), end),
        HeadTerm::Prior => (Some(Head::Prior), end),
        HeadTerm::Filler => (None, end),
    })
}

/// The day of a month, or a month of a year. `other` is where the month stands when the day comes first.
fn day(items: &[Item], day_at: usize, month_at: usize) -> Option<(Option<Head>, usize)> {
    let month = items.get(month_at)?.month()?;
    items.get(day_at).filter(|item| item.gap == Gap::Narrow || month_at > day_at)?;
    let end = day_at.max(month_at) + 1;
    match items.get(day_at).map(|item| &item.what) {
        Some(What::Day(day)) => Some((Some(Head::Day(month, *day)), end)),
        Some(What::Year(year)) => Some((Some(Head::Month(*year, month)), end)),
        _ => None,
    }
}

/// The year that is said after a label: "Q4 2023", "Q2 FY24", "first quarter of fiscal 2023".
fn year_after(items: &[Item], from: usize) -> (Option<u16>, usize) {
    let mut at = from;
    while let Some(item) = items.get(at).filter(|item| at < from + 3 && item.gap == Gap::Narrow) {
        match (&item.what, item.word()) {
            (What::Year(year), _) => return (Some(*year), at + 1),
            (What::Word(_), "of" | "fiscal" | "year" | "fy") => at += 1,
            (What::Word(word), _) => {
                let digits = word.trim_start_matches("fy").trim_start_matches(['\'', '’', '‘']);
                let year =
                    two_digits(digits).or_else(|| digits.parse().ok().filter(|year| (1990..2100).contains(year)));
                return year.map_or((None, from), |year| (Some(year), at + 1));
            }
            _ => return (None, from),
        }
    }
    (None, from)
}

fn two_digits(digits: &str) -> Option<u16> {
    let year: u16 = digits.parse().ok().filter(|_| digits.len() == 2)?;
    Some(2000 + year)
}

/// A label in one piece: "4Q23", "Q4'23", "FY2023", "Q1FY24".
fn code(word: &str) -> Option<(PeriodSpan, Option<u16>)> {
    let begins = word.starts_with(['f', 'q', 'h', '1', '2', '3', '4']);
    if !begins
        || word.len() > 9
        || (word.len() > 2 && !word.ends_with(|last: char| last.is_ascii_digit() || matches!(last, 'e' | 'a')))
    {
        return None;
    }
    let clean: String = word.chars().filter(|c| c.is_ascii_alphanumeric()).collect();
    let (span, rest) = match clean.as_bytes() {
        [b'f', b'y', ..] => (PeriodSpan::Year, clean.get(2..)?),
        [b'q', n @ b'1'..=b'4', ..] | [n @ b'1'..=b'4', b'q', ..] => (PeriodSpan::Quarter(n - b'0'), clean.get(2..)?),
        [b'h', n @ b'1'..=b'2', ..] | [n @ b'1'..=b'2', b'h', ..] => (PeriodSpan::Half(n - b'0'), clean.get(2..)?),
        _ => return None,
    };
    let digits = rest.trim_start_matches("fy").trim_end_matches(['e', 'a']);
    let year = two_digits(digits).or_else(|| digits.parse().ok().filter(|year| (1990..2100).contains(year)));
    let fits = year.is_some() || (digits.is_empty() && span != PeriodSpan::Year);
    fits.then_some((span, year))
}

#[cfg(test)]
mod tests {
    use super::{Head, last};
    use crate::parser::table::scan;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let items = scan::all(text).items;
        let show = |head: Head| match head {
            Head::Length(months) => format!("{months}M"),
            Head::Label(span, year) => format!("{span:?}{}", year.map_or(String::new(), |year| format!("/{year}"))),
            Head::Year(year) => year.to_string(),
            Head::Day(month, day) => format!("{month}-{day}"),
            Head::Date(year, month, day) => format!("{year}-{month}-{day}"),
            Head::Month(year, month) => format!("{year}-{month}"),
            other => format!("{other:?}"),
        };
        let shown =
            last(&items).map_or(Vec::new(), |(tokens, _)| tokens.iter().map(|token| show(token.head)).collect());
        assert_eq!(shown.join(" "), expected, "{text}");
    }

    #[test]
    fn heads_in_one_line_and_over_several() {
        check(
            "Fiscal Quarter Ended Fiscal Year Ended October 29, July 30, October 29, 2023 2023 2023 Net revenue and so on, all in \
             one line, as it comes out of a page whose lines were thrown together",
            "3M 12M 10-29 7-30 10-29 2023 2023 2023",
        );
        check(
            "GAAP Non-GAAP (Dollars in millions) Q4 23 Q4 22 Change\nNet revenue",
            "On(Gaap) On(Adjusted) Quarter(4)/2023 Quarter(4)/2022 Change",
        );
        check(
            "     13 Weeks Ended\n  April 29,   April 30,\n(In thousands)   2023    2022\nNet sales",
            "3M 4-29 4-30 2023 2022",
        );
        check("Business Unit Revenue    Q1 2023     vs. Q1 2022\nClient", "Quarter(1)/2023 Change");
        check("Net loss on the 2021 sale of a plant", "");
        check("      12 Weeks Ended    24 Weeks Ended\n   6/17/2023   6/11/2022", "3M 6M 2023-6-17 2022-6-11");
        check(
            "    Prior FY23 Outlook      Updated FY23 Outlook\nNet sales",
            "Prior Year/2023 Guidance Year/2023 Guidance",
        );
    }
}
