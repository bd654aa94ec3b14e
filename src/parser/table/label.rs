//! The label of a row: which line of a statement it is. A label is read as a whole, and what is no known line is left out.

use std::borrow::Cow;
use std::sync::LazyLock;

use foldhash::HashMap;

use crate::model::{Basis, Metric};
use crate::parser::table::item::Item;
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

/// The words of a label, of which less and less is left.
type Words<'a> = Vec<Cow<'a, str>>;

impl Label {
    /// The label in these items.
    pub(super) fn read(items: &[Item]) -> Self {
        let mut label = Self::default();
        let words = label.words_of(items);
        label.is_eps = words.iter().any(|word| word == "eps");
        let words = label.take_shares(words);
        let words = label.take_basis(words);
        let words = label.take_rest(words).join(" ");
        label.line = label.known_line(&words);
        label.worded = !words.is_empty() && !WHOLE.contains(&&*words);
        label.growth = is_growth(&words);
        label.counts_shares = holds(&words, "shares") && !holds(&words, "repurchase");
        label
    }

    /// The words, of what stands in brackets only the ones that matter.
    fn words_of<'a>(&mut self, items: &'a [Item]) -> Words<'a> {
        let mut words = Words::with_capacity(items.len());
        let mut inside = false;
        for item in items {
            inside |= item.brackets.0;
            let word = item.word();
            self.cents |= word.len() > 4 && holds(word, "cents");
            self.benefit |= word == "benefit";
            if inside && !IN_BRACKETS.contains(&word) {
                // Says nothing of which line it is.
            } else if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
                words.extend((!word.is_empty()).then_some(Cow::Borrowed(word)));
            } else {
                let parts = word.split(['-', '–', '—', '‑', '/', '(', ')']).filter(|part| !part.is_empty());
                words.extend(parts.map(plain));
            }
            inside &= !item.brackets.1;
        }
        words
    }

    /// Takes out "per share" and what says of which shares.
    fn take_shares<'a>(&mut self, mut words: Words<'a>) -> Words<'a> {
        let per = words.iter().position(|word| word == "per");
        let share = per.and_then(|per| {
            (per..words.len().min(per + 5)).find(|at| matches!(&*words[*at], "share" | "shares" | "ads" | "unit"))
        });
        if let Some((per, share)) = per.zip(share) {
            self.per_share = true;
            let inner: Words = words.drain(per..=share).collect();
            self.diluted |= inner.iter().any(|word| word == "diluted");
            self.basic |= inner.iter().any(|word| word == "basic");
        }
        let dilution = words.iter().position(|word| word == "assuming" || word == "fully");
        if let Some(at) = dilution
            && words.get(at + 1).is_some_and(|word| word.starts_with("dilut"))
        {
            self.diluted = true;
            words.drain(at..=at + 1);
        }
        self.diluted |= words.iter().any(|word| word == "diluted");
        self.basic |= words.iter().any(|word| word == "basic");
        words.retain(|word| word != "diluted" && word != "basic");
        words
    }

    /// Takes out what tells the basis.
    fn take_basis<'a>(&mut self, words: Words<'a>) -> Words<'a> {
        let mut kept = Words::with_capacity(words.len());
        let mut basis = None;
        for (at, word) in words.iter().enumerate() {
            let next = words.get(at + 1).map_or("", Cow::as_ref);
            let last = kept.last().map_or("", Cow::as_ref);
            let before_basis = || words.iter().skip(at + 1).take(3).any(|word| word == "basis");
            match &**word {
                "gaap" if last == "non" => {
                    kept.pop();
                    basis = basis.or(Some(Basis::Adjusted));
                }
                "gaap" | "reported" => basis = basis.or(Some(Basis::Gaap)),
                "adjusted" | "core" | "underlying" | "nongaap" => basis = basis.or(Some(Basis::Adjusted)),
                "organic" => basis = basis.or(Some(Basis::Organic)),
                "operational" => basis = Some(self.operational(basis)),
                "currency" if last == "constant" => {
                    kept.pop();
                    basis = Some(Basis::ConstantCurrency);
                }
                "on" | "a" if before_basis() => {}
                "as" if matches!(next, "reported" | "adjusted") => {}
                "basis" | "measure" => {}
                _ => kept.push(word.clone()),
            }
        }
        self.basis = basis;
        kept
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
    fn take_rest<'a>(&mut self, mut words: Words<'a>) -> Words<'a> {
        let has = |words: &[Cow<str>], what: &str| words.iter().any(|word| word == what);
        self.detail = has(&words, "include") || has(&words, "includes") || has(&words, "included");
        self.minority = has(&words, "noncontrolling")
            || has(&words, "minority")
            || (has(&words, "non") && has(&words, "controlling"));
        if let Some(at) = words.iter().position(|word| matches!(&**word, "attributable" | "available" | "applicable")) {
            self.attributable = true;
            words.truncate(at);
        }
        if let Some(at) = words
            .iter()
            .position(|word| word == "by")
            .filter(|at| words.get(*at + 1).is_some_and(|next| GROUPINGS.contains(&&**next)))
        {
            words.truncate(at);
        }
        if let Some(at) = words.iter().position(|word| word == "including").filter(|_| self.minority) {
            words.truncate(at);
            self.minority = false;
        }
        let part = |words: &[Cow<str>]| {
            let of = words
                .windows(2)
                .position(|pair| matches!(&*pair[0], "%" | "percentage" | "percent") && pair[1] == "of");
            of.map(|of| words[..of].iter().rposition(|word| word == "as").unwrap_or(of))
        };
        if let Some(at) = part(&words).filter(|at| *at > 0) {
            self.of_revenue = true;
            words.truncate(at);
        }
        words.retain(|word| word != "%");
        let gains = |word: &str| matches!(word, "income" | "earnings" | "profit" | "profits");
        self.loss = has(&words, "loss") && !words.iter().any(|word| gains(word));
        let first_gain = words.iter().position(|word| gains(word));
        if first_gain.is_some() {
            words.retain(|word| word != "loss");
        }
        self.total = words.first().is_some_and(|word| word == "total");
        while words.len() > 1 && LEADING.contains(&&*words[0]) {
            words.remove(0);
        }
        while words.len() > 1 && words.last().is_some_and(|word| TRAILING.contains(&&**word)) {
            words.pop();
        }
        words
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
        let of_dividend = holds(words, "dividend");
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

/// Whether a short text holds another.
fn holds(text: &str, part: &str) -> bool {
    memchr::memmem::find(text.as_bytes(), part.as_bytes()).is_some()
}

/// Whether the words say the whole gain, and not that of a part: "net income", "earnings".
fn is_plain_gain(words: &str) -> bool {
    let part = ["discontinued", "operations", "before", "undistributed", "tax", "taxes"];
    !words.split(' ').any(|word| part.contains(&word)) || holds(words, "from continuing operations")
}

/// Whether the words are only of the growth of what the row before states: "Y/Y growth", "Change vs. prior year".
fn is_growth(words: &str) -> bool {
    ["change vs", "y y growth", "year over year growth", "yoy growth", "growth y y"]
        .iter()
        .any(|start| words.starts_with(start))
        || matches!(words, "growth" | "change" | "percent change" | "year over year change" | "y y" | "yoy")
}

/// A word without what is glued to it: "sales2,5" is "sales", "&" is "and".
fn plain(part: &str) -> Cow<'_, str> {
    if part == "&" {
        return Cow::Borrowed("and");
    }
    let stem = part.trim_end_matches(|c: char| c.is_ascii_digit() || c == ',');
    let word = if stem.len() > 3 { stem } else { part };
    if word.contains(['&', '\'']) { Cow::Owned(word.replace(['&', '\''], "")) } else { Cow::Borrowed(word) }
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
