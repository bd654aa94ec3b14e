//! Tables in Markdown, as GitHub has it: for a README, an issue or a note. They say what the tables of a terminal say;
//! nothing in them can end a cell, begin a tag or stand for anything but itself.

mod escape;
mod pipe;

use std::io::{self, Write};

use crate::model::Report;
use crate::renderer::markdown::escape::escaped;
use crate::renderer::markdown::pipe::block;
use crate::renderer::table::{documents, facts, items, page};
use crate::renderer::{Overview, Renderer, Rows, View};

/// Tables in Markdown.
pub(crate) struct Markdown {
    view: View,
}

/// Markdown is wrapped by whoever shows it.
const WIDTH: u16 = 240;

impl Markdown {
    pub(crate) fn new(view: View) -> Self {
        Self { view: View { width: WIDTH, color: false, unicode: true, links: None, ..view } }
    }
}

impl Renderer for Markdown {
    fn report(&self, report: &Report, out: &mut Vec<u8>) {
        let view = &self.view;
        let sheets = match view.rows {
            Rows::Items => items::sheets(report, view),
            Rows::Facts => facts::sheets(report, view),
            Rows::Documents => return,
        };
        let source = page::source(&report.document.name);
        let title = format!("## {}{}{}\n", escaped(&page::about(report, view)), view.style().dot(), escaped(&source));
        let blocks = sheets.into_iter().map(|sheet| block(sheet, view));
        page::sections(&std::iter::once(title).chain(blocks).collect::<Vec<_>>(), out);
    }

    fn between(&self) -> &'static [u8] {
        match self.view.rows {
            Rows::Items | Rows::Facts => b"\n",
            Rows::Documents => b"",
        }
    }

    fn wants_summaries(&self) -> bool {
        self.view.rows == Rows::Documents
    }

    fn finish(&self, overview: &Overview, out: &mut dyn Write) -> io::Result<()> {
        if self.view.rows != Rows::Documents {
            return Ok(());
        }
        let table = block(documents::sheet(&overview.rows, &self.view), &self.view);
        let gap = if table.is_empty() { "" } else { "\n" };
        writeln!(out, "{table}{gap}{}", escaped(&documents::footer(&overview.tally, &self.view)))
    }
}

#[cfg(test)]
mod tests {
    use super::Markdown;
    use crate::model::Report;
    use crate::renderer::{Overview, Renderer, Rows, Summary, View, sample};

    fn shown(rows: Rows, report: &Report) -> String {
        let (mut out, mut overview) = (Vec::new(), Overview::default());
        let markdown = Markdown::new(View { rows, ..View::default() });
        markdown.report(report, &mut out);
        overview.rows.push(Summary::of(report));
        overview.tally.add(overview.rows.first());
        markdown.finish(&overview, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[track_caller]
    fn check(rows: Rows, expected: &[&str]) {
        let shown = shown(rows, &sample::meta());
        assert_eq!(shown.lines().collect::<Vec<_>>(), expected, "\n{shown}");
    }

    #[test]
    fn line_items() {
        check(
            Rows::Items,
            &[
                "## Meta · Q4 2024 · article · meta.txt",
                "",
                "| Metric               | Period  | Actual | Estimate |    Surprise | Year ago | Growth |",
                "| -------------------- | ------- | -----: | -------: | ----------: | -------: | -----: |",
                "| Revenue              |         | $48.4B |  $46.99B |  +3.0% beat | $40.0B\\* |   +21% |",
                "| EPS (adj.)           |         |  $8.02 |    $6.76 | +18.6% beat |        – |      – |",
                "| Capital expenditures | FY 2024 |   $39B |        – |           – |        – |      – |",
                "",
                "\\* implied by the stated growth",
                "",
                "| Guidance             | Period  |   Range | Action     | Last actual |       Growth |",
                "| -------------------- | ------- | ------: | ---------- | ----------: | -----------: |",
                "| Capital expenditures | FY 2025 | $60–65B | reaffirmed |        $39B | +54% to +67% |",
                "",
                "| Ratio      | Value |",
                "| ---------- | ----: |",
                "| Net margin | 43.0% |",
                "",
                "- ✓ The text says that revenue beat expectations, and it did by 3.0%.",
            ],
        );
    }

    #[test]
    fn documents() {
        check(
            Rows::Documents,
            &[
                "| Document | Company | Period  | Revenue | Growth |   Surprise |   EPS |    Surprise | Guidance                 |",
                "| -------- | ------- | ------- | ------: | -----: | ---------: | ----: | ----------: | ------------------------ |",
                "| meta.txt | Meta    | Q4 2024 |  $48.4B |   +21% | +3.0% beat | $8.02 | +18.6% beat | capex $60–65B reaffirmed |",
                "",
                "1 document · revenue: 1 beat, 0 missed, 0 in line · EPS: 1 beat, 0 missed, 0 in line",
            ],
        );
    }

    #[test]
    fn a_hostile_text_stays_in_its_cells() {
        for rows in [Rows::Items, Rows::Facts, Rows::Documents] {
            let shown = shown(rows, &sample::hostile());
            assert!(!shown.contains(['\u{1b}', '\u{202e}', '<', '\r']), "{shown}");
            assert!(shown.contains("\\|&lt;b&gt;"), "{shown}");
        }
    }
}
