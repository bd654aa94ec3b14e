//! The cells of a row as a reader sees them: a currency sign, the digits, the closing bracket and the sign of per cent
//! are one figure, however many cells they take.

use crate::input::html::flow::{Block, Form};
use crate::input::html::table::figure::{is_figure, is_prefix, is_suffix, takes_prefix, takes_suffix, tidy};
use crate::input::html::table::grid::Cell;

/// One or more cells that are read as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// The columns of the cell with the words or the digits.
    pub(super) columns: (u16, u16),
    /// The same with the cells that joined it.
    pub(super) reach: (u16, u16),
    /// What it says. Lines only outside figures.
    pub(super) text: String,
    /// Whether it is a figure.
    pub(super) figure: bool,
}

/// The pieces of a row, from left to right.
pub(super) fn pieces(row: Vec<Cell>) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::with_capacity(row.len());
    for cell in row {
        let is_mark = cell.blocks.iter().all(|block| block.form == Form::Mark);
        let piece = piece(cell);
        match pieces.last_mut() {
            Some(last) if is_mark => mark(last, piece),
            Some(last) if is_beside(last, &piece) && is_prefix(&last.text) && takes_prefix(&piece.text) => {
                *last = prefixed(last, &piece);
            }
            Some(last) if is_beside(last, &piece) && is_suffix(&piece.text) && takes_suffix(&last.text) => {
                last.text.push_str(&piece.text);
                last.reach.1 = piece.reach.1;
                settle(last);
            }
            Some(_) | None => pieces.push(piece),
        }
    }
    pieces
}

fn piece(cell: Cell) -> Piece {
    let columns = (cell.start, cell.end);
    let mut piece = Piece { columns, reach: columns, text: text(cell.blocks), figure: false };
    settle(&mut piece);
    piece
}

/// The lines of a cell.
fn text(blocks: Vec<Block>) -> String {
    let mut texts = blocks.into_iter().map(|block| block.text);
    let first = texts.next().unwrap_or_default();
    texts.fold(first, |all, more| format!("{all}\n{more}"))
}

/// Whether no more than one empty column is between the two.
fn is_beside(last: &Piece, next: &Piece) -> bool {
    next.reach.0.saturating_sub(last.reach.1) <= 1
}

fn prefixed(sign: &Piece, figure: &Piece) -> Piece {
    let text = format!("{}{}", sign.text, figure.text);
    let mut piece = Piece { columns: figure.columns, reach: (sign.reach.0, figure.reach.1), text, figure: false };
    settle(&mut piece);
    piece
}

/// The mark of a footnote in a cell of its own stands behind a label, and is left out behind a figure.
fn mark(last: &mut Piece, mark: Piece) {
    last.reach.1 = mark.reach.1;
    if !last.figure && !last.text.ends_with(|c: char| c.is_ascii_digit()) {
        last.text.push(' ');
        last.text.push_str(&mark.text);
    }
}

fn settle(piece: &mut Piece) {
    let one_line = || piece.text.replace('\n', " ");
    let digits = piece.text.len() <= 60 && piece.text.contains(|c: char| c.is_ascii_digit());
    if digits {
        let tidied = tidy(&one_line());
        piece.figure = is_figure(&tidied);
        // Figures on lines of their own may belong to rows of their own.
        if piece.figure && !piece.text.contains('\n') {
            piece.text = tidied;
        }
    } else {
        piece.figure = is_figure(&piece.text);
    }
}
