//! Lines to paragraphs: which lines were broken at a fixed width and go on in the next one.

use std::ops::RangeInclusive;
use std::sync::LazyLock;

use memchr::memmem::Finder;

use crate::model::Span;
use crate::parser::sentence::bullet::{is_bullet, is_glyph};

/// Lengths of lines that may have been broken for their width.
const WIDTHS: RangeInclusive<usize> = 40..=130;

/// A line of running text has as many bytes, or fewer.
const USUAL_LINE: usize = 128;

/// So many lines that go on below an empty one are no accident, even among many tables.
const SPACED: usize = 5;

/// How far the lines of an item may stand from below the text of its first.
const SLANT: usize = 3;

/// The lines of an article, and how it breaks them.
pub(super) struct Lines<'a> {
    text: &'a str,
    lines: Vec<Line>,
    /// Whether lines are broken at a fixed width, so that one may go on with a capital or a digit.
    wrapped: bool,
    /// Whether an empty line stands between those of a paragraph too.
    spaced: bool,
}

/// One line of the article.
#[derive(Clone, Copy)]
struct Line {
    /// Without white space at its ends.
    text: Span,
    /// How many bytes of white space stand before it.
    indent: usize,
}

impl<'a> Lines<'a> {
    pub(super) fn read(text: &'a str) -> Self {
        let lines = lines(text);
        let broken = lines.windows(2).filter(|pair| is_broken(text, pair[0], pair[1])).count();
        let apart = |three: &&[Line]| three[1].is_empty() && is_broken(text, three[0], three[2]);
        let spaced = lines.windows(3).filter(apart).count();
        Self {
            text,
            wrapped: broken.max(spaced) >= 2 && broken.max(spaced) * 40 >= lines.len(),
            spaced: spaced >= SPACED || (spaced >= 3 && spaced * 40 >= lines.len()),
            lines,
        }
    }

    pub(super) fn count(&self) -> usize {
        self.lines.len()
    }

    /// The stretches of lines that belong together, each with the numbers of its first line and its last.
    pub(super) fn paragraphs(&self) -> impl Iterator<Item = (RangeInclusive<usize>, Span)> {
        let mut number = 0;
        std::iter::from_fn(move || {
            let first = number;
            let line = self.lines.get(first)?;
            let mut last = first;
            while let Some(next) = self.goes_on(first, last) {
                last = next;
            }
            number = last + 1;
            Some((first..=last, Span::new(line.text.start, self.lines.get(last).unwrap_or(line).text.end)))
        })
    }

    /// The line in which the paragraph that begins with line `first` goes on behind line `last`.
    fn goes_on(&self, first: usize, last: usize) -> Option<usize> {
        let line = *self.lines.get(last).filter(|line| line.may_go_on())?;
        let head = *self.lines.get(first)?;
        let below = *self.lines.get(last + 1)?;
        if self.spaced && below.is_empty() {
            let next = *self.lines.get(last + 2)?;
            let goes_on = is_broken(self.text, line, next) || is_full_prose(self.text, line, next);
            return goes_on.then_some(last + 2);
        }
        let goes_on = is_broken(self.text, line, below)
            || (self.wrapped && is_full_prose(self.text, line, below))
            || is_below_item(self.text, head, line, below);
        goes_on.then_some(last + 1)
    }
}

impl Line {
    fn is_empty(&self) -> bool {
        self.text.start == self.text.end
    }

    /// Whether it is as long as lines that were broken for their width.
    fn may_go_on(&self) -> bool {
        WIDTHS.contains(&(self.text.end - self.text.start))
    }
}

fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::with_capacity(text.len() / USUAL_LINE);
    let mut start = 0;
    for end in memchr::memchr_iter(b'\n', text.as_bytes()).chain([text.len()]) {
        let trimmed = trim(text, start, end);
        lines.push(Line { text: trimmed, indent: trimmed.start - start });
        start = end + 1;
    }
    lines
}

/// A stretch of text without white space at its ends; most stretches have none.
pub(super) fn trim(text: &str, start: usize, end: usize) -> Span {
    let line = text.get(start..end).unwrap_or_default();
    if let [first, .., last] = line.as_bytes()
        && first.is_ascii_graphic()
        && last.is_ascii_graphic()
    {
        return Span::new(start, end);
    }
    // Lines of nothing but blanks are left where tables stood.
    let (chunks, _) = line.as_bytes().as_chunks::<16>();
    let blank = 16 * chunks.iter().take_while(|chunk| **chunk == [b' '; 16]).count();
    let behind = line.get(blank..).unwrap_or_default().trim_ascii_start().trim_start();
    let lead = line.len() - behind.len();
    Span::new(start + lead, start + lead + behind.trim_ascii_end().trim_end().len())
}

/// Whether the sentence of the one line goes on in the other, as far as these two can tell.
fn is_broken(text: &str, line: Line, next: Line) -> bool {
    if !line.may_go_on() || next.is_empty() {
        return false;
    }
    let first = text.as_bytes().get(next.text.start).copied().unwrap_or_default();
    let (small, figure) = (first.is_ascii_lowercase(), first.is_ascii_digit() || first == b'$');
    if !(small || figure) {
        return false;
    }
    let (this, following) = (line.text.of(text), next.text.of(text));
    (small || is_open(this)) && !this.ends_with(['.', '!', '?', ':', ';', '"', '”']) && !are_rows(this, following)
}

/// Whether a line breaks off before the figure that it leads to: "decreased to 23.5% compared to", "net profit rose".
fn is_open(line: &str) -> bool {
    const LEADS: [&str; 28] = [
        "to", "from", "of", "by", "and", "than", "with", "or", "rose", "fell", "grew", "increased", "declined",
        "dropped", "jumped", "climbed", "was", "were", "earned", "lost", "posted", "reached", "about", "nearly",
        "almost", "approximately", "another", "least",
    ];
    line.rsplit(' ').next().is_some_and(|last| LEADS.contains(&last))
}

/// Whether the lines are rows of a table, or items of a list ("iPad revenue: $6.91 billion").
fn are_rows(this: &str, following: &str) -> bool {
    let is_gapped = |line: &str| GAP.find(unmarked(line).as_bytes()).is_some();
    is_gapped(this) || is_gapped(following) || (this.contains(':') && following.contains(':'))
}

/// What stands between the columns of a row.
static GAP: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("   "));

/// A line without the bullet that it begins with.
fn unmarked(line: &str) -> &str {
    line.trim_start_matches(is_glyph).trim_start()
}

/// Whether the line of a wrapped article is full and in running text, and the next one no new paragraph or item.
fn is_full_prose(text: &str, line: Line, next: Line) -> bool {
    let (this, following) = (line.text.of(text), next.text.of(text));
    let small = || this.bytes().filter(u8::is_ascii_lowercase).count();
    let item = || is_bullet(following) || following.is_empty() || (next.indent > 3 && next.indent != line.indent);
    line.may_go_on()
        && this.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '-' | '–' | '$' | '%'))
        && small() * 5 >= this.len() * 3
        && !item()
        && !are_rows(this, following)
}

/// Whether the text of the item that begins with the line `head` goes on below its line `line`: it is indented as the
/// text of the item is, not as its bullet.
fn is_below_item(text: &str, head: Line, line: Line, below: Line) -> bool {
    if text.as_bytes().get(head.text.start).is_none_or(u8::is_ascii) {
        return false;
    }
    let opening = head.text.of(text);
    if !opening.starts_with(is_glyph) {
        return false;
    }
    let (this, following) = (line.text.of(text), below.text.of(text));
    let hang = head.indent + opening.chars().count() - unmarked(opening).chars().count();
    line.may_go_on()
        && !this.ends_with(['.', '!', '?', ':', ';'])
        && !following.is_empty()
        && !is_bullet(following)
        && below.indent > head.indent
        && below.indent.abs_diff(hang) <= SLANT
        && !are_rows(this, following)
}
