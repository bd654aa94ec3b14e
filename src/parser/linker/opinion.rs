//! Whether analysts speak: they are the subject of the words, a broker is, or the sentence says so behind a quotation.

use crate::parser::linker::scene::Scene;
use crate::parser::vocabulary::cues::{Cue, CueSet};

/// Between who speaks and the verb, or the verb and who speaks, stand so many words at most.
const REACH: usize = 12;

/// Whether analysts are the subject of the words at `place`: they stand before, in the same statement, nearer than the
/// company does.
pub(super) fn after_analysts(scene: &Scene<'_>, place: usize) -> bool {
    if !scene.has_any(CueSet::of(&[Cue::Analyst])) {
        return false;
    }
    let start = scene.clause_start(place + 1);
    if is_aside_on_analysts(scene, start, place) {
        return true;
    }
    for near in (start..=place).rev() {
        let cues = scene.cues(near);
        if cues.has(Cue::Analyst) && !is_addressed(scene, near) {
            return true;
        }
        let spoken_of = near
            .checked_sub(1)
            .is_some_and(|before| scene.cues(before).meets(CueSet::of(&[Cue::Expect, Cue::Determiner])));
        if cues.has(Cue::Say) {
            return says(scene, start, near) || opens_with_analysts(scene, start, near);
        }
        if (scene.company(near).is_some() && !spoken_of) || cues.has(Cue::Quantity) {
            return opens_with_analysts(scene, start, near);
        }
    }
    false
}

/// "Analysts, whose estimates discount items, were looking for": whether what begins at `start` is an aside that ends before `place`.
fn is_aside_on_analysts(scene: &Scene<'_>, start: usize, place: usize) -> bool {
    let relative = start.checked_sub(1).filter(|relative| scene.is_one_of(*relative, &["whose", "who"]));
    let comma = relative.and_then(|relative| scene.left(relative)).filter(|comma| scene.symbol(*comma) == Some(','));
    let analysts = comma.and_then(|comma| scene.left(comma)).is_some_and(|before| scene.has(before, Cue::Analyst));
    analysts && (start..place).any(|end| scene.symbol(end) == Some(','))
}

/// "Told analysts that it expects": to whom the company speaks; but not "to be in line with analysts' estimates".
fn is_addressed(scene: &Scene<'_>, analysts: usize) -> bool {
    let theirs = scene.right(analysts).is_some_and(|noun| scene.has(noun, Cue::EstimateNoun));
    let before = scene.left_past(analysts, CueSet::of(&[Cue::Determiner, Cue::Filler])).filter(|_| !theirs);
    before.is_some_and(|before| {
        scene.cues(before).meets(CueSet::of(&[Cue::To, Cue::With])) || scene.is_one_of(before, &["told", "tells"])
    })
}

/// "Emca analyst John Roe said he expects": who says it is an analyst.
fn says(scene: &Scene<'_>, start: usize, say: usize) -> bool {
    const STOPS: CueSet = CueSet::of(&[Cue::Quantity, Cue::Metric, Cue::Pronoun, Cue::Say]);
    let near = (start.max(say.saturating_sub(REACH))..say).rev();
    let mut named = near.take_while(|place| !scene.cues(*place).meets(STOPS));
    named.any(|place| scene.has(place, Cue::Analyst) && !is_addressed(scene, place))
}

/// "According to analysts' forecasts, Acme will report": they speak, though the company is the subject.
fn opens_with_analysts(scene: &Scene<'_>, start: usize, subject: usize) -> bool {
    let first = (start..subject).find(|place| !scene.is_mark(*place));
    let accords = first.is_some_and(|first| scene.has(first, Cue::Say));
    let named = (start..subject).take(6).take_while(|place| scene.symbol(*place) != Some(','));
    accords && named.into_iter().any(|place| scene.has(place, Cue::Analyst))
}

/// "'We expect revenue of $4 billion,' said Jane Doe, an analyst at Emca": the one who is quoted, behind the figure at
/// `at`.
pub(super) fn is_quoted(scene: &Scene<'_>, at: usize) -> bool {
    const NAMES: CueSet = CueSet::of(&[Cue::Plain, Cue::Company, Cue::Determiner, Cue::SegmentNoun, Cue::At, Cue::Of]);
    if !scene.has_any(CueSet::of(&[Cue::Analyst])) {
        return false;
    }
    let closes = |place: &usize| matches!(scene.symbol(*place), Some('"' | '”'));
    let quote = (at + 1..scene.tokens().len()).find(closes);
    let say = quote.and_then(|quote| scene.right(quote)).filter(|say| scene.has(*say, Cue::Say));
    let Some(say) = say.filter(|say| !scene.is_one_of(*say, &["told", "tells"])) else { return false };
    let named = (say + 1..say + REACH).take_while(|place| {
        let cues = scene.cues(*place);
        cues.meets(NAMES.with(CueSet::of(&[Cue::Analyst])))
            || scene.symbol(*place) == Some(',')
            || scene.is_mark(*place)
    });
    named.into_iter().any(|place| scene.has(place, Cue::Analyst))
}

/// "Emca cut its outlook for Acme's earnings": whether the noun at `place` is of a company that is not the one who does it.
pub(super) fn is_of_another(scene: &Scene<'_>, place: usize) -> bool {
    const NOUNS: CueSet = CueSet::of(&[Cue::GuideNoun, Cue::EstimateNoun]);
    const PASSED: CueSet = CueSet::of(&[Cue::Determiner, Cue::Filler]);
    if !scene.cues(place).meets(NOUNS) || !scene.has_any(CueSet::of(&[Cue::Company])) {
        return false;
    }
    let lead = scene.right(place).filter(|lead| scene.cues(*lead).meets(CueSet::of(&[Cue::For, Cue::Of, Cue::On])));
    let whose = lead.and_then(|lead| scene.right_past(lead, PASSED)).and_then(|next| scene.company(next));
    let start = scene.clause_start(place);
    let Some(first) = (start..place).find(|place| !scene.is_mark(*place) && !scene.has(*place, Cue::Determiner)) else {
        return false;
    };
    let named = scene.token(first).is_some_and(|token| token.capital)
        && scene.cues(first).meets(CueSet::of(&[Cue::Plain, Cue::Company, Cue::Analyst]));
    let itself = |whose| (start..place).any(|near| scene.company(near) == Some(whose));
    named && whose.is_some_and(|whose| !itself(whose))
}

/// "Emca Securities had estimated revenue at $5 billion", "Roe expects a profit of $2 billion": whether a broker, or one who was
/// called an analyst before, does what the verb at `place` says.
pub(super) fn is_of_broker(scene: &Scene<'_>, place: usize) -> bool {
    const BROKERS: [&str; 5] = ["securities", "research", "brokerage", "broking", "equities"];
    let name = scene.left_past(place, CueSet::of(&[Cue::Filler, Cue::Be]));
    name.is_some_and(|name| {
        let words = scene.token(name).filter(|token| token.capital).map_or("", |token| token.span.of(scene.text));
        let last = words.rsplit(' ').next().unwrap_or_default();
        BROKERS.iter().any(|broker| last.eq_ignore_ascii_case(broker)) || is_called_analyst(scene, name)
    })
}

/// Whether the text before the sentence says of a name: "analyst John Roe", "Roe, an analyst at Emca".
fn is_called_analyst(scene: &Scene<'_>, name: usize) -> bool {
    let surname = scene.token(name).filter(|token| token.capital && token.cues == CueSet::of(&[Cue::Plain]));
    let surname = surname.map_or("", |token| token.span.of(scene.text));
    let before = scene.text.get(..scene.sentence.span.start).unwrap_or_default();
    if surname.len() < 3 || scene.company(name).is_some() {
        return false;
    }
    before.match_indices(surname).any(|(at, _)| {
        let (lead, behind) = (before.get(..at), before.get(at + surname.len()..));
        let called = lead.and_then(|lead| lead.split_whitespace().rev().nth(1));
        let is_analyst = |word: &str| word.trim_end_matches(',').eq_ignore_ascii_case("analyst");
        let aside = behind.and_then(|behind| behind.strip_prefix(", ")).unwrap_or_default();
        called.is_some_and(is_analyst) || aside.split_whitespace().take(3).any(is_analyst)
    })
}

#[cfg(test)]
mod tests {
    use crate::model::Document;
    use crate::parser::linker::shown;

    /// Reads the text behind a sentence that tells whose results it is on.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let text = format!("Acme Corp. (NYSE: ACM) reported its results on Thursday. {text}");
        shown::check(&text, |fact| fact.role.name(), expected);
    }

    #[test]
    fn analysts_may_speak_of_the_company() {
        check(
            "According to analysts' forecasts, Acme Corp. (NYSE: ACM) will report profits of $9.4bn.",
            "net_income estimate $9.4bn",
        );
        check(
            "A separate analyst forecast had put Acme Corp.'s expected profit at $1.2 billion.",
            "net_income estimate $1.2 billion",
        );
    }

    #[test]
    fn analysts_are_told_of_by_their_house() {
        check("JPMorgan expects revenue of $5.2 billion for the quarter.", "revenue estimate $5.2 billion");
        check("Stifel lifted its 2025 EPS forecast to $2.10 from $2.05.", "eps estimate $2.10, eps estimate $2.05");
        check(
            "Emca Partners has cut its outlook for Acme's earnings per share to $2.10 from $2.30.",
            "eps estimate $2.10, eps estimate $2.30",
        );
        check("Emca Securities had estimated revenue at $5 billion.", "revenue estimate $5 billion");
        check("Acme raised its outlook for EPS to $2.10.", "eps guidance $2.10");
        check(
            "Analysts expect revenue of $5.2 billion, up from $4.8 billion a year earlier.",
            "revenue estimate $5.2 billion, revenue actual $4.8 billion",
        );
    }

    #[test]
    fn an_aside_may_part_analysts_from_what_they_expect() {
        check(
            "Analysts, whose estimates discount items, were looking for profit of $4 million.",
            "net_income estimate $4 million",
        );
    }

    #[test]
    fn a_house_speaks_of_itself_in_a_text_on_its_results() {
        let text =
            "Stifel Financial Corp. (NYSE: SF) earned $5 billion. Stifel expects revenue of $6 billion this year.";
        let report = crate::analyze(&Document::new("x", text));
        let roles: Vec<_> = report.facts.iter().map(|fact| fact.role.name()).collect();
        assert_eq!(roles, ["actual", "guidance"]);
    }

    #[test]
    fn an_analyst_keeps_the_surname() {
        let check = |text: &str, expected: &str| shown::check(text, |fact| fact.role.name(), expected);
        check(
            "Margins may fall, said Jane Miller, an oil analyst at Emca. Miller expects revenue of $5 billion.",
            "revenue estimate $5 billion",
        );
        check(
            "Emca analyst Jane Miller was glad. Miller had expected revenue of $5 billion.",
            "revenue estimate $5 billion",
        );
        check(
            "Chief executive Jane Miller was glad. Miller expects revenue of $5 billion.",
            "revenue guidance $5 billion",
        );
    }

    #[test]
    fn who_speaks_is_an_analyst() {
        check("Emca analyst John Roe said he expects the company to earn $4.25 a share in 1987.", "eps estimate $4.25");
        check("\"I expect earnings of $4.10 a share,\" said Jane Doe, an analyst at Emca.", "eps estimate $4.10");
        check("The company told analysts it expects revenue of $5.2 billion.", "revenue guidance $5.2 billion");
        check("\"We expect revenue of $5 billion,\" the company told analysts.", "revenue guidance $5 billion");
    }
}
