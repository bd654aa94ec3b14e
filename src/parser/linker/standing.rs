//! The role of a quantity: reported, expected by analysts, guided, or guided before. A phrase right around it decides
//! first; else the nearest words to its left that say who speaks and of what time.

use crate::model::{Action, Bound, PeriodSpan, Role};
use crate::parser::lexer::period::PeriodExpr;
use crate::parser::lexer::token::Token;
use crate::parser::linker::opinion::{self, after_analysts};
use crate::parser::linker::pattern::Extent;
use crate::parser::linker::patterns;
use crate::parser::linker::scene::Scene;
use crate::parser::linker::slot::{Lead, Slot};
use crate::parser::linker::when;
use crate::parser::vocabulary::cues::{Cue, CueSet};

/// The role of a quantity, and what told it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Standing {
    pub(super) role: Role,
    /// Whether it is something that a board authorised, for no period.
    pub(super) declared: bool,
    /// Whether words of this sentence told it, or nothing did.
    pub(super) told: bool,
    /// The words that did, where a phrase right around the quantity told it.
    pub(super) extent: Option<Extent>,
    /// The name of the rule.
    pub(super) rule: &'static str,
}

/// Reads the role. `taken` are the places that phrases around earlier quantities took: they say nothing of this one.
pub(super) fn read(scene: &Scene<'_>, at: usize, slot: &Slot, taken: &[Extent], fallback: Role) -> Standing {
    if let Some((pattern, extent)) = patterns::find(scene, at) {
        return Standing {
            role: pattern.role,
            declared: false,
            told: true,
            extent: Some((at, extent.1)),
            rule: pattern.name,
        };
    }
    let (role, rule) = mode(scene, at, taken).map_or((fallback, "nothing says otherwise"), |role| (role, "who speaks"));
    let told = rule == "who speaks";
    let role = match (role, slot.lead) {
        (Role::Guidance, Lead::From | Lead::Versus) if is_base(scene, at, slot) => base_of_guidance(scene, at),
        (Role::Guidance, Lead::Against) => Role::Actual,
        (Role::Estimate, Lead::Versus | Lead::From | Lead::Against) if !is_estimate_clause(scene, at) => Role::Actual,
        (Role::Guidance, _) if is_labelled_prior(scene, at) => Role::PriorGuidance,
        (Role::Estimate, _) if is_own_range(scene, at) => Role::Guidance,
        _ => role,
    };
    let declared = scene.has_any(CueSet::of(&[Cue::Declared]))
        && (scene.clause_start(at)..at).any(|place| scene.has(place, Cue::Declared) && scene.has(place, Cue::Guide));
    Standing { role, declared, told, extent: None, rule }
}

/// "A $500 million share repurchase program": the size of a programme, which is a plan until it is completed.
pub(super) fn is_programme(scene: &Scene<'_>, at: usize, subject: Option<usize>) -> bool {
    let is_one_of = |word: &str, list: &[&str]| list.iter().any(|known| word.eq_ignore_ascii_case(known));
    let named = subject.filter(|subject| *subject > at).map(|subject| scene.words(subject).rsplit([' ', '-']).next());
    let programme = named
        .flatten()
        .is_some_and(|last| is_one_of(last, &["program", "programme", "authorization", "authorisation", "plan"]));
    programme
        && !(scene.clause_start(at)..at)
            .any(|place| is_one_of(scene.words(place), &["completed", "completes", "expired"]))
}

/// Whether the quantity is what another is set against, rather than the low end of a range.
fn is_base(scene: &Scene<'_>, at: usize, slot: &Slot) -> bool {
    let range = scene.quantity(at).is_some_and(|mention| mention.quantity.bound() == Bound::Range);
    slot.lead == Lead::Versus || range || (0..at).any(|place| scene.quantity(place).is_some())
}

/// "Raised its forecast to $8.15 billion from $7.65 billion" is prior guidance; "up from $39 billion in 2024" is not.
fn base_of_guidance(scene: &Scene<'_>, at: usize) -> Role {
    let start = scene.clause_start(at);
    let dated = (at + 1..scene.clause_end(at).min(at + 6)).any(|place| scene.period(place).is_some());
    let revised = (start..at).any(|place| {
        scene.cues(place).meets(CueSet::of(&[Cue::Raise, Cue::Lower, Cue::Narrow])) && !scene.has(place, Cue::Past)
    });
    let guided = (start..at).any(|place| scene.has(place, Cue::GuideNoun));
    if revised && guided && !dated { Role::PriorGuidance } else { Role::Actual }
}

/// Whether analysts are spoken of before the figure at `at`, or a forecast of theirs was lifted or cut from it.
fn is_estimate_clause(scene: &Scene<'_>, at: usize) -> bool {
    let start = scene.clause_start(at);
    let told = (start..at).any(|place| scene.cues(place).has(Cue::Analyst) && !scene.is_break(place));
    told || is_revised(scene, at)
}

/// "Lowered its earnings estimate to $3.10 from $3.50": whether a forecast was lifted or cut, with the new one between.
fn is_revised(scene: &Scene<'_>, at: usize) -> bool {
    const NOUNS: CueSet = CueSet::of(&[Cue::GuideNoun, Cue::EstimateNoun]);
    let start = scene.clause_start(at);
    let revised = (start..at).find(|place| scene.cues(*place).meets(CueSet::of(&[Cue::Raise, Cue::Lower])));
    revised.is_some_and(|verb| (verb..at).any(|place| scene.cues(place).meets(NOUNS)))
}

/// "Growth is expected to be near the top end of its 6-8% guidance range".
fn is_own_range(scene: &Scene<'_>, at: usize) -> bool {
    let its = scene.left_past(at, CueSet::of(&[Cue::Filler])).is_some_and(|its| scene.has(its, Cue::Pronoun));
    its && scene.right(at).is_some_and(|range| scene.has(range, Cue::GuideNoun))
}

/// "Revenue of $3.1 billion (prior: $3 billion)".
fn is_labelled_prior(scene: &Scene<'_>, at: usize) -> bool {
    let colon = scene.left(at).filter(|colon| scene.symbol(*colon) == Some(':'));
    let word = colon.and_then(|colon| scene.left(colon)).filter(|word| scene.has(*word, Cue::Prior));
    word.and_then(|word| scene.left(word)).is_some_and(|open| scene.symbol(open) == Some('('))
}

/// The place of the opening bracket that belongs to the closing one at `close`; its own where there is none.
fn past_bracket(scene: &Scene<'_>, close: usize) -> usize {
    if scene.symbol(close) != Some(')') {
        return close;
    }
    (0..close).rev().find(|place| scene.symbol(*place) == Some('(')).unwrap_or(close)
}

/// The role that the nearest telling words on the left give.
fn mode(scene: &Scene<'_>, at: usize, taken: &[Extent]) -> Option<Role> {
    const AHEAD: CueSet = CueSet::of(&[Cue::Expect, Cue::Guide, Cue::GuideNoun, Cue::EstimateNoun, Cue::Will]);
    const NOW: CueSet = CueSet::of(&[Cue::Report, Cue::Past]);
    let mut place = if scene.has_any(AHEAD.with(NOW).with(CueSet::of(&[Cue::To]))) { at } else { 0 };
    while let Some(next) = scene.left(place) {
        if (next + 1..place).any(|item| scene.opens_item(item)) {
            return None;
        }
        // What a closed bracket tells is of the figures in it.
        place = past_bracket(scene, next);
        if taken.iter().any(|(first, last)| (*first..=*last).contains(&place)) {
            continue;
        }
        let cues = scene.cues(place);
        if cues.has(Cue::Metric) && !cues.meets(CueSet::of(&[Cue::Guide, Cue::GuideNoun, Cue::Report])) {
            continue;
        }
        if cues.meets(AHEAD) {
            if let Some(role) = looking_ahead(scene, place, at, cues) {
                return Some(role);
            }
        } else if is_to_report(scene, place) {
            return Some(Role::Guidance);
        } else if cues.meets(NOW) && !is_foreseen(scene, place) {
            return (!after_analysts(scene, place)).then_some(Role::Actual);
        }
    }
    None
}

/// Whether another clause begins here: "in line with estimates as profit rose".
fn is_as(scene: &Scene<'_>, place: usize) -> bool {
    scene.token(place).is_some_and(|token| token.span.of(scene.text) == "as")
}

fn is_implying(scene: &Scene<'_>, place: usize) -> bool {
    scene.token(place).is_some_and(|token| token.span.of(scene.text) == "implying")
}

/// "Earnings are seen slipping to": what the verb says is still to come.
fn is_foreseen(scene: &Scene<'_>, verb: usize) -> bool {
    scene.left(verb).is_some_and(|seen| scene.has(seen, Cue::Expect))
}

/// Behind one of these a "forecast" is no verb.
const BEFORE_NOUNS: CueSet = CueSet::of(&[
    Cue::Determiner,
    Cue::Prior,
    Cue::Adjusted,
    Cue::Metric,
    Cue::Beat,
    Cue::Miss,
    Cue::InLine,
    Cue::Versus,
    Cue::Analyst,
]);

/// Who looks ahead with the words at `place`: analysts, the company, or the company before. A noun that the figure is
/// not "of" ("in line with guidance, with revenue of $5 billion") says nothing.
fn looking_ahead(scene: &Scene<'_>, place: usize, at: usize, cues: CueSet) -> Option<Role> {
    const NOUNS: CueSet = CueSet::of(&[Cue::GuideNoun, Cue::EstimateNoun]);
    const VERBS: CueSet = CueSet::of(&[Cue::Guide, Cue::Expect, Cue::Will]);
    let near = |cue: CueSet, reach: usize| (place.saturating_sub(reach)..place).any(|near| scene.cues(near).meets(cue));
    let parted = (place + 1..at).any(|between| scene.quantity(between).is_some() || scene.metric(between).is_some());
    let listed = (place + 1..at).any(|between| scene.symbol(between) == Some(','));
    let verb = cues.meets(VERBS) && !(cues.meets(NOUNS) && near(BEFORE_NOUNS, 1));
    let compared = near(CueSet::of(&[Cue::Versus, Cue::Beat, Cue::Miss, Cue::InLine, Cue::From]), 5);
    // "Profit was $4 billion, implying a rise of 10%": of what was just said.
    if is_implying(scene, place) && scene.left(place).is_some_and(|comma| scene.symbol(comma) == Some(',')) {
        return None;
    }
    // "Results beat estimates with revenue growth of 12%".
    let beside = (place + 1..at).any(|between| scene.has(between, Cue::With) || is_as(scene, between));
    if !verb && compared && (beside || parted && listed) {
        return None;
    }
    // "The average estimate was for revenue of $5 billion".
    let noun = scene.left(place).map(|noun| scene.cues(noun)).unwrap_or_default();
    let estimated =
        verb && noun.has(Cue::EstimateNoun) && !noun.has(Cue::GuideNoun) && !near(CueSet::of(&[Cue::Pronoun]), 3);
    let theirs = estimated
        || after_analysts(scene, place)
        || opinion::is_quoted(scene, at)
        || opinion::is_of_another(scene, place);
    if theirs || verb && opinion::is_of_broker(scene, place) {
        return Some(Role::Estimate);
    }
    let named_by_month =
        |place: usize| is_of_month(scene, place) || scene.left(place).is_some_and(|noun| is_of_month(scene, noun));
    let said_before = || (scene.clause_start(place)..place).any(|month| when::others::is_of_saying(scene, month));
    let prior = near(CueSet::of(&[Cue::Prior]), 3) || cues.has(Cue::Prior) || named_by_month(place) || said_before();
    let revised = near(CueSet::of(&[Cue::Raise, Cue::Lower, Cue::Narrow]), 5);
    if prior && !revised {
        return (verb || !parted).then_some(Role::PriorGuidance);
    }
    if verb || cues.has(Cue::GuideNoun) {
        return Some(Role::Guidance);
    }
    let own = near(CueSet::of(&[Cue::Pronoun]), if near(CueSet::of(&[Cue::Analyst]), 4) { 2 } else { 4 });
    Some(if own { Role::Guidance } else { Role::Estimate })
}

/// "Its November forecast": one of before.
fn is_of_month(scene: &Scene<'_>, noun: usize) -> bool {
    let noun = Some(noun).filter(|noun| scene.has(*noun, Cue::GuideNoun));
    let month = noun.and_then(|noun| scene.left(noun)).and_then(|month| scene.period(month));
    matches!(month, Some(PeriodExpr::Part { span: PeriodSpan::Month(_), .. }))
}

/// "Acme to post a loss": a headline on what is to come.
fn is_to_report(scene: &Scene<'_>, to: usize) -> bool {
    const VERBS: [&str; 4] = ["post", "report", "book", "lose"];
    if !scene.has(to, Cue::To) {
        return false;
    }
    let first = (0..to).find(|place| !scene.is_mark(*place));
    let verb = scene.right(to).and_then(|verb| scene.token(verb)).map_or("", |token| token.span.of(scene.text));
    let opens = first.is_some_and(|first| scene.company(first).is_some() && scene.left(to) == Some(first));
    opens && VERBS.iter().any(|known| verb.eq_ignore_ascii_case(known))
}

/// What the company did with its guidance: told by the words of the statement around `at`, or by the headline where
/// the statement says "now expects".
pub(super) fn action(scene: &Scene<'_>, at: usize, headline: Option<Action>, list: Option<Role>) -> Option<Action> {
    let now = || {
        let start = scene.clause_start(at);
        (start..at).any(|place| scene.token(place).is_some_and(|token| begins_with_now(token.span.of(scene.text))))
    };
    told_action(scene, at).or_else(|| headline.filter(|_| list == Some(Role::Guidance) || now()))
}

fn begins_with_now(words: &str) -> bool {
    words.get(..3).is_some_and(|now| now.eq_ignore_ascii_case("now")) && words.get(3..4).is_none_or(|next| next == " ")
}

/// The revision that a line without figures announces: "raises full-year forecast".
pub(super) fn announced(tokens: &[Token]) -> Option<Action> {
    let verb = |token: &Token| ACTIONS.iter().find(|(cue, _)| token.cues.has(*cue)).map(|(_, action)| *action);
    let guided = |from: usize| tokens.iter().skip(from + 1).take(7).any(|token| token.cues.has(Cue::GuideNoun));
    let found = tokens.iter().enumerate().filter_map(|(at, token)| verb(token).filter(|_| guided(at)));
    let mut found = found.filter(|action| *action != Action::Issued);
    found.next().filter(|first| found.all(|other| other == *first))
}

const ACTIONS: [(Cue, Action); 6] = [
    (Cue::Reaffirm, Action::Reaffirmed),
    (Cue::Raise, Action::Raised),
    (Cue::Lower, Action::Lowered),
    (Cue::Narrow, Action::Narrowed),
    (Cue::Withdraw, Action::Withdrawn),
    (Cue::Issue, Action::Issued),
];

fn told_action(scene: &Scene<'_>, at: usize) -> Option<Action> {
    let moved = (at + 1..scene.clause_end(at).min(at + 12))
        .find(|place| scene.has(*place, Cue::Versus) && (place + 1..place + 6).any(|near| scene.has(near, Cue::Prior)));
    match moved.map(|place| scene.cues(place)) {
        Some(cues) if cues.has(Cue::Rise) => return Some(Action::Raised),
        Some(cues) if cues.has(Cue::Fall) => return Some(Action::Lowered),
        Some(_) | None => {}
    }
    let unchanged = (at + 1..scene.clause_end(at)).take_while(|place| scene.quantity(*place).is_none());
    if unchanged.clone().any(|place| scene.token(place).is_some_and(|token| token.span.of(scene.text) == "unchanged")) {
        return Some(Action::Reaffirmed);
    }
    let (mut guided, mut revised) = (false, false);
    for place in (scene.clause_start(at)..at).rev() {
        let cues = scene.cues(place);
        let change_of_metric =
            cues.meets(CueSet::of(&[Cue::Past, Cue::Base])) && cues.meets(CueSet::of(&[Cue::Rise, Cue::Fall]));
        let verb = ACTIONS.iter().find(|(cue, _)| cues.has(*cue) && !(change_of_metric && *cue != Cue::Narrow));
        match verb {
            Some((Cue::Reaffirm, action)) => return Some(*action),
            Some((_, action)) if guided && !revised => return Some(*action),
            _ => {}
        }
        guided |= cues.meets(CueSet::of(&[Cue::GuideNoun, Cue::Guide, Cue::Spend]));
        revised |= cues.has(Cue::Prior);
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::model::Document;
    use crate::parser::linker::shown;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        shown::check(text, |fact| fact.role.name(), expected);
    }

    #[test]
    fn what_it_will_exceed_of_last_year_is_a_result() {
        check("Acme expects revenue to exceed last year's $500 million.", "revenue actual $500 million");
        check("We expect revenue growth within our target range of 5% to 7%.", "revenue guidance 5% to 7%");
    }

    #[test]
    fn what_was_beaten_says_nothing_of_what_beat_it() {
        check("Acme beat forecasts with revenue of $5 billion.", "revenue actual $5 billion");
        check("Acme topped Wall Street forecasts with earnings of 50 cents a share.", "eps actual 50 cents");
        check("Acme rose on results that beat estimates with 12% revenue growth.", "revenue actual 12%");
        check("The company forecasts revenue of $5 billion.", "revenue guidance $5 billion");
        check("Results were in line with estimates as profit rose to $5 billion.", "net_income actual $5 billion");
        check("Profit was $5 billion, implying a rise of 10%.", "net_income actual $5 billion, net_income actual 10%");
    }

    #[test]
    fn what_a_bracket_tells_ends_with_it() {
        check(
            "Its forecast has revenue of $7 million (consensus: $6 million) and EPS of $0.80 (prior: $0.75).",
            "revenue guidance $7 million, revenue estimate $6 million, eps guidance $0.80, eps prior_guidance $0.75",
        );
    }

    #[test]
    fn a_headline_looks_ahead() {
        let text = "Acme Corp. to post $3 billion annual loss";
        check(text, "net_income guidance $3 billion");
        check("Acme Corp. swung to post a loss of $3 million.", "net_income actual $3 million");
    }

    #[test]
    fn estimates_that_were_missed_are_a_noun() {
        check(
            "It earned $1.05 per share, missing estimates by 4 cents, on revenue of $2.31 billion.",
            "eps actual $1.05, eps actual 4 cents, revenue actual $2.31 billion",
        );
    }

    #[test]
    fn a_target_by_the_share_is_no_guidance() {
        check("The broker raised its target to $24 from $22 per share.", "");
        check("It gave guidance of $4 to $5 per share.", "eps guidance $4 to $5");
    }

    #[test]
    fn each_item_of_a_list_in_one_line_stands_alone() {
        check(
            "Acme results: -EPS (Q2): $1.60 vs. $2.86 last year. -Analyst Estimates: $3.14 -Revenue (Q2): $3.10 Bln vs. \
             $2.99 Bln last year.",
            "eps actual $1.60, eps actual $2.86, eps estimate $3.14, revenue actual $3.10 Bln, revenue actual $2.99 Bln",
        );
    }

    #[test]
    fn what_is_seen_is_still_to_come() {
        check("Operating earnings are seen slipping to $140 million.", "operating_income guidance $140 million");
        check("Growth is seen as strong, and profit rose to $5 million.", "net_income actual $5 million");
    }

    #[test]
    fn a_forecast_of_a_month_is_one_of_before() {
        check(
            "It forecast a profit of $2.5 billion. Its November forecast called for a profit of $2.1 billion.",
            "net_income guidance $2.5 billion, net_income prior_guidance $2.1 billion",
        );
        check(
            "The company said in August it was expecting a profit of $4 million.",
            "net_income prior_guidance $4 million",
        );
    }

    #[test]
    fn what_was_reported_before_is_a_result_of_the_same_time() {
        let text = "Profit for 2003 was $434 million, compared to the previously reported $732 million.";
        check(text, "net_income actual $434 million, net_income actual $732 million");
        let report = crate::analyze(&Document::new("x", text));
        let periods: Vec<_> = report.facts.iter().filter_map(|fact| fact.period).map(|at| at.to_string()).collect();
        assert_eq!(periods, ["2003-FY", "2003-FY"]);
    }

    #[test]
    fn jobs_being_cut_are_a_plan() {
        check("It said it is cutting 10,000 jobs.", "headcount guidance 10,000");
        check("It cut 10,000 jobs.", "headcount actual 10,000");
        check("Costs fell after cutting 10,000 jobs.", "headcount actual 10,000");
    }
}
