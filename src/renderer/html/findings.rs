//! What follows from the figures: ratios, checks of the text against its own numbers, and what the reader should know.

use maud::{Markup, html};

use crate::model::{Check, CheckKind, CheckStatus, Ratio};
use crate::renderer::html::figures::{self, Heading, Line};
use crate::renderer::html::sheet::Sheet;
use crate::renderer::text::printable;
use crate::renderer::{label, warnings};

/// Margins and the like.
pub(super) fn ratios(sheet: &Sheet<'_>) -> Option<Markup> {
    const HEADINGS: [Heading; 3] = [Heading::words("Ratio"), Heading::words("Period"), Heading::numbers("Value")];
    let rows: Vec<Line> = sheet.view.ratios(sheet.report).map(|ratio| line(ratio, sheet)).collect();
    (!rows.is_empty()).then(|| {
        html! {
            section.ratios { (sheet.heading("Ratios")) (figures::table("Ratios worked out from the figures", &HEADINGS, &rows)) }
        }
    })
}

fn line(ratio: &Ratio, sheet: &Sheet<'_>) -> Line {
    let basis = ratio.basis.map(|basis| format!(" ({})", label::basis_name(basis))).unwrap_or_default();
    let own = ratio.period.filter(|period| sheet.report.period != Some(*period));
    let value = sheet.style().within(ratio.unit, ratio.value, ratio.interval);
    Line {
        anchor: None,
        head: html! { (ratio.label) (basis) },
        cells: vec![own.map(|period| html! { (period.label()) }), Some(html! { (value) })],
    }
}

/// What disagrees, and stated verdicts that hold.
pub(super) fn checks(sheet: &Sheet<'_>) -> Option<Markup> {
    let told = |check: &&Check| check.status == CheckStatus::Inconsistent || check.kind == CheckKind::Verdict;
    let checks: Vec<&Check> = sheet.view.checks(sheet.report).filter(told).collect();
    (!checks.is_empty()).then(|| {
        html! {
            section.checks {
                (sheet.heading("Checks"))
                ul { @for check in checks { (finding(check)) } }
            }
        }
    })
}

fn finding(check: &Check) -> Markup {
    let (sign, class, word) = match check.status {
        CheckStatus::Consistent => ("✓", "beat", "consistent"),
        CheckStatus::Inconsistent => ("✗", "miss", "inconsistent"),
    };
    html! {
        li {
            span.verdict.(class) { span.sign aria-hidden="true" { (sign) } " " (word) }
            " " (printable(&check.message))
        }
    }
}

/// What the reader should know.
pub(super) fn notes(sheet: &Sheet<'_>) -> Option<Markup> {
    let mut notes = warnings(sheet.report).peekable();
    notes.peek().is_some().then(|| {
        html! {
            section.notes { (sheet.heading("Notes")) ul { @for note in notes { li { (printable(note)) } } } }
        }
    })
}
