//! Which cells stand side by side, before anything is known of their columns and labels.

use std::borrow::Cow;
use std::ops::Range;

use crate::parser::table::cell::{Cell, Mark};
use crate::parser::table::item::{Gap, Item, What};

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
    let mut raws = Vec::with_capacity(cells.len() / 2);
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

/// Whether the cells are figures among the words of a line, and so of a label: "SB 901 charges", "net of allowances of $7 and
/// $6, respectively". In a text that has run together only what leads to them tells.
fn is_inside_label(items: &[Item], cell: Option<&Cell>, cells: Range<usize>) -> bool {
    let Some(first) = items.get(cells.start) else { return false };
    // The comma after a figure is an item of its own.
    let is_comma = |item: &Item| item.word().is_empty() && item.what == What::Word(Cow::Borrowed(""));
    let mut after = items.get(cells.end..).unwrap_or_default().iter().skip_while(|item| is_comma(item));
    let Some(next) = after.next().filter(|next| next.gap == Gap::Narrow && !next.word().is_empty()) else {
        return false;
    };
    let before = cells.start.checked_sub(1).and_then(|before| items.get(before)).map_or("", Item::word);
    let led = first.gap == Gap::Narrow && LEADS.contains(&before) && cells.len() <= LEADS.len();
    let led = led && (!first.crowded || FOLLOWS.contains(&next.word()));
    let bare = cell.is_some_and(|cell| cell.mark == Mark::Bare);
    let among = match first.gap {
        Gap::Narrow => bare || !first.crowded || VALUES.contains(&next.word()),
        Gap::Line => !bare && !first.crowded,
        Gap::Wide => false,
    };
    led || (among && cells.len() == 1)
}

/// Words that follow a figure inside a label; in running text others do.
const FOLLOWS: [&str; 5] = ["and", "or", "respectively", "at", "in"];

/// What a figure inside a label is the value of: "$0.01 par value".
const VALUES: [&str; 3] = ["par", "stated", "liquidation"];

/// Words that lead to a figure inside a label.
const LEADS: [&str; 3] = ["of", "and", "at"];
