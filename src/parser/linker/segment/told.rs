//! The part that a statement is told of: who reports, what brings something in, a product, an item of a list.

use crate::model::Span;
use crate::parser::linker::scene::Scene;
use crate::parser::linker::segment::noun::describes;
use crate::parser::linker::segment::{before_metric, behind, is_joint, is_word, span};
use crate::parser::vocabulary::cues::{Cue, CueSet};

/// "The main cabin reported", "Sam's Club saw": who reports, where it is no company and has a name of two words or more.
pub(super) fn doer(scene: &Scene<'_>, at: usize) -> Option<Span> {
    let showed = || memchr::memmem::find(scene.sentence.span.of(scene.text).as_bytes(), b"showed").is_some();
    if !scene.has_any(CueSet::of(&[Cue::Report, Cue::Share])) && !showed() {
        return None;
    }
    let start = scene.clause_start(at);
    if let Some(name) = (start..at).rev().find(|p| brings(scene, *p)).and_then(|verb| bringer(scene, start, verb)) {
        return span(scene, name, name);
    }
    let shows = |place: usize| is_word(scene, place, &["showed"]);
    let verb = (start..at).find(|p| scene.has(*p, Cue::Report) || brings(scene, *p) || shows(*p))?;
    let first = (start..verb).find(|p| !scene.is_mark(*p) && !scene.has(*p, Cue::Determiner))?;
    if scene.left(verb).is_some_and(|comma| scene.symbol(comma) == Some(',')) {
        return product(scene, first, verb);
    }
    // "Refining and marketing showed".
    let joins = |place: usize| scene.has(place, Cue::And) && place > first && scene.has(place + 1, Cue::Plain);
    let named =
        (first..verb).all(|p| scene.has(p, Cue::Plain) || is_joint(scene, p) || scene.has(p, Cue::In) || joins(p));
    let words = scene.token(first).map_or("", |token| token.span.of(scene.text));
    let long = verb >= first + 2 || words.contains(' ');
    (named && long && !describes(scene, first, verb - 1)).then(|| span(scene, first, verb - 1)).flatten()
}

/// "Cloud brought in", "and advertising contributed": the one word before the verb, where it opens the statement.
fn bringer(scene: &Scene<'_>, start: usize, verb: usize) -> Option<usize> {
    // "Its main source of revenue is ads, which brought in".
    let which = scene.left(verb).filter(|which| is_word(scene, *which, &["which"]));
    let comma = which.and_then(|which| scene.left(which)).filter(|comma| scene.symbol(*comma) == Some(','));
    if let Some(name) = comma.and_then(|comma| scene.left(comma)).filter(|name| scene.has(*name, Cue::Plain)) {
        let alone = scene.left(name).is_none_or(|is| scene.has(is, Cue::Be));
        return (alone && !describes(scene, name, name)).then_some(name);
    }
    let name = scene.left(verb).filter(|name| *name >= start && scene.has(*name, Cue::Plain))?;
    let opens = |before: usize| scene.has(before, Cue::And) || scene.symbol(before) == Some(',');
    let alone = scene.left(name).filter(|before| *before >= start).is_none_or(opens);
    (alone && !describes(scene, name, name)).then_some(name)
}

/// What parts of a company do: one word is enough of a name before it.
pub(in crate::parser::linker) fn brings(scene: &Scene<'_>, verb: usize) -> bool {
    is_word(
        scene,
        verb,
        &[
            "generated", "brought in", "contributed", "accounted for", "generates", "brings in", "banked", "pulled in",
            "raked in", "took in", "chipped in", "rang up",
        ],
    )
}

/// "The older treatment Acmol, used in hospitals, saw": the name at the end of what the aside before the verb is told of.
fn product(scene: &Scene<'_>, first: usize, verb: usize) -> Option<Span> {
    let plain = |place: &usize| scene.has(*place, Cue::Plain) || scene.is_mark(*place);
    let comma = (first..verb).find(|place| !plain(place)).filter(|comma| scene.symbol(*comma) == Some(','))?;
    let capital = |place: &usize| scene.token(*place).is_some_and(|token| token.capital);
    let name = (first..comma).rev().take_while(capital).last()?;
    let described = name > first && scene.token(first).is_some_and(|token| !token.capital);
    described.then(|| span(scene, name, comma - 1)).flatten()
}

/// "Homeware, its largest division, posted": the name that the words from `first` on describe.
pub(super) fn described(scene: &Scene<'_>, first: usize) -> Option<usize> {
    let passed = CueSet::of(&[Cue::Determiner, Cue::Filler, Cue::Company, Cue::Pronoun, Cue::Plain]);
    let near = (first.saturating_sub(5)..first).rev();
    let comma = near.take_while(|place| {
        scene.cues(*place).meets(passed) || scene.is_mark(*place) || scene.symbol(*place) == Some(',')
    });
    let comma = comma.into_iter().find(|place| scene.symbol(*place) == Some(','))?;
    let name = scene.left(comma)?;
    let named = scene.has(name, Cue::Plain) || scene.company(name).is_some();
    let capital = named && scene.token(name).is_some_and(|token| token.capital);
    (capital && scene.left(name).is_none()).then_some(name)
}

/// "Acmol, a treatment for arthritis, did well as sales rose 30 percent": the product that the sentence is told of.
pub(super) fn told_of(scene: &Scene<'_>, subject: usize) -> Option<Span> {
    scene.metric(subject).filter(|metric| metric.key() == "revenue")?;
    let name = (0..subject).find(|place| !scene.is_mark(*place))?;
    let capital = scene.token(name).is_some_and(|token| token.capital && token.cues == CueSet::of(&[Cue::Plain]));
    let comma = scene.right(name).filter(|comma| capital && scene.symbol(*comma) == Some(','))?;
    scene.right(comma).filter(|article| is_word(scene, *article, &["a", "an", "the", "its"]))?;
    let close = (comma + 1..subject).find(|close| scene.symbol(*close) == Some(','))?;
    let person = (comma..subject).any(|place| scene.has(place, Cue::Say) || scene.has(place, Cue::Analyst));
    let other = (close..subject).any(|place| scene.company(place).is_some() || scene.has(place, Cue::Pronoun));
    (!person && !other).then(|| span(scene, name, name)).flatten()
}

/// "7 million Acmol tablets", "Acmol sales of 7 million units", "Acmol, which sold 7 million units": what so many were sold of.
pub(super) fn sold(scene: &Scene<'_>, subject: usize, at: usize) -> Option<Span> {
    scene.metric(subject).filter(|metric| subject > at && metric.key() == "units")?;
    let capital = |place: &usize| {
        scene.has(*place, Cue::Plain) && scene.token(*place).is_some_and(|token| token.capital) || scene.is_mark(*place)
    };
    if let Some(last) = (at + 1..subject).take_while(capital).last() {
        return span(scene, at + 1, last);
    }
    let start = scene.clause_start(at);
    let near = (start..at).rev().take_while(|place| !scene.same_kind(*place, at));
    let sales = near
        .into_iter()
        .find(|place| scene.metric(*place).is_some_and(|metric| matches!(metric.key(), "revenue" | "units")));
    if let Some(sales) = sales {
        return before_metric(scene, sales).or_else(|| behind(scene, sales, at));
    }
    let verb = scene
        .left_past(at, CueSet::of(&[Cue::Determiner, Cue::Filler]))
        .filter(|verb| is_word(scene, *verb, &["sold"]))?;
    let before = scene.left_past(verb, CueSet::of(&[Cue::Be, Cue::Filler]))?;
    let which = Some(before).filter(|which| is_word(scene, *which, &["which", "that"]));
    let comma = which.and_then(|which| scene.left(which)).filter(|comma| scene.symbol(*comma) == Some(','));
    let last = comma.map_or(Some(before), |comma| scene.left(comma))?;
    let first = (start..=last).rev().take_while(capital).last()?;
    span(scene, first, last)
}

/// "Revenue breakdown: Cloud, $5 billion; Maintenance and Service, $3 billion": the name that the comma before the figure ends.
pub(super) fn listed(scene: &Scene<'_>, subject: usize, at: usize) -> Option<Span> {
    // "$5 billion (consensus: $4 billion)".
    let open = (at.saturating_sub(5)..at).rev().find(|open| scene.symbol(*open) == Some('('));
    let figure = open.and_then(|open| scene.left(open)).unwrap_or(at);
    let comma = scene.left(figure).filter(|comma| scene.symbol(*comma) == Some(','))?;
    let last = scene.left(comma)?;
    let named = |place: &usize| {
        let cues = scene.cues(*place);
        cues.meets(CueSet::of(&[Cue::Plain, Cue::SegmentNoun, Cue::And, Cue::Adjusted, Cue::Filler]))
            || is_joint(scene, *place)
    };
    let first = (subject + 1..=last).rev().take_while(named).last()?;
    let opens = scene.left(first).is_some_and(|mark| matches!(scene.symbol(mark), Some(':' | ';')));
    opens.then(|| span(scene, first, last)).flatten()
}

#[cfg(test)]
mod tests {
    use crate::parser::linker::shown;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let text = format!("Acme Corp. (NYSE: ACM) did well. {text}");
        shown::check(&text, |fact| fact.segment.as_deref().unwrap_or("-"), expected);
    }

    #[test]
    fn what_a_part_shows_and_earns_on_its_revenue() {
        check(
            "Refining and marketing showed operating profits of $40 million.",
            "operating_income Refining and marketing $40 million",
        );
        check(
            "Exploration and production lost $19 million on revenue of $593 million.",
            "net_income Exploration and production $19 million, revenue Exploration and production $593 million",
        );
        check("Upstream earned $5.6 billion.", "net_income Upstream $5.6 billion");
    }

    #[test]
    fn a_part_keeps_its_whole_name() {
        check("Its trucks segment's sales dropped 19%.", "revenue trucks segment 19%");
        check("Its financial services arm posted revenue of $5 million.", "revenue financial services arm $5 million");
        check("Its business services unit posted revenue of $5 million.", "revenue business services unit $5 million");
        check("Sales at its cars division fell 4%.", "revenue cars division 4%");
    }

    #[test]
    fn so_many_of_something_are_sold() {
        check("Sales of its Zed player eased to 6.9 million units.", "units Zed player 6.9 million");
        check("It far outpaced Zed sales of 1.5 million units.", "units Zed 1.5 million");
        check("It was led by Island Life, which sold 7.9 million units.", "units Island Life 7.9 million");
        check("It sold 7.9 million units.", "units - 7.9 million");
    }

    #[test]
    fn parts_contribute() {
        check("Metals activities contributed $83 million to net profit.", "net_income Metals activities $83 million");
        check("The deal contributed $83 million to charity.", "");
    }
}
