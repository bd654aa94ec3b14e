//! A line of text with shades in it, and how it is cut into rows. Colours are closed at the end of every row and opened
//! again on the next, so that a pager may begin anywhere.

use std::fmt::Display;
use std::ops::Range;

use textwrap::WordSeparator;
use textwrap::core::break_words;
use textwrap::wrap_algorithms::wrap_first_fit;

use crate::renderer::annotated::shade::Shade;
use crate::renderer::text::printable;

/// A line of text with shades in it.
///
/// Invariant: the stretches are in the order of the text, share no byte, and end on character boundaries.
#[derive(Clone, Debug, Default)]
pub(super) struct Ink {
    text: String,
    stretches: Vec<(Range<usize>, Shade)>,
}

impl Ink {
    /// The text without its shades.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Adds text as it is.
    pub(super) fn plain(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Adds text in a shade.
    pub(super) fn shaded(&mut self, text: &str, shade: Shade) {
        self.shade(shade, |shown| shown.push_str(text));
    }

    /// Adds characters, each in the way of `push`, which sees what stands before it.
    pub(super) fn pushed(&mut self, text: &str, shade: Option<Shade>, push: fn(&mut String, char)) {
        let all = |shown: &mut String| text.chars().for_each(|c| push(shown, c));
        match shade {
            Some(shade) => self.shade(shade, all),
            None => all(&mut self.text),
        }
    }

    /// Takes a space away from the end, where there are several.
    pub(super) fn give_up_space(&mut self) {
        let plain_start = self.stretches.last().map_or(0, |(stretch, _)| stretch.end);
        if self.text.get(plain_start..).is_some_and(|plain| plain.ends_with("  ")) {
            self.text.pop();
        }
    }

    /// The same without the characters at these places.
    pub(super) fn without(&self, dropped: &[bool]) -> Self {
        let mut kept = Self::default();
        let mut stretches = self.stretches.iter().peekable();
        for (index, (at, c)) in self.text.char_indices().enumerate() {
            while stretches.next_if(|(stretch, _)| stretch.end <= at).is_some() {}
            if dropped.get(index).copied().unwrap_or(false) {
                continue;
            }
            let start = kept.text.len();
            kept.text.push(c);
            let shade = stretches.peek().filter(|(stretch, _)| stretch.contains(&at)).map(|(_, shade)| *shade);
            match (shade, kept.stretches.last_mut()) {
                (Some(shade), Some((last, same))) if last.end == start && *same == shade => last.end = kept.text.len(),
                (Some(shade), _) => kept.stretches.push((start..kept.text.len(), shade)),
                (None, _) => {}
            }
        }
        kept
    }

    fn shade(&mut self, shade: Shade, add: impl FnOnce(&mut String)) {
        let start = self.text.len();
        add(&mut self.text);
        if self.text.len() > start {
            self.stretches.push((start..self.text.len(), shade));
        }
    }

    /// The rows that the text takes, broken between words, or within one that is wider than a row.
    pub(super) fn rows(&self, first: u16, others: u16) -> Vec<Range<usize>> {
        let words = WordSeparator::AsciiSpace.find_words(&self.text);
        let words = break_words(words, usize::from(first.min(others)));
        let rows = wrap_first_fit(&words, &[f64::from(first), f64::from(others)]);
        let mut start = 0;
        let mut ranges = Vec::with_capacity(rows.len());
        for row in rows {
            let length: usize = row.iter().map(|word| word.word.len() + word.whitespace.len()).sum();
            let spaces = row.last().map_or(0, |word| word.whitespace.len());
            ranges.push(start..start + length - spaces);
            start += length;
        }
        ranges
    }

    /// Writes one row, with its colours where they are wanted.
    pub(super) fn write(&self, row: &Range<usize>, color: bool, out: &mut String) {
        let mut at = row.start;
        let first = self.stretches.partition_point(|(stretch, _)| stretch.end <= row.start);
        for (stretch, shade) in self.stretches.iter().skip(first).take_while(|(stretch, _)| stretch.start < row.end) {
            let (start, end) = (stretch.start.max(at), stretch.end.min(row.end));
            self.show(at..start, out);
            let style = shade.style();
            paint(&style.render(), color, out);
            self.show(start..end, out);
            paint(&style.render_reset(), color, out);
            at = end;
        }
        self.show(at..row.end, out);
    }

    /// What holds a label together is a space to the reader.
    fn show(&self, range: Range<usize>, out: &mut String) {
        out.extend(self.text.get(range).unwrap_or_default().chars().map(|c| if c == GLUE { ' ' } else { c }));
    }
}

/// A space at which no row ends.
pub(super) const GLUE: char = '\u{a0}';

/// A text from elsewhere that is not broken over rows.
pub(super) fn glued(text: &str) -> String {
    printable(text).chars().map(|c| if c == ' ' { GLUE } else { c }).collect()
}

fn paint(code: &dyn Display, color: bool, out: &mut String) {
    if color {
        out.push_str(&code.to_string());
    }
}

/// One shade around a text, where colours are wanted.
pub(super) fn painted(text: &str, shade: Shade, color: bool) -> String {
    let mut ink = Ink::default();
    ink.shaded(text, shade);
    let mut shown = String::new();
    ink.write(&(0..text.len()), color, &mut shown);
    shown
}
