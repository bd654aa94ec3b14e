//! Times that stand before the figure that they are of: in its bracket, in its noun phrase, at the head of the statement.

use crate::model::{Period, PeriodSpan};
use crate::parser::lexer::period::{PeriodExpr, TimeUnit};
use crate::parser::linker::scene::Scene;
use crate::parser::vocabulary::cues::{Cue, CueSet};

/// "Revenue of £1.2bn (H1 2023: £1.1bn)": the period that opens the bracket in which the figure stands.
pub(super) fn boxed(scene: &Scene<'_>, at: usize) -> Option<(PeriodExpr, usize)> {
    let mark = scene.left_past(at, CueSet::of(&[Cue::Filler, Cue::Loss, Cue::Profit]))?;
    let place = if scene.symbol(mark) == Some(':') { scene.left(mark)? } else { mark };
    let expr = scene.period(place).filter(|_| opens_box(scene, place))?;
    Some((expr, place))
}

/// "The year-ago $4 million", "last year's $4 million", "a year-earlier loss of $4 million": the time to compare with that
/// stands right before the figure, or before what it is of.
pub(super) fn leading(scene: &Scene<'_>, at: usize) -> Option<(PeriodExpr, usize)> {
    const SKIPPED: CueSet = CueSet::of(&[Cue::Filler, Cue::Adjusted, Cue::Gaap, Cue::Loss, Cue::Profit]);
    let near = scene.left_past(at, SKIPPED)?;
    match scene.period(near) {
        Some(PeriodExpr::Last(TimeUnit::Year)) => return Some((PeriodExpr::YearAgo, near)),
        // "In line with 2025's £172m".
        Some(expr @ PeriodExpr::Absolute(_)) if is_possessive(scene, near) => return Some((expr, near)),
        Some(expr) => return expr.is_base().then_some((expr, near)),
        None => {}
    }
    let noun = scene.left(near).filter(|_| scene.has(near, Cue::Of))?;
    // "A loss in the same period a year ago of $4 million".
    if let Some(expr) = scene.period(noun) {
        return expr.is_base().then_some((expr, noun));
    }
    let named = scene.metric(noun).is_some() || scene.cues(noun).meets(CueSet::of(&[Cue::Loss, Cue::Profit]));
    let time = scene.left_past(noun, SKIPPED).filter(|_| named)?;
    Some((scene.period(time).filter(|expr| expr.is_base())?, time))
}

fn is_possessive(scene: &Scene<'_>, place: usize) -> bool {
    let end = scene.token(place).map_or(0, |token| token.span.end);
    scene.text.get(end..).is_some_and(|behind| behind.starts_with("'s") || behind.starts_with("’s"))
}

/// Whether the period at `place` opens a bracket for a figure of its own, and says nothing of those outside.
pub(super) fn opens_box(scene: &Scene<'_>, place: usize) -> bool {
    let opens = scene.left(place).is_some_and(|before| scene.symbol(before) == Some('('));
    opens && scene.right(place).is_some_and(|next| scene.symbol(next) == Some(':') || scene.quantity(next).is_some())
}

/// "Revenue of £1.2bn (2023: £1.1bn)": the bare year that opens the bracket in which the figure stands.
pub(super) fn boxed_year(scene: &Scene<'_>, at: usize) -> Option<u16> {
    let (expr, place) = boxed(scene, at)?;
    let word = scene.token(place).map_or("", |token| token.span.of(scene.text));
    match expr {
        PeriodExpr::Absolute(Period { year, span: PeriodSpan::Year }) if word.len() == 4 => year,
        _ => None,
    }
}

/// "A year ago it lost 79 cents": a time before, at the head of the statement, with no other figure between.
pub(super) fn leads_back(scene: &Scene<'_>, at: usize) -> Option<(PeriodExpr, usize)> {
    const PASSED: CueSet = CueSet::of(&[Cue::In, Cue::For, Cue::Determiner]);
    let passed =
        |place: usize| scene.is_mark(place) || (scene.cues(place).meets(PASSED) && scene.period(place).is_none());
    let first = (scene.clause_start(at)..at).find(|place| !passed(*place))?;
    let expr = scene.period(first).filter(|expr| expr.is_base())?;
    (first..at).all(|place| scene.quantity(place).is_none()).then_some((expr, first))
}

/// "From a year earlier, when it earned $3 million": the time to compare with that the statement is told of.
pub(super) fn told_when(scene: &Scene<'_>, at: usize) -> Option<(PeriodExpr, usize)> {
    let when = scene.clause_start(at).checked_sub(1)?;
    scene.token(when).filter(|token| token.span.of(scene.text).eq_ignore_ascii_case("when"))?;
    let comma = scene.left(when)?;
    let place = if scene.symbol(comma) == Some(',') { scene.left(comma)? } else { comma };
    match scene.period(place)? {
        PeriodExpr::Last(TimeUnit::Year) => Some((PeriodExpr::YearAgo, place)),
        expr => expr.is_base().then_some((expr, place)),
    }
}
