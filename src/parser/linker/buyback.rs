//! Money that a company pays for its own shares, where no noun says so: "bought 2 million shares for $70 million".

use crate::parser::lexer::quantity::{Form, QuantityMention};
use crate::parser::linker::scene::Scene;
use crate::parser::linker::subject::Subject;
use crate::parser::vocabulary::cues::{Cue, CueSet};
use crate::parser::vocabulary::metrics;

/// What a company does with its shares.
const BUYS: &[&str] = &["buy", "buys", "buying", "bought", "purchase", "purchased", "buy back", "repurchase"];
/// What stands between a figure and its verb or noun.
const FILLED: CueSet = CueSet::of(&[Cue::Determiner, Cue::Filler]);

/// The name of the rule.
pub(super) const OF_ITS_OWN: &str = "bought of its own";

/// The buyback that the money at `at` is of.
pub(super) fn read(scene: &Scene<'_>, at: usize) -> Option<Subject> {
    let sum = |mention: &QuantityMention| mention.form == Form::Money && !mention.quantity.is_within(1000);
    scene.quantity(at).filter(|mention| sum(mention))?;
    let place = own_shares(scene, at)
        .or_else(|| for_shares(scene, at))
        .or_else(|| added(scene, at))
        .or_else(|| is_left(scene, at))?;
    let metric = metrics::by_key("share_repurchases")?;
    Some(Subject { metric, at: Some(place), loss: false, rule: OF_ITS_OWN })
}

/// "Will buy $2 billion of its own stock": the verb.
fn own_shares(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let verb = scene.left_past(at, FILLED).filter(|verb| scene.is_one_of(*verb, BUYS))?;
    let of = scene.right(at).filter(|of| scene.cues(*of).meets(CueSet::of(&[Cue::Of, Cue::In])))?;
    let shares = (of + 2..of + 5).any(|place| scene.is_one_of(place, &["shares", "stock", "common stock"]));
    let own = scene.right(of).filter(|own| scene.is_one_of(*own, &["its", "its own", "our", "our own"]));
    own.filter(|_| shares).map(|_| verb)
}

/// "The company bought 7.2 million shares for a total of $247.7 million": the verb.
fn for_shares(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let lead = scene.left_past(at, FILLED)?;
    if !scene.cues(lead).meets(CueSet::of(&[Cue::For, Cue::Of])) {
        return None;
    }
    let number = (scene.clause_start(at)..at).rev().find(|place| scene.quantity(*place).is_some())?;
    let shares = scene.quantity(number).is_some_and(|mention| {
        mention.span.of(scene.text).ends_with("shares") || scene.is_one_of(number + 1, &["shares"])
    });
    let paid = (number + 1..at).find(|place| scene.has(*place, Cue::For)).filter(|_| shares)?;
    let plain = |place: usize| scene.company(place).is_none() && scene.metric(place).is_none();
    let verb = scene.left_past(number, FILLED).filter(|verb| scene.is_one_of(*verb, BUYS))?;
    let doer = scene.left_past(verb, CueSet::of(&[Cue::Filler, Cue::Be]))?;
    let company = scene.cues(doer).meets(CueSet::of(&[Cue::Company, Cue::Pronoun]));
    (company && paid + 5 >= at && (number + 1..at).all(plain)).then_some(verb)
}

/// "Added $250 million to its stock repurchase program": the programme.
fn added(scene: &Scene<'_>, at: usize) -> Option<usize> {
    scene.left_past(at, FILLED).filter(|verb| scene.is_one_of(*verb, &["added", "adds", "adding", "add"]))?;
    let to = scene.right(at).filter(|to| scene.has(*to, Cue::To))?;
    (to + 1..to + 7).find(|place| scene.metric(*place).is_some_and(|metric| metric.key() == "share_repurchases"))
}

/// "Has $316 million left to repurchase more shares": the word that says so.
fn is_left(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let left =
        scene.right(at).filter(|left| scene.is_one_of(*left, &["left", "remaining", "remained", "available"]))?;
    let bought = |place: usize| {
        let named = scene.metric(place).is_some_and(|metric| metric.key() == "share_repurchases");
        named || scene.is_one_of(place, BUYS)
    };
    (left + 1..left + 6).any(bought).then_some(left)
}

/// Whether the sum at `at`, told of by the word at `subject`, is what may still be bought for.
pub(super) fn is_to_come(scene: &Scene<'_>, at: usize, subject: Option<usize>) -> bool {
    subject.is_some_and(|subject| match subject > at {
        true => is_left(scene, at) == Some(subject),
        false => is_announced(scene, at, subject),
    })
}

/// "Announced a share buyback of $750 million": what is still to be bought.
fn is_announced(scene: &Scene<'_>, at: usize, subject: usize) -> bool {
    const ANNOUNCES: [&str; 12] = [
        "announced", "announces", "announcing", "launched", "launches", "launching", "unveiled", "unveils", "approved",
        "authorised", "authorized", "proposed",
    ];
    const DONE: [&str; 3] = ["completed", "finished", "concluded"];
    let bought = scene.metric(subject).is_some_and(|metric| metric.key() == "share_repurchases");
    let of = bought
        && scene.left_past(at, CueSet::of(&[Cue::Determiner, Cue::Filler])).is_some_and(|of| scene.has(of, Cue::Of));
    let said = |list: &[&str]| (scene.clause_start(at)..subject).any(|place| scene.is_one_of(place, list));
    of && said(&ANNOUNCES) && !said(&DONE)
}

#[cfg(test)]
mod tests {
    use crate::parser::linker::shown;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        shown::check(text, |fact| fact.role.name(), expected);
    }

    #[test]
    fn a_company_buys_its_own_shares() {
        check("Acme will buy $2 billion of its own stock.", "share_repurchases guidance $2 billion");
        check("Acme bought up to $2 billion in its common stock.", "share_repurchases actual $2 billion");
        check("Acme will buy $2 billion of stock in Emca Ltd.", "");
        check("Acme announced a share buyback of $750 million.", "share_repurchases guidance $750 million");
        check("Acme announced it completed a share buyback of $750 million.", "share_repurchases actual $750 million");
        check(
            "The company bought 7.2 million shares for a total of $247.7 million.",
            "share_repurchases actual $247.7 million",
        );
        check("The company bought 7.2 million shares of Emca Corp. for a total of $247.7 million.", "");
    }

    #[test]
    fn a_programme_grows_and_is_used_up() {
        check(
            "The board added $250 million to the company's stock repurchase program.",
            "share_repurchases guidance $250 million",
        );
        check("It has $316 million left to repurchase more shares.", "share_repurchases guidance $316 million");
        check("It has $316 million left in the bank.", "");
    }
}
