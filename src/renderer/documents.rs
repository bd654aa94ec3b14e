//! One row a document: what it says in short, how rows are ordered, and what they add up to.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use crate::model::{Action, Growth, LineItem, Metric, Period, Quantity, Report, Surprise, Verdict};
use crate::renderer::warnings;

/// What one document says, in one row.
#[derive(Clone, Debug, Default)]
pub struct Summary {
    /// The document's name.
    pub document: String,
    /// Whose results.
    pub company: Option<String>,
    /// The ticker.
    pub ticker: Option<String>,
    /// The period that is reported on.
    pub period: Option<Period>,
    /// The headline revenue.
    pub revenue: Option<Quantity>,
    /// Its growth.
    pub revenue_growth: Option<Growth>,
    /// It against the estimate.
    pub revenue_surprise: Option<Surprise>,
    /// The headline EPS.
    pub eps: Option<Quantity>,
    /// It against the estimate.
    pub eps_surprise: Option<Surprise>,
    /// Guided capital expenditure, or else the first guidance.
    pub guidance: Option<Guided>,
    /// How many facts were read.
    pub facts: usize,
    /// What the reader should know.
    pub warnings: Vec<String>,
}

/// A guided figure, in a row of its document.
#[derive(Clone, Debug)]
pub struct Guided {
    /// What is guided.
    pub metric: Metric,
    /// When.
    pub period: Option<Period>,
    /// The figure.
    pub quantity: Quantity,
    /// What the company did with it, where the text says.
    pub action: Option<Action>,
}

impl Summary {
    /// The row of this report.
    pub fn of(report: &Report) -> Self {
        let headline = |key: &str| report.line_items.iter().find(|item| item.metric.key() == key);
        let level = |item: Option<&LineItem>| Some(item?.actual.as_ref()?.quantity.clone());
        let revenue = headline("revenue");
        let eps = headline("eps");
        Self {
            document: report.document.name.clone(),
            company: report.company.name.clone(),
            ticker: report.company.ticker.clone(),
            period: report.period,
            revenue: level(revenue),
            revenue_growth: revenue.and_then(|item| item.growth.clone()),
            revenue_surprise: revenue.and_then(|item| item.surprise.clone()),
            eps: level(eps),
            eps_surprise: eps.and_then(|item| item.surprise.clone()),
            guidance: guided(report),
            facts: report.facts.len(),
            warnings: warnings(report).map(str::to_owned).collect(),
        }
    }
}

fn guided(report: &Report) -> Option<Guided> {
    let mut items = report.line_items.iter().filter(|item| item.guidance.is_some());
    let first = items.clone().next();
    let item = items.find(|item| item.metric.key() == "capex").or(first)?;
    let figure = item.guidance.as_ref()?;
    Some(Guided { metric: item.metric, period: item.period, quantity: figure.quantity.clone(), action: figure.action })
}

/// What rows can be ordered by: every column of the documents table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortKey {
    /// By name.
    Document,
    /// By company.
    Company,
    /// By period.
    Period,
    /// By revenue, the greatest first.
    Revenue,
    /// By revenue growth.
    Growth,
    /// By revenue surprise, in per cent.
    RevenueSurprise,
    /// By EPS.
    Eps,
    /// By EPS surprise, in per cent.
    EpsSurprise,
    /// By the middle of the guidance.
    Guidance,
    /// By the number of warnings.
    Warnings,
}

impl SortKey {
    /// Every key, in the order of the table's columns.
    pub const ALL: &'static [Self] = &[
        Self::Document,
        Self::Company,
        Self::Period,
        Self::Revenue,
        Self::Growth,
        Self::RevenueSurprise,
        Self::Eps,
        Self::EpsSurprise,
        Self::Guidance,
        Self::Warnings,
    ];

    /// The name that `--sort` takes.
    pub fn name(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Company => "company",
            Self::Period => "period",
            Self::Revenue => "revenue",
            Self::Growth => "growth",
            Self::RevenueSurprise => "revenue_surprise",
            Self::Eps => "eps",
            Self::EpsSurprise => "eps_surprise",
            Self::Guidance => "guidance",
            Self::Warnings => "warnings",
        }
    }

    /// Which of two rows stands first: names and periods rise, numbers fall, rows without a value come last.
    pub fn compare(self, one: &Summary, other: &Summary) -> Ordering {
        match self {
            Self::Document => one.document.cmp(&other.document),
            Self::Company => rising(one.company.as_ref(), other.company.as_ref()),
            Self::Period => rising(one.period, other.period),
            Self::Revenue
            | Self::Growth
            | Self::RevenueSurprise
            | Self::Eps
            | Self::EpsSurprise
            | Self::Guidance
            | Self::Warnings => falling(self.number(one), self.number(other)),
        }
    }

    fn number(self, row: &Summary) -> Option<Decimal> {
        let percent = |surprise: &Option<Surprise>| surprise.as_ref().and_then(|surprise| surprise.percent);
        match self {
            Self::Document | Self::Company | Self::Period => None,
            Self::Revenue => row.revenue.as_ref().map(Quantity::value),
            Self::Growth => row.revenue_growth.as_ref().and_then(|growth| growth.value),
            Self::RevenueSurprise => percent(&row.revenue_surprise),
            Self::Eps => row.eps.as_ref().map(Quantity::value),
            Self::EpsSurprise => percent(&row.eps_surprise),
            Self::Guidance => row.guidance.as_ref().map(|guided| guided.quantity.value()),
            Self::Warnings => Some(Decimal::from(row.warnings.len())),
        }
    }
}

fn rising<T: Ord>(one: Option<T>, other: Option<T>) -> Ordering {
    match (one, other) {
        (Some(one), Some(other)) => one.cmp(&other),
        (one, other) => other.is_some().cmp(&one.is_some()),
    }
}

fn falling(one: Option<Decimal>, other: Option<Decimal>) -> Ordering {
    match (one, other) {
        (Some(one), Some(other)) => other.cmp(&one),
        (one, other) => rising(one, other),
    }
}

/// How often the headline figures beat, missed or met what was expected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Verdicts {
    /// Better than expected.
    pub beats: u64,
    /// Worse.
    pub misses: u64,
    /// Neither.
    pub in_line: u64,
}

impl Verdicts {
    fn add(&mut self, surprise: Option<&Surprise>) {
        let count = match surprise.map(|surprise| surprise.verdict) {
            None => return,
            Some(Verdict::Beat) => &mut self.beats,
            Some(Verdict::Miss) => &mut self.misses,
            Some(Verdict::InLine) => &mut self.in_line,
        };
        *count = count.saturating_add(1);
    }
}

/// What the rows add up to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Documents that were read.
    pub documents: u64,
    /// Of these, documents without a fact.
    pub without_figures: u64,
    /// Documents that could not be read.
    pub failed: u64,
    /// Headline EPS against estimates.
    pub eps: Verdicts,
    /// Headline revenue against estimates.
    pub revenue: Verdicts,
}

impl Tally {
    /// Counts one more document; what its figures say only where its row is wanted.
    pub fn add(&mut self, row: Option<&Summary>) {
        self.documents = self.documents.saturating_add(1);
        let Some(row) = row else { return };
        self.without_figures = self.without_figures.saturating_add(u64::from(row.facts == 0));
        self.eps.add(row.eps_surprise.as_ref());
        self.revenue.add(row.revenue_surprise.as_ref());
    }
}

/// All documents of a run, after the last.
#[derive(Clone, Debug, Default)]
pub struct Overview {
    /// The rows in the order in which they are shown; empty where nobody asked for them.
    pub rows: Vec<Summary>,
    /// What all documents add up to, shown or not.
    pub tally: Tally,
}

#[cfg(test)]
mod tests {
    use super::{SortKey, Summary, Tally};
    use crate::renderer::sample;

    fn rows() -> Vec<Summary> {
        let low = Summary { document: "b".into(), company: Some("Zeta".into()), ..Summary::of(&sample::meta()) };
        let mut high = Summary { document: "a".into(), ..Summary::of(&sample::meta()) };
        high.revenue = Some(sample::quantity(sample::USD, "90000000000", "1"));
        high.period = "2025-Q1".parse().ok();
        vec![Summary { document: "c".into(), ..Summary::default() }, low, high]
    }

    #[track_caller]
    fn check(key: SortKey, expected: &str) {
        let mut rows = rows();
        rows.sort_by(|one, other| key.compare(one, other));
        let names: String = rows.iter().map(|row| row.document.as_str()).collect();
        assert_eq!(names, expected, "{}", key.name());
    }

    #[test]
    fn names_rise_numbers_fall_and_nothing_comes_last() {
        check(SortKey::Document, "abc");
        check(SortKey::Company, "abc");
        check(SortKey::Period, "bac");
        check(SortKey::Revenue, "abc");
        check(SortKey::EpsSurprise, "bac");
        check(SortKey::Warnings, "cba");
    }

    #[test]
    fn the_tally_counts_each_headline() {
        let mut tally = Tally::default();
        rows().iter().for_each(|row| tally.add(Some(row)));
        assert_eq!((tally.documents, tally.without_figures, tally.eps.beats, tally.revenue.beats), (3, 1, 2, 2));
    }

    #[test]
    fn a_row_prefers_guided_capex() {
        let guided = Summary::of(&sample::meta()).guidance.unwrap();
        assert_eq!((guided.metric.key(), guided.action.unwrap().name()), ("capex", "reaffirmed"));
    }
}
