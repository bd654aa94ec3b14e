//! What is known of one document after reading and calculating: all that a renderer may see.

use std::sync::Arc;

use rust_decimal::Decimal;

use crate::model::fact::named;
use crate::model::{
    Action, Basis, Claim, Comparison, Document, Fact, Kind, Metric, Period, Quantity, Unit, Unlinked, Verdict,
};

/// Whose results a document is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Company {
    /// The name, as the text gives it.
    pub name: Option<String>,
    /// The ticker, where the text or the reader gives it.
    pub ticker: Option<String>,
}

/// What the parser hands to the calculator.
#[derive(Clone, Debug)]
pub struct Reading {
    /// What sort of text it is.
    pub kind: Kind,
    /// Whose results.
    pub company: Company,
    /// The period that is reported on.
    pub period: Option<Period>,
    /// Facts in the order of the text; `facts[i].id == i`.
    pub facts: Vec<Fact>,
    /// Verdicts that the text states.
    pub claims: Vec<Claim>,
    /// Every quantity that is in no fact, in the order of the text.
    pub unlinked: Vec<Unlinked>,
    /// What the reader should know: "the year was taken from the file's name".
    pub warnings: Vec<String>,
}

/// Everything known of one document.
#[derive(Clone, Debug)]
pub struct Report {
    /// The text that was read, so that a renderer can show it with its facts marked, its name and its file.
    pub document: Document,
    /// What sort of text it is.
    pub kind: Kind,
    /// Whose results.
    pub company: Company,
    /// The period that is reported on.
    pub period: Option<Period>,
    /// One for each metric, company, segment, basis and period; most important first.
    pub line_items: Vec<LineItem>,
    /// Facts in the order of the text; `facts[i].id == i`.
    pub facts: Vec<Fact>,
    /// Margins and the like.
    pub ratios: Vec<Ratio>,
    /// What the text says against what its figures say.
    pub checks: Vec<Check>,
    /// Every quantity that is in no fact.
    pub unlinked: Vec<Unlinked>,
    /// What the reader should know.
    pub warnings: Vec<String>,
}

/// A fact's figure within a line item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The figure.
    pub quantity: Quantity,
    /// The fact that it comes from.
    pub fact: usize,
    /// For guidance, what the company did with it.
    pub action: Option<Action>,
    /// For estimates, who estimated.
    pub source: Option<Arc<str>>,
}

/// The values that the printed roundings allow: `low <= high`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The least.
    pub low: Decimal,
    /// The greatest.
    pub high: Decimal,
}

named! {
    /// A change of sign, for which there is no percentage.
    Swing {
        /// From a loss to a profit.
        ToProfit = "swing_to_profit",
        /// From a profit to a loss.
        ToLoss = "swing_to_loss",
    }
}

named! {
    /// Why a derived number is absent.
    NoValue {
        /// The base of the percentage is zero, or may be zero within its rounding.
        BaseIsZero = "base is zero",
        /// The sign changes, so a percentage says nothing.
        SignChanges = "sign changes",
        /// Both are losses, or the base is one: a percentage would mislead.
        BaseIsNegative = "base is negative",
        /// The figures are percentages themselves, which move by points.
        MovesByPoints = "a percentage moves by points",
        /// The two are in different currencies or units.
        UnitsDiffer = "units differ",
        /// The result does not fit in 28 digits.
        OutOfRange = "out of range",
    }
}

/// A change that is an amount or a number of points, not a rate: "fell by $2 billion", "widened 120 basis points".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// What it is counted in: the line item's unit, points or basis points.
    pub unit: Unit,
    /// The change: computed from two levels where the text has both, else the stated one.
    pub value: Decimal,
    /// What the printed roundings allow; absent where a bound leaves an end open.
    pub interval: Option<Interval>,
}

/// How a level changed, or is guided to change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Growth {
    /// Against what.
    pub comparison: Comparison,
    /// The rate that the text states, in per cent; the middle of a stated range.
    pub stated: Option<Decimal>,
    /// The rate in per cent: computed from two levels where the text has both, else the stated one.
    pub value: Option<Decimal>,
    /// What the lower end of a range gives; `value` where there is none.
    pub low: Option<Decimal>,
    /// What the upper end of a range gives.
    pub high: Option<Decimal>,
    /// What the printed roundings allow on top.
    pub interval: Option<Interval>,
    /// The same as an amount, or in points for a margin; all that there is where no rate can be told.
    pub change: Option<Change>,
    /// A change of sign, which has no percentage.
    pub swing: Option<Swing>,
    /// Why `value` is absent.
    pub reason: Option<NoValue>,
    /// The facts that it comes from.
    pub facts: Vec<usize>,
}

/// A level that follows from others, such as the year-ago level from a level and its growth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Implied {
    /// The level, in the line item's unit.
    pub value: Decimal,
    /// What the printed roundings allow.
    pub interval: Interval,
    /// The facts that it comes from.
    pub facts: Vec<usize>,
}

/// Actual against estimate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Surprise {
    /// Actual less estimate, in the line item's unit.
    pub value: Decimal,
    /// In per cent of the estimate's size; absent where `reason` says why.
    pub percent: Option<Decimal>,
    /// What the printed roundings allow for `percent`.
    pub interval: Option<Interval>,
    /// Beat, miss or in line.
    pub verdict: Verdict,
    /// Why `percent` is absent.
    pub reason: Option<NoValue>,
    /// The facts that it comes from: the actual, the estimate.
    pub facts: Vec<usize>,
}

named! {
    /// How a guided range stands to the consensus.
    ConsensusVerdict {
        /// All of it is above.
        Above = "above",
        /// All of it is below.
        Below = "below",
        /// The consensus lies inside.
        Straddles = "straddles",
        /// A lone guided figure that the roundings cannot tell from the consensus.
        InLine = "in_line",
    }
}

/// Guidance against the consensus for the same period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuidanceAgainstConsensus {
    /// Middle of the guidance less the consensus, in the line item's unit.
    pub value: Decimal,
    /// The same in per cent of the consensus; absent where that is zero or negative.
    pub percent: Option<Decimal>,
    /// Above, below, straddles, in line.
    pub verdict: ConsensusVerdict,
    /// The facts that it comes from: the guidance, the estimate.
    pub facts: Vec<usize>,
}

named! {
    /// What the figures say was done with guidance.
    GuidanceVerdict {
        /// The middle moved up.
        Raised = "raised",
        /// The middle moved down.
        Lowered = "lowered",
        /// The same middle, closer ends.
        Narrowed = "narrowed",
        /// The same middle, ends further apart.
        Widened = "widened",
        /// The same ends.
        Reaffirmed = "reaffirmed",
    }
}

/// Guidance against the prior guidance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuidanceChange {
    /// Middle of the guidance less the middle of the prior guidance, in the line item's unit.
    pub value: Decimal,
    /// What the figures say.
    pub verdict: GuidanceVerdict,
    /// The verb that the text uses, where it does.
    pub stated: Option<Action>,
    /// The facts that it comes from: the guidance, the prior guidance.
    pub facts: Vec<usize>,
}

/// Everything known of one metric of one company (or segment) on one basis in one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineItem {
    /// What is measured.
    pub metric: Metric,
    /// Whose.
    pub company: Option<Arc<str>>,
    /// Of which business line; `None` for the whole company.
    pub segment: Option<Arc<str>>,
    /// On which basis, where the text says.
    pub basis: Option<Basis>,
    /// When.
    pub period: Option<Period>,
    /// The unit of all its figures.
    pub unit: Unit,
    /// Whether all of it is told again by another line item, as its year-ago figure: a table need not repeat it.
    pub is_base: bool,
    /// What was reported.
    pub actual: Option<Figure>,
    /// What analysts expected.
    pub estimate: Option<Figure>,
    /// What the company expects.
    pub guidance: Option<Figure>,
    /// What the company had expected before.
    pub prior_guidance: Option<Figure>,
    /// The actual of the year-ago period.
    pub year_ago: Option<Figure>,
    /// Actual, or guidance, against the year-ago actual; the stated rate where the text has no year-ago figure.
    pub growth: Option<Growth>,
    /// The year-ago level that a level and a stated rate imply, where the text does not give it.
    pub implied_year_ago: Option<Implied>,
    /// Actual against estimate.
    pub surprise: Option<Surprise>,
    /// Guidance against estimate.
    pub guidance_vs_consensus: Option<GuidanceAgainstConsensus>,
    /// Guidance against prior guidance.
    pub guidance_change: Option<GuidanceChange>,
}

/// A number that relates two line items: a margin, a payout, implied shares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ratio {
    /// The name in the JSON contract: `net_margin`.
    pub name: &'static str,
    /// How a table shows it: `Net margin`.
    pub label: &'static str,
    /// When.
    pub period: Option<Period>,
    /// On which basis, where the text says.
    pub basis: Option<Basis>,
    /// The unit: per cent, or a count of shares.
    pub unit: Unit,
    /// The number.
    pub value: Decimal,
    /// What the printed roundings allow.
    pub interval: Interval,
    /// The facts that it comes from.
    pub facts: Vec<usize>,
}

named! {
    /// What a check compares.
    CheckKind {
        /// Stated growth against computed growth.
        Growth = "growth",
        /// Stated surprise against computed surprise.
        Surprise = "surprise",
        /// Stated beat or miss against computed.
        Verdict = "verdict",
        /// Stated margin against computed margin.
        Margin = "margin",
        /// Segments against the total.
        Segments = "segments",
        /// Net income against EPS times shares.
        Shares = "shares",
        /// The verb used of guidance against what the figures say.
        Guidance = "guidance",
        /// A line of a statement against others that it follows from.
        Statement = "statement",
        /// The year to date against its quarters.
        YearToDate = "year_to_date",
        /// The same line item stated twice with figures that disagree.
        Restated = "restated",
    }
}

named! {
    /// What a check found. Where the intervals can tell nothing there is no check.
    CheckStatus {
        /// The text and its figures agree.
        Consistent = "consistent",
        /// They do not.
        Inconsistent = "inconsistent",
    }
}

/// What the text says against what its figures say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// What is compared.
    pub kind: CheckKind,
    /// What was found.
    pub status: CheckStatus,
    /// One sentence for a person, without rounding beyond what the figures support.
    pub message: String,
    /// The facts that it comes from.
    pub facts: Vec<usize>,
}

impl Report {
    /// Puts together what was read and what was calculated.
    pub fn new(
        document: Document,
        reading: Reading,
        (line_items, ratios, checks): (Vec<LineItem>, Vec<Ratio>, Vec<Check>),
    ) -> Self {
        Self {
            document,
            kind: reading.kind,
            company: reading.company,
            period: reading.period,
            line_items,
            facts: reading.facts,
            ratios,
            checks,
            unlinked: reading.unlinked,
            warnings: reading.warnings,
        }
    }

    /// The text that every span refers to.
    pub fn text(&self) -> &str {
        &self.document.text
    }
}
