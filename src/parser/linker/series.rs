//! Lists of parts or of periods that a list of figures is set beside: "sales in Europe and Asia", "the second quarters
//! of 2024 and 2023".

use crate::model::{Period, PeriodSpan, Span};
use crate::parser::calendar::Calendar;
use crate::parser::lexer::period::PeriodExpr;
use crate::parser::linker::scene::{BREAKS, Scene};
use crate::parser::linker::when;
use crate::parser::vocabulary::cues::{Cue, CueSet};

/// What leads from a metric or a figure to parts of the company.
const LEADS: CueSet = CueSet::of(&[Cue::In, Cue::From, Cue::At, Cue::For, Cue::Of]);

/// As many parts as there are figures from `first` to `last`, of the metric at `metric`: behind it, before it, or behind
/// the figures.
pub(super) fn parts(
    scene: &Scene<'_>,
    metric: usize,
    (first, last): (usize, usize),
    count: usize,
) -> Option<Vec<Span>> {
    let led = |place: usize| scene.right(place).filter(|lead| scene.cues(*lead).meets(LEADS));
    let behind = led(metric).filter(|lead| *lead < first).map(|lead| rightwards(scene, lead));
    let after = led(last).map(|lead| rightwards(scene, lead));
    let found = [behind, Some(leftwards(scene, metric)), after];
    found.into_iter().flatten().find(|parts| parts.len() == count)
}

/// The list of names right behind `lead`.
fn rightwards(scene: &Scene<'_>, lead: usize) -> Vec<Span> {
    let mut list = List::default();
    for place in lead + 1..scene.tokens().len() {
        if !list.takes(scene, place) {
            break;
        }
    }
    list.close(scene)
}

/// The list of names right before `metric`.
fn leftwards(scene: &Scene<'_>, metric: usize) -> Vec<Span> {
    let first = (0..metric).rev().take_while(|place| is_of_list(scene, *place)).last();
    let mut list = List::default();
    for place in first.unwrap_or(metric)..metric {
        list.takes(scene, place);
    }
    list.close(scene)
}

/// Names as they are found.
#[derive(Default)]
struct List {
    parts: Vec<Span>,
    /// First and last place of the name that goes on.
    open: Option<(usize, usize)>,
    joined: bool,
}

impl List {
    fn takes(&mut self, scene: &Scene<'_>, place: usize) -> bool {
        if scene.is_mark(place) {
            return true;
        }
        if !is_of_list(scene, place) {
            return false;
        }
        if is_joint(scene, place) {
            self.joined |= scene.has(place, Cue::And);
            self.end(scene);
        } else if scene.cues(place).meets(CueSet::of(&[Cue::Plain, Cue::SegmentNoun])) || names_part(scene, place) {
            self.open = Some((self.open.map_or(place, |(first, _)| first), place));
        }
        true
    }

    /// Ends the name that goes on; "units" behind the last is of all.
    fn end(&mut self, scene: &Scene<'_>) {
        let Some((first, last)) = self.open.take() else { return };
        let noun = last > first && scene.has(last, Cue::SegmentNoun);
        let last = if noun { scene.left(last).unwrap_or(first).max(first) } else { last };
        let ends = scene.token(first).zip(scene.token(last));
        self.parts.extend(ends.map(|(first, last)| Span::new(first.span.start, last.span.end)));
    }

    fn close(mut self, scene: &Scene<'_>) -> Vec<Span> {
        self.end(scene);
        if self.joined { self.parts } else { Vec::new() }
    }
}

/// "The enterprise segments": a word that elsewhere says nothing.
fn names_part(scene: &Scene<'_>, place: usize) -> bool {
    scene.has(place, Cue::Filler) && scene.right(place).is_some_and(|next| scene.has(next, Cue::SegmentNoun))
}

fn is_joint(scene: &Scene<'_>, place: usize) -> bool {
    scene.has(place, Cue::And) || scene.symbol(place) == Some(',')
}

fn is_of_list(scene: &Scene<'_>, place: usize) -> bool {
    const PASSED: CueSet =
        CueSet::of(&[Cue::Plain, Cue::SegmentNoun, Cue::Determiner, Cue::Company, Cue::Pronoun, Cue::Filler]);
    scene.is_mark(place) || is_joint(scene, place) || scene.cues(place).meets(PASSED) || ends_list(scene, place)
}

/// "Of the steel, paper and glass units": a noun that a metric is named by as well.
pub(super) fn ends_list(scene: &Scene<'_>, place: usize) -> bool {
    scene.token(place).is_some_and(|token| token.span.of(scene.text).eq_ignore_ascii_case("units"))
}

/// "Sales of gas turbines": whether a topic that is no result only says of what sort the things are that are sold.
pub(super) fn is_sort_sold(scene: &Scene<'_>, topic: usize) -> bool {
    let thing = scene.right(topic).is_some_and(|thing| thing == topic + 1 && scene.has(thing, Cue::Plain));
    let lead = (0..topic).rev().find(|near| !is_of_list(scene, *near)).filter(|lead| scene.has(*lead, Cue::Of));
    let metric = lead.and_then(|lead| scene.left(lead)).and_then(|metric| scene.metric(metric));
    thing && metric.is_some_and(|metric| metric.key() == "revenue")
}

/// Whether the "and" at `place` joins two parts that a metric is told of: "sales in Europe and Asia climbed".
pub(super) fn joins_parts(scene: &Scene<'_>, place: usize, verb: usize) -> bool {
    let list = (0..place).rev().find(|near| !is_of_list(scene, *near));
    let Some(lead) = list.filter(|lead| scene.cues(*lead).meets(LEADS) && place - lead < 12) else { return false };
    let told = scene.left(lead).is_some_and(|metric| scene.metric(metric).is_some());
    let named = |near: usize| scene.token(near).is_some_and(|token| token.capital);
    let mut last = place + 1..verb;
    let noun = scene.left(verb).is_some_and(|noun| scene.has(noun, Cue::SegmentNoun) || ends_list(scene, noun));
    // "Sales of bread, cakes and other food jumped".
    let sold = scene.has(lead, Cue::Of);
    told && (noun || sold || scene.has_any(CueSet::of(&[Cue::Respectively])) || last.any(named))
}

/// As many periods as there are figures, parted by nothing but "and", commas and words that lead to a time.
pub(super) fn periods(scene: &Scene<'_>, count: usize, future: bool, calendar: &Calendar) -> Option<Vec<Period>> {
    const BETWEEN: CueSet = CueSet::of(&[Cue::And, Cue::Determiner, Cue::Filler, Cue::In, Cue::For, Cue::Of]);
    let mut list: Vec<usize> = Vec::new();
    for place in 0..scene.tokens().len() {
        let own = scene.period(place).filter(|expr| !when::is_relative(*expr));
        if own.is_some() {
            list.push(place);
            continue;
        }
        let passes = scene.is_mark(place) || scene.symbol(place) == Some(',') || scene.cues(place).meets(BETWEEN);
        if !passes || scene.cues(place).meets(BREAKS) {
            if list.len() == count {
                break;
            }
            list.clear();
        }
    }
    let and = |pair: &[usize]| matches!(pair, [one, other] if (*one..*other).any(|near| scene.has(near, Cue::And)));
    if list.len() != count || !list.windows(2).last().is_some_and(and) {
        return None;
    }
    resolved(scene, &list, future, calendar)
}

/// "The second quarters of 2024 and 2023": a bare year means the same part of it; and a part without a year is of the one
/// that stands behind it.
fn resolved(scene: &Scene<'_>, list: &[usize], future: bool, calendar: &Calendar) -> Option<Vec<Period>> {
    let mut found: Vec<Period> = Vec::with_capacity(list.len());
    for place in list {
        let expr = scene.period(*place)?;
        let period = calendar.resolve(expr, future)?;
        let bare = scene.token(*place).is_some_and(|token| token.span.of(scene.text).len() == 4);
        let before = found.last().filter(|_| bare && period.span == PeriodSpan::Year);
        found.push(before.map_or(period, |before| Period { year: period.year, ..*before }));
    }
    let last = scene.period(*list.last()?)?;
    let year = found.last().and_then(|last| last.year).filter(|_| matches!(last, PeriodExpr::Absolute(_)));
    for (place, period) in list.iter().zip(&mut found) {
        let open = matches!(scene.period(*place), Some(PeriodExpr::Part { .. }));
        period.year = year.filter(|_| open).or(period.year);
    }
    Some(found)
}
