//! The quantities of a sentence: amounts of money, percentages, counts, and ranges of them. What a quantity means is
//! left to the linker, and so is every sign that is not written with the number.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::model::{Bound, Currency, Quantity, Span, Unit};
use crate::parser::lexer::begins::Begins;
use crate::parser::lexer::quantity::amount::Amount;
use crate::parser::lexer::quantity::figure::{Figure, Shape};
use crate::parser::lexer::quantity::head::Sign;
use crate::parser::lexer::quantity::lead::{Before, Lead};
use crate::parser::lexer::quantity::number::Number;
use crate::parser::lexer::quantity::range::{Joined, Joint};
use crate::parser::lexer::quantity::tables::{Reader, TABLES, set};
use crate::parser::lexer::quantity::tail::Measure;
use crate::parser::lexer::word::Word;
use crate::parser::vocabulary::measures::Share;

mod amount;
mod aside;
mod bound;
mod decade;
mod even;
mod figure;
mod head;
mod home;
mod lead;
mod number;
mod range;
mod settle;
mod tables;
mod tail;
#[cfg(test)]
mod tests;

pub use home::home;
pub use settle::settle;
pub(super) use tables::starts;

/// One quantity of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuantityMention {
    /// Which of the sentence's words belong to the mention: the quote, a bound before it ("more than"), the unit after
    /// it ("a share").
    pub words: Range<usize>,
    /// The quote: the number with its currency and scale; for a range both ends and what joins them.
    pub span: Span,
    /// The figure, positive unless the text writes the sign with the number.
    pub quantity: Quantity,
    /// How it is written.
    pub form: Form,
    /// Whether the text writes the sign with the number: a minus, brackets, "negative", "down 2% to up 1%".
    pub signed: bool,
    /// The words of the counted thing behind it: "daily active users".
    pub noun: Option<Range<usize>>,
}

/// How a quantity is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// "$48.4 billion".
    Money,
    /// "$8.02 per share".
    PerShare,
    /// Cents and pence without "a share".
    MinorMoney,
    /// "21%".
    Percent,
    /// "2.5 percentage points".
    Points,
    /// "120 basis points".
    BasisPoints,
    /// "495,570 vehicles".
    Count,
    /// "130.3 million" of nothing that is said.
    Scaled,
    /// "8.02": no unit, no scale, no noun.
    Bare,
}

/// Appends the quantities of a sentence to `out`, in the order of their quotes.
pub fn read(text: &str, words: &[Word], out: &mut Vec<QuantityMention>) {
    read_in(&mut Room::default(), text, words, out);
}

/// Room for the amounts of a sentence, to be used again for the next.
#[derive(Default)]
pub struct Room(Vec<Amount>);

/// The same, where many sentences are read one after the other.
pub fn read_in(Room(amounts): &mut Room, text: &str, words: &[Word], out: &mut Vec<QuantityMention>) {
    let reader = Reader { text, words, tables: &TABLES };
    amounts.clear();
    read_amounts(&reader, amounts);
    if !amounts.is_empty() {
        let first = out.len();
        emit(&reader, amounts, out);
        if let Some(found) = out.get_mut(first..) {
            found.sort_by_key(|mention| (mention.span.start, std::cmp::Reverse(mention.span.end)));
        }
    }
}

fn read_amounts(reader: &Reader, amounts: &mut Vec<Amount>) {
    let (mut at, mut floor) = (0, 0);
    let starts = |word: &Word| word.begins.any(Begins::NUMBER);
    let next = |at: usize| Some(at + reader.words.get(at..)?.iter().position(starts)?);
    while let Some(found) = next(at) {
        at = found;
        match amount::read(reader, at, floor) {
            Ok(amount) => {
                at = amount.words.end.max(at + 1);
                floor = at;
                amounts.push(amount);
            }
            Err(next) => at = next.max(at + 1),
        }
    }
}

fn emit(reader: &Reader, amounts: &[Amount], out: &mut Vec<QuantityMention>) {
    let mut at = 0;
    let mut lead = Lead { floor: 0, before: Before::Other };
    while let Some(first) = amounts.get(at) {
        if amounts.get(at..at + 4).is_some_and(|four| range::are_pair(reader, four)) {
            lead.before = Before::Pair;
        }
        if let Some(used) = ranged(reader, amounts, at, lead, out) {
            at += used;
            lead.before = Before::Range;
        } else {
            out.extend(even::band(reader, first, lead.floor).or_else(|| single(reader, first)));
            at += 1;
            lead.before = if range::is_arrival(reader, first) { Before::Arrival } else { Before::Other };
        }
        lead.floor = at.checked_sub(1).and_then(|before| amounts.get(before)).map_or(0, |before| before.words.end);
    }
}

/// The range that begins with the amount at `at`, and how many amounts it takes.
fn ranged(reader: &Reader, amounts: &[Amount], at: usize, lead: Lead, out: &mut Vec<QuantityMention>) -> Option<usize> {
    let (first, second) = (amounts.get(at)?, amounts.get(at + 1)?);
    if let Some(joined) = range::join(reader, first, second, lead) {
        extend_by_band(reader, &joined, out);
        return Some(2);
    }
    let third = amounts.get(at + 2).filter(|_| second.bracketed)?;
    let outer = Amount { words: first.words.start..second.words.end + 1, ..first.clone() };
    let joined = range::join(reader, &outer, third, lead)?;
    extend_by_band(reader, &joined, out);
    out.extend(single(reader, second));
    Some(3)
}

/// The band, or its ends where one of them is more than can be reckoned with.
fn extend_by_band(reader: &Reader, joined: &Joined, out: &mut Vec<QuantityMention>) {
    let ends = [&joined.low, &joined.high];
    match band(reader, joined) {
        Some(band) => out.push(band),
        None if ends.iter().any(|end| end.value().is_none()) => {
            out.extend(ends.into_iter().filter_map(|end| single(reader, end)));
        }
        None => {}
    }
}

fn unit(measure: Measure, per_share: bool) -> Unit {
    match measure {
        Measure::Money(currency) | Measure::Minor(currency) if per_share => Unit::PerShare(currency),
        Measure::Money(currency) | Measure::Minor(currency) => Unit::Money(currency),
        Measure::Share(Share::Percent) => Unit::Percent,
        Measure::Share(Share::Points) => Unit::Points,
        Measure::Share(Share::BasisPoints) => Unit::BasisPoints,
        Measure::Bare if per_share => Unit::PerShare(Currency::USD),
        Measure::Bare | Measure::Span => Unit::Count,
    }
}

fn form(amount: &Amount) -> Form {
    match amount.measure {
        Measure::Money(_) | Measure::Minor(_) | Measure::Bare if amount.per_share => Form::PerShare,
        Measure::Money(_) => Form::Money,
        Measure::Minor(_) => Form::MinorMoney,
        Measure::Share(Share::Percent) => Form::Percent,
        Measure::Share(Share::Points) => Form::Points,
        Measure::Share(Share::BasisPoints) => Form::BasisPoints,
        Measure::Bare if amount.noun.is_some() => Form::Count,
        Measure::Bare if amount.scale.is_some() => Form::Scaled,
        Measure::Bare | Measure::Span => Form::Bare,
    }
}

fn single(reader: &Reader, amount: &Amount) -> Option<QuantityMention> {
    if amount.measure == Measure::Span || !is_figure(reader, amount) {
        return None;
    }
    let unit = unit(amount.measure, amount.per_share);
    let beyond = || Quantity::beyond(unit, amount.sign == Some(Sign::Minus));
    Some(QuantityMention {
        words: amount.words.clone(),
        span: span(reader, &amount.quote)?,
        quantity: reckoned(amount, unit).unwrap_or_else(beyond),
        form: form(amount),
        signed: amount.sign.is_some(),
        noun: amount.noun.clone(),
    })
}

/// The quantity of an amount; `None` where it is more than can be reckoned with.
fn reckoned(amount: &Amount, unit: Unit) -> Option<Quantity> {
    let value = amount.signed_value()?;
    let step = amount.figure(amount.scale).half_step()?;
    let quantity = if let Some(decade) = amount.decade {
        let add = |more: Figure| {
            let number = Number { figure: amount.number.figure.plus(more)?, ..amount.number };
            Amount { number, ..amount.clone() }.signed_value()
        };
        Quantity::between(unit, add(decade.low)?, add(decade.high)?, step)
    } else if amount.number.vague {
        Quantity::between(unit, value, value.checked_mul(Decimal::TEN)?, step)
    } else {
        Quantity::exactly(unit, value, step)
    };
    let bound = if amount.decade.is_some() { Bound::Range } else { amount.bound.unwrap_or(Bound::Point) };
    Some(quantity.with_bound(bound))
}

fn span(reader: &Reader, quote: &Range<usize>) -> Option<Span> {
    let last = quote.end.checked_sub(1)?;
    Some(Span::new(reader.get(quote.start)?.span.start, reader.get(last)?.span.end))
}

/// Whether a number that says nothing of its unit may be a figure at all.
fn is_figure(reader: &Reader, amount: &Amount) -> bool {
    if amount.measure != Measure::Bare || amount.scale.is_some() || amount.per_share {
        return true;
    }
    let number = &amount.number;
    if aside::is_named(reader, number) {
        return false;
    }
    if amount.noun.is_some() {
        let pointed = reader.says(number.start.wrapping_sub(1), reader.tables.say.the);
        return number.shape != Shape::Spelled || !(pointed || number.figure.value() <= Some(Decimal::ONE));
    }
    match number.shape {
        Shape::Decimal | Shape::Grouped => true,
        Shape::Integer => {
            let cue =
                amount.words.start.checked_sub(1).is_some_and(|at| reader.in_set(at, set::CUE) || reader.is(at, ':'));
            let bounded = amount.bound.is_some();
            let alone = !reader.is_letters(amount.words.end) || reader.in_set(amount.words.end, set::STOP);
            (cue || bounded) && alone
        }
        Shape::Year | Shape::Code | Shape::Spelled => false,
    }
}

fn band(reader: &Reader, joined: &Joined) -> Option<QuantityMention> {
    let (low, high) = (&joined.low, &joined.high);
    if low.measure == Measure::Span || high.measure == Measure::Span {
        return None;
    }
    let (one, other, step) = match joined.joint {
        Joint::PlusMinus => around(low, high)?,
        Joint::To | Joint::Dash | Joint::And => {
            let steps = [low, high].map(|end| end.figure(end.scale).half_step());
            (low.signed_value()?, high.signed_value()?, steps[0]?.max(steps[1]?))
        }
    };
    let noun = high.noun.clone().or_else(|| low.noun.clone());
    let whole = Amount { noun, ..low.clone() };
    if form(&whole) == Form::Bare && !is_figure(reader, low) && !is_figure(reader, high) {
        return None;
    }
    let quote = low.quote.start..high.quote.end;
    Some(QuantityMention {
        words: low.words.start..high.words.end.max(low.words.end),
        span: span(reader, &quote)?,
        quantity: Quantity::between(unit(low.measure, low.per_share), one, other, step),
        form: form(&whole),
        signed: joined.signed,
        noun: whole.noun,
    })
}

/// The ends and the step of "$28.0 billion, plus or minus 2%".
fn around(middle: &Amount, tolerance: &Amount) -> Option<(Decimal, Decimal, Decimal)> {
    let centre = middle.signed_value()?;
    let off = tolerance.value()?;
    let hundredth = |value: Decimal| value.checked_div(Decimal::ONE_HUNDRED);
    let off = match (middle.measure, tolerance.measure) {
        (Measure::Share(Share::Percent), Measure::Share(Share::BasisPoints)) => hundredth(off)?,
        (Measure::Share(_), _) => off,
        (_, Measure::Share(_)) => hundredth(centre.abs().checked_mul(off)?)?,
        _ => off,
    };
    let step = middle.figure(middle.scale).half_step()?;
    Some((centre.checked_sub(off)?.normalize(), centre.checked_add(off)?.normalize(), step))
}
