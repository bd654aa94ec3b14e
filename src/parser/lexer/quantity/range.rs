//! Two amounts that are the ends of one range.

use crate::parser::lexer::quantity::amount::Amount;
use crate::parser::lexer::quantity::figure::Shape;
use crate::parser::lexer::quantity::head::Sign;
use crate::parser::lexer::quantity::lead::{Before, Lead};
use crate::parser::lexer::quantity::tables::{Reader, set};
use crate::parser::lexer::quantity::tail::Measure;
use crate::parser::vocabulary::measures::Share;
use rust_decimal::Decimal;

/// What joins two amounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    /// "to", "up to".
    To,
    /// A hyphen or dash.
    Dash,
    /// "and".
    And,
    /// "plus or minus": the second is how far the first may be off.
    PlusMinus,
}

/// The ends of a range as amounts that share unit and scale.
pub(super) struct Joined {
    pub(super) low: Amount,
    pub(super) high: Amount,
    pub(super) joint: Joint,
    /// Whether the text gives the two ends signs of their own.
    pub(super) signed: bool,
}

/// The range that `first` and `second` make, with nothing but words between them.
pub(super) fn join(reader: &Reader, first: &Amount, second: &Amount, lead: Lead) -> Option<Joined> {
    let floor = lead.floor;
    let gap = Gap::read(reader, first, second)?;
    let (low, high) = if gap.joint == Joint::PlusMinus {
        tolerance(first, second)?
    } else {
        share(reader, first, second, gap.joint)?
    };
    let opened = opening(reader, first, floor);
    let allowed = match gap.joint {
        Joint::PlusMinus => true,
        // "Analysts expected 4.8 million – 600,000 in one country": no range goes down.
        Joint::Dash => !(gap.far || first.scale.is_some() && low.value() > high.value()),
        Joint::And => {
            matches!(opened, Some(Opening::Between | Opening::Range)) || is_forecast(reader, &low, &high, floor)
        }
        Joint::To => match opened {
            Some(Opening::Between | Opening::Range) => true,
            Some(Opening::From) => {
                let apart = matches!(low.measure, Measure::Money(_)) && are_apart(&low, &high, 4);
                let paired = is_paired(reader, first, lead);
                !((changed(reader, first, floor) && !paired) || gap.far || apart)
            }
            // "Rose by $1 million to a loss of $3 million".
            None if gap.polarity.is_some() && is_by(reader, first, floor) => false,
            None => !gap.far && !is_change_to_level(reader, &low, &high, floor),
        },
    };
    let ratio = gap.joint == Joint::To && is_ratio(&high);
    if !allowed || ratio || (gap.far && first.noun.is_none() && gap.polarity.is_none()) {
        return None;
    }
    Some(signs(reader, low, high, &gap, lead.floor))
}

/// Whether the four amounts are two ranges, the one changed into the other: "from X to Y to W to Z".
pub(super) fn are_pair(reader: &Reader, amounts: &[Amount]) -> bool {
    let [first, .., last] = amounts else { return false };
    let say = &reader.tables.say;
    let opened = first.words.start.checked_sub(1).is_some_and(|at| reader.says(at, say.from));
    let to = |pair: &[Amount]| match pair {
        [one, other] => Gap::read(reader, one, other).is_some_and(|gap| gap.joint == Joint::To && !gap.far),
        _ => false,
    };
    opened && unified(first.measure, last.measure).is_some() && amounts.windows(2).all(to)
}

/// Whether "to" leads to the amount, and no range ends with it: "raised to $5".
pub(super) fn is_arrival(reader: &Reader, amount: &Amount) -> bool {
    amount.words.start.checked_sub(1).is_some_and(|at| reader.says(at, reader.tables.say.to))
}

/// Words that may stand between a range and the "from" of the one before it: ", down from", ", which was raised from".
const CLOSE: usize = 5;

/// Whether "from X to Y" is what the amount before it came from, and nothing else changes between the two.
fn is_paired(reader: &Reader, first: &Amount, lead: Lead) -> bool {
    let between = lead.floor..first.words.start;
    let changes = || between.clone().any(|at| reader.in_set(at, set::CHANGE));
    let other = || between.clone().any(|at| reader.says(at, reader.tables.say.and));
    // "$390 million to $395 million for this fiscal year, down from $405 million to $410 million".
    let aside = || {
        let comma = first.words.start.checked_sub(3).filter(|comma| reader.is(*comma, ','));
        comma.is_some_and(|comma| (lead.floor..comma).all(|at| !reader.in_set(at, set::CHANGE)))
    };
    match lead.before {
        Before::Other => false,
        Before::Arrival => !changes(),
        Before::Range => !changes() || (!other() && (between.len() <= CLOSE || aside())),
        Before::Pair => true,
    }
}

/// "Analysts forecast $1.70 and $2.70 a share": ends of one unit, not far apart, right behind the verb.
fn is_forecast(reader: &Reader, low: &Amount, high: &Amount, floor: usize) -> bool {
    let verb = low.words.start.checked_sub(1).filter(|at| *at >= floor);
    let rising = low.value() < high.value() && !are_apart(low, high, 2);
    let money = matches!(low.measure, Measure::Money(_)) && low.per_share;
    money && rising && verb.is_some_and(|at| reader.in_set(at, set::FORECAST))
}

/// "A book-to-bill of 0.88 to 1".
fn is_ratio(high: &Amount) -> bool {
    let bare = high.measure == Measure::Bare && high.scale.is_none() && high.noun.is_none();
    bare && high.value() == Some(Decimal::ONE)
}

/// The words between two amounts.
struct Gap {
    joint: Joint,
    /// The sign that words between give to the second end: "to a profit of".
    polarity: Option<Sign>,
    /// Whether more than the joint stands between, and no word of sign: "99 million barrels to 105 million".
    far: bool,
}

impl Gap {
    fn read(reader: &Reader, first: &Amount, second: &Amount) -> Option<Self> {
        let say = &reader.tables.say;
        let (start, end) = (first.words.end, second.words.start);
        if plus_minus(reader, start, second.quote.start) {
            return Some(Self { joint: Joint::PlusMinus, polarity: None, far: false });
        }
        if start >= end {
            let up_to = reader.says(end, say.up) && reader.says(end + 1, say.to);
            return (start == end && up_to).then_some(Self { joint: Joint::To, polarity: None, far: false });
        }
        let mut at = start;
        let skipped = if first.noun.is_some() { skip_noun(reader, at, end) } else { at };
        let far = skipped > at;
        at = skipped;
        let hyphens = reader.is_dash(at) && reader.says(at + 1, say.to) && reader.is_dash(at + 2);
        let joint = match () {
            () if hyphens => Joint::To,
            () if reader.is_dash(at) => Joint::Dash,
            () if reader.says(at, say.and) => Joint::And,
            () if reader.says(at, say.to) => Joint::To,
            () if reader.says(at, say.up) && reader.says(at + 1, say.to) => Joint::To,
            () => return None,
        };
        let length = match () {
            () if hyphens => 3,
            () if reader.says(at, say.up) => 2,
            // "In the range of $6.70 and to $7.40".
            () if joint == Joint::And && reader.says(at + 1, say.to) => 2,
            () => 1,
        };
        let rest = at + length..end;
        let polarity = rest.clone().rev().take(6).find_map(|word| polarity(reader, word));
        let words = rest.len() <= 6 && rest.clone().all(|word| reader.is_letters(word));
        let clean = rest.is_empty() || (joint != Joint::Dash && words && polarity.is_some());
        clean.then_some(Self { joint, polarity, far })
    }
}

/// The first joining word behind the counted thing: "stores to", "barrels of oil equivalent (boe) to".
fn skip_noun(reader: &Reader, start: usize, end: usize) -> usize {
    let say = &reader.tables.say;
    let joins = |at: usize| reader.says(at, say.to) || reader.says(at, say.and);
    (start..end.min(start + 8)).find(|at| joins(*at)).unwrap_or(start)
}

fn plus_minus(reader: &Reader, start: usize, end: usize) -> bool {
    let say = &reader.tables.say;
    let at = if reader.is(start, ',') || reader.is(start, '(') { start + 1 } else { start };
    let words = reader.says(at, say.plus)
        && (reader.says(at + 1, say.or) && reader.says(at + 2, say.minus) && end == at + 3
            || reader.is_dash(at + 1)
                && reader.says(at + 2, say.or)
                && reader.says(at + 4, say.minus)
                && end == at + 5);
    let signs = reader.is(at, '+') && reader.is(at + 1, '/') && reader.is_dash(at + 2) && end == at + 3;
    words || signs || (reader.is(at, '±') && end == at + 1)
}

/// The sign that the word gives to a figure.
pub(super) fn polarity(reader: &Reader, at: usize) -> Option<Sign> {
    match (reader.in_set(at, set::FALLING), reader.in_set(at, set::RISING)) {
        (true, false) => Some(Sign::Minus),
        (false, true) => Some(Sign::Plus),
        _ => None,
    }
}

/// What opens a range.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opening {
    Between,
    From,
    Range,
}

/// "between", "from", "range of" before the first amount; a loss or profit may stand between: "between a loss of".
fn opening(reader: &Reader, first: &Amount, floor: usize) -> Option<Opening> {
    let say = &reader.tables.say;
    for back in 1..=7 {
        let at = first.words.start.checked_sub(back).filter(|at| *at >= floor)?;
        match () {
            () if reader.says(at, say.between) => return Some(Opening::Between),
            () if back == 1 && reader.says(at, say.from) => {
                let ranging =
                    at.checked_sub(1).is_some_and(|at| reader.says(at, say.range) || reader.says(at, say.ranging));
                return Some(if ranging { Opening::Range } else { Opening::From });
            }
            () if reader.says(at, say.from) => return None,
            () if reader.says(at, say.range) || reader.says(at, say.ranging) => return Some(Opening::Range),
            () if !reader.is_letters(at) => return None,
            () if back == 1 && polarity(reader, at).is_none() && !reader.says(at, say.of) => return None,
            () => {}
        }
    }
    None
}

/// Whether a word of change stands before the "from" in its clause.
fn changed(reader: &Reader, first: &Amount, floor: usize) -> bool {
    let mut seen = 0;
    for at in (floor.saturating_sub(12)..first.words.start).rev() {
        if reader.in_set(at, set::CHANGE) {
            return true;
        }
        let near = first.words.start - at <= 2;
        if matches!(reader.symbol(at), Some(';' | ':' | '(' | ')')) || (reader.is(at, ',') && !near) {
            return false;
        }
        seen += 1;
        if seen > 14 {
            return false;
        }
    }
    false
}

/// "increased $5.5 million to $92.8 million": a change, and the level that it led to.
fn is_change_to_level(reader: &Reader, low: &Amount, high: &Amount, floor: usize) -> bool {
    let say = &reader.tables.say;
    let share = matches!(low.measure, Measure::Share(_));
    if !are_apart(low, high, if share { 6 } else { 2 }) {
        return false;
    }
    let start = low.words.start;
    let led = |back: usize| start.checked_sub(back).filter(|at| *at >= floor);
    let changing = |at: usize| reader.in_set(at, set::CHANGE) || reader.says(at, say.by);
    let direct = (1..=3).map_while(led).take_while(|at| reader.is_letters(*at)).take(if share { 2 } else { 3 });
    let or = floor > 0 && floor + 1 == start && reader.says(floor, say.or);
    direct.into_iter().any(changing) || (or && changed(reader, low, floor))
}

fn is_by(reader: &Reader, first: &Amount, floor: usize) -> bool {
    let before = first.words.start.checked_sub(1).filter(|at| *at >= floor);
    before.is_some_and(|at| reader.says(at, reader.tables.say.by))
}

/// Whether the upper end is more than `times` the lower one, too far for a range that tells anything.
fn are_apart(low: &Amount, high: &Amount, times: u8) -> bool {
    let (Some(low), Some(high)) = (low.value(), high.value()) else { return false };
    !low.is_zero() && low.checked_mul(Decimal::from(times)).is_some_and(|bound| high > bound)
}

/// The amount and the tolerance around it, where the tolerance is of a unit that fits.
fn tolerance(first: &Amount, second: &Amount) -> Option<(Amount, Amount)> {
    let fits = match (first.measure, second.measure) {
        (Measure::Bare | Measure::Span, _) | (_, Measure::Bare | Measure::Span) => false,
        (Measure::Share(Share::Percent), Measure::Share(_)) => true,
        (_, Measure::Share(Share::Percent)) => true,
        (one, other) => unified(one, other).is_some(),
    };
    fits.then(|| (first.clone(), second.clone()))
}

/// The unit that both ends have, where they can have one.
fn unified(one: Measure, other: Measure) -> Option<Measure> {
    match (one, other) {
        (one, other) if one == other => Some(one),
        (Measure::Bare, other) => Some(other),
        (one, Measure::Bare) => Some(one),
        (Measure::Minor(one), Measure::Money(other)) | (Measure::Money(one), Measure::Minor(other)) if one == other => {
            Some(Measure::Money(one))
        }
        _ => None,
    }
}

/// The two ends with unit and scale shared between them.
fn share(reader: &Reader, first: &Amount, second: &Amount, joint: Joint) -> Option<(Amount, Amount)> {
    unified(first.measure, second.measure)?;
    let (mut low, mut high) = (first.clone(), second.clone());
    if low.measure == Measure::Bare && high.measure != Measure::Bare {
        low.measure = high.measure;
        if low.noun.is_some() {
            return None;
        }
    } else if high.measure == Measure::Bare && low.measure != Measure::Bare {
        if !bare_end_fits(first, second, joint) {
            return None;
        }
        high.measure = low.measure;
    }
    match (low.scale, high.scale) {
        (None, Some(scale)) => low.scale = lower_scale(&low, &high, scale, first.measure)?,
        (Some(scale), None) if second.measure == Measure::Bare || joint == Joint::Dash => {
            high.scale = Some(scale).filter(|_| high.number.figure.value() < Some(Decimal::ONE_THOUSAND));
        }
        (None, None) if joint == Joint::Dash => low.scale = thousands(reader, &low, &high),
        _ => {}
    }
    low.per_share |= high.per_share;
    high.per_share = low.per_share;
    Some((low, high))
}

/// Whether a bare number can be the upper end of money: "$60 billion to 65 billion", "$5-8,000", "$1.27 to 1.32".
fn bare_end_fits(first: &Amount, second: &Amount, joint: Joint) -> bool {
    let counted = second.noun.is_some();
    let money = matches!(first.measure, Measure::Money(_) | Measure::Minor(_));
    let alike = second.scale.is_some() || joint == Joint::Dash || second.number.shape == first.number.shape;
    let dashed_share = matches!(first.measure, Measure::Share(_)) && joint == Joint::Dash;
    !counted && (dashed_share || (money && alike)) && second.sign.is_none() && second.number.shape != Shape::Year
}

/// The scale of a lower end that prints none: "$990 to $1.05 billion" is in millions below.
fn lower_scale(low: &Amount, high: &Amount, scale: i32, measure: Measure) -> Option<Option<i32>> {
    if matches!(measure, Measure::Minor(_) | Measure::Share(_)) {
        return Some(None);
    }
    let top = high.value()?;
    let fits = |scale: i32| low.figure(Some(scale)).value().is_some_and(|value| value <= top);
    let printed = low.number.figure.value()?;
    if printed >= Decimal::ONE_THOUSAND {
        return Some(None);
    }
    Some([scale, scale - 3].into_iter().find(|scale| fits(*scale)).or(Some(scale)))
}

/// "$5-8,000": the lower end is in thousands as well.
fn thousands(reader: &Reader, low: &Amount, high: &Amount) -> Option<i32> {
    let round = high.number.shape == Shape::Grouped && reader.text_of(high.number.start).ends_with(",000");
    let small = low.number.shape == Shape::Integer && low.figure(Some(3)).value()? <= high.value()?;
    (round && small).then_some(3)
}

/// Gives the ends the signs that words around them say, where the two differ.
fn signs(reader: &Reader, low: Amount, high: Amount, gap: &Gap, floor: usize) -> Joined {
    let (mut low, mut high) = (low, high);
    let mut signed = low.sign.is_some() || high.sign.is_some();
    if let Some(second) = gap.polarity.filter(|_| !signed) {
        let before = (floor.max(low.words.start.saturating_sub(8))..low.words.start).rev();
        let first =
            before.take_while(|at| reader.is_letters(*at) || reader.is_dash(*at)).find_map(|at| polarity(reader, at));
        if first.is_some_and(|first| first != second) {
            low.sign = first;
            high.sign = Some(second);
            signed = true;
        }
    }
    // "A loss of between 70 cents and 10 cents": from the greater loss to the lesser.
    if is_shrinking_loss(reader, &low, &high, floor) {
        (low.sign, high.sign) = (Some(Sign::Minus), Some(Sign::Minus));
        signed = true;
    }
    // "Negative $0.34 to $0.32": the sign goes for both.
    let near = match (low.value(), high.value()) {
        (Some(low), Some(high)) => {
            high < low && high.checked_mul(Decimal::from(5)) >= low.checked_mul(Decimal::from(4))
        }
        _ => false,
    };
    if near && high.sign.is_none() && low.sign == Some(Sign::Minus) && low.quote.start > low.words.start {
        high.sign = low.sign;
    }
    Joined { low, high, joint: gap.joint, signed }
}

/// Whether "loss of between" opens ends of money that fall, and neither has a sign of its own.
fn is_shrinking_loss(reader: &Reader, low: &Amount, high: &Amount, floor: usize) -> bool {
    let say = &reader.tables.say;
    let before = |back: usize| low.words.start.checked_sub(back).filter(|at| *at >= floor);
    let between = before(1).is_some_and(|at| reader.says(at, say.between));
    let of = usize::from(before(2).is_some_and(|at| reader.says(at, say.of)));
    let loss = before(2 + of).is_some_and(|at| polarity(reader, at) == Some(Sign::Minus));
    let money = matches!(low.measure, Measure::Money(_) | Measure::Minor(_));
    let unsigned = low.sign.is_none() && high.sign.is_none();
    money && unsigned && between && loss && low.value() > high.value()
}
