//! Facts to groups: what is said of one metric of one company or segment in one period. Whether figures on different
//! bases belong together is decided elsewhere.

use std::collections::hash_map::Entry;

use foldhash::{HashMap, HashMapExt};

use crate::calculator::names::Names;
use crate::calculator::said::{Said, hear};
use crate::model::{Basis, Comparison, Fact, Measure, Metric, MetricUnit, Period, Role, Unit};

/// What a group is of. Company and segment are numbers of [`Names`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Subject {
    pub(super) metric: Metric,
    pub(super) company: usize,
    pub(super) segment: usize,
    pub(super) period: Option<Period>,
}

/// All that is said of one subject.
pub(super) struct Group<'a> {
    pub(super) subject: Subject,
    /// Levels by basis and unit, in the order of the text.
    pub(super) cells: Vec<Cell<'a>>,
    /// Changes that have not found their level yet.
    pub(super) changes: Vec<&'a Fact>,
}

/// What the figures of a cell are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// Levels: "revenue of $48.4 billion".
    Level,
    /// Rates of change, because no level was given: "expects sales to rise 3% to 4%".
    Rate,
}

/// What is said of one subject on one basis in one unit: what becomes a line item.
pub(super) struct Cell<'a> {
    pub(super) content: Content,
    pub(super) basis: Option<Basis>,
    pub(super) unit: Unit,
    pub(super) figures: Figures<'a>,
    /// The changes that belong to it.
    pub(super) changes: Vec<&'a Fact>,
}

/// One figure for each role.
#[derive(Default)]
pub(super) struct Figures<'a> {
    pub(super) actual: Option<Said<'a>>,
    pub(super) estimate: Option<Said<'a>>,
    pub(super) guidance: Option<Said<'a>>,
    pub(super) prior_guidance: Option<Said<'a>>,
}

/// The groups in the order of the text, and where each subject's is.
pub(super) type Places = HashMap<Subject, usize>;

/// Puts each fact into the group of its subject.
pub(super) fn group<'a>(facts: &'a [Fact], names: &mut Names) -> (Vec<Group<'a>>, Places) {
    let mut groups: Vec<Group> = Vec::new();
    let mut places = Places::with_capacity(facts.len());
    for fact in facts {
        let subject = Subject {
            metric: fact.metric,
            company: names.company(fact.company.as_ref()),
            segment: names.segment(fact.segment.as_ref()),
            period: fact.period,
        };
        let place = match places.entry(subject) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(new) => {
                groups.push(Group { subject, cells: Vec::with_capacity(1), changes: Vec::new() });
                *new.insert(groups.len() - 1)
            }
        };
        if let Some(group) = groups.get_mut(place) {
            group.hear(fact);
        }
    }
    (groups, places)
}

impl<'a> Group<'a> {
    fn hear(&mut self, fact: &'a Fact) {
        if fact.measure == Measure::Change {
            self.changes.push(fact);
        }
        if fact.measure == Measure::Level || is_a_rate_by_nature(fact) {
            let cell = self.cell(Content::Level, fact.basis, as_level(fact.quantity.unit()));
            hear(cell.figures.slot(fact.role), fact);
        }
    }

    /// The cell with this content, basis and unit, made where there is none. So the place exists.
    pub(super) fn cell(&mut self, content: Content, basis: Option<Basis>, unit: Unit) -> &mut Cell<'a> {
        let is_it = |cell: &Cell| cell.content == content && cell.basis == basis && cell.unit == unit;
        let place = self.cells.iter().position(is_it).unwrap_or(self.cells.len());
        if place == self.cells.len() {
            self.cells.push(Cell { content, basis, unit, figures: Figures::default(), changes: Vec::new() });
        }
        &mut self.cells[place]
    }
}

impl<'a> Figures<'a> {
    /// The figure of a role.
    pub(super) fn get(&self, role: Role) -> Option<&Said<'a>> {
        match role {
            Role::Actual => self.actual.as_ref(),
            Role::Estimate => self.estimate.as_ref(),
            Role::Guidance => self.guidance.as_ref(),
            Role::PriorGuidance => self.prior_guidance.as_ref(),
        }
    }

    /// The place of a role's figure.
    pub(super) fn slot(&mut self, role: Role) -> &mut Option<Said<'a>> {
        match role {
            Role::Actual => &mut self.actual,
            Role::Estimate => &mut self.estimate,
            Role::Guidance => &mut self.guidance,
            Role::PriorGuidance => &mut self.prior_guidance,
        }
    }

    /// Every figure that is there.
    pub(super) fn all(&self) -> impl Iterator<Item = &Said<'a>> {
        Role::ALL.iter().filter_map(|role| self.get(*role))
    }
}

/// Comparable sales have no level: their year-over-year rate is the figure itself.
fn is_a_rate_by_nature(fact: &Fact) -> bool {
    fact.metric.row().unit == MetricUnit::ChangePercent
        && fact.quantity.unit() == Unit::Percent
        && matches!(fact.comparison, None | Some(Comparison::YearOverYear))
}

/// Outside, points and per cent are one unit.
pub(super) fn as_level(unit: Unit) -> Unit {
    if unit == Unit::Points { Unit::Percent } else { unit }
}

#[cfg(test)]
mod tests {
    use crate::calculator::testing::{check_items, figures};

    #[track_caller]
    fn check(lines: &str, expected: &str) {
        check_items(lines, figures, expected);
    }

    #[test]
    fn whose_figure_it_is_depends_on_words_not_on_capitals() {
        check(
            "revenue actual 2024-Q4 USD 5bn @ACME
             revenue estimate 2024-Q4 USD 4bn @Acme_Inc.
             revenue actual 2024-Q4 USD 2bn #Cloud
             revenue actual 2024-Q4 USD 2.0bn #CLOUD
             revenue actual 2024-Q4 USD 3bn @Beta",
            "revenue 2024-Q4 USD: actual 5000000000 (0) estimate 4000000000 (1)
             revenue #Cloud 2024-Q4 USD: actual 2000000000 (3)
             revenue @Beta 2024-Q4 USD: actual 3000000000 (4)",
        );
    }
}
