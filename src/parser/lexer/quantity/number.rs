//! Numbers of a sentence: in digits, in words, and both with their scale.

use crate::model::Bound;
use crate::parser::lexer::quantity::figure::{FINEST, Figure, Shape, digits};
use crate::parser::lexer::quantity::tables::Reader;
use crate::parser::vocabulary::numbers::NumberWord;
use crate::parser::vocabulary::scales::Writing;

/// A number, not yet of anything.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number {
    /// Its digits.
    pub(super) figure: Figure,
    /// How it is written.
    pub(super) shape: Shape,
    /// The power of ten that belongs to it already: "hundreds of billions".
    pub(super) scale: Option<i32>,
    /// Whether it tells the order of magnitude alone.
    pub(super) vague: bool,
    /// What the words say of its exactness: "a couple of million" is about two.
    pub(super) bound: Option<Bound>,
    /// Its first word.
    pub(super) start: usize,
    /// Just past its last word.
    pub(super) end: usize,
}

/// The number that is met at `at`, none of it before `floor`.
pub(super) fn read(reader: &Reader, at: usize, floor: usize) -> Option<Number> {
    if reader.is_number(at) { in_digits(reader, at, floor) } else { in_words(reader, at, floor) }
}

fn in_digits(reader: &Reader, at: usize, floor: usize) -> Option<Number> {
    let text = reader.text_of(at);
    let (figure, shape) = digits(text)?;
    let number = Number { figure, shape, scale: None, vague: false, bound: None, start: at, end: at + 1 };
    if opens_with_point(reader, at, floor) {
        let kept = text.get(..FINEST).unwrap_or(text);
        let figure = digits(kept)?.0.as_fraction(kept.len())?;
        return matches!(shape, Shape::Integer | Shape::Code | Shape::Year).then_some(Number {
            figure,
            shape: Shape::Decimal,
            start: at - 1,
            ..number
        });
    }
    Some(broken_decimal(reader, number).unwrap_or(number))
}

/// A blank that slipped into a number behind its point: "$17. 3 billion".
fn broken_decimal(reader: &Reader, number: Number) -> Option<Number> {
    let fraction = number.end + 1;
    let parted = reader.is(number.end, '.') && reader.glued(number.end) && !reader.glued(fraction);
    let money = || matches!(reader.symbol(number.start.wrapping_sub(1)), Some('$' | '€' | '£' | '¥'));
    let scaled = || scale_word(reader, fraction + 1).is_some();
    if !(parted && number.shape == Shape::Integer && reader.is_number(fraction) && money() && scaled()) {
        return None;
    }
    let (rest, _) = digits(reader.text_of(fraction)).filter(|(_, shape)| *shape == Shape::Integer)?;
    let places = i32::try_from(reader.text_of(fraction).len()).ok()?;
    let figure = number.figure.plus(rest.scaled(-places))?;
    Some(Number { figure, shape: Shape::Decimal, end: fraction + 1, ..number })
}

/// ".27" with nothing but money or a blank before the point.
fn opens_with_point(reader: &Reader, at: usize, floor: usize) -> bool {
    let Some(point) = at.checked_sub(1).filter(|point| *point >= floor) else { return false };
    let alone = !reader.glued(point) || matches!(reader.symbol(point.wrapping_sub(1)), Some(c) if c != '.' && c != ')');
    reader.is(point, '.') && reader.glued(at) && alone
}

fn in_words(reader: &Reader, at: usize, floor: usize) -> Option<Number> {
    let word = reader.get(at)?;
    let Some(kind) = reader.tables.numbers.get(word.id) else { return lone_scale(reader, at, floor) };
    match kind {
        NumberWord::Digit(_) | NumberWord::Teen(_) | NumberWord::Tens(_) => cardinal(reader, at),
        NumberWord::Half => half(reader, at, floor),
        NumberWord::Hundred => hundred(reader, at, floor),
        NumberWord::Couple | NumberWord::Several => some(reader, at, floor, kind),
        NumberWord::Plural(exponent) => plural(reader, at, exponent),
    }
}

fn spelled(figure: Figure, start: usize, end: usize) -> Number {
    Number { figure, shape: Shape::Spelled, scale: None, vague: false, bound: None, start, end }
}

/// The whole-word scale here.
fn scale_word(reader: &Reader, at: usize) -> Option<i32> {
    let scale = reader.tables.scales.get(reader.get(at)?.id)?;
    (scale.writing == Writing::Word).then_some(scale.exponent)
}

/// "a" or "an" before `at`, at `floor` or later.
fn article_before(reader: &Reader, at: usize, floor: usize) -> Option<usize> {
    let say = &reader.tables.say;
    let before = at.checked_sub(1).filter(|before| *before >= floor)?;
    (reader.says(before, say.a) || reader.says(before, say.an)).then_some(before)
}

/// "a million": the scale alone, counted once.
fn lone_scale(reader: &Reader, at: usize, floor: usize) -> Option<Number> {
    let exponent = scale_word(reader, at)?;
    let Some(start) = article_before(reader, at, floor) else {
        // "We own billion of dollars of assets": the plural is meant.
        let one = spelled(Figure::new(1, 0), at, at + 1);
        let magnitude = Number { scale: Some(exponent), vague: true, bound: Some(Bound::About), ..one };
        return reader.says(at + 1, reader.tables.say.of).then_some(magnitude);
    };
    let part = reader.says(start.wrapping_sub(1), reader.tables.say.of);
    (!part).then_some(Number { scale: Some(exponent), ..spelled(Figure::new(1, 0), start, at + 1) })
}

/// "half a billion", "half-billion", "half a percentage point".
fn half(reader: &Reader, at: usize, floor: usize) -> Option<Number> {
    let say = &reader.tables.say;
    let next = at + 1;
    let end =
        if reader.says(next, say.a) || reader.says(next, say.an) || reader.is_hyphen(next) { next + 1 } else { next };
    let start = article_before(reader, at, floor).unwrap_or(at);
    let figure = Figure::new(5, -1);
    if let Some(exponent) = scale_word(reader, end) {
        return Some(Number { scale: Some(exponent), ..spelled(figure, start, end + 1) });
    }
    let unit = reader.tables.shares.after(reader.words, end).is_some();
    let cent = reader.tables.names.after(reader.words, end).is_some_and(|(_, name)| name.minor);
    (unit || cent).then_some(spelled(figure, start, end))
}

/// "a hundred million".
fn hundred(reader: &Reader, at: usize, floor: usize) -> Option<Number> {
    let start = article_before(reader, at, floor)?;
    Some(spelled(Figure::new(100, 0), start, at + 1))
}

/// "a couple of million", "several hundred million".
fn some(reader: &Reader, at: usize, floor: usize, kind: NumberWord) -> Option<Number> {
    let say = &reader.tables.say;
    let mut end = if reader.says(at + 1, say.of) { at + 2 } else { at + 1 };
    let mut figure = Figure::new(if kind == NumberWord::Couple { 2 } else { 1 }, 0);
    if reader.says(end, say.hundred) {
        figure = figure.scaled(2);
        end += 1;
    }
    let exponent = scale_word(reader, end)?;
    let start = article_before(reader, at, floor).unwrap_or(at);
    Some(Number {
        scale: Some(exponent),
        vague: kind == NumberWord::Several,
        bound: Some(Bound::About),
        ..spelled(figure, start, end + 1)
    })
}

/// "hundreds of billions", "billions".
fn plural(reader: &Reader, at: usize, exponent: u8) -> Option<Number> {
    let exponent = i32::from(exponent);
    let inner = at + 2;
    let stacked =
        reader.says(at + 1, reader.tables.say.of).then(|| scale_word(reader, inner).or(plural_scale(reader, inner)));
    let (figure, scale, end) = match stacked.flatten() {
        Some(scale) => (Figure::new(1, exponent), scale, inner + 1),
        None if exponent >= 6 => (Figure::new(1, 0), exponent, at + 1),
        None => return None,
    };
    Some(Number { scale: Some(scale), vague: true, bound: Some(Bound::About), ..spelled(figure, at, end) })
}

/// "thousands" behind "hundreds of".
fn plural_scale(reader: &Reader, at: usize) -> Option<i32> {
    match reader.tables.numbers.get(reader.get(at)?.id)? {
        NumberWord::Plural(exponent) => Some(i32::from(exponent)).filter(|exponent| *exponent >= 3),
        _ => None,
    }
}

/// "twenty-two point seven", "three hundred and fifty", "one and a half".
fn cardinal(reader: &Reader, at: usize) -> Option<Number> {
    let (value, end) = below_thousand(reader, at)?;
    let whole = Figure::new(i128::from(value), 0);
    let number = spelled(whole, at, end);
    let number = decimals(reader, number).or_else(|| and_a_half(reader, number)).unwrap_or(number);
    let goes_on = reader.get(number.end).and_then(|word| reader.tables.numbers.get(word.id));
    let year = matches!(goes_on, Some(NumberWord::Digit(_) | NumberWord::Teen(_) | NumberWord::Tens(_)));
    (!year).then_some(number)
}

fn number_word(reader: &Reader, at: usize) -> Option<NumberWord> {
    reader.get(at).and_then(|word| reader.tables.numbers.get(word.id))
}

/// The value of the number words from `at` on, below a thousand, and where they end.
fn below_thousand(reader: &Reader, at: usize) -> Option<(u16, usize)> {
    let (mut value, mut end) = below_hundred(reader, at)?;
    if reader.says(end, reader.tables.say.hundred) && value < 100 {
        value *= 100;
        end += 1;
        let next = if reader.says(end, reader.tables.say.and) { end + 1 } else { end };
        if let Some((rest, rest_end)) = below_hundred(reader, next) {
            value += rest;
            end = rest_end;
        }
    }
    Some((value, end))
}

fn below_hundred(reader: &Reader, at: usize) -> Option<(u16, usize)> {
    match number_word(reader, at)? {
        NumberWord::Digit(digit) => Some((u16::from(digit), at + 1)),
        NumberWord::Teen(teen) => Some((u16::from(teen), at + 1)),
        NumberWord::Tens(tens) => {
            let next = if reader.is_hyphen(at + 1) { at + 2 } else { at + 1 };
            match number_word(reader, next) {
                Some(NumberWord::Digit(digit)) if digit > 0 => Some((u16::from(tens + digit), next + 1)),
                _ => Some((u16::from(tens), at + 1)),
            }
        }
        _ => None,
    }
}

/// "point seven", "point oh five".
fn decimals(reader: &Reader, number: Number) -> Option<Number> {
    if !reader.says(number.end, reader.tables.say.point) {
        return None;
    }
    let mut figure = number.figure;
    let first = number.end + 1;
    let mut end = first;
    while let Some(digit) = decimal_digit(reader, end).filter(|_| end - first < 6) {
        let place = i32::try_from(end - first).ok()?;
        figure = figure.plus(Figure::new(i128::from(digit), -1 - place))?;
        end += 1;
    }
    (end > first).then_some(Number { figure, end, ..number })
}

fn decimal_digit(reader: &Reader, at: usize) -> Option<u8> {
    if reader.says(at, reader.tables.say.oh) {
        return Some(0);
    }
    match number_word(reader, at)? {
        NumberWord::Digit(digit) => Some(digit),
        _ => None,
    }
}

/// "one and a half".
fn and_a_half(reader: &Reader, number: Number) -> Option<Number> {
    let say = &reader.tables.say;
    let half =
        reader.says(number.end, say.and) && reader.says(number.end + 1, say.a) && reader.says(number.end + 2, say.half);
    let figure = number.figure.plus(Figure::new(5, -1)).filter(|_| half)?;
    Some(Number { figure, end: number.end + 3, ..number })
}
