//! A cell of figures to a line item: finds the levels to compare with in other periods and calls for what follows.

use foldhash::{HashMap, HashMapExt};

use crate::calculator::claim::Claims;
use crate::calculator::grouping::{Cell, Content, Figures, Group, Places, Subject};
use crate::calculator::growth::{self, Base, Stated};
use crate::calculator::names::Names;
use crate::calculator::pairing::on_basis;
use crate::calculator::said::Said;
use crate::calculator::{guidance, implied, surprise};
use crate::model::{Basis, Comparison, Fact, LineItem, MetricUnit, Period, PeriodSpan, Role, Unit};

/// A line item, and what of its making the checks and the order need.
pub(super) struct Draft<'a> {
    /// In a box, since it has a thousand bytes, and drafts are passed on and sorted.
    pub(super) item: Box<LineItem>,
    pub(super) subject: Subject,
    pub(super) figures: &'a Figures<'a>,
    /// The level that growth was computed from.
    pub(super) base: Option<&'a Fact>,
    pub(super) stated: Stated<'a>,
    /// The surprise that the text states.
    pub(super) stated_surprise: Option<&'a Fact>,
    /// The first fact that it comes from, for the order of the text.
    pub(super) first: usize,
    pub(super) standing: Standing,
}

/// Whether a line item has something of its own to tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    /// It has.
    Own,
    /// It is last year's figure, and tells no more than what is guided to grow from.
    Base,
    /// All of it is told by the same figure of this year, as its year-ago figure.
    Folded,
}

/// Where the figures of all periods are looked up.
pub(super) struct Context<'a> {
    pub(super) groups: &'a [Group<'a>],
    pub(super) places: &'a Places,
    pub(super) names: &'a Names<'a>,
    pub(super) claims: &'a Claims<'a>,
    pub(super) period: Option<Period>,
}

/// Place of a cell: its group, and its place there.
type Place = (usize, usize);

/// One line item for each cell, in the order of the text.
pub(super) fn draft_all<'a>(context: &Context<'a>) -> Vec<Draft<'a>> {
    let mut bases: HashMap<Place, Standing> = HashMap::new();
    let cells = context.groups.iter().map(|group| group.cells.len()).sum();
    let (mut drafts, mut places) = (Vec::with_capacity(cells), Vec::with_capacity(cells));
    for (number, group) in context.groups.iter().enumerate() {
        for (place, cell) in group.cells.iter().enumerate() {
            let (draft, year_ago) = draft(context, group, cell);
            let standing = if draft.item.actual.is_some() { Standing::Folded } else { Standing::Base };
            if let Some(base) = year_ago {
                bases.entry(base).and_modify(|old| *old = standing.max(*old)).or_insert(standing);
            }
            drafts.push(draft);
            places.push((number, place));
        }
    }
    for (draft, place) in drafts.iter_mut().zip(places) {
        if draft.item.period != context.period && has_only_an_actual(&draft.item) {
            draft.standing = bases.get(&place).copied().unwrap_or(Standing::Own);
            draft.item.is_base = draft.standing == Standing::Folded;
        }
    }
    drafts
}

fn draft<'a>(context: &Context<'a>, group: &'a Group<'a>, cell: &'a Cell<'a>) -> (Draft<'a>, Option<Place>) {
    let (metric, figures) = (group.subject.metric, &cell.figures);
    let role = told_role(cell);
    let current = figures.get(role).map(|said| said.fact);
    let stated_surprise = cell.changes.iter().copied().find(|fact| is_surprise(fact));
    let changes = cell.changes.iter().copied().filter(|fact| fact.role == role && !is_surprise(fact));
    let stated = Stated::pick(metric, changes);
    let year_ago = context.year_ago(group, cell);
    let mut bases = Vec::new();
    if metric.row().unit != MetricUnit::ChangePercent {
        bases.extend(year_ago.map(|(said, _)| Base { fact: said.fact, comparison: Comparison::YearOverYear }));
        let quarter_ago = if bases.is_empty() { context.quarter_ago(group, cell) } else { None };
        bases.extend(quarter_ago.map(|fact| Base { fact, comparison: Comparison::QuarterOverQuarter }));
    }
    let growth = growth::growth(metric, current, &bases, stated);
    let base = bases.iter().map(|base| base.fact).find(|fact| growth.iter().any(|all| all.facts.contains(&fact.id)));
    let mut item = Box::new(blank(context.names, group.subject, cell));
    item.growth = growth;
    item.year_ago = year_ago.map(|(said, _)| said.figure());
    if let (Some(actual), None, true) = (&figures.actual, &item.year_ago, item.growth.is_some()) {
        item.implied_year_ago = implied::implied_year_ago(metric, actual.fact, stated);
    }
    derive(&mut item, context, group.subject, cell, stated_surprise);
    let first = figures.all().map(|said| said.fact.id).chain(cell.changes.iter().map(|fact| fact.id)).min();
    let subject = group.subject;
    let first = first.unwrap_or(usize::MAX);
    let draft = Draft { item, subject, figures, base, stated, stated_surprise, first, standing: Standing::Own };
    (draft, year_ago.map(|(_, place)| place))
}

/// A line item with its figures, and nothing derived.
fn blank(names: &Names, subject: Subject, cell: &Cell) -> LineItem {
    let figure = |said: &Option<Said>| said.as_ref().map(Said::figure);
    LineItem {
        metric: subject.metric,
        company: names.company_name(subject.company),
        segment: names.segment_name(subject.segment),
        basis: cell.basis,
        period: subject.period,
        unit: cell.unit,
        is_base: false,
        actual: figure(&cell.figures.actual),
        estimate: figure(&cell.figures.estimate),
        guidance: figure(&cell.figures.guidance),
        prior_guidance: figure(&cell.figures.prior_guidance),
        year_ago: None,
        growth: None,
        implied_year_ago: None,
        surprise: None,
        guidance_vs_consensus: None,
        guidance_change: None,
    }
}

/// What was expected against what came, or is now promised.
fn derive(item: &mut LineItem, context: &Context, subject: Subject, cell: &Cell, stated: Option<&Fact>) {
    let Figures { actual, estimate, guidance, prior_guidance } = &cell.figures;
    let metric = subject.metric;
    item.surprise = match (actual, estimate) {
        (Some(actual), Some(estimate)) => {
            let called_in_line = context.claims.say_in_line(subject);
            surprise::surprise(metric, actual.fact, estimate.fact, called_in_line)
        }
        (actual, _) => stated.and_then(|fact| surprise::stated(metric, fact, actual.as_ref().map(|said| said.fact))),
    };
    if let (None, Some(guidance), Some(estimate)) = (actual, guidance, estimate) {
        item.guidance_vs_consensus = guidance::against_consensus(guidance.fact, estimate.fact);
    }
    if let (Some(guidance), Some(prior)) = (guidance, prior_guidance) {
        item.guidance_change = guidance::change(guidance, prior);
    }
}

/// Whose growth is told: what was reported, and only where nothing was, what is promised.
fn told_role(cell: &Cell) -> Role {
    let is_reported = cell.figures.actual.is_some() || cell.changes.iter().any(|fact| fact.role == Role::Actual);
    if is_reported { Role::Actual } else { Role::Guidance }
}

fn is_surprise(fact: &Fact) -> bool {
    fact.comparison == Some(Comparison::VersusEstimate)
}

/// The growth of comparable sales is the figure itself.
fn has_only_an_actual(item: &LineItem) -> bool {
    let has_no_growth = item.growth.is_none() || item.metric.row().unit == MetricUnit::ChangePercent;
    has_no_growth
        && item.estimate.is_none()
        && item.guidance.is_none()
        && item.prior_guidance.is_none()
        && item.surprise.is_none()
}

impl<'a> Context<'a> {
    /// The actual of the same period of the year before, and where it stands.
    fn year_ago(&self, group: &Group, cell: &Cell) -> Option<(&'a Said<'a>, Place)> {
        let period = group.subject.period.filter(|period| period.year.is_some())?;
        self.actual_in(period.year_before(), group, cell)
    }

    /// The actual of the quarter before: for what is reported now, and for what is promised next. Other quarters are in
    /// the text for reasons of their own.
    fn quarter_ago(&self, group: &Group, cell: &Cell) -> Option<&'a Fact> {
        let is_quarter = |period: &Period| period.year.is_some() && matches!(period.span, PeriodSpan::Quarter(_));
        let period = group.subject.period.filter(is_quarter)?;
        let reported = if cell.figures.actual.is_some() { period } else { period.previous() };
        if self.period.is_some_and(|now| now != reported) {
            return None;
        }
        self.actual_in(period.previous(), group, cell).map(|(said, _)| said.fact)
    }

    fn actual_in(&self, period: Period, group: &Group, cell: &Cell) -> Option<(&'a Said<'a>, Place)> {
        if !has_level(cell) {
            return None;
        }
        let number = *self.places.get(&Subject { period: Some(period), ..group.subject })?;
        let cells = &self.groups.get(number)?.cells;
        let has_actual =
            |old: &Cell| old.content == Content::Level && old.unit == cell.unit && old.figures.actual.is_some();
        let adjusted = || cells.iter().position(|old| has_actual(old) && old.basis == Some(Basis::Adjusted));
        let guided = guided_per_share(cell).then(adjusted).flatten();
        let twin = || cells.iter().position(|old| has_actual(old) && is_statement_twin(cell, old));
        let place = guided.or_else(|| on_basis(cells, cell.basis, has_actual)).or_else(twin)?;
        let old = cells.get(place)?;
        let claims_it = |other: &Cell| other.basis == old.basis && other.unit == old.unit && has_level(other);
        let is_taken = old.basis != cell.basis && group.cells.iter().any(claims_it);
        let said = old.figures.actual.as_ref().filter(|_| !is_taken)?;
        Some((said, (number, place)))
    }
}

/// Whether one statement calls GAAP what another gives plain.
fn is_statement_twin(cell: &Cell, old: &Cell) -> bool {
    let in_statement = |cell: &Cell| cell.figures.actual.as_ref().is_some_and(|said| said.fact.is_from_table());
    let is_plain = |basis| matches!(basis, None | Some(Basis::Gaap));
    is_plain(cell.basis) && is_plain(old.basis) && in_statement(cell) && in_statement(old)
}

/// Whether there is something to grow from a base.
fn has_level(cell: &Cell) -> bool {
    cell.content == Content::Level && (cell.figures.actual.is_some() || cell.figures.guidance.is_some())
}

/// Guidance for earnings per share with no basis named is on the adjusted one, if there is one.
fn guided_per_share(cell: &Cell) -> bool {
    let is_guidance = cell.figures.actual.is_none() && cell.figures.guidance.is_some();
    is_guidance && cell.basis.is_none() && matches!(cell.unit, Unit::PerShare(_))
}

#[cfg(test)]
mod tests {
    use crate::calculator::testing::{check_items, figures};
    use crate::model::LineItem;

    fn tell(item: &LineItem) -> String {
        let base = item.growth.as_ref().map(|growth| format!(" growth {:?}", growth.facts));
        figures(item) + &base.unwrap_or_default()
    }

    #[test]
    fn a_year_ago_figure_goes_to_the_only_actual_that_it_can_belong_to() {
        check_items(
            "eps actual 2024-Q4 USD/share 1.43 adjusted
             eps actual 2023-Q4 USD/share 1.48",
            tell,
            "eps/adjusted 2024-Q4 USD/share: actual 1.43 (0) year_ago 1.48 (1) growth [0, 1]",
        );
        check_items(
            "eps actual 2024-Q4 USD/share 1.43 adjusted
             eps actual 2024-Q4 USD/share 1.26
             eps actual 2023-Q4 USD/share 1.48",
            tell,
            "eps/adjusted 2024-Q4 USD/share: actual 1.43 (0)
             eps 2024-Q4 USD/share: actual 1.26 (1) year_ago 1.48 (2) growth [1, 2]",
        );
    }

    #[test]
    fn guided_eps_grows_from_the_adjusted_one() {
        check_items(
            "eps guidance 2025-Q1 USD/share 2.00..2.50
             eps actual 2024-Q4 USD/share 1.56 adjusted
             eps actual 2024-Q4 USD/share 2.44",
            tell,
            "eps/adjusted 2024-Q4 USD/share: actual 1.56 (1)
             eps 2024-Q4 USD/share: actual 2.44 (2)
             eps 2025-Q1 USD/share: guidance 2.25 (0) growth [0, 1]",
        );
        check_items(
            "eps guidance 2025-Q4 USD/share 0.30..0.35
             eps guidance 2025-Q4 USD/share 0.35..0.39 adjusted
             eps actual 2024-Q4 USD/share 0.41 adjusted",
            tell,
            "eps/adjusted 2024-Q4 USD/share: actual 0.41 (2)
             eps/adjusted 2025-Q4 USD/share: guidance 0.37 (1) year_ago 0.41 (2) growth [1, 2]
             eps 2025-Q4 USD/share: guidance 0.325 (0)",
        );
    }

    #[test]
    fn only_the_reported_quarter_and_the_next_grow_from_the_one_before() {
        check_items(
            "arpu actual 2024-Q2 USD 5.0
             arpu actual 2024-Q3 USD 6.0
             arpu guidance 2025-Q2 USD 7.0
             arpu actual 2025-Q1 USD 6.5",
            tell,
            "arpu 2024-Q3 USD: actual 6 (1)
             arpu 2025-Q1 USD: actual 6.5 (3)
             arpu 2025-Q2 USD: guidance 7 (2) year_ago 5 (0) growth [2, 0]
             arpu 2024-Q2 USD: actual 5 (0)",
        );
    }
}
