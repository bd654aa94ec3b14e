//! What things are called when they are shown to a person.

use crate::model::{Basis, Comparison, LineItem, Metric, Report, Swing, Verdict};

/// The name of a line item: `EPS (adj.)`, `Revenue, Reality Labs`, `OpenAI: Revenue`.
pub(crate) fn item(item: &LineItem, report: &Report) -> String {
    figure(item.metric, item.company.as_deref(), item.segment.as_deref(), item.basis, report)
}

/// The name of a figure; a company is named where it is not the one that the report is about.
pub(crate) fn figure(
    metric: Metric,
    company: Option<&str>,
    segment: Option<&str>,
    basis: Option<Basis>,
    report: &Report,
) -> String {
    let other = company.filter(|company| report.company.name.as_deref() != Some(*company));
    let company = other.map(|company| format!("{company}: ")).unwrap_or_default();
    let segment = segment.map(|segment| format!(", {segment}")).unwrap_or_default();
    let basis = basis.map(|basis| format!(" ({})", basis_name(basis))).unwrap_or_default();
    format!("{company}{}{segment}{basis}", metric.row().label)
}

pub(crate) fn basis_name(basis: Basis) -> &'static str {
    match basis {
        Basis::Adjusted => "adj.",
        Basis::Gaap => "GAAP",
        Basis::ConstantCurrency => "const. curr.",
        Basis::Organic => "organic",
    }
}

pub(crate) fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Beat => "beat",
        Verdict::Miss => "miss",
        Verdict::InLine => "in line",
    }
}

pub(crate) fn swing(swing: Swing) -> &'static str {
    match swing {
        Swing::ToProfit => "to profit",
        Swing::ToLoss => "to loss",
    }
}

/// What a rate is measured against; year over year goes without saying.
pub(crate) fn comparison(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::YearOverYear | Comparison::Other => "",
        Comparison::QuarterOverQuarter => " q/q",
        Comparison::VersusEstimate => " vs. est.",
        Comparison::VersusGuidance => " vs. guid.",
    }
}

#[cfg(test)]
mod tests {
    use super::item;
    use crate::model::Basis;
    use crate::renderer::sample;

    #[track_caller]
    fn check(company: Option<&str>, segment: Option<&str>, basis: Option<Basis>, expected: &str) {
        let mut named = sample::item("revenue", "2024-Q4", sample::USD);
        (named.company, named.segment, named.basis) = (company.map(Into::into), segment.map(Into::into), basis);
        assert_eq!(item(&named, &sample::meta()), expected);
    }

    #[test]
    fn names_say_no_more_than_is_needed() {
        check(Some("Meta"), None, None, "Revenue");
        check(None, Some("Reality Labs"), None, "Revenue, Reality Labs");
        check(Some("OpenAI"), None, Some(Basis::ConstantCurrency), "OpenAI: Revenue (const. curr.)");
    }
}
