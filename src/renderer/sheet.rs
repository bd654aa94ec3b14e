//! What a table says, whatever it is drawn with: columns, rows of cells, a note below. Its words are safe to print.

use std::borrow::Cow;

use crate::renderer::link::Link;
use crate::renderer::text::{printable, width};

/// A table.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sheet {
    /// Its columns. Where none has a title the table has no heading.
    pub(crate) columns: Cow<'static, [Column]>,
    /// As many cells in each as there are columns, or fewer.
    pub(crate) rows: Vec<Vec<Cell>>,
    /// What stands below it.
    pub(crate) note: Option<&'static str>,
    /// The file that its line numbers lead to.
    pub(crate) link: Option<Link>,
}

impl Sheet {
    pub(crate) fn new(columns: impl Into<Cow<'static, [Column]>>, rows: Vec<Vec<Cell>>) -> Self {
        Self { columns: columns.into(), rows, note: None, link: None }
    }

    /// A sentence.
    pub(crate) fn sentence(text: &str) -> Self {
        Self::new(SENTENCE, vec![vec![Cell::plain(text)]])
    }

    /// This table with the rows of another one below, which has the same columns.
    pub(crate) fn and(mut self, other: Self) -> Self {
        self.rows.extend(other.rows);
        self
    }

    /// Sentences with a mark before each.
    pub(crate) fn marked<'a>(lines: impl Iterator<Item = (&'a str, Tint, &'a str)>) -> Self {
        let rows = lines.map(|(mark, tint, line)| vec![Cell::new(mark, tint), Cell::plain(line)]).collect();
        Self::new(MARKED, rows)
    }

    /// Whether there is nothing to say.
    pub(crate) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// How many columns of a terminal it takes, with two blanks between its own, if no text is longer than `longest`.
    pub(crate) fn width(&self, longest: usize) -> usize {
        let widest = |at: usize| self.rows.iter().filter_map(|row| row.get(at)).map(Cell::width).max().unwrap_or(0);
        let widths = self.columns.iter().enumerate().filter(|(at, _)| self.is_filled(*at)).map(|(at, column)| {
            let width = widest(at).max(width(&column.title));
            2 + if column.whole { width } else { width.min(longest) }
        });
        widths.sum::<usize>().saturating_sub(2)
    }

    /// The same without the column of this title.
    pub(crate) fn without(mut self, title: &str) -> Self {
        if let Some(at) = self.columns.iter().position(|column| column.title == title) {
            self.columns.to_mut().remove(at);
            self.rows.iter_mut().filter(|row| at < row.len()).for_each(|row| drop(row.remove(at)));
        }
        self
    }

    fn is_filled(&self, at: usize) -> bool {
        at == 0 || self.rows.iter().any(|row| row.get(at).is_some_and(|cell| !cell.text.is_empty()))
    }

    /// The columns that have something in them; the first one always stays.
    pub(crate) fn filled(self) -> (Vec<Column>, Vec<Vec<Cell>>) {
        let used: Vec<bool> = (0..self.columns.len()).map(|at| self.is_filled(at)).collect();
        let columns = kept(self.columns.into_owned(), &used);
        (columns, self.rows.into_iter().map(|row| kept(row, &used)).collect())
    }
}

const SENTENCE: &[Column] = &[Column::text("")];
const MARKED: &[Column] = &[Column::text(""), Column::text("")];

fn kept<T>(all: Vec<T>, used: &[bool]) -> Vec<T> {
    all.into_iter().zip(used).filter(|(_, used)| **used).map(|(one, _)| one).collect()
}

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
    /// Its text, which may have a second line.
    pub(crate) text: String,
    pub(crate) tint: Tint,
    /// The line of the document that it leads to.
    pub(crate) line: Option<usize>,
}

impl Cell {
    pub(crate) fn new(text: &str, tint: Tint) -> Self {
        Self { text: printable(text).into_owned(), tint, line: None }
    }

    pub(crate) fn plain(text: &str) -> Self {
        Self::new(text, Tint::Plain)
    }

    /// The number of a line in the document.
    pub(crate) fn line(number: usize) -> Self {
        Self { line: Some(number), ..Self::new(&number.to_string(), Tint::Dim) }
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
    pub(crate) title: Cow<'static, str>,
    /// Whether it has numbers, which stand on the right.
    pub(crate) numbers: bool,
    /// Whether its cells are not to be wrapped.
    pub(crate) whole: bool,
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
    pub(crate) fn figures(title: String) -> Self {
        Self { title: Cow::Owned(title), ..Self::numbers("") }
    }
}
