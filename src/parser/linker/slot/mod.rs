//! The slot that a quantity stands in: what leads to it ("to", "from", "by"), and whether it is a level or a change.

mod change;

use crate::model::{Measure, Unit};
use crate::parser::linker::scene::Scene;
use crate::parser::vocabulary::cues::{Cue, CueSet};

/// What leads to a quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lead {
    /// "To $2.1 billion".
    To,
    /// "From $1.94 billion".
    From,
    /// "By 8%".
    By,
    /// "Rose 8%", "up 8%".
    Change,
    /// "Versus $1.48", "compared with".
    Versus,
    /// "Topping the $16.8 billion".
    Against,
    /// "Or $8.02 per share", "($39.45 billion)": the same figure in other words.
    Same,
    /// "And $1.95 billion".
    And,
    /// "Revenue of", "was", "at", ":".
    Plain,
}

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    Up,
    Down,
}

/// The slot of one quantity.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot {
    /// What leads to it.
    pub(super) lead: Lead,
    /// Where that stands; the quantity's own place where nothing leads.
    pub(super) lead_at: usize,
    /// Level or change, where the words around it say so.
    pub(super) measure: Option<Measure>,
    /// Up or down, for a change.
    pub(super) way: Option<Way>,
}

/// The slot of the quantity at `at`.
pub(super) fn read(scene: &Scene<'_>, at: usize) -> Slot {
    let (lead, lead_at) = lead(scene, at);
    let unit = scene.quantity(at).map(|q| q.quantity.unit());
    let percent = unit.is_some_and(is_percent);
    let change = change::read(scene, at, (lead, lead_at));
    let change = change.filter(|way| percent || *way != Some(Way::Down) || !falls_within(scene, at));
    let measure = match (change, lead) {
        (Some(_), _) => Some(Measure::Change),
        (None, Lead::To | Lead::From) => Some(Measure::Level),
        (None, _) if !percent => Some(Measure::Level),
        (None, _) => None,
    };
    Slot { lead, lead_at, measure, way: change.flatten() }
}

/// "Should fall in the range of $34 million to $36 million", "to fall between": an amount that lies there, and no decline.
fn falls_within(scene: &Scene<'_>, at: usize) -> bool {
    let text = |place: usize| scene.token(place).map(|token| token.span);
    let verb = (at.saturating_sub(7)..at).rev().find(|place| scene.has(*place, Cue::Fall));
    let Some((verb, amount)) = verb.and_then(text).zip(text(at)) else { return false };
    let fall = ["fall", "falls", "falling"].iter().any(|fall| verb.of(scene.text).eq_ignore_ascii_case(fall));
    let behind = scene.text.get(verb.end..amount.start).unwrap_or_default().trim_start();
    let lies = ["between", "within", "in the range", "in a range", "in our", "in its", "inside"];
    fall && lies.iter().any(|lies| behind.starts_with(lies))
}

/// Whether the unit is per cent, points or basis points.
pub(super) fn is_percent(unit: Unit) -> bool {
    matches!(unit, Unit::Percent | Unit::Points | Unit::BasisPoints)
}

const SKIP: CueSet = CueSet::of(&[Cue::Determiner, Cue::Filler, Cue::Adjusted, Cue::Gaap, Cue::Loss, Cue::Profit]);

fn lead(scene: &Scene<'_>, at: usize) -> (Lead, usize) {
    let Some(place) = scene.left_past(at, SKIP) else { return (Lead::Plain, at) };
    // "From the previous $529 million".
    let before = scene.left_past(place, SKIP).filter(|_| scene.cues(place) == CueSet::of(&[Cue::Prior]));
    let place = before.filter(|from| scene.cues(*from).meets(CueSet::of(&[Cue::From, Cue::Versus]))).unwrap_or(place);
    let cues = scene.cues(place);
    let found = |lead| (lead, place);
    match scene.symbol(place) {
        Some('(' | '/') => return found(Lead::Same),
        Some(_) => return (Lead::Plain, at),
        None => {}
    }
    if cues.has(Cue::Metric) {
        let against = scene.left_past(place, SKIP).filter(|_| cues.has(Cue::Loss) || cues.has(Cue::Profit));
        return match against.map(|before| (scene.cues(before), before)) {
            Some((before, at)) if before.has(Cue::Versus) => (Lead::Versus, at),
            Some((before, at)) if before.has(Cue::From) => (Lead::From, at),
            Some((before, at)) if before.has(Cue::To) => (Lead::To, at),
            _ => found(Lead::Plain),
        };
    }
    if cues.has(Cue::Of) || cues.has(Cue::For) || cues.has(Cue::At) || cues.has(Cue::In) {
        return through_noun(scene, at, place).unwrap_or(found(Lead::Plain));
    }
    if cues.has(Cue::Versus) {
        return found(Lead::Versus);
    }
    let range = scene.quantity(at).is_some_and(|q| q.quantity.bound() == crate::model::Bound::Range);
    if cues.has(Cue::From)
        && range
        && !scene.left(place).is_some_and(|before| is_change(scene.cues(before)))
        && scene.quantity(place.saturating_sub(1)).is_none()
        && !revised(scene, place)
        && !moves_on(scene, at)
    {
        return found(Lead::Plain);
    }
    let leads = [
        (Cue::To, Lead::To),
        (Cue::From, Lead::From),
        (Cue::By, Lead::By),
        (Cue::Or, Lead::Same),
        (Cue::And, Lead::And),
        (Cue::Be, Lead::Plain),
    ];
    if let Some((_, lead)) = leads.iter().find(|(cue, _)| cues.has(*cue)) {
        return found(*lead);
    }
    // "The dividend was hiked 10% to 25 cents".
    let hiked = revises(cues) && scene.quantity(at).is_some_and(|mention| is_percent(mention.quantity.unit()));
    if is_change(cues) && (cues.has(Cue::Base) || !cues.has(Cue::Noun)) || hiked && !cues.has(Cue::Noun) {
        return found(Lead::Change);
    }
    if cues.meets(CueSet::of(&[Cue::Beat, Cue::Miss, Cue::InLine])) {
        return found(Lead::Against);
    }
    found(Lead::Plain)
}

/// Whether what is left of `from` was lifted, cut or set beside another: then a range behind it is what stood before.
fn revised(scene: &Scene<'_>, from: usize) -> bool {
    (from.saturating_sub(8)..from).any(|place| scene.quantity(place).is_some())
}

/// "From $2.40 to $2.60 to $2.55 to $2.65": a range that another follows.
fn moves_on(scene: &Scene<'_>, at: usize) -> bool {
    let to = scene.right(at).filter(|next| scene.has(*next, Cue::To));
    to.and_then(|to| scene.right(to)).is_some_and(|next| scene.quantity(next).is_some())
}

/// "A 14 percent increase over earnings of $1.05": what a change is measured against.
fn is_increase_over(scene: &Scene<'_>, over: usize) -> bool {
    let noun = scene.left(over).map(|noun| scene.cues(noun)).unwrap_or_default();
    let word = scene.token(over).map_or("", |token| token.span.of(scene.text));
    word == "over" && noun.has(Cue::Noun) && noun.meets(CueSet::of(&[Cue::Rise, Cue::Fall]))
}

/// Stretches that a figure is the greatest of: "in more than three years".
const STRETCHES: [&str; 4] = ["years", "decade", "decades", "quarters"];

/// "From a profit of X", "versus expectations of X", "to a record of X": what leads to the noun leads to the quantity.
fn through_noun(scene: &Scene<'_>, at: usize, of: usize) -> Option<(Lead, usize)> {
    const NOUNS: CueSet = CueSet::of(&[
        Cue::Metric,
        Cue::EstimateNoun,
        Cue::GuideNoun,
        Cue::Analyst,
        Cue::Prior,
        Cue::Determiner,
        Cue::Filler,
        Cue::Adjusted,
        Cue::Gaap,
        Cue::Period,
        Cue::Company,
        Cue::Noun,
        Cue::Loss,
        Cue::Profit,
        Cue::Plain,
        Cue::Of,
        Cue::Organic,
    ]);
    let mut place = of;
    let mut earnings = false;
    for _ in 0..7 {
        place = scene.left(place)?;
        let cues = scene.cues(place);
        // "The highest profit in more than three years at X".
        if scene.token(place).is_some_and(|token| STRETCHES.contains(&token.span.of(scene.text))) {
            return None;
        }
        // "To a loss of X".
        if earnings && cues.has(Cue::To) {
            return Some((Lead::To, place));
        }
        earnings |= cues.has(Cue::Metric) && cues.meets(CueSet::of(&[Cue::Loss, Cue::Profit]));
        if cues.has(Cue::Versus) || is_increase_over(scene, place) {
            return Some((Lead::Versus, place));
        }
        if cues.has(Cue::From) {
            return Some((Lead::From, place));
        }
        if cues.meets(CueSet::of(&[Cue::Beat, Cue::Miss, Cue::InLine])) && place < at {
            return Some((Lead::Against, place));
        }
        // "With earnings and revenue of".
        let joins = cues.has(Cue::And)
            && [scene.left(place), scene.right(place)].into_iter().flatten().all(|noun| scene.metric(noun).is_some());
        if !(cues.meets(NOUNS) || joins) || cues.has(Cue::Be) {
            return None;
        }
    }
    None
}

/// Whether these cues are of a change.
pub(super) fn is_change(cues: CueSet) -> bool {
    cues.meets(CueSet::of(&[Cue::Rise, Cue::Fall]))
}

/// Whether these cues are of guidance that is lifted or cut.
fn revises(cues: CueSet) -> bool {
    cues.meets(CueSet::of(&[Cue::Raise, Cue::Lower]))
}

/// Whether these cues are of results above or below what was expected: "topped estimates by 5 cents".
fn beats(cues: CueSet) -> bool {
    cues.meets(CueSet::of(&[Cue::Beat, Cue::Miss]))
}

/// Up or down.
pub(super) fn way(cues: CueSet) -> Option<Way> {
    let up = cues.meets(CueSet::of(&[Cue::Rise, Cue::Raise, Cue::Beat]));
    let down = cues.meets(CueSet::of(&[Cue::Fall, Cue::Lower, Cue::Miss]));
    match (up, down) {
        (true, false) => Some(Way::Up),
        (false, true) => Some(Way::Down),
        (true, true) | (false, false) => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::parser::linker::shown;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        shown::check(text, |fact| fact.measure.name(), expected);
    }

    #[test]
    fn what_falls_in_a_range_lies_there() {
        check("Earnings should fall in the range of 34 cents to 36 cents a share.", "eps level 34 cents to 36 cents");
        check("Revenue will fall between $4 million and $6 million.", "revenue level $4 million and $6 million");
        check("Revenue will fall by $4 million to $6 million.", "revenue change $4 million to $6 million");
    }

    #[test]
    fn a_range_from_nothing_is_a_change() {
        check("It expects sales to be flat to down 3%.", "revenue change flat to down 3%");
        check("Profit should be unchanged to up 2 percent.", "net_income change unchanged to up 2 percent");
    }

    #[test]
    fn a_level_follows_the_amount_that_led_to_it() {
        let expected = "net_income change $8 million, net_income level $82 million";
        check("Higher costs reduced net income $8 million to $82 million.", expected);
        check("The strike depressed profits by $8 million to $82 million.", expected);
    }

    #[test]
    fn growth_alone_is_that_of_the_sentence_before() {
        let expected = "same_store_sales change 2.6%, same_store_sales change 3.4%";
        check("Comparable sales grew 2.6%. But the growth figure was 3.4% leaving out fuel.", expected);
        check("Comparable sales grew 2.6%. Excluding fuel, growth was 3.4%.", expected);
    }

    #[test]
    fn a_verb_goes_for_what_is_joined_to_its_subject() {
        check(
            "Profit rose 34 percent and revenue 36 percent.",
            "net_income change 34 percent, revenue change 36 percent",
        );
        check("Sales fell 4% and gross margin was 36%.", "revenue change 4%, gross_margin level 36%");
    }

    #[test]
    fn staff_come_and_go() {
        check("It brought on 3,650 new employees.", "headcount change 3,650");
        check("It laid off nearly 30,000 last year.", "headcount change 30,000");
        check(
            "It hired 3,650 new employees this year, 1,250 in the United States and 2,400 internationally.",
            "headcount change 3,650, headcount change 1,250, headcount change 2,400",
        );
        check("It laid off $30,000 worth of work.", "");
    }

    #[test]
    fn subscribers_come_and_go() {
        check("Net additions were 1.1 million.", "users change 1.1 million");
        check("Net subscriber additions fell 5 percent to 214,000.", "users change 5 percent, users change 214,000");
        check("It lost 200,000 subscribers.", "users change 200,000");
        check("It has 200,000 subscribers.", "users level 200,000");
        check(
            "It has 40 million users, a 35 million-user increase over a year ago.",
            "users level 40 million, users change 35 million",
        );
        check(
            "Subscriber additions were 7 million in the quarter. Analysts were expecting 4.8 million.",
            "users change 7 million, users change 4.8 million",
        );
    }

    #[test]
    fn growth_for_a_time_is_a_change() {
        check("Revenue growth for the year is expected to be 6-8%.", "revenue change 6-8%");
        check("Sales growth in the year is likely to be 4%.", "revenue change 4%");
    }

    #[test]
    fn rates_with_a_sign_are_changes() {
        check("Revenue +25% to $5 billion.", "revenue change +25%, revenue level $5 billion");
        check("Net profit -3% to $5 million.", "net_income change -3%, net_income level $5 million");
        check(
            "The dividend was hiked 10% to 25 cents.",
            "dividend_per_share change 10%, dividend_per_share level 25 cents",
        );
    }

    #[test]
    fn more_than_the_year_before_is_a_change() {
        check(
            "Sales were $5 million, 19 percent above the year-ago period.",
            "revenue level $5 million, revenue change 19 percent",
        );
        check("Sales rose to $5 million, or 8% more than last year.", "revenue level $5 million, revenue change 8%");
        check("There was a jump in domestic sales of 36 percent.", "revenue change 36 percent");
    }
}
