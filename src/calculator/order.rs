//! The order of a report's line items: most important first.
//!
//! The report's company before others; the whole company before segments; the reported period, then others with
//! actuals, then what is only expected, then what that grows from; revenue, per-share earnings, net income, then the other metrics in the order
//! of the text. Of one metric, what was reported stands before what was only told as a change, and what analysts put a
//! figure on before what they did not. So the first line item of a metric is its headline figure, and of a plain and
//! an adjusted EPS that is the adjusted one, which analysts' figures are compared with.

use foldhash::{HashMap, HashMapExt};

use crate::calculator::line_item::{Draft, Standing};
use crate::model::{Basis, LineItem, Metric, MetricUnit, Period, Unit};

/// Sorts the line items of a report on this period.
pub(super) fn sort(drafts: &mut [Draft], period: Option<Period>) {
    let mut first_mention: HashMap<(Metric, bool), usize> = HashMap::new();
    for draft in drafts.iter() {
        let first = first_mention.entry((draft.item.metric, draft.item.segment.is_some())).or_insert(draft.first);
        *first = draft.first.min(*first);
    }
    drafts.sort_by_cached_key(|draft| {
        let item = &draft.item;
        let rank = item.metric.row().rank;
        let mention = first_mention.get(&(item.metric, item.segment.is_some())).copied();
        (
            (draft.subject.company, item.segment.is_some(), time(draft, period)),
            (rank, mention),
            (is_rate(item), item.actual.is_none(), item.surprise.is_none(), basis(item.metric, item.basis)),
            (item.period.is_none(), draft.first),
        )
    });
}

/// The reported period first, then others that were reported, then what is only expected, and last what it grows from.
fn time(draft: &Draft, period: Option<Period>) -> u8 {
    let item = &draft.item;
    let is_reported = item.actual.is_some() || (item.guidance.is_none() && item.growth.is_some());
    match (period, is_reported) {
        _ if draft.standing == Standing::Base => 3,
        (Some(period), _) if item.period == Some(period) => 0,
        (None, true) => 0,
        (Some(_), true) => 1,
        (_, false) => 2,
    }
}

/// Whether the figures are rates of change of what has levels.
fn is_rate(item: &LineItem) -> bool {
    let has_levels = !matches!(item.metric.row().unit, MetricUnit::Percent | MetricUnit::ChangePercent);
    has_levels && item.unit == Unit::Percent
}

/// Per-share earnings are compared on the adjusted basis, other figures as reported.
fn basis(metric: Metric, basis: Option<Basis>) -> u8 {
    let is_per_share = metric.row().unit == MetricUnit::PerShare;
    match basis {
        Some(Basis::Adjusted) => {
            if is_per_share {
                0
            } else {
                3
            }
        }
        None => 1,
        Some(Basis::Gaap) => 2,
        Some(Basis::ConstantCurrency) => 4,
        Some(Basis::Organic) => 5,
    }
}

#[cfg(test)]
mod tests {
    use crate::calculator::testing::{check_items, key};

    #[track_caller]
    fn check(lines: &str, expected: &str) {
        check_items(lines, key, expected);
    }

    #[test]
    fn most_important_first() {
        check(
            "capex guidance 2025-FY USD 60bn..65bn
             revenue actual 2024-Q4 USD 1bn @Beta
             revenue actual 2024-Q4 USD 2bn #Cloud
             gross_margin actual 2024-Q4 percent 44
             users actual 2024-Q4 count 3bn
             net_income actual 2024-FY USD 60bn
             net_income actual 2024-Q4 USD 20bn
             revenue guidance 2025-Q1 USD 50bn
             eps actual 2024-Q4 USD/share 8.02
             eps actual 2024-Q4 USD/share 8.40 adjusted
             revenue actual 2024-Q4 USD 48bn",
            "revenue 2024-Q4 USD
             eps/adjusted 2024-Q4 USD/share
             eps 2024-Q4 USD/share
             net_income 2024-Q4 USD
             gross_margin 2024-Q4 percent
             users 2024-Q4 count
             net_income 2024-FY USD
             revenue 2025-Q1 USD
             capex 2025-FY USD
             revenue #Cloud 2024-Q4 USD
             revenue @Beta 2024-Q4 USD",
        );
    }

    #[test]
    fn a_year_ago_figure_with_nothing_else_to_tell_is_no_line_item() {
        check(
            "revenue actual 2024-Q4 USD 5bn
             revenue actual 2023-Q4 USD 4bn
             revenue actual 2022-Q4 USD 3bn
             eps actual 2024-Q4 USD/share 1.10
             eps actual 2023-Q4 USD/share 1.00",
            "revenue 2024-Q4 USD
             eps 2024-Q4 USD/share
             revenue 2023-Q4 USD",
        );
    }
}
