//! The places of the page that links lead to. Which number a document has is only known when all are in order, so a
//! character that is nowhere else in the page stands for it until then.

use std::fmt::Write as _;
use std::io::{self, Write};

use maud::Render;
use memchr::memchr;

/// A place within the part of one document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    /// The whole part.
    Document,
    /// A row of the results, by its place among the line items that are shown.
    Result(usize),
    /// A row of the guidance, likewise.
    Guidance(usize),
    /// A figure in the article, by the id of its fact.
    Fact(usize),
    /// The article.
    Article,
}

/// Stands for the document's number. Control characters of a document never reach the page as they are.
const NUMBER: char = '\0';

impl Render for Anchor {
    fn render_to(&self, buffer: &mut String) {
        // A String takes everything.
        let _ = match self {
            Self::Document => write!(buffer, "d{NUMBER}"),
            Self::Result(place) => write!(buffer, "d{NUMBER}-i{place}"),
            Self::Guidance(place) => write!(buffer, "d{NUMBER}-g{place}"),
            Self::Fact(id) => write!(buffer, "d{NUMBER}-f{id}"),
            Self::Article => write!(buffer, "d{NUMBER}-text"),
        };
    }
}

/// Where the part of the document with this number is.
pub(super) fn document(number: usize) -> String {
    format!("d{number}")
}

/// Writes the part of a document with its number in every anchor.
pub(super) fn numbered(number: usize, part: &[u8], out: &mut dyn Write) -> io::Result<()> {
    let mut rest = part;
    while let Some(at) = memchr(NUMBER as u8, rest) {
        let (before, after) = rest.split_at(at);
        out.write_all(before)?;
        write!(out, "{number}")?;
        rest = after.get(1..).unwrap_or_default();
    }
    out.write_all(rest)
}

#[cfg(test)]
mod tests {
    use super::{Anchor, document, numbered};
    use maud::html;

    #[track_caller]
    fn check(anchor: Anchor, expected: &str) {
        let part = html! { a href={ "#" (anchor) } { "x" } }.into_string();
        let mut out = Vec::new();
        numbered(12, part.as_bytes(), &mut out).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), format!("<a href=\"#{expected}\">x</a>"));
    }

    #[test]
    fn every_anchor_gets_the_number_of_its_document() {
        check(Anchor::Document, &document(12));
        check(Anchor::Fact(3), "d12-f3");
        check(Anchor::Result(0), "d12-i0");
    }
}
