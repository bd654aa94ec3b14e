//! Which cells stand side by side, before anything is known of their columns and labels.

use std::ops::Range;

use crate::parser::table::cell::{Cell, Mark};
use crate::parser::table::item::{Gap, Item};

/// Cells in a row, and all that stands between them and the cells before.
#[derive(Clone, Debug)]
pub(super) struct Raw {
    pub(super) run: Range<usize>,
    /// The items that are its cells.
    pub(super) cells: Range<usize>,
    /// The number of the first cell.
    pub(super) first: usize,
    /// Whether words stand in a column of its line, with cells on either side, so that no cell's column is known.
    pub(super) broken: bool,
}

impl Raw {
    /// Whether the cells are kept apart from their label by layout, and end their line.
    pub(super) fn is_spaced(&self, items: &[Item]) -> bool {
        let alone = self.cells.len() == 1;
        let apart = |first: &Item| first.gap == Gap::Wide || (first.gap == Gap::Line && !alone);
        let ends = items.get(self.cells.end).is_none_or(|next| next.gap == Gap::Line);
        ends && items.get(self.cells.start).is_some_and(apart)
    }
}

/// The rows of cells among the items, in order.
pub(super) fn raws(items: &[Item], cells: &[Cell]) -> Vec<Raw> {
    let mut raws = Vec::new();
    let (mut start, mut at) = (0, 0);
    while at < items.len() {
        let first = at;
        let Some(cell) = items.get(at).and_then(Item::cell) else {
            at += 1;
            continue;
        };
        let line = items.get(at).map(|item| item.line);
        while items.get(at).is_some_and(|item| item.cell().is_some() && Some(item.line) == line) {
            at += 1;
        }
        if !is_inside_label(items, cells.get(cell), first..at) {
            raws.push(Raw { run: start..first, cells: first..at, first: cell, broken: false });
            start = at;
        }
    }
    // Where many rows stand in one line, all have run together.
    for line in raws.chunk_by_mut(|_, next| goes_on(items, next)).filter(|line| (2..=MOST_BROKEN).contains(&line.len()))
    {
        line.iter_mut().for_each(|raw| raw.broken = true);
    }
    raws
}

/// Words break no row into more parts than this.
const MOST_BROKEN: usize = 3;

/// Whether the row stands in one line with the row before it, in a column of its own.
fn goes_on(items: &[Item], raw: &Raw) -> bool {
    let run = items.get(raw.run.start..=raw.run.end).unwrap_or_default();
    let apart = run.first().is_some_and(|first| first.gap == Gap::Wide && !first.crowded);
    apart && run.iter().all(|item| item.gap != Gap::Line)
}

/// Whether the cells are one bare number among the words of a line: "SB 901 charges".
fn is_inside_label(items: &[Item], first: Option<&Cell>, cells: Range<usize>) -> bool {
    let narrow = items.get(cells.start).is_some_and(|item| item.gap == Gap::Narrow);
    let bare = cells.len() == 1 && narrow && first.is_some_and(|cell| cell.mark == Mark::Bare);
    bare && items.get(cells.end).is_some_and(|next| next.gap == Gap::Narrow && !next.word().is_empty())
}
