//! One quantity becomes a fact, or stays loose with a reason.

use crate::model::{
    Action, Basis, Bound, Comparison, Currency, Measure, Metric, MetricUnit, Period, Quantity, Role, Span, Unit,
};
use crate::parser::calendar::Calendar;
use crate::parser::company::Companies;
use crate::parser::lexer::quantity::{Form, QuantityMention};
use crate::parser::linker::pattern::Extent;
use crate::parser::linker::scene::Scene;
use crate::parser::linker::settle::{self, Belongs};
use crate::parser::linker::slot::{self, Lead, Slot, Way, is_percent};
use crate::parser::linker::standing::{self, Standing};
use crate::parser::linker::state::State;
use crate::parser::linker::subject::{self, Reason, Subject};
use crate::parser::linker::when::{self, When};
use crate::parser::linker::{basis, segment};
use crate::parser::sentence::Block;
use crate::parser::vocabulary::cues::{Cue, CueSet};
use crate::parser::vocabulary::metrics;

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

/// Reads the quantity at `at`. `drafts` are those of the quantities before it in the sentence.
pub(super) fn read(
    scene: &Scene<'_>,
    at: usize,
    drafts: &[Draft],
    taken: &mut Vec<Extent>,
    (calendar, companies): (&Calendar, &Companies),
    state: &State,
) -> Result<Draft, Reason> {
    let mention = scene.quantity(at).ok_or("no quantity")?;
    if scene.equated(at) {
        return Err("an exchange rate");
    }
    let index = scene.quantity_index(at).ok_or("no quantity")?;
    let slot = slot::read(scene, at);
    let last = drafts.last().filter(|last| last.at + 9 >= at || scene.sentence.block == Block::Bullet);
    let same = last.filter(|_| slot.lead == Lead::Same);
    let fallback = same.map(|last| last.role).or(state.role).unwrap_or(Role::Actual);
    let mut standing = standing::read(scene, at, &slot, taken, fallback);
    if state.against_estimates && scene.sentence.block == Block::Bullet && slot.lead == Lead::Versus {
        standing.role = Role::Estimate;
    }
    if let Some(last) = same {
        standing.role = last.role;
    }
    taken.extend(standing.extent);
    let subject = find_subject(scene, at, &slot, &standing, (last, state))?;
    let subject = named_before(scene, subject, &slot, last);
    let (metric, quantity) = subject::fit(subject.metric, mention, state.currency.unwrap_or(Currency::USD))
        .ok_or("its unit does not fit its metric")?;
    let (metric, measure) = measure(metric, mention, &slot, drafts)?;
    if standing.role == Role::Actual && measure == Measure::Level && quantity.bound() == Bound::Range {
        let before = matches!(slot.lead, Lead::From | Lead::Versus);
        standing.role = if before { Role::PriorGuidance } else { Role::Guidance };
    }
    if standing.role == Role::Guidance && when::is_of_last_year(scene, at) {
        standing.role = Role::Actual;
    }
    let against = matches!(slot.lead, Lead::From | Lead::Versus | Lead::Against);
    let dated = !drafts.is_empty() || when::is_dated_back(scene, at);
    let base = standing.role == Role::Actual && (against && dated || when::is_of_last_year(scene, at))
        || same.is_some_and(|last| last.base);
    let when = when::read(scene, at, &slot, base);
    let basis = basis::read(scene, at, subject.at).or_else(|| {
        let against = matches!(slot.lead, Lead::Versus | Lead::Against | Lead::Same | Lead::From | Lead::To);
        last.filter(|last| against && last.metric == metric || slot.lead == Lead::Same).and_then(|last| last.basis)
    });
    let verb = subject.at.is_none_or(|place| scene.metric(place).is_none());
    let continued = standing.role == Role::PriorGuidance || (when.base && verb);
    let basis = basis.or(if continued && drafts.is_empty() { state.basis(metric) } else { None });
    let belongs = Belongs {
        metric,
        role: standing.role,
        declared: metric.key() == "share_repurchases",
        vague: is_vague(mention),
        carried: subject.at.is_none(),
        same,
        drafts,
    };
    let period = settle::period(scene, at, &when, &belongs, (calendar, state));
    let symbol = mention.span.of(scene.text).contains('$') || mention.span.of(scene.text).contains("US");
    let quantity = if symbol { quantity } else { local_dollars(quantity, mention, state.currency) };
    let quantity = signed(quantity, mention, measure, &slot, &subject);
    let beaten = measure == Measure::Change && slot.lead == Lead::By && beats(scene, slot.lead_at);
    if beaten {
        standing.role = Role::Actual;
    }
    let comparison = (measure == Measure::Change).then(|| comparison(metric, mention, &when, &slot)).flatten();
    Ok(Draft {
        index,
        metric,
        role: standing.role,
        measure,
        comparison: if beaten { Some(Comparison::VersusEstimate) } else { comparison },
        company: owner(scene, at, companies, state),
        segment: segment::read(scene, at, subject.at)
            .or_else(|| inherited_segment(metric, &slot, (subject.at, last), state)),
        period,
        basis,
        quantity,
        action: if standing.role == Role::Guidance {
            standing::action(scene, at, state.announced(owner(scene, at, companies, state)), state.role)
        } else {
            None
        },
        source: if standing.role == Role::Estimate { source(scene, at).or(state.source) } else { None },
        rule: if standing.told { standing.rule } else { subject.rule },
        lead: slot.lead,
        at,
        when_at: when.at,
        subject: subject.at,
        loss: subject.loss,
        base,
    })
}

/// "A pre-tax profit of $5 million, compared to a loss of $3 million": the plain word means the profit named before.
fn named_before(scene: &Scene<'_>, subject: Subject, slot: &Slot, last: Option<&Draft>) -> Subject {
    let plain = subject.at.is_some_and(|at| {
        scene.cues(at).meets(CueSet::of(&[Cue::Loss, Cue::Profit]))
            && scene.token(at).is_some_and(|t| !t.span.of(scene.text).contains(' '))
    });
    let named = last.filter(|last| {
        plain && matches!(slot.lead, Lead::Versus | Lead::From) && subject.metric.key() != last.metric.key()
    });
    let profit = named.filter(|last| {
        last.metric.row().unit == MetricUnit::Money
            && last.metric.row().better == crate::model::Better::Higher
            && last.metric.row().rank > 2
            && last.subject.is_some_and(|at| {
                scene.token(at).is_some_and(|t| {
                    t.span.of(scene.text).contains("profit")
                        || t.span.of(scene.text).contains("income")
                        || t.span.of(scene.text).contains("loss")
                })
            })
    });
    profit.map_or(subject, |last| Subject { metric: last.metric, ..subject })
}

fn find_subject(
    scene: &Scene<'_>,
    at: usize,
    slot: &Slot,
    standing: &Standing,
    (last, state): (Option<&Draft>, &State),
) -> Result<Subject, Reason> {
    let tight = tight(scene, at);
    let after = match subject::after(scene, at, slot) {
        Err(reason) if !tight => return Err(reason),
        found => found.unwrap_or_default(),
    };
    if let Some(found) = after.filter(|_| !tight) {
        return Ok(found);
    }
    match subject::before(scene, at) {
        Ok(Some(found)) => Ok(found),
        Err(reason) => Err(reason),
        Ok(None) => {
            let mention = scene.quantity(at).ok_or("no quantity")?;
            let carried =
                state.subjects.iter().find(|(metric, _)| subject::fit(*metric, mention, Currency::USD).is_some());
            let growth = slot.measure == Some(Measure::Change) && state.near(scene) && when::compares(scene);
            let may = state.continues || standing.role == Role::Estimate && standing.told || last.is_some() || growth;
            carried
                .filter(|_| may)
                .map(|(metric, loss)| Subject {
                    metric: *metric,
                    at: None,
                    loss: *loss,
                    rule: "subject of the sentence before",
                })
                .or_else(|| spending(scene, at, standing))
                .ok_or("no metric near it")
        }
    }
}

/// "Will invest an additional $100 billion": capital spending that the company plans, though it is not named so.
fn spending(scene: &Scene<'_>, at: usize, standing: &Standing) -> Option<Subject> {
    let verb = scene.left_past(at, CueSet::of(&[Cue::Determiner, Cue::Filler, Cue::Of]))?;
    let planned = scene.has(verb, Cue::Spend) && standing.role == Role::Guidance;
    let metric = metrics::by_key("capex")
        .filter(|_| planned && !is_percent(scene.quantity(at).map(|q| q.quantity.unit()).unwrap_or(Unit::Percent)))?;
    Some(Subject { metric, at: None, loss: false, rule: "planned spending" })
}

/// "Quarterly profit rose 20% to $2.46", "sales rose 2.5% to 296,000 vehicles": the level says what changed.
pub(super) fn share_metric(drafts: &mut [Draft], level: &Draft) {
    let leads = level.lead == Lead::To && level.measure == Measure::Level;
    let Some(change) = drafts.last_mut().filter(|last| leads && last.at + 4 >= level.at) else { return };
    if change.measure == Measure::Change && is_percent(change.quantity.unit()) && change.role == level.role {
        change.metric = level.metric;
    }
}

/// Whether a metric stands right before the quantity, with nothing but "of", "was" and the like between.
fn tight(scene: &Scene<'_>, at: usize) -> bool {
    let skip = CueSet::of(&[
        Cue::Of,
        Cue::Be,
        Cue::At,
        Cue::Determiner,
        Cue::Filler,
        Cue::Period,
        Cue::In,
        Cue::Will,
        Cue::Adjusted,
        Cue::Gaap,
    ]);
    let Some(place) = scene.left_past(at, skip) else { return false };
    let place = if scene.symbol(place) == Some(':') { scene.left(place).unwrap_or(place) } else { place };
    let fits =
        |metric| scene.quantity(at).is_some_and(|mention| subject::fit(metric, mention, Currency::USD).is_some());
    scene.metric(place).is_some_and(fits)
}

/// Level or change, once the metric is known; a percentage of a profit that is no change is its margin.
fn measure(
    metric: Metric,
    mention: &QuantityMention,
    slot: &Slot,
    drafts: &[Draft],
) -> Result<(Metric, Measure), Reason> {
    let percent = is_percent(mention.quantity.unit());
    let alike = drafts.iter().rev().find(|draft| draft.metric == metric && is_percent(draft.quantity.unit()));
    let inherited = alike.map(|draft| draft.measure);
    match (metric.row().unit, percent) {
        (MetricUnit::ChangePercent, _) => Ok((metric, Measure::Change)),
        (MetricUnit::Percent, _) => {
            let changed =
                slot.measure == Some(Measure::Change) && matches!(slot.lead, Lead::Change | Lead::By | Lead::Plain);
            Ok((metric, if changed { Measure::Change } else { Measure::Level }))
        }
        (_, false) => Ok((metric, slot.measure.unwrap_or(Measure::Level))),
        (_, true) => match (slot.measure, inherited) {
            (Some(Measure::Change), _) | (_, Some(Measure::Change)) => Ok((metric, Measure::Change)),
            _ => {
                let margin = metric.row().as_percent.and_then(metrics::by_key);
                margin.map(|margin| (margin, Measure::Level)).ok_or("a percentage that is no change")
            }
        },
    }
}

/// "7 cents" in a text whose dollars are Australian is Australian.
fn local_dollars(quantity: Quantity, mention: &QuantityMention, local: Option<Currency>) -> Quantity {
    const DOLLARS: [&str; 5] = ["AUD", "CAD", "NZD", "SGD", "HKD"];
    let plain = mention.form == Form::MinorMoney || matches!(mention.form, Form::PerShare);
    match (quantity.unit(), local.filter(|local| plain && DOLLARS.contains(&local.code()))) {
        (Unit::PerShare(Currency::USD), Some(local)) => quantity.with_unit(Unit::PerShare(local)),
        _ => quantity,
    }
}

/// The segment of the figure that this one is set beside, or of the sentence before that its metric is carried from.
fn inherited_segment(
    metric: Metric,
    slot: &Slot,
    (subject, last): (Option<usize>, Option<&Draft>),
    state: &State,
) -> Option<Span> {
    let beside = last.filter(|last| last.metric == metric || slot.lead == Lead::Same);
    match (slot.lead, beside) {
        (Lead::Plain | Lead::Change | Lead::By, _) | (_, None) if subject.is_none() => state.segment,
        (Lead::Plain | Lead::Change | Lead::By, _) => None,
        (_, last) => last.and_then(|last| last.segment),
    }
}

/// "Topped estimates by 5 cents".
fn beats(scene: &Scene<'_>, by: usize) -> bool {
    (by.saturating_sub(6)..by).any(|place| scene.cues(place).meets(CueSet::of(&[Cue::Beat, Cue::Miss])))
        && (by.saturating_sub(5)..by)
            .any(|place| scene.cues(place).meets(CueSet::of(&[Cue::Analyst, Cue::EstimateNoun])))
}

/// "Hundreds of billions": an order of magnitude.
fn is_vague(mention: &QuantityMention) -> bool {
    mention.quantity.bound() == Bound::About && mention.quantity.low() != mention.quantity.high()
}

fn signed(quantity: Quantity, mention: &QuantityMention, measure: Measure, slot: &Slot, subject: &Subject) -> Quantity {
    let turn = match measure {
        Measure::Change => slot.way == Some(Way::Down),
        Measure::Level => subject.loss,
    };
    if turn && !mention.signed { quantity.negated() } else { quantity }
}

fn comparison(metric: Metric, mention: &QuantityMention, when: &When, _slot: &Slot) -> Option<Comparison> {
    let counted = metric.row().unit == MetricUnit::Count && !is_percent(mention.quantity.unit());
    when.comparison.or(if counted { None } else { Some(Comparison::YearOverYear) })
}

/// Whose figure it is: the company right behind it ("at Acme"), else the nearest before it.
fn owner(scene: &Scene<'_>, at: usize, companies: &Companies, state: &State) -> Option<usize> {
    let behind = (at + 1..scene.tokens().len())
        .take_while(|place| {
            scene.quantity(*place).is_none() && !scene.is_break(*place) && scene.symbol(*place) != Some(',')
        })
        .find(|place| {
            scene.company(*place).is_some()
                && scene.left_past(*place, CueSet::NONE).is_some_and(|p| scene.has(p, Cue::At))
        });
    let before = (0..at).rev().find_map(|place| scene.owner(place));
    let named = behind.and_then(|place| scene.company(place));
    let spoken =
        before.and_then(|mention| if mention.anaphor { state.company } else { None }.or(Some(mention.company)));
    named.or(spoken).or(state.company).or(companies.main())
}

/// Who estimated: the analysts' words nearest to the figure.
fn source(scene: &Scene<'_>, at: usize) -> Option<Span> {
    let end = scene.clause_end(at);
    let near = (at + 1..end).chain((0..at).rev());
    near.filter(|place| scene.has(*place, Cue::Analyst))
        .find_map(|place| scene.token(place).filter(|token| token.capital).map(|token| token.span))
}
