//! A table with a row for each document, and what they add up to.

use std::io::{self, Write};

use crate::model::{Measure, Quantity, Report, Surprise};
use crate::renderer::documents::{Guided, Summary, Tally, Verdicts};
use crate::renderer::sheet::{Cell, Column, Sheet, Tint};
use crate::renderer::table::grid::grid;
use crate::renderer::table::{items, page};
use crate::renderer::text::{clip, clip_start, printable};
use crate::renderer::{Overview, Renderer, View, figure, label};

/// A table with a row for each document.
pub(super) struct Documents {
    view: View,
}

impl Documents {
    pub(super) fn new(view: View) -> Self {
        Self { view }
    }
}

impl Renderer for Documents {
    fn report(&self, _report: &Report, _out: &mut Vec<u8>) {}

    fn wants_summaries(&self) -> bool {
        true
    }

    fn finish(&self, overview: &Overview, out: &mut dyn Write) -> io::Result<()> {
        let view = &self.view;
        let sheet = sheet(&overview.rows, view);
        let gap = if sheet.is_empty() { "" } else { "\n" };
        let footer = Sheet::sentence(&footer(&overview.tally, view));
        write!(out, "{}{gap}{}", grid(sheet, view), grid(footer, view))
    }
}

/// The rows, in as many columns as the width has room for.
pub(crate) fn sheet(rows: &[Summary], view: &View) -> Sheet {
    if view.width >= WIDE {
        Sheet::new(COLUMNS, rows.iter().map(|row| cells(row, view)).collect())
    } else {
        Sheet::new(STACKED, rows.iter().map(|row| stacked(row, view)).collect())
    }
}

/// From here on every column has a place of its own; below, cells have two lines.
const WIDE: u16 = 120;

const COLUMNS: &[Column] = &[
    Column::name("Document"),
    Column::text("Company"),
    Column::text("Period"),
    Column::numbers("Revenue"),
    Column::numbers("Growth"),
    Column::numbers("Surprise"),
    Column::numbers("EPS"),
    Column::numbers("Surprise"),
    Column::text("Guidance"),
    Column::text("!"),
];

fn cells(row: &Summary, view: &View) -> Vec<Cell> {
    vec![
        document(row, view),
        company(row, view),
        period(row),
        level(row.revenue.as_ref(), view),
        items::growth(row.revenue_growth.as_ref(), view),
        surprise(row.revenue_surprise.as_ref(), view),
        level(row.eps.as_ref(), view),
        surprise(row.eps_surprise.as_ref(), view),
        guidance(row.guidance.as_ref(), view),
        warnings(row),
    ]
}

const STACKED: &[Column] = &[
    Column::name("Document"),
    Column::text("Period"),
    Column::numbers("Revenue"),
    Column::numbers("EPS"),
    Column::text("Guidance"),
    Column::text("!"),
];

/// The same in cells of two lines: company under document, surprise under the figure.
fn stacked(row: &Summary, view: &View) -> Vec<Cell> {
    let growth = items::growth(row.revenue_growth.as_ref(), view);
    let revenue = level(row.revenue.as_ref(), view).beside(&growth, ", ");
    vec![
        document(row, view).above(&company(row, view)),
        period(row),
        revenue.above(&surprise(row.revenue_surprise.as_ref(), view)),
        level(row.eps.as_ref(), view).above(&surprise(row.eps_surprise.as_ref(), view)),
        guidance(row.guidance.as_ref(), view),
        warnings(row),
    ]
}

/// A document's name is cut so that it fits; its end tells more than its beginning.
fn document(row: &Summary, view: &View) -> Cell {
    let name = page::source(&row.document);
    Cell::plain(&clip_start(&name, name_room(view), view.style().ellipsis()))
}

fn company(row: &Summary, view: &View) -> Cell {
    let name = printable(row.company.as_deref().unwrap_or_default());
    Cell::plain(&clip(&name, name_room(view), view.style().ellipsis()))
}

/// A quarter of the width, or less where there are more columns.
fn name_room(view: &View) -> usize {
    let share = if view.width >= WIDE { 5 } else { 4 };
    usize::from(view.width / share).max(12)
}

fn period(row: &Summary) -> Cell {
    row.period.map_or_else(Cell::none, |period| Cell::plain(&period.label()))
}

fn level(quantity: Option<&Quantity>, view: &View) -> Cell {
    quantity.map_or_else(Cell::none, |quantity| Cell::plain(&view.style().quantity(quantity, Measure::Level)))
}

fn warnings(row: &Summary) -> Cell {
    match row.warnings.len() {
        0 => Cell::none(),
        warnings => Cell::new(&warnings.to_string(), Tint::Warning),
    }
}

fn surprise(surprise: Option<&Surprise>, view: &View) -> Cell {
    let Some(surprise) = surprise else { return Cell::none() };
    let size = surprise.percent.map(|percent| view.style().rate(percent, percent, surprise.interval));
    let text = format!("{} {}", size.unwrap_or_default(), label::verdict(surprise.verdict));
    Cell::new(text.trim_start(), items::verdict_tint(surprise.verdict))
}

fn guidance(guided: Option<&Guided>, view: &View) -> Cell {
    let Some(guided) = guided else { return Cell::none() };
    let metric = guided.metric.key().replace('_', " ");
    let measure = figure::measure(guided.metric, guided.quantity.unit());
    let figure = view.style().quantity(&guided.quantity, measure);
    let action = guided.action.map(|action| format!(" {}", action.name())).unwrap_or_default();
    Cell::new(&format!("{metric} {figure}{action}"), guided.action.map_or(Tint::Plain, items::action_tint))
}

/// What all rows add up to, in one line.
pub(crate) fn footer(tally: &Tally, view: &View) -> String {
    let documents = match tally.documents {
        1 => "1 document".to_owned(),
        documents => format!("{documents} documents"),
    };
    let verdicts = |name: &str, counts: Verdicts| {
        let any = counts != Verdicts::default();
        any.then(|| format!("{name}: {} beat, {} missed, {} in line", counts.beats, counts.misses, counts.in_line))
    };
    let without = (tally.without_figures > 0).then(|| format!("{} without figures", tally.without_figures));
    let failed = (tally.failed > 0).then(|| format!("{} failed", tally.failed));
    let parts =
        [Some(documents), verdicts("revenue", tally.revenue), verdicts("EPS", tally.eps), without, failed].into_iter();
    parts.flatten().collect::<Vec<_>>().join(view.style().dot())
}

#[cfg(test)]
mod tests {
    use super::Documents;
    use crate::renderer::text::width;
    use crate::renderer::{Overview, Renderer, Summary, View, sample};

    fn shown(view: View) -> String {
        let mut overview = Overview::default();
        let mut plain = Summary { document: "transcripts/2024/AAP_q4_2020.txt".into(), ..Summary::default() };
        plain.warnings = vec!["3 bytes were not UTF-8 and were replaced".to_owned()];
        overview.rows = vec![Summary::of(&sample::meta()), plain];
        overview.rows.iter().for_each(|row| overview.tally.add(Some(row)));
        overview.tally.failed = 1;
        let mut out = Vec::new();
        Documents::new(view).finish(&overview, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[track_caller]
    fn check(view: View, expected: &[&str]) {
        let text = shown(view);
        assert_eq!(text.lines().collect::<Vec<_>>(), expected, "\n{text}");
    }

    #[test]
    fn a_row_for_each_document_and_a_footer() {
        check(
            View { width: 140, ..View::default() },
            &[
                "Document                      Company  Period   Revenue  Growth    Surprise    EPS     Surprise  Guidance                  !",
                "────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────",
                "meta.txt                      Meta     Q4 2024   $48.4B    +21%  +3.0% beat  $8.02  +18.6% beat  capex $60–65B reaffirmed",
                "…cripts/2024/AAP_q4_2020.txt                          –       –           –      –            –                            1",
                "",
                "2 documents · revenue: 1 beat, 0 missed, 0 in line · EPS: 1 beat, 0 missed, 0 in line · 1 without figures · 1 failed",
            ],
        );
    }

    #[test]
    fn cells_of_two_lines_where_the_terminal_is_narrow() {
        check(
            View::default(),
            &[
                "Document              Period        Revenue          EPS  Guidance       !",
                "──────────────────────────────────────────────────────────────────────────",
                "meta.txt              Q4 2024  $48.4B, +21%        $8.02  capex $60–65B",
                "Meta                             +3.0% beat  +18.6% beat  reaffirmed",
                "…024/AAP_q4_2020.txt                      –            –                 1",
                "",
                "2 documents · revenue: 1 beat, 0 missed, 0 in line · EPS: 1 beat, 0 missed, 0 in",
                "line · 1 without figures · 1 failed",
            ],
        );
    }

    #[test]
    fn fits_narrow_terminals() {
        for width_of_view in [60, 80, 120] {
            let text = shown(View { width: width_of_view, unicode: false, ..View::default() });
            assert!(text.is_ascii() && text.lines().all(|line| width(line) <= usize::from(width_of_view)), "\n{text}");
        }
    }
}
