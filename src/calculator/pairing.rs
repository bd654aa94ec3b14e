//! Which figures of a group belong together although the text names a basis for one of them only, and which level a
//! stated change is of. What is derived from them is decided elsewhere.

use crate::calculator::grouping::{Cell, Content, Group, as_level};
use crate::calculator::said::{agree, hear, receive};
use crate::model::{Basis, Comparison, Fact, MetricUnit, Role, Unit};

/// Brings what was expected or promised to the figure that it is to be compared with, and changes to their levels.
pub(super) fn pair(group: &mut Group) {
    if group.cells.len() > 1 {
        join_gaap_to_plain(&mut group.cells);
        settle(&mut group.cells);
    }
    if !group.changes.is_empty() {
        place_changes(group);
    }
}

/// Whether figures on these two bases may be compared, should there be no better match. A basis that the text leaves
/// out may be any but one that changes what is counted.
pub(super) fn may_pair(one: Option<Basis>, other: Option<Basis>) -> bool {
    match (one, other) {
        (None, Some(Basis::Adjusted | Basis::Gaap)) | (Some(Basis::Adjusted | Basis::Gaap), None) => true,
        (one, other) => one == other,
    }
}

/// The cell on this basis of those that `fits` lets through; else the only one that may pair with it.
pub(super) fn on_basis(cells: &[Cell], basis: Option<Basis>, fits: impl Fn(&Cell) -> bool) -> Option<usize> {
    let fitting = || cells.iter().enumerate().filter(|(_, cell)| fits(cell));
    if let Some((place, _)) = fitting().find(|(_, cell)| cell.basis == basis) {
        return Some(place);
    }
    let mut others = fitting().filter(|(_, cell)| may_pair(cell.basis, basis));
    let (place, _) = others.next()?;
    others.next().is_none().then_some(place)
}

/// Plain figures and those that are called GAAP are on one basis. Where a text calls a figure so in one place and not in
/// another, they are one; in statements even if they differ, because a plain statement is on that basis.
fn join_gaap_to_plain(cells: &mut Vec<Cell>) {
    let mut from = 0;
    while let Some(cell) = cells.get(from) {
        match cells.iter().position(|plain| are_one(plain, cell)) {
            Some(host) => {
                let gaap = cells.remove(from);
                if let Some(plain) = cells.get_mut(if host > from { host - 1 } else { host }) {
                    join(plain, gaap);
                }
            }
            None => from += 1,
        }
    }
}

fn are_one(plain: &Cell, gaap: &Cell) -> bool {
    let is_pair = plain.basis.is_none() && gaap.basis == Some(Basis::Gaap);
    let is_alike = plain.content == gaap.content && plain.unit == gaap.unit;
    let both = plain.figures.actual.as_ref().zip(gaap.figures.actual.as_ref());
    let is_one = |one: &Fact, other: &Fact| agree(one, other) || (one.is_from_table() && other.is_from_table());
    is_pair && is_alike && both.is_some_and(|(one, other)| is_one(one.fact, other.fact))
}

fn join<'a>(plain: &mut Cell<'a>, mut gaap: Cell<'a>) {
    for role in Role::ALL {
        if let Some(said) = gaap.figures.slot(*role).take() {
            receive(plain.figures.slot(*role), said);
        }
    }
    plain.changes.append(&mut gaap.changes);
}

fn settle(cells: &mut Vec<Cell>) {
    for role in [Role::Estimate, Role::Guidance, Role::PriorGuidance] {
        for from in 0..cells.len() {
            let Some(to) = host(cells, from, role) else { continue };
            let Some(said) = cells.get_mut(from).and_then(|cell| cell.figures.slot(role).take()) else { continue };
            if let Some(cell) = cells.get_mut(to) {
                receive(cell.figures.slot(role), said);
            }
        }
    }
    cells.retain(|cell| !cell.changes.is_empty() || cell.figures.all().next().is_some());
}

/// What a figure of this role is to be compared with, the likeliest first.
fn anchors(role: Role) -> &'static [Role] {
    match role {
        Role::Actual => &[],
        Role::Estimate => &[Role::Actual, Role::Guidance],
        Role::Guidance => &[Role::Actual],
        Role::PriorGuidance => &[Role::Guidance, Role::Actual],
    }
}

/// The cell that the figure of this role belongs to, if that is not its own.
fn host(cells: &[Cell], from: usize, role: Role) -> Option<usize> {
    let cell = cells.get(from)?;
    let said = cell.figures.get(role)?;
    for anchor in anchors(role) {
        let is_host = |other: &&(usize, &Cell)| {
            let (place, other) = other;
            let free = other.figures.get(role).is_none_or(|there| agree(there.fact, said.fact));
            let comparable = other.content == cell.content && other.unit == cell.unit && pairs(cell, other);
            *place != from && comparable && free && other.figures.get(*anchor).is_some()
        };
        let hosts = || cells.iter().enumerate();
        let favourite = hosts().filter(|other| is_host(&other)).min_by_key(|(_, other)| preference(cell.unit, other));
        let adjusted_eps = role == Role::Estimate && matches!(cell.unit, Unit::PerShare(_)) && cell.basis.is_none();
        match favourite {
            Some((place, other)) if cell.figures.get(*anchor).is_some() => {
                return (adjusted_eps && other.basis == Some(Basis::Adjusted)).then_some(place);
            }
            Some((place, _)) => return Some(place),
            None if cell.figures.get(*anchor).is_some() => return None,
            None => {}
        }
    }
    None
}

/// Analysts put per-share figures on the adjusted basis, and other figures as the company reports them.
fn preference(unit: Unit, cell: &Cell) -> bool {
    (cell.basis == Some(Basis::Adjusted)) != matches!(unit, Unit::PerShare(_))
}

/// A rate that was expected of "sales growth" may be one of organic growth, if that is what was reported.
fn pairs(one: &Cell, other: &Cell) -> bool {
    let one_is_open = one.basis.is_none() || other.basis.is_none();
    may_pair(one.basis, other.basis) || (one.unit == Unit::Percent && one_is_open)
}

/// Gives each change to the level that it is of. Rates for which there is no level, or which were expected, or which
/// the company had guided to before, make a cell of their own.
fn place_changes(group: &mut Group) {
    for fact in std::mem::take(&mut group.changes) {
        match fact.comparison {
            Some(Comparison::VersusGuidance) => {}
            Some(Comparison::VersusEstimate) => place_surprise(group, fact),
            None | Some(Comparison::YearOverYear | Comparison::QuarterOverQuarter | Comparison::Other) => {
                place_change(group, fact);
            }
        }
    }
    settle(&mut group.cells);
    group.cells.iter_mut().filter(|cell| cell.content == Content::Rate).for_each(drop_what_a_level_tells);
    group.cells.retain(|cell| !cell.changes.is_empty() || cell.figures.all().next().is_some());
}

/// "Topped estimates by 5 cents" stands even without the levels, "beat them by 3%" tells nothing without one.
fn place_surprise<'a>(group: &mut Group<'a>, fact: &'a Fact) {
    let host = level_of(group, fact, Role::Actual);
    let unit = fact.quantity.unit();
    if let Some(cell) = host.and_then(|place| group.cells.get_mut(place)) {
        cell.changes.push(fact);
    } else if unit.currency().is_some() || unit == Unit::Count {
        group.cell(Content::Level, fact.basis, unit).changes.push(fact);
    }
}

fn place_change<'a>(group: &mut Group<'a>, fact: &'a Fact) {
    let (unit, basis) = (fact.quantity.unit(), fact.basis);
    let anchored = matches!(fact.role, Role::Actual | Role::Guidance);
    let host = if anchored { level_of(group, fact, fact.role) } else { None };
    if is_comparable_rate(group.subject.metric.row().unit, fact) && !has_level_in(group, basis, unit) {
        hear(group.cell(Content::Rate, basis, unit).figures.slot(fact.role), fact);
    }
    if let Some(cell) = host.and_then(|place| group.cells.get_mut(place)) {
        cell.changes.push(fact);
    } else if anchored {
        let unit = as_level(unit);
        let is_level = unit != Unit::Percent || has_level_in(group, basis, unit);
        let content = if is_level { Content::Level } else { Content::Rate };
        group.cell(content, basis, unit).changes.push(fact);
    }
}

/// Whether the rate could be set against another one: a plain year-over-year rate of what is no rate itself.
fn is_comparable_rate(unit: MetricUnit, fact: &Fact) -> bool {
    match unit {
        MetricUnit::Percent | MetricUnit::ChangePercent => false,
        MetricUnit::Money | MetricUnit::PerShare | MetricUnit::Count => {
            fact.quantity.unit() == Unit::Percent && matches!(fact.comparison, None | Some(Comparison::YearOverYear))
        }
    }
}

fn has_level_in(group: &Group, basis: Option<Basis>, unit: Unit) -> bool {
    group.cells.iter().any(|cell| cell.content == Content::Level && cell.basis == basis && cell.unit == unit)
}

/// The cell with the level that this change is of.
fn level_of(group: &Group, fact: &Fact, role: Role) -> Option<usize> {
    let changed = fact.quantity.unit();
    let metric_is_rate = matches!(group.subject.metric.row().unit, MetricUnit::Percent | MetricUnit::ChangePercent);
    on_basis(&group.cells, fact.basis, |cell| {
        let fits = match changed {
            Unit::Percent => (cell.unit == Unit::Percent) == metric_is_rate,
            Unit::Points | Unit::BasisPoints => cell.unit == Unit::Percent,
            Unit::Money(_) | Unit::PerShare(_) | Unit::Count => cell.unit == changed,
        };
        fits && cell.content == Content::Level && cell.figures.get(role).is_some()
    })
}

/// Rates whose level has a line item of its own are shown there, unless there is an expected rate to compare them with;
/// a reported rate is not shown as if it were a level.
fn drop_what_a_level_tells(cell: &mut Cell) {
    let figures = &mut cell.figures;
    if figures.estimate.is_some() || figures.prior_guidance.is_some() {
        return;
    }
    figures.actual = None;
    let changes = &cell.changes;
    figures.guidance.take_if(|said| !changes.iter().any(|fact| fact.id == said.fact.id));
}

#[cfg(test)]
mod tests {
    use crate::calculator::testing::{check_items, figures};

    #[track_caller]
    fn check(lines: &str, expected: &str) {
        check_items(lines, figures, expected);
    }

    #[test]
    fn plain_and_gaap_are_one_basis_where_they_agree_or_stand_in_statements() {
        check(
            "eps actual 2024-Q4 USD/share 8.25
             eps actual 2024-Q4 USD/share 8.25 gaap",
            "eps 2024-Q4 USD/share: actual 8.25 (0)",
        );
        check(
            "net_income actual 2024-Q4 USD 567m table
             net_income actual 2024-Q4 USD 569m gaap table",
            "net_income 2024-Q4 USD: actual 567000000 (0)",
        );
        check(
            "eps actual 2024-Q4 USD/share 1.49
             eps actual 2024-Q4 USD/share 1.26 gaap",
            "eps 2024-Q4 USD/share: actual 1.49 (0)
             eps/gaap 2024-Q4 USD/share: actual 1.26 (1)",
        );
    }

    #[test]
    fn an_estimate_goes_to_the_only_actual() {
        check(
            "eps actual 2024-Q4 USD/share 1.49 adjusted
             eps estimate 2024-Q4 USD/share 1.35",
            "eps/adjusted 2024-Q4 USD/share: actual 1.49 (0) estimate 1.35 (1)",
        );
        check(
            "revenue estimate 2024-Q4 USD 4.9bn adjusted
             revenue actual 2024-Q4 USD 5bn",
            "revenue 2024-Q4 USD: actual 5000000000 (1) estimate 4900000000 (0)",
        );
        check(
            "eps actual 2024-Q4 USD/share 1.49 gaap
             eps estimate 2024-Q4 USD/share 1.35 adjusted",
            "eps/gaap 2024-Q4 USD/share: actual 1.49 (0)
             eps/adjusted 2024-Q4 USD/share: estimate 1.35 (1)",
        );
    }

    #[test]
    fn of_two_actuals_eps_estimates_go_to_the_adjusted_one_and_others_to_the_plain_one() {
        check(
            "eps actual 2024-Q4 USD/share 1.20
             eps actual 2024-Q4 USD/share 1.49 adjusted
             eps estimate 2024-Q4 USD/share 1.35",
            "eps/adjusted 2024-Q4 USD/share: actual 1.49 (1) estimate 1.35 (2)
             eps 2024-Q4 USD/share: actual 1.2 (0)",
        );
        check(
            "net_income actual 2024-Q4 USD 1.2bn adjusted
             net_income actual 2024-Q4 USD 1.0bn
             net_income estimate 2024-Q4 USD 1.1bn",
            "net_income 2024-Q4 USD: actual 1000000000 (1) estimate 1100000000 (2)
             net_income/adjusted 2024-Q4 USD: actual 1200000000 (0)",
        );
        check(
            "eps actual 2024-Q4 USD/share 1.20 gaap
             eps actual 2024-Q4 USD/share 1.49 adjusted
             eps estimate 2024-Q4 USD/share 1.35",
            "eps/adjusted 2024-Q4 USD/share: actual 1.49 (1) estimate 1.35 (2)
             eps/gaap 2024-Q4 USD/share: actual 1.2 (0)",
        );
    }

    #[test]
    fn prior_guidance_and_consensus_go_to_the_guidance() {
        check(
            "eps guidance 2025-FY USD/share 5.10..5.20 adjusted raised
             eps prior_guidance 2025-FY USD/share 5.00..5.10
             eps estimate 2025-FY USD/share 5.12",
            "eps/adjusted 2025-FY USD/share: estimate 5.12 (2) guidance 5.15 (0) prior 5.05 (1)",
        );
    }

    #[test]
    fn rates_make_an_item_of_their_own_only_where_something_is_to_be_told() {
        check(
            "revenue actual 2024-Q4 USD 5bn
             revenue actual 2024-Q4 percent 8 yoy
             revenue actual 2024-Q4 percent 10 yoy constant_currency",
            "revenue 2024-Q4 USD: actual 5000000000 (0)
             revenue/constant_currency 2024-Q4 percent:",
        );
        check(
            "revenue guidance 2025-FY percent 5..6 yoy raised
             revenue prior_guidance 2025-FY percent 4..5 yoy",
            "revenue 2025-FY percent: guidance 5.5 (0) prior 4.5 (1)",
        );
        check(
            "revenue actual 2024-Q4 USD 5bn
             revenue actual 2024-Q4 percent 8 yoy
             revenue estimate 2024-Q4 percent 6 yoy",
            "revenue 2024-Q4 USD: actual 5000000000 (0)
             revenue 2024-Q4 percent: actual 8 (1) estimate 6 (2)",
        );
        check(
            "same_store_sales actual 2024-Q4 percent 3.8 yoy
             same_store_sales estimate 2024-Q4 percent 3.2 yoy
             same_store_sales actual 2023-Q4 percent 2.1 yoy",
            "same_store_sales 2024-Q4 percent: actual 3.8 (0) estimate 3.2 (1) year_ago 2.1 (2)",
        );
    }

    #[test]
    fn amounts_are_no_figures_of_their_own() {
        check("net_income actual 2024-Q4 USD -2bn yoy", "net_income 2024-Q4 USD:");
        check("gross_margin actual 2024-Q4 basis_points 120 yoy", "gross_margin 2024-Q4 basis_points:");
    }
}
