//! What stands in a statement and is no part of what it says: asides between commas or dashes, and what is left out of a
//! figure.

use crate::model::Unit;
use crate::parser::linker::scene::Scene;
use crate::parser::linker::slot::is_percent;
use crate::parser::linker::subject::is_verb;
use crate::parser::vocabulary::cues::{Cue, CueSet};

/// Where an aside opens that closes between `place` and `next`, the one before it on the left.
pub(super) fn before(scene: &Scene<'_>, place: usize, next: usize) -> Option<usize> {
    let parted = next + 1 < place;
    by_commas(scene, next).or_else(|| if parted { by_dashes(scene, (next, place)) } else { None })
}

/// "Sales of the drug -- long seen as its best -- fell": the place before the dashes that open the aside which those right
/// behind `last` close.
pub(super) fn by_dashes(scene: &Scene<'_>, (last, verb): (usize, usize)) -> Option<usize> {
    if last + 1 == verb {
        return None;
    }
    let closes = (last + 1..verb).any(|dash| parts(scene, dash));
    if !closes || !is_verb(scene.cues(verb)) {
        return None;
    }
    let near = (last.saturating_sub(ASIDE)..=last).rev().take_while(|place| scene.quantity(*place).is_none());
    let opens = near.into_iter().find(|dash| parts(scene, *dash))?;
    scene.left(opens)
}

/// "The unit - now a discontinued operation - grew", "the unit, which includes services, grew": whether a place stands in an
/// aside that closes before `at`.
pub(super) fn is_within(scene: &Scene<'_>, place: usize, at: usize) -> bool {
    let near = || (place.saturating_sub(ASIDE)..place).rev().take_while(|before| scene.quantity(*before).is_none());
    let verb = |behind: usize| {
        scene.right(behind).is_some_and(|verb| is_verb(scene.cues(verb)) || scene.has(verb, Cue::Report))
    };
    let which = |place: usize| {
        // "Which includes" is one token.
        let words = scene.token(place).map_or("", |token| token.span.of(scene.text));
        let relative = words.split(' ').next() == Some("which");
        relative && scene.left(place).is_some_and(|comma| scene.symbol(comma) == Some(','))
    };
    let closes = |close: char| (place + 1..at).find(|mark| scene.symbol(*mark) == Some(close));
    let dashes = || (place + 1..at).any(|dash| parts(scene, dash)) && near().any(|dash| parts(scene, dash));
    near().any(which) && closes(',').is_some_and(verb) || dashes()
}

/// Whether a colon ends the label that the word at `place` stands in, before the figure at `at`.
pub(super) fn ends_label(scene: &Scene<'_>, place: usize, at: usize) -> bool {
    (place + 1..at).any(|colon| scene.symbol(colon) == Some(':'))
}

/// "Earnings per share including the writedown: 1.94 crowns": whether a metric only says what the label's own one is with.
pub(super) fn is_in_label(scene: &Scene<'_>, metric: usize, at: usize) -> bool {
    let with = scene.left_past(metric, CueSet::of(&[Cue::Determiner, Cue::Filler]));
    let with = with.filter(|with| {
        ends_label(scene, metric, at) && scene.cues(*with).meets(CueSet::of(&[Cue::Share, Cue::Excluding]))
    });
    with.is_some_and(|with| (0..with).any(|place| scene.metric(place).is_some()))
}

/// Whether a dash parts what stands around it: between blanks, or "--".
pub(super) fn parts(scene: &Scene<'_>, at: usize) -> bool {
    scene.is_dash(at) || is_double(scene, at)
}

/// Whether a dash stands beside another one.
fn is_double(scene: &Scene<'_>, at: usize) -> bool {
    let span = |at: usize| scene.token(at).filter(|_| scene.symbol(at) == Some('-')).map(|token| token.span);
    let beside =
        |one: Option<usize>| one.and_then(|one| span(one).zip(span(one + 1))).is_some_and(|(a, b)| a.end == b.start);
    beside(Some(at)) || beside(at.checked_sub(1))
}

/// An aside has so many words at most.
const ASIDE: usize = 20;

/// "Gross merchandise volume, a measure of sales, rose": the comma that opens the aside that the one at `comma` closes.
fn by_commas(scene: &Scene<'_>, comma: usize) -> Option<usize> {
    const OPENS: CueSet =
        CueSet::of(&[Cue::Determiner, Cue::Pronoun, Cue::Adjusted, Cue::Excluding, Cue::While, Cue::Or]);
    scene.symbol(comma).filter(|symbol| *symbol == ',')?;
    let near = (comma.saturating_sub(ASIDE)..comma).rev();
    let opens =
        near.take_while(|place| scene.quantity(*place).is_none()).find(|place| scene.symbol(*place) == Some(','))?;
    let participle = |first: usize| {
        scene.token(first).is_some_and(|token| ["representing", "plus"].contains(&token.span.of(scene.text)))
    };
    let begins = scene.right(opens).is_some_and(|first| scene.cues(first).meets(OPENS) || participle(first));
    let before = scene.left(opens)?;
    let named = scene.metric(before).is_some() || scene.symbol(before) == Some(')');
    (begins && named || goes_on_to(scene, before, comma)).then_some(opens)
}

/// "Fell 15 percent, hit by the weather, to $5 million": the change and the level that it led to.
fn goes_on_to(scene: &Scene<'_>, change: usize, comma: usize) -> bool {
    let led = scene.right(comma).filter(|to| scene.has(*to, Cue::To)).and_then(|to| scene.right(to));
    let percent = scene.quantity(change).is_some_and(|mention| is_percent(mention.quantity.unit()));
    let level = led.and_then(|level| scene.quantity(level)).is_some_and(|mention| !is_percent(mention.quantity.unit()));
    percent && level && (change..comma).all(|place| scene.metric(place).is_none())
}

/// "Earnings excluding stock compensation and other charges were": the metric before what the verb's subject leaves out.
pub(super) fn left_out(scene: &Scene<'_>, verb: usize) -> Option<usize> {
    let leaves_out = CueSet::of(&[Cue::Excluding, Cue::Adjusted]);
    if !scene.has_any(leaves_out) {
        return None;
    }
    let near = (verb.saturating_sub(14)..verb).rev();
    let passes =
        |place: usize| !scene.is_break(place) || scene.cues(place).meets(leaves_out.with(CueSet::of(&[Cue::Share])));
    let plain = |place: &usize| scene.quantity(*place).is_none() && !is_verb(scene.cues(*place)) && passes(*place);
    let out =
        near.take_while(plain).find(|place| scene.cues(*place).meets(leaves_out) && scene.metric(*place).is_none())?;
    let comma = scene.left(out).filter(|before| scene.symbol(*before) == Some(','));
    let named = comma.map_or_else(|| scene.left(out), |comma| scene.left(comma))?;
    scene.metric(named).is_some().then_some(named)
}

/// "It earned $30 million, after a $7 million gain from a sale", "helped by a tax gain of $7 million": whether the word at `place`
/// leads to the amount at `at`, and only tells what another figure, before it, is made of.
pub(super) fn explains(scene: &Scene<'_>, place: usize, at: usize) -> bool {
    const LEADS: [&str; 8] =
        ["after", "before", "despite", "reflecting", "thanks to", "due to", "because of", "net of"];
    const HELPS: [&str; 9] = ["helped", "hurt", "aided", "boosted", "lifted", "buoyed", "hit", "dragged", "offset"];
    const PASSED: CueSet =
        CueSet::of(&[Cue::Determiner, Cue::Filler, Cue::Plain, Cue::Of, Cue::Block, Cue::Noun, Cue::Adjusted]);
    // "After $7 million in the fourth quarter".
    let time = scene.right_past(at, CueSet::of(&[Cue::In, Cue::For, Cue::Determiner]));
    if time.is_some_and(|time| scene.period(time).is_some()) {
        return false;
    }
    let is_one_of = |word: &str, list: &[&str]| list.iter().any(|known| word.eq_ignore_ascii_case(known));
    let said = scene.words(place);
    let by = |verb: usize| is_one_of(said, &["by"]) && is_one_of(scene.words(verb), &HELPS);
    let helped = said.strip_suffix(" by").is_some_and(|verb| is_one_of(verb, &HELPS));
    let leads = is_one_of(said, &LEADS) || helped || place.checked_sub(1).is_some_and(by);
    let money = scene.quantity(at).is_some_and(|mention| matches!(mention.quantity.unit(), Unit::Money(_)));
    leads
        && money
        && (place + 1..at).all(|near| scene.is_mark(near) || scene.cues(near).meets(PASSED))
        && (scene.clause_start(place)..place).any(|before| scene.quantity(before).is_some())
}

/// "Excluding items of 5 cents a share", "earnings of $1.20, excluding first-half charges of 20 cents": the amount at `at` is of
/// what another figure is without. "Earnings excluding items of 5 cents" are themselves as much.
pub(super) fn is_left_out(scene: &Scene<'_>, place: usize, at: usize) -> bool {
    if !scene.cues(place).meets(CueSet::of(&[Cue::Excluding, Cue::Adjusted])) {
        return false;
    }
    let of = scene.right(place).is_some_and(|of| scene.has(of, Cue::Of));
    let named = scene.left(place).is_some_and(|before| scene.metric(before).is_some());
    let comma = scene.left(place).is_some_and(|before| scene.symbol(before) == Some(','));
    let plain = (place + 1..at).all(|near| scene.symbol(near).is_none());
    let behind = scene.has(place, Cue::Excluding) && comma && plain;
    (of && scene.has(place, Cue::Adjusted) && !named) || behind
}

#[cfg(test)]
mod tests {
    use crate::parser::linker::shown;

    #[test]
    fn what_a_result_is_made_of_is_none() {
        for told in [
            "after a $7 million gain from the sale of a unit",
            "helped by a $7 million tax gain",
            "including a $7 million extraordinary credit",
            "after special items of $7 million",
        ] {
            let text = format!("Acme earned $30 million, {told}.");
            shown::check(&text, |fact| fact.measure.name(), "net_income level $30 million");
        }
        shown::check(
            "Acme earned $30 million, including $7 million in the fourth quarter.",
            |fact| fact.measure.name(),
            "net_income level $30 million, net_income level $7 million",
        );
    }
}
