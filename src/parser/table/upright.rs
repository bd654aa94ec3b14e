//! Tables that stand upright: one cell a line, as they come out of pages whose columns were lost. Tells which line breaks
//! are inside a row.

use std::collections::BTreeMap;
use std::ops::{Range, RangeInclusive};

use crate::parser::table::cell;
use crate::parser::table::stretch::LONGEST_CELL;
use crate::parser::vocabulary::statements::{HEADS, HeadTerm};

/// With fewer rows of one cell a line there is no table.
const ROWS: usize = 3;

/// So many lines may stand between two rows of a table: headings, and the cells of rows of one figure.
const BETWEEN: usize = 40;

/// The heads of a table stand within so many lines above its first row, most of them empty.
const ABOVE: usize = 160;

/// So many figures are a row.
const FIGURES: RangeInclusive<usize> = 2..=64;

/// No label is longer, in bytes.
const LONGEST_LABEL: usize = 160;

/// So many empty lines end a row.
const PAUSE: usize = 8;

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Nothing, or nothing but the edge of a column.
    Empty,
    /// A cell and nothing else.
    Figure,
    /// A year, or a quarter of one, and nothing else: a figure or a head.
    Year,
    /// A sign that belongs to the next figure.
    Opens,
    /// A sign that belongs to the figure before.
    Closes,
    /// A change or a share, as heads tell them, or the amount beside it.
    Change,
    /// Anything else.
    Words,
}

/// A line of the text.
#[derive(Clone, Copy, Debug)]
struct Line {
    kind: Kind,
    /// How long it is without blanks at its ends.
    len: usize,
    /// Where its line break is.
    end: usize,
}

/// A row: its lines, from its label to its last cell.
struct Row {
    first: usize,
    last: usize,
    /// The lines that figures end on, with the signs behind them.
    figures: Vec<usize>,
}

/// With fewer lines that look like a cell and stand below another there is no table, as each row has one.
pub(super) const CELLS: usize = ROWS;

/// The places of the line breaks that are inside a row of cells or of heads, in order.
pub(super) fn breaks(text: &str) -> Vec<usize> {
    let lines = lines(text);
    let rows = rows(&lines);
    let mut breaks = Vec::new();
    for table in rows.chunk_by(|row, next| next.first <= row.last + BETWEEN).filter(|table| table.len() >= ROWS) {
        let (Some(first), Some(last)) = (table.first(), table.last()) else { continue };
        let width = usual(table);
        table.iter().for_each(|row| row.join(&lines, width, &mut breaks));
        heads(&lines, first.first.saturating_sub(ABOVE)..last.last, &mut breaks);
    }
    breaks.sort_unstable();
    breaks.dedup();
    breaks
}

fn lines(text: &str) -> Vec<Line> {
    let mut start = 0;
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).chain([text.len()]);
    let line = |end: usize| {
        let line = text.get(start..end).unwrap_or_default().trim_ascii();
        let line = line.trim_matches(|c: char| c.is_whitespace() || c == '|');
        start = end + 1;
        Line { kind: kind(line), len: line.len(), end }
    };
    ends.map(line).collect()
}

fn kind(line: &str) -> Kind {
    if line.is_empty() {
        return Kind::Empty;
    }
    if line.len() > LONGEST_CELL {
        return Kind::Words;
    }
    match line {
        "$" | "€" | "£" | "¥" | "₹" | "(" | "$(" | "$ (" | "($)" => return Kind::Opens,
        ")" | "%" | ")%" | ") %" | "(%)" => return Kind::Closes,
        _ => {}
    }
    if is_year(line) || is_quarter(line) {
        return Kind::Year;
    }
    let open = || format!("{line})");
    if is_cell(line) || (line.contains('(') && !line.ends_with(')') && is_cell(&open())) {
        return Kind::Figure;
    }
    let lower = line.to_lowercase();
    let is_change = |(term, words): &(HeadTerm, &[&str])| {
        matches!(term, HeadTerm::Change | HeadTerm::Share) && words.contains(&&*lower)
    };
    if matches!(&*lower, "amount" | "amounts") || HEADS.iter().any(is_change) { Kind::Change } else { Kind::Words }
}

fn is_year(line: &str) -> bool {
    line.len() == 4 && line.parse().is_ok_and(|year| (1990..2100).contains(&year))
}

/// "Q1 2022".
fn is_quarter(line: &str) -> bool {
    let year = line.strip_prefix('Q').and_then(|rest| rest.strip_prefix(['1', '2', '3', '4']));
    year.and_then(|rest| rest.strip_prefix(' ')).is_some_and(is_year)
}

fn is_cell(line: &str) -> bool {
    cell::read(line, 0).is_some_and(|cell| cell.span.end == line.len())
}

/// The lines of words with two lines of figures or more below them.
fn rows(lines: &[Line]) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let first = at;
        at += 1;
        if !matches!(line.kind, Kind::Words | Kind::Change) || line.len > LONGEST_LABEL {
            continue;
        }
        let (mut figures, mut empty) = (Vec::new(), 0);
        while let Some(line) = lines.get(at).filter(|_| empty < PAUSE) {
            match line.kind {
                Kind::Empty => empty += 1,
                Kind::Figure | Kind::Year => figures.push(at),
                Kind::Closes => figures.iter_mut().last().into_iter().for_each(|last| *last = at),
                Kind::Opens => {}
                Kind::Change | Kind::Words => break,
            }
            empty = if line.kind == Kind::Empty { empty } else { 0 };
            at += 1;
        }
        let dated = figures.iter().all(|at| lines.get(*at).is_some_and(|line| line.kind == Kind::Year));
        if let Some(last) = figures.last().copied().filter(|_| FIGURES.contains(&figures.len()) && !dated) {
            rows.push(Row { first, last, figures });
        }
    }
    rows
}

impl Row {
    /// The breaks inside the row, but for those where a row of the usual width ends: totals often have no label.
    fn join(&self, lines: &[Line], width: usize, breaks: &mut Vec<usize>) {
        let ends = |at: usize| {
            let rows = self.figures.len().is_multiple_of(width) && self.figures.len() > width;
            rows && self.figures.iter().skip(width - 1).step_by(width).any(|end| *end == at)
        };
        let inside = (self.first..self.last).filter(|at| !ends(*at));
        breaks.extend(inside.filter_map(|at| lines.get(at)).map(|line| line.end));
    }
}

/// How many figures most rows have, at least one.
fn usual(rows: &[Row]) -> usize {
    let mut counts = BTreeMap::<usize, usize>::new();
    rows.iter().for_each(|row| *counts.entry(row.figures.len()).or_default() += 1);
    counts.into_iter().max_by_key(|(width, count)| (*count, *width)).map_or(1, |(width, _)| width.max(1))
}

/// The breaks between the years and the changes that head the columns, and those of empty lines.
fn heads(lines: &[Line], among: Range<usize>, breaks: &mut Vec<usize>) {
    let is_head = |kind: Kind| matches!(kind, Kind::Year | Kind::Change | Kind::Opens | Kind::Closes);
    let mut at = among.start;
    while at < among.end {
        let first = at;
        at += 1;
        let kind = lines.get(first).map(|line| line.kind);
        if kind == Some(Kind::Empty) {
            breaks.extend(lines.get(first).map(|line| line.end));
        }
        if !matches!(kind, Some(Kind::Year | Kind::Change)) {
            continue;
        }
        let run = lines.get(first..).unwrap_or_default().iter();
        let run = run.take_while(|line| line.kind == Kind::Empty || is_head(line.kind)).count();
        let here = lines.get(first..first + run).unwrap_or_default();
        let last = here.iter().rposition(|line| is_head(line.kind)).unwrap_or_default();
        breaks.extend(here.iter().take(last).map(|line| line.end));
        at = first + last + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::breaks;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut joined = text.as_bytes().to_vec();
        breaks(text).into_iter().for_each(|at| joined[at] = b'|');
        assert_eq!(String::from_utf8(joined).unwrap(), expected, "{text}");
    }

    #[test]
    fn cells_of_one_row() {
        check(
            "2024\n2023\nSales\n$\n5\n4\nCosts\n(3\n)\n(2\n)\n2\n2\nNet\n2\n\n—\n",
            "2024|2023\nSales|$|5|4\nCosts|(3|)|(2|)\n2|2\nNet|2||—\n",
        );
        check(
            "2024\n2023\n% Change\nSales\n|5\n|4\n|25.0\n|%\nCosts\n3\n2\n50.0%\n\nNet\n2\n2\n—\n",
            "2024|2023|% Change\nSales||5||4||25.0||%\nCosts|3|2|50.0%\n|Net|2|2|—\n",
        );
    }

    #[test]
    fn lines_that_are_no_table() {
        for text in
            ["Page\n1\nPage\n2\nPage\n3\nPage\n4\nPage\n5\nPage\n6\n", "Sales\n5\n4\nWe are glad.\n2024\n2023\n7\n"]
        {
            check(text, text);
        }
    }
}
