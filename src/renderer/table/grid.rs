//! A table that fits the terminal: a heading, a line, rows. Columns with nothing in them are left out.

use comfy_table::{Attribute, CellAlignment, Color, ColumnConstraint, ContentArrangement, Table};
use comfy_table::{ContentLineStyle, LineStyle, TableStyle};

use crate::renderer::View;
use crate::renderer::link::{CLOSE, Link};
use crate::renderer::sheet::{Cell, Column, Sheet, Tint};
use crate::renderer::text::width;

/// The gap between two columns.
const GAP: u16 = 2;

/// What all other columns together have at least, or else names and numbers are wrapped as well.
const TEXT_ROOM: usize = 16;

/// The table, each line with its end, and its note; nothing where there are no rows.
pub(crate) fn grid(sheet: Sheet, view: &View) -> String {
    if sheet.is_empty() {
        return String::new();
    }
    let note = sheet.note.map(|note| format!("{note}\n")).unwrap_or_default();
    let link = sheet.link.clone();
    let (columns, rows) = sheet.filled();
    let mut table = styled(view);
    if columns.iter().any(|column| !column.title.is_empty()) {
        table.set_header(columns.iter().map(|column| drawn(&column.title, Tint::Strong)).collect::<Vec<_>>());
    }
    let dash = view.style().dash();
    for row in &rows {
        let cells = row.iter().zip(&columns).map(|(cell, column)| match (cell.text.is_empty(), column.numbers) {
            (true, true) => drawn(dash, Tint::Dim),
            (true, false) | (false, _) if link.is_some() && cell.line.is_some() => {
                drawn(&format!("{LINK_BEGINS}{}{LINK_ENDS}", cell.text), cell.tint)
            }
            (true, false) | (false, _) => drawn(&cell.text, cell.tint),
        });
        table.add_row(cells.collect::<Vec<_>>());
    }
    arrange(&mut table, &columns, &rows, view);
    let lines = table.lines().fold(String::new(), |mut shown, line| {
        shown.push_str(line.trim_end());
        shown.push('\n');
        shown
    });
    let lines = link.map_or_else(|| lines.clone(), |link| linked(&lines, &link, &rows));
    lines + &note
}

/// While a table is laid out, its links are these two, which take no room and are in no cell.
const LINK_BEGINS: char = '\u{2063}';
const LINK_ENDS: char = '\u{2064}';

/// The table with its links, which come out in the order of the rows.
fn linked(table: &str, link: &Link, rows: &[Vec<Cell>]) -> String {
    let mut lines = rows.iter().flatten().filter_map(|cell| cell.line);
    table.chars().fold(String::with_capacity(table.len()), |mut shown, c| {
        match c {
            LINK_BEGINS => shown.push_str(&lines.next().map(|line| link.open(line)).unwrap_or_default()),
            LINK_ENDS => shown.push_str(CLOSE),
            c => shown.push(c),
        }
        shown
    })
}

fn drawn(text: &str, tint: Tint) -> comfy_table::Cell {
    let cell = comfy_table::Cell::new(text);
    match tint {
        Tint::Plain => cell,
        Tint::Strong => cell.add_attribute(Attribute::Bold),
        Tint::Dim => cell.add_attribute(Attribute::Dim),
        Tint::Good => cell.fg(Color::Green),
        Tint::Bad => cell.fg(Color::Red),
        Tint::Warning => cell.fg(Color::Yellow),
    }
}

fn styled(view: &View) -> Table {
    let line = if view.unicode { '─' } else { '-' };
    let style = TableStyle::new()
        .header_lines(ContentLineStyle::none())
        .header_separator(LineStyle::none().fill(line))
        .content_lines(ContentLineStyle::none());
    let mut table = Table::new();
    table
        .load_style(style)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(view.width)
        .set_truncation_indicator(view.style().ellipsis())
        .force_no_tty();
    if view.color {
        table.enforce_styling();
        table.style_text_only();
    }
    table
}

fn arrange(table: &mut Table, columns: &[Column], rows: &[Vec<Cell>], view: &View) {
    let content = |at: usize| rows.iter().filter_map(|row| row.get(at)).map(Cell::width).max();
    let needed: usize = columns
        .iter()
        .enumerate()
        .filter(|(_, column)| column.whole)
        .map(|(at, column)| content(at).unwrap_or(0).max(width(&column.title)) + usize::from(GAP))
        .sum();
    let fits = needed + TEXT_ROOM <= usize::from(view.width);
    for (at, kind) in columns.iter().enumerate() {
        let Some(column) = table.column_mut(at) else { continue };
        column.set_padding((0, if at + 1 == columns.len() { 0 } else { GAP }));
        if kind.numbers {
            column.set_cell_alignment(CellAlignment::Right);
        }
        if kind.whole && fits {
            column.set_constraint(ColumnConstraint::ContentWidth);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::grid;
    use crate::renderer::View;
    use crate::renderer::sheet::{Cell, Column, Sheet, Tint};
    use crate::renderer::text::width;

    const COLUMNS: &[Column] = &[Column::text("Metric"), Column::numbers("Actual"), Column::numbers("Estimate")];

    fn rows(cells: &[[&str; 3]]) -> Vec<Vec<Cell>> {
        cells.iter().map(|row| row.map(Cell::plain).to_vec()).collect()
    }

    #[track_caller]
    fn check(view: &View, cells: &[[&str; 3]], expected: &[&str]) {
        let shown = grid(Sheet::new(COLUMNS, rows(cells)), view);
        assert_eq!(shown.lines().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn numbers_stand_on_the_right_and_empty_columns_are_left_out() {
        let view = View::default();
        check(
            &view,
            &[["Revenue", "$48.4B", "$46.99B"], ["Net income", "$20.8B", ""]],
            &[
                "Metric      Actual  Estimate",
                "────────────────────────────",
                "Revenue     $48.4B   $46.99B",
                "Net income  $20.8B         –",
            ],
        );
        check(&view, &[["EPS", "$8.02", ""]], &["Metric  Actual", "──────────────", "EPS      $8.02"]);
        check(&view, &[], &[]);
    }

    #[test]
    fn long_words_are_wrapped_to_the_width() {
        let view = View { width: 40, unicode: false, ..View::default() };
        let long = "A segment with a very long name indeed: revenue";
        let shown = grid(Sheet::new(COLUMNS, rows(&[[long, "$48.4B", "$46.99B"]])), &view);
        assert!(shown.lines().count() > 3 && shown.lines().all(|line| width(line) <= 40 && line.is_ascii()), "{shown}");
    }

    #[test]
    fn colour_only_where_it_is_wanted() {
        let cells = || vec![vec![Cell::new("miss \u{1b}[2J", Tint::Bad)]];
        const SURPRISE: &[Column] = &[Column::text("Surprise")];
        assert!(!grid(Sheet::new(SURPRISE, cells()), &View::default()).contains('\u{1b}'));
        let coloured = grid(Sheet::new(SURPRISE, cells()), &View { color: true, ..View::default() });
        assert!(coloured.contains("\u{1b}[") && !coloured.contains("\u{1b}[2J"), "{coloured:?}");
    }
}
