//! The label of a row: which line of a statement it is. A label is read as a whole, and what is no known line is left out.

use std::borrow::Cow;
use std::sync::LazyLock;

use foldhash::HashMap;

use crate::model::{Basis, Metric};
use crate::parser::table::item::Item;
use crate::parser::table::words::Words;
use crate::parser::vocabulary::metrics;
use crate::parser::vocabulary::statements::{LineLabel, Nature, Place, lines};

/// A label in plain words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Label {
    /// Which line the words say that are left when all the rest is taken out.
    line: Option<Line>,
    /// Whether these words mean more than the company as a whole.
    worded: bool,
    /// Whether they say only the growth of what the row before states.
    pub(super) growth: bool,
    /// Whether they name shares that are counted.
    pub(super) counts_shares: bool,
    pub(super) basis: Option<Basis>,
    /// Whether it says diluted, or basic.
    pub(super) diluted: bool,
    pub(super) basic: bool,
    /// Whether it begins with "total".
    pub(super) total: bool,
    /// Whether it is of the company's own holders alone: "attributable to".
    pub(super) attributable: bool,
    /// Whether it says "per share".
    per_share: bool,
    /// Whether it says "EPS".
    is_eps: bool,
    /// Whether it is of other holders, or includes them.
    minority: bool,
    /// Whether it says that it is a part of revenue: "as a percentage of net sales".
    of_revenue: bool,
    /// Whether it is a loss and nothing else.
    pub(super) loss: bool,
    /// Whether it is in hundredths: "(US cents)".
    pub(super) cents: bool,
    /// Whether it says "benefit", also in brackets: "Provision for (benefit from) income taxes".
    pub(super) benefit: bool,
    /// Whether the figures under it are parts of another one: "amounts include".
    pub(super) detail: bool,
}

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

/// Words at a label's beginning that say nothing of which line it is.
const LEADING: [&str; 11] =
    ["total", "consolidated", "our", "less", "plus", "the", "company", "group", "enterprise", "add", "estimated"];

/// Words at a label's end that say nothing of which line it is.
const TRAILING: [&str; 9] = ["net", "mid", "point", "midpoint", "a", "of", "amount", "and", "range"];

/// What a figure may be told apart by: "Net revenue by segment".
const GROUPINGS: [&str; 15] = [
    "segment", "segments", "geographic", "geography", "category", "region", "product", "business", "type",
    "reportable", "market", "division", "channel", "service", "primary",
];

/// Words in brackets that do say something.
const IN_BRACKETS: [&str; 7] = ["diluted", "basic", "gaap", "non-gaap", "adjusted", "percent", "%"];

/// Words that mean the company as a whole, and no line.
const WHOLE: [&str; 7] = ["total", "consolidated", "worldwide", "total company", "company", "global", "enterprise"];

impl Label {
    /// The label in these items.
    pub(super) fn read(items: &[Item]) -> Self {
        let mut label = Self::default();
        let mut words = label.words_of(items);
        label.is_eps = words.has(["eps"]);
        label.take_shares(&mut words);
        label.take_basis(&mut words);
        label.take_rest(&mut words);
        let words = words.words.join(" ");
        label.line = label.known_line(&words);
        label.worded = !words.is_empty() && !WHOLE.contains(&&*words);
        label.growth = is_growth(&words);
        label.counts_shares = holds(&words, b"shares") && !holds(&words, b"repurchase");
        label
    }

    /// The words, of what stands in brackets only the ones that matter.
    fn words_of<'a>(&mut self, items: &'a [Item]) -> Words<'a> {
        let mut words = Words::with_room_for(items.len());
        let mut inside = false;
        for item in items {
            inside |= item.brackets.0;
            let word = item.word();
            self.cents |= holds(word, b"cents");
            self.benefit |= word == "benefit";
            if word.is_empty() || (inside && !IN_BRACKETS.contains(&word)) {
                // Says nothing of which line it is.
            } else if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
                words.push(Cow::Borrowed(word));
            } else {
                let parts = word.split(['-', '–', '—', '‑', '/', '(', ')']).filter(|part| !part.is_empty());
                parts.for_each(|part| words.push_part(part));
            }
            inside &= !item.brackets.1;
        }
        words
    }

    /// Takes out "per share" and what says of which shares.
    fn take_shares(&mut self, words: &mut Words) {
        let share = words.place(["per"]).and_then(|per| {
            let near = words.words.iter().enumerate().skip(per).take(5);
            let mut shares = near.filter(|(_, word)| matches!(&***word, "share" | "shares" | "ads" | "unit"));
            shares.next().map(|(share, _)| per..=share)
        });
        if let Some(place) = share {
            self.per_share = true;
            let inner: Vec<Cow<str>> = words.words.drain(place).collect();
            self.diluted |= inner.iter().any(|word| word == "diluted");
            self.basic |= inner.iter().any(|word| word == "basic");
        }
        if let Some(at) = words.place(["assuming", "fully"])
            && words.words.get(at + 1).is_some_and(|word| word.starts_with("dilut"))
        {
            self.diluted = true;
            words.words.drain(at..=at + 1);
        }
        self.diluted |= words.has(["diluted"]);
        self.basic |= words.has(["basic"]);
        words.drop(["diluted", "basic"]);
    }

    /// Takes out what tells the basis.
    fn take_basis(&mut self, words: &mut Words) {
        let mut basis = None;
        let (mut kept, mut at) = (0, 0);
        while let Some(word) = words.words.get(at) {
            let next = words.words.get(at + 1).map_or("", Cow::as_ref);
            let last = words.words.get(..kept).and_then(<[_]>::last).map_or("", Cow::as_ref);
            let before_basis = || words.words.iter().skip(at + 1).take(3).any(|word| word == "basis");
            let mut keeps = false;
            match &**word {
                "gaap" if last == "non" => {
                    kept -= 1;
                    basis = basis.or(Some(Basis::Adjusted));
                }
                "gaap" | "reported" => basis = basis.or(Some(Basis::Gaap)),
                "adjusted" | "core" | "underlying" | "nongaap" => basis = basis.or(Some(Basis::Adjusted)),
                "organic" => basis = basis.or(Some(Basis::Organic)),
                "operational" => basis = Some(self.operational(basis)),
                "currency" if last == "constant" => {
                    kept -= 1;
                    basis = Some(Basis::ConstantCurrency);
                }
                "on" | "a" if before_basis() => {}
                "as" if matches!(next, "reported" | "adjusted") => {}
                "basis" | "measure" => {}
                _ => keeps = true,
            }
            if keeps {
                words.words.swap(kept, at);
                kept += 1;
            }
            at += 1;
        }
        words.words.truncate(kept);
        self.basis = basis;
    }

    /// Operational figures are at constant exchange rates, adjusted operational sales without acquisitions too.
    fn operational(&self, before: Option<Basis>) -> Basis {
        if before == Some(Basis::Adjusted) && !self.per_share && !self.is_eps {
            Basis::Organic
        } else {
            Basis::ConstantCurrency
        }
    }

    /// Takes out whose figure it is, totals, and parts of revenue.
    fn take_rest(&mut self, words: &mut Words) {
        self.detail = words.has(["include", "includes", "included"]);
        self.minority = words.has(["noncontrolling", "minority"]) || (words.has(["non"]) && words.has(["controlling"]));
        if let Some(at) = words.place(["attributable", "available", "applicable"]) {
            self.attributable = true;
            words.words.truncate(at);
        }
        if let Some(at) =
            words.place(["by"]).filter(|at| words.words.get(at + 1).is_some_and(|next| GROUPINGS.contains(&&**next)))
        {
            words.words.truncate(at);
        }
        if let Some(at) = words.place(["including"]).filter(|_| self.minority) {
            words.words.truncate(at);
            self.minority = false;
        }
        if let Some(at) = part(words).filter(|at| *at > 0) {
            self.of_revenue = true;
            words.words.truncate(at);
        }
        words.drop(["%"]);
        let gains = words.has(["income", "earnings", "profit", "profits"]);
        self.loss = words.has(["loss"]) && !gains;
        if gains {
            words.drop(["loss"]);
        }
        self.total = words.words.first().is_some_and(|word| word == "total");
        let leads = words.words.iter().take_while(|word| LEADING.contains(&&***word)).count();
        words.words.drain(..leads.min(words.words.len().saturating_sub(1)));
        while words.words.len() > 1 && words.words.last().is_some_and(|word| TRAILING.contains(&&**word)) {
            words.words.pop();
        }
    }

    /// Whether nothing but the basis, the dilution or "total" is said.
    pub(super) fn is_bare(&self) -> bool {
        !self.worded
    }

    /// Which line it is.
    pub(super) fn line(&self) -> Option<Line> {
        self.line
    }

    /// Which line the words say.
    fn known_line(&self, words: &str) -> Option<Line> {
        if self.minority {
            return None;
        }
        let key = if self.per_share { self.per_share_key(words)? } else { words };
        let found = named(key)?;
        let row = found.metric.row();
        if row.key == "total_assets" && !self.total {
            return None;
        }
        let as_percent = || row.as_percent.and_then(metrics::by_key);
        let metric = if self.of_revenue { as_percent()? } else { found.metric };
        // A part of revenue is a rate, whatever the amount is.
        let nature = if self.of_revenue { Nature::Plain } else { found.nature };
        Some(Line { metric, nature, ..found })
    }

    /// The label of a figure for each share.
    fn per_share_key(&self, words: &str) -> Option<&'static str> {
        let of_gain = ["income", "earnings", "profit", "loss", "eps"]
            .iter()
            .any(|gain| words.split(' ').any(|word| word == *gain));
        let of_dividend = holds(words, b"dividend");
        if words.split(' ').any(|word| word == "shares") {
            return Some("diluted shares").filter(|_| self.diluted);
        }
        match (of_dividend, of_gain) {
            (true, _) => Some("dividends per share"),
            (_, true) if is_plain_gain(words) => Some("earnings per share"),
            _ => None,
        }
    }
}

/// Whether a text, too short for a search to pay that is made ready first, holds another.
fn holds<const N: usize>(text: &str, part: &[u8; N]) -> bool {
    text.as_bytes().windows(N).any(|window| window == part)
}

/// Where it is said that the figure is a part of another: "as a percentage of revenue".
fn part(words: &Words) -> Option<usize> {
    if !words.has(["of"]) {
        return None;
    }
    let is_part = |pair: &[Cow<str>]| matches!(&*pair[0], "%" | "percentage" | "percent") && pair[1] == "of";
    let of = words.words.windows(2).position(is_part)?;
    Some(words.words[..of].iter().rposition(|word| word == "as").unwrap_or(of))
}

/// Whether the words say the whole gain, and not that of a part: "net income", "earnings".
fn is_plain_gain(words: &str) -> bool {
    let part = ["discontinued", "operations", "before", "undistributed", "tax", "taxes"];
    !words.split(' ').any(|word| part.contains(&word)) || holds(words, b"from continuing operations")
}

/// Whether the words are only of the growth of what the row before states: "Y/Y growth", "Change vs. prior year".
fn is_growth(words: &str) -> bool {
    ["change vs", "y y growth", "year over year growth", "yoy growth", "growth y y"]
        .iter()
        .any(|start| words.starts_with(start))
        || matches!(words, "growth" | "change" | "percent change" | "year over year change" | "y y" | "yoy")
}

#[cfg(test)]
mod tests {
    use super::Label;
    use crate::parser::table::scan;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let label = Label::read(&scan::all(text).items);
        let line = label.line();
        let metric = line.map_or("-", |line| line.metric.key());
        let basis = label.basis.map_or(String::new(), |basis| format!(" {}", basis.name()));
        let flags = [
            (label.diluted, " diluted"),
            (label.basic, " basic"),
            (label.loss, " loss"),
            (label.attributable, " own"),
            (line.is_some_and(|line| line.change), " change"),
        ];
        let flags: String = flags.iter().filter(|(is, _)| *is).map(|(_, name)| *name).collect();
        assert_eq!(format!("{metric}{basis}{flags}"), expected, "{text}");
    }

    #[test]
    fn labels_of_statements() {
        check("Total net revenue", "revenue");
        check("Net income attributable to Acme, Inc.", "net_income own");
        check("Net income (loss)", "net_income");
        check("Net (loss) income", "net_income");
        check("Net loss", "net_income loss");
        check("Less: Net income attributable to noncontrolling interests", "- own");
        check("Cost of net sales", "cost_of_revenue");
        check("Deferred revenue, non-current", "-");
        check("Non-GAAP operating income (loss)", "operating_income adjusted");
        check("Gross margin on GAAP basis", "gross_profit gaap");
        check("Gross margin on non-GAAP basis", "gross_profit adjusted");
        check("Operating income (as a percentage of net sales)", "operating_income");
        check("GAAP operating income as a % of revenue", "operating_margin gaap");
        check("Purchases of property, plant and equipment", "capex");
        check("Selling, general and administrative (a)", "sga_expense");
        check("Income before provision for income taxes", "pretax_income");
        check("Adjusted EBITDA", "ebitda adjusted");
        check("TOTAL REVENUES", "revenue");
    }

    #[test]
    fn labels_of_figures_for_each_share() {
        check("Earnings per common share - diluted", "eps diluted");
        check("Net income per share (basic)", "eps basic");
        check("Diluted net income per share", "eps diluted");
        check("GAAP earnings per share attributable to Acme—diluted", "eps gaap diluted own");
        check("Net income attributable to Acme per common share", "eps own");
        check("Non-GAAP diluted EPS", "eps adjusted diluted");
        check("Cash dividends declared per common share", "dividend_per_share");
        check("Core EPS", "eps adjusted");
        check("Income from discontinued operations per share", "-");
    }

    #[test]
    fn labels_of_changes() {
        check("Net revenue growth", "revenue change");
        check("Organic revenue growth", "revenue organic change");
    }
}
