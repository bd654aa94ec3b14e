//! Where cells stand: columns and rows counted as a browser counts them.

use std::collections::BTreeMap;

use crate::input::html::flow::Block;

/// A cell with something in it.
#[derive(Debug)]
pub(super) struct Cell {
    /// Its first column.
    pub(super) start: u16,
    /// The column behind its last.
    pub(super) end: u16,
    /// What is in it, not empty.
    pub(super) blocks: Vec<Block>,
}

/// A table under way. Empty cells take their place and leave nothing behind; nor do rows without any other.
#[derive(Debug, Default)]
pub(in crate::input::html) struct Grid {
    rows: Vec<Vec<Cell>>,
    /// The row under way, counted with empty ones.
    row: u32,
    /// The next column of the row under way.
    column: u16,
    /// Cells from rows above that reach down, by their first column: the column behind their last, and the row behind.
    reaching: BTreeMap<u16, (u16, u32)>,
}

/// Where columns end: what lies behind stands in the last one.
const MOST_COLUMNS: u16 = 512;

/// How many cells may reach down at a time. Real tables have a handful.
const MOST_REACHING: usize = 64;

impl Grid {
    pub(in crate::input::html) fn begin_row(&mut self) {
        if self.rows.last().is_none_or(|row| !row.is_empty()) {
            self.rows.push(Vec::new());
        }
        self.row = self.row.saturating_add(1);
        self.column = 0;
    }

    /// Puts a cell into the row under way.
    pub(in crate::input::html) fn place(&mut self, columns: u16, rows: u16, mut blocks: Vec<Block>) {
        if self.rows.is_empty() {
            self.begin_row();
        }
        self.pass_reaching();
        let start = self.column.min(MOST_COLUMNS.saturating_sub(1));
        let end = start.saturating_add(columns.max(1)).min(MOST_COLUMNS);
        self.column = end;
        if rows > 1 && self.reaching.len() < MOST_REACHING {
            self.reaching.insert(start, (end, self.row.saturating_add(rows.into())));
        }
        if let Some(row) = self.rows.last_mut().filter(|_| !blocks.is_empty()) {
            // A long table has millions of cells, of one block each.
            blocks.shrink_to_fit();
            row.push(Cell { start, end, blocks });
        }
    }

    /// The rows that have something in them.
    pub(super) fn into_rows(mut self) -> Vec<Vec<Cell>> {
        if self.rows.last().is_some_and(Vec::is_empty) {
            self.rows.pop();
        }
        self.rows
    }

    /// Goes on to the first column that no cell from above takes.
    fn pass_reaching(&mut self) {
        while let Some((start, (end, until))) = self.reaching.range(..=self.column).next_back().map(|(s, e)| (*s, *e)) {
            if until <= self.row {
                self.reaching.remove(&start);
            } else if self.column < end {
                self.column = end;
            } else {
                break;
            }
        }
    }
}
