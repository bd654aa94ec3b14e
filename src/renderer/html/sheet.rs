//! One report, as the parts of the page see it: the line items that are shown, and which row each fact belongs to.

use std::collections::{HashMap, HashSet};
use std::ops::Deref;

use maud::{Markup, html};

use crate::model::{Basis, Fact, Figure, LineItem, Metric, Period, Report, Role};
use crate::renderer::View;
use crate::renderer::figure::Style;
use crate::renderer::html::anchor::Anchor;

/// One report with what is shown of it.
pub(super) struct Sheet<'a> {
    pub(super) report: &'a Report,
    pub(super) view: &'a View,
    items: Vec<&'a LineItem>,
    /// The facts that are shown.
    facts: HashSet<usize>,
    /// The row of every fact that a line item names, and of every figure that is said again.
    results: Places<'a>,
    guidance: Places<'a>,
}

/// The heading of a part of the page.
pub(super) fn heading_of_part(text: &str) -> Markup {
    html! { h2.part { (text) } }
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
        let items = view.items(report).filter(|item| !item.is_base).collect();
        let facts = view.facts(report).map(|fact| fact.id).collect();
        let mut sheet = Self { report, view, items, facts, results: Places::default(), guidance: Places::default() };
        sheet.results = sheet.results().collect();
        sheet.guidance = sheet.guidance().collect();
        sheet
    }

    /// Whether the fact with this id is shown.
    pub(super) fn shows(&self, id: usize) -> bool {
        self.facts.contains(&id)
    }

    /// The heading of a part, below that of the document: the second or, among several documents, the third.
    pub(super) fn heading(&self, text: &str) -> Markup {
        if self.view.several {
            html! { h3.part { (text) } }
        } else {
            heading_of_part(text)
        }
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

    /// The row that a fact stands in, or that it says again.
    pub(super) fn row_of(&self, fact: &Fact) -> Option<Anchor> {
        let places = match fact.role {
            Role::Guidance | Role::PriorGuidance => [&self.guidance, &self.results],
            Role::Actual | Role::Estimate => [&self.results, &self.guidance],
        };
        let in_order = |of: fn(&Places<'a>, &Fact) -> Option<Anchor>| places.into_iter().find_map(|all| of(all, fact));
        in_order(Places::named).or_else(|| in_order(Places::said_again))
    }
}

/// The rows of a table, by what stands in them.
#[derive(Default)]
struct Places<'a> {
    by_fact: HashMap<usize, Anchor>,
    by_meaning: HashMap<Meaning<'a>, Anchor>,
}

/// What a row is of: metric, company, segment, period; and the basis, where that matters.
type Meaning<'a> = (Metric, Option<&'a str>, Option<&'a str>, Option<Period>, Option<Option<Basis>>);

impl Places<'_> {
    fn named(&self, fact: &Fact) -> Option<Anchor> {
        self.by_fact.get(&fact.id).copied()
    }

    /// The row of the same basis, or else the first that differs in nothing else.
    fn said_again(&self, fact: &Fact) -> Option<Anchor> {
        let meaning = |basis| (fact.metric, fact.company.as_deref(), fact.segment.as_deref(), fact.period, basis);
        let [same, any] = [Some(fact.basis), None].map(|basis| self.by_meaning.get(&meaning(basis)));
        same.or(any).copied()
    }
}

impl<'a> FromIterator<Row<'a>> for Places<'a> {
    fn from_iter<T: IntoIterator<Item = Row<'a>>>(rows: T) -> Self {
        let mut places = Self::default();
        for Row { item, anchor } in rows {
            for id in evidence(item) {
                places.by_fact.entry(id).or_insert(anchor);
            }
            for basis in [Some(item.basis), None] {
                let meaning = (item.metric, item.company.as_deref(), item.segment.as_deref(), item.period, basis);
                places.by_meaning.entry(meaning).or_insert(anchor);
            }
        }
        places
    }
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
