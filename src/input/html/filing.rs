//! The wrapper that a filing with the SEC comes in: several documents in one file, each with its type.

/// A part of a filing, or the whole of a page.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part<'a> {
    /// HTML.
    Page(&'a str),
    /// Plain text, without the few tags of its own.
    Lines(String),
}

/// How filings begin.
static HEADS: &[&str] = &["<DOCUMENT>", "<SEC-DOCUMENT>", "<SUBMISSION>", "-----BEGIN PRIVACY-ENHANCED MESSAGE"];

/// Whether a text is a filing or one document out of it.
pub(super) fn is_filing(text: &str) -> bool {
    HEADS.iter().any(|head| text.starts_with(head))
}

/// The documents to be read: of a filing the releases, which are its exhibits 99, or where it has none all with words.
pub(super) fn parts(text: &str) -> impl Iterator<Item = Part<'_>> {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
    let all: Vec<(&str, &str)> = if is_filing(start) { documents(start) } else { Vec::new() };
    let releases = all.iter().any(|(kind, _)| kind.starts_with("EX-99"));
    let wanted = move |kind: &str, body: &str| {
        if releases { kind.starts_with("EX-99") } else { has_words(kind, body) }
    };
    let whole = all.is_empty().then_some(Part::Page(text));
    let documents = all.into_iter().filter(move |(kind, body)| wanted(kind, body)).map(|(_, body)| part(body));
    whole.into_iter().chain(documents)
}

/// Type and text of every document.
fn documents(text: &str) -> Vec<(&str, &str)> {
    let document = |text| {
        let (head, body) = str::split_once(text, "<TEXT>")?;
        let kind = head.split_once("<TYPE>").map_or("", |(_, rest)| rest.split(['\r', '\n', '<']).next().unwrap_or(""));
        Some((kind.trim(), body.split("</TEXT>").next().unwrap_or(body)))
    };
    text.split("<DOCUMENT>").skip(1).filter_map(document).collect()
}

/// Pictures, archives and data have none.
fn has_words(kind: &str, body: &str) -> bool {
    let data = ["GRAPHIC", "ZIP", "EXCEL", "XML", "JSON", "EX-101", "PDF"].iter().any(|data| kind.starts_with(data));
    let start = body.trim_start();
    !data && !["begin 644", "<XBRL>", "<XML>", "<PDF>", "<JSON>"].iter().any(|sign| start.starts_with(sign))
}

fn part(body: &str) -> Part<'_> {
    let head: String = body.trim_start().chars().take(4096).collect::<String>().to_ascii_lowercase();
    let page = ["<html", "<body", "<div", "<p", "<!doctype", "<font", "<center"].iter().any(|tag| has_tag(&head, tag));
    if page { Part::Page(body) } else { Part::Lines(lines(body)) }
}

/// Whether a tag stands there, not only the beginning of its name: `<p` is none of `<page>`.
fn has_tag(head: &str, tag: &str) -> bool {
    head.match_indices(tag).any(|(at, _)| {
        let rest = head.get(at.saturating_add(tag.len())..).unwrap_or_default();
        rest.starts_with(|c: char| c == '>' || c.is_whitespace())
    })
}

/// Tags of plain-text filings: ends of pages, and what marks the columns of a table.
static MARKS: &[&str] = &["<PAGE>", "<TABLE>", "</TABLE>", "<CAPTION>", "</CAPTION>", "<S>", "<C>", "<FN>", "</FN>"];

/// The lines of a plain text without its tags, and without the lines that hold nothing else.
fn lines(body: &str) -> String {
    let mut text = String::with_capacity(body.len());
    for line in body.trim().lines() {
        let marked = line.contains('<');
        let line =
            if marked { MARKS.iter().fold(line.to_owned(), |line, mark| line.replace(mark, "")) } else { line.into() };
        if !(marked && line.trim().is_empty()) {
            text.push_str(line.trim_end());
            text.push('\n');
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Part, parts};

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let shown = parts(text).map(|part| match part {
            Part::Page(html) => format!("page {}", html.trim()),
            Part::Lines(lines) => format!("lines {lines}"),
        });
        assert_eq!(shown.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn of_a_filing_the_releases_are_read() {
        let filing = "<SEC-DOCUMENT>0000-1.txt\n<DOCUMENT>\n<TYPE>8-K\n<TEXT>\n<html>cover</html>\n</TEXT>\n</DOCUMENT>\n\
            <DOCUMENT>\n<TYPE>EX-99.1\n<SEQUENCE>2\n<TEXT>\n<html>release</html>\n</TEXT>\n</DOCUMENT>\n\
            <DOCUMENT>\n<TYPE>GRAPHIC\n<TEXT>\nbegin 644 a.jpg\n</TEXT>\n</DOCUMENT>\n";
        check(filing, &["page <html>release</html>"]);
        check(&filing.replace("EX-99.1", "EX-10"), &["page <html>cover</html>", "page <html>release</html>"]);
    }

    #[test]
    fn plain_texts_lose_the_marks_of_their_tables() {
        check(
            "<DOCUMENT>\n<TYPE>EX-99\n<TEXT>\n<PAGE>\nResults\n<TABLE>\n<CAPTION>\n<S>      <C>\nSales    5\n</TABLE>\n",
            &["lines Results\nSales    5\n"],
        );
    }

    #[test]
    fn everything_else_is_a_page() {
        check("<p>a</p>", &["page <p>a</p>"]);
        check("<DOCUMENT>", &["page <DOCUMENT>"]);
    }
}
