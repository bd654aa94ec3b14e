//! One document as an analyst wants to see it: line items, guidance, ratios, checks, warnings.

use crate::model::{Action, ConsensusVerdict, Figure, Growth, GuidanceVerdict, Kind, LineItem};
use crate::model::{Ratio, Report, Role, Surprise, Verdict};
use crate::renderer::sheet::{Cell, Column, Sheet, Tint};
use crate::renderer::table::{page, release};
use crate::renderer::{Renderer, View, figure, label};

/// Tables with a row for each line item.
pub(super) struct Items {
    view: View,
}

impl Items {
    pub(super) fn new(view: View) -> Self {
        Self { view }
    }
}

impl Renderer for Items {
    fn report(&self, report: &Report, out: &mut Vec<u8>) {
        page::write(report, sheets(report, &self.view), &self.view, out);
    }

    fn between(&self) -> &'static [u8] {
        b"\n"
    }
}

/// Line items, guidance, ratios, checks, warnings.
pub(crate) fn sheets(report: &Report, view: &View) -> Vec<Sheet> {
    let is_release = report.kind == Kind::PressRelease && view.metrics.is_empty() && view.roles.is_empty();
    if let Some(sheets) = is_release.then(|| release::sheets(report, view)).flatten() {
        return sheets;
    }
    let mut sheets = vec![line_items(report, view), guidance(&guided(report, view), report, view)];
    if sheets.iter().all(Sheet::is_empty) {
        sheets.push(Sheet::sentence("no figures found"));
    }
    sheets.extend([ratios(view.ratios(report), report, view), page::checks(report, view), page::notes(report)]);
    sheets
}

fn line_items(report: &Report, view: &View) -> Sheet {
    const COLUMNS: &[Column] = &[
        Column::text("Metric"),
        Column::text("Period"),
        Column::numbers("Actual"),
        Column::numbers("Estimate"),
        Column::numbers("Surprise"),
        Column::numbers("Year ago"),
        Column::numbers("Growth"),
    ];
    let reported = |item: &&LineItem| {
        let guided = item.guidance.is_some() || item.prior_guidance.is_some();
        let expected = item.estimate.is_some() || item.growth.is_some() || item.year_ago.is_some();
        !item.is_base && (item.actual.is_some() || (expected && !guided))
    };
    let shown = view.shows_role(Role::Actual) || view.shows_role(Role::Estimate);
    let items: Vec<&LineItem> = view.items(report).filter(reported).filter(|_| shown).collect();
    let rows = items.iter().map(|item| item_row(item, report, view)).collect();
    let implied = items.iter().any(|item| item.year_ago.is_none() && item.implied_year_ago.is_some());
    Sheet { note: implied.then_some("* implied by the stated growth"), ..Sheet::new(COLUMNS, rows) }
}

fn item_row(item: &LineItem, report: &Report, view: &View) -> Vec<Cell> {
    vec![
        Cell::plain(&label::item(item, report)),
        period(item, report),
        level(item, &item.actual, view),
        level(item, &item.estimate, view),
        item.surprise.as_ref().map_or_else(Cell::none, |surprise| surprise_cell(item, surprise, view)),
        year_ago(item, view),
        growth(item.growth.as_ref(), view),
    ]
}

/// The period of a line item, where it is not the one of the title.
fn period(item: &LineItem, report: &Report) -> Cell {
    let own = item.period.filter(|period| report.period != Some(*period));
    own.map_or_else(Cell::none, |period| Cell::plain(&period.label()))
}

pub(super) fn level(item: &LineItem, figure: &Option<Figure>, view: &View) -> Cell {
    let measure = figure::measure(item.metric, item.unit);
    let shown = figure.as_ref().map(|figure| view.style().quantity(&figure.quantity, measure));
    shown.map_or_else(Cell::none, |text| Cell::plain(&text))
}

/// The surprise in per cent, or in money where there is no percentage, with the verdict.
pub(super) fn surprise_cell(item: &LineItem, surprise: &Surprise, view: &View) -> Cell {
    let style = view.style();
    let figures = item.actual.as_ref().zip(item.estimate.as_ref());
    let size = match surprise.percent {
        Some(percent) => style.rate(percent, percent, surprise.interval),
        None => figures.map_or_else(String::new, |(actual, estimate)| {
            style.difference(item.unit, surprise.value, [&actual.quantity, &estimate.quantity])
        }),
    };
    Cell::new(format!("{size} {}", label::verdict(surprise.verdict)).trim_start(), verdict_tint(surprise.verdict))
}

pub(super) fn verdict_tint(verdict: Verdict) -> Tint {
    match verdict {
        Verdict::Beat => Tint::Good,
        Verdict::Miss => Tint::Bad,
        Verdict::InLine => Tint::Plain,
    }
}

pub(super) fn year_ago(item: &LineItem, view: &View) -> Cell {
    match (&item.year_ago, &item.implied_year_ago) {
        (Some(_), _) => level(item, &item.year_ago, view),
        (None, Some(implied)) => {
            Cell::plain(&format!("{}*", view.style().within(item.unit, implied.value, implied.interval)))
        }
        (None, None) => Cell::none(),
    }
}

/// A rate with its sign, the swing where there is no rate.
pub(super) fn growth(growth: Option<&Growth>, view: &View) -> Cell {
    let Some(growth) = growth else { return Cell::none() };
    let against = label::comparison(growth.comparison);
    let rate = match (growth.low, growth.high, growth.value, growth.swing) {
        (_, _, _, Some(swing)) => label::swing(swing).to_owned(),
        (Some(low), Some(high), ..) => view.style().rate(low, high, growth.interval),
        (_, _, Some(value), None) => view.style().rate(value, value, growth.interval),
        (_, _, None, None) => return Cell::none(),
    };
    Cell::plain(&format!("{rate}{against}"))
}

fn guided<'a>(report: &'a Report, view: &'a View) -> Vec<&'a LineItem> {
    let shown = view.shows_role(Role::Guidance) || view.shows_role(Role::PriorGuidance);
    let guided = |item: &&LineItem| item.guidance.is_some() || item.prior_guidance.is_some();
    view.items(report).filter(guided).filter(|_| shown).collect()
}

/// What is promised, against what was promised before, what analysts expect and what was last reported.
pub(super) fn guidance(items: &[&LineItem], report: &Report, view: &View) -> Sheet {
    const COLUMNS: &[Column] = &[
        Column::text("Guidance"),
        Column::text("Period"),
        Column::numbers("Range"),
        Column::text("Action"),
        Column::numbers("Prior"),
        Column::numbers("Consensus"),
        Column::numbers("Last actual"),
        Column::numbers("Growth"),
    ];
    Sheet::new(COLUMNS, items.iter().map(|item| guidance_row(item, report, view)).collect())
}

fn guidance_row(item: &LineItem, report: &Report, view: &View) -> Vec<Cell> {
    let reported = item.actual.is_some();
    vec![
        Cell::plain(&label::item(item, report)),
        item.period.map_or_else(Cell::none, |period| Cell::plain(&period.label())),
        level(item, &item.guidance, view),
        action(item),
        level(item, &item.prior_guidance, view),
        if reported { Cell::none() } else { consensus(item, view) },
        if reported { Cell::none() } else { year_ago(item, view) },
        if reported { Cell::none() } else { growth(item.growth.as_ref(), view) },
    ]
}

/// The verb of the text, or what the figures say.
fn action(item: &LineItem) -> Cell {
    let stated = item.guidance.as_ref().and_then(|figure| figure.action);
    let found = item.guidance_change.as_ref().map(|change| change.verdict);
    match (stated, found) {
        (Some(action), _) => Cell::new(action.name(), action_tint(action)),
        (None, Some(verdict)) => Cell::new(verdict.name(), change_tint(verdict)),
        (None, None) => Cell::none(),
    }
}

pub(super) fn action_tint(action: Action) -> Tint {
    match action {
        Action::Raised => Tint::Good,
        Action::Lowered | Action::Withdrawn => Tint::Bad,
        Action::Issued | Action::Narrowed | Action::Widened | Action::Reaffirmed => Tint::Plain,
    }
}

fn change_tint(verdict: GuidanceVerdict) -> Tint {
    match verdict {
        GuidanceVerdict::Raised => Tint::Good,
        GuidanceVerdict::Lowered => Tint::Bad,
        GuidanceVerdict::Narrowed | GuidanceVerdict::Widened | GuidanceVerdict::Reaffirmed => Tint::Plain,
    }
}

/// What analysts expect, and how the guidance stands to it.
fn consensus(item: &LineItem, view: &View) -> Cell {
    let Some(estimate) = &item.estimate else { return Cell::none() };
    let figure = view.style().quantity(&estimate.quantity, figure::measure(item.metric, item.unit));
    let verdict = item.guidance_vs_consensus.as_ref().map(|against| match against.verdict {
        ConsensusVerdict::Above => ", above",
        ConsensusVerdict::Below => ", below",
        ConsensusVerdict::Straddles => ", straddled",
        ConsensusVerdict::InLine => ", in line",
    });
    Cell::plain(&format!("{figure}{}", verdict.unwrap_or_default()))
}

pub(super) fn ratios<'a>(ratios: impl Iterator<Item = &'a Ratio>, report: &Report, view: &View) -> Sheet {
    const COLUMNS: &[Column] = &[Column::text("Ratio"), Column::text("Period"), Column::numbers("Value")];
    let rows = ratios.map(|ratio| {
        let basis = ratio.basis.map(|basis| format!(" ({})", label::basis_name(basis))).unwrap_or_default();
        let own = ratio.period.filter(|period| report.period != Some(*period));
        vec![
            Cell::plain(&format!("{}{basis}", ratio.label)),
            own.map_or_else(Cell::none, |period| Cell::plain(&period.label())),
            Cell::plain(&view.style().within(ratio.unit, ratio.value, ratio.interval)),
        ]
    });
    Sheet::new(COLUMNS, rows.collect())
}

#[cfg(test)]
mod tests {
    use super::Items;
    use crate::model::{CheckStatus, Growth, Report, Role, Swing, Verdict};
    use crate::renderer::text::width;
    use crate::renderer::{Renderer, View, sample};

    const WIDE: u16 = 120;

    fn shown(view: View, report: &Report) -> String {
        let mut out = Vec::new();
        Items::new(view).report(report, &mut out);
        String::from_utf8(out).unwrap()
    }

    #[track_caller]
    fn check(view: View, report: &Report, expected: &[&str]) {
        let shown = shown(view, report);
        assert_eq!(shown.lines().collect::<Vec<_>>(), expected, "\n{shown}");
    }

    #[test]
    fn an_article_on_eighty_columns() {
        check(
            View::default(),
            &sample::meta(),
            &[
                "Meta · Q4 2024 · article · meta.txt",
                "",
                "Metric                Period   Actual  Estimate     Surprise  Year ago  Growth",
                "──────────────────────────────────────────────────────────────────────────────",
                "Revenue                        $48.4B   $46.99B   +3.0% beat   $40.0B*    +21%",
                "EPS (adj.)                      $8.02     $6.76  +18.6% beat         –       –",
                "Capital expenditures  FY 2024    $39B         –            –         –       –",
                "* implied by the stated growth",
                "",
                "Guidance              Period     Range  Action      Last actual        Growth",
                "─────────────────────────────────────────────────────────────────────────────",
                "Capital expenditures  FY 2025  $60–65B  reaffirmed         $39B  +54% to +67%",
                "",
                "Ratio       Value",
                "─────────────────",
                "Net margin  43.0%",
                "",
                "✓  The text says that revenue beat expectations, and it did by 3.0%.",
            ],
        );
    }

    #[test]
    fn what_is_out_of_the_ordinary() {
        let mut report = sample::meta();
        report.company.ticker = Some("META".to_owned());
        report.warnings = vec!["the year was taken from the file's name".to_owned()];
        if let Some(check) = report.checks.first_mut() {
            check.status = CheckStatus::Inconsistent;
            check.message = "The text says up 25%, its figures say 21%.".to_owned();
        }
        report.line_items.truncate(2);
        if let Some(surprise) = report.line_items[1].surprise.as_mut() {
            (surprise.percent, surprise.interval, surprise.value) = (None, None, sample::number("-1.26"));
            surprise.verdict = Verdict::Miss;
        }
        report.line_items[1].growth =
            report.line_items[0].growth.clone().map(|growth| Growth { swing: Some(Swing::ToProfit), ..growth });
        report.line_items[1].company = Some("Other Corp".into());
        report.line_items[1].segment = Some("Cloud".into());
        report.ratios.clear();
        check(
            View { width: WIDE, unicode: false, ..View::default() },
            &report,
            &[
                "Meta (META) | Q4 2024 | article | meta.txt",
                "",
                "Metric                         Actual  Estimate     Surprise  Year ago     Growth",
                "---------------------------------------------------------------------------------",
                "Revenue                        $48.4B   $46.99B   +3.0% beat   $40.0B*       +21%",
                "Other Corp: EPS, Cloud (adj.)   $8.02     $6.76  -$1.26 miss         -  to profit",
                "* implied by the stated growth",
                "",
                "!!  The text says up 25%, its figures say 21%.",
                "",
                "!  the year was taken from the file's name",
            ],
        );
    }

    #[test]
    fn nothing_found_is_said() {
        let mut report = sample::meta();
        report.line_items.clear();
        report.ratios.clear();
        report.checks.clear();
        check(View::default(), &report, &["Meta · Q4 2024 · article · meta.txt", "", "no figures found"]);
    }

    #[test]
    fn only_guidance_where_only_that_is_wanted() {
        let view = View { roles: vec![Role::Guidance], ..View::default() };
        assert!(!shown(view, &sample::meta()).contains("Estimate"));
    }

    #[test]
    fn every_width_is_kept_and_nothing_steers_the_terminal() {
        for columns in [40, 60, 80, WIDE] {
            for report in [sample::meta(), sample::hostile()] {
                let text = shown(View { width: columns, ..View::default() }, &report);
                assert!(text.lines().all(|line| width(line) <= usize::from(columns)), "\n{text}");
                assert!(!text.contains(['\u{1b}', '\u{202e}', '\r']), "\n{text}");
            }
        }
    }
}
