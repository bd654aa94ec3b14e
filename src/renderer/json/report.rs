//! The report in the shape of the public contract. Keys are never removed or renamed within a schema version; an
//! absent value is null, not missing.

use crate::model;
use crate::renderer::View;
use crate::renderer::json::derived::{
    Check, Growth, GuidanceChange, GuidanceVsConsensus, ImpliedYearAgo, Ratio, Surprise,
};
use crate::renderer::json::number::Number;
use crate::renderer::json::word::{Word, Written};
use crate::renderer::json::write::{list, object};
use crate::renderer::warnings;

/// The version of this contract.
pub(crate) const SCHEMA_VERSION: u32 = 1;

object! {
    /// Everything known of one document.
    pub(super) struct Report<'a> {
        /// The version of this contract.
        schema_version: u32,
        /// What was read.
        source: Source<'a>,
        /// Whose results.
        company: Company<'a>,
        /// The period that is reported on.
        period: Option<Written<model::Period>>,
        /// One for each metric, company, segment, basis and period; most important first.
        line_items: LineItems<'a>,
        /// Every figure with its meaning, in the order of the text.
        facts: Facts<'a>,
        /// Margins and the like.
        ratios: Ratios<'a>,
        /// What the text says against what its figures say.
        checks: Checks<'a>,
        /// Quantities that are in no fact; null unless asked for.
        unlinked: Option<LooseEnds<'a>>,
        /// What the reader should know.
        warnings: Vec<&'a str>,
    }
}

impl<'a> Report<'a> {
    pub(super) fn new(report: &'a model::Report, view: &'a View) -> Self {
        Self {
            schema_version: SCHEMA_VERSION,
            source: Source { path: &report.document.name, kind: Word(report.kind) },
            company: Company { name: report.company.name.as_deref(), ticker: report.company.ticker.as_deref() },
            period: report.period.map(Written),
            line_items: LineItems { report, view },
            facts: Facts { report, view },
            ratios: Ratios { report, view },
            checks: Checks { report, view },
            unlinked: view.include_unlinked.then_some(LooseEnds { report, view }),
            warnings: warnings(report).collect(),
        }
    }
}

list! {
    /// The line items that are shown.
    LineItems of LineItem: |report, view| view.items(report).map(LineItem::new)
}

list! {
    /// The facts that are shown.
    Facts of Fact: |report, view| view.facts(report).map(|fact| Fact::new(fact, report.text()))
}

list! {
    /// The ratios of what is shown.
    Ratios of Ratio: |report, view| view.ratios(report).map(Ratio::new)
}

list! {
    /// The checks of what is shown.
    Checks of Check: |report, view| view.checks(report).map(Check::new)
}

list! {
    /// What is in no fact.
    LooseEnds of Unlinked: |report, _view| report.unlinked.iter().map(|loose| Unlinked::new(loose, report.text()))
}

object! {
    /// What was read.
    struct Source<'a> {
        /// The path, the identifier, or `-` for standard input.
        path: &'a str,
        /// What kind of text it is.
        kind: Word<model::Kind>,
    }
}

object! {
    /// Whose results.
    struct Company<'a> {
        /// As the text has it, or as it was told.
        name: Option<&'a str>,
        /// The symbol, where the text or the name of the file has it.
        ticker: Option<&'a str>,
    }
}

object! {
    /// Everything known of one metric of one company or segment on one basis in one period.
    struct LineItem<'a> {
        /// A key of the vocabulary, such as `net_income`.
        metric: &'a str,
        /// Whose figures; not always the company of the report.
        company: Option<&'a str>,
        /// The business line, product or region; null for the whole company.
        segment: Option<&'a str>,
        /// The accounting basis that the text names.
        basis: Option<Word<model::Basis>>,
        /// The period that the figures are for.
        period: Option<Written<model::Period>>,
        /// The unit of all its figures.
        unit: Written<model::Unit>,
        /// What was reported.
        actual: Option<Figure>,
        /// What analysts expected.
        estimate: Option<Estimate<'a>>,
        /// What the company expects.
        guidance: Option<Guidance>,
        /// What the company had expected before.
        prior_guidance: Option<Figure>,
        /// The actual of the year-ago period.
        year_ago: Option<Figure>,
        /// How it changed, or is guided to change.
        growth: Option<Growth<'a>>,
        /// The year-ago level, where only the growth is stated.
        implied_year_ago: Option<ImpliedYearAgo<'a>>,
        /// Actual against estimate.
        surprise: Option<Surprise<'a>>,
        /// Guidance against what analysts expect.
        guidance_vs_consensus: Option<GuidanceVsConsensus<'a>>,
        /// Guidance against the prior guidance.
        guidance_change: Option<GuidanceChange<'a>>,
    }
}

impl<'a> LineItem<'a> {
    fn new(item: &'a model::LineItem) -> Self {
        Self {
            metric: item.metric.key(),
            company: item.company.as_deref(),
            segment: item.segment.as_deref(),
            basis: item.basis.map(Word),
            period: item.period.map(Written),
            unit: Written(item.unit),
            actual: item.actual.as_ref().map(Figure::new),
            estimate: item.estimate.as_ref().map(Estimate::new),
            guidance: item.guidance.as_ref().map(Guidance::new),
            prior_guidance: item.prior_guidance.as_ref().map(Figure::new),
            year_ago: item.year_ago.as_ref().map(Figure::new),
            growth: item.growth.as_ref().map(Growth::new),
            implied_year_ago: item.implied_year_ago.as_ref().map(ImpliedYearAgo::new),
            surprise: item.surprise.as_ref().map(Surprise::new),
            guidance_vs_consensus: item.guidance_vs_consensus.as_ref().map(GuidanceVsConsensus::new),
            guidance_change: item.guidance_change.as_ref().map(GuidanceChange::new),
        }
    }
}

object! {
    /// A fact's figure within a line item.
    struct Figure {
        /// The figure; the middle of a range.
        value: Number,
        /// The lower end of a range; else the value.
        low: Number,
        /// The upper end of a range; else the value.
        high: Number,
        /// How the text hedges the figure.
        bound: Word<model::Bound>,
        /// The id of the fact that it comes from.
        fact: usize,
    }
}

impl Figure {
    fn new(figure: &model::Figure) -> Self {
        let (value, low, high, bound) = ends(&figure.quantity);
        Self { value, low, high, bound, fact: figure.fact }
    }
}

object! {
    /// What analysts expected.
    struct Estimate<'a> {
        /// The figure; the middle of a range.
        value: Number,
        /// The lower end of a range; else the value.
        low: Number,
        /// The upper end of a range; else the value.
        high: Number,
        /// How the text hedges the figure.
        bound: Word<model::Bound>,
        /// Who estimated, as the text names it.
        source: Option<&'a str>,
        /// The id of the fact that it comes from.
        fact: usize,
    }
}

impl<'a> Estimate<'a> {
    fn new(figure: &'a model::Figure) -> Self {
        let (value, low, high, bound) = ends(&figure.quantity);
        Self { value, low, high, bound, source: figure.source.as_deref(), fact: figure.fact }
    }
}

object! {
    /// What the company expects.
    struct Guidance {
        /// The figure; the middle of a range.
        value: Number,
        /// The lower end of a range; else the value.
        low: Number,
        /// The upper end of a range; else the value.
        high: Number,
        /// How the text hedges the figure.
        bound: Word<model::Bound>,
        /// What the company did with it, where the text says.
        action: Option<Word<model::Action>>,
        /// The id of the fact that it comes from.
        fact: usize,
    }
}

impl Guidance {
    fn new(figure: &model::Figure) -> Self {
        let (value, low, high, bound) = ends(&figure.quantity);
        Self { value, low, high, bound, action: figure.action.map(Word), fact: figure.fact }
    }
}

fn ends(quantity: &model::Quantity) -> (Number, Number, Number, Word<model::Bound>) {
    let bound = Word(quantity.bound());
    // Most are one number, spelled once.
    if quantity.low() == quantity.high() {
        let value = Number::of(quantity.low());
        return (value, value, value, bound);
    }
    (Number::of(quantity.value()), Number::of(quantity.low()), Number::of(quantity.high()), bound)
}

object! {
    /// One figure that states the level, or the change, of a metric.
    struct Fact<'a> {
        /// What `fact` and `facts` elsewhere in the report name it by.
        id: usize,
        /// A key of the vocabulary, such as `net_income`.
        metric: &'a str,
        /// Whose figure it is.
        role: Word<model::Role>,
        /// Whether it states the metric's level or its change.
        measure: Word<model::Measure>,
        /// For a change, what it is measured against.
        comparison: Option<Word<model::Comparison>>,
        /// Whose figure.
        company: Option<&'a str>,
        /// The business line, product or region; null for the whole company.
        segment: Option<&'a str>,
        /// The period of the figure, not of the article.
        period: Option<Written<model::Period>>,
        /// The accounting basis that the text names.
        basis: Option<Word<model::Basis>>,
        /// What it is counted in.
        unit: Written<model::Unit>,
        /// The figure; the middle of a range.
        value: Number,
        /// The lower end of a range; else the value.
        low: Number,
        /// The upper end of a range; else the value.
        high: Number,
        /// How the text hedges the figure.
        bound: Word<model::Bound>,
        /// For guidance, what the company did with it.
        action: Option<Word<model::Action>>,
        /// For estimates, who estimated.
        source: Option<&'a str>,
        /// Where it was read.
        evidence: Evidence<'a>,
    }
}

impl<'a> Fact<'a> {
    fn new(fact: &'a model::Fact, text: &'a str) -> Self {
        let (value, low, high, bound) = ends(&fact.quantity);
        Self {
            id: fact.id,
            metric: fact.metric.key(),
            role: Word(fact.role),
            measure: Word(fact.measure),
            comparison: fact.comparison.map(Word),
            company: fact.company.as_deref(),
            segment: fact.segment.as_deref(),
            period: fact.period.map(Written),
            basis: fact.basis.map(Word),
            unit: Written(fact.quantity.unit()),
            value,
            low,
            high,
            bound,
            action: fact.action.map(Word),
            source: fact.source.as_deref(),
            evidence: Evidence::new(&fact.evidence, text),
        }
    }
}

object! {
    /// Where a figure was read.
    struct Evidence<'a> {
        /// Offset of the figure's first byte in the text, in UTF-8.
        start: usize,
        /// Offset just past its last byte.
        end: usize,
        /// Line of its first character, from 1.
        line: usize,
        /// Column of its first character, from 1, in characters.
        column: usize,
        /// The figure as printed.
        text: &'a str,
        /// The sentence that it stands in.
        sentence: &'a str,
    }
}

impl<'a> Evidence<'a> {
    fn new(evidence: &model::Evidence, text: &'a str) -> Self {
        Self {
            start: evidence.span.start,
            end: evidence.span.end,
            line: evidence.line,
            column: evidence.column,
            text: evidence.span.of(text),
            sentence: evidence.sentence.of(text),
        }
    }
}

object! {
    /// A quantity that is in no fact, and why.
    struct Unlinked<'a> {
        /// What it is counted in.
        unit: Written<model::Unit>,
        /// The figure; the middle of a range.
        value: Number,
        /// The lower end of a range; else the value.
        low: Number,
        /// The upper end of a range; else the value.
        high: Number,
        /// How the text hedges the figure.
        bound: Word<model::Bound>,
        /// Why no fact was made of it.
        reason: &'a str,
        /// Where it was read.
        evidence: Evidence<'a>,
    }
}

impl<'a> Unlinked<'a> {
    fn new(unlinked: &'a model::Unlinked, text: &'a str) -> Self {
        let (value, low, high, bound) = ends(&unlinked.quantity);
        Self {
            unit: Written(unlinked.quantity.unit()),
            value,
            low,
            high,
            bound,
            reason: unlinked.reason,
            evidence: Evidence::new(&unlinked.evidence, text),
        }
    }
}
