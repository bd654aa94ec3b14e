//! Ranges with one end that is no change at all: "flat to up 1%", "down 2% to flat".

use rust_decimal::Decimal;

use crate::model::Quantity;
use crate::parser::lexer::quantity::amount::Amount;
use crate::parser::lexer::quantity::head::Sign;
use crate::parser::lexer::quantity::tables::{Reader, set};
use crate::parser::lexer::quantity::tail::Measure;
use crate::parser::lexer::quantity::{QuantityMention, range, single};
use crate::parser::vocabulary::measures::Share;

/// Words between "flat" and the percentage: "flat to slightly up".
const BETWEEN: usize = 4;

/// The range from nothing to the percentage, where "flat" stands beside it; nothing before `floor` is looked at.
pub(super) fn band(reader: &Reader, amount: &Amount, floor: usize) -> Option<QuantityMention> {
    if amount.measure != Measure::Share(Share::Percent) || amount.sign == Some(Sign::Plus) {
        return None;
    }
    let side = before(reader, amount, floor).or_else(|| behind(reader, amount, floor))?;
    let point = single(reader, amount)?;
    let end = match side.sign {
        Some(Sign::Minus) if amount.sign.is_none() => Decimal::ZERO.checked_sub(point.quantity.low())?,
        _ => point.quantity.low(),
    };
    let quote = side.start.min(amount.quote.start)..side.end.max(amount.quote.end);
    let step = amount.figure(amount.scale).half_step()?;
    Some(QuantityMention {
        words: quote.start.min(amount.words.start)..quote.end.max(amount.words.end),
        span: super::span(reader, &quote)?,
        quantity: Quantity::between(point.quantity.unit(), Decimal::ZERO, end, step),
        signed: point.signed || side.sign.is_some(),
        ..point
    })
}

/// Where "flat" stands, and the sign that words give to the percentage.
struct Side {
    start: usize,
    end: usize,
    sign: Option<Sign>,
}

/// "Flat to up 1%", "flat to 2%".
fn before(reader: &Reader, amount: &Amount, floor: usize) -> Option<Side> {
    let first = amount.quote.start;
    let words = (floor.max(first.saturating_sub(BETWEEN))..first).rev();
    let mut sign = None;
    for at in words.take_while(|at| reader.is_letters(*at)) {
        let to = reader.says(at + 1, reader.tables.say.to);
        if reader.in_set(at, set::EVEN) {
            return to.then_some(Side { start: at, end: amount.quote.end, sign });
        }
        sign = sign.or_else(|| range::polarity(reader, at));
    }
    None
}

/// "Down 2% to flat".
fn behind(reader: &Reader, amount: &Amount, floor: usize) -> Option<Side> {
    let end = amount.quote.end;
    let even = reader.says(end, reader.tables.say.to) && reader.in_set(end + 1, set::EVEN);
    let word = amount.quote.start.checked_sub(1).filter(|at| *at >= floor);
    let sign = word.and_then(|at| range::polarity(reader, at));
    even.then_some(Side { start: amount.quote.start, end: end + 2, sign })
}
