//! What stands behind a number: its scale, its unit, "a share", the thing that it counts.

use std::ops::Range;

use crate::model::Currency;
use crate::parser::lexer::quantity::figure::{Figure, Shape};
use crate::parser::lexer::quantity::head::Head;
use crate::parser::lexer::quantity::number::{self, Number};
use crate::parser::lexer::quantity::tables::{Reader, set};
use crate::parser::lexer::word::WordKind;
use crate::parser::vocabulary::currencies;
use crate::parser::vocabulary::measures::Share;
use crate::parser::vocabulary::scales::Writing;

/// What a number is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Measure {
    /// Nothing that is said.
    Bare,
    /// Money in whole units.
    Money(Currency),
    /// Money in hundredths.
    Minor(Currency),
    /// A percentage of some kind.
    Share(Share),
    /// Years, hours, multiples: no quantity of a company.
    Span,
}

/// The scale behind the number, and where it ends.
pub(super) fn scale(reader: &Reader, number: &Number, head: &Head, at: usize) -> Option<(i32, usize)> {
    if let Some(scale) = number.scale.or(head.scale) {
        return Some((scale, at));
    }
    let first = if reader.is_hyphen(at) { at + 1 } else { at };
    let found = reader.get(first).and_then(|word| reader.tables.scales.get(word.id))?;
    if found.writing == Writing::Letter {
        let fits = first == at && letter_fits(reader, head, at, found.exponent);
        return fits.then_some((found.exponent, at + 1));
    }
    let second = reader.get(first + 1).and_then(|word| reader.tables.scales.get(word.id));
    match second.filter(|second| second.writing == Writing::Word && second.exponent > found.exponent) {
        Some(second) => Some((found.exponent + second.exponent, first + 2)),
        None => Some((found.exponent, first + 1)),
    }
}

/// Whether a letter behind the number is a scale: "$5 m", "5m euros", "5m users", but neither "5 m" nor "4K".
fn letter_fits(reader: &Reader, head: &Head, at: usize, exponent: i32) -> bool {
    let next = at + 1;
    let money = head.currency.is_some() || money_after(reader, next).is_some();
    let text = reader.text_of(at);
    let common = matches!(text, "m" | "M" | "b" | "B") || (matches!(text, "k" | "K") && noun(reader, next).is_some());
    let ends = !(reader.glued(next) && (reader.is_number(next) || reader.is_letters(next)));
    ends && (money || (reader.glued(at) && exponent != 7 && common))
}

/// "1 billion 230 million": the smaller amount that is added to one of this scale.
pub(super) fn rest(reader: &Reader, at: usize, scale: i32) -> Option<(Figure, usize)> {
    let number = number::read(reader, at, at).filter(|number| {
        (!reader.glued(at) || reader.is(at - 1, '$'))
            && matches!(number.shape, Shape::Integer | Shape::Decimal | Shape::Spelled)
    })?;
    let bare = Head {
        start: at,
        reach: at,
        currency: None,
        bare_dollar: false,
        scale: None,
        sign: None,
        inner_bracket: false,
        outer_bracket: false,
    };
    let (smaller, end) = self::scale(reader, &number, &bare, number.end).filter(|(smaller, _)| *smaller < scale)?;
    let thousand = number.figure.value()? < rust_decimal::Decimal::ONE_THOUSAND;
    (thousand && !number.vague).then_some((number.figure.scaled(smaller), end))
}

/// The unit behind number and scale: what it is, where it ends, and the scale that it brings along ("12.5 MEUR").
pub(super) fn unit(reader: &Reader, number: &Number, head: &Head, at: usize) -> Option<(Measure, usize, Option<i32>)> {
    if let Some((share, end)) = percentage(reader, at) {
        return Some((Measure::Share(share), end, None));
    }
    let found = money_after(reader, at).filter(|money| is_money(reader, number, money, at));
    match (head.currency, found) {
        (Some(currency), Some(money)) if !money.minor && head.bare_dollar => {
            let currency = if money.currency == Currency::USD { currency } else { money.currency };
            Some((Measure::Money(currency), money.end, None))
        }
        (Some(currency), Some(money)) => Some((Measure::Money(currency), money.end, None)),
        (Some(currency), None) => Some((Measure::Money(currency), at, None)),
        (None, Some(money)) if money.minor => Some((Measure::Minor(money.currency), money.end, None)),
        (None, Some(money)) => Some((Measure::Money(money.currency), money.end, money.scale)),
        (None, None) => None,
    }
}

/// "%", "percent", "%-points", "basis points".
fn percentage(reader: &Reader, at: usize) -> Option<(Share, usize)> {
    if reader.is(at, '%') {
        let of_next = !reader.glued(at) && reader.glued(at + 1) && reader.is_number(at + 1);
        let next = if reader.is_hyphen(at + 1) { at + 2 } else { at + 1 };
        if reader.in_set(next, set::POINTS) {
            return Some((Share::Points, next + 1));
        }
        let said_twice = reader.tables.shares.after(reader.words, at + 1);
        let end = said_twice.filter(|(_, (_, writing))| *writing == Writing::Word);
        return (!of_next).then(|| end.map_or((Share::Percent, at + 1), |(end, (share, _))| (share, end)));
    }
    let first = if reader.is_hyphen(at) { at + 1 } else { at };
    let (end, (share, writing)) = reader.tables.shares.after(reader.words, first)?;
    (writing == Writing::Word || (first == at && reader.glued(at))).then_some((share, end))
}

struct MoneyAfter {
    currency: Currency,
    minor: bool,
    scale: Option<i32>,
    end: usize,
}

/// The currency behind a number.
fn money_after(reader: &Reader, at: usize) -> Option<MoneyAfter> {
    let first = if reader.is_hyphen(at) { at + 1 } else { at };
    if let Some((end, name)) = reader.tables.names.after(reader.words, first) {
        return Some(MoneyAfter { currency: name.currency, minor: name.minor, scale: None, end });
    }
    if let Some(code) = reader.code(first).filter(|_| reader.text_of(first).len() > 2 || reader.text_of(first) == "kr")
    {
        let amount = reader.is_number(first + 1);
        return (!amount).then_some(MoneyAfter {
            currency: code.currency,
            minor: false,
            scale: code.scale,
            end: first + 1,
        });
    }
    let word = reader.get(at).filter(|word| word.glued || !matches!(word.kind, WordKind::Letters))?;
    let glued = word.glued;
    match word.span.of(reader.text) {
        "p" if glued => Some(MoneyAfter { currency: Currency::new("GBP")?, minor: true, scale: None, end: at + 1 }),
        "c" if glued => Some(MoneyAfter { currency: Currency::USD, minor: true, scale: None, end: at + 1 }),
        "¢" => Some(MoneyAfter { currency: Currency::USD, minor: true, scale: None, end: at + 1 }),
        _ => sign_after(reader, at),
    }
}

/// "5€", "5 €", "5$".
fn sign_after(reader: &Reader, at: usize) -> Option<MoneyAfter> {
    let symbol = reader.symbol(at)?;
    let row = currencies::of_sign(symbol)?;
    let next = reader.is_number(at + 1) || reader.is(at + 1, '.') && reader.is_number(at + 2);
    let clings = reader.glued(at) || symbol != '$';
    (clings && !next).then_some(MoneyAfter {
        currency: Currency::new(row.code)?,
        minor: false,
        scale: None,
        end: at + 1,
    })
}

/// Whether the name of a currency is one here: neither "in 2024 won a contract" nor "71 million pounds of copper".
fn is_money(reader: &Reader, number: &Number, money: &MoneyAfter, at: usize) -> bool {
    let weight = reader.says(money.end, reader.tables.say.of) && reader.in_set(money.end + 1, set::WEIGHED);
    let year = number.shape == Shape::Year && at == number.end && !reader.glued(at);
    !weight && !year
}

/// "of dollars" behind a vague number.
pub(super) fn of_money(reader: &Reader, at: usize) -> Option<(Currency, usize)> {
    if !reader.says(at, reader.tables.say.of) {
        return None;
    }
    let (end, name) = reader.tables.names.after(reader.words, at + 1)?;
    (!name.minor).then_some((name.currency, end))
}

/// Where "a share", "per diluted share", "/share" ends.
pub(super) fn per_share(reader: &Reader, at: usize) -> Option<usize> {
    let say = &reader.tables.say;
    let first = if reader.is_hyphen(at) { at + 1 } else { at };
    let per = reader.says(first, say.per);
    let opens = per
        || reader.says(first, say.a)
        || reader.says(first, say.an)
        || reader.says(first, say.each)
        || reader.is(first, '/');
    if !opens {
        return None;
    }
    let mut next = first + 1;
    while next < first + 7 {
        if reader.is_hyphen(next) {
            next += 1;
        }
        let qualified = next > first + 1;
        if reader.in_set(next, set::SHARE) || (per && qualified && reader.in_set(next, set::UNIT)) {
            return Some(next + 1);
        }
        if !reader.in_set(next, set::SHARE_ADJECTIVE) {
            return None;
        }
        next += 1;
    }
    None
}

/// The counted thing up to three words behind the number: "daily active users".
pub(super) fn noun(reader: &Reader, at: usize) -> Option<Range<usize>> {
    let first = if reader.is_hyphen(at) { at + 1 } else { at };
    let mut next = first;
    for _ in 0..3 {
        if next > first && reader.is_hyphen(next) {
            next += 1;
        }
        if let Some((end, ())) = reader.tables.nouns.after(reader.words, next) {
            return Some(first..end);
        }
        if !reader.is_letters(next) || reader.in_set(next, set::STOP) {
            return None;
        }
        next += 1;
    }
    None
}
