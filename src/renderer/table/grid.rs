//! Columns that fit the terminal: a heading, a line, rows. Columns with nothing in them are left out.

use std::borrow::Cow;

use comfy_table::{Attribute, CellAlignment, Color, ColumnConstraint, ContentArrangement, Table};
use comfy_table::{ContentLineStyle, LineStyle, TableStyle};

use crate::renderer::View;
use crate::renderer::text::{printable, width};

/// What a cell says beyond its text. Never by colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tint {
    /// Nothing.
    Plain,
    /// A heading.
    Strong,
    /// Of less weight.
    Dim,
    /// Good news.
    Good,
    /// Bad news.
    Bad,
    /// Something to be aware of.
    Warning,
}

/// One cell.
#[derive(Clone, Debug)]
pub(crate) struct Cell {
    text: String,
    tint: Tint,
}

impl Cell {
    pub(crate) fn new(text: &str, tint: Tint) -> Self {
        Self { text: printable(text).into_owned(), tint }
    }

    pub(crate) fn plain(text: &str) -> Self {
        Self::new(text, Tint::Plain)
    }

    /// This cell with another in a line below it. The tint is that of the lower one, which says how things stand.
    pub(crate) fn above(self, lower: &Self) -> Self {
        if lower.text.is_empty() { self } else { Self { tint: lower.tint, ..self.beside(lower, "\n") } }
    }

    /// This cell with another behind it.
    pub(crate) fn beside(self, other: &Self, joiner: &str) -> Self {
        let joiner = if self.text.is_empty() || other.text.is_empty() { "" } else { joiner };
        Self { text: format!("{}{joiner}{}", self.text, other.text), ..self }
    }

    /// How many columns its widest line takes.
    pub(crate) fn width(&self) -> usize {
        self.text.lines().map(width).max().unwrap_or(0)
    }

    /// Nothing to say.
    pub(crate) fn none() -> Self {
        Self::plain("")
    }
}

/// One column.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    title: Cow<'static, str>,
    numbers: bool,
    whole: bool,
}

impl Column {
    /// Words, which may be wrapped.
    pub(crate) const fn text(title: &'static str) -> Self {
        Self { title: Cow::Borrowed(title), numbers: false, whole: false }
    }

    /// Names, which are not wrapped.
    pub(crate) const fn name(title: &'static str) -> Self {
        Self { title: Cow::Borrowed(title), numbers: false, whole: true }
    }

    /// Numbers, on the right and never wrapped.
    pub(crate) const fn numbers(title: &'static str) -> Self {
        Self { title: Cow::Borrowed(title), numbers: true, whole: true }
    }

    /// Numbers of what only the document tells, such as its period.
    pub(crate) const fn figures(title: String) -> Self {
        Self { title: Cow::Owned(title), numbers: true, whole: true }
    }
}

/// The gap between two columns.
const GAP: u16 = 2;

/// What all other columns together have at least, or else names and numbers are wrapped as well.
const TEXT_ROOM: usize = 16;

/// The table, each line with its end; nothing where there are no rows.
pub(crate) fn grid(columns: &[Column], rows: Vec<Vec<Cell>>, view: &View) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let used: Vec<bool> = (0..columns.len()).map(|at| at == 0 || rows.iter().any(|row| is_filled(row, at))).collect();
    let columns: Vec<Column> = kept(columns.to_vec(), &used).collect();
    let rows: Vec<Vec<Cell>> = rows.into_iter().map(|row| kept(row, &used).collect()).collect();
    let mut table = styled(view);
    if columns.iter().any(|column| !column.title.is_empty()) {
        table.set_header(columns.iter().map(|column| drawn(&column.title, Tint::Strong)).collect::<Vec<_>>());
    }
    let dash = view.style().dash();
    for row in &rows {
        let cells = row.iter().zip(&columns).map(|(cell, column)| match (cell.text.is_empty(), column.numbers) {
            (true, true) => drawn(dash, Tint::Dim),
            (true, false) | (false, _) => drawn(&cell.text, cell.tint),
        });
        table.add_row(cells.collect::<Vec<_>>());
    }
    arrange(&mut table, &columns, &rows, view);
    table.lines().fold(String::new(), |mut shown, line| {
        shown.push_str(line.trim_end());
        shown.push('\n');
        shown
    })
}

fn is_filled(row: &[Cell], at: usize) -> bool {
    row.get(at).is_some_and(|cell| !cell.text.is_empty())
}

fn kept<T>(all: Vec<T>, used: &[bool]) -> impl Iterator<Item = T> {
    all.into_iter().zip(used).filter(|(_, used)| **used).map(|(one, _)| one)
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
    use super::{Cell, Column, Tint, grid};
    use crate::renderer::View;
    use crate::renderer::text::width;

    const COLUMNS: &[Column] = &[Column::text("Metric"), Column::numbers("Actual"), Column::numbers("Estimate")];

    fn rows(cells: &[[&str; 3]]) -> Vec<Vec<Cell>> {
        cells.iter().map(|row| row.map(Cell::plain).to_vec()).collect()
    }

    #[track_caller]
    fn check(view: &View, cells: &[[&str; 3]], expected: &[&str]) {
        let shown = grid(COLUMNS, rows(cells), view);
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
        let shown = grid(COLUMNS, rows(&[[long, "$48.4B", "$46.99B"]]), &view);
        assert!(shown.lines().count() > 3 && shown.lines().all(|line| width(line) <= 40 && line.is_ascii()), "{shown}");
    }

    #[test]
    fn colour_only_where_it_is_wanted() {
        let cells = || vec![vec![Cell::new("miss \u{1b}[2J", Tint::Bad)]];
        let columns = [Column::text("Surprise")];
        assert!(!grid(&columns, cells(), &View::default()).contains('\u{1b}'));
        let coloured = grid(&columns, cells(), &View { color: true, ..View::default() });
        assert!(coloured.contains("\u{1b}[") && !coloured.contains("\u{1b}[2J"), "{coloured:?}");
    }
}
