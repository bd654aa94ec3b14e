//! Where the paragraphs of a text are. Some texts part them by an empty line and break lines at a fixed width, some
//! have one line for each: a line that is longer than anybody breaks them by hand is a paragraph of its own.

use crate::model::Span;
use crate::renderer::annotated::line::is_row;

/// Lines that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Paragraph {
    /// Its place in the text, without the line end behind it.
    pub(super) span: Span,
    /// Its first line, from 1.
    pub(super) line: usize,
    pub(super) shape: Shape,
}

/// How a paragraph is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Lines that end where they must.
    Prose,
    /// Lines broken by hand at a fixed width, which may as well be broken elsewhere.
    Filled,
    /// A table in columns of spaces, which must stay as it is.
    Columns,
}

/// A line with a single gap that is wider than this, in columns, is no row of a table.
const TABLE: u16 = 80;

/// No text with lines broken by hand has longer ones, in bytes.
const BROKEN_BY_HAND: usize = 100;

/// The paragraphs, in order; only white space is in none of them.
pub(super) fn paragraphs(text: &str) -> Vec<Paragraph> {
    let mut found: Vec<Paragraph> = Vec::new();
    let mut goes_on = None;
    for (line, span) in (1..).zip(lines(text)) {
        let content = span.of(text);
        if content.trim().is_empty() {
            goes_on = None;
            continue;
        }
        let shape = if is_row(content, TABLE) { Shape::Columns } else { Shape::Prose };
        let is_whole = shape == Shape::Prose && content.len() > BROKEN_BY_HAND;
        match found.last_mut() {
            Some(last) if goes_on == Some(shape) && !is_whole => last.span.end = span.end,
            _ => found.push(Paragraph { span, line, shape }),
        }
        goes_on = Some(shape).filter(|_| !is_whole);
    }
    for paragraph in found.iter_mut().filter(|paragraph| is_filled(paragraph, text)) {
        paragraph.shape = Shape::Filled;
    }
    found
}

/// Whether every line but the last is about as long as a line can be.
fn is_filled(paragraph: &Paragraph, text: &str) -> bool {
    let content = paragraph.span.of(text);
    let Some((before, _)) = content.rsplit_once('\n') else { return false };
    paragraph.shape == Shape::Prose && before.split('\n').all(|line| line.trim().len() >= FULL)
}

/// What a line broken by hand has at least, in bytes, unless it is the last.
const FULL: usize = 55;

/// Each line without its end.
fn lines(text: &str) -> impl Iterator<Item = Span> {
    let mut start = 0;
    text.split('\n').map(move |line| {
        let span = Span::new(start, start + line.len());
        start = span.end + 1;
        span
    })
}

#[cfg(test)]
mod tests {
    use super::{Shape, paragraphs};

    #[track_caller]
    fn check(text: &str, expected: &[(usize, &str)]) {
        let found = paragraphs(text);
        let shown: Vec<_> = found.iter().map(|paragraph| (paragraph.line, paragraph.span.of(text))).collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn lines_broken_by_hand_belong_together() {
        check("\nSales rose\nby 3%.\n \nCosts fell.", &[(2, "Sales rose\nby 3%."), (5, "Costs fell.")]);
        let long = "x".repeat(150);
        check(&format!("Title\n{long}\n{long}\n"), &[(1, "Title"), (2, &long), (3, &long)]);
        check("", &[]);
    }

    #[test]
    fn lines_broken_at_a_fixed_width_may_flow() {
        let full = "x".repeat(60);
        let shape = |text: &str| paragraphs(text).first().map(|found| found.shape);
        assert_eq!(shape(&format!("{full}\n{full}\nend.")), Some(Shape::Filled));
        assert_eq!(shape(&format!("Thank you.\n{full}\nend.")), Some(Shape::Prose));
        assert_eq!(shape(&full), Some(Shape::Prose));
    }

    #[test]
    fn columns_are_known_by_their_gaps() {
        let shapes: Vec<_> =
            paragraphs("Sales   5\nCosts   4\n\nSales rose.").iter().map(|found| found.shape).collect();
        assert_eq!(shapes, [Shape::Columns, Shape::Prose]);
    }
}
