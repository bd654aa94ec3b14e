//! Times that stand in the statement of a figure and are of something else.

use crate::model::PeriodSpan;
use crate::parser::lexer::period::PeriodExpr;
use crate::parser::linker::scene::Scene;
use crate::parser::linker::when::is_compared;
use crate::parser::vocabulary::cues::{Cue, CueSet};

/// "Excluding the current year charges of $0.02, earnings were", "earnings of $1.20, excluding first-half charges": a period
/// that only says of when the charges are.
pub(super) fn is_left_out(scene: &Scene<'_>, period: usize, at: usize) -> bool {
    let excluded =
        (period.saturating_sub(3)..period).any(|near| scene.has(near, Cue::Excluding) && (near > at || period < at));
    excluded && (period > at || (period + 1..at).any(|near| scene.symbol(near) == Some(',')))
}

/// "Since the second quarter of 2022, when it earned $9 billion": whether what follows is of that time, however old.
pub(in crate::parser::linker) fn is_told_of(scene: &Scene<'_>, period: usize) -> bool {
    let comma = scene.right(period);
    let next = comma.and_then(|comma| if scene.symbol(comma) == Some(',') { scene.right(comma) } else { Some(comma) });
    next.and_then(|next| scene.token(next)).is_some_and(|token| token.span.of(scene.text) == "when")
}

/// "Sales climbed to $364 million, lifting revenue for the year to a record $1 billion": whether a time stands between the
/// metric and the figure that are both behind the one asked of.
pub(super) fn is_of_next(scene: &Scene<'_>, period: usize) -> bool {
    let leads = CueSet::of(&[Cue::In, Cue::For, Cue::Determiner]);
    let named = scene.left_past(period, leads).is_some_and(|metric| scene.metric(metric).is_some());
    let to = scene.right(period).filter(|to| named && scene.has(*to, Cue::To));
    to.and_then(|to| scene.right_past(to, CueSet::of(&[Cue::Determiner, Cue::Filler])))
        .is_some_and(|next| scene.quantity(next).is_some())
}

/// Whether the period at `place` says when a figure was that another is set against: "up from $39 billion in 2024".
pub(super) fn dates_a_base(scene: &Scene<'_>, period: usize) -> bool {
    let mut place = period;
    let mut quantity = false;
    while let Some(next) = scene.left(place) {
        place = next;
        let cues = scene.cues(place);
        quantity |= cues.has(Cue::Quantity);
        if cues.meets(CueSet::of(&[Cue::Versus, Cue::From])) {
            return true;
        }
        if scene.is_break(place)
            || cues.meets(CueSet::of(&[Cue::Past, Cue::Guide, Cue::Will, Cue::To, Cue::And]))
            || (scene.metric(place).is_some() && quantity && !is_compared(scene, place))
        {
            return false;
        }
    }
    false
}

/// Whether a month says when a forecast was made, or when something was said: "its January forecast of", "it said in August
/// that it expects", "earlier in January, it said".
pub(super) fn dates_a_forecast(scene: &Scene<'_>, period: usize, at: usize, expr: PeriodExpr) -> bool {
    const AHEAD: CueSet = CueSet::of(&[Cue::GuideNoun, Cue::Guide]);
    let month = matches!(expr, PeriodExpr::Part { span: PeriodSpan::Month(_), .. });
    let behind = |cues: CueSet| (period + 1..at).any(|place| scene.cues(place).meets(cues));
    month && (behind(AHEAD) || is_of_saying(scene, period))
}

/// "It said in August it was expecting", "Earlier in January, it said": whether a month stands beside the verb of who speaks.
pub(in crate::parser::linker) fn is_of_saying(scene: &Scene<'_>, month: usize) -> bool {
    if !matches!(scene.period(month), Some(PeriodExpr::Part { span: PeriodSpan::Month(_), .. })) {
        return false;
    }
    let lead = scene.left(month).filter(|lead| scene.has(*lead, Cue::In));
    let Some(before) = lead.map(|lead| scene.left(lead)) else { return false };
    let said = before.is_some_and(|verb| scene.has(verb, Cue::Say));
    let opens = before.is_none_or(|first| scene.left(first).is_none());
    let comma = scene.right(month).filter(|comma| opens && scene.symbol(*comma) == Some(','));
    let verb = comma.and_then(|comma| (comma + 1..comma + 4).find(|place| scene.has(*place, Cue::Say)));
    said || verb.is_some()
}

/// "Surpassing last year's figures": a time that is only what is beaten or missed.
pub(super) fn is_beaten(scene: &Scene<'_>, period: usize) -> bool {
    const AGAINST: CueSet = CueSet::of(&[Cue::Beat, Cue::Miss, Cue::Versus]);
    let last = matches!(scene.period(period), Some(PeriodExpr::Last(_)));
    let verb = scene.left_past(period, CueSet::of(&[Cue::Determiner])).filter(|_| last);
    verb.is_some_and(|verb| scene.cues(verb).meets(AGAINST))
}

/// "Its largest profit in over two years": the stretch that a figure is the greatest of.
pub(super) fn ranks(scene: &Scene<'_>, period: usize, expr: PeriodExpr) -> bool {
    let most = |place: usize| {
        let word = scene.token(place).map_or("", |token| token.span.of(scene.text));
        word.ends_with("est") || ["most", "first", "record"].contains(&word)
    };
    expr == PeriodExpr::LongTerm && (period.saturating_sub(8)..period).any(most)
}

/// "An 82% jump on 2003 figures": what a change is measured against.
pub(super) fn is_grown_on(scene: &Scene<'_>, period: usize) -> bool {
    let on = scene.left(period).filter(|on| scene.has(*on, Cue::On));
    on.and_then(|on| scene.left(on)).is_some_and(|noun| scene.cues(noun).meets(CueSet::of(&[Cue::Rise, Cue::Fall])))
}

/// "Income reached $4 billion, and it said growth for the year is expected to be": the time of another statement, which
/// looks ahead.
pub(super) fn is_promised(scene: &Scene<'_>, at: usize, period: usize) -> bool {
    const AHEAD: CueSet = CueSet::of(&[Cue::Guide, Cue::Will, Cue::GuideNoun]);
    let joins = |place: &usize| {
        scene.has(*place, Cue::And) && scene.left(*place).is_some_and(|comma| scene.symbol(comma) == Some(','))
    };
    let and = (at + 1..period).find(joins);
    and.is_some_and(|and| (and..scene.clause_end(at)).any(|place| scene.cues(place).meets(AHEAD)))
}

/// "The company, which bought Emca in November 2007, said that margins rose": a time in a clause that only tells who speaks.
pub(super) fn is_in_aside(scene: &Scene<'_>, period: usize, at: usize) -> bool {
    let comma = |place: &usize| scene.symbol(*place) == Some(',');
    let opens = |place: usize| scene.left(place).is_some_and(|before| comma(&before));
    let near = (scene.clause_start(at)..period).rev().take_while(|place| scene.quantity(*place).is_none());
    let which = near.into_iter().find(|place| matches!(scene.words(*place), "which" | "who" | "whose"));
    let closes = |comma: usize| scene.right(comma).is_some_and(|verb| scene.has(verb, Cue::Say));
    which.is_some_and(opens) && (period + 1..at).filter(comma).any(closes)
}
