//! Rows to facts: what each cell is of, for which period, on which basis. What is not told is left out with a reason.

use std::sync::LazyLock;

use crate::model::{Action, Basis, Comparison, Measure, Metric, MetricUnit, Period, Quantity, Role, Span, Unit};
use crate::parser::table::cell::{Cell, Mark};
use crate::parser::table::columns::{Column, Content, Time};
use crate::parser::table::label::Label;
use crate::parser::table::line::{self, Sort};
use crate::parser::table::named::{self, Line};
use crate::parser::table::note::Note;
use crate::parser::table::row::{Row, Table};
use crate::parser::table::tie::Tie;
use crate::parser::table::{Frame, figure};
use crate::parser::vocabulary::statements::Nature;

/// A fact before it gets its evidence.
#[derive(Clone, Debug)]
pub struct TableFact {
    /// What is measured.
    pub metric: Metric,
    /// Of what standing.
    pub role: Role,
    /// Level or change.
    pub measure: Measure,
    /// What a change is measured against.
    pub comparison: Option<Comparison>,
    /// The business line.
    pub segment: Option<Span>,
    /// The period.
    pub period: Option<Period>,
    /// The accounting basis.
    pub basis: Option<Basis>,
    /// The figure.
    pub quantity: Quantity,
    /// What was done with guidance.
    pub action: Option<Action>,
}

/// A cell: a fact, or a figure with the reason why it is none.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The cell's place.
    pub span: Span,
    /// The row's.
    pub row: Span,
    /// What was made of it.
    pub fact: Result<TableFact, (Quantity, &'static str)>,
}

/// Reads the cells of a table in the unit of this line.
pub(super) fn read(table: &Table, note: Option<Note>, tie: Option<Tie>, frame: &Frame) -> Vec<Reading> {
    let latest = table.columns.iter().filter_map(|column| column.time.year).max();
    let mut readings = Vec::with_capacity(table.rows.iter().map(|row| row.cells.len()).sum());
    let mut last: Option<(Line, Option<Basis>)> = None;
    let sort = Sort::of(table);
    for row in &table.rows {
        let grown = last.filter(|_| row.label.growth);
        let line = grown.map_or_else(|| line::of(row, table, sort), |(line, _)| Ok(Line { change: true, ..line }));
        let basis = grown.and_then(|(_, basis)| basis);
        let segment = row.label.prefix.filter(|prefix| !is_company(prefix.of(frame.text), frame.company));
        for (index, cell) in row.cells.iter().enumerate() {
            if matches!(cell.mark, Mark::Nil | Mark::Same) {
                continue;
            }
            let context = Context { table, row, note, tie, latest, basis, segment };
            let fact = line.and_then(|line| context.cell(line, index, cell));
            let fact =
                fact.or_else(|reason| loose(cell, note).map_or(Err(None), |quantity| Err(Some((quantity, reason)))));
            let fact = match fact {
                Ok(fact) => Ok(fact),
                Err(Some(loose)) => Err(loose),
                Err(None) => continue,
            };
            readings.push(Reading { span: cell.span, row: row.span, fact });
        }
        last = line.ok().map(|line| (line, row.label.basis)).or(last);
        readings.extend(unchanged(table, row, &readings));
    }
    readings
}

/// Whether what stands before a label is the company's name, or begins like it.
fn is_company(prefix: &str, company: Option<&str>) -> bool {
    let first = |name: &str| name.split_whitespace().next().unwrap_or_default().to_lowercase();
    company.is_some_and(|company| first(company) == first(prefix))
}

/// The figure of a cell that is no fact. A bare number in a table without a unit line may be anything.
fn loose(cell: &Cell, note: Option<Note>) -> Option<Quantity> {
    let is_money = cell.mark == Mark::Money || note.is_some() && cell.mark == Mark::Bare;
    let line = if is_money { *AMOUNT } else { *RATE }?;
    let found = match cell.mark {
        Mark::Money | Mark::Bare => {
            figure::level(line, &Label::default(), cell, note).ok().map(|(_, quantity)| quantity)
        }
        _ => figure::rate(cell),
    };
    let is_figure = is_money || cell.mark != Mark::Bare;
    found.or_else(|| is_figure.then(|| figure::as_printed(cell, note)))
}

/// The lines as which figures are read that are of none.
static AMOUNT: LazyLock<Option<Line>> = LazyLock::new(|| named::named("revenue"));
static RATE: LazyLock<Option<Line>> = LazyLock::new(|| named::named("tax rate"));

/// What a cell is read against.
#[derive(Clone, Copy)]
struct Context<'a> {
    table: &'a Table,
    row: &'a Row,
    note: Option<Note>,
    tie: Option<Tie>,
    latest: Option<u16>,
    /// The basis of the row that this one goes on from.
    basis: Option<Basis>,
    /// The part of the company that its label begins with.
    segment: Option<Span>,
}

impl Context<'_> {
    fn cell(&self, line: Line, index: usize, cell: &Cell) -> Result<TableFact, &'static str> {
        if self.table.parts && cell.mark != Mark::Money {
            return Err("a part of another figure");
        }
        let fit = self.row.fit.as_ref().ok_or("its row does not fit the columns")?;
        let at = fit.iter().position(|place| *place == Some(index)).ok_or("a column that no head names")?;
        let column = self.table.columns.get(at).ok_or("a column that no head names")?;
        match column.content {
            Content::Level => self.level(line, column, cell),
            Content::Change => self.change(line, at, cell),
            Content::Share => Err("a part of another figure"),
            Content::Unknown => Err("a column that no head names"),
        }
    }

    fn level(&self, line: Line, column: &Column, cell: &Cell) -> Result<TableFact, &'static str> {
        let grows = line.change || (column.guidance && figure::is_growth(line.metric, cell));
        let rates = grows || line.metric.row().unit == MetricUnit::ChangePercent;
        let (metric, quantity) = if grows {
            (line.metric, figure::rate(cell).filter(|rate| rate.unit() != Unit::Count).ok_or("no rate")?)
        } else {
            figure::level(line, &self.row.label, cell, self.row.note.or(self.note))?
        };
        let period = self.period(line, &column.time, column.guidance)?;
        let ahead = period.zip(self.tie).is_some_and(|(period, tie)| tie.is_ahead(period));
        let role = match (column.guidance || ahead, column.prior) {
            _ if self.row.label.estimate => Role::Estimate,
            (_, true) => Role::PriorGuidance,
            (true, false) => Role::Guidance,
            (false, false) => Role::Actual,
        };
        let measure = if rates { Measure::Change } else { Measure::Level };
        let comparison = rates.then_some(Comparison::YearOverYear);
        Ok(TableFact {
            metric,
            role,
            measure,
            comparison,
            segment: self.segment,
            period,
            basis: self.basis(column),
            quantity,
            action: None,
        })
    }

    /// A change is read where the two levels before it are of one part of two years.
    fn change(&self, line: Line, at: usize, cell: &Cell) -> Result<TableFact, &'static str> {
        let before: Vec<&Column> = self
            .table
            .columns
            .get(..at)
            .unwrap_or_default()
            .iter()
            .rev()
            .filter(|column| column.content == Content::Level)
            .take(2)
            .collect();
        let [earlier, later] = before.as_slice() else { return Err("a change from what is not told") };
        let period = |column: &Column| self.period(line, &column.time, false);
        let (one, other) = (
            period(earlier)?.ok_or("a change of an unknown period")?,
            period(later)?.ok_or("a change of an unknown period")?,
        );
        let now = if one.year_before() == other { one } else { other };
        if cell.mark != Mark::Percent || (one.year_before() != other && other.year_before() != one) {
            return Err("a change that is no rate over a year");
        }
        let quantity = figure::rate(cell).ok_or("no rate")?;
        let (comparison, basis) = (Some(Comparison::YearOverYear), self.basis(earlier));
        let fact = TableFact {
            metric: line.metric,
            role: Role::Actual,
            measure: Measure::Change,
            comparison,
            segment: self.segment,
            period: Some(now),
            basis,
            quantity,
            action: None,
        };
        let levels = line.metric.row().unit != MetricUnit::Percent && !line.change;
        levels.then_some(fact).ok_or("a change that is no rate over a year")
    }

    fn basis(&self, column: &Column) -> Option<Basis> {
        let heading = self.row.heading.as_ref().and_then(|heading| heading.basis);
        self.row.label.basis.or(self.basis).or(heading).or(column.basis)
    }

    fn period(&self, line: Line, time: &Time, guidance: bool) -> Result<Option<Period>, &'static str> {
        let stock = line.nature == Nature::Stock;
        let dated = time.months.is_some() || time.label.is_some() || time.to_date;
        if !stock && !dated && !guidance {
            return Err("a column of no known length");
        }
        let time = if stock && time.day.is_some() { Time { months: None, ..*time } } else { *time };
        let tie = self.tie.ok_or("a column of no known period")?;
        let period = tie.period(&time, self.latest);
        match period {
            Some(period) => Ok(Some(if stock { closing(period) } else { period })),
            None if guidance => Ok(None),
            None => Err("a column of no known period"),
        }
    }
}

/// A point in time takes the quarter that ends there.
fn closing(period: Period) -> Period {
    use crate::model::PeriodSpan::{Half, Month, NineMonths, Quarter, Year};
    let span = match period.span {
        Year => Quarter(4),
        Half(half) => Quarter(half * 2),
        NineMonths => Quarter(3),
        Quarter(quarter) => Quarter(quarter),
        Month(month) => Month(month),
    };
    Period { span, ..period }
}

/// Guidance that a cell leaves as it was: "no change" after what was expected before.
fn unchanged(table: &Table, row: &Row, readings: &[Reading]) -> Vec<Reading> {
    let Some(fit) = &row.fit else { return Vec::new() };
    let cell = |column: usize| fit.get(column).copied().flatten().and_then(|at| row.cells.get(at));
    let prior = (0..table.columns.len()).find(|column| table.columns[*column].prior).and_then(cell);
    let same = (0..table.columns.len()).any(|column| cell(column).is_some_and(|cell| cell.mark == Mark::Same));
    let Some(prior) = prior.filter(|_| same) else { return Vec::new() };
    let repeated = readings
        .iter()
        .rev()
        .take(row.cells.len())
        .filter(|reading| reading.span == prior.span)
        .find_map(|reading| reading.fact.as_ref().ok().map(|fact| (reading, fact)));
    repeated
        .map(|(reading, fact)| {
            let fact = TableFact { role: Role::Guidance, action: Some(Action::Reaffirmed), ..fact.clone() };
            Reading { fact: Ok(fact), ..reading.clone() }
        })
        .into_iter()
        .collect()
}
