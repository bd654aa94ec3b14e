//! Whose figure it is, and who estimated it.

use crate::model::{Role, Span};
use crate::parser::company::Companies;
use crate::parser::linker::scene::Scene;
use crate::parser::linker::state::State;
use crate::parser::vocabulary::cues::{Cue, CueSet};

/// The company right behind the quantity at `at` ("$6 billion at Acme"), else the nearest that owns figures before it.
pub(super) fn read(
    scene: &Scene<'_>,
    at: usize,
    role: Role,
    (companies, state): (&Companies, &State),
) -> Option<usize> {
    if !scene.has_any(CueSet::of(&[Cue::Company])) {
        return state.company.or(companies.main());
    }
    let goes_on = |place: &usize| {
        scene.quantity(*place).is_none() && !scene.is_break(*place) && scene.symbol(*place) != Some(',')
    };
    let led_by_at =
        |place: usize| scene.left_past(place, CueSet::NONE).is_some_and(|before| scene.has(before, Cue::At));
    let mut behind = (at + 1..scene.tokens().len()).take_while(goes_on);
    let named = behind.find_map(|place| scene.company(place).filter(|_| led_by_at(place)));
    // "Emca expects sales of $5 billion": the house that estimates does not own what it estimates.
    let owns = |place: &usize| role != Role::Estimate || !scene.has(*place, Cue::Analyst);
    let before = (0..at).rev().filter(owns).find_map(|place| scene.owner(place));
    let spoken = before.map(|mention| state.company.filter(|_| mention.anaphor).unwrap_or(mention.company));
    told_of(scene, at).or(named).or(spoken).or(state.company).or(companies.main())
}

/// "Emca Corp., which posted a drop in profit", "Emca Corp., whose profit fell 70%": the company that the clause is told of.
fn told_of(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let near = (0..at).rev().take_while(|place| scene.quantity(*place).is_none() && !scene.is_break(*place));
    let relative = near.into_iter().find(|place| {
        let word = scene.token(*place).map_or("", |token| token.span.of(scene.text));
        matches!(word, "which" | "whose")
    })?;
    let before = scene.left(relative)?;
    scene.company(if scene.symbol(before) == Some(',') { scene.left(before)? } else { before })
}

/// Who estimated: the analysts' words nearest to the figure that begin with a capital.
pub(super) fn source(scene: &Scene<'_>, at: usize) -> Option<Span> {
    if !scene.has_any(CueSet::of(&[Cue::Analyst])) {
        return None;
    }
    let near = (at + 1..scene.clause_end(at)).chain((0..at).rev());
    let named = |place: usize| scene.token(place).filter(|token| token.capital).map(|token| token.span);
    near.filter(|place| scene.has(*place, Cue::Analyst)).find_map(named)
}
