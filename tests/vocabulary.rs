//! The metric vocabulary proves itself: every row reads its examples, and leaves the others alone.

use topline::Document;
use topline::parser::vocabulary::metrics;

#[test]
fn every_metric_reads_its_examples_and_leaves_the_others_alone() {
    let mut faults = Vec::new();
    for metric in metrics::all() {
        let row = metric.row();
        let examples = row.reads.iter().map(|text| (text, true)).chain(row.ignores.iter().map(|text| (text, false)));
        for (text, expected) in examples {
            let report = topline::analyze(&Document::new("example", *text));
            let found: Vec<_> = report.facts.iter().map(|fact| fact.metric.key()).collect();
            if found.contains(&row.key) != expected {
                faults.push(format!("{}: '{text}' gives {found:?}", row.key));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
