//! Lines of a table to text: labels on the left, every column's cells with their right ends under each other.

use std::collections::BTreeMap;

use crate::input::html::table::lines::{Line, Placed, Table};

/// What stands between two columns at least.
const GAP: usize = 3;
/// Labels longer than this push their own line to the right and no other.
const LABEL: usize = 100;
/// Cells wider than this do the same.
const CELL: usize = 48;
/// A table wider than this is set without columns, three spaces between its cells.
const WIDEST: usize = 600;

/// The text of a table, without a line end behind the last line.
pub(super) fn set(table: &Table) -> String {
    let measures = Measures::of(table);
    let mut text = String::new();
    for line in &table.lines {
        if !text.is_empty() {
            text.push('\n');
        }
        write(&mut text, line, &measures);
    }
    text
}

/// Where the columns stand, counted in characters from the left.
struct Measures {
    /// The first and the behind-last character of every column; none where the table is too wide.
    columns: Vec<(usize, usize)>,
}

impl Measures {
    fn of(table: &Table) -> Self {
        let label = table.lines.iter().filter(|line| !line.cells.is_empty()).map(|line| wide(&line.label, LABEL)).max();
        let mut end = label.unwrap_or(0);
        let mut columns = Vec::with_capacity(table.columns);
        for width in widths(table) {
            let start = if end == 0 { 0 } else { end.saturating_add(GAP) };
            end = start.saturating_add(width);
            columns.push((start, end));
        }
        if end > WIDEST {
            columns.clear();
        }
        Self { columns }
    }
}

fn widths(table: &Table) -> Vec<usize> {
    let mut widths = vec![0_usize; table.columns];
    let mut spanning: BTreeMap<(usize, usize, usize), usize> = BTreeMap::new();
    for cell in table.lines.iter().flat_map(|line| &line.cells) {
        let width = wide(&cell.text, CELL);
        if cell.first == cell.last {
            if let Some(column) = widths.get_mut(cell.first) {
                *column = width.max(*column);
            }
        } else {
            let most = spanning.entry((cell.last.saturating_sub(cell.first), cell.first, cell.last)).or_default();
            *most = width.max(*most);
        }
    }
    for ((more, first, last), width) in spanning {
        let Some(under) = widths.get_mut(first..=last) else { continue };
        let gaps = more.saturating_mul(GAP);
        let missing = width.saturating_sub(under.iter().sum::<usize>().saturating_add(gaps));
        let each = missing.div_ceil(more.saturating_add(1));
        under.iter_mut().for_each(|column| *column = column.saturating_add(each));
    }
    widths
}

/// How wide a text is, where it is not so long that it sets no measure.
fn wide(text: &str, most: usize) -> usize {
    let width = text.chars().count();
    if width <= most { width } else { 0 }
}

fn write(text: &mut String, line: &Line, measures: &Measures) {
    text.push_str(&line.label);
    let mut at = line.label.chars().count();
    for cell in &line.cells {
        let width = cell.text.chars().count();
        let wanted = start(cell, width, &measures.columns).unwrap_or(0);
        let least = if at == 0 { 0 } else { at.saturating_add(GAP) };
        let begin = wanted.max(least);
        text.extend(std::iter::repeat_n(' ', begin.saturating_sub(at)));
        text.push_str(&cell.text);
        at = begin.saturating_add(width);
    }
}

/// Where a cell begins: with its right end at that of its column, or in the middle of the columns that it spans.
fn start(cell: &Placed, width: usize, columns: &[(usize, usize)]) -> Option<usize> {
    let (left, _) = columns.get(cell.first)?;
    let (_, right) = columns.get(cell.last)?;
    let room = right.saturating_sub(*left).saturating_sub(width);
    let before = if cell.first == cell.last { right.saturating_sub(width) } else { left.saturating_add(room / 2) };
    Some(before)
}
