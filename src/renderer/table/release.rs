//! A company's own announcement in short: what the quarter brought beside the year to date, and what is promised.
//! Its statements fill hundreds of line items; the others are counted, and where to see them is said.

use crate::model::{Basis, LineItem, Period, PeriodSpan, Report, Unit};
use crate::renderer::sheet::{Cell, Column, Sheet};
use crate::renderer::table::items::{growth, guidance, level, ratios, year_ago};
use crate::renderer::table::page;
use crate::renderer::{View, label};

/// What a reader of a release looks for first. Costs, taxes, share counts and the lines of the balance sheet between are
/// not among it.
static MAIN: &[&str] = &[
    "revenue", "eps", "net_income", "operating_income", "gross_profit", "gross_margin", "operating_margin",
    "ebitda_margin", "ebitda", "free_cash_flow", "operating_cash_flow", "capex", "dividend_per_share",
    "share_repurchases", "cash", "debt", "net_debt", "same_store_sales", "bookings", "billings", "backlog", "arr",
    "users", "arpu", "units", "gross_merchandise_value", "payment_volume", "net_interest_income",
    "net_interest_margin", "credit_provision", "loans", "deposits", "assets_under_management", "net_flows", "premiums",
    "combined_ratio", "ffo_per_share",
];

/// One metric on one basis: the reported period, and the year so far.
struct Row<'a> {
    now: Option<&'a LineItem>,
    to_date: Option<&'a LineItem>,
}

/// What stands on the page; `None` where the release has no figure that would stand on it.
pub(super) fn sheets(report: &Report, view: &View) -> Option<Vec<Sheet>> {
    let period = report.period?;
    let to_date = to_date(period);
    let rows = rows(report, period, to_date);
    let guided: Vec<&LineItem> =
        report.line_items.iter().filter(|item| is_whole(item, report) && is_guided(item)).collect();
    if rows.is_empty() {
        return None;
    }
    let shown = rows.iter().map(|row| row.items().count()).sum::<usize>() + guided.len();
    let all = report.line_items.iter().filter(|item| !item.is_base).count();
    let ratios = report.ratios.iter().filter(|ratio| {
        let is_stated = rows.iter().any(|row| row.items().any(|item| item.metric.key() == ratio.name));
        ratio.period == Some(period) && !is_stated
    });
    Some(vec![
        reported(&rows, period, to_date, report, view),
        guidance(&guided, report, view),
        self::ratios(ratios, report, view),
        page::checks(report, view).and(page::agreement(report, view)),
        more(all.saturating_sub(shown)),
        page::notes(report),
    ])
}

/// The part of the year that ends with the period; none for the first quarter, and for a year.
fn to_date(period: Period) -> Option<Period> {
    let span = match period.span {
        PeriodSpan::Quarter(2) => PeriodSpan::Half(1),
        PeriodSpan::Quarter(3) => PeriodSpan::NineMonths,
        PeriodSpan::Quarter(4) | PeriodSpan::Half(2) => PeriodSpan::Year,
        PeriodSpan::Quarter(_) | PeriodSpan::Half(_) | PeriodSpan::Month(_) => return None,
        PeriodSpan::NineMonths | PeriodSpan::Year => return None,
    };
    Some(Period { span, ..period })
}

/// Whether it is a level, or a rate, of the whole company. Points by which a margin moved stand beside the margin.
fn is_whole(item: &LineItem, report: &Report) -> bool {
    let is_own = item.company.is_none() || item.company.as_deref() == report.company.name.as_deref();
    is_own && item.segment.is_none() && !item.is_base && item.unit != Unit::BasisPoints
}

fn is_guided(item: &LineItem) -> bool {
    item.guidance.is_some() || item.prior_guidance.is_some()
}

/// The rows in the order of the line items. Plain figures and GAAP share one, the first of them; an adjusted figure that
/// is the plain one has none.
fn rows(report: &Report, period: Period, to_date: Option<Period>) -> Vec<Row<'_>> {
    let mut rows: Vec<((&str, Option<Basis>, Unit), Row)> = Vec::new();
    for item in &report.line_items {
        let is_told = item.actual.is_some() || (!is_guided(item) && is_rate(item));
        if !is_whole(item, report) || !is_told || !MAIN.contains(&item.metric.key()) {
            continue;
        }
        let key = (item.metric.key(), item.basis.filter(|basis| *basis != Basis::Gaap), item.unit);
        let place = rows.iter().position(|(known, _)| *known == key);
        let is_now = item.period == Some(period);
        if !is_now && (to_date.is_none() || item.period != to_date) {
            continue;
        }
        let place = place.unwrap_or_else(|| {
            rows.push((key, Row { now: None, to_date: None }));
            rows.len() - 1
        });
        let Some((_, row)) = rows.get_mut(place) else { continue };
        let half = if is_now { &mut row.now } else { &mut row.to_date };
        half.get_or_insert(item);
    }
    let repeats = |(metric, basis, unit): &(&str, Option<Basis>, Unit), row: &Row| {
        let plain = rows.iter().find(|((other, none, same), _)| other == metric && none.is_none() && same == unit);
        basis.is_some() && plain.is_some_and(|(_, plain)| plain.tells(row))
    };
    let kept: Vec<bool> = rows.iter().map(|(key, row)| !repeats(key, row)).collect();
    rows.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|((_, row), _)| row).collect()
}

/// Whether there is a growth rate to show although there is no level.
fn is_rate(item: &LineItem) -> bool {
    item.growth.as_ref().is_some_and(|growth| growth.value.is_some())
}

impl<'a> Row<'a> {
    fn items(&self) -> impl Iterator<Item = &'a LineItem> {
        self.now.into_iter().chain(self.to_date)
    }

    /// Whether it has all figures of the other row.
    fn tells(&self, other: &Row) -> bool {
        let value = |item: Option<&LineItem>| item?.actual.as_ref().map(|figure| figure.quantity.value());
        let same = |one, other: Option<&LineItem>| other.is_none() || value(one) == value(other);
        other.items().all(|item| item.actual.is_some())
            && same(self.now, other.now)
            && same(self.to_date, other.to_date)
    }
}

/// How wide a terminal must be to show the base of the year to date too.
const WIDE: u16 = 96;

fn reported(rows: &[Row], period: Period, to_date: Option<Period>, report: &Report, view: &View) -> Sheet {
    let mut columns = vec![
        Column::text("Metric"),
        Column::figures(period.label()),
        Column::numbers("Year ago"),
        Column::numbers("Growth"),
    ];
    if let Some(to_date) = to_date {
        let base = (view.width >= WIDE).then(|| Column::numbers("Year ago"));
        columns.push(Column::figures(to_date.label()));
        columns.extend(base.into_iter().chain([Column::numbers("Growth")]));
    }
    let cells = rows.iter().map(|row| {
        let name = row.items().next().map(|item| label::item(item, report)).unwrap_or_default();
        let mut cells = vec![Cell::plain(&name)];
        cells.extend(half(row.now, true, view));
        if to_date.is_some() {
            cells.extend(half(row.to_date, view.width >= WIDE, view));
        }
        cells
    });
    let is_implied = |item: &LineItem| item.year_ago.is_none() && item.implied_year_ago.is_some();
    let implied = rows.iter().any(|row| row.items().any(is_implied));
    Sheet { note: implied.then_some("* implied by the stated growth"), ..Sheet::new(columns, cells.collect()) }
}

/// The cells of one period: the figure, its base where there is room, its growth.
fn half(item: Option<&LineItem>, with_base: bool, view: &View) -> Vec<Cell> {
    let cell = |make: &dyn Fn(&LineItem) -> Cell| item.map_or_else(Cell::none, make);
    let figure = cell(&|item| level(item, &item.actual, view));
    let base = with_base.then(|| cell(&|item| year_ago(item, view)));
    let change = cell(&|item| growth(item.growth.as_ref(), view));
    std::iter::once(figure).chain(base).chain([change]).collect()
}

fn more(count: usize) -> Sheet {
    if count == 0 {
        return Sheet::default();
    }
    Sheet::sentence(&format!("{count} more line items: -m METRIC shows those of a metric, --rows facts every figure"))
}
