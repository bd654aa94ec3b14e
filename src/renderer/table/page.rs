//! What stands around a table: the title, lines with a mark, the end.

use crate::model::{CheckKind, CheckStatus, Period, Report};
use crate::renderer::table::grid::{Cell, Column, Tint, grid};
use crate::renderer::text::{clip, clip_start, printable, width};
use crate::renderer::{View, warnings};

/// Company, period, kind of text, source.
pub(super) fn title(report: &Report, view: &View) -> String {
    let (width_of_view, style) = (usize::from(view.width), view.style());
    let company = report.company.name.as_deref().map(printable);
    let ticker = report.company.ticker.as_deref().map(|ticker| format!("({})", printable(ticker)));
    let company =
        company.map(|name| [Some(name.into_owned()), ticker].into_iter().flatten().collect::<Vec<_>>().join(" "));
    let parts = [company, report.period.map(Period::label), Some(report.kind.name().replace('_', " "))];
    let about = parts.into_iter().flatten().collect::<Vec<_>>().join(style.dot());
    let source = if report.document.name == "-" { "standard input".into() } else { printable(&report.document.name) };
    let room = width_of_view.saturating_sub(width(&about) + width(style.dot())).max(SOURCE_ROOM);
    let line = format!("{about}{}{}", style.dot(), clip_start(&source, room, style.ellipsis()));
    format!("{}\n", painted(&clip(&line, width_of_view, style.ellipsis()), view))
}

/// What a source is cut to at most, however long the company's name is.
const SOURCE_ROOM: usize = 16;

/// Checks that found something: all that are inconsistent, and stated verdicts that hold.
pub(super) fn checks(report: &Report, view: &View) -> String {
    let (right, wrong) = if view.unicode { ("✓", "✗") } else { ("ok", "!!") };
    let rows = view.checks(report).filter_map(|check| {
        let (mark, tint) = match (check.status, check.kind) {
            (CheckStatus::Inconsistent, _) => (wrong, Tint::Bad),
            (CheckStatus::Consistent, CheckKind::Verdict) => (right, Tint::Good),
            (CheckStatus::Consistent, _) => return None,
        };
        Some((mark, tint, check.message.as_str()))
    });
    marked(rows, view)
}

/// How many checks hold, where any do.
pub(super) fn agreement(report: &Report, view: &View) -> String {
    let count = report.checks.iter().filter(|check| check.status == CheckStatus::Consistent).count();
    let line = match (count, count == report.checks.len()) {
        (0, _) => return String::new(),
        (1, _) => "1 check of these figures agrees".to_owned(),
        (_, true) => format!("All {count} checks of these figures agree"),
        (_, false) => format!("{count} of {} checks of these figures agree", report.checks.len()),
    };
    let mark = if view.unicode { "✓" } else { "ok" };
    marked(std::iter::once((mark, Tint::Good, line.as_str())), view)
}

/// What the reader should know.
pub(super) fn notes(report: &Report, view: &View) -> String {
    marked(warnings(report).map(|warning| ("!", Tint::Warning, warning)), view)
}

/// Lines with a mark before each, wrapped to the width.
fn marked<'a>(lines: impl Iterator<Item = (&'a str, Tint, &'a str)>, view: &View) -> String {
    let rows = lines.map(|(mark, tint, line)| vec![Cell::new(mark, tint), Cell::plain(line)]).collect();
    grid(&[Column::text(""), Column::text("")], rows, view)
}

/// A line in bold, where colours may be used.
fn painted(line: &str, view: &View) -> String {
    if view.color { format!("\u{1b}[1m{line}\u{1b}[0m") } else { line.to_owned() }
}

/// The parts that are there, an empty line between two.
pub(super) fn sections(parts: &[String], out: &mut Vec<u8>) {
    for (index, part) in parts.iter().filter(|part| !part.is_empty()).enumerate() {
        if index > 0 {
            out.push(b'\n');
        }
        out.extend_from_slice(part.as_bytes());
    }
}
