//! Tables that only place words on the page: bullets and their texts, numbered notes, letterheads.

use crate::input::html::flow::{BULLETS, Block, Form};
use crate::input::html::table::affix::Piece;
use crate::input::html::table::figure::is_figure;
use crate::input::html::table::grid::Cell;

/// Whether a table has no columns for the eye.
pub(super) fn is_prose(rows: &[Vec<Cell>]) -> bool {
    let mut cells = rows.iter().flatten().flat_map(|cell| &cell.blocks);
    if cells.any(|block| block.form == Form::Set) {
        return true;
    }
    let many = || rows.iter().filter(|row| row.len() > 1);
    if many().flatten().any(|cell| length(cell) > LONG) {
        return true;
    }
    if many().flat_map(|row| row.iter().skip(1)).any(is_figure_cell) {
        return false;
    }
    let in_columns = |row: &&Vec<Cell>| !is_marked(row) && row.iter().all(is_short);
    let rows_in_columns = many().filter(in_columns).count();
    rows_in_columns < 2 || rows_in_columns.saturating_mul(2) < rows.len() || many().any(|row| !in_columns(&row))
}

/// The words, in the order of the page.
pub(super) fn blocks(rows: Vec<Vec<Cell>>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for row in rows {
        let marked = is_marked(&row);
        let mut cells = row.into_iter();
        if marked && let Some(mark) = cells.next().map(|cell| text(&cell).to_owned()) {
            let mut rest = cells.flat_map(|cell| cell.blocks);
            blocks.extend(rest.next().map(|block| behind(&mark, block)));
            blocks.extend(rest);
        } else {
            blocks.extend(cells.flat_map(|cell| cell.blocks));
        }
    }
    blocks
}

/// A row as a line of text.
pub(super) fn one_line(row: &[Piece]) -> Option<Block> {
    let texts: Vec<String> = row.iter().map(|piece| piece.text.replace('\n', " ")).collect();
    let text = texts.join("   ");
    (!text.is_empty()).then_some(Block { text, form: Form::Paragraph })
}

/// Longer texts stand in no column.
const SHORT: usize = 60;

/// Texts longer than this stand beside others only where the page is laid out in columns.
const LONG: usize = 600;

fn is_short(cell: &Cell) -> bool {
    length(cell) <= SHORT
}

fn length(cell: &Cell) -> usize {
    cell.blocks.iter().map(|block| block.text.len()).sum()
}

fn is_figure_cell(cell: &Cell) -> bool {
    is_figure(text(cell))
}

fn text(cell: &Cell) -> &str {
    match cell.blocks.as_slice() {
        [block] => &block.text,
        _ => "",
    }
}

/// Whether a row is a text behind a bullet or a number.
fn is_marked(row: &[Cell]) -> bool {
    let [mark, rest @ ..] = row else { return false };
    !rest.is_empty() && (is_bullet(text(mark)) || is_number(text(mark)))
}

fn is_bullet(mark: &str) -> bool {
    let mut letters = mark.chars();
    match (letters.next(), letters.next()) {
        (Some(one), None) => {
            BULLETS.contains(&one) || matches!(one, '-' | '–' | '—' | '*' | 'o' | '§' | 'Ø' | 'ü' | '>')
        }
        _ => false,
    }
}

/// "(1)", "1.", "a)", "iv.", "**".
fn is_number(mark: &str) -> bool {
    let bare = mark.trim_matches(|c: char| matches!(c, '(' | ')' | '.' | '[' | ']'));
    let star = !mark.is_empty() && mark.chars().all(|c| matches!(c, '*' | '†' | '‡'));
    let short = !bare.is_empty() && bare.len() <= 3 && bare.len() < mark.len();
    star || (short && bare.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_lowercase()))
}

fn behind(mark: &str, block: Block) -> Block {
    match block.form {
        Form::Set | Form::Item => block,
        Form::Paragraph | Form::Mark if is_bullet(mark) => {
            Block { text: format!("- {}", block.text), form: Form::Item }
        }
        Form::Paragraph | Form::Mark => Block { text: format!("{mark} {}", block.text), form: Form::Paragraph },
    }
}
