//! The rows of a table: columns stay where they are, figures are marked in place, and their labels stand below.

use crate::model::Report;
use crate::renderer::View;
use crate::renderer::annotated::gutter::Gutter;
use crate::renderer::annotated::ink::{Ink, glued};
use crate::renderer::annotated::label::label;
use crate::renderer::annotated::line::Line;
use crate::renderer::annotated::shade::Shade;
use crate::renderer::annotated::squeeze::squeeze;
use crate::renderer::mark::Mark;
use crate::renderer::text::push_aligned;

/// Writes the rows of a table, as narrow as they can be, with the labels of each below it.
pub(super) fn write(lines: &[Line<'_>], report: &Report, view: &View, gutter: &Gutter, shown: &mut String) {
    let mut rows: Vec<Ink> = lines.iter().map(|line| marked(*line, report, view)).collect();
    squeeze(&mut rows, usize::from(gutter.room));
    for (line, ink) in lines.iter().zip(&rows) {
        let end = ink.text().trim_end().len();
        gutter.rows(Some(line.number), ink, std::slice::from_ref(&(0..end)), ["", ""], shown);
        let labels = labels(*line, report, view);
        if !labels.text().is_empty() {
            let [sign, indent] = if view.unicode { ["↳ ", "  "] } else { ["-> ", "   "] };
            let room = gutter.room.saturating_sub(3);
            gutter.rows(None, &labels, &labels.rows(room, room), [sign, indent], shown);
        }
    }
}

fn marked(line: Line<'_>, report: &Report, view: &View) -> Ink {
    let (text, span) = (report.text(), line.span);
    let mut ink = Ink::default();
    let mut at = span.start;
    let mut owed = false;
    for mark in line.marks {
        let (start, end) = (mark.span.start.max(at), mark.span.end.min(span.end).max(at));
        let before = text.get(at..start).unwrap_or_default();
        ink.pushed(rest(before, owed), None, push_aligned);
        let bracketed = !view.color && is_labelled(mark, view);
        if bracketed {
            ink.give_up_space();
            ink.plain("[");
        }
        let shade = mark.facts.first().map_or(Shade::Unlinked, |fact| Shade::of(fact));
        ink.pushed(text.get(start..end).unwrap_or_default(), Some(shade), push_aligned);
        if bracketed {
            ink.plain("]");
        }
        (at, owed) = (end, bracketed);
    }
    ink.pushed(rest(text.get(at..span.end).unwrap_or_default(), owed), None, push_aligned);
    ink
}

/// A bracket takes the place of a space where there are several, so that columns stay where they are.
fn rest(text: &str, owed: bool) -> &str {
    text.strip_prefix(' ').filter(|rest| owed && rest.starts_with(' ')).unwrap_or(text)
}

fn is_labelled(mark: &Mark<'_>, view: &View) -> bool {
    !mark.facts.is_empty() || view.include_unlinked
}

/// What each figure of the row is, in its order.
fn labels(line: Line<'_>, report: &Report, view: &View) -> Ink {
    let mut ink = Ink::default();
    for mark in line.marks.iter().filter(|mark| is_labelled(mark, view)) {
        if !ink.text().is_empty() {
            ink.shaded("; ", Shade::Aside);
        }
        let shade = mark.facts.first().map_or(Shade::Unlinked, |fact| Shade::of(fact));
        ink.shaded(&glued(mark.span.of(report.text())), shade);
        ink.shaded(&format!("\u{a0}{}", label(mark, report, view.style())), Shade::Aside);
    }
    ink
}
