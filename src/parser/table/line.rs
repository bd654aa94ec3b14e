//! Which line of a statement a row is: by its label, by what it stands under, and by what else its table has. Rows that only
//! tell a part of a line are left out with a reason.

use crate::parser::table::label::{Label, Line};
use crate::parser::table::row::{Row, Table};
use crate::parser::vocabulary::metrics;

/// The line that a row is, or why it is none.
pub(super) fn of(row: &Row, table: &Table) -> Result<Line, &'static str> {
    let detail = row.heading.as_ref().is_some_and(|heading| heading.detail) || table.title.detail;
    if detail || is_allocation(table) {
        return Err("a part of another figure");
    }
    let heading = row.heading.as_ref().and_then(Label::line);
    let of_detail = heading.is_some_and(|line| DETAILS.contains(&line.metric.key()));
    let under = || heading.or_else(|| shares(row)).or(table.about);
    let own = row.label.line().or_else(|| if row.label.is_bare() { under() } else { None });
    let line = own.ok_or("no known line of a statement")?;
    if of_detail && !row.label.is_bare() {
        return Err("a part of another figure");
    }
    let same = |other: &Row| other.label.line().is_some_and(|other| other.metric == line.metric);
    let total = |other: &Row| other.label.total && same(other);
    if heading.is_some_and(|heading| heading.metric == line.metric) && !row.label.total && table.rows.iter().any(total)
    {
        return Err("a part of a total");
    }
    if line.metric.key() == "eps"
        && row.label.basic
        && !row.label.diluted
        && table.rows.iter().any(|row| row.label.diluted)
    {
        return Err("basic, beside diluted");
    }
    let own_holders = |other: &Row| other.label.attributable && other.label.basis == row.label.basis && same(other);
    if line.metric.key() == "net_income" && !row.label.attributable && table.rows.iter().any(own_holders) {
        return Err("before what belongs to other holders");
    }
    if is_cash_flow(table) != FLOWS.contains(&line.metric.key())
        && (is_cash_flow(table) || ONLY_FLOWS.contains(&line.metric.key()))
    {
        return Err("an adjustment to another figure");
    }
    Ok(line)
}

/// "Diluted" under "Weighted average shares outstanding:".
fn shares(row: &Row) -> Option<Line> {
    let counted = row.heading.as_ref().is_some_and(Label::counts_shares) && row.label.diluted;
    let metric = metrics::by_key("shares_outstanding").filter(|_| counted)?;
    Some(Line { metric, change: false })
}

/// Headings under which other lines are only told apart.
const DETAILS: [&str; 2] = ["stock_compensation", "depreciation_amortization"];

/// Whether a row of the table is one of these lines.
fn has(table: &Table, keys: &[&str]) -> bool {
    table.rows.iter().any(|row| row.label.line().is_some_and(|line| keys.contains(&line.metric.key())))
}

/// Whether costs are only told by where they stand in the statement: a table of costs without what they are taken from.
fn is_allocation(table: &Table) -> bool {
    let costs = has(table, &["cost_of_revenue", "rnd_expense", "sga_expense"]);
    costs && !has(table, &["revenue", "gross_profit", "operating_income", "pretax_income", "net_income", "eps"])
}

/// Whether it is a statement of cash flows, in which most lines only lead from the income to the cash.
fn is_cash_flow(table: &Table) -> bool {
    has(table, &["operating_cash_flow"]) && !has(table, &["revenue", "eps"])
}

/// Lines that a statement of cash flows tells as they are.
const FLOWS: [&str; 10] = [
    "net_income", "operating_cash_flow", "capex", "free_cash_flow", "cash", "dividends_paid", "share_repurchases",
    "depreciation_amortization", "stock_compensation", "ebitda",
];

/// Lines that outside a statement of cash flows are parts of something.
const ONLY_FLOWS: [&str; 2] = ["depreciation_amortization", "stock_compensation"];
