//! Tables between bars, padded so that they can be read as they are; sentences as paragraphs or points.

use crate::renderer::View;
use crate::renderer::markdown::escape::{escaped, escaped_line};
use crate::renderer::sheet::{Cell, Column, Sheet};
use crate::renderer::text::width;

/// A table with its note; without titles, a paragraph or a list. Nothing where there are no rows.
pub(crate) fn block(sheet: Sheet, view: &View) -> String {
    if sheet.is_empty() {
        return String::new();
    }
    let note = sheet.note.map(|note| format!("\n{}\n", escaped_line(note))).unwrap_or_default();
    let (columns, rows) = sheet.filled();
    if columns.iter().all(|column| column.title.is_empty()) {
        return rows.iter().map(|row| sentence(row)).collect();
    }
    table(&columns, &rows, view) + &note
}

/// One cell is a paragraph; a mark and a sentence are a point.
fn sentence(row: &[Cell]) -> String {
    match row {
        [sentence] => format!("{}\n", escaped_line(&sentence.text)),
        cells => {
            let cells: Vec<String> = cells.iter().map(|cell| escaped(&cell.text)).collect();
            format!("- {}\n", cells.join(" "))
        }
    }
}

fn table(columns: &[Column], rows: &[Vec<Cell>], view: &View) -> String {
    let dash = view.style().dash();
    let cell = |cell: &Cell, column: &Column| match (cell.text.is_empty(), column.numbers) {
        (true, true) => dash.to_owned(),
        (true, false) | (false, _) => escaped(&cell.text),
    };
    let titles: Vec<String> = columns.iter().map(|column| escaped(&column.title)).collect();
    let rows: Vec<Vec<String>> =
        rows.iter().map(|row| row.iter().zip(columns).map(|(one, column)| cell(one, column)).collect()).collect();
    let widths: Vec<usize> = (0..columns.len())
        .map(|at| std::iter::once(&titles).chain(&rows).filter_map(|row| row.get(at)).map(|one| width(one)).max())
        .map(|widest| widest.unwrap_or(0).clamp(SHORTEST_RULE, WIDEST_PAD))
        .collect();
    let rules = columns
        .iter()
        .zip(&widths)
        .map(|(column, width)| if column.numbers { format!("{}:", "-".repeat(width - 1)) } else { "-".repeat(*width) });
    let rules: Vec<String> = rules.collect();
    std::iter::once(&titles).chain([&rules]).chain(&rows).map(|row| line(row, columns, &widths)).collect()
}

/// What a rule under a title has at least.
const SHORTEST_RULE: usize = 3;

/// Cells are padded up to here; a quote would push everything else off the screen.
const WIDEST_PAD: usize = 40;

fn line(cells: &[String], columns: &[Column], widths: &[usize]) -> String {
    let mut line = "|".to_owned();
    for ((cell, column), most) in cells.iter().zip(columns).zip(widths) {
        let pad = " ".repeat(most.saturating_sub(width(cell)));
        let (before, after) = if column.numbers { (&*pad, "") } else { ("", &*pad) };
        line.push_str(&format!(" {before}{cell}{after} |"));
    }
    line.push('\n');
    line
}
