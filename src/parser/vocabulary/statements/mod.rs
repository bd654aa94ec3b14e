//! The words of statement tables: what stands over their columns, in their unit lines, and the labels of their rows.

mod cash;
mod growth;
mod heads;
mod income;
mod sectors;

pub(crate) use heads::{HEADS, HeadTerm};

/// One kind of line in a statement.
#[derive(Debug)]
pub(crate) struct LineLabel {
    /// The metric's key.
    pub(crate) metric: &'static str,
    /// Whether the line states a rate of change: "Net revenue growth".
    pub(crate) change: bool,
    /// How its figures are to be taken.
    pub(crate) nature: Nature,
    /// What it says in a statement of cash flows, and outside one.
    pub(crate) place: Place,
    /// Its labels in plain form: lower case, without notes, basis, "total" at the beginning and "net" at the end.
    pub(crate) words: &'static [&'static str],
}

/// How the figures of a line are to be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Nature {
    /// As printed, over the time of their column: net income.
    Plain,
    /// At the end of that time, over which they do not run: cash.
    Stock,
    /// As what went out; brackets say no more than that: "(86.5)" of capital expenditures.
    Cost,
    /// As a cost, unless the label says which sign a benefit has.
    Tax,
    /// As what a cost is lower by: "Income tax benefit".
    Benefit,
    /// As a count of shares, for which a unit line may have words of its own.
    Shares,
}

/// Where a line says a figure, and does not adjust another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// Not in a statement of cash flows, where it only leads from the income to the cash.
    Elsewhere,
    /// In any statement.
    Anywhere,
    /// Only in an income statement; elsewhere it is taken out of another figure.
    Income,
    /// Only in a statement of cash flows; elsewhere it is a part of something, and what stands under it too.
    CashFlow,
}

impl LineLabel {
    const fn stock(self) -> Self {
        Self { nature: Nature::Stock, ..self }
    }

    const fn cost(self) -> Self {
        Self { nature: Nature::Cost, ..self }
    }

    const fn tax(self) -> Self {
        Self { nature: Nature::Tax, ..self }
    }

    const fn benefit(self) -> Self {
        Self { nature: Nature::Benefit, ..self }
    }

    const fn in_income(self) -> Self {
        Self { place: Place::Income, ..self }
    }

    const fn shares(self) -> Self {
        Self { nature: Nature::Shares, ..self }
    }

    const fn anywhere(self) -> Self {
        Self { place: Place::Anywhere, ..self }
    }

    const fn in_cash_flow(self) -> Self {
        Self { place: Place::CashFlow, ..self }
    }
}

const fn level(metric: &'static str, words: &'static [&'static str]) -> LineLabel {
    LineLabel { metric, change: false, nature: Nature::Plain, place: Place::Elsewhere, words }
}

const fn change(metric: &'static str, words: &'static [&'static str]) -> LineLabel {
    LineLabel { change: true, ..level(metric, words) }
}

/// The lines that are read. A label must be one of these as a whole: "cost of net sales" is not "net sales".
pub(crate) fn lines() -> impl Iterator<Item = &'static LineLabel> {
    [income::LINES, cash::LINES, sectors::LINES, growth::LINES].into_iter().flatten()
}

/// The months by their names and what is short for them, in lower case.
pub(crate) static MONTHS: [&[&str]; 12] = [
    &["january", "jan"],
    &["february", "feb"],
    &["march", "mar"],
    &["april", "apr"],
    &["may"],
    &["june", "jun"],
    &["july", "jul"],
    &["august", "aug"],
    &["september", "sept", "sep"],
    &["october", "oct"],
    &["november", "nov"],
    &["december", "dec"],
];

/// Words of a unit line that say by which power of ten its amounts are to be multiplied.
pub(crate) static SCALES: &[(&str, u32)] = &[
    ("thousands", 3),
    ("thousand", 3),
    ("000's", 3),
    ("000s", 3),
    ("'000", 3),
    ("000", 3),
    ("k", 3),
    ("lakh", 5),
    ("lakhs", 5),
    ("lacs", 5),
    ("millions", 6),
    ("million", 6),
    ("mm", 6),
    ("m", 6),
    ("mn", 6),
    ("mln", 6),
    ("crore", 7),
    ("crores", 7),
    ("cr", 7),
    ("billions", 9),
    ("billion", 9),
    ("bn", 9),
    ("b", 9),
    ("trillions", 12),
    ("trillion", 12),
];

/// Words of a unit line that tell the money.
pub(crate) static UNIT_CURRENCIES: &[(&str, &str)] = &[
    ("$", "USD"),
    ("us$", "USD"),
    ("usd", "USD"),
    ("dollars", "USD"),
    ("u.s.$", "USD"),
    ("€", "EUR"),
    ("eur", "EUR"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("£", "GBP"),
    ("gbp", "GBP"),
    ("pounds", "GBP"),
    ("sterling", "GBP"),
    ("¥", "JPY"),
    ("jpy", "JPY"),
    ("yen", "JPY"),
    ("₹", "INR"),
    ("rs", "INR"),
    ("inr", "INR"),
    ("rupees", "INR"),
    ("rmb", "CNY"),
    ("cny", "CNY"),
    ("chf", "CHF"),
    ("sek", "SEK"),
    ("nok", "NOK"),
    ("dkk", "DKK"),
    ("cad", "CAD"),
    ("c$", "CAD"),
    ("aud", "AUD"),
    ("a$", "AUD"),
    ("krw", "KRW"),
    ("hk$", "HKD"),
    ("nt$", "TWD"),
    ("brl", "BRL"),
    ("r$", "BRL"),
];

#[cfg(test)]
mod tests {
    use super::{HEADS, lines};
    use std::collections::HashSet;

    #[test]
    fn each_phrase_stands_once_and_in_lower_case() {
        let mut seen = HashSet::new();
        for phrase in HEADS.iter().flat_map(|(_, phrases)| phrases.iter()) {
            assert_eq!(*phrase, phrase.to_lowercase());
            assert!(seen.insert(*phrase), "'{phrase}' is in two rows");
        }
    }

    #[test]
    fn each_line_is_of_a_metric_and_no_label_is_of_two() {
        let mut seen = HashSet::new();
        for line in lines() {
            assert!(crate::parser::vocabulary::metrics::by_key(line.metric).is_some(), "{}", line.metric);
            for words in line.words {
                assert!(seen.insert(*words), "'{words}' is in two rows");
            }
        }
    }
}
