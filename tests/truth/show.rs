//! A fact in one line, for tables of expectations and for messages.

use rust_decimal::Decimal;
use topline::model::Fact;

/// Metric, role, measure with its comparison, unit, amount, period and bound, parted by spaces:
/// `revenue actual change/year_over_year percent 21 2024-Q4 point`. What is absent is a dash.
pub(crate) fn fact(fact: &Fact) -> String {
    let q = &fact.quantity;
    let comparison = fact.comparison.map(|c| format!("/{}", c.name())).unwrap_or_default();
    format!(
        "{} {} {}{comparison} {} {} {} {}",
        fact.metric.key(),
        fact.role.name(),
        fact.measure.name(),
        q.unit(),
        amount(q.low(), q.high()),
        or_dash(fact.period.map(|period| period.to_string())),
        q.bound().name(),
    )
}

/// `21`, or `60..65` where the ends differ.
pub(crate) fn amount(low: Decimal, high: Decimal) -> String {
    let (low, high) = (low.normalize(), high.normalize());
    if low == high { low.to_string() } else { format!("{low}..{high}") }
}

/// The text, or a dash where there is none.
pub(crate) fn or_dash(text: Option<impl Into<String>>) -> String {
    text.map_or_else(|| "-".to_owned(), Into::into)
}
