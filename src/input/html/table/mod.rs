//! Tables: those that hold figures become lines with columns, those that only place words on the page become the words.

mod affix;
mod columns;
mod figure;
mod grid;
mod heading;
mod layout;
mod lines;
mod prose;

pub(super) use grid::Grid;

use crate::input::html::flow::{Block, Form};
use affix::pieces;

/// A table as blocks.
pub(super) fn blocks(grid: Grid) -> Vec<Block> {
    let rows = grid.into_rows();
    if prose::is_prose(&rows) {
        return prose::blocks(rows);
    }
    let rows: Vec<Vec<affix::Piece>> = rows.into_iter().map(pieces).collect();
    let text = match rows.as_slice() {
        // A table in a cell of its own around one figure, or around a label and its figure.
        [row] => return prose::one_line(row).into_iter().collect(),
        _ => layout::set(&lines::lines(rows)),
    };
    if text.is_empty() { Vec::new() } else { vec![Block { text, form: Form::Set }] }
}
