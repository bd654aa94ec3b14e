//! What must hold of every report, whatever the text.

use topline::Report;
use topline::model::{Evidence, Measure, Quantity, Role};

/// A line for each thing that does not hold.
pub(crate) fn faults(report: &Report) -> Vec<String> {
    let mut faults = Vec::new();
    for (at, fact) in report.facts.iter().enumerate() {
        let mut claim = |holds: bool, what: &str| {
            if !holds {
                faults.push(format!("fact {at}: {what}"));
            }
        };
        claim(fact.id == at, "its id is not its place in the list");
        claim(fact.measure == Measure::Change || fact.comparison.is_none(), "a level is compared with something");
        claim(fact.role == Role::Guidance || fact.action.is_none(), "an action, and no guidance");
        claim(fact.role == Role::Estimate || fact.source.is_none(), "a source, and no estimate");
        claim(!fact.rule.is_empty(), "no rule is named");
        for fault in figure(report.text(), &fact.quantity, &fact.evidence) {
            faults.push(format!("fact {at}: {fault}"));
        }
    }
    for (at, unlinked) in report.unlinked.iter().enumerate() {
        let mut found = figure(report.text(), &unlinked.quantity, &unlinked.evidence);
        if unlinked.reason.is_empty() {
            found.push("no reason is given".into());
        }
        if report.facts.iter().any(|fact| fact.evidence.span == unlinked.evidence.span) {
            found.push("it is in a fact as well".into());
        }
        faults.extend(found.into_iter().map(|fault| format!("unlinked {at}: {fault}")));
    }
    faults.extend(order(report));
    faults.extend(references(report));
    faults
}

fn figure(text: &str, quantity: &Quantity, evidence: &Evidence) -> Vec<String> {
    let mut faults = Vec::new();
    if quantity.low() > quantity.high() {
        faults.push(format!("{} is above {}", quantity.low(), quantity.high()));
    }
    for (name, span) in [("figure", evidence.span), ("sentence", evidence.sentence)] {
        if span.start >= span.end || text.get(span.start..span.end).is_none() {
            faults.push(format!("the {name} at {}..{} is no stretch of the text", span.start, span.end));
        }
    }
    if evidence.sentence.start > evidence.span.start || evidence.span.end > evidence.sentence.end {
        faults.push("the figure stands outside its sentence".into());
    }
    if let Some(before) = text.get(..evidence.span.start) {
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        if (line, column) != (evidence.line, evidence.column) {
            faults.push(format!("it stands at {line}:{column}, not at {}:{}", evidence.line, evidence.column));
        }
    }
    faults
}

fn order(report: &Report) -> Vec<String> {
    let facts: Vec<usize> = report.facts.iter().map(|fact| fact.evidence.span.start).collect();
    let unlinked: Vec<usize> = report.unlinked.iter().map(|unlinked| unlinked.evidence.span.start).collect();
    let lists = [("facts", facts), ("unlinked figures", unlinked)];
    lists
        .into_iter()
        .filter(|(_, starts)| !starts.is_sorted())
        .map(|(name, _)| format!("the {name} are not in the order of the text"))
        .collect()
}

/// Everything derived names facts that exist, and no interval is inside out.
fn references(report: &Report) -> Vec<String> {
    let mut faults = Vec::new();
    let mut see = |what: &str, facts: &[usize]| {
        if facts.is_empty() || facts.iter().any(|id| *id >= report.facts.len()) {
            faults.push(format!("{what} rests on the facts {facts:?} of {}", report.facts.len()));
        }
    };
    for ratio in &report.ratios {
        see(ratio.name, &ratio.facts);
    }
    for check in &report.checks {
        see(check.kind.name(), &check.facts);
    }
    for item in &report.line_items {
        let figures = [&item.actual, &item.estimate, &item.guidance, &item.prior_guidance, &item.year_ago];
        figures.into_iter().flatten().for_each(|figure| see(item.metric.key(), &[figure.fact]));
        item.growth.iter().for_each(|growth| see("growth", &growth.facts));
        item.surprise.iter().for_each(|surprise| see("surprise", &surprise.facts));
        item.implied_year_ago.iter().for_each(|implied| see("implied year-ago", &implied.facts));
        item.guidance_change.iter().for_each(|change| see("guidance change", &change.facts));
        item.guidance_vs_consensus.iter().for_each(|against| see("guidance against consensus", &against.facts));
    }
    let growth = report.line_items.iter().filter_map(|item| item.growth.as_ref()?.interval);
    let surprise = report.line_items.iter().filter_map(|item| item.surprise.as_ref()?.interval);
    let implied = report.line_items.iter().filter_map(|item| Some(item.implied_year_ago.as_ref()?.interval));
    let intervals = growth.chain(surprise).chain(implied).chain(report.ratios.iter().map(|ratio| ratio.interval));
    faults.extend(intervals.filter(|i| i.low > i.high).map(|i| format!("{} to {} is inside out", i.low, i.high)));
    faults
}
