//! "Revenue and operating income were 3.9 billion and 402 million euros, respectively": lists of figures take their
//! metrics, companies, bases or periods from lists of as many names before them.

use crate::model::Basis;
use crate::parser::linker::draft::Draft;
use crate::parser::linker::scene::{MODIFIERS, Scene};
use crate::parser::linker::{basis, subject};
use crate::parser::vocabulary::cues::{Cue, CueSet};

/// Settles the lists of a sentence that says "respectively".
pub(super) fn settle(scene: &Scene<'_>, drafts: &mut [Draft]) {
    if !scene.has_any(CueSet::of(&[Cue::Respectively])) {
        return;
    }
    let Some(end) = (0..scene.tokens().len()).find(|place| scene.has(*place, Cue::Respectively)) else { return };
    let figures: Vec<usize> = (0..end).filter(|place| scene.quantity(*place).is_some()).collect();
    let mut first = 0;
    while first < figures.len() {
        let length = list(scene, figures.get(first..).unwrap_or_default());
        if length >= 2 {
            share(scene, figures.get(first..first + length).unwrap_or_default(), drafts);
        }
        first += length.max(1);
    }
}

/// How many of the figures stand in one list: parted by nothing but commas and "and".
fn list(scene: &Scene<'_>, figures: &[usize]) -> usize {
    const BETWEEN: CueSet = CueSet::of(&[Cue::And, Cue::Determiner, Cue::Filler]);
    let joined = |pair: &[usize]| match pair {
        [one, other] => {
            let between = |place: usize| {
                scene.symbol(place) == Some(',') || scene.cues(place).meets(BETWEEN) || scene.is_mark(place)
            };
            scene.same_kind(*one, *other) && (one + 1..*other).all(between)
        }
        _ => false,
    };
    1 + figures.windows(2).take_while(|pair| joined(pair)).count()
}

fn share(scene: &Scene<'_>, figures: &[usize], drafts: &mut [Draft]) {
    let Some(first) = figures.first() else { return };
    let metrics = names(scene, *first, figures.len(), |place| scene.metric(place));
    let owners = names(scene, *first, figures.len(), |place| scene.company(place));
    let bases = names(scene, *first, figures.len(), |place| {
        basis::told(scene.cues(place)).filter(|_| scene.metric(place).is_none())
    });
    for (at, figure) in figures.iter().enumerate() {
        let Some(mention) = scene.quantity(*figure) else { continue };
        let periods: Vec<_> = periods(drafts, *figure, figures.len());
        let Some(draft) = drafts.iter_mut().find(|draft| draft.at == *figure) else { continue };
        let named = metrics
            .as_ref()
            .and_then(|list| list.get(at))
            .and_then(|metric| subject::fit(*metric, mention, draft.currency()));
        if let Some((metric, quantity)) = named.filter(|(metric, _)| *metric != draft.metric) {
            draft.metric = metric;
            draft.quantity = quantity;
        }
        if let Some(owner) = owners.as_ref().and_then(|list| list.get(at)) {
            draft.company = Some(*owner);
        }
        if let Some(basis) = bases.as_ref().and_then(|list: &Vec<Basis>| list.get(at)) {
            draft.basis = Some(*basis);
        }
        if let Some(period) = periods.get(at) {
            draft.period = *period;
        }
    }
}

/// The periods of as many figures of the same metric that stand before the list, where they differ.
fn periods(drafts: &[Draft], figure: usize, length: usize) -> Vec<Option<crate::model::Period>> {
    let Some(own) = drafts.iter().find(|draft| draft.at == figure) else { return Vec::new() };
    let before =
        drafts.iter().filter(|draft| draft.at < figure && draft.metric == own.metric && draft.role != own.role);
    let found: Vec<_> = before.map(|draft| draft.period).collect();
    let differ = found.windows(2).all(|pair| matches!(pair, [one, other] if one != other));
    if found.len() == length && differ { found } else { Vec::new() }
}

/// The nearest list before the figures of exactly as many different names.
fn names<T: PartialEq>(
    scene: &Scene<'_>,
    first: usize,
    length: usize,
    name: impl Fn(usize) -> Option<T>,
) -> Option<Vec<T>> {
    const JOINS: CueSet = CueSet::of(&[Cue::And]);
    let mut found: Vec<T> = Vec::new();
    let mut joined = true;
    for place in (0..first).rev() {
        if let Some(next) = name(place) {
            if !found.is_empty() && !joined {
                break;
            }
            if !found.contains(&next) {
                found.push(next);
            }
            joined = false;
        } else if scene.cues(place).meets(JOINS) || scene.symbol(place) == Some(',') {
            joined = true;
        } else if !found.is_empty() && !scene.cues(place).meets(MODIFIERS) && !scene.is_mark(place) {
            break;
        }
    }
    found.reverse();
    (found.len() == length).then_some(found)
}
