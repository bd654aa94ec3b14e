//! Words around a figure that open it to one side or blur it.

use crate::model::Bound;
use crate::parser::lexer::quantity::tables::{Reader, set};
use crate::parser::lexer::word::WordKind;

/// The bound that ends before `start`, and where it begins; nothing before `floor`, where the amount before ends.
pub(super) fn before(reader: &Reader, start: usize, floor: usize) -> Option<(usize, Bound)> {
    let at = start.checked_sub(1).filter(|at| *at >= floor)?;
    match reader.symbol(at) {
        Some('~' | '≈' | '∼') => return Some((at, Bound::About)),
        Some('>' | '≥') => return Some((at, Bound::AtLeast)),
        Some('≤') => return Some((at, Bound::AtMost)),
        Some('<') if reader.glued(start) => return Some((at, Bound::AtMost)),
        Some('"' | '“' | '”' | '\'' | '.') => {
            return phrase(reader, at, floor).filter(|_| !reader.is(at, '.') || reader.glued(at));
        }
        Some('-') if reader.is_hyphen(at) && reader.says(at.wrapping_sub(1), reader.tables.say.sub) => {
            return Some((at - 1, Bound::AtMost));
        }
        _ => {}
    }
    phrase(reader, start, floor)
}

fn phrase(reader: &Reader, end: usize, floor: usize) -> Option<(usize, Bound)> {
    let (begin, bound) = reader.tables.before.before(reader.words, end, floor)?;
    let letter = reader.text_of(begin);
    let abbreviated = begin + 1 == end && matches!(letter, "c" | "C" | "ca" | "Ca");
    let dotted = reader.is(end, '.') && reader.glued(end);
    let compares = begin == floor
        && floor > 0
        && reader.tables.comparing.before(reader.words, end, floor).is_some_and(|(at, ())| at == begin);
    let aside = reader.in_set(end - 1, set::COMPARATIVE) && reader.is(begin.wrapping_sub(1), ',');
    (!compares && !aside && (!abbreviated || dotted)).then_some((begin, bound))
}

/// The bound behind a figure that ends at `end`, and where it ends.
pub(super) fn after(reader: &Reader, end: usize) -> Option<(usize, Bound)> {
    if reader.is(end, '+') && reader.glued(end) && !reader.is(end + 1, '/') {
        return Some((end + 1, Bound::AtLeast));
    }
    let first = if reader.is_hyphen(end) { end + 1 } else { end };
    if reader.says(first, reader.tables.say.plus) {
        return (first > end || ends_there(reader, first + 1)).then_some((first + 1, Bound::AtLeast));
    }
    reader.tables.after.after(reader.words, first)
}

/// Whether "plus" adds nothing: no amount and no article follows.
fn ends_there(reader: &Reader, at: usize) -> bool {
    match reader.get(at).map(|word| word.kind) {
        None => true,
        Some(WordKind::Number) => false,
        Some(WordKind::Symbol(symbol)) => matches!(symbol, '.' | ',' | ';' | ')' | '?' | '!'),
        Some(WordKind::Letters) => !reader.in_set(at, set::STOP | set::START | set::SHARE_ADJECTIVE),
    }
}
