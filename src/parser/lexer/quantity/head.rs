//! What stands before a number: its currency, its sign, an opening bracket.

use crate::model::Currency;
use crate::parser::lexer::quantity::tables::Reader;
use crate::parser::vocabulary::currencies;

/// A sign that the text writes with the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// "-5", "negative 5", "(5)".
    Minus,
    /// "+5", "positive 5".
    Plus,
}

/// What was found before a number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Head {
    /// First word of the quote.
    pub(super) start: usize,
    /// First word of all that belongs to the amount: the words "negative" and "minus" are no part of the quote.
    pub(super) reach: usize,
    /// The currency.
    pub(super) currency: Option<Currency>,
    /// Whether the currency is a bare "$", which may be the dollar of several countries.
    pub(super) bare_dollar: bool,
    /// The scale in the currency's letters: "MEUR".
    pub(super) scale: Option<i32>,
    /// The sign.
    pub(super) sign: Option<Sign>,
    /// Whether a bracket opens between currency and number: "$(12.3)".
    pub(super) inner_bracket: bool,
    /// Whether a bracket opens right before it all: "($12.3)".
    pub(super) outer_bracket: bool,
}

/// Reads backwards from the number's first word, not beyond `floor`, where the amount before ends.
pub(super) fn read(reader: &Reader, number: usize, floor: usize) -> Head {
    let mut start = number;
    let mut sign = None;
    let inner_bracket =
        reader.glued(start) && before(start, floor).is_some_and(|at| reader.is(at, '(') && is_money(reader, at));
    if inner_bracket {
        start -= 1;
    } else if let Some(minus) = minus_inside(reader, start, floor) {
        sign = Some(Sign::Minus);
        start = minus;
    }
    let money = currency(reader, start, floor);
    let (currency, bare_dollar, scale) = match money {
        Some(found) => {
            start = found.start;
            (Some(found.currency), found.bare_dollar, found.scale)
        }
        None => {
            start = number;
            sign = None;
            (None, false, None)
        }
    };
    let inner_bracket = inner_bracket && currency.is_some();
    let mut reach = start;
    if let Some((at, found)) = symbol_sign(reader, start, floor) {
        (start, reach, sign) = (at, at, Some(found));
    } else if let Some(found) = word_sign(reader, start, floor) {
        (reach, sign) = (start - 1, Some(found));
    }
    let outer_bracket = reader.glued(start) && before(start, floor).is_some_and(|at| reader.is(at, '('));
    Head { start, reach, currency, bare_dollar, scale, sign, inner_bracket, outer_bracket }
}

/// The minus between currency and number: "$-23".
fn minus_inside(reader: &Reader, number: usize, floor: usize) -> Option<usize> {
    let minus = before(number, floor).filter(|at| reader.is_dash(*at) && reader.glued(number) && reader.glued(*at))?;
    is_money(reader, minus).then_some(minus)
}

/// The word before `at`, at `floor` or later.
fn before(at: usize, floor: usize) -> Option<usize> {
    at.checked_sub(1).filter(|before| *before >= floor)
}

fn is_money(reader: &Reader, end: usize) -> bool {
    currency(reader, end, 0).is_some()
}

struct Money {
    start: usize,
    currency: Currency,
    bare_dollar: bool,
    scale: Option<i32>,
}

/// The currency that ends before `end`.
fn currency(reader: &Reader, end: usize, floor: usize) -> Option<Money> {
    let at = before(end, floor)?;
    if let Some(symbol) = reader.symbol(at) {
        if symbol == '.' && reader.glued(at) {
            let code = before(at, floor).filter(|code| reader.get(*code).is_some_and(|w| w.capital))?;
            return letters(reader, code).filter(|_| reader.text_of(code).len() == 2);
        }
        let row = currencies::of_sign(symbol)?;
        let currency = Currency::new(row.code)?;
        if currency == Currency::USD {
            return Some(dollar(reader, at, floor));
        }
        return Some(Money { start: at, currency, bare_dollar: false, scale: None });
    }
    letters(reader, at).filter(|_| !reader.is(at.wrapping_sub(1), '$') || !reader.glued(at)).or_else(|| {
        let sign = before(at, floor).filter(|sign| reader.is(*sign, '$') && reader.glued(at))?;
        Some(Money { start: sign, currency: reader.dollar_code(at)?, bare_dollar: false, scale: None })
    })
}

/// "USD", "Rs", "MEUR" right before a number.
fn letters(reader: &Reader, at: usize) -> Option<Money> {
    let code = reader.code(at)?;
    Some(Money { start: at, currency: code.currency, bare_dollar: false, scale: code.scale })
}

/// "$", "US$", "US $", "USD $".
fn dollar(reader: &Reader, at: usize, floor: usize) -> Money {
    let say = &reader.tables.say;
    let country = before(at, floor).and_then(|letters| {
        let currency = reader.dollar_code(letters)?;
        let glued = reader.glued(at) && !reader.glued(letters);
        let spaced = matches!(reader.text_of(letters), "US" | "USD" | "AUD" | "CAD" | "SGD" | "HKD" | "NZD")
            && !reader.says(letters.wrapping_sub(1), say.the);
        let joined = reader.glued(at) && !reader.is_hyphen(letters);
        (glued || joined || spaced).then_some((letters, currency))
    });
    match country {
        Some((start, currency)) => Money { start, currency, bare_dollar: false, scale: None },
        None => Money { start: at, currency: Currency::USD, bare_dollar: true, scale: None },
    }
}

/// A "-" or "+" that clings to the amount and to nothing before it.
fn symbol_sign(reader: &Reader, start: usize, floor: usize) -> Option<(usize, Sign)> {
    let at = before(start, floor).filter(|_| reader.glued(start))?;
    let sign = match reader.symbol(at)? {
        '+' => Sign::Plus,
        '-' | '−' | '–' | '‐' | '‑' => Sign::Minus,
        _ => return None,
    };
    let previous = at.wrapping_sub(1);
    let free = !reader.glued(at) || matches!(reader.symbol(previous), Some('(' | '"' | '“' | '/' | '~' | ':' | '['));
    let plus_minus = reader.is(previous, '/') && reader.is(previous.wrapping_sub(1), '+');
    (free && !plus_minus && (at > floor || at == 0 || floor == 0)).then_some((at, sign))
}

/// "negative", "minus", "positive" right before the amount.
fn word_sign(reader: &Reader, start: usize, floor: usize) -> Option<Sign> {
    let say = &reader.tables.say;
    let at = before(start, floor)?;
    if reader.says(at, say.positive) {
        return Some(Sign::Plus);
    }
    let plus_or_minus = reader.says(at.wrapping_sub(1), say.or) || reader.is_dash(at.wrapping_sub(1));
    (reader.says(at, say.negative) || (reader.says(at, say.minus) && !plus_or_minus)).then_some(Sign::Minus)
}
