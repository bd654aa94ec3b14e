//! The unit line of a table: "(in millions, except per share amounts)", "Rs in crore", "($B)".

use crate::model::Currency;
use crate::parser::table::cell::SIGNS;
use crate::parser::table::item::{Gap, Item, What};
use crate::parser::table::known::known;

/// What a unit line says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Note {
    /// Amounts are to be multiplied by ten to this power.
    pub(super) power: u32,
    /// In which money, where it says so.
    pub(super) currency: Option<Currency>,
    /// Counts of shares are to be multiplied by ten to this power.
    pub(super) shares: u32,
}

/// The last unit line among the items.
pub(super) fn last(items: &[Item]) -> Option<Note> {
    let end = items.iter().rposition(|item| item.may_scale)?;
    let (end, last) = (0..=end).rev().find_map(|at| Some((at, read(items, at)?)))?;
    // "(In millions, except number of shares, which are reflected in thousands)": the first one counts, the other is of shares.
    let start = (0..=end).rev().find(|at| begins(items, *at)).unwrap_or_default();
    let first = (start..end).find_map(|at| read(items, at));
    let note = first.map_or(last, |first| Note { shares: last.power, ..first });
    let shares =
        (start..items.len().min(end + 8)).filter(|at| is_of_shares(items, *at)).find_map(|at| items.get(at)?.scale());
    Some(Note { shares: shares.unwrap_or(note.shares), ..note })
}

/// Whether the word at `at` is the scale of shares alone: "Shares in Millions".
fn is_of_shares(items: &[Item], at: usize) -> bool {
    let word = |back: usize| at.checked_sub(back).and_then(|at| items.get(at)).map_or("", Item::word);
    word(1) == "in" && word(2) == "shares" && word(3) != "and"
}

/// Whether a bracket or a line begins here.
fn begins(items: &[Item], at: usize) -> bool {
    items.get(at).is_none_or(|item| item.gap != Gap::Narrow || item.opens())
}

/// The unit line whose scale word stands at `at`.
fn read(items: &[Item], at: usize) -> Option<Note> {
    let item = items.get(at).filter(|item| item.may_scale)?;
    if let Some((currency, power)) = glued(item.word()) {
        return Some(Note { power, currency: Some(currency), shares: power });
    }
    let power = item.scale()?;
    let of = items.get(at + 1).filter(|of| of.word() == "of");
    let money = of.and_then(|_| items.get(at + 2)).and_then(Item::currency);
    if leads(item, money.is_some()) {
        return Some(Note { power, currency: money, shares: if excepts_shares(items, at) { 0 } else { power } });
    }
    let back = at.checked_sub(1)?;
    let before = items.get(back)?;
    let leads = matches!(before.word(), "in" | "of" | "and" | "shares" | "amounts") || before.currency().is_some();
    if !leads || is_of_shares(items, at) || item.gap == Gap::Line || is_prose(items, at) {
        return None;
    }
    let from = at.saturating_sub(5);
    let around = items.get(from..at)?.iter().filter(|before| before.line == item.line);
    let after = items
        .get(at + 1..(at + 4).min(items.len()))?
        .iter()
        .take_while(|next| next.line == item.line && next.gap == Gap::Narrow);
    let currency = around.chain(after).find_map(Item::currency);
    Some(Note { power, currency, shares: if excepts_shares(items, at) { 0 } else { power } })
}

/// Whether a unit line begins with its scale: "(000s)", "(Thousands", "Millions of dollars".
fn leads(item: &Item, of_money: bool) -> bool {
    let word = item.word();
    let noughts = word.trim_start_matches('\'').starts_with("000");
    let plural = word.len() > 5 && word.ends_with('s');
    (item.opens() && (noughts || plural)) || (plural && of_money && item.gap != Gap::Narrow)
}

/// Whether the words go on as running text does: "in millions of homes". A unit line ends, or goes on with what it excepts.
fn is_prose(items: &[Item], at: usize) -> bool {
    let Some(next) = items.get(at + 1) else { return false };
    let ended = items.get(at).is_some_and(Item::closes) || next.gap != Gap::Narrow;
    let goes_on = ["except", "of", "u.s", "us", "unaudited", "and", "excluding", "dollars", "other"];
    let word = next.word();
    let prose = items.get(at + 1).zip(items.get(at + 2)).is_some_and(|(of, what)| {
        of.word() == "of" && what.currency().is_none() && !matches!(what.word(), "dollars" | "u.s" | "us" | "united")
    });
    !ended
        && (prose
            || (!goes_on.contains(&word)
                && items.get(at - 1).is_some_and(|before| before.word() == "in")
                && !matches!(next.what, What::Cell(_) | What::Year(_))
                && !has_unit_words(items, at)))
}

/// Whether the words before the scale tell money or open a bracket: "(in thousands", "Dollars in millions".
fn has_unit_words(items: &[Item], at: usize) -> bool {
    let from = at.saturating_sub(4);
    let tells = |item: &Item| item.opens() || item.word() == "amounts" || item.currency().is_some();
    items.get(from..at).is_some_and(|before| before.iter().any(tells))
}

/// Whether the line says that shares are not in its unit: "except share and per share data".
fn excepts_shares(items: &[Item], at: usize) -> bool {
    let line = items.get(at + 1..(at + 14).min(items.len())).unwrap_or_default();
    let Some(except) = line.iter().position(|item| matches!(item.word(), "except" | "excluding")) else { return false };
    let rest: Vec<&str> = line.iter().skip(except + 1).map(Item::word).take(9).collect();
    let is_share = |word: &str| matches!(word, "share" | "shares");
    let apart = |at: usize| rest.get(at + 1) != Some(&"in");
    (0..rest.len()).any(|at| {
        is_share(rest[at]) && apart(at) && at.checked_sub(1).is_none_or(|before| !matches!(rest[before], "per" | "a"))
    })
}

/// A sign of money ends within so many letters: "U.S.$".
const LONGEST_SIGN: usize = 5;

/// "$B", "$m", "€bn", "US$'000".
fn glued(word: &str) -> Option<(Currency, u32)> {
    let (at, sign) = word.char_indices().take(LONGEST_SIGN).find(|(_, sign)| SIGNS.contains(sign))?;
    let (name, scale) = word.split_at_checked(at + sign.len_utf8())?;
    let power = known(scale.trim_matches('\''))?.scale?;
    Some((known(name)?.currency?, power))
}

#[cfg(test)]
mod tests {
    use super::last;
    use crate::parser::table::scan;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let shown = last(&scan::all(text).items).map_or("none".to_owned(), |note| {
            let currency = note.currency.map_or("-".to_owned(), |currency| currency.to_string());
            format!(
                "{} {currency}{}",
                note.power,
                if note.shares == note.power { String::new() } else { format!(" shares {}", note.shares) }
            )
        });
        assert_eq!(shown, expected, "{text}");
    }

    #[test]
    fn unit_lines() {
        check("(In thousands, except per share data)", "3 -");
        check("(in millions, except share and per share amounts)", "6 - shares 0");
        check("Dollars in millions, except per share amounts", "6 USD");
        check(
            "(In millions, except number of shares, which are reflected in thousands, and per-share amounts)",
            "6 - shares 3",
        );
        check("(Rs in crore)", "7 INR");
        check("Revenue ($B)", "9 USD");
        check("($ in Millions, except EPS)", "6 USD");
        check("2022 $ million   2023 $ million", "6 USD");
        check("(€ million)", "6 EUR");
        check("(IN MILLIONS, EXCEPT PER SHARE DATA) Fiscal Quarter Ended", "6 -");
        check("We put solar panels in millions of homes", "none");
        check("($ in Billions, except EPS; Shares in Millions)", "9 USD shares 6");
        check("Dollars and shares in millions", "6 USD");
        check("(unaudited, in thousands, except per share data)", "3 -");
        check("(thousands)", "3 -");
        check("(Millions, except per share)", "6 -");
        check("Millions of dollars, except per share amounts", "6 USD");
        check("(000's omitted)", "3 -");
        check("$000", "3 USD");
        check("US$'000", "3 USD");
        check("(U.S.$M)", "6 USD");
        check("(HK$M)", "6 HKD");
        check("£000   £000", "3 GBP");
        check("Amounts in thousands Three Months Ended", "3 -");
        check("We serve millions of customers", "none");
    }
}
