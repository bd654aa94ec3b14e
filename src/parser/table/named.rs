//! The lines of statements by the plain words of their labels.

use std::sync::LazyLock;

use foldhash::HashMap;

use crate::model::Metric;
use crate::parser::vocabulary::metrics;
use crate::parser::vocabulary::statements::{LineLabel, Nature, Place, lines};

/// What a row is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) metric: Metric,
    /// Whether the row states rates of change.
    pub(super) change: bool,
    /// How its figures are to be taken.
    pub(super) nature: Nature,
    /// Where it says a figure, and does not adjust another one.
    pub(super) place: Place,
}

static BY_LABEL: LazyLock<HashMap<&'static str, Line>> = LazyLock::new(|| {
    let known = lines().filter_map(|row| {
        let LineLabel { change, nature, place, .. } = *row;
        let line = Line { metric: metrics::by_key(row.metric)?, change, nature, place };
        Some(row.words.iter().map(move |words| (*words, line)))
    });
    known.flatten().collect()
});

/// The line that a label in plain words names.
pub(super) fn named(words: &str) -> Option<Line> {
    BY_LABEL.get(words).copied()
}
