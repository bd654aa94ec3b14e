//! Verdicts that the text itself states, and which line items they speak of.

use crate::calculator::grouping::Subject;
use crate::calculator::names::{Names, WHOLE};
use crate::model::{Claim, Metric, Period, Reading, Verdict};

/// A stated verdict with its company as a number and its period settled.
pub(super) struct Told<'a> {
    pub(super) claim: &'a Claim,
    company: usize,
    period: Option<Period>,
}

/// The stated verdicts, each once.
pub(super) struct Claims<'a>(Vec<Told<'a>>);

impl<'a> Claims<'a> {
    /// The claims of a reading. Where one names no period, it speaks of the reported one.
    pub(super) fn new(reading: &'a Reading, names: &mut Names) -> Self {
        let mut told: Vec<Told> = Vec::new();
        for claim in &reading.claims {
            let new =
                Told { claim, company: names.company(claim.company.as_ref()), period: claim.period.or(reading.period) };
            if !told.iter().any(|old| old.says_the_same(&new)) {
                told.push(new);
            }
        }
        Self(told)
    }

    /// Each claim.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Told<'a>> {
        self.0.iter()
    }

    /// Whether the text says that this figure was in line with expectations.
    pub(super) fn say_in_line(&self, subject: Subject) -> bool {
        self.iter()
            .any(|told| told.claim.verdict == Verdict::InLine && told.is_of(subject) && told.names(subject.metric))
    }
}

impl Told<'_> {
    fn says_the_same(&self, other: &Self) -> bool {
        (self.claim.verdict, self.claim.metric, self.company, self.period)
            == (other.claim.verdict, other.claim.metric, other.company, other.period)
    }

    /// Whether the claim speaks of the results that the subject is part of. An unknown period may be any.
    pub(super) fn is_of(&self, subject: Subject) -> bool {
        let in_period = self.period.is_none() || self.period == subject.period;
        in_period && self.company == subject.company && subject.segment == WHOLE
    }

    /// Whether the claim speaks of this metric by name.
    fn names(&self, metric: Metric) -> bool {
        self.claim.metric == Some(metric)
    }

    /// Whether the claim speaks of this metric, by name or with all results. "Profit beat estimates" may mean the profit
    /// of each share, which is what analysts estimate.
    pub(super) fn covers(&self, metric: Metric) -> bool {
        self.claim.metric.is_none_or(|named| named == metric || named.row().per_share == Some(metric.key()))
    }
}
