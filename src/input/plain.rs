//! Characters that say what plain ones say: full-width digits and signs, and hyphens that show only at the end of a
//! line. They are made plain before the text is read, so that a figure is a figure however it was typed.

use memchr::{memchr, memmem};

/// The text made plain, or nothing where it is.
pub(crate) fn plain(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    let bytes = text.as_bytes();
    let wide = || memchr(WIDE_LEAD, bytes).is_some() && text.chars().any(|c| WIDE.contains(&c));
    if memmem::find(bytes, SOFT_HYPHEN.as_bytes()).is_none() && !wide() {
        return None;
    }
    Some(text.chars().filter_map(as_plain).collect())
}

/// What the reader of a report should know of it: its places no longer count the bytes of the file.
pub(crate) const WARNING: &str =
    "full-width characters were made plain and soft hyphens left out; --dump-text prints the text that places refer to";

const SOFT_HYPHEN: &str = "\u{AD}";

/// The full-width forms of all that ASCII prints.
const WIDE: std::ops::RangeInclusive<char> = '\u{FF01}'..='\u{FF5E}';

/// The byte that each of them begins with.
const WIDE_LEAD: u8 = 0xEF;

fn as_plain(c: char) -> Option<char> {
    if WIDE.contains(&c) {
        // The forms stand in the order of ASCII, this far above it.
        return u32::from(c).checked_sub(0xFEE0).and_then(char::from_u32);
    }
    (c != '\u{AD}').then_some(c)
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(plain(text).as_deref(), expected);
    }

    #[test]
    fn only_what_is_not_plain_changes() {
        check("rev\u{AD}enue of ＄５．２ billion，（３）％", Some("revenue of $5.2 billion,(3)%"));
        check("a \u{FF5E} b \u{FF61}", Some("a ~ b \u{FF61}"));
        check("£5 – “€6” \u{FFFD} \u{FEFF}", None);
    }
}
