//! The metric vocabulary, for `--metrics`.

use crate::model::{Metric, MetricUnit};
use crate::renderer::View;
use crate::renderer::sheet::{Cell, Column, Sheet};
use crate::renderer::table::grid;

/// A table of these metrics: identifier above label, unit, and the words that name it.
///
/// ```
/// use topline::parser::vocabulary::metrics;
/// use topline::renderer::{View, metric_list};
///
/// assert!(metric_list(metrics::all(), &View::default()).contains("net_income"));
/// ```
pub fn metric_list(metrics: &[Metric], view: &View) -> String {
    const COLUMNS: &[Column] = &[Column::name("Metric"), Column::name("Unit"), Column::text("Words")];
    let rows = metrics.iter().map(|metric| {
        let row = metric.row();
        let words = row.words.join(", ");
        vec![Cell::plain(row.key).above(&Cell::plain(row.label)), Cell::plain(unit(row.unit)), Cell::plain(&words)]
    });
    grid(Sheet::new(COLUMNS, rows.collect()), view)
}

fn unit(unit: MetricUnit) -> &'static str {
    match unit {
        MetricUnit::Money => "money",
        MetricUnit::PerShare => "money a share",
        MetricUnit::Percent => "percent",
        MetricUnit::ChangePercent => "change in percent",
        MetricUnit::Count => "count",
    }
}
