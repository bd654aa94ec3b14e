//! One quantity becomes a fact, or stays loose with a reason: the slot that it stands in, its standing, its metric, its
//! size, and what belongs to these.

use crate::model::{
    Action, Basis, Bound, Comparison, Currency, Measure, Metric, MetricUnit, Period, Quantity, Role, Span,
};
use crate::parser::calendar::Calendar;
use crate::parser::company::Companies;
use crate::parser::lexer::quantity::QuantityMention;
use crate::parser::linker::attach::{PLANNED_SPENDING, attach, set_beside};
use crate::parser::linker::pattern::Extent;
use crate::parser::linker::scene::Scene;
use crate::parser::linker::settle::{self, Belongs};
use crate::parser::linker::slot::{self, Lead, Slot};
use crate::parser::linker::standing::{self, Standing};
use crate::parser::linker::state::State;
use crate::parser::linker::subject::{self, Reason, Subject};
use crate::parser::linker::when;
use crate::parser::linker::{basis, owner, segment, size};
use crate::parser::sentence::Block;
use crate::parser::vocabulary::cues::Cue;

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
struct Reading<'a> {
    mention: &'a QuantityMention,
    slot: Slot,
    standing: Standing,
    subject: Subject,
    /// The draft just before, where it is near.
    last: Option<&'a Draft>,
    /// The draft that this quantity says in other words.
    same: Option<&'a Draft>,
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
    let slot = slot::read(scene, at);
    let near = |last: &&Draft| last.at + 9 >= at || scene.sentence.block == Block::Bullet;
    let last = context.drafts.last().filter(near);
    let same = last.filter(|_| slot.lead == Lead::Same);
    let standing = stand(scene, at, &slot, taken, (same, context.state));
    taken.extend(standing.extent);
    let subject = attach(scene, at, &slot, &standing, (last, context.state))?;
    let subject = set_beside(scene, at, subject, &slot, context.drafts.last());
    put_together(scene, at, Reading { mention, slot, standing, subject, last, same }, context)
}

/// The standing: that of the figure it repeats, what the lead of its list says, or what the words around it say.
fn stand(
    scene: &Scene<'_>,
    at: usize,
    slot: &Slot,
    taken: &[Extent],
    (same, state): (Option<&Draft>, &State),
) -> Standing {
    let goes_on = state.guides_on.then_some(Role::Guidance);
    let standing = standing::read(scene, at, slot, taken, goes_on.or(state.role).unwrap_or(Role::Actual));
    let listed = state.against_estimates && scene.sentence.block == Block::Bullet && slot.lead == Lead::Versus;
    match same {
        Some(same) => Standing { role: same.role, ..standing },
        None if listed => Standing { role: Role::Estimate, ..standing },
        None => standing,
    }
}

fn put_together(scene: &Scene<'_>, at: usize, reading: Reading<'_>, context: &Context<'_>) -> Result<Draft, Reason> {
    let Reading { mention, slot, standing, subject, last, same } = reading;
    let (drafts, state) = (context.drafts, context.state);
    let local = state.currency.unwrap_or(Currency::USD);
    let (metric, quantity) = subject::fit(subject.metric, mention, local).ok_or("its unit does not fit its metric")?;
    let (metric, measure) = size::measure(metric, mention, &slot, drafts)?;
    let beaten = measure == Measure::Change && size::beats(scene, &slot);
    // What a board declares by the share is a dividend, and done.
    let declares = || (scene.clause_start(at)..at).any(|place| scene.has(place, Cue::Declared));
    let dividend = metric.row().unit == MetricUnit::PerShare && declares();
    let told = if dividend && standing.role == Role::Guidance { Role::Actual } else { standing.role };
    let role = if beaten { Role::Actual } else { role(scene, at, told, (measure, mention, &slot)) };
    let base = is_base(scene, at, role, (&slot, drafts)) || same.is_some_and(|last| last.base);
    let when = when::read(scene, at, &slot, base);
    let belongs = Belongs {
        metric,
        role,
        declared: standing.declared || dividend || subject.rule == PLANNED_SPENDING,
        vague: mention.quantity.bound() == Bound::About && mention.quantity.low() != mention.quantity.high(),
        carried: subject.at.is_none(),
        same,
        drafts,
    };
    let company = owner::read(scene, at, context.companies, state);
    let guided = role == Role::Guidance;
    let estimated = role == Role::Estimate;
    Ok(Draft {
        index: scene.quantity_index(at).ok_or("no quantity")?,
        metric,
        role,
        measure,
        comparison: size::comparison(metric, mention, measure, (size::against(scene, &slot), when.comparison)),
        company,
        segment: segment::read(scene, at, subject.at)
            .or_else(|| segment::inherited(metric, slot.lead, (subject.at, last), state.segment)),
        period: settle::period(scene, at, &when, &belongs, (context.calendar, state)),
        basis: basis::read(scene, at, subject.at)
            .or_else(|| basis::beside(metric, slot.lead, last))
            .or_else(|| basis::continued(scene, subject.at, (metric, role, when.base), (drafts, state))),
        quantity: size::signed(scene, quantity, mention, (measure, &slot, &subject), state.currency),
        action: guided.then(|| standing::action(scene, at, state.announced(company), state.role)).flatten(),
        source: estimated.then(|| owner::source(scene, at).or(state.source)).flatten(),
        rule: if standing.told { standing.rule } else { subject.rule },
        lead: slot.lead,
        at,
        when_at: when.at,
        subject: subject.at,
        loss: subject.loss,
        base: when.base,
    })
}

/// The role once the measure is known: a range is a promise, not a result; a figure of last year is neither guidance
/// nor an estimate.
fn role(
    scene: &Scene<'_>,
    at: usize,
    role: Role,
    (measure, mention, slot): (Measure, &QuantityMention, &Slot),
) -> Role {
    let range = measure == Measure::Level && mention.quantity.bound() == Bound::Range;
    let compared = slot.lead == Lead::Against && when::is_dated_back(scene, at);
    match role {
        Role::Actual if range && matches!(slot.lead, Lead::From | Lead::Versus) => Role::PriorGuidance,
        Role::Actual if range && !when::is_of_last_year(scene, at) => Role::Guidance,
        Role::Guidance if when::is_of_last_year(scene, at) => Role::Actual,
        Role::Estimate if compared => Role::Actual,
        Role::Actual | Role::Estimate | Role::Guidance | Role::PriorGuidance => role,
    }
}

/// Whether the quantity is an earlier figure that another is set against.
fn is_base(scene: &Scene<'_>, at: usize, role: Role, (slot, drafts): (&Slot, &[Draft])) -> bool {
    let against = matches!(slot.lead, Lead::From | Lead::Versus | Lead::Against);
    let dated = || !drafts.is_empty() || when::is_dated_back(scene, at);
    role == Role::Actual && (against && dated() || when::is_of_last_year(scene, at))
}
