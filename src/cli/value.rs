//! From what is typed behind a flag to the value that is meant.

use std::ffi::OsStr;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use topline::model::Metric;
use topline::parser::vocabulary::metrics;

/// Takes the names of a closed set, which clap lists in the help and suggests when one is mistyped.
pub(super) fn choices<T: Copy + Send + Sync + 'static>(
    all: &'static [T],
    name: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T> {
    PossibleValuesParser::new(all.iter().map(|one| name(*one))).try_map(move |given| {
        all.iter().copied().find(|one| name(*one) == given).ok_or_else(|| format!("there is no '{given}'"))
    })
}

/// Takes a metric as people write it, and offers all of them to the completions of a shell.
#[derive(Clone)]
pub(super) struct MetricParser;

impl TypedValueParser for MetricParser {
    type Value = Metric;

    fn parse_ref(
        &self,
        command: &clap::Command,
        argument: Option<&clap::Arg>,
        value: &OsStr,
    ) -> Result<Metric, clap::Error> {
        metric.parse_ref(command, argument, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        let offered = |metric: &Metric| PossibleValue::new(metric.key()).help(metric.row().label);
        Some(Box::new(metrics::all().iter().map(offered)))
    }
}

/// A metric by its identifier, whatever the case, with hyphens or underscores.
fn metric(given: &str) -> Result<Metric, String> {
    let key = given.trim().to_lowercase().replace(['-', ' '], "_");
    metrics::by_key(&key).ok_or_else(|| match nearest(&key) {
        Some(metric) => format!("there is no metric '{given}'; did you mean '{}'? --metrics lists them", metric.key()),
        None => format!("there is no metric '{given}'; --metrics lists them"),
    })
}

/// The metric that these words name, or whose identifier is spelt most alike.
fn nearest(key: &str) -> Option<Metric> {
    let words = key.replace('_', " ");
    let named = metrics::all().iter().find(|metric| metric.row().words.contains(&words.as_str()));
    let alike = |metric: &&Metric| strsim::damerau_levenshtein(metric.key(), key);
    let spelt = || metrics::all().iter().min_by_key(alike).filter(|metric| alike(metric) <= key.len().div_ceil(3));
    named.or_else(spelt).copied()
}

/// A number of bytes, such as `500K` or `2G`.
pub(super) fn size(given: &str) -> Result<u64, String> {
    let upper = given.trim().to_uppercase();
    let digits = upper.trim_end_matches('B').trim_end_matches('I');
    let (digits, shift) = match digits.chars().last() {
        Some('K') => (digits.trim_end_matches('K'), 10),
        Some('M') => (digits.trim_end_matches('M'), 20),
        Some('G') => (digits.trim_end_matches('G'), 30),
        _ => (digits, 0),
    };
    let bytes = digits.trim().parse::<u64>().ok().and_then(|number| number.checked_mul(1 << shift));
    bytes.ok_or_else(|| format!("'{given}' is no size; write it as 500000, 500K, 256M or 2G"))
}

#[cfg(test)]
mod tests {
    use super::{metric, size};

    #[track_caller]
    fn check(given: &str, expected: &str) {
        let shown = metric(given).map_or_else(|why| why, |metric| metric.key().to_owned());
        assert_eq!(shown, expected);
    }

    #[test]
    fn metrics_are_taken_as_people_write_them() {
        check("EPS", "eps");
        check("net-income", "net_income");
        check("Free cash flow", "free_cash_flow");
    }

    #[test]
    fn the_nearest_metric_is_suggested() {
        check("revenu", "there is no metric 'revenu'; did you mean 'revenue'? --metrics lists them");
        check("sales", "there is no metric 'sales'; did you mean 'revenue'? --metrics lists them");
        check("zzzzzz", "there is no metric 'zzzzzz'; --metrics lists them");
    }

    #[test]
    fn sizes_have_the_suffixes_that_people_write() {
        let sizes = ["7", "500K", "2 MiB", "1gb", "99999999999G"].map(|text| size(text).ok());
        assert_eq!(sizes, [Some(7), Some(512_000), Some(2 << 20), Some(1 << 30), None]);
    }
}
