//! The many ways to say income before taxes: a gain, "before", and the taxes.

use std::borrow::Cow;

use crate::parser::table::words::Words;

/// Words of the gain, which need not be a whole label: "Earnings from continuing operations".
const GAINS: [&str; 14] = [
    "income", "earnings", "profit", "profits", "loss", "net", "from", "continuing", "operations", "consolidated",
    "and", "pre", "losses", "total",
];

/// Words of the taxes: "provision for federal income taxes".
const TAXES: [&str; 21] = [
    "provision", "provisions", "benefit", "benefits", "for", "from", "of", "income", "tax", "taxes", "taxation",
    "expense", "expenses", "on", "earnings", "federal", "state", "the", "and", "foreign", "deferred",
];

/// Whether the words of a label are of income before taxes. What is taken out besides the taxes may be told at the end.
pub(super) fn is(words: &Words) -> bool {
    let Some(at) = words.place(["before"]) else { return false };
    let words = &words.words;
    let (gain, rest) = (words.get(..at).unwrap_or_default(), words.get(at + 1..).unwrap_or_default());
    let gains = gain.iter().all(|word| GAINS.contains(&word.as_ref()));
    let is_gain = |word: &Cow<str>| matches!(&**word, "income" | "earnings" | "profit" | "profits" | "loss" | "losses");
    let taxed = rest.iter().take_while(|word| TAXES.contains(&word.as_ref())).count();
    let is_tax = |word: &Cow<str>| word.starts_with("tax");
    let told = rest.get(..taxed).unwrap_or_default().iter().any(is_tax);
    // "Before income taxes and equity in earnings of affiliates".
    let joined = taxed == rest.len() || rest.get(taxed.saturating_sub(1)).is_some_and(|word| word == "and");
    gains && gain.iter().any(is_gain) && told && joined
}

#[cfg(test)]
mod tests {
    use super::is;
    use crate::parser::table::words::Words;

    #[track_caller]
    fn check(label: &str, expected: bool) {
        let mut words = Words::with_room_for(8);
        label.split(' ').for_each(|word| words.push_part(word));
        assert_eq!(is(&words), expected, "{label}");
    }

    #[test]
    fn gains_before_taxes() {
        check("income from continuing operations before provision for income taxes", true);
        check("loss before income taxes", true);
        check("earnings before taxes on income", true);
        check("net income before federal income taxes", true);
        check("income before income taxes and equity in earnings of affiliates", true);
        check("earnings before interest and taxes", false);
        check("profit before exceptional items and tax", false);
        check("cash before taxes", false);
        check("income before extraordinary items", false);
    }
}
