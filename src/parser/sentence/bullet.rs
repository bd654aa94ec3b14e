//! Bullets: which marks open the item of a list, and the items of a list that was run together to one line.

use crate::model::Span;

/// Marks that open an item wherever they stand alone or right before a word.
const GLYPHS: [char; 16] = ['•', '●', '▪', '■', '◦', '‣', '○', '◆', '►', '➢', '➤', '✓', '✔', '⚫', '⦁', '∙'];

/// Marks that open an item at the head of a line only; within one they are points, footnotes and the like.
const HEADS: [char; 2] = ['·', '*'];

/// Whether a line is an item of a list.
pub(super) fn is_bullet(line: &str) -> bool {
    line.starts_with(|c| is_glyph(c) || HEADS.contains(&c))
        || ["- ", "– ", "— "].iter().any(|dash| line.starts_with(dash))
}

/// The items of a stretch of text that has bullets in it, and what stands before the first; mostly it is one whole.
pub(super) fn items(text: &str, span: Span) -> impl Iterator<Item = Span> {
    let mut start = Some(span.start);
    std::iter::from_fn(move || {
        let from = start?;
        let end = next_glyph(text, Span::new(from, span.end));
        start = end;
        Some(Span::new(from, end.unwrap_or(span.end)))
    })
}

/// Where the next item begins behind the first byte: at a bullet behind a blank.
fn next_glyph(text: &str, span: Span) -> Option<usize> {
    let stretch = span.of(text);
    let lead = stretch.chars().next().map_or(0, char::len_utf8);
    // The first bytes of all bullets in UTF-8.
    memchr::memchr3_iter(0xE2, 0xEE, 0xEF, stretch.as_bytes()).filter(|at| *at >= lead).find_map(|at| {
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
    use super::items;
    use crate::model::Span;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = items(text, Span::new(0, text.len())).map(|span| span.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn bullets_part_items_and_other_marks_do_not() {
        check("Highlights: •Sales rose • Profit fell", &["Highlights: ", "•Sales rose ", "• Profit fell"]);
        check("\u{f0b7}  Sales rose", &["\u{f0b7}  Sales rose"]);
        check("Sales – as they – “rose” 3•4", &["Sales – as they – “rose” 3•4"]);
    }
}
