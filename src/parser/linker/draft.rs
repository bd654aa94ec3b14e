//! One quantity becomes a fact, or stays loose with a reason: the slot that it stands in, its standing, its metric, its
//! size, and what belongs to these.

use crate::model::{
    Action, Basis, Bound, Comparison, Currency, Measure, Metric, MetricUnit, Period, Quantity, Role, Span, Unit,
};
use crate::parser::calendar::Calendar;
use crate::parser::company::Companies;
use crate::parser::lexer::quantity::{Form, QuantityMention};
use crate::parser::linker::attach::{PLANNED_SPENDING, attach, named_before, set_beside};
use crate::parser::linker::pattern::Extent;
use crate::parser::linker::scene::Scene;
use crate::parser::linker::settle::{self, Belongs};
use crate::parser::linker::slot::{self, Lead, Slot, Way};
use crate::parser::linker::standing::{self, Standing};
use crate::parser::linker::state::State;
use crate::parser::linker::subject::{self, Reason, Subject};
use crate::parser::linker::when;
use crate::parser::linker::{
    basis, buyback, cohort, expected, meant, owner, part, patterns, reserve, role, segment, size,
};
use crate::parser::sentence::Block;
use crate::parser::vocabulary::cues::{Cue, CueSet};

/// A fact before it gets its evidence.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Index among the sentence's quantities.
    pub index: usize,
    /// What is measured.
    pub metric: Metric,
    /// Of what standing.
    pub role: Role,
    /// Level or change.
    pub measure: Measure,
    /// What a change is measured against.
    pub comparison: Option<Comparison>,
    /// Whose figure, as an index into the document's companies.
    pub company: Option<usize>,
    /// The business line.
    pub segment: Option<Span>,
    /// The period.
    pub period: Option<Period>,
    /// The accounting basis.
    pub basis: Option<Basis>,
    /// The figure, with its sign and in the metric's unit.
    pub quantity: Quantity,
    /// What was done with guidance.
    pub action: Option<Action>,
    /// Who estimated.
    pub source: Option<Span>,
    /// The name of the rule.
    pub rule: &'static str,
    /// What leads to it.
    pub(super) lead: Lead,
    /// The figure's token.
    pub(super) at: usize,
    /// Where its period stands.
    pub(super) when_at: Option<usize>,
    /// Where its metric stands.
    pub(super) subject: Option<usize>,
    /// Whether its words make it a loss.
    pub(super) loss: bool,
    /// Whether others are set against it.
    pub(super) base: bool,
}

impl Draft {
    /// The currency of the figure, or the US dollar.
    pub(super) fn currency(&self) -> Currency {
        self.quantity.unit().currency().unwrap_or(Currency::USD)
    }
}

/// What one quantity is read against.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    /// The drafts of the quantities before it in the sentence.
    pub(super) drafts: &'a [Draft],
    pub(super) calendar: &'a Calendar,
    pub(super) companies: &'a Companies,
    pub(super) state: &'a State,
}

/// A quantity with all that the words say of it, before it is put together.
#[derive(Clone, Copy)]
struct Reading<'a> {
    mention: &'a QuantityMention,
    slot: Slot,
    standing: Standing,
    subject: Subject,
    /// The draft just before, where it is near.
    last: Option<&'a Draft>,
    /// The draft that this quantity says in other words.
    same: Option<&'a Draft>,
    /// What the draft before is off from, where this quantity is as well.
    suit: Option<Comparison>,
}

/// Reads the quantity at `at`.
pub(super) fn read(
    scene: &Scene<'_>,
    at: usize,
    taken: &mut Vec<Extent>,
    context: &Context<'_>,
) -> Result<Draft, Reason> {
    let mention = scene.quantity(at).ok_or("no quantity")?;
    if mention.quantity.is_beyond() {
        return Err("too large a number");
    }
    if scene.equated(at) {
        return Err("an exchange rate");
    }
    if size::is_tolerance(scene, mention) {
        return Err("how far another figure may be off");
    }
    if cohort::of(scene, at).is_some() {
        return Err(cohort::WHICH);
    }
    let near = |last: &&Draft| last.at + 9 >= at || scene.sentence.block == Block::Bullet;
    let last = context.drafts.last().filter(near);
    let slot = goes_on(scene, at, slot::read(scene, at), last);
    let slot = shares_verb(scene, at, slot, mention, last);
    let suit = size::follows_suit(scene, &slot, last);
    let off = last.filter(|_| suit.is_some()).map(way_of);
    let beaten = size::beaten_by(scene, at, &slot);
    let slot = match size::stands_off(scene, at).map(|(way, _)| way).or(off).or(beaten) {
        Some(way) => Slot { measure: Some(Measure::Change), way: Some(way), ..slot },
        None => slot,
    };
    // "£2.1bn (2024: £1.98bn), or 8 per cent like for like": not of the figure in the bracket.
    let boxed = |last: &Draft| last.base && (last.at..slot.lead_at).any(|place| scene.symbol(place) == Some(')'));
    let same = last.filter(|last| slot.lead == Lead::Same && !boxed(last) && !when::dates_itself(scene, at, &slot));
    let standing = stand(scene, at, &slot, taken, (same, context.drafts, context.state));
    taken.extend(standing.extent);
    let subject = attach(scene, at, &slot, &standing, (last, context.state))?;
    let whole = past_margin(last, context.drafts);
    let subject = named_before(scene, subject, &slot, whole);
    let subject = set_beside(scene, at, subject, &slot, context.drafts.last());
    let subject = match last.filter(|_| beaten.is_some()) {
        Some(last) => Subject { metric: last.metric, at: last.subject, loss: last.loss, ..subject },
        None => subject,
    };
    let subject = expected::of_the_result(subject, standing.role, context.drafts);
    put_together(scene, at, Reading { mention, slot, standing, subject, last, same, suit }, context)
}

/// "Rose by 8%, or $2 million", "a rise of $2 million or 8%": the same change, in money and per cent.
fn goes_on(scene: &Scene<'_>, at: usize, slot: Slot, last: Option<&Draft>) -> Slot {
    let Some(mention) = scene.quantity(at) else { return slot };
    let kind = |unit| slot::is_percent(unit);
    let again = last.filter(|last| {
        let (this, that) = (mention.quantity.unit(), last.quantity.unit());
        let sum = matches!(mention.form, Form::Money | Form::Scaled) || kind(this);
        let whole = !matches!(this, Unit::PerShare(_)) && !matches!(that, Unit::PerShare(_));
        last.measure == Measure::Change && sum && whole && kind(this) != kind(that) && last.at + 4 >= slot.lead_at
    });
    // "Grew by 5 billion pounds ($7.73 billion)".
    let converted = last.filter(|last| {
        let (this, that) = (mention.quantity.unit().currency(), last.quantity.unit().currency());
        let bracket = scene.symbol(slot.lead_at) == Some('(') && scene.right(last.at) == Some(slot.lead_at);
        last.measure == Measure::Change && bracket && this.is_some() && that.is_some() && this != that
    });
    // "Declined 3.2%, or 2.1% excluding currency".
    let rate = last.filter(|last| {
        let rates = kind(mention.quantity.unit()) && kind(last.quantity.unit());
        let whole = scene.right(at).is_some_and(|of| scene.has(of, Cue::Of));
        rates && last.measure == Measure::Change && slot.way.is_none() && !whole && last.at + 3 >= slot.lead_at
    });
    let again = again.or(rate).filter(|_| scene.has(slot.lead_at, Cue::Or)).or(converted);
    match again.filter(|_| slot.lead == Lead::Same) {
        Some(last) => Slot { measure: Some(Measure::Change), way: Some(way_of(last)), ..slot },
        None => slot,
    }
}

/// Which way a change went.
fn way_of(change: &Draft) -> Way {
    if change.quantity.low().is_sign_negative() { Way::Down } else { Way::Up }
}

/// "Profit rose 34 percent and revenue 36 percent": the verb goes for both.
fn shares_verb(scene: &Scene<'_>, at: usize, slot: Slot, mention: &QuantityMention, last: Option<&Draft>) -> Slot {
    const PASSED: CueSet = CueSet::of(&[Cue::Determiner, Cue::Filler, Cue::Adjusted, Cue::Gaap, Cue::Plain]);
    let metric = scene.left(at).filter(|metric| {
        let unit = scene.metric(*metric).map(|metric| metric.row().unit);
        matches!(unit, Some(MetricUnit::Money | MetricUnit::PerShare | MetricUnit::ChangePercent))
    });
    let and = metric.and_then(|metric| scene.left_past(metric, PASSED)).filter(|and| scene.has(*and, Cue::And));
    let percent = |unit| slot::is_percent(unit);
    let verb = last.filter(|last| {
        let rates = percent(mention.quantity.unit()) && percent(last.quantity.unit());
        rates && last.measure == Measure::Change && and == scene.right(last.at)
    });
    match verb.filter(|_| and.is_some() && slot.measure.is_none()) {
        Some(last) => Slot { measure: Some(Measure::Change), way: Some(way_of(last)), ..slot },
        None => slot,
    }
}

/// The standing: that of the figure it repeats, what the lead of its list says, or what the words around it say.
fn stand(
    scene: &Scene<'_>,
    at: usize,
    slot: &Slot,
    taken: &[Extent],
    (same, drafts, state): (Option<&Draft>, &[Draft], &State),
) -> Standing {
    let goes_on = state.guides_on.then_some(Role::Guidance);
    let standing = standing::read(scene, at, slot, taken, goes_on.or(state.role).unwrap_or(Role::Actual));
    let listed = state.against_estimates && scene.sentence.block != Block::Prose && slot.lead == Lead::Versus;
    let told = drafts.last().is_some_and(|last| last.role == Role::Actual);
    let based = told && matches!(slot.lead, Lead::From | Lead::Versus);
    let expected = listed || expected::is_expected(scene, at, slot, drafts);
    match same {
        // "A rise in net profit to $541 million from the previous $529 million".
        None if based && standing.rule == patterns::BARE => Standing { role: Role::Actual, ..standing },
        None if expected::is_what_beat(scene, at, drafts) => Standing { role: Role::Actual, ..standing },
        Some(same) => Standing { role: same.role, ..standing },
        None if expected => Standing { role: Role::Estimate, ..standing },
        None => standing,
    }
}

/// "An operating loss of $4 million, or 1% of revenue, compared to": the draft before, where it is no margin, or what that is of.
fn past_margin<'a>(last: Option<&'a Draft>, drafts: &'a [Draft]) -> Option<&'a Draft> {
    let margin = |last: &&Draft| last.lead == Lead::Same && last.metric.row().unit == MetricUnit::Percent;
    if last.filter(margin).is_some() { drafts.iter().rev().nth(1) } else { last }
}

/// The metric, and the quantity in its unit.
fn named(scene: &Scene<'_>, reading: &Reading<'_>, context: &Context<'_>) -> Result<(Metric, Quantity), Reason> {
    let (mention, subject, currency) = (reading.mention, &reading.subject, context.state.currency);
    let pair = || meant::of_the_pair(subject, (mention, reading.standing.role), context.drafts);
    let metric = meant::by_custom(scene, subject, currency).unwrap_or_else(pair);
    let fit = subject::fit(metric, mention, currency.unwrap_or(Currency::USD));
    let (metric, quantity) = fit.ok_or("its unit does not fit its metric")?;
    // What a release says without a currency stands in a table that was not read, in thousands or in millions.
    if context.state.release && mention.form == Form::Bare && matches!(quantity.unit(), Unit::Money(_)) {
        return Err("money of no known unit");
    }
    Ok((metric, quantity))
}

fn put_together(scene: &Scene<'_>, at: usize, reading: Reading<'_>, context: &Context<'_>) -> Result<Draft, Reason> {
    let Reading { mention, slot, standing, subject, last, same, suit } = reading;
    let (drafts, state) = (context.drafts, context.state);
    let (metric, quantity) = named(scene, &reading, context)?;
    let (metric, measure) = measured(scene, at, metric, &reading, context)?;
    let beaten = measure == Measure::Change && size::beats(scene, at, &slot).or(suit).is_some();
    let dividend = role::is_declared(scene, at, metric);
    let planned = || standing::is_programme(scene, at, subject.at) || buyback::is_to_come(scene, at, subject.at);
    let programme = standing.role == Role::Actual && planned();
    let told =
        role::done_or_planned(standing.role, dividend, programme || role::is_being_cut(scene, metric, (at, measure)));
    let role = if beaten { Role::Actual } else { role::settle(scene, at, told, (measure, mention, &slot, last)) };
    let base = role::is_base(scene, at, role, (&slot, drafts)) || same.is_some_and(|last| last.base);
    let when = when::read(scene, at, &slot, base);
    let belongs = Belongs {
        metric,
        role,
        declared: standing.declared || dividend || programme || subject.rule == PLANNED_SPENDING,
        vague: mention.quantity.bound() == Bound::About && mention.quantity.low() != mention.quantity.high(),
        carried: subject.at.is_none(),
        same,
        drafts,
    };
    let company = owner::read(scene, at, role, (context.companies, state));
    let segment = part_of(scene, at, metric, (&subject, &slot, last), state);
    let sold = segment.and_then(|_| size::pieces(scene, metric, mention, &slot));
    let (metric, quantity) = sold.unwrap_or((metric, quantity));
    let period = settle::period(scene, at, &when, &belongs, (context.calendar, state));
    let beside = || settle::comparison(scene, at, period, context.calendar);
    let told = if measure == Measure::Change { when.comparison.or_else(beside) } else { None };
    Ok(Draft {
        index: scene.quantity_index(at).ok_or("no quantity")?,
        metric,
        role,
        measure,
        comparison: size::comparison(metric, mention, measure, (size::against(scene, at, &slot).or(suit), told)),
        company,
        segment,
        period,
        basis: basis::read(scene, at, (metric, subject.at))
            .or_else(|| basis::beside(metric, if beaten { Lead::Against } else { slot.lead }, last))
            .or_else(|| basis::beside(metric, slot.lead, past_margin(last, drafts)))
            .or_else(|| basis::continued(scene, subject.at, (metric, role, when.base), (drafts, state)))
            .filter(|basis| basis::fits(*basis, metric, mention)),
        quantity: size::signed(scene, quantity, mention, (measure, &slot, &subject), state.currency),
        action: (role == Role::Guidance)
            .then(|| standing::action(scene, at, state.announced(company), state.role))
            .flatten(),
        source: (role == Role::Estimate).then(|| owner::source(scene, at).or(state.source)).flatten(),
        rule: if standing.told { standing.rule } else { subject.rule },
        lead: slot.lead,
        at,
        when_at: when.at,
        subject: subject.at,
        loss: subject.loss,
        base: when.base,
    })
}

/// Level or change, and the margin where a percentage is no change.
fn measured(
    scene: &Scene<'_>,
    at: usize,
    metric: Metric,
    reading: &Reading<'_>,
    context: &Context<'_>,
) -> Result<(Metric, Measure), Reason> {
    // "Revenue growth is expected to be near the top of its 6-8% range".
    let grows = reading.subject.at.and_then(|place| scene.right(place)).is_some_and(|growth| {
        // "Operating profit growth to between 20% and 28%".
        let leads = reading.slot.lead == Lead::To && slot::is_percent(reading.mention.quantity.unit());
        scene.has(growth, Cue::Noun) && scene.has(growth, Cue::Rise) && (leads || reading.slot.measure.is_none())
    });
    let slot = if grows { Slot { measure: Some(Measure::Change), ..reading.slot } } else { reading.slot };
    let (metric, measure) = size::measure(metric, reading.mention, &slot, context.drafts)?;
    // "Added $250 million to its buyback": so much, and no growth.
    let whole = [buyback::OF_ITS_OWN, reserve::SET_ASIDE].contains(&reading.subject.rule);
    let added = is_added(scene, at, metric, reading, context);
    Ok(match (whole, added) {
        (true, _) => (metric, Measure::Level),
        (false, true) => (metric, Measure::Change),
        (false, false) => (metric, measure),
    })
}

/// "Net additions of 7 million", what was expected of them, or "1,250 in the United States" behind them: so many came.
fn is_added(scene: &Scene<'_>, at: usize, metric: Metric, reading: &Reading<'_>, context: &Context<'_>) -> bool {
    let (subject, drafts, state) = (&reading.subject, context.drafts, context.state);
    let spoken = || state.subjects.iter().any(|topic| topic.metric == metric && topic.added);
    let goes_on = scene.left(at).is_some_and(|lead| scene.has(lead, Cue::And) || scene.symbol(lead) == Some(','))
        || at.checked_sub(1).is_some_and(|dash| scene.is_mark(dash) && scene.symbol(dash) == Some('-'));
    let parted = drafts.last().is_some_and(|last| {
        let counted = last.metric == metric && last.quantity.unit() == Unit::Count && last.subject == subject.at;
        let based = matches!(reading.slot.lead, Lead::From | Lead::Versus);
        counted && (goes_on || based) && last.measure == Measure::Change
    });
    let words = subject.at.and_then(|place| scene.token(place)).map_or("", |token| token.span.of(scene.text));
    let last = |noun: &str| {
        let (before, last) = words.split_at_checked(words.len().saturating_sub(noun.len())).unwrap_or_default();
        last.eq_ignore_ascii_case(noun) && (before.is_empty() || before.ends_with(' '))
    };
    last("additions")
        || last("adds")
        || parted
        || subject.at.is_none() && reading.standing.role == Role::Estimate && spoken()
}

/// The part of the company: named in the statement, else that of the figure beside, of the sentence before or of the heading.
fn part_of(
    scene: &Scene<'_>,
    at: usize,
    metric: Metric,
    (subject, slot, last): (&Subject, &Slot, Option<&Draft>),
    state: &State,
) -> Option<Span> {
    let another = match subject.rule {
        part::ANOTHER => part::name(scene, slot.lead_at),
        part::LISTED => part::item(scene),
        _ => None,
    };
    another
        .or_else(|| segment::read(scene, at, subject.at).map(|part| segment::named_before(scene, part, state.segment)))
        .or_else(|| segment::joined(scene, metric, subject.at, last))
        .or_else(|| segment::inherited(metric, slot.lead, (subject.at, last), state.segment))
        .or_else(|| state.headed(scene, metric))
}
