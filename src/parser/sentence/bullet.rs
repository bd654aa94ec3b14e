//! Bullets: which marks open the item of a list, and the items of a list that was run together to one line.

use crate::model::Span;

/// Marks that open an item wherever they stand alone or right before a word.
const GLYPHS: [char; 16] = ['•', '●', '▪', '■', '◦', '‣', '○', '◆', '►', '➢', '➤', '✓', '✔', '⚫', '⦁', '∙'];

/// Marks that open an item at the head of a line only; within one they are points, footnotes and the like.
const HEADS: [char; 2] = ['·', '*'];

/// The first bytes of all glyphs in UTF-8.
const FIRST_BYTES: [u8; 3] = [0xE2, 0xEE, 0xEF];

/// Whether a line is an item of a list.
pub(super) fn is_bullet(line: &str) -> bool {
    // What begins with a letter or a digit, as nearly every line does, is none.
    let plain = line.as_bytes().first().is_some_and(u8::is_ascii_alphanumeric);
    !plain && begins_as_item(line)
}

fn begins_as_item(line: &str) -> bool {
    line.starts_with(|c| is_glyph(c) || HEADS.contains(&c))
        || ["- ", "– ", "— "].iter().any(|dash| line.starts_with(dash))
}

/// Where glyphs may stand in a text, looked for once from end to end.
pub(super) struct Glyphs<'a> {
    text: &'a [u8],
    /// Where one may stand next, as far as it was looked for; the end of the text where none does.
    next: usize,
}

impl<'a> Glyphs<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let mut glyphs = Self { text: text.as_bytes(), next: 0 };
        glyphs.find(0);
        glyphs
    }

    /// Whether there may be one in the stretch. To be asked of stretch after stretch.
    fn may_be_in(&mut self, span: Span) -> bool {
        if self.next < span.start {
            self.find(span.start);
        }
        self.next < span.end
    }

    fn find(&mut self, from: usize) {
        let [one, two, three] = FIRST_BYTES;
        let rest = self.text.get(from..).unwrap_or_default();
        self.next = memchr::memchr3(one, two, three, rest).map_or(self.text.len(), |at| from + at);
    }
}

/// The items of a stretch of text that has bullets in it, and what stands before the first; mostly it is one whole.
pub(super) fn items<'a>(text: &'a str, span: Span, glyphs: &mut Glyphs<'_>) -> impl Iterator<Item = Span> + use<'a> {
    let mut start = Some(span.start);
    let marked = glyphs.may_be_in(span);
    std::iter::from_fn(move || {
        let from = start?;
        let end = if marked { next_glyph(text, Span::new(from, span.end)) } else { None };
        start = end;
        Some(Span::new(from, end.unwrap_or(span.end)))
    })
}

/// Where the next item begins behind the first byte: at a bullet behind a blank.
fn next_glyph(text: &str, span: Span) -> Option<usize> {
    let stretch = span.of(text);
    let lead = stretch.chars().next().map_or(0, char::len_utf8);
    let [one, two, three] = FIRST_BYTES;
    memchr::memchr3_iter(one, two, three, stretch.as_bytes()).filter(|at| *at >= lead).find_map(|at| {
        let (before, glyph) = (stretch.get(..at)?, stretch.get(at..)?);
        (before.ends_with(char::is_whitespace) && glyph.starts_with(is_glyph)).then_some(span.start + at)
    })
}

/// Whether a character is a bullet; those of symbol fonts come out of documents as characters for private use.
pub(super) fn is_glyph(c: char) -> bool {
    GLYPHS.contains(&c) || ('\u{e000}'..='\u{f8ff}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::{Glyphs, items};
    use crate::model::Span;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> =
            items(text, Span::new(0, text.len()), &mut Glyphs::of(text)).map(|span| span.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn bullets_part_items_and_other_marks_do_not() {
        check("Highlights: •Sales rose • Profit fell", &["Highlights: ", "•Sales rose ", "• Profit fell"]);
        check("\u{f0b7}  Sales rose", &["\u{f0b7}  Sales rose"]);
        check("Sales – as they – “rose” 3•4", &["Sales – as they – “rose” 3•4"]);
    }
}
