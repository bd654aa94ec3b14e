//! The role of a figure once its metric and measure are known: what is declared is done, what is planned is still to come,
//! and a figure of last year is neither guidance nor an estimate.

use crate::model::{Bound, Measure, Metric, MetricUnit, Role};
use crate::parser::lexer::quantity::QuantityMention;
use crate::parser::linker::draft::Draft;
use crate::parser::linker::scene::Scene;
use crate::parser::linker::slot::{Lead, Slot};
use crate::parser::linker::when;
use crate::parser::vocabulary::cues::{Cue, CueSet};

/// A dividend is done once it is declared; a programme, and jobs that are being cut, are still to come.
pub(super) fn done_or_planned(role: Role, dividend: bool, planned: bool) -> Role {
    match role {
        Role::Guidance if dividend => Role::Actual,
        Role::Actual if planned => Role::Guidance,
        role => role,
    }
}

/// What a board declares by the share is a dividend, and done.
pub(super) fn is_declared(scene: &Scene<'_>, at: usize, metric: Metric) -> bool {
    let declares = || (scene.clause_start(at)..at).any(|place| scene.has(place, Cue::Declared));
    metric.row().unit == MetricUnit::PerShare && declares()
}

/// The role once the measure is known: a range is a promise, not a result; a figure of last year is neither guidance
/// nor an estimate.
pub(super) fn settle(
    scene: &Scene<'_>,
    at: usize,
    role: Role,
    (measure, mention, slot, last): (Measure, &QuantityMention, &Slot, Option<&Draft>),
) -> Role {
    let ahead =
        || (scene.clause_start(at)..at).any(|place| scene.cues(place).meets(CueSet::of(&[Cue::Guide, Cue::Will])));
    let range = mention.quantity.bound() == Bound::Range && (measure == Measure::Level || ahead());
    let against = matches!(slot.lead, Lead::Against | Lead::Versus | Lead::From);
    let compared = against && when::is_dated_back(scene, at) || when::is_led_back(scene, at);
    // "We expect margins to stay within our target range of 5% to 7%".
    let stays = || ahead() && !follows_figure(scene, at) && leads_within(scene, at);
    match role {
        Role::PriorGuidance if stays() => Role::Guidance,
        Role::Actual if against && is_revised(scene, at, last) => Role::PriorGuidance,
        Role::Actual if range && matches!(slot.lead, Lead::From | Lead::Versus) => Role::PriorGuidance,
        Role::Actual if range && !when::is_of_last_year(scene, at) => Role::Guidance,
        Role::Guidance if when::is_of_last_year(scene, at) => Role::Actual,
        // "Will exceed last year's $500 million", "should improve from the $49 million earned last year".
        Role::Guidance if compared && measure == Measure::Level => Role::Actual,
        Role::Estimate if compared || rises_on(scene, (measure, slot)) => Role::Actual,
        Role::Actual | Role::Estimate | Role::Guidance | Role::PriorGuidance => role,
    }
}

/// "We now expect capital spending of $200 million, down from $220 million": what is no longer expected.
fn is_revised(scene: &Scene<'_>, at: usize, last: Option<&Draft>) -> bool {
    const PASSED: CueSet = CueSet::of(&[Cue::In, Cue::For, Cue::Determiner, Cue::Filler]);
    let guides = |place: usize| scene.cues(place).meets(CueSet::of(&[Cue::Guide, Cue::Expect]));
    let is_now = |place: usize| scene.words(place).split(' ').any(|word| word == "now");
    let says_now = |place: usize| is_now(place) && (place..place + 3).any(guides);
    let guided = last.filter(|last| last.role == Role::Guidance && scene.same_kind(last.at, at));
    let now = guided.is_some_and(|last| (0..last.at).any(says_now));
    let dated = || scene.right_past(at, PASSED).is_some_and(|time| scene.period(time).is_some());
    now && !dated()
}

/// Whether another figure stands before in the clause.
fn follows_figure(scene: &Scene<'_>, at: usize) -> bool {
    (scene.clause_start(at)..at).any(|place| scene.quantity(place).is_some())
}

/// "Within its range of 5% to 7%".
fn leads_within(scene: &Scene<'_>, at: usize) -> bool {
    let within = |place: usize| scene.token(place).is_some_and(|token| token.span.of(scene.text).ends_with("within"));
    (scene.clause_start(at)..at).any(|place| scene.has(place, Cue::InLine) && within(place))
}

/// "Profit of £48 million was above the consensus of £45 million and up 7% from the year before": of the result again.
fn rises_on(scene: &Scene<'_>, (measure, slot): (Measure, &Slot)) -> bool {
    let and = scene.left(slot.lead_at).is_some_and(|and| scene.has(and, Cue::And));
    let told = || (0..slot.lead_at).any(|place| scene.quantity(place).is_some());
    measure == Measure::Change && slot.lead == Lead::Change && and && told() && when::compares(scene)
}

/// "It is cutting 10,000 jobs": a plan, unless that is what came before something else.
pub(super) fn is_being_cut(scene: &Scene<'_>, metric: Metric, (at, measure): (usize, Measure)) -> bool {
    const PASSED: CueSet = CueSet::of(&[Cue::Determiner, Cue::Filler, Cue::By, Cue::Plain]);
    let jobs = metric.key() == "headcount" && measure == Measure::Change;
    if !jobs {
        return false;
    }
    let verb = (scene.clause_start(at)..at).rev().take(5).find(|place| scene.has(*place, Cue::Closed));
    let Some(verb) = verb else { return false };
    let words = scene.token(verb).map_or("", |token| token.span.of(scene.text));
    let goes_on = words.split(' ').next().is_some_and(|word| word.ends_with("ing"));
    let led = verb.checked_sub(1).map(|before| scene.cues(before)).unwrap_or_default();
    let done = led.meets(CueSet::of(&[Cue::While, Cue::By, Cue::From, Cue::For, Cue::With]));
    goes_on && !done && (verb + 1..at).all(|place| scene.cues(place).meets(PASSED))
}

/// Whether "to" and another figure of the same kind stand right behind the one at `at`.
fn leads_to_another(scene: &Scene<'_>, at: usize) -> bool {
    let to = scene.right(at).filter(|to| scene.has(*to, Cue::To));
    to.and_then(|to| scene.right(to)).is_some_and(|next| scene.same_kind(at, next))
}

/// Whether the quantity is an earlier figure that another is set against.
pub(super) fn is_base(scene: &Scene<'_>, at: usize, role: Role, (slot, drafts): (&Slot, &[Draft])) -> bool {
    if role != Role::Actual {
        return false;
    }
    let against = matches!(slot.lead, Lead::From | Lead::Versus | Lead::Against);
    let dated = || !drafts.is_empty() || when::is_dated_back(scene, at);
    let itself = || slot.lead == Lead::Same && !drafts.is_empty() && when::dates_itself(scene, at, slot);
    // "This compares with a profit of $5 million."
    let first = || (0..at).find(|place| !scene.is_mark(*place));
    // "Up from $2.25 to $2.54".
    let led = || slot.lead == Lead::From && leads_to_another(scene, at);
    let whole = || slot.lead == Lead::Versus && first().is_some_and(|first| scene.has(first, Cue::Pronoun));
    let before = || scene.left(at).and_then(|before| scene.token(before)).map_or("", |token| token.span.of(scene.text));
    // "The previously reported $732 million": of the same time.
    let restated = || before().to_ascii_lowercase().ends_with("ly reported");
    let base = against && (whole() || dated() || led()) || when::is_of_last_year(scene, at) || itself();
    base && !restated()
}

#[cfg(test)]
mod tests {
    use crate::parser::linker::shown;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        shown::check(text, |fact| fact.role.name(), expected);
    }

    #[test]
    fn what_is_expected_now_replaces_what_was() {
        check(
            "We now expect capital expenditures of $200 million, down from $220 million.",
            "capex guidance $200 million, capex prior_guidance $220 million",
        );
        check("Acme now expects sales growth of 5%, down from 7%.", "revenue guidance 5%, revenue prior_guidance 7%");
        check(
            "Acme now expects revenue of $5.2 billion, up from $5 billion in 2023.",
            "revenue guidance $5.2 billion, revenue actual $5 billion",
        );
        check(
            "Acme expects revenue of $5.2 billion, up from $5 billion.",
            "revenue guidance $5.2 billion, revenue actual $5 billion",
        );
    }
}
