//! Rows before they are set: which are headings, and which hold several rows one above the other.

use crate::input::html::table::affix::Piece;
use crate::input::html::table::figure::{is_figure, tidy};

/// Rows with whether each is a heading: everything above the first figure, and rows of words between figures.
pub(super) fn headings(rows: Vec<Vec<Piece>>) -> Vec<(bool, Vec<Piece>)> {
    let rows = rows.into_iter().flat_map(unstacked);
    rows.map(|row| (!row.iter().skip(1).any(|piece| piece.figure) && !is_lone_figure(&row), row)).collect()
}

/// A figure with no label.
fn is_lone_figure(row: &[Piece]) -> bool {
    matches!(row, [piece] if piece.figure)
}

/// Rows that were written as one, each of whose cells has the same number of lines, with figures in all of them.
fn unstacked(row: Vec<Piece>) -> Vec<Vec<Piece>> {
    let lines = |piece: &Piece| piece.text.split('\n').count();
    let Some((first, rest)) = row.split_first() else { return vec![row] };
    let height = rest.first().map_or(1, lines);
    let even = rest.iter().all(|piece| lines(piece) == height && piece.text.split('\n').all(is_figure_line));
    if height < 2 || !even || lines(first) != height {
        return vec![row];
    }
    let line = |piece: &Piece, at: usize| {
        let text = tidy(piece.text.split('\n').nth(at).unwrap_or_default());
        Piece { figure: is_figure(&text), text, ..piece.clone() }
    };
    (0..height.min(TALLEST)).map(|at| row.iter().map(|piece| line(piece, at)).collect()).collect()
}

/// More lines than a cell with rows in it has.
const TALLEST: usize = 200;

fn is_figure_line(line: &str) -> bool {
    is_figure(&tidy(line))
}
