//! What was read at a place of the article, in a few lines of plain text: metric and period, role and figure, and what
//! else is known.

use crate::model::{Comparison, Fact, Measure, Report, Unlinked};
use crate::renderer::figure::Style;
use crate::renderer::label;
use crate::renderer::text::printable;

/// All facts of a place, a line for each thing known.
pub(super) fn of_facts(facts: &[&Fact], report: &Report, style: Style) -> String {
    facts.iter().map(|fact| of_fact(fact, report, style)).collect::<Vec<_>>().join("\n")
}

/// A quantity that is in no fact, and why.
pub(super) fn of_unlinked(unlinked: &Unlinked, style: Style) -> String {
    let figure = style.quantity(&unlinked.quantity, Measure::Level);
    format!("{figure}\nin no fact: {}\nline {}", unlinked.reason, unlinked.evidence.line)
}

fn of_fact(fact: &Fact, report: &Report, style: Style) -> String {
    let name = label::figure(fact.metric, fact.company.as_deref(), fact.segment.as_deref(), fact.basis, report);
    let about = [Some(printable(&name).into_owned()), fact.period.map(|period| period.label())];
    let standing =
        [Some(fact.role.name().replace('_', " ")), change(fact), Some(style.quantity(&fact.quantity, fact.measure))];
    let known = [
        fact.action.map(|action| action.name().to_owned()),
        fact.source.as_deref().map(|source| format!("by {}", printable(source))),
        Some(format!("line {}", fact.evidence.line)),
    ];
    [joined(about), joined(standing), joined(known)].join("\n")
}

fn change(fact: &Fact) -> Option<String> {
    let against = fact.comparison.filter(|comparison| *comparison != Comparison::Other);
    let against = against.map(|comparison| format!(" {}", comparison.name().replace('_', " "))).unwrap_or_default();
    (fact.measure == Measure::Change).then(|| format!("change{against}"))
}

fn joined<const N: usize>(parts: [Option<String>; N]) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use super::of_facts;
    use crate::renderer::figure::Style;
    use crate::renderer::sample;

    #[track_caller]
    fn check(id: usize, expected: &str) {
        let report = sample::meta();
        let facts: Vec<_> = report.facts.iter().filter(|fact| fact.id == id).collect();
        assert_eq!(of_facts(&facts, &report, Style { unicode: true }), expected);
    }

    #[test]
    fn says_what_was_read() {
        check(0, "Revenue · Q4 2024\nactual · $48.4B\nline 1");
        check(1, "Revenue · Q4 2024\nactual · change year over year · +21%\nline 1");
        check(2, "Revenue · Q4 2024\nestimate · $46.99B\nby Wall Street · line 1");
        check(5, "Capital expenditures · FY 2025\nguidance · $60–65B\nreaffirmed · line 3");
    }
}
