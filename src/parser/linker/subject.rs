//! Which metric a quantity is of: the one that it stands right before ("a 20% rise in profit"), else the subject of
//! its statement ("revenue rose 8% to $2.1 billion from $1.94 billion").

use crate::model::{Currency, Measure, Metric, MetricUnit, Quantity, Unit};
use crate::parser::lexer::quantity::{Form, QuantityMention};
use crate::parser::lexer::token::Token;
use crate::parser::linker::scene::{MODIFIERS, PREPOSITIONS, Scene};
use crate::parser::linker::slot::{Slot, is_change, is_percent};
use crate::parser::linker::{aside, cohort, other, series};
use crate::parser::vocabulary::cues::{Cue, CueSet};
use crate::parser::vocabulary::metrics;

/// A metric for a quantity, and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Subject {
    pub(super) metric: Metric,
    /// The token that names it; `None` where it is carried from an earlier sentence.
    pub(super) at: Option<usize>,
    /// Whether the words make the figure a loss.
    pub(super) loss: bool,
    /// The name of the rule.
    pub(super) rule: &'static str,
}

/// Why a quantity has no metric.
pub(super) type Reason = &'static str;

/// Why a profit or loss on one thing, or debt repaid, is no figure of the period.
pub(super) const OF_ANOTHER: Reason = "an amount of one thing, and no result of the period";

/// Why a figure of an industry or of rivals is none of the company.
pub(super) const OF_OTHERS: Reason = "of an industry or market, not of the company";

/// Why what a figure only includes has no metric.
pub(super) const OF_PART: Reason = "a part of it, and not named";

/// The metric that the quantity at `at` stands right before, if any.
pub(super) fn after(scene: &Scene<'_>, at: usize, slot: &Slot) -> Result<Option<Subject>, Reason> {
    let Some(mention) = scene.quantity(at) else { return Ok(None) };
    let percent = is_percent(mention.quantity.unit());
    let Some(mut place) = scene.right(at) else { return Ok(None) };
    // "Rs 432 croreMargin at 11%": the next item of a list whose line breaks were lost.
    let glued = scene.token(at).zip(scene.token(place)).is_some_and(|(one, next)| one.span.end == next.span.start);
    let runs_on = glued && scene.token(place).is_some_and(|token| token.capital);
    if runs_on || (at + 1..place).any(|dash| scene.is_dash(dash) || scene.opens_item(dash)) {
        return Ok(None);
    }
    let (mut led, mut change, mut plain) = (false, false, 0);
    let most = if matches!(mention.form, Form::Bare | Form::Scaled) { 5 } else { 3 };
    let filler = CueSet::of(&[Cue::Determiner, Cue::Filler]);
    let spent = scene.left_past(at, filler).is_some_and(|before| scene.has(before, Cue::Spend));
    if percent && scene.has(place, Cue::Of) && slot.measure != Some(Measure::Change) {
        return share_of_sales(scene, at, place).map(Some).ok_or("share of a whole");
    }
    for _ in 0..11 {
        let cues = scene.cues(place);
        if let Some(metric) = scene.metric(place) {
            let fits = fit(metric, mention, Currency::USD).is_some();
            let label = is_label(scene, place) && !change;
            let listed = percent && !change && !led && !followed_by_change(scene, place) && fit_level(metric).is_none();
            if fits && !label && !listed {
                return named_after(scene, at, (metric, place)).map(Some);
            }
            if !(cues.has(Cue::Noun) || cues.has(Cue::Filler)) {
                return Ok(None);
            }
        }
        if let Some(symbol) = scene.symbol(place) {
            match scene.closing(place).filter(|_| symbol == '(') {
                Some(closing) => {
                    let Some(next) = scene.right(closing) else { return Ok(None) };
                    place = next;
                    continue;
                }
                None => return Ok(None),
            }
        }
        let other =
            led && cues.has(Cue::Block) && !is_modifier(scene, place) && (plain == 0 || ends_phrase(scene, place));
        if other || is_of_another(scene, at, place) {
            return Err("about something that is no result");
        }
        if cues.has(Cue::In) || cues.has(Cue::Of) || (spent && cues.has(Cue::On)) || (change && cues.has(Cue::For)) {
            led = true;
        } else if is_change(cues) && (cues.has(Cue::Noun) || cues.has(Cue::Adverb)) {
            // "A 5% higher balance sheet total".
            change |= cues.has(Cue::Noun) || cues.has(Cue::Filler);
            plain = 0;
        } else if cues.has(Cue::Plain) || cues.has(Cue::SegmentNoun) || cues.has(Cue::Block) {
            plain += 1;
            if plain > if led || change { 5 } else { most } {
                return Ok(None);
            }
        } else if !cues.meets(MODIFIERS.with(CueSet::of(&[Cue::Company, Cue::Expect]))) {
            return Ok(None);
        }
        let Some(next) = scene.right(place) else { return Ok(None) };
        place = next;
    }
    Ok(None)
}

/// Whether no noun follows that the one at `place` could only describe.
fn ends_phrase(scene: &Scene<'_>, place: usize) -> bool {
    const NOUNS: CueSet = CueSet::of(&[Cue::Plain, Cue::Block, Cue::SegmentNoun, Cue::Metric, Cue::Noun, Cue::Filler]);
    scene.right(place).is_none_or(|next| !scene.cues(next).meets(NOUNS))
}

/// The metric at `place` as that of the figure at `at` before it.
fn named_after(scene: &Scene<'_>, at: usize, (metric, place): (Metric, usize)) -> Result<Subject, Reason> {
    if other::is_other(scene, place) || other::is_dealt_with(scene, metric, at) {
        return Err(OF_ANOTHER);
    }
    if other::is_of_others(scene, place, at) {
        return Err(OF_OTHERS);
    }
    Ok(Subject { metric, at: Some(place), loss: scene.has(place, Cue::Loss), rule: "figure before its metric" })
}

/// "A $0.02 benefit": money right before a thing that is no result.
fn is_of_another(scene: &Scene<'_>, at: usize, place: usize) -> bool {
    let money = scene.quantity(at).is_some_and(|mention| mention.form == Form::Money);
    money && scene.right(at) == Some(place) && scene.cues(place) == CueSet::of(&[Cue::Block])
}

/// "Adjusted EBITDA of $6 billion, or 65 percent of revenue": the margin of what stands before it.
fn share_of_sales(scene: &Scene<'_>, at: usize, of: usize) -> Option<Subject> {
    let whole = scene.right_past(of, WHOLE)?;
    scene.metric(whole).filter(|metric| metrics::by_key("revenue") == Some(*metric))?;
    // "An operating loss of $4 million, compared to a loss of $13 million, or 5% of revenue".
    let again = |place: usize| {
        let led = scene.left_past(place, CueSet::of(&[Cue::Determiner, Cue::Filler]));
        let plain = scene.token(place).is_some_and(|token| !token.span.of(scene.text).contains(' '));
        plain && led.is_some_and(|before| scene.has(before, Cue::Versus))
    };
    let named = |place: &usize| scene.metric(*place).is_some() && !is_denominator(scene, *place) && !again(*place);
    let part = (scene.clause_start(at)..at).rev().find(named)?;
    let metric = scene.metric(part)?.row().as_percent.and_then(metrics::by_key)?;
    let loss = scene.has(part, Cue::Loss);
    Some(Subject { metric, at: Some(part), loss, rule: "share of sales" })
}

/// Words that may stand before the whole that a percentage is of: "of total projected revenue".
const WHOLE: CueSet =
    CueSet::of(&[Cue::Determiner, Cue::Filler, Cue::Plain, Cue::Period, Cue::Guide, Cue::GuideNoun, Cue::Expect]);

/// Whether the metric at `place` is only what a percentage is of: "19.5% of revenue", "as a percentage of sales".
fn is_denominator(scene: &Scene<'_>, place: usize) -> bool {
    let of = scene.left_past(place, WHOLE).filter(|of| scene.has(*of, Cue::Of));
    let Some(before) = of.and_then(|of| scene.left(of)) else { return false };
    let words = scene.token(before).map_or("", |token| token.span.of(scene.text));
    scene.quantity(before).is_some_and(|mention| is_percent(mention.quantity.unit()))
        || ["%", "percentage", "percent"].iter().any(|share| words.eq_ignore_ascii_case(share))
}

/// A metric that is the label of the next figure: "Revenue: $5 billion", "Revenue $5 billion".
fn is_label(scene: &Scene<'_>, place: usize) -> bool {
    let Some(next) = scene.right(place) else { return false };
    matches!(scene.symbol(next), Some(':' | '='))
        || scene.quantity(next).is_some()
        || (scene.has(next, Cue::Of) && { scene.right(next).is_some_and(|after| scene.quantity(after).is_some()) })
        || (scene.cues(next).has(Cue::Be) && !scene.has(next, Cue::Versus) && states(scene, next))
}

/// Whether a figure comes soon behind the verb at `verb`: "revenue was $5 billion", not "the program was announced".
fn states(scene: &Scene<'_>, verb: usize) -> bool {
    let behind =
        (verb + 1..scene.tokens().len()).take_while(|place| scene.symbol(*place).is_none_or(|mark| mark == '-'));
    behind.take(6).any(|place| scene.quantity(place).is_some())
}

fn followed_by_change(scene: &Scene<'_>, place: usize) -> bool {
    scene.right(place).is_some_and(|next| scene.has(next, Cue::Noun) && is_change(scene.cues(next)))
        || scene.token(place).is_some_and(|token| is_change(token.cues))
}

fn fit_level(metric: Metric) -> Option<()> {
    matches!(metric.row().unit, MetricUnit::Percent | MetricUnit::ChangePercent).then_some(())
}

/// The metric that is the subject of the statement that the quantity at `at` stands in, looked for leftwards.
pub(super) fn before(scene: &Scene<'_>, at: usize) -> Result<Option<Subject>, Reason> {
    let Some(mention) = scene.quantity(at) else { return Ok(None) };
    let mut place = at;
    let (mut verb, mut part) = (false, Part::Whole);
    while let Some(next) = scene.left(place) {
        if (next + 1..place).any(|item| scene.opens_item(item)) {
            return Ok(None);
        }
        place = aside::before(scene, place, next).unwrap_or(next);
        place = cohort::before(scene, place).unwrap_or(place);
        let left_out = if is_verb(scene.cues(place)) { aside::left_out(scene, place) } else { None };
        verb |= is_verb(scene.cues(place));
        place = left_out.unwrap_or(place);
        let cues = scene.cues(place);
        if cues.has(Cue::Share) && !verb && !aside::ends_label(scene, place, at) {
            part = if cues.has(Cue::While) { part.max(Part::OfProfit) } else { Part::OfAll };
        }
        let fits = |metric: &Metric| {
            fit(*metric, mention, Currency::USD).is_some()
                && !is_denominator(scene, place)
                && !is_trailing(scene, place)
                && !aside::is_in_label(scene, place, at)
                && !other::only_places(scene, place)
        };
        if let Some(metric) = scene.metric(place).filter(|metric| fits(metric) && !is_modifier(scene, place)) {
            let traded = other::counts_shares(scene, metric, at);
            if traded || other::is_other(scene, place) || other::is_made_on(scene, place, at) {
                return Err(OF_ANOTHER);
            }
            let profit = cues.meets(CueSet::of(&[Cue::Profit, Cue::Loss]));
            if other::is_of_others(scene, place, at) {
                return Err(OF_OTHERS);
            }
            let money = metric.row().unit == MetricUnit::Money;
            if (part == Part::OfAll && money) || (part == Part::OfProfit && profit) {
                return Err(OF_PART);
            }
            let loss = flow(scene, place, at).unwrap_or(cues.has(Cue::Loss));
            return Ok(Some(Subject { metric, at: Some(place), loss, rule: "figure after its metric" }));
        }
        let earns = cues.meets(CueSet::of(&[Cue::Earn, Cue::Lose])) || makes(scene, place);
        // "The stock has lost 23%, against a gain of 9%": no earnings.
        let earned = earns && (place + 1..at).all(|near| !scene.has(near, Cue::Past) && !gains(scene, near, mention));
        let earnings = if earned { metrics::by_key("net_income").filter(fits) } else { None };
        if let Some(metric) = earnings {
            let loss = cues.has(Cue::Lose);
            return other::whose(scene, (place, at), part != Part::Whole)
                .map(|()| Some(Subject { metric, at: Some(place), loss, rule: "earned or lost" }));
        }
        // "A gain of 8%" is growth, one of $8 million is not.
        let grows = is_change(cues) && is_percent(mention.quantity.unit());
        let block = cues.has(Cue::Block) && !grows && !is_modifier(scene, place) && !series::is_sort_sold(scene, place);
        if block || (!verb && (aside::is_left_out(scene, place, at) || aside::explains(scene, place, at))) {
            return Err("about something that is no result");
        }
        if is_verb(cues) && has_other_subject(scene, place) {
            return Err("its subject is no metric");
        }
    }
    Ok(None)
}

/// Whether what blocks amounts at `place` is only the growth of a percentage: "a gain of 9%".
fn gains(scene: &Scene<'_>, place: usize, mention: &QuantityMention) -> bool {
    let cues = scene.cues(place);
    cues.has(Cue::Block) && is_change(cues) && is_percent(mention.quantity.unit())
}

/// "Acme made $434 million last year": whether the verb is of what a company earns, the sum behind it being of nothing else.
fn makes(scene: &Scene<'_>, verb: usize) -> bool {
    const ENDS: CueSet = CueSet::of(&[Cue::Versus, Cue::Period, Cue::While, Cue::And]);
    const DOERS: CueSet = CueSet::of(&[Cue::Company, Cue::Pronoun, Cue::SegmentNoun]);
    const FILLED: CueSet = CueSet::of(&[Cue::Determiner, Cue::Filler]);
    let made = |token: &&Token| {
        token.span.end - token.span.start == 4 && token.span.of(scene.text).eq_ignore_ascii_case("made")
    };
    let verb = scene.token(verb).filter(made).map(|_| verb);
    let Some((verb, sum)) = verb.and_then(|verb| Some((verb, scene.right_past(verb, FILLED)?))) else { return false };
    let money =
        scene.quantity(sum).is_some_and(|mention| mention.form == Form::Money && !mention.quantity.is_within(1000));
    let doer = scene.left_past(verb, CueSet::of(&[Cue::Filler, Cue::Be, Cue::Report]));
    let company = doer.is_some_and(|doer| scene.cues(doer).meets(DOERS));
    let next = (sum + 1..scene.tokens().len()).find(|next| !scene.is_mark(*next));
    let bracket = next.filter(|next| scene.symbol(*next) == Some('(')).and_then(|open| scene.closing(open));
    let ends = bracket.map_or(next, |closing| Some(closing + 1)).is_none_or(|next| {
        let time = scene.right_past(next, FILLED).filter(|_| scene.has(next, Cue::In));
        matches!(scene.symbol(next), Some(',' | '.' | ';'))
            || scene.cues(next).meets(ENDS)
            || time.is_some_and(|time| scene.period(time).is_some())
    });
    money && company && ends
}

/// "Free cash flow was an outflow of $45 million, compared with an inflow of $3 million": the noun nearest to the figure
/// that says which way the money went, and names no metric.
fn flow(scene: &Scene<'_>, metric: usize, at: usize) -> Option<bool> {
    const WAYS: CueSet = CueSet::of(&[Cue::Loss, Cue::Profit]);
    if !scene.has_any(WAYS) {
        return None;
    }
    let near = (metric + 1..at).rev().find(|near| scene.metric(*near).is_none() && scene.cues(*near).meets(WAYS))?;
    Some(scene.has(near, Cue::Loss))
}

/// Of what the words between a figure and the metric before it make it a part.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    /// None.
    Whole,
    /// "A net loss of $9 million, including $3 million": of no profit, but revenue has such parts.
    OfProfit,
    /// "The net loss includes $3 million".
    OfAll,
}

/// "Interest income, net was $7 million": a word that names a metric alone, and here only ends the name of another.
fn is_trailing(scene: &Scene<'_>, place: usize) -> bool {
    let comma = scene.left(place).filter(|comma| scene.symbol(*comma) == Some(','));
    let named = comma.and_then(|comma| scene.left(comma)).is_some_and(|before| scene.quantity(before).is_none());
    named && scene.has(place, Cue::Filler)
}

pub(super) fn is_verb(cues: CueSet) -> bool {
    cues.has(Cue::Past)
        || (is_change(cues) && (cues.has(Cue::Adverb) || (cues.has(Cue::Base) && !cues.has(Cue::Noun))))
        || cues.has(Cue::Be)
}

/// "Profit" in "profit margin guidance" or "share" in "share repurchases": a noun that only modifies the next.
fn is_modifier(scene: &Scene<'_>, place: usize) -> bool {
    let Some(next) = scene.right(place) else { return false };
    if next != place + 1 {
        return false;
    }
    scene.has(next, Cue::SegmentNoun) || (scene.metric(place).is_none() && scene.metric(next).is_some())
}

/// Whether the verb at `place` has a subject of its own that is neither a metric nor stands for one.
fn has_other_subject(scene: &Scene<'_>, verb: usize) -> bool {
    let mut named = false;
    let mut place = verb;
    for _ in 0..12 {
        let Some(next) = scene.left(place) else { return named };
        place = aside::by_dashes(scene, (next, place)).unwrap_or(next);
        let cues = scene.cues(place);
        if scene.metric(place).is_some() || scene.quantity(place).is_some() || cues.has(Cue::Pronoun) {
            return false;
        }
        if scene.symbol(place) == Some('&') {
            continue;
        }
        if cues.meets(PREPOSITIONS)
            || cues.has(Cue::Period)
            || cues.has(Cue::GuideNoun)
            || cues.has(Cue::EstimateNoun)
            || cues.has(Cue::Guide)
        {
            return false;
        }
        if cues.has(Cue::And) || scene.is_break(place) || scene.symbol(place).is_some() {
            return named && !(cues.has(Cue::And) && series::joins_parts(scene, place, verb));
        }
        named |= cues.has(Cue::Plain) || cues.has(Cue::SegmentNoun);
        if !cues.meets(CueSet::of(&[
            Cue::Plain,
            Cue::SegmentNoun,
            Cue::Filler,
            Cue::Determiner,
            Cue::Company,
            Cue::Adverb,
            Cue::Block,
            Cue::Will,
        ])) {
            return false;
        }
    }
    named
}

/// The quantity as a figure of the metric, and the metric that it is then of: "$8.02 per share" of net income is EPS.
/// `None` where the two do not go together. A number without a currency is in the `local` one.
pub(super) fn fit(metric: Metric, mention: &QuantityMention, local: Currency) -> Option<(Metric, Quantity)> {
    let quantity = mention.quantity.clone();
    let row = metric.row();
    let small = || quantity.is_within(1000);
    let per_share = |currency| quantity.clone().with_unit(Unit::PerShare(currency));
    match (row.unit, quantity.unit(), mention.form) {
        (MetricUnit::PerShare, Unit::PerShare(_), _) => Some((metric, quantity)),
        (MetricUnit::PerShare, Unit::Money(currency), _) if small() => Some((metric, per_share(currency))),
        (MetricUnit::PerShare, Unit::Money(_), _) => {
            let whole = metrics::all().iter().find(|whole| whole.row().per_share == Some(row.key))?;
            Some((*whole, quantity))
        }
        (MetricUnit::PerShare, Unit::Count, Form::Bare) if small() => Some((metric, per_share(local))),
        (MetricUnit::Money, Unit::PerShare(_), _) => Some((metrics::by_key(row.per_share?)?, quantity)),
        (MetricUnit::Money, Unit::Money(_), Form::MinorMoney) if row.per_share.is_none() => None,
        (MetricUnit::Money, Unit::Money(currency), form) => match row.per_share.and_then(metrics::by_key) {
            Some(other) if small() && (form == Form::MinorMoney || quantity.has_decimals()) => {
                Some((other, per_share(currency)))
            }
            _ => Some((metric, quantity)),
        },
        (MetricUnit::Money, Unit::Count, Form::Scaled) if mention.noun.is_none() => {
            Some((metric, quantity.clone().with_unit(Unit::Money(local))))
        }
        (MetricUnit::Money, Unit::Count, Form::Bare) if !small() && mention.noun.is_none() => {
            Some((metric, quantity.clone().with_unit(Unit::Money(local))))
        }
        (MetricUnit::Count, Unit::Count, _) => Some((metric, quantity)),
        (MetricUnit::Percent, Unit::Count, Form::Bare) if small() => {
            Some((metric, quantity.clone().with_unit(Unit::Percent)))
        }
        (MetricUnit::Percent | MetricUnit::ChangePercent, Unit::Percent | Unit::Points | Unit::BasisPoints, _)
        | (MetricUnit::Money | MetricUnit::PerShare | MetricUnit::Count, Unit::Percent, _) => Some((metric, quantity)),
        _ => None,
    }
}
