//! Statements that have run together to one text and were broken at a fixed width afterwards, in the middle of rows.

use std::ops::RangeInclusive;

use crate::parser::table::stretch;

/// Widths at which a text is broken.
const WIDTHS: RangeInclusive<usize> = 50..=200;

/// Breaks may come so many bytes early.
const SLACK: usize = 8;

/// So few lines tell nothing of their width.
const LINES: usize = 4;

/// A line without the blanks around it, and where its break is.
#[derive(Clone, Copy)]
struct Line<'a> {
    text: &'a str,
    end: usize,
}

/// The places of the line breaks that are inside a statement that has run together, in order.
pub(super) fn breaks(text: &str) -> Vec<usize> {
    let mut breaks = Vec::new();
    let mut paragraph: Vec<Line> = Vec::new();
    let mut start = 0;
    for end in memchr::memchr_iter(b'\n', text.as_bytes()).chain([text.len()]) {
        let line = Line { text: text.get(start..end).unwrap_or_default().trim_ascii().trim(), end };
        start = end + 1;
        if line.text.is_empty() {
            flow(&paragraph, &mut breaks);
            paragraph.clear();
        } else {
            paragraph.push(line);
        }
    }
    flow(&paragraph, &mut breaks);
    breaks
}

/// Appends the breaks of a paragraph all of whose lines were broken for its width, some of them inside a row.
fn flow(lines: &[Line], breaks: &mut Vec<usize>) {
    let Some((_, before)) = lines.split_last().filter(|_| lines.len() >= LINES) else { return };
    let width = lines.iter().map(|line| line.text.len()).max().unwrap_or_default();
    if !WIDTHS.contains(&width) {
        return;
    }
    let is_soft = |pair: &[Line]| {
        let word = |line: &Line| line.text.split(' ').next().map_or(0, str::len);
        pair.first().zip(pair.get(1)).is_some_and(|(line, next)| line.text.len() + 1 + word(next) + SLACK > width)
    };
    let among = |pair: &&[Line]| pair.get(1).is_some_and(|next| begins_inside(next.text));
    let apart = |line: &Line| line.text.contains(['|', '\t']) || line.text.contains("  ");
    let joint = |pair: &&[Line]| pair.iter().map(|line| line.text).collect::<Vec<_>>().join(" ");
    // A row may be broken itself, and is then in no line.
    let rows = || {
        let whole = lines.iter().filter(|line| stretch::has_row(line.text)).count();
        whole > 1 || (whole > 0 && lines.windows(2).filter(|pair| stretch::has_row(&joint(pair))).count() > 2)
    };
    if lines.windows(2).all(is_soft) && lines.windows(2).any(|pair| among(&pair)) && !lines.iter().any(apart) && rows()
    {
        breaks.extend(before.iter().map(|line| line.end));
    }
}

/// Whether the line begins as it does behind a break among cells or inside a label: with digits, or in small letters.
fn begins_inside(line: &str) -> bool {
    line.trim_start_matches(['$', '(', ' ']).starts_with(|first: char| first.is_ascii_digit() || first.is_lowercase())
}

#[cfg(test)]
mod tests {
    use super::breaks;

    #[track_caller]
    fn check(text: &str, expected: usize) {
        assert_eq!(breaks(text).len(), expected, "{text}");
    }

    #[test]
    fn statements_broken_at_a_width() {
        let statement = "Statements of Operations (in millions) Quarter Ended June 30,\n2025 2024 Net sales 5,201 4,417 Cost of \
                         sales 3,111 2,090\nGross profit 2,090 2,327 Operating income 1,010 1,000\nInterest expense 15 \
                         12 Income before income taxes 995\n988 Net income 805 801\n";
        check(statement, 4);
        check(&statement.replace("\nInterest", "\n\nInterest"), 0);
    }

    #[test]
    fn lines_that_end_of_themselves() {
        check(
            "Net sales of the whole company and its parts 5,201 4,417\nCost of sales 3,111 2,090\nGross profit 2,090 2,327\nNet 5 4\n",
            0,
        );
        check(
            "We had 5 million customers in the quarter that ended then, in\n2024 that number was lower, and we\n expect it to rise in the year 2026, and\nmore.",
            0,
        );
    }
}
