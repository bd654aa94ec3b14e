//! What stands around a table: the title, lines with a mark, the end.

use std::borrow::Cow;

use crate::model::{CheckKind, CheckStatus, Period, Report};
use crate::renderer::sheet::{Sheet, Tint};
use crate::renderer::table::grid::grid;
use crate::renderer::text::{clip, clip_start, printable, width};
use crate::renderer::{View, warnings};

/// Company, period, kind of text.
pub(crate) fn about(report: &Report, view: &View) -> String {
    let company = report.company.name.as_deref().map(printable);
    let ticker = report.company.ticker.as_deref().map(|ticker| format!("({})", printable(ticker)));
    let company =
        company.map(|name| [Some(name.into_owned()), ticker].into_iter().flatten().collect::<Vec<_>>().join(" "));
    let parts = [company, report.period.map(Period::label), Some(report.kind.name().replace('_', " "))];
    parts.into_iter().flatten().collect::<Vec<_>>().join(view.style().dot())
}

/// The name of a document.
pub(crate) fn source(name: &str) -> Cow<'_, str> {
    if name == "-" { "standard input".into() } else { printable(name) }
}

/// Company, period, kind of text, source, in one line of the terminal.
pub(crate) fn title(report: &Report, view: &View) -> String {
    let (width_of_view, style) = (usize::from(view.width), view.style());
    let (about, source) = (about(report, view), source(&report.document.name));
    let room = width_of_view.saturating_sub(width(&about) + width(style.dot())).max(SOURCE_ROOM);
    let line = format!("{about}{}{}", style.dot(), clip_start(&source, room, style.ellipsis()));
    format!("{}\n", painted(&clip(&line, width_of_view, style.ellipsis()), view))
}

/// What a source is cut to at most, however long the company's name is.
const SOURCE_ROOM: usize = 16;

/// Checks that found something: all that are inconsistent, and stated verdicts that hold.
pub(crate) fn checks(report: &Report, view: &View) -> Sheet {
    let (right, wrong) = if view.unicode { ("✓", "✗") } else { ("ok", "!!") };
    let rows = view.checks(report).filter_map(|check| {
        let (mark, tint) = match (check.status, check.kind) {
            (CheckStatus::Inconsistent, _) => (wrong, Tint::Bad),
            (CheckStatus::Consistent, CheckKind::Verdict) => (right, Tint::Good),
            (CheckStatus::Consistent, _) => return None,
        };
        Some((mark, tint, check.message.as_str()))
    });
    Sheet::marked(rows)
}

/// How many checks hold, where any do.
pub(super) fn agreement(report: &Report, view: &View) -> Sheet {
    let count = report.checks.iter().filter(|check| check.status == CheckStatus::Consistent).count();
    let line = match (count, count == report.checks.len()) {
        (0, _) => return Sheet::default(),
        (1, _) => "1 check of these figures agrees".to_owned(),
        (_, true) => format!("All {count} checks of these figures agree"),
        (_, false) => format!("{count} of {} checks of these figures agree", report.checks.len()),
    };
    let mark = if view.unicode { "✓" } else { "ok" };
    Sheet::marked(std::iter::once((mark, Tint::Good, line.as_str())))
}

/// What the reader should know.
pub(crate) fn notes(report: &Report) -> Sheet {
    Sheet::marked(warnings(report).map(|warning| ("!", Tint::Warning, warning)))
}

/// A line in bold, where colours may be used.
fn painted(line: &str, view: &View) -> String {
    if view.color { format!("\u{1b}[1m{line}\u{1b}[0m") } else { line.to_owned() }
}

/// The title, and below it what there is to say.
pub(super) fn write(report: &Report, sheets: Vec<Sheet>, view: &View, out: &mut Vec<u8>) {
    let rest = sheets.into_iter().map(|sheet| grid(sheet, view));
    sections(&std::iter::once(title(report, view)).chain(rest).collect::<Vec<_>>(), out);
}

/// The parts that are there, an empty line between two.
pub(crate) fn sections(parts: &[String], out: &mut Vec<u8>) {
    for (index, part) in parts.iter().filter(|part| !part.is_empty()).enumerate() {
        if index > 0 {
            out.push(b'\n');
        }
        out.extend_from_slice(part.as_bytes());
    }
}
