//! What stands on the left of the text: the number of a line on its first row, with a link to it where the terminal
//! follows one.

use std::ops::Range;

use crate::model::Report;
use crate::renderer::View;
use crate::renderer::annotated::ink::{Ink, painted};
use crate::renderer::annotated::shade::Shade;
use crate::renderer::link::Link;

/// The column of the line numbers of one text.
pub(super) struct Gutter {
    /// How wide the numbers are.
    digits: usize,
    /// How wide the text may be.
    pub(super) room: u16,
    link: Option<Link>,
    color: bool,
    unicode: bool,
}

/// Below this a text is cut by the terminal.
const NARROWEST: u16 = 16;

/// What stands between a number and its text: a bar with a space on each side.
const BAR: u16 = 3;

impl Gutter {
    pub(super) fn of(report: &Report, view: &View) -> Self {
        let lines = report.text().split_terminator('\n').count().max(1);
        let digits = usize::try_from(lines.ilog10()).unwrap_or(0) + 1;
        let digits = digits.max(3);
        let taken = u16::try_from(digits).unwrap_or(u16::MAX).saturating_add(BAR);
        Self {
            digits,
            room: view.width.saturating_sub(taken).max(NARROWEST),
            link: Link::of(report, view),
            color: view.color,
            unicode: view.unicode,
        }
    }

    /// Writes the rows of a line, with its number before the first and `indent` before each of the others.
    pub(super) fn rows(
        &self,
        number: Option<usize>,
        ink: &Ink,
        rows: &[Range<usize>],
        indent: [&str; 2],
        out: &mut String,
    ) {
        let empty = 0..0;
        for (index, row) in rows.iter().chain(rows.is_empty().then_some(&empty)).enumerate() {
            let first = index == 0;
            self.begin(number.filter(|_| first), out);
            if !row.is_empty() {
                let [own, others] = indent;
                out.push(' ');
                out.push_str(if first { own } else { others });
                ink.write(row, self.color, out);
            }
            out.push('\n');
        }
    }

    /// Writes the sign that lines are left out.
    pub(super) fn skipped(&self, out: &mut String) {
        let sign = if self.unicode { "⋯" } else { "..." };
        out.push_str(&painted(&format!("{sign:>width$}", width = self.digits), Shade::Aside, self.color));
        out.push('\n');
    }

    fn begin(&self, number: Option<usize>, out: &mut String) {
        let bar = if self.unicode { "│" } else { "|" };
        let digits = number.map(|number| number.to_string()).unwrap_or_default();
        out.extend(std::iter::repeat_n(' ', self.digits.saturating_sub(digits.len())));
        let linked = match (number, &self.link) {
            (Some(number), Some(link)) => link.around(number, &digits),
            (_, _) => digits,
        };
        out.push_str(&painted(&format!("{linked} {bar}"), Shade::Aside, self.color));
    }
}
