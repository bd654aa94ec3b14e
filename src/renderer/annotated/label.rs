//! What a mark says, in a few words: `revenue · Q4 2024 · actual`.

use crate::model::{Fact, Measure, Period, Report};
use crate::renderer::annotated::ink::{GLUE, glued};
use crate::renderer::figure::Style;
use crate::renderer::label::{basis_name, comparison};
use crate::renderer::mark::Mark;

/// The label of everything that was read at a mark, one piece that no row breaks for each part of a fact.
pub(super) fn label(mark: &Mark<'_>, report: &Report, style: Style) -> String {
    let mut labels: Vec<String> = mark.facts.iter().map(|fact| of_fact(fact, report, style)).collect();
    labels.extend(mark.unlinked.map(|unlinked| glued(&format!("in no fact: {}", unlinked.reason))));
    labels.dedup();
    labels.join("; ")
}

fn of_fact(fact: &Fact, report: &Report, style: Style) -> String {
    let other = fact.company.as_deref().filter(|company| report.company.name.as_deref() != Some(*company));
    let parts = [
        other.map(str::to_owned),
        Some(uncapitalized(fact.metric.row().label)),
        fact.segment.as_deref().map(str::to_owned),
        fact.basis.map(|basis| basis_name(basis).to_owned()),
        fact.period.map(Period::label),
        Some(standing(fact)),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().map(|part| glued(&part)).collect();
    let dot = style.dot().trim_start();
    parts.join(&format!("{GLUE}{dot}"))
}

/// Role and action, or what a change is against.
fn standing(fact: &Fact) -> String {
    let role = fact.role.name().replace('_', " ");
    let change = format!("change{}", fact.comparison.map(comparison).unwrap_or_default());
    let standing = match (fact.measure, fact.role.name()) {
        (Measure::Level, _) => role,
        (Measure::Change, "actual") => change,
        (Measure::Change, _) => format!("{role}, {change}"),
    };
    fact.action.map_or(standing.clone(), |action| format!("{standing}, {}", action.name()))
}

/// `Net income` in the middle of a sentence; `EPS` stays as it is.
fn uncapitalized(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            first.to_lowercase().chain(label.chars().skip(1)).collect()
        }
        (_, _) => label.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::label;
    use crate::model::{Basis, Comparison, Report};
    use crate::renderer::mark::marks;
    use crate::renderer::{View, sample};

    #[track_caller]
    fn check(report: &Report, expected: &[&str]) {
        let view = View::default();
        let marks = marks(report, &view);
        let labels = marks.iter().map(|mark| label(mark, report, view.style()).replace('\u{a0}', " "));
        assert_eq!(labels.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn metric_period_and_standing() {
        let mut report = sample::meta();
        report.unlinked.clear();
        report.facts[0].company = Some("Other Corp".into());
        report.facts[2].comparison = Some(Comparison::VersusEstimate);
        report.facts[3].basis = Some(Basis::Adjusted);
        report.facts[4].segment = Some("Cloud".into());
        check(
            &report,
            &[
                "Other Corp · revenue · Q4 2024 · actual",
                "revenue · Q4 2024 · change",
                "revenue · Q4 2024 · estimate",
                "EPS · adj. · Q4 2024 · actual",
                "EPS · Cloud · Q4 2024 · estimate",
                "capital expenditures · FY 2025 · guidance, reaffirmed",
                "capital expenditures · FY 2024 · actual",
            ],
        );
    }

    #[test]
    fn two_facts_in_one_place_and_one_reading_said_once() {
        let mut report = sample::meta();
        report.facts.truncate(3);
        let place = report.facts[0].evidence.clone();
        report.facts[1].evidence = place.clone();
        report.facts[2] = report.facts[1].clone();
        report.unlinked.clear();
        check(&report, &["revenue · Q4 2024 · actual; revenue · Q4 2024 · change"]);
        report.facts.clear();
        report.unlinked = sample::meta().unlinked;
        check(&report, &["in no fact: a date"]);
    }
}
