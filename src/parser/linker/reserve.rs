//! What a bank provides for bad loans, told by what it does: "set aside $3.6 billion for loan losses".

use crate::parser::lexer::quantity::{Form, QuantityMention};
use crate::parser::linker::draft::Draft;
use crate::parser::linker::scene::Scene;
use crate::parser::linker::slot::{Lead, Slot};
use crate::parser::linker::subject::Subject;
use crate::parser::vocabulary::cues::{Cue, CueSet};
use crate::parser::vocabulary::metrics;

/// The name of the rule.
pub(super) const SET_ASIDE: &str = "set aside for loans";

/// The last words of what a bank does.
const VERBS: [&str; 6] = ["aside", "reserved", "added", "adding", "adds", "earmarked"];

/// What it does so for.
const LENT: [&str; 9] = [
    "loan loss", "credit loss", "bad loan", "soured loan", "bad debt", "problem loan", "loan default",
    "nonperforming loan", "non performing loan",
];

/// Words between the figure and what it is for.
const REACH: usize = 7;

/// The provision that the money at `at` is.
pub(super) fn read(scene: &Scene<'_>, at: usize) -> Option<Subject> {
    let money = |mention: &QuantityMention| mention.form == Form::Money && !mention.quantity.is_within(1000);
    scene.quantity(at).filter(|mention| money(mention))?;
    let lead = scene.right(at).filter(|lead| scene.cues(*lead).meets(CueSet::of(&[Cue::For, Cue::To])))?;
    let verb = scene.left_past(at, CueSet::of(&[Cue::Determiner, Cue::Filler]))?;
    let word = scene.token(verb)?.span.of(scene.text);
    VERBS.iter().find(|known| word.rsplit(' ').next().is_some_and(|last| last.eq_ignore_ascii_case(known)))?;
    let last = scene.tokens().get(..lead + REACH).unwrap_or(scene.tokens()).last()?;
    let behind = scene.text.get(scene.token(lead)?.span.end..last.span.end)?.to_ascii_lowercase().replace('-', " ");
    let lent = LENT.iter().any(|lent| behind.contains(lent));
    let metric = if lent { metrics::by_key("credit_provision") } else { None }?;
    Some(Subject { metric, at: None, loss: false, rule: SET_ASIDE })
}

/// "Set aside $3.6 billion for bad loans, compared with $3 billion a year ago": the same at another time.
pub(super) fn beside(scene: &Scene<'_>, at: usize, slot: &Slot, last: Option<&Draft>) -> Option<Subject> {
    let compared = matches!(slot.lead, Lead::Versus | Lead::From);
    let last = last.filter(|last| compared && last.rule == SET_ASIDE && scene.same_kind(last.at, at))?;
    Some(Subject { metric: last.metric, at: None, loss: false, rule: SET_ASIDE })
}

#[cfg(test)]
mod tests {
    use crate::parser::linker::shown;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        shown::check(text, |fact| fact.measure.name(), expected);
    }

    #[test]
    fn a_bank_sets_money_aside() {
        check("The bank set aside $3.6 billion for loan losses.", "credit_provision level $3.6 billion");
        check(
            "It reserved $997 million for loan losses, compared with $765 million a year ago.",
            "credit_provision level $997 million, credit_provision level $765 million",
        );
        check(
            "It set aside $340 million for bad loans, compared with $380 million a year ago.",
            "credit_provision level $340 million, credit_provision level $380 million",
        );
        check("Acme Bank added $3.6 billion to its loan-loss reserves.", "credit_provision level $3.6 billion");
        check("The bank set aside $3.6 billion for lawsuits.", "");
    }
}
