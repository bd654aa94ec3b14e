//! Lines of a statement that follow from others: gross profit, free cash flow, and the year to date from its quarters.
//!
//! That figures add up is worth telling wherever they stand. That they do not is told of statements only: prose rounds,
//! and means its own thing by a word.

use foldhash::{HashMap, HashMapExt};
use rust_decimal::Decimal;

use crate::calculator::check::verb;
use crate::calculator::interval::Reach;
use crate::calculator::line_item::Draft;
use crate::calculator::names::{MAIN, WHOLE};
use crate::calculator::wording::{computed, list, mid_sentence, printed, title};
use crate::model::{Basis, Check, CheckKind, CheckStatus, Fact, Metric, Period, PeriodSpan, Unit};

/// A line that is the difference of two others.
struct Difference {
    result: &'static str,
    from: &'static str,
    less: &'static str,
    /// Whether everybody means the same by it. Free cash flow is also told after leases or before grants.
    is_defined: bool,
}

static DIFFERENCES: &[Difference] = &[
    Difference { result: "gross_profit", from: "revenue", less: "cost_of_revenue", is_defined: true },
    Difference { result: "free_cash_flow", from: "operating_cash_flow", less: "capex", is_defined: false },
];

/// Metrics of which a year has the sum of its quarters. Per-share earnings do not: the shares change.
static FLOWS: &[&str] = &[
    "revenue", "cost_of_revenue", "gross_profit", "operating_expenses", "sga_expense", "rnd_expense",
    "operating_income", "interest_expense", "pretax_income", "income_tax", "net_income", "ebitda",
    "depreciation_amortization", "stock_compensation", "operating_cash_flow", "capex", "free_cash_flow",
    "dividends_paid", "share_repurchases",
];

/// Of these, the ones that are never below zero, so that no part is more than the whole.
static NEVER_NEGATIVE: &[&str] = &["revenue", "cost_of_revenue"];

/// Reported levels of the whole company. Plain figures and GAAP are one basis.
struct Levels<'d, 'a>(HashMap<Key, &'d Draft<'a>>);

type Key = (&'static str, Option<Basis>, Unit, Period);

/// The checks of all line items that are sums or differences of others.
pub(super) fn sums(drafts: &[Draft]) -> Vec<Check> {
    let levels = Levels::new(drafts);
    let own = drafts.iter().filter(|draft| key(draft).is_some_and(|key| levels.is(key, draft)));
    own.flat_map(|draft| levels.difference(draft).into_iter().chain(levels.year_to_date(draft))).collect()
}

fn key(draft: &Draft) -> Option<Key> {
    let item = &draft.item;
    let is_whole = draft.subject.company == MAIN && draft.subject.segment == WHOLE;
    let is_amount = matches!(item.unit, Unit::Money(_)) && item.actual.is_some();
    let period = item.period.filter(|period| is_whole && is_amount && period.year.is_some())?;
    Some((item.metric.key(), plain(item.basis), item.unit, period))
}

fn plain(basis: Option<Basis>) -> Option<Basis> {
    basis.filter(|basis| *basis != Basis::Gaap)
}

impl<'d, 'a> Levels<'d, 'a> {
    fn new(drafts: &'d [Draft<'a>]) -> Self {
        let mut levels = HashMap::new();
        for draft in drafts {
            if let Some(key) = key(draft) {
                levels.entry(key).or_insert(draft);
            }
        }
        Self(levels)
    }

    fn is(&self, key: Key, draft: &Draft) -> bool {
        self.0.get(&key).is_some_and(|known| std::ptr::eq(*known, draft))
    }

    fn fact(&self, key: Key) -> Option<&'a Fact> {
        self.0.get(&key)?.figures.actual.as_ref().map(|said| said.fact)
    }

    /// The line against the difference of two others: on its own basis, else on the plain one.
    fn difference(&self, draft: &Draft) -> Option<Check> {
        let (metric, basis, unit, period) = key(draft)?;
        let row = DIFFERENCES.iter().find(|row| row.result == metric)?;
        let either =
            |metric| self.fact((metric, basis, unit, period)).or_else(|| self.fact((metric, None, unit, period)));
        let (from, less) = (either(row.from)?, either(row.less)?);
        let stated = draft.figures.actual.as_ref()?.fact;
        let is_defined = row.is_defined && plain(from.basis) == basis && plain(less.basis) == basis;
        let value = from.quantity.value().checked_sub(less.quantity.value())?;
        let reach = Reach::of(from).minus(Reach::of(less));
        let status =
            status(stated, reach, [from, less]).filter(|status| is_defined || *status == CheckStatus::Consistent)?;
        let label = |metric: Metric| mid_sentence(metric.row().label);
        let parts = format!("{} less {}", label(from.metric), label(less.metric));
        Some(told(CheckKind::Statement, status, draft, (computed(value, unit, reach), &parts), &[from, less]))
    }

    /// The year, or the part of it so far, against its quarters and halves.
    fn year_to_date(&self, draft: &Draft) -> Option<Check> {
        let (metric, basis, unit, whole) = key(draft).filter(|key| FLOWS.contains(&key.0))?;
        let at = |span| self.fact((metric, basis, unit, Period { span, ..whole }));
        let sets = divisions(whole.span).iter();
        let known = sets.filter_map(|parts| parts.iter().map(|span| at(*span)).collect::<Option<Vec<&Fact>>>());
        known.filter_map(|parts| against_parts(draft, &parts)).next().or_else(|| exceeded(draft, metric, at))
    }
}

/// How a span of the year is made up.
fn divisions(span: PeriodSpan) -> &'static [&'static [PeriodSpan]] {
    use PeriodSpan::{Half, NineMonths, Quarter};
    match span {
        Half(1) => &[&[Quarter(1), Quarter(2)]],
        Half(_) => &[&[Quarter(3), Quarter(4)]],
        NineMonths => &[&[Quarter(1), Quarter(2), Quarter(3)], &[Half(1), Quarter(3)]],
        PeriodSpan::Year => {
            &[&[Quarter(1), Quarter(2), Quarter(3), Quarter(4)], &[Half(1), Half(2)], &[NineMonths, Quarter(4)]]
        }
        PeriodSpan::Month(_) | Quarter(_) => &[],
    }
}

fn against_parts(draft: &Draft, parts: &[&Fact]) -> Option<Check> {
    let stated = draft.figures.actual.as_ref()?.fact;
    let value = parts.iter().try_fold(Decimal::ZERO, |sum, fact| sum.checked_add(fact.quantity.value()))?;
    let reach = parts.iter().map(|fact| Reach::of(fact)).reduce(Reach::plus)?;
    let status = status(stated, reach, parts.iter().copied())?;
    let names: Vec<String> = parts.iter().filter_map(|fact| fact.period).map(Period::label).collect();
    Some(told(CheckKind::YearToDate, status, draft, (computed(value, draft.item.unit, reach), &list(&names)), parts))
}

/// A quarter that is more than the year so far, where the others are not told.
fn exceeded<'a>(draft: &Draft, metric: &str, at: impl Fn(PeriodSpan) -> Option<&'a Fact>) -> Option<Check> {
    let whole = draft.figures.actual.as_ref().filter(|_| NEVER_NEGATIVE.contains(&metric))?.fact;
    let is_more = |part: &&Fact| {
        let in_statements = part.is_from_table() && whole.is_from_table();
        in_statements && Reach::of(part).is_above(Reach::of(whole)) && !Reach::of(part).meets(Reach::of(whole))
    };
    let spans = divisions(draft.item.period?.span).iter().flat_map(|parts| parts.iter());
    let part = spans.filter_map(|span| at(*span)).find(is_more)?;
    let (title, all, more) = (title(&draft.item), printed(&whole.quantity), printed(&part.quantity));
    let of = part.period.map(Period::label).unwrap_or_default();
    Some(Check {
        kind: CheckKind::YearToDate,
        status: CheckStatus::Inconsistent,
        message: format!("{title}: {more} of {of} is more than the whole, {all}"),
        facts: vec![whole.id, part.id],
    })
}

/// Whether the stated figure is what was computed. Nothing is told where the roundings leave more than a tenth of it open.
fn status<'a>(stated: &Fact, reach: Reach, from: impl IntoIterator<Item = &'a Fact>) -> Option<CheckStatus> {
    let tenth = stated.quantity.value().abs().checked_div(Decimal::TEN)?;
    if Reach::of(stated).meets(reach) {
        return reach.width().is_some_and(|width| width <= tenth).then_some(CheckStatus::Consistent);
    }
    let in_statements = stated.is_from_table() && from.into_iter().all(Fact::is_from_table);
    in_statements.then_some(CheckStatus::Inconsistent)
}

fn told(kind: CheckKind, status: CheckStatus, draft: &Draft, (value, parts): (String, &str), from: &[&Fact]) -> Check {
    let stated = draft.figures.actual.as_ref().map(|said| said.fact);
    let said = stated.map(|fact| printed(&fact.quantity)).unwrap_or_default();
    let (title, verb) = (title(&draft.item), verb(status));
    Check {
        kind,
        status,
        message: format!("{title}: stated {said} {verb} the {value} of {parts}"),
        facts: stated.into_iter().chain(from.iter().copied()).map(|fact| fact.id).collect(),
    }
}

#[cfg(test)]
mod tests {
    use crate::calculator::testing::check_checks as check;

    #[test]
    fn gross_profit() {
        let lines = |profit: &str, place: &str| {
            format!(
                "revenue actual 2024-Q4 USD 9295m{place}
                 cost_of_revenue actual 2024-Q4 USD 2888m{place}
                 gross_profit actual 2024-Q4 USD {profit}{place}"
            )
        };
        check(
            &lines("6407m", ""),
            "statement consistent: Gross profit in Q4 2024: stated $6.407 billion agrees with the $6.41 billion of revenue \
             less cost of revenue [2, 0, 1]",
        );
        check(
            &lines("6307m", " table"),
            "statement inconsistent: Gross profit in Q4 2024: stated $6.307 billion does not agree with the $6.41 billion \
             of revenue less cost of revenue [2, 0, 1]",
        );
        check(&lines("6307m", ""), "");
        check(&lines("6307m adjusted", " table"), "");
    }

    #[test]
    fn free_cash_flow_has_more_than_one_meaning() {
        let lines = |flow: &str| {
            format!(
                "operating_cash_flow actual 2024-Q4 USD 4828m table
                 capex actual 2024-Q4 USD 105m table
                 free_cash_flow actual 2024-Q4 USD {flow} table"
            )
        };
        check(
            &lines("4723m adjusted"),
            "statement consistent: Adjusted free cash flow in Q4 2024: stated $4.723 billion agrees with the $4.72 billion \
             of operating cash flow less capital expenditures [2, 0, 1]",
        );
        check(&lines("4600m"), "");
    }

    #[test]
    fn the_year_to_date() {
        check(
            "revenue actual 2024-Q1 USD 10.1bn
             revenue actual 2024-Q2 USD 11.2bn
             revenue actual 2024-H1 USD 21.4bn",
            "year_to_date consistent: Revenue in H1 2024: stated $21.4 billion agrees with the $21.3 billion of Q1 2024 and \
             Q2 2024 [2, 0, 1]",
        );
        check(
            "revenue actual 2024-9M USD 300m table
             revenue actual 2024-Q4 USD 120m table
             revenue actual 2024-FY USD 460m table",
            "year_to_date inconsistent: Revenue in FY 2024: stated $460 million does not agree with the $420 million of \
             9M 2024 and Q4 2024 [2, 0, 1]",
        );
        check(
            "revenue actual 2024-Q4 USD 460m table
             revenue actual 2024-FY USD 120m table",
            "year_to_date inconsistent: Revenue in FY 2024: $460 million of Q4 2024 is more than the whole, $120 million \
             [1, 0]",
        );
        check(
            "net_income actual 2024-Q1 USD 10m
             net_income actual 2024-Q2 USD -15m
             net_income actual 2024-H1 USD 90m
             eps actual 2024-Q1 USD/share 1.00 table
             eps actual 2024-Q2 USD/share 1.00 table
             eps actual 2024-H1 USD/share 1.90 table",
            "",
        );
    }
}
