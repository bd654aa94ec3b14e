//! Figures that the ones beside them show to be what was expected, or what was better or worse than that.

use crate::model::{Bound, Role};
use crate::parser::linker::draft::Draft;
use crate::parser::linker::scene::Scene;
use crate::parser::linker::slot::{Lead, Slot};
use crate::parser::linker::subject::Subject;
use crate::parser::vocabulary::cues::{Cue, CueSet};

/// Whether analysts expected the figure at `at`, as told by what stands around it and the figures before it.
pub(super) fn is_expected(scene: &Scene<'_>, at: usize, slot: &Slot, drafts: &[Draft]) -> bool {
    is_spread(scene, at, drafts)
        || is_labelled_again(scene, at, drafts)
        || slot.lead == Lead::Versus && (is_sourced(scene, at) || is_rather(scene, slot))
}

/// "Forecasts of $4.5 billion, ranging from $4.2 billion to $4.8 billion": between what the estimates before it lie.
fn is_spread(scene: &Scene<'_>, at: usize, drafts: &[Draft]) -> bool {
    let range = scene.quantity(at).is_some_and(|mention| mention.quantity.bound() == Bound::Range);
    let estimated = drafts.last().is_some_and(|last| last.role == Role::Estimate);
    let first = |place: usize| scene.token(place).and_then(|token| token.span.of(scene.text).split(' ').next());
    let mut near = (at.saturating_sub(4)..at).filter_map(first);
    let spread = |word: &str| ["ranging", "ranged", "range"].iter().any(|known| word.eq_ignore_ascii_case(known));
    range && estimated && near.any(spread)
}

/// "$1.57 vs. $1.65 (per Emca consensus estimates)": whether a bracket right behind the figure says that analysts expected it.
fn is_sourced(scene: &Scene<'_>, at: usize) -> bool {
    let open = scene.right(at).filter(|open| scene.symbol(*open) == Some('('));
    let Some((open, closing)) = open.and_then(|open| Some((open, scene.closing(open)?))) else { return false };
    let mut inside = open + 1..closing;
    inside.clone().any(|place| scene.cues(place).meets(CueSet::of(&[Cue::Analyst, Cue::EstimateNoun])))
        && inside.all(|place| scene.quantity(place).is_none())
}

/// "It beat expectations with $7.93 billion in revenue rather than $7.85 billion".
fn is_rather(scene: &Scene<'_>, slot: &Slot) -> bool {
    let words = scene.token(slot.lead_at).map_or("", |token| token.span.of(scene.text));
    let beats = scene.has_any(CueSet::of(&[Cue::Beat, Cue::Miss])) && scene.has_any(CueSet::of(&[Cue::EstimateNoun]));
    words.eq_ignore_ascii_case("rather than") && beats
}

/// "Revenue beat estimates of $9.53 billion to hit $9.56 billion": what did.
pub(super) fn is_what_beat(scene: &Scene<'_>, at: usize, drafts: &[Draft]) -> bool {
    let Some(last) = drafts.last().filter(|last| last.role == Role::Estimate) else { return false };
    let to = scene.right(last.at).is_some_and(|to| scene.has(to, Cue::To) || scene.has(to, Cue::Will));
    let near = (last.at + 1..at).all(|place| scene.metric(place).is_none() && scene.symbol(place).is_none());
    let beaten = (scene.clause_start(last.at)..last.at)
        .any(|place| scene.cues(place).meets(CueSet::of(&[Cue::Beat, Cue::Miss])));
    to && near && beaten && at <= last.at + 6
}

/// "Cloud, $5 billion (Emca estimate: $4 billion); Ads, $3 billion (Emca: $2 billion)": in brackets behind a name, as an estimate
/// was before it.
fn is_labelled_again(scene: &Scene<'_>, at: usize, drafts: &[Draft]) -> bool {
    let label = |place: usize| {
        let colon = scene.left(place).filter(|colon| scene.symbol(*colon) == Some(':'));
        (colon?.saturating_sub(4)..colon?).rev().find(|open| scene.symbol(*open) == Some('('))
    };
    let before = drafts.iter().rev().find(|draft| draft.role == Role::Estimate && label(draft.at).is_some());
    before.is_some() && label(at).is_some_and(|open| (open..at).all(|place| !scene.has(place, Cue::Prior)))
}

/// "Net profit of $7 million vs a loss of $2 million (estimate: $5 million)": what was expected was a profit, as the figure
/// that the loss is set beside.
pub(super) fn of_the_result(subject: Subject, role: Role, drafts: &[Draft]) -> Subject {
    let beside = |draft: &&Draft| draft.base && draft.subject == subject.at && draft.metric == subject.metric;
    let base = drafts.last().filter(|last| role == Role::Estimate && subject.at.is_some() && beside(last));
    let result = base.and_then(|base| {
        drafts.iter().rev().find(|draft| !draft.base && draft.metric == base.metric && draft.role == Role::Actual)
    });
    result.map_or(subject, |result| Subject { at: result.subject, loss: result.loss, ..subject })
}

#[cfg(test)]
mod tests {
    use crate::parser::linker::shown;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        shown::check(text, |fact| fact.role.name(), expected);
    }

    #[test]
    fn estimates_lie_between() {
        check(
            "Analysts forecast net profit of $4.5 billion, with estimates ranging from $4.2 billion to $4.8 billion.",
            "net_income estimate $4.5 billion, net_income estimate $4.2 billion to $4.8 billion",
        );
        check(
            "Revenue: Cloud, $5 billion (Emca estimate: $4 billion); Ads, $3 billion (Emca: $2 billion).",
            "revenue actual $5 billion, revenue estimate $4 billion, revenue actual $3 billion, revenue estimate $2 billion",
        );
    }

    #[test]
    fn a_bracket_tells_who_expected_it() {
        check("EPS: $1.57 vs. $1.65 (per Emca consensus estimates).", "eps actual $1.57, eps estimate $1.65");
        check("EPS: $1.57 vs. $1.65 (restated).", "eps actual $1.57, eps actual $1.65");
    }

    #[test]
    fn what_beats_stands_behind_what_is_beaten() {
        let expected = "revenue estimate $9.53 billion, revenue actual $9.56 billion";
        check("Revenue beat estimates of $9.53 billion to hit $9.56 billion.", expected);
        check("Revenue beat expectations of $9.53 billion to come in at $9.56 billion.", expected);
        check(
            "It beat expectations, with $7.93 billion in revenue rather than $7.85 billion.",
            "revenue actual $7.93 billion, revenue estimate $7.85 billion",
        );
    }

    #[test]
    fn what_was_expected_is_set_against_the_result() {
        let values = |text: &str| {
            let report = crate::analyze(&crate::model::Document::new("x", text));
            let low = report.facts.iter().map(|fact| fact.quantity.low().normalize().to_string());
            low.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(values("Net profit at $7 vs a loss of $2 (Emca estimate: $5)."), "7 -2 5");
        let text =
            "Acme had a profit of $7, against a loss of $2 last year. That compares with the $5 consensus estimate.";
        assert_eq!(values(text), "7 -2 5");
        assert_eq!(
            values("Acme had a profit of $7, against a loss of $2. Analysts had expected a loss of $5."),
            "7 -2 -5"
        );
    }
}
