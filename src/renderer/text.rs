//! Text that comes from elsewhere, on its way to a terminal: nothing in it may steer the terminal or turn the reading
//! direction, and it may not be wider than its place.

use std::borrow::Cow;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The same text on one line, with white space as single spaces and control characters as `\u{1b}`.
///
/// ```
/// assert_eq!(topline::renderer::printable("net\n\tsales \u{1b}[31m"), "net sales \\u{1b}[31m");
/// ```
pub fn printable(text: &str) -> Cow<'_, str> {
    let plain = |c: char| !(is_steering(c) || (c.is_whitespace() && c != ' '));
    if text.chars().all(plain) && !text.contains("  ") {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    text.chars().for_each(|c| push_printable(&mut shown, c));
    Cow::Owned(shown)
}

/// Adds a character to a line: white space as one space, however much of it there is.
pub(crate) fn push_printable(shown: &mut String, c: char) {
    if !c.is_whitespace() {
        push_visible(shown, c);
    } else if !shown.ends_with(' ') {
        shown.push(' ');
    }
}

/// Adds a character to a line that is in columns: every space stays, and a tab reaches to the next stop.
pub(crate) fn push_aligned(shown: &mut String, c: char) {
    match c {
        '\t' => shown.extend(std::iter::repeat_n(' ', TAB - width(shown) % TAB)),
        c if c.is_whitespace() => shown.push(' '),
        c => push_visible(shown, c),
    }
}

/// How far apart tab stops are.
const TAB: usize = 8;

fn push_visible(shown: &mut String, c: char) {
    if is_steering(c) {
        shown.extend(c.escape_unicode());
    } else {
        shown.push(c);
    }
}

/// Control characters, and those that nobody sees: they turn the reading direction or the shape of what follows.
pub(crate) fn is_steering(c: char) -> bool {
    (c.is_control() && !c.is_whitespace())
        || matches!(c, '\u{85}' | '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2061}'..='\u{2064}' | '\u{2066}'..='\u{206F}')
}

/// How many columns a text takes.
pub(crate) fn width(text: &str) -> usize {
    text.width()
}

/// The text, cut to a width, with an ellipsis where it was cut; at the end of a word where there is one near.
pub(crate) fn clip<'a>(text: &'a str, most: usize, ellipsis: &str) -> Cow<'a, str> {
    if width(text) <= most {
        return Cow::Borrowed(text);
    }
    let room = most.saturating_sub(width(ellipsis));
    let mut used = 0;
    let end = text.char_indices().find_map(|(at, c)| {
        used += c.width().unwrap_or(0);
        (used > room).then_some(at)
    });
    let end = end.unwrap_or(text.len());
    let kept = text.get(..end).unwrap_or_default();
    let word_ends = text.get(end..).is_none_or(|rest| rest.starts_with(' '));
    let whole = kept.rfind(' ').filter(|space| !word_ends && space.saturating_mul(2) > end);
    let kept = whole.and_then(|space| kept.get(..space)).unwrap_or(kept);
    Cow::Owned(format!("{}{ellipsis}", kept.trim_end()))
}

/// The end of a text, with an ellipsis where it was cut, beginning with a whole word.
pub(crate) fn clip_start(text: &str, most: usize, ellipsis: &str) -> String {
    if width(text) <= most {
        return text.to_owned();
    }
    let room = most.saturating_sub(width(ellipsis));
    let fitting = text.char_indices().map(|(at, _)| text.get(at..).unwrap_or_default()).find(|end| width(end) <= room);
    let end = fitting.unwrap_or_default();
    let word = end.find(' ').and_then(|space| end.get(space + 1..)).filter(|rest| !rest.is_empty());
    format!("{ellipsis}{}", word.unwrap_or(end))
}

#[cfg(test)]
mod tests {
    use super::{clip, clip_start, printable, push_aligned};

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(printable(text), expected);
    }

    #[test]
    fn nothing_that_steers_a_terminal_is_left() {
        check("Revenue of €5 billion – “up”", "Revenue of €5 billion – “up”");
        check("a\r\n\tb  c\u{a0}d", "a b c d");
        check("\u{1b}[31mred\u{7}\u{9b}1m\u{7f}", "\\u{1b}[31mred\\u{7}\\u{9b}1m\\u{7f}");
        check("\u{202e}lrr\u{2066}\u{200f}\u{85}x", "\\u{202e}lrr\\u{2066}\\u{200f} x");
    }

    #[test]
    fn columns_stay_where_they_are() {
        let mut shown = String::new();
        "Sales\t5 \u{a0} 7\u{1b}".chars().for_each(|c| push_aligned(&mut shown, c));
        assert_eq!(shown, "Sales   5   7\\u{1b}");
    }

    #[test]
    fn clips_to_a_width() {
        for (text, most, expected) in [
            ("revenue", 7, "revenue"),
            ("revenue", 5, "reve…"),
            ("net income rose", 12, "net income…"),
            ("net  income", 6, "net…"),
            ("東京電力", 5, "東京…"),
            ("a", 0, "…"),
        ] {
            assert_eq!(clip(text, most, "…"), expected, "{text}");
        }
    }

    #[test]
    fn the_end_of_a_text_begins_with_a_whole_word() {
        for (text, most, expected) in
            [("net income of ", 20, "net income of "), ("net income of ", 9, "…of "), ("", 3, "")]
        {
            assert_eq!(clip_start(text, most, "…"), expected);
        }
    }
}
