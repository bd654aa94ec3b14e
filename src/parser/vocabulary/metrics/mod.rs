//! The metrics: one row each, with every phrase that names it and sentences that prove it.

mod cash;
mod costs;
mod finance;
mod income;
mod margins;
mod operations;

use std::sync::LazyLock;

use crate::model::{Metric, MetricRow};

static TABLES: [&[MetricRow]; 6] =
    [income::ROWS, margins::ROWS, cash::ROWS, costs::ROWS, operations::ROWS, finance::ROWS];

static ALL: LazyLock<Vec<Metric>> =
    LazyLock::new(|| TABLES.iter().flat_map(|rows| rows.iter()).map(Metric::new).collect());

/// Every metric, in reading order.
pub fn all() -> &'static [Metric] {
    &ALL
}

/// The metric with this key.
pub fn by_key(key: &str) -> Option<Metric> {
    ALL.iter().copied().find(|metric| metric.key() == key)
}

#[cfg(test)]
mod tests {
    use super::all;
    use std::collections::HashMap;

    #[test]
    fn keys_and_words_are_unique_and_lower_case() {
        let mut seen = HashMap::new();
        for metric in all() {
            let row = metric.row();
            assert!(!row.words.is_empty() && !row.reads.is_empty(), "{}: no words or no example", row.key);
            for word in row.words.iter().chain([&row.key]) {
                assert_eq!(*word, word.to_lowercase(), "{}", row.key);
            }
            for word in row.words {
                assert_eq!(seen.insert(*word, row.key), None, "'{word}' is in two rows");
            }
        }
    }

    #[test]
    fn rows_name_each_other_by_keys_that_exist() {
        for metric in all() {
            for key in [metric.row().per_share, metric.row().as_percent].into_iter().flatten() {
                assert!(super::by_key(key).is_some(), "{} names {key}", metric.key());
            }
        }
    }
}
