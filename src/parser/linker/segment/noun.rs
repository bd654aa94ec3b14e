//! The noun of a part: "unit", "private bank", and what only looks like one.

use crate::model::{MetricUnit, Span};
use crate::parser::linker::scene::Scene;
use crate::parser::linker::segment::is_word;
use crate::parser::vocabulary::cues::{Cue, CueSet};
use crate::parser::vocabulary::headings::{GREATEST, SORTS};

/// "Its investment unit": the one word of topics that says which.
pub(super) fn topic(scene: &Scene<'_>, noun: usize) -> Option<usize> {
    const OWNERS: CueSet = CueSet::of(&[Cue::Determiner, Cue::Pronoun, Cue::Company]);
    let word = scene.left(noun).filter(|word| word + 1 == noun)?;
    let which = scene.cues(word).meets(CueSet::of(&[Cue::Block, Cue::Spend])) || is_inner_bank(scene, noun);
    let owned = scene.left(word).is_some_and(|owner| scene.cues(owner).meets(OWNERS));
    (which && owned && scene.metric(word).is_none()).then_some(word)
}

/// "Its financial services arm", "the trucks segment": a word that is elsewhere a part or a unit by itself, and here says which part
/// the noun behind it is of.
pub(super) fn tells_which(scene: &Scene<'_>, place: usize) -> bool {
    const NOUNS: [&str; 8] = ["segment", "division", "unit", "arm", "business", "operation", "subsidiary", "wing"];
    let counted = scene.metric(place).is_some_and(|metric| metric.row().unit == MetricUnit::Count);
    let far = scene.has(place + 1, Cue::SegmentNoun) && is_word(scene, place + 2, &NOUNS);
    (scene.has(place, Cue::SegmentNoun) || counted) && (is_word(scene, place + 1, &NOUNS) || far)
}

/// Whether a noun only describes the word behind it.
pub(super) fn modifies(scene: &Scene<'_>, noun: usize) -> bool {
    scene.has(noun + 1, Cue::Plain) && !is_word(scene, noun + 1, &["swung", "swings"])
}

/// "The business year to March": no business of the company.
pub(super) fn is_business_year(scene: &Scene<'_>, noun: usize) -> bool {
    is_word(scene, noun, &["business"]) && scene.period(noun + 1).is_some()
}

/// "Acme's investment bank", "its private bank": a bank within a bank.
pub(super) fn is_inner_bank(scene: &Scene<'_>, bank: usize) -> bool {
    let kind = scene.left(bank).filter(|kind| is_word(scene, bank, &["bank"]) && is_word(scene, *kind, BANKS));
    let owner = kind.and_then(|kind| scene.left(kind));
    owner.is_some_and(|owner| scene.company(owner).is_some() || is_word(scene, owner, &["its", "their", "our"]))
}

/// What they are called by.
const BANKS: &[&str] = &["investment", "private", "retail", "corporate", "commercial", "wholesale", "consumer"];

/// "Europe's largest lender", "the chip giant": words that say what the company is.
pub(super) fn describes(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    is_word(scene, last, SORTS) && !is_inner_bank(scene, last)
        || (first..=last).any(|place| is_word(scene, place, GREATEST))
}

/// "Revenue from ongoing businesses": all of the company that stays with it.
pub(super) fn is_whole(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    let stays = is_word(scene, first, &["ongoing", "continuing", "existing", "retained"]);
    stays && is_word(scene, last, &["business", "businesses", "operations", "activities"])
}

/// "The unit's profit": a part that only the sentence before names.
pub(in crate::parser::linker) fn named_before(scene: &Scene<'_>, part: Span, before: Option<Span>) -> Span {
    let the = scene.tokens().iter().rposition(|token| token.span.end <= part.start);
    let again = the.is_some_and(|the| is_word(scene, the, &["the", "that", "this"]));
    let noun = ["unit", "division", "segment", "business", "arm", "brand", "wing"];
    let alone = noun.iter().any(|noun| part.of(scene.text).eq_ignore_ascii_case(noun));
    before.filter(|_| again && alone).unwrap_or(part)
}

#[cfg(test)]
mod tests {
    use crate::model::Document;

    /// The segment of each figure behind an opening that names the company.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let text = format!("Acme Corp. (NYSE: ACM) reported its results. {text}");
        let report = crate::analyze(&Document::new("x", text.as_str()));
        let found: Vec<_> = report.facts.iter().map(|fact| fact.segment.as_deref().unwrap_or("-")).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_bank_has_banks() {
        check("Profit at its private bank fell to $30 million.", &["private bank"]);
        check("Acme's investment bank swung to a profit of $30 million.", &["investment bank"]);
        check("The Swiss investment bank posted a profit of $30 million.", &["-"]);
    }

    #[test]
    fn a_unit_is_the_one_named_before() {
        check(
            "Its Homeware division had revenue of $9 million. The unit's operating profit was $2 million.",
            &["Homeware division", "Homeware division"],
        );
        check("Its investment unit had a profit of $9 million.", &["investment unit"]);
        check("Its global-banking division had a profit of $9 million.", &["global-banking division"]);
    }

    #[test]
    fn what_stays_is_the_whole() {
        check("Revenue from ongoing businesses fell to $9 million.", &["-"]);
        check("Revenue from ongoing operations fell to $9 million.", &["-"]);
        check("Revenue from European operations fell to $9 million.", &["European operations"]);
    }

    #[test]
    fn asides_name_no_part() {
        check(
            "Its Homeware division, which includes services for hotels, grew revenue to $9 million.",
            &["Homeware division"],
        );
        check(
            "The Homeware division - now counted as a discontinued operation - grew revenue to $9 million.",
            &["Homeware division"],
        );
    }
}
