//! Every fact with the line that it stands in and the words around it.

use crate::model::{Evidence, Fact, Measure, Quantity, Report, Role};
use crate::renderer::link::Link;
use crate::renderer::sheet::{Cell, Column, Sheet, Tint};
use crate::renderer::table::page;
use crate::renderer::text::{clip, clip_start, printable, width};
use crate::renderer::{Renderer, View, label};

/// Tables with a row for each fact.
pub(super) struct Facts {
    view: View,
}

impl Facts {
    pub(super) fn new(view: View) -> Self {
        Self { view }
    }
}

impl Renderer for Facts {
    fn report(&self, report: &Report, out: &mut Vec<u8>) {
        page::write(report, sheets(report, &self.view), &self.view, out);
    }

    fn between(&self) -> &'static [u8] {
        b"\n"
    }
}

/// The facts, the quantities that are in none, warnings.
pub(crate) fn sheets(report: &Report, view: &View) -> Vec<Sheet> {
    let facts = facts(report, view);
    let facts = if facts.is_empty() { Sheet::sentence("no facts found") } else { facts };
    vec![facts, unlinked(report, view), page::notes(report)]
}

fn facts(report: &Report, view: &View) -> Sheet {
    const COLUMNS: &[Column] = &[
        Column::numbers("Line"),
        Column::text("Metric"),
        Column::text("Period"),
        Column::text("Role"),
        Column::numbers("Figure"),
        Column::text("Quote"),
    ];
    let mut rows: Vec<Vec<Cell>> = view.facts(report).map(|fact| fact_row(fact, report, view)).collect();
    let room = quote_room(&rows, view);
    for (row, fact) in rows.iter_mut().zip(view.facts(report)) {
        row.push(quote(&fact.evidence, report, room, view));
    }
    Sheet { link: Link::of(report, view), ..Sheet::new(COLUMNS, rows) }
}

fn fact_row(fact: &Fact, report: &Report, view: &View) -> Vec<Cell> {
    let name = label::figure(fact.metric, fact.company.as_deref(), fact.segment.as_deref(), fact.basis, report);
    vec![
        Cell::line(fact.evidence.line),
        Cell::plain(&name),
        fact.period.map_or_else(Cell::none, |period| Cell::plain(&period.label())),
        Cell::new(&fact.role.name().replace('_', " "), role_tint(fact.role)),
        Cell::plain(&figure(&fact.quantity, fact.measure, view)),
    ]
}

fn figure(quantity: &Quantity, measure: Measure, view: &View) -> String {
    view.style().quantity(quantity, measure)
}

fn role_tint(role: Role) -> Tint {
    match role {
        Role::Actual => Tint::Strong,
        Role::Estimate | Role::PriorGuidance => Tint::Dim,
        Role::Guidance => Tint::Warning,
    }
}

/// Quantities that are in no fact, where they were asked for.
fn unlinked(report: &Report, view: &View) -> Sheet {
    const COLUMNS: &[Column] =
        &[Column::numbers("Line"), Column::text("In no fact"), Column::numbers("Figure"), Column::text("Quote")];
    if !view.include_unlinked {
        return Sheet::default();
    }
    let all = || report.unlinked.iter();
    let mut rows: Vec<Vec<Cell>> = all()
        .map(|unlinked| {
            vec![
                Cell::line(unlinked.evidence.line),
                Cell::plain(unlinked.reason),
                Cell::plain(&figure(&unlinked.quantity, Measure::Level, view)),
            ]
        })
        .collect();
    let room = quote_room(&rows, view);
    for (row, unlinked) in rows.iter_mut().zip(all()) {
        row.push(quote(&unlinked.evidence, report, room, view));
    }
    Sheet { link: Link::of(report, view), ..Sheet::new(COLUMNS, rows) }
}

/// Quotes are cut so that they take about this many lines of what the other columns leave.
const QUOTE_LINES: usize = 2;

/// What is lost at the end of a line, where a word does not fit.
const WRAPPING: usize = 6;

/// What is left of the width for quotes, over all their lines; never so little that a quote says nothing.
fn quote_room(rows: &[Vec<Cell>], view: &View) -> usize {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widest = |at: usize| rows.iter().filter_map(|row| row.get(at)).map(Cell::width).max().unwrap_or(0).max(4);
    let taken: usize = (0..columns).map(|at| widest(at) + 2).sum();
    usize::from(view.width).saturating_sub(taken).max(20) * QUOTE_LINES - WRAPPING
}

fn quote(evidence: &Evidence, report: &Report, room: usize, view: &View) -> Cell {
    let (text, ellipsis) = (report.text(), view.style().ellipsis());
    let part = |start: usize, end: usize| printable(text.get(start..end).unwrap_or_default());
    let before = part(evidence.sentence.start, evidence.span.start);
    let figure = part(evidence.span.start, evidence.span.end);
    let after = part(evidence.span.end, evidence.sentence.end);
    let rest = room.saturating_sub(width(&figure));
    let behind = width(&after).min(rest.div_ceil(2).max(rest.saturating_sub(width(&before))));
    let before = clip_start(&before, rest.saturating_sub(behind), ellipsis);
    Cell::plain(&format!("{before}{figure}{}", clip(&after, behind, ellipsis)))
}

#[cfg(test)]
mod tests {
    use super::Facts;
    use crate::renderer::{Renderer, View, sample};

    #[track_caller]
    fn check(view: View, expected: &[&str]) {
        let mut out = Vec::new();
        Facts::new(view).report(&sample::meta(), &mut out);
        let shown = String::from_utf8(out).unwrap();
        assert_eq!(shown.lines().collect::<Vec<_>>(), expected, "\n{shown}");
    }

    #[test]
    fn every_fact_with_its_line_and_quote() {
        check(
            View { width: 100, ..View::default() },
            &[
                "Meta · Q4 2024 · article · meta.txt",
                "",
                "Line  Metric                Period   Role       Figure  Quote",
                "────────────────────────────────────────────────────────────────────────────────────────────────────",
                "   1  Revenue               Q4 2024  actual     $48.4B  Meta reported revenue of $48.4 billion, up",
                "                                                        21% and ahead of the $46.99 billion…",
                "   1  Revenue               Q4 2024  actual       +21%  …revenue of $48.4 billion, up 21% and ahead",
                "                                                        of the $46.99 billion…",
                "   1  Revenue               Q4 2024  estimate  $46.99B  …$48.4 billion, up 21% and ahead of the",
                "                                                        $46.99 billion expected by Wall Street.",
                "   2  EPS                   Q4 2024  actual      $8.02  It earned $8.02 per share versus the $6.76",
                "                                                        expected.",
                "   2  EPS                   Q4 2024  estimate    $6.76  It earned $8.02 per share versus the $6.76",
                "                                                        expected.",
                "   3  Capital expenditures  FY 2025  guidance  $60–65B  …plan to spend between $60 billion and $65",
                "                                                        billion in 2025, up from $39…",
                "   3  Capital expenditures  FY 2024  actual       $39B  …plan to spend between $60 billion and $65",
                "                                                        billion in 2025, up from $39 billion.",
            ],
        );
    }
}
