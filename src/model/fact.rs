//! A quantity with its meaning, and the place in the text that it was read from.

use std::sync::Arc;

use crate::model::{Metric, Period, Quantity, Span};

/// Declares an enum together with the name that each variant has in the JSON contract.
macro_rules! named {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$doc])* $variant),+ }

        impl $name {
            /// Every variant, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name in the JSON contract.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }
        }
    };
}
pub(crate) use named;

named! {
    /// Whose figure it is, and of what standing.
    Role {
        /// Reported, whatever the period.
        Actual = "actual",
        /// What analysts, a consensus or a data vendor expected.
        Estimate = "estimate",
        /// What the company itself expects, plans or targets, now in force.
        Guidance = "guidance",
        /// What the company had guided to before.
        PriorGuidance = "prior_guidance",
    }
}

named! {
    /// Whether the figure is the metric's level or its change.
    Measure {
        /// "Revenue of $48.4 billion".
        Level = "level",
        /// "Up 21%".
        Change = "change",
    }
}

named! {
    /// What a change is measured against.
    Comparison {
        /// Against the same period of the year before.
        YearOverYear = "year_over_year",
        /// Against the quarter before.
        QuarterOverQuarter = "quarter_over_quarter",
        /// Against what analysts expected: "topped estimates by 5 cents".
        VersusEstimate = "versus_estimate",
        /// Against what the company had guided to.
        VersusGuidance = "versus_guidance",
        /// Against something else: "since 2019".
        Other = "other",
    }
}

named! {
    /// The accounting basis that the text names.
    Basis {
        /// Adjusted, non-GAAP, core, underlying, excluding items.
        Adjusted = "adjusted",
        /// GAAP, IFRS, reported, statutory.
        Gaap = "gaap",
        /// At constant exchange rates.
        ConstantCurrency = "constant_currency",
        /// Without acquisitions and disposals.
        Organic = "organic",
    }
}

named! {
    /// What the company did with its guidance.
    Action {
        /// Gave it for the first time.
        Issued = "issued",
        /// Lifted it.
        Raised = "raised",
        /// Cut it.
        Lowered = "lowered",
        /// Brought its ends closer together.
        Narrowed = "narrowed",
        /// Moved its ends apart.
        Widened = "widened",
        /// Left it as it was.
        Reaffirmed = "reaffirmed",
        /// Took it back.
        Withdrawn = "withdrawn",
    }
}

named! {
    /// How an actual stands to an estimate.
    Verdict {
        /// Better than expected: higher, or lower for costs.
        Beat = "beat",
        /// Worse than expected.
        Miss = "miss",
        /// The printed roundings cannot tell them apart, or the text says in line.
        InLine = "in_line",
    }
}

/// Where a figure was read. Spans are byte offsets into the document's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The figure itself: "$60 billion and $65 billion".
    pub span: Span,
    /// The sentence that it stands in.
    pub sentence: Span,
    /// Line of the figure's first character, from 1.
    pub line: usize,
    /// Column of the figure's first character, from 1, in characters.
    pub column: usize,
}

/// One figure that states the level, or the change, of a metric. A figure said twice is two facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Its place in the report's list of facts.
    pub id: usize,
    /// What is measured.
    pub metric: Metric,
    /// Of what standing.
    pub role: Role,
    /// Level or change.
    pub measure: Measure,
    /// For a change, what it is measured against, where the text says so.
    pub comparison: Option<Comparison>,
    /// Whose figure it is, as the text names it.
    pub company: Option<Arc<str>>,
    /// The business line, product or region; `None` for the whole company.
    pub segment: Option<Arc<str>>,
    /// The period of the figure, not of the article.
    pub period: Option<Period>,
    /// The accounting basis, where the text says.
    pub basis: Option<Basis>,
    /// The figure. Losses, declines and outflows are negative.
    pub quantity: Quantity,
    /// What the company did with its guidance, where the text says; only with [`Role::Guidance`].
    pub action: Option<Action>,
    /// Who estimated, as the text names it ("LSEG", "Wall Street"); only with [`Role::Estimate`].
    pub source: Option<Arc<str>>,
    /// Where it was read.
    pub evidence: Evidence,
    /// The name of the rule that read it.
    pub rule: &'static str,
}

impl Fact {
    /// The rule by which the rows of statement tables are read.
    pub const TABLE_RULE: &'static str = "row of a table";

    /// Whether it stands in a statement table, not in prose.
    pub fn is_from_table(&self) -> bool {
        self.rule == Self::TABLE_RULE
    }
}

/// A quantity that is in no fact, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unlinked {
    /// The figure.
    pub quantity: Quantity,
    /// Why no fact was made of it, in a few words: "share price".
    pub reason: &'static str,
    /// Where it stands.
    pub evidence: Evidence,
}

/// A verdict that the text itself states: "results beat analysts' expectations".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// What the text says.
    pub verdict: Verdict,
    /// Of which metric; `None` where it speaks of the results as a whole.
    pub metric: Option<Metric>,
    /// Whose results, as the text names it.
    pub company: Option<Arc<str>>,
    /// Of which period, where known.
    pub period: Option<Period>,
    /// The words that say so.
    pub evidence: Evidence,
}
