//! The article, with every figure marked where it stands. A mark leads to the row that the figure is in.

mod paragraph;

use std::borrow::Cow;

use maud::{Markup, html};

use crate::model::{Role, Span};
use crate::renderer::html::anchor::Anchor;
use crate::renderer::html::note;
use crate::renderer::html::sheet::Sheet;
use crate::renderer::mark::{Mark, marks};
use crate::renderer::text::is_steering;
use paragraph::{Paragraph, Shape, paragraphs};

/// The whole text, its marks explained above it.
pub(super) fn article(sheet: &Sheet<'_>) -> Markup {
    let marks = marks(sheet.report, sheet.view);
    let text = sheet.report.text();
    html! {
        section.article id=(Anchor::Article) tabindex="-1" {
            (sheet.heading("Text"))
            (legend(&marks))
            div.prose tabindex="0" role="region" aria-label="Text, with its figures marked" {
                @for paragraph in paragraphs(text) { (part(&paragraph, &marks, sheet)) }
            }
        }
    }
}

/// The roles that occur, as their marks look.
fn legend(marks: &[Mark<'_>]) -> Markup {
    let occurs = |role: &&Role| marks.iter().any(|mark| role_of(mark) == Some(**role));
    let in_no_fact = marks.iter().any(|mark| mark.facts.is_empty());
    html! {
        p.legend {
            @for role in Role::ALL.iter().filter(occurs) { mark.(role.name()) { (role.name().replace('_', " ")) } " " }
            @if in_no_fact { mark.unlinked { "in no fact" } }
        }
    }
}

fn role_of(mark: &Mark<'_>) -> Option<Role> {
    mark.facts.first().map(|fact| fact.role)
}

fn part(paragraph: &Paragraph, marks: &[Mark<'_>], sheet: &Sheet<'_>) -> Markup {
    let pieces = pieces(paragraph.span, marks);
    let text = html! { @for piece in &pieces { (written(piece, sheet)) } };
    match paragraph.shape {
        Shape::Prose => html! { p data-line=(paragraph.line) { (text) } },
        Shape::Filled => html! { p.filled data-line=(paragraph.line) { (text) } },
        Shape::Columns => html! { pre data-line=(paragraph.line) tabindex="0" { (text) } },
    }
}

/// A stretch of a paragraph: as it is, or marked.
struct Piece<'a> {
    span: Span,
    mark: Option<&'a Mark<'a>>,
}

/// The paragraph in pieces that follow on each other.
fn pieces<'a>(paragraph: Span, marks: &'a [Mark<'a>]) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let mut at = paragraph.start;
    let rest = marks.get(marks.partition_point(|mark| mark.span.end <= paragraph.start)..).unwrap_or_default();
    for mark in rest.iter().take_while(|mark| mark.span.start < paragraph.end) {
        let start = mark.span.start.max(at);
        let end = mark.span.end.min(paragraph.end);
        pieces.push(Piece { span: Span::new(at, start), mark: None });
        pieces.push(Piece { span: Span::new(start, end), mark: Some(mark) });
        at = end;
    }
    pieces.push(Piece { span: Span::new(at, paragraph.end), mark: None });
    pieces.retain(|piece| piece.span.start < piece.span.end);
    pieces
}

fn written(piece: &Piece<'_>, sheet: &Sheet<'_>) -> Markup {
    let text = harmless(piece.span.of(sheet.report.text()));
    match piece.mark {
        None => html! { (text) },
        // A figure that runs on from another paragraph has its anchor there.
        Some(mark) if mark.span.start < piece.span.start => html! { mark.(class(mark)) { (text) } },
        Some(mark) => marked(mark, &text, sheet),
    }
}

fn marked(mark: &Mark<'_>, text: &str, sheet: &Sheet<'_>) -> Markup {
    let Some((first, others)) = mark.facts.split_first() else {
        let note = mark.unlinked.map(|unlinked| note::of_unlinked(unlinked, sheet.style())).unwrap_or_default();
        return html! { mark.unlinked title=(note) { (text) } };
    };
    let note = note::of_facts(&mark.facts, sheet.report, sheet.style());
    let anchors = html! { @for fact in others { span id=(Anchor::Fact(fact.id)) {} } };
    match sheet.row_of(first) {
        Some(row) => html! {
            mark.(class(mark)) id=(Anchor::Fact(first.id)) tabindex="-1" {
                (anchors) a href={ "#" (row) } title=(note) { (text) }
            }
        },
        None => html! { mark.(class(mark)) id=(Anchor::Fact(first.id)) tabindex="0" title=(note) { (anchors) (text) } },
    }
}

fn class(mark: &Mark<'_>) -> &'static str {
    role_of(mark).map_or("unlinked", Role::name)
}

/// The text as it is written, with what would steer the reader as `\u{1b}`.
fn harmless(text: &str) -> Cow<'_, str> {
    let is_kept = |c: char| matches!(c, '\n' | '\t') || !(c.is_control() || is_steering(c));
    if text.chars().all(is_kept) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\r' => {}
            // Form feed and vertical tab part lines, and are not allowed in a page.
            '\u{b}' | '\u{c}' => shown.push('\n'),
            c if is_kept(c) => shown.push(c),
            c => shown.extend(c.escape_unicode()),
        }
    }
    Cow::Owned(shown)
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(harmless(text), expected);
    }

    #[test]
    fn nothing_steers_and_lines_stay() {
        check("a\r\n  b\tc", "a\n  b\tc");
        check("\u{1b}[31m\0\u{202e}\u{85}", "\\u{1b}[31m\\u{0}\\u{202e}\\u{85}");
        check("one\u{c}two", "one\ntwo");
    }
}
