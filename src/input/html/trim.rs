//! Tags with more attributes than a page ever has lose the rest of them: the parser compares each with all before it,
//! so that one tag of a megabyte would keep it busy for hours.

use std::borrow::Cow;

use memchr::{memchr, memmem};

/// More attributes than the tags of real pages have.
const MOST: usize = 256;

/// The page, as it is unless a tag has too many attributes.
pub(super) fn trimmed(html: &str) -> Cow<'_, str> {
    let bytes = html.as_bytes();
    let (mut kept, mut from, mut at) = (String::new(), 0, 0);
    while let Some(open) = find(bytes, at, |rest| memchr(b'<', rest)) {
        let start = open.saturating_add(1);
        let tag = tag(bytes, start);
        if let Some(cut) = tag.cut {
            kept.push_str(html.get(from..cut).unwrap_or_default());
            from = tag.end;
        }
        at = after_raw(bytes, start, tag.end).max(start);
    }
    if from == 0 {
        return Cow::Borrowed(html);
    }
    kept.push_str(html.get(from..).unwrap_or_default());
    Cow::Owned(kept)
}

/// Where a tag ends: at its `>`, or with the page.
struct Tag {
    end: usize,
    /// Where the first attribute too many begins.
    cut: Option<usize>,
}

/// The tag or comment whose name begins at `start`.
fn tag(bytes: &[u8], start: usize) -> Tag {
    let rest = bytes.get(start..).unwrap_or_default();
    if rest.starts_with(b"!--") {
        return Tag { end: comment_end(bytes, start), cut: None };
    }
    if !rest.first().is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'/') {
        return Tag { end: start, cut: None };
    }
    let (mut at, mut attributes, mut cut) = (start, 0_usize, None);
    while let Some(byte) = bytes.get(at).copied() {
        match byte {
            b'>' => break,
            b'=' => at = value_end(bytes, at.saturating_add(1)),
            byte if byte.is_ascii_whitespace() || byte == b'/' => {
                let next = bytes.get(at.saturating_add(1)).copied().unwrap_or(b'>');
                let begins = !next.is_ascii_whitespace() && !matches!(next, b'/' | b'>' | b'=');
                attributes = attributes.saturating_add(begins.into());
                if begins && attributes == MOST {
                    cut = Some(at);
                }
                at = at.saturating_add(1);
            }
            _ => at = at.saturating_add(1),
        }
    }
    Tag { end: at.min(bytes.len()), cut }
}

fn comment_end(bytes: &[u8], start: usize) -> usize {
    let inside = start.saturating_add(3);
    let rest = bytes.get(inside..).unwrap_or_default();
    if rest.starts_with(b">") || rest.starts_with(b"->") {
        return inside;
    }
    let ends = ["-->", "--!>"].map(|end| memmem::find(rest, end.as_bytes()));
    ends.into_iter().flatten().min().map_or(bytes.len(), |end| inside.saturating_add(end))
}

/// Behind the quotes of a value, or where one without quotes begins.
fn value_end(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    let at = at.saturating_add(rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count());
    match bytes.get(at).copied() {
        Some(quote @ (b'"' | b'\'')) => {
            let inside = at.saturating_add(1);
            find(bytes, inside, |rest| memchr(quote, rest)).map_or(bytes.len(), |end| end.saturating_add(1))
        }
        Some(_) | None => at,
    }
}

/// Behind the text of a script or a style, which has no tags in it.
fn after_raw(bytes: &[u8], start: usize, end: usize) -> usize {
    let name = |from: usize, raw: &str| {
        let name = bytes.get(from..from.saturating_add(raw.len()));
        name.is_some_and(|name| name.eq_ignore_ascii_case(raw.as_bytes()))
    };
    let Some(raw) = ["script", "style", "textarea", "title"].into_iter().find(|raw| name(start, raw)) else {
        return end;
    };
    let mut at = end;
    while let Some(close) = find(bytes, at, |rest| memmem::find(rest, b"</")) {
        at = close.saturating_add(2);
        if name(at, raw) {
            return close;
        }
    }
    bytes.len()
}

fn find(bytes: &[u8], from: usize, finder: impl Fn(&[u8]) -> Option<usize>) -> Option<usize> {
    finder(bytes.get(from..)?).map(|at| from.saturating_add(at))
}

#[cfg(test)]
mod tests {
    use super::trimmed;

    #[track_caller]
    fn check(html: &str, expected: &str) {
        assert_eq!(trimmed(html), expected);
    }

    #[test]
    fn tags_keep_as_many_attributes_as_pages_have() {
        let many = " a=1".repeat(300);
        let few = " a=1".repeat(255);
        check(&format!("<p{many}>Sales</p><p>rose"), &format!("<p{few}>Sales</p><p>rose"));
        check(&format!("<p{many}"), &format!("<p{few}"));
    }

    #[test]
    fn everything_else_stays() {
        let words = " a > b \u{e9}".repeat(300);
        for html in [
            format!("<p title=\"{words}\" class='{words}'>Sales</p>"),
            format!("<script>if (a<b) {{ {words} \"</p>\" }}</script><p>Sales</p>"),
            format!("<!-- <a {words} --><p>5 < 6 and{words}"),
            format!("<p{}a=1 />Sales", " ".repeat(500)),
            "<!--><p>Sales".to_owned(),
            "<".repeat(10),
        ] {
            check(&html, &html);
        }
    }
}
