//! One report, as the parts of the page see it: the line items that are shown, and which row each fact belongs to.

use std::ops::Deref;

use crate::model::{Fact, Figure, LineItem, Report, Role};
use crate::renderer::View;
use crate::renderer::figure::Style;
use crate::renderer::html::anchor::Anchor;

/// One report with what is shown of it.
pub(super) struct Sheet<'a> {
    pub(super) report: &'a Report,
    pub(super) view: &'a View,
    items: Vec<&'a LineItem>,
}

/// A line item and the row that it has.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    pub(super) item: &'a LineItem,
    pub(super) anchor: Anchor,
}

impl Deref for Row<'_> {
    type Target = LineItem;

    fn deref(&self) -> &LineItem {
        self.item
    }
}

impl<'a> Sheet<'a> {
    pub(super) fn of(report: &'a Report, view: &'a View) -> Self {
        Self { report, view, items: view.items(report).collect() }
    }

    pub(super) fn style(&self) -> Style {
        self.view.style()
    }

    /// What was reported, or expected and not guided.
    pub(super) fn results(&self) -> impl Iterator<Item = Row<'a>> {
        let shown = self.view.shows_role(Role::Actual) || self.view.shows_role(Role::Estimate);
        let items = self.items.iter().enumerate().filter(move |(_, item)| shown && is_result(item));
        items.map(|(place, item)| Row { item, anchor: Anchor::Result(place) })
    }

    /// What the company expects.
    pub(super) fn guidance(&self) -> impl Iterator<Item = Row<'a>> {
        let shown = self.view.shows_role(Role::Guidance) || self.view.shows_role(Role::PriorGuidance);
        let items = self.items.iter().enumerate().filter(move |(_, item)| shown && is_guided(item));
        items.map(|(place, item)| Row { item, anchor: Anchor::Guidance(place) })
    }

    /// The row that a fact stands in, or that it says again; of several, the one that names it.
    pub(super) fn row_of(&self, fact: &Fact) -> Option<Anchor> {
        let of_fact = |row: &Row<'_>| evidence(row).contains(&fact.id);
        let rows = || {
            let first = matches!(fact.role, Role::Guidance | Role::PriorGuidance);
            let guidance = self.guidance();
            let results = self.results();
            let (one, other): (Vec<_>, Vec<_>) = (guidance.collect(), results.collect());
            if first { [one, other].concat() } else { [other, one].concat() }
        };
        let rows = rows();
        let named = rows.iter().find(|row| of_fact(row));
        let said_again = || rows.iter().find(|row| is_same(row, fact) && row.basis == fact.basis);
        let alike = || rows.iter().find(|row| is_same(row, fact));
        named.or_else(said_again).or_else(alike).map(|row| row.anchor)
    }
}

/// Whether a fact is of this line item, whatever its basis.
fn is_same(item: &LineItem, fact: &Fact) -> bool {
    item.metric == fact.metric
        && item.period == fact.period
        && item.segment == fact.segment
        && item.company == fact.company
}

fn is_result(item: &LineItem) -> bool {
    let expected = item.estimate.is_some() || item.growth.is_some() || item.year_ago.is_some();
    item.actual.is_some() || (expected && !is_guided(item))
}

fn is_guided(item: &LineItem) -> bool {
    item.guidance.is_some() || item.prior_guidance.is_some()
}

/// The facts of a line item, its own figures first.
pub(super) fn evidence(item: &LineItem) -> Vec<usize> {
    let figures = [&item.actual, &item.guidance, &item.estimate, &item.prior_guidance, &item.year_ago];
    let own = figures.into_iter().flatten().map(|figure: &Figure| figure.fact);
    let growth = item.growth.iter().flat_map(|growth| growth.facts.iter().copied());
    let surprise = item.surprise.iter().flat_map(|surprise| surprise.facts.iter().copied());
    own.chain(growth).chain(surprise).collect()
}
