//! The label of a row: which line of a statement it is. A label is read as a whole, and what is no known line is left out.

use std::borrow::Cow;

use crate::model::{Basis, Span};
use crate::parser::table::basis;
use crate::parser::table::item::Item;
use crate::parser::table::named::{Line, named};
use crate::parser::table::words::Words;
use crate::parser::table::{pretax, whose};
use crate::parser::vocabulary::metrics;
use crate::parser::vocabulary::statements::Nature;

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
    /// Whose figure it is, where that stands before a dash: "Northern Division - Net sales".
    pub(super) prefix: Option<Span>,
    /// Whether it is of what analysts expected: "EPS Estimate".
    pub(super) estimate: bool,
    /// Whether it leaves out what the company gave up: "from continuing operations".
    pub(super) continuing: bool,
    /// Whether the figures under it are parts of another one: "amounts include".
    pub(super) detail: bool,
}

/// A name before a label has no more words.
const LONGEST_NAME: usize = 5;

/// Words at a label's beginning that say nothing of which line it is.
const LEADING: [&str; 11] =
    ["total", "consolidated", "our", "less", "plus", "the", "company", "group", "enterprise", "add", "estimated"];

/// Words at a label's end that say nothing of which line it is.
const TRAILING: [&str; 13] =
    ["net", "mid", "point", "midpoint", "a", "of", "amount", "and", "range", "in", "at", "on", "fte"];

/// What a figure may be told apart by: "Net revenue by segment".
const GROUPINGS: [&str; 15] = [
    "segment", "segments", "geographic", "geography", "category", "region", "product", "business", "type",
    "reportable", "market", "division", "channel", "service", "primary",
];

/// Words in brackets that do say something.
const IN_BRACKETS: [&str; 9] =
    ["diluted", "basic", "gaap", "non-gaap", "adjusted", "percent", "%", "constant", "currency"];

/// Words that mean the company as a whole, and no line.
const WHOLE: [&str; 7] = ["total", "consolidated", "worldwide", "total company", "company", "global", "enterprise"];

impl Label {
    /// The label in these items.
    pub(super) fn read(items: &[Item]) -> Self {
        let label = Self::whole(items);
        if label.line.is_some() { label } else { Self::behind_dash(items).unwrap_or(label) }
    }

    /// The label behind a name and a dash.
    fn behind_dash(items: &[Item]) -> Option<Self> {
        let dash = items.iter().position(|item| matches!(item.word(), "-" | "–" | "—"))?;
        let (name, rest) = (items.get(..dash)?, items.get(dash + 1..)?);
        let is_name = name.len() <= LONGEST_NAME && name.iter().all(|item| item.marks.capital && !item.marks.colon);
        let label = Self::whole(rest);
        label.line.filter(|_| is_name)?;
        let (of, words) = Self::worded(name);
        let says = of.line.is_some()
            || words.split(' ').any(|word| matches!(word, "operations" | "continuing" | "discontinued"));
        let prefix = (!of.is_bare()).then_some(Span::new(name.first()?.span.start, name.last()?.span.end));
        (!says).then_some(Self { prefix, ..label })
    }

    fn whole(items: &[Item]) -> Self {
        Self::worded(items).0
    }

    /// The label, and the words that are left of it.
    fn worded(items: &[Item]) -> (Self, String) {
        let mut label = Self::default();
        let mut words = label.words_of(items);
        label.is_eps = words.has(["eps"]);
        label.take_standing(&mut words);
        label.take_shares(&mut words);
        let basis = basis::taken(&mut words, label.per_share || label.is_eps);
        label.basis = basis.or(basis::without(&mut words));
        label.take_rest(&mut words);
        let (shares, average) = (words.has(["shares"]), words.has(["average"]));
        let words = words.words.join(" ");
        label.counts_shares = (shares || (average && is_of_stock(&words))) && !is_beside_shares(&words);
        label.line = label.known_line(&words);
        label.worded = !words.is_empty() && !WHOLE.contains(&&*words);
        label.growth = is_growth(&words);
        (label, words)
    }

    /// "EPS Estimate", "Revenue Actual": the last word says of what standing the row is.
    fn take_standing(&mut self, words: &mut Words) {
        let last = words.words.last().map_or("", |word| &**word);
        self.estimate = matches!(last, "estimate" | "estimates" | "consensus");
        if words.words.len() > 1 && (self.estimate || matches!(last, "actual" | "actuals")) {
            words.words.pop();
        }
    }

    /// The words, of what stands in brackets only the ones that matter.
    fn words_of<'a>(&mut self, items: &'a [Item]) -> Words<'a> {
        let mut words = Words::with_room_for(items.len());
        let mut inside = false;
        for item in items {
            inside |= item.marks.brackets.0;
            let word = item.word();
            // "(Loss)/profit" closes in the middle.
            inside &= !(inside && word.contains(")/"));
            self.cents |= holds(word, b"cents");
            self.benefit |= word == "benefit";
            if word.is_empty() || (inside && !IN_BRACKETS.contains(&word)) {
                // Says nothing of which line it is.
            } else if item.marks.plain || word.bytes().all(|byte| byte.is_ascii_lowercase()) {
                words.push(Cow::Borrowed(word));
            } else {
                let parts = word.split(['-', '–', '—', '‑', '/', '(', ')']).filter(|part| !part.is_empty());
                parts.for_each(|part| words.push_part(part));
            }
            inside &= !item.marks.brackets.1;
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

    /// Takes out whose figure it is, totals, and parts of revenue.
    fn take_rest(&mut self, words: &mut Words) {
        self.detail = words.has(["include", "includes", "included"]);
        self.minority = words.has(["noncontrolling", "minority"]) || (words.has(["non"]) && words.has(["controlling"]));
        whose::without_classes(words);
        if let Some(at) = whose::of_holders(words) {
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
        if let Some(at) = whose::as_part(words).filter(|at| *at > 0) {
            self.of_revenue = true;
            words.words.truncate(at);
        }
        words.drop(["%"]);
        if let Some(at) = whose::of_what_goes_on(words) {
            self.continuing = true;
            words.words.truncate(at);
        }
        let gained = whose::gains(words);
        self.loss = words.has(["loss"]) && !gained;
        if gained {
            words.drop(["loss"]);
        }
        if pretax::is(words) {
            self.minority = false;
            words.words = vec![Cow::Borrowed("pretax"), Cow::Borrowed("income")];
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
        let counted = self.diluted && self.counts_shares;
        let whole_gain = matches!(words, "income" | "earnings" | "profit" | "loss");
        let key = match words {
            _ if self.per_share => self.per_share_key(words)?,
            _ if counted => "diluted shares",
            _ if whole_gain && (self.attributable || self.basis == Some(Basis::Adjusted)) => "net income",
            words => words,
        };
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
        let of_dividend = holds(words, b"dividend") || holds(words, b"distributions");
        if words.split(' ').any(|word| word == "ffo") || holds(words, b"funds from operations") {
            return Some("ffo per share");
        }
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
    let begins = |at: &usize| text.as_bytes()[*at] == part[0];
    (0..(text.len() + 1).saturating_sub(N)).filter(begins).any(|at| text.as_bytes()[at..].starts_with(part))
}

/// Whether what is averaged is stock: "weighted average common stock outstanding".
fn is_of_stock(words: &str) -> bool {
    holds(words, b"stock") || holds(words, b"units")
}

/// Whether the words name something else than shares that are counted: "repurchase of shares".
fn is_beside_shares(words: &str) -> bool {
    const OTHERS: [&str; 9] =
        ["repurchase", "effect", "excluded", "anti", "option", "award", "issue", "price", "authorized"];
    OTHERS.iter().any(|other| words.contains(other))
}

/// Whether the words say the whole gain, and not that of a part: "net income", "earnings".
fn is_plain_gain(words: &str) -> bool {
    let part = ["discontinued", "operations", "before", "undistributed", "tax", "taxes"];
    !words.split(' ').any(|word| part.contains(&word)) || holds(words, b"from continuing operations")
}

/// Whether the words are only of the growth of what the row before states: "Y/Y growth", "Change vs. prior year".
fn is_growth(words: &str) -> bool {
    if !words.starts_with(['c', 'g', 'p', 'y']) {
        return false;
    }
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
        check("Loss before income taxes", "pretax_income loss");
        check("Income from continuing operations before provision for income taxes", "pretax_income");
        check("(Loss)/profit for the period", "net_income");
        check("Income attributable to common shareholders", "net_income own");
        check("Net income to common stockholders", "net_income own");
        check("Net income attributable to participating securities", "-");
        check("Income attributable to discontinued operations", "-");
        check("Cost of sales, exclusive of depreciation and amortization", "cost_of_revenue");
        check("Net income excluding special items", "net_income adjusted");
        check("Revenue excluding foreign exchange effect", "revenue constant_currency");
        check("Operational EBITDA", "ebitda adjusted");
        check("Total revenues from continuing operations", "revenue");
        check("Repurchases of Class A and Class C common stock", "share_repurchases");
        check("Weighted-average shares outstanding, diluted", "shares_outstanding diluted");
        check("Dilutive effect of shares", "-");
        check("Accumulated other comprehensive loss", "- loss");
        check("Cash and cash equivalents, beginning of period", "-");
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
        check("Operating earnings per diluted share", "eps adjusted diluted");
        check("NAREIT FFO per diluted share", "ffo_per_share diluted");
        check("Core FFO per share", "ffo_per_share adjusted");
        check("AFFO per share", "ffo_per_share adjusted");
        check("Distributions declared per common share", "dividend_per_share");
        check("Income from discontinued operations per share", "-");
    }

    #[test]
    fn labels_of_changes() {
        check("Net revenue growth", "revenue change");
        check("Organic revenue growth", "revenue organic change");
    }
}
