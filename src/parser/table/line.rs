//! Which line of a statement a row is: by its label, by what it stands under, and by what else its table has. Rows that only
//! tell a part of a line are left out with a reason.

use crate::parser::table::label::Label;
use crate::parser::table::named::{self, Line};
use crate::parser::table::row::{Row, Table};
use crate::parser::vocabulary::statements::{Nature, Place};

/// What all rows of a table have in common.
#[derive(Clone, Copy)]
pub(super) struct Sort {
    /// Whether its figures are parts of others.
    is_detail: bool,
    is_cash_flow: bool,
    /// Whether it leads from the revenue to the income.
    is_income: bool,
}

impl Sort {
    /// What the rows of this table are.
    pub(super) fn of(table: &Table) -> Self {
        let is_cash_flow = is_cash_flow(table);
        Self {
            is_detail: table.title.detail || is_allocation(table),
            is_cash_flow,
            is_income: !is_cash_flow && has(table, &["revenue", "cost_of_revenue"]),
        }
    }
}

/// The line that a row is, or why it is none.
pub(super) fn of(row: &Row, table: &Table, sort: Sort) -> Result<Line, &'static str> {
    if sort.is_detail || row.heading.as_ref().is_some_and(|heading| heading.detail) {
        return Err("a part of another figure");
    }
    let heading = row.heading.as_ref().and_then(Label::line);
    let of_detail = heading.is_some_and(|line| line.place == Place::CashFlow);
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
    if let Some(reason) = beside(row, line, table) {
        return Err(reason);
    }
    if line.metric.key() == "revenue" && !row.label.total && heading.is_some_and(|line| line.nature == Nature::Cost) {
        return Err("a part of another figure");
    }
    let own_holders = |other: &Row| other.label.attributable && other.label.basis == row.label.basis && same(other);
    if line.metric.key() == "net_income" && !row.label.attributable && table.rows.iter().any(own_holders) {
        return Err("before what belongs to other holders");
    }
    let says = match line.place {
        Place::Anywhere => true,
        Place::Income => sort.is_income && row.label.basis.is_none(),
        Place::CashFlow => sort.is_cash_flow,
        Place::Elsewhere => !sort.is_cash_flow,
    };
    says.then_some(line).ok_or("an adjustment to another figure")
}

/// Why a row is not the line that another row of the table is too.
fn beside(row: &Row, line: Line, table: &Table) -> Option<&'static str> {
    let same = |other: &&Row| {
        let of = other.label.line().is_some_and(|other| other.metric == line.metric && other.change == line.change);
        of && other.label.basis == row.label.basis
    };
    let all = |other: &Row| !other.label.continuing && other.label.prefix.is_none();
    if row.label.continuing && table.rows.iter().filter(same).any(all) {
        return Some("of what goes on alone, beside the whole");
    }
    let before = |other: &Row| other.span.start < row.span.start;
    let told = table.rows.iter().filter(same).any(before);
    // A cost told again is a part of it, such as what of it was paid in shares.
    if told && line.nature == Nature::Cost && line.place == Place::Elsewhere && !row.label.total {
        return Some("a part of another figure");
    }
    (told && line.metric.key() == "premiums").then_some("other premiums than the first")
}

/// "Diluted" under "Weighted average shares outstanding:".
fn shares(row: &Row) -> Option<Line> {
    let counted = row.heading.as_ref().is_some_and(|heading| heading.counts_shares) && row.label.diluted;
    named::named("diluted shares").filter(|_| counted)
}

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
