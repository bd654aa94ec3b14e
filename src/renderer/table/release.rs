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

/// What a row is of: the metric, the basis unless it is the plain one, the unit.
type Key = (&'static str, Option<Basis>, Unit);

/// What stands on the page; `None` where the release has no figure that would stand on it.
pub(super) fn sheets(report: &Report, view: &View) -> Option<Vec<Sheet>> {
    let period = report.period?;
    let to_date = to_date(period);
    let rows = rows(report, period, to_date);
    let guided = guided(report);
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
        promised(&guided, report, view),
        self::ratios(ratios, report, view),
        page::checks(report, view).and(page::agreement(report, view)),
        more(all.saturating_sub(shown)),
        page::notes(report),
    ])
}

/// What is guided for the whole company. The same range on another basis is left out.
fn guided(report: &Report) -> Vec<&LineItem> {
    let mut guided: Vec<&LineItem> = Vec::new();
    for item in report.line_items.iter().filter(|item| is_whole(item, report) && is_guided(item)) {
        let range = |item: &LineItem| item.guidance.as_ref().map(|now| (now.quantity.low(), now.quantity.high()));
        let is_told = guided.iter().any(|known| {
            let is_same = (known.metric, known.period, known.unit) == (item.metric, item.period, item.unit);
            is_same && item.prior_guidance.is_none() && range(known) == range(item)
        });
        if !is_told {
            guided.push(item);
        }
    }
    guided
}

/// The guidance, with as many columns as there is room for.
fn promised(guided: &[&LineItem], report: &Report, view: &View) -> Sheet {
    let fits = |sheet: &Sheet| sheet.width(LABEL_ROOM) <= usize::from(view.width);
    let whole = guidance(guided, report, view);
    ["Last actual", "Growth"]
        .into_iter()
        .fold(whole, |sheet, title| if fits(&sheet) { sheet } else { sheet.without(title) })
}

/// What the name of a metric is to have at least, so that no number must be wrapped.
const LABEL_ROOM: usize = 18;

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
    let mut rows: Vec<(Key, Row)> = Vec::new();
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
    let repeats = |(metric, basis, unit): &Key, row: &Row| {
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

/// The rows with the base of the year to date, where the terminal has room for it.
fn reported(rows: &[Row], period: Period, to_date: Option<Period>, report: &Report, view: &View) -> Sheet {
    let is_implied = |item: &LineItem| item.year_ago.is_none() && item.implied_year_ago.is_some();
    let implied = rows.iter().any(|row| row.items().any(is_implied));
    let sheet = |with_base| {
        let mut columns = vec![Column::text("Metric")];
        columns.extend(titles(period, true));
        columns.extend(to_date.into_iter().flat_map(|to_date| titles(to_date, with_base)));
        let cells = rows.iter().map(|row| {
            let name = row.items().next().map(|item| label::item(item, report)).unwrap_or_default();
            let mut cells = vec![Cell::plain(&name)];
            cells.extend(figures(row.now, true, view));
            cells.extend(to_date.into_iter().flat_map(|_| figures(row.to_date, with_base, view)));
            cells
        });
        Sheet { note: implied.then_some("* implied by the stated growth"), ..Sheet::new(columns, cells.collect()) }
    };
    let wide = sheet(true);
    if wide.width(usize::MAX) <= usize::from(view.width) { wide } else { sheet(false) }
}

/// The columns of one period.
fn titles(period: Period, with_base: bool) -> impl Iterator<Item = Column> {
    let base = with_base.then(|| Column::numbers("Year ago"));
    std::iter::once(Column::figures(period.label())).chain(base).chain([Column::numbers("Growth")])
}

/// The cells of one period: the figure, its base, its growth.
fn figures(item: Option<&LineItem>, with_base: bool, view: &View) -> impl Iterator<Item = Cell> {
    let cell = |make: &dyn Fn(&LineItem) -> Cell| item.map_or_else(Cell::none, make);
    let figure = cell(&|item| level(item, &item.actual, view));
    let base = with_base.then(|| cell(&|item| year_ago(item, view)));
    let change = cell(&|item| growth(item.growth.as_ref(), view));
    std::iter::once(figure).chain(base).chain([change])
}

fn more(count: usize) -> Sheet {
    if count == 0 {
        return Sheet::default();
    }
    Sheet::sentence(&format!("{count} more line items: -m METRIC shows those of a metric, --rows facts every figure"))
}

#[cfg(test)]
mod tests {
    use super::sheets;
    use crate::model::{Basis, Figure, Kind, LineItem, Report};
    use crate::renderer::table::grid::grid;
    use crate::renderer::{View, sample};

    /// A release on a fourth quarter and its year.
    fn release() -> Report {
        let figure = |value| {
            Some(Figure { quantity: sample::quantity(sample::USD, value, "1000"), fact: 0, action: None, source: None })
        };
        let of = |key, period, value, base| LineItem {
            actual: figure(value),
            year_ago: figure(base),
            ..sample::item(key, period, sample::USD)
        };
        let adjusted = |item: LineItem| LineItem { basis: Some(Basis::Adjusted), ..item };
        let segment = LineItem { segment: Some("Cloud".into()), ..of("revenue", "2024-Q4", "1000000", "900000") };
        let base = LineItem { is_base: true, ..sample::item("revenue", "2023-Q4", sample::USD) };
        let line_items = vec![
            of("revenue", "2024-Q4", "5000000", "4000000"),
            adjusted(of("revenue", "2024-Q4", "5000000", "4000000")),
            of("income_tax", "2024-Q4", "100000", "90000"),
            of("net_income", "2024-Q4", "700000", "600000"),
            adjusted(of("net_income", "2024-Q4", "800000", "650000")),
            of("revenue", "2024-FY", "18000000", "15000000"),
            of("capex", "2024-FY", "300000", "200000"),
            segment,
            base,
        ];
        Report { kind: Kind::PressRelease, line_items, ratios: vec![], checks: vec![], ..sample::meta() }
    }

    #[track_caller]
    fn check(width: u16, expected: &[&str]) {
        let (report, view) = (release(), View { width, ..View::default() });
        let shown: String = sheets(&report, &view).unwrap().into_iter().map(|sheet| grid(sheet, &view)).collect();
        assert_eq!(shown.lines().collect::<Vec<_>>(), expected, "\n{shown}");
    }

    #[test]
    fn the_quarter_stands_beside_the_year() {
        check(
            80,
            &[
                "Metric                 Q4 2024  Year ago   FY 2024  Year ago",
                "────────────────────────────────────────────────────────────",
                "Revenue                $5.000M   $4.000M   $18.00M   $15.00M",
                "Net income            $700,000  $600,000         –         –",
                "Net income (adj.)     $800,000  $650,000         –         –",
                "Capital expenditures         –         –  $300,000  $200,000",
                "3 more line items: -m METRIC shows those of a metric, --rows facts every figure",
            ],
        );
    }

    #[test]
    fn a_narrow_terminal_does_without_the_base_of_the_year() {
        check(
            56,
            &[
                "Metric                 Q4 2024  Year ago   FY 2024",
                "──────────────────────────────────────────────────",
                "Revenue                $5.000M   $4.000M   $18.00M",
                "Net income            $700,000  $600,000         –",
                "Net income (adj.)     $800,000  $650,000         –",
                "Capital expenditures         –         –  $300,000",
                "3 more line items: -m METRIC shows those of a metric,",
                "--rows facts every figure",
            ],
        );
    }

    #[test]
    fn without_a_period_there_is_nothing_to_put_side_by_side() {
        assert!(sheets(&Report { period: None, ..release() }, &View::default()).is_none());
    }
}
