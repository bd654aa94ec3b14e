//! The columns of each kind of row: a name, and what stands there.

use crate::model::{Fact, Figure, Growth, LineItem, Quantity, Report, Surprise};
use crate::renderer::csv::row::Row;
use crate::renderer::{Summary, figure};

/// The name of a column, and what writes its cell.
pub(super) type Column<T> = (&'static str, fn(&T, &mut Row<'_>));
/// The same for line items of any report.
pub(super) type ItemColumn = (&'static str, fn(&ItemRow<'_>, &mut Row<'_>));
/// The same for facts of any report.
pub(super) type FactColumn = (&'static str, fn(&FactRow<'_>, &mut Row<'_>));

/// A line item, and the report that it is in.
pub(super) struct ItemRow<'a> {
    pub(super) report: &'a Report,
    pub(super) item: &'a LineItem,
}

/// A fact, and the report that it is in.
pub(super) struct FactRow<'a> {
    pub(super) report: &'a Report,
    pub(super) fact: &'a Fact,
}

/// One row a line item.
pub(super) static ITEMS: &[ItemColumn] = &[
    ("document", |row, cell| cell.text(&row.report.document.name)),
    ("company", |row, cell| cell.some_text(row.item.company.as_deref())),
    ("ticker", |row, cell| cell.some_text(row.report.company.ticker.as_deref())),
    ("metric", |row, cell| cell.word(row.item.metric.key())),
    ("segment", |row, cell| cell.some_text(row.item.segment.as_deref())),
    ("basis", |row, cell| cell.shown(row.item.basis.map(|basis| basis.name()))),
    ("period", |row, cell| cell.shown(row.item.period)),
    ("unit", |row, cell| cell.shown(Some(row.item.unit))),
    ("actual", |row, cell| cell.number(value(&row.item.actual))),
    ("estimate", |row, cell| cell.number(value(&row.item.estimate))),
    ("estimate_source", |row, cell| cell.some_text(row.item.estimate.as_ref().and_then(|e| e.source.as_deref()))),
    ("surprise", |row, cell| cell.number(row.item.surprise.as_ref().map(|s| figure::derived(s.value)))),
    ("surprise_percent", |row, cell| cell.number(percent(&row.item.surprise))),
    ("verdict", |row, cell| cell.shown(verdict(&row.item.surprise))),
    ("guidance_low", |row, cell| cell.number(row.item.guidance.as_ref().map(|g| g.quantity.low()))),
    ("guidance_high", |row, cell| cell.number(row.item.guidance.as_ref().map(|g| g.quantity.high()))),
    ("guidance_bound", |row, cell| cell.shown(row.item.guidance.as_ref().map(|g| g.quantity.bound().name()))),
    ("guidance_action", |row, cell| {
        cell.shown(row.item.guidance.as_ref().and_then(|guidance| guidance.action).map(|action| action.name()));
    }),
    ("prior_guidance_low", |row, cell| cell.number(row.item.prior_guidance.as_ref().map(|g| g.quantity.low()))),
    ("prior_guidance_high", |row, cell| cell.number(row.item.prior_guidance.as_ref().map(|g| g.quantity.high()))),
    ("guidance_vs_consensus", |row, cell| {
        cell.shown(row.item.guidance_vs_consensus.as_ref().map(|against| against.verdict.name()));
    }),
    ("year_ago", |row, cell| cell.number(value(&row.item.year_ago))),
    ("implied_year_ago", |row, cell| {
        cell.number(row.item.implied_year_ago.as_ref().map(|implied| figure::derived(implied.value)));
    }),
    ("comparison", |row, cell| cell.shown(row.item.growth.as_ref().map(|growth| growth.comparison.name()))),
    ("growth_stated", |row, cell| cell.number(row.item.growth.as_ref().and_then(|growth| growth.stated))),
    ("growth_percent", |row, cell| cell.number(growth(&row.item.growth))),
    ("growth_swing", |row, cell| {
        cell.shown(row.item.growth.as_ref().and_then(|growth| growth.swing).map(|swing| swing.name()));
    }),
];

/// One row a fact.
pub(super) static FACTS: &[FactColumn] = &[
    ("document", |row, cell| cell.text(&row.report.document.name)),
    ("id", |row, cell| cell.shown(Some(row.fact.id))),
    ("metric", |row, cell| cell.word(row.fact.metric.key())),
    ("role", |row, cell| cell.word(row.fact.role.name())),
    ("measure", |row, cell| cell.word(row.fact.measure.name())),
    ("comparison", |row, cell| cell.shown(row.fact.comparison.map(|comparison| comparison.name()))),
    ("company", |row, cell| cell.some_text(row.fact.company.as_deref())),
    ("segment", |row, cell| cell.some_text(row.fact.segment.as_deref())),
    ("period", |row, cell| cell.shown(row.fact.period)),
    ("basis", |row, cell| cell.shown(row.fact.basis.map(|basis| basis.name()))),
    ("unit", |row, cell| cell.shown(Some(row.fact.quantity.unit()))),
    ("value", |row, cell| cell.number(row.fact.quantity.value())),
    ("low", |row, cell| cell.number(row.fact.quantity.low())),
    ("high", |row, cell| cell.number(row.fact.quantity.high())),
    ("bound", |row, cell| cell.word(row.fact.quantity.bound().name())),
    ("action", |row, cell| cell.shown(row.fact.action.map(|action| action.name()))),
    ("source", |row, cell| cell.some_text(row.fact.source.as_deref())),
    ("start", |row, cell| cell.shown(Some(row.fact.evidence.span.start))),
    ("end", |row, cell| cell.shown(Some(row.fact.evidence.span.end))),
    ("line", |row, cell| cell.shown(Some(row.fact.evidence.line))),
    ("column", |row, cell| cell.shown(Some(row.fact.evidence.column))),
    ("text", |row, cell| cell.text(row.fact.evidence.span.of(row.report.text()))),
    ("sentence", |row, cell| cell.text(row.fact.evidence.sentence.of(row.report.text()))),
];

/// One row a document.
pub(super) static DOCUMENTS: &[Column<Summary>] = &[
    ("document", |row, cell| cell.text(&row.document)),
    ("company", |row, cell| cell.some_text(row.company.as_deref())),
    ("ticker", |row, cell| cell.some_text(row.ticker.as_deref())),
    ("period", |row, cell| cell.shown(row.period)),
    ("revenue", |row, cell| cell.number(row.revenue.as_ref().map(Quantity::value))),
    ("revenue_unit", |row, cell| cell.shown(row.revenue.as_ref().map(Quantity::unit))),
    ("revenue_growth_percent", |row, cell| cell.number(growth(&row.revenue_growth))),
    ("revenue_surprise_percent", |row, cell| cell.number(percent(&row.revenue_surprise))),
    ("revenue_verdict", |row, cell| cell.shown(verdict(&row.revenue_surprise))),
    ("eps", |row, cell| cell.number(row.eps.as_ref().map(Quantity::value))),
    ("eps_unit", |row, cell| cell.shown(row.eps.as_ref().map(Quantity::unit))),
    ("eps_surprise_percent", |row, cell| cell.number(percent(&row.eps_surprise))),
    ("eps_verdict", |row, cell| cell.shown(verdict(&row.eps_surprise))),
    ("guidance_metric", |row, cell| cell.shown(row.guidance.as_ref().map(|guided| guided.metric.key()))),
    ("guidance_period", |row, cell| cell.shown(row.guidance.as_ref().and_then(|guided| guided.period))),
    ("guidance_unit", |row, cell| cell.shown(row.guidance.as_ref().map(|guided| guided.quantity.unit()))),
    ("guidance_low", |row, cell| cell.number(row.guidance.as_ref().map(|guided| guided.quantity.low()))),
    ("guidance_high", |row, cell| cell.number(row.guidance.as_ref().map(|guided| guided.quantity.high()))),
    ("guidance_action", |row, cell| {
        cell.shown(row.guidance.as_ref().and_then(|guided| guided.action).map(|action| action.name()));
    }),
    ("facts", |row, cell| cell.shown(Some(row.facts))),
    ("warnings", |row, cell| cell.text(&row.warnings.join("; "))),
];

fn value(figure: &Option<Figure>) -> Option<rust_decimal::Decimal> {
    figure.as_ref().map(|figure| figure.quantity.value())
}

fn growth(growth: &Option<Growth>) -> Option<rust_decimal::Decimal> {
    growth.as_ref().and_then(|growth| growth.value).map(figure::derived)
}

fn percent(surprise: &Option<Surprise>) -> Option<rust_decimal::Decimal> {
    surprise.as_ref().and_then(|surprise| surprise.percent).map(figure::derived)
}

fn verdict(surprise: &Option<Surprise>) -> Option<&'static str> {
    surprise.as_ref().map(|surprise| surprise.verdict.name())
}

#[cfg(test)]
mod tests {
    use crate::model::Report;
    use crate::renderer::csv::Csv;
    use crate::renderer::{Renderer, Rows, View, sample};

    /// The first row under the header, as `name=value` of the cells that are not empty.
    #[track_caller]
    fn check(rows: Rows, report: &Report, expected: &str) {
        let csv = Csv::new(View { rows, ..View::default() });
        let mut out = Vec::new();
        csv.begin(&mut out).unwrap();
        csv.report(report, &mut out);
        let mut reader = csv::Reader::from_reader(out.as_slice());
        let header = reader.headers().unwrap().clone();
        let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        let cells = header.iter().zip(&records[0]).filter(|(_, cell)| !cell.is_empty());
        let shown: Vec<String> = cells.map(|(name, cell)| format!("{name}={cell}")).collect();
        assert_eq!(shown.join(" "), expected);
    }

    #[test]
    fn a_row_for_each_line_item_fact_or_document() {
        let meta = sample::meta();
        check(
            Rows::Items,
            &meta,
            "document=meta.txt company=Meta metric=revenue period=2024-Q4 unit=USD actual=48400000000 \
             estimate=46990000000 estimate_source=Wall Street surprise=1410000000 surprise_percent=3.0006 verdict=beat \
             implied_year_ago=40000000000 comparison=year_over_year growth_stated=21 growth_percent=21",
        );
        check(
            Rows::Facts,
            &meta,
            "document=meta.txt id=0 metric=revenue role=actual measure=level company=Meta period=2024-Q4 unit=USD \
             value=48400000000 low=48400000000 high=48400000000 bound=point start=25 end=38 line=1 column=26 \
             text=$48.4 billion sentence=Meta reported revenue of $48.4 billion, up 21% and ahead of the $46.99 billion \
             expected by Wall Street.",
        );
        check(
            Rows::Documents,
            &meta,
            "document=meta.txt company=Meta period=2024-Q4 revenue=48400000000 revenue_unit=USD revenue_growth_percent=21 \
             revenue_surprise_percent=3.0006 revenue_verdict=beat eps=8.02 eps_unit=USD/share eps_surprise_percent=18.639 \
             eps_verdict=beat guidance_metric=capex guidance_period=2025-FY guidance_unit=USD guidance_low=60000000000 \
             guidance_high=65000000000 guidance_action=reaffirmed facts=7",
        );
    }

    #[test]
    fn no_cell_of_a_hostile_text_is_a_formula() {
        check(
            Rows::Documents,
            &sample::hostile(),
            "document='+evil .txt company='=HYPERLINK(\"x\")\\u{1b}[31m\\u{202e}|<b> period=2024-Q4 revenue=48400000000 \
             revenue_unit=USD revenue_growth_percent=21 revenue_surprise_percent=3.0006 revenue_verdict=beat eps=8.02 \
             eps_unit=USD/share eps_surprise_percent=18.639 eps_verdict=beat guidance_metric=capex \
             guidance_period=2025-FY guidance_unit=USD guidance_low=60000000000 guidance_high=65000000000 \
             guidance_action=reaffirmed facts=7 warnings='-1 =HYPERLINK(\"x\")\\u{1b}[31m\\u{202e}|<b>",
        );
    }
}
