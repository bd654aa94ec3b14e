//! The calculated part of the contract: growth, surprise, guidance compared, ratios, checks.

use rust_decimal::Decimal;

use crate::model;
use crate::renderer::figure;
use crate::renderer::json::number::Number;
use crate::renderer::json::word::{Word, Written};
use crate::renderer::json::write::object;

/// The least and the greatest value that the printed roundings allow.
type Interval = [Number; 2];

fn interval(interval: model::Interval) -> Interval {
    let (low, high) = figure::derived_interval(interval);
    [Number::of(low), Number::of(high)]
}

fn derived(value: Decimal) -> Number {
    Number::of(figure::derived(value))
}

object! {
    /// How a level changed, or is guided to change, in per cent.
    pub(super) struct Growth<'a> {
        /// What the change is measured against.
        comparison: Word<model::Comparison>,
        /// The rate that the text states.
        stated: Option<Number>,
        /// The rate: computed where the text has both levels, else the stated one.
        value: Option<Number>,
        /// What the lower end of a range gives.
        low: Option<Number>,
        /// What the upper end of a range gives.
        high: Option<Number>,
        /// What the printed roundings allow on top.
        interval: Option<Interval>,
        /// A change of sign, which has no percentage.
        swing: Option<Word<model::Swing>>,
        /// Why the value is absent.
        reason: Option<Word<model::NoValue>>,
        /// Ids of the facts that it comes from.
        facts: &'a [usize],
    }
}

impl<'a> Growth<'a> {
    pub(super) fn new(growth: &'a model::Growth) -> Self {
        Self {
            comparison: Word(growth.comparison),
            stated: growth.stated.map(Number::of),
            value: growth.value.map(derived),
            low: growth.low.map(derived),
            high: growth.high.map(derived),
            interval: growth.interval.map(interval),
            swing: growth.swing.map(Word),
            reason: growth.reason.map(Word),
            facts: &growth.facts,
        }
    }
}

object! {
    /// The year-ago level that follows from a level and its growth, in the line item's unit.
    pub(super) struct ImpliedYearAgo<'a> {
        /// The level.
        value: Number,
        /// What the printed roundings allow.
        interval: Interval,
        /// Ids of the facts that it comes from.
        facts: &'a [usize],
    }
}

impl<'a> ImpliedYearAgo<'a> {
    pub(super) fn new(implied: &'a model::Implied) -> Self {
        Self { value: derived(implied.value), interval: interval(implied.interval), facts: &implied.facts }
    }
}

object! {
    /// Actual against estimate.
    pub(super) struct Surprise<'a> {
        /// Actual less estimate, in the line item's unit.
        value: Number,
        /// The same in per cent of the estimate's size.
        percent: Option<Number>,
        /// What the printed roundings allow for the percentage.
        interval: Option<Interval>,
        /// Whether it was better than expected: lower costs are a beat.
        verdict: Word<model::Verdict>,
        /// Why the percentage is absent.
        reason: Option<Word<model::NoValue>>,
        /// Ids of the facts that it comes from.
        facts: &'a [usize],
    }
}

impl<'a> Surprise<'a> {
    pub(super) fn new(surprise: &'a model::Surprise) -> Self {
        Self {
            value: derived(surprise.value),
            percent: surprise.percent.map(derived),
            interval: surprise.interval.map(interval),
            verdict: Word(surprise.verdict),
            reason: surprise.reason.map(Word),
            facts: &surprise.facts,
        }
    }
}

object! {
    /// Guidance against the consensus for the same period.
    pub(super) struct GuidanceVsConsensus<'a> {
        /// Middle of the guidance less the consensus, in the line item's unit.
        value: Number,
        /// The same in per cent of the consensus.
        percent: Option<Number>,
        /// Where the guidance lies.
        verdict: Word<model::ConsensusVerdict>,
        /// Ids of the facts that it comes from.
        facts: &'a [usize],
    }
}

impl<'a> GuidanceVsConsensus<'a> {
    pub(super) fn new(against: &'a model::GuidanceAgainstConsensus) -> Self {
        Self {
            value: derived(against.value),
            percent: against.percent.map(derived),
            verdict: Word(against.verdict),
            facts: &against.facts,
        }
    }
}

object! {
    /// Guidance against the prior guidance.
    pub(super) struct GuidanceChange<'a> {
        /// Middle of the guidance less the middle of the prior guidance, in the line item's unit.
        value: Number,
        /// What the figures say.
        verdict: Word<model::GuidanceVerdict>,
        /// The verb that the text uses.
        stated: Option<Word<model::Action>>,
        /// Ids of the facts that it comes from.
        facts: &'a [usize],
    }
}

impl<'a> GuidanceChange<'a> {
    pub(super) fn new(change: &'a model::GuidanceChange) -> Self {
        Self {
            value: derived(change.value),
            verdict: Word(change.verdict),
            stated: change.stated.map(Word),
            facts: &change.facts,
        }
    }
}

object! {
    /// A number that relates two line items.
    pub(super) struct Ratio<'a> {
        /// Such as `net_margin` or `implied_diluted_shares`.
        name: &'a str,
        /// The period of both line items.
        period: Option<Written<model::Period>>,
        /// The basis of both line items.
        basis: Option<Word<model::Basis>>,
        /// What it is counted in.
        unit: Written<model::Unit>,
        /// The ratio.
        value: Number,
        /// What the printed roundings allow.
        interval: Interval,
        /// Ids of the facts that it comes from.
        facts: &'a [usize],
    }
}

impl<'a> Ratio<'a> {
    pub(super) fn new(ratio: &'a model::Ratio) -> Self {
        Self {
            name: ratio.name,
            period: ratio.period.map(Written),
            basis: ratio.basis.map(Word),
            unit: Written(ratio.unit),
            value: derived(ratio.value),
            interval: interval(ratio.interval),
            facts: &ratio.facts,
        }
    }
}

object! {
    /// What the text says against what its figures say.
    pub(super) struct Check<'a> {
        /// What is compared.
        kind: Word<model::CheckKind>,
        /// Whether the two agree.
        status: Word<model::CheckStatus>,
        /// One sentence for a person.
        message: &'a str,
        /// Ids of the facts that it comes from.
        facts: &'a [usize],
    }
}

impl<'a> Check<'a> {
    pub(super) fn new(check: &'a model::Check) -> Self {
        Self { kind: Word(check.kind), status: Word(check.status), message: &check.message, facts: &check.facts }
    }
}
