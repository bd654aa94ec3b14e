//! Margins that the text does not say what of: "EBITDA was $9 million, with the margin at 20%".

use crate::model::{Metric, MetricUnit};
use crate::parser::linker::draft::Draft;
use crate::parser::linker::scene::Scene;
use crate::parser::linker::slot::is_percent;
use crate::parser::linker::state::State;
use crate::parser::linker::subject::{Reason, Subject};
use crate::parser::vocabulary::cues::{Cue, CueSet};
use crate::parser::vocabulary::metrics;

/// Why a margin of what nobody said is no fact.
const OF_WHAT: Reason = "a margin, and not said of what";

/// The margin that the figure at `at` is, where only the word stands before it: that of the metric in front of a bracket, of
/// the figure before, or of what the sentence before spoke of.
pub(super) fn read(
    scene: &Scene<'_>,
    at: usize,
    (last, state): (Option<&Draft>, &State),
) -> Result<Option<Subject>, Reason> {
    let Some(place) = word(scene, at) else { return Ok(None) };
    let again = last.filter(|last| last.subject == Some(place)).map(|last| last.metric);
    let qualified = scene.left(place).filter(|before| scene.has(*before, Cue::Plain));
    if qualified.is_some_and(|before| scene.token(before).is_some_and(|token| !token.capital)) {
        return Err(OF_WHAT);
    }
    let margin = again
        .or_else(|| before_bracket(scene, place).and_then(of))
        .or_else(|| last.and_then(|last| of(last.metric)))
        .or_else(|| state.subjects.iter().filter(|_| state.near(scene)).find_map(|topic| of(topic.metric)));
    let subject = |metric| Subject { metric, at: Some(place), loss: false, rule: "margin of what was spoken of" };
    margin.map(|metric| Some(subject(metric))).ok_or(OF_WHAT)
}

/// The margin of a metric of money; a margin is its own.
fn of(metric: Metric) -> Option<Metric> {
    match metric.row().unit {
        MetricUnit::Money => metric.row().as_percent.and_then(metrics::by_key),
        MetricUnit::Percent if metric.key().ends_with("_margin") => Some(metric),
        _ => None,
    }
}

/// The place of the word "margin" that the percentage at `at` is told of: no metric stands between.
fn word(scene: &Scene<'_>, at: usize) -> Option<usize> {
    scene.quantity(at).filter(|mention| is_percent(mention.quantity.unit()))?;
    let is_word = |place: &usize| {
        scene.token(*place).is_some_and(|token| {
            let word = token.span.of(scene.text);
            ["margin", "margins"].iter().any(|known| word.eq_ignore_ascii_case(known))
        })
    };
    let ends = |place: &usize| scene.metric(*place).is_none() && !scene.has(*place, Cue::SegmentNoun);
    (scene.clause_start(at)..at).rev().take_while(ends).find(is_word)
}

/// "EBITDA (before exceptional items) margin": the metric before the bracket that ends right before `place`.
fn before_bracket(scene: &Scene<'_>, place: usize) -> Option<Metric> {
    let close = place.checked_sub(1).filter(|close| scene.symbol(*close) == Some(')'))?;
    let open = (0..close).rev().find(|open| scene.symbol(*open) == Some('('))?;
    // "The earnings before interest and so on (EBITDA) margin".
    if let Some(metric) = scene.metric(open + 1).filter(|_| open + 2 == close) {
        return Some(metric);
    }
    let before = scene.left_past(open, CueSet::of(&[Cue::Filler]))?;
    scene.metric(before)
}

#[cfg(test)]
mod tests {
    use crate::parser::linker::shown;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        shown::check(text, |fact| fact.measure.name(), expected);
    }

    #[test]
    fn a_margin_is_of_what_was_spoken_of() {
        check(
            "EBITDA rose 14% to $15 million, with the margin at 20.5% against 19.2%.",
            "ebitda change 14%, ebitda level $15 million, ebitda_margin level 20.5%, ebitda_margin level 19.2%",
        );
        check(
            "Operating profit was $2 million. Margins widened by 30 basis points to 8.5%.",
            "operating_income level $2 million, operating_margin change 30 basis points, operating_margin level 8.5%",
        );
        check(
            "EBITDA (earnings before interest, tax and depreciation) margin improved to 21.2% from 15.4%.",
            "ebitda_margin level 21.2%, ebitda_margin level 15.4%",
        );
        check("The operating result before items (EBITDA) margin was 34%.", "ebitda_margin level 34%");
    }

    #[test]
    fn a_margin_of_nothing_said_is_none() {
        check("Net profit was $9 million. Margins stood at 8.5%.", "net_income level $9 million");
        check("EBITDA rose 14%, with the contribution margin at 20.5%.", "ebitda change 14%");
    }
}
