//! Places within a ten: "the low-to-mid 30 cents".

use crate::parser::lexer::quantity::figure::{Figure, Shape};
use crate::parser::lexer::quantity::number::Number;
use crate::parser::lexer::quantity::tables::Reader;
use crate::parser::lexer::quantity::tail::Measure;
use crate::parser::vocabulary::measures::Share;
use crate::parser::vocabulary::numbers::Place;

/// A part of the ten that a number opens.
#[derive(Clone, Copy, Debug)]
pub(super) struct Decade {
    /// The first word that says so.
    pub(super) start: usize,
    /// What the lower end adds to the number.
    pub(super) low: Figure,
    /// What the upper end adds to it.
    pub(super) high: Figure,
}

/// The part of the ten that the words before `start` name.
pub(super) fn before(reader: &Reader, number: &Number, measure: Measure, start: usize, floor: usize) -> Option<Decade> {
    let unit = matches!(measure, Measure::Minor(_) | Measure::Share(Share::Percent));
    let ten = (1..10).any(|tens| number.figure == Figure::new(tens * 10, 0)) && number.shape != Shape::Decimal;
    let (upper_at, hyphen) = place_before(reader, start, floor).filter(|_| unit && ten)?;
    let upper = place(reader, upper_at)?;
    let say = &reader.tables.say;
    let joint =
        if reader.is_hyphen(upper_at.wrapping_sub(1)) { upper_at.wrapping_sub(2) } else { upper_at.wrapping_sub(1) };
    let lower_at = reader.says(joint, say.to).then(|| place_before(reader, joint, floor)).flatten();
    if let Some((lower, (at, _))) = lower_at.and_then(|found| Some((place(reader, found.0)?, found))) {
        let (low, high) = (digits(lower, true).0, digits(upper, true).1);
        return Some(Decade { start: at, low: Figure::new(low, 0), high: Figure::new(high, 0) });
    }
    // "A mid-20% margin" is read as it is printed.
    let cents = matches!(measure, Measure::Minor(_));
    let named = hyphen || upper == Place::Mid || reader.says(upper_at.wrapping_sub(1), say.the);
    let (low, high) = digits(upper, false);
    (cents && named).then_some(Decade { start: upper_at, low: Figure::new(low, 0), high: Figure::new(high, 0) })
}

/// The word of place that ends before `end`, and whether a hyphen follows it.
fn place_before(reader: &Reader, end: usize, floor: usize) -> Option<(usize, bool)> {
    let hyphen = reader.is_hyphen(end.wrapping_sub(1));
    let at = end.checked_sub(if hyphen { 2 } else { 1 }).filter(|at| *at >= floor)?;
    place(reader, at).map(|_| (at, hyphen))
}

fn place(reader: &Reader, at: usize) -> Option<Place> {
    reader.get(at).and_then(|word| reader.tables.places.get(word.id))
}

/// The digits that a place spans; the middle is where two places meet.
fn digits(place: Place, joined: bool) -> (i128, i128) {
    match (place, joined) {
        (Place::Low, _) => (0, 3),
        (Place::Mid, false) => (4, 6),
        (Place::Mid, true) => (5, 5),
        (Place::High, _) => (7, 9),
    }
}
