//! What a metric is: one row of the metric vocabulary, and a handle on it.

use std::fmt;

/// What a metric's level is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MetricUnit {
    /// Money: revenue, net income.
    Money,
    /// Money for each share: EPS, dividends.
    PerShare,
    /// Per cent, as a level: margins, the tax rate.
    Percent,
    /// Per cent, and always a change: comparable sales.
    ChangePercent,
    /// Things: users, stores, vehicles.
    Count,
}

/// Which direction is good news.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    /// Revenue, margins.
    Higher,
    /// Costs, debt, the combined ratio.
    Lower,
}

/// One row of the metric vocabulary. `key` is the name in the JSON contract.
#[derive(Debug)]
pub struct MetricRow {
    /// The identifier: `net_income`.
    pub key: &'static str,
    /// How a table shows it: `Net income`.
    pub label: &'static str,
    /// What its level is counted in.
    pub unit: MetricUnit,
    /// Which direction is good news.
    pub better: Better,
    /// The metric that the same words mean when the figure is per share: "profit of $2.70 a share" is EPS.
    pub per_share: Option<&'static str>,
    /// The metric that the same words mean when the figure is a percentage that is no change.
    pub as_percent: Option<&'static str>,
    /// Place in a report: revenue 0, EPS 1, net income 2, then 3 for what follows the order of the text.
    pub rank: u8,
    /// The phrases that name it, lower-case, the words separated by single spaces.
    pub words: &'static [&'static str],
    /// Sentences in which a figure of this metric is read.
    pub reads: &'static [&'static str],
    /// Sentences in which no figure of this metric is read.
    pub ignores: &'static [&'static str],
}

/// A metric: a row of the vocabulary. Two are equal when their keys are.
#[derive(Clone, Copy)]
pub struct Metric(&'static MetricRow);

impl Metric {
    /// The metric of this row.
    pub const fn new(row: &'static MetricRow) -> Self {
        Self(row)
    }

    /// The identifier in the JSON contract: `net_income`.
    pub fn key(self) -> &'static str {
        self.0.key
    }

    /// The whole row.
    pub fn row(self) -> &'static MetricRow {
        self.0
    }
}

impl PartialEq for Metric {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0) || self.0.key == other.0.key
    }
}

impl Eq for Metric {}

impl std::hash::Hash for Metric {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.0.key.hash(state);
    }
}

impl fmt::Debug for Metric {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.key)
    }
}
