//! Whether a text is HTML, from how it begins.

use crate::input::html::filing::is_filing;

/// How much of a text is looked at, in bytes.
const SAMPLE: usize = 32 * 1024;

/// Tags that pages are full of. Prose about markup has one or two of them.
static TAGS: &[&str] = &[
    "p", "div", "span", "br", "br/", "td", "tr", "table", "font", "li", "ul", "/p", "/div", "/span", "/td", "/tr",
    "/li", "a", "b", "/b", "/a", "h1", "h2", "h3", "tbody", "strong", "/strong", "sup",
];

/// Whether a text is a page, a part of one, or a filing with pages in it.
pub(crate) fn is_html(text: &str) -> bool {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
    let opens = |word: &str| start.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word));
    if !start.starts_with(['<', '-']) {
        return has_many_tags(start);
    }
    ["<!doctype html", "<html", "<head", "<body"].iter().any(|word| opens(word))
        || is_filing(start)
        || has_many_tags(start)
}

/// One tag in two hundred bytes, and no fewer than six.
fn has_many_tags(text: &str) -> bool {
    let end = (0..=SAMPLE.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or_default();
    let sample = text.get(..end).unwrap_or_default();
    let opened = memchr::memchr_iter(b'<', sample.as_bytes());
    let tags = opened.filter(|at| sample.get(at + 1..).is_some_and(is_tag)).count();
    tags >= 6 && tags.saturating_mul(200) >= sample.len()
}

fn is_tag(rest: &str) -> bool {
    let head: String = rest.chars().take(8).collect();
    let name = head.split(|c: char| c == '>' || c.is_whitespace()).next().unwrap_or_default().to_ascii_lowercase();
    name.len() < head.len() && TAGS.contains(&name.as_str())
}

#[cfg(test)]
mod tests {
    use super::is_html;

    #[track_caller]
    fn check(text: &str, expected: bool) {
        assert_eq!(is_html(text), expected, "{text}");
    }

    #[test]
    fn pages_are_known_by_their_beginning() {
        check("<!DOCTYPE html><html>", true);
        check("\u{FEFF}\n <HTML lang=en>", true);
        check("<?xml version='1.0' encoding='ASCII'?>\n<html xmlns='x'><p>a</p><p>b</p><p>c</p>", true);
        check("<DOCUMENT>\n<TYPE>EX-99.1\n<TEXT>\n", true);
        check("<div><p>Revenue</p><p>rose</p><p>by 5%</p></div>", true);
    }

    #[test]
    fn texts_are_not() {
        check("Revenue rose 5%, and <b>how</b>.", false);
        check("Margins < 5% and > 3%, <br> said the chief", false);
        check("- Revenue\n- Profit", false);
        check(&format!("{}<p><p><p><p><p><p><p>", "Revenue rose. ".repeat(200)), false);
        check("", false);
    }
}
