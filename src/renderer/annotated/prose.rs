//! A line of running text: wrapped, with a label after each figure.

use crate::model::{Report, Span};
use crate::renderer::View;
use crate::renderer::annotated::gutter::Gutter;
use crate::renderer::annotated::ink::{Ink, glued};
use crate::renderer::annotated::label::label;
use crate::renderer::annotated::line::Line;
use crate::renderer::annotated::shade::Shade;
use crate::renderer::mark::Mark;
use crate::renderer::text::{push_aligned, push_printable};

/// Writes the rows of a line.
pub(super) fn write(line: Line<'_>, report: &Report, view: &View, gutter: &Gutter, shown: &mut String) {
    let text = line.span.of(report.text());
    let lead = text.len() - text.trim_start().len();
    let indent = indent(text.get(..lead).unwrap_or_default(), gutter.room);
    let span = Span::new(line.span.start + lead, line.span.start + text.trim_end().len().max(lead));
    let ink = marked(Line { span, ..line }, report, view);
    let hanging = format!("{indent}{}", " ".repeat(bullet(ink.text())));
    let room = |indent: &str| gutter.room.saturating_sub(u16::try_from(indent.len()).unwrap_or(u16::MAX));
    let rows = ink.rows(room(&indent), room(&hanging));
    gutter.rows(Some(line.number), &ink, &rows, [&indent, &hanging], shown);
}

/// The white space before a line, of which no more is kept than a quarter of the room.
fn indent(space: &str, room: u16) -> String {
    let mut indent = String::new();
    space.chars().take(usize::from(room / 4)).for_each(|c| push_aligned(&mut indent, c));
    indent.truncate(usize::from(room / 4));
    indent
}

/// How far the text of a point stands in from its bullet; zero where a line has none.
fn bullet(text: &str) -> usize {
    let is_point = text.starts_with(['•', '-', '*', '–', '—', '·', '▪', '◦', '●', '■', 'o']);
    let space = text.char_indices().nth(1).is_some_and(|(_, c)| c == ' ');
    if is_point && space { 2 } else { 0 }
}

fn marked(line: Line<'_>, report: &Report, view: &View) -> Ink {
    let (text, span) = (report.text(), line.span);
    let mut ink = Ink::default();
    let mut at = span.start;
    for mark in line.marks {
        let (start, end) = (mark.span.start.max(at), mark.span.end.min(span.end).max(at));
        ink.pushed(text.get(at..start).unwrap_or_default(), None, push_printable);
        let figure = Figure { mark, text: text.get(start..end).unwrap_or_default(), ends: mark.span.end <= span.end };
        figure.push(&mut ink, report, view);
        at = end;
    }
    ink.pushed(text.get(at..span.end).unwrap_or_default(), None, push_printable);
    ink
}

/// A figure of at most so many bytes is not broken over rows.
const SHORT: usize = 20;

/// What a line has of a mark.
struct Figure<'a> {
    mark: &'a Mark<'a>,
    text: &'a str,
    /// Whether the mark ends in this line.
    ends: bool,
}

impl Figure<'_> {
    fn push(&self, ink: &mut Ink, report: &Report, view: &View) {
        let fact = self.mark.facts.first();
        let shade = fact.map_or(Shade::Unlinked, |fact| Shade::of(fact));
        let labelled = fact.is_some() || view.include_unlinked;
        let [open, close] = if view.color || !labelled { ["", ""] } else { ["[", "]"] };
        ink.plain(open);
        if self.text.len() <= SHORT {
            ink.shaded(&glued(self.text), shade);
        } else {
            ink.pushed(self.text, Some(shade), push_printable);
        }
        ink.plain(close);
        if labelled && self.ends {
            let gap = if view.color { "\u{a0}" } else { "" };
            let label = label(self.mark, report, view.style());
            ink.shaded(&format!("{gap}({label})"), Shade::Aside);
        }
    }
}
