//! Numbers that are no figures: dates, hours, phone numbers, pages, spans of time, names of things.

use crate::parser::lexer::quantity::figure::Shape;
use crate::parser::lexer::quantity::number::Number;
use crate::parser::lexer::quantity::tables::{Reader, set};
use crate::parser::lexer::word::WordKind;

/// Where a chain of numbers ends that is a date, an hour, a ratio or a phone number: "30/09/2024", "5:00", "2012-13".
pub(super) fn chain(reader: &Reader, at: usize, shape: Shape) -> Option<usize> {
    let mut end = at + 1;
    let mut links = 0;
    let mut dashes_only = true;
    while links < 16 && is_link(reader, end) && reader.glued(end + 1) && reader.is_number(end + 1) {
        dashes_only &= reader.is_dash(end);
        links += 1;
        end += 2;
    }
    let last = reader.text_of(end.wrapping_sub(1));
    let code = last.len() > 1 && last.starts_with('0') && !last.contains('.');
    let years = shape == Shape::Year && last.len() <= 4 && !last.contains(['.', ',']);
    (links > 0 && (!dashes_only || links > 1 || code || years || shape == Shape::Code)).then_some(end)
}

fn is_link(reader: &Reader, at: usize) -> bool {
    reader.glued(at) && (reader.is_dash(at) || reader.is(at, '/') || reader.is(at, ':'))
}

/// Where a span of time, an hour or a multiple ends: "three months", "26-week", "5 p.m.", "2.5x", "3-for-1".
pub(super) fn span(reader: &Reader, at: usize) -> Option<usize> {
    let first = if reader.is_hyphen(at) { at + 1 } else { at };
    if reader.is(at, '×') {
        return Some(at + 1);
    }
    let last = (first..first + 3)
        .find(|at| !reader.in_set(*at, set::MEASURE_ADJECTIVE) || reader.in_set(*at, set::MEASURE))?;
    reader.in_set(last, set::MEASURE).then_some(last + 1)
}

/// Whether a number without unit, scale or noun is part of a date, a code or a name.
pub(super) fn is_part(reader: &Reader, number: &Number, end: usize) -> bool {
    let start = number.start;
    let before = start.wrapping_sub(1);
    let glued_letters = reader.glued(end) && reader.is_letters(end);
    let hyphen_letters = reader.is_hyphen(end) && reader.is_letters(end + 1);
    let behind_hyphen = reader.is_hyphen(before) && reader.is_letters(before.wrapping_sub(1));
    let hanging = reader.is_dash(end) && reader.glued(end) && !reader.glued(end + 1) && reader.is_letters(end + 1);
    let numbered = reader.is(before, '#') || (reader.is(before, '.') && reader.glued(start));
    matches!(number.shape, Shape::Code | Shape::Year)
        || glued_letters
        || hyphen_letters
        || behind_hyphen
        || numbered
        || hanging
        || is_day(reader, start, end)
}

/// Whether the number is a year between plain words, "in 2024 we", as most numbers of four digits are: no more need be
/// read of it to know that it is no figure.
pub(super) fn is_plain_year(reader: &Reader, at: usize) -> bool {
    let is_year =
        reader.is_number(at) && matches!(reader.text_of(at).as_bytes(), [b'1', b'9', _, _] | [b'2', b'0', _, _]);
    if !is_year {
        return false;
    }
    let plain_before = at.checked_sub(1).is_some_and(|before| reader.is_letters(before) && !reader.may_be_code(before));
    let plain_behind = match reader.get(at + 1) {
        None => true,
        Some(next) if next.kind == WordKind::Letters => !next.glued && !reader.tables.tails.has(next.id),
        Some(next) => next.is(',') || next.is('.'),
    };
    plain_before && plain_behind
}

/// A year of two digits behind an apostrophe: "fiscal '22".
pub(super) fn is_short_year(reader: &Reader, number: &Number) -> bool {
    let before = number.start.wrapping_sub(1);
    let two_digits = number.end == number.start + 1 && reader.text_of(number.start).len() == 2;
    two_digits && number.shape == Shape::Integer && reader.is(before, '\'') && reader.glued(number.start)
}

/// The letters of an ordinal, or of a name, that cling to the digits: "30th", "LEAP-1B".
pub(super) fn has_letters(reader: &Reader, number: &Number, end: usize) -> bool {
    let before = number.start.wrapping_sub(1);
    let ordinal = reader.glued(number.end) && reader.in_set(number.end, set::MEASURE) && end == number.end;
    let letter = end == number.end + 1 && reader.glued(number.end);
    ordinal || (letter && reader.is_hyphen(before) && reader.is_letters(before.wrapping_sub(1)))
}

/// "March 31", "Sept. 30", "31 March".
fn is_day(reader: &Reader, start: usize, end: usize) -> bool {
    let before = start.wrapping_sub(1);
    let month = if reader.is(before, '.') { before.wrapping_sub(1) } else { before };
    let named = |at: usize| reader.in_set(at, set::MONTH) && reader.get(at).is_some_and(|word| word.capital);
    named(month) || named(end)
}

/// Whether a plain number belongs to the name before it: "iPhone 15", "note 7", "S&P 500 companies".
pub(super) fn is_named(reader: &Reader, number: &Number) -> bool {
    let before = number.start.wrapping_sub(1);
    let dotted = reader.is(before, '.') && reader.in_set(before.wrapping_sub(1), set::HEAD);
    if dotted || reader.in_set(before, set::HEAD) {
        return true;
    }
    let listed = reader.in_set(before, set::CUE) || reader.is(before, ',') || reader.is_dash(before);
    let first = before.wrapping_sub(1);
    if listed
        && reader.in_set(first.wrapping_sub(1), set::HEAD)
        && (reader.is_number(first) || reader.in_set(first, set::START))
    {
        return true;
    }
    let whole = matches!(number.shape, Shape::Integer | Shape::Spelled);
    let titled = reader.get(number.end).is_some_and(|word| word.capital);
    let name = reader.get(before).is_some_and(|word| word.capital) && reader.is_letters(before) && before > 0;
    whole && name && !titled && !reader.in_set(before, set::CUE)
}
