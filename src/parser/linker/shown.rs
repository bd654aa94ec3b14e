//! What the tests of the linker show of the facts of a text.

use crate::model::{Document, Fact};

/// Checks the facts of a text: each by its metric, what `told` says of it, and its words.
#[track_caller]
pub(super) fn check(text: &str, told: impl Fn(&Fact) -> &str, expected: &str) {
    let report = crate::analyze(&Document::new("x", text));
    let show = |fact: &Fact| format!("{} {} {}", fact.metric.key(), told(fact), fact.evidence.span.of(text));
    assert_eq!(report.facts.iter().map(show).collect::<Vec<_>>().join(", "), expected, "{text}");
}
