//! Rows to lines: a label, and what stands in or over which columns.

use crate::input::html::table::affix::Piece;
use crate::input::html::table::columns::Columns;
use crate::input::html::table::heading::headings;

/// A table ready to be set.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// How many columns it has beside the labels.
    pub(super) columns: usize,
    /// Its lines, from the top.
    pub(super) lines: Vec<Line>,
}

/// One line.
#[derive(Debug, Default)]
pub(super) struct Line {
    /// What stands on the left; may be empty.
    pub(super) label: String,
    /// The rest, from left to right.
    pub(super) cells: Vec<Placed>,
}

/// Words or a figure in a column, or over several.
#[derive(Debug)]
pub(super) struct Placed {
    /// The first column.
    pub(super) first: usize,
    /// The last.
    pub(super) last: usize,
    /// What stands there, in one line.
    pub(super) text: String,
}

/// The lines of a table. Headings keep the lines of their cells; every other row is one line.
pub(super) fn lines(rows: Vec<Vec<Piece>>) -> Table {
    let rows = headings(rows);
    let columns = Columns::of(&rows);
    let mut lines: Vec<Line> = Vec::with_capacity(rows.len());
    for (heading, row) in rows {
        let set = if heading { heading_lines(&row, &columns) } else { vec![body_line(&row, &columns)] };
        for line in set {
            match lines.last_mut() {
                Some(last) if goes_on(last, &line) => join(last, line),
                Some(_) | None => lines.push(line),
            }
        }
    }
    Table { columns: columns.len(), lines }
}

fn body_line(row: &[Piece], columns: &Columns) -> Line {
    let mut line = Line::default();
    for piece in row {
        line.add(piece, &piece.text.replace('\n', " "), columns);
    }
    line
}

/// Cells of a heading end at the bottom of the row.
fn heading_lines(row: &[Piece], columns: &Columns) -> Vec<Line> {
    let height = row.iter().map(|piece| piece.text.split('\n').count()).max().unwrap_or(1);
    let mut lines: Vec<Line> = (0..height).map(|_| Line::default()).collect();
    for piece in row {
        let count = piece.text.split('\n').count();
        for (line, text) in lines.iter_mut().skip(height.saturating_sub(count)).zip(piece.text.split('\n')) {
            line.add(piece, text, columns);
        }
    }
    lines
}

impl Line {
    fn add(&mut self, piece: &Piece, text: &str, columns: &Columns) {
        let place = columns.place(piece.columns).filter(|_| !columns.is_label(piece));
        let Some((first, last)) = place else {
            return join_words(&mut self.label, text);
        };
        match self.cells.last_mut() {
            Some(before) if before.last >= first => {
                before.last = before.last.max(last);
                join_words(&mut before.text, text);
            }
            Some(_) | None => self.cells.push(Placed { first, last, text: text.to_owned() }),
        }
    }
}

fn join_words(words: &mut String, more: &str) {
    if !words.is_empty() && !more.is_empty() {
        words.push(' ');
    }
    words.push_str(more);
}

/// Words that end no label, and begin none in small letters.
static CONNECTING: &[&str] = &[
    "to", "of", "and", "or", "for", "in", "on", "from", "by", "with", "per", "attributable", "available", "including",
    "excluding", "before", "after", "net", "the", "a", "an", "&",
];

/// Longer words than a label are a sentence, which is joined with nothing.
const LONGEST: usize = 160;

/// Whether two rows are one whose label takes two lines.
fn goes_on(line: &Line, next: &Line) -> bool {
    let one_has_figures = line.cells.is_empty() != next.cells.is_empty();
    let short = line.label.len().saturating_add(next.label.len()) < LONGEST;
    let plain = |word: &str| word.trim_matches(|c: char| matches!(c, '(' | ',')).to_owned();
    let open = || {
        let ends = line.label.split_whitespace().next_back().map(plain).unwrap_or_default();
        let bracket = line.label.matches('(').count() > line.label.matches(')').count();
        line.label.ends_with([',', '-', '–']) || bracket || CONNECTING.contains(&ends.as_str())
    };
    let begins = || CONNECTING.contains(&next.label.split_whitespace().next().map(plain).unwrap_or_default().as_str());
    let both = !line.label.is_empty() && !next.label.is_empty();
    both && one_has_figures && short && !line.label.ends_with(':') && (open() || begins())
}

fn join(line: &mut Line, next: Line) {
    join_words(&mut line.label, &next.label);
    line.cells.extend(next.cells);
}
