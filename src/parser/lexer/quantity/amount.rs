//! One amount: a number with its currency, scale, unit, sign and bound. Ranges are left to those who join amounts.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::model::Bound;
use crate::parser::lexer::quantity::decade::{self, Decade};
use crate::parser::lexer::quantity::figure::{Figure, Shape};
use crate::parser::lexer::quantity::head::{self, Head, Sign};
use crate::parser::lexer::quantity::number::{self, Number};
use crate::parser::lexer::quantity::tables::{Reader, set};
use crate::parser::lexer::quantity::tail::{self, Measure};
use crate::parser::lexer::quantity::{aside, bound};
use crate::parser::vocabulary::measures::Share;

/// An amount as it stands in the sentence.
#[derive(Clone, Debug)]
pub(super) struct Amount {
    /// All its words, bound and unit included.
    pub(super) words: Range<usize>,
    /// The words of the quote.
    pub(super) quote: Range<usize>,
    /// The number as printed, before its scale.
    pub(super) number: Number,
    /// The power of ten of its scale.
    pub(super) scale: Option<i32>,
    /// What it is of.
    pub(super) measure: Measure,
    /// The sign that is written with it.
    pub(super) sign: Option<Sign>,
    /// What the words around it do to it.
    pub(super) bound: Option<Bound>,
    /// Where in its ten it lies: "the mid-to-upper 30 cents".
    pub(super) decade: Option<Decade>,
    /// Whether it is money for each share.
    pub(super) per_share: bool,
    /// The counted thing.
    pub(super) noun: Option<Range<usize>>,
    /// Whether a bracket opens right before it and closes right behind it.
    pub(super) bracketed: bool,
}

impl Amount {
    /// Its number with another scale, in whole units, without the sign.
    pub(super) fn figure(&self, scale: Option<i32>) -> Figure {
        let cents = if matches!(self.measure, Measure::Minor(_)) { -2 } else { 0 };
        self.number.figure.scaled(scale.unwrap_or(0).saturating_add(cents))
    }

    /// Its value in whole units, without the sign.
    pub(super) fn value(&self) -> Option<Decimal> {
        self.figure(self.scale).value()
    }

    /// Its value with the sign that is written with it.
    pub(super) fn signed_value(&self) -> Option<Decimal> {
        let value = self.value()?;
        Some(if self.sign == Some(Sign::Minus) { -value } else { value })
    }
}

/// Reads the amount whose number is met at `at`. What lies before `floor` belongs to the amount before. `Err` says
/// where to go on, where there is no amount.
pub(super) fn read(reader: &Reader, at: usize, floor: usize) -> Result<Amount, usize> {
    if aside::is_plain_year(reader, at) {
        return Err(at + 1);
    }
    let number = number::read(reader, at, floor).ok_or(at + 1)?;
    let head = head::read(reader, number.start, floor);
    let plain = head.currency.is_none() && reader.is_number(at);
    let chain = plain.then(|| aside::chain(reader, at, number.shape)).flatten();
    if let Some(end) = chain.filter(|end| is_aside_chain(reader, *end)) {
        return Err(end);
    }
    let number = grouped_by_blanks(reader, number, &head);
    let body = Body::read(reader, &number, &head);
    let mut amount = body.into_amount(reader, number, &head, floor);
    let next = amount.quote.end.max(at + 1);
    let alone = amount.measure == Measure::Bare && amount.noun.is_none() && amount.scale.is_none();
    if let Some(end) = aside::span(reader, amount.quote.end).filter(|_| alone) {
        amount.measure = Measure::Span;
        amount.words.end = end;
        return Ok(amount);
    }
    if is_aside(reader, &amount) { Err(next) } else { Ok(amount) }
}

/// Whether what looks like an amount is a part of something else.
fn is_aside(reader: &Reader, amount: &Amount) -> bool {
    let number = &amount.number;
    if amount.measure != Measure::Bare {
        let year = number.shape == Shape::Year && number.figure.value() > Some(Decimal::from(2000));
        let percent = amount.measure == Measure::Share(Share::Percent);
        return (percent && year) || (number.vague && !matches!(amount.measure, Measure::Money(_)));
    }
    if aside::has_letters(reader, number, amount.quote.end) {
        return true;
    }
    if amount.scale.is_some() {
        // "Billions" alone is no figure, "hundreds of millions" is one.
        return number.vague && number.figure == Figure::new(1, 0);
    }
    let counted = amount.noun.is_some() && !matches!(number.shape, Shape::Code | Shape::Year);
    aside::is_short_year(reader, number) || (!counted && aside::is_part(reader, number, amount.quote.end))
}

/// A chain of numbers that turns out to be a percentage or money is a range, not a date.
fn is_aside_chain(reader: &Reader, end: usize) -> bool {
    let scale = reader.get(end).and_then(|word| reader.tables.scales.get(word.id)).is_some();
    let code = reader.text_of(end - 1).starts_with('0') && reader.text_of(end - 1).len() > 1;
    code || !(reader.is(end, '%') || scale || reader.tables.names.after(reader.words, end).is_some())
}

/// "SEK 12 345": thousands parted by blanks, behind a currency only.
fn grouped_by_blanks(reader: &Reader, number: Number, head: &Head) -> Number {
    let mut number = number;
    let open = head.currency.is_some() && number.shape == Shape::Integer && reader.text_of(number.start).len() <= 3;
    while open && !reader.glued(number.end) && reader.is_number(number.end) {
        let text = reader.text_of(number.end);
        let group = text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_digit());
        let sum = text.parse().ok().and_then(|rest| number.figure.scaled(3).plus(Figure::new(rest, 0)));
        let Some(figure) = sum.filter(|_| group) else { return number };
        number = Number { figure, shape: Shape::Grouped, end: number.end + 1, ..number };
    }
    number
}

/// Scale, unit and brackets behind a number.
struct Body {
    start: usize,
    end: usize,
    reach: usize,
    scale: Option<i32>,
    measure: Measure,
    negative: bool,
    bracketed: bool,
    rest: Option<Figure>,
}

impl Body {
    fn read(reader: &Reader, number: &Number, head: &Head) -> Self {
        let mut end = number.end;
        let mut start = head.start;
        let mut negative = false;
        let closes_inside =
            reader.is(end, ')') && (head.inner_bracket || (head.outer_bracket && goes_on(reader, end + 1)));
        if closes_inside {
            negative = true;
            end += 1;
            if !head.inner_bracket {
                start -= 1;
            }
        }
        let mut scale = None;
        let mut rest = None;
        if let Some((found, after)) = tail::scale(reader, number, head, end) {
            (scale, end) = (Some(found), after);
            if let Some((figure, after)) = tail::rest(reader, rest_start(reader, number, head, end), found) {
                (rest, end) = (Some(figure), after);
            }
        }
        if head.inner_bracket && !negative && reader.is(end, ')') {
            negative = true;
            end += 1;
        }
        let mut measure = Measure::Bare;
        if let Some((found, after, carried)) = tail::unit(reader, number, head, end) {
            (measure, end) = (found, after);
            scale = scale.or(carried);
        } else if let Some((currency, after)) = tail::of_money(reader, end).filter(|_| number.vague || scale.is_some())
        {
            (measure, end) = (Measure::Money(currency), after);
        }
        let bracketed = head.outer_bracket && !closes_inside && reader.is(end, ')');
        let mut body = Self { start, end, reach: end, scale, measure, negative, bracketed, rest };
        if bracketed && !negative && is_expected_value(reader, head.start, &body, number) {
            body.negative = true;
            body.reach = end + 1;
        }
        body
    }

    fn into_amount(self, reader: &Reader, number: Number, head: &Head, floor: usize) -> Amount {
        let number = match self.rest.zip(self.scale) {
            Some((rest, scale)) => {
                let sum = number.figure.plus(rest.scaled(-scale));
                Number { figure: sum.unwrap_or(number.figure), ..number }
            }
            None => number,
        };
        let money = matches!(self.measure, Measure::Money(_) | Measure::Minor(_) | Measure::Bare);
        let cents_per_share = reader.text_of(self.end - 1).eq_ignore_ascii_case("cps").then_some(self.reach);
        let per_share = tail::per_share(reader, self.reach).or(cents_per_share).filter(|_| money);
        let end = per_share.unwrap_or(self.reach);
        let noun = match self.measure {
            Measure::Bare if per_share.is_none() => noun(reader, &number, end),
            _ => None,
        };
        let sign = if self.negative { Some(Sign::Minus) } else { head.sign };
        let opened = if self.reach > self.end { head.start - 1 } else { head.reach.min(self.start) };
        let decade =
            self.scale.is_none().then(|| decade::before(reader, &number, self.measure, opened, floor)).flatten();
        let opened = decade.map_or(opened, |decade| decade.start);
        let before = bound::before(reader, opened, floor);
        let after = bound::after(reader, end);
        Amount {
            words: before.map_or(opened, |(begin, _)| begin)..after.map_or(end, |(last, _)| last),
            quote: decade.map_or(self.start, |decade| decade.start)..self.end,
            decade,
            number,
            scale: self.scale,
            measure: self.measure,
            sign,
            bound: before.or(after).map(|(_, bound)| bound).or(number.bound),
            per_share: per_share.is_some(),
            noun,
            bracketed: self.bracketed,
        }
    }
}

/// The counted thing: right behind the number, or behind "of" where the number is vague.
fn noun(reader: &Reader, number: &Number, end: usize) -> Option<Range<usize>> {
    let of = number.vague && reader.says(end, reader.tables.say.of);
    tail::noun(reader, if of { end + 1 } else { end })
}

/// Whether something of the amount stands at `at`, behind a bracket that closed too early: "($12.3) million", "(5)%".
fn goes_on(reader: &Reader, at: usize) -> bool {
    reader.is(at, '%') || reader.get(at).is_some_and(|word| reader.tables.scales.get(word.id).is_some())
}

/// Where the number begins that may add to a whole one: "1 billion 290 million", "$1 billion $290 million".
fn rest_start(reader: &Reader, number: &Number, head: &Head, at: usize) -> usize {
    let dollars = head.bare_dollar || head.currency.is_none();
    let again = number.shape == Shape::Integer && dollars && reader.is(at, '$') && reader.glued(at + 1);
    if again { at + 1 } else { at }
}

/// Whether a sentence needs the bracketed amount to be whole, so that the brackets are its sign: "was ($12.3 million)".
fn is_expected_value(reader: &Reader, start: usize, body: &Body, number: &Number) -> bool {
    let before = start.checked_sub(2);
    let expected = before.is_some_and(|at| reader.in_set(at, set::CUE) || reader.is(at, ':'));
    let figure = body.measure != Measure::Bare || matches!(number.shape, Shape::Decimal | Shape::Grouped);
    expected && figure
}
