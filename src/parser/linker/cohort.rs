//! Customers counted by what they spend: "customers with more than $100,000 in ARR". The amount only says which customers, and
//! what is told behind it is told of them.

use crate::model::{Bound, Unit};
use crate::parser::linker::scene::Scene;
use crate::parser::linker::subject::Reason;
use crate::parser::vocabulary::cues::{Cue, CueSet};

/// Why such an amount is no fact.
pub(super) const WHICH: Reason = "which customers are counted, and no result";

/// The customers stand so near before the amount.
const REACH: usize = 9;

/// The place of the customers that the amount at `at` only tells apart.
pub(super) fn of(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let mention = scene.quantity(at)?;
    let least = matches!(mention.quantity.bound(), Bound::AtLeast | Bound::AtMost);
    if !least || !matches!(mention.quantity.unit(), Unit::Money(_)) {
        return None;
    }
    let near = (at.saturating_sub(REACH)..at).rev().take_while(|place| scene.quantity(*place).is_none());
    let customers =
        near.into_iter().find(|place| scene.metric(*place).is_some_and(|metric| metric.key() == "users"))?;
    let tells = |place: usize| scene.has(place, Cue::With) || is_spent(scene, place);
    (customers + 1..at).any(tells).then_some(customers)
}

/// The customers that what stands at `place` only tells apart: such an amount, or the metric behind it ("in ARR").
pub(super) fn before(scene: &Scene<'_>, place: usize) -> Option<usize> {
    const PASSED: CueSet =
        CueSet::of(&[Cue::In, Cue::Of, Cue::Determiner, Cue::Filler, Cue::Plain, Cue::Period, Cue::Adjusted]);
    if scene.metric(place).is_none() {
        return of(scene, place);
    }
    of(scene, scene.left_past(place, PASSED)?)
}

/// "Spending over $5,000", "contributing more than $1 million".
fn is_spent(scene: &Scene<'_>, place: usize) -> bool {
    const VERBS: [&str; 8] =
        ["spending", "contributing", "generating", "paying", "representing", "exceeding", "whose", "who"];
    let word = scene.token(place).map_or("", |token| token.span.of(scene.text));
    VERBS.iter().any(|verb| word.eq_ignore_ascii_case(verb))
}

#[cfg(test)]
mod tests {
    use crate::parser::linker::shown;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        shown::check(text, |fact| fact.measure.name(), expected);
    }

    #[test]
    fn the_amount_tells_only_which_customers() {
        check("Customers with more than $100,000 in ARR grew to 2,345, up 12%.", "users level 2,345, users change 12%");
        check("Customers with ARR greater than $100,000 were 2,345.", "users level 2,345");
        check(
            "We had 2,345 customers with more than $100,000 of trailing twelve-month revenue, up 12%.",
            "users level 2,345, users change 12%",
        );
        check("Customers spending over $1 million increased 20%.", "users change 20%");
        check("Revenue from customers rose to more than $5 million.", "revenue level $5 million");
    }
}
