//! Whether a quantity is a change, told by the words before and behind it.

use crate::model::Unit;
use crate::parser::lexer::period::PeriodExpr;
use crate::parser::linker::scene::{MODIFIERS, Scene};
use crate::parser::linker::slot::{Lead, SKIP, Way, beats, is_change, is_percent, revises, way};
use crate::parser::vocabulary::cues::{Cue, CueSet};

/// The way of the change that the quantity at `at` is, behind what leads to it; `Some(None)` where its way is open.
pub(super) fn read(scene: &Scene<'_>, at: usize, (lead, lead_at): (Lead, usize)) -> Option<Option<Way>> {
    let unit = scene.quantity(at).map(|q| q.quantity.unit());
    let percent = unit.is_some_and(is_percent);
    let counted = || change_of_count(scene, at).filter(|_| unit == Some(Unit::Count));
    counted()
        .or_else(|| change_before(scene, at, lead, lead_at))
        .or_else(|| change_after(scene, at, percent))
        // "Revenue +25%": a sign that no level is written with.
        .or_else(|| (percent && quote(scene, at).starts_with('+')).then_some(Some(Way::Up)))
        .or_else(|| (is_from_nothing(scene, at) || is_moved_by(scene, at)).then(|| moved(scene, at)))
}

/// "Flat to up 5%": a range whose one end is no change.
fn is_from_nothing(scene: &Scene<'_>, at: usize) -> bool {
    let quote = quote(scene, at);
    quote.starts_with(|first: char| first.is_ascii_alphabetic())
        && quote.split(' ').any(|word| word == "to")
        && quote.ends_with(['%', 't'])
}

/// "Cut profit $8 million to $82 million": by so much, to what follows; "the unit hiked revenue 20 percent".
fn is_moved_by(scene: &Scene<'_>, at: usize) -> bool {
    let to = scene.right(at).filter(|to| scene.has(*to, Cue::To)).and_then(|to| scene.right_past(to, SKIP));
    let percent = scene.quantity(at).is_some_and(|mention| is_percent(mention.quantity.unit()));
    let metric = scene.left_past(at, SKIP).filter(|metric| scene.metric(*metric).is_some());
    let led = percent || to.is_some_and(|level| scene.quantity(level).is_some());
    led && metric.is_some() && moved(scene, at).is_some()
}

/// The way of the verb before the metric that stands right before the quantity.
fn moved(scene: &Scene<'_>, at: usize) -> Option<Way> {
    let metric = scene.left_past(at, SKIP).filter(|metric| scene.metric(*metric).is_some())?;
    let verb = scene.left_past(metric, SKIP.with(CueSet::of(&[Cue::Period])))?;
    if scene.has(verb, Cue::Noun) { None } else { way(scene.cues(verb)) }
}

/// A change told by what stands before: "rose 8%", "fell by 8%", "growth of 8%". `Some(None)` where its way is open.
fn change_before(scene: &Scene<'_>, at: usize, lead: Lead, lead_at: usize) -> Option<Option<Way>> {
    match lead {
        Lead::Change => Some(way(scene.cues(lead_at))),
        Lead::By => {
            let place = scene.left(lead_at)?;
            let nearest = (place.saturating_sub(14)..=place)
                .rev()
                .take_while(|near| scene.quantity(*near).is_none() && !scene.is_break(*near))
                .find(|near| is_change(scene.cues(*near)) || revises(scene.cues(*near)) || beats(scene.cues(*near)));
            nearest.map(|near| way(scene.cues(near)))
        }
        Lead::Plain | Lead::Versus | Lead::From | Lead::Against => {
            let of = scene.left_past(at, SKIP)?;
            let bridges =
                scene.cues(of).meets(CueSet::of(&[Cue::Of, Cue::At, Cue::Be, Cue::Will, Cue::In, Cue::For, Cue::To]));
            let mut noun = if bridges { scene.left(of)? } else { of };
            // "A jump in domestic sales of 36 percent".
            let metric = bridges && scene.has(of, Cue::Of) && scene.metric(noun).is_some();
            let named = CueSet::of(&[Cue::Plain]).with(MODIFIERS);
            let within = scene.left_past(noun, named).filter(|within| metric && scene.has(*within, Cue::In));
            noun = within.unwrap_or(noun);
            for _ in 0..6 {
                let cues = scene.cues(noun);
                if cues.has(Cue::Noun) && is_change(cues) {
                    return Some(way(cues));
                }
                if !cues.meets(MODIFIERS.with(CueSet::of(&[Cue::Of, Cue::In, Cue::For, Cue::Will, Cue::Be, Cue::At]))) {
                    return None;
                }
                noun = scene.left(noun)?;
            }
            None
        }
        Lead::To | Lead::Same | Lead::And => None,
    }
}

/// Things that come or go by so many: "opened 34 stores", "31 store closures", "100 net new shops".
fn change_of_count(scene: &Scene<'_>, at: usize) -> Option<Option<Way>> {
    let tell = |place: usize| match (scene.has(place, Cue::Opened), scene.has(place, Cue::Closed)) {
        (true, _) => Some(Some(Way::Up)),
        (_, true) => Some(Some(Way::Down)),
        _ => None,
    };
    let lead = scene.left_past(at, CueSet::of(&[Cue::Determiner, Cue::Filler]));
    let lost = lead.filter(|place| scene.has(*place, Cue::Lose)).map(|_| Some(Way::Down));
    let before = lead.and_then(tell).or(lost);
    before.or_else(|| {
        (at + 1..(at + 4).min(scene.tokens().len())).take_while(|p| scene.symbol(*p).is_none()).find_map(tell)
    })
}

/// A change told by what stands after: "a 20% rise", "7.2% higher", "3% volume growth".
fn change_after(scene: &Scene<'_>, at: usize, percent: bool) -> Option<Option<Way>> {
    let mut place = scene.right(at)?;
    let adverb = scene.cues(place);
    let counts = percent || scene.right(place).is_none_or(|next| scene.quantity(next).is_none());
    if adverb.meets(CueSet::of(&[Cue::Adverb, Cue::Versus])) && is_change(adverb) && counts {
        return Some(way(adverb));
    }
    if let Some(way) = off_the_year_before(scene, place, percent) {
        return Some(Some(way));
    }
    // "A 2.8 percent year-on-year (YoY) rise".
    let past_bracket = |place: usize| scene.closing(place).filter(|_| scene.symbol(place) == Some('('));
    // "A 35 million-user increase".
    let counted = scene.quantity(at).is_some_and(|mention| mention.noun.is_some());
    let (mut plain, most) = (0, if percent { 3 } else { u8::from(counted) });
    for _ in 0..7 {
        if let Some(next) = past_bracket(place).filter(|close| *close <= place + 2).and_then(|close| scene.right(close))
        {
            place = next;
        }
        let cues = scene.cues(place);
        let noun = cues.has(Cue::Noun) && is_change(cues);
        if noun {
            return Some(way(cues));
        }
        let passes =
            cues.meets(MODIFIERS.with(CueSet::of(&[Cue::Metric, Cue::Plain]))) && (percent || !cues.has(Cue::Metric));
        plain += u8::from(cues.has(Cue::Plain));
        if !passes || plain > most || scene.symbol(place).is_some() {
            return None;
        }
        place = scene.right(place)?;
    }
    None
}

/// "19 percent above the year-ago period", "8 percent more than last year", "300,000 fewer than in the prior quarter".
fn off_the_year_before(scene: &Scene<'_>, word: usize, percent: bool) -> Option<Way> {
    const OFF: [(&str, Way); 7] = [
        ("above", Way::Up),
        ("below", Way::Down),
        ("more", Way::Up),
        ("less", Way::Down),
        ("fewer", Way::Down),
        ("higher", Way::Up),
        ("lower", Way::Down),
    ];
    const PASSED: CueSet = CueSet::of(&[Cue::Determiner, Cue::Filler, Cue::In]);
    let first = quote(scene, word).split(' ').next().unwrap_or_default();
    let (_, way) = OFF.into_iter().find(|(off, _)| first == *off)?;
    let than = scene.right(word).filter(|than| quote(scene, *than) == "than").unwrap_or(word);
    if !percent && than == word && !quote(scene, word).contains(" than") {
        return None;
    }
    let ago = scene.period(scene.right_past(than, PASSED)?)?;
    (ago.is_base() || matches!(ago, PeriodExpr::Last(_))).then_some(way)
}

fn quote<'a>(scene: &Scene<'a>, at: usize) -> &'a str {
    scene.token(at).map_or("", |token| token.span.of(scene.text))
}
