//! The nouns of topline: what an amount, a period, a fact and a report are.
//! No English, no input or output; every other room speaks in these types.

mod date;
mod document;
mod fact;
mod metric;
mod period;
mod quantity;
mod report;
mod span;
mod unit;

pub use date::Date;
pub use document::{Document, Kind};
pub use fact::{Action, Basis, Claim, Comparison, Evidence, Fact, Measure, Role, Unlinked, Verdict};
pub use metric::{Better, Metric, MetricRow, MetricUnit};
pub use period::{Period, PeriodSpan};
pub use quantity::{Bound, Quantity};
pub use report::{
    Change, Check, CheckKind, CheckStatus, Company, ConsensusVerdict, Figure, Growth, GuidanceAgainstConsensus,
    GuidanceChange, GuidanceVerdict, Implied, Interval, LineItem, NoValue, Ratio, Reading, Report, Surprise, Swing,
};
pub use span::Span;
pub use unit::{Currency, Unit};
