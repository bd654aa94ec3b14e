//! Figures whose metric only the sentence before names: "It was $3 million a year ago", "Analysts expected 82 cents".

use crate::model::{Currency, Measure, MetricUnit, Role};
use crate::parser::lexer::quantity::Form;
use crate::parser::linker::draft::Draft;
use crate::parser::linker::scene::Scene;
use crate::parser::linker::slot::Slot;
use crate::parser::linker::standing::Standing;
use crate::parser::linker::state::{State, Topic};
use crate::parser::linker::subject::{self, Subject};
use crate::parser::linker::when;
use crate::parser::sentence::Block;
use crate::parser::vocabulary::cues::{Cue, CueSet};

/// What the sentence before spoke of, where this one goes on about it.
pub(super) fn read(
    scene: &Scene<'_>,
    at: usize,
    slot: &Slot,
    standing: &Standing,
    (last, state): (Option<&Draft>, &State),
) -> Option<Subject> {
    let mention = scene.quantity(at)?;
    let growth = slot.measure == Some(Measure::Change)
        && state.near(scene)
        && (when::compares(scene) || is_about_growth(scene, at));
    if does_another_thing(scene, at) {
        return None;
    }
    let estimated = standing.role == Role::Estimate && standing.told;
    // "Acme forecast earnings of $3.30 a share. Previously, Acme expected $5."
    let before = |known: &Topic| {
        let prior = standing.role == Role::PriorGuidance && standing.told && state.just_guided(scene, known.metric);
        prior && names_nothing(scene, at)
    };
    let goes_on = state.continues || estimated || last.is_some() || growth;
    // "324,000 readers": a bare number in running text is no money that only the sentence before speaks of.
    let bare = mention.form == Form::Bare && scene.sentence.block == Block::Prose;
    let counted = |known: &Topic| bare && last.is_none() && known.metric.row().unit == MetricUnit::Money;
    let fits = |known: &&Topic| !counted(known) && subject::fit(known.metric, mention, Currency::USD).is_some();
    // What was expected is set against the result, not against the year before.
    let alike =
        |topic: &&Topic| subject::fit(topic.metric, mention, Currency::USD).is_some_and(|fit| fit.0 == topic.metric);
    let told = state.subjects.iter().find(|topic| fits(topic) && alike(topic) && !(estimated && topic.base));
    let told = told.or_else(|| state.subjects.iter().find(|topic| fits(topic) && !(estimated && topic.base)));
    let told = told.or_else(|| state.subjects.iter().find(fits));
    let Topic { metric, loss, .. } = *told.filter(|known| goes_on || before(known))?;
    Some(Subject { metric, at: None, loss, rule: "subject of the sentence before" })
}

/// "Previously, Acme expected $5", but not "as noted earlier, we expect bundle contracts of $5": whether nothing else is expected.
fn names_nothing(scene: &Scene<'_>, at: usize) -> bool {
    const EXPECTED: CueSet = CueSet::of(&[Cue::Guide, Cue::Expect, Cue::GuideNoun]);
    let expected = (scene.clause_start(at)..at).rev().find(|place| scene.cues(*place).meets(EXPECTED));
    expected.is_some_and(|expected| (expected + 1..at).all(|place| !scene.has(place, Cue::Plain)))
}

/// Verbs of what is done with money.
const GIVEN: [&str; 8] = ["return", "returns", "returned", "returning", "distribute", "distributed", "invest", "repay"];

/// "It spent $2 billion on ads", "the company returned $75 million to its owners": what is done with the amount is no result.
fn does_another_thing(scene: &Scene<'_>, at: usize) -> bool {
    let before = scene.left_past(at, CueSet::of(&[Cue::Determiner, Cue::Filler]));
    let plain = |place: usize| scene.cues(place) == CueSet::of(&[Cue::Plain]) && scene.words(place).ends_with("ed");
    before.is_some_and(|place| scene.has(place, Cue::Spend) || plain(place) || GIVEN.contains(&scene.words(place)))
}

/// "But the growth figure was 3%", "Excluding fuel, growth was 3%": a change that only the sentence before names.
fn is_about_growth(scene: &Scene<'_>, at: usize) -> bool {
    const NOUN: CueSet = CueSet::of(&[Cue::Rise, Cue::Fall]);
    let noun = (0..at).find(|place| scene.has(*place, Cue::Noun) && scene.cues(*place).meets(NOUN));
    let Some(noun) = noun else { return false };
    let alone = scene.left_past(noun, CueSet::of(&[Cue::Determiner, Cue::Filler, Cue::While, Cue::And]));
    let opens = alone.is_none_or(|before| before == 0 || scene.symbol(before) == Some(','));
    opens && (0..at).all(|place| scene.metric(place).is_none() && scene.company(place).is_none())
}

#[cfg(test)]
mod tests {
    use crate::parser::linker::shown;

    #[test]
    fn what_was_guided_before_is_of_the_metric_guided_now() {
        for before in ["Previously, Acme expected", "The prior forecast was", "In August, the company had forecast"] {
            let text = format!("Acme forecast earnings of $3.27 to $3.32 a share for the year. {before} $4.95 to $5.");
            shown::check(&text, |fact| fact.role.name(), "eps guidance $3.27 to $3.32, eps prior_guidance $4.95 to $5");
        }
    }

    #[test]
    fn what_else_is_expected_is_of_no_metric_guided_now() {
        let text = "Acme forecast revenue of $9 million for the year. As noted earlier, we expect bundle contracts of $5 million.";
        shown::check(text, |fact| fact.role.name(), "revenue guidance $9 million");
    }

    #[test]
    fn what_is_done_with_money_is_no_result() {
        let check = |text: &str, expected: &str| shown::check(text, |fact| fact.measure.name(), expected);
        check(
            "Inventory was $512 million. The company returned $75 million to its owners.",
            "inventory level $512 million",
        );
        check(
            "Inventory was $512 million. It had been $480 million.",
            "inventory level $512 million, inventory level $480 million",
        );
    }
}
