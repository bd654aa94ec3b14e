//! The lines of a text, each with its number and its marks, and which of them are shown.

use crate::model::Span;
use crate::renderer::mark::Mark;
use crate::renderer::text::width;

/// One line of the text, without its end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    /// Its number, from 1, as evidence has it.
    pub(super) number: usize,
    /// Where it stands.
    pub(super) span: Span,
    /// The marks that have a character in it.
    pub(super) marks: &'a [Mark<'a>],
}

/// The lines of a text, in order.
pub(super) fn lines<'a>(text: &'a str, marks: &'a [Mark<'a>]) -> impl Iterator<Item = Line<'a>> {
    let (mut start, mut first) = (0, 0);
    text.split_terminator('\n').enumerate().map(move |(index, line)| {
        let span = Span::new(start, start + line.len());
        start = span.end + 1;
        let rest = marks.get(first..).unwrap_or_default();
        first += rest.partition_point(|mark| mark.span.end <= span.start);
        let rest = marks.get(first..).unwrap_or_default();
        let here = rest.partition_point(|mark| mark.span.start < span.end);
        Line { number: index + 1, span, marks: rest.get(..here).unwrap_or_default() }
    })
}

/// Which lines are shown: those with a fact, and `context` lines before and after each.
pub(super) fn windows(text: &str, marks: &[Mark<'_>], context: usize) -> Vec<(usize, usize)> {
    let mut windows: Vec<(usize, usize)> = Vec::new();
    for mark in marks.iter().filter(|mark| !mark.facts.is_empty()) {
        let last = mark.line + mark.span.of(text).matches('\n').count();
        let (from, to) = (mark.line.saturating_sub(context), last.saturating_add(context));
        match windows.last_mut() {
            Some(window) if from <= window.1.saturating_add(1) => window.1 = window.1.max(to),
            Some(_) | None => windows.push((from, to)),
        }
    }
    windows
}

/// Whether a line is a row of a table: short cells that stand in columns, apart by more than a space, or between bars;
/// or one cell that stands far from the margin. In running text a gap stands between long stretches.
///
/// Where a line has no more than one gap it is only a row if it fits in `room`: better to wrap a row than to leave
/// running text unwrapped.
pub(crate) fn is_row(line: &str, room: u16) -> bool {
    let cells = line.trim();
    let is_far_in = line.len() - line.trim_start().len() >= FAR_IN;
    let is_barred = cells.len() > 1 && cells.starts_with('|') && cells.ends_with('|');
    let gaps = gaps(cells);
    let fits = width(line) <= usize::from(room);
    let is_short = cells.len() <= LONGEST_CELL.saturating_mul(gaps + 1);
    cells.len() <= LONGEST_ROW && (is_barred || (is_short && (gaps > 1 || (fits && (gaps > 0 || is_far_in)))))
}

/// What a row has at most, in bytes: a press release that is one line has gaps as well.
const LONGEST_ROW: usize = 1000;

/// What cells have at most, taken together.
const LONGEST_CELL: usize = 60;

/// A heading over columns stands as far from the margin as this.
const FAR_IN: usize = 8;

/// How many gaps there are that only a table has: a tab, three spaces, or two that no sentence ends before.
fn gaps(line: &str) -> usize {
    let (mut gaps, mut spaces, mut before) = (0, 0, ' ');
    for c in line.chars() {
        if c.is_whitespace() {
            spaces += if c == '\t' { 3 } else { 1 };
            continue;
        }
        let is_after_sentence = matches!(before, '.' | '?' | '!' | ':' | ';' | ',' | '"' | '”');
        gaps += usize::from(spaces >= 3 || (spaces == 2 && !is_after_sentence));
        (spaces, before) = (0, c);
    }
    gaps
}

#[cfg(test)]
mod tests {
    use super::{is_row, lines, windows};
    use crate::renderer::mark::marks;
    use crate::renderer::{View, sample};

    #[track_caller]
    fn check(line: &str, expected: bool) {
        assert_eq!(is_row(line, 60), expected, "{line}");
    }

    #[test]
    fn rows_of_tables_are_told_from_running_text() {
        check("Revenue                  $  864.2      $  822.3", true);
        check("Revenue\t864.2\t822.3", true);
        check("| Revenue | 864.2 |", true);
        check("                         Three months ended", true);
        check("Revenue rose.  Net income fell.", false);
        check("    Revenue rose by 5%", false);
        check(&format!("{}   {}", "Revenue rose. ".repeat(20), "Net income fell. ".repeat(20)), false);
        check(&format!("{}   {}", "Revenue rose. ".repeat(3), "Net income."), true);
        check(&format!("{}   {}", "Revenue rose. ".repeat(4), "Net income fell."), false);
        check("|", false);
        check("", false);
    }

    #[track_caller]
    fn check_windows(context: usize, expected: &[(usize, usize)]) {
        let mut report = sample::meta();
        report.facts.drain(3..5);
        let view = View::default();
        assert_eq!(windows(report.text(), &marks(&report, &view), context), expected);
    }

    #[test]
    fn lines_around_facts_are_shown_once() {
        check_windows(0, &[(1, 1), (3, 3)]);
        check_windows(1, &[(0, 4)]);
        check_windows(usize::MAX, &[(0, usize::MAX)]);
    }

    #[test]
    fn a_figure_over_two_lines_is_marked_in_both() {
        let mut report = sample::meta();
        report.facts.truncate(1);
        report.unlinked.clear();
        let span = &mut report.facts[0].evidence.span;
        span.end = span.start + 90;
        let view = View::default();
        let marks = marks(&report, &view);
        let marked: Vec<_> = lines(report.text(), &marks).map(|line| (line.number, line.marks.len())).collect();
        assert_eq!(marked, [(1, 1), (2, 1), (3, 0)]);
    }
}
